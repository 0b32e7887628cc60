"""What another QTI reader makes of our exports: every shipped lesson, and a lesson of each sample item.

`uv run python -m tests.corpus.other_reader COMMAND...` asks a program and prints what it refuses or scores otherwise.
The program reads lines of JSON and answers each with one. For a package it gets `{"manifest": XML, "files": [name],
"texts": {name: XML}}` and says `{"items": n, "tests": n, "faults": [sentence]}`. For an item it gets `{"item": XML,
"responses": {name: {"cardinality", "base_type", "values": [text]}}}`, answers it so, and says `{"outcomes": {name:
value}}`. Where it cannot, it says `{"fault": sentence}`.
"""

import json
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from kiosk import resources
from kiosk.imports.export import export_lesson
from kiosk.lessons.item import Item
from kiosk.lessons.item_session import Responses, attempt, begin, correct_responses, score
from kiosk.lessons.model import Lesson
from kiosk.lessons.package import discover
from kiosk.lessons.qti.item import read_item
from tests.lessons.packages import ITEMS, lesson, placed

REASONS = {
    "circle": "pie-qti reads what stands within an expression by QTI 2's names",
    "mean": "pie-qti reads what stands within an expression by QTI 2's names",
    "whole-numbers": "pie-qti reads what stands within an expression by QTI 2's names",
    "rhyme": "pie-qti wants the pattern of patternMatch as a second expression, QTI has it as an attribute",
    "unsupported": "a portable custom interaction without its program: only its words can be shown",
}
"""What pie-qti does not take, and what decides."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line for the program; `score` is what ours comes to, None where that is not compared."""

    name: str
    line: dict[str, Any]
    score: float | None = None


def lessons() -> list[Lesson]:
    """What is exported."""
    shipped, faults = discover(resources.path("lessons"))
    assert faults == []
    return [*shipped, *(replace(lesson((placed(file.stem),)), folder=ITEMS) for file in sorted(ITEMS.glob("*.xml")))]


def questions(exported: Sequence[Lesson]) -> Iterator[Asked]:
    """Each package, and each of its items with its key and left blank."""
    with TemporaryDirectory() as folder:
        for number, one in enumerate(exported):
            package = Path(folder, f"{number}.zip")
            export_lesson(one, package)
            with zipfile.ZipFile(package) as archive:
                held = {name: archive.read(name) for name in archive.namelist()}
            texts = {name: data.decode() for name, data in held.items() if name.endswith(".xml")}
            title = one.questions[0].id if one.folder == ITEMS else one.id
            manifest = {"manifest": texts["imsmanifest.xml"], "files": list(held), "texts": texts}
            yield Asked(title, manifest)
            for name, text in texts.items():
                if "<qti-assessment-item " in text:
                    yield from _answered(f"{title}: {name}", text)


def ask(command: Sequence[str], asked: Sequence[Asked]) -> list[str]:
    """What the program refuses, or scores otherwise, a sentence each."""
    lines = "".join(f"{json.dumps(one.line)}\n" for one in asked)
    told = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(told) == len(asked), f"{len(told)} answers to {len(asked)} questions"
    return [
        f"{one.name}: {finding}" for one, answer in zip(asked, told, strict=True) for finding in _findings(one, answer)
    ]


def _answered(name: str, text: str) -> Iterator[Asked]:
    item = read_item(text.encode(), name, lambda _name: None).item
    session = begin(item, 1)
    for how, responses in (("with its key", correct_responses(session)), ("left blank", {})):
        compared = None if item.templates else score(attempt(session, responses))
        yield Asked(f"{name} {how}", {"item": text, "responses": _told(item, responses)}, compared)


def _told(item: Item, responses: Responses) -> dict[str, Any]:
    return {
        declared.identifier: {
            "cardinality": declared.cardinality.value,
            "base_type": declared.base_type.value if declared.base_type else "",
            "values": list(responses[declared.identifier]),
        }
        for declared in item.responses
        if declared.identifier in responses
    }


def _findings(asked: Asked, answer: str) -> Iterator[str]:
    told = json.loads(answer)
    if "fault" in told:
        yield f"refused: {told['fault']}"
    yield from told.get("faults", ())
    if asked.score is not None and "outcomes" in told:
        theirs = told["outcomes"].get("SCORE")
        if theirs is None or abs(theirs - asked.score) > 1e-9:
            yield f"scores {theirs}, ours {asked.score}"


def main() -> None:
    asked = list(questions(lessons()))
    ask(sys.argv[1:] if len(sys.argv) > 2 else shlex.split(sys.argv[1]), asked)
    sum("manifest" in one.line for one in asked)


if __name__ == "__main__":
    main()
