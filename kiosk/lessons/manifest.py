"""TOML tables of a lesson package: lesson.toml itself, and what a page may say at its top."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from kiosk.errors import ActivityError
from kiosk.lessons.model import AttentionTimes, Lesson, LessonId, Model
from kiosk.lessons.source import Source
from kiosk.protocol.course import Course, CourseCode, parse_course

MOST_PAGES = 200
FLOOR_ACCURACY = 80
"""Timeback grants no XP below this accuracy, in percent."""
LONGEST_LINE = 300
MOST_SECONDS = 3600

_NO_COURSE: Course = CourseCode("")
_NO_PAGES: tuple[str, ...] = ()
_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class PageHead:
    """What a page says about itself between its +++ lines."""

    title: str = ""
    attention: AttentionTimes = field(default_factory=AttentionTimes)


@dataclass(frozen=True, slots=True)
class Manifest:
    """A lesson that has no pages yet, and where they are: Markdown files, or a test of QTI; "" for no test."""

    lesson: Lesson
    pages: tuple[str, ...]
    test: str


def read_manifest(text: str, source: Source) -> Manifest | None:
    """Read lesson.toml; None when it is not TOML.

    Faults are noted in the source: after one the values are not to be used.
    """
    table = _Table.parse(text, source, 1)
    if table is None:
        return None
    is_test = "test" in table.values
    test = table.take("test", _test_name, "")
    pages = table.take("pages", _page_names, _NO_PAGES, required=not is_test)
    if test and pages:
        table.fault("test", "cannot stand beside pages; a lesson has either")
    attention = table.inner("attention")
    lesson = Lesson(
        id=LessonId(table.take("id", _slug, "", required=True)),
        title=table.take("title", _line, "", required=True),
        course=table.take("course", _course, _NO_COURSE, required=True),
        model=table.take("model", _model, Model.SINGLE_SESSION, required=True),
        expected_xp=table.take("expected_xp", _number(0, 1000), 0.0, required=True),
        pages=(),
        folder=source.folder,
        version=table.take("version", _line, "1"),
        language=table.take("language", _language, "en"),
        summary=table.take("summary", _line, ""),
        done_title=table.take("done_title", _line, ""),
        authors=table.take("authors", _lines, ()),
        licence=table.take("licence", _line, ""),
        pass_accuracy=table.take("pass_accuracy", _whole(FLOOR_ACCURACY, 100), FLOOR_ACCURACY),
        mastery=table.take("mastery", _whole(FLOOR_ACCURACY, 100), 90),
        mastered_units=table.take("mastered_units", _whole(0, 1000), 0),
        attention=_attention(attention),
    )
    attention.close()
    table.close()
    if lesson.mastery < lesson.pass_accuracy:
        table.fault("mastery", f"must not be lower than pass_accuracy, which is {lesson.pass_accuracy}")
    return Manifest(lesson, pages, test)


def read_page_head(text: str, source: Source, line: int) -> PageHead:
    """Read the TOML at the top of a page, which begins at `line` of the source. Faults are noted."""
    table = _Table.parse(text, source, line)
    if table is None:
        return PageHead()
    head = PageHead(title=table.take("title", _line, ""), attention=_attention(table))
    table.close()
    return head


class _RuleError(Exception):
    """What a value must be; never leaves this module."""


@dataclass(slots=True)
class _Table:
    """A TOML table from which each known key is taken once; what is left at the end is a fault."""

    source: Source
    text: str
    first_line: int
    values: dict[str, Any]
    known: list[str] = field(default_factory=list)

    @classmethod
    def parse(cls, text: str, source: Source, first_line: int) -> Self | None:
        try:
            return cls(source, text, first_line, tomllib.loads(text))
        except (ValueError, RecursionError) as error:
            reason, _, where = str(error).partition(" (at line ")
            number = re.match(r"\d+", where)
            source.fault(first_line - 1 + int(number[0]) if number else None, f"this is not TOML: {reason}.")
            return None

    def take[T](self, key: str, read: Callable[[Any], T], default: T, *, required: bool = False) -> T:
        """Read the key's value. `read` raises _RuleError with what the value must be."""
        self.known.append(key)
        if key not in self.values:
            if required:
                self.fault(key, "is missing")
            return default
        try:
            return read(self.values.pop(key))
        except _RuleError as rule:
            self.fault(key, str(rule))
            return default

    def inner(self, key: str) -> Self:
        """Take the table under a key, an empty one where it is missing."""
        empty: dict[str, Any] = {}
        values = self.take(key, _table, empty)
        return type(self)(self.source, self.text, self.first_line, values)

    def close(self) -> None:
        for key in self.values:
            self.fault(key, f"is not known here; known are {', '.join(self.known)}")

    def fault(self, key: str, reason: str) -> None:
        found = re.search(rf"""^[ \t]*\[?[ \t]*["']?{re.escape(key)}["']?[ \t]*[=\].]""", self.text, re.MULTILINE)
        line = self.first_line + self.text.count("\n", 0, found.start()) if found else None
        self.source.fault(line, f"{key} {reason}.")


def _attention(table: _Table) -> AttentionTimes:
    times = AttentionTimes(
        idle_timeout_ms=table.take("idle_timeout_s", _milliseconds(1), None),
        idle_grace_ms=table.take("idle_grace_s", _milliseconds(0), None),
    )
    timeout, grace = times.idle_timeout_ms, times.idle_grace_ms
    if timeout is not None and grace is not None and grace > timeout:
        table.fault("idle_grace_s", "must not be longer than idle_timeout_s")
    return times


def _table(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _RuleError("must be a table")
    return value


def _line(value: Any) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST_LINE or not value.isprintable():
        raise _RuleError(f"must be one line of text, {LONGEST_LINE} characters at the most")
    return value.strip()


def _lines(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise _RuleError('must be a list of texts, such as ["Maria Silva"]')
    return tuple(_line(item) for item in value)


def _slug(value: Any) -> str:
    if not isinstance(value, str) or not _SLUG.fullmatch(value):
        raise _RuleError("must be made of small letters, digits, dots, hyphens and underscores, such as adding-halves")
    return value


def _language(value: Any) -> str:
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise _RuleError("must be a language tag, such as en or pt-BR")
    return value


def _model(value: Any) -> Model:
    if value not in list(Model):
        raise _RuleError(f"must be one of {', '.join(Model)}")
    return Model(value)


def _course(value: Any) -> Course:
    unknown = _table(value).keys() - {"code", "subject", "grade"}
    if unknown:
        raise _RuleError(f"has the unknown key {min(unknown)}; it is {{subject, grade}} or {{code}}")
    try:
        return parse_course(value)
    except ActivityError as error:
        raise _RuleError(f"is not usable: {error}") from error


def _page_names(value: Any) -> tuple[str, ...]:
    names = _lines(value)
    if not 1 <= len(names) <= MOST_PAGES:
        raise _RuleError(f"must name 1 to {MOST_PAGES} Markdown files")
    for name in names:
        if not name.endswith(".md"):
            raise _RuleError(f"must be Markdown files ending in .md, not {name}")
        if names.count(name) > 1:
            raise _RuleError(f"names {name} twice")
    return names


def _test_name(value: Any) -> str:
    name = _line(value)
    if not name.endswith(".xml"):
        raise _RuleError(f"must be a test of QTI in a file ending in .xml, not {name}")
    return name


def _whole(low: int, high: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise _RuleError(f"must be a whole number from {low} to {high}")
        return value

    return read


def _number(low: float, high: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool) or not low <= value <= high:
            raise _RuleError(f"must be a number from {low} to {high}")
        return float(value)

    return read


def _milliseconds(least_s: int) -> Callable[[Any], int | None]:
    read_seconds = _number(least_s, MOST_SECONDS)
    return lambda value: round(1000 * read_seconds(value))
