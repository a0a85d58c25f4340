"""Decisions told in sentences: "it was resolved to", "agreed unanimously", "the work programme was noted"."""

import re
from collections.abc import Iterator, Sequence

from corpus.decided import DEEPER, Decision, Stretch
from corpus.listed import listed
from corpus.paragraphs import Paragraph
from corpus.phrases import (
    DECIDING,
    FORMAL_PROSE,
    NOT_DECIDED,
    OPENING_PROSE,
    PLAIN_DECISIONS,
    PROSE_DECISIONS,
    SUGGESTED,
)
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.sentences import sentences
from corpus.stems import Stem

SHORT = 6  # words from which a sentence says by itself what was agreed
INITIALS = 2  # words of a cell that says who is to act
_BEGUN = re.compile(r"\bfollowing\b[^:]{0,60}:\s?[-–—]?\s+(?=\S)")
_PUT = r"\b(?:proposed|moved)\b.*\bsecond"
_AGREED_SO = re.compile(
    r"(?:this|it|the (?:motion|proposal)) was (?:then |duly |unanimously )?"
    r"(?P<verb>agreed|approved|carried|passed|accepted)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(  # on the sentence before it, which says what was proposed
    r"(?:this|it|the (?:motion|proposal)) (?:was|being|having been) (?:duly |then )?(?:seconded|carried|passed|put)\b",
    re.IGNORECASE,
)
_COMPLETE = re.compile(r"(?:resolved|agreed)\s+(?:to|that)\s", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:propos|mov)ed\b.*?\bsecond(?:ed)?\b[^.]{0,80}?(?:,\s*)?\bthat\b[:\s]*", re.IGNORECASE | re.DOTALL
)


def unanimous(paragraphs: Sequence[Paragraph], place: int, taken: set[int]) -> Iterator[Decision]:
    """Return what "Agreed unanimously." agrees to: the proposal above it, unless a resolution follows."""
    if place - 1 in taken or place + 1 in taken:
        return
    match = _MOVED.search(paragraphs[place - 1].text)
    if match is not None:
        start = paragraphs[place - 1].offset
        text = Stretch(place - 1, match.end(), len(paragraphs[place - 1].text))
        yield Decision(None, "agreed", (text,), (Stretch(place - 1, start, match.end()),))


def told_in(paragraph: Paragraph, place: int, formal: bool) -> list[Decision]:
    """Return the sentences of a paragraph that tell of a decision."""
    found: list[Decision] = []
    last: tuple[int, int] | None = None
    for start, end in ((0, _said_until(paragraph)),) if paragraph.table else sentences(paragraph.text):
        begin = max(start, paragraph.offset)
        sentence = paragraph.text[begin:end]
        verb = _verb(PLAIN_DECISIONS, sentence) or _verb(FORMAL_PROSE if formal else PROSE_DECISIONS, sentence)
        if verb is None and start == 0:
            verb = _verb(OPENING_PROSE, sentence)
        so = _AGREED_SO.match(sentence) if last is not None else None
        if so is not None and last is not None and _put(paragraph.text[slice(*last)], sentence):
            found = [part for part in found if part.text[0].start != last[0]]
            found.append(Decision(None, so["verb"].lower(), (Stretch(place, last[0], end),), ()))
        elif verb is not None and not says(NOT_DECIDED, sentence) and not sentence.rstrip().endswith("?"):
            if (
                (len(sentence.split()) < SHORT or _LEANS.match(sentence) is not None)
                and not _COMPLETE.match(sentence)
                and last is not None
                and last[1] >= begin - 3
            ):
                begin = last[0]  # "All agreed." says what only with the sentence before it
                found = [part for part in found if part.text[0].start != begin]
            found.append(Decision(None, verb, (Stretch(place, begin, end),), ()))
        last = (begin, end)
    return found


def _put(proposal: str, outcome: str) -> bool:
    """Say whether a sentence was put to the meeting, to which "This was agreed." agrees."""
    return says(_PUT, proposal) or (len(outcome.split()) < SHORT and says(SUGGESTED, proposal))


def _said_until(row: Paragraph) -> int:
    """Return where the words of a row end: before a last cell of a word or two, who is to act."""
    cells = row.rows[0].line.cells
    start = row.rows[0].line.start
    if len(cells) > 1 and len(row.text[cells[-1][0] - start :].split()) <= INITIALS:
        return len(row.text[: cells[-1][0] - start].rstrip())
    return len(row.text)


def told_list(paragraphs: Sequence[Paragraph], place: int, told: list[Decision]) -> tuple[list[Decision], int]:
    """Return decisions told, the last with the list that it announces: "it was agreed that the following be paid:"."""
    if not told:
        return told, place + 1
    last = told[-1].text[0]
    begun = _BEGUN.search(paragraphs[place].text, last.start, last.end)
    if begun is not None and last.end == len(paragraphs[place].text):
        parts, after = _line_by_line(
            paragraphs, place, told[-1].verb, Stretch(place, last.start, begun.end()), last.end
        )
        return ([*told[:-1], *parts], after) if after > place + 1 else (told, place + 1)
    if not re.search(r":\s*[-–—]?\s*$", paragraphs[place].text):
        return told, place + 1
    if last.end < len(paragraphs[place].text):
        return told, place + 1
    stem = Stem(told[-1].verb, last.start, last.end, weak=True)
    parts, after = listed(paragraphs, place, stem, (last,), None)
    return ([*told[:-1], *parts], after) if parts else (told, place + 1)


def _line_by_line(
    paragraphs: Sequence[Paragraph], place: int, verb: str, lead: Stretch, end: int
) -> tuple[list[Decision], int]:
    """Return a list that begins on the line that announces it and goes on, indented, a line an entry."""
    opener = paragraphs[place]
    parts = [Decision(None, verb, (Stretch(place, lead.end, end),), (lead,))]
    after = place + 1
    while after < len(paragraphs):
        paragraph = paragraphs[after]
        if paragraph.gap or paragraph.bold or paragraph.table or paragraph.left < opener.left + DEEPER:
            break
        parts.append(Decision(None, verb, (Stretch(after, paragraph.offset, len(paragraph.text)),), (lead,)))
        after += 1
    return parts, after


def _verb(phrases: Sequence[str], sentence: str) -> str | None:
    lowered = " ".join(sentence.lower().split())
    if not any(word in lowered for word in DECIDING):
        return None  # most sentences of a debate: they are spared the patterns
    for phrase in phrases:
        match = pattern(phrase).search(sentence)
        if match is not None:
            said = next(value for name, value in match.groupdict().items() if value)
            return folded(said).lower()
    return None
