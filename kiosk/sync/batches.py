"""One pass over the outbox where the school server is at the other end: many messages in one request, by student.

Each message is claimed, judged and settled by the rules that hold for it alone. While a batch is on its way its rows
are in doubt; when its answer is lost they go again with the same bytes, and the server's ledger knows them at any age.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kiosk.clock import Instant, read
from kiosk.protocol.batch import BATCH, PLACE, Hello, batch_body, read_answers
from kiosk.protocol.outcomes import Answer, NoAnswer, Outcome, Verdict, judge
from kiosk.protocol.tokens import Token
from kiosk.store import clocks, outbox, places, students
from kiosk.store.outbox import Lane, Message
from kiosk.store.places import UnsentPlace
from kiosk.store.students import SignIn
from kiosk.store.writer import Connection
from kiosk.sync.backoff import wait_ms
from kiosk.sync.delivery import (
    GOES_ON,
    Delivery,
    PassReport,
    Tally,
    Tools,
    Wire,
    ask,
    note_server_time,
    tell_moved,
    written,
)


@dataclass(frozen=True, slots=True)
class Load:
    """What goes in one request. `due`: when a lane that waits is due (wall)."""

    messages: Sequence[Message] = ()
    places: Sequence[UnsentPlace] = ()
    due: int | None = None


async def deliver_batches(tools: Tools, wire: Wire, hello: Hello, *, hurry: bool, failures: int = 0) -> PassReport:
    """Send what can be sent now, in as few requests as the server allows. Like `deliver` otherwise."""
    await ask(tools, outbox.ask_again, hello.ledger)
    lanes = await ask(tools, _work)
    running = _Pass(tools, wire, hello, hurry=hurry, failures=failures)
    for student, theirs in _by_student(lanes).items():
        await running.empty(student, theirs)
        if running.is_over:
            break
    return running.tally.report


def has_work(db: Connection) -> bool:
    """Whether there is anything to send that it matters whom to."""
    maybe = "SELECT EXISTS (SELECT 1 FROM windows WHERE state = 'maybe' AND doubt_ledger <> '')"
    return bool(_work(db)) or bool(db.execute(maybe).fetchone()[0])


def _work(db: Connection) -> list[Lane]:
    """Every lane with something to send; a student who has only a place to tell has one too."""
    return [*outbox.lanes(db), *places.with_unsent(db)]


def _by_student(lanes: Sequence[Lane]) -> dict[int, list[Lane]]:
    found: dict[int, list[Lane]] = {}
    for lane in lanes:
        mine = found.setdefault(lane.student, [])
        if lane not in mine:
            mine.append(lane)
    return found


class _Pass:
    """One pass. Lives on the event loop's thread, but for what is said to run on the writer's."""

    def __init__(self, tools: Tools, wire: Wire, hello: Hello, *, hurry: bool, failures: int) -> None:
        self.tally = Tally()
        self._tools = tools
        self._wire = wire
        self._hello = hello
        self._hurry = hurry
        self._failures = failures

    @property
    def is_over(self) -> bool:
        return self.tally.trouble is not None or self._tools.stopping()

    async def empty(self, student: int, lanes: list[Lane]) -> None:
        """Send batch after batch until nothing of the student's can go any more."""
        tools = self._tools
        token = await asyncio.to_thread(tools.token, lanes[0].ref)
        if token is None:
            await ask(tools, students.set_sign_in, lanes[0].ref, SignIn.NONE)
            return
        load = await asyncio.wrap_future(tools.store.call(self._claim, student, lanes))
        while load.messages or load.places:
            load = await self._send(load, student, lanes, token)
        self.tally.wait_until(load.due)

    def _claim(self, db: Connection, student: int, lanes: Iterable[Lane]) -> Load:
        """Claim the next batch, unless the pass is over by then. Writer's thread."""
        if self.is_over:
            return Load()
        now, room = read(self._tools.clock), self._hello.messages
        messages: list[Message] = []
        dues: list[int] = []
        for lane in lanes:
            more, due = outbox.claim_many(
                db, lane, now, self._tools.boot, most=room, ledger=self._hello.ledger, hurry=self._hurry
            )
            messages += more
            room -= len(more)
            dues += [] if due is None else [due]
        return Load(messages, places.unsent(db, student, room), min(dues, default=None))

    async def _send(self, load: Load, student: int, lanes: list[Lane], token: Token) -> Load:
        """Send it, write down what came of each, and in the same transaction claim the next.

        `lanes` loses those that cannot go on.
        """
        tools = self._tools
        asked = read(tools.clock)
        sent = [(each.path, each.body) for each in load.messages] + [(PLACE, each.body) for each in load.places]
        verdicts = judge_batch(await self._wire.post(BATCH, batch_body(sent), token), len(sent))
        now = read(tools.clock)
        tries = [
            self._next_try(message, verdict, now) for message, verdict in zip(load.messages, verdicts, strict=False)
        ]
        of_places = verdicts[len(load.messages) :]
        stuck = {each.message.lane for each in tries if each.verdict.outcome not in GOES_ON}
        lanes[:] = [lane for lane in lanes if lane not in stuck]
        goes_on = bool(lanes) and all(verdict.outcome in GOES_ON for verdict in of_places)

        def settle(db: Connection) -> tuple[int, Load]:
            moved = note_server_time(db, tools.boot, verdicts[0], asked, now)
            settled = clocks.mended(db, tools.boot, now)
            for each in tries:
                outbox.settle(db, each.message, each.verdict, settled, each.next_try_ms)
            for place, verdict in zip(load.places, of_places, strict=True):
                if verdict.outcome in GOES_ON:
                    places.sent(db, place)
            return moved, self._claim(db, student, lanes) if goes_on else Load()

        settling = tools.store.call(settle) if goes_on else tools.store.call_light(settle)
        moved, following = await written(settling)
        tell_moved(moved)
        for each in tries:
            tools.tell(each)
            self.tally.take(each.verdict, each.next_try_ms)
        for verdict in of_places:
            if verdict.outcome not in GOES_ON:
                self.tally.take(verdict, now.wall + wait_ms(verdict, self._failures + 1, tools.chance))
        return following

    def _next_try(self, message: Message, verdict: Verdict, now: Instant) -> Delivery:
        tries = self._failures + 1 if verdict.outcome is Outcome.UNREACHED else message.tries
        return Delivery(message, verdict, now.wall + wait_ms(verdict, tries, self._tools.chance))


def judge_batch(answer: Answer | NoAnswer, count: int) -> list[Verdict]:
    """What the answer to a batch means for each of its `count` messages.

    A refusal of the whole says nothing against any of them, so none is parked or held for it.
    """
    answers = read_answers(answer, count)
    if answers is not None:
        return [judge(each) for each in answers]
    verdict = judge(answer)
    if verdict.outcome in (Outcome.DELIVERED, Outcome.PARK, Outcome.HOLD):
        verdict = replace(verdict, outcome=Outcome.SLOWLY, reason=verdict.reason or "not the answer to a batch")
    return [verdict] * count
