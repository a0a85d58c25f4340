"""Finds the paper that a person means by a file name or the beginning of a SHA-256."""

from corpus.errors import MinutebookError
from index.library import Library
from index.types import PaperEntry

SHORTEST = 8  # characters of a SHA-256 that are enough to mean one


class PaperNotFoundError(MinutebookError):
    """No paper held, or more than one, answers to a name."""


def choose_paper(library: Library, named: str) -> PaperEntry:
    """Return the one paper held that has this file name, or whose SHA-256 begins so."""
    found = [
        paper
        for paper in library.papers()
        if named in paper.names or (len(named) >= SHORTEST and paper.sha256.startswith(named.lower()))
    ]
    if not found:
        raise PaperNotFoundError(
            f"No file and no paper held is called {named}: `minutebook papers` lists the papers held."
        )
    if len(found) > 1:
        hashes = ", ".join(paper.sha256[:12] for paper in found)
        raise PaperNotFoundError(f"{len(found)} papers held are called {named}: name one by its SHA-256, {hashes}.")
    return found[0]
