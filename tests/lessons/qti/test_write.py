"""What was written reads back: any texts, any rules; and what our own questions say goes out in QTI's words."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.lessons.interactions import Choice, ChoiceInteraction
from kiosk.lessons.item import (
    Block,
    Expression,
    If,
    Item,
    LookupOutcome,
    ResponseDeclaration,
    Rubric,
    Rule,
    SetVariable,
    Text,
)
from kiosk.lessons.item_session import attempt, begin
from kiosk.lessons.processing_templates import standard_rules
from kiosk.lessons.qti.expressions import OPERATORS
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.portable import portable
from kiosk.lessons.qti.write import write_item
from kiosk.lessons.qti.xml import parse_xml
from kiosk.lessons.values import BaseType, Cardinality, Scalar, single

CHOICES = (Choice("A", "one"), Choice("B", "two"))
RESPONSE = ResponseDeclaration("RESPONSE", Cardinality.SINGLE, BaseType.IDENTIFIER)

words = (
    st.text(st.sampled_from("ab 12<>&\"'ü漢\u202e"), min_size=1).map(lambda text: " ".join(text.split())).filter(bool)
)
names = st.from_regex(r"[A-Z][A-Z_0-9]{0,5}", fullmatch=True)
scalars: st.SearchStrategy[tuple[BaseType, Scalar]] = st.one_of(
    st.tuples(st.just(BaseType.STRING), words),
    st.tuples(st.just(BaseType.FLOAT), st.floats(-1e9, 1e9)),
    st.tuples(st.just(BaseType.INTEGER), st.integers(-999, 999)),
    st.tuples(st.just(BaseType.PAIR), st.tuples(names, names)),
    st.tuples(st.just(BaseType.BOOLEAN), st.booleans()),
)
leaves = st.one_of(
    scalars.map(lambda told: Expression("base-value", (), {"base-type": str(told[0])}, single(*told))),
    names.map(lambda name: Expression("variable", (), {"identifier": name})),
)
expressions = st.recursive(
    leaves,
    lambda inner: st.builds(
        Expression,
        st.sampled_from(sorted(OPERATORS - {"base-value"})),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.sampled_from(["tolerance-mode", "figures", "pattern"]), words, max_size=2),
    ),
    max_leaves=8,
)
rules: st.SearchStrategy[Rule] = st.recursive(
    st.one_of(st.builds(SetVariable, names, expressions), st.builds(LookupOutcome, names, expressions)),
    lambda inner: st.builds(
        If,
        st.lists(st.tuples(expressions, st.lists(inner, max_size=2).map(tuple)), min_size=1, max_size=3).map(tuple),
        st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=5,
)


def item(*blocks: Block, processing: tuple[Rule, ...] = ()) -> Item:
    return Item("i", "T", blocks, responses=(RESPONSE,), response_processing=processing)


def again(written: Item) -> Item:
    return read_item(write_item(written), "i.xml").item


@settings(max_examples=40)  # what is slow here is making the trees
@given(st.lists(rules, max_size=3).map(tuple))
def test_any_rules_read_back_as_they_were_written(processing: tuple[Rule, ...]) -> None:
    assert again(item(processing=processing)).response_processing == processing


@given(words, words, words)
def test_any_words_read_back_as_they_were_written(title: str, prompt: str, label: str) -> None:
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in (prompt, label)]
    written = replace(item(ChoiceInteraction("RESPONSE", (Choice("A", escaped[1]),), prompt=escaped[0])), title=title)
    assert again(written) == written


def test_a_standard_template_is_written_by_its_name() -> None:
    written = write_item(item(processing=standard_rules("match_correct") or ()))
    assert re.search(rb'<qti-response-processing template="https://[^"]+/match_correct.xml"/>', written)


def test_html_that_is_not_well_formed_is_written_as_xml_all_the_same() -> None:
    odd = '<p>one<br>two <b>bold<p>&nbsp;three & more <img src="a.png" alt=""> </i>'
    body = parse_xml(write_item(item(Text(odd))), "i.xml").first("item-body")
    assert body is not None
    assert body.text == "onetwo bold\xa0three & more  "


def test_a_formula_of_ours_is_written_as_mathml() -> None:
    formula = '<p><span class="mathml">&lt;math&gt;&lt;mi&gt;x&lt;/mi&gt;&lt;/math&gt;</span></p>'
    written = write_item(item(Text(formula)))
    assert b'<p><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math></p>' in written
    assert again(item(Text(formula))).blocks == (Text(formula),)


def test_a_rubric_for_everybody_names_everybody() -> None:
    rubric = Rubric(frozenset(), (Text("<p>for all</p>"),))
    written = write_item(item(rubric))
    assert b'view="author candidate proctor scorer testConstructor tutor"' in written
    assert again(item(rubric)).blocks == (rubric,)


def test_feedback_to_a_choice_goes_out_as_inline_feedback_and_shows_after_the_choice() -> None:
    own = item(ChoiceInteraction("RESPONSE", (Choice("A", "one", feedback="<p>Not this.</p>"), CHOICES[1])))
    read = again(own)
    assert read == portable(own)
    assert attempt(begin(read, 1), {"RESPONSE": ("A",)}).variables["FEEDBACK_RESPONSE"] == single(
        BaseType.IDENTIFIER, "A"
    )
