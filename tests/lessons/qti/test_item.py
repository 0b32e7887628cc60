from kiosk.lessons.interactions import Choice, ChoiceInteraction
from kiosk.lessons.item import Text
from kiosk.lessons.qti.item import read_item
from tests.lessons.qti.sources import CHOICE, qti3

QTI_2 = """
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="T" adaptive="false">
  <responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"/>
  <itemBody><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">
    <simpleChoice identifier="A">one</simpleChoice><simpleChoice identifier="B"/>
  </choiceInteraction></itemBody>
</assessmentItem>
"""


def test_an_item_of_qti_2_reads_as_the_same_item_of_qti_3() -> None:
    assert read_item(QTI_2.encode(), "i.xml") == read_item(qti3(CHOICE), "i.xml")


def test_words_outside_of_any_paragraph_become_one() -> None:
    assert read_item(qti3(f"Which <b>one</b>? {CHOICE} And why?"), "i.xml").item.blocks == (
        Text("<p>Which <strong>one</strong>?</p>"),
        ChoiceInteraction("RESPONSE", (Choice("A", "one"), Choice("B", ""))),
        Text("<p>And why?</p>"),
    )
