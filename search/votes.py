"""Votes beside the decisions that they were taken on, as the minutes record them."""

import re
from collections.abc import Iterable

from corpus.types import Minute, Record, Span, Vote
from index.library import Library
from index.types import Passage
from search.types import Citation, CitedVote

BEFORE = 400  # letters before a vote, among which it stands what was moved
PROCEDURE = re.compile(
    r"\b(?:proposed|moved|seconded)\b[^.]*\b(?:be (?:now )?put(?: to the vote)?\b|"
    r"(?:extend|adjourn|suspend)\w* (?:the )?(?:meeting|standing orders)\b)",
    re.IGNORECASE,
)
"""What is moved about the meeting and not about a matter: that the question be put, that it go on after 4.30 pm."""
ENDED = re.compile(r"\b(?:carried|lost|fell|defeated|agreed)\.", re.IGNORECASE)
VOTE = "Vote"
LOST = "Also put to the vote at this minute"


def name_of(vote: Vote) -> str:
    """Return what a vote is called beside a decision: what was lost is no vote for what was decided, and says so."""
    return LOST if _fell(vote) else VOTE


def _fell(vote: Vote) -> bool:
    """Say whether a vote was lost: by what is told of it, or where nothing is, since more were against it than for."""
    sides = {one.side: one.printed if one.printed is not None else len(one.names) for one in vote.tallies}
    return vote.outcome == "lost" or (vote.outcome is None and sides.get("against", 0) > sides.get("for", 0))


def told(vote: Vote) -> str:
    """Return the sides of a vote with the figures printed, and its outcome where one is recorded.

    Example: "for 39, against 19, abstain 1 – carried".
    """
    sides = []
    for tally in vote.tallies:
        named = f"({len(tally.names)} named)" if tally.names else "(no figure)"
        figure = tally.printed if tally.printed is not None else named
        names = f" (the paper names {len(tally.names)})" if tally.differs else ""
        sides.append(f"{tally.side} {figure}{names}")
    how = " unanimously" if vote.unanimous else " on a casting vote" if vote.casting else ""
    ended = f"{vote.outcome}{how}" if vote.outcome else None
    return " – ".join(filter(None, (", ".join(sides), ended)))


def told_beside(cited: CitedVote) -> str:
    """Return a vote as a line under an answer: "Vote [2]: for 5, against 3 – carried (PDF page 1)"."""
    return f"{name_of(cited.vote)} [{cited.n}]: {told(cited.vote)} (PDF page {cited.vote.spans[0].page})"


def votes_of(library: Library, citations: Iterable[Citation]) -> tuple[CitedVote, ...]:
    """Return the votes of each minute whose decisions are cited, each under the number of the last of these.

    Of several applications decided under one minute, those on the one cited alone.
    """
    cited = [citation for citation in citations if citation.kind == "decision"]
    records = {sha256: library.record(sha256) for sha256 in {citation.sha256 for citation in cited}}
    last: dict[tuple[str, Minute, str], int] = {}
    for citation, passage in zip(cited, library.passages([one.passage for one in cited]), strict=True):
        minute = minute_of(records[citation.sha256], passage)
        if minute and minute.votes:
            last[citation.sha256, minute, passage.heading or ""] = citation.n
    return tuple(
        CitedVote(n, paper, vote)
        for (paper, minute, heading), n in last.items()
        for vote in sorted(minute.votes, key=_fell)  # what was decided, before what fell
        if (vote.under or "") in heading and not _of_procedure(library, vote)
    )


def _of_procedure(library: Library, vote: Vote) -> bool:
    """Say whether a vote was on how the meeting goes on, and on no matter: that the question be put."""
    span = vote.spans[0]
    before = library.page_text(span.paper, span.page).text[max(0, span.start - BEFORE) : span.start]
    since = before[max((found.end() for found in ENDED.finditer(before)), default=0) :]
    return PROCEDURE.search(" ".join(since.split())) is not None


def minute_of(record: Record, passage: Passage) -> Minute | None:
    """Return the minute of its paper's record to which a passage belongs, None where it belongs to none."""
    first = passage.spans[0]
    minutes = (minute for one in record.proceedings for minute in one.minutes)
    return next((one for one in minutes if any(_holds(span, first) for span in one.spans)), None)


def _holds(span: Span, other: Span) -> bool:
    return span.page == other.page and span.start <= other.start < span.end
