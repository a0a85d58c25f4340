"""Divisions between a motion and an amendment, as Scottish councils take them: each has votes of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.paragraphs import Paragraph
from corpus.people import names_in
from corpus.phrases_decided import ABSTAINED, DIVIDED, VOTED_BETWEEN
from corpus.phrasing import spaced
from corpus.rows import folded, joined
from corpus.types import Tally, Vote

Proposal = Literal["motion", "amendment"]
REACH = 3  # paragraphs after the figures within which the division's end is told

_LINE = re.compile(spaced(DIVIDED), re.IGNORECASE)
_ABSTAINED = re.compile(spaced(ABSTAINED), re.IGNORECASE)
_TOLD = re.compile(spaced(VOTED_BETWEEN), re.IGNORECASE)
_WON = re.compile(
    r"\b(?P<what>motion|amendment)\b(?:(?!\bmotion\b|\bamendment\b)[^.]){0,60}?\b(?:carried|prevailed|became|passed)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"\b(?P<what>motion|amendment),? which (?:\w+ ){0,3}(?:declared )?(?:carried|prevailed)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Counted:
    """The votes for one proposal: the figure printed, and who cast them."""

    printed: int | None
    names: tuple[str, ...]


def division(paragraphs: Sequence[Paragraph], index: int) -> tuple[tuple[int, ...], Vote] | None:
    """Return the division whose figures begin at ``index``, for and against what was carried; None where none does.

    Where neither is told to have been carried, the votes for the motion are those for, and there is no outcome.
    """
    told = _told_in(paragraphs[index])
    if told is not None:
        return (index,), _vote(told, paragraphs, index, index + 1)
    counted: dict[Proposal | Literal["abstain"], _Counted] = {}
    at = index
    while at < len(paragraphs) and not paragraphs[at].table:
        found = _LINE.fullmatch(paragraphs[at].text) or _ABSTAINED.fullmatch(paragraphs[at].text)
        if found is None:
            break
        what = _proposal(found.groupdict().get("what"))
        if what in counted:
            break
        counted[what] = _Counted(int(found["figure"]) if found["figure"] else None, names_in(found["names"] or ""))
        at += 1
    if not {"motion", "amendment"} <= set(counted):
        return None
    return tuple(range(index, at)), _vote(counted, paragraphs, index, at)


def _proposal(said: str | None) -> Proposal | Literal["abstain"]:
    if said is None:
        return "abstain"
    return "motion" if said.lower().startswith("motion") else "amendment"


def _told_in(paragraph: Paragraph) -> dict[Proposal | Literal["abstain"], _Counted] | None:
    """Return a division told in a sentence: "the motion received 4 votes and the amendment 2"."""
    found = _TOLD.search(paragraph.text)
    if found is None:
        return None
    said = {name: value for name, value in found.groupdict().items() if value is not None}
    pairs = [(_proposal(said[f"what{rank}"]), int(said[f"figure{rank}"])) for rank in "abcdef" if f"what{rank}" in said]
    return {what: _Counted(figure, ()) for what, figure in pairs} if len(dict(pairs)) > 1 else None


def _vote(
    counted: dict[Proposal | Literal["abstain"], _Counted], paragraphs: Sequence[Paragraph], start: int, end: int
) -> Vote:
    carried = _carried(paragraphs[start : end + REACH])
    won: Proposal = carried or "motion"
    lost: Proposal = "amendment" if won == "motion" else "motion"
    tallies = [
        Tally("for", counted[won].printed, counted[won].names),
        Tally("against", counted[lost].printed, counted[lost].names),
    ]
    if "abstain" in counted:
        tallies.append(Tally("abstain", counted["abstain"].printed, counted["abstain"].names))
    spans = joined(span for paragraph in paragraphs[start:end] for span in paragraph.prose.spans())
    return Vote(tuple(tallies), "carried" if carried else None, spans)


def _carried(paragraphs: Sequence[Paragraph]) -> Proposal | None:
    """Return which of the two is told to have been carried, by the first words that say so."""
    for paragraph in paragraphs:
        text = folded(paragraph.text)
        found = _WON.search(text) or _WHICH.search(text)
        if found is not None:
            return "motion" if found["what"].lower() == "motion" else "amendment"
    return None
