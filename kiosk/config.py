"""timeback.config.json: which courses the app teaches, and the sensor each reports under.

Source of the rules: docs.timeback.com and the SDK server's loader (0.4.0). Where the two differ the
server wins, because it is the one that will judge what this kiosk sends: `defaults` and `studio` are
kept but change nothing, `courses` may be empty, a missing subject is "Other" and a missing name
"Timeback App". In two things this reader is stricter, so that a fault shows here and not as a refused
delivery: `grade` must be a documented grade, and a sensor must be an absolute URL.

Keys nobody knows are kept in `extra` and written back by `to_json`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from kiosk.errors import ConfigError
from kiosk.protocol.course import GRADES, SUBJECTS, Course, CourseCode, SubjectGrade
from kiosk.protocol.environment import Environment

type ApiEnvironment = Literal["staging", "production"]

API_ENVIRONMENTS: tuple[ApiEnvironment, ...] = ("staging", "production")
LOWEST_GRADE, HIGHEST_GRADE = -1, 13  # Pre-K and AP


def api_environment(env: Environment) -> ApiEnvironment:
    """Which of Timeback's two clouds an environment reports to."""
    return "production" if env == "production" else "staging"


def _no_extra() -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class CourseIds:
    """The course's id in each cloud; None until the course has been pushed there."""

    staging: str | None = None
    production: str | None = None
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)


@dataclass(frozen=True, slots=True)
class Goals:
    """What a student should reach in a day; accuracy in percent."""

    daily_xp: float | None = None
    daily_lessons: float | None = None
    daily_active_minutes: float | None = None
    daily_accuracy: float | None = None
    daily_mastered_units: float | None = None
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)


@dataclass(frozen=True, slots=True)
class Metrics:
    """The size of the whole course. Without `total_lessons` the server computes no progress."""

    total_xp: float | None = None
    total_lessons: float | None = None
    total_grades: float | None = None
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)


@dataclass(frozen=True, slots=True)
class Metadata:
    goals: Goals = Goals()
    metrics: Metrics = Metrics()
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)


@dataclass(frozen=True, slots=True)
class Override:
    """What one environment says differently about a course."""

    level: str | None = None
    sensor: str | None = None
    launch_url: str | None = None
    metadata: Metadata = Metadata()
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)


@dataclass(frozen=True, slots=True)
class Overrides:
    staging: Override = Override()
    production: Override = Override()
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)


@dataclass(frozen=True, slots=True)
class CourseConfig:
    subject: str = "Other"
    grade: int | None = None
    course_code: str | None = None
    level: str | None = None
    sensor: str | None = None
    launch_url: str | None = None
    ids: CourseIds = CourseIds()
    metadata: Metadata = Metadata()
    overrides: Overrides = Overrides()
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)

    @property
    def selectors(self) -> tuple[Course, ...]:
        """Every selector by which an activity can name this course, subject and grade first.

        Empty for a course the server's routes cannot reach, such as Language 3 without a code. The
        form chosen is part of the activity's identity upstream: keep to one.
        """
        found: list[Course] = []
        if self.grade is not None and self.grade in GRADES and self.subject in SUBJECTS:
            found.append(SubjectGrade(self.subject, self.grade))
        if self.course_code:
            found.append(CourseCode(self.course_code))
        return tuple(found)

    def course_id(self, env: Environment) -> str | None:
        """The id in that environment's cloud; None means the server will answer "not synced"."""
        return self.ids.production if api_environment(env) == "production" else self.ids.staging

    def resolved(self, env: Environment) -> "CourseConfig":
        """The course as `env` sees it: goals merge key by key, metrics are replaced as a whole."""
        override = self.overrides.production if api_environment(env) == "production" else self.overrides.staging
        over = override.metadata
        metadata = replace(
            self.metadata,
            goals=_merged(self.metadata.goals, over.goals),
            metrics=self.metadata.metrics if over.metrics == Metrics() else over.metrics,
            extra={**self.metadata.extra, **over.extra},
        )
        return replace(
            self,
            level=override.level or self.level,
            sensor=override.sensor or self.sensor,
            launch_url=override.launch_url or self.launch_url,
            metadata=metadata,
            overrides=Overrides(),
        )


@dataclass(frozen=True, slots=True)
class AppConfig:
    name: str = "Timeback App"
    sensor: str | None = None
    launch_url: str | None = None
    courses: tuple[CourseConfig, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=_no_extra, hash=False)

    def course_for(self, course: Course) -> CourseConfig | None:
        """The configured course a selector means; None is what the server calls UNKNOWN_COURSE."""
        return next((candidate for candidate in self.courses if course in candidate.selectors), None)

    def sensor_for(self, course: CourseConfig, env: Environment) -> str | None:
        """The sensor `course` reports under in `env`; None where that environment has none.

        Override, course, root; only then the origin of the launch URL (the course's, else the root's).
        """
        here = course.resolved(env)
        return here.sensor or self.sensor or _origin(here.launch_url or self.launch_url)

    def to_json(self) -> dict[str, Any]:
        """The JSON object again, unknown keys included; keys without a value are left out."""
        written: dict[str, Any] = _to_json(self)
        return written


def load_config(path: Path) -> AppConfig:
    """Read a timeback.config.json. Raises ConfigError with the file, the JSON path and the reason."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ConfigError(str(path), "", "there is no such file; create it or name another in `config`") from error
    except OSError as error:
        raise ConfigError(str(path), "", f"cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(str(path), "", "is not UTF-8 text; save it as UTF-8") from error
    return parse_config(text, str(path))


def parse_config(text: str, file_name: str) -> AppConfig:
    """Read the text of a timeback.config.json; `file_name` is only for the errors."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise ConfigError(file_name, where, f"is not JSON: {error.msg}") from error
    root = _Reader(value, file_name, "")
    config = AppConfig(
        name=root.text("name") or AppConfig().name,
        sensor=root.url("sensor"),
        launch_url=root.text("launchUrl"),
        courses=tuple(_read_course(course) for course in root.objects("courses")),
        extra=root.rest(),
    )
    _check_identities(config.courses, file_name)
    _check_sensors(config, file_name)
    return config


class _Reader:
    """One JSON object being read: hands out checked values and remembers which keys were asked for.

    null and "" count as absent, as they do on the server.
    """

    def __init__(self, value: object, file: str, where: str) -> None:
        if not isinstance(value, dict):
            raise ConfigError(file, where, f"must be an object, not {_kind(value)}")
        self._value: dict[str, Any] = value
        self._file = file
        self._where = where
        self._asked: set[str] = set()

    def text(self, key: str) -> str | None:
        value = self._take(key)
        if value is not None and not isinstance(value, str):
            raise self._error(key, f"must be text, not {_kind(value)}")
        return value or None

    def url(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and _origin(value) is None:
            raise self._error(key, f'must be an absolute URL such as "https://app.example.org", not "{value}"')
        return value

    def grade(self, key: str) -> int | None:
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not LOWEST_GRADE <= value <= HIGHEST_GRADE:
            rule = f"must be a whole number from {LOWEST_GRADE} (Pre-K) over 0 (K) to {HIGHEST_GRADE} (AP)"
            raise self._error(key, f"{rule}, not {json.dumps(value)}")
        return value

    def number(self, key: str) -> float | None:
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._error(key, f"must be a number, not {_kind(value)}")
        return value

    def object(self, key: str) -> "_Reader":
        value = self._take(key)
        return _Reader({} if value is None else value, self._file, self._path(key))

    def objects(self, key: str) -> list["_Reader"]:
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self._error(key, f"must be a list, not {_kind(value)}")
        return [_Reader(item, self._file, f"{self._path(key)}[{index}]") for index, item in enumerate(value)]

    def rest(self) -> dict[str, Any]:
        return {key: value for key, value in self._value.items() if key not in self._asked}

    def _take(self, key: str) -> Any:
        self._asked.add(key)
        return self._value.get(key)

    def _path(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key

    def _error(self, key: str, reason: str) -> ConfigError:
        return ConfigError(self._file, self._path(key), reason)


def _read_course(course: _Reader) -> CourseConfig:
    overrides = course.object("overrides")
    ids = course.object("ids")
    return CourseConfig(
        subject=course.text("subject") or CourseConfig().subject,
        grade=course.grade("grade"),
        course_code=course.text("courseCode"),
        level=course.text("level"),
        sensor=course.url("sensor"),
        launch_url=course.text("launchUrl"),
        ids=CourseIds(ids.text("staging"), ids.text("production"), ids.rest()),
        metadata=_read_metadata(course.object("metadata")),
        overrides=Overrides(
            _read_override(overrides.object("staging")),
            _read_override(overrides.object("production")),
            overrides.rest(),
        ),
        extra=course.rest(),
    )


def _read_override(override: _Reader) -> Override:
    return Override(
        level=override.text("level"),
        sensor=override.url("sensor"),
        launch_url=override.text("launchUrl"),
        metadata=_read_metadata(override.object("metadata")),
        extra=override.rest(),
    )


def _read_metadata(metadata: _Reader) -> Metadata:
    goals = metadata.object("goals")
    metrics = metadata.object("metrics")
    return Metadata(
        goals=Goals(
            daily_xp=goals.number("dailyXp"),
            daily_lessons=goals.number("dailyLessons"),
            daily_active_minutes=goals.number("dailyActiveMinutes"),
            daily_accuracy=goals.number("dailyAccuracy"),
            daily_mastered_units=goals.number("dailyMasteredUnits"),
            extra=goals.rest(),
        ),
        metrics=Metrics(
            total_xp=metrics.number("totalXp"),
            total_lessons=metrics.number("totalLessons"),
            total_grades=metrics.number("totalGrades"),
            extra=metrics.rest(),
        ),
        extra=metadata.rest(),
    )


def _check_identities(courses: tuple[CourseConfig, ...], file: str) -> None:
    by_code: dict[str, int] = {}
    by_grade: dict[tuple[str, int], int] = {}
    for index, course in enumerate(courses):
        where = f"courses[{index}]"
        if course.grade is None and course.course_code is None:
            raise ConfigError(file, where, "needs a grade or a courseCode")
        if course.grade is not None:
            first = by_grade.setdefault((course.subject, course.grade), index)
            if first != index:
                same = f"is {course.subject} grade {course.grade}, and so is courses[{first}]"
                raise ConfigError(file, where, f"{same}; every subject and grade may stand once")
        if course.course_code is not None:
            first = by_code.setdefault(course.course_code, index)
            if first != index:
                same = f'"{course.course_code}" is also the code of courses[{first}]'
                raise ConfigError(file, f"{where}.courseCode", f"{same}; every code may stand once")


def _check_sensors(config: AppConfig, file: str) -> None:
    """Refuse a course without a sensor in any environment; the server refuses it for its own."""
    for index, course in enumerate(config.courses):
        if not any(config.sensor_for(course, env) for env in API_ENVIRONMENTS):
            remedy = 'set "sensor" or "launchUrl" here or at the top of the file'
            raise ConfigError(file, f"courses[{index}]", f"has no sensor; {remedy}")


def _origin(url: str | None) -> str | None:
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:  # such as a bracket that begins no IPv6 address
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else None


def _merged(base: Goals, over: Goals) -> Goals:
    said = {f.name: getattr(over, f.name) for f in fields(over) if getattr(over, f.name) is not None}
    return replace(base, **said | {"extra": {**base.extra, **over.extra}})


def _to_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_to_json(item) for item in value]
    if not is_dataclass(value):
        return value
    known = {_camel(f.name): _to_json(getattr(value, f.name)) for f in fields(value) if f.name != "extra"}
    kept: Mapping[str, Any] = getattr(value, "extra")  # noqa: B009 - every dataclass here has it; mypy cannot know
    return {key: item for key, item in known.items() if item not in (None, {}, [])} | dict(kept)


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
