"""`kiosk settings`: every setting with what it must be, its value and where that comes from; sets one."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.commands.options import DataDir, Json, folder_of
from kiosk.errors import SettingsError, UsageError
from kiosk.settings import FILE_NAME, Setting, describe, load_settings, origins, save_setting


@dataclass(frozen=True, slots=True)
class _Told:
    """One setting as it is told. `origin`: "default", the file, or the environment's variable."""

    name: str
    value: Any
    origin: str
    must: str
    unit: str
    default: Any
    default_text: str
    sentence: str


def show_or_change(
    context: typer.Context,
    key: Annotated[str | None, typer.Argument(help="The setting; all of them when left out.")] = None,
    value: Annotated[str | None, typer.Argument(help="Its new value; read it when left out.")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Go back to the default.")] = False,
    as_json: Json = False,
    data_dir: DataDir = None,
) -> None:
    """Show every setting, what it must be and where its value comes from; or change one.

    A kiosk that runs takes a change when it starts next.
    """
    file = folder_of(context, data_dir) / FILE_NAME
    if reset and (key is None or value is not None):
        raise UsageError("--reset takes one setting back to its default: name it, and give no value.")
    if reset or value is not None:
        assert key is not None
        save_setting(file, key, value)
    told = _told(file, key)
    if as_json:
        print(json.dumps([asdict(each) for each in told]))
    elif key is None:
        print(f"Settings of {file}\n")
        print("\n\n".join(map(_paragraph, told)))
    else:
        print(_paragraph(told[0]))
        if value is not None and told[0].origin == _find(key).variable:
            print(f"    {value} is saved, and {told[0].origin} in the environment goes before it.")


def _told(file: Path, key: str | None) -> list[_Told]:
    wanted = describe() if key is None else (_find(key),)
    in_force = load_settings(file, os.environ, {})
    origin = origins(file, os.environ)
    return [
        _Told(
            setting.name,
            _plain(getattr(in_force, setting.name)),
            origin.get(setting.name, "default"),
            setting.kind.must,
            setting.unit,
            setting.default,
            setting.default_text,
            setting.sentence,
        )
        for setting in wanted
    ]


def _find(key: str) -> Setting:
    for setting in describe():
        if setting.name == key:
            return setting
    raise SettingsError(f'there is no setting "{key}"; `kiosk settings` lists them all')


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, Path) else value


def _paragraph(told: _Told) -> str:
    value = told.default_text if told.origin == "default" else json.dumps(told.value, ensure_ascii=False)
    must = told.must + (f", {told.unit}" if told.unit else "")
    default = "" if told.origin == "default" else f" Default: {told.default_text}."
    return f"{told.name} = {value}   ({told.origin})\n    {told.sentence}\n    {must[0].upper()}{must[1:]}.{default}"
