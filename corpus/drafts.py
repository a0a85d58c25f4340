"""Lines of a page before their text is set: words in reading order, cell by cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from corpus.types import LineRole
from corpus.words import Word


@dataclass(frozen=True, slots=True)
class Draft:
    """One printed line, or one row of a table, as words; an empty cell of a row is an empty tuple.

    Example: ``Draft(((Word("LADO", …),), (Word("Local", …), Word("Authority", …))))``.
    """

    cells: tuple[tuple[Word, ...], ...]
    role: LineRole = "body"
    ruled: bool = False  # stands in a ruled table

    @property
    def words(self) -> tuple[Word, ...]:
        """Return all words in reading order."""
        return self.cells[0] if len(self.cells) == 1 else tuple(word for cell in self.cells for word in cell)

    @property
    def text(self) -> str:
        """Return the words with single spaces, and a tabulator between cells, to compare and recognise by."""
        return "\t".join(" ".join(word.text for word in cell) for cell in self.cells)

    @property
    def top(self) -> float:
        """Return the upper edge in points."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Return the lower edge in points."""
        return max(word.bottom for word in self.words)

    @property
    def left(self) -> float:
        """Return the left edge in points."""
        return min(word.left for word in self.words)

    @property
    def right(self) -> float:
        """Return the right edge in points."""
        return max(word.right for word in self.words)


def plain(words: Sequence[Word], role: LineRole = "body") -> Draft:
    """Return a line that is no row of a table."""
    return Draft((tuple(words),), role)


def size_of(words: Sequence[Word]) -> float:
    """Return the font size that a line is set in, in points."""
    return float(median_low([word.size for word in words]))


def is_bold(words: Sequence[Word]) -> bool:
    """Say whether most of a line's letters are bold, its first among them: not where it only ends "Action: Clerk"."""
    first = next((word for word in words if any(letter.isalpha() for letter in word.text)), None)
    if first is not None and not first.bold:
        return False
    heavy = sum(len(word.text) for word in words if word.bold)
    return 2 * heavy > sum(len(word.text) for word in words)
