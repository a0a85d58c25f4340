"""The record of one paper as JSON values and as lines for a terminal: what was understood of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from corpus.forms import page_in
from corpus.types import Attendee, Declaration, Minute, Page, Proceedings, Record, Resolution, Span, Tally, Vote

BARE = 2  # words of a stem that says no more than the verb does: "RESOLVED that"
PageOf = Callable[[int], Page]
"""Gives the page of the paper with this number."""


def record_to_json(name: str, record: Record, page_of: PageOf) -> dict[str, Any]:
    """Return the record of a paper as the command line's contract has it; absent values are null."""
    return {
        "paper": name,
        "sha256": record.paper,
        "kind": record.kind,
        "title": record.title,
        "council": record.meeting.council,
        "body": record.meeting.body,
        "held_on": _day(record.meeting.held_on),
        "exempt": record.exempt,
        "replaces": record.replaces,
        "references": list(record.references),
        "authors": list(record.authors),
        "wards": list(record.wards),
        "flags": list(record.flags),
        "acronyms": {one.short: one.long for one in record.acronyms},
        "meetings": [_proceedings(one, page_of) for one in record.proceedings],
    }


def record_to_lines(form: dict[str, Any], record: Record) -> Iterator[str]:
    """Yield the record of a paper, given as a JSON object too, as lines for a person."""
    name = form["paper"]
    yield f"{name}: taken for {_worded(record.kind)}{_of(form)}"
    for fact in ("exempt", "replaces"):
        if form[fact]:
            yield f"{_worded(fact).capitalize()}: {form[fact]}"
    for fact in ("authors", "wards"):
        if form[fact]:
            yield f"{fact.capitalize()}: {'; '.join(form[fact])}"
    yield from (f"Slip in the paper: {flag}" for flag in form["flags"])
    if not form["meetings"]:
        counts = {kind: sum(block.kind == kind for block in record.blocks) for kind in _kinds(record)}
        yield "No minutes of a meeting were found in it." + ("" if counts else " It holds no text.")
        yield from (f"  {count} of {kind}" for kind, count in counts.items())
    for meeting in form["meetings"]:
        yield ""
        yield f"Minutes{_of(meeting)} ({meeting['standing']})"
        for title in ("present", "apologies"):
            if meeting[title]:
                yield f"{title.capitalize()}: {'; '.join(meeting[title])}"
        yield from (f"Slip in the paper: {flag}" for flag in meeting["flags"])
        for minute in meeting["minutes"]:
            yield from _minute_lines(name, minute)


def _minute_lines(name: str, minute: dict[str, Any]) -> Iterator[str]:
    number = f"{minute['number']}. " if minute["number"] else ""
    item = f" (agenda item {minute['agenda_item']})" if minute["agenda_item"] else ""
    printed = f", printed page {minute['printed_page']}" if minute["printed_page"] else ""
    private = " [taken in private]" if minute["private"] else ""
    yield ""
    yield f"{number}{minute['heading']}{item}{private}: {page_in(name, minute['pdf_page'])}{printed}"
    for declaration in minute["declarations"]:
        yield f"    declared: {declaration['text']}"
    stem = None
    for resolution in minute["resolutions"]:
        if resolution["stem"] != stem:
            stem = resolution["stem"]
            if stem and len(stem.split()) > BARE:
                yield f"    {stem}"
        yield f"    {resolution['verb']} {resolution['ordinal']}{_under(resolution)}: {resolution['text']}"
    for correction in minute.get("corrections", ()):
        yield f"    corrected on {correction['held_on']}: {correction['text']}"
    for vote in minute["votes"]:
        sides = ", ".join(f"{side} {_count(tally)}" for side, tally in vote["tallies"].items())
        told = sides or ("unanimous" if vote["unanimous"] else "no figures")
        cast = " on a casting vote" if vote["casting"] else ""
        yield f"    vote{_under(vote)}: {told}; {vote['outcome'] or 'outcome not recorded'}{cast}"


def _under(part: dict[str, Any]) -> str:
    """Return the line inside the minute that a decision or a vote stands under, in brackets; empty where none does."""
    return f" ({part['under']})" if part["under"] else ""


def _count(tally: dict[str, Any]) -> str:
    """Return the figure printed, or how many names stand there where none is."""
    return str(tally["printed"]) if tally["printed"] is not None else f"{len(tally['names'])} by name"


def _proceedings(one: Proceedings, page_of: PageOf) -> dict[str, Any]:
    return {
        "council": one.meeting.council,
        "body": one.meeting.body,
        "held_on": _day(one.meeting.held_on),
        "standing": one.standing,
        "present": _names(one.attendees, "present", "substitute"),
        "apologies": _names(one.attendees, "apologies"),
        "in_attendance": _names(one.attendees, "in_attendance"),
        "confirms": [day.isoformat() for day in one.confirms],
        "corrects": [words((span,), page_of) for span in one.corrects],
        "flags": list(one.flags),
        "minutes": [_minute(minute, page_of) for minute in one.minutes],
    }


def _minute(minute: Minute, page_of: PageOf) -> dict[str, Any]:
    first = minute.spans[0].page
    return {
        "number": minute.number,
        "agenda_item": minute.agenda_item,
        "heading": minute.heading,
        "pdf_page": first,
        "printed_page": page_of(first).printed,
        "text": words(minute.spans, page_of),
        "private": minute.private,
        "resolutions": [_resolution(one, page_of) for one in minute.resolutions],
        "votes": [_vote(one) for one in minute.votes],
        "declarations": [_declaration(one) for one in minute.declarations],
    }


def _resolution(one: Resolution, page_of: PageOf) -> dict[str, Any]:
    page = one.spans[0].page
    return {
        "ordinal": one.ordinal,
        "stem": " ".join(words(one.stem, page_of).split()) or None,
        "text": one.text,
        "verb": one.verb,
        "effect": one.effect,
        "under": one.under,
        "pdf_page": page,
        "printed_page": page_of(page).printed,
    }


def _vote(one: Vote) -> dict[str, Any]:
    return {
        "outcome": one.outcome,
        "unanimous": one.unanimous,
        "casting": one.casting,
        "under": one.under,
        "tallies": {tally.side: _tally(tally) for tally in one.tallies},
        "pdf_page": one.spans[0].page if one.spans else None,
    }


def _tally(one: Tally) -> dict[str, Any]:
    return {"printed": one.printed, "names": list(one.names), "differs": one.differs}


def _declaration(one: Declaration) -> dict[str, Any]:
    return {"name": one.name, "text": one.text, "pdf_page": one.spans[0].page if one.spans else None}


def words(spans: Sequence[Span], page_of: PageOf) -> str:
    """Return the words of spans of one paper, as its pages print them."""
    return "\n".join(page_of(span.page).text[span.start : span.end] for span in spans)


def _names(attendees: Sequence[Attendee], *roles: str) -> list[str]:
    return [f"{one.name} ({one.note})" if one.note else one.name for one in attendees if one.role in roles]


def _kinds(record: Record) -> list[str]:
    return sorted({block.kind for block in record.blocks})


def _of(form: dict[str, Any]) -> str:
    parts = [form[name] for name in ("council", "body", "held_on") if form[name]]
    return f" of {', '.join(parts)}" if parts else ""


def _worded(name: str) -> str:
    return name.replace("_", " ")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
