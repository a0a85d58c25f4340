"""Puts passages that give a reason, or a name, before others that fit about as well where "why" or "who" is asked."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from index.library import Library
from search.bodies import Held
from search.cite import runs_of
from search.evidence import weigh
from search.facts import CLOSE, Weighed
from search.needs import Need, held_terms
from search.reasons import Tells, tells_of
from search.retrieve import Found
from search.telling import TITLED

APPOINTED = re.compile(
    r"\bwho (?:was|were|is|has been|got) (?:newly )?(?:appointed|elected|co-opted|chosen)\b", re.IGNORECASE
)
NAMED = re.compile(rf"{TITLED}[a-z]|(?<!^)(?<![.:;] )\b[A-Z][a-z'’-]+ [A-Z][a-z'’-]+\b (?:was|were|be|is)\b")
"""A person by title, or two capitals within a sentence that were or are something."""
PART = 0.5  # of what a passage meets, for the sentence with the reason or the name and the one before it


def leaning(library: Library, found: Found, held: Iterable[Held], ranked: Sequence[Weighed]) -> list[Weighed]:
    """Return what was found with those first that tell what is asked for, among those near the best.

    The others stay: a reason may be given without the word, and somebody may be told of without a name.
    """
    if APPOINTED.search(found.query.text):  # who came into an office is told by a name or not at all
        return [one for one in ranked if NAMED.search(one.candidate.passage.text)]
    tells = tells_of(found.query, held)
    if tells is None or not ranked:
        return list(ranked)
    best = ranked[0].worth
    telling = [
        one
        for one in ranked
        if one.worth >= best - CLOSE and one.evidence.enough and _beside(library, one, found.needs, tells)
    ]
    return [*telling, *(one for one in ranked if one not in telling)]


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
