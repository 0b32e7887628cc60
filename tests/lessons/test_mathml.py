from xml.etree import ElementTree as ET

import pytest

from kiosk.lessons.mathml import DEEPEST, LONGEST, MOST_ELEMENTS, MathmlRefusedError, is_mathml, plain_tree
from kiosk.lessons.speech_mathml import speak_mathml


def math(inside: str) -> str:
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML">{inside}</math>'


def test_mathml_is_told_from_latex() -> None:
    assert is_mathml(math("<mn>1</mn>"))
    assert is_mathml(' <m:math xmlns:m="x"/>')
    assert not is_mathml(r"a < b")
    assert not is_mathml("<mathematics/>")


def test_only_what_can_be_drawn_is_kept() -> None:
    source = (
        '<m:math xmlns:m="x" xmlns:xlink="y" alttext="a" style="width: 9px" xlink:href="file:///etc/passwd"><m:semantics>'
        '<m:mstyle mathsize="900"><m:mi>a</m:mi><m:mspace width="1em"/><m:mspace width="99999em"/></m:mstyle>'
        "<m:annotation>a</m:annotation></m:semantics><m:mo>&times;</m:mo></m:math>"
    )
    row = '<mrow><mrow><mi>a</mi><mspace width="1em" /><mspace /></mrow></mrow>'
    tree = plain_tree(source)
    assert ET.tostring(tree, encoding="unicode") == (f'<math alttext="a">{row}<mo>\N{MULTIPLICATION SIGN}</mo></math>')


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ('<!DOCTYPE math [<!ENTITY a "b">]>' + math("&a;"), "declares"),
        (math("<apply><plus/></apply>"), "<apply>"),
        (math("<script>1</script>"), "<script>"),
        (math("<mi>a"), "no XML"),
        (math("&nothing;"), "no XML"),
        ("<svg><math/></svg>", "begin with"),
        (math("<mi>a</mi>" * MOST_ELEMENTS), "elements"),
        (math("<mrow>" * DEEPEST + "</mrow>" * DEEPEST), "deep"),
        (math("<mi>" + "a" * LONGEST + "</mi>"), "longer"),
        (math("<mfrac><mi>a</mi></mfrac>"), "1 parts"),
    ],
)
def test_what_is_no_mathml_of_ours_is_refused(source: str, reason: str) -> None:
    with pytest.raises(MathmlRefusedError, match=reason):
        plain_tree(source)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<mfrac><mn>1</mn><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></mfrac>", "1 over (x plus 1)"),
        (
            "<msup><mi>x</mi><mn>2</mn></msup><mo>\N{MINUS SIGN}</mo><msub><mi>a</mi><mi>n</mi></msub>",
            "x squared minus a sub n",
        ),
        ("<msubsup><mi>a</mi><mn>1</mn><mi>n</mi></msubsup>", "a sub 1 to the power n"),
        ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "the square root of (a plus b)"),
        ("<mroot><mi>a</mi><mn>3</mn></mroot>", "root 3 of a"),
        ("<munderover><mo>∑</mo><mn>1</mn><mi>n</mi></munderover><mi>i</mi>", "sum from 1 to n i"),
        ("<mover><mi>AB</mi><mo>→</mo></mover>", "vector AB"),
        ("<munder><mi>lim</mi><mn>0</mn></munder>", "lim under it 0"),
        ("<mfenced open='['><mi>a</mi><mi>b</mi></mfenced>", "[a, b)"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd/></mtr></mtable>",
            "row 1: 1, 2; row 2: ",
        ),
        ("<mi>a</mi><mspace width='1em'/><mo>\N{INVISIBLE TIMES}</mo><mi>b</mi>", "a b"),
    ],
)
def test_mathml_is_said_as_one_reads_it(inside: str, words: str) -> None:
    assert speak_mathml(math(inside)) == words


def test_an_author_s_own_words_come_first_and_what_is_refused_is_still_said() -> None:
    assert speak_mathml("<math alttext='one &amp; a  half'><mn>1.5</mn></math>") == "one & a half"
    assert speak_mathml(math("<apply><ci>a</ci><cn>2</cn></apply>")) == "a 2"
