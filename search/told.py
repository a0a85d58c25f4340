"""Which of the passages found tell the figure, the share or the time that is asked for, and of what was asked."""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.library import Library
from index.words import terms
from search import facts
from search.asking import GROUPS
from search.cite import runs_of
from search.dates import MONTHS
from search.decided import lead_words
from search.evidence import weigh
from search.needs import Need, held_terms
from search.premises import matter_of, premises_of
from search.quoting import tells
from search.retrieve import Found
from search.telling import MONEY, Telling, telling_of

PART = 0.35  # of what a passage meets, for a figure's own sentence: right answers had 0.54 and more, near misses 0.2
ANOTHERS = 0.3  # of the question's words, by which a line without an amount may have more than the one with it
MONEYED = re.compile(rf"£|\b{MONEY}\b|\b\d[\d,]*\.\d\d\b", re.IGNORECASE)  # "988.52" is pounds and pence
NAME = re.compile(r"(?<=\w )[A-Z][\w'’-]*(?:(?<!['’]s) (?:(?:of|and|the|for|&) )?[A-Z][\w'’-]*)+")
"""A name of several words, as the question writes it: "Local Transport Plan"."""


def telling(library: Library, found: Found, ranked: Sequence[facts.Weighed]) -> list[facts.Weighed]:
    """Return those that tell what the question asks to be told; all of them where anything may answer it."""
    asked = telling_of(found.query)
    if asked is None:
        return list(ranked)
    matter = matter_of(found.needs, premises_of(found.query))
    named = NAME.findall(f"of {found.query.topic}")  # whose papers are meant is no name in them
    names = [name for name in named if not (GROUPS.fullmatch(name) or _dated(name))]
    return [
        one
        for one in ranked
        if tells(asked, one.candidate.passage)
        and _of_money(library, asked, one)
        and all(_named(library, name, one) for name in names)
        and _beside(library, asked, one, matter)
    ]


def _of_money(library: Library, asked: Telling, found: facts.Weighed) -> bool:
    """Say whether a table that is to tell an amount is one of money: its rows, its columns or its title say so."""
    passage = found.candidate.passage
    if asked.sort != "amount" or passage.kind != "table":
        return True
    return MONEYED.search(" ".join(facts.said_in(library, passage))) is not None


def _dated(name: str) -> bool:
    """Say whether words with capitals are a name with a day behind it, or none at all: "Milburn March 2017"."""
    return any(word in MONTHS for word in name.casefold().split())


def _named(library: Library, name: str, found: facts.Weighed) -> bool:
    """Say whether a passage has two words of a name side by side, or its initials; scattered they name nothing."""
    words = terms(name)
    initials = "".join(word[0] for word in name.split() if word[0].isupper()).casefold()
    held = held_terms(*facts.said_in(library, found.candidate.passage))
    return initials in held or any(first + second in held for first, second in pairwise(words))


def _beside(library: Library, asked: Telling, found: facts.Weighed, needs: Sequence[Need]) -> bool:
    """Say whether what is asked for is told beside the words that ask it, and not somewhere else in the passage.

    The sentence or row with the figure, with those beside it and what stands above, must meet a good part of what the
    whole passage meets: a page of bullets has a cost, and a home, that have nothing to do with each other. Where a line
    without an amount has far more of it, the amount is of something else.
    """
    passage = found.candidate.passage
    above = (passage.heading, lead_words(library, passage.lead))
    best, alone, without = 0.0, 0.0, 0.0
    for run in runs_of(library, passage):
        for before, words, behind in zip(["", *run], run, [*run[1:], ""], strict=False):
            own = weigh(needs, held_terms(*above, words)).share
            if tells(asked, passage, words):
                best = max(best, weigh(needs, held_terms(*above, before, words, behind)).share)
                alone = max(alone, own)
            else:
                without = max(without, own)
    if asked.sort == "amount" and passage.kind != "table" and without > alone + ANOTHERS:
        return False
    return best >= PART * weigh(needs, held_terms(*above, passage.text)).share
