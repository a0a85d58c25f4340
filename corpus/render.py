"""Pictures of pages, with the quoted words marked so that they show without colour too."""

from collections.abc import Sequence
from io import BytesIO
from math import ceil, floor
from pathlib import Path
from typing import Literal

from PIL import Image, ImageDraw

from corpus import pdf
from corpus.errors import PaperError
from corpus.files import load
from corpus.types import Box

Form = Literal["png", "jpg"]
"""What a picture of a page is written as."""

MOST_PIXELS = 40_000_000  # 160 MB while drawing: an A0 plan at a legible width
LEAST_WIDTH = 16  # pixels
FILL = (255, 213, 0, 96)  # yellow as of a marker pen: black on it keeps a contrast above 14 to 1
OUTLINE = (122, 62, 0, 255)  # dark brown: 8 to 1 against white, so that the mark shows without its colour
QUALITY = 80  # of a JPEG: the grain of a scan stays, and nothing that is read is lost
MARGIN = 1.0  # points around the words, so that the outline does not cut letters


def page_image(path: Path, page: int, width: int, marks: Sequence[Box] = (), form: Form = "png") -> bytes:
    """Return one page, counted from 1, ``width`` pixels wide with the boxes in ``marks`` (points) marked.

    A PNG keeps the edges of letters; a JPEG of a scan, which has none to lose, takes a quarter of the bytes and a tenth
    of the time.
    """
    with pdf.opened(load(path), path.name) as document:
        if not 1 <= page <= pdf.page_count(document):
            raise PaperError(f"{path.name}: has no page {page}; it has {pdf.page_count(document)}")
        across, down = pdf.page_size(document, page, path.name)
        width = max(width, LEAST_WIDTH)
        height = max(round(width * down / across), 1)
        if width * height > MOST_PIXELS:
            raise PaperError(f"{path.name}: page {page} at {width} by {height} pixels is too large; ask for less width")
        image = pdf.picture(document, page, path.name, width, height)
    if marks:
        image = _marked(image, marks, width / across)
    written = BytesIO()
    if form == "jpg":
        image.save(written, "JPEG", quality=QUALITY)
    else:
        image.save(written, "PNG", compress_level=3)  # 3 takes half the time of the default for a tenth more bytes
    return written.getvalue()


def _marked(image: Image.Image, marks: Sequence[Box], scale: float) -> Image.Image:
    """Lay translucent boxes with an outline over a page; only the strip of it that they stand in is touched."""
    stroke = max(1, round(scale * 0.75))
    first, last = min(one.top for one in marks), max(one.bottom for one in marks)
    top = min(max(floor((first - MARGIN) * scale) - stroke, 0), image.height - 1)
    bottom = max(min(ceil((last + MARGIN) * scale) + stroke, image.height), top + 1)
    strip = image.crop((0, top, image.width, bottom))
    layer = Image.new("RGBA", strip.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for one in marks:
        left, right = (one.left - MARGIN) * scale, (one.right + MARGIN) * scale
        upper, lower = (one.top - MARGIN) * scale - top, (one.bottom + MARGIN) * scale - top
        draw.rectangle((left, upper, right, lower), fill=FILL, outline=OUTLINE, width=stroke)
    image.paste(Image.alpha_composite(strip.convert("RGBA"), layer).convert("RGB"), (0, top))
    return image
