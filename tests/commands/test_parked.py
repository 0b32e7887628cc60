import json

import pytest

from kiosk.store import aside, outbox
from kiosk.store.aside import DROPPED
from tests.commands.conftest import Folder, Kiosk

DOUBT = ("--confirm", "may be counted twice")


def states(kiosk: Kiosk) -> dict[str, str]:
    return {message["id"]: message["state"] for message in json.loads(kiosk("parked", "--json").out)}


def test_nothing_set_aside_is_said_so(kiosk: Kiosk, folder: Folder) -> None:
    folder.work()
    assert kiosk("parked").out == "Nothing is set aside.\n"


def test_each_message_is_told_with_what_it_is_and_why(kiosk: Kiosk, folder: Folder) -> None:
    folder.park()
    folder.doubt()
    told = kiosk("parked").out
    assert "w1: Ana, Fractions: 15 focused seconds from 2026-01-05" in told
    assert "refused\n    400 INVALID_PAYLOAD: no" in told
    assert "may have arrived" in told


def test_what_was_refused_is_put_back(kiosk: Kiosk, folder: Folder) -> None:
    folder.park()
    folder.close()
    assert kiosk("parked", "--retry", "w1").out == "Nothing is set aside.\n"
    assert json.loads(kiosk("status", "--json").out)["students"][0]["waiting"] == 1


def test_all_that_was_refused_is_put_back_but_nothing_in_doubt(kiosk: Kiosk, folder: Folder) -> None:
    folder.park()
    folder.park()
    folder.doubt()
    folder.close()
    kiosk("parked", "--all")
    assert states(kiosk) == {"w3": "maybe"}


def test_what_may_have_arrived_is_put_back_only_with_the_text_for_it(kiosk: Kiosk, folder: Folder) -> None:
    folder.doubt()
    folder.close()
    said = kiosk("parked", "--retry", "w1")
    assert said.code == 2
    assert said.err == (
        "w1 may have arrived already: sent again, its 15 s may be counted twice;"
        ' if that is right, add --confirm "may be counted twice".'
    )
    assert kiosk("parked", "--retry", "w1", "--confirm", "yes").code == 2
    assert states(kiosk) == {"w1": "maybe"}
    assert kiosk("parked", "--retry", "w1", *DOUBT).code == 0
    assert states(kiosk) == {}


def test_what_is_dropped_stays_listed(kiosk: Kiosk, folder: Folder) -> None:
    folder.park()
    folder.close()
    said = kiosk("parked", "--drop", "w1")
    assert (said.code, "add --yes" in said.err) == (2, True)
    assert kiosk("parked", "--drop", "w1", "--yes").code == 0
    (message,) = json.loads(kiosk("parked", "--json").out)
    assert (message["state"], message["reason"]) == ("withdrawn", DROPPED)
    assert kiosk("parked", "--retry", "w1").code == 2
    assert json.loads(kiosk("status", "--json").out)["set_aside"] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--retry", "w9"], 'No message "w9" is set aside; `kiosk parked` lists those that are.'),
        (["--drop", "x", "--yes"], 'No message "x" is set aside'),
        (["--retry", "w1", "--drop", "w1"], "exclude each other"),
        (["--all", "--retry", "w1"], "exclude each other"),
    ],
)
def test_a_wrong_call_is_one_sentence(kiosk: Kiosk, folder: Folder, arguments: list[str], sentence: str) -> None:
    folder.park()
    said = kiosk("parked", *arguments)
    assert said.code == 2
    assert sentence in said.err


def test_a_folder_that_another_program_writes_to_is_left_alone(kiosk: Kiosk, folder: Folder) -> None:
    folder.park()
    said = kiosk("parked", "--retry", "w1")
    assert said.code == 2
    assert "is in use by a program that does not answer" in said.err
    assert len(folder.store.call(aside.set_aside).result()) == 1
    assert folder.store.call(outbox.backlog).result().parked == 1
