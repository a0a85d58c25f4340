"""Rows of ruled tables: which pieces of lines stand in which cell, and what becomes one line."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from corpus.columns import ALIGNED, MOST_CELL_LINES, columns, flow, visual_rows
from corpus.drafts import Draft
from corpus.pages import marks
from corpus.pieces import Piece, pieces
from corpus.sheets import Floats
from corpus.tables import Grid, bands, grids

SHEET = 6  # printed rows of figures in one cell from which its frame is no row of a table
MOST_ALONE = 4  # lines up to which the only cell filled of a row is a row; beyond, the table only frames prose
OPEN = 2.0  # line heights between lines of the last row of a table that the page's end leaves open


def tabled(rules: Floats, loose: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of a page with those of each ruled table replaced by the table."""
    pieced = list(loose)
    found = grids(rules)
    for grid in found:
        pieced = _with_table(grid, pieced)
    for left, right, ys in bands(rules, found):
        grid_between = _banded(left, right, ys, pieced)
        if grid_between is not None:
            pieced = _with_table(grid_between, pieced)
    return pieced


def _banded(left: float, right: float, ys: tuple[float, ...], loose: Sequence[Piece]) -> Grid | None:
    """Return the grid of a table ruled between its rows, its columns parted by the white that runs down all of it."""
    held = [
        piece
        for piece in loose
        if left - ALIGNED <= piece.left and piece.right <= right + ALIGNED and ys[0] <= middle(piece) <= ys[-1]
    ]
    parts = columns(held)
    rows = [sum(any(top <= middle(piece) < bottom for piece in part) for part in parts) for top, bottom in pairwise(ys)]
    if len(parts) < 2 or any(piece.table for piece in held) or 2 * sum(count > 1 for count in rows) <= len(rows):
        return None
    ends = [max(piece.right for piece in part) for part in parts]
    starts = [min(piece.left for piece in part) for part in parts]
    gutters = [(end + start) / 2 for end, start in zip(ends, starts[1:], strict=False)]
    xs = (left - ALIGNED, *gutters, right + ALIGNED)
    ys = (*ys, *_open_row(xs, ys[-1], loose))
    numbers = iter(range(len(parts) * len(ys)))
    return Grid(xs, ys, tuple(tuple(next(numbers) for _ in parts) for _ in ys[1:]))


def _open_row(xs: tuple[float, ...], begin: float, loose: Sequence[Piece]) -> list[float]:
    """Return the end of the last row where the page ends before the table does: what keeps to its columns there."""
    end, filled = begin, set()
    below = sorted((piece for piece in loose if piece.top >= begin), key=lambda piece: piece.top)
    if below and any(mark.alone for mark in marks(0, 0, " ".join(word.text for word in below[-1].words))):
        below.pop()  # the page's number, which may stand close below the table
    for piece in below:
        column = next((index for index, edge in enumerate(xs[1:]) if piece.right <= edge), None)
        if (
            column is None
            or piece.left < xs[column]
            or piece.table
            or piece.top - end > OPEN * (piece.bottom - piece.top)
        ):
            break
        end = max(end, piece.bottom)
        filled.add(column)
    return [end + 1] if len(filled) > 1 else []


def middle(piece: Piece) -> float:
    """Return the height of a piece's middle."""
    return (piece.top + piece.bottom) / 2


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
        cell = grid.cell((piece.left + piece.right) / 2, middle(piece))
        return [] if cell is None else [(piece, cell)]
    at = middle(piece)
    first, last = grid.cell(piece.left + 1, at), grid.cell(piece.right - 1, at)
    if first is not None and first == last:
        return [(piece, first)]
    cells = [grid.cell((word.left + word.right) / 2, at) for word in piece.words]
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
    at = middle(piece)
    cells = [grid.cell((word.left + word.right) / 2, at) for word in piece.words]
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
            cell = grid.cell((piece.left + piece.right) / 2, middle(piece))
            if cell is not None:
                cells.setdefault(cell, []).append(piece)
        if len(cells) > 1:
            drafts.append(_row_draft(grid, row, cells))
        else:
            drafts.extend(flow(line))
    return drafts
