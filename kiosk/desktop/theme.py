"""Every colour and size of the look. Widgets ask here and hold none of their own."""

from enum import Enum, IntEnum
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from kiosk.desktop import fonts
from kiosk.desktop.fonts import Typeface
from kiosk.desktop.wall_views import SubjectTone

GRID = 8
BAR_HEIGHT = 64
BOTTOM_BAR_HEIGHT = 84
BUTTON_HEIGHT = 52
TARGET = 44
"""The smallest side of anything to touch; also the height of a button in a bar."""
RADIUS_CONTROL = 12
RADIUS_CARD = 16
RADIUS_TILE = 20
RING_WIDTH = 4
RING_GAP = 3
PAGE_MARGIN = 32
MEASURE = 820
"""Width of lesson text at 100 %: about 70 characters."""
AVATAR_SIZE = 112
ONE_COLUMN_BELOW = 800
"""Window width, in pixels at 100 % text, under which two columns become one."""


class Size(IntEnum):
    """Text sizes in pixels at 100 %."""

    HERO = 36
    TITLE = 32
    HEADING = 26
    NAME = 22
    LESSON = 20
    BODY = 18
    SMALL = 16


class Tone(NamedTuple):
    """Text (or a drawing) and the ground it is read on."""

    ink: str
    ground: str


class Colors(NamedTuple):
    """The tokens of one mode, as #RRGGBB.

    `line` is the edge of what stands on a page, `track` what of a bar is not filled yet, and `shade` lies over a page
    while a question waits in front of it.
    """

    page: str
    surface: str
    line: str
    track: str
    ink: str
    muted: str
    primary: str
    on_primary: str
    primary_soft: str
    good: Tone
    caution: Tone
    quiet: Tone
    bad: Tone
    subjects: dict[SubjectTone, str]
    shade: str


LIGHT = Colors(
    page="#F6F4EE",
    surface="#FFFFFF",
    line="#DDD8CC",
    track="#DDD8CC",
    ink="#1D2433",
    muted="#5A6376",
    primary="#2B59C3",
    on_primary="#FFFFFF",
    primary_soft="#E4ECFB",
    good=Tone("#18774D", "#DDF1E7"),
    caution=Tone("#9A5B00", "#FBEBCF"),
    quiet=Tone("#5A6376", "#E8EAEE"),
    bad=Tone("#B3261E", "#FBE3E1"),
    subjects={
        SubjectTone.MATH: "#2B59C3",
        SubjectTone.READING: "#A8431F",
        SubjectTone.SCIENCE: "#1B7F53",
        SubjectTone.OTHER: "#6A45B0",
    },
    shade="#1D2433",
)

DARK = Colors(
    page="#12161F",
    surface="#1B212D",
    line="#333C4D",
    track="#333C4D",
    ink="#E9EDF4",
    muted="#A3ADC0",
    primary="#86A8F5",
    on_primary="#12161F",
    primary_soft="#22304F",
    good=Tone("#6FD3A4", "#17382A"),
    caution=Tone("#F0BE6A", "#3B2D12"),
    quiet=Tone("#A3ADC0", "#2A3240"),
    bad=Tone("#F2938C", "#43201E"),
    subjects={
        SubjectTone.MATH: "#86A8F5",
        SubjectTone.READING: "#F0A07C",
        SubjectTone.SCIENCE: "#6FD3A4",
        SubjectTone.OTHER: "#BDA4F2",
    },
    shade="#05070B",
)

LIGHT_CONTRAST = Colors(
    page="#FFFFFF",
    surface="#FFFFFF",
    line="#000000",
    track="#858585",
    ink="#000000",
    muted="#2E2E2E",
    primary="#0A2F85",
    on_primary="#FFFFFF",
    primary_soft="#D6E4FF",
    good=Tone("#0B4A2C", "#DDF6E7"),
    caution=Tone("#5A3400", "#FFF1D0"),
    quiet=Tone("#2E2E2E", "#EFEFEF"),
    bad=Tone("#860D08", "#FFE7E5"),
    subjects={
        SubjectTone.MATH: "#0A2F85",
        SubjectTone.READING: "#742708",
        SubjectTone.SCIENCE: "#0B4A2C",
        SubjectTone.OTHER: "#47208C",
    },
    shade="#000000",
)

DARK_CONTRAST = Colors(
    page="#000000",
    surface="#000000",
    line="#FFFFFF",
    track="#6E6E6E",
    ink="#FFFFFF",
    muted="#E2E2E2",
    primary="#B5CFFF",
    on_primary="#000000",
    primary_soft="#1B2C57",
    good=Tone("#86F2BD", "#06301C"),
    caution=Tone("#FFD685", "#3A2700"),
    quiet=Tone("#E2E2E2", "#262626"),
    bad=Tone("#FFBDB7", "#4B100C"),
    subjects={
        SubjectTone.MATH: "#B5CFFF",
        SubjectTone.READING: "#FFC2A3",
        SubjectTone.SCIENCE: "#86F2BD",
        SubjectTone.OTHER: "#D9C8FF",
    },
    shade="#000000",
)
"""High contrast: text reaches WCAG AAA, and what can be pressed has an edge that is seen as well as the text."""


class Gradient(Enum):
    """From the upper left to the lower right of an avatar's tile. The same in both modes."""

    BLUE = ("#2B59C3", "#5E86E8")
    RUST = ("#A8431F", "#DC774E")
    GREEN = ("#1B7F53", "#4FB68A")
    VIOLET = ("#6A45B0", "#9C77DF")
    TEAL = ("#0F6E84", "#43A8C0")
    SLATE = ("#38415A", "#6E779B")
    SKY = ("#2B59C3", "#7DA0F2")
    PINK = ("#AE3A6C", "#E275A6")
    AMBER = ("#8A5A00", "#C98F1F")
    PLUM = ("#7A3B8F", "#B06CC6")


AVATAR_LIGHT = "#FFFFFF"
AVATAR_DARK = "#1D2433"


class Theme(NamedTuple):
    """How one person sees the program. A widget is built for one theme; another theme means new widgets.

    `text_scale` runs from 1.0 to 2.0. With `reduced_motion` nothing moves by itself. `line_spacing` is a factor on the
    height of a lesson's lines, from 1.0 to 1.5.
    """

    dark: bool = False
    text_scale: float = 1.0
    reduced_motion: bool = False
    high_contrast: bool = False
    typeface: Typeface = Typeface.ATKINSON
    line_spacing: float = 1.0

    @property
    def colors(self) -> Colors:
        if self.high_contrast:
            return DARK_CONTRAST if self.dark else LIGHT_CONTRAST
        return DARK if self.dark else LIGHT

    @property
    def edge(self) -> int:
        """Width of the edge around what can be pressed, in pixels."""
        return 2 if self.high_contrast else 1

    @property
    def chosen_edge(self) -> int:
        """Width of the edge around what is chosen, or comes next."""
        return self.edge * 2


def px(theme: Theme, size: int) -> int:
    """Pixels of a text size (or of anything that grows with text) under this theme."""
    return round(size * theme.text_scale)


def one_column(theme: Theme, width: int) -> bool:
    """Whether a page this wide should stand in one column."""
    return width < px(theme, ONE_COLUMN_BELOW)


def page_change_ms(theme: Theme) -> int:
    """How long one page takes to give way to the next; 0 where motion is not wanted."""
    return 0 if theme.reduced_motion else 150


def font(theme: Theme, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Make the program's type at one size, for what is painted by hand."""
    made = QFont()
    made.setPixelSize(px(theme, size))
    made.setWeight(weight)
    return made


class TextRole(Enum):
    """The kinds of text a label can be: size, weight, and the token of its colour."""

    HERO = (Size.HERO, 700, "ink")
    TITLE = (Size.TITLE, 700, "ink")
    HEADING = (Size.HEADING, 700, "ink")
    ACCENT = (Size.HEADING, 700, "primary")
    NAME = (Size.NAME, 600, "ink")
    LEAD = (Size.LESSON, 400, "muted")
    STRONG = (Size.BODY, 600, "ink")
    BODY = (Size.BODY, 400, "ink")
    MUTED = (Size.BODY, 400, "muted")
    SMALL = (Size.SMALL, 400, "muted")
    GOOD = (Size.BODY, 600, "good")
    CAUTION = (Size.BODY, 600, "caution")
    BAD = (Size.BODY, 600, "bad")


def text_color(theme: Theme, role: TextRole) -> str:
    """The #RRGGBB a role is written in."""
    color: str | Tone = getattr(theme.colors, role.value[2])
    return color.ink if isinstance(color, Tone) else color


def palette(theme: Theme) -> QPalette:
    """Qt's own roles in our colours, for what a stylesheet does not reach."""
    colors = theme.colors
    made = QPalette()
    for role, color in (
        (QPalette.ColorRole.Window, colors.page),
        (QPalette.ColorRole.WindowText, colors.ink),
        (QPalette.ColorRole.Base, colors.surface),
        (QPalette.ColorRole.AlternateBase, colors.page),
        (QPalette.ColorRole.Text, colors.ink),
        (QPalette.ColorRole.PlaceholderText, colors.muted),
        (QPalette.ColorRole.Button, colors.surface),
        (QPalette.ColorRole.ButtonText, colors.ink),
        (QPalette.ColorRole.Highlight, colors.primary),
        (QPalette.ColorRole.HighlightedText, colors.on_primary),
        (QPalette.ColorRole.Link, colors.primary),
        (QPalette.ColorRole.ToolTipBase, colors.surface),
        (QPalette.ColorRole.ToolTipText, colors.ink),
    ):
        made.setColor(role, QColor(color))
    return made


def stylesheet(theme: Theme) -> str:
    """Qt's stylesheet for labels, fields and scroll bars. What has a shape of its own paints itself."""
    colors = theme.colors
    labels = "\n".join(
        f'QLabel[role="{role.name}"] {{ font-size: {px(theme, role.value[0])}px; font-weight: {role.value[1]};'
        f" color: {text_color(theme, role)}; }}"
        for role in TextRole
    )
    return f"""
{labels}
QLineEdit {{
  font-size: {px(theme, Size.LESSON)}px; color: {colors.ink}; background: {colors.surface};
  placeholder-text-color: {colors.muted};
  border: 2px solid {colors.line}; border-radius: {RADIUS_CONTROL}px;
  padding: 0 {GRID * 2}px; min-height: {max(BUTTON_HEIGHT, px(theme, Size.LESSON) * 2) - 4}px;
}}
QLineEdit[inline="true"] {{
  padding: 0 {GRID}px; min-height: {max(TARGET, px(theme, Size.LESSON) * 2) - 4}px;
}}
QLineEdit:focus {{ border-color: {colors.primary}; }}
QLineEdit:read-only {{ color: {colors.ink}; background: {colors.page}; }}
QLineEdit[verdict="right"] {{ border-color: {colors.good.ink}; }}
QLineEdit[verdict="wrong"] {{ border-color: {colors.caution.ink}; }}
QLineEdit[verdict="unfit"] {{ border: 2px dashed {colors.caution.ink}; }}
QTextEdit {{
  font-size: {px(theme, Size.LESSON)}px; color: {colors.ink}; background: {colors.surface};
  placeholder-text-color: {colors.muted};
  border: 2px solid {colors.line}; border-radius: {RADIUS_CONTROL}px;
}}
QTextEdit:focus {{ border-color: {colors.primary}; }}
QTextEdit[readOnly="true"] {{ color: {colors.ink}; background: {colors.page}; }}
QScrollArea, QTextBrowser {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: {GRID * 2}px; margin: 0; }}
QScrollBar::handle:vertical {{
  background: {colors.muted}; border-radius: {GRID // 2}px; margin: {GRID // 2}px; min-height: {TARGET}px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def direction(right_to_left: bool) -> Qt.LayoutDirection:
    """The side from which a part is read: a lesson's own language decides it, not the program's."""
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight


_WORN = "theme"
"""The property of the application that holds its theme."""


def dress(app: QApplication, theme: Theme) -> None:
    """Give the whole program this theme: typeface, palette, stylesheet. Call it before widgets are made.

    The theme that it has already costs nothing: Qt would style every widget there is anew.
    """
    if app.property(_WORN) == theme:
        return
    app.setProperty(_WORN, theme)
    app.setFont(QFont(fonts.load(theme.typeface)))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))
