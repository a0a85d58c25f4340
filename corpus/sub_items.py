"""Matters told one after the other under one minute, each lettered and named: "(b) Bus shelter. The clerk …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.marks import Mark, follows
from corpus.paragraphs import Paragraph, cut
from corpus.phrases import TITLES
from corpus.phrases_decided import DECIDING, MOTION_NAMED
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.stems import stem_of

FEWEST = 2  # named matters from which they are parts of a minute
WORDS = 9  # of a name; more is a sentence
_FIRST = frozenset({"a", "i", "1", "A"})
_INLINE = re.compile(r"(?<=[.?!)]\s)\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s+(?=[A-Z])")
_NAME = re.compile(r"(?P<name>[A-Z][^.:;–—()]{2,70}?(?:\s\([^()]{1,40}\))?)\s*[.:](?=\s+[A-Z£“\"'\d])")
_TELLS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|shall|may|must|would|should|could|can|said|asked|reported)\b"
)
_SPEAKS = re.compile(rf"(?:The\s+)?(?:{'|'.join(TITLES)}|That|To|Clerk|Chair(?:man)?|Members?|It|There)\b")


@dataclass(frozen=True, slots=True)
class SubItem:
    """One named matter of a minute, by paragraphs: its letter and name, and what was said and decided of it."""

    name: Paragraph
    body: tuple[Paragraph, ...]


def sub_items(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[SubItem, ...]]:
    """Return what stands before the named matters of a minute, and each of them; all and none where it has none.

    A list under a formal word or a colon is what was decided, and parts nothing.
    """
    pieces = tuple(piece for paragraph in paragraphs for piece in _pieces(paragraph))
    starts = [at for at, piece in enumerate(pieces) if piece.mark is not None and not piece.table]
    if not starts or not _opens_list(pieces[: starts[0]]):
        return tuple(paragraphs), ()
    style = pieces[starts[0]].mark
    starts = [at for at in starts if style is not None and _alike(pieces[at].mark, style)]
    marks = [mark for at in starts if (mark := pieces[at].mark) is not None]
    named = [_NAME.match(pieces[at].words) for at in starts]
    counted = marks[0].value in _FIRST and all(follows(one, two) for one, two in pairwise(marks))
    if len(starts) < FEWEST or not counted or not all(name is not None and _is_name(name["name"]) for name in named):
        return tuple(paragraphs), ()
    found = []
    for (start, stop), name in zip(pairwise((*starts, len(pieces))), named, strict=True):
        end = pieces[start].offset + (name.end() if name is not None else 0)
        body = (cut(pieces[start], end), *pieces[start + 1 : stop])
        found.append(SubItem(cut(pieces[start], 0, end), body))
    return pieces[: starts[0]], tuple(found)


def motions_named(heading: str, paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[SubItem, ...]]:
    """Return what stands before the motions that lines in bold or capitals name, and each of them: likewise.

    Example: "NOTICE OF MOTION – 20MPH LIMITS", under the minute of another motion.
    """
    named = pattern(MOTION_NAMED)
    at = [
        place
        for place, one in enumerate(paragraphs)
        if (one.bold or one.capitals) and not (one.table or one.ended) and named.fullmatch(folded(one.text))
    ]
    if not at or not (says(r"\bmotions?\b", heading)):
        return tuple(paragraphs), ()
    found = [
        SubItem(paragraphs[start], tuple(paragraphs[start + 1 : stop]))
        for start, stop in pairwise((*at, len(paragraphs)))
    ]
    return tuple(paragraphs[: at[0]]), tuple(found)


def _pieces(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield a paragraph, or its parts where named matters follow each other in running words."""
    places = [match.start() for match in _INLINE.finditer(paragraph.text) if _NAME.match(paragraph.text, match.end())]
    if paragraph.table or not places or (paragraph.mark is None and stem_of(paragraph) is not None):
        yield paragraph
        return
    for start, stop in pairwise((0, *places, len(paragraph.text))):
        yield cut(paragraph, start, stop)


def _opens_list(above: Sequence[Paragraph]) -> bool:
    """Say whether the matters are the minute's own, and no list that something above them announces."""
    return not above or (above[-1].ended and above[-1].text.rstrip()[-1] == "." and stem_of(above[-1]) is None)


def _alike(mark: Mark | None, first: Mark) -> bool:
    return mark is not None and mark.style == first.style


def _is_name(words: str) -> bool:
    """Say whether words before a stop name a matter, and tell nothing of it: "Hanging baskets (24/088)"."""
    told = _TELLS.search(words) is not None or any(word in words.lower().split() for word in DECIDING)
    return len(words.split()) <= WORDS and not told and _SPEAKS.match(words) is None
