"""SVG files that want to read, to run, or to keep the program busy, and honest ones beside them."""

import base64
import math

import pytest

from kiosk.lessons.svg import LARGEST, MOST_ELEMENTS, MOST_LETTERS, SvgRefusedError, read_svg
from tests.lessons.packages import png

FRAME = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
EMBEDDED = "data:image/png;base64," + base64.b64encode(png(3, 2)).decode()

PICTURE_OF_4_MILLION = "data:image/png;base64," + base64.b64encode(png(2000, 2000)).decode()


def svg(inside: str, *, size: str = 'width="40" height="20"') -> bytes:
    return FRAME.format(size, inside).encode()


def nested_use(levels: int) -> str:
    """Ten times as much to draw at each level."""
    groups = [
        f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>"
        if level
        else '<g id="g0"><path d="M0 0"/></g>'
        for level in range(levels)
    ]
    return "<defs>" + "".join(groups) + f'</defs><use href="#g{levels - 1}"/>'


def zigzag(points: int) -> str:
    """From one side to the other and back."""
    return " ".join(f"{place},{place % 2 * 800}" for place in range(points))


def coast(points: int) -> str:
    """An island with as many points as a map has."""
    turns = [2 * math.pi * place / points for place in range(points)]
    far = [300 + 40 * math.sin(23 * turn) for turn in turns]
    return " ".join(f"{at * math.cos(turn):.1f},{at * math.sin(turn):.1f}" for at, turn in zip(far, turns, strict=True))


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script>1</script>", "contains <script>"),
        ("<foreignObject/>", "contains <foreignObject>"),
        ("<animate/>", "contains <animate>"),
        ("<filter><feImage href='x.png'/></filter>", "contains <filter>"),
        ("<pattern/>", "contains <pattern>"),
        ('<image href="/etc/passwd"/>', "not in it"),
        ('<image xlink:href="file:///etc/passwd"/>', "not in it"),
        ('<image href="https://x.example/a.png"/>', "not in it"),
        ('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', "not in it"),
        ('<image href="data:image/png;base64,AAAA"/>', "not in it"),
        (f'<image href="{PICTURE_OF_4_MILLION}"/>' * 3, "too large"),
        ("<text>" + "a" * (MOST_LETTERS + 1) + "</text>", "letters"),
        ('<defs><text id="a">' + "a" * 999 + "</text></defs>" + '<use href="#a"/>' * 4, "letters"),
        ("<style>" + "g g rect { fill: red }" * 1000 + "</style>" + "<rect/>" * 1000, "style sheet"),
        (f'<image href="data:image/png;base64,{base64.b64encode(png(20_000, 20_000)).decode()}"/>', "too large"),
        ('<rect fill="url(file:///etc/passwd)"/>', "another file"),
        ('<rect style="fill: url( x.svg#a)"/>', "another file"),
        ("<style>@import 'x.css';</style>", "style sheet"),
        ("<style>rect { fill: url(x.svg#a) }</style>", "style sheet"),
        ('<use href="other.svg#a"/>', "another file"),
        ('<g id="a"><use href="#b"/></g><g id="b"/><use href="#a"/>', "something else"),
        ('<g id="a"><use href="#a"/></g>', "something else"),
        ('<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>', "something else"),
        (nested_use(8), "something else"),
        ('<g id="a">' + "<path/>" * 100 + "</g>" + '<use href="#a"/>' * 100, "draws more than"),
        ("<path/>" * MOST_ELEMENTS, "elements"),
        (f'<polygon points="{zigzag(200)}"/>', "to and fro"),
        (f'<path d="M{zigzag(200)}z"/>', "to and fro"),
        (f'<path d="M0 0{"C9 99 7 -99 50 50" * 200}"/>', "to and fro"),
        (f'<path d="M0 0{"v9h1v-9h1" * 100}"/>', "to and fro"),
        (f'<polygon points="{zigzag(40)}"/>' * 20, "to and fro"),
        (f'<polygon id="a" points="{zigzag(40)}"/>' + '<use href="#a"/>' * 20, "to and fro"),
        ("<g>" * 1000 + "</g>" * 1000, "nested"),
        ("<metadata>" + "<g>" * 1000 + "</g>" * 1000 + "</metadata>", "nested"),
    ],
)
def test_what_could_harm_is_refused(inside: str, reason: str) -> None:
    with pytest.raises(SvgRefusedError, match=reason):
        read_svg(svg(inside))


@pytest.mark.parametrize(
    "data",
    [
        b'<!DOCTYPE svg [<!ENTITY a "' + b"x" * 1000 + b'">]>' + svg("<text>" + "&a;" * 1000 + "</text>"),
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + svg("<text>&a;</text>"),
        svg("").decode().encode("utf-16"),
        b'<?xml version="1.0" encoding="utf-7"?>' + svg("") + b"\xff",
        b"<svg",
        b"",
        b"<html/>",
        svg("<text>" + "x" * LARGEST + "</text>"),
    ],
)
def test_what_is_no_plain_svg_is_refused(data: bytes) -> None:
    with pytest.raises(SvgRefusedError):
        read_svg(data)


@pytest.mark.parametrize("size", ['width="1e9" height="1e9"', 'viewBox="0 0 1e300 1"', 'width="0" height="4"'])
def test_a_size_beyond_reason_is_refused(size: str) -> None:
    with pytest.raises(SvgRefusedError, match="size"):
        read_svg(svg("", size=size))


def test_a_huge_view_box_in_a_picture_of_usual_size_is_only_drawn_small() -> None:
    assert read_svg(svg("", size='width="40" height="20" viewBox="0 0 1e9 1e9"')).width == 40


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ('width="40" height="20"', (40, 20)),
        ('width="40px" height="1in"', (40, 96)),
        ('viewBox="0 0 30 60"', (30, 60)),
        ('width="60" viewBox="0,0,30,60"', (60, 120)),
        ('width="100%" height="100%" viewBox="0 0 30 60"', (30, 60)),
        ("", (300, 150)),
    ],
)
def test_a_picture_is_as_large_as_it_says(size: str, expected: tuple[int, int]) -> None:
    read = read_svg(svg("", size=size))
    assert (read.width, read.height) == expected


def test_an_honest_picture_keeps_all_that_is_drawn() -> None:
    inside = (
        '<defs><linearGradient id="l"><stop offset="0"/></linearGradient></defs><style>.a { fill: url(#l) }</style>'
        '<g id="a" class="a"><rect width="4" /><text x="1">1 &lt; 2</text></g><use xlink:href="#a"/>'
        f'<image href="{EMBEDDED}"/>'
    )
    text = read_svg(svg(inside)).text
    for kept in (".a { fill: url(#l) }", '<rect width="4">', "1 &lt; 2", '<use xlink:href="#a">', EMBEDDED[-10:]):
        assert kept in text


def test_what_drawing_programs_note_for_themselves_is_left_out() -> None:
    noted = (
        '<s:namedview xmlns:s="http://inkscape.example" s:zoom="2"><g/></s:namedview><metadata><rect/></metadata>'
        '<rect xmlns:s="http://inkscape.example" s:label="a" onclick="f()"/>'
    )
    text = read_svg(b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">' + svg(noted)).text
    assert text.endswith('xlink"><rect></rect></svg>')


@pytest.mark.parametrize(
    "inside",
    [
        f'<polygon points="{coast(10_000)}"/>',
        '<path d="' + "".join(f"M0 {8 * line}H800M{8 * line} 0V800" for line in range(100)) + '" stroke="black"/>',
        '<path d="M2 2l4-4.5.5 3 1e1 0zm9 9h-3v4q1 1 2 2t3 3s1 1 2 2a5 5 0 0 1 9 9z"/>' * 900,
    ],
    ids=["a coast", "squared paper", "many small shapes"],
)
def test_a_drawing_of_many_points_that_is_drawn_at_once_is_let_through(inside: str) -> None:
    assert inside[:40] in read_svg(svg(inside)).text
