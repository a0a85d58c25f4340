"""The library as readers see it: one consistent view of the papers, their record, words and vectors."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.types import Acronym, Meeting, Page, Record, Span, Standing
from index.corrections import corrected, read_corrections
from index.coverage import coverage_of
from index.derived import Derived
from index.digest import digest_of
from index.encoder import Encoded, Encoder
from index.errors import NotHeldError
from index.files import original_path
from index.limits import Columns
from index.rows import PAGE_COLUMNS, PASSAGE_COLUMNS, unpack_page, unpack_passage, unpack_record, unpack_spans
from index.store import Built, built, connect, damaged, generation, pdf_path, require_encoder
from index.types import (
    EVERYTHING,
    Confirmation,
    Correction,
    Coverage,
    Filter,
    Indexed,
    PageText,
    PaperEntry,
    Passage,
    Printing,
    Problem,
)
from index.words import expression

BM25 = "bm25(words, 1.0, 0.6, 0.6)"  # text, context, variants: a heading counts for less than the words under it
UNLIMITED = f"SELECT rowid, {BM25} AS score FROM words WHERE words MATCH ? ORDER BY score"  # noqa: S608  # our own words
LIMITED = f"SELECT rowid, {BM25} AS score FROM words WHERE words MATCH ? AND inside(rowid) ORDER BY score"  # noqa: S608  # as above
T = TypeVar("T")
MOST = 2**31  # pages: whoever asks for a later one is asking for none, and SQLite takes no number above 2**63
AT_ONCE = 500  # values asked for in one statement: far below SQLite's limit in any build


class Library:
    """One view of a library: it stays as it was when it was opened, whatever is written meanwhile, until ``refresh``.

    Safe to use from several threads; for a server with a question in each, ``index.shelf`` lends views.

    Example: ``with open_library(Path("library")) as library: library.papers()``.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path, derived: Derived | None = None) -> None:
        self.folder = folder
        self._connection = connection
        self._lock = RLock()
        connection.execute("BEGIN")  # the view begins with the first read and ends with the transaction
        self.built: Built = built(connection, folder)
        self._derived = self._derive(derived)

    def __enter__(self) -> Self:
        """Return this view."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close this view."""
        self.close()

    def close(self) -> None:
        """Let go of the database; the view cannot be used afterwards."""
        self._connection.close()

    @property
    def generation(self) -> int:
        """How many changes had been made to the library when this view was taken."""
        return self._derived.generation

    @property
    def derived(self) -> Derived:
        """What this view keeps in memory, for another view of the same generation to share."""
        return self._derived

    def refresh(self, derived: Derived | None = None) -> bool:
        """Move this view to the library as it is now; return whether anything had changed. Cheap where nothing had.

        What another view has ``derived`` is shared where it is of the same generation.
        """
        with self._reading() as connection:
            self._end()
            connection.execute("BEGIN")
            self.built = built(connection, self.folder)
            if generation(connection) == self.generation:
                return False
            self._derived = self._derive(derived)
            return True

    def rest(self) -> None:
        """Hold no moment of the library while nobody reads, so that its log is tidied; ``refresh`` ends the rest."""
        with self._reading():
            self._end()

    # What is held

    def papers(self) -> tuple[PaperEntry, ...]:
        """Return the papers held, in order of date, body and name."""
        return tuple(self._entries.values())

    def problems(self) -> tuple[Problem, ...]:
        """Return the files that are not held, each with its reason, in order of name."""
        rows = self.rows(
            "SELECT name, path, status, reason FROM files WHERE status <> 'held' AND sha256 NOT IN"
            " (SELECT sha256 FROM withdrawn) UNION ALL SELECT name, path, 'withdrawn', reason FROM withdrawn"
        )
        return tuple(sorted((Problem(*row) for row in rows), key=lambda one: (one.name, one.path)))

    def changed_at(self) -> datetime | None:
        """Return when the last paper was added, corrected or removed; None where an earlier version wrote it."""
        rows = self.rows("SELECT value FROM library WHERE name = 'changed'")
        return datetime.fromisoformat(rows[0][0]) if rows else None

    def coverage(self) -> Coverage:
        """Return the bodies and meetings held, and the meetings of which no minutes are."""
        confirmed = (one.of for found in self._derived.standings.confirmations.values() for one in found)
        return coverage_of(self.papers(), confirmed)

    # Passages

    def passages(self, ids: Iterable[str]) -> tuple[Passage, ...]:
        """Return the passages with these ids in the order given, with the standing that all papers give them."""
        wanted = list(ids)
        columns = ", ".join(PASSAGE_COLUMNS)
        found = {
            row[0]: unpack_passage(row, self._settled)
            for some in _chunks(wanted)
            for row in self.rows(f"SELECT {columns} FROM passages WHERE id IN ({_marks(some)})", some)  # noqa: S608  # names of our own columns
        }
        missing = [one for one in wanted if one not in found]
        if missing:
            raise KeyError(f"no passage {missing[0]}")
        return tuple(found[one] for one in wanted)

    def words(
        self, any_of: Sequence[str], limit: int, where: Filter = EVERYTHING, *, all_of: Sequence[str] = ()
    ) -> tuple[tuple[str, float], ...]:
        """Return ids and BM25 scores, best first, of passages with any of some words and all of others.

        Each text is plain words as typed, never syntax: several words in one text are a phrase, in that order. With
        ``all_of``, those of ``any_of`` need not stand in a passage but raise it. Equal scores stand in order of id.
        """
        match = expression(any_of, all_of)
        if match is None or limit < 1:
            return ()
        inside = self._columns.flags(where) if where != EVERYTHING else None
        found: list[tuple[int, float]] = []
        with self._reading() as connection:
            if inside is not None:
                connection.create_function("inside", 1, inside.__getitem__)
            ranked = connection.execute(UNLIMITED if inside is None else LIMITED, (match,))
            for key, rank in ranked:
                if len(found) >= limit and rank > found[-1][1]:
                    break  # all that score as the last one wanted are here: their ids decide between them
                found.append((key, rank))
            ranked.close()
        ids = self._ids([key for key, _ in found])
        return tuple(sorted(((ids[key], -rank) for key, rank in found), key=lambda one: (-one[1], one[0]))[:limit])

    def nearest(
        self, vector: NDArray[np.float32], limit: int, where: Filter = EVERYTHING
    ) -> tuple[tuple[str, float], ...]:
        """Return ids and cosines of the passages nearest in meaning inside a filter, best first."""
        return self._derived.vectors.nearest(vector, limit, None if where == EVERYTHING else self._columns.mask(where))

    def encoded(self, ids: Iterable[str]) -> Mapping[str, Encoded]:
        """Return what the encoder made of these passages, by id."""
        each = self.built.token_dimension
        return {
            one: Encoded(
                np.frombuffer(vector, "<f4"), np.frombuffer(tokens, np.int8).reshape(-1, each) if each else None
            )
            for some in _chunks(list(ids))
            for one, vector, tokens in self.rows(
                f"SELECT id, vector, tokens FROM passages JOIN vectors USING (content) WHERE id IN ({_marks(some)})",  # noqa: S608  # marks alone
                some,
            )
        }

    def indexed(self, ids: Iterable[str], reach: int) -> Mapping[str, Indexed]:
        """Return the terms by which these passages are found, and those of the passages up to ``reach`` beside them."""
        wanted = list(ids)
        own: dict[str, tuple[str, ...]] = {}
        beside: dict[str, list[str]] = {one: [] for one in wanted}
        for some in _chunks(wanted):
            rows = self.rows(
                "SELECT one.id, other.id, words.text, words.context, variants FROM passages AS one"  # noqa: S608  # marks alone
                " JOIN passages AS other ON other.paper = one.paper"
                " AND other.position BETWEEN one.position - ? AND one.position + ?"
                f" JOIN words ON words.rowid = other.key WHERE one.id IN ({_marks(some)})",
                [reach, reach, *some],
            )
            for one, other, text, context, variants in rows:
                if one == other:
                    own[one] = (text, context, variants)
                else:
                    beside[one].append(text)
        return {one: Indexed(own[one], tuple(beside[one])) for one in wanted}

    def select(self, where: Filter, limit: int) -> tuple[str, ...]:
        """Return the ids of the passages inside a filter in the order of the record: date, council, body, paper."""
        return self._columns.select(where, limit)

    def copies(self, ids: Iterable[str]) -> Mapping[str, tuple[Printing, ...]]:
        """Return for each passage every printing of its item, its own among them, in order of paper name and page."""
        wanted = list(ids)
        found: dict[str, list[Printing]] = {one: [] for one in wanted}
        for some in _chunks(wanted):
            rows = self.rows(
                "SELECT wanted.id, wanted.paper, wanted.council, other.id, other.paper, other.council, other.spans"  # noqa: S608  # marks alone
                " FROM passages AS wanted JOIN passages AS other USING (family)"
                f" WHERE wanted.id IN ({_marks(some)})",
                some,
            )
            for one, own, council, other, paper, its, spans in rows:
                if self._council(own, council) == self._council(paper, its):
                    found[one].append(Printing(other, paper, self.name(paper), unpack_spans(paper, spans)[0].page))
        return {
            one: tuple(sorted(printed, key=lambda at: (at.name, at.pdf_page, at.paper, at.passage)))
            for one, printed in found.items()
        }

    def confirmations(self, meeting: Meeting) -> tuple[Confirmation, ...]:
        """Return the confirmations of a meeting's minutes by later meetings, with the words that correct them."""
        return self._derived.standings.confirmations_of(meeting)

    def standing(self, sha256: str, meeting: Meeting, printed: Standing) -> Standing:
        """Return the standing that all papers held give minutes, which their own paper prints as ``printed``."""
        return self._settled(sha256, meeting, printed)[1] or printed

    # Papers

    def paper(self, sha256: str) -> PaperEntry:
        """Return the entry of a paper; ``LibraryError`` where the library does not hold it."""
        entry = self._entries.get(sha256)
        if entry is None:
            raise NotHeldError(sha256[:12])
        return entry

    def withdrawn(self, sha256: str) -> Problem | None:
        """Return what is kept of a paper that was taken out on purpose: its name and the reason."""
        rows = self.rows("SELECT name, path, 'withdrawn', reason FROM withdrawn WHERE sha256 = ?", [sha256])
        return Problem(*rows[0]) if rows else None

    def name(self, sha256: str) -> str:
        """Return the file name of a paper that is held."""
        return self.paper(sha256).name

    def page(self, sha256: str, number: int) -> Page:
        """Return a page of a paper, counted from 1; ``LibraryError`` where the library does not hold it."""
        return unpack_page(self._page(PAGE_COLUMNS, sha256, number))

    def page_text(self, sha256: str, number: int) -> PageText:
        """Return what is quoted from a page: a tenth of the work of unpacking its geometry too."""
        return PageText(*self._page(("printed", "source", "text"), sha256, number))

    def record(self, sha256: str) -> Record:
        """Return the record as it was read from a paper, and corrected by the library's keeper where it was."""
        return corrected(self.record_as_read(sha256), self.paper(sha256).correction)

    def record_as_read(self, sha256: str) -> Record:
        """Return the record as it was read from a paper, whatever was corrected since."""
        ((packed,),) = self.rows("SELECT record FROM papers WHERE sha256 = ?", [self.paper(sha256).sha256])
        return unpack_record(packed)

    def corrections(self) -> Mapping[str, Correction]:
        """Return what the library's keeper has corrected, of papers held and of others, by SHA-256."""
        return read_corrections(self.rows)

    def pdf(self, sha256: str) -> Path:
        """Return the PDF whose pages are a paper's: the library's own copy of it, or its reading copy."""
        return pdf_path(self.folder, self.paper(sha256).sha256)

    def original(self, sha256: str) -> Path:
        """Return the library's own copy of a paper's file, whatever its form."""
        return original_path(self.folder, self.paper(sha256).sha256)

    # Words of the library itself

    def acronyms(self) -> tuple[Acronym, ...]:
        """Return the short forms that papers explain, in order of short form, paper and place."""
        rows = self.rows(
            "SELECT short, long, paper, page, start, stop FROM acronyms ORDER BY short, paper, page, start"
        )
        return tuple(Acronym(short, long, Span(*span)) for short, long, *span in rows)

    def references(self) -> Mapping[str, tuple[str, ...]]:
        """Return the decision references that papers bear, each with the SHA-256 of those papers."""
        found: dict[str, list[str]] = {}
        for reference, paper in self.rows("SELECT reference, paper FROM decision_references ORDER BY reference, paper"):
            found.setdefault(reference, []).append(paper)
        return {reference: tuple(papers) for reference, papers in found.items()}

    def vocabulary(self) -> Mapping[str, int]:
        """Return every term of the passages' texts with the number of passages that hold it."""
        return dict(self.rows("SELECT term, doc FROM vocabulary WHERE col = 'text' ORDER BY term"))

    def spellings(self) -> Mapping[str, int]:
        """Return every word of four letters and more as the passages print it, in lower case, with how often."""
        return self._derived.spellings(self.rows)

    def digest(self) -> str:
        """Return a hash of all that the library holds, the same whatever the order in which it was ingested."""
        return digest_of(self.rows, self.papers(), self.coverage())

    # Parts

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a statement on this view's database: for the other modules of the library on disk."""
        with self._reading() as connection:
            return connection.execute(statement, values).fetchall()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._connection
            except sqlite3.DatabaseError as error:
                raise damaged(self.folder, error) from error

    def _page(self, columns: Sequence[str], sha256: str, number: int) -> tuple[Any, ...]:
        wanted = f"SELECT {', '.join(columns)} FROM pages WHERE paper = ? AND number = ?"  # noqa: S608  # names of our own columns
        rows = self.rows(wanted, [sha256, min(number, MOST)])
        if not rows:
            raise NotHeldError(f"page {number} of {sha256[:12]}")
        return rows[0]

    def _ids(self, keys: Sequence[int]) -> dict[int, str]:
        return {
            key: one
            for some in _chunks(keys)
            for key, one in self.rows(f"SELECT key, id FROM passages WHERE key IN ({_marks(some)})", some)  # noqa: S608  # marks alone
        }

    def _settled(self, paper: str, told: Meeting, printed: Standing | None) -> tuple[Meeting, Standing | None]:
        meeting = self._derived.councils.settled(paper, told)
        return meeting, self._derived.standings.standing(meeting, printed)

    def _council(self, paper: str, told: str | None) -> str | None:
        return self._derived.councils.settled(paper, Meeting(told, None, None)).council

    def _end(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _derive(self, derived: Derived | None) -> Derived:
        """Return what is derived of this view's generation: what is given where it is, or else read anew."""
        current = derived is not None and derived.generation == generation(self._connection)
        return derived if derived and current else Derived(self._connection, self.folder, self.built.dimension)

    @property
    def _entries(self) -> dict[str, PaperEntry]:
        return self._derived.papers(self.rows)

    @property
    def _columns(self) -> Columns:
        return self._derived.columns(self.rows)


def open_library(folder: Path, encoder: Encoder | None = None, derived: Derived | None = None) -> Library:
    """Open a view of the library in a folder; ``LibraryError`` says what is wrong with it and what mends that.

    With an encoder, a library that was built with another one is refused. What another view has ``derived`` is shared
    where it is of the same generation.
    """
    connection = connect(folder, write=False)
    try:
        library = Library(connection, folder, derived)
        if encoder is not None:
            require_encoder(library.built, encoder, folder)
    except sqlite3.DatabaseError as error:
        connection.close()
        raise damaged(folder, error) from error
    except BaseException:
        connection.close()
        raise
    return library


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    return (values[start : start + AT_ONCE] for start in range(0, len(values), AT_ONCE))


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
