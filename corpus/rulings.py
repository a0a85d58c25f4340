"""The lines that are drawn on a scan: found so that tables can be read by them, and taken out so that letters can."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from corpus.ocr import Mask
from corpus.sheets import Floats

LEAST = 100  # pixels of a level or upright line: longer than any stroke of a letter at 300 dots an inch
THICK = 14  # pixels: a thicker stretch is a filled field
BLUR = 2  # pixels around a line that the scanner made grey
GAP = 6  # pixels between two parts of one line, where a scanner or a letter breaks it
STEP, FOUR_DARK = 4, 0x01010101  # four pixels of a mask, looked at as one number


def rulings(dark: Mask) -> Floats:
    """Return the level and upright lines among the ink of a level page: left, top, right, bottom in pixels."""
    turned = np.ascontiguousarray(dark.T)
    across = _boxes(_opened(dark, LEAST) & ~_opened(turned, THICK).T)
    down = _boxes(_opened(turned, LEAST) & ~_opened(dark, THICK).T)[:, [1, 0, 3, 2]]
    return np.vstack([across, down]).astype(np.float32)


def without(image: Image.Image, lines: Floats) -> Image.Image:
    """Return a grey page with lines painted over in the colour of its paper."""
    if not len(lines):
        return image
    grey = np.array(image)
    paper = np.median(grey[::8, ::8])
    for left, top, right, bottom in lines.astype(int).tolist():
        grey[max(0, top - BLUR) : bottom + BLUR, max(0, left - BLUR) : right + BLUR] = paper
    return Image.fromarray(grey)


def _opened(dark: Mask, length: int) -> Mask:
    """Keep the ink that stands in level runs of at least about a length, in steps of four pixels."""
    height, width = dark.shape
    steps = np.ascontiguousarray(dark[:, : width // STEP * STEP]).view(np.uint32) == FOUR_DARK
    least = min(length // STEP, steps.shape[1])
    full = np.ones((height, steps.shape[1] - least + 1), dtype=bool)
    for start in range(least):
        full &= steps[:, start : start + full.shape[1]]
    kept = np.zeros((height, steps.shape[1] + 2), dtype=bool)  # a step more at either end: a run ends within it
    for start in range(least + 2):
        kept[:, start : start + full.shape[1]] |= full
    opened: Mask = dark.copy()
    opened[:, : steps.shape[1] * STEP] &= np.repeat(kept[:, 1:-1], STEP, axis=1)
    opened[:, steps.shape[1] * STEP :] &= kept[:, -1:]
    return opened


def _boxes(level: Mask) -> NDArray[np.float64]:
    """Join the level runs of neighbouring rows and return the box of each line."""
    found: list[list[int]] = []
    open_lines: list[list[int]] = []
    for row in np.flatnonzero(level.any(axis=1)).tolist():
        edges = np.flatnonzero(np.diff(level[row].astype(np.int8), prepend=0, append=0)).tolist()
        open_lines = [line for line in open_lines if line[3] >= row - 1]
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            touching = [line for line in open_lines if line[0] <= right + GAP and left <= line[2] + GAP]
            if not touching:
                touching = [[left, row, right, row + 1]]
                open_lines += touching
                found += touching
            first = touching[0]
            first[0], first[2], first[3] = min(first[0], left), max(first[2], right), row + 1
    long = [line for line in found if line[2] - line[0] >= LEAST // 2]  # the rest are edges of filled fields
    return np.array(long, dtype=np.float64).reshape(-1, 4)
