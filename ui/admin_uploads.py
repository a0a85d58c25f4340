"""Papers that come from a browser: names that can do no harm, nothing half written, nothing written over.

They lie in the library's ``uploads``, under their own names, so that a new library can be built from them. One that is
not held when its ingestion is over, because it is exempt or could not be read, does not stay on the machine.
"""

import os
import re
import secrets
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from corpus.errors import MinutebookError
from index.files import File, hash_of
from index.library import open_library
from index.plan import SUFFIXES
from index.store import DATABASE
from ui.plain import one_line

UPLOADS = "uploads"  # the folder
LARGEST = 200_000_000  # bytes of one paper: the largest budget book met has 60 million
TOGETHER = 1_000_000_000  # bytes of one upload
MANY = 200  # papers of one upload
LONGEST = 150  # bytes of a name: file systems take 255, and some is kept for a number
BLOCK = 1 << 20
_UNSAFE = re.compile(r"[^\w .,()&+'’–-]")
_EDGES = " .-"


class UploadError(MinutebookError):
    """An upload cannot be taken in; the message names the file and the mend."""


def safe_name(given: str) -> str:
    """Return a file name that stands in one folder whatever was given, of the same letters where they do no harm.

    ``UploadError`` where it is not the name of a paper that can be read.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", one_line(given)))[-1]
    stem, suffix = Path(last).stem, Path(last).suffix.lower()
    if suffix not in SUFFIXES:
        can = ", ".join(sorted(SUFFIXES))
        raise UploadError(f"{last or 'A nameless file'} is no paper that can be read: give files that end in {can}")
    stem = _UNSAFE.sub("_", stem).strip(_EDGES) or "paper"
    return f"{_cut(stem)}{suffix}"


def receive(library: Path, name: str, contents: BinaryIO) -> Path:
    """Write an uploaded paper into the library's folder of uploads, whole or not at all, and return where it lies.

    The same contents under the same name lie there once; other contents get a number behind the name.
    """
    safe = safe_name(name)
    folder = library.absolute() / UPLOADS
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / f".{secrets.token_hex(8)}.new"
    try:
        written = 0
        with fresh.open("xb") as copy:
            while block := contents.read(BLOCK):
                written += len(block)
                if written > LARGEST:
                    raise UploadError(f"{safe} is larger than {LARGEST // 10**6} MB: ingest it on the machine itself")
                copy.write(block)
            copy.flush()
            os.fsync(copy.fileno())
        return _placed(fresh, folder, safe)
    finally:
        fresh.unlink(missing_ok=True)


def clear_up(library: Path, papers: Sequence[Path]) -> None:
    """Delete those of these uploaded papers that the library does not hold."""
    own = library.absolute() / UPLOADS
    uploaded = [path for path in papers if path.parent == own]
    if not uploaded or not (library / DATABASE).is_file():
        return
    with open_library(library) as held:
        kept = {path for (path,) in held.rows("SELECT path FROM files WHERE status = 'held'")}
    for path in uploaded:
        if File(path, "").key not in kept and File(own.resolve() / path.name, "").key not in kept:
            path.unlink(missing_ok=True)


def _placed(fresh: Path, folder: Path, safe: str) -> Path:
    stem, suffix = Path(safe).stem, Path(safe).suffix
    contents = hash_of(fresh)
    for number in range(1, 10_000):
        path = folder / (f"{stem} ({number}){suffix}" if number > 1 else safe)
        try:
            os.link(fresh, path)  # unlike a rename, it never takes the place of another file
        except FileExistsError:
            if hash_of(path) == contents:
                return path
            continue
        return path
    raise UploadError(f"{safe}: too many papers have this name: give it another")


def _cut(stem: str) -> str:
    return stem.encode()[:LONGEST].decode(errors="ignore").strip(_EDGES)
