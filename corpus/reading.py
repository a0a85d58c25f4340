"""Reading a PDF: from a file to a paper whose pages have text, lines, words and printed page numbers."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from PIL import Image

from corpus import pdf
from corpus.files import load
from corpus.furniture import furnished
from corpus.hyphens import joiner, vocabulary
from corpus.lines import lines
from corpus.ocr import DPI, Ocr
from corpus.scans import is_picture, leaning, read_scans
from corpus.setting import set_text
from corpus.sheets import Sheet
from corpus.types import Page, PageSource, Paper
from corpus.words import Word, words


def read_paper(path: Path, *, ocr: Ocr | None = None) -> Paper:
    """Read a paper; a file that cannot be read raises a ``PaperError`` whose one line says why and what to do."""
    data = load(path)
    with pdf.opened(data, path.name) as document:
        sheets = [pdf.sheet(document, number, path.name) for number in range(1, pdf.page_count(document) + 1)]
        title = pdf.title(document)
        found = [words(sheet) for sheet in sheets]
        scans = [is_picture(sheet, page) for sheet, page in zip(sheets, found, strict=True)]
        lean = _recognise(document, path.name, sheets, found, scans, ocr) if ocr else {}
    digest = sha256(data).hexdigest()
    drafts, printed = furnished([lines(sheet, page) for sheet, page in zip(sheets, found, strict=True)], sheets)
    known = cache(lambda: vocabulary(word.text for page in found for word in page))
    keeps = joiner(known)
    pages = []
    for index, (sheet, drawn, number) in enumerate(zip(sheets, drafts, printed, strict=True)):
        text, rows, boxes = set_text(drawn, keeps)
        source: PageSource = "none" if not text else "ocr" if index in lean else "text"
        page = Page(digest, sheet.number, number, sheet.width, sheet.height, text, rows, boxes, source)
        pages.append(leaning(page, lean.get(index, 0.0)))
    return Paper(digest, path.name, title, tuple(pages), path.resolve().parent.name or None)


def _recognise(
    document: Any, name: str, sheets: list[Sheet], found: list[list[Word]], scans: Sequence[bool], ocr: Ocr
) -> dict[int, float]:
    """Put what recognition reads in the place of pages that only their looks tell; return how far each leans."""
    lean = {}
    pages = [index for index, is_scan in enumerate(scans) if is_scan]

    def draw(index: int) -> Image.Image:
        size = (round(side * DPI / 72) for side in (sheets[index].width, sheets[index].height))
        return pdf.picture(document, sheets[index].number, name, *size)

    for index, scan in zip(pages, read_scans(draw, pages, ocr), strict=True):
        found[index], lean[index] = list(scan.words), scan.lean
        sheets[index] = replace(sheets[index], rules=scan.rules)
    return lean
