"""People as the minutes held record them: where each name stands among those attending, and what it declared.

Nothing is known of a person but a name as printed and a council. Two people of one name share a page, and one person
printed in two ways has two; the pages say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from corpus.types import Meeting, Proceedings, Span
from index.library import Library
from index.limits import folded
from index.types import PaperEntry
from ui.generations import once_a_generation
from ui.holdings import counted
from ui.html import long_date
from ui.links import Stretch, page_link, place_of
from ui.listing import Entry, Listing
from ui.plain import one_line

Role = Literal["present", "apologies", "substitute", "in_attendance", "declared"]
"""As what a name stands in the minutes of a meeting."""

ROLES: Mapping[Role, str] = {
    "present": "Present",
    "substitute": "Present as a substitute",
    "in_attendance": "In attendance",
    "apologies": "Sent apologies",
    "declared": "Declared an interest",
}
"""How each is told, in the order of a meeting's minutes."""

HEADINGS = ("date", "council", "body", "name as printed", "recorded as", "words", "paper", "pdf page", "link")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the minutes name a person; ``words`` are a note such as "Chair", or what was declared."""

    meeting: Meeting
    role: Role
    words: str
    paper: str
    span: Span


@dataclass(frozen=True, slots=True)
class Person:
    """A name as printed by a council's minutes, and where they have it, the newest meeting first."""

    name: str
    council: str | None
    mentions: tuple[Mention, ...]

    def count(self, *roles: Role) -> int:
        """Return the number of meetings at which the name is recorded as one of these."""
        return len({one.meeting for one in self.mentions if one.role in roles})


@once_a_generation
def people(library: Library) -> tuple[Person, ...]:
    """Return everyone whom the minutes held name, in the order of councils and surnames."""
    found: dict[tuple[str, str], list[tuple[str, Mention]]] = {}
    for paper, proceedings in _fullest(library):
        for name, mention in _mentions(paper, proceedings):
            found.setdefault((folded(proceedings.meeting.council), name.casefold()), []).append((name, mention))
    made = [_person(mentions) for mentions in found.values()]
    return tuple(sorted(made, key=lambda one: (one.council or "", surname(one.name), one.name)))


def find_person(library: Library, name: str, council: str) -> Person | None:
    """Return what is recorded under a name by a council's minutes, or None where it is not."""
    wanted = (folded(council), one_line(name).casefold())
    return next((one for one in people(library) if (folded(one.council), one.name.casefold()) == wanted), None)


def alike(library: Library, person: Person) -> tuple[Person, ...]:
    """Return the other names of the same council that end in the same surname: the same person, or another."""
    return tuple(
        one
        for one in people(library)
        if one is not person and one.council == person.council and surname(one.name) == surname(person.name)
    )


def surname(name: str) -> str:
    """Return the last word of a name without honours after a comma: "Mr R C Love, OBE" is under "love"."""
    words = name.partition(",")[0].split()
    return words[-1].casefold() if words else ""


def mention_link(base: str, mention: Mention) -> str:
    """Return the address of the page on which a mention stands, its words marked."""
    span = mention.span
    return page_link(base, span.paper, span.page, words=Stretch(span.page, span.start, span.page, span.end))


def listing(base: str, person: Person) -> Listing:
    """Return a person's page as a list to take away."""
    rows = tuple(
        (one.meeting.held_on, one.meeting.council, one.meeting.body, person.name, ROLES[one.role], one.words,
         one.paper, one.span.page, mention_link(base, one))
        for one in person.mentions
    )  # fmt: skip
    entries = tuple(
        Entry(
            f"{one.meeting.body or 'Meeting'}, {long_date(one.meeting.held_on)}: {ROLES[one.role].lower()}",
            one.words or person.name,
            "",
            place_of(one.paper, one.span.page),
            mention_link(base, one),
        )
        for one in person.mentions
    )
    note = f"{counted(len(rows), 'entry', 'entries')} under this name, as printed, in the minutes held."
    return Listing(person.name, note, HEADINGS, rows, entries)


def _fullest(library: Library) -> Iterator[tuple[PaperEntry, Proceedings]]:
    """Yield each meeting's minutes once: from the paper that prints most items of them, the first by name of several.

    Minutes without a date cannot be told apart and are all taken.
    """
    best: dict[tuple[object, ...], tuple[tuple[int, str], PaperEntry, Proceedings]] = {}
    for paper in library.papers():
        if not paper.meetings:
            continue
        for ordinal, (proceedings, meeting) in enumerate(
            zip(library.record(paper.sha256).proceedings, paper.meetings, strict=True)
        ):
            settled = replace(proceedings, meeting=meeting)  # all papers together know the council
            day = meeting.held_on
            key = (folded(meeting.council), folded(meeting.body), day) if day else (paper.sha256, ordinal)
            rank = (-len(settled.minutes), paper.name)
            if key not in best or rank < best[key][0]:
                best[key] = (rank, paper, settled)
    for _, paper, proceedings in best.values():
        yield paper, proceedings


def _mentions(paper: PaperEntry, proceedings: Proceedings) -> Iterator[tuple[str, Mention]]:
    meeting = proceedings.meeting
    for one in proceedings.attendees:
        yield one_line(one.name), Mention(meeting, one.role, one_line(one.note or ""), paper.name, one.span)
    for minute in proceedings.minutes:
        for declared in minute.declarations:
            if declared.name and declared.spans:
                words = one_line(declared.text)
                yield one_line(declared.name), Mention(meeting, "declared", words, paper.name, declared.spans[0])


def _person(found: Sequence[tuple[str, Mention]]) -> Person:
    newest = sorted(
        (mention for _, mention in found),
        key=lambda one: (-(one.meeting.held_on or date.min).toordinal(), one.meeting.body or "", one.span.start),
    )
    return Person(found[0][0], found[0][1].meeting.council, tuple(newest))
