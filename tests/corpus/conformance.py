"""The response -> outcome cases of pie-framework/pie-qti, played by our reader and scorer.

`python -m tests.corpus.conformance PATH` plays those of a checkout of that repository and writes
docs/qti-conformance.md. Nothing of the cases is copied into this project.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.errors import LessonError
from kiosk.lessons.item import Item
from kiosk.lessons.item_session import ItemSession, attempt, begin
from kiosk.lessons.qti.item import read_item
from kiosk.lessons.values import Nullable, Scalar, rounded, write_scalar

FIXTURES = Path("packages/item-player/tests/conformance/fixtures")
PAGE = Path(__file__).parents[2] / "docs" / "qti-conformance.md"

_HEAD = """\
# QTI: another player's conformance cases

pie-framework/pie-qti, a QTI player of its own, carries cases that say which outcomes a response must have. With a
checkout of that repository at PATH, `uv run python -m tests.corpus.conformance PATH` plays them by our reader and
scorer and writes this page; nothing of them is copied here. **{agreeing} agree.**

Each case that does not is below, with what decides it. Most use a dialect: rules and expressions that QTI does not
have, or those of a test within an item. Such an item is shown and left out of the score, and says so.

| fixture | case | expected there | what decides |
| --- | --- | --- | --- |"""

_OF_A_TEST = "`outcomeProcessing` is a part of assessmentTest, not of assessmentItem"
_NO_TRUTH = "2.2 `responseIf`: an expression “which must have an effective baseType of boolean”"

CLAUSES = {
    "baseTypes_all": "2.2 `equal` takes “a numerical base-type”, `match` the others; `record` is no expression of QTI",
    "isNull_isNotNull": "`isNotNull` is no expression of QTI; it is written `not` of `isNull`",
    "mapResponse_bounds_default_duplicates": "2.2 `mapResponse`: “multiple instances of the same value” are “counted "
    "once only”",
    "outcomeProcessing_derive_percent_passfail": _OF_A_TEST,
    "outcomeProcessing_exitTest": _OF_A_TEST,
    "outcomeProcessing_outcomeCondition_equal": _OF_A_TEST,
    "outcomeProcessing_outcomeCondition_toBoolean": _OF_A_TEST,
    "outcomeProcessing_outcomeProcessingFragment": _OF_A_TEST,
    "positionObject_mapResponse_wrong": "2.2 `mapResponse`: the mapping “must have been declared”; without one SCORE "
    "is NULL, which counts as 0",
    "responseProcessing_anyN_allN": "`allN` is no expression of QTI; `and` is",
    "responseProcessing_containerSize_index": "2.2 `index` takes one expression, and the place by its attribute `n`",
    "responseProcessing_deleteValue_repeat": "`setResponseValue` is no rule of QTI (2.2 `responseRule`)",
    "responseProcessing_inside_duration_statsOperator": "2.2 `multiple`: “Any sub-expressions evaluating to NULL are "
    "ignored”, so the mean is of what is left",
    "responseProcessing_mapOutcome_basic": "`mapOutcome` is no expression of QTI; `lookupOutcomeValue` does this",
    "responseProcessing_misc_math_string_stats": "`mod`, `mean`, `sampleVariance`, `isTypeOf` and the like are no "
    "expressions of QTI (`integerModulus`, `statsOperator`); `substring` gives a boolean",
    "responseProcessing_notEqual_basic": "`notEqual` is no expression of QTI; it is written `not` of `equal`",
    "responseProcessing_patternMatch_caseSensitive": "2.2 `patternMatch` takes one expression, and the pattern by its "
    "attribute `pattern`; it has no caseSensitive",
    "responseProcessing_preCondition": "`preCondition` is a part of a test (2.2 `preCondition`), no expression",
    "responseProcessing_record_fieldValue": "`record` is no expression of QTI",
    "responseProcessing_responseCondition_toBoolean": _NO_TRUTH,
    "responseProcessing_setDefaultValue": "2.2 `setDefaultValue` is a templateRule and takes an expression",
    "responseProcessing_setResponseValue_setDefaultValue": "`setResponseValue` is no rule of QTI, `setDefaultValue` a "
    "templateRule",
    "responseProcessing_template_match_nothing": "`match_nothing` is none of QTI's templates; the item is shown, and "
    "left out of the score",
    "responseProcessing_xiInclude": "2.2 has `xi:include`; the case expects that it is refused, and we include",
    "templateProcessing_templateCondition_toBoolean": _NO_TRUTH,
    "templateProcessing_templateConstraint": _OF_A_TEST,
}
"""What decides between the two, by fixture: the first words are the specification's."""


@dataclass(frozen=True, slots=True)
class Case:
    fixture: str
    name: str
    item: bytes
    seed: int
    responses: Mapping[str, Any]
    expected: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`differences` is empty where both agree."""

    case: Case
    differences: tuple[str, ...]


def read_cases(repository: Path) -> Iterator[Case]:
    """Every case of a checkout, in order."""
    for path in sorted((repository / FIXTURES).glob("*/cases.json")):
        told = json.loads(path.read_text("utf-8"))
        item = (path.parent / "item.xml").read_bytes()
        for case in told["cases"]:
            seed = told.get("seed", 42)
            yield Case(path.parent.name, case["name"], item, seed, case["responses"], case["expect"])


def judge(case: Case) -> Verdict:
    """Play a case. It tells outcomes and modal feedback; the body's text is not compared."""
    try:
        item = read_item(case.item, "item.xml").item
    except LessonError as error:
        return Verdict(case, (f"refused: {error}",))
    responses = {name: _response(value) for name, value in case.responses.items()}
    session = attempt(begin(item, case.seed), responses)
    return Verdict(case, tuple(_differences(item, session, case.expected)))


def page(verdicts: Sequence[Verdict]) -> str:
    """The page of docs/."""
    differing = [verdict for verdict in verdicts if verdict.differences]
    rows = "\n".join(
        f"| {verdict.case.fixture} | {verdict.case.name} | {'; '.join(verdict.differences).replace('|', '/')} "
        f"| {CLAUSES.get(verdict.case.fixture, 'not explained yet')} |"
        for verdict in differing
    )
    agreeing = f"{len(verdicts) - len(differing)} of {len(verdicts)}"
    return f"{_HEAD.format(agreeing=agreeing)}\n{rows}\n"


def _differences(item: Item, session: ItemSession, expected: Mapping[str, Any]) -> Iterator[str]:
    for name, wanted in expected.get("outcomes", {}).items():
        value = session.variables.get(name)
        if not _agrees(value, wanted):
            held = "NULL" if value is None else ", ".join(map(write_scalar, value.items))
            yield f"{name} {json.dumps(wanted)}, ours {held}"
    if "modalFeedbackIdentifiers" in expected:
        shown = sorted(
            feedback.condition.identifier
            for feedback in item.feedback
            if _holds(session, feedback.condition.variable, feedback.condition.identifier) is feedback.condition.shows
        )
        if shown != sorted(expected["modalFeedbackIdentifiers"]):
            yield f"feedback {expected['modalFeedbackIdentifiers']}, ours {shown}"


def _holds(session: ItemSession, variable: str, identifier: str) -> bool:
    value = session.variables.get(variable)
    return value is not None and identifier in value.items


def _response(told: Any) -> tuple[str, ...]:
    if told is None:
        return ()
    if isinstance(told, list):
        return tuple(part for each in told for part in _response(each))
    return (json.dumps(told) if isinstance(told, bool) else str(told),)


def _agrees(value: Nullable, wanted: Any) -> bool:
    if value is None or wanted is None:
        return value is None and wanted in (None, [], "")
    many = wanted if isinstance(wanted, list) else [wanted]
    return len(many) == len(value.items) and all(map(_is_same, value.items, many))


def _is_same(item: Scalar, wanted: Any) -> bool:
    if isinstance(wanted, bool) or isinstance(item, bool):
        return item is wanted
    if isinstance(wanted, int | float) and isinstance(item, int | float):
        return rounded(float(item)) == rounded(float(wanted))
    return write_scalar(item) == str(wanted)


if __name__ == "__main__":
    PAGE.write_text(page([judge(case) for case in read_cases(Path(sys.argv[1]))]), "utf-8")
