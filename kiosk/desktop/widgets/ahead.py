"""Making what a text shows on another thread, and remembering it."""

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from threading import Lock, Thread
from threading import enumerate as running_threads

from PySide6.QtCore import QObject, QTimer, Signal

_THREAD = "drawing"
_LOOK_MS = 15
_AT_ONCE = 4
"""So many are made for each look: while the GUI thread builds a page it does not look, and has Python to itself."""

_TOGETHER = 8
"""After so many looks what was made is told, though not all of it is: a page should move once, not at each formula."""


def finish(longest_s: float = 2.0) -> None:
    """Wait for what is being made when the program ends: Qt's objects are then taken down on every thread."""
    for thread in running_threads():
        if thread.name == _THREAD:
            thread.join(longest_s)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something that cannot be made, and why."""

    reason: str


class Ahead[K: Hashable, V](QObject):
    """Makes values by their keys, what is wanted now first. GUI thread; `make` runs on a thread of its own.

    The values used last are kept, up to `most` of weight. The thread ends when all is made, or is not looked for, and
    touches nothing of the window's, so this object may be deleted at any time. Before the program ends, `finish`.

    Signals:
        made(): more of what was wanted is known.
    """

    made = Signal()

    def __init__(self, make: Callable[[K], V], *, most: int, weigh: Callable[[V], int], parent: QObject | None) -> None:
        super().__init__(parent)
        self._bench = _Bench(make)
        self._most = most
        self._weigh = weigh
        self._known: OrderedDict[K, V] = OrderedDict()
        self._weight = 0
        self._wanted: set[K] = set()
        self._asked: set[K] = set()
        self._has_news = False
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def known(self, key: K) -> V | None:
        """The value, if it has been made."""
        if key in self._known:
            self._known.move_to_end(key)
        return self._known.get(key)

    def want(self, keys: Iterable[K]) -> None:
        """Make these before all others; `made` tells when they are known."""
        missing = [key for key in self._missing(keys) if key not in self._wanted]
        self._wanted.update(missing)
        self._ask(missing, first=True)

    def prepare(self, keys: Iterable[K]) -> None:
        """Make these once there is nothing else to do."""
        self._ask([key for key in self._missing(keys) if key not in self._asked], first=False)

    def _missing(self, keys: Iterable[K]) -> list[K]:
        return [key for key in dict.fromkeys(keys) if key not in self._known]

    def _ask(self, keys: list[K], *, first: bool) -> None:
        if keys:
            self._asked.update(keys)
            self._bench.put(keys, first=first)
            self._timer.start()

    def _look(self) -> None:
        for key, value in self._bench.take():
            self._has_news = self._has_news or key in self._wanted
            self._wanted.discard(key)
            self._asked.discard(key)
            self._remember(key, value)
        if self._asked:
            self._bench.go_on()
        else:
            self._timer.stop()
        self._looks += 1
        if self._has_news and (not self._wanted or self._looks >= _TOGETHER):
            self._has_news, self._looks = False, 0
            self.made.emit()

    def _remember(self, key: K, value: V) -> None:
        if key in self._known:
            return
        self._known[key] = value
        self._weight += self._weigh(value)
        while self._weight > self._most and len(self._known) > 1:
            _, oldest = self._known.popitem(last=False)
            self._weight -= self._weigh(oldest)


class _Bench[K, V]:
    """What the two threads share: wishes one way, made things the other."""

    def __init__(self, make: Callable[[K], V]) -> None:
        self._make = make
        self._lock = Lock()
        self._wishes: deque[K] = deque()
        self._made: deque[tuple[K, V]] = deque()
        self._is_working = False
        self._allowed = 0

    def put(self, keys: list[K], *, first: bool) -> None:
        with self._lock:
            if first:
                self._wishes = deque(dict.fromkeys([*keys, *self._wishes]))
            else:
                self._wishes.extend(keys)

    def go_on(self) -> None:
        """Make some more."""
        with self._lock:
            self._allowed = _AT_ONCE
            if self._wishes and not self._is_working:
                self._is_working = True
                Thread(target=self._work, name=_THREAD, daemon=True).start()

    def take(self) -> list[tuple[K, V]]:
        with self._lock:
            made = list(self._made)
            self._made.clear()
        return made

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wishes or not self._allowed:
                    self._is_working = False
                    return
                self._allowed -= 1
                key = self._wishes.popleft()
            try:
                value = self._make(key)
            except BaseException:  # a bug of ours, which is told as one; the other wishes are met all the same
                self._is_working = False
                raise
            with self._lock:
                self._made.append((key, value))
