"""The files that papers come from, and the copies that the library keeps of them."""

import os
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from corpus.errors import PaperError
from corpus.forms import FORMS, PDF
from index.held import Rows
from index.store import PAPERS, pdf_path
from index.vectors import sync_folder


@dataclass(frozen=True, slots=True)
class File:
    """A file where ingestion met it, by the SHA-256 of its contents."""

    path: Path  # absolute
    sha256: str

    @property
    def key(self) -> str:
        """Return the path as the library writes it; bytes that are no text are spelt out."""
        return str(self.path).encode("utf-8", "backslashreplace").decode()

    @property
    def read_as(self) -> str:
        """Return all of the path that reading may draw on: its name and its folder's."""
        return "/".join(Path(self.key).parts[-2:])


def original_path(folder: Path, sha256: str) -> Path:
    """Return where the library keeps a paper's own file: beside its reading copy, where it is no PDF."""
    forms = sorted({form for form in FORMS.values() if form != PDF})
    beside = (pdf_path(folder, sha256).with_suffix(form) for form in forms)
    return next((path for path in beside if path.is_file()), pdf_path(folder, sha256))


def keep_reading_copy(folder: Path, file: File, copy: bytes) -> None:
    """Write the reading copy of a paper into the library, whole or not at all; ``PaperError`` where it cannot be."""
    kept = pdf_path(folder, file.sha256)
    kept.parent.mkdir(exist_ok=True)
    fresh = kept.with_suffix(".new")
    try:
        with fresh.open("wb") as written:
            written.write(copy)
            written.flush()
            os.fsync(written.fileno())
    except OSError as error:
        said = f"its reading copy could not be written ({error.strerror})"
        raise PaperError(f"{file.path.name}: {said}: ingest it again") from error
    fresh.replace(kept)
    sync_folder(kept.parent)


def keep_copy(folder: Path, file: File, form: str = PDF) -> None:
    """Copy a paper's file into the library, whole or not at all; ``PaperError`` where it is not what was read."""
    kept = pdf_path(folder, file.sha256).with_suffix(form)
    if kept.is_file():
        return
    kept.parent.mkdir(exist_ok=True)
    fresh = kept.with_suffix(".new")
    hashed = sha256()
    try:
        with file.path.open("rb") as source, fresh.open("wb") as copy:
            while block := source.read(1 << 20):
                hashed.update(block)
                copy.write(block)
            copy.flush()
            os.fsync(copy.fileno())
    except OSError as error:
        raise PaperError(f"{file.path.name}: could not be copied ({error.strerror}): ingest it again") from error
    if hashed.hexdigest() != file.sha256:
        raise PaperError(f"{file.path.name}: changed while it was being read: ingest it again")
    fresh.replace(kept)
    sync_folder(kept.parent)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file's contents."""
    with path.open("rb") as contents:
        return file_digest(contents, "sha256").hexdigest()


def loose_copies(rows: Rows, folder: Path) -> list[Path]:
    """Return what lies among the copies of papers and is the copy of no paper that is held."""
    held, forms = {one for (one,) in rows("SELECT sha256 FROM papers")}, frozenset(FORMS.values())
    return sorted(path for path in (folder / PAPERS).glob("*") if path.stem not in held or path.suffix not in forms)
