"""Schedules: tables whose column "Decision" gives what was decided on each row."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from corpus.paragraphs import Paragraph
from corpus.phrases_decided import APPLICATION_COLUMN, DECISION_COLUMNS, NO_OBSERVATION, OBSERVATION_COLUMNS
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
        heading = _heading(paragraph, cells) if paragraph.bold or not _headed(paragraphs, place) else None
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


def _headed(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Say whether a row in bold heads the table of a row: what stands under it heads none, "Agreed" or not."""
    above = takewhile(lambda one: one.table, reversed(paragraphs[:place]))
    return any(row.bold for row in above)


def observed(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, int, int]]:
    """Return each observation of a town or parish on a planning application: its verb, its row, and where that ends.

    The whole row is what was decided: "No objection" says nothing without the application that it is on.
    """
    column: tuple[int, str] | None = None
    for place, paragraph in enumerate(paragraphs):
        cells = _cells(paragraph)
        texts = [folded(_text(paragraph, cell)) for cell in cells]
        column = column if cells else None
        if (headed := _observing(texts)) is not None:
            column = headed
        elif column is not None and column[0] < len(cells) and texts[0] and _observes(texts[column[0]]):
            yield column[1], place, cells[column[0]][1]


def _observes(words: str) -> bool:
    return pattern(NO_OBSERVATION).fullmatch(words.strip(" .")) is None


def _observing(heads: Sequence[str]) -> tuple[int, str] | None:
    """Return which column of the head of a table of applications has the observations on them, and its name."""
    if not any(pattern(APPLICATION_COLUMN).fullmatch(head) for head in heads):
        return None
    for index, head in enumerate(heads):
        if (found := pattern(OBSERVATION_COLUMNS).fullmatch(head.strip(" :"))) is not None and index:
            return index, next(verb for verb in found.groups() if verb).lower()
    return None


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
