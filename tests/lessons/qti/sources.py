"""QTI items written for a test, of which only the part that it is about is seen there."""

from collections.abc import Mapping

from kiosk.lessons.item import Item
from kiosk.lessons.qti.item import ReadItem, read_item
from kiosk.lessons.qti.reading import no_files

SINGLE = '<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"/>'
SEVERAL = '<qti-response-declaration identifier="RESPONSE" cardinality="multiple" base-type="identifier"/>'
TWO_CHOICES = '<qti-simple-choice identifier="A">one</qti-simple-choice><qti-simple-choice identifier="B"/>'
CHOICE = f'<qti-choice-interaction response-identifier="RESPONSE">{TWO_CHOICES}</qti-choice-interaction>'


def qti3(body: str = "", *, declared: str = SINGLE, after: str = "", attributes: str = "") -> bytes:
    """An item of QTI 3 on three lines: the first its head, the second what it declares, the third body and rules."""
    return (
        f'<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="T"'
        f' adaptive="false" time-dependent="false" {attributes}>\n{declared}\n<qti-item-body>{body}</qti-item-body>'
        f"{after}</qti-assessment-item>"
    ).encode()


def read(
    body: str = "", *, declared: str = SINGLE, after: str = "", files: Mapping[str, bytes] | None = None
) -> ReadItem:
    """Read an item of QTI 3 that lies in the package as items/i.xml, beside these files."""
    return read_item(qti3(body, declared=declared, after=after), "items/i.xml", files.get if files else no_files)


def item(body: str = "", *, declared: str = SINGLE, after: str = "", files: Mapping[str, bytes] | None = None) -> Item:
    """The same item without its losses."""
    return read(body, declared=declared, after=after, files=files).item


def processing(rules: str) -> str:
    """Response processing with these rules."""
    return f"<qti-response-processing>{rules}</qti-response-processing>"
