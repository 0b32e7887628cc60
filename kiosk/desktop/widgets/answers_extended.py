"""A longer text to write, or several short ones."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kiosk.desktop.theme import GRID, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.growing_edit import GrowingEdit
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.lessons.interactions import ExtendedTextInteraction
from kiosk.lessons.patterns import matches
from kiosk.lessons.writing import fields_of, longest, progress, written
from kiosk.words import tr

_USUAL_LINES = 4


class ExtendedTextAnswers(Answers):
    """One field that grows as it is written in, with its words counted where a length is expected; or short fields.

    Enter in a short field asks to check; in a long text it begins a line.
    """

    def __init__(
        self, interaction: ExtendedTextInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del pictures
        self._interaction = interaction
        self._said = label("", TextRole.SMALL)
        asked = plain_text(interaction.prompt) or tr("Your answer")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        self._edit: GrowingEdit | None = None
        self._fields: list[QLineEdit] = []
        if fields_of(interaction) == 1:
            self._edit = GrowingEdit(interaction.expected_lines or _USUAL_LINES, longest(interaction), theme)
            self._edit.setPlaceholderText(interaction.placeholder or tr("Write your answer"))
            self._edit.setAccessibleName(asked)
            self._edit.textChanged.connect(self._respond)
            box.addWidget(self._edit)
        else:
            box.addLayout(self._rows(asked, theme))
        box.addWidget(self._said)
        self._shown: tuple[str, ...] = ()
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (self._edit,) if self._edit is not None else tuple(self._fields)

    @override
    def show_view(self, view: AnswerView) -> None:
        self._shown = view.response
        if self._edit is not None:
            self._edit.show_text(view.response[0] if view.response else "")
            self._edit.setReadOnly(view.settled)
        elif written(self._texts()) != view.response:
            texts = [*view.response, *[""] * len(self._fields)]
            for field, text in zip(self._fields, texts, strict=False):
                field.setText(text)
        for field in self._fields:
            field.setReadOnly(view.settled)
        self._say()

    def _rows(self, asked: str, theme: Theme) -> QGridLayout:
        rows = QGridLayout()
        rows.setSpacing(GRID)
        rows.setColumnStretch(1, 1)
        for number in range(1, fields_of(self._interaction) + 1):
            rows.addWidget(
                label(tr("{number}.", number=number), TextRole.MUTED, wrap=False),
                number,
                0,
                Qt.AlignmentFlag.AlignVCenter,
            )
            rows.addWidget(self._field(number, asked, theme), number, 1)
        return rows

    def _field(self, number: int, asked: str, theme: Theme) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(longest(self._interaction))
        field.setPlaceholderText(self._interaction.placeholder)
        field.setAccessibleName(tr("{question}, answer {number}", question=asked, number=number))
        field.textEdited.connect(self._respond)
        field.returnPressed.connect(self.submitted)
        ring_focus(field, theme)
        self._fields.append(field)
        return field

    def _texts(self) -> tuple[str, ...]:
        if self._edit is not None:
            return (self._edit.toPlainText(),)
        return tuple(field.text() for field in self._fields)

    def _respond(self) -> None:
        response = written(self._texts())
        self._say()
        if response != self._shown:
            self._shown = response
            self.responded.emit(response)

    def _say(self) -> None:
        texts = written(self._texts())
        pattern = self._interaction.pattern
        fits = not pattern or all(matches(pattern, text) is not False for text in texts)
        said = [] if fits else [tr("This is not written as it is asked for.")]
        if self._edit is not None:
            said.append(progress(self._interaction, self._edit.toPlainText()))
        self._said.setText(" ".join(filter(None, said)))
        self._said.setVisible(bool(self._said.text()))
