"""Write docs/proof.md from what the runs found: `uv run python -m tests.torture.proof FOLDER > docs/proof.md`.

Nothing here knows a figure. What no run in the folder found is told as not tried.
"""

import argparse
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.torture.findings import Finding, kept
from tests.torture.wire import Fault

PYTEST = "uv run pytest -s tests/torture"
KILLS = "uv run python -m tests.torture.kills"


@dataclass(frozen=True, slots=True)
class Claim:
    """What is claimed, how it is tried, and the command that tries it as long as this page tells of.

    `findings` are the names under which runs keep what they found.
    """

    sentence: str
    how: str
    command: str
    findings: tuple[str, ...]


CLAIMS = (
    Claim(
        "A killed program loses at most 1.5 s of time, and never a run, an answer or a completion; nothing is received"
        " twice.",
        "kill -9 of the real window (a child clicks and types, off screen), of a program that uses the public API, and"
        " of one that goes on with the same run each time; some just when the cloud has received something. After each"
        " kill the data file is compared with what the program had said; in the end all is delivered and compared with"
        " what the cloud received.",
        f"{KILLS} --window 130 --api 150; {PYTEST}/test_kill_api.py",
        ("kill-window", "kill-api", "kill-one-run", "kill-restart"),
    ),
    Claim(
        "A killed school server loses nothing that it had accepted and counts nothing twice.",
        "kill -9 of `kiosk server`, one process on SQLite, and of two on PostgreSQL or one of the two, in turn at any"
        " moment, within 30 ms after a kiosk began to send, and just when Timeback received something, while three"
        " kiosks deliver. In the end the kiosks' files, the ledger and what the stand-in for Timeback received have the"
        " same windows and completions. A killed server's claims end after 150 s; the torture ends them at once instead"
        " of waiting.",
        f"{KILLS} --server 200 --workers 20",
        ("kill-server", "kill-workers"),
    ),
    Claim(
        "A power cut loses at most 5 s of time, and never a run, an answer or a completion.",
        "strace records every write of a program at work. The disk is rebuilt as it would be found at a random moment:"
        " what was synced is there; of the rest each write is there, is not, or is torn in sectors.",
        f"{PYTEST}/test_power_cut.py",
        ("power-cut",),
    ),
    Claim(
        "On a disk that is full, fails, is read-only or does not sync, work goes on, the light is red for as long, and"
        " every second is there in the end.",
        "strace lets random writes or syncs of a program at work fail as the system would (ENOSPC, EIO, EROFS), for a"
        " while or for good. What is refused is asked for again. Where the disk stays bad, all that was promised is"
        " there. The real window is tried with a limit of the system on its files.",
        f"{PYTEST}/test_disk.py --long",
        ("disk-full", "disk-failing", "disk-read-only", "disk-not-syncing", "window-limit"),
    ),
    Claim(
        "A disk that takes 500 ms for each sync holds nobody up.",
        "strace delays each fsync of the real window's program by 500 ms; a timer of 5 ms on the window's thread tells"
        " how long it answers nothing.",
        f"{PYTEST}/test_disk.py --long",
        ("window-slow",),
    ),
    Claim(
        "An ordinary user whose rights to the folder are taken away while they work loses nothing.",
        "A process of the user `nobody`; folder and files are closed to it at a random second and opened again.",
        f"{PYTEST}/test_disk.py --long",
        ("disk-rights",),
    ),
    Claim(
        "A data file that is moved or exchanged under a running program is noticed at once: red, and nothing counts as"
        " saved.",
        "The file is moved away from under the real window and back; and exchanged for an older copy, with the program"
        " killed after that.",
        f"{PYTEST}/test_disk.py {PYTEST.rpartition(' ')[2]}/test_damage.py --long",
        ("window-moved", "file-exchanged"),
    ),
    Claim(
        "A damaged file opens; what could not be read is told and the damaged file is kept.",
        "Pages at random places become zeros or ones, after a clean close, and after a kill also half of a page; the"
        " log of a killed program is cut at random lengths.",
        f"{PYTEST}/test_damage.py --long",
        ("file-damaged", "log-cut"),
    ),
    Claim(
        "Whatever the network does, windows in are windows out.",
        "A TCP proxy between the real client and a real SDK server does one of"
        f" {len(Fault) - 1} faults at each delivery; and random sequences of all of them but two that hold a lane for"
        " longer than the server remembers. What may have arrived more than four minutes ago is kept as unsure.",
        f"{PYTEST}/test_network.py",
        (
            *(f"network-{fault.name.lower()}" for fault in Fault if fault is not Fault.NONE),
            *(f"network-sequence-{number}" for number in range(4)),
        ),
    ),
    Claim(
        "Whatever the wall clock does, no window overlaps another, nothing asleep counts, times are mended after the"
        " first contact, and day totals are right.",
        "Lives of twelve days in New York over the end of summer time: the clock is set by minutes, hours, days and"
        " years, both ways, and to 1970, the machine sleeps; half of the days without a server. The same with a machine"
        " that is switched off after each sitting and starts with any clock (its boot id is another file's). Compared"
        " with a book of when was truly studied. And a real process is stopped (SIGSTOP).",
        f"{PYTEST}/test_time.py --long",
        ("time-clock", "time-restart", "time-stopped"),
    ),
    Claim(
        "Focused time is what an independent model says: to the millisecond under a clock moved by hand, to 150 ms a"
        " change and 50 ms an hour in a real X session.",
        "Random sequences of focus, blur, input, pause, lock, idleness, films, page turns, sleep, clock changes,"
        " sign-in and sign-out through the whole program; and the real window in Xvfb with openbox, where a hand"
        " switches programs, minimises and changes desktops.",
        f"{PYTEST}/test_people.py --long --minutes 60",
        ("people-model", "people-session"),
    ),
    Claim(
        "Two machines may be at one run, and two servers over one ledger: each window is counted once.",
        "Sittings at random on either machine, delivered through either server. Beside it: a data file of every"
        " older format opens with all it had; the oldest program of this project's history delivers to today's"
        " server, and refuses a newer file in one sentence.",
        f"{PYTEST}/test_two.py --long",
        ("two-machines",),
    ),
)

_HEAD = """\
# Proof

This page is what `uv run python -m tests.torture.proof FOLDER` wrote from what the runs themselves had kept in that
folder (`--results FOLDER`), word for word. A run that finds a loss fails and keeps nothing. Chance is drawn anew at
each run; `--seed` repeats one. Without `--long` the same commands try fewer moments, which is what `.ci/run` does.
"""

_NOT_PROVED = """\
## Not proved

- A disk that says it has synced and has not: the power cuts believe what a sync promises.
- Bytes that change on the disk while the page keeps its form: SQLite has no checksums.
- Half a page of zeros in a file that was closed well: SQLite reads such rows as rows of nothing, and only after a crash
  is the whole file looked through.
- Where the work of a boot truly lay whose clock was wrong and which met no server: nobody can know. It is counted once,
  and lies where that clock said.
- A plain SDK server that is restarted forgets which windows it has; what may have arrived is then kept as unsure rather
  than sent again (four minutes, `docs/architecture.md`).
- Windows and macOS: the commands of this page ran on Linux.
- Wayland sessions, and screens with a person before them.
"""


def page(findings: Mapping[str, Finding]) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_section(claim, findings) for claim in CLAIMS), _NOT_PROVED]).rstrip() + "\n"


def _section(claim: Claim, findings: Mapping[str, Finding]) -> str:
    found = [findings[name] for name in claim.findings if name in findings]
    table = "| tried | moments | found | took | on |\n| --- | --- | --- | --- | --- |\n" + "".join(map(_row, found))
    missing = [name for name in claim.findings if name not in findings]
    not_tried = f"\nNot tried in this folder's runs: {', '.join(missing)}.\n" if missing else ""
    return f"## {claim.sentence}\n\n{claim.how}\n\n    {claim.command}\n\n{table if found else ''}{not_tried}"


def _row(found: Finding) -> str:
    return (
        f"| {found.name} | {found.moments} | {found.found} | {found.seconds} s |"
        f" {found.date}, {found.machine}, seed {found.seed} |\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="what `--results FOLDER` kept")
    sys.stdout.write(page(kept(parser.parse_args().folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
