"""Taking a paper's bytes from the disk."""

from pathlib import Path

from corpus.errors import PaperError

MOST_BYTES = 512 * 1024 * 1024  # the largest packs that councils publish run to about 200 MB


def load(path: Path) -> bytes:
    """Return the bytes of a PDF; one that cannot be read at all raises a ``PaperError`` of one line."""
    data = bytes_of(path)
    if not is_pdf(data):
        raise PaperError(f"{path.name}: not a PDF; save it as one or leave it out")
    return data


def bytes_of(path: Path) -> bytes:
    """Return the bytes of a paper's file; ``PaperError`` where it is empty, too large or cannot be opened."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise PaperError(f"{path.name}: cannot be opened ({error.strerror}); check the path") from error
    if size == 0:
        raise PaperError(f"{path.name}: the file is empty; fetch it again")
    if size > MOST_BYTES:
        raise PaperError(f"{path.name}: {size >> 20} MB is more than {MOST_BYTES >> 20} MB; split the file")
    return data


def is_pdf(data: bytes) -> bool:
    """Say whether bytes are those of a PDF."""
    return b"%PDF-" in data[:1024]  # readers accept some bytes before the header, as the standard's notes allow
