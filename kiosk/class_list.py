"""A class list: the students of a class, from a text file or a table, onto the wall of this computer."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.errors import UsageError
from kiosk.protocol.avatars import least_used
from kiosk.store import students
from kiosk.store.students import LONGEST_NAME
from kiosk.store.writer import Connection
from kiosk.words import tr

MOST_STUDENTS = 2_000
LARGEST_BYTES = 1 << 20
NAME_WORDS = frozenset({"name", "student", "nombre", "alumno", "alumna", "estudiante", "الاسم", "اسم", "الطالب"})
CLASS_WORDS = frozenset({"class", "group", "clase", "grupo", "curso", "الصف", "الفصل"})


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list. `class_name` "": it names none."""

    name: str
    class_name: str = ""


def read_class_list(file: Path) -> tuple[Listed, ...]:
    """Read a file that has a name in each line, or a table (CSV) whose first line says where name and class stand.

    Without such a first line a comma is part of the name, as in "Hopper, Grace". Raises UsageError, with the line where
    one alone is at fault.
    """
    lines = _text_of(file).splitlines()
    found: dict[tuple[str, str], int] = {}
    listed = []
    for number, one in _rows(file, lines):
        key = _key(one)
        if key in found:
            raise UsageError(
                tr(
                    "{file}, line {line}: {name} stands in line {other} too. Add a letter, so that the two can be told"
                    " apart.",
                    file=file.name,
                    line=number,
                    name=one.name,
                    other=found[key],
                )
            )
        found[key] = number
        listed.append(one)
    if not listed:
        raise UsageError(tr("{file} names nobody: write one name in each line.", file=file.name))
    if len(listed) > MOST_STUDENTS:
        raise UsageError(tr("{file} names more than {most} students: divide it.", file=file.name, most=MOST_STUDENTS))
    return tuple(listed)


def add_listed(db: Connection, listed: Sequence[Listed], at_ms: int) -> int:
    """Add who is not here yet, by name and class; tells how many. Each gets a picture that is rare in their class."""
    here = [*students.everyone(db), *students.hidden(db)]
    known = {_key(Listed(each.name, each.class_name)) for each in here}
    taken = [(each.class_name.casefold(), each.avatar) for each in here]
    new = [one for one in listed if _key(one) not in known]
    for one in new:
        group = one.class_name.casefold()
        avatar = least_used(picture for where, picture in taken if where == group)
        students.add_new(db, one.name, at_ms, avatar, one.class_name)
        taken.append((group, avatar))
    return len(new)


def added_words(new: int, listed: int) -> str:
    """What came of a list, in a sentence."""
    if listed == new:
        return tr("Students added: {new}.", new=new)
    return tr("Students added: {new}. Here already: {here}.", new=new, here=listed - new)


def _text_of(file: Path) -> str:
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise UsageError(tr("{file} is too large for a class list.", file=file.name))
        return file.read_text("utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        raise UsageError(tr("{file} cannot be read ({why}).", file=file.name, why=why)) from error
    except ValueError as error:
        raise UsageError(
            tr("{file} is not text in UTF-8: save it as text, or as CSV in UTF-8.", file=file.name)
        ) from error


def _rows(file: Path, lines: Sequence[str]) -> Iterator[tuple[int, Listed]]:
    """Each student with their line's number, from 1."""
    columns, separator = _columns(next((line for line in lines if line.strip()), ""))
    begun = not columns
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if not begun:
            begun = True
            continue
        cells = next(csv.reader([line], delimiter=separator)) if columns else [line]
        name, class_name = (_cell(cells, at) for at in columns or (0, None))
        for text in (name, class_name):
            if len(text) > LONGEST_NAME or not text.isprintable():
                raise UsageError(
                    tr(
                        "{file}, line {line}: a name has at most {most} characters, and no special ones.",
                        file=file.name,
                        line=number,
                        most=LONGEST_NAME,
                    )
                )
        if not name:
            raise UsageError(tr("{file}, line {line}: the name is missing.", file=file.name, line=number))
        yield number, Listed(name, class_name)


def _columns(first: str) -> tuple[tuple[int, int | None] | None, str]:
    """Where name and class stand, when the first line says so, and what stands between the columns."""
    for separator in "\t;,":
        words = [word.strip().casefold() for word in next(csv.reader([first], delimiter=separator), [])]
        name = next((at for at, word in enumerate(words) if word in NAME_WORDS), None)
        if name is not None:
            return (name, next((at for at, word in enumerate(words) if word in CLASS_WORDS), None)), separator
    return None, ","


def _cell(cells: Sequence[str], at: int | None) -> str:
    return " ".join(cells[at].split()) if at is not None and at < len(cells) else ""


def _key(one: Listed) -> tuple[str, str]:
    return one.name.casefold(), one.class_name.casefold()
