"""What a short form stands for: where the papers themselves explain it, each meaning once, with its page."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from corpus.types import Acronym
from index.library import Library
from index.types import Filter, Passage
from search.candidates import Candidate
from search.cite import find, runs_of
from search.compose import Quoted, Section
from search.content import content
from search.following import PAPER
from search.moved import holds
from search.retrieve import hits_of, limits_of
from search.scene import Scene
from search.types import Query

SHORT = r"(?P<{0}>[\w&/]{{2,10}})"
ASKED = re.compile(
    r"^\W*what(?:['’]?s| is| are| does| do)? (?:the |an? )?"
    r"(?:(?:abbreviation|acronym|initials|letters|short form|term) )?"
    rf"{SHORT.format('asked')} (?:stands? for|means?|(?:is )?short for|is an? (?:abbreviation|acronym) (?:of|for))\b"
    rf"|^\W*what(?:['’]?s| is| are) (?:an? |the )?{SHORT.format('named')}\W*$"
    rf"|^\W*(?:meaning of|define|definition of|full (?:form|name) of) (?:the )?{SHORT.format('defined')}\W*$",
    re.IGNORECASE,
)
"""How a question asks for it: "what does LADO stand for", "what is an EHCP"."""
MEANINGS = 3  # told of one short form: of "AP" there may be two
PLACES = 30  # in which one meaning is looked for, the newest papers first
SENTENCE = 60  # words of a sentence that is quoted whole: a glossary read as one is not


def explained(library: Library, scene: Scene, query: Query) -> list[Section]:
    """Return the words that explain the short form that is asked for; empty where none is, or none is explained.

    Of several meanings the commonest stands first, each as the newest paper within the question's limits has it.
    """
    asked = _asked(query.text)
    asked = asked if asked in scene.lexicon.longs else asked.removesuffix("s")
    if asked not in scene.lexicon.longs:
        return []
    meanings: dict[frozenset[str], list[Acronym]] = {}
    for one in library.acronyms():
        if one.short.casefold() == asked:
            meanings.setdefault(frozenset(word.term for word in content(one.long.split(":")[0])), []).append(one)
    where = limits_of(query, scene)
    commonest = sorted(meanings.values(), key=lambda some: (-len(some), some[0].long))[:MEANINGS]
    found = (_told(library, scene, some, where) for some in commonest)
    return [section for section in found if section]


def _told(library: Library, scene: Scene, places: Iterable[Acronym], where: Filter) -> Section | None:
    """Return the words of the newest of these places that is within the limits, if one is."""
    newest = sorted(places, key=lambda one: (_day(scene, one), one.span.paper), reverse=True)
    for one in newest[:PLACES]:
        held = library.passages(library.select(replace(where, papers=(one.span.paper,)), PAPER))
        passage = next((passage for passage in held if holds(passage, one.span.page, one.span.start)), None)
        if passage is None:
            continue
        (hit,) = hits_of(library, scene, [Candidate(passage, 0.0, 0.0)], keep=True)
        if quote := _quote(library, hit.passage, one):
            return Section("", (Quoted(hit.passage, quote, "", hit.copies),))
    return None


def _day(scene: Scene, one: Acronym) -> date:
    return scene.papers[one.span.paper].held_on or date.min


def _asked(question: str) -> str:
    match = ASKED.search(question)
    return next((group for group in match.groups() if group), "").casefold() if match else ""


def _quote(library: Library, passage: Passage, one: Acronym) -> str:
    """Return the sentence that explains it, or the entry of the list alone."""
    entry = " ".join(library.page_text(one.span.paper, one.span.page).text[one.span.start : one.span.end].split())
    sentences: Iterable[str] = (words for run in runs_of(library, passage) for words in run)
    whole = next((words for words in sentences if entry in words and len(words.split()) <= SENTENCE), entry)
    return next((words for words in (whole, entry) if find(library, passage, words)), "")
