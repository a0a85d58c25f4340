"""What the library holds of each body: its meetings, and those of which no minutes are held."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from corpus.bodies import is_one_person
from corpus.types import Meeting
from index.councils import JOINING
from index.limits import folded
from index.types import BodyCoverage, Coverage, PaperEntry


def coverage_of(papers: Sequence[PaperEntry], confirmed: Iterable[Meeting]) -> Coverage:
    """Return the coverage of papers; meetings whose minutes were confirmed are known of even where no paper is held.

    A day is without minutes only where it is certain: not where those held of the day may be of the same body under
    another name, and not of one person who decides alone.
    """
    known: dict[tuple[str, str], set[date]] = {}
    minuted: dict[tuple[str, str], set[date]] = {}
    held: dict[tuple[str, str], int] = {}
    names: dict[tuple[str, str], list[Meeting]] = {}
    for paper in papers:
        own = Meeting(paper.council, paper.body, paper.held_on)
        for meeting in (own, *paper.meetings):
            _note(meeting, known, names)
        held[_key(own)] = held.get(_key(own), 0) + 1
        for meeting in paper.meetings:
            minuted.setdefault(_key(meeting), set()).update([meeting.held_on] if meeting.held_on else [])
    for meeting in confirmed:
        _note(meeting, known, names)
    bodies = []
    for key, meetings in names.items():
        days = tuple(sorted(known[key]))
        bodies.append(
            BodyCoverage(
                body=_spelling(one.body for one in meetings),
                council=_spelling(one.council for one in meetings),
                first=days[0] if days else None,
                last=days[-1] if days else None,
                meetings=days,
                without_minutes=tuple(one for one in days if _is_gap(meetings[0], one, minuted)),
                papers=held.get(key, 0),
            )
        )
    return Coverage(
        councils=tuple(sorted({one.council for one in bodies if one.council})),
        bodies=tuple(sorted(bodies, key=lambda one: (one.council or "", one.body or ""))),
        papers=len(papers),
        pages=sum(paper.pages for paper in papers),
        pages_without_text=sum(paper.pages_without_text for paper in papers),
    )


def _key(meeting: Meeting) -> tuple[str, str]:
    return folded(meeting.council), folded(meeting.body)


def _is_gap(meeting: Meeting, day: date, minuted: Mapping[tuple[str, str], Collection[date]]) -> bool:
    """Say whether it is certain that a body met on a day and that none of the minutes held are of that meeting."""
    if meeting.body and is_one_person(meeting.body):
        return False
    council, body = _key(meeting)
    return not any(
        day in days and (not council or not owner or owner == council) and _may_be_one(body, name)
        for (owner, name), days in minuted.items()
    )


def _may_be_one(one: str, two: str) -> bool:
    """Say whether two names, as names are compared, may be of one body: one says no word that the other has not."""
    left, right = set(one.split()) - JOINING, set(two.split()) - JOINING
    return left <= right or right <= left


def _note(
    meeting: Meeting, known: dict[tuple[str, str], set[date]], names: dict[tuple[str, str], list[Meeting]]
) -> None:
    names.setdefault(_key(meeting), []).append(meeting)
    known.setdefault(_key(meeting), set()).update([meeting.held_on] if meeting.held_on else [])


def _spelling(found: Iterable[str | None]) -> str | None:
    """Return the commonest spelling of a name, the first in the alphabet of equally common ones."""
    counts: dict[str, int] = {}
    for name in found:
        if name:
            counts[name] = counts.get(name, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name), default=None)
