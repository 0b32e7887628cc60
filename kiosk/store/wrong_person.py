"""Who was it really: planning how one student's work of today becomes another's. Pure; `corrections` carries it out.

    Ana's run   ├ sent ┤├ sent ┤├ waiting ┤├ waiting ┤ answers, result          Ben sat there all the time
    after       ├ sent ┤├ sent ┤                                                stays Ana's: what was sent never changes
    Ben's run                   ├ waiting ┤├ waiting ┤ answers, result          a run of his own

A message that was tried once is frozen (see `store.outbox`), so only what never was tried moves. A run of which the
server may know keeps its id, and what moves goes under a new one: to a server a run is one student's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from kiosk.words import tr

type Span = tuple[int, int]
"""From when until when (wall ms), the end not included."""


FOREVER_MS = 1 << 62


class End(Enum):
    """How far the result of a run is: it is not finished, or its result never left, or may be known to the server."""

    NONE = auto()
    WAITING = auto()
    SENT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A window with time in it."""

    id: int
    started_ms: int
    length_ms: int
    active_ms: int
    tried: bool

    @property
    def span(self) -> Span:
        return self.started_ms, self.started_ms + self.length_ms


@dataclass(frozen=True, slots=True)
class SatDown:
    """A sitting. `ended_ms` None: it goes on."""

    id: int
    started_ms: int
    ended_ms: int | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class RunWork:
    """A run in the wrong student's name, with every sitting of it, also of earlier days.

    `is_begun_anew`: that student has an open run of this lesson besides; `right_is_at_it`: the right student has one.
    """

    run: int
    end: End
    sittings: tuple[SatDown, ...]
    is_open: bool
    is_begun_anew: bool = False
    right_is_at_it: bool = False

    @property
    def is_known_to_server(self) -> bool:
        return self.end is End.SENT or any(piece.tried for sat in self.sittings for piece in sat.pieces)


@dataclass(frozen=True, slots=True)
class SittingMove:
    """What moves of a sitting: these windows; `whole` when none with time stays."""

    sitting: int
    pieces: tuple[int, ...]
    whole: bool
    moved_ms: int
    """Focused time that moves."""
    sent_ms: int
    """Focused time that stays, because it may be on the server."""


@dataclass(frozen=True, slots=True)
class RunMove:
    """What moves of a run. `answered` None: every answer; else those changed in these spans."""

    run: int
    keeps_id: bool
    moves: tuple[SittingMove, ...]
    answered: tuple[Span, ...] | None
    takes_end: bool
    end_was_sent: bool
    state_there: str
    state_here: str | None
    """What becomes of the run that it comes from; None: it stays as it is."""


@dataclass(frozen=True, slots=True)
class Plan:
    """`refused`: sittings that stay as they are, each with its reason."""

    runs: tuple[RunMove, ...]
    refused: tuple[tuple[int, str], ...]


def plan(work: Iterable[RunWork], chosen: frozenset[int], taken: Sequence[Span], whose: str) -> Plan:
    """Plan the move of the chosen sittings. `taken` is when the right student, who is called `whose`, was learning.

    Windows of one student never overlap, so a sitting that would is refused.
    """
    moves: list[RunMove] = []
    refused: list[tuple[int, str]] = []
    for run in work:
        movable: list[SatDown] = []
        for sat in run.sittings:
            if sat.id not in chosen:
                continue
            if (reason := _reason_against(sat, taken, whose)) is None:
                movable.append(sat)
            else:
                refused.append((sat.id, reason))
        if movable:
            moves.append(_move(run, movable))
    return Plan(tuple(moves), tuple(refused))


def _reason_against(sat: SatDown, taken: Sequence[Span], whose: str) -> str | None:
    if sat.ended_ms is None:
        return tr("This lesson is still going on: leave it first.")
    waiting = [piece.span for piece in sat.pieces if not piece.tried]
    if any(start < until and begun < end for start, end in waiting for begun, until in taken):
        return tr("{name} was learning at the same time, so this stays as it is.", name=whose)
    return None


def _move(run: RunWork, movable: Sequence[SatDown]) -> RunMove:
    is_all = len(movable) == len(run.sittings)
    last = max(run.sittings, key=lambda sat: sat.id)
    takes_end = run.end is End.WAITING and last in movable
    return RunMove(
        run.run,
        keeps_id=is_all and not run.is_known_to_server,
        moves=tuple(map(_sitting_move, movable)),
        answered=None if is_all else tuple(_until_next(run, sat) for sat in movable),
        takes_end=takes_end,
        end_was_sent=run.end is End.SENT and last in movable,
        state_there="finished" if takes_end else "open" if run.is_open and not run.right_is_at_it else "closed",
        state_here=_state_left(run, is_all=is_all, takes_end=takes_end),
    )


def _until_next(run: RunWork, sat: SatDown) -> Span:
    """When answers were that sitting's: its last window may have ended before the last of them was saved."""
    following = [other.started_ms for other in run.sittings if other.started_ms > sat.started_ms]
    return sat.started_ms, min(following, default=FOREVER_MS)


def _state_left(run: RunWork, *, is_all: bool, takes_end: bool) -> str | None:
    """Somebody whose own part of a run stays goes on with it, also where another finished it."""
    if is_all and (run.is_open or takes_end):
        return "closed"
    if takes_end:
        return "closed" if run.is_begun_anew else "open"
    return None


def _sitting_move(sat: SatDown) -> SittingMove:
    waiting = [piece for piece in sat.pieces if not piece.tried]
    sent = [piece for piece in sat.pieces if piece.tried]
    return SittingMove(
        sat.id,
        tuple(piece.id for piece in waiting),
        whole=not sent,
        moved_ms=sum(piece.active_ms for piece in waiting),
        sent_ms=sum(piece.active_ms for piece in sent),
    )
