"""Whether an answer is of the place, the firm, the thing or the motion that the question calls by name."""

import re
from collections.abc import Sequence

from index.library import Library
from index.types import Filter, Passage
from search.dates import MONTHS
from search.draft import Draft
from search.motions import asks_mover, named_matter
from search.needs import Need, held_terms
from search.ranking import shares
from search.retrieve import REACH, Found
from search.scene import Scene
from search.types import Query
from search.voters import asks_side, names_voters

SURE = 6  # letters of a name: shorter ones are as often first names and short forms, which papers write otherwise
ON_IT = 0.5  # of what a question names, for what tells who moved it or voted on it: "limit" alone is of any motion
VOTED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|abst[ae]\w+|opposed|against)\b", re.IGNORECASE)
"""What tells on which side somebody was."""


def names_missing(library: Library, found: Found, quoted: Sequence[Passage]) -> tuple[str, ...]:
    """Return the names in the question that stand in none of the papers quoted: "the church in Quillow".

    The whole paper counts, since minutes name a place once and then speak of "the site".
    """
    names = (need for need in found.needs if _names(need, found.query.text))
    return tuple(name.shown for name in names if not _stands(library, name, quoted))


def on_what_is_named(library: Library, scene: Scene, query: Query, draft: Draft | None) -> Draft | None:
    """Return the draft, unless it guesses who moved or how somebody voted, and is not mostly on what is named."""
    guessed = draft is not None and draft.confidence is not None  # and not told by the lists of a vote
    if draft is None or not guessed or not (asks_mover(query) or asks_side(query)):
        return draft
    needs = named_matter(query, scene)
    quoted = [one for section in draft.sections for one in section.quoted]
    if asks_side(query) and not any(VOTED.search(one.quote) and names_voters(query, one.quote) for one in quoted):
        return None  # the report that was voted on tells of no vote, and a tally of nobody
    around = library.indexed([one.passage.id for one in quoted], REACH)
    found = ((one.passage, around[one.passage.id]) for one in quoted)
    on_it = max((shares(passage, near.own, near.beside, needs)[1] for passage, near in found), default=0.0)
    return draft if not needs or on_it >= ON_IT else None  # else somebody proposed something else


def _names(need: Need, question: str) -> bool:
    """Say whether a need is one word written as a name inside the question, and no month."""
    word = need.shown
    named = word[0].isupper() and not word.isupper() and word.replace("-", "").isalpha()
    return named and question.find(word) > 0 and len(word) >= SURE and word.casefold() not in MONTHS


def _stands(library: Library, name: Need, quoted: Sequence[Passage]) -> bool:
    papers = tuple(sorted({one.paper for one in quoted}))
    if papers and library.words(name.texts, 1, Filter(papers=papers)):
        return True
    beside = (
        words
        for one in quoted
        for words in (one.context, one.meeting.council, one.meeting.body, library.name(one.paper).replace("_", " "))
    )
    return name.met(held_terms(*beside))
