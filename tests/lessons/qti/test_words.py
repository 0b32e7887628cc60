import pytest

from kiosk.lessons.interactions import Condition
from kiosk.lessons.item import Block, Rubric, Shown, Text
from tests.lessons.qti.sources import CHOICE, item, read

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">{}</math>'
PLAIN_MATH = '&lt;math display="block"&gt;{}&lt;/math&gt;'


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("words <b>bold</b> <i>slanted</i>", "<p>words <strong>bold</strong> <em>slanted</em></p>"),
        ("<div>one</div><div>two</div>", "<p>one</p><p>two</p>"),
        ("<div>one<p>two</p>three</div>", "<p>one</p><p>two</p><p>three</p>"),
        ("<p>  many \n spaces </p>", "<p>many spaces</p>"),
        ("<pre>as  it\n is</pre>", "<pre>as  it\n is</pre>"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<p>a <a href='http://x'>link</a> out</p>", "<p>a link out</p>"),
        ("<ruby><rb>漢</rb><rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", "<p>漢(かん)</p>"),
        ("<p>he said <q>no</q></p>", "<p>he said “no”</p>"),
        ("<p>H<sub>2</sub>O<br/>x<sup>2</sup></p>", "<p>H<sub>2</sub>O<br />x<sup>2</sup></p>"),
        ("<ol><li>one</li><li><p>two</p></li></ol>", "<ol><li>one</li><li><p>two</p></li></ol>"),
        ("<dl><dt>word</dt><dd>meaning</dd></dl>", "<dl><dt>word</dt><dd>meaning</dd></dl>"),
        (
            "<table><caption>C</caption><tr><th colspan='2'>H</th></tr><tr><td rowspan='x'/><td>1</td></tr></table>",
            '<table><caption>C</caption><tr><th colspan="2">H</th></tr><tr><td></td><td>1</td></tr></table>',
        ),
        ("<figure><p>seen</p><figcaption>below</figcaption></figure>", "<p>seen</p><p>below</p>"),
        ("<p class='qti-align-center'>mid</p>", '<p align="center">mid</p>'),
        ("<p>a <span class='qti-underline'>line</span></p>", "<p>a <u>line</u></p>"),
        ("<p>shown</p><h2 class='qti-visually-hidden'>heard</h2>", "<p>shown</p>"),
        ("<div dir='rtl'><p>אב</p></div>", '<div dir="rtl"><p>אב</p></div>'),
        ("<p>a <bdo dir='rtl'>bc</bdo></p>", "<p>a \u202ebc\u202c</p>"),
        ("<p>\\(x^2\\) <span class='math'>\\(y\\)</span></p>", '<p>\\(x^2\\) <span class="math">y</span></p>'),
        (
            MATH.format("<semantics><mi>x</mi><annotation>x</annotation></semantics>"),
            f'<p align="center"><span class="mathml">{PLAIN_MATH.format("&lt;mi&gt;x&lt;/mi&gt;")}</span></p>',
        ),
        (
            '<p><qti-printed-variable identifier="A" format="%i"/></p>',
            '<p><x-variable name="A" format="%i"></x-variable></p>',
        ),
        (
            '<qti-feedback-inline outcome-identifier="F" identifier="b" show-hide="hide">c</qti-feedback-inline>',
            '<p><x-shown kind="feedback" variable="F" identifier="b" show="false">c</x-shown></p>',
        ),
        ("<p> </p><em> </em>", ""),
    ],
)
def test_xhtml_becomes_the_tags_of_our_pages(body: str, html: str) -> None:
    assert item(body).blocks == ((Text(html),) if html else ())


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<p>a</p><script>alert(1)</script>", "<script>"),
        ("<p style='color: red'>a</p>", "style"),
        ("<p>a</p><blink/>", "<blink>"),
        ("<p>a</p><object type='text/html' data='http://x/y.html'/>", "http://x/y.html"),
        ("<p>a<svg xmlns='http://www.w3.org/2000/svg'><text>no</text></svg></p>", "<svg:svg>"),
        ("<p>a</p><img src='../../secret.png' alt=''/>", "../../secret.png"),
        ("<p>a</p><img src='http://x/y.png' alt=''/>", "http://x/y.png"),
        ("<p>a</p><img src='missing.png' alt=''/>", "missing.png"),
    ],
)
def test_what_cannot_be_shown_is_left_out_and_told_with_its_line(body: str, what: str) -> None:
    got = read(body)
    assert [(loss.line, loss.what) for loss in got.losses] == [(3, what)]
    assert got.item.blocks == (Text("<p>a</p>"),)


def test_a_list_is_cut_by_what_is_to_be_answered_in_it_and_goes_on_counting() -> None:
    blocks = item(f"<ol><li>one</li><li>two {CHOICE} more</li><li>three</li></ol>").blocks
    assert [block.html for block in blocks if isinstance(block, Text)] == [
        "<ol><li>one</li><li>two</li></ol>",
        '<ol start="2"><li>more</li><li>three</li></ol>',
    ]
    assert len(blocks) == 3


def test_a_table_is_cut_without_empty_rests() -> None:
    before, _, after = item(f"<table><tr><td>a</td><td>{CHOICE}</td></tr></table><p>b</p>").blocks
    assert (before, after) == (Text("<table><tr><td>a</td><td></td></tr></table>"), Text("<p>b</p>"))


def test_feedback_and_rubric_blocks_hold_blocks_of_their_own() -> None:
    feedback = (
        '<qti-feedback-block outcome-identifier="F" identifier="a">'
        "<qti-content-body>{}</qti-content-body></qti-feedback-block>"
    )
    rubric = '<qti-rubric-block view="scorer tutor">for two</qti-rubric-block>'
    choice = item(CHOICE).blocks
    expected: tuple[Block, ...] = (
        Shown(Condition("F", "a"), (Text("<p>why</p>"), *choice)),
        Rubric(frozenset({"scorer", "tutor"}), (Text("<p>for two</p>"),)),
    )
    assert item(feedback.format(f"<p>why</p>{CHOICE}") + rubric).blocks == expected
