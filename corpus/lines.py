"""The lines of a page in reading order: tables as rows, columns one by one, struck words apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from corpus.columns import MOST_CELL_LINES, flow, visual_rows
from corpus.drafts import Draft
from corpus.pieces import Piece, pieces
from corpus.sheets import Floats, Sheet
from corpus.tables import Grid, grids
from corpus.words import Word

SHEET = 6  # printed rows of figures in one cell from which its frame is no row of a table
MOST_ALONE = 4  # lines up to which the only cell filled of a row is a row; beyond, the table only frames prose


def lines(sheet: Sheet, words: Sequence[Word]) -> list[Draft]:
    """Return the lines of a page in reading order."""
    groups: dict[int, list[Word]] = {}
    for word in words:
        groups.setdefault(word.quarter, []).append(word)
    drafts: list[Draft] = []
    for quarter, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        if quarter < 0:  # a stamp or a watermark across the page: kept, and out of the way of the lines
            drafts.append(Draft((tuple(group),), "foot"))
        elif quarter:
            rules = sheet.rules if 2 * len(group) > len(words) else sheet.rules[:0]  # a stamp stands in no table
            drafts.extend(_turned_lines(sheet, rules, group, quarter))
        else:
            drafts.extend(_level_lines(sheet.rules, group))
    if any(word.struck for word in words):
        drafts = [part for draft in drafts for part in _struck_apart(draft)]
    return drafts


def _level_lines(rules: Floats, words: Sequence[Word]) -> list[Draft]:
    """Return the lines of words that stand level."""
    loose = pieces(words)
    for grid in grids(rules):
        loose = _with_table(grid, loose)
    return flow(loose)


def _turned_lines(sheet: Sheet, rules: Floats, words: Sequence[Word], quarter: int) -> list[Draft]:
    """Return the lines of words drawn sideways or upside down: read as if the page were turned, kept where they are."""
    level: list[Word] = []
    places: dict[tuple[float, ...], Word] = {}
    for word in words:
        box = _turned(word[1:5], sheet, quarter)
        level.append(Word(word.text, *box, word.size, word.bold, word.struck))
        places[box] = word
    ruled = np.array([_turned(rule, sheet, quarter) for rule in rules.tolist()], dtype=np.float32).reshape(-1, 4)
    return [
        replace(draft, cells=tuple(tuple(places[word[1:5]] for word in cell) for cell in draft.cells))
        for draft in _level_lines(ruled, level)
    ]


def _turned(box: Sequence[float], sheet: Sheet, quarter: int) -> tuple[float, float, float, float]:
    """Return where a box stands once the page is turned so that text drawn at this quarter is level."""
    left, top, right, bottom = box
    if quarter == 1:
        return sheet.height - bottom, left, sheet.height - top, right
    if quarter == 2:
        return sheet.width - right, sheet.height - bottom, sheet.width - left, sheet.height - top
    return top, sheet.width - right, bottom, sheet.width - left


def _with_table(grid: Grid, loose: list[Piece]) -> list[Piece]:
    """Return the pieces with those inside a grid replaced by the table they make, where they make one."""
    inside: dict[int, list[Piece]] = {}
    places = []
    for place, piece in enumerate(loose):
        for part, cell in _parts(piece, grid):
            inside.setdefault(cell, []).append(part)
            places.append(place)
    if len(inside) < 2:
        return loose
    rows: dict[int, list[tuple[int, list[Piece]]]] = {}
    for cell in sorted(inside):
        rows.setdefault(grid.row(cell), []).append((cell, inside[cell]))
    if any(_is_sheet(cells) for cells in rows.values()):
        return [part for piece in loose for part in _cut(piece, grid)]
    drafts = [draft for row, cells in sorted(rows.items()) for draft in _row(grid, row, cells)]
    table = Piece((), grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1], tuple(drafts))
    taken = set(places)
    rest: list[Piece] = []
    for place, piece in enumerate(loose):
        if place == places[0]:
            rest.append(table)
        if place not in taken:
            rest.append(piece)
    return rest


def _parts(piece: Piece, grid: Grid) -> list[tuple[Piece, int]]:
    """Part a piece at the edges of cells; nothing of it is given where it stands outside the grid."""
    if piece.table:
        cell = grid.cell((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2)
        return [] if cell is None else [(piece, cell)]
    middle = (piece.top + piece.bottom) / 2
    first, last = grid.cell(piece.left + 1, middle), grid.cell(piece.right - 1, middle)
    if first is not None and first == last:
        return [(piece, first)]
    cells = [grid.cell((word.left + word.right) / 2, middle) for word in piece.words]
    if None in cells:
        return []
    found: list[tuple[Piece, int]] = []
    for cell, run in groupby(zip(cells, piece.words, strict=True), key=lambda pair: pair[0]):
        part = pieces([word for _, word in run])
        found.extend((each, cell) for each in part if cell is not None)
    return found


def _cut(piece: Piece, grid: Grid) -> list[Piece]:
    """Part a piece at the edges of a grid's columns, the outermost ones too."""
    if piece.table or piece.right < grid.xs[0] or piece.left > grid.xs[-1]:
        return [piece]
    middle = (piece.top + piece.bottom) / 2
    cells = [grid.cell((word.left + word.right) / 2, middle) for word in piece.words]
    runs = groupby(zip(cells, piece.words, strict=True), key=lambda pair: pair[0])
    return [part for _, run in runs for part in pieces([word for _, word in run])]


def _row(grid: Grid, row: int, cells: list[tuple[int, list[Piece]]]) -> list[Draft]:
    """Set the cells that begin in one row of a grid as one line, or line by line where they are prose."""
    lined = [(cell, visual_rows(held)) for cell, held in cells]
    nested = any(piece.table for _, held in cells for piece in held)
    alone = len(cells) == 1 and (len(set(grid.owners[row])) == 1 or len(lined[0][1]) > MOST_ALONE)
    if alone or nested or max(len(rows) for _, rows in lined) > MOST_CELL_LINES:
        return [replace(draft, ruled=True) for _, held in cells for draft in flow(held)]
    if _is_figures(lined):
        together = [piece for _, held in cells for piece in held]
        return [replace(draft, ruled=True) for draft in _figure_rows(grid, row, together)]
    return [_row_draft(grid, row, {cell: [piece for line in rows for piece in line] for cell, rows in lined})]


def _row_draft(grid: Grid, row: int, held: dict[int, list[Piece]]) -> Draft:
    """Set one row: a cell for every column that begins in it, empty where nothing stands in it."""
    order = list(dict.fromkeys(grid.owners[row]))
    empty = [cell for cell in order if cell in held or grid.row(cell) == row]
    return Draft(
        tuple(tuple(word for piece in held.get(cell, []) for word in piece.words) for cell in empty), ruled=True
    )


def _is_figures(cells: list[tuple[int, list[list[Piece]]]]) -> bool:
    """Say whether a ruled row holds several printed rows of figures, whose lines only the columns part."""
    return any(
        len(rows) > 1 and 2 * sum(all(piece.is_figure for piece in row) for row in rows) > len(rows)
        for _, rows in cells
    )


def _is_sheet(cells: list[tuple[int, list[Piece]]]) -> bool:
    """Say whether a ruled row only frames a sheet of figures: its printed rows run on past the frame."""
    return any(
        len(held) >= SHEET and 2 * sum(piece.is_figure for piece in held) > len(held)
        for _, held in cells
        if len(visual_rows(held)) >= SHEET
    )


def _figure_rows(grid: Grid, row: int, held: list[Piece]) -> list[Draft]:
    """Set the printed rows within one ruled row."""
    drafts = []
    for line in visual_rows(held):
        cells: dict[int, list[Piece]] = {}
        for piece in line:
            cell = grid.cell((piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2)
            if cell is not None:
                cells.setdefault(cell, []).append(piece)
        if len(cells) > 1:
            drafts.append(_row_draft(grid, row, cells))
        else:
            drafts.extend(flow(line))
    return drafts


def _struck_apart(draft: Draft) -> list[Draft]:
    """Part a line where struck wording begins and ends; struck words of a row's cells follow the row."""
    if not any(word.struck for word in draft.words):
        return [draft]
    if all(word.struck for word in draft.words):
        return [replace(draft, role="struck")]
    if len(draft.cells) == 1:
        return [
            replace(draft, cells=(tuple(run),), role="struck" if struck else draft.role)
            for struck, run in groupby(draft.words, key=lambda word: word.struck)
        ]
    kept = tuple(tuple(word for word in cell if not word.struck) for cell in draft.cells)
    struck = [tuple(word for word in cell if word.struck) for cell in draft.cells]
    return [replace(draft, cells=kept), *(Draft((cell,), "struck", draft.ruled) for cell in struck if cell)]
