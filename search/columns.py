"""The column headings of a table's row: from the rows above it, on its own page or where the table began."""

import re
from collections.abc import Iterable, Sequence

from corpus.types import Line, Page
from index.library import Library
from index.types import Passage
from search.cite import find
from search.decided import lead_words

PAGES_BACK = 3  # pages before its own on which a table may begin: more were never seen without its headings said again
HEADING_ROWS = 3  # of one table: years, "Year 5", "£000s"
FIGURE = re.compile(r"[-–+(]{0,2}\s?£?\s?\d[\d,. ]*(?:\s?(?:%|m|k|bn|p|per cent))?\)?\s?[*†]?", re.IGNORECASE)
LABEL = 6  # words of a line within a table that is no row of it
YEAR = re.compile(r"(?:19|20)\d\d")


def before(library: Library, passage: Passage, quote: str) -> str:
    """Return what is to stand before words of a table: its headings, and what the record says introduces it.

    Nothing of it is said twice, and nothing that is quoted anyhow.
    """
    lead, said = lead_words(library, passage.lead), headings(library, passage, quote)
    told = [words for words in (lead, said) if words and words not in quote]
    if len(told) == 2 and (told[0] in told[1] or told[1] in told[0]):
        return max(told, key=len)
    return " ".join(told)


def headings(library: Library, passage: Passage, quote: str) -> str:
    """Return the column headings over the first row with figures in words of a table; empty where none are found."""
    where = find(library, passage, quote)
    if where is None:
        return ""
    first = max(0, where.page - 1 - PAGES_BACK)
    earlier = (library.page(passage.paper, number) for number in range(where.page - 1, first, -1))
    return over(library.page(passage.paper, where.page), where.start, earlier)


def over(page: Page, start: int, earlier: Iterable[Page]) -> str:
    """Return the column headings over the first row with figures from ``start`` on.

    ``earlier`` are the pages before it, the nearest first, on which its table may have begun.
    """
    at = next((n for n, line in enumerate(page.lines) if line.end > start and _figures(page, line)), None)
    if at is None:
        return ""
    row = page.lines[at]
    found = _above(page, page.lines[:at], _cells(page, row))
    for page_before in earlier:
        body = [line for line in page_before.lines if line.role == "body"]
        if found is not None or not body or len(body[-1].cells) != len(row.cells):
            break  # found, or another table: this one does not begin there
        found = _above(page_before, body, _cells(page, row))
    return found or ""


def _above(page: Page, lines: Sequence[Line], row: Sequence[str]) -> str | None:
    """Return the words of the nearest heading rows above a row; None where the rows above it have none."""
    found: list[str] = []
    for line in reversed([one for one in lines if one.role == "body"]):
        if _heads(page, line, row):
            found.append(" ".join(" ".join(_cells(page, line)).split()))
            if len(found) == HEADING_ROWS:
                break
        elif found or not (line.cells or _label(page, line)):
            break
    return " ".join(reversed(found)) or None


def _heads(page: Page, line: Line, row: Sequence[str]) -> bool:
    """Say whether a line has no figures itself and a word over most of the figures of a row."""
    cells = _cells(page, line)
    if sum(map(bool, cells)) < 2 or _figures(page, line):
        return False
    figures = [n for n, cell in enumerate(row) if _figure(cell)]
    if len(cells) != len(row):
        return sum(map(bool, cells)) >= len(figures)
    return sum(bool(cells[n]) for n in figures) * 2 >= len(figures)


def _figures(page: Page, line: Line) -> bool:
    return any(map(_figure, _cells(page, line)))


def _figure(cell: str) -> bool:
    return bool(FIGURE.fullmatch(cell)) and not YEAR.fullmatch(cell)


def _cells(page: Page, line: Line) -> list[str]:
    return [page.text[start:end].strip() for start, end in line.cells]


def _label(page: Page, line: Line) -> bool:
    """Say whether a line without columns may stand within a table: "Funded"."""
    return len(page.text[line.start : line.end].split()) <= LABEL
