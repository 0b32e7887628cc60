"""Where the shipped files are: beside the package in a checkout, inside it in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def path(*parts: str) -> Path:
    """Path of a shipped file or folder, such as `path("lessons")`. It is there in a checkout and in a wheel."""
    inside = _PACKAGE / "_resources"
    base = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return base.joinpath(*parts)


def sample_config() -> Path:
    """The shipped timeback.config.json: the checkout's own, or the wheel's copy of it."""
    inside = path("timeback.config.json")
    return inside if inside.is_file() else _PACKAGE.parent / "timeback.config.json"
