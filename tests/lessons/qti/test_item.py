import pytest

from kiosk.errors import LessonError
from kiosk.lessons.interactions import Choice, ChoiceInteraction, GapMatchInteraction, MediaInteraction
from kiosk.lessons.item import Expression, SetVariable, Text
from kiosk.lessons.processing_templates import standard_rules
from kiosk.lessons.qti.body import MOST_INTERACTIONS
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.pieces import MOST_CHOICES
from tests.lessons.qti.sources import CHOICE, SEVERAL, SINGLE, TWO_CHOICES, item, processing, qti3, read

QTI_2 = """
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="T" adaptive="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>
  <itemBody><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">
    <simpleChoice identifier="A">one</simpleChoice><simpleChoice identifier="B"/>
  </choiceInteraction></itemBody>
</assessmentItem>
"""

GAPS = (
    '<qti-gap-match-interaction response-identifier="RESPONSE"><qti-gap-text identifier="a"/>'
    '<qti-gap-text identifier="b"/><p><qti-gap identifier="G" match-group="a"/><qti-gap identifier="H"/></p>'
    "</qti-gap-match-interaction>"
)


def test_an_item_of_qti_2_reads_as_the_same_item_of_qti_3() -> None:
    assert read_item(QTI_2.encode(), "i.xml") == read_item(qti3(CHOICE), "i.xml")


def test_words_outside_of_any_paragraph_become_one() -> None:
    assert read_item(qti3(f"Which <b>one</b>? {CHOICE} And why?"), "i.xml").item.blocks == (
        Text("<p>Which <strong>one</strong>?</p>"),
        ChoiceInteraction("RESPONSE", (Choice("A", "one"), Choice("B", ""))),
        Text("<p>And why?</p>"),
    )


@pytest.mark.parametrize(
    ("body", "declared", "after", "line", "reason"),
    [
        (CHOICE, '<qti-response-declaration base-type="identifier"/>', "", 2, "needs the attribute identifier"),
        (CHOICE, '<qti-response-declaration identifier="R" cardinality="two"/>', "", 2, "cardinality must be one of"),
        (CHOICE, '<qti-response-declaration identifier="R" cardinality="single"/>', "", 2, "needs the attribute base"),
        (CHOICE.replace('"B"', '"A"'), SINGLE, "", 3, "each choice needs an identifier of its own"),
        (CHOICE.replace('"B"', '"b c"'), SINGLE, "", 3, "“b c” is none"),
        ("<qti-choice-interaction/>", SINGLE, "", 3, "needs the attribute response-identifier"),
        (CHOICE.replace("RESPONSE", 'R" max-choices="x'), SINGLE, "", 3, "“x” is not written as a value of base type"),
        ('<qti-match-interaction response-identifier="R"/>', SINGLE, "", 3, "needs two simple-match-set, not 0"),
        ('<qti-media-interaction response-identifier="R"/>', SINGLE, "", 3, "needs an audio, video or object in it"),
        ('<qti-slider-interaction response-identifier="R"/>', SINGLE, "", 3, "needs a lower-bound below its upper"),
        (
            CHOICE,
            SINGLE,
            processing("<qti-response-condition><qti-p/></qti-response-condition>"),
            3,
            "p cannot stand in",
        ),
        (CHOICE, SINGLE, processing('<qti-set-outcome-value identifier="S"/>'), 3, "needs an expression in it"),
    ],
)
def test_a_faulty_item_is_refused_with_file_and_line(
    body: str, declared: str, after: str, line: int, reason: str
) -> None:
    with pytest.raises(LessonError) as fault:
        item(body, declared=declared, after=after)
    assert (fault.value.file, fault.value.line) == ("items/i.xml", line)
    assert reason in fault.value.reason


def test_an_item_of_more_text_than_a_page_can_show_at_once_is_refused() -> None:
    with pytest.raises(LessonError, match="is longer than 128 KiB; split it"):
        item(f"<p>{'word ' * 30_000}</p>")


def test_what_is_no_item_is_refused() -> None:
    with pytest.raises(LessonError, match="this is <manifest>, not an assessment item"):
        read_item(b"<manifest/>", "imsmanifest.xml")


@pytest.mark.parametrize(
    "address",
    [
        "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
        "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml",
        "../rptemplates/match_correct.xml",
    ],
)
def test_a_template_is_known_by_the_end_of_its_address(address: str) -> None:
    assert item(CHOICE, after=f'<qti-response-processing template="{address}"/>').response_processing == standard_rules(
        "match_correct"
    )


def test_a_template_that_comes_with_the_package_is_read_from_there() -> None:
    own = b'<responseProcessing><setOutcomeValue identifier="SCORE"><null/></setOutcomeValue></responseProcessing>'
    got = item(CHOICE, after='<qti-response-processing template="own.xml"/>', files={"items/own.xml": own})
    assert got.response_processing == (SetVariable("SCORE", Expression("null")),)
    assert [outcome.identifier for outcome in got.outcomes] == ["SCORE"]


def test_an_unknown_template_or_rule_leaves_the_item_out_of_the_score() -> None:
    other = item(CHOICE, after='<qti-response-processing template="http://x/magic.xml"/>')
    rule = item(CHOICE, after=processing("<qti-wonder/>"))
    asked = "The score needs the response processing template http://x/magic.xml, which is not known."
    assert other.unsupported == (asked,)
    assert rule.unsupported == ("The score needs the rule wonder, which is not known.",)


def test_a_stimulus_stands_before_the_item_that_names_no_place_for_it() -> None:
    stimulus = b"<assessmentStimulus><stimulusBody><p>read me</p></stimulusBody></assessmentStimulus>"
    reference = '<qti-assessment-stimulus-ref identifier="s" href="../s.xml"/>'
    got = item("<p>then answer</p>", declared=SINGLE + reference, files={"s.xml": stimulus})
    assert got.blocks == (Text("<p>read me</p><p>then answer</p>"),)


def test_a_sound_in_the_text_is_played_like_any_other_and_counted() -> None:
    sound = "<p>Listen:</p><audio title='bell'><source src='a.ogg'/><source src='b.mp3' type='audio/mpeg'/></audio>"
    got = item(sound, files={"items/b.mp3": b""})
    assert got.blocks[1] == MediaInteraction("MEDIA-1", "items/b.mp3", "audio/mpeg", description="bell")
    assert got.responses[-1].identifier == "MEDIA-1"


def test_a_gap_that_takes_few_words_is_a_partner_of_few() -> None:
    (interaction,) = item(GAPS).blocks
    assert isinstance(interaction, GapMatchInteraction)
    assert [choice.match_group for choice in interaction.choices] == [(), ("H",)]


def test_a_multiple_response_takes_any_number_where_the_item_names_none() -> None:
    (interaction,) = item(CHOICE, declared=SEVERAL).blocks
    assert isinstance(interaction, ChoiceInteraction)
    assert interaction.max_choices == 0


def test_a_mapping_that_was_never_written_asks_for_the_correct_response() -> None:
    correct = "<qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>"
    mapped = '<qti-response-processing template="http://x/map_response"/>'
    got = read(CHOICE, declared=SINGLE.replace("/>", f">{correct}"), after=mapped)
    assert got.item.response_processing == standard_rules("match_correct")
    assert [loss.what for loss in got.losses] == ["map_response"]


def test_an_answer_that_the_item_does_not_declare_is_told_of() -> None:
    assert [loss.what for loss in read(CHOICE, declared="").losses] == ["the answer RESPONSE"]


@pytest.mark.parametrize(
    "body",
    [
        f"<ol start='{'9' * 5000}'><li>a{CHOICE}b</li></ol>",
        f"<p><img src='a.png' alt='a' width='{'9' * 5000}'/></p>",
        f"<p><qti-text-entry-interaction response-identifier='RESPONSE' class='qti-input-width-{'9' * 5000}'/></p>",
    ],
)
def test_a_number_of_many_digits_is_passed_over(body: str) -> None:
    assert item(body, files={"items/a.png": b""}).identifier == "i"


def test_a_file_is_looked_at_once_however_often_it_is_named() -> None:
    asked: list[str] = []
    body = "<p><img src='a.png' alt='a'/></p>" * 50 + "<audio src='a.mp3'/>" * 50
    read_item(qti3(body), "i.xml", asked.append)
    assert sorted(set(asked)) == ["a.mp3", "a.png"]
    assert len(asked) <= 3


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (CHOICE * (MOST_INTERACTIONS + 1), f"{MOST_INTERACTIONS} interactions at the most"),
        ("<audio/>" * (MOST_INTERACTIONS + 1), f"{MOST_INTERACTIONS} interactions at the most"),
        (CHOICE.replace(TWO_CHOICES, TWO_CHOICES * MOST_CHOICES), f"{MOST_CHOICES} choices at the most"),
        (
            GAPS.replace("<p>", "<p>" + '<qti-gap identifier="x{}"/>' * MOST_CHOICES).format(*range(MOST_CHOICES)),
            "gaps",
        ),
    ],
)
def test_an_item_that_nobody_could_answer_is_refused(body: str, reason: str) -> None:
    with pytest.raises(LessonError, match=reason):
        item(body)


def test_an_item_that_includes_without_end_is_refused() -> None:
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="f.xml"/>'
    with pytest.raises(LessonError, match="20 files at the most"):
        item(include * 30, files={"items/f.xml": b"<p/>"})
