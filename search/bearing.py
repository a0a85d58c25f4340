"""Whether the sources of a sentence bear it out: its names, numbers, dates, formal verbs and words stand in them.

A rule of words, and so a strict one: what a model says in words of its own is dropped though it be true. What the rules
cannot see is who did what to whom, where every name and verb is there; see docs/decisions/0006-summaries.md.
"""

import re
from collections.abc import Callable, Sequence

from index.words import Word, term_of, terms
from search.content import LIGHT, content, numeric
from search.dates import spoken
from search.rerank import Read, cross_encoder
from search.types import Citation

HELD = 0.8  # share of a sentence's own words that its sources must hold: the rest is how English joins them
NEAR = 1  # words to each side of a number: "March 2026" is not borne out by a March and a 2026
SUPPORT = 0.0  # of the cross-encoder's score: fair sentences have 1.5 to 9.5, those of other papers -7 to -11
LONGEST = 60  # words of a sentence: beyond it nobody can check it at a glance

OPENERS = frozenset(
    (
        "also", "both", "cabinet", "commission", "committee", "council", "councillors", "decision", "following",
        "meeting", "members", "minutes", "officers", "report", "under",
    )
)  # fmt: skip
"""Words that may open a sentence with a capital and name nobody."""

FORMAL = frozenset(
    term_of(word)
    for word in (
        "accepted", "adopted", "agreed", "amended", "approved", "confirmed", "deferred", "delegated", "dismissed",
        "endorsed", "granted", "lost", "noted", "opposed", "postponed", "recommended", "refused", "rejected",
        "supported", "suspended", "welcomed", "withdrawn",
    )
)  # fmt: skip
"""Verbs that say what became of a matter: "noted" is not "approved"."""

SPELLED = frozenset(
    term_of(word)
    for word in (
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty",
        "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "half", "twice", "double",
    )
)  # fmt: skip
"""Numbers in words; "one" is as often a pronoun."""

DECIDES = frozenset(term_of(word) for word in ("agreed", "decided", "resolved"))
"""Verbs that any decision bears, since its stem has one of them; nothing else does."""

RECOMMENDS = term_of("recommended")
NEGATES = re.compile(r"\b(?:no|not|never|none|neither|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE)
WHOLE = re.compile(r"[“\"£\w].*[.!]”?\"?", re.DOTALL)  # a question, a heading or half a sentence tells nothing
BROKEN = re.compile(r"://|[<>{}`|\\]|\]\(|\bwww\.|\bpassages?\b", re.IGNORECASE)  # links, markup, talk of the task
QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]")

Support = Callable[[str, str], float]
"""Says how far a source bears out a sentence; from ``SUPPORT`` it does."""


def read_beside(sentence: str, source: str) -> float:
    """Return the cross-encoder's score of a sentence and its source, read together."""
    return cross_encoder().scores(sentence, [Read(source)])[0]


def bearing(sentence: str, cited: Sequence[Citation], support: Support = read_beside) -> float | None:
    """Return how well the sources bear out the sentence, by ``support``; None where in any respect they do not."""
    if not _told_whole(sentence) or not _words_stand(sentence, cited) or not _sense_stands(sentence, cited):
        return None
    score = support(sentence, "\n".join(where_and_what(one) for one in cited))
    return score if score >= SUPPORT else None


def where_and_what(citation: Citation) -> str:
    """Return what names may be taken from: the quotation, and the name of the place that was checked with it."""
    return f"{citation.quote} {citation.label} {citation.heading or ''} {citation.body or ''} {citation.council or ''}"


def _told_whole(sentence: str) -> bool:
    broken = BROKEN.search(sentence) or sentence.count('"') % 2
    return bool(WHOLE.fullmatch(sentence)) and not broken and len(sentence.split()) <= LONGEST


def _words_stand(sentence: str, cited: Sequence[Citation]) -> bool:
    """Say whether numbers, names and formal verbs stand in the sources, and most of the other words."""
    words = content(sentence)
    names = frozenset(term for one in cited for term in terms(where_and_what(one)))
    said = frozenset(term for one in cited for term in terms(f"{one.quote} {one.heading or ''}")) | _verbs(cited)
    own: dict[str, bool] = {}
    for at, word in enumerate(words):
        if numeric(word) or word.term in SPELLED:
            if not _number_stands(words, at, cited):
                return False
        elif word.term in FORMAL | DECIDES:
            if word.term not in said:
                return False
        elif word.text[:1].isupper() and not (word.start == 0 and word.text.lower() in OPENERS):
            if word.term not in names:
                return False
        elif word.text.lower() not in OPENERS | LIGHT:
            own[word.term] = word.term in said
    return bool(words) and sum(own.values()) >= HELD * len(own)


def _number_stands(words: Sequence[Word], at: int, cited: Sequence[Citation]) -> bool:
    """Say whether a number stands in a source beside a word that it stands beside in the sentence."""
    beside = {words[near].term for near in (at - 1, at + 1) if 0 <= near < len(words)}
    for one in cited:
        day = spoken(one.meeting_date) if one.meeting_date else ""
        for part in (one.quote, one.heading or "", day, f"minute {one.minute}" if one.minute else ""):
            held = [word.term for word in content(part)]
            for place in (place for place, term in enumerate(held) if term == words[at].term):
                around = held[max(0, place - NEAR) : place] + held[place + 1 : place + 1 + NEAR]
                if not beside or not beside.isdisjoint(around):
                    return True
    return False


def _sense_stands(sentence: str, cited: Sequence[Citation]) -> bool:
    """Say whether what is told as decided was decided, what is denied was denied, and what is quoted is printed."""
    formal = {word.term for word in content(sentence)} & FORMAL
    if formal and {one.kind for one in cited} == {"recommendation"} and RECOMMENDS not in formal:
        return False
    if NEGATES.search(sentence) and not any(NEGATES.search(one.quote) for one in cited):
        return False
    printed = " ".join(" ".join(one.quote.split()) for one in cited)
    return all(" ".join(quote.split()) in printed for quote in QUOTED.findall(sentence))


def _verbs(cited: Sequence[Citation]) -> frozenset[str]:
    """Return the verbs that kinds of passage bear in their stems, which a quotation leaves out."""
    kinds = {one.kind for one in cited}
    recommends = frozenset((RECOMMENDS,)) if "recommendation" in kinds else frozenset()
    return recommends | (DECIDES if "decision" in kinds else frozenset())
