"""A hash of all that a library holds, by which two libraries can be told to be the same."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from hashlib import sha256
from typing import Any

from index.held import Rows
from index.rows import PAGE_COLUMNS, PASSAGE_COLUMNS
from index.types import Coverage, PaperEntry

PARTS = (
    f"SELECT {', '.join(PAGE_COLUMNS)} FROM pages ORDER BY paper, number",  # noqa: S608  # names of our own columns
    f"SELECT {', '.join(PASSAGE_COLUMNS)} FROM passages ORDER BY id",  # noqa: S608  # as above
    "SELECT content, vector, tokens FROM vectors ORDER BY content",
    "SELECT sha256, exempt, record FROM papers ORDER BY sha256",
    "SELECT * FROM proceedings ORDER BY paper, ordinal",
    "SELECT * FROM confirmations ORDER BY paper, ordinal, held_on",
    "SELECT * FROM acronyms ORDER BY paper, page, start, short",
    "SELECT * FROM decision_references ORDER BY paper, reference",
    "SELECT id, w.text, w.context, variants FROM words AS w JOIN passages ON key = w.rowid ORDER BY id",
    "SELECT name, sha256, status, reason FROM files ORDER BY name, sha256",
    "SELECT sha256, name, reason FROM withdrawn ORDER BY sha256",
)
"""All that is held, in an order that owes nothing to the order of ingestion; paths and row numbers are left out."""


def digest_of(rows: Rows, papers: Sequence[PaperEntry], coverage: Coverage) -> str:
    """Return the hash of the rows of a view, and of what is worked out from them."""
    hashed = sha256()
    for statement in PARTS:
        _add(hashed, (row for row in rows(statement)))
    _add(hashed, ((*astuple(paper)[:3], *astuple(paper)[4:]) for paper in papers))
    _add(hashed, (astuple(coverage),))
    return hashed.hexdigest()


def _add(hashed: Any, rows: Iterable[tuple[Any, ...]]) -> None:
    for row in rows:
        hashed.update(repr(row).encode("utf-8", "surrogatepass"))
    hashed.update(b"\0")
