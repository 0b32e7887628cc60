"""Every parser that takes bytes of strangers. Whatever comes, only our own errors come out, each with its file.

A target is given bytes and does with them what the program would; an error of ours ends it well.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.config import load_config
from kiosk.errors import KioskError, LessonError
from kiosk.imports.foreign_html import Place, read_html
from kiosk.imports.sources import opened, read_source
from kiosk.launch import parse_link
from kiosk.lessons.codec import answer_from_json
from kiosk.lessons.item_session import attempt, begin, correct_responses, max_score, score
from kiosk.lessons.mathml import MathmlRefusedError, plain_tree
from kiosk.lessons.media import read_captions
from kiosk.lessons.package import check_lesson
from kiosk.lessons.patterns import matches
from kiosk.lessons.qti.assessment import read_assessment
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.reading import no_files
from kiosk.lessons.raster import raster_size
from kiosk.lessons.showing import shown
from kiosk.lessons.speech import speak
from kiosk.lessons.svg import SvgRefusedError, read_svg
from kiosk.protocol.outcomes import Answer, judge

MANIFEST = """\
id = "fuzz"
title = "Fuzz"
course = { subject = "Math", grade = 3 }
model = "single-session"
expected_xp = 5
pages = ["one.md"]
"""


def target_qti(data: bytes) -> None:
    """An item read, begun, shown, answered by its own key and by nonsense."""
    item = read_item(data, "item.xml").item
    session = begin(item, 7)
    shown(session)
    max_score(session)
    for responses in (correct_responses(session), {each.identifier: ("x", "1 2", "\x00") for each in item.responses}):
        score(attempt(session, responses))


def target_assessment(data: bytes) -> None:
    read_assessment(data, "test.xml", no_files)


def target_page(data: bytes) -> None:
    """A page of Markdown with its quizzes."""
    with _folder({"lesson.toml": MANIFEST.encode(), "one.md": data}) as folder:
        _tell_where(check_lesson(folder))


def target_quiz(data: bytes) -> None:
    target_page(b"# One\n\n```quiz\n" + data.replace(b"```", b"") + b"\n```\n")


def target_manifest(data: bytes) -> None:
    with _folder({"lesson.toml": data, "one.md": b"# One\n\nHello.\n"}) as folder:
        _tell_where(check_lesson(folder))


def target_gift(data: bytes) -> None:
    _import("quiz.gift", data)


def target_aiken(data: bytes) -> None:
    _import("quiz.txt", b"Which?\nA. one\nB. two\nANSWER: A\n\n" + data)


def target_text2qti(data: bytes) -> None:
    _import("quiz.txt", b"Quiz title: One\n1. Which?\n*a) one\nb) two\n\n" + data)


def target_qti12(data: bytes) -> None:
    _import("quiz.xml", data)


def target_zip(data: bytes) -> None:
    _import("package.zip", data)


def target_html(data: bytes) -> None:
    read_html(data.decode("utf-8", "replace"), Place("page.html", None, lambda _name: None), [])


def target_svg(data: bytes) -> None:
    with suppress(SvgRefusedError):
        read_svg(data)


def target_raster(data: bytes) -> None:
    raster_size(data)


def target_mathml(data: bytes) -> None:
    with suppress(MathmlRefusedError):
        plain_tree(data.decode("utf-8", "replace"))


def target_latex(data: bytes) -> None:
    speak(data.decode("utf-8", "replace"))


def target_pattern(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    matches(text[: len(text) // 2], text[len(text) // 2 :])


def target_captions(data: bytes) -> None:
    read_captions(data.decode("utf-8", "replace"))


def target_answer(data: bytes) -> None:
    """An answer as it lies in the store and comes over the wire."""
    with suppress(ValueError):
        answer_from_json(data.decode("utf-8", "replace"))


def target_config(data: bytes) -> None:
    with _folder({"timeback.config.json": data}) as folder:
        load_config(folder / "timeback.config.json")


def target_link(data: bytes) -> None:
    parse_link(data.decode("utf-8", "surrogateescape"))


def target_outcome(data: bytes) -> None:
    """What a server, or whoever is in its place, answers."""
    status, body = 100 + (data[0] if data else 0) * 2, data[1:]
    judge(Answer(status, body, data[1:9].decode("latin-1"), data[9:40].decode("latin-1")))


TARGETS: dict[str, Callable[[bytes], None]] = {
    name.removeprefix("target_"): value for name, value in sorted(globals().items()) if name.startswith("target_")
}


def try_one(target: Callable[[bytes], None], data: bytes) -> None:
    """Give it bytes: an error of ours is well, any other goes through."""
    try:
        target(data)
    except KioskError as error:
        if isinstance(error, LessonError):
            _tell_where([error])


def _import(name: str, data: bytes) -> None:
    with _folder({name: data}) as folder, opened(folder / name) as files:
        read_source(files)


def _tell_where(faults: list[LessonError]) -> None:
    assert all(fault.file for fault in faults)


@contextmanager
def _folder(files: dict[str, bytes]) -> Iterator[Path]:
    with TemporaryDirectory() as name:
        for file, data in files.items():
            (Path(name) / file).write_bytes(data)
        yield Path(name)
