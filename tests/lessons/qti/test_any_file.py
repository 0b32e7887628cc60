"""Whatever stands in a file, only our own errors come out, each with file and line."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.errors import LessonError
from kiosk.lessons.item import Item
from kiosk.lessons.item_session import attempt, begin
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.qti.reading import folder_files
from kiosk.lessons.qti.write import write_item
from kiosk.lessons.qti.xml import DEEPEST
from tests.lessons.qti.sources import qti3
from tests.lessons.qti.test_items import ITEMS, NAMES

TAGS = re.compile(rb"<[^<>]+>|[^<>]+")
files = folder_files(ITEMS)
originals = [(ITEMS / name).read_bytes() for name in NAMES]
pieces = sorted({piece for data in originals for piece in TAGS.findall(data)})


@st.composite
def broken_items(draw: st.DrawFn) -> bytes:
    """One of our items with pieces left out, doubled, or taken from another."""
    parts = TAGS.findall(draw(st.sampled_from(originals)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(parts) - 1))
        parts[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(pieces), max_size=2))
    return b"".join(parts)


def read(data: bytes) -> Item | LessonError:
    try:
        return read_item(data, "items/i.xml", files).item
    except LessonError as fault:
        return fault


@settings(max_examples=60)
@given(broken_items() | st.binary(max_size=60))
def test_a_broken_item_is_read_or_refused_in_one_sentence(data: bytes) -> None:
    got = read(data)
    if isinstance(got, LessonError):
        assert (got.file, got.line is not None, got.reason[-1]) == ("items/i.xml", True, ".")
    else:
        attempt(begin(got, 1), {})
        assert isinstance(read(write_item(got)), Item)


@pytest.mark.parametrize(
    "tag", ["div", "qti-feedback-block outcome-identifier='F' identifier='a'", "em", "ul", "table"]
)
def test_what_is_nested_as_deep_as_it_may_be_is_read(tag: str) -> None:
    deep = f"<{tag}>" * (DEEPEST - 2) + f"</{tag.partition(' ')[0]}>" * (DEEPEST - 2)
    assert not isinstance(read(qti3(deep)), LessonError)
