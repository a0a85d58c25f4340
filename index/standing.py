"""How far minutes can be relied on, worked out over all papers held: later meetings confirm and correct earlier ones.

Nothing of this is stored with the minutes themselves, so it cannot depend on which paper came first, and it goes with
the paper that says it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from corpus.types import Meeting, Standing
from index.limits import folded
from index.types import Confirmation

Key = tuple[str, date]


def _key(meeting: Meeting) -> Key | None:
    return (folded(meeting.body), meeting.held_on) if meeting.body and meeting.held_on else None


@dataclass(frozen=True, slots=True)
class Standings:
    """Every confirmation that the papers held tell of, by the meeting that it confirms."""

    confirmations: dict[Key, tuple[Confirmation, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, confirmations: Iterable[Confirmation]) -> Self:
        """Gather confirmations; one that is not by a later meeting of the same body confirms nothing."""
        gathered: dict[Key, list[Confirmation]] = {}
        for one in confirmations:
            key = _key(one.of)
            if key and one.by.held_on and one.by.held_on > key[1] and folded(one.by.body) == key[0]:
                gathered.setdefault(key, []).append(one)
        return cls({key: tuple(sorted(found, key=_rank)) for key, found in gathered.items()})

    def confirmations_of(self, meeting: Meeting) -> tuple[Confirmation, ...]:
        """Return the confirmations of a meeting's minutes, earliest first; a council that is not stated is any."""
        key = _key(meeting)
        return tuple(one for one in self.confirmations.get(key, ()) if _same(one.of, meeting)) if key else ()

    def standing(self, meeting: Meeting, printed: Standing | None) -> Standing | None:
        """Return the standing of a meeting's minutes, printed as ``printed`` in their own paper (None: no minutes)."""
        found = self.confirmations_of(meeting) if printed else ()
        if not found:
            return printed
        return "corrected" if printed == "corrected" or any(one.corrects for one in found) else "confirmed"


def _rank(one: Confirmation) -> tuple[date, str]:
    return one.by.held_on or date.max, one.paper


def _same(one: Meeting, other: Meeting) -> bool:
    return not (one.council and other.council) or folded(one.council) == folded(other.council)
