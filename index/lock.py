"""One writer at a time: the others wait, or say who it is."""

import os
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import LibraryBusyError

LOCK = "writer.lock"
HOLDER = "writer.txt"  # who holds the lock; apart from it, since taking a lock empties its file


@contextmanager
def only_writer(folder: Path, wait: float) -> Iterator[None]:
    """Keep other writers out; one that outstays ``wait`` seconds raises ``LibraryBusyError``, which names it."""
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        said = f"{folder} is being written by {_holder(folder)}: run this again when it has finished"
        raise LibraryBusyError(said) from error
    try:
        command = shlex.join([Path(sys.argv[0]).name, *sys.argv[1:]])
        (folder / HOLDER).write_text(f"process {os.getpid()} ({command})\n", encoding="utf-8")
        yield
    finally:
        (folder / HOLDER).unlink(missing_ok=True)
        lock.release()


def _holder(folder: Path) -> str:
    """Return who holds the lock, which may be about to write its name or to take it away."""
    try:
        return (folder / HOLDER).read_text(encoding="utf-8").strip() or "another process"
    except FileNotFoundError:
        return "another process"
