"""The reading copy: a document without pages set as a PDF, so that its words have a page and a place on it.

The same document gives the same bytes. No page number is printed, since the original has none.
"""

from collections.abc import Sequence
from hashlib import sha256
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from corpus.documents import Cell, Document, Para, Table
from corpus.set_lines import BOLD, LEADING, REGULAR, SetLine, make_fonts, measured, set_lines, width_of

WIDTH, HEIGHT = 595.3, 841.9  # A4, points
MARGIN = 68.0
EDGE = 60.0  # heads and feet stand nearer to the page's edge than this, the text farther in
SIZE, HEADING, SMALL = 11.0, 13.0, 8.0  # of text, headings and what is repeated around the pages
GAP = 7.0  # between paragraphs: more than the lines of one paragraph are apart
PAD = 4.0  # within a cell
NARROWEST = 24.0  # of a column
MOST_COLUMNS = 19  # of the narrowest that fit side by side
SIZES = (10.0, 8.5, 7.0, 6.0)  # of the text of tables: the first in which the longest words fit their columns
NOTE = "Reading copy: the words of a document that has no fixed pages"  # at the foot of each page
NOTE_SIZE = 6.5
STRIKE = 0.24  # of the size: how far above the base line a struck word's line runs

_TRAILER = b"%% reading copy of "


def set_copy(document: Document, sha: str) -> bytes:
    """Return the reading copy of a document whose file has the SHA-256 ``sha``; its last line proves the rest."""
    make_fonts(sorted({letter for run in document.runs for letter in run.text if letter > " "}))
    written = BytesIO()
    canvas = Canvas(written, pagesize=(WIDTH, HEIGHT), invariant=True, pageCompression=1)
    canvas.setTitle(document.title or "")
    _Setter(canvas, document).run()
    canvas.save()
    body = written.getvalue().rstrip(b"\n") + b"\n"
    return body + _TRAILER + f"{sha} {sha256(body).hexdigest()}\n".encode()


def is_copy(data: bytes, sha: str) -> bool:
    """Say whether bytes are a whole reading copy of the file with this SHA-256."""
    body, trailer, said = data.rpartition(_TRAILER)
    return bool(trailer) and said == f"{sha} {sha256(body).hexdigest()}\n".encode()


class _Setter:
    """A document on its way onto pages; ``down`` is how far from the top the next line begins."""

    def __init__(self, canvas: Canvas, document: Document) -> None:
        self.canvas = canvas
        self.head, self.foot = document.head, document.foot
        self.parts = document.parts
        self.down = MARGIN

    def run(self) -> None:
        """Set everything."""
        self._begin(())
        for part in self.parts:
            if isinstance(part, Para):
                if part.new_page and self.down > MARGIN:
                    self._turn()
                self._para(part)
            else:
                self._table(part)
        self.canvas.showPage()

    def _para(self, para: Para) -> None:
        lines = set_lines(para, WIDTH - 2 * MARGIN, HEADING if para.heading else SIZE)
        if para.heading and self._left() < sum(line.height for line in lines) + 3 * SIZE * LEADING:
            self._turn()
        for line in lines:
            if self._left() < line.height:
                self._turn()
            self._draw(line, MARGIN)
            self.down += line.height
        self.down += GAP

    def _table(self, table: Table) -> None:
        count = max(sum(cell.across for cell in row) for row in table.rows)
        if count > MOST_COLUMNS:  # no page is wide enough: cell after cell
            for para in (para for row in table.rows for cell in row for para in cell.paras):
                self._para(para)
            return
        size, widths = _columns(table, count, WIDTH - 2 * MARGIN)
        for row in table.rows:
            cells = _placed(row, widths)
            waiting = [[line for para in cell.paras for line in set_lines(para, wide - 2 * PAD, size)]
                       for _, wide, cell in cells]  # fmt: skip
            tall = max((sum(line.height for line in lines) for lines in waiting), default=0.0)
            if tall + 2 * PAD > self._left() and (tall + 2 * PAD <= HEIGHT - 2 * MARGIN or self._left() < 6 * size):
                self._turn()
            while True:
                room = self._left() - 2 * PAD
                taken = [_fill(lines, room) for lines in waiting]
                high = max((sum(line.height for line in lines) for lines in taken), default=0.0) or size * LEADING
                self._row([(left, wide) for left, wide, _ in cells], taken, high + 2 * PAD)
                waiting = [lines[len(done) :] for lines, done in zip(waiting, taken, strict=True)]
                if not any(waiting):
                    break
                self._turn()
        self.down += GAP

    def _row(self, places: Sequence[tuple[float, float]], held: Sequence[Sequence[SetLine]], high: float) -> None:
        for (left, wide), lines in zip(places, held, strict=True):
            self.canvas.rect(MARGIN + left, HEIGHT - self.down - high, wide, high, stroke=1, fill=0)
            top = self.down
            self.down += PAD
            for line in lines:
                self._draw(line, MARGIN + left + PAD)
                self.down += line.height
            self.down = top
        self.down += high

    def _draw(self, line: SetLine, left: float) -> None:
        base = HEIGHT - self.down - line.size
        for piece in line.pieces:
            run = piece.run
            self.canvas.setFont(BOLD if run.bold else REGULAR, line.size)
            self.canvas.drawString(left + piece.left, base, run.text)
            if run.struck:
                wide, at = width_of(run.text, run.bold, line.size), base + STRIKE * line.size
                self.canvas.line(left + piece.left, at, left + piece.left + wide, at)

    def _left(self) -> float:
        return HEIGHT - MARGIN - self.down

    def _turn(self) -> None:
        """Begin the next page with what the document repeats on it."""
        self.canvas.showPage()
        self._begin(self.head)
        self.down = MARGIN

    def _begin(self, head: Sequence[Para]) -> None:
        """Draw what stands around the text of a page."""
        self._around(head, SMALL)
        self._around(self.foot, HEIGHT - EDGE + SMALL)
        self.canvas.setFont(REGULAR, NOTE_SIZE)
        self.canvas.drawRightString(WIDTH - MARGIN, NOTE_SIZE, NOTE)

    def _around(self, paras: Sequence[Para], down: float) -> None:
        """Draw what is repeated on each page, as many lines as stand between the page's edge and the text."""
        lines = [line for para in paras for line in set_lines(para, WIDTH - 2 * MARGIN, SMALL)]
        self.down = down
        for line in lines[:4]:
            self._draw(line, MARGIN)
            self.down += line.height
        self.down = MARGIN


def _fill(lines: Sequence[SetLine], room: float) -> list[SetLine]:
    """Return the first lines that fit, and at least one."""
    taken: list[SetLine] = []
    for line in lines:
        if taken and sum(one.height for one in taken) + line.height > room:
            break
        taken.append(line)
    return taken


def _placed(row: Sequence[Cell], widths: Sequence[float]) -> list[tuple[float, float, Cell]]:
    """Return the cells of a row with the beginning and width of each; what a row lacks is filled with empty cells."""
    found: list[tuple[float, float, Cell]] = []
    column = 0
    for cell in row:
        across = min(cell.across, len(widths) - column)
        found.append((sum(widths[:column]), sum(widths[column : column + across]), cell))
        column += across
    left_over = range(column, len(widths))
    return [*found, *((sum(widths[:place]), widths[place], Cell(())) for place in left_over)]


def _columns(table: Table, count: int, measure: float) -> tuple[float, list[float]]:
    """Return the size of a table's text and the widths of its columns: by their longest words, then by their words."""
    for size in SIZES:
        least, wanted = [NARROWEST] * count, [NARROWEST] * count
        for row in table.rows:
            column = 0
            for cell in row:
                if cell.across == 1:
                    for para in cell.paras:
                        longest, whole = measured(para, size)
                        least[column] = max(least[column], longest + 2 * PAD + 1)
                        wanted[column] = max(wanted[column], whole + 2 * PAD + 1)
                column += cell.across
        if sum(least) <= measure:
            break
    if sum(wanted) <= measure:
        return size, [wide * measure / sum(wanted) for wide in wanted]
    if sum(least) > measure:
        return size, [wide * measure / sum(least) for wide in least]
    spare = measure - sum(least)
    more = [whole - longest for whole, longest in zip(wanted, least, strict=True)]
    return size, [longest + spare * share / sum(more) for longest, share in zip(least, more, strict=True)]
