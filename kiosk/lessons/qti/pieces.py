"""What interactions are made of: prompts, choices, labels, limits."""

from collections import Counter
from dataclasses import replace

from kiosk.lessons.interactions import Choice, Condition, Hotspot, Html
from kiosk.lessons.qti.declarations import flag, needed, whole
from kiosk.lessons.qti.reading import Reading
from kiosk.lessons.qti.words import condition, html_of
from kiosk.lessons.qti.xml import Element
from kiosk.lessons.values import Cardinality

MOST_CHOICES = 500


def prompt_of(element: Element, reading: Reading) -> Html:
    prompt = element.first("prompt")
    return html_of(prompt, reading) if prompt else ""


def content_of(element: Element, reading: Reading, *but: str) -> Html:
    """What stands in an interaction between its prompt and its choices."""
    kept = [child for child in element.children if isinstance(child, str) or child.name not in but]
    return html_of(replace(element, children=kept), reading)


def choices_of(element: Element, reading: Reading, *names: str) -> tuple[Choice, ...]:
    return distinct(element, tuple(choice_of(choice, reading) for choice in element.all(*names)))


def distinct[Part: (Choice, Hotspot)](element: Element, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The same parts. Raises LessonError for more than MOST_CHOICES, and where two have one identifier."""
    if len(parts) > MOST_CHOICES:
        raise element.fault(f"an interaction can have {MOST_CHOICES} choices at the most.")
    identifiers = [part.identifier for part in parts]
    wrong = next((each for each, times in Counter(identifiers).items() if times > 1 or len(each.split()) != 1), None)
    if wrong is not None:
        raise element.fault(f"each choice needs an identifier of its own, one word; “{wrong}” is none.")
    return parts


def choice_of(element: Element, reading: Reading) -> Choice:
    return Choice(
        needed(element, "identifier"),
        html_of(element, reading) or element.get("object-label") or element.get("aria-label"),
        fixed=flag(element, "fixed"),
        match_max=whole(element, "match-max", 1),
        match_min=whole(element, "match-min", 0),
        match_group=names_of(element, "match-group"),
        condition=condition_of(element),
    )


def usual_most(response: str, reading: Reading) -> int:
    """How many may be given where the file does not say: one, or any number where several can be kept."""
    declared = reading.responses.get(response)
    return 1 if declared is None or declared.cardinality is Cardinality.SINGLE else 0


def names_of(element: Element, attribute: str) -> tuple[str, ...]:
    return tuple(element.get(attribute).split())


def label_of(element: Element) -> str:
    label = element.first("label")
    return element.get("aria-label") or (" ".join(label.text.split()) if label else "")


def condition_of(element: Element) -> Condition | None:
    return condition(element, "template-identifier") if element.get("template-identifier") else None
