import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.drawing import Stroke, drawn_on, leaves_a_trace, strokes_from_text, strokes_to_text

TENTHS = st.integers(-10_000, 10_000).map(lambda number: number / 10)
STROKES = st.builds(
    Stroke,
    st.lists(st.tuples(TENTHS, TENTHS), min_size=1, max_size=5).map(tuple),
    st.sampled_from(["", "#1D2433", "#B3261E"]),
    st.sampled_from([3.0, 7.5]),
)


@given(st.lists(STROKES, max_size=4).map(tuple))
def test_a_drawing_comes_back_as_it_was_written(strokes: tuple[Stroke, ...]) -> None:
    assert strokes_from_text(strokes_to_text(strokes)) == strokes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "7",
        "[[]]",
        '[["#000000", 3, []]]',
        '[["#000000", 3, [1]]]',
        "[[7, 3, [1, 2]]]",
        '[["", "3", [1, 2]]]',
        '[["", 3, ["1", 2]]]',
        '[["", 3, [1' + ",1" * 1_000_001 + "]]]",
    ],
    ids=range(10),
)
def test_what_is_no_drawing_is_none(text: str) -> None:
    assert strokes_from_text(text) is None


def test_a_hand_that_rests_adds_nothing() -> None:
    line = Stroke(((0, 0),), "#1D2433", 3)
    assert drawn_on(line, (0.5, 0.5)) is line
    assert drawn_on(line, (3, 4)).points == ((0, 0), (3, 4))


def test_rubbing_alone_leaves_no_trace() -> None:
    assert not leaves_a_trace(())
    assert not leaves_a_trace((Stroke(((0, 0),), "", 20),))
    assert leaves_a_trace((Stroke(((0, 0),), "#1D2433", 3),))
