import os
from pathlib import Path

import pytest

from tests.corpus.conformance import CLAUSES, Verdict, judge, read_cases

pytestmark = pytest.mark.skipif(
    "KIOSK_PIE_CORPUS" not in os.environ, reason="KIOSK_PIE_CORPUS names no checkout of pie-framework/pie-qti"
)


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return [judge(case) for case in read_cases(Path(os.environ["KIOSK_PIE_CORPUS"]))]


def test_at_least_213_of_267_cases_of_another_player_agree(verdicts: list[Verdict]) -> None:
    assert len(verdicts) >= 267
    assert sum(not verdict.differences for verdict in verdicts) >= 213


def test_each_case_that_does_not_agree_is_decided_by_a_clause_of_the_specification(verdicts: list[Verdict]) -> None:
    differing = {verdict.case.fixture for verdict in verdicts if verdict.differences}
    assert differing == CLAUSES.keys()
