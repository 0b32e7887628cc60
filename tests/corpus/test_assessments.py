"""Every test of the corpus is read, and taken to its end with the keys of its items.

`KIOSK_QTI_CORPUS=path uv run pytest tests/corpus`. Where the corpus has no such item, one that asks nothing stands in
for it: the test's own rules are what is tried here.
"""

import os
import re
from pathlib import Path

import pytest

from kiosk.lessons.assessment.beginning import resume, start
from kiosk.lessons.assessment.model import Assessment, Navigation
from kiosk.lessons.assessment.moves import go_on, hand_in, obstacle, respond, spend
from kiosk.lessons.assessment.outcomes import outcomes
from kiosk.lessons.assessment.session import AssessmentSession
from kiosk.lessons.qti.assessment import read_assessment
from kiosk.lessons.qti.reading import folder_files

CORPUS = os.environ.get("KIOSK_QTI_CORPUS", "")
STAND_IN = (
    b'<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="gone" title="Gone">'
    b"<itemBody><p>This item is not in the corpus.</p></itemBody></assessmentItem>"
)
_TEST = re.compile(rb"<(qti-assessment-test|assessmentTest)\b")


def assessments(corpus: str) -> list[Path]:
    if not corpus:
        return []
    return sorted(path for path in Path(corpus).rglob("*.xml") if _TEST.search(path.read_bytes()[:4000]))


def read(path: Path) -> Assessment:
    files = folder_files(path.parent)
    return read_assessment(path.read_bytes(), path.name, lambda name: files(name) or STAND_IN).assessment


def taken(assessment: Assessment) -> AssessmentSession:
    """The test after each item was answered with its key, with a break before each step."""
    session = start(assessment, "a run")
    for _ in range(3 * len(session.plan)):
        if session.is_over:
            break
        session = respond(session, session.judged[session.current.key].key)
        session = spend(session, 10_000 if obstacle(session) else 1)
        before, session = session, go_on(resume(assessment, "a run", session.place, session.kept))
        if session.place == before.place and before.current.part.navigation is Navigation.NONLINEAR:
            session = hand_in(session)
    return session


@pytest.mark.parametrize("path", assessments(CORPUS), ids=lambda path: str(path.relative_to(CORPUS)))
def test_a_test_is_taken_to_its_end(path: Path) -> None:
    assessment = read(path)
    session = taken(assessment)
    assert session.is_over
    assert set(outcomes(session)) >= {declared.identifier for declared in assessment.outcomes}
