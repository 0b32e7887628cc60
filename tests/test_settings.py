import os
from pathlib import Path
from typing import Any

import pytest

import kiosk
from kiosk.errors import SettingsError
from kiosk.settings import Settings, data_dir, describe, load_settings, origins, save_setting


def write(folder: Path, text: str) -> Path:
    file = folder / "settings.toml"
    file.write_text(text, "utf-8")
    return file


def test_without_a_file_everything_is_the_default(tmp_path: Path) -> None:
    settings = load_settings(tmp_path / "settings.toml", {}, {})
    assert settings == Settings()
    assert (settings.server, settings.env, settings.text_scale, settings.idle_timeout_s) == (None, "staging", 100, 120)


def test_the_command_line_beats_the_environment_beats_the_file_beats_the_default(tmp_path: Path) -> None:
    file = write(tmp_path, 'theme = "light"\ntext_scale = 110\nxp_bonus = 2\n')
    environ = {"KIOSK_THEME": "dark", "KIOSK_TEXT_SCALE": "120", "KIOSK_ENV": "", "KIOSK_OTHER": "x"}
    settings = load_settings(file, environ, {"theme": "system", "text_scale": None, "reduced_motion": True})
    assert settings == Settings(theme="system", text_scale=120, xp_bonus=2.0, reduced_motion=True)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("reduced_motion", "YES", True),
        ("reduced_motion", "0", False),
        ("xp_waste", "0.5", 0.5),
        ("idle_grace_s", "0", 0),
        ("server", "http://127.0.0.1:8000/api/timeback", "http://127.0.0.1:8000/api/timeback"),
        ("server", "HTTP://[::1]:8000", "HTTP://[::1]:8000"),
        ("class_name", "Bär", "Bär"),
        ("credentials", "file", "file"),
    ],
)
def test_a_text_from_the_environment_becomes_the_settings_type(
    tmp_path: Path, name: str, text: str, value: object
) -> None:
    settings = load_settings(tmp_path / "settings.toml", {f"KIOSK_{name.upper()}": text}, {})
    assert getattr(settings, name) == value


def test_relative_paths_start_at_the_files_folder_or_at_the_command_lines(tmp_path: Path) -> None:
    file = write(tmp_path, 'lessons = "more"\nconfig = "/etc/app.json"\n')
    settings = load_settings(file, {}, {})
    assert (settings.lessons, settings.config) == (tmp_path / "more", Path("/etc/app.json"))
    assert load_settings(file, {}, {"lessons": "here"}).lessons == Path("here")


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("text_scale = 99", "text_scale must be a whole number from 100 to 200 (percent), not 99"),
        ('text_scale = "150"', "must be a whole number"),
        ("text_scale = true", "must be a whole number"),
        ('reduced_motion = "true"', "must be true or false"),
        ('theme = "blue"', "theme must be one of system, light, dark, not 'blue'"),
        ("xp_bonus = nan", "xp_bonus must be a number from 0 to 10"),
        ('server = "school.example"', "server must be an http or https URL"),
        ('server = "https://ana:secret@school.example"', "must be an http or https URL without name"),
        ('server = "http://[x"', "must be an http or https URL"),
        ('server = "http://[:::::]"', "must be an http or https URL"),
        ('server = "http://school\u2100example"', "must be an http or https URL"),
        ('server = "https://"', "must be an http or https URL"),
        ('server = "ftp://school.example"', "must be an http or https URL"),
        ('server = "http://school.example:door"', "must be an http or https URL"),
        ('server = "http://school.example/?a=1"', "must be an http or https URL without name, password, query"),
        ('class_name = "a\\nb"', "class_name must be text on one line"),
        ('lessons = ""', "lessons must be a path"),
        ("lessons = 3", "lessons must be a path"),
        ("idle_timeout_s = 20", "idle_grace_s is 30 and must be at most idle_timeout_s, which is 20"),
        ("this is not toml", "is not TOML"),
        ("text_scal = 120", 'there is no setting "text_scal"; the nearest is "text_scale"'),
        ("[idle]\ntimeout = 3", 'there is no setting "idle"; the nearest is "'),
    ],
)
def test_a_fault_in_the_file_names_the_key_and_what_it_must_be(tmp_path: Path, line: str, rule: str) -> None:
    with pytest.raises(SettingsError, match=r"settings\.toml|idle_grace_s") as caught:
        load_settings(write(tmp_path, line), {}, {})
    assert rule in str(caught.value)
    assert "secret" not in str(caught.value)


def test_a_fault_elsewhere_names_the_variable_or_the_option(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    with pytest.raises(SettingsError, match="KIOSK_TEXT_SCALE must be a whole number from 100 to 200"):
        load_settings(file, {"KIOSK_TEXT_SCALE": "big"}, {})
    with pytest.raises(SettingsError, match="--text-scale must be a whole number from 100 to 200"):
        load_settings(file, {}, {"text_scale": 300})
    with pytest.raises(SettingsError, match='the command line: there is no setting "colour"'):
        load_settings(file, {}, {"colour": None})


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read"):
        load_settings(tmp_path, {}, {})
    file = tmp_path / "settings.toml"
    file.write_bytes(b'class_name = "\xe9"')
    with pytest.raises(SettingsError, match="is not UTF-8"):
        load_settings(file, {}, {})


def test_saving_changes_one_line_and_keeps_the_rest(tmp_path: Path) -> None:
    file = write(
        tmp_path, '# for room 4\ntheme = "light"  # the beamer is dim\n\n  text_scale = 110# big\nenv="local"\n'
    )
    save_setting(file, "theme", "dark")
    save_setting(file, "text_scale", "150")
    save_setting(file, "class_name", 'Room "4" # east \\ west')
    assert file.read_text("utf-8") == (
        '# for room 4\ntheme = "dark"  # the beamer is dim\n\n  text_scale = 150# big\nenv="local"\n'
        'class_name = "Room \\"4\\" # east \\\\ west"\n'
    )
    save_setting(file, "class_name", "4")
    save_setting(file, "theme", None)
    save_setting(file, "xp_bonus", None)
    assert load_settings(file, {}, {}) == Settings(text_scale=150, env="local", class_name="4")
    assert "theme" not in file.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize("setting", describe(), ids=lambda setting: setting.name)
def test_every_setting_survives_saving(tmp_path: Path, setting: Any) -> None:
    others: dict[str, object] = {
        "server": "https://s.example/api/timeback",
        "config": Path("/a b/c"),
        "lessons": "/l",
        "rescue_key": "ab" * 32,
    }
    value = setting.default if setting.default is not None else others[setting.name]
    file = tmp_path / "new" / "settings.toml"
    save_setting(file, setting.name, value)
    assert str(getattr(load_settings(file, {}, {}), setting.name)) == str(value)


def test_a_wrong_or_unknown_setting_is_not_saved(tmp_path: Path) -> None:
    file = write(tmp_path, "text_scale = 110")
    with pytest.raises(SettingsError, match="text_scale must be a whole number"):
        save_setting(file, "text_scale", 90)
    with pytest.raises(SettingsError, match='the nearest is "text_scale"'):
        save_setting(file, "textscale", 120)
    assert file.read_text("utf-8") == "text_scale = 110"
    save_setting(file, "reduced_motion", True)
    assert file.read_text("utf-8") == "text_scale = 110\nreduced_motion = true\n"


def test_saving_keeps_a_file_of_comments_alone(tmp_path: Path) -> None:
    file = write(tmp_path, "# theme = dark, once the beamer is mended\n")
    save_setting(file, "theme", "light")
    assert file.read_text("utf-8") == '# theme = dark, once the beamer is mended\ntheme = "light"\n'


def test_a_pair_that_the_kiosk_would_not_start_with_is_not_saved(tmp_path: Path) -> None:
    file = write(tmp_path, "idle_timeout_s = 60\n")
    with pytest.raises(SettingsError, match="idle_grace_s is 61 and must be at most idle_timeout_s, which is 60"):
        save_setting(file, "idle_grace_s", "61")
    assert file.read_text("utf-8") == "idle_timeout_s = 60\n"


def test_a_relative_path_is_saved_as_it_is_meant_from_the_present_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    save_setting(tmp_path / "data" / "settings.toml", "lessons", "mine")
    assert load_settings(tmp_path / "data" / "settings.toml", {}, {}).lessons == tmp_path / "mine"


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / f"settings.toml.{os.getpid()}.new").mkdir()
    with pytest.raises(SettingsError, match=r"settings\.toml: cannot be written: Is a directory"):
        save_setting(tmp_path / "settings.toml", "theme", "dark")


def test_the_origin_of_a_setting_is_the_file_or_the_variable(tmp_path: Path) -> None:
    file = write(tmp_path, 'theme = "light"\ntext_scale = 110\n')
    assert origins(file, {"KIOSK_THEME": "dark"}) == {"theme": "KIOSK_THEME", "text_scale": str(file)}


def test_a_file_that_cannot_be_edited_line_by_line_stays_as_it_is(tmp_path: Path) -> None:
    text = "class_name = '''\nRoom'''\n"
    file = write(tmp_path, text)
    with pytest.raises(SettingsError, match="edit the file by hand"):
        save_setting(file, "class_name", "x")
    assert file.read_text("utf-8") == text


def test_the_data_directory_is_given_or_the_environments_or_the_users(tmp_path: Path) -> None:
    environ = {"KIOSK_DATA_DIR": str(tmp_path)}
    assert data_dir(environ, Path("/given")) == Path("/given")
    assert data_dir(environ) == tmp_path
    assert "timeback-kiosk" in str(data_dir({}))


def test_every_setting_is_described() -> None:
    rows = describe()
    assert [row.name for row in rows[:2]] == ["server", "env"]
    assert all(row.sentence.endswith(".") and row.default_text and row.kind.must for row in rows)
    assert next(row for row in rows if row.name == "text_scale").variable == "KIOSK_TEXT_SCALE"


def test_the_documentation_lists_every_setting_as_it_is() -> None:
    text = (Path(kiosk.__file__).parent.parent / "docs" / "configuration.md").read_text("utf-8")
    for row in describe():
        must = f"{row.kind.must}, {row.unit}" if row.unit else row.kind.must
        assert f"| `{row.name}` | {must} | {row.default_text} | {row.sentence} |\n" in text
