"""Reading a PDF: from a file to a paper whose pages have text, lines, words and printed page numbers."""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Protocol

from PIL import Image

from corpus import pdf
from corpus.furniture import furnished
from corpus.hyphens import joiner, vocabulary
from corpus.lines import lines
from corpus.setting import set_text
from corpus.sheets import Sheet
from corpus.types import Page, PageSource, Paper
from corpus.words import Word, words

SHARPNESS = 300  # dots an inch at which pages are recognised: below it small print suffers, above it only time


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
        found = [words(sheet) for sheet in sheets]
        scans = [not page and len(sheet.pictures) > 0 for sheet, page in zip(sheets, found, strict=True)]
        if ocr is not None:
            for index in [index for index, is_scan in enumerate(scans) if is_scan]:
                found[index] = _recognised(document, sheets[index], path.name, ocr)
    digest = sha256(path.read_bytes()).hexdigest()
    drafts, printed = furnished([lines(sheet, page) for sheet, page in zip(sheets, found, strict=True)], sheets)
    known = cache(lambda: vocabulary(word.text for page in found for word in page))
    keeps = joiner(known)
    pages = []
    for sheet, page, number, is_scan in zip(sheets, drafts, printed, scans, strict=True):
        text, rows, boxes = set_text(page, keeps)
        source: PageSource = "none" if not text else "ocr" if is_scan else "text"
        pages.append(Page(digest, sheet.number, number, sheet.width, sheet.height, text, rows, boxes, source))
    return Paper(digest, path.name, title, tuple(pages), path.resolve().parent.name or None)


def _recognised(document: Any, sheet: Sheet, name: str, ocr: Ocr) -> list[Word]:
    """Return the words that recognition finds on a page that is only a picture, placed in points."""
    scale = SHARPNESS / 72
    image = pdf.picture(document, sheet.number, name, round(sheet.width * scale), round(sheet.height * scale))
    return [
        word._replace(
            left=word.left / scale,
            top=word.top / scale,
            right=word.right / scale,
            bottom=word.bottom / scale,
            size=word.size / scale,
        )
        for word in ocr.read(image)
    ]
