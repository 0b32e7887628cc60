"""A slider's places and the values that are written for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.interactions import SliderInteraction
from kiosk.lessons.sliding import place_count, place_of, written


@pytest.mark.parametrize(
    ("slider", "values"),
    [
        (SliderInteraction("R", 0, 4), ["0", "1", "2", "3", "4"]),
        (SliderInteraction("R", -2, 4, step=2), ["-2", "0", "2", "4"]),
        (SliderInteraction("R", 0, 0.3, step=0.1, whole=False), ["0", "0.1", "0.2", "0.3"]),
        (SliderInteraction("R", 0, 10, step=4), ["0", "4", "8"]),
        (SliderInteraction("R", 100, 300, step=100), ["100", "200", "300"]),
        (SliderInteraction("R", 5, 5), ["5"]),
    ],
)
def test_places_stand_a_step_apart_and_are_written_exactly(slider: SliderInteraction, values: list[str]) -> None:
    assert [written(slider, place) for place in range(place_count(slider))] == values


def test_a_slider_without_a_step_has_a_hundred() -> None:
    slider = SliderInteraction("R", 0, 1, step=0, whole=False)
    assert place_count(slider) == 101
    assert written(slider, 25) == "0.25"


def test_a_slider_finer_than_any_hand_is_coarsened() -> None:
    assert place_count(SliderInteraction("R", 0, 1e9)) == 10_000


@pytest.mark.parametrize(
    ("response", "place"),
    [((), None), (("many",), None), (("nan",), None), (("2",), 1), (("2.9",), 1), (("-9",), 0), (("99",), 5)],
)
def test_a_response_is_the_place_nearest_to_it(response: tuple[str, ...], place: int | None) -> None:
    assert place_of(SliderInteraction("R", 0, 10, step=2), response) == place


@given(low=st.integers(-1000, 1000), steps=st.integers(0, 500), step=st.sampled_from([1, 2, 5]), at=st.integers(0, 500))
def test_what_is_written_is_read_back(low: int, steps: int, step: int, at: int) -> None:
    slider = SliderInteraction("R", low, low + steps * step, step=step)
    place = min(at, steps)
    assert place_of(slider, (written(slider, place),)) == place
