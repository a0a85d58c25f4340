"""Figures across years drawn here (SVG) and set as a table of the same words, each leading to its place on the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from corpus.types import Page, Span
from ui.across import Across, Cell, figures_across

STEP, LETTER, LINE, APART = 84, 8, 16, 12  # units of a picture: least for a period, widest letter, line, white between
TALLEST, ROOM = 96, 20  # the longest bar from base to end, and the room for the words beyond it
NARROW = 12  # letters of a line of a period's name

LinkOf = Callable[[int, int], str]  # the address of the words from one offset of the page's text to another


@dataclass(frozen=True, slots=True)
class Column:
    """One period: its printed name in lines, and its bar with the printed figure; no bar where none is printed."""

    x: float  # of its middle
    name: tuple[tuple[float, str], ...]  # the height of each line, and its words
    printed: str  # empty where there is no number
    printed_y: float
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table as a picture, and its cells for the table: what is printed and its address, if anything is."""

    name: str
    unit: str
    columns: tuple[Column, ...]
    base_y: float
    width: int
    height: int
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows under one heading."""

    kind: str  # "financial year", "year", "quarter" or "month"
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def sheets_across(page: Page, marked: Sequence[Span], link: LinkOf) -> tuple[Sheet, ...]:
    """Return the marked rows of a page that give a figure across periods, as pictures and tables."""
    found = groupby(figures_across(page, marked), key=lambda row: tuple(cell.period for cell in row.cells))
    return tuple(
        Sheet(periods[0].kind, tuple(one.printed for one in periods), tuple(_row(row, link) for row in rows))
        for periods, rows in found
    )


def _row(row: Across, link: LinkOf) -> Row:
    names = [wrap(cell.period.printed, NARROW) for cell in row.cells]
    longest = max(len(words) for cell, name in zip(row.cells, names, strict=True) for words in (cell.printed, *name))
    step = max(STEP, longest * LETTER + APART)
    numbers = [cell.value for cell in row.cells if cell.value is not None]
    above, below = max(0.0, *numbers), max(0.0, *(-one for one in numbers))
    scale = TALLEST / max(above, below) if above or below else 0.0
    base = ROOM + above * scale
    foot = base + below * scale + (ROOM if below else 0)
    first = row.cells[0].period.at
    columns = tuple(
        _column(cell, name, (cell.period.at - first + 0.5) * step, step, base, scale, foot)
        for cell, name in zip(row.cells, names, strict=True)
    )
    return Row(
        name=row.name,
        unit=row.unit,
        columns=columns,
        base_y=round(base, 1),
        width=step * (row.cells[-1].period.at - first + 1),
        height=round(foot + LINE * max(map(len, names)) + LINE / 2),
        cells=tuple((cell.printed, link(cell.start, cell.end) if cell.printed else "") for cell in row.cells),
    )


def _column(cell: Cell, name: Sequence[str], x: float, step: float, base: float, scale: float, foot: float) -> Column:
    value = cell.value or 0.0
    height = abs(value) * scale
    return Column(
        x=round(x, 1),
        name=tuple((round(foot + LINE * (turn + 1), 1), words) for turn, words in enumerate(name)),
        printed=cell.printed if cell.value is not None else "",
        printed_y=round(base + height + LINE if value < 0 else base - height - LINE / 4, 1),
        left=round(x - step * 0.3, 1),
        top=round(base if value < 0 else base - height, 1),
        width=round(step * 0.6, 1),
        height=round(height, 1),
    )
