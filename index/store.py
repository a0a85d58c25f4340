"""The library's database: where it stands, what built it, and how it is opened to read and to write."""

import sqlite3
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from index.encoder import Encoder
from index.errors import LibraryDamagedError, LibraryError

FORMAT = "3"  # raised whenever the schema, the terms of index/words.py or the cutting of passages change
DATABASE = "minutebook.sqlite"
PAPERS = "papers"  # the folder of the PDFs' copies
WAIT = 30.0  # seconds for which SQLite waits for its own short locks; writers queue on ours for longer


@dataclass(frozen=True, slots=True)
class Built:
    """What a library was built with: its vectors mean something to this encoder alone."""

    form: str
    encoder: str
    fingerprint: str
    dimension: int
    token_dimension: int  # 0 where nothing is kept of tokens


def pdf_path(folder: Path, sha256: str) -> Path:
    """Return where the library keeps its copy of a paper."""
    return folder / PAPERS / f"{sha256}.pdf"


def connect(folder: Path, *, write: bool) -> sqlite3.Connection:
    """Open the folder's database, which must exist; what is deleted is overwritten, and every commit is on the disk."""
    mode = "rw" if write else "ro"
    path = folder / DATABASE
    if not path.is_file():
        raise LibraryError(f"{folder} holds no library: run `minutebook --library {folder} ingest PATH` to make one")
    try:
        connection = sqlite3.connect(
            f"file:{quote(str(path.resolve()))}?mode={mode}",
            uri=True,
            timeout=WAIT,
            isolation_level=None,
            check_same_thread=False,  # a view is shared by threads behind its own lock
        )
        connection.execute("PRAGMA foreign_keys = ON")
        if write:
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA synchronous = FULL")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        raise damaged(folder, error) from error
    return connection


def damaged(folder: Path, error: Exception) -> LibraryDamagedError:
    """Return the error for a database that cannot be read."""
    return LibraryDamagedError(
        f"{folder / DATABASE} cannot be read ({error}): run `minutebook --library {folder} check` to see what is wrong"
    )


def create(folder: Path, encoder: Encoder) -> None:
    """Make an empty library for an encoder's vectors, whole or not at all."""
    (folder / PAPERS).mkdir(parents=True, exist_ok=True)
    fresh = folder / (DATABASE + ".new")
    for left in (fresh, fresh.with_name(fresh.name + "-journal")):
        left.unlink(missing_ok=True)  # of a process that was ended while making one
    connection = sqlite3.connect(fresh, isolation_level=None)
    connection.executescript(files("index").joinpath("schema.sql").read_text(encoding="utf-8"))
    facts = {
        "format": FORMAT,
        "encoder": encoder.name,
        "fingerprint": encoder.fingerprint,
        "dimension": str(encoder.dimension),
        "token_dimension": str(encoder.token_dimension),
        "generation": "0",
    }
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO library VALUES (?, ?)", facts.items())
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")  # readers go on reading while a paper is being written
    connection.close()
    fresh.replace(folder / DATABASE)


def built(connection: sqlite3.Connection, folder: Path) -> Built:
    """Return what a library was built with; ``LibraryError`` where this version cannot read its format."""
    try:
        facts: dict[str, str] = dict(connection.execute("SELECT name, value FROM library").fetchall())
    except sqlite3.DatabaseError as error:
        raise damaged(folder, error) from error
    if facts.get("format") != FORMAT:
        raise LibraryError(
            f"{folder} was written in format {facts.get('format')} and this version reads format {FORMAT}: "
            "run `minutebook --library NEW ingest PATH` to build it anew"
        )
    return Built(
        facts["format"],
        facts["encoder"],
        facts["fingerprint"],
        int(facts["dimension"]),
        int(facts["token_dimension"]),
    )


def make_added(connection: sqlite3.Connection) -> None:
    """Make the tables that later versions added where there are none, within the transaction at hand."""
    for statement in files("index").joinpath("added.sql").read_text(encoding="utf-8").split(";\n"):
        connection.execute(statement)


def require_encoder(found: Built, encoder: Encoder, folder: Path) -> None:
    """Raise ``LibraryError`` where a library was built with another encoder."""
    if (found.fingerprint, found.dimension) != (encoder.fingerprint, encoder.dimension):
        raise LibraryError(
            f"{folder} was built with the encoder {found.encoder} ({found.fingerprint[:12]}) and not with "
            f"{encoder.name} ({encoder.fingerprint[:12]}): run `minutebook --library NEW ingest PATH`"
        )


def generation(connection: sqlite3.Connection) -> int:
    """Return the number of changes committed so far; each paper added or removed is one."""
    row: tuple[Any, ...] = connection.execute("SELECT value FROM library WHERE name = 'generation'").fetchone()
    return int(row[0])
