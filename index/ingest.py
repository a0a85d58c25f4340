"""Ingestion: from files to a library, one paper at a time, each wholly or not at all."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Literal

from corpus.errors import PaperError
from corpus.ocr import Ocr
from index.context import embedding_text
from index.encoder import Encoded, Encoder
from index.files import File, keep_copy, keep_reading_copy
from index.passages import cut
from index.plan import Plan, find, plan
from index.reading import Read, Reading, Unread, read_whole, readings
from index.rows import content_of
from index.types import IngestReport, Outcome, Passage, Progress, Status
from index.writing import Writer, open_writer

TOGETHER = 64  # passages encoded together, of several papers if need be: enough to keep every core busy, 2 s of work
WAIT = 30.0  # seconds to wait for another writer before saying who it is


@dataclass(slots=True)
class _Prepared:
    """A paper that waits for its vectors."""

    files: tuple[File, ...]
    reading: Reading
    passages: tuple[Passage, ...]


@dataclass(slots=True)
class _Ingestion:
    """One ingestion under way."""

    writer: Writer
    encoder: Encoder
    progress: Callable[[Progress], None]
    total: int
    recognises: bool  # whether characters are recognised on pages that are only a picture
    outcomes: list[Outcome] = field(default_factory=list)
    encoded: int = 0
    waiting: list[_Prepared] = field(default_factory=list)
    vectors: dict[bytes, Encoded] = field(default_factory=dict)
    texts: dict[bytes, str] = field(default_factory=dict)  # what waits to be encoded, by the hash of its content

    def run(self, planned: Plan, read: Read, *, include_exempt: bool, apart: bool) -> None:
        """Do all that is planned."""
        for path, reason in planned.unreadable:
            self._turn_away((File(path, ""),), "failed", reason)
        for path, reason in planned.passed:
            self._close(_outcome(File(path, ""), "skipped", reason))
        for left in planned.left:
            self._close(_outcome(left.file, left.status, left.reason))
        for file, name in planned.also:
            self.writer.also(file)
            self._close(_outcome(file, "skipped", f"the same contents as {name}"))
        for key in planned.gone:  # after the files found elsewhere: a paper goes with the last of its files
            self.writer.forget(key)
            self._close(Outcome(Path(key).name, key, "removed", "the file is no longer there"))
        with closing(readings([files[0].path for files in planned.read], read, apart=apart)) as results:
            for files, result in zip(planned.read, results, strict=True):
                self._take(files, result, include_exempt=include_exempt)
        self._flush()

    def _take(self, files: tuple[File, ...], result: Reading | Unread, *, include_exempt: bool) -> None:
        if isinstance(result, Unread):
            self._turn_away(files, "failed", result.reason)
        elif result.paper.sha256 != files[0].sha256:
            self._turn_away(files, "failed", f"{files[0].path.name}: changed while it was being read: ingest it again")
        elif result.record.exempt and not include_exempt:
            self._turn_away(files, "refused", f"marked as exempt: “{result.record.exempt}”")
        else:
            record = self.writer.corrected(result.record)
            passages = cut(result.paper, record, self.encoder.count, self.encoder.limit)
            self.waiting.append(_Prepared(files, result, passages))
            texts = {content_of(passage): embedding_text(passage) for passage in passages}
            self.vectors |= self.writer.vectors(key for key in texts if key not in self.vectors)
            self.texts |= {key: text for key, text in texts.items() if key not in self.vectors}
            if len(self.texts) >= TOGETHER:
                self._flush()

    def _flush(self) -> None:
        """Encode what waits to be encoded, and write the papers that waited for it."""
        for key, encoded in zip(self.texts, self.encoder.encode(list(self.texts.values())), strict=True):
            self.vectors[key] = encoded
            self.encoded += 1
            self.progress(Progress(len(self.outcomes), self.total, self.encoded))
        for one in self.waiting:
            self._hold(one)
        self.waiting.clear()
        self.vectors.clear()
        self.texts.clear()

    def _hold(self, one: _Prepared) -> None:
        paper, first = one.reading.paper, one.files[0]
        meeting = self.writer.corrected(one.reading.record).meeting
        try:
            keep_copy(self.writer.folder, first, one.reading.form)
            if one.reading.copy:
                keep_reading_copy(self.writer.folder, first, one.reading.copy)
        except PaperError as error:
            self._turn_away(one.files, "failed", str(error))
            return
        untried = 0 if self.recognises else sum(page.source == "none" for page in paper.pages)
        self.writer.hold(one.files, paper, one.reading.record, one.passages, self.vectors, untried)
        self._close(
            Outcome(
                first.path.name,
                first.key,
                "read",
                None,
                one.reading.record.kind,
                meeting.body,
                meeting.held_on,
                len(paper.pages),
                len(one.passages),
            )
        )
        for file in one.files[1:]:
            self._close(_outcome(file, "skipped", f"the same contents as {first.path.name}"))

    def _turn_away(self, files: tuple[File, ...], status: Literal["refused", "failed"], reason: str) -> None:
        for file in files:  # of the same contents: each is told by its own name
            own = reason.replace(f"{files[0].path.name}: ", f"{file.path.name}: ", 1)
            self.writer.turn_away((file,), status, own)
            self._close(_outcome(file, status, own))

    def _close(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.progress(Progress(len(self.outcomes), self.total, self.encoded, outcome))


def ingest(
    paths: Sequence[Path],
    folder: Path,
    encoder: Encoder,
    *,
    include_exempt: bool = False,
    include_withdrawn: bool = False,
    progress: Callable[[Progress], None] = lambda _: None,
    ocr: Ocr | None = None,
    read: Read | None = None,
    apart: bool = True,
    wait: float = WAIT,
) -> IngestReport:
    """Bring the library in ``folder`` up to the papers that ``paths`` lead to, and report what became of each.

    Only new and changed papers are read. A paper whose file has gone from one of the folders given is removed. A paper
    that is marked as exempt is refused, and one that was withdrawn stays out, unless asked for. ``LibraryError`` where
    a path is not there, or the library is another encoder's or is being written by another process. ``read`` takes the
    place of the reading of files; it is done in a process apart unless that is not wanted.
    """
    found = find(paths, folder)
    with open_writer(folder, wait, encoder) as writer:
        recognises = ocr is not None
        planned = plan(
            found, writer, include_exempt=include_exempt, include_withdrawn=include_withdrawn, recognises=recognises
        )
        total = len(found.papers) + len(found.passed) + len(planned.gone)
        run = _Ingestion(writer, encoder, progress, total, recognises)
        run.run(planned, read or partial(read_whole, ocr=ocr), include_exempt=include_exempt, apart=apart)
    return IngestReport(tuple(sorted(run.outcomes, key=lambda one: one.path)))


def _outcome(file: File, status: Status, reason: str | None) -> Outcome:
    return Outcome(file.path.name, file.key, status, reason)
