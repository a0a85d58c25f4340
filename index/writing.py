"""Every change of a library: each is one transaction, so that it is whole or has not happened."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import numpy as np

from corpus.types import Paper, Record
from index.corrections import corrected, read_corrections
from index.encoder import Encoded, Encoder
from index.facts import FACTS, PAPER_FACTS, facts_of, paper_facts
from index.files import File, loose_copies
from index.held import Rows, build_vectors
from index.lock import only_writer
from index.read_by import read_by, read_otherwise
from index.rows import PAGE_COLUMNS, PASSAGE_COLUMNS, content_of, pack_page, pack_passage, pack_record, written
from index.store import (
    DATABASE,
    WAIT,
    built,
    connect,
    create,
    generation,
    make_added,
    require_encoder,
)
from index.types import Correction, Passage
from index.vectors import saved_generation
from index.words import terms, variants

PATIENCE = 2000  # milliseconds: longer than a question takes
NEXT_GENERATION = "UPDATE library SET value = CAST(value AS INTEGER) + 1 WHERE name = 'generation'"
WORD_COLUMNS = ("text", "context", "variants")
CORRECTION_COLUMNS = ("sha256", "body", "held_on", "reason", "day")


class Writer:
    """The one writer of a library.

    Example: ``with open_writer(folder, wait=30) as writer: writer.forget(key)``.
    """

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self.connection = connection
        self.folder = folder
        found = built(connection, folder)
        self.dimension, self._token_dimension = found.dimension, found.token_dimension
        self._loose: list[tuple[bytes]] = []  # vectors that the change at hand may have left without a passage

    def files(self) -> dict[str, tuple[str, str, str | None]]:
        """Return contents' hash, status and reason of each file met so far, by path."""
        rows = self.connection.execute("SELECT path, sha256, status, reason FROM files")
        return {path: (sha256, status, reason) for path, sha256, status, reason in rows}

    def read_as(self) -> dict[str, str]:
        """Return under which folder and name each paper held was read, by SHA-256."""
        return dict(self.connection.execute("SELECT sha256, read_as FROM papers").fetchall())

    def untried(self) -> frozenset[str]:
        """Return the papers, by SHA-256, with pages that only character recognition could read and none has tried."""
        return frozenset(key for (key,) in self.connection.execute("SELECT sha256 FROM papers WHERE untried > 0"))

    def read_otherwise(self) -> frozenset[str]:
        """Return the papers, by SHA-256, that another version of this program read."""
        return read_otherwise(self._rows)

    def withdrawn(self) -> dict[str, str]:
        """Return the reason for which papers were withdrawn, by SHA-256."""
        return dict(self.connection.execute("SELECT sha256, reason FROM withdrawn").fetchall())

    def vectors(self, contents: Iterable[bytes]) -> dict[bytes, Encoded]:
        """Return what the library has of the encoding of these contents."""
        found = (
            self.connection.execute("SELECT * FROM vectors WHERE content = ?", (one,)).fetchone() for one in contents
        )
        return {row[0]: self._unpacked(*row[1:]) for row in found if row}

    def hold(
        self,
        files: Sequence[File],
        paper: Paper,
        record: Record,
        passages: Sequence[Passage],
        vectors: Mapping[bytes, Encoded],
        untried: int = 0,
    ) -> None:
        """Hold a paper as it was read from the first of these files, in place of whatever the files held before.

        ``record`` is as it was read, and ``passages`` are cut from it as corrected; ``vectors`` has one for the content
        of every passage; ``untried`` is how many pages without text no character recognition has tried.
        """
        understood = self.corrected(record)
        with self._change() as connection:
            connection.execute("DELETE FROM withdrawn WHERE sha256 = ?", (paper.sha256,))
            self._leave(file.key for file in files)
            self._delete(paper.sha256)
            self._insert("papers", ("sha256", "read_as", "untried", "record", *PAPER_FACTS), [
                (paper.sha256, files[0].read_as, untried, pack_record(record), *paper_facts(understood))
            ])  # fmt: skip
            make_added(connection)
            self._insert("readings", ("paper", "read_by"), [(paper.sha256, read_by())])
            self._enter(files, "held", None)
            self._insert("pages", PAGE_COLUMNS, (pack_page(page) for page in paper.pages))
            self._fill(understood, passages, vectors)

    def corrected(self, record: Record) -> Record:
        """Return a record as read with what the library's keeper has corrected of it."""
        return corrected(record, read_corrections(self._rows).get(record.paper))

    def correct(
        self,
        record: Record,
        correction: Correction | None,
        passages: Sequence[Passage],
        vectors: Mapping[bytes, Encoded],
    ) -> None:
        """Hold a paper's record, which is as it was read, with this correction from now on, or with none.

        ``passages`` are cut from the record as corrected, and ``vectors`` has one for the content of each.
        """
        understood, paper = corrected(record, correction), record.paper
        with self._change() as connection:
            make_added(connection)
            connection.execute("DELETE FROM corrections WHERE sha256 = ?", (paper,))
            if correction is not None:
                one = correction
                row = (paper, one.body, written(one.held_on), one.reason, written(one.made_on))
                self._insert("corrections", CORRECTION_COLUMNS, [row])
            self._empty(paper)
            connection.execute("DELETE FROM passages WHERE paper = ?", (paper,))
            for table in FACTS:
                connection.execute(f"DELETE FROM {table} WHERE paper = ?", (paper,))  # noqa: S608  # our own names
            self._describe(understood)
            self._fill(understood, passages, vectors)

    def also(self, file: File) -> None:
        """Note another file with the contents of a paper that is held."""
        with self._change():
            self._leave([file.key])
            self._enter([file], "held", None)

    def turn_away(self, files: Sequence[File], status: Literal["refused", "failed"], reason: str) -> None:
        """Note that files are not held, and why; what they held before goes."""
        with self._change():
            self._leave(file.key for file in files)
            self._enter(files, status, reason)

    def forget(self, key: str) -> None:
        """Forget a file that is no more; a paper goes with the last of its files."""
        with self._change():
            self._leave([key])

    def withdraw(self, paper: str, reason: str, day: str) -> None:
        """Take a paper out for good: of its words nothing stays, and a note keeps it out."""
        with self._change() as connection:
            connection.execute(
                "INSERT INTO withdrawn SELECT sha256, min(name), min(path), ?, ? FROM files WHERE sha256 = ?",
                (reason, day, paper),
            )
            connection.execute("DELETE FROM files WHERE sha256 = ?", (paper,))
            self._delete(paper)
            # Deleting only marks words as gone in the full-text index; this rewrites it without them.
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")
            connection.execute("INSERT OR REPLACE INTO library VALUES ('unfinished', 'withdrawal')")

    def readmit(self, paper: str) -> None:
        """Forget that a paper was withdrawn: the next ingestion that meets it takes it in."""
        with self._change() as connection:
            connection.execute("DELETE FROM withdrawn WHERE sha256 = ?", (paper,))

    # Mending: everything here follows from what stands elsewhere in the database

    def mend_words(self, passages: Iterable[Passage]) -> None:
        """Make the full-text index anew from the passages."""
        with self._change() as connection:
            # Deleting rows would ask a damaged index where their terms stand; a new table does not.
            (made_by,) = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'words'").fetchone()
            connection.execute("DROP TABLE words")
            connection.execute(made_by)
            for passage in passages:
                self._insert("words", ("rowid", *WORD_COLUMNS), [(self._key(passage.id), *indexed(passage))])

    def mend_facts(self, records: Iterable[Record]) -> None:
        """Make what the tables of ``FACTS`` have of these records' papers anew."""
        with self._change() as connection:
            for record in records:
                self._describe(record)
                for table, rows in facts_of(record).items():
                    connection.execute(f"DELETE FROM {table} WHERE paper = ?", (record.paper,))  # noqa: S608  # our own names
                    self._insert(table, FACTS[table], rows)

    def mend_vectors(self) -> None:
        """Delete vectors that no passage has."""
        with self._change() as connection:
            connection.execute("DELETE FROM vectors WHERE content NOT IN (SELECT content FROM passages)")

    def mend_files(self) -> None:
        """Delete papers that no file holds, and the rows of files whose paper is not held: it is then read again."""
        with self._change() as connection:
            connection.execute("DELETE FROM files WHERE status = 'held' AND sha256 NOT IN (SELECT sha256 FROM papers)")
            loose = "SELECT sha256 FROM papers WHERE sha256 NOT IN (SELECT sha256 FROM files WHERE status = 'held')"
            for (paper,) in connection.execute(loose).fetchall():
                self._delete(paper)

    def read_again(self, paper: str) -> None:
        """Forget a paper whose own rows are damaged, so that the next ingestion reads it again."""
        with self._change() as connection:
            connection.execute("DELETE FROM files WHERE sha256 = ?", (paper,))
            self._delete(paper)

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """Make one transaction, and one generation, of what is done."""
        self.connection.execute("BEGIN IMMEDIATE")
        self._loose.clear()
        try:
            yield self.connection
            self._purge()
            self.connection.execute(NEXT_GENERATION)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self.connection.execute("INSERT OR REPLACE INTO library VALUES ('changed', ?)", (now,))
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _unpacked(self, vector: bytes, tokens: bytes | None) -> Encoded:
        rows = None if tokens is None else np.frombuffer(tokens, np.int8).reshape(-1, self._token_dimension)
        return Encoded(np.frombuffer(vector, dtype="<f4"), rows)

    def _key(self, passage: str) -> int:
        (key,) = self.connection.execute("SELECT key FROM passages WHERE id = ?", (passage,)).fetchone()
        return int(key)

    def _purge(self) -> None:
        unused = "DELETE FROM vectors WHERE content = ?1 AND NOT EXISTS (SELECT 1 FROM passages WHERE content = ?1)"
        self.connection.executemany(unused, self._loose)
        self._loose.clear()

    def _insert(self, table: str, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * len(columns))
        self.connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608  # our own names

    def _enter(self, files: Sequence[File], status: str, reason: str | None) -> None:
        rows = [(file.key, Path(file.key).name, file.sha256, status, reason) for file in files]
        self.connection.executemany("INSERT INTO files VALUES (?, ?, ?, ?, ?)", rows)

    def _describe(self, record: Record) -> None:
        """Give the row of a paper what its record, as corrected, says of it."""
        assigned = ", ".join(f"{column} = ?" for column in PAPER_FACTS)
        update = f"UPDATE papers SET {assigned} WHERE sha256 = ?"  # noqa: S608  # our own names
        self.connection.execute(update, (*paper_facts(record), record.paper))

    def _fill(self, record: Record, passages: Sequence[Passage], vectors: Mapping[bytes, Encoded]) -> None:
        """Hold what follows from a paper's record as corrected: its facts, its passages, their vectors and words."""
        for table, rows in facts_of(record).items():
            self._insert(table, FACTS[table], rows)
        self.connection.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
            [(key, *_packed(vectors[key])) for key in sorted({content_of(one) for one in passages})],
        )
        for passage in passages:
            self._insert("passages", PASSAGE_COLUMNS, [pack_passage(passage)])
            self._insert("words", ("rowid", *WORD_COLUMNS), [(self._key(passage.id), *indexed(passage))])

    def _leave(self, keys: Iterable[str]) -> None:
        """Delete files' rows, and the papers that no file holds any more."""
        for key in keys:
            row = self.connection.execute("DELETE FROM files WHERE path = ? RETURNING sha256", (key,)).fetchone()
            others = "SELECT 1 FROM files WHERE sha256 = ? AND status = 'held'"
            if row and not self.connection.execute(others, row).fetchone():
                self._delete(row[0])

    def _delete(self, paper: str) -> None:
        self._empty(paper)
        self.connection.execute("DELETE FROM papers WHERE sha256 = ?", (paper,))

    def _empty(self, paper: str) -> None:
        """Take a paper's words out of the full-text index, and note which vectors may then be of no use."""
        contents = "SELECT DISTINCT content FROM passages WHERE paper = ?"
        self._loose += self.connection.execute(contents, (paper,)).fetchall()
        words = "DELETE FROM words WHERE rowid IN (SELECT key FROM passages WHERE paper = ?)"
        self.connection.execute(words, (paper,))

    def _rows(self, statement: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(statement).fetchall()


def indexed(passage: Passage) -> tuple[str, str, str]:
    """Return what the full-text index holds of a passage: terms of its text, terms of its context, variants of both."""
    also = variants(f"{passage.context}\n{passage.text}")
    return " ".join(terms(passage.text)), " ".join(terms(passage.context)), " ".join(also)


def _packed(encoded: Encoded) -> tuple[bytes, bytes | None]:
    return encoded.vector.astype("<f4").tobytes(), None if encoded.tokens is None else encoded.tokens.tobytes()


@contextmanager
def open_writer(folder: Path, wait: float, encoder: Encoder | None = None) -> Iterator[Writer]:
    """Open a library to write, alone, and finish what an earlier writer could not; an encoder makes one where none is.

    ``LibraryError`` says what is wrong with the library, such as another encoder, and what mends that.
    """
    if encoder is None:
        connect(folder, write=False).close()  # says so where there is no library, and makes no folder
    else:
        folder.mkdir(parents=True, exist_ok=True)
    with only_writer(folder, wait):
        if encoder is not None and not (folder / DATABASE).is_file():
            create(folder, encoder)
        connection = connect(folder, write=True)
        try:
            writer = Writer(connection, folder)
            if encoder is not None:
                require_encoder(built(connection, folder), encoder, folder)
            finish(writer)
            yield writer
            finish(writer)
        finally:
            connection.close()


def finish(writer: Writer) -> None:
    """Bring all that is derived from the database up to it: copies of papers, the file of vectors, the log."""
    connection, folder = writer.connection, writer.folder

    def rows(statement: str) -> list[tuple[Any, ...]]:
        return connection.execute(statement).fetchall()

    for path in loose_copies(rows, folder):
        path.unlink()
    now = generation(connection)
    if saved_generation(folder) != now:
        build_vectors(rows, writer.dimension, now).save(folder)
    # Emptying the log waits for readers of earlier views, which only the traces of a withdrawn paper are worth.
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE if unfinished(rows) else 0}")
    busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    connection.execute(f"PRAGMA busy_timeout = {1000 * WAIT:.0f}")
    if not busy and unfinished(rows):
        connection.execute("DELETE FROM library WHERE name = 'unfinished'")


def unfinished(rows: Rows) -> bool:
    """Say whether words of a withdrawn paper may still stand in the database's log."""
    return bool(rows("SELECT 1 FROM library WHERE name = 'unfinished'"))
