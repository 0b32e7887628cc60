"""QTI's operators that make bags and lists, and take values out of them and of records."""

from collections.abc import Mapping

from kiosk.lessons.operands import Attributes, NoValueError, Operands, Operator, exactly, numeric, one, present, some
from kiosk.lessons.values import BaseType, Cardinality, Nullable, Value, container, keys, single

MOST_ITEMS = 1000
"""A container that would hold more is NULL."""


def joined(operands: Operands, cardinality: Cardinality) -> Nullable:
    """The items of all operands, which must be of one base type; those that are NULL are left out."""
    values = [some(operand) for operand in operands if operand is not None]
    items = [item for value in values for item in value.items]
    if len({value.base_type for value in values}) != 1 or len(items) > MOST_ITEMS:
        raise NoValueError
    return container(cardinality, _base_type(values[0]), items)


def _base_type(value: Value) -> BaseType:
    return present(value.base_type)


def _multiple(operands: Operands, _: Attributes) -> Nullable:
    return joined(operands, Cardinality.MULTIPLE)


def _ordered(operands: Operands, _: Attributes) -> Nullable:
    return joined(operands, Cardinality.ORDERED)


def _delete(operands: Operands, _: Attributes) -> Nullable:
    item, holder = (some(operand) for operand in exactly(operands, 2))
    one(item)
    gone = keys(item)[0]
    kept = [item for item, key in zip(holder.items, keys(holder), strict=True) if key != gone]
    return container(holder.cardinality, _base_type(holder), kept)


def _index(operands: Operands, attributes: Attributes) -> Nullable:
    (operand,) = exactly(operands, 1)
    holder, place = some(operand), attributes.integer("n")
    if holder.cardinality is not Cardinality.ORDERED or not 1 <= place <= len(holder.items):
        raise NoValueError
    return single(_base_type(holder), holder.items[place - 1])


def _container_size(operands: Operands, _: Attributes) -> Nullable:
    (operand,) = exactly(operands, 1)
    return numeric(0 if operand is None else len(some(operand).items))


def _field_value(operands: Operands, attributes: Attributes) -> Nullable:
    (operand,) = exactly(operands, 1)
    fields = present(present(operand).fields)
    return fields.get(attributes.word("field-identifier", ""))


OPERATORS: Mapping[str, Operator] = {
    "multiple": _multiple,
    "ordered": _ordered,
    "delete": _delete,
    "index": _index,
    "container-size": _container_size,
    "field-value": _field_value,
}
