"""Meetings laid out for browsing: what is held of each, and the items of one with what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.types import Attendee, Meeting, Minute, Standing
from index.library import Library
from index.limits import folded
from index.types import BodyCoverage, Filter, PaperEntry
from ui.links import page_link

ATTENDANCE = (
    ("Present", ("present", "substitute")),
    ("Apologies", ("apologies",)),
    ("In attendance", ("in_attendance",)),
)


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """A meeting and what is held of it: the papers that print its minutes, and those published for it."""

    meeting: Meeting
    minutes: tuple[PaperEntry, ...]
    papers: tuple[PaperEntry, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a meeting's minutes, with the address of its page."""

    minute: Minute
    pdf_page: int
    printed_page: str | None
    link: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """The minutes of one meeting as one paper prints them, ready to show."""

    paper: PaperEntry
    standing: Standing
    flags: tuple[str, ...]
    attendance: tuple[tuple[str, tuple[Attendee, ...]], ...]
    items: tuple[Item, ...]


def meetings_of(papers: Sequence[PaperEntry], body: BodyCoverage) -> tuple[HeldMeeting, ...]:
    """Return the meetings of a body, newest first, with the papers held of each."""
    days = sorted(body.meetings, reverse=True)
    return tuple(_held(papers, Meeting(body.council, body.body, day)) for day in days)


def find_meeting(library: Library, wanted: Meeting) -> HeldMeeting | None:
    """Return what is held of a meeting, or None where no paper speaks of it."""
    known = any(
        wanted.held_on in body.meetings and same(Meeting(body.council, body.body, wanted.held_on), wanted)
        for body in library.coverage().bodies
    )
    return _held(library.papers(), wanted) if known else None


def neighbours(library: Library, wanted: Meeting) -> tuple[Meeting | None, Meeting | None]:
    """Return the meetings of the same body that the papers know of just before and just after one."""
    day = wanted.held_on
    body = next((one for one in library.coverage().bodies if same(Meeting(one.council, one.body, day), wanted)), None)
    if body is None or day is None:
        return None, None
    before = max((one for one in body.meetings if one < day), default=None)
    after = min((one for one in body.meetings if one > day), default=None)
    return (Meeting(body.council, body.body, before) if before else None,
            Meeting(body.council, body.body, after) if after else None)  # fmt: skip


def sitting(library: Library, base: str, held: HeldMeeting) -> Sitting | None:
    """Return the fullest minutes held of a meeting: the most items, then the first paper by name."""
    found = [
        (paper, one)
        for paper in held.minutes
        for one in library.record(paper.sha256).proceedings
        if same(one.meeting, held.meeting)
    ]
    if not found:
        return None
    paper, proceedings = min(found, key=lambda pair: (-len(pair[1].minutes), pair[0].name, pair[0].sha256))
    return Sitting(
        paper=paper,
        standing=library.standing(paper.sha256, proceedings.meeting, proceedings.standing),
        flags=proceedings.flags,
        attendance=tuple(
            (title, people)
            for title, roles in ATTENDANCE
            if (people := tuple(one for one in proceedings.attendees if one.role in roles))
        ),
        items=tuple(_item(library, base, paper, minute) for minute in proceedings.minutes),
    )


def same(one: Meeting, other: Meeting) -> bool:
    """Say whether two names of a meeting mean the same one, however body and council are spelt."""
    return one.held_on == other.held_on and _named(one) == _named(other)


def _named(meeting: Meeting) -> tuple[str, str]:
    return folded(meeting.council), folded(meeting.body)


def _held(papers: Sequence[PaperEntry], meeting: Meeting) -> HeldMeeting:
    return HeldMeeting(
        meeting,
        minutes=tuple(paper for paper in papers if any(same(one, meeting) for one in paper.meetings)),
        papers=tuple(p for p in papers if same(Meeting(p.council, p.body, p.held_on), meeting)),
    )


def _item(library: Library, base: str, paper: PaperEntry, minute: Minute) -> Item:
    number = minute.spans[0].page
    passages = _passages(library, paper, minute)
    link = page_link(base, paper.sha256, number, passages[0] if passages else None)
    return Item(minute, number, library.page_text(paper.sha256, number).printed, link)


def _passages(library: Library, paper: PaperEntry, minute: Minute) -> tuple[str, ...]:
    """Return the decisions of a minute, to be marked on its page."""
    if not (minute.number and minute.resolutions):
        return ()
    where = Filter(papers=(paper.sha256,), minute=minute.number, kinds=("decision",))
    return library.select(where, 1)
