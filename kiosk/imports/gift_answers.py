"""What stands in the braces of a GIFT question."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction

from kiosk.imports.questions import (
    RESPONSE,
    Answer,
    Asked,
    NumberAnswer,
    drop_down,
    essay,
    matching,
    number,
    one_choice,
    short_text,
    some_choices,
)
from kiosk.lessons.interactions import Html
from kiosk.lessons.number import read_number

MOST_ANSWERS = 100

_TRUTH = re.compile(r"\s*(?P<truth>T|TRUE|F|FALSE)\s*(?P<rest>#.*)?", re.IGNORECASE | re.DOTALL)
_ANSWER = re.compile(r"(?P<sign>[=~])\s*(?:%(?P<weight>[^%~=\n]{0,20})%)?(?P<text>[^=~]*)", re.DOTALL)
_HUNDREDTH = 0.01

type Rich = Callable[[str], Html]
"""A text of the file, in whatever format, as our HTML."""

type Typed = Callable[[str], str]
"""A text of the file as plain text."""


class GiftFaultError(Exception):
    """What is wrong, and how many lines below the question's first."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line = line
        self.reason = reason


class Kind(Enum):
    CHOICE = auto()
    TYPED = auto()
    MATCH = auto()
    ESSAY = auto()


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked; `wrong` is said to every answer that is not right."""

    kind: Kind
    asked: Asked
    wrong: Html = ""


@dataclass(frozen=True, slots=True)
class _Given:
    """One answer as it stands there; `weight` in percent, None where it says none."""

    is_right: bool
    weight: float | None
    text: str
    feedback: str
    line: int

    @property
    def worth(self) -> float:
        if self.weight is not None:
            return self.weight / 100
        return 1.0 if self.is_right else 0.0


def read_answers(inside: str, line: int, rich: Rich, typed: Typed, *, is_inline: bool) -> Answers:
    """Read the inside of the braces, which begins so many lines below the question's first.

    Escaped letters are hidden in it. `is_inline` asks for something that stands in a line of text, where there is such.
    Raises GiftFaultError.
    """
    if not inside.strip():
        return Answers(Kind.ESSAY, essay())
    if found := _TRUTH.fullmatch(inside):
        return Answers(Kind.MATCH, _truth(found, rich))
    if inside.lstrip().startswith("#"):
        hash_at = inside.index("#")
        return _numbers(inside[hash_at + 1 :], line + inside.count("\n", 0, hash_at), rich)
    given = list(_given(inside, line))
    if any("->" in each.text for each in given) and all(each.is_right for each in given):
        return Answers(Kind.MATCH, _pairs(given, line, rich))
    if all(each.is_right for each in given):
        answers = [Answer(_typed(each, typed), each.worth, rich(each.feedback)) for each in given]
        _require_full_marks(max(each.worth for each in answers), line)
        return Answers(Kind.TYPED, short_text(RESPONSE, answers, 1.0))
    return Answers(Kind.CHOICE, _choices(given, line, rich, is_inline=is_inline))


def _given(inside: str, line: int) -> Iterator[_Given]:
    first = re.search("[=~]", inside)
    if first is None or inside[: first.start()].strip():
        stray = inside[: first.start() if first else None].strip()
        raise GiftFaultError(line, f"an answer begins with = or ~, but this is {stray[:40]!r}.")
    for count, found in enumerate(_ANSWER.finditer(inside)):
        at = line + inside.count("\n", 0, found.start())
        if count >= MOST_ANSWERS:
            raise GiftFaultError(at, f"a question has at most {MOST_ANSWERS} answers.")
        text, _, feedback = found["text"].partition("#")
        yield _Given(found["sign"] == "=", _weight(found["weight"], at), text.strip(), feedback.strip(), at)


def _weight(text: str | None, line: int) -> float | None:
    if text is None:
        return None
    try:
        weight = float(text)
    except ValueError:
        weight = float("nan")
    if not -100 <= weight <= 100:
        raise GiftFaultError(line, f"a weight is a number from -100 to 100 between two %, not {text!r}.")
    return weight


def _truth(found: re.Match[str], rich: Rich) -> Asked:
    """Two choices. The first feedback is for who is wrong, the second for who is right."""
    said = [part.strip() for part in (found["rest"] or "").split("#")[1:3]]
    wrong, right = (rich(part) for part in (*said, "", "")[:2])
    is_true = found["truth"].upper().startswith("T")
    answers = [
        Answer(word, float(is_right), right if is_right else wrong)
        for word, is_right in (("True", is_true), ("False", not is_true))
    ]
    return one_choice(answers, 1.0, shuffle=False)


def _choices(given: list[_Given], line: int, rich: Rich, *, is_inline: bool) -> Asked:
    """One choice where an answer is marked as right by =, else several, each with its weight."""
    if blank := next((each for each in given if not each.text), None):
        raise GiftFaultError(blank.line, "an answer to choose says nothing; write it after the = or ~.")
    if len(given) < 2:
        raise GiftFaultError(line, "a question to choose from needs two answers or more.")
    answers = [Answer(rich(each.text), each.worth, rich(each.feedback)) for each in given]
    if any(each.is_right for each in given):
        _require_full_marks(max(each.worth for each in answers), line)
        return drop_down(RESPONSE, answers, 1.0) if is_inline else one_choice(answers, 1.0, shuffle=True)
    _require_full_marks(sum(max(each.worth, 0.0) for each in answers), line)
    return some_choices(answers, 1.0, shuffle=True, whole=False)


def _require_full_marks(best: float, line: int) -> None:
    if abs(best - 1.0) > _HUNDREDTH:
        reason = (
            f"the right answers come to {100 * best:.4g} % and must come to 100 %; mark what is right with = or %100%."
        )
        raise GiftFaultError(line, reason)


def _pairs(given: list[_Given], line: int, rich: Rich) -> Asked:
    pairs, more = [], []
    for each in given:
        left, arrow, right = each.text.partition("->")
        if not arrow or not right.strip():
            raise GiftFaultError(each.line, "a pair to match is written =bee -> hive.")
        if left.strip():
            pairs.append((rich(left.strip()), rich(right.strip())))
        else:
            more.append(rich(right.strip()))
    if len(pairs) < 2:
        raise GiftFaultError(line, "a question to match needs two pairs or more.")
    return matching(pairs, more, 1.0)


def _typed(each: _Given, typed: Typed) -> str:
    text = typed(each.text)
    if not text or len(text) > 200:
        raise GiftFaultError(each.line, "a short answer has 1 to 200 characters.")
    return text


def _numbers(inside: str, line: int, rich: Rich) -> Answers:
    """One number, or several with = and weights; `~` has what is said to every other."""
    if not re.search("[=~]", inside):
        text, _, feedback = inside.partition("#")
        return Answers(Kind.TYPED, number(RESPONSE, [_number(text, 1.0, rich(feedback.strip()), line)], 1.0))
    given = list(_given(inside, line))
    answers = [_number(each.text, each.worth, rich(each.feedback), each.line) for each in given if each.is_right]
    if not answers:
        raise GiftFaultError(line, "no number is right; write =3.14:0.05.")
    _require_full_marks(max(each.worth for each in answers), line)
    wrong = " ".join(rich(each.feedback) for each in given if not each.is_right)
    return Answers(Kind.TYPED, number(RESPONSE, answers, 1.0), wrong)


def _number(text: str, worth: float, feedback: Html, line: int) -> NumberAnswer:
    """Read 3.14, 3.14:0.05 or 3.1..3.2."""
    plain = text.strip()
    if ".." in plain:
        ends = [_fraction(end) for end in plain.split("..", 1)]
    else:
        middle, colon, margin = plain.partition(":")
        about, give = _fraction(middle), _fraction(margin) if colon else Fraction()
        ends = [about - give, about + give] if about is not None and give is not None else [None]
    match ends:
        case [low, high] if low is not None and high is not None and low <= high:
            return NumberAnswer(low, high, worth, feedback)
    raise GiftFaultError(line, f"a number is written 3.14, 3.14:0.05 or 3.1..3.2, not {plain[:40]!r}.")


def _fraction(text: str) -> Fraction | None:
    """A number as people write it, or with an exponent."""
    if found := re.fullmatch(r"\s*([+-]?[0-9.]{1,30})[eE]([+-]?[0-9]{1,2})\s*", text):
        mantissa = read_number(found[1])
        return None if mantissa is None else mantissa * Fraction(10) ** int(found[2])
    return read_number(text)
