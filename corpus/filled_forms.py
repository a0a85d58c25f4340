"""Forms of two columns, filled in: at the left the label of each row, at the right what is said under it."""

from collections.abc import Sequence
from itertools import pairwise

from corpus.marks import mark_of
from corpus.paragraphs import Paragraph
from corpus.phrases_kept import FORM_LABELS
from corpus.phrasing import pattern
from corpus.rows import folded, joined, trimmed
from corpus.types import Span

FEWEST = 3  # rows from which two columns are a form
KNOWN = 2  # labels among them that forms have: one may be the head of a column, "Site | Dwellings"
SHORT = 70  # letters of most labels
LONG = 160  # letters of an answer that is read in parts, and so needs its label over it


def form_rows(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the rows of forms: a run of rows of two cells, whose labels are short and differ, and some are known."""
    found: set[int] = set()
    run: list[int] = []
    for index, paragraph in enumerate((*paragraphs, None)):
        if paragraph is not None and paragraph.table and len(paragraph.rows[0].line.cells) == 2:
            run.append(index)
            continue
        if _is_form([paragraphs[at] for at in run]):
            found |= set(run)
        run = []
    return frozenset(found)


def _is_form(rows: Sequence[Paragraph]) -> bool:
    labels = [label for row in rows if (label := label_of_row(row))]
    known = {label for label in labels if pattern(*FORM_LABELS).fullmatch(label.strip(" :?*"))}
    differ = len(set(labels)) == len(labels)
    short = 2 * sum(len(label) < SHORT for label in labels) > len(labels)
    return len(labels) >= FEWEST and differ and short and len(known) >= max(KNOWN, len(labels) // 3)


def label_of_row(paragraph: Paragraph) -> str:
    """Return the words of the first of a row's two cells; none where the row goes on with the one above."""
    return folded(paragraph.text[slice(*_cells(paragraph)[0])])


def answer_of_row(paragraph: Paragraph) -> tuple[int, int]:
    """Return where the words of the second of a row's two cells stand in its text."""
    return _cells(paragraph)[1]


def goes_on(paragraphs: Sequence[Paragraph], index: int, forms: frozenset[int]) -> bool:
    """Say whether a row of a form has no label and goes on with the answer above it, which a page's end broke."""
    return index in forms and index - 1 in forms and not label_of_row(paragraphs[index])


def answers(
    paragraphs: Sequence[Paragraph], index: int, start: int, forms: frozenset[int]
) -> tuple[tuple[Span, ...], ...]:
    """Return the answer of a row that begins at ``start``, and of those that go on with it.

    It is in as many parts as printed lines of it begin with a mark: "1. That …".
    """
    listed = mark_of(paragraphs[index].text[start:]) is not None
    found = _parts(paragraphs[index], start, listed)
    for at in range(index + 1, len(paragraphs)):
        if not goes_on(paragraphs, at, forms):
            break
        more = _parts(paragraphs[at], answer_of_row(paragraphs[at])[0], listed)
        if not paragraphs[at - 1].ended:
            found[-1], more = joined((*found[-1], *more[0])), more[1:]
        found += more
    return tuple(found)


def _parts(paragraph: Paragraph, start: int, listed: bool) -> list[tuple[Span, ...]]:
    text = paragraph.text
    marked = [at for at in paragraph.rows[0].anew if at > start and mark_of(text[at:]) is not None]
    bounds = (start, *(marked if listed else ()), len(text))
    return [paragraph.prose.spans(low, high) for low, high in pairwise(bounds)]


def _cells(paragraph: Paragraph) -> list[tuple[int, int]]:
    line = paragraph.rows[0].line
    return [trimmed(paragraph.text, start - line.start, end - line.start) for start, end in line.cells]
