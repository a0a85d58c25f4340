"""The column headings of a table's row: all levels of them, from the rows above it or where the table began."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from math import inf

import numpy as np

from corpus.setting import CELL
from corpus.types import Line, Page, Span
from index.library import Library
from index.types import Passage
from search.cite import find
from search.decided import lead_words
from search.kept import kept, passage_id

PAGES_BACK = 3  # pages before its own on which a table may begin: more were never seen without its headings said again
HEADING_ROWS = 3  # of one table: years, "Year 5", "£000s"
FIGURE = re.compile(r"[-–+(]{0,2}\s?£?\s?\d[\d,. ]*(?:\s?(?:%|m|k|bn|p|per cent))?\)?\s?[*†]?", re.IGNORECASE)
LABEL = 6  # words of a line within a table that is no row of it
HEAD = re.compile(r"(?:19|20)\d\d|£\s?000")
"""A year or a unit, which looks like a figure and stands over a column of them."""
TENTHS = 10  # of a point, in which pages have the places of their words
LEVEL = 0.5  # of the lower cell's height, by which cells beside each other overlap that stand on one level
ROWS_SEEN = 6  # of a table, by which its columns are known for such of figures
NEAR = 1.5  # line heights between the levels of one heading

Sides = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a heading row or of a row, with where they stand on the page; nowhere where it is not known."""

    words: str
    start: int
    sides: Sides | None


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings over a row, and the stretch of the page in which they stand."""

    words: str
    every: str  # with those over columns in which the row has nothing
    page: int
    start: int
    end: int


def before(library: Library, passage: Passage, quote: str) -> str:
    """Return what is to stand before words of a table: what the record says introduces it, and its headings.

    Nothing of it is said twice, and nothing that is quoted anyhow.
    """
    found = _found(library, passage, quote)
    lead = lead_words(library, [span for span in passage.lead if found is None or not _within(library, span, found)])
    told = [words for words in (lead, found.words if found else "") if words and words not in quote]
    if len(told) == 2 and (told[0] in told[1] or told[1] in told[0]):
        return max(told, key=len)
    return " ".join(told)


@kept(passage_id)
def above(library: Library, passage: Passage) -> str:
    """Return what is to stand before the whole of a passage of a table."""
    return before(library, passage, passage.text)


@kept(passage_id)
def is_heads(library: Library, passage: Passage) -> bool:
    """Say whether all that a passage holds is rows that head the columns of a table."""
    return bool(passage.spans) and all(heads(library, span) for span in passage.spans)


def heads(library: Library, span: Span) -> bool:
    """Say whether these words of a page are a row that heads the columns of the rows below it."""
    cells = library.page_text(span.paper, span.page).text[span.start : span.end].split(CELL)
    if len(cells) == 1 or any(figure(cell.strip()) for cell in cells):
        return False
    page = library.page(span.paper, span.page)
    body = [line for line in page.lines if line.role == "body"]
    at = next((n for n, line in enumerate(body) if line.start <= span.start < line.end), None)
    return at is not None and _heads_below(page, body, at)


def _heads_below(page: Page, body: Sequence[Line], at: int) -> bool:
    """Say whether a line is among the headings that begin a table of figures: a form has texts under each other."""
    row = next((n for n in range(at + 1, len(body)) if _figures(page, body[n])), None)
    if row is None:
        return False
    columns = len(body[row].cells)
    cells = _cells(page, body[row])
    above = _run(page, body[:row], cells)
    below = list(takewhile(lambda line: len(line.cells) == columns, body[row : row + ROWS_SEEN]))
    counted = sum(_alike(cells, _cells(page, line)) for line in below)
    over = body.index(above[0]) - 1 if above else -1
    within = over >= 0 and len(body[over].cells) == columns and _touches(body[over], above)
    return body[at] in above and not within and counted * 2 > len(below)


def _alike(row: Sequence[Cell], other: Sequence[Cell]) -> bool:
    """Say whether two rows have figures in a common column."""
    return any(figure(cell.words) and figure(too.words) for cell, too in zip(row, other, strict=True))


def figure(cell: str) -> bool:
    """Say whether a cell is a figure, and neither words nor the year or the unit over a column."""
    return bool(FIGURE.fullmatch(cell)) and not HEAD.fullmatch(cell)


def _found(library: Library, passage: Passage, quote: str) -> Heads | None:
    where = find(library, passage, quote)
    if where is None:
        return None
    first = max(0, where.page - 1 - PAGES_BACK)
    earlier = (library.page(passage.paper, number) for number in range(where.page - 1, first, -1))
    page = library.page(passage.paper, where.page)
    return over(page, where.start, where.end if where.end_page == where.page else len(page.text), earlier)


def _within(library: Library, span: Span, found: Heads) -> bool:
    """Say whether words that introduce a table are among its headings, where it began or said again on a later page."""
    here = span.page == found.page and found.start <= span.start and span.end <= found.end
    return here or lead_words(library, [span]) in found.every


def over(page: Page, start: int, end: int, earlier: Iterable[Page]) -> Heads | None:
    """Return the column headings over the first row with figures from ``start`` on, the upper level first.

    ``earlier`` are the pages before it, the nearest first, on which its table may have begun. A column that has nothing
    in any row up to ``end`` has its heading left out: over the figures that are there it would stand over the next.
    Where the places do not tell which that is, rows of fewer cells than headings have none.
    """
    at = next((n for n, line in enumerate(page.lines) if line.end > start and _figures(page, line)), None)
    if at is None:
        return None
    row = page.lines[at]
    quoted = [line for line in page.lines[at:] if line.start < max(end, row.end) and len(line.cells) == len(row.cells)]
    rows = [_cells(page, line) for line in quoted]
    found = _above(page, page.lines[:at], rows)
    for page_before in earlier:
        body = [line for line in page_before.lines if line.role == "body"]
        if found is not None or not body or len(body[-1].cells) != len(row.cells):
            break  # found, or another table: this one does not begin there
        found = _above(page_before, body, rows)
    return found


def _above(page: Page, lines: Sequence[Line], rows: Sequence[Sequence[Cell]]) -> Heads | None:
    """Return the nearest headings above rows; None where the rows above them have none."""
    body = [one for one in lines if one.role == "body"]
    run = _run(page, body, rows[0])
    if not run:
        return None
    levels = _levels([_cells(page, line) for line in run])
    empty = _blank(rows)
    under = [line for line in body[body.index(run[-1]) + 1 :] if len(line.cells) == len(rows[0])] if empty else []
    blank = _over_nothing(levels, [*rows, *(_cells(page, line) for line in under)], empty) if empty else []
    told = [[cell for cell in level if cell.words] for level in levels]
    left = [[cell for cell in level if cell not in blank] for level in told]
    if empty and max(map(len, left)) > max(sum(bool(cell.words) for cell in row) for row in rows):
        left = []  # over fewer cells, it cannot be said which stands over which
    words, every = (" ".join(cell.words for level in some for cell in level) for some in (left, told))
    return Heads(words, every, page.number, run[0].start, run[-1].end)


def _run(page: Page, body: Sequence[Line], row: Sequence[Cell]) -> list[Line]:
    """Return the heading rows nearest above a row, with the single words among them and over them."""
    found: list[Line] = []
    passed: list[Line] = []
    levels = 0
    for line in reversed(body):
        if levels < HEADING_ROWS and _touches(line, found) and _heads(page, line, row, below=bool(found)):
            levels += not any(_beside(line, other) for other in found)
            found.append(line)
        elif found and _stands_over(page, line, row, found):
            found.append(line)
        elif found or not (line.cells or _label(page, line)):
            break
        elif not line.cells:
            passed.append(line)
    beside = [line for line in passed if any(_beside(line, other) for other in found)]
    return sorted((*beside, *found), key=lambda line: line.start)


def _heads(page: Page, line: Line, row: Sequence[Cell], *, below: bool = False) -> bool:
    """Say whether a line has no figures itself and a word over most of the figures of a row.

    Above or beside other headings (``below``) fewer words do, each over several columns.
    """
    cells = _cells(page, line)
    filled = [cell for cell in cells if cell.words]
    if len(filled) < 2 or _figures(page, line):
        return False
    figures = [n for n, cell in enumerate(row) if figure(cell.words)]
    if len(cells) == len(row):
        return sum(bool(cells[n].words) for n in figures) * 2 >= len(figures)
    return below or len(filled) >= len(figures) or _over_figures(filled, row)


def _over_figures(cells: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Say whether each of some cells stands over the columns of a row's figures: "Q1 Q2 Q3 Q4"."""
    figures = [cell.sides for cell in row if cell.sides and figure(cell.words)]
    if not figures:
        return False
    left, right = min(side[0] for side in figures), max(side[2] for side in figures)
    return all(cell.sides is not None and left <= _middle(cell.sides) <= right for cell in cells)


def _stands_over(page: Page, line: Line, row: Sequence[Cell], found: Sequence[Line]) -> bool:
    """Say whether a line without columns is a heading too: beside heading rows, or right above them over figures."""
    if line.cells or not _label(page, line) or not line.bottom:
        return False
    if any(_beside(line, other) for other in found):
        return True
    here = Cell(page.text[line.start : line.end], line.start, (line.left, line.top, line.right, line.bottom))
    beyond = [cell.sides[2] for cell in row[:1] if cell.sides]
    return _touches(line, found) and _over_figures([here], row) and all(line.left > right for right in beyond)


def _touches(line: Line, found: Sequence[Line]) -> bool:
    """Say whether a line stands right above or among other lines, where their places are known."""
    if not found or not line.bottom:
        return True
    top = min(other.top for other in found)
    return top - line.bottom <= NEAR * line.size


def _beside(line: Line, other: Line) -> bool:
    """Say whether two lines are beside each other: on one height, and neither over the other."""
    if line is other or not line.bottom:
        return False
    apart = line.right <= other.left or other.right <= line.left
    return apart and _overlap(line.top, line.bottom, other.top, other.bottom)


def _overlap(top: float, bottom: float, other_top: float, other_bottom: float) -> bool:
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared > LEVEL * min(bottom - top, other_bottom - other_top)


def _levels(lines: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    """Return the cells of heading rows level by level, the upper first, each from left to right.

    Rows are in one level where they stand beside each other; without their places each is a level in its order.
    """
    known = [[cell for cell in line if cell.words] for line in lines]
    if any(cell.sides is None for line in known for cell in line):
        return known
    levels: list[list[Cell]] = []
    for line in sorted(known, key=lambda cells: min(_sides(cell)[1] for cell in cells)):
        level = next((one for one in levels if _one_level(one, line)), None)
        if level is None:
            levels.append(list(line))
        else:
            level.extend(line)
    return [sorted(level, key=lambda cell: _sides(cell)[0]) for level in levels]


def _one_level(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    (top, bottom), (top_too, bottom_too) = _height(one), _height(other)
    crossed = any(
        min(_sides(cell)[2], _sides(too)[2]) > max(_sides(cell)[0], _sides(too)[0]) for cell in one for too in other
    )
    return not crossed and _overlap(top, bottom, top_too, bottom_too)


def _height(cells: Sequence[Cell]) -> tuple[float, float]:
    return min(_sides(cell)[1] for cell in cells), max(_sides(cell)[3] for cell in cells)


def _blank(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """Return the columns in which none of the rows has anything."""
    return [n for n, cells in enumerate(zip(*rows, strict=True)) if not any(cell.words for cell in cells)]


def _over_nothing(levels: Sequence[Sequence[Cell]], rows: Sequence[Sequence[Cell]], blank: Sequence[int]) -> list[Cell]:
    """Return the headings that stand over blank columns alone; none where the places leave it open."""
    columns = [[cell.sides for cell in cells if cell.sides] for cells in zip(*rows, strict=True)]
    filled = [n for n, sides in enumerate(columns) if n not in blank and sides]
    found: list[Cell] = []
    for one, other in pairwise((*filled, len(columns)) if filled else ()):
        if other - one == 1:
            continue
        left = max(side[2] for side in columns[one])
        right = min((side[0] for side in columns[other]), default=inf) if other in filled else inf
        for level in levels:
            inside = [cell for cell in level if cell.sides and left < cell.sides[0] and cell.sides[2] < right]
            rest = [cell for above in levels for cell in above if cell not in inside]
            beside = [n for n in (one, other) if n in filled]
            if len(inside) < other - one and all(_headed(rest, columns[n]) for n in beside):
                found += inside
    return found + [
        cell for level in levels for cell in level if cell not in found and _over_blank(cell, columns, blank)
    ]


def _over_blank(cell: Cell, columns: Sequence[Sequence[Sides]], blank: Sequence[int]) -> bool:
    """Say whether a heading stands over columns that other rows fill, and that are all blank here."""
    over = [n for n, column in enumerate(columns) if column and _headed([cell], column)]
    return bool(over) and all(n in blank for n in over)


def _headed(cells: Sequence[Cell], column: Sequence[Sides]) -> bool:
    """Say whether one of some headings stands over a column."""
    left, right = min(side[0] for side in column), max(side[2] for side in column)
    return any(cell.sides is not None and cell.sides[0] < right and left < cell.sides[2] for cell in cells)


def _figures(page: Page, line: Line) -> bool:
    return any(figure(page.text[start:end].strip()) for start, end in line.cells)


def _cells(page: Page, line: Line) -> list[Cell]:
    """Return the cells of a line, each with the box around its words; of a line without columns its words alone."""
    parts = line.cells or ((line.start, line.end),)
    boxes = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6) if page.words else None
    return [
        Cell(" ".join(page.text[start:end].split()), start, None if boxes is None else _box(boxes, start, end))
        for start, end in parts
    ]


def _box(boxes: "np.ndarray[tuple[int, int], np.dtype[np.int32]]", start: int, end: int) -> Sides | None:
    first, last = np.searchsorted(boxes[:, 0], (start, end))
    if first == last:
        return None
    own = boxes[first:last]
    return (
        float(own[:, 2].min()) / TENTHS, float(own[:, 3].min()) / TENTHS,
        float(own[:, 4].max()) / TENTHS, float(own[:, 5].max()) / TENTHS,
    )  # fmt: skip


def _sides(cell: Cell) -> Sides:
    return cell.sides or (0.0, 0.0, 0.0, 0.0)


def _middle(sides: Sides) -> float:
    return (sides[0] + sides[2]) / 2


def _label(page: Page, line: Line) -> bool:
    """Say whether a line without columns may stand within a table: "Funded"."""
    return len(page.text[line.start : line.end].split()) <= LABEL
