"""Asking another program over D-Bus without waiting for it."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from shiboken6 import isValid


def ask(
    bus: QDBusConnection,
    call: tuple[str, str, str, str],
    arguments: list[object],
    then: Callable[[object], None],
    parent: QObject,
) -> None:
    """Make the `call` (service, path, interface, method) and hand its first result to `then`; a refusal is no answer.

    Nothing is started to give one; nobody is told once `parent` is gone. GUI thread.
    """
    message = QDBusMessage.createMethodCall(*call)
    message.setArguments(arguments)
    message.setAutoStartService(False)
    # No child of `parent`: `then` may be all that keeps that alive, and would take it, and its children, along while
    # the watcher is being deleted.
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message))

    def answered() -> None:
        reply = watcher.reply()
        if isValid(parent) and reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            then(reply.arguments()[0])
        watcher.deleteLater()

    watcher.finished.connect(answered)
