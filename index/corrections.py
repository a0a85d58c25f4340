"""What the library's keeper has put right: the body and the day of a paper's own meeting, and what follows from them.

The record stays in the database as it was read. Everything else follows from the record as corrected here, so that an
undone correction leaves no trace, and a paper that is read again is corrected again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from corpus.types import Block, Meeting, Proceedings, Record
from index.limits import folded
from index.rows import day
from index.types import Correction


def read_corrections(rows: Callable[[str], Sequence[tuple[Any, ...]]]) -> Mapping[str, Correction]:
    """Return the corrections of papers, held or not, by SHA-256."""
    if not rows("SELECT 1 FROM sqlite_schema WHERE name = 'corrections'"):
        return {}
    return {
        sha256: Correction(body, day(held_on), reason, date.fromisoformat(made))
        for sha256, body, held_on, reason, made in rows("SELECT sha256, body, held_on, reason, day FROM corrections")
    }


def corrected(record: Record, correction: Correction | None) -> Record:
    """Return a record with the body and the day of its paper's own meeting put right wherever they stand.

    The body is put right wherever the paper was taken to speak of the same one, and so in the minutes of an earlier
    meeting that it prints; the day only of the meeting itself. Minutes that it changes say so in their flags.
    """
    if correction is None:
        return record
    was = record.meeting

    def block(one: Block) -> Block:
        return replace(one, meeting=_meeting(one.meeting, was, correction))

    def proceedings(one: Proceedings) -> Proceedings:
        meeting = _meeting(one.meeting, was, correction)
        return one if meeting == one.meeting else replace(one, meeting=meeting, flags=(*one.flags, told(correction)))

    return replace(
        record,
        meeting=_meeting(was, was, correction),
        proceedings=tuple(map(proceedings, record.proceedings)),
        blocks=tuple(map(block, record.blocks)),
    )


def told(correction: Correction) -> str:
    """Say what was corrected, by whom, when and why.

    Example: ``"Body and date corrected by the library's keeper on 24 November 2026: the cover names another day"``.
    """
    named = [name for name, value in (("body", correction.body), ("date", correction.held_on)) if value]
    made = correction.made_on
    return (
        f"{' and '.join(named).capitalize()} corrected by the library's keeper on "
        f"{made.day} {made:%B %Y}: {correction.reason}"
    )


def _meeting(meeting: Meeting, was: Meeting, correction: Correction) -> Meeting:
    if folded(meeting.body) != folded(was.body):
        return meeting
    same_day = meeting.held_on == was.held_on
    return Meeting(
        meeting.council,
        correction.body or meeting.body,
        (correction.held_on if same_day else None) or meeting.held_on,
    )
