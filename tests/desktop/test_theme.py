import math
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kiosk import resources
from kiosk.desktop import fonts, theme
from kiosk.desktop.theme import Colors, Size, Theme
from kiosk.front import theme_of
from kiosk.settings import Settings

AA = 4.5


def luminance(color: str) -> float:
    """WCAG 2.2, relative luminance."""
    seen = QColor(color)
    channels = (seen.redF(), seen.greenF(), seen.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else math.pow((part + 0.055) / 1.055, 2.4) for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def pairs(colors: Colors) -> list[tuple[str, str]]:
    """Every text and the ground it is read on, as the widgets pair them."""
    tones = (colors.good, colors.caution, colors.quiet, colors.bad)
    return [
        *product((colors.ink, colors.muted, colors.primary), (colors.page, colors.surface)),
        *product(colors.subjects.values(), (colors.surface,)),
        *((tone.ink, colors.surface) for tone in tones),
        *((tone.ink, tone.ground) for tone in tones),
        *((tone.ground, tone.ink) for tone in tones),
        *((colors.ink, tone.ground) for tone in tones),
        (colors.ink, colors.primary_soft),
        (colors.on_primary, colors.primary),
    ]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_is_readable_on_its_ground(dark: bool) -> None:
    poor = {pair: contrast(*pair) for pair in pairs(Theme(dark=dark).colors) if contrast(*pair) < AA}
    assert poor == {}


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_text_grows_with_its_scale() -> None:
    assert theme.px(Theme(text_scale=1.0), Size.BODY) == 18
    assert theme.px(Theme(text_scale=2.0), Size.BODY) == 36


def test_a_window_is_narrow_in_proportion_to_its_text() -> None:
    assert not theme.one_column(Theme(), 1024)
    assert theme.one_column(Theme(text_scale=2.0), 1280)
    assert not theme.one_column(Theme(text_scale=2.0), 1920)


def test_nothing_moves_for_those_who_want_no_motion() -> None:
    assert theme.page_change_ms(Theme(reduced_motion=True)) == 0
    assert theme.page_change_ms(Theme()) == 150


def test_nothing_moves_where_the_desktop_wants_it_so_whatever_the_setting_says() -> None:
    for setting, wish in product((False, True), repeat=2):
        made = theme_of(Settings(reduced_motion=setting), desktop_is_dark=False, desktop_is_still=wish)
        assert made.reduced_motion == (setting or wish)


def test_the_shipped_typeface_comes_with_its_licence_and_is_found(qapp: QApplication) -> None:
    assert qapp is not None
    assert fonts.load() == [fonts.FAMILY, fonts.ARABIC]
    assert "SIL Open Font License" in resources.path("fonts", "OFL.txt").read_text("utf-8")
