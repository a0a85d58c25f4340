"""Papers read in another process: encoding goes on meanwhile, and a file that ends its reader ends nothing else."""

import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path

from corpus.errors import PaperError
from corpus.forms import PDF
from corpus.ocr import Ocr
from corpus.reading import read_source
from corpus.record import read_record
from corpus.source import open_source
from corpus.types import Paper, Record

log = logging.getLogger(__name__)

AHEAD = 4  # papers read before they are wanted: the longest of them wait in memory


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper and the record understood from it."""

    paper: Paper
    record: Record
    form: str = PDF  # of the file, as ``corpus.forms`` names forms
    copy: bytes = b""  # the reading copy of a file that is no PDF


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a paper could not be read, in one line."""

    reason: str


Read = Callable[[Path], Reading]
"""What reads a file; a ``PaperError`` says why it cannot. It must be something that can be sent to another process."""


def read_whole(path: Path, ocr: Ocr | None = None) -> Reading:
    """Read a paper, its pictures of pages too where there is something to recognise characters with, and its record."""
    source = open_source(path)
    paper = read_source(source, path.resolve().parent.name or None, ocr=ocr)
    return Reading(paper, read_record(paper), source.form, source.pdf if source.is_copy else b"")


def readings(paths: Sequence[Path], read: Read, *, apart: bool = True) -> Generator[Reading | Unread]:
    """Yield what is read of each path, in order; apart, one process reads a few papers ahead."""
    if not apart:
        yield from (attempt(path, read) for path in paths)
        return
    remaining = deque(paths)
    while remaining:
        with ProcessPoolExecutor(1, get_context("spawn"), initializer=_begin, initargs=(_logs_shown(),)) as pool:
            running: deque[Future[Reading | Unread]] = deque()
            waiting = iter(list(remaining))
            try:
                running.extend(pool.submit(attempt, path, read) for path in islice(waiting, AHEAD))
                while running:
                    result = running.popleft().result()
                    running.extend(pool.submit(attempt, path, read) for path in islice(waiting, 1))
                    remaining.popleft()
                    yield result
            except BrokenProcessPool:
                # One process reads in order, so the first that gave no result is the one that ended it.
                path = remaining.popleft()
                log.warning("reading %s ended the process that read it", path)
                yield Unread(f"{path.name}: reading it ended the reader, so the file may be damaged: try another copy")
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def attempt(path: Path, read: Read) -> Reading | Unread:
    """Read a paper, or return why it cannot be read; no paper may stop the others."""
    try:
        reading = read(path)
        "".join(page.text for page in reading.paper.pages).encode()
    except PaperError as error:
        return Unread(str(error))
    except Exception as error:  # a slip of ours over one paper must not cost the rest; it is reported
        log.exception("%s could not be read", path)
        return Unread(f"{path.name}: could not be understood ({type(error).__name__}: {error}): please report it")
    return reading


def _logs_shown() -> bool:
    """Say whether whoever started this process wants to see what is logged."""
    return any(not isinstance(one, logging.NullHandler) for one in logging.getLogger().handlers)


def _begin(logs_shown: bool) -> None:
    """Set up the process that reads: it logs only where its parent does, and ends with it."""
    if logs_shown:
        logging.basicConfig(level=logging.INFO)
    else:
        logging.getLogger().addHandler(logging.NullHandler())  # or Python would print tracebacks by itself
    _end_with_parent()


def _end_with_parent() -> None:
    """End this process when the one that started it ends, however it ends."""
    parent = parent_process()

    def watch() -> None:
        if parent is not None:
            wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
