"""What readers keep in memory of one generation of a library: vectors, standings, columns, papers and words."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

from index.councils import Councils
from index.held import Rows, build_vectors, read_columns, read_confirmations, read_papers
from index.limits import Columns
from index.spellings import spellings
from index.standing import Standings
from index.store import generation
from index.types import PaperEntry
from index.vectors import Vectors


class Derived:
    """What readers keep in memory of one generation, shared by all views of it."""

    def __init__(self, connection: sqlite3.Connection, folder: Path, dimension: int) -> None:
        self.generation = generation(connection)

        def rows(statement: str) -> list[tuple[Any, ...]]:
            return connection.execute(statement).fetchall()

        self.vectors = Vectors.load(folder, self.generation) or build_vectors(rows, dimension, self.generation)
        self.councils = Councils.read(rows)
        self.standings = Standings.of(read_confirmations(rows))
        self._columns: Columns | None = None
        self._papers: dict[str, PaperEntry] | None = None
        self._spellings: Mapping[str, int] | None = None
        self._lock = Lock()

    def columns(self, rows: Rows) -> Columns:
        """Return what filters ask, read through a view of this generation when it is first wanted."""
        with self._lock:
            if self._columns is None:
                self._columns = read_columns(rows)
            return self._columns

    def papers(self, rows: Rows) -> dict[str, PaperEntry]:
        """Return the papers held by SHA-256, read through a view of this generation when they are first wanted."""
        with self._lock:
            if self._papers is None:
                self._papers = {paper.sha256: paper for paper in read_papers(rows)}
            return self._papers

    def spellings(self, rows: Rows) -> Mapping[str, int]:
        """Return the words as printed, read through a view of this generation when a slip is first met."""
        with self._lock:
            if self._spellings is None:
                self._spellings = spellings(text for (text,) in rows("SELECT text FROM passages"))
            return self._spellings
