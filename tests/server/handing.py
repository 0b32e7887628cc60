"""A class with a kiosk, and small lessons to hand out."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from kiosk.server import enrolling, library, students
from kiosk.server.classes import find_class
from kiosk.server.database import Database
from tests.server.schoolhouse import ANA, BEN, CORA, Schoolhouse, bearer

MANIFEST = """\
id = "{lesson}"
title = "{title}"
version = "{version}"
course = {{ subject = "Math", grade = 3 }}
model = "{model}"
expected_xp = 3
pages = ["one.md"]
"""


def write_lesson(
    folder: Path,
    lesson: str = "halves",
    title: str = "Halves",
    version: str = "1",
    *,
    text: str = "Cut it in two.",
    model: str = "single-session",
) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    manifest = MANIFEST.format(lesson=lesson, title=title, version=version, model=model)
    (folder / "lesson.toml").write_text(manifest, "utf-8")
    (folder / "one.md").write_text(f"# {title}\n\n{text}\n", "utf-8")
    return folder


def shelve(database: Database, folder: Path, now_ms: int) -> library.Package:
    """Put a lesson's folder on the server."""
    [package] = library.read_packages(folder)
    with database.write() as db:
        library.add(db, package, now_ms)
    return package


def fill_classes(database: Database, now_ms: int) -> None:
    """Ana and Ben are in 3b, Cora in 4a."""
    with database.write() as db:
        for email, school_class in ((ANA, "3b"), (BEN, "3b"), (CORA, "4a")):
            students.add(db, email.partition("@")[0].title(), email, school_class, now_ms)


def class_id(database: Database, name: str = "3b") -> int:
    with database.read() as db:
        return find_class(db, name)


def student_id(database: Database, email: str = ANA) -> int:
    with database.read() as db:
        return students.find(db, email).id


def device_token(database: Database, now_ms: int, *classes: str, name: str = "Window 3") -> str:
    with database.write() as db:
        code = enrolling.new_code(db, list(classes or ("3b",)), 15, now_ms).text
        return enrolling.enrol(db, code, name, now_ms)[1]


class Stream:
    """An open stream of events. `next` waits until one comes, and fails when the server ends it or is silent."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines

    def next(self) -> dict[str, Any]:
        for line in self._lines:
            if line.startswith("data: "):
                event: dict[str, Any] = json.loads(line.removeprefix("data: "))
                return event
        raise AssertionError("the stream ended")

    def until_ready(self) -> None:
        """Everything so far has been told."""
        for line in self._lines:
            if line == ": here":
                return

    def to_end(self) -> list[str]:
        return list(self._lines)


@contextmanager
def stream(server: Schoolhouse, token: str, after: int = 0) -> Iterator[Stream]:
    headers = {**bearer(token), "Accept": "text/event-stream"}
    timeout = httpx.Timeout(5, read=20)
    url = f"/api/kiosk/events?after={after}"
    with server.http.stream("GET", url, headers=headers, timeout=timeout) as answer:
        assert answer.status_code == 200
        assert answer.headers["Content-Type"].startswith("text/event-stream")
        yield Stream(answer.iter_lines())
