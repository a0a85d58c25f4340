"""Lines of a reading copy: fonts, and paragraphs broken into lines of a given measure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import font_source_sans_pro
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from corpus.documents import Para, Run

LEADING = 1.25  # of the size, from line to line
AFTER_MARK = 4.0  # points, the least white between a mark and its words
HANG = 18.0  # how far words stand from the beginning of a short mark
TAB = 36.0
APART = 5.2  # sizes of white that a tabulator leaves at least after words that are no label: read as columns
REGULAR, BOLD = "MinutebookText", "MinutebookBold"


@cache
def _fonts() -> tuple[TTFont, TTFont]:
    """Make the two fonts known; they are embedded, so that every machine draws the same page."""
    faces = font_source_sans_pro.font_files_ttf
    fonts = TTFont(REGULAR, faces["SourceSansPro"]), TTFont(BOLD, faces["SourceSansProBold"])
    for font in fonts:
        registerFont(font)
    return fonts


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters that are drawn at one go; ``left`` is from the beginning of the paragraph's own measure."""

    left: float
    run: Run


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as it will be drawn."""

    pieces: tuple[Piece, ...]
    size: float

    @property
    def height(self) -> float:
        """Return how far it is to the next line, points."""
        return self.size * LEADING


def make_fonts(letters: Iterable[str]) -> None:
    """Make the fonts ready for these letters: one that they lack is drawn as an empty box, and is still that letter."""
    for font in _fonts():
        for letter in letters:
            font.face.charToGlyph.setdefault(ord(letter), 0)


@lru_cache(maxsize=50_000)  # the words of a pack
def width_of(text: str, bold: bool, size: float) -> float:
    """Return how wide letters are drawn, points."""
    return float(stringWidth(text, BOLD if bold else REGULAR, size))


def set_lines(para: Para, measure: float, size: float) -> list[SetLine]:
    """Break a paragraph into lines no wider than ``measure`` points, its mark hanging before them."""
    bold = bool(para.runs) and para.runs[0].bold
    start = min(para.indent, measure / 3)
    lines: list[list[Piece]] = [[]]
    if para.mark:
        lines[0].append(Piece(start, Run(para.mark, bold or para.heading)))
        start += max(HANG, width_of(para.mark, bold or para.heading, size) + AFTER_MARK)
        start = min(start, 0.7 * measure)
    at = start
    for word in _words(para.runs):
        if word == ():
            lines.append([])
            at = start
            continue
        wide = sum(width_of(run.text.rstrip("\t"), run.bold, size) for run in word)
        if at + wide > measure and at > start:
            lines.append([])
            at = start
        said = ""
        for run in _fitting(word, measure - start, size):
            said += run.text
            wide = width_of(run.text.rstrip("\t"), run.bold, size)
            if at + wide > measure + 0.01 and at > start:
                lines.append([])
                at = start
            lines[-1].append(Piece(at, run))
            at += wide
            if run.text.endswith("\t"):
                at = _after_tab(at, said, size, measure)
        at += width_of(" ", word[-1].bold, size) if not word[-1].text.endswith("\t") else 0.0
    return [SetLine(tuple(_joined(line, size)), size) for line in lines if line]


def _after_tab(at: float, text: str, size: float, measure: float) -> float:
    """Return where the words after the tabulators that end a text begin: close by a label, else in a column."""
    beyond = at + APART * size
    if text.rstrip("\t").endswith(":") or beyond + TAB > measure:
        return at + AFTER_MARK
    return (beyond // TAB + text.count("\t")) * TAB


def _words(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """Yield what must stand on one line, with the tabulators after it: a word, all its runs; () ends a line.

    A word that ends in a hyphen stays with the next: at a line's end it would read as a broken one.
    """
    word: list[Run] = []
    for run in runs:
        text = ""
        for letter in run.text:
            if letter == "\n" or (letter == " " and not _hyphened(word, text)):
                if text:
                    word.append(replace(run, text=text))
                if word:
                    yield tuple(word)
                word, text = [], ""
                if letter == "\n":
                    yield ()
            elif letter != "\t" and (text or (word[-1].text if word else "")).endswith("\t"):
                if text:
                    word.append(replace(run, text=text))
                yield tuple(word)
                word, text = [], letter
            else:
                text += letter
        if text:
            word.append(replace(run, text=text))
    if word:
        yield tuple(word)


def _hyphened(word: Sequence[Run], text: str) -> bool:
    so_far = "".join(run.text for run in word) + text
    return len(so_far) > 1 and so_far[-1] in "-–‐" and so_far[-2].isalnum() and " " not in so_far


def _fitting(word: Sequence[Run], measure: float, size: float) -> Iterator[Run]:
    """Yield the runs of a word, parted where even a line of its own is too short for it."""
    if sum(width_of(run.text.rstrip("\t"), run.bold, size) for run in word) <= measure:
        yield from word
        return
    for run in word:
        part = ""
        for letter in run.text:
            if part and letter != "\t" and width_of(part + letter, run.bold, size) > measure:
                yield replace(run, text=part)
                part = ""
            part += letter
        if part:
            yield replace(run, text=part)


def _joined(line: Sequence[Piece], size: float) -> Iterator[Piece]:
    """Join the words of a line that are set alike, so that each stretch is drawn with its spaces."""
    held: Piece | None = None
    for piece in line:
        text = piece.run.text.rstrip("\t")
        piece = Piece(piece.left, replace(piece.run, text=text))
        if held is not None and (held.run.bold, held.run.struck) == (piece.run.bold, piece.run.struck):
            gap = piece.left - held.left - width_of(held.run.text, held.run.bold, size)
            space = width_of(" ", held.run.bold, size)
            if gap < 0.1 or abs(gap - space) < 0.1:
                between = "" if gap < 0.1 else " "
                held = Piece(held.left, replace(held.run, text=held.run.text + between + text))
                continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def measured(para: Para, size: float) -> tuple[float, float]:
    """Return the widths of a paragraph's longest word and of all of it on one line, its mark included."""
    mark = max(HANG, width_of(para.mark, True, size) + AFTER_MARK) if para.mark else 0.0
    words = [sum(width_of(run.text, run.bold, size) for run in word) for word in _words(para.runs)]
    spaces = width_of(" ", False, size) * len(words)
    return mark + para.indent + max(words, default=0.0), mark + para.indent + sum(words) + spaces
