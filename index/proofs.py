"""What must agree in a library, one proof a function: each yields the faults that it finds."""

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from corpus.reading_copy import is_copy
from corpus.types import Page, Paper
from index.context import words_of
from index.corrections import corrected
from index.facts import FACTS, PAPER_FACTS, facts_of, paper_facts
from index.files import hash_of, original_path
from index.held import build_vectors
from index.library import Library
from index.rows import PASSAGE_COLUMNS, content_of, unpack_passage, unpack_record
from index.store import pdf_path
from index.types import Fault, Mend, Passage
from index.vectors import FILE, Vectors, saved_generation
from index.writing import WORD_COLUMNS, indexed, unfinished

CLOSE_TO_ONE = 1e-3  # of a vector's length: encoders normalise in float32


def passages_of(library: Library) -> Iterator[Passage]:
    """Yield all passages as they are stored, paper by paper."""
    columns = ", ".join(PASSAGE_COLUMNS)
    for (paper,) in library.rows("SELECT sha256 FROM papers ORDER BY sha256"):
        statement = f"SELECT {columns} FROM passages WHERE paper = ? ORDER BY position, id"  # noqa: S608  # our own names
        yield from map(unpack_passage, library.rows(statement, [paper]))


def database(library: Library) -> Iterator[Fault]:
    """Prove that the database's own structure is sound."""
    for (line,) in library.rows("PRAGMA integrity_check(10)"):
        if line != "ok":
            yield Fault("database", str(line), mend="anew")
    for table, _, parent, _ in library.rows("PRAGMA foreign_key_check"):
        yield Fault("database", f"a row of {table} has no row of {parent}", mend="anew")


def files(library: Library) -> Iterator[Fault]:
    """Prove that each paper has a file that it came from, and each file that is held a paper."""
    held = {paper for (paper,) in library.rows("SELECT sha256 FROM papers")}
    known = library.rows("SELECT sha256, name, path FROM files WHERE status = 'held' ORDER BY sha256, name, path")
    for paper in sorted(held - {paper for paper, _, _ in known}):
        yield Fault("files", f"no file is known for {paper[:12]}", paper, "ingest")
    for paper, name, path in known:
        if paper not in held:
            yield Fault("files", f"{name} is noted as held and is not", None, "ingest", path)


def record(library: Library) -> Iterator[Fault]:
    """Prove that the tables of facts, and so all standings, are what the records say."""
    expected: dict[str, list[tuple[Any, ...]]] = {table: [] for table in FACTS}
    damaged = set()
    columns, corrections = ", ".join(PAPER_FACTS), library.corrections()
    for paper, packed, *facts in library.rows(f"SELECT sha256, record, {columns} FROM papers"):  # noqa: S608  # our own names
        try:
            read = unpack_record(packed)
        except (ValueError, zlib.error):  # no JSON, or not what was packed
            read = None
        if read is None or read.paper != paper:
            yield Fault("record", f"{_name(library, paper)}: its record is damaged", paper, "ingest")
            damaged.add(paper)
            continue
        understood = corrected(read, corrections.get(paper))
        if tuple(facts) != paper_facts(understood):
            yield Fault("record", f"{_name(library, paper)} is described otherwise than its record says", paper)
        for table, rows in facts_of(understood).items():
            expected[table] += rows
    for table, names in FACTS.items():
        rows = library.rows(f"SELECT {', '.join(names)} FROM {table}")  # noqa: S608  # our own names
        stored = [row for row in rows if row[0] not in damaged]  # a row begins with its paper
        if Counter(stored) != Counter(expected[table]):
            yield Fault("record", f"{table.replace('_', ' ')} are not those of the records")


def passages(library: Library) -> Iterator[Fault]:
    """Prove that each passage's words stand on its pages where it says, and that it has its own vector."""
    contents = dict(library.rows("SELECT id, content FROM passages"))
    vectors = {content for (content,) in library.rows("SELECT content FROM vectors")}
    paper: Paper | None = None
    for passage in passages_of(library):
        name = _name(library, passage.paper)
        if paper is None or paper.sha256 != passage.paper:
            paper = _bare_paper(library, passage.paper)
        try:
            words = words_of(paper, passage.spans)
        except IndexError:
            words = ""
        if words != passage.text:
            yield Fault(
                "passages", f"{name}: passage {passage.id} is not what stands on its page", passage.paper, "ingest"
            )
        elif contents[passage.id] != content_of(passage) or content_of(passage) not in vectors:
            yield Fault("passages", f"{name}: passage {passage.id} has no vector of its own", passage.paper, "ingest")


def words(library: Library) -> Iterator[Fault]:
    """Prove that the full-text index holds each passage's terms, and each term as often as passages hold it."""
    keys = dict(library.rows("SELECT id, key FROM passages"))
    stored = {key: row for key, *row in library.rows(f"SELECT rowid, {', '.join(WORD_COLUMNS)} FROM words")}  # noqa: S608  # our own names
    counted: dict[str, Counter[str]] = {column: Counter() for column in WORD_COLUMNS}
    for passage in passages_of(library):
        expected = indexed(passage)
        if stored.pop(keys[passage.id], None) != list(expected):
            name = _name(library, passage.paper)
            yield Fault("words", f"{name}: passage {passage.id} is indexed otherwise than it reads")
        for column, text in zip(WORD_COLUMNS, expected, strict=True):
            counted[column].update(text.split())
    if stored:
        yield Fault("words", f"{len(stored)} indexed passages are not held")
    has_indexed: dict[str, Counter[str]] = {column: Counter() for column in WORD_COLUMNS}
    for term, column, count in library.rows("SELECT term, col, cnt FROM vocabulary"):
        has_indexed[column][term] = count
    if counted != has_indexed:
        yield Fault("words", "the full-text index does not count the terms that it was given")


def vectors(library: Library) -> Iterator[Fault]:
    """Prove that each vector has its dimension and length one, its tokens theirs, and that some passage has it."""
    users: dict[bytes, list[str]] = {}
    for content, paper in library.rows("SELECT DISTINCT content, paper FROM passages ORDER BY paper"):
        users.setdefault(content, []).append(paper)
    each = library.built.token_dimension
    for content, packed, tokens in library.rows("SELECT content, vector, length(tokens) FROM vectors ORDER BY content"):
        if content not in users:
            yield Fault("vectors", "a vector belongs to no passage")
            continue
        whole = len(packed) == 4 * library.built.dimension and (tokens and tokens % each == 0 if each else not tokens)
        if not whole or abs(float(np.linalg.norm(np.frombuffer(packed, "<f4"))) - 1) > CLOSE_TO_ONE:
            for paper in users[content]:
                yield Fault("vectors", f"{_name(library, paper)}: a vector is damaged", paper, "ingest")


def vectors_file(library: Library) -> Iterator[Fault]:
    """Prove that the file of vectors is whole where there is one, and right where it is of this generation."""
    if not (library.folder / FILE).is_file() or saved_generation(library.folder) not in (None, library.generation):
        return
    saved = Vectors.load(library.folder, library.generation)
    if saved is None:
        yield Fault("vectors file", f"{FILE} is damaged")
        return
    fresh = build_vectors(library.rows, library.built.dimension, library.generation)
    if not np.array_equal(saved.ids, fresh.ids) or not np.array_equal(saved.rows(), fresh.rows()):
        yield Fault("vectors file", f"{FILE} is not what the database holds")


def copies(library: Library) -> Iterator[Fault]:
    """Prove that the copy of each paper is there and is what was read."""
    for paper in library.papers():
        shown, own = pdf_path(library.folder, paper.sha256), original_path(library.folder, paper.sha256)
        if not own.is_file() or hash_of(own) != paper.sha256:
            found = "is not what was read" if own.is_file() else "is missing"
            file = found_at(library, paper.sha256)
            mend: Mend = "repair" if file else "file"
            yield Fault("copies", f"the copy of {paper.name} {found}", paper.sha256, mend, file or paper.path)
        elif own != shown and not (shown.is_file() and is_copy(shown.read_bytes(), paper.sha256)):
            yield Fault("copies", f"the reading copy of {paper.name} is missing or damaged", paper.sha256)


def withdrawal(library: Library) -> Iterator[Fault]:
    """Prove that of a withdrawn paper nothing is left."""
    if unfinished(library.rows):
        yield Fault("withdrawal", "words of a withdrawn paper may still stand in the database's log")
    for paper, name in library.rows("SELECT sha256, name FROM withdrawn ORDER BY name, sha256"):
        if pdf_path(library.folder, paper).exists() or original_path(library.folder, paper).exists():
            yield Fault("withdrawal", f"a copy of {name}, which was withdrawn, is still there", paper)


PROOFS: tuple[Callable[[Library], Iterator[Fault]], ...] = (
    files,
    record,
    passages,
    words,
    vectors,
    vectors_file,
    copies,
    withdrawal,
)
"""All proofs on a database that is sound."""


def found_at(library: Library, paper: str) -> str | None:
    """Return where a file still has the contents of a paper that is held; None where none that is known has."""
    known = library.rows("SELECT path FROM files WHERE sha256 = ? AND status = 'held' ORDER BY name, path", [paper])
    return next((path for (path,) in known if _has(Path(path), paper)), None)


def _has(path: Path, sha256: str) -> bool:
    try:
        return hash_of(path) == sha256
    except OSError:  # gone, or nothing that may be read
        return False


def _bare_paper(library: Library, sha256: str) -> Paper:
    """Return a paper with its pages' texts alone."""
    rows = library.rows("SELECT number, text FROM pages WHERE paper = ? ORDER BY number", [sha256])
    pages = (Page(sha256, number, None, 0, 0, text, (), b"", "text") for number, text in rows)
    return Paper(sha256, "", None, tuple(pages))


def _name(library: Library, paper: str) -> str:
    rows = library.rows("SELECT min(name) FROM files WHERE sha256 = ?", [paper])
    return str(rows[0][0] or paper[:12])
