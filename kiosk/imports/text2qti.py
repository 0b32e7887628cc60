"""Quizzes written for text2qti (https://github.com/gpoore/text2qti), whose syntax our quiz block nearly is.

What differs is converted: titles and texts between, groups, solutions, essays and files to hand in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from kiosk.errors import LessonError
from kiosk.imports.draft import Draft, Loss, Reading, loss_of
from kiosk.imports.files import Files
from kiosk.imports.foreign_html import Place
from kiosk.imports.gift import nodes_of
from kiosk.imports.markdown import as_text
from kiosk.imports.media import Media
from kiosk.imports.paging import drafts, item_name, one_line, placed, question_pages
from kiosk.imports.questions import Head, Remarks, essay, single_item, upload
from kiosk.imports.whitelisted import block_html
from kiosk.lessons.item import Item
from kiosk.lessons.model import QuestionId
from kiosk.lessons.number import read_number
from kiosk.lessons.quiz import read_quiz
from kiosk.lessons.source import Source

_SETTING = re.compile(r"(title|points):[ ]*(.*)", re.IGNORECASE)
_STEM = re.compile(r"\d+\.(?:[ ]+|$)")
_ANSWER = re.compile(r"(?:\*?[a-zA-Z]\)|\[[ *]?\]|\*|=)(?:[ ]+|$)")
_ESSAY = re.compile(r"_{3,}\s*$")
_UPLOAD = re.compile(r"\^{3,}\s*$")
_QUIZ = re.compile(
    r"(quiz title|quiz description|shuffle answers|show correct answers|one question at a time|can't go back"
    r"|feedback is solution|solutions sample groups|solutions randomize groups|latex render url|run code blocks)"
    r":\s*(.*)",
    re.IGNORECASE,
)
_TEXT = re.compile(r"text(?P<title> title)?:\s*(?P<said>.*)", re.IGNORECASE)
_GROUP = re.compile(r"(pick|solutions pick|points per question):\s*(.*)", re.IGNORECASE)
_PICTURE = re.compile(r"!\[(?P<words>[^\]\n]*)\]\((?P<address>[^)\s]+)[^)\n]*\)")
_CODE = re.compile(r"\s*`{3,}\s*\{[^}]*\.(?P<language>\w+)[^}]*\.run")

_UNUSED = {
    "shuffle answers": "answers are shown as they are written.",
    "one question at a time": "questions stand on pages, some on each.",
    "can't go back": "a student may look at earlier pages.",
    "show correct answers": "what is right is shown once a question is settled.",
}


@dataclass(slots=True)
class _Piece:
    """A question, or a text between questions, and the line it begins in."""

    line: int
    lines: list[str] = field(default_factory=list)
    kind: str = "quiz"
    points: str = ""
    """What its group says that it is worth."""

    @property
    def is_begun(self) -> bool:
        return self.kind == "text" or any(_STEM.match(line) for line in self.lines)


def looks_like_text2qti(text: str) -> bool:
    """Whether a text file has a question of this kind and an answer to one."""
    lines = text.split("\n")
    return any(map(_STEM.match, lines)) and any(
        pattern.match(line) for line in lines for pattern in (_ANSWER, _ESSAY, _UPLOAD)
    )


def read_text2qti(files: Files, name: str) -> Reading:
    """Read a text2qti file. A question with a fault is left out, as a loss with its line.

    Raises LessonError, the first fault, where no question is left.
    """
    reader = _Reader(files, name)
    return Reading(drafts(reader.read(files.text(name))))


class _Reader:
    def __init__(self, files: Files, name: str) -> None:
        self._path = files.path_of(name)
        self._name = name
        self._media = Media(files)
        self._losses: list[Loss] = []
        self._faults: list[LessonError] = []
        self._settings: dict[str, str] = {}
        self._group_points = ""
        self._taken: dict[QuestionId, str] = {}

    def read(self, text: str) -> Draft:
        parts: list[str] = []
        items: dict[str, Item] = {}
        before = ""
        for piece in self._pieces(text):
            if piece.kind == "text":
                before = f"{before}\n\n{self._with_pictures(piece)}".strip()
                continue
            part = self._quiz(piece) if piece.kind == "quiz" else self._by_person(piece, items)
            if part:
                parts.append(f"{before}\n\n{part}".strip())
                before = ""
        if before:
            parts.append(before)
        if not any("```quiz" in part or "![](items" in part for part in parts):
            nothing = LessonError(self._path, None, "there is no question in this file.")
            raise self._faults[0] if self._faults else nothing
        title = one_line(self._settings.get("quiz title") or PurePosixPath(self._name).stem.replace("_", " "), "Quiz")
        self._losses += [loss_of("a question", fault) for fault in self._faults]
        return Draft(
            origin=self._name,
            title=title,
            pages=tuple(question_pages(title, parts)),
            items=items,
            made=self._media.made,
            copied=self._media.copied,
            losses=tuple(self._losses),
            summary=one_line(self._settings.get("quiz description", ""), ""),
        )

    def _pieces(self, text: str) -> Iterator[_Piece]:
        """Part the file at its questions and texts. What is said of the quiz as a whole is blanked out."""
        piece = _Piece(1)
        for number, line in enumerate(_uncommented(text.expandtabs(4)), 1):
            goes_on = line.startswith("  ") or not line.strip()
            if not goes_on and (_TEXT.match(line) or (piece.is_begun and _begins(line))):
                yield piece
                piece = _Piece(number)
            if piece.kind == "text" and goes_on:
                piece.lines.append(line.removeprefix("    "))
            else:
                piece.lines.append(line if goes_on else self._taken_in(piece, line, number))
        yield piece

    def _taken_in(self, piece: _Piece, line: str, number: int) -> str:
        """What is left of a line for its piece, when what it says of the quiz or a group is taken in."""
        if found := _CODE.match(line):
            raise LessonError(self._path, number, f"{found['language']} code is to run here; no code of a lesson runs.")
        if found := _TEXT.match(line):
            piece.kind = "text"
            return f"### {found['said']}" if found["title"] else found["said"]
        if found := _QUIZ.match(line):
            key, value = found[1].lower(), found[2].strip()
            self._settings[key] = value
            if key in _UNUSED and value.lower() == "true":
                self._lose(number, line.strip(), _UNUSED[key])
        elif found := _GROUP.match(line):
            if "points" in found[1].lower():
                self._group_points = found[2].strip()
            else:
                self._lose(number, line.strip(), "all questions of the group are asked.")
        elif line.strip() in ("GROUP", "END_GROUP"):
            self._group_points = ""
        elif _ESSAY.match(line) or _UPLOAD.match(line):
            piece.kind = "essay" if _ESSAY.match(line) else "upload"
        else:
            piece.points = self._group_points if _STEM.match(line) else piece.points
            return line
        return ""

    def _quiz(self, piece: _Piece) -> str:
        """A quiz block, or "" after noting the fault of its question."""
        if not any(map(str.strip, piece.lines)):
            return ""
        lines = self._with_solution(piece)
        blank = next(at for at, line in enumerate(lines) if line.strip())
        lines, first = lines[blank:], piece.line + blank
        if piece.points and not any(line.lower().startswith("points:") for line in lines):
            lines, first = [f"Points: {piece.points}", *lines], first - 1
        faults: list[LessonError] = []
        place = Path(self._path)
        words = _PICTURE.sub(lambda found: found["words"], "\n".join(lines))
        read_quiz(words, Source(place.parent, place.name, faults), first, self._taken)
        if faults:
            self._faults.append(faults[0])
            return ""
        text = self._with_pictures(replace(piece, lines=lines))
        fence = "`" * max(3, max(map(len, re.findall("`+", text)), default=0) + 1)
        return f"{fence}quiz\n{text}\n{fence}"

    def _by_person(self, piece: _Piece, items: dict[str, Item]) -> str:
        """An item for what a person looks at: an essay or a file."""
        said = {key: "\n".join(lines).strip() for key, lines in _entries(piece.lines).items()}
        media = self._media.of_item(self._name)
        place = Place(self._path, piece.line, media)
        stem = block_html(nodes_of(said.get("stem", ""), "markdown", place, self._losses))
        general = block_html(nodes_of(said.get("...", ""), "markdown", place, self._losses))
        if not stem:
            self._faults.append(LessonError(self._path, piece.line, "this question has no words."))
            return ""
        points = read_number(said.get("points", "")) or 1
        head = Head("", one_line(said.get("title", ""), ""), float(points), Remarks(general))
        name = item_name(head.title, said["stem"], items)
        made = single_item(head, stem, essay() if piece.kind == "essay" else upload())
        items[name] = replace(made, identifier=name.removesuffix(".xml"))
        return placed(name)

    def _with_solution(self, piece: _Piece) -> list[str]:
        """The lines with a solution as the explanation, where there is no other."""
        lines = list(piece.lines)
        for at, line in enumerate(lines):
            if not re.match(r"!(?:[ ]+|$)", line):
                continue
            is_first = not any(_ANSWER.match(each) or each.startswith("...") for each in lines[:at])
            if is_first and not any(each.startswith("...") for each in lines[at : _first_answer(lines)]):
                lines[at] = f"...{line[1:]}"
            else:
                self._lose(piece.line + at, "a solution", "the question has an explanation already.")
                end = next((n for n in range(at + 1, len(lines)) if not lines[n].startswith(" ")), len(lines))
                lines[at:end] = [""] * (end - at)
        return lines

    def _with_pictures(self, piece: _Piece) -> str:
        """The text with its pictures named as they are in the lesson."""
        find = self._media.of_page(self._name)

        def shown(found: re.Match[str]) -> str:
            name = find(found["address"])
            line = piece.line + "\n".join(piece.lines).count("\n", 0, found.start())
            if name is None:
                self._lose(line, f"a picture ({found['address'][:80]})", "it is no picture beside the file.")
                return found["words"]
            if not found["words"].strip():
                self._lose(line, f"the description of {found['address'][:80]}", "it has none; its file name is used.")
            words = found["words"].strip() or as_text(PurePosixPath(name).stem.replace("-", " "))
            return f"![{words}]({name})"

        return _PICTURE.sub(shown, "\n".join(piece.lines).strip("\n"))

    def _lose(self, line: int, what: str, why: str) -> None:
        self._losses.append(Loss(self._path, line, what, why))


def _uncommented(text: str) -> Iterator[str]:
    """The lines, with comments blanked out."""
    in_comment = False
    for line in text.split("\n"):
        word = line.strip()
        in_comment = word == "COMMENT" or (in_comment and word != "END_COMMENT")
        yield "" if in_comment or word == "END_COMMENT" or line.startswith("%") else line


def _begins(line: str) -> bool:
    return bool(_STEM.match(line) or _SETTING.match(line) or line.strip() in ("GROUP", "END_GROUP"))


def _first_answer(lines: list[str]) -> int:
    return next((at for at, line in enumerate(lines) if _ANSWER.match(line)), len(lines))


def _entries(lines: list[str]) -> dict[str, list[str]]:
    """What an essay says, by its markers; an indented line goes on with the one above."""
    entries: dict[str, list[str]] = {}
    now: list[str] = []
    for line in lines:
        if found := _SETTING.match(line):
            now = entries.setdefault(found[1].lower(), [])
            now.append(found[2])
        elif found := _STEM.match(line):
            now = entries.setdefault("stem", [])
            now.append(line[found.end() :])
        elif found := re.match(r"(\.\.\.|!|\+|-)[ ]+", line):
            now = entries.setdefault("..." if found[1] == "!" else found[1], [])
            now.append(line[found.end() :])
        else:
            now.append(line.removeprefix("    "))
    return entries
