"""The noun that a question turns on: what it counts ("how many cases"), whose holder it asks for ("who is clerk").

Of people, who are counted under many names, it is what the question says of them: "unaccompanied children", "children
are home educated".
"""

import re
from collections.abc import Collection, Sequence

from index.words import term_of
from search.content import LIGHT
from search.needs import Need
from search.types import Query

PAST = (
    r"(?:began|bought|brought|built|came|caught|cut|fell|gave|grew|held|hit|kept|left|lost|made|met|paid|put|ran|rose|"
    r"sat|saw|sent|sold|spent|stood|took|went|won)"
)
"""Verbs whose past form is not told by its ending."""
ENDS = (
    rf"(?=(?: (?:{PAST}|"
    r"a|about|above|after|against|among|an|and|are|at|been|before|below|between|by|can|could|did|do|does|"
    r"during|each|for|from|get|got|had|has|have|her|his|in|is|it|last|need|now|of|on|or|our|out|over|per|since|so|than|that|the|"
    r"their|there|they|this|to|under|until|was|we|were|which|who|will|with|within|would)\b)|\W*$)"
)
NOUN = r"(?P<noun>(?:[\w'’-]+ ){0,4}?[\w'’-]+)"
OFFICE = re.compile(
    rf"\b(?:who(?:'s| is| was| are| were| will be)? (?:now |currently )?(?:the|a|an|our|their|its)|"
    r"who(?:'s| is| was)?(?= (?:head|chair|leader|director|clerk|manager|deputy|mayor|treasurer|secretary|lead)\b)|"
    rf"name of (?:the|our|their|its|[\w'’-]+['’]s)) {NOUN}{ENDS}",
    re.IGNORECASE,
)
COUNTED = re.compile(rf"\bhow many {NOUN}{ENDS}", re.IGNORECASE)
MEASURE = re.compile(
    r"\bwhat(?:'s| is| was| are| were) (?:the |our |their |its )?(?P<noun>(?:[\w'’-]+ ){0,3}?"
    r"(?:age|ages|ratio|capacity|population|turnout|salary|salaries|target|score|distance|height|width))\b",
    re.IGNORECASE,
)
"""What is measured, and is put in no other words."""
SAID_OF = re.compile(
    r"\bhow many [\w'’-]+ (?:are|were|is|was|have been|had been)(?: being| been)? (?P<said>[\w'’-]+ [\w'’-]+)",
    re.IGNORECASE,
)
EACH = re.compile(
    r"\b(?:in|for|at|by) (?:each|every)(?: of the)? (?P<each>[\w'’-]+)|"
    r"\b(?:broken down|split|listed) by (?P<by>[\w'’-]+)|"
    r"\b(?:per|by) (?P<per>ward|district|school|area|parish|constituency|division|borough|age|gender|ethnicity|band)\b",
    re.IGNORECASE,
)
"""That by which what is counted is told apart: one figure for the county tells none of its districts."""
LET = re.compile(
    r"\b(?:who|which|what)\b.*\b(?:won|win|got|get|given|awarded|secured|landed|has|have|holds?)\b"
    r"(?: (?:the|a|our|its|their))? "
    r"(?P<thing>(?:(?!(?:the|a|an|of|for|to)\b)[\w'’-]+ ){1,4}?)(?:contracts?|tenders?|concession|franchise)\b",
    re.IGNORECASE,
)
"""What is let to somebody: "who won the supported living contract" is told of no other."""
OF_ANY = frozenset(("big", "council", "council's", "county", "latest", "local", "main", "new", "public", "whole"))
"""Words before a contract that tell it apart from none."""
SAID_OF_NOUNS = frozenset(("accountable", "responsible"))
"""Words behind a noun that say more of it: "the mayor responsible for children"."""
TURNED_UP = frozenset(("attended", "came", "turned"))
"""Of people, with nobody named: "how many turned out for the beacon"."""
PLAIN = frozenset(
    """adult different extra individual local more new old older other people's total young younger""".split()  # noqa: SIM905  # as elsewhere
)
"""Words before people that single nobody out."""
ANYBODY = frozenset(
    """adults boys children councillors days families girls hours households individuals kids members men minutes months
    more others parents people persons places pupils residents students times weeks women years youngsters""".split()  # noqa: SIM905  # as elsewhere
)
"""What is counted under many names: a paper that tells of "respondents" tells how many people answered."""


def counted_noun(query: Query) -> tuple[str, ...]:
    """Return the terms of the noun that a question counts: "ehc", "plan" for "how many EHC plans"; none for people.

    People are counted under many names.
    """
    match = COUNTED.search(query.text)
    noun = match["noun"].casefold().split() if match else []
    return tuple(map(term_of, noun)) if noun and noun[-1] not in ANYBODY else ()


def heads_of(query: Query, needs: Sequence[Need]) -> tuple[Need, ...]:
    """Return the needs that words must meet to be about what the question asks; none where it asks for no such thing.

    An office of two words is one: "the executive decision of the chief officer" tells of no chief executive.
    """
    return tuple(dict.fromkeys((*_asked_of(query, needs), *_told_apart(query, needs), *_let(query, needs))))


def _let(query: Query, needs: Sequence[Need]) -> tuple[Need, ...]:
    """Return the needs of the words that tell apart the contract that somebody is said to have won."""
    match = LET.search(query.text)
    words = set(match["thing"].casefold().split()) - OF_ANY - LIGHT if match else set()
    return tuple(need for need in needs if not need.beside and words & set(need.shown.casefold().split()))


def _told_apart(query: Query, needs: Sequence[Need]) -> tuple[Need, ...]:
    """Return the need of that by which figures are asked to be told apart."""
    match = EACH.search(query.text) if COUNTED.search(query.text) else None
    by = next((group for group in match.groups() if group), "").casefold() if match else ""
    return tuple(need for need in needs if by and need.shown.casefold() == by)


def _asked_of(query: Query, needs: Sequence[Need]) -> tuple[Need, ...]:
    """Return the needs of the office whose holder is asked for, or of what is counted or measured."""
    match = next((found for asked in (OFFICE, COUNTED, MEASURE) if (found := asked.search(query.text))), None)
    if match is None:
        return ()
    words = match["noun"].casefold().split()
    if match.re is COUNTED and any(word in ANYBODY for word in words):
        return _of_people(query, words, needs)
    verbs = [at for at, word in enumerate(words) if at and (word.endswith("ed") or word in LIGHT | SAID_OF_NOUNS)]
    words = words[: min(verbs, default=len(words))]  # "how many forms filled in"
    if not words or words[0] in TURNED_UP or (match.re is OFFICE and "only" in words):
        return ()
    two = match.re is OFFICE or (match.re is MEASURE and words[-2:-1] == ["average"])
    meant = {words[-1], *([" ".join(words[-2:])] if two else [])}
    return tuple(
        need
        for need in needs
        if need.shown.casefold() in meant or (need.shown.casefold().split()[-1] == words[-1] and not need.beside)
    )


def counts_things(query: Query) -> bool:
    """Say whether it is things that the question counts: the title of a table tells what its rows count."""
    match = COUNTED.search(query.text)
    return match is not None and not any(word in ANYBODY for word in match["noun"].casefold().split())


def _of_people(query: Query, words: Sequence[str], needs: Sequence[Need]) -> tuple[Need, ...]:
    """Return what singles out the people counted: the word before them, or two side by side that are said of them."""
    at = next(at for at, word in enumerate(words) if word in ANYBODY)
    before = [word for word in words[:at] if word not in PLAIN | LIGHT][-1:]
    said = SAID_OF.search(query.text)
    pair = said["said"].casefold() if said else ""
    return tuple(
        need for need in needs if need.shown.casefold() in before or (need.beside and need.shown.casefold() == pair)
    )


def about(heads: Sequence[Need], held: Collection[str]) -> bool:
    """Say whether these terms are about them."""
    return all(need.met(held) for need in heads)
