"""Numbers and dates as each language writes them."""

from collections.abc import Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from kiosk.desktop.numerals import clock_time, decimal, number, percent, short_date, weekday


@pytest.fixture(autouse=True)
def _locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en_US", ["1,204", "12.5", "12", "60%", "Friday", "1/16/26", "3:04 PM"]),
        ("es_ES", ["1204", "12,5", "12", "60%", "viernes", "16/1/26", "15:04"]),
        ("ar_EG", ["١٬٢٠٤", "١٢٫٥", "١٢", "٦٠%", "الجمعة", "١٦\u200f/١\u200f/٢٠٢٦", "٣:٠٤ م"]),  # noqa: RUF001 - Arabic digits are what is meant
    ],
)
def test_each_language_has_its_own_digits_signs_and_order(locale: str, said: list[str]) -> None:
    QLocale.setDefault(QLocale(locale))
    day = date(2026, 1, 16)
    shown = [number(1204), decimal(12.5), decimal(12.0), percent(60), weekday(day), short_date(day)]
    assert [*shown, clock_time(time(15, 4)).replace("\u202f", " ")] == said
