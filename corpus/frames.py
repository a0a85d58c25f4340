"""Frames: how drawings within drawings come to stand on the page, and the level and upright lines of a path."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from corpus.sheets import Floats

FULL = 0.9  # of the box around it that an outline must enclose to be that box, rounded corners and all
THIN = 3.0  # points: a filled box no thicker than this is a ruling line, as word processors draw table borders

Sides = tuple[float, float, float, float]
"""Left, top, right, bottom in the page's own coordinates, y upwards."""


class Frame(NamedTuple):
    """The six numbers that place a drawing: a point (x, y) goes to (ax + cy + e, bx + dy + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def within(self, outer: "Frame") -> "Frame":
        """Return the frame of a drawing whose own frame this is, within another."""
        e, f = outer.place(self.e, self.f)
        return Frame(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            e,
            f,
        )

    @property
    def scale(self) -> float:
        """Return by how much lengths grow, on the average of both ways."""
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point comes to stand."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, sides: Sides) -> Sides:
        """Return the box around where a box comes to stand."""
        left, top, right, bottom = sides
        return around([self.place(x, y) for x in (left, right) for y in (bottom, top)])


class View(NamedTuple):
    """How a page's own coordinates become displayed ones: its crop box, y upwards, and its quarter turns clockwise."""

    left: float
    top: float
    right: float
    bottom: float
    turns: int

    @property
    def lies_turned(self) -> bool:
        """Say whether a page is displayed on its side."""
        return self.turns % 2 == 1

    def upright(self, boxes: Floats) -> Floats:
        """Turn rows of left, top, right, bottom to how they are displayed, y still upwards."""
        turned: Floats = self.displayed(boxes) * np.array([1, -1, 1, -1], dtype=np.float32)
        return turned

    @property
    def area(self) -> float:
        """Return the area of the page, square points."""
        return abs((self.right - self.left) * (self.top - self.bottom))

    def displayed(self, boxes: Floats) -> Floats:
        """Turn rows of left, top, right, bottom with y upwards into displayed ones with y downwards."""
        left, top, right, bottom = boxes.T
        if self.turns == 1:
            sides = (bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        elif self.turns == 2:
            sides = (self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        elif self.turns == 3:
            sides = (self.top - top, self.right - right, self.top - bottom, self.right - left)
        else:
            sides = (left - self.left, self.top - top, right - self.left, self.top - bottom)
        return np.stack(sides, axis=1)


def around(points: Sequence[tuple[float, float]]) -> Sides:
    """Return the box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), max(up), max(across), min(up)


def is_thin(box: Sides) -> bool:
    """Say whether a box is no thicker than a ruling line."""
    return box[2] - box[0] <= THIN or box[1] - box[3] <= THIN


def ruling(strokes: Iterable[tuple[tuple[float, float], tuple[float, float]]]) -> list[Sides]:
    """Return the level and upright lines among the straight strokes of a path."""
    return [box for box in (around(stroke) for stroke in strokes) if is_thin(box)]


def filled(outlines: Sequence[Sequence[tuple[float, float]]]) -> list[Sides]:
    """Return the boxes among the outlines of a filled path; where one cuts a hole in another, neither is a box."""
    boxes = [around(outline) for outline in outlines]
    return [
        box
        for place, (box, outline) in enumerate(zip(boxes, outlines, strict=True))
        if not is_thin(box)
        and _area(outline) >= FULL * (box[2] - box[0]) * (box[1] - box[3])
        and not any(_holds(box, other) or _holds(other, box) for at, other in enumerate(boxes) if at != place)
    ]


def _area(outline: Sequence[tuple[float, float]]) -> float:
    turned = [*outline[1:], *outline[:1]]
    return abs(sum(x * below - across * y for (x, y), (across, below) in zip(outline, turned, strict=True))) / 2


def _holds(outer: Sides, inner: Sides) -> bool:
    return outer[0] <= inner[0] and inner[2] <= outer[2] and outer[3] <= inner[3] and inner[1] <= outer[1]
