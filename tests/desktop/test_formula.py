import logging

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kiosk.desktop.widgets.ahead import Unreadable
from kiosk.desktop.widgets.formula import LONGEST, Formula, InlineFormula, guess, make_formula
from kiosk.lessons.mathml import LONGEST as LONGEST_MATHML

SCHOOL = (
    r"\frac12",
    r"2\frac34 + \frac{5}{10} = x",
    "3 + 4 = 7",
    "x^2 + 1",
    r"\sqrt{2} \approx 1.4142",
    r"4 \times 5 \div 2",
    r"90^\circ",
    r"\text{apples} \times 3",
    r"\begin{aligned}2x + 3 &= 7 \\ x &= 2\end{aligned}",
    r"\begin{pmatrix}1 & 2\\3 & 4\end{pmatrix}",
    r"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}",
    r"\int_0^1 x\,dx",
    r"\left[\left\{\frac{\sqrt{1 + \frac{x^2}{2}}}{3}\right\}^2\right]",
)


NOTED = "<m:semantics><m:msup><m:mi>x</m:mi><m:mn>2</m:mn></m:msup><m:annotation>x^2</m:annotation></m:semantics>"
ROW = "<mtr><mtd><mi>a</mi></mtd></mtr>"
MATHML = (
    "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
    f"<m:math xmlns:m='x'>{NOTED}</m:math>",
    f"<math><mstyle displaystyle='true'><mtable>{ROW * 2}</mtable></mstyle></math>",
)


@pytest.mark.parametrize("latex", [*SCHOOL, *MATHML])
def test_what_schools_write_is_drawn(latex: str) -> None:
    assert isinstance(make_formula(latex), Formula)


@pytest.mark.parametrize(
    "latex",
    [
        "",
        r"\frac{1",
        r"\begin{nothing}",
        "x" * (LONGEST + 1),
        *(
            start * 40 + "x" + end * 40
            for start, end in (("{", "}"), (r"\frac1{", "}"), (r"\sqrt{", "}"), ("x^{", "}"))
        ),
        r"\left(" * 25 + "x" + r"\right)" * 25,
        r"\begin{matrix}" * 15 + "x" + r"\end{matrix}" * 15,
        "<math>" + "<mrow>" * 20 + "<mi>x</mi>" + "</mrow>" * 20 + "</math>",
        "<math><apply/></math>",
    ],
)
def test_what_is_no_latex_or_would_take_for_ever_is_refused_at_once(
    latex: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        assert isinstance(make_formula(latex), Unreadable)
    assert "is shown as it was written" in caplog.text


@pytest.mark.parametrize("latex", [*SCHOOL[:9], *MATHML])
def test_a_guess_keeps_about_the_place_a_formula_needs(latex: str) -> None:
    made, guessed = make_formula(latex), guess(latex)
    assert isinstance(made, Formula)
    assert guessed.height == pytest.approx(made.height, abs=0.5)
    assert guessed.width == pytest.approx(made.width, rel=0.35)


def test_a_formula_that_is_wider_than_the_text_is_made_smaller(qapp: QApplication) -> None:
    assert qapp
    made = make_formula("+".join("12345" * 5))
    assert isinstance(made, Formula)
    thing = InlineFormula(made, 20, "#000000", QFont())
    assert thing.size(10_000).width() > 100
    assert thing.size(100).width() == pytest.approx(100)
    assert thing.size(100).height() < thing.size(10_000).height()


@pytest.mark.parametrize(
    ("begins", "part", "longest"),
    [
        ("<math>", "<annotation ", LONGEST_MATHML),
        ("<math>", "<annotation/>", LONGEST_MATHML),
        ("<math>", "<mtr><mfrac>", LONGEST_MATHML),
        ("", r"\frac{", LONGEST),
        ("", r"\left(", LONGEST),
    ],
)
def test_of_a_formula_that_is_too_long_to_be_drawn_no_more_is_looked_at_than_of_the_longest(
    begins: str, part: str, longest: int
) -> None:
    hostile = begins + part * 300_000
    assert guess(hostile) == guess(hostile[:longest])
