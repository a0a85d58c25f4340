"""Reading order: which pieces are one line, which are the cells of a row, and which are columns to read one by one.

The file's own order decides where places alone cannot: a word processor writes a table cell by cell, row by row, and
columns one after the other. Pieces that the file goes back up the page for belong to one *band* with what it passed.
"""

from collections.abc import Sequence
from itertools import pairwise

from corpus.drafts import Draft, plain
from corpus.pieces import SAME_LINE, Piece, beside
from corpus.words import Word

GUTTER = 5.0  # points: the least white between columns; prose has none that runs down several lines
ALIGNED = 3.0  # points within which two edges are one edge
FAR = 5.0  # letter heights of white that part two things on a line whatever stands around
NEAR_ROWS = 3  # rows up or down in which another row must share an edge for a gap to be a column's
PROSE_LINES = 6  # lines in each of two columns from which they are columns of prose, not cells
PROSE_WORDS = 4  # words a line, at least, in a column of prose
FIGURES = 3  # figures in a row from which its first one is no mark of a list
LISTED = 3  # lines that all begin with a capital from which they are a list, not wrapped text
MOST_CELL_LINES = 24  # lines beyond which a cell is prose to be read line by line


def flow(pieces: Sequence[Piece]) -> list[Draft]:
    """Return the lines of pieces in reading order."""
    drafts: list[Draft] = []
    plain_rows: list[list[Piece]] = []
    for band in _bands(pieces):
        rows = visual_rows(band)
        parts = columns(band) if len(rows) > 1 else []
        if len(parts) < 2 or _is_figures(parts):
            plain_rows.extend(rows)
            continue
        drafts.extend(_set_rows(plain_rows))
        plain_rows = []
        if not _is_row(parts):
            for part in parts:
                drafts.extend(flow(part))
        else:
            drafts.append(Draft(tuple(_cell(part) for part in parts)))
    drafts.extend(_set_rows(plain_rows))
    return drafts


def _bands(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Gather pieces into bands, from the top down: where the file goes back up the page, all since then is one band."""
    bands: list[tuple[float, float, list[Piece]]] = []
    for piece in pieces:
        top, bottom, members = piece.top, piece.bottom, [piece]
        met = next((place for place, band in enumerate(bands) if _meets(piece, band[0], band[1])), len(bands))
        if met < len(bands):
            members = [*(member for _, _, band in bands[met:] for member in band), piece]
            top, bottom = min(member.top for member in members), max(member.bottom for member in members)
        bands[met:] = [(top, bottom, members)]
    bands.sort(key=lambda band: (band[0], band[1]))
    return [members for _, _, members in bands]


def _meets(piece: Piece, top: float, bottom: float) -> bool:
    """Say whether a piece stands beside what lies between two heights."""
    overlap = min(bottom, piece.bottom) - max(top, piece.top)
    return overlap > SAME_LINE * min(piece.bottom - piece.top, bottom - top)


def visual_rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Gather pieces into rows by height alone, each row from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        if rows and any(beside(other, piece) for other in rows[-1]):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda piece: (piece.left, piece.right))
    return rows


def columns(band: Sequence[Piece]) -> list[list[Piece]]:
    """Part a band at the white gutters that run down all of it; marks of a list stay with the column they mark."""
    columns: list[list[Piece]] = []
    right = float("-inf")
    for piece in sorted(band, key=lambda piece: piece.left):
        if piece.left > right + GUTTER and not (columns and all(other.is_marker for other in columns[-1])):
            columns.append([])
        columns[-1].append(piece)
        right = max(right, piece.right)
    order = {id(piece): place for place, piece in enumerate(band)}
    return [sorted(column, key=lambda piece: order[id(piece)]) for column in columns]


def _is_figures(columns: Sequence[Sequence[Piece]]) -> bool:
    """Say whether a band is a table of figures that was written column by column: its rows are its lines."""
    return any(len(column) > 1 and 2 * sum(piece.is_figure for piece in column) > len(column) for column in columns[1:])


def _is_row(columns: Sequence[Sequence[Piece]]) -> bool:
    """Say whether columns are the cells of one row: their lines run full, as wrapped text does, and are not many."""
    lines = [visual_rows(column) for column in columns]
    if any(piece.table for column in columns for piece in column) or max(map(len, lines)) > MOST_CELL_LINES:
        return False
    words = [sum(len(piece.words) for piece in column) / len(rows) for column, rows in zip(columns, lines, strict=True)]
    if min(map(len, lines)) >= PROSE_LINES and min(words) >= PROSE_WORDS:
        return False
    return all(_is_wrapped(rows, column) for rows, column in zip(lines, columns, strict=True))


def _is_wrapped(rows: Sequence[Sequence[Piece]], column: Sequence[Piece]) -> bool:
    """Say whether each line is full: the next line's first word would not have fitted on it.

    A list of names can look so too, but each of its lines begins anew, with a capital.
    """
    if len(rows) >= LISTED and not any(row[0].words[0].text[0].islower() for row in rows):
        return False
    edge = max(piece.right for piece in column)
    full = 0
    for row, following in pairwise(rows):
        first = following[0].words[0]
        full += row[-1].right + (first.right - first.left) + 0.2 * first.size > edge - ALIGNED
    return 2 * full > len(rows) - 1 or len(rows) == 1


def _cell(column: Sequence[Piece]) -> tuple[Word, ...]:
    """Return the words of a cell, line by line."""
    return tuple(word for row in visual_rows(column) for piece in row for word in piece.words)


def _set_rows(rows: Sequence[Sequence[Piece]]) -> list[Draft]:
    """Set rows as lines, with cells where their gaps stand at edges that neighbouring rows share."""
    drafts: list[Draft] = []
    for place, row in enumerate(rows):
        if any(piece.table for piece in row):
            for piece in row:
                drafts.extend(piece.table or (plain(piece.words),))
            continue
        near = [*rows[max(0, place - NEAR_ROWS) : place], *rows[place + 1 : place + 1 + NEAR_ROWS]]
        cells: list[list[Word]] = [list(row[0].words)]
        marked = row[0].is_marker and sum(piece.is_figure for piece in row) < FIGURES
        for piece in row[1:]:
            far = piece.left - cells[-1][-1].right > FAR * max(piece.words[0].size, 1.0)
            if not marked and (far or _shared(piece, near)):
                cells.append(list(piece.words))
            else:
                cells[-1].extend(piece.words)
            marked = marked and piece.is_marker
        drafts.append(Draft(tuple(map(tuple, cells))))
    return drafts


def _shared(piece: Piece, near: Sequence[Sequence[Piece]]) -> bool:
    """Say whether a row nearby has a piece, not its first, that begins where this does, or a figure that ends there."""
    return any(
        abs(other.left - piece.left) < ALIGNED or (abs(other.right - piece.right) < ALIGNED and other.is_figure)
        for row in near
        for other in row[1:]
        if not other.table
    )
