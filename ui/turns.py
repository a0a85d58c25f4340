"""Turns at what keeps a processor busy: so many at once, and whoever has waited longest is next."""

from collections import deque
from threading import Lock
from types import TracebackType


class Turns:
    """A door that lets so many in at once, in the order in which they came.

    A semaphore lets in whoever asks at the right moment, so that some of twenty people wait thrice as long.

    Example: ``with turns: answer()`` with ``turns = Turns(2)``.
    """

    def __init__(self, at_once: int) -> None:
        """Let in ``at_once`` at a time."""
        self._free = at_once
        self._waiting: deque[Lock] = deque()
        self._lock = Lock()

    def __enter__(self) -> None:
        """Wait for one's turn."""
        with self._lock:
            if self._free:  # whoever leaves hands the place to the first that waits, so that none does
                self._free -= 1
                return
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        mine.acquire()  # until a place is handed over

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Hand the place to whoever has waited longest."""
        with self._lock:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._free += 1
