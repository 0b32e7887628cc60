import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.lessons.speech import speak


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"\frac12", "1 over 2"),
        (r"\frac{3}{4} + \frac14 = 1", "3 over 4 plus 1 over 4 equals 1"),
        (r"\frac{a+1}{b}", "(a plus 1) over b"),
        (r"2\frac{1}{2}", "2 and 1 over 2"),
        (r"3 \times 4 \ne 13", "3 times 4 is not equal to 13"),
        ("x^2 - y^3 < z^{10}", "x squared minus y cubed is less than z to the power 10"),
        ("a_1", "a sub 1"),
        (r"\sqrt{2} \approx 1.4142", "the square root of 2 is about 1.4142"),
        (r"\sqrt[3]{8}", "root 3 of 8"),
        (r"90^\circ", "90 degrees"),
        (r"5\,\mathrm{cm}", "5 cm"),
        (r"\text{two apples}", "two apples"),
        (r"\left(\frac12\right)", "(1 over 2)"),
        (r"50\% \cdot 2\pi r", "50 percent times 2 pi r"),
    ],
)
def test_a_formula_is_said_as_one_reads_it(latex: str, said: str) -> None:
    assert speak(latex) == said


@pytest.mark.parametrize(
    "latex", [r"\begin{matrix} 1 & 2 \end{matrix}", r"\frac{1", r"\foo", "}", "{" * 500, "x^", r"\sqrt[3", "\\"]
)
def test_what_has_no_words_here_stays_as_it_is_written(latex: str) -> None:
    assert speak(latex) == latex


@given(
    st.lists(st.sampled_from([r"\frac", "{", "}", "1", "x", "^", "_", r"\sqrt", "[", "]", r"\text{a}", " "])).map(
        "".join
    )
)
def test_whatever_is_written_something_is_said(latex: str) -> None:
    assert speak(latex) or not latex.replace("{", "").replace("}", "").strip()
