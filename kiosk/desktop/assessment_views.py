"""From a test that is taken to what the pages show of it: pure functions, words included."""

from html import escape
from math import ceil

from kiosk.desktop.numerals import number
from kiosk.desktop.views import (
    Answered,
    AssessmentView,
    OverviewEntry,
    OverviewView,
    Primary,
    Step,
    TimeLeftView,
    Urgency,
)
from kiosk.lessons.assessment import moves
from kiosk.lessons.assessment.model import Access
from kiosk.lessons.assessment.outcomes import feedback, outcomes
from kiosk.lessons.assessment.plan import PlannedItem
from kiosk.lessons.assessment.player import AssessmentPlayer
from kiosk.lessons.assessment.session import AssessmentSession
from kiosk.lessons.assessment.time_limits import time_left
from kiosk.lessons.interactions import Html
from kiosk.lessons.judging import is_answerable, is_blank
from kiosk.lessons.model import QuestionId
from kiosk.lessons.values import Nullable
from kiosk.words import tr

SOON = 0.2
"""The part of a limit that is left when it begins to be told in another colour."""
MINUTE_S = 60


def assessment_view(player: AssessmentPlayer) -> AssessmentView:
    saved, session = player.answer(QuestionId(player.page.id)), player.session
    takes_comments = not session.is_over and session.current.ref.control.allow_comment
    return AssessmentView(
        time_left=time_left_view(player),
        has_overview=not player.is_linear,
        is_flagged=saved.is_flagged,
        said=_words_so_far(session),
        comment=saved.comment if takes_comments else None,
    )


def assessment_step(player: AssessmentPlayer, *, busy: bool) -> Step:
    """What the big button does next: check where the item answers to that, else go on by the test's rules."""
    session, question = player.session, QuestionId(player.page.id)
    back = moves.can_go_back(session)
    if session.is_over:
        return Step(Primary.FINISH, None, busy=busy)
    if player.can_check(question):
        return Step(Primary.CHECK, question, can_go_back=back, busy=busy)
    if not player.is_linear:
        word = Primary.LOOK_OVER if moves.is_last_of_part(session) else Primary.GO_ON
    elif session.place + 1 == len(session.plan):
        word = Primary.FINISH
    else:
        word = Primary.SKIP if _may_be_skipped(player, session.current) else Primary.GO_ON
    return Step(word, None, can_go_back=back, busy=busy)


def overview_view(player: AssessmentPlayer) -> OverviewView:
    """How the items of the current part stand, and whether it can be handed in."""
    session = player.session
    entries = tuple(_entry(player, planned) for planned in moves.current_items(session))
    needed = {planned.key for planned in moves.lacking(session)}
    numbers = [number(entry.number) for entry in entries if entry.question in needed]
    blank = sum(entry.answered is Answered.NO for entry in entries)
    if numbers:
        sentence = tr("Answer first: question {numbers}.", numbers=", ".join(numbers))
    elif blank:
        sentence = tr("%n questions are not answered yet.", "", blank)
    else:
        sentence = tr("Every question is answered.")
    flagged = sum(entry.is_flagged for entry in entries)
    marked = tr("You marked %n to look at again.", "", flagged) if flagged else ""
    title = session.current.part.title or tr("All questions")
    return OverviewView(title, f"{sentence} {marked}".rstrip(), entries, not needed)


def time_left_view(player: AssessmentPlayer) -> TimeLeftView | None:
    """The limit that ends first, in whole minutes rounded up: 1 min is told until the last second."""
    left = time_left(player.session)
    if left is None:
        return None
    if left.title:
        about = tr("For “{part}”", part=left.title)
    else:
        about = tr("For this test") if left.is_of_test else tr("For this question")
    if left.seconds <= 0:
        return TimeLeftView(tr("Time is over"), Urgency.OVER, about)
    urgency = Urgency.SOON if left.seconds <= max(MINUTE_S, left.of_s * SOON) else Urgency.CALM
    return TimeLeftView(tr("{minutes} min left", minutes=ceil(left.seconds / MINUTE_S)), urgency, about)


def closing_words(player: AssessmentPlayer) -> tuple[Html, ...]:
    """What is said at the end of a test: its score, where it works one out, and its feedback."""
    session = player.session
    written = (*session.assessment.feedback, *(said for part in session.assessment.parts for said in part.feedback))
    told = feedback(session, Access.AT_END, written)
    points = _points(session)
    return (*([f"<p>{escape(points)}</p>"] if points else []), *(said.html for said in told))


def _words_so_far(session: AssessmentSession) -> tuple[Html, ...]:
    """The feedback that a test gives while it is taken: it follows outcome processing, so the first submission."""
    if session.is_over or not any(answer.attempts for answer in session.kept.values()):
        return ()
    written = (*session.assessment.feedback, *session.current.part.feedback)
    return tuple(said.html for said in feedback(session, Access.DURING, written))


def _points(session: AssessmentSession) -> str:
    """The test's SCORE in words; "" for a test that has none."""
    known = outcomes(session)
    score, most = (_figure(known.get(name)) for name in ("SCORE", "MAXSCORE"))
    declared = {declared.identifier: declared.normal_maximum for declared in session.assessment.outcomes}
    most = most or declared.get("SCORE")
    if score is None or "SCORE" not in declared:
        return ""
    if most:
        return tr("{score} of {most} points.", score=score, most=most)
    return tr("{score} points.", score=score)


def _figure(value: Nullable) -> float | None:
    match value.items if value else ():
        case (int() | float() as number,):
            return float(number)
        case _:
            return None


def _entry(player: AssessmentPlayer, planned: PlannedItem) -> OverviewEntry:
    session = player.session
    saved = player.answer(planned.key)
    if not is_blank(saved.response) or saved.attempts or not is_answerable(planned.ref.item):
        answered = Answered.YES
    else:
        answered = Answered.CLOSED if moves.is_closed(session, planned) else Answered.NO
    return OverviewEntry(
        question=planned.key,
        number=session.plan.index(planned) + 1,
        answered=answered,
        is_flagged=saved.is_flagged,
        is_current=planned is session.current,
        can_open=moves.can_go_to(session, planned),
    )


def _may_be_skipped(player: AssessmentPlayer, planned: PlannedItem) -> bool:
    """Whether going on would leave it blank, as the test allows."""
    blank = is_blank(player.answer(planned.key).response)
    return blank and planned.ref.control.allow_skipping and not player.judged(planned.key).settled
