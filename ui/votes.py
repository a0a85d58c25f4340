"""Votes as the minutes record them, told beside the decisions that they were taken on."""

from collections.abc import Mapping, Sequence

from corpus.types import Minute, Vote
from index.library import Library
from search.types import Answer
from ui.html import Votes
from ui.links import Stretch, page_link
from ui.opened import minute_of, passage_of

VOTE = "Vote"
LOST = "Also put to the vote at this minute"


def told(vote: Vote) -> str:
    """Return the sides of a vote with the figures printed, and its outcome where one is recorded.

    Example: "for 39, against 19, abstain 1 – carried".
    """
    sides = []
    for tally in vote.tallies:
        figure = tally.printed if tally.printed is not None else "(no figure)"
        names = f" (the paper names {len(tally.names)})" if tally.differs else ""
        sides.append(f"{tally.side} {figure}{names}")
    return " – ".join(filter(None, (", ".join(sides), vote.outcome)))


def votes_beside(library: Library, base: str, answer: Answer) -> Votes:
    """Return the votes of each minute whose decisions are quoted, by the number of the last of its citations."""
    last: dict[tuple[str, Minute], int] = {}
    cited = [citation for citation in answer.citations if citation.kind == "decision"]
    records = {sha256: library.record(sha256) for sha256 in {citation.sha256 for citation in cited}}
    for citation in cited:
        passage = passage_of(library, citation.passage, citation.sha256)
        minute = minute_of(records[citation.sha256], passage) if passage else None
        if minute and minute.votes:
            last[citation.sha256, minute] = citation.n
    return {n: _told(base, sha256, minute.votes) for (sha256, minute), n in last.items()}


def _told(base: str, sha256: str, votes: Sequence[Vote]) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Return the votes by name: what was lost is no vote for what was decided, and says so."""
    found: dict[str, list[tuple[str, str]]] = {VOTE: [], LOST: []}
    for vote in votes:
        found[LOST if vote.outcome == "lost" else VOTE].append((told(vote), _link(base, sha256, vote)))
    return {name: those for name, those in found.items() if those}


def _link(base: str, sha256: str, vote: Vote) -> str:
    first, last = vote.spans[0], vote.spans[-1]
    return page_link(base, sha256, first.page, words=Stretch(first.page, first.start, last.page, last.end))
