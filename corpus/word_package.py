"""The package that a Word document is: refused before it is unpacked where it is too large, locked or runs programs."""

import zipfile
from io import BytesIO

from corpus.errors import PaperError

MOST_UNPACKED = 400 * 1024 * 1024  # bytes of all parts: photographs of site visits included
MOST_TEXT = 64 * 1024 * 1024  # bytes of one part of XML: a pack of 1,500 pages has about 20 MB
MOST_PARTS = 5_000


def inspect(data: bytes, name: str) -> None:
    """Refuse what is too large once it is unpacked, and what would run programs."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise PaperError(f"{name}: damaged, it cannot be unpacked; save it again or as PDF") from error
    if any(one.filename.lower().endswith("vbaproject.bin") for one in entries):
        raise PaperError(f"{name}: holds macros; save it as .docx or PDF")
    if any(one.flag_bits & 1 for one in entries):
        raise PaperError(f"{name}: encrypted, a password is needed; save a copy without one")
    written = [one for one in entries if one.filename.lower().endswith((".xml", ".rels"))]
    if (
        len(entries) > MOST_PARTS
        or sum(one.file_size for one in entries) > MOST_UNPACKED
        or max((one.file_size for one in written), default=0) > MOST_TEXT
    ):
        raise PaperError(f"{name}: unpacks to more than a Word document of papers holds; save it as PDF")
