"""Hypothesis strategies for this room: questions as authors may write them, and what students may answer."""

from hypothesis import strategies as st

from kiosk.lessons.interactions import Response
from kiosk.lessons.model import Question
from kiosk.lessons.quiz import read_quiz
from kiosk.lessons.source import Source
from tests.lessons.packages import NOWHERE

_words = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=12)
_numbers = st.one_of(
    st.integers(-(10**6), 10**6).map(str),
    st.decimals(-1000, 1000, places=3).map(str),
    st.tuples(st.integers(0, 99), st.integers(1, 99)).map(lambda pair: f"{pair[0]}/{pair[1]}"),
)


@st.composite
def _choices(draw: st.DrawFn) -> str:
    words = draw(st.lists(_words, min_size=2, max_size=6))
    right = draw(st.integers(0, len(words) - 1))
    return "\n".join(f"{'*' if index == right else ''}{'abcdef'[index]}) {word}" for index, word in enumerate(words))


@st.composite
def _boxes(draw: st.DrawFn) -> str:
    words = draw(st.lists(_words, min_size=2, max_size=6))
    right = draw(st.sets(st.integers(0, len(words) - 1), min_size=1))
    return "\n".join(f"[{'*' if index in right else ' '}] {word}" for index, word in enumerate(words))


_distinct = st.lists(_words, min_size=2, max_size=6, unique=True)


@st.composite
def _pairs(draw: st.DrawFn) -> str:
    sources, targets = draw(_distinct), draw(_distinct)
    pairs = [
        *zip(sources, targets[:2], strict=False),
        *((word, draw(st.sampled_from(targets))) for word in sources[2:]),
    ]
    return "\n".join(f"~ {source} -> {target}" for source, target in pairs)


_rows = _distinct.map(lambda words: "\n".join(f"{place}) {word}" for place, word in enumerate(words, 1)))
_short = st.lists(_words, min_size=1, max_size=3).map(lambda words: "\n".join(f"* {word}" for word in words))
_exact = _numbers.map(lambda number: f"= {number}")
_margin = st.tuples(_numbers, st.integers(0, 50)).map(lambda pair: f"= {pair[0]} +- {pair[1]}%")
_range = st.tuples(st.integers(-99, 0), st.decimals(0, 99, places=2)).map(lambda pair: f"= [{pair[0]}, {pair[1]}]")


@st.composite
def questions(draw: st.DrawFn) -> Question:
    """A question of any kind, read from a quiz."""
    answers = draw(st.one_of(_choices(), _boxes(), _pairs(), _rows, _short, _exact, _margin, _range))
    points, tries = draw(st.integers(1, 9)), draw(st.integers(1, 4))
    source = Source(NOWHERE, "one.md", [])
    read = read_quiz(f"Points: {points}\nTries: {tries}\n1. Which?\n{answers}", source, 1, {})
    assert not source.faults
    return read[0]


def responses() -> st.SearchStrategy[Response]:
    """What may be answered, blank and junk among it."""
    part = st.one_of(
        st.sampled_from(["", " ", "a", "b", "c", "s1 t1", "s1 t2", "s2 t1", "Santa", "0.5", "1/0"]), st.text()
    )
    return st.lists(part, max_size=4).map(tuple)
