"""The programs that are measured, and those that they are measured against."""

import sys
from types import ModuleType

# httpcore brings trio along where there is one, and only the tests' browser driver installs it.
_modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]  # None: must not be imported
_modules.setdefault("trio", None)
