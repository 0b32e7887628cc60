"""Tests of QTI are read as their files say, and faults and losses are told where they stand."""

from collections.abc import Mapping

import pytest

from kiosk.errors import LessonError
from kiosk.lessons.assessment.beginning import start
from kiosk.lessons.assessment.model import (
    Access,
    Assessment,
    Control,
    ItemRef,
    Navigation,
    Section,
    Selection,
    Submission,
    TimeLimits,
)
from kiosk.lessons.assessment.moves import go_on, respond, spend
from kiosk.lessons.assessment.outcomes import outcomes
from kiosk.lessons.item import Rubric, Text
from kiosk.lessons.qti.assessment import ReadAssessment, read_assessment

ITEM = """<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="I" title="A or B">
  <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier">
    <qti-correct-response><qti-value>a</qti-value></qti-correct-response>
  </qti-response-declaration>
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-item-body><qti-choice-interaction response-identifier="RESPONSE" max-choices="1">
    <qti-simple-choice identifier="a">A</qti-simple-choice><qti-simple-choice identifier="b">B</qti-simple-choice>
  </qti-choice-interaction></qti-item-body>
  <qti-response-processing template="match_correct.xml"/>
</qti-assessment-item>"""

VERSION_3 = """<qti-assessment-test xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="T" title="Spring">
  <qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>
  <qti-time-limits max-time="600"/>
  <qti-test-part identifier="P" navigation-mode="nonlinear" submission-mode="simultaneous">
    <qti-pre-condition>
      <qti-not><qti-is-null><qti-variable identifier="SCORE"/></qti-is-null></qti-not>
    </qti-pre-condition>
    <qti-item-session-control show-feedback="true" allow-review="false"/>
    <qti-assessment-section identifier="S" title="Halves" visible="false" keep-together="false">
      <qti-item-session-control max-attempts="2"/>
      <qti-selection select="2" with-replacement="true"/>
      <qti-ordering shuffle="true"/>
      <qti-rubric-block view="candidate">
        <qti-content-body><p>Read <em>well</em>.</p></qti-content-body>
      </qti-rubric-block>
      <qti-assessment-item-ref identifier="one" href="items/one.xml" category="easy short" required="true" fixed="true">
        <qti-weight identifier="W" value="2.5"/>
        <qti-variable-mapping source-identifier="SCORE" target-identifier="POINTS"/>
        <qti-time-limits min-time="5" max-time="60" allow-late-submission="true"/>
        <qti-branch-rule target="EXIT_TEST"><qti-number-correct/></qti-branch-rule>
      </qti-assessment-item-ref>
      <qti-assessment-section-ref identifier="ref" href="more/section.xml" required="true"/>
    </qti-assessment-section>
  </qti-test-part>
  <qti-outcome-processing>
    <qti-set-outcome-value identifier="SCORE">
      <qti-sum><qti-test-variables variable-identifier="SCORE"/></qti-sum>
    </qti-set-outcome-value>
  </qti-outcome-processing>
  <qti-test-feedback identifier="good" outcome-identifier="SCORE" show-hide="show" access="during" title="Well">
    <qti-content-body><p>Good.</p></qti-content-body>
  </qti-test-feedback>
</qti-assessment-test>"""

SECTION = """<qti-assessment-section xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="S2" title="More">
  <qti-assessment-item-ref identifier="two" href="../items/one.xml"/>
</qti-assessment-section>"""

FILES = {"items/one.xml": ITEM, "more/section.xml": SECTION}


def read(text: str, files: Mapping[str, str] = FILES) -> ReadAssessment:
    def member(name: str) -> bytes | None:
        return files[name].encode() if name in files else None

    return read_assessment(text.encode(), "test.xml", member)


def version_2(inner: str, *, attributes: str = "") -> str:
    """A test of QTI 2.1 with one linear part and one section."""
    return (
        '<assessmentTest xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="T" title="Old">'
        f'<testPart identifier="P" navigationMode="linear" submissionMode="individual">'
        f'<assessmentSection identifier="S" title="Only" visible="true"{attributes}>\n{inner}'
        "</assessmentSection></testPart></assessmentTest>"
    )


def an_item(name: str, inner: str = "", href: str = "items/one.xml") -> str:
    return f'<assessmentItemRef identifier="{name}" href="{href}">{inner}</assessmentItemRef>\n'


def section_of(assessment: Assessment) -> Section:
    return assessment.parts[0].sections[0]


def item_ref(assessment: Assessment, place: int = 0) -> ItemRef:
    child = section_of(assessment).children[place]
    assert isinstance(child, ItemRef)
    return child


def test_what_a_test_says_of_itself_its_parts_and_sections() -> None:
    assessment = read(VERSION_3).assessment
    part, section = assessment.parts[0], section_of(assessment)
    assert (assessment.identifier, assessment.title, assessment.limits.max_s) == ("T", "Spring", 600)
    assert (part.navigation, part.submission) == (Navigation.NONLINEAR, Submission.SIMULTANEOUS)
    assert [condition.operator for condition in part.pre_conditions] == ["not"]
    assert (section.title, section.visible, section.keep_together, section.shuffle) == ("Halves", False, False, True)
    assert section.selection == Selection(2, with_replacement=True)
    assert section.rubrics == (Rubric(frozenset({"candidate"}), (Text("<p>Read <em>well</em>.</p>"),)),)
    feedback = assessment.feedback[0]
    assert (feedback.title, feedback.html, feedback.access) == ("Well", "Good.", Access.DURING)
    assert (feedback.condition.variable, feedback.condition.identifier) == ("SCORE", "good")


def test_what_a_test_says_of_an_item() -> None:
    one = item_ref(read(VERSION_3).assessment)
    assert (one.item.identifier, one.item.title) == ("I", "A or B")
    assert one.categories == {"easy", "short"}
    assert (one.weights, one.variable_mapping) == ({"W": 2.5}, {"POINTS": "SCORE"})
    assert (one.required, one.fixed) == (True, True)
    assert one.limits == TimeLimits(5, 60, allow_late=True)
    assert [(rule.target, rule.condition.operator) for rule in one.branch_rules] == [("EXIT_TEST", "number-correct")]


def test_what_controls_an_item_is_inherited_word_by_word() -> None:
    assert item_ref(read(VERSION_3).assessment).control == Control(
        max_attempts=2, show_feedback=True, allow_review=False
    )


def test_a_section_of_its_own_file_is_read_from_there() -> None:
    more = section_of(read(VERSION_3).assessment).children[1]
    assert isinstance(more, Section)
    assert (more.identifier, more.title, more.required) == ("S2", "More", True)
    assert [child.identifier for child in more.children] == ["two"]


def test_a_test_of_qti_2_reads_like_one_of_qti_3() -> None:
    read_back = read(version_2(an_item("one", "<category>easy</category>") + an_item("two"))).assessment
    assert item_ref(read_back).categories == {"easy"}
    assert [child.identifier for child in section_of(read_back).children] == ["one", "two"]
    assert read_back.parts[0].navigation is Navigation.LINEAR


def test_what_is_read_can_be_taken() -> None:
    session = start(read(VERSION_3.replace("nonlinear", "linear")).assessment, "a run")
    session = spend(session, 5)
    while not session.is_over:
        session = go_on(respond(session, {"RESPONSE": ("a",)}))
    score = outcomes(session)["SCORE"]
    assert score is not None
    assert score.items == (2.0,)


def test_an_item_whose_file_is_missing_is_a_loss() -> None:
    found = read(version_2(an_item("one") + an_item("two", href="items/gone.xml")))
    assert [child.identifier for child in section_of(found.assessment).children] == ["one"]
    assert [(loss.line, loss.what, loss.why) for loss in found.losses] == [
        (3, "items/gone.xml", "there is no such file in the package")
    ]


def test_an_item_that_cannot_be_read_is_a_loss_with_its_reason() -> None:
    found = read(version_2(an_item("one") + an_item("two", href="bad.xml")), FILES | {"bad.xml": "<p>"})
    assert [loss.what for loss in found.losses] == ["bad.xml"]
    assert "bad.xml, line 1: this is not XML" in found.losses[0].why


def test_what_an_item_loses_is_told_under_its_files_name() -> None:
    styled = ITEM.replace("<qti-item-body>", '<qti-item-body><p style="color: red">Look.</p>')
    found = read(version_2(an_item("one")), {"items/one.xml": styled})
    assert [loss.what for loss in found.item_losses["items/one.xml"]] == ["style"]


def test_items_chosen_by_another_program_are_all_asked() -> None:
    found = read(version_2("<adaptiveSelection/>" + an_item("one")))
    assert [loss.what for loss in found.losses] == ["adaptive-selection"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (ITEM, "test.xml, line 1: this is <assessment-item>, not a test of QTI 2 or 3."),
        (version_2(an_item("one", href="../../etc/passwd")), "test.xml, line 1: this test has no item"),
        (version_2(an_item("one") + an_item("one")), "test.xml, line 3: the identifier one is used twice"),
        (version_2(an_item("S")), "the identifier S is used twice, first in line 1."),
        (
            version_2("<assessmentItemRef identifier='x'/>"),
            "test.xml, line 2: assessment-item-ref needs the attribute href",
        ),
        (version_2(an_item("one", '<weight identifier="W" value="two"/>')), "test.xml, line 2: "),
        (version_2(an_item("one", "<preCondition/>")), "test.xml, line 2: pre-condition needs an expression in it."),
        (
            version_2(an_item("one")).replace("linear", "sideways"),
            "navigation-mode must be one of linear, nonlinear, not sideways.",
        ),
        (version_2(an_item("one")).replace("testPart", "part"), "this test has no item that can be read."),
    ],
)
def test_a_fault_is_told_with_file_and_line(text: str, message: str) -> None:
    with pytest.raises(LessonError) as fault:
        read(text)
    assert message in str(fault.value)


def test_a_section_that_holds_itself_is_refused() -> None:
    circle = SECTION.replace("item-ref", "section-ref").replace("../items/one.xml", "section.xml")
    with pytest.raises(LessonError, match=r"more/section\.xml, line 1: the identifier S2 is used twice"):
        read(VERSION_3, FILES | {"more/section.xml": circle})


def test_sections_nested_without_end_are_refused() -> None:
    deep = "".join(f'<assessmentSection identifier="s{depth}" title="">' for depth in range(30))
    with pytest.raises(LessonError, match="nested more than 20 deep"):
        read(version_2(deep + an_item("one") + "</assessmentSection>" * 30))


def test_too_many_items_are_refused() -> None:
    many = "".join(an_item(f"i{number}") for number in range(2001))
    with pytest.raises(LessonError, match="2000 items and sections at the most"):
        read(version_2(many))
