"""Withdrawing a paper: it goes from text, words, vectors, copies and answers at once, and stays out."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.errors import LibraryError
from index.ingest import WAIT
from index.library import Library, open_library
from index.types import PaperEntry
from index.writing import open_writer, unfinished

HASH = re.compile(r"[0-9a-f]{8,64}")  # the first eight digits of a SHA-256 tell any library's papers apart


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A paper that was withdrawn; until ``complete``, the log may still hold words of it for open readers."""

    paper: PaperEntry
    complete: bool


def withdraw(folder: Path, paper: str, reason: str, on: date, *, wait: float = WAIT) -> Withdrawal:
    """Take a paper, named by file name, path or SHA-256, out of the library; ``LibraryError`` where it is not held.

    A note of its name, the reason and the day keeps it out of later ingestions. Answers no longer draw on it from the
    moment that this returns. Where a reader still has an earlier view open, the rest is done when the library is next
    written to or checked with ``--repair``.
    """
    with open_writer(folder, wait) as writer:
        with open_library(folder) as library:
            entry = find_paper(library, paper)
        writer.withdraw(entry.sha256, reason, on.isoformat())
    with open_library(folder) as library:
        return Withdrawal(entry, not unfinished(library.rows))


def find_paper(library: Library, wanted: str) -> PaperEntry:
    """Return the one paper of this file name, path or beginning of a SHA-256; ``LibraryError`` where it is not one."""
    path = str(Path(wanted).absolute())
    found = [
        paper
        for paper in library.papers()
        if wanted in paper.names
        or path == paper.path
        or (HASH.fullmatch(wanted.lower()) and paper.sha256.startswith(wanted.lower()))
    ]
    if not found:
        raise LibraryError(f"{wanted} is not held: `minutebook papers` lists what is")
    if len(found) > 1:
        hashes = ", ".join(paper.sha256[:12] for paper in found)
        raise LibraryError(f"{len(found)} papers are called {wanted}: name one by its hash, of {hashes}")
    return found[0]
