"""Every error the program raises on purpose, drawn by who can act on it.

KioskError
├── UsageError          the caller: a wrong argument, file or call; nothing was changed
│   ├── ConfigError     whoever wrote timeback.config.json
│   ├── SettingsError   whoever wrote the device settings
│   ├── LessonError     the lesson's author
│   ├── MetricsError    the program that ends an activity
│   └── ActivityError   the program that starts, pauses or ends one
├── SignInError         the teacher: a token is missing or was refused
├── StoreError          the machine: read-only, failing, or a newer program's file
│   ├── DiskFullError   whoever can make room; work goes on by itself then
│   ├── DamagedError    the next start: it saves what can be read
│   ├── FileMovedError  whoever moved the data file while it was open; work goes on once it is back
│   └── FolderInUseError  the program that is running already
├── DisplayError        whoever set up the machine: no display, or Qt's libraries are missing
└── DeliveryError       time itself: the server could not be reached or said no; the data is kept
"""


class KioskError(Exception):
    """Base of them all. `str()` is one sentence for a person: what, where, and what to do."""


class UsageError(KioskError): ...


class ConfigError(UsageError):
    """`where` is the JSON path, such as `courses[2].grade`."""

    def __init__(self, file: str, where: str, reason: str) -> None:
        super().__init__(f"{file}: {where}: {reason}" if where else f"{file}: {reason}")
        self.where = where
        self.reason = reason


class SettingsError(UsageError): ...


class LessonError(UsageError):
    """A fault in a lesson package, with the file and, where there is one, the line (from 1)."""

    def __init__(self, file: str, line: int | None, reason: str) -> None:
        super().__init__(f"{file}, line {line}: {reason}" if line else f"{file}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason


class MetricsError(UsageError):
    """`field` is the offending key as the wire spells it, `rule` what it must satisfy."""

    def __init__(self, field: str, rule: str) -> None:
        super().__init__(f"{field} {rule}")
        self.field = field
        self.rule = rule


class ActivityError(UsageError): ...


class SignInError(KioskError): ...


class StoreError(KioskError): ...


class DiskFullError(StoreError): ...


class DamagedError(StoreError): ...


class FileMovedError(StoreError): ...


class FolderInUseError(StoreError): ...


class DisplayError(KioskError): ...


class DeliveryError(KioskError): ...
