import math
from itertools import product

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from kiosk import resources
from kiosk.desktop import fonts, theme
from kiosk.desktop.application import DesktopWishes
from kiosk.desktop.fonts import Typeface
from kiosk.desktop.theme import Colors, Size, Theme
from kiosk.front import settings_for, theme_of
from kiosk.settings import Settings

AA = 4.5
AAA = 7.0
DRAWN = 3.0
"""WCAG 2.2: text, text in high contrast, and drawings that mean something (1.4.3, 1.4.6, 1.4.11)."""


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


@pytest.mark.parametrize(("high_contrast", "least"), [(False, AA), (True, AAA)], ids=["usual", "high-contrast"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_text_is_readable_on_its_ground(dark: bool, high_contrast: bool, least: float) -> None:
    colors = Theme(dark=dark, high_contrast=high_contrast).colors
    poor = {pair: contrast(*pair) for pair in pairs(colors) if contrast(*pair) < least}
    assert poor == {}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_in_high_contrast_edges_the_ring_and_bars_are_seen(dark: bool) -> None:
    colors = Theme(dark=dark, high_contrast=True).colors
    grounds = (colors.page, colors.surface)
    drawn = [*product((colors.line, colors.primary, colors.track), grounds), (colors.primary, colors.track)]
    assert {pair: contrast(*pair) for pair in drawn if contrast(*pair) < DRAWN} == {}
    assert Theme(high_contrast=True).edge > Theme().edge
    assert theme.RING_WIDTH >= 3


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


@pytest.mark.parametrize(("setting", "wish"), list(product((False, True), repeat=2)))
def test_nothing_moves_where_the_desktop_wants_it_so_whatever_the_setting_says(setting: bool, wish: bool) -> None:
    made = theme_of(Settings(reduced_motion=setting), DesktopWishes(no_motion=wish))
    assert made.reduced_motion == (setting or wish)


def test_colours_follow_the_desktop_until_a_setting_says_otherwise() -> None:
    wishes = DesktopWishes(dark=True, high_contrast=True)
    follows = theme_of(Settings(), wishes)
    assert (follows.dark, follows.high_contrast) == (True, True)
    own = theme_of(Settings(theme="light", contrast="normal"), wishes)
    assert (own.dark, own.high_contrast) == (False, False)


def test_what_a_person_changed_is_kept_as_settings_and_nothing_else_is() -> None:
    before = theme_of(Settings(), DesktopWishes(dark=True))
    after = before._replace(text_scale=1.5, typeface=Typeface.ANDIKA, line_spacing=1.25, high_contrast=True)
    kept = settings_for(after, before)
    assert kept == {"text_scale": 150, "typeface": "andika", "line_spacing": 125, "contrast": "high"}
    assert theme_of(Settings(**kept), DesktopWishes(dark=True)) == after  # type: ignore[arg-type]


@pytest.mark.parametrize("typeface", Typeface)
def test_a_shipped_typeface_comes_with_its_licence_and_is_found(typeface: Typeface, qapp: QApplication) -> None:
    assert qapp is not None
    assert fonts.load(typeface) == [typeface.family, fonts.ARABIC]
    licence = {Typeface.ATKINSON: "OFL.txt", Typeface.ANDIKA: "Andika-OFL.txt"}[typeface]
    for file in (licence, "NotoSansArabic-OFL.txt"):
        assert "SIL OPEN FONT LICENSE" in resources.path("fonts", file).read_text("utf-8").upper()
