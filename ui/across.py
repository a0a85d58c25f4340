"""Figures that a table prints across years: read from its rows as printed, or not at all.

Nothing is computed. A row is read only where its heading prints three periods or more, each of its cells there stands
under its own heading, and the cells are numbers of one unit or say that there is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus.types import Line, Page, Span
from ui.periods import FEWEST, STATUSES, UNIT, Period, periods

ABOVE = 3  # lines over a heading in which a table's title and unit stand
PROSE = 4  # words: a line of more, in no cells, is no part of a table
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<minus>[-−–]\s?)?(?P<pound>£\s?)?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?P<after>\s?(?:%|m|k|bn))?(?P<close>\))?"
)
_NONE = re.compile(r"|[-–—]|n/?a|\.{2,3}|not (?:available|known|applicable)", re.IGNORECASE)
_TURN = re.compile(r"year \d+", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a row prints under one period; ``value`` is None where it prints no number."""

    period: Period
    printed: str
    value: float | None
    start: int  # offsets of its words in the page's text
    end: int


@dataclass(frozen=True, slots=True)
class Across:
    """One row of a table: its name, its unit and its cells, the earliest first."""

    name: str
    unit: str  # as printed, empty where none is
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    line: Line
    first: int  # column
    periods: tuple[Period, ...]
    unit: str


def figures_across(page: Page, marked: Sequence[Span]) -> tuple[Across, ...]:
    """Return the rows of a page that are marked and give a figure across periods; none of a page that was scanned."""
    if page.source == "ocr" or not marked:
        return ()
    touched = [(span.start, span.end) for span in marked if span.page == page.number]
    return tuple(
        row for line, row in _rows(page) if any(start < line.end and line.start < end for start, end in touched)
    )


def _rows(page: Page) -> Iterator[tuple[Line, Across]]:
    heading: _Heading | None = None
    begun = False
    for at, line in enumerate(page.lines):
        if not line.cells:
            heading = heading if len(page.text[line.start : line.end].split()) <= PROSE else None
            continue
        cells = _cells(page, line)
        new = periods(cells)
        if new and _may_be_values(page, at, new[1]):
            heading = None
            continue
        if new:
            heading, begun = _Heading(line, *new, _unit_above(page, at, cells[: new[0]])), False
            continue
        if heading is None or len(cells) != len(heading.line.cells):
            continue
        under = cells[heading.first : heading.first + len(heading.periods)]
        if not any(map(_number, under)):
            if not all(map(_NONE.fullmatch, under)):
                heading = None if begun else _with_second(heading, under)
            continue
        begun = True
        row = _row(page, line, cells, heading)
        if row and not _goes_on(page, at):
            yield line, row


def _may_be_values(page: Page, at: int, found: Sequence[Period]) -> bool:
    """Say whether bare years stand within a table, where they may be what a row says: the years that leases end."""
    before = page.lines[at - 1] if at else None
    return found[0].kind == "year" and before is not None and len(before.cells) == len(page.lines[at].cells)


def _row(page: Page, line: Line, cells: Sequence[str], heading: _Heading) -> Across | None:
    """Return a row read under its heading, or None where any of it is uncertain."""
    name = ", ".join(cell for cell in cells[: heading.first] if any(sign.isalpha() for sign in cell))
    made: list[Cell] = []
    marks: set[str] = set()
    for column, period in enumerate(heading.periods, heading.first):
        value, mark = _number(cells[column]) or (None, None)
        made.append(Cell(period, cells[column], value, *line.cells[column]))
        marks |= set() if mark is None else {mark}
    numbers = [one for one in made if one.value is not None]
    if not name or name[0].islower() or len(numbers) < FEWEST or len(marks) > 1:
        return None
    if any(one.value is None and not _NONE.fullmatch(one.printed) for one in made):
        return None
    if all(_YEAR.fullmatch(one.printed) for one in numbers) or not _under(page, line, heading):
        return None
    return Across(name, _unit(name, marks.pop(), heading), tuple(made))


def _unit(name: str, mark: str, heading: _Heading) -> str:
    """Return the unit of a row: that of its numbers, of its name, of its columns or of its table, as printed."""
    if mark:
        return ""  # each number prints it
    own = UNIT.findall(name)
    return own[0] if len(own) == 1 else heading.periods[0].unit or heading.unit


def _number(cell: str) -> tuple[float, str] | None:
    """Return the number that a cell prints and the signs of its unit; brackets and a minus make it negative."""
    match = _NUMBER.fullmatch(cell)
    if not match or bool(match["open"]) != bool(match["close"]) or (match["open"] and match["minus"]):
        return None
    mark = (match["pound"] or "").strip() + (match["after"] or "").strip()
    if match["open"] and "%" in mark:
        return None  # a share in brackets is seldom below nothing
    size = float(match["digits"].replace(",", "") + (match["part"] or ""))
    return (-size if match["open"] or match["minus"] else size), mark


def _with_second(heading: _Heading, under: Sequence[str]) -> _Heading | None:
    """Return a heading with what its second line prints under each period, or None where that is not understood."""
    if all(map(_TURN.fullmatch, under)):
        return heading
    if all(map(UNIT.fullmatch, under)) and len(set(under)) == 1 and not heading.periods[0].unit:
        return replace(heading, unit=under[0])
    if all(cell and set(cell.casefold().split()) <= STATUSES for cell in under):
        told = zip(heading.periods, under, strict=True)
        return replace(heading, periods=tuple(replace(one, printed=f"{one.printed} {word}") for one, word in told))
    return None


def _unit_above(page: Page, at: int, before: Sequence[str]) -> str:
    """Return the one unit that the heading's cells before its periods or the lines right above it print, or nothing."""
    found = {unit for cell in before for unit in UNIT.findall(cell)}
    for line in reversed(page.lines[max(0, at - ABOVE) : at]):
        if line.cells:
            break
        found |= set(UNIT.findall(page.text[line.start : line.end]))
    return found.pop() if len(found) == 1 else ""


def _goes_on(page: Page, at: int) -> bool:
    """Say whether the line after a row, in no cells, seems to go on with its name."""
    after = page.lines[at + 1] if at + 1 < len(page.lines) else None
    return after is not None and not after.cells and page.text[after.start : after.start + 1].islower()


def _under(page: Page, line: Line, heading: _Heading) -> bool:
    """Say whether each of a row's cells stands nearer to its own heading than to another."""
    columns = range(heading.first, heading.first + len(heading.periods))
    over = {at: _middle(page, heading.line.cells[at]) for at in columns}
    for at in columns:
        here = _middle(page, line.cells[at])
        if here is not None and min(columns, key=lambda one: abs((over[one] or 0) - here)) != at:
            return False
    return True


def _middle(page: Page, cell: tuple[int, int]) -> float | None:
    """Return how far across the page the middle of a cell's words is, or None for an empty cell."""
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6)
    inside = rows[(rows[:, 0] < cell[1]) & (rows[:, 1] > cell[0])]
    return float(inside[:, 2].min() + inside[:, 4].max()) / 2 if len(inside) else None


def _cells(page: Page, line: Line) -> list[str]:
    return [" ".join(page.text[start:end].split()) for start, end in line.cells]
