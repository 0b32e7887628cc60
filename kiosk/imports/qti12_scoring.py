"""What QTI 1.2's response conditions give for an answer: tried out, so that whatever way they are written is right."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kiosk.lessons.number import read_number
from kiosk.lessons.qti.xml import Element

type Given = Mapping[str, frozenset[str]]
"""What is answered, by the response's name: the labels chosen, or the one text typed."""

_GENERAL = ("general_fb", "general_feedback", "generalfeedback", "solution")
_RIGHT = ("correct_fb", "correct", "correctfeedback")
_WRONG = ("general_incorrect_fb", "incorrect_fb", "incorrect", "incorrectfeedback")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The score, and the feedback that is shown, by its ident."""

    score: float
    shown: tuple[str, ...]


class Conditions:
    """The resprocessing of one item (QTI 1.2, ASI 3.5)."""

    def __init__(self, item: Element) -> None:
        processing = item.first("resprocessing")
        self._conditions = list(processing.all("respcondition")) if processing else []
        self._several = {each.get("ident") for each in item.walk() if each.get("rcardinality").lower() == "multiple"}
        decvars = [each for each in item.walk() if each.name == "decvar"]
        self._declared = next((_float(each.get("maxvalue")) for each in decvars if each.get("maxvalue")), None)
        self._default = next((_float(each.get("defaultval")) for each in decvars), None) or 0.0

    @property
    def scores(self) -> bool:
        """Whether any condition gives points for an answer."""
        return any(next(each.all("setvar"), None) and _has_test(each) for each in self._conditions)

    def most(self, best_found: float) -> float:
        """The most that can be had: what is declared, unless nothing that was tried gives so much."""
        return best_found if best_found > 0 else self._declared or 100.0

    def outcome(self, given: Given) -> Outcome:
        """Run the conditions on an answer, up to the first that holds and does not say that others follow."""
        score, shown, met = self._default, list[str](), False
        for condition in self._conditions:
            where = condition.first("conditionvar")
            if where is None or not self._all_hold(where, given, met=met):
                continue
            for change in condition.all("setvar"):
                score = self._changed(score, change)
            shown += [each.get("linkrefid") for each in condition.all("displayfeedback")]
            met = met or _has_test(condition)
            if condition.get("continue").lower() != "yes":
                break
        return Outcome(score, tuple(shown))

    def wanted(self, response: str) -> list[tuple[str, str]]:
        """What an answer is compared with: the test's name, such as varequal, and its text."""
        return [
            (each.name, each.text.strip())
            for each, negated in _tests(self._conditions)
            if each.get("respident") == response and not negated
        ]

    def ranges(self, response: str) -> Iterator[tuple[Fraction, Fraction]]:
        """The numbers that are compared with: from and to, in the order of the conditions."""
        for condition in self._conditions:
            for group in condition.walk():
                tests = [each for each in group.elements if each.get("respident") == response]
                lows = [read_number(each.text) for each in tests if each.name in ("vargte", "vargt")]
                highs = [read_number(each.text) for each in tests if each.name in ("varlte", "varlt")]
                equals = [read_number(each.text) for each in tests if each.name == "varequal"]
                yield from (
                    (low, high) for low, high in zip(lows, highs, strict=False) if low is not None and high is not None
                )
                yield from ((number, number) for number in equals if number is not None)

    def best_set(self, response: str) -> frozenset[str]:
        """The labels of a multiple response that the condition with the most points asks for."""
        best, labels = 0.0, frozenset[str]()
        for condition in self._conditions:
            asked = frozenset(
                each.text.strip()
                for each, negated in _tests([condition])
                if each.name == "varequal" and each.get("respident") == response and not negated
            )
            if asked and (score := self.outcome({response: asked}).score) > best:
                best, labels = score, asked
        return labels

    def _all_hold(self, group: Element, given: Given, *, met: bool) -> bool:
        """Whether a group holds. One answer cannot be two things, so of several that it may be, one is enough."""
        either: dict[str, list[bool]] = {}
        others = []
        for each in group.elements:
            response = each.get("respident")
            holds = _holds(each, given, met=met)
            if each.name == "varequal" and response not in self._several:
                either.setdefault(response, []).append(holds)
            else:
                others.append(holds)
        return all(map(any, either.values())) and all(others)

    def _changed(self, score: float, change: Element) -> float:
        text = change.text.strip()
        by = self._declared or 100.0 if text.lower().endswith(".max") else _float(text) or 0.0
        match change.get("action").lower():
            case "add":
                return score + by
            case "subtract":
                return score - by
            case "multiply":
                return score * by
            case "divide":
                return score / by if by else score
            case _:
                return by


def kind_of_feedback(ident: str) -> str:
    """`general`, `correct` or `incorrect` by the names that learning platforms give; "" for an answer's own."""
    name = ident.lower()
    if name in _GENERAL:
        return "general"
    if name in _WRONG:
        return "incorrect"
    return "correct" if name in _RIGHT else ""


def _tests(conditions: list[Element]) -> Iterator[tuple[Element, bool]]:
    """Every comparison, and whether it stands below a `not`."""

    def within(element: Element, negated: bool) -> Iterator[tuple[Element, bool]]:
        for each in element.elements:
            if each.name.startswith("var"):
                yield each, negated
            elif each.name in ("and", "or", "not"):
                yield from within(each, negated != (each.name == "not"))

    for condition in conditions:
        if where := condition.first("conditionvar"):
            yield from within(where, negated=False)


def _has_test(condition: Element) -> bool:
    return next(_tests([condition]), None) is not None


def _holds(test: Element, given: Given, *, met: bool) -> bool:
    answer = given.get(test.get("respident"), frozenset())
    wanted = test.text.strip()
    match test.name:
        case "and":
            return all(_holds(each, given, met=met) for each in test.elements)
        case "or":
            return any(_holds(each, given, met=met) for each in test.elements)
        case "not":
            return not any(_holds(each, given, met=met) for each in test.elements)
        case "other":
            return not met
        case "unanswered":
            return not answer
        case "varequal":
            return any(_equal(each, wanted) for each in answer)
        case "varsubstring":
            return any(wanted.casefold() in each.casefold() for each in answer)
        case "varlt" | "varlte" | "vargt" | "vargte":
            numbers = [number for each in answer if (number := read_number(each)) is not None]
            end = read_number(wanted)
            return end is not None and any(_compare(test.name, number, end) for number in numbers)
        case _:
            return False


def _compare(name: str, number: Fraction, end: Fraction) -> bool:
    return {"varlt": number < end, "varlte": number <= end, "vargt": number > end, "vargte": number >= end}[name]


def _equal(answer: str, wanted: str) -> bool:
    if answer.casefold() == wanted.casefold():
        return True
    number = read_number(answer)
    return number is not None and number == read_number(wanted)


def _float(text: str) -> float | None:
    number = read_number(text)
    return None if number is None else float(number)
