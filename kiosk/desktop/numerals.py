"""Numbers, dates and times as the language that is spoken now writes them: its digits, its decimal sign, its order.

Any thread. `Languages` says which language that is; until it does, and in tests without a window, it is the system's.
"""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from kiosk.words import tr

Length = QLocale.FormatType
"""How long a name is: LongFormat, ShortFormat, NarrowFormat."""


def number(whole: int) -> str:
    return QLocale().toString(whole)


def decimal(value: float, places: int = 1) -> str:
    """Say a number with at most so many decimals, and none that say nothing: 12.5, 12."""
    return QLocale().toString(
        float(round(value, places)), "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest
    )


def percent(of_a_hundred: float) -> str:
    return tr("{number}%", number=round(of_a_hundred))


def weekday(day: date, length: Length = Length.LongFormat) -> str:
    """Name the day of the week as a word that stands alone: whole, in some three letters, or in one (NarrowFormat)."""
    return QLocale().standaloneDayName(day.isoweekday(), length)


def short_date(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), Length.ShortFormat)


def clock_time(at: datetime | time) -> str:
    """Tell the hour and the minute, by 12 or 24 hours."""
    return QLocale().toString(QTime(at.hour, at.minute), Length.ShortFormat)


def duration(ms: int) -> str:
    """Tell whole seconds as a running clock does: 1:05, and 1:00:05 from an hour on."""
    minutes, seconds = divmod(ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    parts = (hours, minutes, seconds) if hours else (minutes, seconds)
    zero = QLocale().zeroDigit()
    return ":".join((number(parts[0]), *(number(part).rjust(2, zero) for part in parts[1:])))
