"""Whether a library is whole, and the mending of what is not.

What an end at any moment can leave behind is no fault, since the next reader passes over it and the next writer clears
it away: a file of vectors of an earlier generation (readers build their own), and copies of papers that were never
committed. They are noted. A withdrawal that could not be finished is a fault.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corpus.errors import PaperError
from corpus.forms import FORMS, PDF
from corpus.reading import read_source
from corpus.source import open_source
from index.errors import LibraryDamagedError
from index.files import File, hash_of, keep_copy, keep_reading_copy, loose_copies, original_path
from index.ingest import WAIT
from index.library import Library, open_library
from index.proofs import PROOFS, database, found_at, passages_of
from index.read_by import told_otherwise
from index.rows import unpack_record
from index.store import DATABASE, pdf_path
from index.types import CheckReport, Fault, PaperEntry
from index.vectors import FILE, saved_generation
from index.writing import Writer, open_writer


def check(folder: Path, *, repair: bool = False, wait: float = WAIT) -> CheckReport:
    """Prove that a library's parts agree, or say what does not; ``LibraryError`` where there is no library to read.

    Checking alone writes nothing. Repair makes anew what is derived. A paper of which something can only be had from
    its file is dropped where the file is still at hand, and the next ingestion of that file brings it back.
    """
    before = _examine(folder)
    if not repair or not (before.faults or before.notes) or any(one.mend == "anew" for one in before.faults):
        return before
    with open_writer(folder, wait) as writer:
        _mend(writer, before.faults)
    after = _examine(folder)
    return CheckReport(after.faults, after.notes, tuple(one for one in before.faults if one not in after.faults))


def _examine(folder: Path) -> CheckReport:
    try:
        with open_library(folder) as library:
            unsound = tuple(database(library))
            faults = unsound or _with_files(library, [fault for proof in PROOFS for fault in proof(library)])
            return CheckReport(faults, () if unsound else tuple(_notes(library)))
    except LibraryDamagedError as error:
        return CheckReport((Fault("database", f"{DATABASE} is damaged ({error.__cause__})", mend="anew"),), ())


def _with_files(library: Library, faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Return the faults, those that ingesting a paper mends with where its file is, or was where it has gone."""
    wanted = {one.paper for one in faults if one.paper and one.mend == "ingest" and one.part != "files"}
    found = {paper: found_at(library, paper) for paper in wanted}
    paths = {paper: found[paper] or library.paper(paper).path for paper in wanted}
    return tuple(
        replace(one, mend="ingest" if found[one.paper] else "file", file=paths[one.paper] or None)
        if one.paper in wanted and one.mend == "ingest"
        else one
        for one in faults
    )


def _notes(library: Library) -> list[str]:
    notes = []
    is_there, saved = (library.folder / FILE).is_file(), saved_generation(library.folder)
    if not is_there or saved not in (None, library.generation):  # one without a generation is damaged: a fault
        found = "is of an earlier state" if is_there else "is missing"
        notes.append(f"{FILE} {found}; readers make their own until the next ingestion, or repair")
    withdrawn = {paper for (paper,) in library.rows("SELECT sha256 FROM withdrawn")}
    loose = [path for path in loose_copies(library.rows, library.folder) if path.stem not in withdrawn]
    if loose:
        notes.append(f"{len(loose)} copies are of no paper held; the next ingestion clears them away, or repair")
    if otherwise := told_otherwise(library.rows):
        notes.append(otherwise)
    return notes


def _mend(writer: Writer, faults: Sequence[Fault]) -> None:
    """Mend what can be; the writer's own closing mends the file of vectors and what withdrawals left."""
    parts = {fault.part for fault in faults}
    if "files" in parts:
        writer.mend_files()
    for paper in sorted({one.paper for one in faults if one.paper and one.mend == "ingest"}):
        writer.read_again(paper)
    if "vectors" in parts:
        writer.mend_vectors()
    with open_library(writer.folder) as library:
        damaged = {one.paper for one in faults if one.part == "record" and one.mend == "file"}
        kept = library.rows("SELECT sha256, record FROM papers")
        records = [writer.corrected(unpack_record(packed)) for paper, packed in kept if paper not in damaged]
        passages = tuple(passages_of(library)) if "words" in parts else ()
        held = {one.sha256: one for one in library.papers()}
        lost = [one for one in faults if one.part == "copies" and one.mend == "repair" and one.paper in held]
        entries = [replace(held[one.paper], path=one.file or held[one.paper].path) for one in lost if one.paper]
    if "record" in parts:
        writer.mend_facts(records)
    if "words" in parts:
        writer.mend_words(passages)
    for entry in entries:
        try:
            _restore(writer, entry)
        except PaperError:
            continue  # its file changed meanwhile, or cannot be set any more: the fault stays, and says which paper
    if "vectors file" in parts:
        (writer.folder / FILE).unlink(missing_ok=True)


def _restore(writer: Writer, entry: PaperEntry) -> None:
    """Bring back the library's copy of a paper, and its reading copy where it is no PDF."""
    own, file = original_path(writer.folder, entry.sha256), File(Path(entry.path), entry.sha256)
    form = own.suffix if own.suffix != PDF else FORMS.get(Path(entry.path).suffix.lower(), PDF)
    if not own.is_file() or hash_of(own) != entry.sha256:
        own.unlink(missing_ok=True)
        keep_copy(writer.folder, file, form)
    if form == PDF:
        return
    source = open_source(pdf_path(writer.folder, entry.sha256).with_suffix(form))
    keep_reading_copy(writer.folder, file, source.pdf)
    with open_library(writer.folder) as library:
        held = [library.page(entry.sha256, number).text for number in range(1, entry.pages + 1)]
    if held != [page.text for page in read_source(source, None).pages]:
        writer.read_again(entry.sha256)  # it was set by another version: its passages would stand elsewhere
