"""How what was read is parted into pages, and what things are called."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import batched
from urllib.parse import quote

from kiosk.imports.draft import Draft, DraftPage
from kiosk.lessons.manifest import LONGEST_LINE, MOST_PAGES
from kiosk.lessons.page import LONGEST_PAGE

QUESTIONS_ON_A_PAGE = 5

_ROOM = LONGEST_PAGE - 4 * LONGEST_LINE - 100
"""In bytes, for what stands below a title, whose letters may have four each."""


def pages(title: str, parts: Iterable[str]) -> list[DraftPage]:
    """A page with these parts, or as many as they need, numbered in their titles."""
    filled = list(_filled(parts))
    if len(filled) <= 1:
        return [DraftPage(title, tuple(part)) for part in filled]
    return [DraftPage(f"{title} ({at})", tuple(part)) for at, part in enumerate(filled, 1)]


def question_pages(title: str, parts: Sequence[str]) -> list[DraftPage]:
    """Pages of so many parts as a child can overlook."""
    groups = [page for group in batched(parts, QUESTIONS_ON_A_PAGE) for page in _filled(group)]
    if len(groups) <= 1:
        return [DraftPage(title, tuple(part)) for part in groups]
    return [DraftPage(f"{title} ({at})", tuple(part)) for at, part in enumerate(groups, 1)]


def drafts(draft: Draft) -> tuple[Draft, ...]:
    """The lesson, or several where it has more pages than one may have. The losses are told with the first."""
    groups = list(batched(draft.pages, MOST_PAGES))
    if len(groups) <= 1:
        return (draft,)
    return tuple(
        replace(
            draft,
            origin=f"{draft.origin} {at}",
            title=f"{draft.title}, part {at}",
            pages=group,
            items={name: item for name, item in draft.items.items() if _is_placed(name, group)},
            losses=draft.losses if at == 1 else (),
        )
        for at, group in enumerate(groups, 1)
    )


def placed(name: str) -> str:
    """An item in a page."""
    return f"![](items/{quote(name)})"


def slug(text: str, longest: int = 40) -> str:
    """A text as a part of a file's name or an id; "" where none of its letters may stand there."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].strip("-")


def short_hash(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]


def one_line(text: str, otherwise: str) -> str:
    """A title that a lesson may have: on one line, not too long, not blank."""
    line = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    if len(line) > LONGEST_LINE:
        line = f"{line[: LONGEST_LINE - 1].rstrip()}…"
    return line or otherwise


def item_name(title: str, words: str, taken: Collection[str]) -> str:
    """A file's name for an item, by its title and its words: it stays when others come, go and move."""
    stem = f"{slug(title) or slug(words) or 'question'}-{short_hash(title, words)}"
    names = (f"{stem}{f'-{count}' if count > 1 else ''}.xml" for count in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _is_placed(name: str, group: Sequence[DraftPage]) -> bool:
    return any(placed(name) in part for page in group for part in page.parts)


def _filled(parts: Iterable[str]) -> Iterator[list[str]]:
    page: list[str] = []
    size = 0
    for part in parts:
        more = len(part.encode()) + 2
        if page and size + more > _ROOM:
            yield page
            page, size = [], 0
        page.append(part)
        size += more
    if page:
        yield page
