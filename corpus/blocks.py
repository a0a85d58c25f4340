"""Blocks put together where lines say too little to be read alone: short bullets, lines of an address."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from corpus.paragraphs import Paragraph
from corpus.rows import joined
from corpus.types import Block

Place = Literal["alone", "opens", "item", "starts", "line"]
"""How a block stands to the one before: by itself; before a list; a short item of one; first or next of some lines."""

TINY = 60  # letters of a line or of a bullet that says too little to be read alone
MOST = 420  # letters of what is put together


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it is put together with its neighbours."""

    block: Block
    place: Place


def place_of(paragraph: Paragraph) -> Place:
    """Return how a paragraph of plain text stands to the one before it."""
    if paragraph.table:
        return "alone"
    text = paragraph.text.rstrip()
    if text.endswith((":", ":-")) and len(text) < MOST:
        return "opens"
    if len(text) >= TINY:
        return "alone"
    if paragraph.mark is not None:
        return "item" if paragraph.mark.style == "•" else "alone"
    return "starts" if paragraph.gap else "line"


def put_together(pieces: Iterable[Piece]) -> Iterator[Block]:
    """Return the blocks, short items joined to what they stand under and short lines to each other."""
    pending: Piece | None = None
    for piece in pieces:
        if pending is not None and _joins(pending, piece):
            block = replace(pending.block, spans=joined((*pending.block.spans, *piece.block.spans)))
            pending = Piece(block, piece.place)
            continue
        if pending is not None:
            yield pending.block
        pending = piece
    if pending is not None:
        yield pending.block


def _joins(one: Piece, two: Piece) -> bool:
    if (one.place, two.place) not in {("opens", "item"), ("item", "item"), ("starts", "line"), ("line", "line")}:
        return False
    if replace(one.block, spans=()) != replace(two.block, spans=()):
        return False
    return sum(span.end - span.start for span in (*one.block.spans, *two.block.spans)) < MOST
