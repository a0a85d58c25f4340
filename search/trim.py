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
DIGIT = re.compile(r"\d")


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


def trimmed(text: str, needs: Sequence[Need], *, figure: bool = False) -> str:
    """Return the shortest run of sentences that meets as many of the needs as the whole text does.

    For a ``figure`` a run without a digit in it comes after every run with one. A short text is returned whole.
    """
    if len(text.split()) <= SHORT_ENOUGH or not needs:
        return _within(text)
    parts = sentences(text)
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
            told = not figure or any(DIGIT.search(part) for part in parts[first : last + 1])
            rank = (told, round(met, 6), -length, -first)
            if best is None or rank > best[0]:
                best = (rank, first, last)
    if best is None:
        return _within(text)
    _, first, last = best
    start = text.index(parts[first])
    end = text.index(parts[last], start) + len(parts[last])
    return text[start:end]


def _within(text: str) -> str:
    """Return the text, cut after a whole sentence where it is too long to quote."""
    kept: list[str] = []
    for part in sentences(text):
        if kept and len(" ".join([*kept, part]).split()) > LONGEST:
            break
        kept.append(part)
    last = text.index(kept[-1], sum(len(one) for one in kept[:-1])) if kept else 0
    return text[: last + len(kept[-1])] if kept else text
