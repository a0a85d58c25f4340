"""Minutes that are laid out as one table, number beside text: read row by row, as their reader reads them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.documents import Document, Para, Run, Table

MOST_COLUMNS = 4  # number, heading, text, action
FEWEST_ROWS = 3  # numbered ones: fewer are no minutes
MOSTLY = 0.6  # of a document's letters, and of a table's rows: a schedule within minutes holds less
PROSE = 8  # words a row, on average: a list of payments has fewer

_NUMBER = re.compile(r"[(\[]?[A-Za-z]{0,4}[-/ ]?\d[\w./-]{0,12}[.):\]]{0,2}")
_NUMBERED = re.compile(rf"{_NUMBER.pattern}(?:\s|$)")


def unfolded(document: Document) -> Document:
    """Return a document whose text stands in a table of numbered rows with its rows as paragraphs."""
    parts: list[Para | Table] = []
    whole = document.letters
    for part in document.parts:
        if isinstance(part, Table) and _is_layout(part, whole):
            parts.extend(para for row in part.rows for para in _row([list(cell.paras) for cell in row if cell.paras]))
        else:
            parts.append(part)
    return replace(document, parts=tuple(parts))


def _is_layout(table: Table, whole: int) -> bool:
    if max(len(row) for row in table.rows) > MOST_COLUMNS:
        return False
    firsts = [_said(row[0].paras[0]) if row[0].paras else "" for row in table.rows]
    numbered = sum(_NUMBERED.match(one) is not None for one in firsts)
    others = sum(bool(one) and _NUMBERED.match(one) is None for one in firsts)
    words = [len(para.text.split()) for row in table.rows for cell in row for para in cell.paras]
    letters = sum(len(para.text) for row in table.rows for cell in row for para in cell.paras)
    return (
        numbered >= max(FEWEST_ROWS, MOSTLY * (numbered + others))
        and sum(words) >= PROSE * len(table.rows)
        and letters >= MOSTLY * whole
    )


def _row(cells: list[list[Para]]) -> Iterator[Para]:
    """Yield the paragraphs of a row, its number as the mark of the first."""
    paras = [para for cell in cells for para in cell]
    if len(paras) > 1 and _NUMBER.fullmatch(_said(paras[0])):
        number, first = _said(paras[0]), paras[1]
        runs = first.runs or (Run(""),)
        yield replace(first, mark=f"{number} {first.mark}".strip(), runs=runs, indent=0.0)
        paras = paras[2:]
    yield from paras


def _said(para: Para) -> str:
    """Return a paragraph's words with its mark."""
    return f"{para.mark} {para.text}".strip()
