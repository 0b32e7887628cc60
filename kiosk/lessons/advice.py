"""What a teacher would want to know of a lesson without faults: how long it takes, and where help is missing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from kiosk.lessons.interactions import ChoiceInteraction, MatchInteraction, OrderInteraction
from kiosk.lessons.item import interactions
from kiosk.lessons.judging import begun
from kiosk.lessons.model import Lesson, Question
from kiosk.lessons.reading import MIDDLE_READER, amount, pictures, speed, words
from kiosk.lessons.source import is_picture
from kiosk.lessons.texts import named_texts, texts, texts_for_all

_MINUTES_A_QUESTION = 0.5
_MINUTES_A_PICTURE = 0.2

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to make better. `file` is named from the lesson's folder."""

    file: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}: {self.sentence}"


def minutes(lesson: Lesson) -> int:
    """Estimate how long the middle student of the lesson's grade takes, at least 1."""
    pages = [amount(page) for page in lesson.pages]
    reading = sum(page.words for page in pages) / speed(lesson.course, MIDDLE_READER)
    looking = sum(page.pictures for page in pages) * _MINUTES_A_PICTURE
    return max(round(reading + looking + len(lesson.questions) * _MINUTES_A_QUESTION), 1)


def summary(lesson: Lesson) -> str:
    """Say its size in words: "3 pages, 8 questions, about 12 minutes"."""
    pages, questions = count(len(lesson.pages), "page"), count(len(lesson.questions), "question")
    return f"{pages}, {questions}, about {count(minutes(lesson), 'minute')}"


def advise(lesson: Lesson) -> list[Advice]:
    """Find what is missing, page by page, then what concerns the whole lesson; [] when there is nothing to say."""
    found = [
        Advice(f"{page.id}.md", f"“{_asked(question)}”: {missing}")
        for page in lesson.pages
        for question in page.questions
        for missing in _missing(question)
    ]
    return [*found, *_of_the_whole(lesson)]


def _missing(question: Question) -> Iterator[str]:
    return _missing_of_an_item(question) if question.file else _missing_of_a_quiz(question)


def _missing_of_an_item(question: Question) -> Iterator[str]:
    """What a file's item is shown without, and why it may not count. Its feedback is its own affair."""
    yield from (f"{question.file}, {loss}" for loss in question.losses)
    yield from (
        f"{question.file}: {sentence} It is shown and does not count." for sentence in question.item.unsupported
    )
    if question.item.time_dependent:
        yield f"{question.file}: it asks how long an answer takes, which is not measured: each counts as given at once."
    if not (question.item.unsupported or begun(question, 0).is_scored):
        yield f"{question.file}: nothing scores it here; the answer is kept for a teacher and does not count."


def _missing_of_a_quiz(question: Question) -> Iterator[str]:
    judged = begun(question, 0)
    if not question.feedback:
        yield "it has no explanation; add a line ... before its answers."
    explains_all = False
    for interaction in interactions(question.item):
        match interaction:
            case ChoiceInteraction(choices=choices):
                for choice in choices:
                    if choice.identifier not in judged.key.get(interaction.response, ()) and not choice.feedback:
                        yield f"choice {choice.identifier} is wrong and does not say why; add a line ... below it."
                explains_all = interaction.max_choices == 1
            case OrderInteraction(choices=choices):
                pass
            case MatchInteraction(sources=sources, targets=targets):
                choices = (*sources, *targets)
            case _:
                continue
        if not all(words(choice.content) or pictures(choice.content) for choice in choices):
            yield "one of its answers shows nothing; write a sign such as > as a formula, $>$."
    if not (explains_all or question.hint or question.max_tries == 1):
        yield "a wrong answer may get no hint; add a line - with one."


def _of_the_whole(lesson: Lesson) -> Iterator[Advice]:
    if not lesson.questions:
        yield Advice("lesson.toml", "no page asks anything, so nobody can show what they learned; add a quiz.")
    used = {name for page in lesson.pages for html in texts(page) for name in pictures(html)}
    used = {unescape(name) for name in used} | set(named_texts(lesson.pages, frozenset({"source"})))
    for path in sorted(lesson.folder.rglob("*")):
        name = path.relative_to(lesson.folder).as_posix()
        if is_picture(name) and name not in used:
            yield Advice(name, "no page shows this picture; name it in a page or delete it.")
    took = minutes(lesson)
    if not took / 2 <= lesson.expected_xp <= took * 2:
        said = f"expected_xp is {lesson.expected_xp:g}, but reading and answering takes about {count(took, 'minute')}"
        yield Advice("lesson.toml", f"{said}; one XP is one focused minute.")


def count(number: int, noun: str) -> str:
    """Say a number of things: "1 page", "2 pages"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _asked(question: Question) -> str:
    """The beginning of what a question asks, or its title where it has no words."""
    plain = (" ".join(unescape(_TAG.sub("", html)).split()) for html in texts_for_all(question))
    said = next(filter(None, plain), question.item.title)
    return said if len(said) <= 50 else f"{said[:50].rstrip()}…"
