import pytest

from kiosk.lessons.interactions import Response
from kiosk.lessons.item import ResponseDeclaration
from kiosk.lessons.response_values import LONGEST, values
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Scalar
from tests.lessons.items import bag, declared, one, row

MULTIPLE = Cardinality.MULTIPLE


@pytest.mark.parametrize(
    ("declaration", "response", "value"),
    [
        (declared(), ("a",), one("a")),
        (declared(), (), None),
        (declared(), ("a", "b"), None),
        (declared(cardinality=MULTIPLE), ("a", "b"), bag("a", "b")),
        (declared(cardinality=Cardinality.ORDERED), ("a",), row("a")),
        (declared(BaseType.DIRECTED_PAIR, MULTIPLE), ("a b",), bag(("a", "b"))),
        (declared(BaseType.DIRECTED_PAIR, MULTIPLE), ("a b", "junk"), None),
        (declared(BaseType.POINT), ("3 4",), one((3, 4))),
        (declared(BaseType.STRING), (" Paris ",), one("Paris", BaseType.STRING)),
        (declared(BaseType.STRING), ("  ",), None),
        (declared(BaseType.STRING), ("x" * (LONGEST + 1),), None),
        (declared(BaseType.BOOLEAN), ("true",), one(True)),
        (declared(BaseType.FLOAT), ("1,5",), one(1.5)),
        (declared(BaseType.FLOAT), ("3/4",), one(0.75)),
        (declared(BaseType.FLOAT), ("1e3",), one(1000.0)),
        (declared(BaseType.FLOAT), ("0",), one(0.0)),
        (declared(BaseType.FLOAT), ("half",), None),
        (declared(BaseType.INTEGER), ("7",), one(7)),
        (declared(BaseType.INTEGER), ("7.0",), one(7)),
        (declared(BaseType.INTEGER), ("7.5",), None),
        (declared(BaseType.INTEGER, MULTIPLE), ("7", "8"), bag(7, 8)),
        (declared(BaseType.INTEGER, MULTIPLE), ("7", "x"), None),
        (declared(BaseType.FILE), ("draft.png",), one("draft.png", BaseType.FILE)),
    ],
)
def test_a_response_is_a_value_of_its_variable(
    declaration: ResponseDeclaration, response: Response, value: Nullable
) -> None:
    assert values(declaration, response) == (value,)


def test_a_number_that_means_two_things_has_two_values() -> None:
    assert values(declared(BaseType.FLOAT), ("1,000",)) == (one(1.0), one(1000.0))
    assert values(declared(BaseType.INTEGER), ("1,000",)) == (one(1), one(1000))


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ("3.140", {"floatValue": 3.14, "integerValue": None, "leftDigits": 1, "rightDigits": 3, "ndp": 3, "nsf": 4}),
        ("042", {"floatValue": 42.0, "integerValue": 42, "leftDigits": 3, "rightDigits": 0, "ndp": 0, "nsf": 2}),
        ("1.5e2", {"floatValue": 150.0, "integerValue": None, "ndp": 0, "nsf": 2, "exponent": 2}),
        ("many", {"floatValue": None, "stringValue": "many"}),
    ],
)
def test_a_typed_number_as_a_record_tells_how_it_was_typed(typed: str, fields: dict[str, Scalar | None]) -> None:
    (value,) = values(ResponseDeclaration("RESPONSE", Cardinality.RECORD, None), (typed,))
    assert value is not None
    assert value.fields is not None
    found = {name: value.fields.get(name) for name in fields}
    assert {name: held.items[0] if held else None for name, held in found.items()} == fields
