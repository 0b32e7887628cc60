"""The items of a test as pages of a lesson: one question each, under the words of its sections."""

from collections.abc import Iterator

from kiosk.lessons.assessment.model import Assessment, ItemRef, Part, Section, Submission
from kiosk.lessons.assessment.plan import PlannedItem
from kiosk.lessons.item import Item, Rubric, Text
from kiosk.lessons.model import Page, Question, QuestionId

MANY_TRIES = 1000
"""For an item that may be tried any number of times."""


def written_pages(assessment: Assessment) -> tuple[Page, ...]:
    """Every item of the test in the order of the file, whether a student gets it or not."""
    return tuple(
        _page(assessment, asked(QuestionId(ref.identifier), ref, part, ref.item), sections)
        for part in assessment.parts
        for section in part.sections
        for ref, sections in _refs(section, ())
    )


def planned_page(assessment: Assessment, planned: PlannedItem, question: Question) -> Page:
    """One student's page of an item."""
    return _page(assessment, question, planned.sections)


def asked(key: QuestionId, ref: ItemRef, part: Part, item: Item) -> Question:
    """An item as a question, by the test's control of attempts; the item may have defaults of its own in the test."""
    most = 1 if part.submission is Submission.SIMULTANEOUS else ref.control.max_attempts or MANY_TRIES
    return Question(key, item, max_tries=most)


def _page(assessment: Assessment, question: Question, sections: tuple[Section, ...]) -> Page:
    rubrics = (*assessment.rubrics, *(rubric for section in sections for rubric in section.rubrics))
    titles = [section.title for section in sections if section.visible and section.title]
    return Page(
        id=question.id,
        title=titles[-1] if titles else question.item.title,
        blocks=(*(text for rubric in rubrics for text in _texts(rubric)), question),
    )


def _texts(rubric: Rubric) -> Iterator[Text]:
    """What the rubric says to who takes the test."""
    if not rubric.views or "candidate" in rubric.views:
        yield from (block for block in rubric.blocks if isinstance(block, Text))


def _refs(section: Section, above: tuple[Section, ...]) -> Iterator[tuple[ItemRef, tuple[Section, ...]]]:
    sections = (*above, section)
    for child in section.children:
        if isinstance(child, ItemRef):
            yield child, sections
        else:
            yield from _refs(child, sections)
