"""What a school hands out, as it lies beside the database, and how it gets there."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from kiosk.lessons.listing import FILE_NAME, Listing
from kiosk.lessons.outline import Outline
from kiosk.protocol.announcements import Changed, Launched, Paused, Resumed, read_announcement
from kiosk.server import library
from kiosk.sync import handed_out
from kiosk.sync.ears import Ear
from kiosk.sync.handed_out import PART, HandedOut
from kiosk.sync.lessons import Shelf, fetch
from tests.server.handing import write_lesson

EAR = Ear({"Authorization": "Bearer ana"}, "Ana")


@pytest.fixture
def package(tmp_path: Path) -> library.Package:
    return library.read_packages(write_lesson(tmp_path / "source"))[0]


def row(package: library.Package, **changes: object) -> HandedOut:
    made = HandedOut("halves", "Halves", package.digest, len(package.data), None, None, 0, ("ana",))
    return replace(made, **changes)  # type: ignore[arg-type]


def wire(each: HandedOut) -> dict[str, object]:
    return {
        "lesson": each.lesson,
        "title": each.title,
        "hash": each.digest,
        "size": each.size,
        "from": each.from_day,
        "until": each.until_day,
        "order": each.order,
        "students": list(each.refs),
    }


class School:
    """A server that answers with what a test says; `ranges` are the Range headers that came."""

    def __init__(self, data: bytes, *rows: HandedOut, honours_ranges: bool = True) -> None:
        self.rows = rows
        self.ranges: list[str | None] = []
        self._data = data
        self._honours_ranges = honours_ranges

    def answer(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/assignments"):
            return httpx.Response(200, json={"assignments": [wire(each) for each in self.rows]})
        wanted = request.headers.get("Range")
        self.ranges.append(wanted)
        if wanted and self._honours_ranges:
            return httpx.Response(206, content=self._data[int(wanted.removeprefix("bytes=").rstrip("-")) :])
        return httpx.Response(200, content=self._data)


def fetch_from(school: School, folder: Path, *, begun: frozenset[str] = frozenset()) -> list[tuple[str, ...]]:
    """Fetch once; tells what was said to have come."""
    told: list[tuple[str, ...]] = []

    async def once() -> None:
        transport = httpx.MockTransport(school.answer)
        async with httpx.AsyncClient(base_url="http://school/api/kiosk", transport=transport) as http:
            await fetch(Shelf(folder, lambda: begun, told.append), http, [EAR])

    asyncio.run(once())
    return told


def outlines(data: Path) -> list[Outline]:
    return handed_out.outlines(data / "assigned", Listing(data / FILE_NAME))


def test_a_lesson_arrives_once_and_is_named_by_its_package(tmp_path: Path, package: library.Package) -> None:
    school = School(package.data, row(package))
    assert fetch_from(school, tmp_path / "assigned") == [("Halves",)]
    assert fetch_from(school, tmp_path / "assigned") == []
    assert school.ranges == [None]
    [lesson] = outlines(tmp_path)
    assert (lesson.id, lesson.version) == ("halves", f"1+{package.digest[:16]}")
    assert handed_out.read_list(tmp_path / "assigned") == [row(package)]


@pytest.mark.parametrize("honours_ranges", [True, False])
def test_a_download_goes_on_where_it_broke(tmp_path: Path, package: library.Package, honours_ranges: bool) -> None:
    folder = tmp_path / "assigned"
    folder.mkdir()
    (folder / f"{package.digest}{PART}").write_bytes(package.data[:100])
    school = School(package.data, row(package), honours_ranges=honours_ranges)
    assert fetch_from(school, folder) == [("Halves",)]
    assert school.ranges == ["bytes=100-"]


def test_a_package_that_is_not_what_was_promised_is_thrown_away_and_offered_to_nobody(
    tmp_path: Path, package: library.Package
) -> None:
    folder = tmp_path / "assigned"
    school = School(b"x" * len(package.data), row(package))
    with pytest.raises(OSError, match="promised"):
        fetch_from(school, folder)
    assert handed_out.read_list(folder) == []
    assert [path for path in folder.iterdir() if path.is_dir() or path.suffix == PART] == []


def test_a_server_that_sends_more_than_it_promised_fills_no_disk(tmp_path: Path, package: library.Package) -> None:
    assert fetch_from(School(package.data + b"more" * 10_000, row(package)), tmp_path / "assigned") == [("Halves",)]


def test_a_hostile_package_with_the_right_hash_is_not_unpacked(tmp_path: Path, package: library.Package) -> None:
    data = package.data.replace(b"one.md", b"../.md")
    hostile = row(package, digest=hashlib.sha256(data).hexdigest())
    with pytest.raises(OSError, match="promised"):
        fetch_from(School(data, hostile), tmp_path / "assigned")
    assert outlines(tmp_path) == []


def test_what_was_begun_stays_for_whoever_began_it_and_is_offered_to_nobody(
    tmp_path: Path, package: library.Package
) -> None:
    folder = tmp_path / "assigned"
    fetch_from(School(package.data, row(package)), folder)
    fetch_from(School(package.data), folder, begun=frozenset({"halves"}))
    [kept] = handed_out.read_list(folder)
    assert (kept.digest, kept.refs) == (package.digest, ())
    handed_out.tidy(folder)
    assert (folder / package.digest).is_dir()
    fetch_from(School(package.data), folder)
    handed_out.tidy(folder)
    assert not (folder / package.digest).exists()


@pytest.mark.parametrize(
    ("changes", "today", "expected"),
    [
        ({}, "2026-01-05", True),
        ({"refs": ("ben",)}, "2026-01-05", False),
        ({"from_day": "2026-01-06"}, "2026-01-05", False),
        ({"from_day": "2026-01-05", "until_day": "2026-01-05"}, "2026-01-05", True),
        ({"until_day": "2026-01-04"}, "2026-01-05", False),
    ],
)
def test_a_lesson_is_for_its_students_on_its_days(
    package: library.Package, changes: dict[str, object], today: str, expected: bool
) -> None:
    assert row(package, **changes).is_for("ANA", today) is expected


@pytest.mark.parametrize(
    "spoil",
    [
        lambda said: said.update(hash="../../etc"),
        lambda said: said.update(students=[7]),
        lambda said: said.update(until=7),
        lambda said: said.pop("title"),
        lambda said: said.update(order="first"),
    ],
)
def test_an_entry_of_no_form_is_passed_over(
    package: library.Package, spoil: Callable[[dict[str, object]], object]
) -> None:
    bad, good = wire(row(package)), wire(row(package))
    spoil(bad)
    assert len(handed_out.from_wire({"assignments": [bad, good]}, None)) == 1
    assert handed_out.from_wire({"assignments": "none"}, None) == []


def test_a_list_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "list.json").write_text('[{"lesson": 1}]', "utf-8")
    assert handed_out.read_list(tmp_path) == []


def test_announcements_are_read_and_others_passed_over() -> None:
    launch = {"id": 1, "kind": "launch", "launch": 4, "student": "a@b", "lesson": "l", "title": "L", "leftMs": 5}
    assert read_announcement(launch) == (1, Launched(4, "a@b", "l", "L", 5))
    pause = {"id": 2, "kind": "pause", "pause": 3, "students": ["a@b"], "leftMs": 5}
    assert read_announcement(pause) == (2, Paused(3, ("a@b",), 5))
    assert read_announcement({"id": 3, "kind": "resume", "pause": 3}) == (3, Resumed(3))
    assert read_announcement({"id": 4, "kind": "changed"}) == (4, Changed())
    for bad in (
        {},
        {"id": 5, "kind": "firework"},
        {"id": True, "kind": "changed"},
        {**launch, "leftMs": -1},
        {**launch, "title": ""},
        {**pause, "students": [7]},
    ):
        assert read_announcement(bad) is None
