import ctypes
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from jeepney import DBusAddress, HeaderFields, Message, new_method_return  # type: ignore[import-untyped]
from PySide6.QtCore import QEvent
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.desktop.battery import Charge, PowerStatus, battery_words, windows_charge
from kiosk.desktop.battery_linux import DEVICE, DEVICE_PATH, PROPERTIES, UPOWER, BusBattery
from tests.desktop.private_bus import Speaker, private_bus
from tests.waiting import wait_until


class StandInUPower(Speaker):
    """UPower with one battery, running out."""

    def __init__(self, address: str) -> None:
        self.properties: dict[str, tuple[str, object]] = {
            "IsPresent": ("b", True),
            "State": ("u", 2),
            "Percentage": ("d", 21.0),
        }
        super().__init__(address, UPOWER)

    def set_percentage(self, percent: float) -> None:
        self.properties["Percentage"] = ("d", percent)
        address = DBusAddress(DEVICE_PATH, interface=PROPERTIES)
        self.emit(address, "PropertiesChanged", "sa{sv}as", DEVICE, {"Percentage": ("d", percent)}, [])

    def answer(self, call: Message) -> None:
        if call.header.fields[HeaderFields.member] == "Get" and call.body[0] == DEVICE:
            self._connection.send(new_method_return(call, "v", (self.properties[call.body[1]],)))
        else:
            super().answer(call)


@pytest.fixture
def upower(tmp_path: Path) -> Iterator[StandInUPower]:
    with private_bus(tmp_path) as address, closing(StandInUPower(address)) as upower:
        yield upower


def test_upower_tells_the_charge_at_first_and_at_each_change(upower: StandInUPower, qtbot: QtBot) -> None:
    bus = QDBusConnection.connectToBus(upower.address, "battery-test")
    battery = BusBattery(bus)
    told: list[Charge] = []
    battery.told.connect(told.append)
    qtbot.waitUntil(lambda: told == [Charge(21.0, is_discharging=True)])
    upower.set_percentage(20.0)
    qtbot.waitUntil(lambda: told[1:] == [Charge(20.0, is_discharging=True)])
    QDBusConnection.disconnectFromBus("battery-test")


def test_whoever_asked_may_be_gone_once_it_is_answered(upower: StandInUPower, qapp: QApplication) -> None:
    """The question that is deleted then lets go of who asked it: deleting one from within the other is a crash."""
    for number in range(20):
        ask_and_go(upower, f"battery-{number}", qapp)
        qapp.processEvents()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def ask_and_go(upower: StandInUPower, name: str, qapp: QApplication) -> None:
    """Have the charge told twice; no loop ends in between, so what is to be deleted later is not yet."""
    battery = BusBattery(QDBusConnection.connectToBus(upower.address, name))
    told: list[Charge] = []
    battery.told.connect(told.append)

    def is_told(percent: float) -> bool:
        qapp.processEvents()
        return bool(told) and told[-1].percent == percent

    for percent in (20.0, 19.0):
        upower.set_percentage(percent)
        wait_until(partial(is_told, percent), "the charge")
    QDBusConnection.disconnectFromBus(name)


@pytest.mark.parametrize(
    ("percent", "discharging", "words"),
    [
        (21, True, ""),
        (20, True, "Battery low. Tell your teacher. Your work is saved."),
        (10, True, "Battery almost empty. Tell your teacher now. Your work is saved."),
        (5, False, ""),
        (None, True, ""),
    ],
)
def test_a_child_is_told_when_the_battery_runs_low(percent: int | None, discharging: bool, words: str) -> None:
    assert battery_words(Charge(percent, is_discharging=discharging), is_saved=True) == words


def test_nothing_is_promised_that_the_disk_refuses() -> None:
    assert battery_words(Charge(15, is_discharging=True), is_saved=False) == "Battery low. Tell your teacher."


@pytest.mark.parametrize(
    ("line", "percent", "charge"),
    [
        (0, 15, Charge(15, is_discharging=True)),
        (1, 15, Charge(15, is_discharging=False)),
        (1, 255, Charge(None, False)),
    ],
)
def test_windows_status_is_read(line: int, percent: int, charge: Charge) -> None:
    def read(status: object) -> int:
        found = ctypes.cast(status, ctypes.POINTER(PowerStatus)).contents  # type: ignore[arg-type]  # from byref
        found.ac_line, found.percent = line, percent
        return 1

    assert windows_charge(read) == charge
