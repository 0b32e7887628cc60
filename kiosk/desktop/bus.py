"""Asking another program over D-Bus without waiting for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher


def ask(
    bus: QDBusConnection,
    call: tuple[str, str, str, str],
    arguments: list[object],
    then: Callable[[object], None],
    parent: QObject,
) -> None:
    """Make the `call` (service, path, interface, method) and hand its first result to `then`; a refusal is no answer.

    Nothing is started to give one. GUI thread.
    """
    message = QDBusMessage.createMethodCall(*call)
    message.setArguments(arguments)
    message.setAutoStartService(False)
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), parent)

    def answered() -> None:
        reply = watcher.reply()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            then(reply.arguments()[0])
        watcher.deleteLater()

    watcher.finished.connect(answered)
