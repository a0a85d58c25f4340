"""What readers take from the database: papers, confirmations, vectors, and the columns that filters ask."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.types import Meeting
from index.corrections import read_corrections
from index.councils import Councils
from index.limits import Columns, Placed
from index.rows import day, unpack_spans
from index.types import Confirmation, PaperEntry
from index.vectors import Vectors

Rows = Callable[[str], Sequence[tuple[Any, ...]]]
"""What runs a statement on one view of the database and returns all its rows."""


def read_papers(rows: Rows) -> tuple[PaperEntry, ...]:
    """Return the papers held, in order of date, council, body, name and contents."""
    councils = Councils.read(rows)
    files: dict[str, list[tuple[str, str]]] = {}
    for sha256, name, path in rows("SELECT sha256, name, path FROM files WHERE status = 'held' ORDER BY name, path"):
        files.setdefault(sha256, []).append((name, path))
    meetings: dict[str, list[Meeting]] = {}
    for paper, council, body, held_on in rows(
        "SELECT paper, council, body, held_on FROM proceedings ORDER BY paper, ordinal"
    ):
        meetings.setdefault(paper, []).append(councils.settled(paper, Meeting(council, body, day(held_on))))
    pages = {
        paper: counts
        for paper, *counts in rows(
            "SELECT paper, count(*), sum(source = 'none' OR trim(text) = ''), sum(source = 'ocr')"
            " FROM pages GROUP BY paper"
        )
    }
    passages: dict[str, int] = dict(rows("SELECT paper, count(*) FROM passages GROUP BY paper"))
    corrections = read_corrections(rows)
    entries = []
    unknown = [("", "")]  # only in a damaged library, which must still open to be checked
    for sha256, kind, title, council, body, held_on, exempt, replaces in rows(
        "SELECT sha256, kind, title, council, body, held_on, exempt IS NOT NULL, replaces FROM papers"
    ):
        count, without_text, by_ocr = pages.get(sha256, (0, 0, 0))
        own = councils.settled(sha256, Meeting(council, body, day(held_on)))
        entries.append(
            PaperEntry(
                sha256=sha256,
                name=files.get(sha256, unknown)[0][0],
                names=tuple(sorted({name for name, _ in files.get(sha256, unknown)})),
                path=files.get(sha256, unknown)[0][1],
                kind=kind,
                title=title,
                council=own.council,
                body=own.body,
                held_on=own.held_on,
                pages=count,
                pages_without_text=without_text,
                pages_ocr=by_ocr,
                passages=passages.get(sha256, 0),
                exempt=bool(exempt),
                replaces=replaces,
                meetings=tuple(meetings.get(sha256, ())),
                correction=corrections.get(sha256),
            )
        )
    return tuple(sorted(entries, key=_place))


def _place(paper: PaperEntry) -> tuple[str, str, str, str, str]:
    undated_last = paper.held_on.isoformat() if paper.held_on else "9999"
    return undated_last, paper.council or "", paper.body or "", paper.name, paper.sha256


def read_confirmations(rows: Rows) -> list[Confirmation]:
    """Return what the minutes held say of earlier minutes."""
    councils = Councils.read(rows)
    return [
        Confirmation(
            councils.settled(paper, Meeting(council, body, day(of))),
            councils.settled(paper, Meeting(council, body, day(by))),
            paper,
            unpack_spans(paper, corrects),
        )
        for paper, council, body, by, of, corrects in rows(
            "SELECT paper, council, body, proceedings.held_on, confirmations.held_on, corrects"
            " FROM confirmations JOIN proceedings USING (paper, ordinal)"
        )
    ]


def read_columns(rows: Rows) -> Columns:
    """Return the columns that filters ask."""
    councils = Councils.read(rows)
    placed = []
    for row in rows(
        "SELECT id, key, kind, council, body, held_on, paper, position, minute, paragraph"
        " FROM passages INDEXED BY passages_by_limits ORDER BY id"
    ):
        one = Placed(*row)
        meeting = councils.settled(one.paper, Meeting(one.council, one.body, None))
        placed.append(replace(one, council=meeting.council, body=meeting.body))
    return Columns.of(placed)


def build_vectors(rows: Rows, dimension: int, generation: int) -> Vectors:
    """Make the index of vectors from the database alone."""
    ids: list[str] = []
    packed = bytearray()
    none = bytes(4 * dimension)  # for one of another length: a damaged library must still open to be checked
    for key, vector in rows("SELECT id, vector FROM passages JOIN vectors USING (content) ORDER BY id"):
        ids.append(key)
        packed += vector if len(vector) == len(none) else none
    matrix: NDArray[np.float32] = np.frombuffer(packed, dtype="<f4").reshape(len(ids), dimension)
    return Vectors.of(ids, matrix, generation)
