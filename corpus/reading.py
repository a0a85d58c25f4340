"""Reading a paper: from a file to pages that have text, lines, words and printed page numbers."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image

from corpus import pdf
from corpus.drafts import Draft
from corpus.furniture import furnished
from corpus.gibberish import is_gibberish
from corpus.hyphens import breaks_words, joiner, vocabulary
from corpus.lines import lines
from corpus.ocr import DPI, Ocr
from corpus.reading_copy import EDGE
from corpus.scans import as_it_lies, is_picture, read_scans
from corpus.setting import set_text
from corpus.sheets import Sheet
from corpus.source import Source, open_source
from corpus.types import Page, PageSource, Paper
from corpus.words import Word, words

log = logging.getLogger(__name__)


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
        sizes = [(sheet.width, sheet.height) for sheet in sheets]
        seen = _recognise(document, source.name, sheets, found, scans, ocr) if ocr and not source.is_copy else {}
    if not source.is_copy:  # the words of a copy are those of its document, whatever they are
        _without_gibberish(source.name, found, seen)
    drafts = [lines(sheet, page) for sheet, page in zip(sheets, found, strict=True)]
    printed: list[str | None] = [None] * len(sheets)
    if source.is_copy:
        drafts = [_edged(page, sheet.height) for page, sheet in zip(drafts, sheets, strict=True)]
    else:
        drafts, printed = furnished(drafts, sheets)
    known = cache(lambda: vocabulary(word.text for page in found for word in page))
    habit = cache(lambda: breaks_words(found, known))
    keeps = None if source.is_copy else joiner(known, habit)  # a reading copy breaks no word at a line's end
    pages = []
    for index, (sheet, drawn, number) in enumerate(zip(sheets, drafts, printed, strict=True)):
        text, rows, boxes = set_text(drawn, keeps)
        told: PageSource = "copy" if source.is_copy else "ocr" if index in seen else "text"
        page = Page(source.sha256, sheet.number, number, *sizes[index], text, rows, boxes, told if text else "none")
        pages.append(as_it_lies(page, *seen.get(index, (0.0, 0))))
    return Paper(source.sha256, source.name, title, tuple(pages), folder)


def _edged(page: Sequence[Draft], height: float) -> list[Draft]:
    """Return the lines of a page of a reading copy, those that it repeats around the text known by their place."""
    return [
        replace(draft, role="head" if draft.bottom < EDGE else "foot" if draft.top > height - EDGE else draft.role)
        for draft in page
    ]


def _without_gibberish(name: str, found: list[list[Word]], seen: Mapping[int, object]) -> None:
    """Take away the words of pages whose text is no language and that nothing has read by their looks.

    Such a page counts as one without text, which ingestion tells and reads again where recognition is installed.
    """
    for index, page in enumerate(found):
        if index not in seen and is_gibberish(" ".join(word.text for word in page)):
            log.warning(
                "%s: page %d: its text layer is no language; install Tesseract and read it again", name, index + 1
            )
            page.clear()


def _recognise(
    document: Any, name: str, sheets: list[Sheet], found: list[list[Word]], scans: Sequence[bool], ocr: Ocr
) -> dict[int, tuple[float, int]]:
    """Put what recognition reads in the place of pages that only their looks tell.

    Return how far each leans, and by how many quarter turns it was set upright.
    """
    seen = {}
    pages = [index for index, is_scan in enumerate(scans) if is_scan]

    def draw(index: int) -> Image.Image:
        size = (round(side * DPI / 72) for side in (sheets[index].width, sheets[index].height))
        return pdf.picture(document, sheets[index].number, name, *size)

    for index, scan in zip(pages, read_scans(draw, pages, ocr), strict=True):
        found[index], seen[index] = list(scan.words), (scan.lean, scan.turns)
        sheet = replace(sheets[index], rules=scan.rules)
        sheets[index] = replace(sheet, width=sheet.height, height=sheet.width) if scan.turns % 2 else sheet
    return seen
