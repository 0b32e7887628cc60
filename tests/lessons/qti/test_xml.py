import pytest

from kiosk.errors import LessonError
from kiosk.lessons.qti.xml import DEEPEST, LARGEST, MOST_ELEMENTS, parse_xml

LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;&c;&c;</a>'
FILE_ENTITY = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
PARAMETER_ENTITY = '<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/x.dtd"> %b;]><a/>'
MATHML = '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mtd columnAlign="left"/></m:math>'


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (LAUGHS, 1, "defines the entity b"),
        (FILE_ENTITY, 1, "defines the entity b"),
        (PARAMETER_ENTITY, 1, "defines the entity b"),
        ("<a>\n<b>\n</a>", 3, "this is not XML: mismatched tag."),
        ("", 1, "this is not XML: no element found."),
        ("<a>&nbsp;</a>", 1, "this is not XML: undefined entity."),
        ('<?xml version="1.0" encoding="klingon"?><a/>', 1, "this is not XML"),
        ("<a>" * (DEEPEST + 1), 1, f"nested more than {DEEPEST} deep"),
        ("<a>" + "<b/>" * MOST_ELEMENTS + "</a>", 1, f"has more than {MOST_ELEMENTS} elements"),
        ("<a>" + " " * LARGEST + "</a>", None, "is longer than 4096 KiB"),
    ],
    ids=["laughs", "file", "parameter", "tags", "empty", "unknown", "encoding", "deep", "many", "large"],
)
def test_a_hostile_or_broken_file_is_a_fault_with_its_line(data: str, line: int | None, reason: str) -> None:
    with pytest.raises(LessonError) as fault:
        parse_xml(data.encode(), "items/a.xml")
    assert (fault.value.file, fault.value.line) == ("items/a.xml", line)
    assert reason in fault.value.reason


def test_an_external_document_type_is_not_fetched() -> None:
    doctype = '<!DOCTYPE assessmentItem SYSTEM "http://127.0.0.1:9/qti.dtd">'
    assert parse_xml(f"{doctype}<assessmentItem/>".encode(), "a.xml").name == "assessment-item"


@pytest.mark.parametrize(
    "written",
    [
        '<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" timeDependent="true"/>',
        '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" time-dependent="true"/>',
        '<q:assessmentItem xmlns:q="http://www.imsglobal.org/xsd/imsqti_v2p2" timeDependent="true"/>',
        '<assessmentItem timeDependent="true"/>',
    ],
)
def test_elements_and_attributes_have_one_name_in_every_version(written: str) -> None:
    root = parse_xml(written.encode(), "a.xml")
    assert (root.name, dict(root.attributes)) == ("assessment-item", {"time-dependent": "true"})


def test_names_of_other_vocabularies_are_kept_as_they_are() -> None:
    root = parse_xml(MATHML.encode(), "a.xml")
    cell = next(root.elements)
    assert (root.name, cell.name, dict(cell.attributes)) == ("math:math", "math:mtd", {"columnAlign": "left"})


def test_an_element_knows_its_line() -> None:
    root = parse_xml(b"<a>\n\n<b/>text</a>", "a.xml")
    assert [(each.name, each.line) for each in root.walk()] == [("a", 1), ("b", 3)]
    assert root.text == "\n\ntext"
