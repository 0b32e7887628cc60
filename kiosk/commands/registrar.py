"""What the commands about devices, classes and students do, over the server's database."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

import segno
from rich.console import Console
from rich.table import Table

from kiosk.clock import SystemClock, epoch_ms, from_epoch_ms
from kiosk.errors import UsageError
from kiosk.server import classes, devices, enrolling, students
from kiosk.server.database import Database
from kiosk.server.oneroster import read_export
from kiosk.server.roster_files import read_files
from kiosk.server.roster_import import bring_in


class Registrar:
    """One command's view of the school. `address` is where kiosks reach the server."""

    def __init__(self, database: Database, address: str) -> None:
        self._database = database
        self._address = address

    def new_code(self, class_names: list[str], minutes: int) -> None:
        with self._database.write() as db:
            code = enrolling.new_code(db, class_names, minutes, _now_ms())
        until = from_epoch_ms(code.expires_ms).astimezone()
        print(f"One kiosk can join for {', '.join(code.classes)} until {until:%H:%M}:\n")
        print(f"    Code     {code.text}\n    Address  {self._address}\n")
        print("In the kiosk's window choose “Join your school”, or type on that computer:\n")
        print(f"    kiosk enroll {code.text} --server {self._address}\n")
        if sys.stdout.isatty():
            print("A scanner that types what it reads fills in both fields from this:\n")
            segno.make(enrolling.scanned(code, self._address), micro=False).terminal(compact=True)

    def list_devices(self, *, as_json: bool) -> None:
        with self._database.read() as db:
            found = devices.every_device(db)
        if as_json:
            print(json.dumps([asdict(device) for device in found]))
            return
        table = Table("No.", "Device", "Classes", "Last seen", "")
        for device in found:
            seen = from_epoch_ms(device.last_seen_ms).astimezone()
            state = "" if device.revoked_ms is None else "revoked"
            table.add_row(str(device.id), device.name, ", ".join(device.classes), f"{seen:%Y-%m-%d %H:%M}", state)
        _console().print(table if found else "No kiosk has joined yet; `kiosk server new-code` lets one.")

    def rename_device(self, device: int, name: str) -> None:
        with self._database.write() as db:
            devices.rename(db, device, name)
        print(f"Device {device} is called {name.strip()}.")

    def revoke_device(self, device: int) -> None:
        with self._database.write() as db:
            devices.revoke(db, device, _now_ms())
            name = devices.find(db, device).name
        print(f"{name} is shut out. Its students can go on; their work stays on it until it joins again.")

    def list_classes(self, *, as_json: bool) -> None:
        with self._database.read() as db:
            found = classes.every_class(db)
        if as_json:
            print(json.dumps([asdict(each) for each in found]))
            return
        table = Table("Class", "Students")
        for each in found:
            table.add_row(each.name, str(each.students))
        _console().print(table if found else "No classes yet; `kiosk server add-class` adds one.")

    def add_class(self, name: str) -> None:
        with self._database.write() as db:
            classes.find_or_add_class(db, name)
        print(f"There is a class {name.strip()}.")

    def move_student(self, email: str, to: str, out_of: str | None) -> None:
        with self._database.write() as db:
            student = students.find(db, email)
            students.move(db, student.id, to, out_of, _now_ms())
        print(f"{student.name} is in class {to.strip()}.")

    def set_secret(self, email: str, secret: str | None) -> None:
        with self._database.write() as db:
            student = students.find(db, email)
            students.set_secret(db, student.id, secret)
        print(f"{student.name}'s secret is set." if secret else f"{student.name} has no secret now.")

    def remove_student(self, email: str) -> None:
        with self._database.write() as db:
            student = students.find(db, email)
            students.remove(db, student.id, _now_ms())
        print(f"{student.name} is in no class any more. Time and results stay.")

    def import_roster(self, source: Path, *, dry_run: bool, delta: bool, skip_bad: bool) -> None:
        export = read_export(read_files(source), delta=delta)
        report = bring_in(self._database, export, _now_ms(), dry_run=dry_run, skip_bad=skip_bad)
        for fault in report.faults:
            print(fault, file=sys.stderr)
        if report.faults and not skip_bad:
            count = f"{len(report.faults)} row{'' if len(report.faults) == 1 else 's'}"
            raise UsageError(
                f"{count} cannot be used, so nothing was changed; mend the export, or leave them out with --skip-bad."
            )
        for what in ("added", "changed", "moved", "removed"):
            for sentence in getattr(report, what):
                print(f"{what + ':':<9}{sentence}")
        if report.changes_nothing:
            print("Everything is here already; nothing changes.")
        elif dry_run:
            print("Nothing was changed; without --dry-run it is.")


def _console() -> Console:
    return Console(markup=False, emoji=False, highlight=False)  # names are shown as they are


def _now_ms() -> int:
    return epoch_ms(SystemClock().utc_now())
