"""Pieces of lines: words in the file's own order that stand side by side without a gap."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.drafts import Draft
from corpus.words import Word

WIDE = 1.6  # letter heights: a gap that justified prose does not reach and a tabulator or a column does
NARROW = 0.4  # letter heights: a gap that parts two figures; a space is 0.28 wide in the common fonts
SAME_LINE = 0.5  # of the lower of two boxes: how much must overlap for them to stand on one line

_FIGURE = re.compile(r"[-–−(+£$€]*(?:\d[\d,.]*\d|\d)(?:[%)*mkbn]|bn)*|[-–]|n/?a", re.IGNORECASE)
_MARKER = re.compile(
    r"[•·▪●○◦➢✓☐☑→*–o-]|[(\[]?(?:\d{1,3}|[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6})[.):\]]{1,2}|\d{1,3}(?:\.\d{1,3}){1,4}[.):]?"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words side by side, or a table that stands among them as one thing.

    Example: ``Piece((Word("Councillor", …), Word("Batool", …)), 62.4, 300.1, 160.0, 314.9)``.
    """

    words: tuple[Word, ...]
    left: float
    top: float
    right: float
    bottom: float
    table: tuple[Draft, ...] = ()  # its rows, where it is a table

    @property
    def is_marker(self) -> bool:
        """Say whether it is only the mark of a list: "1.", "(a)", "3.26", a bullet."""
        return len(self.words) <= 2 and all(_MARKER.fullmatch(word.text) for word in self.words) and not self.table

    @property
    def is_figure(self) -> bool:
        """Say whether it is only figures: "1,234.5", "(12)", "-"."""
        return not self.table and all(_FIGURE.fullmatch(word.text) for word in self.words)


def pieces(words: Sequence[Word]) -> list[Piece]:
    """Part words into pieces, in the file's own order."""
    found: list[Piece] = []
    run: list[Word] = []
    for word in words:
        if run and _parted(run[-1], word):
            found.append(piece(run))
            run = []
        run.append(word)
    if run:
        found.append(piece(run))
    return found


def piece(words: Sequence[Word]) -> Piece:
    """Make one piece of words."""
    return Piece(
        tuple(words),
        min(word.left for word in words),
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
    )


def _parted(last: Word, word: Word) -> bool:
    """Say whether a word begins a new piece."""
    gap = word.left - last.right
    size = max(last.size, word.size, 1.0)
    if gap > WIDE * size or gap < -0.5 * size or not beside(last, word):
        return True
    return gap > NARROW * size and bool(_FIGURE.fullmatch(last.text) and _FIGURE.fullmatch(word.text))


def beside(first: Word | Piece, then: Word | Piece) -> bool:
    """Say whether two things stand on one printed line."""
    overlap = min(first.bottom, then.bottom) - max(first.top, then.top)
    return overlap > SAME_LINE * min(first.bottom - first.top, then.bottom - then.top)
