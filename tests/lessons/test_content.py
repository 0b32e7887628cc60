from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.content import to_html, to_line_html
from kiosk.lessons.source import Source
from tests.lessons.packages import NOWHERE, png, told

TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "hr"),
    *("br", "table", "thead", "tbody", "tr", "th", "td", "img", "span"),
}
ATTRIBUTES = {"align", "start", "src", "alt", "class", "width", "height"}


def html(markdown: str) -> str:
    source = Source(NOWHERE, "one.md", [])
    text = to_html(markdown, source, 1)
    assert not source.faults
    return text


class TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


MARKDOWN = st.lists(
    st.sampled_from(
        [
            *(
                "# ",
                "> ",
                "- ",
                "3. ",
                "| a | b |\n|:-:|--|\n",
                "```js\n",
                "$",
                "$$\n",
                "*",
                "**",
                "`",
                "\n",
                "\n\n",
                "    ",
            ),
            *("[l](http://x 't')", "![p](x.png)", "<https://x.example>", "<script>alert(1)</script>", "<b onclick=x>"),
            *("<!-- c -->", "&lt;", "&#60;", "[r]: javascript:x\n", "[r]", "---\n", "word", '"', "<", ">", "\\"),
        ]
    ),
    max_size=25,
).map("".join)


@given(st.one_of(MARKDOWN, st.text()))
def test_only_tags_and_attributes_of_the_whitelist_come_out(markdown: str) -> None:
    reader = TagReader()
    reader.feed(to_html(markdown, Source(NOWHERE, "one.md", []), 1))
    assert reader.tags <= TAGS
    assert reader.attributes <= ATTRIBUTES


def test_html_in_the_source_is_text() -> None:
    assert html("a <b>c</b>") == "<p>a &lt;b&gt;c&lt;/b&gt;</p>"


def test_a_link_is_kept_as_its_text() -> None:
    assert html("[read *this*](https://x.example 'title')") == "<p>read <em>this</em></p>"


def test_a_table_keeps_its_alignment() -> None:
    assert '<td align="right">1</td>' in html("| a |\n|--:|\n| 1 |\n")


def test_a_list_keeps_where_it_starts() -> None:
    assert html("3. c").startswith('<ol start="3">')


def test_code_keeps_no_trace_of_its_language() -> None:
    assert html("```js\nx < 1\n```") == "<pre><code>x &lt; 1\n</code></pre>"


def test_a_formula_is_its_latex_in_a_span() -> None:
    assert html(r"$\frac12 < 1$") == r'<p><span class="math">\frac12 &lt; 1</span></p>'


def test_a_formula_that_stands_alone_stands_in_the_middle() -> None:
    assert html("$$\n\\frac12\n$$") == r'<p align="center"><span class="math">\frac12</span></p>'


def test_a_formula_may_begin_a_paragraph_that_ends_with_a_digit() -> None:
    assert html("$x$ is 5") == '<p><span class="math">x</span> is 5</p>'


def test_sums_of_money_are_no_formula() -> None:
    assert html("One costs $5, two cost $9.") == "<p>One costs $5, two cost $9.</p>"


def test_a_label_of_one_paragraph_comes_without_its_tag() -> None:
    source = Source(NOWHERE, "one.md", [])
    assert to_line_html("*a*", source, 1) == "<em>a</em>"
    assert to_line_html("a\n\nb", source, 1) == "<p>a</p>\n<p>b</p>"


def test_a_picture_of_the_package_is_kept_with_its_description(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a line.svg").touch()
    source = Source(tmp_path, "one.md", [])
    assert (
        to_html('![a *number* line](<media/a line.svg> "t")', source, 1)
        == '<p><img src="media/a line.svg" alt="a number line" /></p>'
    )
    assert not source.faults


def test_a_picture_is_kept_with_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png(30, 20))
    (tmp_path / "b.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10.4"/>')
    source = Source(tmp_path, "one.md", [])
    assert 'width="30" height="20"' in to_html("![a](a.png)", source, 1)
    assert 'width="40" height="10"' in to_html("![b](b.svg)", source, 1)


@pytest.mark.parametrize(
    "target",
    [
        "missing.png",
        "../secret.png",
        "%2e%2e/secret.png",
        "media/../../secret.png",
        "/etc/secret.png",
        "file:///etc/secret.png",
        "https://x.example/a.png",
        "//x.example/a.png",
        "C:/secret.png",
        "<..\\secret.png>",
        "data:image/png;base64,AAAA",
        "one.md",
        "x" * 5000 + ".png",
    ],
)
def test_any_other_picture_is_a_fault_and_leaves_its_description(target: str, tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "one.md").touch()
    (tmp_path / "secret.png").touch()
    source = Source(package, "one.md", [])
    assert to_html(f"Look:\n![a line]({target})", source, 10) == "<p>Look:\na line</p>"
    assert told(source.faults, package) == [("one.md", 11)]


def test_a_picture_that_a_link_leads_out_to_is_a_fault(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (tmp_path / "secret.png").touch()
    (package / "a.png").symlink_to(tmp_path / "secret.png")
    source = Source(package, "one.md", [])
    assert "<img" not in to_html("![a](a.png)", source, 1)
    assert len(source.faults) == 1


def test_a_picture_without_a_description_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    source = Source(tmp_path, "one.md", [])
    to_html("![](a.png)", source, 4)
    assert told(source.faults, tmp_path) == [("one.md", 4)]
