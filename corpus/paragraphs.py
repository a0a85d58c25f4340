"""Paragraphs: rows put together by where they stand, how they are set, and the marks that they begin with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import quantiles

from corpus.bodies import name_goes_on
from corpus.dates import goes_on_in
from corpus.marks import Mark, mark_of
from corpus.phrases import AGENDA_ITEM, SUM, UNFILLED
from corpus.phrases_decided import STEM_VERBS
from corpus.phrases_kept import ACTION_NOTED
from corpus.phrasing import opening, pattern, spaced
from corpus.rows import Prose, Row, prose, trimmed

_ENDED = re.compile(r"[.:;?!][”’\"')\]]*$")
_WITHIN = re.compile(r"[\w,’)]$")  # no dash and no colon, after which a stem may stand
_COUNTED = re.compile(r"\(\d{1,3}\)$")  # "Against: Councillors Ash, Begg (2)", whole
_STEM = re.compile(rf"(?:{'|'.join(STEM_VERBS).upper()})\b(?! [a-z]+ed\b)")
_ITEM = re.compile(AGENDA_ITEM.replace(" ", r"\s*"), re.IGNORECASE)
_BLANK = pattern(UNFILLED)
_LABELLED = re.compile(r"[A-Z][\w ]{2,28}(?:\t|:\s)\s*\S")
_SUM = re.compile(r"£\s?\d")
_SUM_ENDS = re.compile(rf"{spaced(SUM)}$")
_DECIDES = re.compile(
    r"(?:The|All) (?:Councillors|Members|Council|Committee) (?:\w+ )?(?:resolved|agreed|approved|decided) "
)
_DUE = re.compile(  # what a number is due after: "as set out in paragraph"
    r"\s(?:section|paragraph|para|appendix|annex|item|minute|recommendation|page|table|clause|schedule|option)s?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[A-Z]{0,3}\d{1,4}(?:[./-]\d{1,4})*[A-Za-z]?[.:)]?\s+\S")

WIDE = 1.28  # of the usual distance between lines: more is a gap between paragraphs (measured: 1.4 and up)
SPACED = 1.75  # font sizes from line to line: more is a gap, or a paper typed with double spacing
DOUBLE = 2.7  # … which reaches to here
SIZES = 1.2  # points by which the letters of one paragraph may differ in size
INDENT = 40.0  # points that a line may stand away from the one above it within a paragraph
COLUMN = 24  # points within which lines begin that stand in one column, indented or not
FEW = 4  # rows between two gaps that are too few to show how wide their column is
BESIDE = 190.0  # … and under a label that stands in a column of its own: "Present:"
ALONE = 2  # words of a row that is a stem alone: "FURTHER RESOLVED:"
FEW_STEPS = 7  # from line to line of a page that are too few to show how far its lines stand apart
HANGING = 85.0  # points by which lines may be indented under a mark: Kent sets minute numbers 36 points out


Pitches = dict[tuple[int, int | None], float]
"""The usual distance from line to line by page, and by page and size of the letters; points."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows that are read as one: a heading, a numbered paragraph, a bullet, a row of a table."""

    rows: tuple[Row, ...]
    prose: Prose
    mark: Mark | None
    gap: bool  # set off from what stands above it
    bold: bool  # all of it
    capitals: bool  # its words are in capitals throughout

    @property
    def text(self) -> str:
        """Return its words, rows joined."""
        return self.prose.text

    @property
    def words(self) -> str:
        """Return its words without its mark."""
        return self.prose.text[self.offset :]

    @property
    def offset(self) -> int:
        """Return where its words begin after its mark."""
        return self.mark.length if self.mark else 0

    @property
    def page(self) -> int:
        """Return the page that it begins on."""
        return self.rows[0].page

    @property
    def left(self) -> float:
        """Return where its first line begins, points."""
        return self.rows[0].line.left

    @property
    def size(self) -> float:
        """Return the size of its font, points."""
        return self.rows[0].line.size

    @property
    def table(self) -> bool:
        """Say whether it is a row of a table."""
        return self.rows[0].table

    @property
    def ended(self) -> bool:
        """Say whether it ends as a sentence does."""
        return ends(self.text)


def ends(text: str) -> bool:
    """Say whether a line ends as a sentence does."""
    return _ENDED.search(text.rstrip()) is not None


def cut(paragraph: Paragraph, start: int, end: int | None = None) -> Paragraph:
    """Return a part of a paragraph's text as a paragraph of its own."""
    stop = len(paragraph.text) if end is None else end
    start, stop = trimmed(paragraph.text, start, stop)
    part = paragraph.prose.cut(start, stop)
    return _paragraph(part, paragraph.gap and start == 0)


def made(rows: Sequence[Row], gap: bool) -> Paragraph:
    """Return a paragraph of these rows."""
    return _paragraph(prose(rows), gap)


def as_paragraph(part: Prose) -> Paragraph:
    """Return a stretch of text as a paragraph."""
    return _paragraph(part, gap=False)


def _paragraph(part: Prose, gap: bool) -> Paragraph:
    mark = mark_of(part.text)
    words = part.text[mark.length if mark else 0 :]
    upper = sum(letter.isupper() for letter in words)
    letters = sum(letter.isalpha() for letter in words)
    bold = all(row.line.bold for row in part.rows)
    return Paragraph(part.rows, part, mark, gap, bold, letters > 3 and upper > 0.85 * letters)


def paragraphs(rows: Sequence[Row]) -> tuple[Paragraph, ...]:
    """Put rows together into paragraphs; every row goes into exactly one."""
    result: list[Paragraph] = []
    current: list[Row] = []
    gap = True
    pitches = _pitches(rows)
    limits = _limits(rows, pitches)
    for index, row in enumerate(rows):
        if current:
            wide = _wide(current[-1], row, pitches)
            if _breaks(current, row, wide, limits[index - 1]):
                result.append(made(current, gap))
                current, gap = [], wide
        current.append(row)
    if current:
        result.append(made(current, gap))
    return tuple(result)


def _breaks(current: Sequence[Row], row: Row, wide: bool, limit: float) -> bool:
    """Say whether a row begins a new paragraph."""
    last = current[-1]
    if row.glued:
        return False
    if _stands_alone(last) or _stands_alone(row):
        return True
    if _name_goes_on(last, row) or _number_due(last, row):
        return False
    if _set_otherwise(last, row):
        return True
    if last.page != row.page:
        return _breaks_over_page(current, row, limit)
    if wide or row.line.bottom < last.line.bottom - 2:
        return True
    if (_STEM.match(row.text) and not _midway(last, row, limit)) or opening(ACTION_NOTED).match(row.text) is not None:
        return True
    if _marked_anew(current, row, limit) or _worded_anew(last, row, limit):
        return True
    return _moved(current, row)


def _stands_alone(row: Row) -> bool:
    """Say whether a row is a paragraph by itself: a row of a table, a line left blank to be filled in, "(Item 5)"."""
    return row.table or _BLANK.search(row.text) is not None or _ITEM.fullmatch(row.text) is not None


def _name_goes_on(last: Row, row: Row) -> bool:
    """Say whether a day, or a name in bold, that breaks off at the end of a row goes on in the next."""
    if last.line.bold != row.line.bold or last.page != row.page:
        return False
    return goes_on_in(last.text, row.text) or (row.line.bold and name_goes_on(last.text, row.text))


def _number_due(last: Row, row: Row) -> bool:
    """Say whether a row begins with the number that the words above it lead to: "… in section", and "5."."""
    mark = mark_of(row.text)
    if mark is None or mark.style not in {"1.", "1.1"} or last.line.bold or row.line.bold or last.page != row.page:
        return False
    goes_on = not row.text[mark.length :] or row.text[mark.length].islower()
    return goes_on and _DUE.search(last.text) is not None and len(last.text.split()) > ALONE


def _set_otherwise(last: Row, row: Row) -> bool:
    """Say whether two rows differ in size as those of one paragraph do not."""
    return abs(last.line.size - row.line.size) > SIZES and last.line.bold == row.line.bold


def _marked_anew(current: Sequence[Row], row: Row, limit: float) -> bool:
    """Say whether a row begins a new paragraph by its mark."""
    mark, last = mark_of(row.text), current[-1]
    if mark is None:
        return False
    if mark.style == "•" or ends(last.text) or last.line.bold != row.line.bold:
        return True
    return _fits(last, row, limit) or _listed(current, row, mark)


def _worded_anew(last: Row, row: Row, limit: float) -> bool:
    """Say whether a row begins a new paragraph by how it goes on from the one above it."""
    if ends(last.text) or not row.text[:1].islower():
        if last.line.bold != row.line.bold or _fits(last, row, limit):
            return True
        if not ends(last.text) and _entry(last.text, row.text):
            return True
    return _NUMBERED.match(row.text) is not None and row.line.left < last.line.left - 8


def _midway(last: Row, row: Row, limit: float) -> bool:
    """Say whether a row begins within a sentence with what may be a stem: "… were", and "APPROVED and signed"."""
    if last.text.isupper() or last.line.bold != row.line.bold or len(row.text.split()) <= ALONE:
        return False
    within = _WITHIN.search(last.text) is not None and _COUNTED.search(last.text) is None
    return within and not ends(last.text) and not _fits(last, row, limit)


def _entry(above: str, text: str) -> bool:
    """Say whether a line begins an entry of its own in a list without marks: sums to pay, what was resolved."""
    sums = _SUM_ENDS.search(above) is not None and _SUM.search(text) is not None
    return (sums and text[:1].isupper()) or (_DECIDES.match(text) is not None and not above.rstrip().endswith(","))


def _breaks_over_page(current: Sequence[Row], row: Row, limit: float) -> bool:
    """Say whether the first row of a page begins a new paragraph."""
    mark, last = mark_of(row.text), current[-1]
    if mark is not None and (mark.style != "1.1" or ends(last.text) or _fits(last, row, limit)):
        return True
    if abs(last.line.left - row.line.left) > HANGING:
        return True
    if _NUMBERED.match(row.text) and row.line.right < 0.75 * limit and not ends(row.text):
        return True
    if last.line.bold != row.line.bold or _STEM.match(row.text):
        return True
    if row.text[:1].islower():
        return ends(last.text) and last.text.rstrip()[-1] != ";"
    return ends(last.text) or _fits(last, row, limit) or (row.line.bold and row.text.isupper() != last.text.isupper())


def _listed(current: Sequence[Row], row: Row, mark: Mark) -> bool:
    """Say whether a marked row stands where items of a list do, not where a wrapped line would."""
    before = mark_of(current[0].text)
    if before is not None and before.style == mark.style:
        return abs(current[0].line.left - row.line.left) < 14 and len(current) >= 1
    return abs(current[-1].line.left - row.line.left) > 6


def _moved(current: Sequence[Row], row: Row) -> bool:
    """Say whether a row stands too far to the left or right to belong to the paragraph."""
    first = current[0]
    if len(current) > 1 and current[-1].page == row.page:
        return abs(row.line.left - current[-1].line.left) > INDENT
    marked = mark_of(first.text) is not None or _NUMBERED.match(first.text) is not None
    labelled = _LABELLED.match(first.text) or _STEM.match(first.text)  # "RESOLVED –", in a column of its own
    under = BESIDE if labelled else HANGING if marked else INDENT
    return not -INDENT < row.line.left - first.line.left < under


def _fits(last: Row, row: Row, limit: float) -> bool:
    """Say whether the row's first word would have fitted on the line above: then the line was ended on purpose."""
    letter = (row.line.right - row.line.left) / max(len(row.text), 1)
    word = row.text.split(maxsplit=1)[0]
    return last.line.right + (len(word) + 2.5) * letter < limit


def _wide(last: Row, row: Row, pitches: Pitches) -> bool:
    """Say whether there is more than the usual distance between two rows."""
    if last.page != row.page:
        return True
    size = max(last.line.size, row.line.size, 4.0)
    usual = max(pitches.get((row.page, None), 0.0), pitches.get((row.page, round(size)), 0.0))
    return row.line.bottom - last.line.bottom > WIDE * max(usual, size)


def _pitches(rows: Sequence[Row]) -> Pitches:
    """Return for each page the usual distance from line to line within a paragraph, points, and for each size on it.

    The lines of a table in small letters stand closer than those of the text around it.
    """
    close: list[tuple[int, int, float]] = []
    wide: list[tuple[int, int, float]] = []
    run_on = 0  # lines that go on with a sentence after a wide step: then the paper is typed with double spacing
    for last, row in pairwise(rows):
        step = row.line.bottom - last.line.bottom
        if last.page == row.page and 0.85 * row.line.size < step < DOUBLE * row.line.size:
            spaced = step >= SPACED * row.line.size
            (wide if spaced else close).append((row.page, round(max(last.line.size, row.line.size)), step))
            run_on += spaced and row.text[:1].islower() and mark_of(row.text) is None
    steps = wide if 5 * run_on > len(wide) > len(close) else close
    usual = quantiles([step for *_, step in steps], n=4)[0] if len(steps) > 1 else 14.0
    found: dict[tuple[int, int | None], list[float]] = {(row.page, None): [] for row in rows}
    for page, size, step in steps:
        found[page, None].append(step)
        found.setdefault((page, size), []).append(step)
    enough = {place: quantiles(every, n=4)[0] for place, every in found.items() if len(every) > FEW_STEPS}
    return {**{place: usual for place in found if place[1] is None}, **enough}


def _limits(rows: Sequence[Row], pitches: Pitches) -> list[float]:
    """Return for each row how far to the right the lines of its column reach, points."""
    columns: dict[tuple[int, int], float] = {}
    for row in rows:
        if row.line.cells:
            continue  # a foot set left and right, a row of a table: they reach further than lines of prose
        for place in range(int(row.line.left) // COLUMN - 1, int(row.line.left) // COLUMN + 2):
            columns[row.page, place] = max(columns.get((row.page, place), 0.0), row.line.right)
    limits = [row.line.right for row in rows]
    start = 0
    for index in range(1, len(rows) + 1):
        if (
            index == len(rows)
            or rows[index].page != rows[index - 1].page
            or _wide(rows[index - 1], rows[index], pitches)
        ):
            furthest = max(row.line.right for row in rows[start:index])
            for place in range(start, index):
                row = rows[place]
                column = columns.get((row.page, int(row.line.left) // COLUMN), row.line.right)
                limits[place] = furthest if row.line.bold or index - start > FEW else column
            start = index
    return limits
