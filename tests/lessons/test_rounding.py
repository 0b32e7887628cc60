import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.rounding import to_decimal_places, to_significant_figures


@pytest.mark.parametrize(
    ("number", "places", "rounded"),
    [(2.675, 2, 2.68), (-2.675, 2, -2.68), (1.005, 2, 1.01), (2.5, 0, 3.0), (7, 2, 7.0), (1.0, -1, None)],
)
def test_a_five_goes_up_as_it_is_written(number: float, places: int, rounded: float | None) -> None:
    assert to_decimal_places(number, places) == rounded


@pytest.mark.parametrize(
    ("number", "figures", "rounded"),
    [(1234.5, 2, 1200.0), (0.0012345, 3, 0.00123), (99.95, 3, 100.0), (-0.05, 1, -0.05), (0.0, 3, 0.0), (1.0, 0, None)],
)
def test_figures_are_counted_from_the_first_that_is_not_0(number: float, figures: int, rounded: float | None) -> None:
    assert to_significant_figures(number, figures) == rounded


@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(-5, 500))
def test_no_number_whatever_raises(number: float, figures: int) -> None:
    to_decimal_places(number, figures)
    to_significant_figures(number, figures)
