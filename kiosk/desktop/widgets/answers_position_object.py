"""Copies of an object to put on a picture."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.desktop.theme import GRID, LIGHT, RADIUS_CONTROL, TARGET, TextRole, Theme
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers_points import PointAnswers
from kiosk.desktop.widgets.drag import Drag, DragImage
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.pin_stage import PinStage
from kiosk.desktop.widgets.shown_picture import ShownPicture
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.desktop.widgets.tile import Tile
from kiosk.lessons.interactions import PositionObjectInteraction
from kiosk.words import tr


class PositionObjectAnswers(PointAnswers):
    """The object waits in a tray under the picture. It is dragged from there, or the picture is pressed where it goes.

    A press on the tray puts it in the middle, for who moves it by keys.
    """

    def __init__(
        self, interaction: PositionObjectInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        shown = ShownPicture(interaction.object, theme, pictures)
        stage = PinStage(interaction.stage, theme, pictures, shown=shown, centre=interaction.centre)
        shown.setParent(stage)
        noun = interaction.object.description or tr("Object")
        super().__init__(interaction, stage, noun, theme, parent)
        self._shown = shown
        self._image: DragImage | None = None
        self._tray = _Tray(noun, shown, stage, theme)
        self._tray.clicked.connect(self._set_in_the_middle)
        self._tray.drag.began.connect(self._begin_drag)
        self._tray.drag.moved.connect(self._move_drag)
        self._tray.drag.dropped.connect(self._drop)
        self._box.insertWidget(2, self._tray, 0, Qt.AlignmentFlag.AlignHCenter)
        self.show_view(AnswerView())

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (*super().controls, self._tray)

    @override
    def _show(self) -> None:
        super()._show()
        self._tray.setVisible(not self._view.settled)
        most = self._interaction.max_choices
        self._tray.show_left(most - len(self._response) if most else None)

    @override
    def _what_to_do(self) -> str:
        if self._response:
            return tr("Drag it to move it. Press it to take it away.")
        return tr("Drag it onto the picture, or press the picture where it goes.")

    def _begin_drag(self) -> None:
        if not self._view.settled and not self.is_full:
            view = self._tray.view
            self._image = DragImage(view, view.mapToGlobal(view.rect().center()))

    def _move_drag(self, pointer: QPoint) -> None:
        if self._image is not None:
            self._image.follow(pointer)

    def _drop(self, pointer: QPoint) -> None:
        if self._image is None:
            return
        self._image.hide()
        self._image.deleteLater()
        self._image = None
        place = self._pins.mapFromGlobal(pointer).toPointF()
        if self._pins.inside.contains(place):
            self._set(self._pins.to_picture(place + self._pins.from_middle))


class _Tray(Tile):
    """Where copies come from."""

    def __init__(self, noun: str, shown: ShownPicture, stage: PinStage, theme: Theme) -> None:
        super().__init__(theme, RADIUS_CONTROL)
        self.drag = Drag(self)
        self.view = _ObjectView(shown, stage, theme)
        self._noun = noun
        self._left = label("", TextRole.MUTED, wrap=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        row.setSpacing(GRID * 2)
        row.addWidget(self.view)
        row.addWidget(self._left)
        stage.rescaled.connect(self.view.updateGeometry)

    def show_left(self, left: int | None) -> None:
        """Say how many copies may still be put; None is any number."""
        self._left.setText(
            ""
            if left is None
            else tr("All are on the picture")
            if left <= 0
            else tr("%n left", "things to put on a picture", left)
        )
        self._left.setVisible(left is not None)
        self.setEnabled(left is None or left > 0)
        self.view.setVisible(left is None or left > 0)
        self.setAccessibleName(tr("Put one on the picture: {thing}", thing=self._noun))
        self.setAccessibleDescription(self._left.text())


class _ObjectView(QWidget):
    """The object as large as it will be on the picture, on paper."""

    def __init__(self, shown: ShownPicture, stage: PinStage, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = shown
        self._stage = stage
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        shown.made.connect(self.updateGeometry)
        shown.made.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return (self._shown.size * self._stage.scale).toSize().expandedTo(QSize(TARGET, TARGET) / 2)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRectF(self.rect())
        if self._theme.dark:
            paint_surface(painter, room, Surface(LIGHT.page), 4)
        size = self._shown.size * self._stage.scale
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        self._shown.paint_bare(painter, place)
