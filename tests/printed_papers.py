"""Papers set as PDFs from a few lines of text, in the ways in which councils set them.

A line is a paragraph, wrapped at the page's width. Four spaces of indent are 18 points; ``# `` is a large bold line in
the middle, ``= `` a plain one there, ``* `` bold; a tabulator after a number hangs the words beneath each other; ``|``
parts the cells of a ruled row, ``¶`` the lines of a cell, and ``<`` alone is a cell that the one before it runs over;
a line of ``~`` begins a page; an empty line is a gap.
"""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT, TOP, BOTTOM = 62.0, 533.0, 60.0, 770.0
PLAIN, BOLD = "Helvetica", "Helvetica-Bold"
SIZE, LARGE, STEP, GAP, HANG = 11.0, 14.0, 13.2, 9.0, 54.0


class _Press:
    """A page that is being set, from the top down."""

    def __init__(self, path: Path, foot: str) -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=True)
        self.foot = foot
        self.page = 1
        self.top = TOP

    def line(self, left: float, words: str, font: str = PLAIN, size: float = SIZE) -> None:
        """Set one line where the page now stands."""
        self.canvas.setFont(font, size)
        self.canvas.drawString(left, A4[1] - self.top - size, words)

    def room(self, height: float) -> None:
        """Begin a page where there is no room for this height."""
        if self.top + height > BOTTOM:
            self.turn()

    def turn(self) -> None:
        """End the page."""
        self.canvas.setFont(PLAIN, 9)
        self.canvas.drawCentredString(A4[0] / 2, 36, self.foot.format(page=self.page))
        self.canvas.showPage()
        self.page, self.top = self.page + 1, TOP


def print_paper(path: Path, text: str, foot: str = "{page}") -> Path:
    """Set a paper and return where it was written; ``foot`` stands at the foot of each page."""
    press = _Press(path, foot)
    lines = text.strip("\n").split("\n")
    at = 0
    while at < len(lines):
        raw = lines[at]
        words = raw.strip()
        if not words:
            press.top += GAP
        elif set(words) == {"~"}:
            press.turn()
        elif "|" in words:
            _row(press, [cell.strip() for cell in words.split("|")])
        else:
            _paragraph(press, raw, words)
        at += 1
    press.turn()
    press.canvas.save()
    return path


def _paragraph(press: _Press, raw: str, words: str) -> None:
    middle, bold, large = words[:2] in {"# ", "= "}, words[:2] in {"# ", "* "}, words[:2] == "# "
    words = words[2:] if middle or bold else words
    font, size = BOLD if bold else PLAIN, LARGE if large else SIZE
    left = LEFT + 4.5 * (len(raw) - len(raw.lstrip(" ")))
    number, tab, rest = words.partition("\t")
    hang = max(HANG if len(number) > 4 else 28.0, stringWidth(number, font, size) + 12) if tab else 0.0
    for place, line in enumerate(simpleSplit(rest if tab else words, font, size, RIGHT - left - hang)):
        press.room(STEP)
        if tab and place == 0:
            press.line(left, number, font, size)
        at = A4[0] / 2 - stringWidth(line, font, size) / 2 if middle else left + hang
        press.line(at, line, font, size)
        press.top += STEP * size / SIZE


def _row(press: _Press, cells: list[str]) -> None:
    bold = cells[0].startswith("* ")
    font = BOLD if bold else PLAIN
    cells = [cell.removeprefix("* ") for cell in cells]
    wide = (RIGHT - LEFT) / len(cells)
    across = [1 + next((n for n, cell in enumerate(cells[at + 1 :]) if cell != "<"), len(cells) - at - 1)
              for at in range(len(cells))]  # fmt: skip
    wrapped = [
        [line for part in cell.split(" ¶ ") for line in simpleSplit(part, font, SIZE, many * wide - 10)]
        for cell, many in zip(cells, across, strict=True)
    ]
    height = STEP * max(len(lines) for lines in wrapped) + 6
    press.room(height)
    for column, (lines, many) in enumerate(zip(wrapped, across, strict=True)):
        if cells[column] == "<":
            continue
        press.canvas.rect(LEFT + column * wide, A4[1] - press.top - height, many * wide, height)
        for number, line in enumerate(lines):
            press.canvas.setFont(font, SIZE)
            press.canvas.drawString(LEFT + column * wide + 5, A4[1] - press.top - STEP * (number + 1), line)
    press.top += height
