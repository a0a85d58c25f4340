"""Recognising the characters of pages that are only pictures."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from shutil import which
from statistics import median
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.words import Word

DPI = 300  # what both engines were trained for; more costs time and finds no more
INK = 0.6  # of the paper's brightness: darker is ink

TALL = re.compile(r"[A-ZÀ-Þ0-9bdfhijklßþ£$&%()\[\]/!?“”‘’\"'|]")  # reach the height of capitals
DEEP = re.compile(r"[gjpqyçþ()\[\]|,;]")  # reach below the line
CAPITAL, TEE, SMALL, DEPTH = 0.716, 0.66, 0.519, 0.212  # of a font's size: Arial's; Times is within a tenth
ASCENT, DESCENT = 0.905, 0.212  # of the font's size: the box that a text layer gives a letter of Arial
SAME_SIZE = 0.15  # share by which lines of one size were seen to measure differently
SAME_SIZE_SHORT = 0.3  # the same for lines of few letters
SHORT = 12  # letters of a line, under which its size is measured badly
HEAVY = 1.25  # times the page's usual stroke: bold is about 1.5, smudged letters are under 1.2

BULLET = re.compile(r"[*¢«»©®°+§#]e?|[eo]")  # what engines make of a bullet, at a line's head
RULE = re.compile(r"[|_¦\[\]{}\\/—–-]+")  # what they make of a ruling line, where it stands alone with doubt
SURE = 80.0  # percent: under it a sign that is no word is taken for a rule or a speck

Mask = NDArray[np.bool_]
"""Which pixels of a page are ink: shape ``(height, width)``."""


class Ocr(Protocol):
    """An engine that recognises the characters of a page; it may be asked from several threads at once."""

    def read(self, image: Image.Image) -> Sequence[Word]:
        """Return the words of a level page line by line, placed in pixels from its top left corner."""
        ...


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as an engine saw it: the box around its ink in pixels, and how sure the engine is in percent."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float


def open_ocr() -> Ocr | None:
    """Return Tesseract where it is installed, RapidOCR where that is, or None."""
    if which("tesseract"):
        from corpus.ocr_tesseract import Tesseract

        return Tesseract()
    if find_spec("rapidocr"):
        from corpus.ocr_rapid import Rapid

        return Rapid()
    return None


def finished(lines: Sequence[Sequence[Seen]], image: Image.Image) -> list[Word]:
    """Return the words of lines as a text layer would give them: on a common line, with a size and a weight.

    Marks of lists are mended, and ruling lines that were taken for signs are left out.
    """
    kept = [cleaned for line in lines if (cleaned := _cleaned(line))]
    sizes = _sizes(kept)
    dark = ink(image)
    begins = dark.copy()
    begins[:, 1:] &= ~dark[:, :-1]
    strokes = [
        [_stroke(word, dark, begins) / size for word in line if _is_word(word)]
        for line, size in zip(kept, sizes, strict=True)
    ]
    usual = median([stroke for line in strokes for stroke in line] or [0.0])
    words = []
    for line, size, widths in zip(kept, sizes, strokes, strict=True):
        foot = median(word.bottom - (DEPTH * size if DEEP.search(word.text) else 0) for word in line)
        heavy, width = False, iter(widths)
        for word in line:
            heavy = next(width) > HEAVY * usual if _is_word(word) else heavy  # a sign is as heavy as what it follows
            top, bottom = foot - ASCENT * size, foot + DESCENT * size
            words.append(Word(word.text, word.left, top, word.right, bottom, size, heavy))
    return words


def ink(image: Image.Image) -> Mask:
    """Return which pixels are ink: darker than the paper by as much as print is, whatever the scanner's noise."""
    grey = np.asarray(image.convert("L"))
    return grey < INK * float(np.median(grey[::8, ::8]))


def _cleaned(line: Sequence[Seen]) -> list[Seen]:
    kept = [word for word in line if word.sure >= SURE or not RULE.fullmatch(word.text)]
    if len(kept) > 1 and BULLET.fullmatch(kept[0].text) and kept[1].text[0].isalnum():
        first = kept[0]
        kept[0] = Seen("•", first.left, first.top, first.right, first.bottom, first.sure)
    return kept


def _sizes(lines: Sequence[Sequence[Seen]]) -> list[float]:
    """Return each line's font size in pixels, that of the page's usual line where it is as good as that."""
    measured = [median(map(_size, [word for word in line if _is_word(word)] or line)) for line in lines]
    usual = median(measured) if measured else 0.0
    return [
        usual if abs(size - usual) <= (SAME_SIZE if _letters(line) > SHORT else SAME_SIZE_SHORT) * usual else size
        for line, size in zip(lines, measured, strict=True)
    ]


def _letters(line: Sequence[Seen]) -> int:
    return sum(len(word.text) for word in line)


def _is_word(word: Seen) -> bool:
    return any(map(str.isalnum, word.text))


def _size(word: Seen) -> float:
    """Work a font's size out of how high a word's ink is and which letters it has."""
    height = CAPITAL if TALL.search(word.text) else TEE if "t" in word.text else SMALL
    share = height + (DEPTH if DEEP.search(word.text) else 0.0)
    return (word.bottom - word.top) / share


def _stroke(word: Seen, dark: Mask, begins: Mask) -> float:
    """Return how many pixels wide a word's strokes are on the way across them."""
    box = (slice(int(word.top), int(word.bottom) + 1), slice(int(word.left), int(word.right) + 1))
    return float(dark[box].sum()) / max(1, int(begins[box].sum()))
