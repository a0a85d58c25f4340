"""Votes under the decisions of an answer on the page, each leading to the words that record it."""

from corpus.types import Vote
from search.types import Answer
from search.votes import name_of, told
from ui.html import Votes
from ui.links import Stretch, page_link


def votes_beside(base: str, answer: Answer) -> Votes:
    """Return the votes of an answer by the number of the citation that they stand under, those lost named apart."""
    found: dict[int, dict[str, list[tuple[str, str]]]] = {}
    for one in answer.votes:
        beside = found.setdefault(one.n, {}).setdefault(name_of(one.vote), [])
        beside.append((told(one.vote), _link(base, one.sha256, one.vote)))
    return found


def _link(base: str, sha256: str, vote: Vote) -> str:
    first, last = vote.spans[0], vote.spans[-1]
    return page_link(base, sha256, first.page, words=Stretch(first.page, first.start, last.page, last.end))
