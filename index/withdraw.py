"""Withdrawing a paper: it goes from text, words, vectors, copies and answers at once, and stays out till readmitted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from index.errors import LibraryError, NotHeldError
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
            kept = library.rows("SELECT path FROM files WHERE sha256 = ?", [entry.sha256])
        writer.withdraw(entry.sha256, reason, on.isoformat())
        for (path,) in kept:
            if folder.resolve() in Path(path).parents:  # uploaded: the library's own, and no one else has to delete it
                Path(path).unlink(missing_ok=True)
    with open_library(folder) as library:
        return Withdrawal(entry, not unfinished(library.rows))


def readmit(folder: Path, paper: str, *, wait: float = WAIT) -> Path:
    """Let a withdrawn paper, named as in ``withdraw``, be ingested again, and return where its file stood.

    Nothing of it is held before that. ``LibraryError`` where no such paper was withdrawn.
    """
    with open_writer(folder, wait) as writer:
        with open_library(folder) as library:
            rows = library.rows("SELECT sha256, name, path FROM withdrawn ORDER BY name, sha256")
        found = [(sha256, path) for sha256, *named, path in rows if _means(paper, sha256, named, path)]
        if not found:
            raise LibraryError(f"{paper} was not withdrawn: `minutebook papers` lists what was")
        if len(found) > 1:
            hashes = ", ".join(sha256[:12] for sha256, _ in found)
            raise LibraryError(f"{len(found)} papers called {paper} were withdrawn: name one by its hash, of {hashes}")
        ((sha256, path),) = found
        writer.readmit(sha256)
    return Path(path)


def find_paper(library: Library, wanted: str) -> PaperEntry:
    """Return the one paper of this file name, path or beginning of a SHA-256; ``LibraryError`` where it is not one."""
    found = [paper for paper in library.papers() if _means(wanted, paper.sha256, paper.names, paper.path)]
    if not found:
        raise _why_not(library, wanted)
    if len(found) > 1:
        hashes = ", ".join(paper.sha256[:12] for paper in found)
        raise LibraryError(f"{len(found)} papers are called {wanted}: name one by its hash, of {hashes}")
    return found[0]


def _why_not(library: Library, wanted: str) -> LibraryError:
    """Return why a paper is not held: it may have been withdrawn."""
    for sha256, name, path, reason in library.rows("SELECT sha256, name, path, reason FROM withdrawn ORDER BY name"):
        if _means(wanted, sha256, (name,), path):
            return LibraryError(
                f"{name} was withdrawn already: {reason} (`minutebook withdraw --undo` lets it in again)"
            )
    return NotHeldError(wanted)


def _means(wanted: str, sha256: str, names: Sequence[str], path: str) -> bool:
    begins = HASH.fullmatch(wanted.lower()) and sha256.startswith(wanted.lower())
    return bool(begins) or wanted in names or str(Path(wanted).absolute()) == path
