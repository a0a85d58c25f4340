"""What a short form stands for: where the papers themselves explain it, each meaning once, with its page."""

import re
from collections.abc import Iterable
from functools import cache

from corpus.types import Acronym
from index.library import Library
from index.types import Filter, Passage
from search.candidates import Candidate
from search.cite import find, runs_of
from search.compose import Quoted, Section
from search.content import content
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
PASSAGES = 5_000  # of a paper looked at, in search of the one that explains it
SENTENCE = 60  # words of a sentence that is quoted whole: a glossary read as one is not


def explained(library: Library, scene: Scene, query: Query) -> list[Section]:
    """Return the words that explain the short form that is asked for; empty where none is, or none is explained.

    Of several meanings the commonest stands first, each where the newest paper within the question's limits has it.
    """
    asked = _asked(query.text)
    known = scene.lexicon.longs
    asked = asked if asked in known else asked.removesuffix("s")
    if asked not in known:
        return []
    within = frozenset(library.select(limits_of(query, scene), PASSAGES)) if query.bodies or query.councils else None
    passages_of = cache(lambda paper: library.passages(library.select(Filter(papers=(paper,)), PASSAGES)))
    places: dict[frozenset[str], list[tuple[Passage, Acronym]]] = {}
    for one in library.acronyms():
        if one.short.casefold() != asked:
            continue
        passage = next((held for held in passages_of(one.span.paper) if _holds(held, one)), None)
        if passage is not None and (within is None or passage.id in within):
            meaning = frozenset(word.term for word in content(one.long.split(":")[0]))
            places.setdefault(meaning, []).append((passage, one))
    told = sorted(places.values(), key=lambda some: (-len(some), some[0][1].long))[:MEANINGS]
    best = [max(some, key=lambda place: _newest(place[0])) for some in told]
    hits = hits_of(library, scene, [Candidate(passage, 0.0, 0.0) for passage, _ in best], keep=True)
    made = [
        Section("", (Quoted(hit.passage, quote, "", hit.copies),))
        for hit, (_, one) in zip(hits, best, strict=True)
        if (quote := _quote(library, hit.passage, one))
    ]
    return made if len(made) == len(best) else []


def _asked(question: str) -> str:
    match = ASKED.search(question)
    return next((group for group in match.groups() if group), "").casefold() if match else ""


def _holds(passage: Passage, one: Acronym) -> bool:
    return any(span.page == one.span.page and span.start <= one.span.start < span.end for span in passage.spans)


def _newest(passage: Passage) -> tuple[int, str]:
    day = passage.meeting.held_on
    return (day.toordinal() if day else 0), passage.id


def _quote(library: Library, passage: Passage, one: Acronym) -> str:
    """Return the sentence that explains it, or the entry of the list alone."""
    entry = " ".join(library.page_text(one.span.paper, one.span.page).text[one.span.start : one.span.end].split())
    sentences: Iterable[str] = (words for run in runs_of(library, passage) for words in run)
    whole = next((words for words in sentences if entry in words and len(words.split()) <= SENTENCE), entry)
    return next((words for words in (whole, entry) if find(library, passage, words)), "")
