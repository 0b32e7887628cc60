"""The tracker against an independent model: the same rules, told from the end instead of as time passes."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.tracking.policy import TimePolicy
from kiosk.tracking.window import WindowState
from tests.tracking.drive import Drive
from tests.tracking.model import ACTS, Act, model

acts = st.lists(
    st.builds(
        Act,
        after_ms=st.one_of(st.integers(0, 3_000), st.integers(3_001, 400_000), st.sampled_from([1, 999, 3_000])),
        kind=st.sampled_from(ACTS),
        wall_step_ms=st.one_of(st.just(0), st.just(0), st.integers(-100_000_000, 100_000_000)),
    ),
    max_size=60,
)
steady_acts = st.lists(
    st.builds(Act, after_ms=st.integers(0, 3_000), kind=st.sampled_from(ACTS), wall_step_ms=st.just(0)), max_size=200
)
policies = st.builds(
    lambda heartbeat, hidden, timeout, grace: TimePolicy(heartbeat, hidden, timeout, min(grace, timeout)),
    st.integers(1_000, 20_000),
    st.integers(1, 60_000),
    st.integers(1, 40_000),
    st.integers(0, 40_000),
)


def play(script: list[Act], policy: TimePolicy) -> Drive:
    drive = Drive(policy)
    for act in script:
        drive.pass_ms(act.after_ms, act.after_ms + act.wall_step_ms)
        match act.kind:
            case "tick":
                drive.run(0)
                drive.take(drive.tracker.tick(drive.now))
            case "input":
                drive.input()
            case "focus" | "blur":
                drive.focus(act.kind == "focus")
            case "lock" | "unlock":
                drive.lock(act.kind == "lock")
            case "pause":
                drive.pause()
            case "turn":
                drive.turn(policy)
            case "play" | "stop":
                drive.watch(act.kind == "play")
            case _:
                drive.resume()
    drive.end()
    return drive


@settings(max_examples=400, deadline=None)
@given(script=acts, policy=policies)
def test_windows_are_ordered_disjoint_and_final_and_sum_to_no_more_than_the_time_that_passed(
    script: list[Act], policy: TimePolicy
) -> None:
    drive = play(script, policy)
    assert drive.held == []
    assert drive.in_state(WindowState.OPEN) == []
    assert all(left.end_ms <= right.start_ms for left, right in pairwise(drive.ready))
    assert all(left.end_mono <= right.start_mono for left, right in pairwise(drive.ready))
    assert sum(drive.sum_ready()) + drive.tracker.asleep_ms <= sum(act.after_ms for act in script)
    assert drive.tracker.total_active_ms == drive.sum_ready()[0]


@settings(max_examples=600, deadline=None)
@given(script=st.one_of(acts, steady_acts), policy=policies)
def test_active_and_inactive_time_equal_the_independent_model_to_the_millisecond(
    script: list[Act], policy: TimePolicy
) -> None:
    assert play(script, policy).sum_ready() == model(script, policy)


@settings(max_examples=200, deadline=None)
@given(script=steady_acts, policy=policies, cuts=st.lists(st.integers(0, 3_000), max_size=40))
def test_more_ticks_never_change_the_sums(script: list[Act], policy: TimePolicy, cuts: list[int]) -> None:
    finer: list[Act] = []
    for index, act in enumerate(script):
        early = min(cuts[index % len(cuts)], act.after_ms) if cuts else 0
        finer += [Act(early, "tick", 0), Act(act.after_ms - early, act.kind, 0)]
    assert play(finer, policy).sum_ready() == play(script, policy).sum_ready()
