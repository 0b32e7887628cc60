"""A disk that is full, fails, cannot be written or synced: work goes on or is refused in words, and nothing is lost."""

import os
import random
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.torture.conftest import Many, Prove
from tests.torture.disk import (
    FAULTS,
    SECONDS,
    Strike,
    check_promises,
    file_of,
    prepared,
    run_patient,
    run_window,
    stored_ms,
)
from tests.torture.programs.patient import NOBODY
from tests.torture.tries import until_telling


@dataclass(frozen=True)
class Rights:
    """What becomes of the rights to a folder and to what is in it, at which second."""

    folder: Path
    at: Mapping[int, int]

    def change(self, second: int) -> None:
        if (mode := self.at.get(second)) is not None:
            for path in (self.folder, *self.folder.iterdir()):
                path.chmod(mode)


with_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace puts the errors in")

MOMENTS = {"full": (12, 90), "failing": (12, 90), "read-only": (12, 90), "not syncing": (5, 12)}
"""A sitting makes more calls than the second number. Before the first one the file is being opened: strace counts on
each thread anew, so what opens it again would be refused for ever."""


@with_strace
@pytest.mark.parametrize("fault", FAULTS)
def test_what_a_disk_refuses_for_a_while_is_told_shown_red_and_written_in_the_end(
    tmp_path: Path, chance: random.Random, many: Many, prove: Prove, fault: str
) -> None:
    red: list[bool] = []
    refused = 0
    for number in until_telling(many(3, 50), lambda: any(red)):
        folder = prepared(tmp_path / str(number))
        first = chance.randrange(*MOMENTS[fault])
        strike = Strike(fault, first, first + chance.randrange(0, 12))
        said = run_patient(folder, number, options=strike.options())
        check_promises(folder, said)
        [(run_id, ms)] = said.finished.items()
        assert ms == stored_ms(folder, run_id) == SECONDS * 1000, f"{strike}: every second is there in the end"
        assert not said.is_red, f"{strike}: the light is green again"
        assert all(sentence.startswith(str(file_of(folder))) for sentence in said.refusals)
        red.append(bool(said.lights))
        refused += len(said.refusals)
        shutil.rmtree(folder)
    assert any(red), "some strikes hit what was being written"
    prove(
        f"disk-{fault.replace(' ', '-')}",
        len(red),
        f"all {SECONDS} s of each sitting were there in the end; the light was red in {sum(red)} of them,"
        f" {refused} times a verb was refused in a sentence and went through later",
    )


@with_strace
@pytest.mark.parametrize("fault", FAULTS)
def test_a_disk_that_refuses_for_good_keeps_what_was_promised_and_the_light_stays_red(
    tmp_path: Path, chance: random.Random, many: Many, fault: str
) -> None:
    for number in range(many(1, 20)):
        folder = prepared(tmp_path / str(number))
        strike = Strike(fault, chance.randrange(1, MOMENTS[fault][1]), None)
        said = run_patient(folder, number, options=strike.options())
        assert said.is_red or not said.runs, f"{strike}: red, unless it was refused from the start"
        assert said.refusals
        assert not said.finished
        check_promises(folder, said)
        shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_an_ordinary_user_whose_rights_are_taken_away_goes_on_or_is_told_and_loses_nothing(
    chance: random.Random, many: Many, prove: Prove
) -> None:
    moments, refused = many(3, 40), 0
    for number in range(moments):
        with tempfile.TemporaryDirectory() as home:  # where nobody can come by
            Path(home).chmod(0o755)
            folder = prepared(Path(home) / "data")
            for path in (folder, *folder.iterdir()):
                os.chown(path, NOBODY, NOBODY)
            first, second = sorted(chance.sample(range(SECONDS), 2))
            rights = Rights(folder, {first: 0, second: 0o700})
            said = run_patient(folder, number, each_second=rights.change, user="nobody")
            check_promises(folder, said)
            [(run_id, ms)] = said.finished.items()
            assert ms == stored_ms(folder, run_id) == SECONDS * 1000
            assert not said.is_red
            refused += len(said.refusals)
    prove(
        "disk-rights", moments, f"all {SECONDS} s of each sitting were there in the end; {refused} verbs were refused"
    )


@pytest.mark.parametrize("fault", ["limit", "moved"])
def test_the_window_is_red_for_as_long_as_its_disk_takes_nothing_and_every_second_is_there_in_the_end(
    tmp_path: Path, seed: int, many: Many, prove: Prove, fault: str
) -> None:
    rounds = many(2, 40)
    said = run_window(tmp_path / "data", seed, rounds, fault)
    assert stored_ms(tmp_path / "data", said["run"]) == said["ms"]
    prove(
        f"window-{fault}",
        rounds,
        f"red each time and then no longer; all {said['ms']} ms of focused time were there in the end",
    )


@with_strace
def test_a_disk_that_takes_half_a_second_for_each_sync_never_holds_the_window_up(
    tmp_path: Path, seed: int, many: Many, prove: Prove
) -> None:
    rounds = many(12, 240)
    said = run_window(tmp_path / "data", seed, rounds, "slow", slow_log=tmp_path / "log")
    syncs = (tmp_path / "log").read_text("ascii").count("(DELAYED)")
    assert stored_ms(tmp_path / "data", said["run"]) == said["ms"]
    assert syncs > 4 + rounds // 12, "it was written meanwhile, at least every five seconds"
    assert said["long"] <= syncs // 4, "were the window to wait for the disk, each sync would hold it up so long"
    prove(
        "window-slow",
        syncs,
        f"the window answered nothing for {said['longest_ms']} ms at most, {said['long']} times for 450 ms or longer;"
        f" all {said['ms']} ms of focused time were there in the end",
    )
