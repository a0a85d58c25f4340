"""Schedules: tables whose column "Decision" gives what was decided on each row."""

from collections.abc import Iterator, Sequence

from corpus.paragraphs import Paragraph
from corpus.phrases_decided import DECISION_COLUMNS
from corpus.phrasing import pattern
from corpus.rows import folded, trimmed


def scheduled(
    paragraphs: Sequence[Paragraph],
) -> Iterator[tuple[str, int, tuple[int, int], list[tuple[int, int, int]]]]:
    """Return each decision of a schedule: its verb, the heading row and its cell, and where its words stand.

    A row whose other cells are empty goes on with the row above it, as rows do that a page breaks.
    """
    column: tuple[int, int, str] | None = None
    found: list[tuple[int, int, int]] = []
    for place, paragraph in enumerate(paragraphs):
        cells = _cells(paragraph)
        if not cells:
            if column is not None and found:
                yield _decision(paragraphs, column, found)
            column, found = None, []
            continue
        heading = _heading(paragraph, cells)
        if heading is not None:
            if column is not None and found:
                yield _decision(paragraphs, column, found)
            column, found = (place, heading, _verb(_text(paragraph, cells[heading]))), []
            continue
        if column is None or column[1] >= len(cells):
            continue
        start, end = cells[column[1]]
        others = any(_text(paragraph, cell).strip() for index, cell in enumerate(cells) if index != column[1])
        if others and found:
            yield _decision(paragraphs, column, found)
            found = []
        if start < end:
            found.append((place, start, end))
    if column is not None and found:
        yield _decision(paragraphs, column, found)


def _decision(
    paragraphs: Sequence[Paragraph], column: tuple[int, int, str], found: list[tuple[int, int, int]]
) -> tuple[str, int, tuple[int, int], list[tuple[int, int, int]]]:
    place, index, verb = column
    return verb, place, _cells(paragraphs[place])[index], list(found)


def decision_column(paragraph: Paragraph) -> tuple[int, str] | None:
    """Return which column of a heading row gives what was decided, and its verb; None in any other row."""
    cells = _cells(paragraph)
    column = _heading(paragraph, cells)
    return (column, _verb(_text(paragraph, cells[column]))) if column is not None else None


def _verb(heading: str) -> str:
    """Return the word for what was decided that the head of a column gives: "Decisions" is "decision"."""
    return folded(heading).lower().strip(" :").split()[0].removesuffix("s")


def _heading(paragraph: Paragraph, cells: Sequence[tuple[int, int]]) -> int | None:
    """Return which column of a heading row is that of decisions, None in any other row."""
    for index in range(len(cells) - 1, 0, -1):
        if pattern(DECISION_COLUMNS).fullmatch(folded(_text(paragraph, cells[index])).strip(" :")):
            return index
    return None


def _cells(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return where the cells of a row stand in its text, none for what is no row of a table."""
    line = paragraph.rows[0].line
    if not paragraph.table:
        return []
    return [trimmed(paragraph.text, start - line.start, end - line.start) for start, end in line.cells]


def _text(paragraph: Paragraph, cell: tuple[int, int]) -> str:
    return paragraph.text[cell[0] : cell[1]]
