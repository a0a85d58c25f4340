"""Tesseract, run as a program of its own: one process a page, each on one core."""

import io
import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
from PIL import Image, ImageDraw

from corpus.errors import PaperError
from corpus.ocr import DPI, Seen, finished, ink
from corpus.words import Word

LANGUAGES = ("eng", "cym")  # the languages that councils in England and Wales publish in; what is installed is used
WHOLE_PAGE, ONE_BLOCK = "3", "6"  # Tesseract's page segmentation modes
MARGIN = 4  # pixels around a word that are its own: the blur of its edges
FEWEST = 40  # pixels of ink left over that are worth a second look: a full stop has about as many at 300 dots an inch
SPECKS = frozenset("1Iil")  # what a speck or a stroke left over looks like
SURE = 60.0  # percent, for words and figures at the second look
SURE_ALONE = 80.0  # percent, for a letter alone
LONGEST = 120  # seconds for a page: one full of small print takes ten


class Tesseract:
    """Tesseract 5 as the system has it installed."""

    def read(self, image: Image.Image) -> Sequence[Word]:
        """Return the words of a level page line by line, placed in pixels from its top left corner.

        A second look at the ink left over finds what analysing the layout of a whole page throws away: lone figures
        such as page numbers, and white letters on dark.
        """
        grey = image.convert("L")
        lines = _recognised(grey, WHOLE_PAGE)
        return finished([*lines, *_second_look(grey, lines)], grey)


def _second_look(grey: Image.Image, lines: list[list[Seen]]) -> list[list[Seen]]:
    """Return the lines of words found in the ink left over, and part from words of ``lines`` what was run into them."""
    left = Image.fromarray(np.where(ink(grey), np.uint8(0), np.uint8(255)))
    draw = ImageDraw.Draw(left)
    for word in (word for line in lines for word in line):
        draw.rectangle((word.left - MARGIN, word.top - MARGIN, word.right + MARGIN, word.bottom + MARGIN), fill=255)
    if int((np.asarray(left) == 0).sum()) < FEWEST:
        return []
    looked = ([word for word in line if _is_likely(word)] for line in _recognised(left, ONE_BLOCK))
    return [kept for line in looked if (kept := [word for word in line if _is_new(word, lines)])]


def _is_likely(word: Seen) -> bool:
    return any(map(str.isalnum, word.text)) and word.sure >= (
        SURE if len(word.text) > 1 or word.text.isdigit() else SURE_ALONE
    )


def _is_new(word: Seen, lines: list[list[Seen]]) -> bool:
    """Say whether a word is none that was found before, nor a part of one; a first word run into the next is parted."""
    height = word.bottom - word.top
    for line in lines:
        for place, other in enumerate(line):
            if other.top >= word.bottom or word.top >= other.bottom:
                continue
            apart = max(other.left - word.right, word.left - other.right)
            if apart < height / 8:  # closer than words are set
                return False
            if word.text in SPECKS:  # as a page number it would stand alone
                return False
            if apart < height and word.right <= other.left and other.text.startswith(word.text):
                line[place : place + 1] = [word, replace(other, text=other.text[len(word.text) :])]
                return False
    return True


def _recognised(grey: Image.Image, mode: str) -> list[list[Seen]]:
    """Run Tesseract on a page and return its words by line."""
    picture = io.BytesIO()
    grey.save(picture, "PPM")
    arguments = ["stdin", "stdout", "--dpi", str(DPI), "--psm", mode, "-l", "+".join(_languages()), "tsv"]
    lines: dict[tuple[str, ...], list[Seen]] = {}
    for row in _run(arguments, picture.getvalue()).splitlines():
        fields = row.split("\t")
        if fields[0] == "5" and fields[11].strip():  # 5: a word; the other rows are what words stand in
            left, top, width, height = map(float, fields[6:10])
            seen = Seen(fields[11].strip(), left, top, left + width, top + height, float(fields[10]))
            lines.setdefault(tuple(fields[2:5]), []).append(seen)
    return list(lines.values())


@cache
def _languages() -> tuple[str, ...]:
    installed = _run(["--list-langs"], b"").split()
    return tuple(language for language in LANGUAGES if language in installed) or ("eng",)


def _run(arguments: list[str], given: bytes) -> str:
    """Run Tesseract with one thread: pages are read side by side, and its own threads slow each other down."""
    try:
        done = subprocess.run(  # noqa: S603  # fixed arguments; the page goes in by standard input
            ["tesseract", *arguments],  # noqa: S607  # wherever the system has it
            input=given,
            capture_output=True,
            check=True,
            timeout=LONGEST,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise PaperError(f"Tesseract took more than {LONGEST} s for a page; leave the paper out") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().splitlines() or ["nothing"]
        raise PaperError(f"Tesseract failed and said: {said[-1]}; check its installation") from error
    return done.stdout.decode("utf-8", "replace")
