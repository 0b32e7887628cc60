import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import COMMANDS, run
from kiosk.commands import app
from kiosk.errors import KioskError, UsageError
from kiosk.settings import describe
from tests.waiting import PATIENCE_S


def kiosk(*arguments: str, home: Path, stdin: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """The command as a new user would run it, in a home of its own and without a display."""
    drop = ("KIOSK_", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(drop)}
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *arguments],
        env={**environment, "HOME": str(home), **variables},
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )


def test_help_names_the_commands_and_every_setting_with_its_default(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["--help"])
    told = capsys.readouterr().out
    assert ended.value.code == 0
    assert all(word in told for word in ("status", "connect", "demo", "--data-dir"))
    assert all(setting.option in told for setting in describe())
    assert "At 80 % or more right" in " ".join(told.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_own_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([command, "--help"]) == 0
    assert f"Usage: kiosk {command} " in capsys.readouterr().out


def test_the_window_knows_the_commands_names_without_importing_them() -> None:
    registered = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    groups = [str(group.typer_instance.info.name) for group in app.registered_groups if group.typer_instance]
    assert list(COMMANDS) == registered + groups


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["bogus"], "No such command 'bogus'"),
        (["--bogus"], "unrecognized arguments: --bogus"),
        (["--bogus", "3", "--text-scale", "150"], "unrecognized arguments: --bogus 3"),
        (["status", "--bogus"], "No such option: --bogus"),
        (["--text"], "unrecognized arguments: --text"),
        (["--text-scale"], "argument --text-scale: expected one argument"),
        (["--text-scale", "300"], "--text-scale must be a whole number from 100 to 200 (percent), not 300"),
        (["--text-scale=big"], "--text-scale must be a whole number from 100 to 200 (percent), not 'big'"),
        (["--theme", "pink"], "--theme must be one of system, light, dark, not 'pink'"),
        (["--text-scale", "150", "status"], "No such option: --text-scale"),
        (["--data-dir", ""], "argument --data-dir: it is blank"),
        (["--data-dir=", "status"], "it is blank; name a folder"),
        (["status", "--data-dir", ""], "it is blank; name a folder"),
        (["connect"], "Missing parameter: student"),
        (["launch"], "Missing parameter: lesson"),
        (["launch", " "], "The lesson is blank"),
        (["launch", "rain", "--student", "An\na"], "The student has a character in it that cannot be shown"),
        (["timeback-kiosk://launch?lesson=rain&run=1"], "This link asks for more than a lesson and a student"),
        (["timeback-kiosk://launch?lesson=rain", "status"], "unrecognized arguments: status"),
        (["--text-scale", "timeback-kiosk://launch?lesson=rain"], "--text-scale must be a whole number"),
    ],
)
def test_a_wrong_call_is_one_sentence(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    folder = [] if any("--data-dir" in word for word in arguments) else ["--data-dir", str(tmp_path)]
    with pytest.raises(UsageError) as error:
        run([*folder, *arguments])
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_an_error_is_printed_in_one_line_and_the_exit_code_is_2(tmp_path: Path) -> None:
    ended = kiosk("bogus", home=tmp_path)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("kiosk: No such command 'bogus'")
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("place", ["before", "after"])
def test_the_data_folder_may_stand_before_and_after_the_command(place: str, tmp_path: Path) -> None:
    folder = ["--data-dir", str(tmp_path / "here")]
    arguments = [*folder, "status"] if place == "before" else ["status", *folder]
    with pytest.raises(KioskError, match=r"here/kiosk\.sqlite3 does not exist yet: start the kiosk once"):
        run(arguments)


def test_a_broken_settings_file_is_named_before_any_window_opens(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("text_scale = \n", "utf-8")
    for arguments in ((), ("status",)):
        ended = kiosk("--data-dir", str(tmp_path), *arguments, home=tmp_path)
        assert ended.returncode == 2
        assert ended.stderr.startswith(f"kiosk: {tmp_path}/settings.toml: is not TOML: ")
        assert ended.stderr.count("\n") == 1


def test_a_database_of_a_newer_program_is_refused_by_the_window_in_a_sentence(tmp_path: Path) -> None:
    program = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('PRAGMA user_version = 99')"
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "kiosk.sqlite3")], check=True)
    ended = kiosk("--data-dir", str(tmp_path), home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 2
    assert "was written by a newer version of this program" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_a_faulty_timeback_config_is_refused_by_the_window_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "timeback.config.json").write_text('{"courses": [{"grade": 99}]}', "utf-8")
    config = str(tmp_path / "timeback.config.json")
    ended = kiosk("--data-dir", str(tmp_path), "--config", config, home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"kiosk: {config}: ")
    assert ended.stderr.count("\n") == 1


def test_the_window_needs_nothing_of_the_network_or_the_commands_before_its_first_picture(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from kiosk.front import Front\n"
        "from kiosk.settings import Settings\n"
        "front = Front(Settings(credentials='file'), Path(sys.argv[1]))\n"
        "def tell():\n"
        "    names = 'httpx keyring asyncio ssl hashlib markdown_it rich fastapi pydantic platformdirs'.split()\n"
        "    names += 'kiosk.app kiosk.desktop.session kiosk.lessons.model kiosk.sync.courier'.split()\n"
        "    print([name for name in names if name in sys.modules])\n"
        "    front.application.exit(0)\n"
        "    return front.store\n"
        "front.run(tell)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE_S)
    assert (ended.stdout, ended.stderr) == ("[]\n", "")
