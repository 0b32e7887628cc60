"""An item as one reader sees it now: its blocks and texts with every condition, variable and shuffle resolved."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from html import escape
from random import Random
from typing import Any

from kiosk.lessons.interactions import (
    BlockInteraction,
    Choice,
    EndAttemptInteraction,
    Hotspot,
    Html,
    InlineChoiceInteraction,
    InlineInteraction,
    Interaction,
    TextEntryInteraction,
)
from kiosk.lessons.item import Block, ModalFeedback, Rubric, Shown, Text
from kiosk.lessons.item_session import ItemSession
from kiosk.lessons.marks import holds, resolve

CANDIDATE = frozenset({"candidate"})
"""The view of who answers, as QTI names it."""

_SIDES = frozenset({"choices", "sources", "targets", "hotspots"})
_INLINE = (InlineChoiceInteraction, TextEntryInteraction, EndAttemptInteraction)


@dataclass(frozen=True, slots=True)
class ShownItem:
    """What a screen builds: texts and block interactions below one another, and who stands at the texts' slots.

    The texts hold only what `kiosk.lessons.whitelist` lists; of the marks are left x-slot, x-gap and x-hottext.
    """

    blocks: tuple[Text | BlockInteraction, ...]
    inline: Mapping[str, InlineInteraction]
    """By response, which an <x-slot> names."""
    feedback: tuple[ModalFeedback, ...] = ()
    """What is to be said of the last attempt."""


def shown(session: ItemSession, views: frozenset[str] = CANDIDATE) -> ShownItem:
    """Resolve an item for these readers. The same session gives the same, choices in the same order, anywhere."""
    scene = _Scene(session)
    item = session.item
    said = (feedback for feedback in item.feedback if session.attempts and holds(feedback.condition, session.variables))
    return ShownItem(
        tuple(scene.blocks(item.blocks, views)),
        scene.inline,
        tuple(replace(feedback, html=scene.text(feedback.html)) for feedback in said),
    )


def resolved(html: Html, session: ItemSession) -> Html:
    """One text of an item as it reads now, such as the feedback of a choice."""
    return _Scene(session).text(html)


class _Scene:
    """The variables of one moment, and what they do to texts and interactions."""

    def __init__(self, session: ItemSession) -> None:
        self._seed = session.seed
        self._variables = session.variables
        self._in_formulas = {
            template.identifier: value.items[0]
            for template in session.item.templates
            if template.is_math and (value := session.variables.get(template.identifier)) is not None and value.items
        }
        self.inline = {one.response: self.interaction(one) for one in session.item.inline if isinstance(one, _INLINE)}

    def blocks(self, blocks: Iterable[Block], views: frozenset[str]) -> Iterator[Text | BlockInteraction]:
        for block in blocks:
            match block:
                case Text(html):
                    if words := self.text(html).strip():
                        yield Text(words)
                case Shown(condition, inner):
                    if holds(condition, self._variables):
                        yield from self.blocks(inner, views)
                case Rubric(readers, inner):
                    if not readers or readers & views:
                        yield from self.blocks(inner, views)
                case InlineChoiceInteraction() | TextEntryInteraction() | EndAttemptInteraction():
                    self.inline[block.response] = self.interaction(block)
                    yield Text(f'<p><x-slot response="{escape(block.response)}"></x-slot></p>')
                case _:
                    yield self.interaction(block)

    def interaction[I: Interaction](self, interaction: I) -> I:
        """Its texts resolved, its choices as they are there, in the order of the seed."""
        changed: dict[str, Any] = {}
        hidden: set[str] = set()
        for field in fields(interaction):
            told = getattr(interaction, field.name)
            if field.name in _SIDES:
                there = [self._part(part) for part in told if holds(part.condition, self._variables)]
                hidden |= {part.identifier for part in told}.difference(part.identifier for part in there)
                shuffles = field.name != "hotspots" and getattr(interaction, "shuffle", False)
                key = f"{self._seed} {interaction.response} {field.name}"
                changed[field.name] = tuple(_shuffled(there, key) if shuffles else there)
        for name in ("prompt", "content"):
            if hasattr(interaction, name):
                changed[name] = self.text(getattr(interaction, name), frozenset(hidden))
        return replace(interaction, **changed)

    def text(self, html: Html, hidden: frozenset[str] = frozenset()) -> Html:
        return resolve(html, self._variables, self._in_formulas, hidden)

    def _part[P: (Choice, Hotspot)](self, part: P) -> P:
        if isinstance(part, Hotspot):
            return part
        return replace(part, content=self.text(part.content), feedback=self.text(part.feedback))


def _shuffled(choices: Sequence[Choice], key: str) -> Iterator[Choice]:
    """The choices in an order of their own for each key; what is fixed keeps its place."""
    free = [choice for choice in choices if not choice.fixed]
    Random(key).shuffle(free)  # noqa: S311 - an order that anybody may know
    following = iter(free)
    return (choice if choice.fixed else next(following) for choice in choices)
