"""What is told to the school server of the students here, and what a server is spared."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kiosk.protocol.messages import Body
from kiosk.protocol.outcomes import Answer, NoAnswer
from kiosk.protocol.presence import Focus, Report, Safety
from kiosk.protocol.tokens import DeviceToken, Token, headers
from kiosk.sync.presence import PresenceReporter, tell_server

OUT = Report(None, None, None, Focus.OUT, 0, 0, 0, Safety.SERVER)
LEARNING = replace(OUT, lesson="fractions", page=2, pages=5, focus=Focus.FOCUSED)


class Wire:
    """A server that answers as it is told to, and remembers what it heard."""

    def __init__(self, *answers: int) -> None:
        self._answers = list(answers)
        self.heard: list[tuple[str, Any]] = []

    async def put(self, _path: str, body: Body, token: Token) -> Answer | NoAnswer:
        self.heard.append((headers(token)["Authorization"], body["students"]))
        status = self._answers.pop(0) if self._answers else 204
        return NoAnswer("refused", sent=False) if status == 0 else Answer(status, b"")


def told_of(wire: Wire, reports: Mapping[str, Report], tokens: Mapping[str, Token]) -> set[str] | None:
    return asyncio.run(tell_server(wire, reports, tokens.get))


def test_a_device_tells_of_all_its_students_at_once_and_others_tell_of_themselves() -> None:
    wire = Wire()
    tokens: dict[str, Token] = {
        "ana": DeviceToken("d", "ana@x.org"),
        "ben": "own",
        "cleo": DeviceToken("d", "cleo@x.org"),
    }
    assert told_of(wire, {"ana": LEARNING, "ben": OUT, "cleo": OUT, "nobody": OUT}, tokens) == {"ana", "ben", "cleo"}
    assert [(who, [each.get("email") for each in told]) for who, told in wire.heard] == [
        ("Bearer d", ["ana@x.org", "cleo@x.org"]),
        ("Bearer own", [None]),
    ]


def test_what_fails_has_not_been_told_and_a_server_that_is_away_is_asked_once() -> None:
    tokens = {"ana": "a", "ben": "b", "cleo": "c"}
    everyone = dict.fromkeys(tokens, OUT)
    wire = Wire(401, 204, 503)
    assert told_of(wire, everyone, tokens) == {"ben"}
    away = Wire(0)
    assert told_of(away, everyone, tokens) == set()
    assert len(away.heard) == 1


def test_a_server_without_the_route_is_known_for_what_it_is() -> None:
    assert told_of(Wire(404), {"ana": OUT}, {"ana": "a"}) is None


def test_a_kiosk_without_a_server_tells_nobody_and_ends_at_once() -> None:
    asked: list[str] = []

    def token(ref: str) -> None:
        asked.append(ref)

    reporter = PresenceReporter(lambda: None, token)
    reporter.tell({"ana": LEARNING}, "ana")
    reporter.start()
    reporter.close()
    assert asked == []
