"""The words of a page with their places, their characters mended and nothing dropped that a reader sees."""

from typing import NamedTuple

import numpy as np

from corpus.pdf import Sheet

HYPHEN = "\u2010"  # marks a hyphen at a printed line's end until it is known whether the word keeps it
_PDFIUM_HYPHENS = "\ufffe\x02"  # what PDFium writes for a hyphen at a line's end, by version

_MENDED = str.maketrans(
    {
        **dict.fromkeys(_PDFIUM_HYPHENS, HYPHEN),
        "\u2011": "-",  # non-breaking hyphen
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\u00a0": " ",
        "\uf0a7": "▪",  # from here the private use of the fonts Symbol and Wingdings, as word processors write bullets
        "\uf0b7": "•",
        "\uf0d8": "➢",
        "\uf0a8": "☐",
        "\uf06f": "☐",
        "\uf0fc": "✓",
        "\uf0fe": "☑",
        "\uf0e0": "→",
        "\uf02d": "-",
        "\uf020": " ",
    }
)
_PRIVATE = range(0xE000, 0xF900)  # characters that only their font knows: almost always bullets


class Word(NamedTuple):
    """One word as printed; a word broken at a line's end is two.

    Example: ``Word("AGREED:", 62.4, 300.1, 118.0, 314.9, 12.0, False, 57)``.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float  # points
    bold: bool
    order: int  # rank in the file's own order


def mended(text: str) -> str:
    """Return a word with ligatures, odd spaces and private bullets as ordinary characters; ASCII passes as it is."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_MENDED)
    if any(ord(character) in _PRIVATE for character in text):
        text = "".join("•" if ord(character) in _PRIVATE else character for character in text)
    return text


def words(sheet: Sheet) -> list[Word]:
    """Return the words of a sheet that a reader sees, in the file's own order."""
    found = []
    text, starts, ends = sheet.text, sheet.starts.tolist(), sheet.ends.tolist()
    for order, (start, end, box) in enumerate(zip(starts, ends, _word_boxes(sheet), strict=True)):
        style = sheet.styles[order]
        string = mended(text[start:end]).strip()
        if string:
            left, top, right, bottom = box
            found.append(Word(string, left, top, right, bottom, style.size, style.bold, order))
    return found


def _word_boxes(sheet: Sheet) -> list[list[float]]:
    """Return the box of each word: left, top, right, bottom."""
    if not len(sheet.starts):
        return []
    edges = np.stack([sheet.starts, sheet.ends], axis=1).ravel()
    padded = np.vstack([sheet.boxes, sheet.boxes[-1:]])
    low = np.minimum.reduceat(padded, edges, axis=0)[::2]
    high = np.maximum.reduceat(padded, edges, axis=0)[::2]
    boxes: list[list[float]] = np.stack([low[:, 0], low[:, 1], high[:, 2], high[:, 3]], axis=1).tolist()
    return boxes
