"""Trims a passage to the sentences, entries or rows that answer."""

import re
from collections.abc import Sequence

from search.needs import Need, held_terms

SENTENCE_END = re.compile(
    r"(?:(?<=[.;?!:])|(?<=[.;?!:][\"”’)]))\s+(?=[\"“‘(]?[A-Z0-9•£▪●\uf0b7-]|\([a-z]{1,4}\) )|\s+(?=[•▪●◦\uf0b7]\s)"
)
ABBREVIATED = re.compile(
    r"(?:\b(?:cllr|mr|mrs|ms|dr|prof|st|no|para|paras|s|ss|e\.g|i\.e|etc|cf|min|item|art|reg|rev|hon|rt|vs|approx)"
    r"|\b[A-Z]|(?:^|\s)\(?(?:\d{1,2}|[a-z]|[ivx]{1,4}))\.$",
    re.IGNORECASE,
)
SHORT_ENOUGH = 45  # words of a passage that is quoted whole: trimming it would save no reader any time
LONGEST = 90  # words of a quotation that is trimmed: more is no longer an answer but a page
DATED = re.compile(
    r"^\d+(?:\.\d+)+(?=\s+[A-Z])|(?:^|(?<=\s))\(?\d{1,2}(?:\.\d+)*[.)](?=\s)|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*|\b(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?\b|\b\d{2}/\d{4,}\b|\b\d+(?:\.\d+){2,}\b|\b\d\d/\d\d\b",
    re.IGNORECASE,
)
FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|none|dozen|hundred|thousand|million)\b",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """Return the sentences and listed entries of a text in order; joined by a space they make it up again."""
    found: list[str] = []
    start = 0
    for end in SENTENCE_END.finditer(text):
        if not ABBREVIATED.search(text[start : end.start()]):
            found.append(text[start : end.start()])
            start = end.end()
    found.append(text[start:])
    return [one for one in found if one.strip()]


def trimmed(parts: Sequence[str], needs: Sequence[Need], *, whole: int = SHORT_ENOUGH, figure: bool = False) -> str:
    """Return the shortest run of parts that meets as many of the needs as all of them do.

    Parts are the sentences, entries or rows of a passage in order. For a ``figure`` a run without a figure in it comes
    after every run with one. What has no more than ``whole`` words is returned whole.
    """
    text = " ".join(parts)
    if len(text.split()) <= whole or not needs:
        return _opening(parts)
    held = [held_terms(part) for part in parts]
    lengths = [len(part.split()) for part in parts]
    best: tuple[tuple[bool, float, int, int], int, int] | None = None
    for first in range(len(parts)):
        terms: frozenset[str] = frozenset()
        length = 0
        for last in range(first, len(parts)):
            terms |= held[last]
            length += lengths[last]
            if length > LONGEST and last > first:
                break
            met = sum(need.weight for need in needs if need.met(terms))
            told = not figure or any(tells_figure(part) for part in parts[first : last + 1])
            rank = (told, round(met, 6), -length, -first)
            if best is None or rank > best[0]:
                best = (rank, first, last)
    return " ".join(parts[best[1] : best[2] + 1]) if best else _opening(parts)


def tells_figure(text: str) -> bool:
    """Say whether the text holds a figure that is no date, year, reference or number of a paragraph."""
    return bool(FIGURE.search(DATED.sub(" ", text)))


def _opening(parts: Sequence[str]) -> str:
    """Return the text, cut after a whole part where it is too long to quote."""
    kept: list[str] = []
    for part in parts:
        if kept and len(" ".join([*kept, part]).split()) > LONGEST:
            break
        kept.append(part)
    return " ".join(kept)
