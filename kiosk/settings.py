"""The device's own settings: what this machine is, not what is taught on it.

Each is declared once, as a field of `Settings`. The value comes from the command line, else from the
environment (`KIOSK_TEXT_SCALE`), else from `settings.toml` in the data directory, else it is the default.
Every start reads them before it shows anything, so what is rarely needed here is imported where it is.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args

from kiosk import resources
from kiosk.errors import SettingsError
from kiosk.protocol.environment import Environment
from kiosk.setting_kinds import Kind, choice, factor, flag, key, path, text, url, whole

FILE_NAME = "settings.toml"

Theme = Literal["system", "light", "dark"]
Contrast = Literal["system", "normal", "high"]
Typeface = Literal["atkinson", "andika"]
XpPolicy = Literal["focused", "expected"]
Mode = Literal["window", "full-screen", "kiosk"]
Language = Literal["system", "en", "es", "ar", "qps"]
KeyPadWish = Literal["auto", "always", "never"]
LANGUAGES = tuple(each for each in get_args(Language) if each != "system")
"""What the program can speak."""
CredentialStore = Literal["keyring", "file"]


class Setting(NamedTuple):
    """One row of the table of settings. `absent` tells what an empty default means."""

    name: str
    kind: Kind
    unit: str
    default: Any
    absent: str
    sentence: str

    @property
    def default_text(self) -> str:
        """The default as a person reads it."""
        return self.absent or _literal(self.default)

    @property
    def variable(self) -> str:
        return f"KIOSK_{self.name.upper()}"

    @property
    def option(self) -> str:
        return f"--{self.name.replace('_', '-')}"


def _literal(value: Any) -> str:
    """The value as TOML spells it; JSON's spelling is TOML's for these types."""
    import json  # noqa: PLC0415

    return json.dumps(str(value) if isinstance(value, Path) else value, ensure_ascii=False)


class _About(NamedTuple):
    """What a field of `Settings` says about itself. `absent` tells what the empty default means."""

    kind: Kind
    sentence: str
    unit: str = ""
    absent: str = ""


class Settings(NamedTuple):
    """What this device is: every setting with its kind, unit, sentence and default."""

    server: Annotated[
        str | None,
        _About(
            url(),
            "Address of the Timeback SDK server, such as https://school.example/api/timeback.",
            absent="none: work offline and keep everything",
        ),
    ] = None
    env: Annotated[
        Environment,
        _About(choice(*get_args(Environment.__value__)), "Timeback environment; local counts as staging."),
    ] = "staging"
    class_name: Annotated[
        str, _About(text(), "Title in the bar, usually the class.", absent="none: the program's name")
    ] = ""
    mode: Annotated[
        Mode,
        _About(
            choice(*get_args(Mode)),
            "kiosk covers every display, cannot be left without the teacher's PIN, and starts again after a crash.",
        ),
    ] = "window"
    language: Annotated[
        Language,
        _About(choice(*get_args(Language)), "What the program speaks; qps is English with accents, to try it out."),
    ] = "system"
    theme: Annotated[Theme, _About(choice(*get_args(Theme)), "Colours.")] = "system"
    text_scale: Annotated[int, _About(whole(100, 200), "Size of all text.", unit="percent")] = 100
    contrast: Annotated[
        Contrast, _About(choice(*get_args(Contrast)), "Colours that stand out more, and stronger edges.")
    ] = "system"
    typeface: Annotated[
        Typeface,
        _About(choice(*get_args(Typeface)), "atkinson is clear for low vision, andika for who learns to read."),
    ] = "atkinson"
    line_spacing: Annotated[
        int, _About(whole(100, 150), "Height of a lesson's lines, of what is usual.", unit="percent")
    ] = 100
    reduced_motion: Annotated[bool, _About(flag(), "Show no animations, also where the desktop would.")] = False
    key_pad: Annotated[
        KeyPadWish,
        _About(
            choice(*get_args(KeyPadWish)),
            "Letters to touch: auto brings them where a field is touched by finger and nobody has typed on a keyboard.",
        ),
    ] = "auto"
    idle_timeout_s: Annotated[
        int, _About(whole(1, 86_400), "Without input for this long, the student counts as idle.", unit="seconds")
    ] = 120
    idle_grace_s: Annotated[
        int,
        _About(
            whole(0, 86_400),
            "Time after the last input that stays active when the student turns out idle.",
            unit="seconds",
        ),
    ] = 30
    hidden_timeout_s: Annotated[
        int, _About(whole(1, 86_400), "After this long away or idle, tracking stops until the return.", unit="seconds")
    ] = 600
    absence_minutes: Annotated[
        int,
        _About(
            whole(1, 600), "After this long without anybody there, the wall of students comes back.", unit="minutes"
        ),
    ] = 15
    heartbeat_interval_s: Annotated[int, _About(whole(1, 300), "Length of a time window.", unit="seconds")] = 15
    xp_policy: Annotated[
        XpPolicy,
        _About(
            choice(*get_args(XpPolicy)),
            "At 80 % or more right: focused gives the smaller of focused minutes and expected XP, expected the latter.",
        ),
    ] = "focused"
    xp_bonus: Annotated[float, _About(factor(), "Factor on XP when every first answer is right.")] = 1.0
    xp_waste: Annotated[float, _About(factor(), "Factor on XP when time was wasted.")] = 1.0
    credentials: Annotated[
        CredentialStore,
        _About(
            choice(*get_args(CredentialStore)),
            "Where students' tokens are kept: the system's keyring, or a file only this user can read.",
        ),
    ] = "keyring"
    rescue_key: Annotated[
        str | None,
        _About(
            key(),
            "Seals work that is carried on a stick; the same on all machines of the school.",
            absent="none: no work can be carried",
        ),
    ] = None
    config: Annotated[Path | None, _About(path(), "The timeback.config.json.", absent="the shipped sample")] = None
    lessons: Annotated[
        Path | None, _About(path(), "A folder of more lessons.", absent="none: the shipped and the imported ones")
    ] = None


def describe() -> tuple[Setting, ...]:
    """Every setting, in the order in which they are explained."""
    return tuple(_describe(name, declared) for name, declared in Settings.__annotations__.items())


def _describe(name: str, declared: object) -> Setting:
    (about,) = get_args(declared)[1:]
    return Setting(name, about.kind, about.unit, Settings._field_defaults[name], about.absent, about.sentence)


_BY_NAME = {setting.name: setting for setting in describe()}


def data_dir(environ: Mapping[str, str], given: Path | None = None) -> Path:
    """Where the database, the settings and the credentials are. It may not exist yet.

    `given` (the command line) wins over KIOSK_DATA_DIR, which wins over the user's data directory.
    """
    if given is not None:
        return given
    if environ.get("KIOSK_DATA_DIR"):
        return Path(environ["KIOSK_DATA_DIR"])
    import platformdirs  # noqa: PLC0415 - 14 ms that the two cases above need not pay

    return platformdirs.user_data_path("timeback-kiosk", appauthor=False)


def own_lessons(data_dir: Path) -> Path:
    """Where imported lessons are, beside the database. It may not exist yet."""
    return data_dir / "lessons"


def lesson_folders(settings: Settings, data_dir: Path) -> tuple[Path, ...]:
    """Every folder that lessons are looked for in: the shipped ones, the imported ones, the school's own."""
    own = own_lessons(data_dir)
    folders = (resources.path("lessons"), own if own.is_dir() else None, settings.lessons)
    return tuple(dict.fromkeys(folder for folder in folders if folder is not None))


def load_settings(file: Path, environ: Mapping[str, str], overrides: Mapping[str, object]) -> Settings:
    """The settings in force. `overrides` are the command line's, by setting name; None there means "not given".

    A file that does not exist says nothing; relative paths in it start at its folder. Raises SettingsError
    with the file, variable or option, the key and what it must be.
    """
    given = _given(file, environ, overrides)
    _check_idle({name: value for name, (value, _) in given.items()})
    return Settings(**{name: value for name, (value, _) in given.items()})


def origins(file: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Where each setting that is not the default comes from: the file, or the name of the variable."""
    return {name: origin for name, (_, origin) in _given(file, environ, {}).items()}


def _given(file: Path, environ: Mapping[str, str], overrides: Mapping[str, object]) -> dict[str, tuple[Any, str]]:
    """Every value that is not the default, and where it comes from; later places win."""
    given: dict[str, tuple[Any, str]] = {}
    for name, value in _read(file).items():
        checked = _check(_find(name, str(file)), value, f"{file}: {name}")
        given[name] = (file.parent / checked if isinstance(checked, Path) else checked, str(file))
    for setting in _BY_NAME.values():
        text = environ.get(setting.variable)
        if text:
            given[setting.name] = (_from_outside(setting, text, setting.variable), setting.variable)
    for name, value in overrides.items():
        setting = _find(name, "the command line")
        if value is not None:
            given[name] = (_from_outside(setting, value, setting.option), setting.option)
    return given


def _check_idle(values: Mapping[str, Any]) -> None:
    grace, timeout = (values.get(name, _BY_NAME[name].default) for name in ("idle_grace_s", "idle_timeout_s"))
    if grace > timeout:
        raise SettingsError(
            f"idle_grace_s is {grace} and must be at most idle_timeout_s, which is {timeout}; change one of the two"
        )


def save_setting(file: Path, name: str, value: object) -> None:
    """Write one setting into the file and leave every other line as it is, comments too; None removes it.

    A relative path starts at the present folder. The file is replaced in one step. Raises SettingsError for an
    unknown name, a wrong value, or a file that cannot be edited safely; nothing has been written then.
    """
    setting = _find(name, str(file))
    before = _read(file)
    wanted = {key: old for key, old in before.items() if key != name}
    line = ""
    if value is not None:
        checked = _from_outside(setting, value, name)
        wanted[name] = str(checked.absolute()) if isinstance(checked, Path) else checked
        line = _literal(wanted[name])
    _check_idle({key: each for key, each in wanted.items() if isinstance(each, int)})
    text = _with_line(file.read_text("utf-8") if file.exists() else "", name, line)
    try:
        kept = tomllib.loads(text) == wanted
    except tomllib.TOMLDecodeError:
        kept = False
    if not kept:
        raise SettingsError(f"{file}: {name} cannot be changed without losing other lines; edit the file by hand")
    new = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, "utf-8")
        new.replace(file)
    except OSError as error:
        raise SettingsError(f"{file}: cannot be written: {error.strerror}") from error


def save_settings(file: Path, values: Mapping[str, object]) -> None:
    """Write several settings, each as `save_setting` does; those before the first that is refused stay written."""
    for name, value in values.items():
        save_setting(file, name, value)


def _with_line(text: str, name: str, literal: str) -> str:
    """The text with `name = literal` in place of its line or at the end; without the line for no literal."""
    value = r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#"'\s]+"""
    line = re.compile(
        rf"""^(?P<key>[ \t]*["']?{name}["']?[ \t]*=[ \t]*)(?:{value})(?P<rest>[^\n]*)(?:\n|\Z)""", re.MULTILINE
    )
    if line.search(text):
        return line.sub(lambda old: f"{old['key']}{literal}{old['rest']}\n" if literal else "", text, count=1)
    if not literal:
        return text
    return f"{text}{'' if not text or text.endswith('\n') else '\n'}{name} = {literal}\n"


def _read(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise SettingsError(f"{file}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file}: is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: is not TOML: {error}") from error


def _find(name: str, where: str) -> Setting:
    if name in _BY_NAME:
        return _BY_NAME[name]
    import difflib  # noqa: PLC0415

    begun = [known for known in _BY_NAME if known.startswith(name)]
    near = begun or difflib.get_close_matches(name, _BY_NAME, n=1, cutoff=0.0)
    raise SettingsError(f'{where}: there is no setting "{name}"; the nearest is "{near[0]}"')


def _from_outside(setting: Setting, value: object, where: str) -> Any:
    """Check a value that may still be a text, from the command line or the environment."""
    if not isinstance(value, str):
        return _check(setting, value, where)
    try:
        typed = setting.kind.parse(value)
    except ValueError as error:
        raise _wrong(setting, value, where) from error
    return _check(setting, typed, where)


def _check(setting: Setting, value: object, where: str) -> Any:
    try:
        return setting.kind.check(value)
    except ValueError as error:
        raise _wrong(setting, value, where) from error


def _wrong(setting: Setting, value: object, where: str) -> SettingsError:
    unit = f" ({setting.unit})" if setting.unit else ""
    hidden = "@" in str(value)  # a URL with a password is refused, and not shown to whoever reads the log
    return SettingsError(f"{where} must be {setting.kind.must}{unit}" + ("" if hidden else f", not {value!r}"))
