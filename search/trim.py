"""Trims a passage to the sentences, entries or rows that answer."""

import re
from collections.abc import Callable, Iterator, Sequence

from search.needs import Need, held_terms

SENTENCE_END = re.compile(
    r"(?:(?<=[.;?!:])|(?<=[.;?!:][\"”’)]))\s+(?=[\"“‘(]?[A-Z0-9•£▪●\uf0b7-]|\([a-z]{1,4}\) )|\s+(?=[•▪●◦\uf0b7]\s)"
)
ABBREVIATED = re.compile(
    r"(?:\b(?:cllr|mr|mrs|ms|dr|prof|st|no|para|paras|s|ss|e\.g|i\.e|etc|cf|min|item|art|reg|rev|hon|rt|vs|approx)"
    r"|\b[A-Z]|(?:^|\s)\(?(?:\d{1,2}|[a-z]|[ivx]{1,4}))\.$",
    re.IGNORECASE,
)
SHORT_ENOUGH = 80  # words of a passage that is quoted whole: what surrounds a sentence is often what makes it an answer
LEANING = 0.25  # of all the needs' weight, for a stretch that gives the reason or the name that is asked for
LEANS_BACK = re.compile(r"\W*(?:this|these|that|those|it|they|he|she|such)\b", re.IGNORECASE)
"""How a sentence begins that leans on the one before it: of two that answer alike the other is quoted."""
LONGEST = 90  # words of a quotation that is trimmed: more is no longer an answer but a page
DATED = re.compile(
    r"^\d+(?:\.\d+)+(?=\s+[A-Z])|(?:^|(?<=\s))\(?\d{1,2}(?:\.\d+)*[.)](?=\s)|\b\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*|\b(?:19|20)\d\d(?:\s?[-/–]\s?\d{2,4})?\b|\b\d{2}/\d{4,}\b|\b\d+(?:\.\d+){2,}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b\d\d/\d\d\b(?!\s?(?:mph|%|per|each|points?)\b)",
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


def trimmed(
    runs: Sequence[Sequence[str]],
    needs: Sequence[Need],
    *,
    whole: int = SHORT_ENOUGH,
    tells: Callable[[str], bool] | None = None,
    leans: Callable[[str], bool] | None = None,
) -> str:
    """Return the shortest stretch of one run that meets as many of the needs as any does.

    Runs are the sentences, entries or rows of a passage that stand together on the page. A stretch that does not tell
    what is asked for (a figure, a time) comes after every one that does, where ``tells`` is given; where ``leans`` is,
    one that holds it (a reason, a name) counts for more. A run of no more than ``whole`` words is taken whole.
    """
    gain = LEANING * sum(need.weight for need in needs)
    found: list[tuple[tuple[bool, float, bool, int, int], str]] = []
    for place, run in enumerate(runs):
        for parts in _stretches(run, whole):
            text = " ".join(parts)
            held = held_terms(*parts)
            met = sum(need.weight for need in needs if need.met(held))
            met += gain if leans is not None and leans(text) else 0.0
            told = tells is None or tells(text)
            length = len(text.split())
            whole_of_it = not LEANS_BACK.match(text)
            found.append(((told, round(met, 6), whole_of_it, -length if needs else length, -place), text))
    return max(found, key=lambda one: one[0])[1] if found else ""


def _stretches(run: Sequence[str], whole: int) -> Iterator[Sequence[str]]:
    """Yield the run, or every stretch of it that is not too long to quote; a single part is never cut."""
    lengths = [len(part.split()) for part in run]
    if sum(lengths) <= whole:
        yield run
        return
    for first in range(len(run)):
        for last in range(first, len(run)):
            if last > first and sum(lengths[first : last + 1]) > LONGEST:
                break
            if last + 1 == len(run) or not run[last].endswith(":"):  # what is announced is quoted with it
                yield run[first : last + 1]
