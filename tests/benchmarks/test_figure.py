import pytest

from tests.benchmarks.figure import Figure, Goal, Judged, Sample, in_turn, percentile
from tests.benchmarks.report import page, table


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


def test_the_table_says_plainly_what_was_not_reached() -> None:
    row = table([figure((30, 40), (10, 10), Goal(Judged.RATIO, 2.0))]).splitlines()[-1]
    assert (
        row == "| start | 35.0 ms (30.0 to 40.0) | 10.0 ms (10.0 to 10.0) | 3.50 | at most 2 times the floor | **no** |"
    )


def test_the_page_says_how_each_figure_is_repeated() -> None:
    told = page({"long-lesson": [figure((30, 40), (10, 10), None)]}, {"Qt": "6"})
    assert "**start** (`--only long-lesson`, 2 times)." in told
