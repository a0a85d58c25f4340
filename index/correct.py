"""Correcting what a paper was taken for: its body and the day of its meeting, and taking a correction back."""

from datetime import date
from pathlib import Path

from corpus.types import Paper, Record
from index.context import embedding_text
from index.corrections import corrected
from index.encoder import Encoder
from index.errors import LibraryError
from index.ingest import WAIT
from index.library import Library, open_library
from index.passages import cut
from index.rows import content_of
from index.types import Correction, PaperEntry
from index.withdraw import find_paper
from index.writing import Writer, open_writer


def correct(
    folder: Path,
    encoder: Encoder,
    paper: str,
    reason: str,
    on: date,
    *,
    body: str | None = None,
    held_on: date | None = None,
    wait: float = WAIT,
) -> PaperEntry:
    """Put right the body or the day of a paper named by file name, path or SHA-256, and return what it is held as.

    What is None stays as it is, as read or as corrected before. The correction is kept by the paper's contents, so it
    holds again when they are ingested again. ``LibraryError`` where the paper is not held or nothing would change.
    """
    with open_writer(folder, wait, encoder) as writer:
        with open_library(folder) as library:
            entry = find_paper(library, paper)
            read, record = _whole(library, entry), library.record_as_read(entry.sha256)
        before, was = entry.correction, record.meeting
        body = " ".join(body.split()) if body else (before.body if before else None)
        held_on = held_on or (before.held_on if before else None)
        correction = Correction(
            None if body == was.body else body, None if held_on == was.held_on else held_on, reason, on
        )
        if correction.body is None and correction.held_on is None and before is None:
            raise LibraryError(f"{entry.name} is held as that already: name another body or another date")
        _hold(writer, encoder, read, record, correction if correction.body or correction.held_on else None)
    return _entry(folder, entry)


def undo_correction(folder: Path, encoder: Encoder, paper: str, *, wait: float = WAIT) -> PaperEntry:
    """Take the correction of a paper back, and return what it is held as; ``LibraryError`` where there is none."""
    with open_writer(folder, wait, encoder) as writer:
        with open_library(folder) as library:
            entry = find_paper(library, paper)
            read, record = _whole(library, entry), library.record_as_read(entry.sha256)
        if entry.correction is None:
            raise LibraryError(f"{entry.name} was not corrected: there is nothing to take back")
        _hold(writer, encoder, read, record, None)
    return _entry(folder, entry)


def _hold(writer: Writer, encoder: Encoder, read: Paper, record: Record, correction: Correction | None) -> None:
    """Cut the paper anew, encode what is said of it otherwise than before, and hold that."""
    passages = cut(read, corrected(record, correction), encoder.count, encoder.limit)
    texts = {content_of(passage): embedding_text(passage) for passage in passages}
    vectors = writer.vectors(texts)
    fresh = {key: text for key, text in texts.items() if key not in vectors}
    vectors |= zip(fresh, encoder.encode(list(fresh.values())), strict=True)
    writer.correct(record, correction, passages, vectors)


def _whole(library: Library, entry: PaperEntry) -> Paper:
    """Return a paper as it was read, from its pages in the library."""
    pages = tuple(library.page(entry.sha256, number) for number in range(1, entry.pages + 1))
    return Paper(entry.sha256, entry.name, None, pages)


def _entry(folder: Path, entry: PaperEntry) -> PaperEntry:
    with open_library(folder) as library:
        return library.paper(entry.sha256)
