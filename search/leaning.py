"""Puts passages that give a reason, or a name, before others that fit about as well where "why" or "who" is asked."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from index.library import Library
from search.bodies import Held
from search.cite import runs_of
from search.evidence import weigh
from search.facts import CLOSE, Weighed
from search.needs import Need, held_terms
from search.retrieve import Found
from search.types import Query

PART = 0.5  # of what a passage meets, for the sentence with the reason or the name and the one before it
WHY = re.compile(
    r"^\W*(?:and )?why\b|\bwhy (?:did|was|were|is|has|have|do|does|are)\b|\breasons? (?:for|why|given|did)\b"
    r"|\bwhat (?:is|was|were) the reasons?\b",
    re.IGNORECASE,
)
REASON = re.compile(
    r"\b(?:because|due to|owing to|reasons?|as a result of|on the grounds?|in (?:the )?light of|given that|caused by|"
    r"attribut\w+|result(?:s|ed|ing) (?:from|of)|driven by|explained by|reflect(?:s|ed|ing))\b",
    re.IGNORECASE,
)
WHO = re.compile(
    r"^\W*(?:and )?who\b|\bwho (?:is|was|were|are|has|had|did|will|\w+ed)\b|\bname of the\b|"
    r"\bwhich (?:\w+ )?(?:officers?|directors?|councillors?|company|firm|organisation|contractor|inspector|member)\b",
    re.IGNORECASE,
)
NAME = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Rev)\b\.?\s+[A-Z][\w'’-]*"
    r"|\b[A-Z][a-z'’-]+ (?:[A-Z]\.? )?[A-Z][a-z'’-]+\b"
    r"|\b(?i:chair(?:man|woman|person)?|clerk|leader|director|head of)\b"
)
"""Somebody: a person, a firm, or an office."""
WORD = re.compile(r"[^\W\d_][\w'’-]*")

Tells = Callable[[str], bool]


def leaning(library: Library, found: Found, held: Iterable[Held], ranked: Sequence[Weighed]) -> list[Weighed]:
    """Return what was found with those first that tell what is asked for, among those near the best.

    The others stay: a reason may be given without the word, and somebody may be told of without a name.
    """
    tells = _tells(found.query, held)
    if tells is None or not ranked:
        return list(ranked)
    best = ranked[0].worth
    telling = [
        one
        for one in ranked
        if one.worth >= best - CLOSE and one.evidence.enough and _beside(library, one, found.needs, tells)
    ]
    return [*telling, *(one for one in ranked if one not in telling)]


def _tells(query: Query, held: Iterable[Held]) -> Tells | None:
    if WHY.search(query.text):
        return lambda words: REASON.search(words) is not None
    if not WHO.search(query.text):
        return None
    known = {word.casefold() for one in held for name in (one.body, one.council) for word in WORD.findall(name or "")}
    known |= {word.casefold() for word in WORD.findall(query.text)}

    def named(words: str) -> bool:
        names = (WORD.findall(name.group()) for name in NAME.finditer(words))
        return any(word.casefold() not in known for name in names for word in name)

    return named


def _beside(library: Library, found: Weighed, needs: Sequence[Need], tells: Tells) -> bool:
    """Say whether a sentence that tells it meets, with the one before and the heading, a good part of the needs met."""
    passage = found.candidate.passage
    whole = weigh(needs, held_terms(passage.heading, passage.text)).share
    parts = (
        weigh(needs, held_terms(passage.heading, before, words)).share
        for run in runs_of(library, passage)
        for before, words in pairwise(["", *run])
        if tells(words)
    )
    return whole > 0 and max(parts, default=0.0) >= PART * whole
