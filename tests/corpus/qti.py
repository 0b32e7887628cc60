"""docs/qti.md: what of QTI is played, and how 1EdTech's public examples come out.

`python -m tests.corpus.qti PATH` plays those of a checkout of 1EdTech/qti-examples at PATH and writes the page.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kiosk.lessons.qti.expressions import OPERATORS
from tests.corpus.examples import Kind, Played, play_all

PAGE = Path(__file__).parents[2] / "docs" / "qti.md"

INTERACTIONS = {
    "ChoiceInteraction": "one or several of a list; shuffled by the run's seed, `fixed` ones keep their place",
    "InlineChoiceInteraction": "a drop-down list in the sentence",
    "TextEntryInteraction": "a field in the sentence; numbers as people write them: 1,5 or 3/4",
    "ExtendedTextInteraction": "a field of several lines, or several short ones",
    "OrderInteraction": "all or some, below or beside one another",
    "MatchInteraction": "pairs of two columns, `match-max`, `match-min` and `match-group` kept",
    "AssociateInteraction": "pairs of one set",
    "GapMatchInteraction": "words and pictures into the gaps of a text",
    "HottextInteraction": "words of a text",
    "HotspotInteraction": "places on a picture: circle, rectangle, polygon, ellipse",
    "GraphicOrderInteraction": "places on a picture, one after another",
    "GraphicAssociateInteraction": "places on a picture, joined by lines",
    "GraphicGapMatchInteraction": "words and pictures onto places of a picture",
    "SelectPointInteraction": "points of a picture, scored by areas",
    "PositionObjectInteraction": "copies of an object on a stage; several objects are several questions",
    "SliderInteraction": "a number on a line",
    "MediaInteraction": "a sound or film of the package, in the text too, and how often it was played",
    "UploadInteraction": "a file, kept with the run",
    "DrawingInteraction": "a drawing on a picture, kept with the run",
    "EndAttemptInteraction": "a button, such as for a hint",
    "UnsupportedInteraction": "portable custom and custom interactions: their words, and that they cannot run",
}

REASONS = {
    "exemplar06.xml": "its rules compare an essay with a correct response that the file does not have",
    "mc_calc5.xml": "it sets SCORE0; there is no SCORE",
}

_HEAD = """\
# QTI

Items of QTI 2.0, 2.1, 2.2 and 3.0 are read by one reader (`kiosk/lessons/qti`) into one model
(`kiosk/lessons/item.py`), and written from it as QTI 3.0. No program of a package runs, nothing is fetched, no file
outside the package is read.

## How it is read

- **Names**: `choiceInteraction` and `qti-choice-interaction` are one, attributes likewise, under any of QTI's
  namespaces.
- **Texts** are copied tag by tag into the few that our pages draw; words outside of any paragraph become one. MathML
  stays a formula, ruby becomes words in brackets, links become their words. Scripts, style sheets and what else is
  not shown is told as a loss, with its line. An interaction inside a list, a table or a box cuts it, so that
  everything stays in order.
- **Feedback and templates**: inline, as blocks and modal; printed variables, also in formulas; template variables
  with the run's seed, so that a resumed run shows the same numbers. Rubric blocks are shown to whom they are for.
- **Rules** of response and template processing, written out, included from the package, or by a standard template's
  name in any of its spellings: `match_correct`, `map_response`, `map_response_point`, `CC2_match`, `CC2_match_basic`,
  `CC2_map_response`.
- **Shared stimulus** is read from the package and stands where the item says, else before it. `xi:include` is
  followed, once.
- **Shared vocabulary**: orientation, `qti-input-width-N`, `qti-height-lines-N`, alignment, underline, bold, italic
  and hidden; other classes are passed over, as are catalogues (`qti-catalog-info`).
- **Tests**: sections, selection, ordering, pre-conditions, branch rules, time limits, control of attempts, outcome
  processing. Feedback at the end stands on the result's page, feedback during the test above the question, from the
  first submission on and while its condition holds. Where `allowComment` is set, a field below the question takes a
  word to the teacher; it is kept with the answer, and is none.
- **duration** is what stood in front of the student, added up over attempts and sittings. In tests it counts for each
  item, elsewhere where a rule of the item asks for it.
- **Adaptive selection** (`imscat:adaptiveSelection`) names a program outside of the package that chooses the items
  (1EdTech's CAT: the delivery system asks an engine for the next stage); there is none on a kiosk without a network, so
  all items of the section are asked, and the import says so.
- **Where the file says too little**: without a maximum a multiple response takes any number; a `map_response` without
  a mapping asks for the correct response; an item that tells no key has that response for its key which its rules
  give most for.
- **Not played**: portable custom and custom interactions and custom operators: such an item is shown, says so, and is
  left out of the score. Companion materials and contexts are told as a loss.

These {operators} expressions are evaluated: {names}.

## 1EdTech's examples

With a checkout of 1EdTech/qti-examples at PATH, `uv run python -m tests.corpus.qti PATH` plays its items and writes
this page; `KIOSK_QTI_CORPUS=PATH uv run pytest tests/corpus` holds the numbers. Nothing of them is copied here.
"""


def page(played: Sequence[Played], faults: Sequence[Exception]) -> str:
    """The page for one run over the corpus."""
    names = ", ".join(f"`{name}`" for name in sorted(OPERATORS))
    return "\n".join((
        _HEAD.format(operators=len(OPERATORS), names=names),
        *_outcomes(played, faults),
        "",
        *_by_interaction(played),
        "",
        *_losses(played),
        "",
    ))  # fmt: skip


def of_kind(played: Sequence[Played], *kinds: Kind) -> list[Played]:
    return [each for each in played if each.kind in kinds]


def _outcomes(played: Sequence[Played], faults: Sequence[Exception]) -> Iterator[str]:
    scored, templates = of_kind(played, Kind.SCORED), of_kind(played, Kind.TEMPLATE)
    adaptive, shown = of_kind(played, Kind.ADAPTIVE), of_kind(played, Kind.SHOWN)
    yield "| | items |"
    yield "| --- | ---: |"
    yield f"| read | {len(played)} of {len(played) + len(faults)} |"
    yield f"| the same item after it was written as QTI 3.0 and read again | {_count(played, _same)} |"
    yield f"| score by rules, without templates | {len(scored)} |"
    yield f"| … their own key earns all, and a blank nothing | {_count(scored, _scores)} |"
    yield f"| with template variables: processed | {len(templates)} |"
    yield f"| … their own key earns all, and a blank nothing | {_count(templates, _scores)} |"
    yield f"| adaptive: driven attempt by attempt to their end | {_count(adaptive, _ends)} of {len(adaptive)} |"
    yield f"| only collect or show something | {len(shown)} |"
    yield f"| shown, but cannot run | {len(of_kind(played, Kind.CANNOT))} |"
    yield ""
    yield "Those that do not score, and those that cannot run:"
    yield ""
    for each in played:
        if each.kind in {Kind.SCORED, Kind.TEMPLATE} and not _scores(each):
            yield f"- `{each.name}`: {_reason(each)}"
        for sentence in each.read.item.unsupported:
            yield f"- `{each.name}`: {sentence}"


def _by_interaction(played: Sequence[Played]) -> Iterator[str]:
    yield "| interaction | how it is played | items | scored by rules | of these the key earns all |"
    yield "| --- | --- | ---: | ---: | ---: |"
    for name, how in INTERACTIONS.items():
        there = [each for each in played if name in each.interactions]
        scored = of_kind(there, Kind.SCORED, Kind.TEMPLATE)
        title = name.removesuffix("Interaction")
        yield f"| {title} | {how} | {len(there)} | {len(scored)} | {_count(scored, _scores)} |"


def _losses(played: Sequence[Played]) -> Iterator[str]:
    yield "What was left out of items that are played, and of how many:"
    yield ""
    counts = Counter(why for each in played for why in {loss.why for loss in each.read.losses})
    for why, count in sorted(counts.items(), key=lambda told: (-told[1], told[0])):
        yield f"- {count}: {why}"


def _count(played: Sequence[Played], holds: Callable[[Played], bool]) -> int:
    return sum(1 for each in played if holds(each))


def _same(played: Played) -> bool:
    return played.is_same_when_written


def _scores(played: Played) -> bool:
    return played.key_earns_all and played.blank_earns_nothing


def _ends(played: Played) -> bool:
    return played.is_finished


def _reason(played: Played) -> str:
    return next((why for name, why in REASONS.items() if played.name.endswith(name)), "nobody has looked why")


def main(arguments: Sequence[str]) -> None:
    played, faults = play_all(Path(arguments[0]))
    PAGE.write_text(page(played, faults))
    sys.stdout.write(f"{len(played)} items read, {len(faults)} not; {PAGE}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
