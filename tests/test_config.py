import json
from pathlib import Path
from typing import Any

import pytest

import kiosk
from kiosk import resources
from kiosk.config import AppConfig, CourseConfig, Goals, Metrics, load_config, parse_config
from kiosk.errors import ConfigError
from kiosk.protocol.course import CourseCode, SubjectGrade

MATH = {"subject": "Math", "grade": 3, "courseCode": "MATH-3", "ids": {"staging": "c-math", "production": None}}


def parse(*courses: Any, **root: Any) -> AppConfig:
    return parse_config(json.dumps({"sensor": "https://app.example.org", "courses": courses} | root), "app.json")


def only(config: AppConfig) -> CourseConfig:
    (course,) = config.courses
    return course


def test_the_shipped_sample_loads() -> None:
    config = load_config(resources.sample_config())
    assert config.name == "Timeback Kiosk"
    math = config.course_for(SubjectGrade("Math", 3))
    assert math is not None
    assert math.course_id("local") == "course-math-3"
    assert math.course_id("production") is None
    assert math.metadata.goals.daily_active_minutes == 25
    assert math.metadata.metrics.total_lessons == 40


def test_a_course_is_found_by_each_of_its_selectors() -> None:
    config = parse(MATH)
    assert only(config).selectors == (SubjectGrade("Math", 3), CourseCode("MATH-3"))
    assert config.course_for(SubjectGrade("Math", 3)) is config.course_for(CourseCode("MATH-3")) is only(config)
    assert config.course_for(SubjectGrade("Math", 4)) is None


@pytest.mark.parametrize("course", [{"subject": "Language", "grade": 3}, {"subject": "Math", "grade": 13}])
def test_a_course_the_server_cannot_reach_has_no_selector(course: dict[str, Any]) -> None:
    assert only(parse(course)).selectors == ()
    assert only(parse(course | {"courseCode": "X"})).selectors == (CourseCode("X"),)


def test_absent_values_are_the_servers_defaults() -> None:
    config = parse_config('{"courses": [{"courseCode": "CS", "sensor": "https://a.example"}]}', "app.json")
    assert config.name == "Timeback App"
    assert only(config).subject == "Other"
    assert parse_config("{}", "app.json").courses == ()


def test_null_and_empty_text_count_as_absent() -> None:
    course = only(parse({"courseCode": "CS", "grade": None, "sensor": "", "ids": None, "metadata": None}))
    assert course == CourseConfig(course_code="CS")


def test_goals_merge_key_by_key_and_metrics_are_replaced_as_a_whole() -> None:
    course = only(
        parse(
            MATH
            | {
                "level": "base",
                "metadata": {
                    "goals": {"dailyXp": 20, "dailyLessons": 2, "weekly": 1},
                    "metrics": {"totalXp": 800, "totalLessons": 40},
                    "courseType": "base",
                },
                "overrides": {
                    "staging": {
                        "level": "honours",
                        "metadata": {"goals": {"dailyXp": 5}, "metrics": {"totalXp": 9}, "publishStatus": "draft"},
                    }
                },
            }
        )
    )
    staging, production = course.resolved("local"), course.resolved("production")
    assert staging.level == "honours"
    assert staging.metadata.goals == Goals(daily_xp=5, daily_lessons=2, extra={"weekly": 1})
    assert staging.metadata.metrics == Metrics(total_xp=9)
    assert staging.metadata.extra == {"courseType": "base", "publishStatus": "draft"}
    assert production.level == "base"
    assert production.metadata == course.metadata
    assert staging.resolved("production") == staging


ROOT, COURSE, OVERRIDE = "https://root.example", "https://course.example", "https://override.example"
LAUNCH = "https://launch.example:8443/lti?x=1"


@pytest.mark.parametrize(
    ("root", "course", "staging", "production"),
    [
        ({"sensor": ROOT}, {}, ROOT, ROOT),
        ({"sensor": ROOT}, {"sensor": COURSE}, COURSE, COURSE),
        ({"sensor": ROOT}, {"overrides": {"production": {"sensor": OVERRIDE}}}, ROOT, OVERRIDE),
        ({"sensor": ROOT}, {"launchUrl": LAUNCH}, ROOT, ROOT),
        ({"launchUrl": "https://other.example/x"}, {"launchUrl": LAUNCH}, *["https://launch.example:8443"] * 2),
        ({"launchUrl": LAUNCH}, {}, *["https://launch.example:8443"] * 2),
        ({}, {"overrides": {"production": {"launchUrl": LAUNCH}}}, None, "https://launch.example:8443"),
    ],
)
def test_the_sensor_is_the_overrides_the_courses_the_roots_or_the_launch_urls_origin(
    root: dict[str, Any], course: dict[str, Any], staging: str | None, production: str
) -> None:
    config = parse_config(json.dumps({"courses": [{"courseCode": "CS"} | course]} | root), "app.json")
    assert config.sensor_for(only(config), "local") == staging
    assert config.sensor_for(only(config), "staging") == staging
    assert config.sensor_for(only(config), "production") == production


def test_unknown_keys_are_kept_and_written_back() -> None:
    source = {
        "$schema": "https://timeback.dev/schema.json",
        "name": "App",
        "sensor": ROOT,
        "studio": {"x": [1]},
        "courses": [
            {
                "subject": "Math",
                "grade": 0,
                "colour": "blue",
                "ids": {"staging": "s", "local": "l"},
                "metadata": {"goals": {"dailyXp": 1, "mood": 2}, "metrics": {"totalXp": 0, "pages": 3}, "type": "base"},
                "overrides": {"staging": {"sensor": COURSE, "why": "test"}, "moon": {}},
            }
        ],
    }
    config = parse_config(json.dumps(source), "app.json")
    assert config.to_json() == source
    assert parse_config(json.dumps(config.to_json()), "app.json") == config


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[]", "app.json: must be an object, not a list"),
        ('{"name": "x",\n oops}', "app.json: line 2, column 2: is not JSON"),
        ('{"courses": {}}', "app.json: courses: must be a list, not an object"),
        ('{"courses": [3]}', r"app.json: courses\[0\]: must be an object, not a number"),
        ('{"name": 3}', "app.json: name: must be text, not a number"),
        ('{"sensor": "app.example.org"}', "app.json: sensor: must be an absolute URL"),
        ('{"sensor": "http://[x"}', "app.json: sensor: must be an absolute URL"),
        ('{"courses": [{"grade": "K"}]}', r'courses\[0\].grade: must be a whole number from -1 .* 13 \(AP\), not "K"'),
        ('{"courses": [{"grade": 14}]}', r"courses\[0\].grade: must be a whole number .*, not 14"),
        ('{"courses": [{"grade": true}]}', r"courses\[0\].grade: must be a whole number .*, not true"),
        ('{"courses": [{"subject": "Math"}]}', r"courses\[0\]: needs a grade or a courseCode"),
        ('{"courses": [{"grade": 1}]}', r"courses\[0\]: has no sensor; set .sensor. or .launchUrl."),
        ('{"courses": [{"grade": 1, "launchUrl": "lti"}]}', r"courses\[0\]: has no sensor"),
        ('{"courses": [{"ids": {"staging": 3}}]}', r"courses\[0\].ids.staging: must be text, not a number"),
        (
            '{"courses": [{"metadata": {"goals": {"dailyXp": true}}}]}',
            r"courses\[0\].metadata.goals.dailyXp: must be a number, not true or false",
        ),
    ],
)
def test_a_fault_is_named_with_file_place_and_rule(text: str, sentence: str) -> None:
    with pytest.raises(ConfigError, match=sentence):
        parse_config(text, "app.json")


def test_two_courses_of_one_subject_and_grade_are_named_with_both_places() -> None:
    with pytest.raises(ConfigError, match=r"courses\[2\]: is Math grade 3, and so is courses\[0\]"):
        parse(MATH, {"courseCode": "X"}, {"subject": "Math", "grade": 3})


def test_two_courses_of_one_code_are_named_with_both_places() -> None:
    with pytest.raises(
        ConfigError, match=r'courses\[1\].courseCode: "MATH-3" is also the code of courses\[0\]'
    ) as caught:
        parse(MATH, {"courseCode": "MATH-3"})
    assert caught.value.where == "courses[1].courseCode"


def test_a_file_that_is_missing_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.json: there is no such file"):
        load_config(tmp_path / "absent.json")
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)
    latin = tmp_path / "latin.json"
    latin.write_bytes(b'{"name": "\xe9"}')
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        load_config(latin)


def test_the_example_of_the_documentation_is_right() -> None:
    text = (Path(kiosk.__file__).parent.parent / "docs" / "configuration.md").read_text("utf-8")
    config = parse_config(text.partition("```json\n")[2].partition("```")[0], "docs/configuration.md")
    assert config.sensor_for(only(config), "production") == "https://math.kiosk.example.org"
