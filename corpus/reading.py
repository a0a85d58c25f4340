"""Reading a paper: from a file to pages that have text, lines, words and printed page numbers."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from corpus import pdf
from corpus.drafts import Draft
from corpus.furniture import furnished
from corpus.hyphens import joiner, vocabulary
from corpus.lines import lines
from corpus.ocr import DPI, Ocr
from corpus.reading_copy import EDGE
from corpus.scans import is_picture, leaning, read_scans
from corpus.setting import set_text
from corpus.sheets import Sheet
from corpus.source import Source, open_source
from corpus.types import Page, PageSource, Paper
from corpus.words import Word, words


def read_paper(path: Path, *, ocr: Ocr | None = None) -> Paper:
    """Read a paper; a file that cannot be read raises a ``PaperError`` whose one line says why and what to do."""
    return read_source(open_source(path), path.resolve().parent.name or None, ocr=ocr)


def read_source(source: Source, folder: str | None, *, ocr: Ocr | None = None) -> Paper:
    """Read a paper from what was opened; ``folder`` is the name of the one that it was taken from."""
    with pdf.opened(source.pdf, source.name) as document:
        sheets = [pdf.sheet(document, number, source.name) for number in range(1, pdf.page_count(document) + 1)]
        title = pdf.title(document)
        found = [words(sheet) for sheet in sheets]
        scans = [is_picture(sheet, page) for sheet, page in zip(sheets, found, strict=True)]
        lean = _recognise(document, source.name, sheets, found, scans, ocr) if ocr and not source.is_copy else {}
    drafts = [lines(sheet, page) for sheet, page in zip(sheets, found, strict=True)]
    printed: list[str | None] = [None] * len(sheets)
    if source.is_copy:
        drafts = [_edged(page, sheet.height) for page, sheet in zip(drafts, sheets, strict=True)]
    else:
        drafts, printed = furnished(drafts, sheets)
    known = cache(lambda: vocabulary(word.text for page in found for word in page))
    keeps = None if source.is_copy else joiner(known)  # a reading copy breaks no word at a line's end
    pages = []
    for index, (sheet, drawn, number) in enumerate(zip(sheets, drafts, printed, strict=True)):
        text, rows, boxes = set_text(drawn, keeps)
        told: PageSource = "copy" if source.is_copy else "ocr" if index in lean else "text"
        page = Page(source.sha256, sheet.number, number, sheet.width, sheet.height, text, rows, boxes,
                    told if text else "none")  # fmt: skip
        pages.append(leaning(page, lean.get(index, 0.0)))
    return Paper(source.sha256, source.name, title, tuple(pages), folder)


def _edged(page: Sequence[Draft], height: float) -> list[Draft]:
    """Return the lines of a page of a reading copy, those that it repeats around the text known by their place."""
    return [
        replace(draft, role="head" if draft.bottom < EDGE else "foot" if draft.top > height - EDGE else draft.role)
        for draft in page
    ]


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
