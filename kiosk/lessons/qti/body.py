"""What stands in an item below one another: texts, and what is to be answered between and within them."""

from dataclasses import dataclass, field
from itertools import count

from kiosk.lessons.interactions import Interaction
from kiosk.lessons.item import Block, ResponseDeclaration, Rubric, Shown
from kiosk.lessons.qti.flow import Flow, Room
from kiosk.lessons.qti.graphic import read_stage
from kiosk.lessons.qti.interactions import read_interaction, read_media
from kiosk.lessons.qti.reading import Reading
from kiosk.lessons.qti.words import INLINE, Words, condition
from kiosk.lessons.qti.xml import Element
from kiosk.lessons.values import BaseType, Cardinality

ALL_VIEWS = frozenset({"author", "candidate", "proctor", "scorer", "testConstructor", "tutor"})
"""Whom QTI's rubric blocks are for."""

MOST_INTERACTIONS = 200


@dataclass(slots=True)
class Parts:
    """What an item's body adds up to, beside its blocks."""

    inline: list[Interaction] = field(default_factory=list)
    interactions: int = 0
    """How many there are so far, in the text too."""
    media: list[ResponseDeclaration] = field(default_factory=list)
    """Of sounds and films that merely stand in the text: how often they were played is kept like an answer."""


def read_blocks(element: Element, reading: Reading, parts: Parts) -> tuple[Block, ...]:
    """Read what an element holds. An interaction within a list or a table cuts it in two."""
    body = _Body(reading, parts)
    body.children(element)
    return tuple(body.flow.finished())


class _Body(Words):
    def __init__(self, reading: Reading, parts: Parts) -> None:
        super().__init__(reading, Flow(Room.BLOCKS))
        self._parts = parts

    def interaction(self, element: Element) -> None:
        self._count(element)
        if element.name == "position-object-stage":
            for placed in read_stage(element, self.reading):
                self.flow.block(placed)
            return
        interaction = read_interaction(element, self.reading)
        if interaction.response not in self.reading.responses:
            self.reading.lose(element, f"the answer {interaction.response}", "the item declares no such response")
        if element.name in INLINE:
            self._parts.inline.append(interaction)
            self.flow.mark("x-slot", {"response": interaction.response})
        else:
            self.flow.block(interaction)

    def conditional(self, element: Element, kind: str) -> None:
        when = condition(element, "outcome-identifier" if kind == "feedback" else "template-identifier")
        self.flow.block(Shown(when, read_blocks(element, self.reading, self._parts)))

    def rubric(self, element: Element) -> None:
        views = frozenset(element.get("view").split())
        views = frozenset() if views >= ALL_VIEWS else views
        self.flow.block(Rubric(views, read_blocks(element, self.reading, self._parts), element.get("use")))

    def media(self, element: Element) -> None:
        self._count(element)
        numbers = count(len(self._parts.media) + 1)
        response = next(name for number in numbers if (name := f"MEDIA-{number}") not in self.reading.responses)
        self._parts.media.append(ResponseDeclaration(response, Cardinality.SINGLE, BaseType.INTEGER))
        self.flow.block(read_media(element, self.reading, response))

    def _count(self, element: Element) -> None:
        self._parts.interactions += 1
        if self._parts.interactions > MOST_INTERACTIONS:
            raise element.fault(f"an item can have {MOST_INTERACTIONS} interactions at the most; split it.")
