"""The words of a page with their places, their characters mended and nothing dropped that a reader sees."""

from typing import NamedTuple

import numpy as np

from corpus.pdf import Floats, Sheet

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

LEVEL = 5.0  # degrees: scans lean by less, stamps and watermarks by more
STROKE = 2.0  # points: the thickest line that strikes words out
MIDDLE = (
    0.40,
    0.74,
)  # of a word's height from its top: where such a line runs, above any underline and below any border
MOSTLY = 0.6  # of a word's width that the line must cross
FITTING = 0.8  # of the line's length that the words it crosses must fill: a border runs on past them


class Word(NamedTuple):
    """One word as printed; a word broken at a line's end is two.

    Example: ``Word("AGREED:", 62.4, 300.1, 118.0, 314.9, 12.0, False)``.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float  # points
    bold: bool
    struck: bool = False  # a line is drawn through it
    quarter: int = 0  # turns of 90 degrees anticlockwise that its line is drawn at; -1 where it leans


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
    found: list[Word] = []
    text, starts, ends = sheet.text, sheet.starts.tolist(), sheet.ends.tolist()
    boxes = _word_boxes(sheet)
    struck, hidden = struck_words(sheet, boxes), hidden_words(sheet, boxes)
    places = zip(starts, ends, boxes.tolist(), sheet.styles, strict=True)
    for index, (start, end, (left, top, right, bottom), style) in enumerate(places):
        if index in hidden:
            continue
        string = mended(text[start:end]).strip()
        if not string:
            continue
        quarter = _quarter(style.angle) if style.angle else 0
        word = Word(string, left, top, right, bottom, style.size, style.bold, index in struck, quarter)
        if quarter and found and found[-1].quarter == quarter and start == ends[index - 1]:
            found[-1] = _glued(found[-1], word)
        else:
            found.append(word)
    return found


def _quarter(angle: float) -> int:
    """Return how many quarter turns an angle is, or -1 where it is none."""
    turns = round(angle / 90)
    return turns % 4 if abs(angle - 90 * turns) <= LEVEL else -1


def _glued(first: Word, then: Word) -> Word:
    """Join the letters of a turned word, which stand one below the other."""
    return first._replace(
        text=first.text + then.text,
        left=min(first.left, then.left),
        top=min(first.top, then.top),
        right=max(first.right, then.right),
        bottom=max(first.bottom, then.bottom),
    )


def _word_boxes(sheet: Sheet) -> Floats:
    """Return the box of each word; one higher than letters can be, as some fonts claim, is cut to their size."""
    if not len(sheet.starts):
        return np.zeros((0, 4), dtype=np.float32)
    edges = np.stack([sheet.starts, sheet.ends], axis=1).ravel()
    padded = np.vstack([sheet.boxes, sheet.boxes[-1:]])
    low = np.minimum.reduceat(padded, edges, axis=0)[::2]
    high = np.maximum.reduceat(padded, edges, axis=0)[::2]
    return np.stack([low[:, 0], low[:, 1], high[:, 2], high[:, 3]], axis=1)


def struck_words(sheet: Sheet, boxes: Floats) -> set[int]:
    """Return which words have a line drawn through the middle of their letters."""
    rules = sheet.rules
    level = rules[(rules[:, 3] - rules[:, 1] <= STROKE) & (rules[:, 2] - rules[:, 0] > STROKE)]
    if not len(level) or not len(boxes):
        return set()
    at = ((level[:, 1] + level[:, 3]) / 2)[None, :]
    top, height = boxes[:, 1:2], boxes[:, 3:4] - boxes[:, 1:2]
    through = (at > top + MIDDLE[0] * height) & (at < top + MIDDLE[1] * height)
    across = np.minimum(level[None, :, 2], boxes[:, 2:3]) - np.maximum(level[None, :, 0], boxes[:, 0:1])
    crossed = through & (across > MOSTLY * (boxes[:, 2:3] - boxes[:, 0:1]))
    left = np.where(crossed, boxes[:, 0:1], np.inf).min(axis=0)
    right = np.where(crossed, boxes[:, 2:3], -np.inf).max(axis=0)
    fits = right - left > FITTING * (level[:, 2] - level[:, 0])
    return set(np.flatnonzero((crossed & fits[None, :]).any(axis=1)).tolist())


def hidden_words(sheet: Sheet, boxes: Floats) -> set[int]:
    """Return which words no reader sees: those under an opaque box drawn later, or invisible with no scan behind."""
    hidden: set[int] = set()
    for left, top, right, bottom, rank in sheet.covers:
        x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
        beneath = np.flatnonzero((x > left) & (x < right) & (y > top) & (y < bottom)).tolist()
        hidden.update(index for index in beneath if 0 <= sheet.styles[index].rank < rank)
    invisible = [index for index, style in enumerate(sheet.styles) if style.invisible]
    for index in invisible:
        x, y = (boxes[index, 0] + boxes[index, 2]) / 2, (boxes[index, 1] + boxes[index, 3]) / 2
        scans = sheet.pictures
        if not ((scans[:, 0] <= x) & (x <= scans[:, 2]) & (scans[:, 1] <= y) & (y <= scans[:, 3])).any():
            hidden.add(index)
    return hidden
