"""Votes of one minute beside what it decided: how they ended by what stands above them, and those without figures."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.counts import were_more_for
from corpus.decided import Decision, Stretch
from corpus.paragraphs import Paragraph
from corpus.phrases_decided import CASTING, UNANIMOUSLY, VOTE_UNANIMOUS
from corpus.phrasing import pattern, says
from corpus.rows import folded, joined
from corpus.types import Vote
from corpus.votes import LEAD

_VOTING = re.compile(r"\W*vot(?:e|es|ing)\b[^.]*\W*$", re.IGNORECASE)  # a label and figures, perhaps with names

Recorded = tuple[tuple[int, ...], Vote]
"""A vote, with the paragraphs that record it."""


def votes_on(body: Sequence[Paragraph], decided: Sequence[Decision], taken: Sequence[Recorded]) -> tuple[Vote, ...]:
    """Return the votes recorded, and those of which a stem or a line says that nobody was against.

    Example: "RESOLVED (unanimously)"; "Voting: unanimous." under what was decided.
    """
    counted = {place for places, _ in taken for place in places}
    stems = dict.fromkeys(part for decision in decided for part in decision.stem if part.paragraph not in counted)
    unanimous = [
        (part.paragraph, _unanimous(body, part))
        for part in stems
        if says(UNANIMOUSLY, body[part.paragraph].text[part.start : part.end])
    ]
    lines = [
        (place, _unanimous(body, Stretch(place, 0, len(body[place].text))))
        for place in sorted(_under(body, decided))
        if place not in counted and _is_unanimous(body, place) and not _said(decided, place, dict(unanimous))
    ]
    told = [(places[0], _ended(body, decided, places, vote)) for places, vote in taken]
    return tuple(vote for _, vote in sorted([*told, *unanimous, *lines], key=lambda one: one[0]))


def _under(body: Sequence[Paragraph], decided: Sequence[Decision]) -> frozenset[int]:
    """Return the paragraphs that stand right under what was decided, or under the table that it ends in."""
    held = {part.paragraph for decision in decided for part in decision.text}
    found: set[int] = set()
    for decision in decided:
        at = decision.text[-1].paragraph + 1
        while at < len(body) and body[at].table:
            at += 1
        found.add(at)
    return frozenset(found) - held


def _is_unanimous(body: Sequence[Paragraph], place: int) -> bool:
    """Say whether a line says of a vote that nobody was against it, and nothing else."""
    return place < len(body) and pattern(VOTE_UNANIMOUS).fullmatch(folded(body[place].text)) is not None


def _said(decided: Sequence[Decision], place: int, unanimous: dict[int, Vote]) -> bool:
    """Say whether the stem of what stands above a line has said already that nobody was against it."""
    above = (decision for decision in decided if decision.text[-1].paragraph == place - 1)
    return any(part.paragraph in unanimous for decision in above for part in decision.stem)


def _unanimous(body: Sequence[Paragraph], part: Stretch) -> Vote:
    spans = joined(body[part.paragraph].prose.spans(part.start, part.end))
    return Vote((), "carried", spans, unanimous=True)


def _ended(body: Sequence[Paragraph], decided: Sequence[Decision], places: tuple[int, ...], vote: Vote) -> Vote:
    """Return a vote as carried where it stands alone under what was decided, and whether a second vote decided it."""
    first, last = places[0], places[-1]
    line = body[first].text
    alone = len(places) == 1 and (len(line) < LEAD or _VOTING.match(line) is not None) and not says(r"\bamend", line)
    if vote.outcome is None and alone and first in _under(body, decided) and were_more_for(vote.tallies):
        vote = replace(vote, outcome="carried")
    sides = {one.side: one.printed for one in vote.tallies}
    equal = sides.get("for") is not None and sides.get("for") == sides.get("against")
    if not equal or vote.outcome not in {"carried", "lost"}:
        return vote
    words = " ".join(one.text for one in body[first : last + 2])
    return replace(vote, casting=True) if says(CASTING, words) else vote
