"""Applications decided under one minute: the lines that name each, and stand over what was said and decided of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.marks import follows
from corpus.paragraphs import Paragraph, ends
from corpus.phrases_kept import (
    APPLICATION_FIELDS,
    APPLICATION_NUMBER,
    APPLICATION_PROPOSAL_FIELD,
    APPLICATION_SITE_FIELD,
)
from corpus.phrasing import opening, spaced
from corpus.rows import folded
from corpus.schedules import decision_column
from corpus.stems import stem_of
from corpus.told import told_in

LONGEST = 400  # letters of a line that names an application: number, site, and what is proposed
FEWEST = 2  # applications from which they are parts of a minute: one alone is the minute's own matter
_AT_END = re.compile(rf"[–—(-]\s*{spaced(APPLICATION_NUMBER)}\)?$", re.IGNORECASE)
_FIELD_ENDS = r"(?:[ \t]*[:\t][ \t]*:?|(?P<run_in>[ \t]+)(?-i:(?=[A-Z0-9£])))"  # "Site: …", "Site Land at …"
_TELLS = re.compile(  # the fields that say which application it is
    rf"\s*(?:{spaced(APPLICATION_SITE_FIELD)}|{spaced(APPLICATION_PROPOSAL_FIELD)}){_FIELD_ENDS}(?P<value>.+)",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(rf"\s*(?:{spaced(APPLICATION_FIELDS)}){_FIELD_ENDS}(?P<value>.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class ApplicationHead:
    """The lines that name one application: where they begin and end among the paragraphs, and what they call it.

    Example: ``ApplicationHead(1, 5, "(A) Application No. 24/0117/FUL – The Malthouse, Quay Lane – New shop")``.
    """

    start: int
    stop: int
    title: str


def application_heads(paragraphs: Sequence[Paragraph]) -> tuple[ApplicationHead, ...]:
    """Return the lines that each begin the part on one application, none where they are only listed.

    Example: "(b) 24/00512/FUL – Mill Lane", and under it who spoke, the motion, the vote and what was resolved; or
    a row a field, the number, the site and what is proposed, and then the same.
    """
    found: list[ApplicationHead] = []
    for at in range(len(paragraphs)):
        head = _head_at(paragraphs, at) if not found or at >= found[-1].stop else None
        found += [head] if head is not None else []
    if len(found) < FEWEST or any(decision_column(one) for one in paragraphs[: found[0].start]):
        return ()  # a schedule gives what was decided in a column of its own
    marks = [paragraphs[one.start].mark for one in found]
    counted = all(one is None or two is None or follows(one, two) for one, two in pairwise(marks))
    alike = len({mark is None for mark in marks}) == 1
    bodies = [
        paragraphs[one.stop : stop]
        for one, stop in zip(found, [*(one.start for one in found[1:]), len(paragraphs)], strict=True)
    ]
    settled = [any(_settles(paragraph) for paragraph in body) for body in bodies]
    if marks[0] is None or any(one.stop > one.start + 1 for one in found):
        # where no mark counts them, each has what was resolved on it: what follows the last may be of something else
        decided = all(settled) if marks[0] is None else any(settled[:-1]) or not settled[-1]
    else:
        decided = True
    return tuple(found) if counted and alike and decided and all(bodies) else ()


def _head_at(paragraphs: Sequence[Paragraph], at: int) -> ApplicationHead | None:
    """Return the lines that name an application by its number and tell nothing of it, where they begin here."""
    first = paragraphs[at]
    numbered = _names_application(first)
    told = _field(_TELLS, first.words) if not numbered and stem_of(first) is None else None
    if not (numbered or told or _opens_fields(paragraphs, at)):
        return None
    title = [folded(told["value"] if told is not None else first.text)]
    stop, open_ended = at + 1, told is not None
    while stop < len(paragraphs) and paragraphs[stop].mark is None and stem_of(paragraphs[stop]) is None:
        paragraph = paragraphs[stop]
        field = _field(_TELLS, paragraph.text)
        if field is not None:
            title.append(folded(field["value"]).rstrip("."))
        elif not numbered and _names_application(paragraph):
            title.append(folded(paragraph.text))
            numbered = True
        elif open_ended and paragraph.text[:1].islower():
            title[-1] += f" {folded(paragraph.text)}"  # a cell that runs over the end of its line
        elif _field(_FIELD, paragraph.text) is None:
            break
        open_ended = field is not None or (open_ended and paragraph.text[:1].islower())
        stop += 1
    return ApplicationHead(at, stop, " – ".join(title)[:LONGEST]) if numbered else None


def _opens_fields(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """Say whether a marked line names a matter above the fields of an application: "(1) Land at Rose Lane"."""
    first, below = paragraphs[at], paragraphs[at + 1 : at + 2]
    if first.mark is None or first.mark.style == "•" or first.ended or len(first.words) > LONGEST:
        return False
    return any(_field(_TELLS, one.text) or _names_application(one) for one in below if one.mark is None)


def _field(label: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the label and the value of a row that is a field; a sentence is none: "Applicant Hale spoke of it."."""
    found = label.match(text)
    if found is None or len(text) > LONGEST or (found["run_in"] and ends(text)):
        return None
    return found


def _settles(paragraph: Paragraph) -> bool:
    """Say whether a paragraph tells what was decided."""
    return stem_of(paragraph) is not None or bool(told_in(paragraph, 0, formal=False))


def _names_application(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a line that names an application by its number and tells nothing of it."""
    words = folded(paragraph.words)
    if not 0 < len(words) <= LONGEST or words[-1] in ".;:," or stem_of(paragraph) is not None:
        return False
    return opening(APPLICATION_NUMBER).match(words) is not None or _AT_END.search(words) is not None
