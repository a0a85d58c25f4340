"""A scan of a typeset paper: its pages as grey pictures, a little skewed and noisy, with no text layer."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

RESOLUTION = 110  # dots an inch: a small file that recognition still reads
QUALITY = 40  # of the JPEG, as office scanners at their smallest setting
SKEWS = (0.6, -0.4, 0.3, -0.7, 0.5)  # degrees, taken in turn
NOISE = 9.0  # standard deviation of the grain, of 255


def scan(typeset: Path, target: Path, title: str) -> None:
    """Write an image-only copy of a typeset paper."""
    canvas = Canvas(str(target), pagesize=A4, invariant=1, pageCompression=0)
    canvas.setTitle(title)
    canvas.setAuthor("Saltersmere Council (invented)")
    document = pypdfium2.PdfDocument(typeset)
    try:
        for number in range(len(document)):
            picture = document[number].render(scale=RESOLUTION / 72, grayscale=True).to_pil()
            canvas.drawImage(ImageReader(_worn(picture, number)), 0, 0, *A4)
            canvas.showPage()
    finally:
        document.close()
    canvas.save()


def _worn(picture: Image.Image, number: int) -> io.BytesIO:
    """Return a page as a scanner would see it: turned a little, greyed and grainy, the same each time."""
    turned = picture.rotate(SKEWS[number % len(SKEWS)], resample=Image.Resampling.BILINEAR, fillcolor=255)
    grain = np.random.Generator(np.random.PCG64(number)).normal(0.0, NOISE, (turned.height, turned.width))
    grey = np.clip(np.asarray(turned, dtype=np.float64) * 0.92 + 12 + grain, 0, 255).astype(np.uint8)
    stored = io.BytesIO()
    Image.fromarray(grey).save(stored, "JPEG", quality=QUALITY)
    stored.seek(0)
    return stored
