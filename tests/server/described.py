"""The server's own OpenAPI, with what its routes read of a body: they read it by themselves, so FastAPI knows nothing.

What is named here are the fields; what they may hold is kept wide, so that the server has to refuse.
"""

from typing import Any

from fastapi import FastAPI

type Shape = dict[str, Any]

TEXT: Shape = {"type": "string", "maxLength": 40}
COUNT: Shape = {"type": "integer", "minimum": 0, "maximum": 10**6}
NUMBER: Shape = {"type": "integer", "minimum": 0, "maximum": 3}
MOMENT: Shape = {"type": "string", "format": "date-time"}
RUN: Shape = {"enum": ["3f2b8a54-9d0c-4c8a-8e1e-0a5b0d6f1c11", "bbbbbbbb-9d0c-4c8a-8e1e-0a5b0d6f1c11"]}
LESSON: Shape = {"enum": ["water-cycle", "halves", "fractions"]}
EMAIL: Shape = {"enum": ["ana@example.com", "ben@example.com", "okafor@example.com"]}
COURSE: Shape = {"enum": [{"subject": "Math", "grade": 3}, {"code": "CS-101"}]}


def fields(*optional: str, **shapes: Shape) -> Shape:
    """An object with these fields; those that are named `optional` may be missing."""
    return {"type": "object", "properties": shapes, "required": [name for name in shapes if name not in optional]}


def array(shape: Shape, most: int = 3) -> Shape:
    return {"type": "array", "items": shape, "maxItems": most}


ANSWER: Shape = {"type": ["object", "array", "string", "null"]}
ANSWERS: Shape = {"type": "object", "additionalProperties": ANSWER, "maxProperties": 3}
WINDOW = fields(
    id=LESSON, name=TEXT, course=COURSE, runId=RUN, startedAt=MOMENT, endedAt=MOMENT, elapsedMs=COUNT, pausedMs=COUNT
)
METRICS = fields(
    "totalQuestions", "correctQuestions", xpEarned={"type": "number"}, totalQuestions=COUNT, correctQuestions=COUNT
)
COMPLETION = fields(id=LESSON, name=TEXT, course=COURSE, runId=RUN, endedAt=MOMENT, metrics=METRICS)
CLAIM = fields(
    "version", "activeMs", runId=RUN, lesson=LESSON, version=TEXT, endedAt=MOMENT, answers=ANSWERS, activeMs=COUNT
)
PLACE = fields(
    "changedMs", "startedMs", runId=RUN, page=COUNT, answers=ANSWERS, changedMs={"type": "integer"}, startedMs=COUNT
)
MESSAGE: Shape = {
    "anyOf": [
        fields(path={"const": "activity/heartbeat"}, body=WINDOW),
        fields(path={"const": "activity/submit"}, body=COMPLETION),
        fields(path={"const": "finish"}, body=CLAIM),
        fields(path={"const": "place"}, body={**PLACE, "properties": {**PLACE["properties"], "lesson": LESSON}}),
    ]
}
TOLD = fields(
    "email", "lesson", "page", "pages",
    email=EMAIL, lesson=LESSON, page=COUNT, pages=COUNT, focus={"enum": ["focused", "idle", "away", "out"]},
    todayMs=COUNT, todayXp={"type": "number"}, unsent=COUNT, safety={"enum": ["server", "computer"]},
)  # fmt: skip
WHOM = {"class": NUMBER, "students": array(EMAIL)}

JSON: dict[tuple[str, str], Shape] = {
    ("post", "/api/timeback/activity/heartbeat"): WINDOW,
    ("post", "/api/timeback/activity/submit"): COMPLETION,
    ("post", "/api/kiosk/batch"): fields(messages=array(MESSAGE)),
    ("post", "/api/kiosk/finish"): CLAIM,
    ("put", "/api/kiosk/progress/{lesson}"): PLACE,
    ("put", "/api/kiosk/presence"): fields(students=array(TOLD)),
    ("post", "/api/kiosk/enroll"): fields(code=TEXT, name=TEXT),
    ("post", "/api/kiosk/launches/{number}"): fields(state={"enum": ["seen", "opened", "declined"]}),
    ("post", "/teacher/api/assignments"): fields(
        *WHOM, "from", "until", "order", lesson=LESSON, order=NUMBER, until=TEXT, **{"from": TEXT}, **WHOM
    ),
    ("post", "/teacher/api/launches"): fields(*WHOM, "minutes", lesson=LESSON, minutes=NUMBER, **WHOM),
    ("put", "/teacher/api/classes/{class_id}/pause"): fields(seconds=COUNT),
}

NAMES = (
    "email", "password", "again", "then", "name", "lesson", "from", "until", "whom", "subject", "grade", "day",
    "reason", "export", "delta", "skip",
)  # fmt: skip
NUMBERS = ("student", "class", "order", "minutes", "event", "to")
FORM = fields(*NAMES, *NUMBERS, **dict.fromkeys(NAMES, TEXT), **dict.fromkeys(NUMBERS, NUMBER))
"""Any form of the teachers' pages: each reads what it knows of these."""

FILE = {"type": "string", "format": "binary", "maxLength": 2000}
UPLOADS = {"/teacher/lessons", "/teacher/roster"}
RAW = {("put", "/teacher/api/lessons"), ("put", "/api/kiosk/files/{digest}")}

KNOWN: dict[str, Shape] = {"lesson": LESSON}
"""What stands in a path, where not every text should be 404."""


def described(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI with bodies. Raises AssertionError for a route that changes something and is not described."""
    document = app.openapi()
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            for parameter in operation.get("parameters", []):
                if parameter["in"] == "path":
                    is_number = parameter["schema"].get("type") == "integer"
                    parameter["schema"] = NUMBER if is_number else KNOWN.get(parameter["name"], TEXT)
            content = _content(method, path)
            if content:
                operation["requestBody"] = {"required": True, "content": content}
    return document


def _content(method: str, path: str) -> dict[str, Any]:
    if method in ("get", "delete"):
        return {}
    if (method, path) in JSON:
        return {"application/json": {"schema": JSON[method, path]}}
    if (method, path) in RAW:
        return {"application/octet-stream": {"schema": FILE}}
    if path in UPLOADS:
        return {"multipart/form-data": {"schema": fields(file=FILE)}}
    if path.startswith("/teacher/"):
        return {"application/x-www-form-urlencoded": {"schema": FORM}}
    raise AssertionError(f"{method} {path} takes a body that tests/server/described.py does not know")
