"""Where quoted words stand on their page: one box for each printed line, or cell of a row, that they cover."""

from collections.abc import Sequence

import numpy as np

from corpus.types import Box, Page, Span

SAME_LINE = 0.5  # of the lower of two words: how much must overlap for one box to cover both
FARTHEST = 3.0  # letter heights between two words that one box may cover: beyond it they stand in different cells


def boxes(page: Page, spans: Sequence[Span]) -> tuple[Box, ...]:
    """Return the boxes of the words that this page's spans touch, in reading order; spans of other pages are left."""
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6)
    wanted = np.zeros(len(rows), dtype=bool)
    for span in spans:
        if span.paper == page.paper and span.page == page.number:
            wanted |= (rows[:, 0] < span.end) & (rows[:, 1] > span.start)
    edges = [start for line in page.lines for start, _ in (line.cells or ((line.start, line.end),))]
    cells = np.searchsorted(edges, rows[:, 0], side="right")
    found: list[Box] = []
    last = (-1, -1)
    for index in np.flatnonzero(wanted).tolist():
        left, top, right, bottom = (int(side) / 10 for side in rows[index, 2:])
        word = Box(left, top, right, bottom)
        cell = int(cells[index])
        if found and last == (index - 1, cell) and _beside(found[-1], word):
            before = found[-1]
            found[-1] = Box(before.left, min(before.top, top), max(before.right, right), max(before.bottom, bottom))
        else:
            found.append(word)
        last = (index, cell)
    return tuple(found)


def _beside(box: Box, word: Box) -> bool:
    """Say whether a word goes on the line that a box covers."""
    height = min(box.bottom - box.top, word.bottom - word.top)
    overlap = min(box.bottom, word.bottom) - max(box.top, word.top)
    return overlap > SAME_LINE * height and -height < word.left - box.right < FARTHEST * height
