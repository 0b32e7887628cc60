import json
from pathlib import Path

import pytest

from kiosk.settings import describe
from tests.commands.conftest import Kiosk


def test_every_setting_is_told_with_its_rule_its_value_and_its_meaning(kiosk: Kiosk) -> None:
    told = kiosk("settings").out
    for setting in describe():
        assert f"{setting.name} = " in told
        assert setting.sentence in told
    assert "text_scale = 100   (default)" in told
    assert "A whole number from 100 to 200, percent." in told


def test_one_is_set_and_told_with_where_it_comes_from(
    kiosk: Kiosk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    assert f"text_scale = 150   ({file})" in kiosk("settings", "text_scale", "150").out
    assert file.read_text() == "text_scale = 150\n"
    monkeypatch.setenv("KIOSK_TEXT_SCALE", "120")
    said = kiosk("settings", "text_scale", "160").out
    assert "text_scale = 120   (KIOSK_TEXT_SCALE)" in said
    assert "160 is saved, and KIOSK_TEXT_SCALE in the environment goes before it." in said
    monkeypatch.delenv("KIOSK_TEXT_SCALE")
    kiosk("settings", "text_scale", "--reset")
    assert file.read_text() == ""


def test_programs_get_json(kiosk: Kiosk) -> None:
    kiosk("settings", "lessons", "/school/lessons")
    every = {each["name"]: each for each in json.loads(kiosk("settings", "--json").out)}
    assert set(every) == {setting.name for setting in describe()}
    assert every["lessons"]["value"] == "/school/lessons"
    (one,) = json.loads(kiosk("settings", "idle_timeout_s", "--json").out)
    assert (one["value"], one["default"], one["unit"], one["origin"]) == (120, 120, "seconds", "default")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["text_scal"], 'there is no setting "text_scal"; `kiosk settings` lists them all'),
        (["text_scal", "3"], 'the nearest is "text_scale"'),
        (["text_scale", "big"], "text_scale must be a whole number from 100 to 200 (percent), not 'big'"),
        (["idle_grace_s", "121"], "idle_grace_s is 121 and must be at most idle_timeout_s, which is 120"),
        (["--reset"], "--reset takes one setting back to its default"),
        (["theme", "dark", "--reset"], "give no value"),
    ],
)
def test_a_wrong_call_is_one_sentence_and_changes_nothing(
    kiosk: Kiosk, tmp_path: Path, arguments: list[str], sentence: str
) -> None:
    said = kiosk("settings", *arguments)
    assert said.code == 2
    assert sentence in said.err
    assert not (tmp_path / "settings.toml").exists()


def test_a_wrong_value_in_the_file_is_mended_by_setting_it(kiosk: Kiosk, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('theme = "blue"\n')
    assert kiosk("settings").code == 2
    assert kiosk("settings", "theme", "dark").code == 0
