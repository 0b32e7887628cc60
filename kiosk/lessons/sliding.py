"""The places of a slider: numbered from 0 at its low end, a step apart, exact in decimals."""

from decimal import Decimal, InvalidOperation

from kiosk.lessons.interactions import Response, SliderInteraction

_MOST = 10_000
"""Places at the most; a finer slider is coarsened, since no hand can tell its places apart."""

_WHERE_NO_STEP_IS_GIVEN = 100


def place_count(slider: SliderInteraction) -> int:
    """How many places there are, at least 1. The last is at or before the high end."""
    return max(int((_exact(slider.high) - _exact(slider.low)) / _step(slider)) + 1, 1)


def written(slider: SliderInteraction, place: int) -> str:
    """The value of a place, as a response and as it is shown: "3", "0.25"."""
    value = (_exact(slider.low) + place * _step(slider)).normalize()
    return str(int(value)) if slider.whole else format(value, "f")


def place_of(slider: SliderInteraction, response: Response) -> int | None:
    """The place nearest to a response; None for a blank, or for what is no number."""
    try:
        value = Decimal(response[0]) if response else None
    except InvalidOperation:
        return None
    if value is None or not value.is_finite():
        return None
    nearest = round((value - _exact(slider.low)) / _step(slider))
    return min(max(nearest, 0), place_count(slider) - 1)


def _step(slider: SliderInteraction) -> Decimal:
    span = _exact(slider.high) - _exact(slider.low)
    step = _exact(slider.step) if slider.step > 0 else span / _WHERE_NO_STEP_IS_GIVEN
    return max(step, span / (_MOST - 1)) or Decimal(1)


def _exact(number: float) -> Decimal:
    return Decimal(repr(number))
