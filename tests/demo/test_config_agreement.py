import json
from pathlib import Path
from typing import Any, Literal

import pytest
from timeback import ApiCredentials, CustomIdentityConfig, TimebackConfig
from timeback.server import create_server

from kiosk.config import load_config

LAUNCH = "https://launch.example:8443/lti?x=1"
COURSE: dict[str, Any] = {
    "subject": "Math",
    "grade": 3,
    "level": "base",
    "metadata": {"goals": {"dailyXp": 20, "dailyLessons": 2}, "metrics": {"totalXp": 800, "totalLessons": 40}},
    "overrides": {
        "staging": {
            "level": "honours",
            "launchUrl": "https://staging.example/lti",
            "metadata": {"goals": {"dailyXp": 5}, "metrics": {"totalXp": 9}},
        },
        "production": {"sensor": "https://override.example"},
    },
}


@pytest.mark.parametrize("env", ["local", "staging", "production"])
@pytest.mark.parametrize(
    ("root", "course"),
    [
        ({"sensor": "https://root.example"}, {}),
        ({"sensor": "https://root.example"}, {"sensor": "https://course.example"}),
        ({"launchUrl": LAUNCH}, {}),
        ({"launchUrl": LAUNCH}, {"launchUrl": "https://course.example/x"}),
        ({}, {"sensor": "https://course.example", "overrides": {}, "metadata": None, "subject": None}),
    ],
)
def test_the_kiosk_and_the_sdk_server_read_a_course_alike(
    tmp_path: Path, env: Literal["local", "staging", "production"], root: dict[str, Any], course: dict[str, Any]
) -> None:
    path = tmp_path / "timeback.config.json"
    said = {key: value for key, value in (COURSE | course).items() if value is not None}
    path.write_text(json.dumps(root | {"courses": [said]}))
    credentials = ApiCredentials(client_id="x", client_secret="x")
    identity = CustomIdentityConfig(get_email=lambda _request: None)
    sdk = create_server(TimebackConfig(env=env, api=credentials, identity=identity, config_path=str(path))).app_config
    theirs = sdk.courses[0]
    ours = load_config(path)
    mine = ours.courses[0].resolved(env)
    assert ours.name == sdk.name
    assert ours.sensor_for(ours.courses[0], env) == (theirs.get("sensor") or sdk.sensor)
    assert (mine.subject, mine.grade, mine.level) == (theirs["subject"], theirs["grade"], theirs["level"])
    metadata: Any = theirs.get("metadata") or {}
    assert mine.metadata.goals.daily_xp == metadata.get("goals", {}).get("dailyXp")
    assert mine.metadata.goals.daily_lessons == metadata.get("goals", {}).get("dailyLessons")
    assert mine.metadata.metrics.total_xp == metadata.get("metrics", {}).get("totalXp")
    assert mine.metadata.metrics.total_lessons == metadata.get("metrics", {}).get("totalLessons")
