"""The words of a page with their places, their characters mended and nothing dropped that a reader sees."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.sheets import Floats, Sheet

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
STROKE = 2.4  # points: the thickest line that strikes words out
SAME = 0.5  # points within which the bits of one line stand
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
    """Return a word with ligatures, odd spaces and private bullets as ordinary characters."""
    text = text.translate(_MENDED)
    if any(ord(character) in _PRIVATE for character in text):
        text = "".join("•" if ord(character) in _PRIVATE else character for character in text)
    return text


def words(sheet: Sheet) -> list[Word]:
    """Return the words of a sheet that a reader sees, in the file's own order."""
    found: list[Word] = []
    struck, hidden = struck_words(sheet), hidden_words(sheet)
    places = zip(sheet.words, sheet.boxes.tolist(), sheet.styles, sheet.joined, strict=True)
    for index, (raw, (left, top, right, bottom), style, joined) in enumerate(places):
        if index in hidden:
            continue
        text = raw if raw.isascii() and raw.isprintable() else mended(raw).strip()
        quarter = _quarter(style.angle) if style.angle else 0
        word = Word(text, left, top, right, bottom, style.size, style.bold, index in struck, quarter)
        if quarter and joined and found and found[-1].quarter == quarter:
            found[-1] = _glued(found[-1], word)
        elif text:
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


def struck_words(sheet: Sheet) -> set[int]:
    """Return which words have a line drawn through the middle of their letters, however they are turned."""
    if not len(sheet.rules) or not len(sheet.boxes):
        return set()
    quarters = np.array([_quarter(style.angle) if style.angle else 0 for style in sheet.styles])
    found: set[int] = set()
    for quarter in {0, *quarters.tolist()} - {-1}:
        places = np.flatnonzero(quarters == quarter)
        crossed = _crossed(_levelled(sheet.boxes[places], quarter), _levelled(sheet.rules, quarter))
        found.update(places[crossed].tolist())
    return found


def _levelled(boxes: Floats, quarter: int) -> Floats:
    """Return boxes as they stand once the page is turned so that words of a quarter turn read level."""
    left, top, right, bottom = boxes.T
    sides = {
        0: (left, top, right, bottom),
        1: (-bottom, left, -top, right),
        2: (-right, -bottom, -left, -top),
        3: (top, -right, bottom, -left),
    }
    return np.stack(sides[quarter], axis=1)


def _crossed(boxes: Floats, rules: Floats) -> NDArray[np.bool_]:
    """Say of each word that reads level whether a line runs through it, and not on past it."""
    level = _joined(rules[(rules[:, 3] - rules[:, 1] <= STROKE) & (rules[:, 2] - rules[:, 0] > STROKE)])
    if not len(level) or not len(boxes):
        return np.zeros(len(boxes), dtype=np.bool_)
    at = ((level[:, 1] + level[:, 3]) / 2)[None, :]
    top, height = boxes[:, 1:2], boxes[:, 3:4] - boxes[:, 1:2]
    through = (at > top + MIDDLE[0] * height) & (at < top + MIDDLE[1] * height)
    across = np.minimum(level[None, :, 2], boxes[:, 2:3]) - np.maximum(level[None, :, 0], boxes[:, 0:1])
    crossed = through & (across > MOSTLY * (boxes[:, 2:3] - boxes[:, 0:1]))
    left = np.where(crossed, boxes[:, 0:1], np.inf).min(axis=0)
    right = np.where(crossed, boxes[:, 2:3], -np.inf).max(axis=0)
    fits = right - left > FITTING * (level[:, 2] - level[:, 0])
    struck: NDArray[np.bool_] = (crossed & fits[None, :]).any(axis=1)
    return struck


def _joined(level: Floats) -> Floats:
    """Return level lines, those that go on from one another made one: some programs strike words out bit by bit."""
    kept: list[list[float]] = []
    for left, top, right, bottom in level[np.lexsort((level[:, 0], level[:, 1].round(1)))].tolist():
        last = kept[-1] if kept else None
        if last is not None and abs(last[1] - top) < SAME and abs(last[3] - bottom) < SAME and left <= last[2] + SAME:
            last[2] = max(last[2], right)
        else:
            kept.append([left, top, right, bottom])
    return np.array(kept, dtype=np.float32).reshape(-1, 4)


def hidden_words(sheet: Sheet) -> set[int]:
    """Return which words no reader sees: those under an opaque box drawn later, or invisible with no scan behind."""
    hidden: set[int] = set()
    x, y = (sheet.boxes[:, 0] + sheet.boxes[:, 2]) / 2, (sheet.boxes[:, 1] + sheet.boxes[:, 3]) / 2
    for left, top, right, bottom, rank in sheet.covers:
        beneath = np.flatnonzero((x > left) & (x < right) & (y > top) & (y < bottom)).tolist()
        hidden.update(index for index in beneath if 0 <= sheet.styles[index].rank < rank)
    scans = sheet.pictures
    for index in [index for index, style in enumerate(sheet.styles) if style.invisible]:
        behind = (scans[:, 0] <= x[index]) & (x[index] <= scans[:, 2]) & (scans[:, 1] <= y[index])
        if not (behind & (y[index] <= scans[:, 3])).any():
            hidden.add(index)
    return hidden
