"""A formula as words, for a screen reader."""

import re
from collections.abc import Iterator

_TOKEN = re.compile(r"\\text\{[^{}]*\}|\\(?:[A-Za-z]+|.)|\d+(?:[.,]\d+)*|\s+|.", re.DOTALL)
_DEEPEST = 20

WORDS = {
    "+": "plus", "-": "minus", "=": "equals", "<": "is less than", ">": "is greater than", "*": "times", "/": "over",
    "!": "factorial", "'": "prime", "~": "",
    r"\times": "times", r"\cdot": "times", r"\div": "divided by", r"\pm": "plus or minus", r"\neq": "is not equal to",
    r"\ne": "is not equal to", r"\le": "is at most", r"\leq": "is at most", r"\ge": "is at least",
    r"\geq": "is at least", r"\lt": "is less than", r"\gt": "is greater than", r"\approx": "is about",
    r"\to": "to", r"\rightarrow": "to", r"\infty": "infinity", r"\sum": "sum", r"\int": "integral",
    r"\ldots": "and so on", r"\dots": "and so on", r"\cdots": "and so on", r"\angle": "angle", r"\degree": "degrees",
    r"\circ": "degrees", r"\%": "percent", r"\$": "dollars", r"\in": "in", r"\parallel": "is parallel to",
    r"\perp": "is at right angles to", r"\triangle": "triangle",
    r"\,": "", r"\;": "", r"\:": "", r"\!": "", r"\ ": "", r"\quad": "", r"\qquad": "", r"\left": "", r"\right": "",
    r"\displaystyle": "", r"\{": "{", r"\}": "}",
}  # fmt: skip
_NAMED = frozenset(
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "theta",
        "lambda",
        "mu",
        "pi",
        "rho",
        "sigma",
        "tau",
        "phi",
        "omega",
        "Delta",
        "Sigma",
        "Omega",
        "sin",
        "cos",
        "tan",
        "log",
        "ln",
        "lim",
        "max",
        "min",
    ]
)
_FRACTIONS = frozenset({r"\frac", r"\dfrac", r"\tfrac"})
_PLAIN = frozenset({r"\mathrm", r"\mathbf", r"\mathit", r"\textbf", r"\operatorname", r"\boxed"})
_OVER = {r"\overline": "line over", r"\vec": "vector", r"\hat": "hat over", r"\bar": "bar over"}
POWERS = {"2": "squared", "3": "cubed", "degrees": "degrees", "prime": "prime"}


class _NoWordsError(Exception):
    """There is something these rules have no words for."""


def speak(latex: str) -> str:
    r"""Say LaTeX as one reads it aloud: `\frac{1}{2}` is "1 over 2". What these rules do not know stays as it is."""
    try:
        return _Reader(latex).all()
    except (_NoWordsError, RecursionError):
        return latex


class _Reader:
    def __init__(self, latex: str) -> None:
        self._tokens = [sign for sign in _TOKEN.findall(latex) if not sign.isspace()]
        self._at = 0
        self._depth = 0

    def all(self) -> str:
        words = self._until("")
        if self._at < len(self._tokens):
            raise _NoWordsError
        return words

    def _until(self, end: str) -> str:
        return " ".join(word for word in self._words(end) if word).replace("( ", "(").replace(" )", ")")

    def _words(self, end: str) -> Iterator[str]:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _NoWordsError
        letters = ""
        while self._peek() != end and self._peek():
            if len(self._peek()) == 1 and self._peek().isalpha():
                letters += self._next()
                continue
            if letters:
                yield letters
                letters = ""
            yield self._one()
        yield letters
        self._depth -= 1

    def _one(self) -> str:
        """What one sign and its arguments say."""
        sign = self._next()
        if sign in _FRACTIONS:
            return f"{self._part()} over {self._part()}"
        match sign:
            case "^":
                power = self._argument()
                return POWERS.get(power, f"to the power {power}")
            case "_":
                return f"sub {self._argument()}"
            case "{":
                return self._group()
            case r"\sqrt":
                return self._root()
            case _:
                return self._word(sign)

    def _word(self, sign: str) -> str:
        if sign.startswith(r"\text{"):
            return sign[6:-1].strip()
        if sign[0].isdigit() and self._peek() in _FRACTIONS:
            return f"{sign} and"
        if sign in _PLAIN:
            return self._argument()
        if sign in _OVER:
            return f"{_OVER[sign]} {self._argument()}"
        if sign in WORDS:
            return WORDS[sign]
        if sign[1:] in _NAMED:
            return sign[1:]
        if sign.startswith("\\") or sign in "&}":
            raise _NoWordsError
        return sign

    def _root(self) -> str:
        if self._peek() != "[":
            return f"the square root of {self._part()}"
        self._next()
        degree = self._until("]")
        self._next()
        return f"root {degree} of {self._part()}"

    def _part(self) -> str:
        """An argument that needs its ends told when it is more than one word."""
        words = self._argument()
        return f"({words})" if " " in words else words

    def _argument(self) -> str:
        if self._peek() == "{":
            self._next()
            return self._group()
        if self._peek()[:1].isdigit():
            sign = self._next()
            if len(sign) > 1:  # \frac12 is one half
                self._tokens[self._at : self._at] = [sign[1:]]
            return sign[0]
        return self._one()

    def _group(self) -> str:
        words = self._until("}")
        if self._next() != "}":
            raise _NoWordsError
        return words

    def _peek(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _next(self) -> str:
        sign = self._peek()
        if not sign:
            raise _NoWordsError
        self._at += 1
        return sign
