"""One item of QTI 1.2 as one of QTI 3, in the profiles of Canvas, Moodle, Blackboard and Common Cartridge."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from html import escape

from kiosk.imports.draft import Loss
from kiosk.imports.foreign_html import Element as HtmlElement
from kiosk.imports.foreign_html import Node, Place, plain_text, read_html
from kiosk.imports.qti12_scoring import Conditions, Outcome, kind_of_feedback
from kiosk.imports.questions import (
    Answer,
    Asked,
    Head,
    NumberAnswer,
    Remarks,
    drop_down,
    essay,
    item,
    matching,
    number,
    one_choice,
    ordering,
    short_text,
    single_item,
    slot,
    some_choices,
    upload,
)
from kiosk.imports.whitelisted import block_html, line_html
from kiosk.lessons.interactions import Html
from kiosk.lessons.item import Item, Text
from kiosk.lessons.number import read_number
from kiosk.lessons.qti.xml import Element

MOST_POINTS = 1000

_RESPONSES = ("response_lid", "response_str", "response_num", "response_grp", "response_xy")
_UPLOADS = ("file_upload_question", "file upload")
_NUMERIC = ("decimal", "integer", "scientific")
_UNSUPPORTED = {
    "calculated_question": "its numbers come from a formula of Canvas",
    "hot_spot_question": "it asks for a place on a picture in a way of Canvas's own",
    "categorization_question": "it sorts into groups in a way of Canvas's own",
    "hot spot": "it asks for a place on a picture in a way of Blackboard's own",
    "jumbled sentence": "it is of a kind of Blackboard's own",
    "calculated": "its numbers come from a formula of Blackboard",
}


@dataclass(frozen=True, slots=True)
class Label:
    """One answer of a response_lid."""

    ident: str
    html: Html
    words: str


def metadata(element: Element) -> dict[str, str]:
    """What an item or an assessment says about itself, by small letters."""
    found: dict[str, str] = {}
    for each in element.elements:
        if each.name not in ("itemmetadata", "qtimetadata", "assessmentmetadata"):
            continue
        for inner in each.walk():
            label, entry = inner.first("fieldlabel"), inner.first("fieldentry")
            if label and entry:
                found[label.text.strip().lower()] = entry.text.strip()
            elif inner.name.startswith(("qmd_", "bbmd_")):
                found[inner.name] = inner.text.strip()
    return found


class ItemReader:
    """Reads one item. Raises LessonError, with its line, for what cannot be asked here."""

    def __init__(self, element: Element, place: Place, losses: list[Loss]) -> None:
        self._element = element
        self._place = place
        self._losses = losses
        self._metadata = metadata(element)
        self._conditions = Conditions(element)
        presentation = element.first("presentation")
        if presentation is None:
            raise element.fault("this item has no presentation, so there is nothing to ask.")
        self._presentation = presentation
        self._responses = [each for each in presentation.walk() if each.name in _RESPONSES]
        self._points = self._worth()

    @property
    def asks(self) -> bool:
        """Whether there is anything to answer."""
        return bool(self._responses) or self._kind() in _UPLOADS

    def words(self) -> list[Node]:
        """All that stands outside the responses, and not in Blackboard's block of right ones."""
        return self._nodes([self._presentation], leave_out=_RESPONSES)

    def read(self) -> Item:
        """The item, for one that asks something."""
        kind = self._kind()
        if kind in _UNSUPPORTED:
            raise self._element.fault(f"this question cannot be asked here: {_UNSUPPORTED[kind]}.")
        stem = self.words()
        if kind in _UPLOADS:
            return single_item(self._head(), block_html(stem), upload())
        if any(each.name in ("response_grp", "response_xy") for each in self._responses):
            raise self._responses[0].fault(
                "this question is answered on a picture or in groups, in a way of QTI 1.2's own."
            )
        if len(self._responses) > 1:
            return self._several(kind, stem)
        return single_item(self._head(), block_html(stem), self._one(self._responses[0], kind, "RESPONSE"))

    def _kind(self) -> str:
        keys = ("question_type", "cc_profile", "bbmd_questiontype", "qmd_itemtype")
        return next((self._metadata[key].lower() for key in keys if self._metadata.get(key)), "")

    def _worth(self) -> float:
        keys = ("points_possible", "cc_weighting", "qmd_absolutescore_max", "qmd_weighting")
        told = next((read_number(self._metadata[key]) for key in keys if self._metadata.get(key)), None)
        return float(told) if told is not None and 0 < told <= MOST_POINTS else 1.0

    def _head(self) -> Head:
        """The remarks that are not those of one answer."""
        said: dict[str, Html] = {}
        for each in self._element.all("itemfeedback"):
            kind = kind_of_feedback(each.get("ident"))
            if kind and (html := self._html(each)):
                said[kind] = html
        remarks = Remarks(said.get("general", ""), said.get("correct", ""), said.get("incorrect", ""))
        title = plain_text(self._element.get("title"))
        return Head("", "" if title.lower() in ("question", "") else title, self._points, remarks)

    def _one(self, response: Element, kind: str, name: str) -> Asked:
        if response.name != "response_lid":
            return self._typed(response, kind, name)
        labels = self._labels(response)
        if len(labels) < 2:
            raise response.fault("this question has fewer than two answers to choose from.")
        match response.get("rcardinality").lower():
            case "ordered":
                return self._order(response, labels)
            case "multiple":
                return self._several_of(response, labels)
            case _:
                return one_choice(self._answers(response, labels), self._points, shuffle=_shuffles(response))

    def _answers(self, response: Element, labels: Sequence[Label]) -> list[Answer]:
        """Each label, with what it is worth alone, of the best."""
        ident = response.get("ident")
        outcomes = [self._conditions.outcome({ident: frozenset([label.ident])}) for label in labels]
        most = self._conditions.most(max(outcome.score for outcome in outcomes))
        if all(outcome.score <= 0 for outcome in outcomes):
            raise response.fault("no answer of this question is right, so it cannot be scored.")
        return [
            Answer(label.html, outcome.score / most, self._own_feedback(outcome.shown))
            for label, outcome in zip(labels, outcomes, strict=True)
        ]

    def _several_of(self, response: Element, labels: Sequence[Label]) -> Asked:
        """Answers that each earn something, or a set that earns all: whichever the conditions bear out."""
        ident, shuffle = response.get("ident"), _shuffles(response)

        def scored(chosen: frozenset[str]) -> float:
            return self._conditions.outcome({ident: chosen}).score

        nothing = scored(frozenset())
        gains = {label.ident: scored(frozenset([label.ident])) - nothing for label in labels}
        feedback = {
            label.ident: self._own_feedback(self._conditions.outcome({ident: frozenset([label.ident])}).shown)
            for label in labels
        }
        right = self._conditions.best_set(ident)
        gainers = frozenset(each for each, gain in gains.items() if gain > 0)
        whole = scored(right) > scored(gainers) or not gainers
        right = right if whole else gainers
        most = scored(right)
        if not right or most <= 0:
            raise response.fault("no answers of this question are right, so it cannot be scored.")
        answers = [
            Answer(
                label.html,
                float(label.ident in right) if whole else gains[label.ident] / most,
                feedback[label.ident],
            )
            for label in labels
        ]
        return some_choices(answers, self._points, shuffle=shuffle, whole=whole or len(right) == 1)

    def _order(self, response: Element, labels: Sequence[Label]) -> Asked:
        wanted = [text for test, text in self._conditions.wanted(response.get("ident")) if test == "varequal"]
        by_ident = {label.ident: label.html for label in labels}
        order = [ident for ident in dict.fromkeys(wanted) if ident in by_ident]
        if len(order) != len(labels):
            raise response.fault("this question does not say which order is right.")
        return ordering([by_ident[ident] for ident in order], self._points)

    def _typed(self, response: Element, kind: str, name: str) -> Asked:
        ident = response.get("ident")
        wanted = self._conditions.wanted(ident)
        if "essay" in kind or "short response" in kind or not self._conditions.scores or not wanted:
            return essay()
        fib = next((each for each in response.walk() if each.name == "render_fib"), None)
        is_number = (
            response.name == "response_num"
            or "numeric" in kind
            or (fib is not None and fib.get("fibtype").lower() in _NUMERIC)
            or any(test.startswith(("vargt", "varlt")) for test, _ in wanted)
        )
        if is_number:
            return self._number(response, name)
        texts = dict.fromkeys(
            f"*{text}*" if test == "varsubstring" else text
            for test, text in wanted
            if test in ("varequal", "varsubstring")
        )
        outcomes = {text: self._conditions.outcome({ident: frozenset([text.strip("*")])}) for text in texts if text}
        most = self._conditions.most(max((each.score for each in outcomes.values()), default=0.0))
        answers = [
            Answer(text, outcome.score / most, self._own_feedback(outcome.shown)) for text, outcome in outcomes.items()
        ]
        if not any(each.worth > 0 for each in answers):
            raise response.fault("no answer of this question is right, so it cannot be scored.")
        return short_text(name, answers, self._points)

    def _number(self, response: Element, name: str) -> Asked:
        ident = response.get("ident")
        found = dict.fromkeys(self._conditions.ranges(ident))
        ranges = [(low, high) for low, high in found if low <= high]
        tried = [self._within(ident, low, high) for low, high in ranges]
        most = self._conditions.most(max((each.score for each in tried), default=0.0))
        answers = [
            NumberAnswer(low, high, outcome.score / most, self._own_feedback(outcome.shown))
            for (low, high), outcome in zip(ranges, tried, strict=True)
        ]
        if not any(each.worth > 0 for each in answers):
            raise response.fault("no number is right for this question, so it cannot be scored.")
        return number(name, answers, self._points)

    def _within(self, ident: str, low: Fraction, high: Fraction) -> Outcome:
        """What a range gives: at its ends, where a narrower one within it does not count, else in its middle."""
        tried = [
            self._conditions.outcome({ident: frozenset([str(number)])}) for number in (low, high, (low + high) / 2)
        ]
        return next((outcome for outcome in tried if outcome.score > 0), tried[0])

    def _several(self, kind: str, stem: Sequence[Node]) -> Item:
        """Several responses: blanks in a text, or things to match."""
        share = self._points / len(self._responses)
        if all(each.name == "response_lid" for each in self._responses):
            names = [self._blank_name(each) for each in self._responses]
            html = block_html(stem)
            if all(f"[{escape(name, quote=False)}]" in html for name in names):
                asked = [
                    self._blank(each, kind, f"R{at}", name, share)
                    for at, (each, name) in enumerate(zip(self._responses, names, strict=True), 1)
                ]
                for name, each in zip(names, asked, strict=True):
                    html = html.replace(f"[{escape(name, quote=False)}]", slot(each.response.identifier), 1)
                return item(self._head(), (Text(html),), asked)
            return single_item(self._head(), block_html(stem), self._match())
        if any(each.name == "response_lid" for each in self._responses):
            raise self._element.fault("this question mixes choosing and typing in a way that cannot be asked here.")
        return self._cloze(kind, share)

    def _blank(self, response: Element, kind: str, name: str, word: str, points: float) -> Asked:
        labels = self._labels(response)
        answers = self._answers(response, labels)
        if "blanks" in kind or ("dropdown" not in kind and all(each.worth > 0 for each in answers)):
            typed = [
                Answer(label.words, each.worth, each.feedback) for label, each in zip(labels, answers, strict=True)
            ]
            return short_text(name, [each for each in typed if each.text], points, word)
        return drop_down(name, answers, points, word)

    def _cloze(self, kind: str, points: float) -> Item:
        """Text with fields in it, as it flows in the presentation."""
        whole, self._points = self._points, points
        asked = [self._one(each, kind, f"R{at}") for at, each in enumerate(self._responses, 1)]
        self._points = whole
        if any(each.needs_person for each in asked):
            raise self._element.fault("some of its blanks have no right answer, so they cannot be scored.")
        html: list[Html] = []
        for each in self._presentation.walk():
            if each.name in _RESPONSES:
                at = next(at for at, response in enumerate(self._responses, 1) if response is each)
                html.append(slot(f"R{at}"))
            elif each.name == "material":
                html.append(line_html(self._nodes([each])))
        return item(self._head(), (Text(f"<p>{' '.join(html)}</p>"),), asked)

    def _match(self) -> Asked:
        """Left ones are the responses, right ones their labels; what earns most is its partner."""
        pairs, rights = [], dict[str, Html]()
        for response in self._responses:
            labels = self._labels(response)
            answers = self._answers(response, labels)
            rights |= {label.words: label.html for label in labels}
            best = max(zip(answers, labels, strict=True), key=lambda pair: pair[0].worth)[1]
            left = line_html(self._nodes(list(response.all("material", "flow", "flow_mat"))))
            if not left:
                raise response.fault("one thing to match says nothing.")
            pairs.append((left, best.html))
        return matching(pairs, list(rights.values()), self._points)

    def _blank_name(self, response: Element) -> str:
        """The word that stands in brackets in the text (Canvas)."""
        words = plain_text(" ".join(each.text for each in response.all("material")))
        return words or response.get("ident").removeprefix("response_")

    def _labels(self, response: Element) -> list[Label]:
        found = [each for each in response.walk() if each.name == "response_label"]
        aside = [
            each
            for flow in self._presentation.walk()
            if flow.get("class") == "RIGHT_MATCH_BLOCK"
            for each in flow.all("flow")
        ]  # Blackboard writes the right ones once, in the order of the labels
        labels = []
        for at, each in enumerate(found):
            nodes = self._nodes([each]) or (self._nodes([aside[at]]) if at < len(aside) else [])
            html = line_html(nodes)
            labels.append(Label(each.get("ident"), html or escape(each.get("ident")), plain_text(html)))
        return labels

    def _own_feedback(self, idents: Sequence[str]) -> Html:
        wanted = [ident for ident in dict.fromkeys(idents) if not kind_of_feedback(ident)]
        return "".join(self._html(each) for each in self._element.all("itemfeedback") if each.get("ident") in wanted)

    def _html(self, element: Element) -> Html:
        return block_html(self._nodes([element]))

    def _nodes(self, elements: Sequence[Element], leave_out: tuple[str, ...] = ()) -> list[Node]:
        nodes: list[Node] = []
        for element in elements:
            if element.name in leave_out or (element.get("class") == "RIGHT_MATCH_BLOCK" and leave_out):
                continue
            if element.name in ("mattext", "mat_formattedtext"):
                place = Place(self._place.file, element.line, self._place.picture)
                read = read_html(_as_html(element), place, self._losses)
                nodes.append(HtmlElement("div", {}, read))
            elif element.name == "matimage":
                place = Place(self._place.file, element.line, self._place.picture)
                image = f'<img src="{escape(element.get("uri"))}" alt="{escape(element.get("label"))}">'
                nodes += read_html(image, place, self._losses)
            else:
                nodes += self._nodes(list(element.elements), leave_out)
        return nodes


def _as_html(element: Element) -> str:
    text = element.text
    kind = f"{element.get('texttype')} {element.get('type')}".lower()
    if "html" in kind or "smart" in kind or re.search(r"<\w[^>]*>", text):
        return text
    return escape(text.strip()).replace("\n", "<br>")


def _shuffles(response: Element) -> bool:
    return any(each.get("shuffle").lower() == "yes" for each in response.walk() if each.name == "render_choice")
