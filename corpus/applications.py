"""Applications decided under one minute: the lines that name each, and stand over what was said and decided of it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.marks import follows
from corpus.paragraphs import Paragraph
from corpus.phrases_kept import APPLICATION_NUMBER
from corpus.phrasing import opening, spaced
from corpus.rows import folded
from corpus.stems import stem_of

LONGEST = 400  # letters of a line that names an application: number, site, and what is proposed
FEWEST = 2  # applications from which they are parts of a minute: one alone is the minute's own matter
_AT_END = re.compile(rf"[–—(-]\s*{spaced(APPLICATION_NUMBER)}\)?$", re.IGNORECASE)


def application_heads(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """Return the paragraphs that each begin the part on one application, none where they are only listed.

    Example: "(b) 24/00512/FUL – Mill Lane", and under it who spoke, the motion, the vote and what was resolved.
    """
    found = [at for at, paragraph in enumerate(paragraphs) if _names_application(paragraph)]
    marks = [paragraphs[at].mark for at in found]
    counted = all(one is None or two is None or follows(one, two) for one, two in pairwise(marks))
    told = all(two - one > 1 for one, two in pairwise((*found, len(paragraphs))))
    alike = len({paragraphs[at].mark is None for at in found}) == 1
    marked = bool(marks) and marks[0] is not None
    settled = all(
        any(stem_of(paragraph) is not None for paragraph in paragraphs[one + 1 : two])
        for one, two in pairwise((*found, len(paragraphs)))
    )  # where no mark counts them, each has what was resolved on it: what follows the last may be of something else
    return tuple(found) if len(found) >= FEWEST and counted and told and alike and (marked or settled) else ()


def _names_application(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a line that names an application by its number and tells nothing of it."""
    words = folded(paragraph.words)
    if paragraph.table or not 0 < len(words) <= LONGEST or words[-1] in ".;:," or stem_of(paragraph) is not None:
        return False
    return opening(APPLICATION_NUMBER).match(words) is not None or _AT_END.search(words) is not None
