"""A thin line with a handle: where a film is, or how loud."""

from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kiosk.desktop.theme import GRID, TARGET, Theme
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.surface import Surface, paint_surface

_HANDLE = 11
_THICK = 8


class PlayLine(QSlider):
    """Moved by mouse, finger and keys, unless it only shows. Time runs to the right in every language.

    Signals:
        chosen(int): a person put the handle at this value.
    """

    chosen = Signal(int)

    def __init__(self, name: str, most: int, step: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._is_free = True
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(name)
        self.setRange(0, most)
        self.setSingleStep(step)
        self.setPageStep(step)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_free(True)
        ring_focus(self, theme)

    def set_free(self, free: bool) -> None:
        """Let a person move the handle, or only show where it is."""
        self._is_free = free
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if free else Qt.FocusPolicy.NoFocus)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(TARGET * 3, TARGET)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET * 2, TARGET)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.value()
        super().keyPressEvent(event)
        if self.value() != before:
            self.chosen.emit(self.value())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._take(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls under it

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        bar = QRectF(_HANDLE, (self.height() - _THICK) / 2, self.width() - 2 * _HANDLE, _THICK)
        paint_surface(painter, bar, Surface(colors.quiet.ground, colors.muted, 1), _THICK / 2)
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        done = QRectF(bar)
        done.setWidth(max(bar.width() * share, _THICK))
        paint_surface(painter, done, Surface(colors.primary), _THICK / 2)
        if self._is_free:
            painter.setBrush(QColor(colors.primary))
            painter.drawEllipse(QPointF(bar.left() + bar.width() * share, bar.center().y()), _HANDLE, _HANDLE)

    def _take(self, event: QMouseEvent) -> None:
        if not self._is_free or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        share = (event.position().x() - _HANDLE) / max(self.width() - 2 * _HANDLE, GRID)
        self.setValue(round(self.minimum() + min(max(share, 0), 1) * (self.maximum() - self.minimum())))
        self.chosen.emit(self.value())
        event.accept()
