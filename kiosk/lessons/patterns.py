"""Regular expressions from content: XML Schema's, matched in a bounded number of steps.

Python's own would try every way through a pattern such as (a+)+ and could stall the window for hours. Here every way is
followed at once, one letter after another, and what a letter leads to is remembered. Limits are counted in steps, not
in time: a server that scores again comes to the same result.
"""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

LONGEST_PATTERN = 1000
MOST_NESTED = 50
MOST_STATES = 2000
"""So many places a pattern may have, each repetition counted."""
MOST_STEPS = 20_000
"""So many states are looked at in one match; the letters of a text count too."""
LETTERS_IN_A_STEP = 2

type _Test = Callable[[str], bool]


class UnreadablePatternError(Exception):
    """A pattern that is none, asks for more than its language has (lookahead, a reference), or is too large."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a match came to. `matched` is None for a pattern that cannot be read, and for more work than is allowed."""

    matched: bool | None
    steps: int = 0


def matches(pattern: str, text: str) -> bool | None:
    """Whether all of the text matches; None where that cannot be said.

    Patterns are XML Schema's, as QTI says. What authors bring along from other languages is taken as they mean it: ^ at
    the beginning and $ at the end, (?:...), and a lazy quantifier.
    """
    return find(pattern, text).matched


def find(pattern: str, text: str) -> Found:
    """Match all of a text, and tell what it took."""
    try:
        machine = _machine(pattern)
    except UnreadablePatternError:
        return Found(None, MOST_STATES)
    steps = len(machine.states) + len(text) // LETTERS_IN_A_STEP
    states = machine.reachable([machine.start])
    known: dict[tuple[tuple[int, ...], str], tuple[int, ...]] = {}
    for letter in text if steps <= MOST_STEPS else "":
        after = known.get((states, letter))
        if after is None:
            steps += len(states)
            if steps > MOST_STEPS:
                break
            after = known[states, letter] = machine.after(states, letter)
        states = after
        if not states:
            return Found(False, steps)
    return Found(None if steps > MOST_STEPS else machine.end in states, steps)


@dataclass(frozen=True, slots=True)
class _State:
    """A place in a pattern: with a test it leads on by a letter, without one by nothing."""

    test: _Test | None
    after: list[int]


@dataclass(slots=True)
class _Machine:
    """A pattern as states, made from its end to its beginning."""

    states: list[_State] = field(default_factory=list)
    start: int = 0
    end: int = 0

    def add(self, test: _Test | None, *after: int) -> int:
        if len(self.states) >= MOST_STATES:
            raise UnreadablePatternError
        self.states.append(_State(test, list(after)))
        return len(self.states) - 1

    def after(self, states: Sequence[int], letter: str) -> tuple[int, ...]:
        """Every state that these lead to by a letter."""
        there = (self.states[state] for state in states)
        return self.reachable([state.after[0] for state in there if state.test and state.test(letter)])

    def reachable(self, states: Sequence[int]) -> tuple[int, ...]:
        """These states and all that nothing but a step parts from them, each once."""
        found = dict.fromkeys(states)
        waiting = list(found)
        while waiting:
            state = self.states[waiting.pop()]
            for after in state.after if state.test is None else ():
                if after not in found:
                    found[after] = None
                    waiting.append(after)
        return tuple(found)


type _Part = Callable[[_Machine, int], int]
"""A part of a pattern: adds its states before the given one, and gives its first."""


@lru_cache(maxsize=64)
def _machine(pattern: str) -> _Machine:
    if len(pattern) > LONGEST_PATTERN:
        raise UnreadablePatternError
    whole = _Reader(pattern).read()
    machine = _Machine()
    machine.end = machine.add(None)
    machine.start = whole(machine, machine.end)
    return machine


class _Reader:
    """Reads a pattern from left to right (XML Schema, part 2, appendix F)."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._nested = 0

    def read(self) -> _Part:
        whole = self._choice()
        if self._at < len(self._pattern):
            raise UnreadablePatternError
        return whole

    def _next_is(self, *texts: str) -> bool:
        return any(self._pattern.startswith(text, self._at) for text in texts)

    def _take(self, text: str) -> bool:
        taken = self._next_is(text)
        self._at += len(text) if taken else 0
        return taken

    def _letter(self) -> str:
        if self._at >= len(self._pattern):
            raise UnreadablePatternError
        self._at += 1
        return self._pattern[self._at - 1]

    def _choice(self) -> _Part:
        branches = [self._branch()]
        while self._take("|"):
            branches.append(self._branch())
        return branches[0] if len(branches) == 1 else _one_of(branches)

    def _branch(self) -> _Part:
        self._take("^")
        parts = []
        while self._at < len(self._pattern) and not self._next_is("|", ")"):
            if self._pattern[self._at :] == "$" or self._next_is("$|", "$)"):
                self._at += 1
                break
            parts.append(self._repeated(self._atom()))
        return _in_turn(parts)

    def _atom(self) -> _Part:
        if self._take("("):
            self._nested += 1
            if self._nested > MOST_NESTED or (self._take("?") and not self._take(":")):
                raise UnreadablePatternError
            inner = self._choice()
            if not self._take(")"):
                raise UnreadablePatternError
            self._nested -= 1
            return inner
        if self._take("["):
            return _letter(self._class())
        letter = self._letter()
        if letter in "?*+{}":
            raise UnreadablePatternError
        if letter == ".":
            return _letter(lambda read: read not in "\r\n")
        return _letter(self._escape() if letter == "\\" else _is(letter))

    def _repeated(self, part: _Part) -> _Part:
        if not self._next_is("?", "*", "+", "{"):
            return part
        low, high = self._quantifier()
        self._take("?")
        return _times(part, low, high)

    def _quantifier(self) -> tuple[int, int | None]:
        simple = {"?": (0, 1), "*": (0, None), "+": (1, None)}
        letter = self._letter()
        if letter in simple:
            return simple[letter]
        inside, closed, _ = self._pattern[self._at :].partition("}")
        self._at += len(inside) + 1
        low, comma, high = inside.partition(",")
        counts = [count for count in (low, high) if count]
        if not closed or not low or not all(count.isascii() and count.isdigit() and len(count) < 5 for count in counts):
            raise UnreadablePatternError
        most = int(high) if high else None if comma else int(low)
        if most is not None and most < int(low):
            raise UnreadablePatternError
        return int(low), most

    def _escape(self) -> _Test:
        letter = self._letter()
        if letter in "pP":
            return self._property(negated=letter == "P")
        if letter.lower() in _CLASSES:
            return _not(_CLASSES[letter.lower()]) if letter.isupper() else _CLASSES[letter]
        if letter.isalnum() and letter not in _CONTROLS:
            raise UnreadablePatternError
        return _is(_CONTROLS.get(letter, letter))

    def _property(self, *, negated: bool) -> _Test:
        name, closed, _ = self._pattern[self._at + 1 :].partition("}")
        if not self._take("{") or not closed or len(name) > 2 or name[:1] not in set("LMNPZSC"):
            raise UnreadablePatternError
        self._at += len(name) + 1
        return _not(_category(name)) if negated else _category(name)

    def _class(self) -> _Test:
        """What stands in square brackets; the opening one is read."""
        self._nested += 1
        if self._nested > MOST_NESTED:
            raise UnreadablePatternError
        negated = self._take("^")
        tests: list[_Test] = []
        but: _Test | None = None
        while not self._take("]"):
            if self._take("-["):
                but = self._class()
                continue
            tests.append(self._range())
        if not tests:
            raise UnreadablePatternError
        self._nested -= 1
        found = _not(_any(tests)) if negated else _any(tests)
        return found if but is None else _both(found, _not(but))

    def _range(self) -> _Test:
        low = self._letter()
        if low == "\\":
            mark = self._at
            escape = self._escape()
            if self._pattern[mark] not in _CONTROLS and self._pattern[mark].isalpha():
                return escape
            low = _CONTROLS.get(self._pattern[mark], self._pattern[mark])
        if not self._next_is("-") or self._next_is("-]", "-["):
            return _is(low)
        self._take("-")
        high = self._letter()
        if high == "\\":
            high = self._letter()
            high = _CONTROLS.get(high, high)
        if high < low:
            raise UnreadablePatternError
        return _between(low, high)


def _letter(test: _Test) -> _Part:
    return lambda machine, after: machine.add(test, after)


def _one_of(branches: Sequence[_Part]) -> _Part:
    return lambda machine, after: machine.add(None, *(branch(machine, after) for branch in branches))


def _in_turn(parts: Sequence[_Part]) -> _Part:
    def add(machine: _Machine, after: int) -> int:
        for part in reversed(parts):
            after = part(machine, after)
        return after

    return add


def _times(part: _Part, low: int, high: int | None) -> _Part:
    def add(machine: _Machine, after: int) -> int:
        if high is None:
            loop = machine.add(None, after)
            machine.states[loop].after.append(part(machine, loop))
            after = loop
        for _ in range(low, low if high is None else high):
            after = machine.add(None, part(machine, after), after)
        for _ in range(low):
            first = part(machine, after)
            if first == after:  # an empty part: once more of it is nothing more
                break
            after = first
        return after

    return add


def _is(wanted: str) -> _Test:
    return lambda letter: letter == wanted


def _between(low: str, high: str) -> _Test:
    return lambda letter: low <= letter <= high


def _not(test: _Test) -> _Test:
    return lambda letter: not test(letter)


def _any(tests: Sequence[_Test]) -> _Test:
    return lambda letter: any(test(letter) for test in tests)


def _both(one: _Test, other: _Test) -> _Test:
    return lambda letter: one(letter) and other(letter)


def _category(name: str) -> _Test:
    return lambda letter: unicodedata.category(letter).startswith(name)


def _begins_a_name(letter: str) -> bool:
    return letter in "_:" or letter.isalpha()


_CONTROLS = {"n": "\n", "r": "\r", "t": "\t"}
_CLASSES: dict[str, _Test] = {
    "s": lambda letter: letter in " \t\n\r",
    "d": _category("Nd"),
    "w": lambda letter: unicodedata.category(letter)[0] not in "PZC",
    "i": _begins_a_name,
    "c": lambda letter: _begins_a_name(letter) or letter in "-.\N{MIDDLE DOT}" or letter.isdigit(),
}
