"""White words on white paper: told from those on a dark ground by what a picture of the page shows at their place."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PIL import Image

from corpus.sheets import Floats, Style

BLANK = 250  # of 255: the darkest white, of letters and of paper


def shown(styles: Sequence[Style], boxes: Floats, picture: Image.Image, scale: float) -> tuple[Style, ...]:
    """Return the styles of words, those as invisible that are white where a picture of the page shows only white.

    ``scale`` is the picture's pixels a point.
    """
    light = np.asarray(picture.convert("L"))
    places = np.clip(np.rint(boxes * scale), 0, None).astype(int).tolist()
    return tuple(
        replace(style, invisible=True)
        if style.white and light[top : bottom + 1, left : right + 1].min(initial=BLANK) >= BLANK
        else style
        for style, (left, top, right, bottom) in zip(styles, places, strict=True)
    )
