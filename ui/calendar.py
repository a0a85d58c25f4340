"""All meetings that the papers held know of, by date, each with what is held of it and what is not."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from corpus.types import Meeting, PaperKind
from index.library import Library
from index.limits import folded
from index.types import Filter, PaperEntry
from ui.generations import once_a_generation
from ui.html import long_date
from ui.links import link_with
from ui.meetings import HeldMeeting, meetings_of

MOST = 100_000  # decisions counted: far more than the papers of one council hold
KINDS: Mapping[PaperKind, str] = {"front_sheet": "agenda", "pack": "agenda and reports", "other": "other paper"}
"""Kinds of paper that are told by another name than their own."""

Key = tuple[str, str, date]
"""A meeting however its body and council are spelt."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reader limits the list of meetings to, as typed."""

    council: str = ""
    body: str = ""
    gaps: str = ""  # anything: only meetings of which no minutes are held

    def link(self, path: str) -> str:
        """Return the address that shows the same limits again."""
        return link_with(path, **asdict(self))


@dataclass(frozen=True, slots=True)
class Day:
    """One meeting of the list: what is held of it, in words, how many decisions, and what is missing."""

    meeting: Meeting
    held: str
    decisions: int
    missing: str


def calendar(library: Library, chosen: Chosen) -> tuple[Day, ...]:
    """Return the meetings within the limits, the newest first."""
    papers, counts = library.papers(), _decisions(library)
    found = [
        _day(library, held, counts)
        for body in library.coverage().bodies
        if (not chosen.council or folded(body.council) == folded(chosen.council))
        and (not chosen.body or folded(body.body) == folded(chosen.body))
        for held in meetings_of(papers, body)
        if not (chosen.gaps and held.minutes)
    ]
    return tuple(sorted(found, key=lambda one: _place(one.meeting)))


def _day(library: Library, held: HeldMeeting, counts: Mapping[Key, int]) -> Day:
    meeting = held.meeting
    return Day(meeting, _held(held), counts.get(_key(meeting), 0), _missing(library, held))


def _held(held: HeldMeeting) -> str:
    """Return what is held in words: "minutes, agenda and reports, 2 supplements"."""
    kinds = Counter(_kind(paper) for paper in held.papers if paper.kind != "minutes")
    told = ["minutes"] if held.minutes else []
    told += [kind if count == 1 else f"{count} × {kind}" for kind, count in sorted(kinds.items())]
    return ", ".join(told) or "nothing"


def _kind(paper: PaperEntry) -> str:
    return KINDS.get(paper.kind, paper.kind.replace("_", " "))


def _missing(library: Library, held: HeldMeeting) -> str:
    """Return what is not held of a meeting, and how it is known that there is such a thing."""
    if not held.minutes:
        later = [one.by.held_on for one in library.confirmations(held.meeting) if one.by.held_on]
        known = f", which the meeting of {long_date(min(later))} confirmed" if later else ""
        return f"minutes{known}"
    return "" if any(paper.kind != "minutes" for paper in held.papers) else "agenda and reports"


@once_a_generation
def _decisions(library: Library) -> Mapping[Key, int]:
    decisions: Sequence[str] = library.select(Filter(kinds=("decision",)), MOST)
    once = {one.family: one.meeting for one in library.passages(decisions)}
    return Counter(_key(meeting) for meeting in once.values())


def _key(meeting: Meeting) -> Key:
    return folded(meeting.council), folded(meeting.body), meeting.held_on or date.min


def _place(meeting: Meeting) -> tuple[int, str, str]:
    return -(meeting.held_on or date.min).toordinal(), meeting.council or "", meeting.body or ""
