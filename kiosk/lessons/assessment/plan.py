"""What one student gets of a test, and in which order: QTI's selection and ordering, drawn from a seed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.lessons.assessment.model import Assessment, ItemRef, Part, Section
from kiosk.lessons.chance import generator, shuffled, whole
from kiosk.lessons.model import QuestionId


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """An item of a plan, with the sections it stands in, outermost first.

    Its key is its reference's identifier, with a dot and its number where it was drawn more than once.
    """

    key: QuestionId
    ref: ItemRef
    part: Part
    sections: tuple[Section, ...]

    def is_in(self, identifier: str) -> bool:
        """Whether it is, or stands in, the item, section or part of that name."""
        return identifier in (self.key, self.ref.identifier, self.part.identifier) or any(
            section.identifier == identifier for section in self.sections
        )


type Plan = tuple[PlannedItem, ...]


def draw(assessment: Assessment, seed: int) -> Plan:
    """The same test and seed give the same plan on any machine and under any Python.

    A section that is drawn twice (with replacement) stays one section: its time and rules are shared.
    """
    drawn = [item for part in assessment.parts for section in part.sections for item in _items(part, (section,), seed)]
    return tuple(_named(drawn))


@dataclass(frozen=True, slots=True)
class _Block:
    """Items that stay together in a shuffle."""

    items: tuple[PlannedItem, ...]
    fixed: bool


def _items(part: Part, path: tuple[Section, ...], seed: int) -> tuple[PlannedItem, ...]:
    return tuple(item for block in _blocks(part, path, seed) for item in block.items)


def _blocks(part: Part, path: tuple[Section, ...], seed: int) -> list[_Block]:
    blocks: list[_Block] = []
    for child in _selected(path[-1], seed):
        if isinstance(child, ItemRef):
            planned = PlannedItem(QuestionId(child.identifier), child, part, path)
            blocks.append(_Block((planned,), child.fixed))
        elif child.visible or child.keep_together:
            blocks.append(_Block(_items(part, (*path, child), seed), child.fixed))
        else:
            blocks += _blocks(part, (*path, child), seed)
    return _ordered(blocks, path[-1], seed)


def _selected(section: Section, seed: int) -> list[Section | ItemRef]:
    """The drawn children in the order of the file; those that are required are always among them."""
    if section.selection is None:
        return list(section.children)
    chance = generator(seed, "selection", section.identifier)
    places = range(len(section.children))
    required = [place for place in places if section.children[place].required]
    free = max(0, section.selection.count - len(required))
    if section.selection.with_replacement:
        others = [whole(chance, 0, len(places) - 1) for _ in range(free)]
    else:
        others = list(shuffled(chance, [place for place in places if place not in required])[:free])
    return [section.children[place] for place in sorted(required + others)]


def _ordered(blocks: list[_Block], section: Section, seed: int) -> list[_Block]:
    """Shuffled where the section says so, but for what is fixed to its place."""
    if not section.shuffle:
        return blocks
    free = [block for block in blocks if not block.fixed]
    following = iter(shuffled(generator(seed, "ordering", section.identifier), free))
    return [block if block.fixed else next(following) for block in blocks]


def _named(drawn: list[PlannedItem]) -> Iterator[PlannedItem]:
    """Number what was drawn more than once."""
    times = Counter(item.key for item in drawn)
    seen: Counter[QuestionId] = Counter()
    for item in drawn:
        seen[item.key] += 1
        yield replace(item, key=QuestionId(f"{item.key}.{seen[item.key]}")) if times[item.key] > 1 else item
