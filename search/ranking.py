"""What speaks for a passage, signal by signal, and what each signal is worth.

A score is a sum of signals, each times its weight. The weights were fitted on the tune split of both evaluation sets
(``docs/decisions/0004_ranking.py``) and are written on one scale: the best passage of a question has 1 to 2.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p
from operator import add

from corpus.types import Kind
from index.types import Passage
from search.asking import NEWEST
from search.dates import spoken
from search.evidence import weigh
from search.needs import Need, held_terms
from search.types import Query, Want

PREFERENCE: Mapping[Want, Mapping[Kind, float]] = {
    "decision": {"decision": 0.35, "discussion": 0.05, "table": -0.1, "attendance": -0.3, "declaration": -0.2},
    "recommendation": {"recommendation": 0.35, "decision": 0.1, "report": 0.05},
    "comparison": {"decision": 0.3, "recommendation": 0.3},
    "declaration": {"declaration": 0.5},
    "attendance": {"attendance": 0.5},
    "figure": {"table": 0.05, "report": 0.05},
    "latest": {"decision": 0.1, "discussion": 0.1},
    "discussion": {"discussion": 0.15},
    "any": {},
}
"""What a kind of passage gains where its kind is asked for."""

KINDS: Mapping[Kind, float] = {"decision": 0.20, "declaration": 0.07, "report": -0.12}
"""What a kind of passage gains whatever is asked for: people ask what was decided, in whatever words."""

LISTED: frozenset[Want] = frozenset({"attendance", "declaration"})
"""What is asked for where no decision is: who was there, and who had an interest in it."""

UNDATED_BEHIND = 2  # days that are taken to be newer than a paper without a date
FITS = (
    0.8  # of the best share of the question's words: who holds so much is of the matter; 0.6 to 0.9 made no difference
)
CROWDED = 2  # passages of one minute that stand above another of it and count against it


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal is worth; the evaluation takes one away at a time to see what it earns: 0 leaves it out."""

    words: float = 0.19  # BM25, as a share of the best passage's
    meaning: float = 1.3  # cosine, above that of the candidate least alike
    closeness: float = 4.5  # of the question's tokens, above that of the candidate least close
    share: float = 0.17  # the share of the question's words that the passage holds
    around: float = 0.28  # the share that it holds together with the passages beside it
    preference: float = 0.12  # of the table of PREFERENCE
    kinds: float = 1.0  # of the table of KINDS
    tells: float = 0.15  # holding a reason or a name, where "why" or "who" is asked
    minutes: float = 0.03  # standing in the minutes of a meeting
    newer: float = 0.087  # lost for the logarithm of the days on which newer ones fit as well
    newest: float = 0.15  # lost besides where the question asks how things stand
    crowding: float = 0.19  # lost for each passage of the same minute that stands above it
    together: float = 0.08  # of the reader's score, among the first where they are next to each other
    current: bool = True  # whether what was replaced gives its place to what replaces it
    fold: bool = True  # whether the printings of one item are one candidate


WEIGHTS = Weights()
"""The weights of every question."""


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a passage and against it."""

    words: float  # 0 to 1
    meaning: float  # from 0
    closeness: float  # from 0
    preference: float
    kind: float
    minutes: bool
    share: float = 0.0  # 0 to 1; nought also where the passage was not read for it
    around: float = 0.0  # as above
    tells: bool = False  # a reason or a name that is asked for; as above
    newer: float = 0.0  # logarithm of the days on which newer ones fit as well; nought as above


def score(signals: Signals, weights: Weights, *, newest: bool) -> float:
    """Return the weighted sum of the signals; ``newest`` says whether the question asks how things stand."""
    return (
        weights.words * signals.words
        + weights.meaning * signals.meaning
        + weights.closeness * signals.closeness
        + weights.share * signals.share
        + weights.around * signals.around
        + weights.preference * signals.preference
        + weights.kinds * signals.kind
        + weights.tells * signals.tells
        + weights.minutes * signals.minutes
        - (weights.newer + weights.newest * newest) * signals.newer
    )


def first_signals(
    passages: Mapping[str, Passage],
    words: Mapping[str, float],
    cosines: Mapping[str, float],
    closeness: Mapping[str, float],
    want: Want,
) -> dict[str, Signals]:
    """Return by item what can be said of its passage without reading it; an item may lack any of the measures."""
    best = max(words.values(), default=0.0) or 1.0
    least_alike, least_close = min(cosines.values(), default=0.0), min(closeness.values(), default=0.0)
    return {
        item: Signals(
            words=words.get(item, 0.0) / best,
            meaning=cosines.get(item, least_alike) - least_alike,
            closeness=closeness.get(item, least_close) - least_close,
            preference=PREFERENCE[want].get(one.kind, 0.0),
            kind=0.0 if want in LISTED and one.kind == "decision" else KINDS.get(one.kind, 0.0),
            minutes=one.standing is not None or one.minute is not None,
        )
        for item, one in passages.items()
    }


def shares(passage: Passage, own: Sequence[str], beside: Sequence[str], needs: Sequence[Need]) -> tuple[float, float]:
    """Return the share of the needs that a passage meets, and that it meets together with those beside it.

    ``own`` are the texts of its index, ``beside`` those of its neighbours: terms parted by blanks.
    """
    day = passage.meeting.held_on
    asked = frozenset(term for need in needs for form in need.forms for term in form)
    items = passage.context if passage.kind == "declaration" else None  # with the headings of the items it names
    held = _terms(own, asked) | held_terms(passage.heading, spoken(day) if day else None, items)
    return weigh(needs, held, None).share, weigh(needs, held | _terms(beside, asked), None).share


def newer(fits: Mapping[str, tuple[float, date | None]]) -> dict[str, float]:
    """Return the logarithm of one more than the days after each item's own on which items fit the question.

    ``fits`` has by item how much of the question's words it holds, and its day.
    """
    best = max((share for share, _ in fits.values()), default=0.0)
    days = sorted({day for share, day in fits.values() if day and share >= FITS * best})
    return {
        item: log1p(len(days) - bisect_right(days, day) if day else UNDATED_BEHIND) for item, (_, day) in fits.items()
    }


def asks_newest(query: Query) -> bool:
    """Say whether the question asks how things stand."""
    return query.want == "latest" or bool(NEWEST.search(query.text))


def _terms(texts: Sequence[str], asked: frozenset[str]) -> frozenset[str]:
    """Return those of the terms asked for that the texts hold, alone or as two side by side: how a compound is sought.

    It runs over every word of some 250 texts a question, and so without a loop in Python.
    """
    held: set[str] = set()
    for text in texts:
        split = text.split()
        held |= asked.intersection(split)
        held |= asked.intersection(map(add, split, split[1:]))
    return frozenset(held)
