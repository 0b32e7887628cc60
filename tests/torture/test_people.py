"""What people do, at random: through the whole program under a clock moved by hand, and in a real session."""

import random
from collections.abc import Iterator
from pathlib import Path
from threading import Event

from kiosk import Timeback
from kiosk.clock import ManualClock, SystemClock, epoch_ms, from_epoch_ms
from kiosk.tracking.policy import GAP_MS, TimePolicy
from tests.e2e.killing import read
from tests.e2e.story import ANA, BEN, MATH, MONDAY, latest_sitting
from tests.e2e.x11.pupil import LATE_MS, Pupil, sitting
from tests.e2e.x11.screen import Program, xvfb
from tests.torture.conftest import Many, Prove
from tests.tracking.model import ACTS, Act, model

OPTIONS = {
    "heartbeat_interval_ms": 9_000,
    "hidden_timeout_ms": 50_000,
    "idle_timeout_ms": 20_000,
    "idle_grace_ms": 7_000,
}
POLICY = TimePolicy(**OPTIONS)
DRIFT_MS_AN_HOUR = 50
SESSION = ("another program", "minimised", "another desktop", "a menu", "reading")


def sequence(chance: random.Random) -> list[Act]:
    """Anything in any order, seconds apart; now and then a sleep, now and then the clock is set."""
    return [
        Act(
            chance.randint(0, GAP_MS) if chance.random() < 0.95 else chance.randint(GAP_MS + 1, 90_000),
            chance.choice(ACTS),
            chance.randint(-90_000_000, 90_000_000) if chance.random() < 0.02 else 0,
        )
        for _ in range(chance.randint(1, 120))
    ]


def play(timeback: Timeback, clock: ManualClock, script: list[Act]) -> None:
    activity = timeback.activity.start("fractions", "Fractions", MATH, time=OPTIONS)
    for act in script:
        clock.advance(act.after_ms)
        clock.set_wall(from_epoch_ms(epoch_ms(clock.utc_now()) + act.wall_step_ms))
        match act.kind:
            case "tick":
                timeback.tick()
            case "input":
                timeback.attention.note_input()
            case "focus" | "blur":
                timeback.attention.set_focused(act.kind == "focus")
            case "lock" | "unlock":
                timeback.attention.set_locked(act.kind == "lock")
            case "play" | "stop":
                timeback.attention.set_watching(act.kind == "play")
            case "pause":
                activity.pause()
            case "resume":
                activity.resume()
            case "turn":
                activity.set_times(POLICY)
    activity.end()


def test_any_sequence_of_what_people_do_comes_to_what_the_model_says_to_the_millisecond(
    tmp_path: Path, chance: random.Random, many: Many, prove: Prove
) -> None:
    clock, sittings, acts = ManualClock(MONDAY), many(40, 2_000), 0
    for _ in range(sittings):
        script = sequence(chance)
        with Timeback(data_dir=tmp_path, student=chance.choice((ANA, BEN)), clock=clock) as timeback:
            play(timeback, clock, script)
        ((active, inactive),) = read(
            tmp_path,
            "SELECT coalesce(sum(active_ms), 0), coalesce(sum(idle_ms + unfocused_ms + locked_ms + paused_ms), 0)"
            " FROM windows WHERE sitting = ? AND state <> 'withdrawn'",
            latest_sitting(tmp_path),
        )
        assert (active, inactive) == model(script, POLICY)
        acts += len(script)
        clock.advance(chance.randint(0, 10_000))
    prove("people-model", acts, f"{sittings} sittings of two students: focused and other time equal to the millisecond")


def whatever(chance: random.Random) -> Iterator[str]:
    """Each of what happens in a session once, in any order, and then anything."""
    yield from chance.sample(SESSION, len(SESSION))
    while True:
        yield chance.choice(SESSION)


def test_in_a_real_session_each_change_is_counted_within_150_ms_and_nothing_drifts(
    tmp_path: Path, chance: random.Random, minutes: float, prove: Prove
) -> None:
    clock = SystemClock()
    farthest, changes = 0, 0
    with xvfb(managed=True) as screen, sitting(screen, tmp_path) as pupil:
        other = Program("tests.e2e.x11.other", environment=screen.environment)
        try:
            elsewhere = screen.window("Another program")
            other.do("nothing")
            screen.give_focus(pupil.window)
            pupil.caught_up()
            until = clock.monotonic_ms() + round(minutes * 60_000)
            for number, what in enumerate(whatever(chance)):
                if number >= len(SESSION) and clock.monotonic_ms() >= until:
                    break
                match what:
                    case "another program":
                        off = pupil.is_away(
                            lambda: screen.give_focus(elsewhere), lambda: screen.give_focus(pupil.window)
                        )
                    case "minimised":
                        off = pupil.is_away(
                            lambda: screen.xdotool("windowminimize", pupil.window),
                            lambda: screen.xdotool("windowactivate", pupil.window),
                        )
                    case "another desktop":
                        off = pupil.is_away(
                            lambda: screen.xdotool("set_desktop", 1), lambda: screen.xdotool("set_desktop", 0)
                        )
                    case "a menu":
                        pupil.stays("open a menu", "close the menu")
                        continue
                    case _:
                        Event().wait(chance.uniform(0, 3))
                        continue
                farthest = max(farthest, off)
                changes += 2
        finally:
            other.end()
        drift = drifted(pupil, tmp_path)
    assert changes >= 6, "each kind of leaving, and coming back"
    assert drift <= DRIFT_MS_AN_HOUR * max(1, minutes / 60)
    prove(
        "people-session",
        changes,
        f"{minutes:g} minutes in Xvfb with openbox; a change was counted {farthest} ms beside what was seen at most"
        f" ({LATE_MS} ms allowed at each end); {drift} ms of the whole time are missing",
    )


def drifted(pupil: Pupil, folder: Path) -> int:
    """By how much the counted time and the machine's own clock differ, from the first window to the last.

    What the pupil was let off for, because the machine let the program stand still, is no drift.
    """
    asleep = pupil.caught_up().asleep
    length = "active_ms + idle_ms + unfocused_ms + locked_ms + paused_ms"
    ((span, counted),) = read(
        folder,
        f"SELECT max(started_mono + {length}) - min(started_mono), sum({length}) FROM windows"
        " WHERE state <> 'withdrawn'",
    )
    return abs(int(span) - int(counted) - asleep)
