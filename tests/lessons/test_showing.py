from collections.abc import Mapping

import pytest

from kiosk.lessons.interactions import (
    Area,
    Choice,
    ChoiceInteraction,
    Condition,
    EndAttemptInteraction,
    Hotspot,
    HotspotInteraction,
    HottextInteraction,
    InlineChoiceInteraction,
    MatchInteraction,
    Picture,
    Shape,
)
from kiosk.lessons.item import Block, Item, ModalFeedback, Rubric, Shown, TemplateDeclaration, Text
from kiosk.lessons.item_session import ItemSession
from kiosk.lessons.printing import printed
from kiosk.lessons.showing import ShownItem, resolved, shown
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Value
from kiosk.lessons.whitelist import clean

SINGLE, MULTIPLE, ORDERED = Cardinality.SINGLE, Cardinality.MULTIPLE, Cardinality.ORDERED
WORD = Value(SINGLE, BaseType.IDENTIFIER, ("good",))


def whole(value: int) -> Value:
    return Value(SINGLE, BaseType.INTEGER, (value,))


def real(value: float) -> Value:
    return Value(SINGLE, BaseType.FLOAT, (value,))


def session(
    *blocks: Block, seed: int = 1, attempts: int = 0, item: Item | None = None, **variables: Nullable
) -> ItemSession:
    return ItemSession(item or Item("i", "", blocks), seed, variables, attempts)


def text(html: str, *, in_formulas: str = "", **variables: Nullable) -> str:
    item = Item("i", "", (), templates=_templates(in_formulas))
    return resolved(html, ItemSession(item, 1, variables))


def _templates(in_formulas: str) -> tuple[TemplateDeclaration, ...]:
    return tuple(TemplateDeclaration(name, SINGLE, BaseType.FLOAT, is_math=True) for name in in_formulas)


def test_a_text_without_marks_is_left_as_it_is() -> None:
    html = (
        '<h2>a &lt; b</h2><p align="center">c<br />d <img src="a.png" alt="" width="3" height="4" /></p>'
        '<table><tr><td colspan="2">&amp; <span class="math">x &lt; 1</span></td></tr></table><ol start="3"></ol>'
        '<p><x-slot response="R"></x-slot> <x-gap identifier="G"></x-gap> <x-hottext identifier="H">w</x-hottext></p>'
    )
    assert text(html, A=WORD) == html


@pytest.mark.parametrize(
    ("hostile", "left"),
    [
        ('<img src="a.png" onerror="f()" style="x" />', '<img src="a.png" />'),
        ('<IMG SRC="file:///etc/passwd">', ""),
        ("<script>f()</script>", "f()"),
        ('<a href="http://x.example">words</a>', "words"),
        ("<!-- a --><?php a ?>", "&lt;!-- a -->&lt;?php a ?>"),
        ("1 < 2 <p", "1 &lt; 2 &lt;p"),
        ('<p style="background: url(file:///x)">a</p>', "<p>a</p>"),
        ('<object data="x"/><svg/><math/>', ""),
    ],
)
def test_what_is_not_on_the_list_does_not_reach_the_screen(hostile: str, left: str) -> None:
    assert clean(hostile) == left
    assert text(hostile) == left


def test_what_a_variable_holds_is_text() -> None:
    value = Value(SINGLE, BaseType.STRING, ('<img src="file:///etc/passwd"> & <x-slot response="R">',))
    told = text('<p><x-variable name="V"/></p>', V=value)
    assert told == "<p>&lt;img src=&quot;file:///etc/passwd&quot;&gt; &amp; &lt;x-slot response=&quot;R&quot;&gt;</p>"


@pytest.mark.parametrize(
    "mark", ['<x-variable name="V">', '<x-variable name="V"/>', '<x-variable name="V"></x-variable>']
)
def test_a_variable_is_printed_however_its_mark_is_closed(mark: str) -> None:
    assert text(f"a {mark} b", V=whole(7)) == "a 7 b"
    assert text(f"a {mark} b", V=None) == text(f"a {mark} b") == "a  b"


@pytest.mark.parametrize(
    ("value", "how", "expected"),
    [
        (real(7), {}, "7"),
        (real(0.1 + 0.2), {}, "0.3"),
        (real(1 / 3), {"format": "%.2f"}, "0.33"),
        (real(2.5), {"format": "%d"}, "2"),
        (whole(7), {"format": "%i"}, "7"),
        (whole(7), {"format": "%03d"}, "007"),
        (whole(7), {"format": "%+d"}, "+7"),
        (whole(255), {"format": "%x"}, "ff"),
        (whole(255), {"format": "%#X"}, "0XFF"),
        (whole(8), {"format": "%o"}, "10"),
        (whole(5), {"base": "2"}, "101"),
        (whole(-255), {"base": "16"}, "-ff"),
        (whole(5), {"base": "99"}, "5"),
        (real(12345.678), {"format": "%e"}, "1.234568e+04"),
        (real(12345.678), {"format": "%g"}, "12345.7"),
        (real(12345.678), {"format": "%.3r"}, "12300"),
        (real(0.5), {"format": "%.3r"}, "0.500"),
        (real(0.5), {"format": "%.3R"}, "0.5"),
        (real(12345.678), {"format": "%.2e", "power-form": "true"}, "1.23 \N{MULTIPLICATION SIGN} 10<sup>4</sup>"),
        (real(float("inf")), {"format": "%d"}, "inf"),
        (real(1.5), {"format": "%s"}, "1.5"),
        (real(1.5), {"format": "%n%n %999999999d"}, "1.5"),
        (whole(10**5000), {}, "?"),
        (Value(SINGLE, BaseType.BOOLEAN, (True,)), {}, "true"),
        (Value(SINGLE, BaseType.STRING, ("a & b",)), {"format": "%d"}, "a &amp; b"),
        (Value(SINGLE, BaseType.POINT, ((3, 4),)), {}, "3 4"),
        (Value(MULTIPLE, BaseType.INTEGER, (1, 2, 3)), {}, "1;2;3"),
        (Value(ORDERED, BaseType.INTEGER, (1, 2, 3)), {"delimiter": ", ", "format": "%02d"}, "01, 02, 03"),
        (Value(ORDERED, BaseType.INTEGER, (1, 2, 3)), {"index": "2"}, "2"),
        (Value(ORDERED, BaseType.INTEGER, (1, 2, 3)), {"index": "0"}, ""),
        (Value(Cardinality.RECORD, None, fields={"a": whole(1), "b": None}), {}, "a=1;b="),
        (Value(Cardinality.RECORD, None, fields={"a": real(1.25)}), {"field": "a", "format": "%.1f"}, "1.2"),
        (None, {"format": "%d"}, ""),
    ],
)
def test_a_value_is_written_as_qti_says(value: Nullable, how: Mapping[str, str], expected: str) -> None:
    assert printed(value, how) == expected


def test_what_depends_on_a_variable_is_there_while_it_names_it() -> None:
    html = '<p>a<x-shown kind="feedback" variable="F" identifier="good" show="true"> <em>well</em> done</x-shown>.</p>'
    assert text(html, F=WORD) == "<p>a <em>well</em> done.</p>"
    assert text(html, F=None) == "<p>a.</p>"
    hides = html.replace('"true"', '"false"')
    assert text(hides, F=WORD) == "<p>a.</p>"
    assert text(hides, F=None) == "<p>a <em>well</em> done.</p>"
    several = Value(MULTIPLE, BaseType.IDENTIFIER, ("other", "good"))
    assert "done" in text(html, F=several)


def test_conditions_lie_within_each_other_and_an_end_too_many_does_no_harm() -> None:
    def mark(name: str, inside: str) -> str:
        return f'<x-shown kind="template" variable="{name}" identifier="good" show="true">{inside}</x-shown>'

    html = f"1{mark('A', f'2{mark("B", "3")}4')}5</x-shown>6"
    assert text(html, A=WORD, B=WORD) == "123456"
    assert text(html, A=WORD) == "12456"
    assert text(html, B=WORD) == "156"


def test_a_template_variable_stands_in_formulas_by_its_name() -> None:
    mathml = (
        '<span class="mathml">&lt;m:math xmlns:m="x"&gt;&lt;m:mi&gt;A&lt;/m:mi&gt;&lt;m:mi&gt;AB&lt;/m:mi&gt;'
        "&lt;/m:math&gt;</span>"
    )
    told = text(f'{mathml} A <span class="math">2A + \\Alpha + A_1 &lt; A</span>', in_formulas="A", A=real(-3))
    assert "&lt;m:mrow&gt;&lt;m:mo&gt;\N{MINUS SIGN}&lt;/m:mo&gt;&lt;m:mn&gt;3&lt;/m:mn&gt;&lt;/m:mrow&gt;" in told
    assert "&lt;m:mi&gt;AB&lt;/m:mi&gt;" in told
    assert told.endswith(' A <span class="math">2{-3} + \\Alpha + A_1 &lt; {-3}</span>')
    assert text(mathml, A=real(-3)) == mathml


def test_blocks_are_there_by_condition_and_by_reader() -> None:
    held, other = Condition("F", "good"), Condition("F", "bad")
    blocks = (
        Text("<p>all</p>"),
        Shown(held, (Text("<p>held</p>"), Shown(other, (Text("<p>never</p>"),)))),
        Rubric(frozenset({"scorer", "author"}), (Text("<p>for scorers</p>"),)),
        Rubric(frozenset({"candidate"}), (Text("<p>for you</p>"),)),
        Rubric(frozenset(), (Text("<p>for everybody</p>"),)),
        Text('<x-shown kind="feedback" variable="F" identifier="bad" show="true"><p>gone</p></x-shown>'),
    )

    def told(item: ShownItem) -> list[str]:
        return [block.html for block in item.blocks if isinstance(block, Text)]

    now = session(*blocks, F=WORD)
    assert told(shown(now)) == ["<p>all</p>", "<p>held</p>", "<p>for you</p>", "<p>for everybody</p>"]
    assert "<p>for scorers</p>" in told(shown(now, frozenset({"scorer"})))


def test_feedback_is_said_after_an_attempt_while_its_condition_holds() -> None:
    said = ModalFeedback(Condition("F", "good"), '<p>Yes, <x-variable name="N">.</p>', "Well done")
    item = Item("i", "", (), feedback=(said, ModalFeedback(Condition("F", "good", shows=False), "<p>No.</p>")))
    assert shown(session(item=item, F=WORD, N=whole(3))).feedback == ()
    [told] = shown(session(item=item, attempts=1, F=WORD, N=whole(3))).feedback
    assert (told.title, told.html) == ("Well done", "<p>Yes, 3.</p>")


LETTERS = tuple(Choice(letter, letter, fixed=letter in "ch") for letter in "abcdefgh")


def order(interaction: object, side: str = "choices") -> str:
    return "".join(choice.identifier for choice in getattr(interaction, side))


def test_the_seed_shuffles_choices_and_keeps_the_fixed_ones() -> None:
    asked = ChoiceInteraction("R", LETTERS, shuffle=True)
    [first] = shown(session(asked, seed=1)).blocks
    [again] = shown(session(asked, seed=1, attempts=3)).blocks
    orders = {order(shown(session(asked, seed=seed)).blocks[0]) for seed in range(20)}
    assert first == again
    assert len(orders) > 10
    assert all(sorted(one) == list("abcdefgh") and one[2] == "c" and one[7] == "h" for one in orders)
    [straight] = shown(session(ChoiceInteraction("R", LETTERS))).blocks
    assert order(straight) == "abcdefgh"


def test_an_order_is_the_same_on_every_machine() -> None:
    [told] = shown(session(ChoiceInteraction("RESPONSE", LETTERS, shuffle=True), seed=7)).blocks
    assert order(told) == "fdcgaebh"


def test_both_sides_of_a_match_are_shuffled_each_in_its_own_way() -> None:
    asked = MatchInteraction("R", LETTERS, LETTERS, shuffle=True)
    told = [shown(session(asked, seed=seed)).blocks[0] for seed in range(5)]
    assert any(order(one, "sources") != order(one, "targets") for one in told)


def test_choices_are_there_by_condition_and_say_their_variables() -> None:
    choices = (
        Choice("a", '<x-variable name="N"> apples', '<p><x-variable name="N"></p>'),
        Choice("b", "b", condition=Condition("F", "bad")),
    )
    hotspots = (Hotspot("h", Area(Shape.DEFAULT)), Hotspot("g", Area(Shape.DEFAULT), condition=Condition("F", "bad")))
    content = (
        '<p><x-hottext identifier="a">kept</x-hottext> <x-hottext identifier="b">gone <em>too</em></x-hottext>.</p>'
    )
    asked = (
        ChoiceInteraction("C", choices, prompt='<p>How many? <x-variable name="N"></p>'),
        HotspotInteraction("H", Picture("a.png", 3, 4), hotspots),
        HottextInteraction("T", choices, content),
    )
    choice, hotspot, hottext = shown(session(*asked, F=WORD, N=whole(3))).blocks
    assert isinstance(choice, ChoiceInteraction)
    assert isinstance(hotspot, HotspotInteraction)
    assert isinstance(hottext, HottextInteraction)
    assert choice.prompt == "<p>How many? 3</p>"
    assert choice.choices == (Choice("a", "3 apples", "<p>3</p>"),)
    assert hotspot.hotspots == hotspots[:1]
    assert hottext.content == '<p><x-hottext identifier="a">kept</x-hottext> .</p>'


def test_what_stands_in_the_text_is_told_by_its_response() -> None:
    drop = InlineChoiceInteraction("D", LETTERS, shuffle=True)
    button = EndAttemptInteraction("HINT", "Show a hint")
    item = Item("i", "", (Text('<p><x-slot response="D"></x-slot></p>'), button), inline=(drop,))
    told = shown(session(item=item))
    assert set(told.inline) == {"D", "HINT"}
    assert order(told.inline["D"]) != order(drop)
    assert told.blocks == (
        Text('<p><x-slot response="D"></x-slot></p>'),
        Text('<p><x-slot response="HINT"></x-slot></p>'),
    )
