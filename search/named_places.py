"""Whether an answer is of the place, the firm or the thing that the question calls by name."""

from collections.abc import Sequence

from index.library import Library
from index.types import Filter, Passage
from search.dates import MONTHS
from search.needs import Need, held_terms
from search.retrieve import Found

SURE = 6  # letters of a name: shorter ones are as often first names and short forms, which papers write otherwise


def names_missing(library: Library, found: Found, quoted: Sequence[Passage]) -> tuple[str, ...]:
    """Return the names in the question that stand in none of the papers quoted: "the church in Quillow".

    The whole paper counts, since minutes name a place once and then speak of "the site".
    """
    names = (need for need in found.needs if _names(need, found.query.text))
    return tuple(name.shown for name in names if not _stands(library, name, quoted))


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
