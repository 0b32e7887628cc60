import asyncio
import json
from datetime import UTC, datetime

import pytest

from kiosk.clock import ManualClock
from kiosk.protocol.batch import PLAIN, PROTOCOL, Hello
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.sync.partner import ASK_EVERY_MS, Partner
from tests.sync.test_batches import LEDGER

SCHOOL = Answer(200, json.dumps({"protocol": PROTOCOL, "ledger": LEDGER.ledger, "messages": LEDGER.messages}).encode())
SDK = Answer(404, b"")
AWAY = NoAnswer("refused", sent=False)
BROKEN = Answer(503, b"")


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(datetime(2026, 1, 5, 9, 0, tzinfo=UTC))


class Wire:
    """Answers each question with the next of these, and no further one."""

    def __init__(self, *answers: Answer | NoAnswer) -> None:
        self._answers = list(answers)

    async def get(self, _path: str) -> Answer | NoAnswer:
        return self._answers.pop(0)


def hello(partner: Partner) -> Hello:
    return asyncio.run(partner.hello())


def test_it_is_asked_once_an_hour(clock: ManualClock) -> None:
    partner = Partner(Wire(SCHOOL, SDK), clock)
    assert hello(partner).ledger == LEDGER.ledger
    assert hello(partner).ledger == LEDGER.ledger
    clock.advance(ASK_EVERY_MS + 1)
    assert hello(partner) == PLAIN


@pytest.mark.parametrize("trouble", [AWAY, BROKEN])
def test_one_that_goes_away_is_what_it_said_last_and_is_asked_again(
    clock: ManualClock, trouble: Answer | NoAnswer
) -> None:
    partner = Partner(Wire(SCHOOL, trouble, SDK), clock)
    hello(partner)
    partner.forget()
    assert not partner.is_known
    assert hello(partner).ledger == LEDGER.ledger
    assert not partner.is_known
    assert hello(partner) == PLAIN, "another kind of server is there now"
    assert partner.is_known


def test_one_that_has_said_nothing_yet_is_any_server(clock: ManualClock) -> None:
    partner = Partner(Wire(AWAY, SCHOOL), clock)
    assert hello(partner) == PLAIN
    assert not partner.is_known
    assert hello(partner).ledger == LEDGER.ledger
