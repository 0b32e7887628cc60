"""The line of a slider: a handle as large as a finger, its value in a bubble, and marks where its places are few."""

from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from kiosk.desktop.theme import GRID, TARGET, Size, Theme, font, px
from kiosk.desktop.widgets.focus_ring import ring_focus
from kiosk.desktop.widgets.surface import Surface, paint_surface
from kiosk.desktop.widgets.verdict import Verdict
from kiosk.lessons.interactions import SliderInteraction
from kiosk.lessons.sliding import place_count, written
from kiosk.words import tr

_MOST_MARKS = 20
_MOST_LABELS = 12
_LENGTH = 280
_THICK = 8
_CONFIRM = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
)


class SliderLine(QSlider):
    """Moved by mouse, finger, arrows, Page Up and Down, Home and End; Space takes the place where the handle stands.

    Its places are numbered from 0 (see `kiosk.lessons.sliding`); Qt tells a screen reader the number itself where whole
    numbers stand one apart, and the name always says it. A line of numbers runs to the right in every language.

    Signals:
        moved(int): a person put the handle at this place.
    """

    moved = Signal(int)

    def __init__(self, slider: SliderInteraction, asked: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical if slider.vertical else Qt.Orientation.Horizontal, parent)
        self._slider = slider
        self._asked = asked
        self._theme = theme
        self._is_answered = False
        self._locked = False
        self._told: int | None = None
        self._verdict = Verdict.NONE
        self._last = place_count(slider) - 1
        self._font = font(theme, Size.BODY, QFont.Weight.DemiBold)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._base = int(slider.low) if slider.whole and slider.step == 1 else 0
        self.setRange(self._base, self._base + self._last)
        self.setPageStep(max(self._last // 10, 1))
        self.setInvertedAppearance(slider.reverse)  # what Left and Right go by
        self.setInvertedControls(slider.reverse)  # what Up and Down go by
        policy = QSizePolicy.Policy.Fixed if slider.vertical else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ring_focus(self, theme)

    def show_place(self, place: int | None, verdict: Verdict, told: int | None, *, locked: bool) -> None:
        """Stand at a place, None while nobody chose one, and mark the right one where it is told."""
        self._is_answered = place is not None
        self._verdict = verdict
        self._told = told
        self._locked = locked
        self.setValue(self._base + (place or 0))
        said = written(self._slider, place) if place is not None else tr("no answer yet")
        low, high = written(self._slider, 0), written(self._slider, self._last)
        self.setAccessibleName(f"{self._asked}: {said}")
        right = tr("The right answer: {answer}", answer=written(self._slider, told)) if told is not None else ""
        self.setAccessibleDescription(
            ". ".join(filter(None, (tr("From {low} to {high}", low=low, high=high), verdict.word, right)))
        )
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font)
        if self._slider.vertical:
            return QSize(self._axis() + TARGET + GRID * 2 + self._label_width(), px(self._theme, _LENGTH) + TARGET)
        return QSize(px(self._theme, _LENGTH), self._axis() + TARGET // 2 + GRID + metrics.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._slider.vertical else QSize(TARGET * 3, self.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            before = self._place
            if not self._locked:
                super().keyPressEvent(event)
                self._tell(before)
            event.accept()
        elif key in _CONFIRM and not self._is_answered and not self._locked:
            self.moved.emit(self._place)
        else:
            event.ignore()

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
        event.ignore()  # the page scrolls under it; an answer is never changed by that

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        self._paint_line(painter)
        self._paint_labels(painter)
        if self._told is not None:
            self._paint_handle(painter, self._told, Verdict.RIGHT_ANSWER)
        self._paint_handle(painter, self._place, self._verdict)

    @property
    def _place(self) -> int:
        return self.value() - self._base

    def _take(self, event: QMouseEvent) -> None:
        if self._locked or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        start, length = self._line()
        along = (event.position().y() if self._slider.vertical else event.position().x()) - start
        share = min(max(along / length, 0), 1)
        before = self._place
        self.setValue(self._base + round((1 - share if self._is_turned() else share) * self._last))
        self._tell(before)
        event.accept()

    def _tell(self, before: int) -> None:
        if self._place != before or not self._is_answered:
            self.moved.emit(self._place)

    def _paint_line(self, painter: QPainter) -> None:
        colors = self._theme.colors
        (start, length), across = self._line(), self._axis()
        half = _THICK / 2
        ends = (start - half, start + length + half)
        bar = (
            QRectF(across - half, ends[0], _THICK, ends[1] - ends[0])
            if self._slider.vertical
            else QRectF(ends[0], across - half, ends[1] - ends[0], _THICK)
        )
        paint_surface(painter, bar, Surface(colors.quiet.ground, colors.muted, 1), half)
        if self._last < _MOST_MARKS:
            painter.setPen(QPen(QColor(colors.muted), 2))
            for place in range(self._last + 1):
                middle = self._point(place)
                away = QPointF(GRID, 0) if self._slider.vertical else QPointF(0, GRID)
                painter.drawLine(middle - away, middle + away)

    def _paint_labels(self, painter: QPainter) -> None:
        painter.setPen(QColor(self._theme.colors.muted))
        metrics = QFontMetrics(self._font)
        for place in self._labelled():
            words = written(self._slider, place)
            room = QRectF(0, 0, metrics.horizontalAdvance(words) + 2, metrics.height())
            middle = self._point(place)
            if self._slider.vertical:
                room.moveCenter(middle)
                room.moveLeft(self._axis() + TARGET / 2 + GRID)
            else:
                room.moveCenter(middle)
                room.moveTop(self._axis() + TARGET / 2 + GRID / 2)
                room.moveLeft(min(max(room.left(), 0), self.width() - room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_handle(self, painter: QPainter, place: int, verdict: Verdict) -> None:
        colors = self._theme.colors
        tone = verdict.tone(self._theme)
        fill = tone.ink if tone else colors.primary
        ink = tone.ground if tone else colors.on_primary
        middle, radius = self._point(place), TARGET / 2 - 2
        answered = self._is_answered or verdict is Verdict.RIGHT_ANSWER
        if answered:
            painter.setPen(QPen(QColor(colors.surface), 3))
            painter.setBrush(QColor(fill))
        else:
            painter.setPen(QPen(QColor(colors.primary), 3, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(colors.surface))
        painter.drawEllipse(middle, radius, radius)
        metrics = QFontMetrics(self._font)
        words = written(self._slider, place) if answered else "?"
        bubble = QRectF(0, 0, max(metrics.horizontalAdvance(words) + GRID * 2, TARGET), metrics.height() + GRID)
        bubble.moveCenter(middle)
        if self._slider.vertical:
            bubble.moveRight(self._axis() - TARGET / 2 - GRID / 2)
        else:
            bubble.moveBottom(self._axis() - TARGET / 2 - GRID / 2)
            bubble.moveLeft(min(max(bubble.left(), 0), self.width() - bubble.width()))
        ground = Surface(fill) if answered else Surface(colors.surface, colors.primary, 2)
        paint_surface(painter, bubble, ground, GRID)
        painter.setPen(QColor(ink if answered else colors.primary))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, words)

    def _labelled(self) -> list[int]:
        """The places that have their value beside them: all where that is asked for and fits, else the ends."""
        ends = [0, self._last] if self._last else [0]
        if not self._slider.step_label or self._last > _MOST_LABELS:
            return ends
        room = self._line()[1] / max(self._last, 1)
        needed = QFontMetrics(self._font).height() if self._slider.vertical else self._label_width() + GRID
        return list(range(self._last + 1)) if needed <= room else ends

    def _label_width(self) -> int:
        metrics = QFontMetrics(self._font)
        return max(metrics.horizontalAdvance(written(self._slider, place)) for place in (0, self._last))

    def _axis(self) -> int:
        """Where the line lies across: below its bubble, or to the right of it."""
        metrics = QFontMetrics(self._font)
        bubble = max(self._label_width() + GRID * 2, TARGET) if self._slider.vertical else metrics.height() + GRID
        return bubble + GRID // 2 + TARGET // 2 + 2

    def _line(self) -> tuple[float, float]:
        """Where the line begins, and how long it is."""
        whole = self.height() if self._slider.vertical else self.width()
        return TARGET / 2, max(whole - TARGET, 1)

    def _is_turned(self) -> bool:
        """Whether low is at the far end: at the bottom of an upright line, unless it is reversed."""
        return self._slider.vertical != self._slider.reverse

    def _point(self, place: int) -> QPointF:
        start, length = self._line()
        share = place / self._last if self._last else 0.0
        along = start + length * (1 - share if self._is_turned() else share)
        return QPointF(self._axis(), along) if self._slider.vertical else QPointF(along, self._axis())
