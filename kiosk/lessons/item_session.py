"""One item being answered, from its seed and its attempts alone: nothing else is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.lessons.interactions import Response
from kiosk.lessons.item import Item
from kiosk.lessons.values import Nullable

type Responses = Mapping[str, Response]
"""What was answered, by response variable; a variable that is missing is blank."""


@dataclass(frozen=True, slots=True)
class ItemSession:
    """Every variable of an item after so many attempts.

    `item` is as template processing left it: its correct responses and defaults are the ones that hold. The same item,
    seed and attempts give the same session on any machine: that is how a run resumes, and how a server scores it again.
    """

    item: Item
    seed: int
    variables: Mapping[str, Nullable]
    attempts: int = 0
