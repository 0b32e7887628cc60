"""Worker threads that quitting does not wait for: a name that does not resolve can take half a minute."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor


class DaemonThreads(ThreadPoolExecutor):
    """An executor for an event loop: a daemon thread for each call. The loop insists on the base class."""

    def submit[**P, T](self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        future: Future[T] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:  # noqa: BLE001 - it belongs to whoever waits
                future.set_exception(error)
            else:
                future.set_result(result)

        threading.Thread(target=work, name="worker", daemon=True).start()
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 - the base's signature
        """Nothing to wait for: whatever still runs dies with the process."""
        super().shutdown(wait=False, cancel_futures=cancel_futures)
