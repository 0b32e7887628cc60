"""What a student does to answer: QTI 3's interactions as values.

Each says with `response` which response variable it fills. A response is a tuple of texts, () for a blank, each text
as QTI writes a value of the variable's base type: an identifier; a pair as its two identifiers with a space between (a
match: the source's first); a point as two whole numbers with a space between; what was typed; a number; a file by the
name it is stored under. Limits (`max_...`) of 0 mean any number, as in QTI.

Texts (`Html`) are our whitelist (see `kiosk.lessons.content`) and may hold marks, resolved before they are shown:
`<x-slot response="R">` where an inline interaction stands, `<x-gap identifier="G">` a gap, `<x-hottext
identifier="H">words</x-hottext>`, `<x-variable name="V" format="%d">` a variable's value, and `<x-shown kind="feedback"
variable="V" identifier="I" show="true">...</x-shown>` what depends on one (kind "template" likewise).
"""

from dataclasses import dataclass
from enum import StrEnum

type Html = str
type Response = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """Shown while the variable is, or contains, `identifier`; with `shows` False hidden just then (QTI's showHide)."""

    variable: str
    identifier: str
    shows: bool = True


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose, order, match or put into a gap. An identifier has no space.

    `feedback` is shown beside it after a try that chose it, matched it wrongly or left it in a wrong place. `fixed`
    keeps its place in a shuffle. `match_max` 0 is any number.
    """

    identifier: str
    content: Html
    feedback: Html = ""
    fixed: bool = False
    match_max: int = 1
    match_min: int = 0
    match_group: tuple[str, ...] = ()
    """The only partners it may have; () for any (QTI's matchGroup)."""
    condition: Condition | None = None
    """When it is there at all: by a template variable."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the package, with its size in pixels at 100 % and its description."""

    source: str
    width: int
    height: int
    description: str = ""


class Shape(StrEnum):
    CIRCLE = "circle"
    RECT = "rect"
    POLY = "poly"
    ELLIPSE = "ellipse"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a picture, in the picture's pixels, as HTML's image maps write it. `default` is the whole picture."""

    shape: Shape
    coords: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A place on a picture. `label` names it to those who cannot see it."""

    identifier: str
    area: Area
    label: str = ""
    match_max: int = 1
    match_min: int = 0
    match_group: tuple[str, ...] = ()
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class ChoiceInteraction:
    response: str
    choices: tuple[Choice, ...]
    prompt: Html = ""
    max_choices: int = 1
    min_choices: int = 0
    shuffle: bool = False
    horizontal: bool = False


@dataclass(frozen=True, slots=True)
class InlineChoiceInteraction:
    """A drop-down list in running text."""

    response: str
    choices: tuple[Choice, ...]
    shuffle: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class TextEntryInteraction:
    """A short text in running text. With `numeric` a person may write a number as people do: 1,5 or 3/4."""

    response: str
    numeric: bool = False
    expected_length: int = 0
    placeholder: str = ""
    pattern: str = ""
    """A regular expression (XML Schema's) the text must match to be accepted; "" for none."""
    label: str = ""


@dataclass(frozen=True, slots=True)
class ExtendedTextInteraction:
    """A longer text, or with `max_strings` above 1 several short ones."""

    response: str
    prompt: Html = ""
    expected_lines: int = 0
    expected_length: int = 0
    max_strings: int = 1
    min_strings: int = 0
    placeholder: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class OrderInteraction:
    """Put choices in order: all of them, or with `max_choices` or `min_choices` some of them."""

    response: str
    choices: tuple[Choice, ...]
    prompt: Html = ""
    shuffle: bool = False
    min_choices: int = 0
    max_choices: int = 0
    horizontal: bool = False


@dataclass(frozen=True, slots=True)
class MatchInteraction:
    """Pair sources with targets."""

    response: str
    sources: tuple[Choice, ...]
    targets: tuple[Choice, ...]
    prompt: Html = ""
    shuffle: bool = False
    max_associations: int = 1
    min_associations: int = 0


@dataclass(frozen=True, slots=True)
class AssociateInteraction:
    """Pair choices of one set with each other."""

    response: str
    choices: tuple[Choice, ...]
    prompt: Html = ""
    shuffle: bool = False
    max_associations: int = 1
    min_associations: int = 0


@dataclass(frozen=True, slots=True)
class GapMatchInteraction:
    """Put choices into the gaps of a text. A response's pairs are choice, then gap."""

    response: str
    choices: tuple[Choice, ...]
    gaps: tuple[str, ...]
    content: Html
    prompt: Html = ""
    shuffle: bool = False
    max_associations: int = 0
    min_associations: int = 0


@dataclass(frozen=True, slots=True)
class HottextInteraction:
    """Choose words of a text. `choices` are the <x-hottext> of `content`, in its order."""

    response: str
    choices: tuple[Choice, ...]
    content: Html
    prompt: Html = ""
    max_choices: int = 1
    min_choices: int = 0


@dataclass(frozen=True, slots=True)
class HotspotInteraction:
    response: str
    picture: Picture
    hotspots: tuple[Hotspot, ...]
    prompt: Html = ""
    max_choices: int = 1
    min_choices: int = 0


@dataclass(frozen=True, slots=True)
class GraphicOrderInteraction:
    """Choose places on a picture one after another."""

    response: str
    picture: Picture
    hotspots: tuple[Hotspot, ...]
    prompt: Html = ""
    max_choices: int = 0
    min_choices: int = 0


@dataclass(frozen=True, slots=True)
class GraphicAssociateInteraction:
    """Join places on a picture by lines."""

    response: str
    picture: Picture
    hotspots: tuple[Hotspot, ...]
    prompt: Html = ""
    max_associations: int = 1
    min_associations: int = 0


@dataclass(frozen=True, slots=True)
class GraphicGapMatchInteraction:
    """Put choices (pictures or texts) on places of a picture. A response's pairs are choice, then hotspot."""

    response: str
    picture: Picture
    choices: tuple[Choice, ...]
    hotspots: tuple[Hotspot, ...]
    prompt: Html = ""
    max_associations: int = 0
    min_associations: int = 0


@dataclass(frozen=True, slots=True)
class SelectPointInteraction:
    response: str
    picture: Picture
    prompt: Html = ""
    max_choices: int = 1
    min_choices: int = 0


@dataclass(frozen=True, slots=True)
class PositionObjectInteraction:
    """Put copies of an object on a stage. A response's points are where its `centre` lies, in the stage's pixels."""

    response: str
    stage: Picture
    object: Picture
    prompt: Html = ""
    centre: tuple[int, int] | None = None
    """From the object's top left corner; None is its middle."""
    max_choices: int = 1
    min_choices: int = 0


@dataclass(frozen=True, slots=True)
class SliderInteraction:
    response: str
    low: float
    high: float
    prompt: Html = ""
    step: float = 1
    whole: bool = True
    """Whether the response is an integer."""
    step_label: bool = False
    vertical: bool = False
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class MediaInteraction:
    """A sound or film of the package. The response is how often it was played to its end."""

    response: str
    source: str
    media_type: str = ""
    width: int = 0
    height: int = 0
    description: str = ""
    prompt: Html = ""
    autostart: bool = False
    min_plays: int = 0
    max_plays: int = 0
    loop: bool = False


@dataclass(frozen=True, slots=True)
class UploadInteraction:
    """Hand in a file, kept with the run. `media_types` () takes any."""

    response: str
    prompt: Html = ""
    media_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DrawingInteraction:
    """Draw on a picture; the drawing is kept with the run as a file."""

    response: str
    picture: Picture
    prompt: Html = ""


@dataclass(frozen=True, slots=True)
class EndAttemptInteraction:
    """A button that submits the item at once, such as "Show a hint"; its response is "true" then."""

    response: str
    title: str


@dataclass(frozen=True, slots=True)
class UnsupportedInteraction:
    """A task that this program cannot run: its own words, and the name of what it needs."""

    response: str
    name: str
    content: Html = ""


type InlineInteraction = InlineChoiceInteraction | TextEntryInteraction | EndAttemptInteraction
"""Those that stand in running text, at an <x-slot>."""

type BlockInteraction = (
    ChoiceInteraction
    | ExtendedTextInteraction
    | OrderInteraction
    | MatchInteraction
    | AssociateInteraction
    | GapMatchInteraction
    | HottextInteraction
    | HotspotInteraction
    | GraphicOrderInteraction
    | GraphicAssociateInteraction
    | GraphicGapMatchInteraction
    | SelectPointInteraction
    | PositionObjectInteraction
    | SliderInteraction
    | MediaInteraction
    | UploadInteraction
    | DrawingInteraction
    | UnsupportedInteraction
)

type Interaction = InlineInteraction | BlockInteraction
