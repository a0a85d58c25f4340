"""A record told in a few lines, as a clerk would check it, so that a test can hold it against what a paper says."""

from corpus.types import Minute, Paper, Proceedings, Record


def told(paper: Paper, record: Record) -> str:
    """Return a record in lines: the kind and the meeting, who was there, each minute and what was decided under it."""
    lines = [] if record.proceedings else [_meeting(record)]
    for proceedings in record.proceedings:
        lines += _proceedings(record, proceedings)
    return "\n".join([*lines, *_reported(paper, record)])


def _meeting(record: Record) -> str:
    meeting = record.meeting
    return f"{record.kind} | {meeting.council} | {meeting.body} | {meeting.held_on}"


def _proceedings(record: Record, found: Proceedings) -> list[str]:
    meeting = found.meeting
    lines = [f"{record.kind} | {meeting.council} | {meeting.body} | {meeting.held_on} | {found.standing}"]
    for role in ("present", "apologies", "substitute", "in_attendance"):
        people = [f"{one.name} ({one.note})" if one.note else one.name for one in found.attendees if one.role == role]
        lines += [f"{role}: {'; '.join(people)}"] if people else []
    lines += [f"confirms: {', '.join(map(str, found.confirms))}"] if found.confirms else []
    lines += [f"corrects: {len(found.corrects)}"] if found.corrects else []
    lines += [f"flag: {flag}" for flag in found.flags]
    for minute in found.minutes:
        lines += _minute(minute)
    return lines


def _minute(minute: Minute) -> list[str]:
    item = f" (Item {minute.agenda_item})" if minute.agenda_item else ""
    private = " [private]" if minute.private else ""
    lines = [f"{minute.number or '-'} {minute.heading}{item}{private}"]
    for under in dict.fromkeys(one.under for one in (*minute.resolutions, *minute.votes)):
        lines += [f"  {under}"] if under else []
        lines += _decided(minute, under)
    lines += [f"    declared: {one.name}" for one in minute.declarations]
    return lines


def _decided(minute: Minute, under: str | None) -> list[str]:
    """Return what was resolved and voted of a minute under one of the lines inside it, or under none."""
    lines = []
    for part in (one for one in minute.resolutions if one.under == under):
        marker = f" {part.marker}" if part.marker else ""
        lines.append(f"    {part.verb}{marker}: {part.text}")
    for vote in (one for one in minute.votes if one.under == under):
        sides = ", ".join(
            f"{one.side} {'-' if one.printed is None else one.printed}"
            + (f" ({'; '.join(one.names)})" if one.names else "")
            + (" differs" if one.differs else "")
            for one in vote.tallies
        )
        cast = " on a casting vote" if vote.casting else ""
        lines.append(f"    vote: {sides or 'unanimous'}: {vote.outcome}{cast}")
    return lines


def _reported(paper: Paper, record: Record) -> list[str]:
    """Return what stands outside minutes: the title, and each recommendation and decision."""
    lines = [f"title: {record.title}"] if record.title else []
    lines += [f"authors: {'; '.join(record.authors)}"] if record.authors else []
    lines += [f"wards: {'; '.join(record.wards)}"] if record.wards else []
    for block in record.blocks:
        if block.kind in {"recommendation", "decision"} and block.proceedings is None:
            words = " ".join(
                " ".join(paper.page(span.page).text[span.start : span.end] for span in block.spans).split()
            )
            number = f" {block.paragraph}" if block.paragraph else ""
            lines.append(f"{block.kind}{number}: {words}")
    return lines
