"""A stand-in for the Timeback cloud: as much of it as the SDK server (0.4.0) asks for.

It remembers every Caliper event, keeps the results from which the SDK counts attempts, and fails when
told to. The shapes are those the SDK's own clients parse.
"""

import hashlib
import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import FastAPI, Query, Request
from fastapi.responses import JSONResponse

from kiosk.config import load_config
from kiosk.demo.cloud_log import CloudLog, Completion

_ROSTERING = "/ims/oneroster/rostering/v1p2"
_GRADEBOOK = "/ims/oneroster/gradebook/v1p2"
_CONDITION = re.compile(r"([\w.]+)='((?:[^']|'')*)'")

Part = Literal["caliper", "users"]


@dataclass(frozen=True, slots=True)
class CloudCourse:
    id: str
    title: str


def courses_of(config: Path) -> list[CloudCourse]:
    """The courses of a timeback.config.json that have an id in the environment "local". Raises ConfigError."""
    found = [(course, course.course_id("local")) for course in load_config(config).courses]
    return [CloudCourse(known, " ".join(map(str, course.selectors[:1]))) for course, known in found if known]


class Cloud:
    """The cloud's state and, as `app`, its web side. Outlives the SDK servers in front of it.

    `students` are e-mail addresses: one that stands there twice is ambiguous, one that does not is unknown.
    Every student is enrolled in every course.
    """

    def __init__(self, students: Sequence[str], courses: Sequence[CloudCourse] = ()) -> None:
        self.log = CloudLog()
        self._users = {f"student-{number}": email for number, email in enumerate(students, start=1)}
        self._courses = tuple(courses)
        self._results: dict[str, dict[str, Any]] = {}
        self._line_items: dict[str, dict[str, Any]] = {}
        self._failures: dict[Part, list[int]] = {"caliper": [], "users": []}
        self._lock = threading.Lock()
        self.app = self._routes()

    def fail(self, status: int, times: int = 1, part: Part = "caliper") -> None:
        """Answer the next `times` requests to that part with `status`, and do nothing else for them.

        The SDK server repeats a request answered 429 or 503 up to twice: it takes three to reach its client.
        """
        with self._lock:
            self._failures[part] += [status] * times

    def _routes(self) -> FastAPI:
        app = FastAPI(openapi_url=None)
        app.post("/caliper/event", response_model=None)(self._receive)
        app.get(f"{_ROSTERING}/users", response_model=None)(self._find_users)
        app.get(f"{_GRADEBOOK}/assessmentResults", response_model=None)(self._find_results)
        app.put(f"{_GRADEBOOK}/assessmentResults/{{result_id}}", response_model=None)(self._put_result)
        app.post(f"{_GRADEBOOK}/assessmentLineItems", response_model=None)(self._create_line_item)
        app.get(f"{_GRADEBOOK}/assessmentLineItems/{{item_id}}", response_model=None)(self._line_item)
        app.get("/edubridge/enrollments/user/{student_id}", response_model=None)(self._enrolments)
        app.get("/edubridge/analytics/enrollment/{enrolment_id}", response_model=None)(self._enrolment_facts)
        # The cloud's own daily and weekly sums are not played: the SDK adds nothing up from none.
        app.get("/edubridge/analytics/facts/weekly", response_model=None)(lambda: {"facts": []})
        app.get("/edubridge/analytics/activity", response_model=None)(lambda: {"facts": {}})
        return app

    def _failure(self, part: Part) -> JSONResponse | None:
        with self._lock:
            waiting = self._failures[part]
            status = waiting.pop(0) if waiting else None
        if status is None:
            return None
        return JSONResponse({"message": "told to fail"}, status, headers={"Retry-After": "0"})

    async def _receive(self, request: Request) -> Any:
        envelope = await request.json()
        failure = self._failure("caliper")
        if failure:
            return failure
        for completion in self.log.receive(envelope):
            if completion.process:
                self._record_result(completion)
        return {"jobId": f"job-{len(self.log.envelopes)}"}

    def _record_result(self, completion: Completion) -> None:
        """Keep what the next attempt number is counted from. The key is the cloud's, and so the SDK's."""
        item = hashlib.sha256(f"{completion.activity_url}_{completion.course_id}".encode()).hexdigest()
        line_item = f"caliper_{item}"
        self._results[f"{line_item}/{completion.student_id}/{completion.event_time}"] = {
            "sourcedId": f"result-{completion.event_id.removeprefix('urn:uuid:')}",
            "status": "active",
            "assessmentLineItem": {"sourcedId": line_item},
            "student": {"sourcedId": completion.student_id},
            "scoreDate": completion.event_time,
            "scoreStatus": "fully graded",
            "metadata": {"attempt": completion.attempt},
        }

    async def _find_users(self, where: Annotated[str, Query(alias="filter")] = "") -> Any:
        failure = self._failure("users")
        if failure:
            return failure
        users = [_user(user_id, email) for user_id, email in self._users.items()]
        return _page("users", users, where)

    async def _find_results(self, where: Annotated[str, Query(alias="filter")] = "") -> Any:
        return _page("assessmentResults", list(self._results.values()), where)

    async def _put_result(self, result_id: str, request: Request) -> Any:
        body = await request.json()
        self._results[result_id] = body["assessmentResult"]
        return body

    async def _create_line_item(self, request: Request) -> Any:
        item = (await request.json())["assessmentLineItem"]
        self._line_items[item["sourcedId"]] = item
        return {"sourcedIdPairs": {"suppliedSourcedId": item["sourcedId"], "allocatedSourcedId": item["sourcedId"]}}

    async def _line_item(self, item_id: str) -> Any:
        item = self._line_items.get(item_id)
        return {"assessmentLineItem": item} if item else JSONResponse({"message": "no such line item"}, 404)

    async def _enrolments(self, student_id: str) -> Any:
        return {
            "data": [
                {
                    "id": f"{student_id}.{course.id}",
                    "role": "student",
                    "course": {"id": course.id, "title": course.title, "metadata": {}},
                    "school": {"id": "school-1", "name": "Demo School"},
                }
                for course in self._courses
            ]
        }

    async def _enrolment_facts(self, enrolment_id: str) -> Any:
        student_id, _, course_id = enrolment_id.partition(".")
        facts: dict[str, dict[str, Any]] = {}
        for number, done in enumerate(self.log.completions):
            if (done.student_id, done.course_id) == (student_id, course_id):
                facts[f"completion-{number}"] = {"all": _facts(done)}
        return {"enrollmentId": enrolment_id, "facts": facts}


def _user(user_id: str, email: str) -> dict[str, Any]:
    name = email.partition("@")[0].title()
    return {"sourcedId": user_id, "status": "active", "givenName": name, "familyName": "Demo", "email": email}


def _facts(done: Completion) -> dict[str, Any]:
    return {
        "activityMetrics": {
            "xpEarned": done.xp or 0,
            "totalQuestions": done.total or 0,
            "correctQuestions": done.correct or 0,
            "masteredUnits": done.mastered_units or 0,
        },
        "timeSpentMetrics": {"activeSeconds": 0, "inactiveSeconds": 0, "wasteSeconds": 0},
        "apps": [],
    }


def _page(key: str, entities: Sequence[Mapping[str, Any]], where: str) -> JSONResponse:
    """One page with everything that meets every `field='value'` of a OneRoster filter."""
    wanted = [(path.split("."), value.replace("''", "'")) for path, value in _CONDITION.findall(where)]
    found = [entity for entity in entities if all(_at(entity, path) == value for path, value in wanted)]
    return JSONResponse({key: found}, headers={"X-Total-Count": str(len(found))})


def _at(entity: Mapping[str, Any], path: Sequence[str]) -> Any:
    value: Any = entity
    for name in path:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
