"""Pages that are only pictures: set level, read by character recognition, and their places found again on the page."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np
from PIL import Image

from corpus.deskew import levelled, skew, unlevelled
from corpus.gibberish import is_gibberish
from corpus.ocr import DPI, Ocr, ink
from corpus.rulings import rulings, without
from corpus.sheets import Floats, Sheet
from corpus.turning import turned, turned_back, upright
from corpus.types import Page
from corpus.words import Word

POINTS = 72 / DPI  # of a pixel
STAMP = 12  # words that are put upon a scan bound into a pack: its page number, "Appendix A", an item's name
FULL = 0.6  # of the page that one picture covers where it is a scan and no illustration
AHEAD = 2  # pages drawn for each core: one being read, one waiting


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read from a picture of a page, in points on the page set level."""

    words: tuple[Word, ...]
    rules: Floats  # drawn lines: rows of left, top, right, bottom
    lean: float  # degrees by which the page's rows fall towards the right
    turns: int = 0  # quarter turns clockwise that set the page upright


def is_picture(sheet: Sheet, words: Sequence[Word]) -> bool:
    """Say whether a page must be read by its looks: a scan, perhaps with a stamp on it, or text that is gibberish."""
    if is_gibberish(" ".join(word.text for word in words)):
        return True
    if not words:
        return len(sheet.pictures) > 0
    sides = np.clip(sheet.pictures, 0, (sheet.width, sheet.height, sheet.width, sheet.height))
    covered = ((sides[:, 2] - sides[:, 0]) * (sides[:, 3] - sides[:, 1])).max(initial=0)
    return len(words) <= STAMP and float(covered) >= FULL * sheet.width * sheet.height


def read_scans(draw: Callable[[int], Image.Image], pages: Sequence[int], ocr: Ocr) -> Iterator[Scan]:
    """Yield what is read from each page, in order, several at once; ``draw`` gives a page's picture at ``DPI``.

    Pages are drawn one after another, since PDFium allows no more, and read side by side.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    waiting = iter(pages)
    with ThreadPoolExecutor(cores, thread_name_prefix="ocr") as pool:
        running: deque[Future[Scan]] = deque(
            pool.submit(read_scan, draw(page), ocr) for page in islice(waiting, cores * AHEAD)
        )
        while running:
            scan = running.popleft().result()
            running.extend(pool.submit(read_scan, draw(page), ocr) for page in islice(waiting, 1))
            yield scan


def read_scan(image: Image.Image, ocr: Ocr) -> Scan:
    """Read one page from its picture at ``DPI``, upright and level."""
    read: dict[int, Scan] = {}

    def words(picture: Image.Image, turns: int) -> tuple[Word, ...]:
        read[turns] = replace(_read_level(picture, ocr), turns=turns)
        return read[turns].words

    turns = upright(image.convert("L"), words)
    return read[turns] if turns in read else replace(_read_level(turned(image, turns), ocr), turns=turns)


def _read_level(image: Image.Image, ocr: Ocr) -> Scan:
    """Read one page that stands upright."""
    grey = image.convert("L")
    lean = skew(grey)
    level = levelled(grey, lean)
    rules = rulings(ink(level))
    words = tuple(_in_points(word) for word in ocr.read(without(level, rules)))
    return Scan(words, rules * POINTS, lean)


def as_it_lies(page: Page, lean: float, turns: int) -> Page:
    """Return a page that was laid out upright and level with its words where they lie on the paper, to be marked there.

    Its lines stay level: they are what the record is read by, and a margin that leans is no indent.
    """
    if not lean and not turns:
        return page
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6).copy()
    width, height = page.width * 10, page.height * 10  # tenths of a point
    across, down = (height, width) if turns % 2 else (width, height)
    boxes = unlevelled(rows[:, 2:].astype(np.float64), lean, across, down)
    rows[:, 2:] = np.rint(turned_back(boxes, turns, width, height))
    return replace(page, words=rows.tobytes())


def _in_points(word: Word) -> Word:
    return word._replace(
        left=word.left * POINTS,
        top=word.top * POINTS,
        right=word.right * POINTS,
        bottom=word.bottom * POINTS,
        size=round(word.size * POINTS, 2),
    )
