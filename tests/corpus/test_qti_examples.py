import os
from pathlib import Path

import pytest

from tests.corpus.examples import Kind, Played, play_all
from tests.corpus.qti import REASONS, of_kind

pytestmark = pytest.mark.skipif(
    "KIOSK_QTI_CORPUS" not in os.environ, reason="KIOSK_QTI_CORPUS names no checkout of 1EdTech/qti-examples"
)


@pytest.fixture(scope="module")
def played() -> list[Played]:
    played, faults = play_all(Path(os.environ["KIOSK_QTI_CORPUS"]))
    assert faults == []
    return played


def test_each_of_369_items_is_read(played: list[Played]) -> None:
    assert len(played) == 369


def test_each_item_is_the_same_after_it_was_written_and_read_again(played: list[Played]) -> None:
    assert [each.name for each in played if not each.is_same_when_written] == []


def test_of_255_items_at_least_252_give_all_for_their_key_and_nothing_for_a_blank(played: list[Played]) -> None:
    scored = of_kind(played, Kind.SCORED)
    assert len(scored) == 255
    assert sum(each.key_earns_all and each.blank_earns_nothing for each in scored) >= 252


def test_the_16_items_with_template_variables_are_processed(played: list[Played]) -> None:
    assert len(of_kind(played, Kind.TEMPLATE)) == 16


def test_the_30_adaptive_items_come_to_their_end_attempt_by_attempt(played: list[Played]) -> None:
    adaptive = of_kind(played, Kind.ADAPTIVE)
    assert len(adaptive) == 30
    assert [each.name for each in adaptive if not each.is_finished] == []


def test_each_item_that_does_not_score_has_a_reason(played: list[Played]) -> None:
    silent = [
        each.name
        for each in of_kind(played, Kind.SCORED, Kind.TEMPLATE)
        if not (each.key_earns_all and each.blank_earns_nothing) and Path(each.name).name not in REASONS
    ]
    assert silent == []


def test_the_items_that_cannot_run_are_shown_and_say_so(played: list[Played]) -> None:
    cannot = of_kind(played, Kind.CANNOT)
    assert len(cannot) == 6
    assert all(each.read.item.blocks for each in cannot)
