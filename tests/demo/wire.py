"""Request bodies as a client sends them."""

from typing import Any

RUN = "3f2b8a54-9d0c-4c8a-8e1e-0a5b0d6f1c11"
MATH = {"subject": "Math", "grade": 3}


def heartbeat(**changes: Any) -> dict[str, Any]:
    return {
        "id": "fractions",
        "name": "Fractions",
        "course": MATH,
        "runId": RUN,
        "startedAt": "2026-01-27T10:00:00.000Z",
        "endedAt": "2026-01-27T10:00:15.000Z",
        "elapsedMs": 12_345,
        "pausedMs": 2_655,
    } | changes


def submit(**changes: Any) -> dict[str, Any]:
    return {
        "id": "fractions",
        "name": "Fractions",
        "course": MATH,
        "runId": RUN,
        "endedAt": "2026-01-27T10:03:00.000Z",
        "metrics": {"xpEarned": 8, "totalQuestions": 10, "correctQuestions": 9},
    } | changes
