from pathlib import Path

import pytest

from tests.benchmarks.figure import Figure, Goal, Judged, Measurement, Sample, at_calm, in_turn, percentile
from tests.benchmarks.machine import Busy, busy
from tests.benchmarks.report import as_json, from_json, page, rows


def figure(ours: tuple[float, ...], floor: tuple[float, ...], goal: Goal | None) -> Figure:
    return Figure("start", "", "ms", Sample(ours), Sample(floor), goal)


def test_a_ratio_is_the_median_of_the_pairs_not_the_ratio_of_the_medians() -> None:
    busy_in_the_middle = figure((20, 200, 24), (10, 100, 10), None)
    assert busy_in_the_middle.ratio == 2.0
    assert busy_in_the_middle.ours.median == 24  # beside a median of 10


def test_there_is_no_ratio_to_a_floor_of_nothing() -> None:
    assert figure((1,), (0,), None).ratio is None
    assert Figure("turn", "", "ms", Sample((1,)), None).ratio is None
    assert not figure((1,), (0,), Goal(Judged.RATIO, 2)).is_reached


@pytest.mark.parametrize(
    ("goal", "reached"),
    [
        (Goal(Judged.RATIO, 2.0), True),
        (Goal(Judged.RATIO, 1.9), False),
        (Goal(Judged.OURS, 20), True),
        (Goal(Judged.OURS, 19), False),
        (Goal(Judged.RATIO, 2.0, at_least=True), True),
        (Goal(Judged.RATIO, 2.1, at_least=True), False),
        (None, True),
    ],
)
def test_a_goal_is_reached_at_its_limit_and_not_past_it(goal: Goal | None, reached: bool) -> None:
    assert figure((20,), (10,), goal).is_reached is reached


def test_ours_and_floor_alternate_and_take_turns_at_going_first() -> None:
    order: list[str] = []

    def measure(name: str) -> float:
        order.append(name)
        return float(len(order))

    ours, floor = in_turn(3, lambda: measure("ours"), lambda: measure("floor"))
    assert order == ["ours", "floor", "floor", "ours", "ours", "floor"]
    assert (ours.values, floor.values) == ((1, 4, 5), (2, 3, 6))


def test_a_percentile_is_the_smallest_value_that_so_many_do_not_exceed() -> None:
    values = [float(value) for value in range(1, 1001)]
    assert percentile(values, 0.999) == 999
    assert percentile(values, 0.5) == 500
    assert percentile(values, 1.0) == 1000
    assert percentile([7.0], 0.999) == 7


def test_what_others_disturbed_is_measured_again_when_all_else_was_and_the_calmest_is_kept() -> None:
    taken = {"start": [0.3, 0.11, 0.2], "memory": [0.1], "pages": [0.11, 0.0]}
    order: list[str] = []

    def measure(name: str) -> Measurement:
        order.append(name)
        return Measurement((), taken[name].pop(0))

    first, *_, last = at_calm(["start", "memory", "pages"], measure, 3, {})
    assert order == ["start", "memory", "pages", "start", "pages", "start"]
    assert {name: some.taken for name, some in first.items()} == {"start": 0.3, "memory": 0.1, "pages": 0.11}
    assert {name: some.taken for name, some in last.items()} == {"start": 0.11, "memory": 0.1, "pages": 0.0}


def test_a_better_result_is_not_kept_for_being_better() -> None:
    better = Measurement((figure((10,), (10,), None),), 0.4)
    calmer = Measurement((figure((90,), (10,), None),), 0.2)
    tries = iter([better, calmer, better])
    *_, kept = at_calm(["start"], lambda _: next(tries), 3, {})
    assert kept == {"start": calmer}


def test_what_was_measured_on_a_calm_machine_before_is_not_measured_again() -> None:
    calm, disturbed, new = Measurement((), 0.1), Measurement((), 0.2), Measurement((), 0.0)
    asked: list[str] = []

    def measure(name: str) -> Measurement:
        asked.append(name)
        return new

    *_, kept = at_calm(["start", "memory", "pages"], measure, 3, {"start": calm, "memory": disturbed})
    assert asked == ["memory", "pages"]
    assert kept == {"start": calm, "memory": new, "pages": new}


def test_results_are_read_as_they_were_kept() -> None:
    judged = figure((20, 30), (10, 10), Goal(Judged.RATIO, 0.9, at_least=True))
    alone = Figure("turn", "", "ms", Sample((1.5,)), None)
    kept = {"pages": Measurement((judged, alone), 0.25, "2026-11-23 01:31 UTC"), "start": Measurement((), 0.0)}
    assert from_json(as_json(kept, {"Qt": "6"})) == kept


def test_others_share_is_of_what_was_asked_for_not_of_the_time(tmp_path: Path) -> None:
    stat = tmp_path / "stat"
    stat.write_text("cpu  100 20 30 90000 700 4 6 40 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n", "ascii")
    assert busy(stat) == Busy(asked=200, taken=40)
    assert Busy(1200, 290).taken_since(Busy(200, 40)) == 0.25
    assert Busy(200, 40).taken_since(Busy(200, 40)) == 0
    assert busy(tmp_path / "another system") == Busy(0, 0)


def test_the_table_says_plainly_what_was_not_reached() -> None:
    row = rows(Measurement((figure((30, 40), (10, 10), Goal(Judged.RATIO, 2.0)),), 0.034))
    assert row == (
        "| start | 35.0 ms (30.0 to 40.0) | 10.0 ms (10.0 to 10.0) | 3.50 | at most 2 times the floor | **no** | 3% |\n"
    )


def test_the_page_says_how_each_figure_is_repeated() -> None:
    measured = Measurement((figure((30, 40), (10, 10), None),), 0, "2026-11-23 01:31 UTC")
    told = page({"long-lesson": measured}, {"Qt": "6"})
    assert "**start** (`--only long-lesson`, 2 times; 2026-11-23 01:31 UTC)." in told
