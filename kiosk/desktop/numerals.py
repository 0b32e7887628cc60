"""Numbers, dates and times as the language that is spoken now writes them: its digits, its decimal sign, its order.

Any thread. `Languages` says which language that is; until it does, and in tests without a window, it is the system's.
"""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from kiosk.words import tr


def number(whole: int) -> str:
    return QLocale().toString(whole)


def decimal(value: float, places: int = 1) -> str:
    """Say a number with at most so many decimals, and none that say nothing: 12.5, 12."""
    return QLocale().toString(
        float(round(value, places)), "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest
    )


def percent(of_a_hundred: float) -> str:
    return tr("{number}%", number=number(round(of_a_hundred)))


def weekday(day: date) -> str:
    """Name the day of the week as a word that stands alone."""
    return QLocale().standaloneDayName(day.isoweekday())


def short_date(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def clock_time(at: datetime | time) -> str:
    """Tell the hour and the minute, by 12 or 24 hours."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
