"""Scans that lie on their side or on their head: how many quarter turns set them upright, and the way back.

Between rows of print the paper is white right across the page; where it is white right down the page instead, the page
lies on its side. Which of the two ways round it lies, the words tell: only one of them reads as language.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.deskew import INK, WIDTH
from corpus.gibberish import ENOUGH, LIKE, likeness
from corpus.words import Word

SIDEWAYS = 3.0  # times as much white down the page as across it: upright pages measured 0.5 at most, sideways ones 25
LEAST = 0.1  # of the page's width that must be white right down it
WHITE = 0.02  # of the fullest line's ink: specks and ruling lines are no print
_TURNS = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)  # Pillow turns leftwards


def turned(image: Image.Image, turns: int) -> Image.Image:
    """Turn a picture by quarter turns clockwise."""
    return image.transpose(_TURNS[turns - 1]) if turns % 4 else image


def lies_sideways(image: Image.Image) -> bool:
    """Say whether the rows of print of a scan run down the page."""
    small = np.asarray(image.convert("L").reduce(max(1, image.width // WIDTH)), dtype=np.float32)
    dark = small < INK * np.median(small)
    if dark.sum() < WIDTH // 3:
        return False
    down, across = _white(dark.sum(axis=0)), _white(dark.sum(axis=1))
    return down > max(LEAST, SIDEWAYS * across)


def upright(image: Image.Image, read: Callable[[Image.Image, int], Sequence[Word]]) -> int:
    """Return by how many quarter turns clockwise a scan stands upright; the second way is read only in doubt."""
    first, second = (1, 3) if lies_sideways(image) else (0, 2)
    like, pairs = _likeness(read(turned(image, first), first))
    if like >= LIKE or (first == 0 and pairs < ENOUGH):
        return first
    other, others = _likeness(read(turned(image, second), second))
    return second if other * others > like * pairs else first


def _likeness(words: Sequence[Word]) -> tuple[float, int]:
    return likeness(" ".join(word.text for word in words))


def turned_back(boxes: NDArray[np.float64], turns: int, width: float, height: float) -> NDArray[np.float64]:
    """Return where boxes on the turned page stand on the page as it is.

    Boxes are rows of left, top, right, bottom in any unit, ``width`` and ``height`` the untouched page's in the same.
    """
    left, top, right, bottom = boxes.T
    if turns == 1:
        sides = (top, height - right, bottom, height - left)
    elif turns == 2:
        sides = (width - right, height - bottom, width - left, height - top)
    elif turns == 3:
        sides = (width - bottom, left, width - top, right)
    else:
        return boxes
    return np.stack(sides, axis=1)


def _white(profile: NDArray[np.intp]) -> float:
    """Return the share of lines without print between the first and the last that have any."""
    inked = np.nonzero(profile)[0]
    inside = profile[inked[0] : inked[-1] + 1]
    return float((inside <= WHITE * inside.max()).mean())
