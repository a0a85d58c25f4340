"""One page as the file has it, before any reading: its words with their places and styles, and its drawn lines."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Cover = tuple[float, float, float, float, int]
"""An opaque filled box, left, top, right, bottom, and its rank in the order of drawing."""


@dataclass(frozen=True, slots=True)
class Style:
    """How one run of text is drawn.

    Example: ``Style(size=11.0, bold=False, angle=0.0, invisible=False, rank=12)``.
    """

    size: float  # points, as drawn
    bold: bool
    angle: float  # degrees anticlockwise as displayed; 0 for upright text
    invisible: bool
    rank: int  # place in the order of drawing, -1 where it is not known
    white: bool = False  # filled with white, and seen only upon something else


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as PDFium has it, before any reading; boxes are left, top, right, bottom in displayed points."""

    number: int
    width: float
    height: float
    words: tuple[str, ...]  # runs without white space, in the file's own order
    joined: tuple[bool, ...]  # of each word: no white space parts it from the one before
    boxes: Floats  # of each word: its advance wide, its font's ascent and descent high
    styles: tuple[Style, ...]  # of each word
    rules: Floats  # drawn lines, and boxes as thin as lines
    covers: tuple[Cover, ...]
    pictures: Floats
