"""A file to hand in."""

from collections.abc import Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import QMimeDatabase, QRectF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from kiosk.desktop.bridge import Bridge
from kiosk.desktop.icons import Icon
from kiosk.desktop.theme import GRID, RADIUS_CONTROL, Size, TextRole, Theme, px
from kiosk.desktop.views import AnswerView
from kiosk.desktop.widgets.answers import Answers
from kiosk.desktop.widgets.button import Button
from kiosk.desktop.widgets.icon_view import IconView
from kiosk.desktop.widgets.label import label
from kiosk.desktop.widgets.pictures import Pictures
from kiosk.desktop.widgets.rich_text import plain_text
from kiosk.errors import KioskError, UsageError
from kiosk.lessons.files import LARGEST, file_name, require_size, title
from kiosk.lessons.interactions import UploadInteraction
from kiosk.threads import DaemonThreads
from kiosk.words import tr


class UploadAnswers(Answers):
    """A place to drop a file on, and a button that asks for one. Files are read beside the GUI thread.

    What a file is, its content decides together with its ending. Once it is taken its name stands there.
    """

    def __init__(
        self, interaction: UploadInteraction, theme: Theme, pictures: Pictures, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        del pictures  # a file is not shown
        self._theme = theme
        self._types = interaction.media_types
        self._asked = plain_text(interaction.prompt)
        self._sizes: dict[str, int] = {}
        self._locked = False
        self._is_aimed = False
        self._is_empty = True
        self._icon = IconView(Icon.FILE, theme.colors.quiet, px(theme, Size.TITLE), plain=True)
        self._title = label("", TextRole.STRONG)
        self._detail = label("", TextRole.MUTED)
        self._trouble = label("", TextRole.CAUTION)
        self._choose = Button(tr("Choose a file"), theme)
        self._choose.clicked.connect(self.ask)
        self._take_back = Button(tr("Take it back"), theme)
        self._take_back.clicked.connect(lambda: self.responded.emit(()))
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        for part in (self._title, self._detail, self._trouble):
            words.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID * 2)
        buttons.addWidget(self._choose)
        buttons.addWidget(self._take_back)
        buttons.addStretch()
        words.addSpacing(GRID)
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(GRID * 3,) * 4)
        row.setSpacing(GRID * 3)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAcceptDrops(True)

    @property
    @override
    def controls(self) -> Sequence[QWidget]:
        return (self._choose, self._take_back)

    @override
    def show_view(self, view: AnswerView) -> None:
        name = view.response[0] if view.response else ""
        self._locked = view.settled
        self._is_empty = not name
        self._sizes.update({held: len(data) for held, data in view.files.items()})
        tone = self._theme.colors.good if name else self._theme.colors.quiet
        self._icon.show_icon(Icon.CHECK if name else Icon.FILE, tone)
        self._title.setText(title(name) if name else tr("Drop a file here, or choose one."))
        size = self._sizes.get(name)
        kept = tr("Handed in") if size is None else tr("Handed in, {size}", size=_size(size))
        self._detail.setText(kept if name else _limits(self._types))
        self._say("")
        self._choose.show_text(tr("Choose another file") if name else tr("Choose a file"))
        self._choose.setAccessibleDescription(self._asked)
        self._choose.setVisible(not view.settled)
        self._take_back.setVisible(bool(name) and not view.settled)
        there = title(name) or tr("no file yet")
        self.setAccessibleName(f"{self._asked}: {there}")
        self.update()

    def ask(self) -> None:
        """Ask for a file. Whoever answers, `take` is told."""
        dialog = QFileDialog(self, tr("Choose a file to hand in"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._types:
            what = tr("What can be handed in")
            dialog.setNameFilter(f"{what} ({' '.join(_patterns(self._types))})")
        dialog.fileSelected.connect(lambda path: self.take(Path(path)))
        dialog.open()

    def take(self, path: Path) -> None:
        """Read a file and answer with it, or say why it is not taken."""
        if self._locked:
            return
        self._say("")
        self._detail.setText(tr("Reading {file} …", file=path.name))
        bridge = Bridge(QApplication.instance())
        reading = DaemonThreads(1).submit(_read, path, self._types)

        def taken(data: bytes) -> None:
            bridge.deleteLater()
            if isValid(self):
                self._answer(file_name(data, path.name), data)

        def refused(error: KioskError) -> None:
            bridge.deleteLater()
            if isValid(self):
                self._detail.setText(_limits(self._types))
                self._say(str(error))

        bridge.when(reading, taken, refused)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None and not self._locked:
            self._is_aimed = True
            self.update()
            event.acceptProposedAction()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._is_aimed = False
        self.update()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._is_aimed = False
        self.update()
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take(path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        edge = colors.primary if self._is_aimed else colors.muted if self._is_empty else colors.line
        line = Qt.PenStyle.DashLine if self._is_empty else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(edge), 2, line))
        painter.setBrush(QColor(colors.primary_soft if self._is_aimed else colors.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)

    def _answer(self, name: str, data: bytes) -> None:
        if not self._locked:
            self._sizes[name] = len(data)
            self.file_given.emit(name, data)
            self.responded.emit((name,))

    def _say(self, trouble: str) -> None:
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def _dropped(self, event: QDropEvent) -> Path | None:
        """The one file that is dropped; None for several, and for what is no file of this computer."""
        urls = event.mimeData().urls()
        return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _read(path: Path, types: tuple[str, ...]) -> bytes:
    """The file's content. Raises UsageError for one that is too large, of another kind, or cannot be read."""
    try:
        require_size(path.stat().st_size, path.name)
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UsageError(
            tr("{file} cannot be read: {reason}; choose another file.", file=path.name, reason=error.strerror)
        ) from error
    require_size(len(data), path.name)
    kind = QMimeDatabase().mimeTypeForFileNameAndData(path.name, data[:4096])
    names = (kind.name(), *kind.allAncestors())
    if types and not any(_is_of(name, wanted) for name in names for wanted in types):
        raise UsageError(tr("{file} is of another kind; this takes {kinds}.", file=path.name, kinds=_kinds(types)))
    return data


def _is_of(name: str, wanted: str) -> bool:
    """Whether a media type is the wanted one, or one of its kind: "image/*"."""
    return name == wanted or (wanted.endswith("/*") and name.startswith(wanted[:-1])) or wanted == "*/*"


def _patterns(types: tuple[str, ...]) -> list[str]:
    known = QMimeDatabase().allMimeTypes()
    found = {
        pattern
        for kind in known
        if any(_is_of(kind.name(), wanted) for wanted in types)
        for pattern in kind.globPatterns()
    }
    return sorted(found) or ["*"]


def _kinds(types: tuple[str, ...]) -> str:
    database = QMimeDatabase()
    named = {"image/*": tr("pictures"), "audio/*": tr("sounds"), "video/*": tr("films"), "text/*": tr("texts")}
    said = [named.get(wanted) or database.mimeTypeForName(wanted).comment() or wanted for wanted in types]
    return ", ".join(dict.fromkeys(said))


def _limits(types: tuple[str, ...]) -> str:
    most, kinds = LARGEST >> 20, _kinds(types)
    if not kinds:
        return tr("Any kind, up to {most} MiB", most=most)
    return tr("{kinds}, up to {most} MiB", kinds=f"{kinds[0].upper()}{kinds[1:]}", most=most)


def _size(size: int) -> str:
    if size >= 1024 * 1024:
        return tr("{size} MiB", size=round(size / 1024 / 1024, 1))
    return tr("{size} KiB", size=max(round(size / 1024), 1))
