"""Rows of a paper's body in reading order, and stretches of them with exact offsets."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from corpus.marks import mark_of
from corpus.types import Line, Page, Paper, Span

SPACE = 0.3  # of a word's height: between it and the next
APART = 1.15  # of the usual distance between the lines of a cell: more is a gap between paragraphs (seen: 1.23)
ENOUGH = 4  # turns from line to line in a cell, from which they show how far its lines stand apart
LOWER = 0.5  # of a word's height: further down, the next word stands on another printed line

_WHITE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Row:
    """One body line of a page."""

    paper: str
    page: int
    index: int  # among all lines of the page
    line: Line
    text: str
    glued: bool  # its first letters end a word that the line above began
    table: bool = False  # a row among rows of a table
    anew: tuple[int, ...] = ()  # where in a cell a printed line begins a paragraph, as far as its place shows


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of text that remembers where on which page each of its characters stands."""

    text: str  # the rows joined by a space, or by nothing inside a broken word
    starts: tuple[int, ...]  # where each row begins in ``text``
    rows: tuple[Row, ...]

    def spans(self, start: int = 0, end: int | None = None) -> tuple[Span, ...]:
        """Return the spans of ``text[start:end]``: one for each run of neighbouring lines on a page."""
        stop = len(self.text) if end is None else end
        start, stop = trimmed(self.text, start, stop)
        spans: list[Span] = []
        last: Row | None = None
        for row, begins in zip(self.rows, self.starts, strict=True):
            low, high = max(start, begins), min(stop, begins + len(row.text))
            if low >= high:
                continue
            here = Span(row.paper, row.page, row.line.start + low - begins, row.line.start + high - begins)
            if last is not None and spans and last.page == row.page and last.index + 1 == row.index:
                spans[-1] = Span(row.paper, row.page, spans[-1].start, here.end)
            else:
                spans.append(here)
            last = row
        return tuple(spans)

    def cut(self, start: int, end: int) -> "Prose":
        """Return ``text[start:end]`` as a stretch of its own."""
        kept = [
            (row, begins - start)
            for row, begins in zip(self.rows, self.starts, strict=True)
            if begins < end and begins + len(row.text) > start
        ]
        return Prose(self.text[start:end], tuple(begins for _, begins in kept), tuple(row for row, _ in kept))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the same stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def folded(text: str) -> str:
    """Return text with every run of white space as one space."""
    return _WHITE.sub(" ", text).strip()


def body_rows(paper: Paper) -> tuple[Row, ...]:
    """Return the body lines of a paper: no running heads, feet, page numbers or struck wording."""
    return tuple(row for page in paper.pages for row in _rows_of(page))


def _rows_of(page: Page) -> Iterable[Row]:
    before: Line | None = None
    last = len(page.lines) - 1
    reach = _reach(page)
    for index, line in enumerate(page.lines):
        text = page.text[line.start : line.end]
        if line.role == "body" and text.strip():
            glued = before is not None and before.end == line.start and before.role == "body"
            beside = (index > 0 and page.lines[index - 1].cells) or (index < last and page.lines[index + 1].cells)
            table = bool(line.cells and beside)
            anew = tuple(at - line.start for at in _anew(page, line, reach))
            yield Row(page.paper, page.number, index, line, text, glued, table, anew)
        before = line


def _words(page: Page, cell: tuple[int, int]) -> list[list[int]]:
    """Return the words of a cell as they are kept: start, end, left, top, right, bottom."""
    places = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6)
    inside: list[list[int]] = places[(places[:, 0] >= cell[0]) & (places[:, 1] <= cell[1])].tolist()
    return inside


def _reach(page: Page) -> dict[tuple[int, int], int]:
    """Return how far to the right the words of each column reach, by how many columns its rows have."""
    found: dict[tuple[int, int], int] = {}
    for line in page.lines:
        for column, cell in enumerate(line.cells):
            key = len(line.cells), column
            found[key] = max(found.get(key, 0), *(right for *_, right, _ in _words(page, cell)), 0)
    return found


def _anew(page: Page, line: Line, reach: dict[tuple[int, int], int]) -> Iterator[int]:
    """Return where a printed line of a cell begins a paragraph.

    The line above it had room for its first word, or stands farther above it than the lines of the cell stand apart,
    or ends a sentence where this one begins with a mark.
    """
    for column, cell in enumerate(line.cells):
        turns = [
            (above, word)
            for above, word in pairwise(_words(page, cell))
            if word[3] - above[3] > LOWER * (above[5] - above[3])
        ]
        usual = sorted(word[3] - above[3] for above, word in turns)[len(turns) // 4] if len(turns) >= ENOUGH else 0
        for above, word in turns:
            fits = above[4] + SPACE * (above[5] - above[3]) + word[4] - word[2] < reach[len(line.cells), column]
            apart = 0 < APART * usual < word[3] - above[3]
            marked = page.text[above[1] - 1] in ".;:" and mark_of(page.text[word[0] : cell[1]]) is not None
            if fits or apart or marked:
                yield word[0]


def prose(rows: Sequence[Row]) -> Prose:
    """Join rows into one stretch of text."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for row in rows:
        if parts and not row.glued:
            parts.append(" ")
            length += 1
        starts.append(length)
        parts.append(row.text)
        length += len(row.text)
    return Prose("".join(parts), tuple(starts), tuple(rows))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in their order, those that touch or overlap on a page made one."""
    result: list[Span] = []
    for span in spans:
        last = result[-1] if result else None
        if last is not None and last.page == span.page and last.start <= span.start <= last.end + 1:
            result[-1] = Span(span.paper, span.page, last.start, max(last.end, span.end))
        else:
            result.append(span)
    return tuple(result)


def quoted(paper: Paper, spans: Iterable[Span]) -> str:
    """Return the words of spans as they stand on their pages, white space folded."""
    return folded(" ".join(paper.page(span.page).text[span.start : span.end] for span in spans))
