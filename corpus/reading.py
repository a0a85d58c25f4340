"""Reading a PDF: from a file to a paper whose pages have text, lines, words and printed page numbers."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from PIL import Image

from corpus import pdf
from corpus.furniture import furnished
from corpus.hyphens import joiner, vocabulary
from corpus.lines import lines
from corpus.setting import set_text
from corpus.types import Page, Paper
from corpus.words import Word, words


class Ocr(Protocol):
    """Whatever recognises the characters of a page that is only a picture."""

    def read(self, image: Image.Image) -> Sequence[Word]:
        """Return the words of an image in reading order, placed in pixels from its top left corner."""
        ...


def read_paper(path: Path, *, ocr: Ocr | None = None) -> Paper:
    """Read a paper; a file that cannot be read raises a ``PaperError`` whose one line says why and what to do."""
    with pdf.opened(path) as document:
        sheets = [pdf.sheet(document, number, path.name) for number in range(1, pdf.page_count(document) + 1)]
        title = pdf.title(document)
    digest = sha256(path.read_bytes()).hexdigest()
    found = [words(sheet) for sheet in sheets]
    drafts, printed = furnished([lines(sheet, page) for sheet, page in zip(sheets, found, strict=True)], sheets)
    known = cache(lambda: vocabulary(word.text for page in found for word in page))
    keeps = joiner(known)
    pages = []
    for sheet, page, number in zip(sheets, drafts, printed, strict=True):
        text, rows, boxes = set_text(page, keeps)
        pages.append(
            Page(digest, sheet.number, number, sheet.width, sheet.height, text, rows, boxes, "text" if text else "none")
        )
    return Paper(digest, path.name, title, tuple(pages), path.resolve().parent.name or None)
