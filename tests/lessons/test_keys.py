from kiosk.lessons.item_session import attempt, begin, correct_responses, max_score, score
from tests.lessons.qti.sources import CHOICE, SINGLE, item

BRANCH = """<qti-response-{kind}>
  <qti-match><qti-variable identifier="RESPONSE"/><qti-base-value base-type="identifier">{}</qti-base-value></qti-match>
  <qti-set-outcome-value identifier="SCORE">
    <qti-base-value base-type="float">{}</qti-base-value>
  </qti-set-outcome-value>
</qti-response-{kind}>"""
ONE_FOR_A_TWO_FOR_B = (
    "<qti-response-processing><qti-response-condition>"
    + BRANCH.format("A", 1, kind="if")
    + BRANCH.format("B", 2, kind="else-if")
    + "</qti-response-condition></qti-response-processing>"
)

MAPPED = """<qti-response-declaration identifier="{}" cardinality="single" base-type="string"><qti-mapping>
  <qti-map-entry map-key="Leipzig" mapped-value="1"/><qti-map-entry map-key="Dresden" mapped-value="1"/>
</qti-mapping></qti-response-declaration>"""

BOTH_WORTH = """<qti-response-processing><qti-response-condition><qti-response-if>
  <qti-not><qti-match><qti-variable identifier="A"/><qti-variable identifier="B"/></qti-match></qti-not>
  <qti-set-outcome-value identifier="SCORE"><qti-sum>
    <qti-map-response identifier="A"/><qti-map-response identifier="B"/>
  </qti-sum></qti-set-outcome-value>
</qti-response-if></qti-response-condition></qti-response-processing>"""

FIELDS = """<p><qti-text-entry-interaction response-identifier="A"/> and
<qti-text-entry-interaction response-identifier="B"/></p>"""


def test_where_the_item_tells_no_key_it_is_what_its_rules_give_most_for() -> None:
    session = begin(item(CHOICE, after=ONE_FOR_A_TWO_FOR_B), 1)
    assert correct_responses(session) == {"RESPONSE": ("B",)}


def test_two_fields_that_must_differ_have_a_key_that_earns_all() -> None:
    session = begin(item(FIELDS, declared=MAPPED.format("A") + MAPPED.format("B"), after=BOTH_WORTH), 1)
    assert score(attempt(session, correct_responses(session))) == max_score(session) == 2


def test_what_the_item_calls_correct_is_the_key_whatever_the_rules_give_for_it() -> None:
    correct = "<qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>"
    declared = SINGLE.replace("/>", f">{correct}")
    session = begin(item(CHOICE, declared=declared, after=ONE_FOR_A_TWO_FOR_B), 1)
    assert correct_responses(session) == {"RESPONSE": ("A",)}


def test_a_response_that_nothing_is_compared_with_has_no_key() -> None:
    assert correct_responses(begin(item(CHOICE), 1)) == {}
