"""A picture to draw on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, LIGHT, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_on_picture import PictureAnswers
from kiosk.desktop.widgets.beside import Beside
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.drawing_stage import DrawingStage, strokes_of
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.swatch import Swatch
from kiosk.lessons.drawing import Stroke, leaves_a_trace
from kiosk.lessons.files import file_name
from kiosk.lessons.interactions import DrawingInteraction
from kiosk.words import tr

_ERASER_WIDTH = 28.0
_TITLE = "drawing.png"


class DrawingAnswers(PictureAnswers):
    """Pens of some colours and widths, an eraser, and the way back. Each stroke is saved when it ends.

    The response names a PNG: the picture with the drawing on it. Where that is on another computer, nothing is drawn
    before it is cleared away, and the way back leads to it again.
    """

    def __init__(
        self, interaction: DrawingInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        self._stage = DrawingStage(interaction.picture, theme, pictures)
        super().__init__(self._stage, theme, parent)
        self._name = ""
        self._is_lost = False
        self._is_elsewhere = False
        self._width = self._stage.width_of_pen
        self._before: list[tuple[Stroke, ...] | str] = []  # strokes, or the name of a drawing that is elsewhere
        self._known: tuple[Stroke, ...] = ()
        self._stage.drawn.connect(self._keep)
        self._pens = [
            *(
                self._pen(name, theme, partial(self._take_color, color), color=color)
                for name, color in _colors().items()
            ),
            self._pen(tr("Eraser"), theme, self._take_eraser, icon=Icon.ERASER),
        ]
        self._widths = [
            self._pen(name, theme, partial(self._take_width, width), dot=dot)
            for name, (width, dot) in _widths().items()
        ]
        self._undo = Button(tr("Undo"), theme, in_bar=True, icon=Icon.UNDO)
        self._undo.clicked.connect(self._take_back)
        self._clear = Button(tr("Clear"), theme, in_bar=True)
        self._clear.clicked.connect(lambda: self._change(()))
        for group in (self._pens, self._widths):
            for swatch in group:
                swatch.clicked.connect(partial(_check, swatch, group))
            _check(group[0], group)
        pens, ways_back = _row(self._pens, self._widths), _row((self._undo, self._clear))
        wide = ways_back.sizeHint().width()
        share = pens.sizeHint().width() / (pens.sizeHint().width() + wide)
        self._tools = Beside(pens, ways_back, least=wide, gap=GRID * 2, share=share)
        self._box.insertWidget(1, self._tools)
        self._where = label("", TextRole.CAUTION)
        self._box.insertWidget(0, self._where)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*self._pens, *self._widths, self._undo, self._clear, self._stage)

    @override
    def _show(self) -> None:
        name = self._view.response[0] if self._view.response else ""
        if name != self._name:
            self._name = name
            data = self._view.files.get(name)
            strokes = () if data is None else strokes_of(data)
            self._is_elsewhere = bool(name) and data is None
            self._is_lost = strokes is None
            self._known = strokes or ()
            self._before = [self._known[:count] for count in range(len(self._known))]
        self._show_drawing()

    def _show_drawing(self) -> None:
        settled = self._view.settled
        self._stage.show_strokes(self._known, locked=settled or self._is_elsewhere)
        self._tools.setVisible(not settled)
        for swatch in (*self._pens, *self._widths):
            swatch.setEnabled(not self._is_elsewhere)
        self._undo.setEnabled(bool(self._before))
        self._clear.setEnabled(bool(self._known) or self._is_elsewhere)
        self._how.setVisible(not settled and not self._is_elsewhere)
        self._where.setVisible(self._is_elsewhere)
        there = tr("What you drew is on another computer.")
        instead = tr("What you drew is on another computer. To draw something new, press “{clear}”.", clear=tr("Clear"))
        self._where.setText(there if settled else instead)
        lost = tr("Your drawing is kept, but this program cannot show it. Draw to make a new one.")
        self._tell(lost if self._is_lost else tr("Draw with the mouse, a finger or a pen."), ())

    def _keep(self) -> None:
        self._change(self._stage.strokes)

    def _take_back(self) -> None:
        before = self._before.pop() if self._before else None
        if isinstance(before, str):
            self._name, self._known, self._is_elsewhere = before, (), True
            self._respond((before,))
            self._show_drawing()
        elif before is not None:
            self._save(before)

    def _change(self, strokes: tuple[Stroke, ...]) -> None:
        self._before.append(self._name if self._is_elsewhere else self._known)
        self._save(strokes)

    def _save(self, strokes: tuple[Stroke, ...]) -> None:
        """Show these strokes and hand them over as a file; nothing drawn is no answer."""
        self._known, self._is_lost, self._is_elsewhere = strokes, False, False
        self._stage.show_strokes(strokes, locked=False)
        if leaves_a_trace(strokes):
            data = self._stage.to_png()
            self._name = file_name(data, _TITLE)
            self.file_given.emit(self._name, data)
            self._respond((self._name,))
        else:
            self._name = ""
            self._respond(())
        self._show_drawing()

    def _pen(
        self,
        name: str,
        theme: Theme,
        take: Callable[[], None],
        *,
        color: str = LIGHT.ink,
        dot: float = 0.5,
        icon: Icon | None = None,
    ) -> Swatch:
        swatch = Swatch(name, theme, color=color, dot=dot, icon=icon)
        swatch.clicked.connect(take)
        return swatch

    def _take_color(self, color: str) -> None:
        self._stage.color = color
        self._take_width(self._width)

    def _take_eraser(self) -> None:
        self._stage.color = ""
        self._stage.width_of_pen = _ERASER_WIDTH

    def _take_width(self, width: float) -> None:
        self._width = width
        if self._stage.color:
            self._stage.width_of_pen = width


def _colors() -> dict[str, str]:
    """The pens' colours, by what they are called."""
    return {
        tr("Black"): LIGHT.ink,
        tr("Blue"): LIGHT.primary,
        tr("Red"): LIGHT.bad.ink,
        tr("Green"): LIGHT.good.ink,
        tr("Brown"): LIGHT.caution.ink,
    }


def _widths() -> dict[str, tuple[float, float]]:
    """How wide a pen draws, and how large its dot is shown, by what it is called."""
    return {
        tr("Thin", "a pen"): (3.0, 0.14),
        tr("Middle", "a pen"): (7.0, 0.28),
        tr("Thick", "a pen"): (16.0, 0.5),
    }


def _check(chosen: Swatch, group: Sequence[Swatch]) -> None:
    """Check one of its group. A QButtonGroup would let Tab pass by the others."""
    for swatch in group:
        swatch.setChecked(swatch is chosen)


def _row(*groups: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for number, group in enumerate(groups):
        row.addSpacing(GRID if number else 0)
        for part in group:
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch()
    return made
