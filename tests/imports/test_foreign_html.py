import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from kiosk.errors import LessonError
from kiosk.imports.draft import Loss
from kiosk.imports.foreign_html import LARGEST, MOST_TAGS, Place, plain_text, read_html
from kiosk.imports.markdown import as_text, markdown
from kiosk.imports.whitelisted import block_html, line_html
from kiosk.lessons.content import parse
from tests.waiting import works_for_less_than

PICTURES = {"a.png": "media/a.png", "b c.png": "media/b c.png"}
PLACE = Place("page.html", 3, PICTURES.get)


def html(text: str) -> str:
    return block_html(read_html(text, PLACE, []))


def md(text: str) -> str:
    return "\n\n".join(markdown(read_html(text, PLACE, []), PLACE, []))


def lost(text: str) -> list[Loss]:
    losses: list[Loss] = []
    markdown(read_html(text, PLACE, losses), PLACE, losses)
    return losses


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ("just words & 1 < 2", "<p>just words &amp; 1 &lt; 2</p>"),
        ("<div>one</div>two<div>three", "<p>one</p>\n<p>two</p>\n<p>three</p>"),
        ("<b>bold <i>both</b></i>", "<p><strong>bold <em>both</em></strong></p>"),
        ("<b><p>one</p><p>two</p></b>", "<p>one</p>\n<p>two</p>"),
        ("<ul><li>a<ul><li>b</ul><li><p>c<p>d</ul>", "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>"),
        ("<ol start=3><li>c</ol>", '<ol start="3"><li>c</li></ol>'),
        (
            "<table><tr><th align=right>A<td colspan=2 onclick=x()>1</table>",
            '<table><tbody><tr><th align="right">A</th><td colspan="2">1</td></tr></tbody></table>',
        ),
        ("H<sub>2</sub>O<br>", "<p>H<sub>2</sub>O</p>"),
        ("<pre>a\n  b</pre>", "<pre>a\n  b</pre>"),
        ("<p><br></p><p> </p>x", "<p>x</p>"),
        (r"Is \(x<1\) so?", '<p>Is <span class="math">x&lt;1</span> so?</p>'),
        (r"<p>$$\frac12$$</p>", r'<p align="center"><span class="math">\frac12</span></p>'),
        (r"<code>\(x\)</code> for $5", r"<p><code>\(x\)</code> for $5</p>"),
        ('<img class="equation_image" data-equation-content="x^2">', '<p><span class="math">x^2</span></p>'),
        ("<img src='b c.png' alt='It &amp; me'>", '<p><img src="media/b c.png" alt="It &amp; me" /></p>'),
        ("<a href='https://example.org'>here</a>", "<p>here</p>"),
    ],
)
def test_foreign_html_becomes_ours(foreign: str, ours: str) -> None:
    assert html(foreign) == ours


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        ("<h1>Big</h1><h3>Small</h3>", "## Big\n\n### Small"),
        ("<p>1. no list<br>- no list</p>", "1\\. no list\\\n\\- no list"),
        ("<p>a_b *c* `d` [e] $5 &amp;lt;</p>", "a\\_b \\*c\\* \\`d\\` \\[e\\] \\$5 \\&lt;"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
        ("<ol><li><p>a<p>b<li>c</ol><ol><li>d</ol>", "1. a\n\n   b\n\n2. c\n\n1) d"),
        ("<table><tr><th>A|B<tr><td>x<p>y</table>", "| A\\|B |\n| --- |\n| x y |"),
        ("<table><tr><td>1<td>2</table>", "|  |  |\n| --- | --- |\n| 1 | 2 |"),
        ("x<sup>2</sup> and H<sub>2</sub>O", "x$^{2}$ and H$_{2}$O"),
        (r"<p>\[x^2\]</p>so \(y\)", "$$\nx^2\n$$\n\nso $y$"),
        ("<blockquote>q<p>r</blockquote>", "> q\n>\n> r"),
        ("<code>a`b</code>", "``a`b``"),
        ("<pre>x ``` y</pre>", "````\nx ``` y\n````"),
        ("so<b>!</b>loud <b>Note:</b> yes", "so!loud **Note:** yes"),
        ("<img src='b c.png' alt='x'>", "![x](<media/b c.png>)"),
    ],
)
def test_pages_are_markdown_as_a_teacher_would_write_it(foreign: str, ours: str) -> None:
    assert md(foreign) == ours


@pytest.mark.parametrize(
    ("foreign", "what"),
    [
        ("<script>alert(1)</script>x", "a script or drawing in the text"),
        ("<iframe src='https://example.org/x'></iframe>", "a page of another program (https://example.org/x)"),
        ("<video src='v.mp4'></video>", "a film (v.mp4)"),
        ("<img src='https://example.org/x.png' alt='a bee'>", "a picture (https://example.org/x.png)"),
        ("<img src='file:///etc/passwd'>", "a picture (without an address)"),
        ("<img src='a.png'>", "the description of the picture media/a.png"),
        ("<table><tr><td rowspan=2>x</table>", "joined cells of a table"),
        ("<math><mi>x</mi></math>", "a formula in MathML"),
    ],
)
def test_what_is_left_out_is_told_with_its_place(foreign: str, what: str) -> None:
    assert [(loss.file, loss.line, loss.what) for loss in lost(foreign)] == [("page.html", 3, what)]


def test_a_picture_that_is_missing_leaves_its_description() -> None:
    assert html("<img src='https://example.org/x.png' alt='a bee'>") == "<p>a bee</p>"


def test_mathml_is_kept_in_items_and_its_latex_wherever_it_comes_with_it() -> None:
    annotated = (
        '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\bar x</annotation></semantics></math>'
    )
    assert html(annotated) == '<p><span class="math">\\bar x</span></p>'
    assert html("<math alttext='a half'><mfrac><mn>1</mn><mn>2</mn></mfrac></math>") == (
        '<p><span class="mathml">&lt;math alttext="a half"&gt;&lt;mfrac&gt;&lt;mn&gt;1&lt;/mn&gt;&lt;mn&gt;2&lt;/mn&gt;'
        "&lt;/mfrac&gt;&lt;/math&gt;</span></p>"
    )
    assert md("<math alttext='a half'><mfrac><mn>1</mn><mn>2</mn></mfrac></math>") == "a half"


def test_the_label_of_a_choice_has_no_paragraph_of_its_own() -> None:
    assert line_html(read_html("<p>one <b>word</b></p>", PLACE, [])) == "one <strong>word</strong>"
    assert line_html(read_html("<p>one</p><p>two</p>", PLACE, [])) == "<p>one</p><p>two</p>"


def test_plain_text_is_the_words_on_one_line() -> None:
    assert plain_text("<p>one &amp; \n<b>two</b></p><p>three</p>") == "one & two three"


@pytest.mark.parametrize(
    "unit", ["<a ", "<!--", "<b><p>", "<div>", "<ul><li>", "<table><tr><td>", "&", "<a b='", "\\("]
)
def test_no_html_stalls_the_reader_or_breaks_it(unit: str) -> None:
    text = unit * (min(MOST_TAGS // 4, 40_000) // max(unit.count("<"), 1))
    with works_for_less_than(3.0):
        md(text)


def test_html_that_is_too_long_is_refused_with_its_place() -> None:
    for text in ("x" * (LARGEST + 1), "<" * (MOST_TAGS + 1)):
        with pytest.raises(LessonError, match=r"page\.html, line 3: this HTML is too long"):
            html(text)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0"), max_size=60))
def test_words_are_the_same_words_as_markdown(text: str) -> None:
    said = " ".join(text.split())
    tokens = parse(as_text(said))
    inline = [token for token in tokens if token.type == "inline"]
    shown = "".join(child.content for token in inline for child in token.children or ())
    assert " ".join(shown.split()) == said
    assert all(token.type in {"paragraph_open", "inline", "paragraph_close"} for token in tokens)


@given(st.text("<>/abpiuldtrh =\"'&;x\n", max_size=120))
def test_whatever_comes_in_only_our_tags_come_out(text: str) -> None:
    ours = html(text)
    tags = set(re.findall(r"</?([a-z0-9]+)", ours))
    assert tags <= {"p", "em", "strong", "ul", "li", "table", "tbody", "tr", "td", "th", "hr", "br", "u", "span"}
    assert "on" not in re.findall(r"<[^>]* (\w+)=", ours)


def test_markdown_of_a_whole_page_reads_back_as_the_same_words() -> None:
    foreign = "<p>One <b>two</b> <i>three</i> 4 &lt; 5</p><ul><li>six</li></ul><blockquote>seven</blockquote>"
    back = MarkdownIt("commonmark").render(md(foreign))
    assert re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", back))).split() == plain_text(foreign).split()
