"""Checks that a quotation stands in the words of the page, and says where."""

from collections.abc import Sequence
from dataclasses import dataclass

HYPHENS = frozenset("-\u00ad\u2010\u2011\ufffe")
"""Hyphens, soft and hard: a word broken at the end of a line is the same word."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words read afresh from a page: what a quotation is checked against.

    Example: ``Stretch(page=14, start=1207, text="That report be noted.")``.
    """

    page: int
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation begins and ends: pages of the PDF, and offsets into their texts."""

    page: int
    start: int
    end_page: int
    end: int


def folded(text: str) -> str:
    """Return the text without white space and hyphens: all that a quotation may differ in."""
    return "".join(character for character in text if not character.isspace() and character not in HYPHENS)


def place(quote: str, stretches: Sequence[Stretch]) -> Place | None:
    """Return where the quotation stands in these stretches of pages, read on from one to the next, or None.

    Every character counts, capitals and punctuation too; only white space and hyphenation are set aside.
    """
    wanted = folded(quote)
    if not wanted:
        return None
    at = folded("".join(stretch.text for stretch in stretches)).find(wanted)
    if at < 0:
        return None
    first = _position(stretches, at)
    last = _position(stretches, at + len(wanted) - 1)
    return Place(first[0], first[1], last[0], last[1] + 1)


def _position(stretches: Sequence[Stretch], folded_at: int) -> tuple[int, int]:
    """Return the page and the offset in its text of one character of the folded text."""
    count = 0
    for stretch in stretches:
        length = len(folded(stretch.text))
        if folded_at < count + length:
            for offset, character in enumerate(stretch.text):
                if folded(character):
                    if count == folded_at:
                        return stretch.page, stretch.start + offset
                    count += 1
        count += length
    message = f"the folded text has no character {folded_at}"
    raise IndexError(message)
