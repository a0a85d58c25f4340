"""What a paper is read from: a PDF, or the reading copy of a Word document, a web page or Markdown."""

import email
from collections.abc import Callable
from dataclasses import dataclass
from email import policy
from hashlib import sha256
from pathlib import Path

from corpus.documents import MOST_LETTERS, Document
from corpus.errors import PaperError
from corpus.files import bytes_of, is_pdf
from corpus.forms import ARCHIVE, FORMS, MARKDOWN, PAGE, PDF, WORD
from corpus.laid_out import unfolded
from corpus.markdown_text import read_markdown
from corpus.reading_copy import set_copy
from corpus.web_page import read_web_page
from corpus.word_document import read_word

LONGEST_WORD = 2_000  # letters: addresses of web pages reach some hundreds
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # begins files of Word before 2007, and encrypted ones since
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Source:
    """A file as papers are read from it."""

    name: str
    sha256: str  # of the file
    form: str  # ".docx"
    pdf: bytes  # the file itself where it is a PDF, else its reading copy

    @property
    def is_copy(self) -> bool:
        """Say whether the PDF is a reading copy, whose pages are not the original's."""
        return self.form != PDF


def open_source(path: Path) -> Source:
    """Return what a paper is read from; a ``PaperError`` of one line says why there is nothing."""
    data = bytes_of(path)
    digest = sha256(data).hexdigest()
    form = form_of(data, path.name)
    if form == PDF:
        return Source(path.name, digest, form, data)
    document = _READERS[form](data, path.name)
    if not document.letters:
        raise PaperError(f"{path.name}: holds no words that can be read; print it to PDF")
    if document.letters > MOST_LETTERS:
        raise PaperError(f"{path.name}: {document.letters:,} letters are more than {MOST_LETTERS:,}; split the file")
    if max(len(word) for run in document.runs for word in run.text.split() or [""]) > LONGEST_WORD:
        raise PaperError(f"{path.name}: holds words of more than {LONGEST_WORD:,} letters; print it to PDF")
    return Source(path.name, digest, form, set_copy(unfolded(document), digest))


def form_of(data: bytes, name: str) -> str:
    """Return the form of a file by its contents, and where these cannot say by the ending of its name."""
    told = FORMS.get(Path(name).suffix.lower())
    if data.startswith(_OLD_WORD):
        if _ENCRYPTED in data:
            raise PaperError(f"{name}: encrypted, a password is needed; save a copy without one")
        raise PaperError(f"{name}: an old Word document; save it as .docx or PDF")
    if told in (PAGE, ARCHIVE, MARKDOWN) and not data.startswith(b"%PDF-"):
        return told
    if is_pdf(data):
        return PDF
    if data.startswith(b"PK\x03\x04") and (told == WORD or b"word/document.xml" in data):
        return WORD
    if told == WORD:
        raise PaperError(f"{name}: damaged, not a Word document; save it again or as PDF")
    if told == PDF:
        raise PaperError(f"{name}: not a PDF; save it as one or leave it out")
    raise PaperError(f"{name}: not a PDF, a Word document, a web page or Markdown; save it as PDF or leave it out")


def _read_archive(data: bytes, name: str) -> Document:
    """Read a web page that was saved as one file with its pictures."""
    message = email.message_from_bytes(data, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    contents = page.get_payload(decode=True) if page is not None else None
    if not isinstance(contents, bytes):
        raise PaperError(f"{name}: holds no web page; print it to PDF")
    charset = page.get_content_charset() if page is not None else None
    said = f"<meta charset={charset}>".encode() if charset else b""
    return read_web_page(said + contents, name)


_READERS: dict[str, Callable[[bytes, str], Document]] = {
    WORD: read_word,
    PAGE: read_web_page,
    ARCHIVE: _read_archive,
    MARKDOWN: read_markdown,
}
