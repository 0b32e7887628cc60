"""What a program wrote, in order, and the disk as a power cut at any moment would leave it.

strace records every write, truncation, deletion and sync of the program's files, and what it said meanwhile. A disk
keeps what was synced; of what was not, each write is there, or not, or torn in sectors, whatever came after it.
"""

import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat"
_LINE = re.compile(r"^(?P<pid>\d+) +(?P<rest>.*)$")
_BYTES = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"^(?P<fd>-?\d+|AT_FDCWD)<(?P<path>(?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happened. `file` is named from the folder; `data` and `at` are a write's, `at` a size cut to.

    `kind` is write, truncate, delete, rename (to `data`), sync, sync names (the folder's), or say: then `data` is what
    the program told.
    """

    kind: str
    file: str
    data: bytes = b""
    at: int = 0


class NotUnderstoodError(Exception):
    """The program did something to its files that this model does not know: the proof would not hold."""


def record(command: Sequence[str], folder: Path, log: Path) -> list[Act]:
    """Run the program to its end under strace, and tell all that it did to the folder's files, and said."""
    subprocess.run(
        [*("strace", "-f", "-q", "--seccomp-bpf", "-e", f"trace={_CALLS}", "-e", "signal=none"),
         *("-y", "-xx", "-s", "4000000", "-o", str(log)), *command],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    with log.open(encoding="ascii") as lines:
        return [act for line in _whole(lines) if (act := _act(line, folder)) is not None]


def _whole(lines: Iterator[str]) -> Iterator[str]:
    """The calls, each where it ended: one that another thread interrupted stands in two parts."""
    begun: dict[str, str] = {}
    for line in lines:
        match = _LINE.match(line)
        if match is None:
            continue
        pid, rest = match["pid"], match["rest"]
        if rest.endswith("<unfinished ...>"):
            begun[pid] = rest.removesuffix("<unfinished ...>")
        elif rest.startswith("<... "):
            yield begun.pop(pid, "") + rest.partition(" resumed>")[2]
        else:
            yield rest


def _act(call: str, folder: Path) -> Act | None:
    name, _, arguments = call.partition("(")
    result = arguments.rpartition(" = ")[2]
    if result.startswith("-1"):
        return None
    fd = _FD.match(arguments)
    path = _text(fd["path"]) if fd else ""
    if name in {"rename", "renameat", "renameat2", "unlink", "unlinkat"}:
        names = [_inside(_text(part), folder) for part in _BYTES.findall(arguments)]
        if not any(names):
            return None
        if names[0].endswith("-shm"):
            return None
        return Act("delete", names[0]) if name.startswith("unlink") else Act("rename", names[0], names[1].encode())
    if name == "write" and fd is not None and fd["fd"] == "1":
        return Act("say", "", _data(arguments))
    file = _inside(path, folder)
    if path == str(folder) and name in {"fsync", "fdatasync"}:
        return Act("sync names", "")
    if not file or file.endswith("-shm") or name == "openat":
        return None  # what SQLite keeps in -shm is made anew from the rest
    if name in {"fsync", "fdatasync"}:
        return Act("sync", file)
    if name == "ftruncate":
        return Act("truncate", file, at=int(arguments.rpartition(")")[0].rpartition(", ")[2]))
    if name == "pwrite64":
        return Act("write", file, _data(arguments), int(arguments.rpartition(")")[0].rpartition(", ")[2]))
    raise NotUnderstoodError(call[:200])


def _inside(path: str, folder: Path) -> str:
    """The file's name in the folder; "" for what lies elsewhere and for the folder itself."""
    return path.removeprefix(f"{folder}/") if path.startswith(f"{folder}/") else ""


def _text(hexes: str) -> str:
    return bytes.fromhex(hexes.replace("\\x", "")).decode()


def _data(arguments: str) -> bytes:
    match = _BYTES.search(arguments)
    if match is None:
        raise NotUnderstoodError(arguments[:200])
    return bytes.fromhex(match[1].replace("\\x", ""))


@dataclass
class _File:
    """A file as it surely is, and what was done to it since it was last synced."""

    content: bytearray = field(default_factory=bytearray)
    pending: list[Act] = field(default_factory=list)

    def settle(self) -> None:
        for act in self.pending:
            _do(self.content, act)
        self.pending.clear()


def disk_after(acts: Sequence[Act], chance: random.Random, folder: Path) -> None:
    """Write the folder as a power cut after these acts could leave it. What is chosen, `chance` chooses."""
    files: dict[str, _File] = {}
    deleted: dict[str, _File] = {}  # and nobody synced the folder since, so that they may be found again
    for act in acts:
        match act.kind:
            case "say":
                pass
            case "sync names":
                deleted.clear()
            case "sync":
                files[act.file].settle()
            case "delete":
                deleted[act.file] = files.pop(act.file)
            case "rename":
                files[act.data.decode()] = files.pop(act.file)
            case _:
                files.setdefault(act.file, _File()).pending.append(act)
    for name, file in deleted.items():
        if name not in files and chance.random() < 0.5:
            files[name] = file
    folder.mkdir()
    for name, file in files.items():
        for act in file.pending:
            _maybe(file.content, act, chance)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(file.content)


def _maybe(content: bytearray, act: Act, chance: random.Random) -> None:
    """There, not there, or there in some of its sectors."""
    how = chance.choice(("there", "not there", "torn"))
    if how == "there" or (how == "torn" and act.kind != "write"):
        _do(content, act)
    elif how == "torn":
        for start in range(0, len(act.data), SECTOR):
            if chance.random() < 0.5:
                _do(content, Act("write", act.file, act.data[start : start + SECTOR], act.at + start))


def _do(content: bytearray, act: Act) -> None:
    if act.kind == "truncate":
        del content[act.at :]
        content.extend(bytes(act.at - len(content)))
    else:
        content.extend(bytes(max(0, act.at + len(act.data) - len(content))))
        content[act.at : act.at + len(act.data)] = act.data
