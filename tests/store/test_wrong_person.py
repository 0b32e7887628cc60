"""Planning with values: what of a wrong student's work moves, and what stays."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.wrong_person import FOREVER_MS, End, Piece, RunMove, RunWork, SatDown, SittingMove, Span, plan

WAITING, LAST = Piece(3, 30_000, 15_000, 10_000, tried=False), Piece(4, 45_000, 5_000, 5_000, tried=False)
SENT = Piece(1, 0, 30_000, 15_000, tried=True)
OFFLINE = SatDown(1, 30_000, 50_000, (WAITING, LAST))
ONLINE = SatDown(1, 0, 50_000, (SENT, WAITING, LAST))
LATER = SatDown(2, 90_000, 95_000, (Piece(5, 90_000, 5_000, 5_000, tried=False),))


def run(*sittings: SatDown, end: End = End.NONE, is_open: bool = True, **more: bool) -> RunWork:
    return RunWork(7, end, sittings, is_open, **more)


def move(work: RunWork, *chosen: int) -> RunMove:
    made = plan([work], frozenset(chosen), [], "Ben")
    assert made.refused == ()
    (moved,) = made.runs
    return moved


def test_a_run_that_was_never_sent_moves_whole_under_its_own_id() -> None:
    moved = move(run(OFFLINE), 1)
    assert moved.moves == (SittingMove(1, (3, 4), whole=True, moved_ms=15_000, sent_ms=0),)
    assert (moved.keeps_id, moved.answered, moved.state_there, moved.state_here) == (True, None, "open", "closed")


def test_what_was_tried_stays_and_the_rest_goes_under_a_new_id_with_all_answers() -> None:
    moved = move(run(ONLINE), 1)
    assert moved.moves == (SittingMove(1, (3, 4), whole=False, moved_ms=15_000, sent_ms=15_000),)
    assert (moved.keeps_id, moved.answered, moved.state_here) == (False, None, "closed")


def test_of_a_run_that_goes_on_only_the_chosen_sittings_move_with_what_was_answered_in_them() -> None:
    moved = move(run(OFFLINE, LATER), 2)
    assert [part.sitting for part in moved.moves] == [2]
    assert (moved.keeps_id, moved.answered, moved.state_here) == (False, ((90_000, FOREVER_MS),), None)


def test_an_answer_belongs_to_the_sitting_that_it_was_given_after() -> None:
    assert move(run(OFFLINE, LATER), 1).answered == ((30_000, 90_000),)


def test_a_result_that_never_left_goes_with_the_sitting_that_made_it() -> None:
    moved = move(run(OFFLINE, end=End.WAITING, is_open=False), 1)
    assert (moved.takes_end, moved.end_was_sent, moved.state_there, moved.state_here) == (
        True,
        False,
        "finished",
        "closed",
    )


def test_a_result_that_may_have_been_sent_stays_and_is_told() -> None:
    moved = move(run(OFFLINE, end=End.SENT, is_open=False), 1)
    assert (moved.takes_end, moved.end_was_sent, moved.keeps_id) == (False, True, False)
    assert (moved.state_there, moved.state_here) == ("closed", None)


def test_whose_own_sitting_came_first_goes_on_with_what_another_finished_for_them() -> None:
    finished = run(OFFLINE, LATER, end=End.WAITING, is_open=False)
    assert move(finished, 2).state_here == "open"
    begun_anew = run(OFFLINE, LATER, end=End.WAITING, is_open=False, is_begun_anew=True)
    assert move(begun_anew, 2).state_here == "closed"


def test_the_result_stays_with_whoever_sat_last() -> None:
    moved = move(run(OFFLINE, LATER, end=End.WAITING, is_open=False), 1)
    assert (moved.takes_end, moved.state_there, moved.state_here) == (False, "closed", None)


def test_a_student_never_has_two_open_runs_of_a_lesson() -> None:
    assert move(run(OFFLINE, right_is_at_it=True), 1).state_there == "closed"


def test_windows_of_one_student_never_overlap_so_that_part_is_refused_by_name() -> None:
    made = plan([run(OFFLINE, LATER)], frozenset({1, 2}), [(49_999, 60_000)], "Ben")
    assert made.refused == ((1, "Ben was learning at the same time, so this stays as it is."),)
    assert [part.sitting for part in made.runs[0].moves] == [2]
    touching = plan([run(OFFLINE)], frozenset({1}), [(50_000, 60_000), (0, 30_000)], "Ben")
    assert touching.refused == ()


def test_a_sitting_that_goes_on_is_refused() -> None:
    made = plan([run(SatDown(1, 0, None, (LAST,)))], frozenset({1}), [], "Ben")
    assert made.runs == ()
    assert made.refused == ((1, "This lesson is still going on: leave it first."),)


pieces = st.lists(st.tuples(st.integers(1, 20_000), st.booleans()), max_size=4)


@st.composite
def runs(draw: st.DrawFn) -> RunWork:
    at, number = 0, 0
    sittings = []
    for sitting in range(draw(st.integers(1, 3))):
        made, started_ms = [], at
        for length, tried in draw(pieces):
            made.append(Piece(number, at, length, length, tried))
            at, number = at + length, number + 1
        sittings.append(SatDown(sitting, started_ms, at, tuple(made)))
        at += 1_000
    end = draw(st.sampled_from(End))
    return RunWork(1, end, tuple(sittings), end is End.NONE, draw(st.booleans()), draw(st.booleans()))


@given(runs(), st.sets(st.integers(0, 2)), st.lists(st.tuples(st.integers(0, 99_999), st.integers(1, 9_999))))
def test_whatever_the_run_each_window_goes_one_way_and_what_was_tried_stays(
    work: RunWork, chosen: set[int], busy: list[Span]
) -> None:
    taken = [(start, start + length) for start, length in busy]
    made = plan([work], frozenset(chosen), taken, "Ben")
    moved = {piece for one in made.runs for part in one.moves for piece in part.pieces}
    every = {piece.id: piece for sat in work.sittings for piece in sat.pieces}
    assert not any(every[piece].tried for piece in moved)
    assert not any(
        start < until and begun < end for p in moved for start, end in [every[p].span] for begun, until in taken
    )
    touched = {part.sitting for one in made.runs for part in one.moves} | {sitting for sitting, _ in made.refused}
    assert touched == {sat.id for sat in work.sittings} & chosen
    for one in made.runs:
        assert not (one.keeps_id and work.is_known_to_server)
        assert not one.takes_end or work.end is End.WAITING
