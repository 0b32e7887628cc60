"""A token may ask often, and not without end."""

from kiosk.clock import ManualClock
from kiosk.protocol.outcomes import Answer, Outcome, judge
from kiosk.server.database import Database
from kiosk.server.rates import AT_ONCE, MOST_BUCKETS, Rates
from tests.server.schoolhouse import BEN, give_token, schoolhouse


def test_a_token_has_its_bucket_and_nobody_elses(clock: ManualClock) -> None:
    rates = Rates(clock, at_once=3, per_s=2)
    assert [rates.allow("ana") for _ in range(4)] == [True, True, True, False]
    assert rates.allow("ben")
    clock.advance(500)
    assert [rates.allow("ana") for _ in range(2)] == [True, False]
    clock.advance(3_600_000)
    assert [rates.allow("ana") for _ in range(4)] == [True, True, True, False]


def test_ten_thousand_invented_tokens_fill_no_memory_and_empty_no_bucket(clock: ManualClock) -> None:
    rates = Rates(clock, at_once=2, per_s=1)
    for number in range(MOST_BUCKETS * 2):
        rates.allow(f"invented {number}")
    assert len(rates._buckets) <= MOST_BUCKETS + 1
    rates.allow("ana")
    rates.allow("ana")
    assert not rates.allow("ana")


def test_a_kiosk_that_is_told_to_wait_comes_back_after_a_second(database: Database, clock: ManualClock) -> None:
    with schoolhouse(database, clock) as server:
        ben = give_token(database, clock, BEN)
        answers = [server.get("/api/kiosk/nothing").status_code for _ in range(AT_ONCE)]
        refused = server.get("/api/kiosk/outbox")
        assert set(answers) == {404}
        assert server.get("/api/kiosk/outbox", ben).status_code == 200
        verdict = judge(Answer(refused.status_code, refused.content, refused.headers["Retry-After"]))
        assert (verdict.outcome, verdict.retry_after_ms) == (Outcome.LATER, 1_000)
        assert refused.json()["error"]["code"] == "TOO_MANY_REQUESTS"
        clock.advance(1_000)
        assert server.get("/api/kiosk/outbox").status_code == 200
