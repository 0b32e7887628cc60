import os
import shlex

import pytest

from tests.corpus.other_reader import REASONS, ask, lessons, questions

pytestmark = pytest.mark.skipif(
    "KIOSK_QTI_READER" not in os.environ, reason="KIOSK_QTI_READER names no program that reads QTI"
)


def test_another_reader_takes_our_exports_and_scores_them_alike_but_for_its_own_dialect() -> None:
    found = ask(shlex.split(os.environ["KIOSK_QTI_READER"]), list(questions(lessons())))
    assert [each for each in found if each.partition(":")[0] not in REASONS] == []
