"""How far a scan leans, and how to set it level and find the way back.

The angle is the one at which the rows of ink are sharpest, the projection profile of W. Postl, "Detection of linear
oblique structures and skew scan in digitized documents" (ICPR 1986). The libraries that offer it bring scikit-image
or OpenCV with them, for thirty lines of arithmetic.
"""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

WIDTH = 900  # pixels across to which a page is reduced first: letters blur into rows, noise is averaged away
MOST = 8.0  # degrees: sheets fed by hand lean by less
COARSE, FINE = (
    0.25,
    0.02,
)  # degrees between the angles tried: the second is a pixel over a page's width
INK = 0.6  # of the paper's brightness: darker is ink
MOST_POINTS = 60_000  # pixels of ink that are looked at: a page of text has about as many
LEVEL = 0.04  # degrees under which turning would blur the letters and mend nothing
CLEAR = 1.05  # times the sharpness of the upright page that another angle must reach: a drawing has no rows


def skew(image: Image.Image) -> float:
    """Return by how many degrees the rows of a scan fall towards the right; 0 where it has no rows."""
    small = np.asarray(image.convert("L").reduce(max(1, image.width // WIDTH)), dtype=np.float32)
    rows, columns = np.nonzero(small < INK * np.median(small))
    if len(rows) < WIDTH // 3:  # hardly a line of text
        return 0.0
    step = max(1, len(rows) // MOST_POINTS)
    rows, columns = rows[::step], columns[::step]
    best = _sharpest(rows, columns, np.arange(-MOST, MOST + COARSE, COARSE))
    best = _sharpest(rows, columns, np.arange(best - COARSE, best + COARSE, FINE))
    if abs(best) < LEVEL or _sharpness(rows, columns, best) < CLEAR * _sharpness(rows, columns, 0.0):
        return 0.0
    return round(best, 2)


def levelled(image: Image.Image, degrees: float) -> Image.Image:
    """Turn a scan about its middle so that rows falling by so many degrees run level; its size stays."""
    if not degrees:
        return image
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255 if image.mode == "L" else "white")


def unlevelled(boxes: NDArray[np.float64], degrees: float, width: float, height: float) -> NDArray[np.float64]:
    """Return where boxes on the levelled page stand on the page as it is.

    Boxes are rows of left, top, right, bottom in any unit, ``width`` and ``height`` the page's in the same. Each keeps
    its size and moves with its middle, so that a mark lies along a leaning line word by word.
    """
    middles = (boxes[:, :2] + boxes[:, 2:]) / 2 - (width / 2, height / 2)
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    turned = middles @ np.array([[cosine, sine], [-sine, cosine]])
    moved = turned - middles
    return np.asarray(boxes + np.hstack([moved, moved]), dtype=np.float64)


def _sharpest(rows: NDArray[np.intp], columns: NDArray[np.intp], angles: NDArray[np.float64]) -> float:
    return float(max(angles, key=lambda angle: _sharpness(rows, columns, float(angle))))


def _sharpness(rows: NDArray[np.intp], columns: NDArray[np.intp], degrees: float) -> float:
    """Return how unevenly ink falls on rows that lean by an angle: level text makes full rows and empty ones."""
    places = np.rint(rows - columns * np.tan(np.radians(degrees))).astype(np.intp)
    profile = np.bincount(places - places.min())
    return float(np.square(np.diff(profile)).sum())
