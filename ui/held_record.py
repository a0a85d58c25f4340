"""The record of a paper that is held, with what the other papers held say of it: minutes confirmed, and put right."""

from dataclasses import replace
from typing import Any

from corpus.types import Meeting, Page, Record
from index.library import Library
from index.types import PaperEntry
from search.superseded import naming
from ui.record_forms import record_to_json


def held_record(library: Library, paper: PaperEntry) -> dict[str, Any]:
    """Return the record of a paper as a JSON object, its minutes with their standing over all papers held.

    A minute that a later meeting put right has the words that did so as ``corrections``.
    """

    def page_of(number: int) -> Page:
        return library.page(paper.sha256, number)

    record = library.record(paper.sha256)
    form = record_to_json(paper.name, _standing(library, record), page_of)
    for proceedings, meeting in zip(record.proceedings, form["meetings"], strict=True):
        for minute in meeting["minutes"]:
            minute["corrections"] = _corrections(library, proceedings.meeting, minute["number"])
    return form


def _standing(library: Library, record: Record) -> Record:
    """Return a record whose minutes stand as all papers held have it, and not as its own paper printed them."""
    return replace(
        record,
        proceedings=tuple(
            replace(one, standing=library.standing(record.paper, one.meeting, one.standing))
            for one in record.proceedings
        ),
    )


def _corrections(library: Library, meeting: Meeting, number: str | None) -> list[dict[str, Any]]:
    """Return the words by which later meetings put a minute right, each printed once though several papers have it."""
    if not number:
        return []
    found: dict[str, dict[str, Any]] = {}
    for one in library.confirmations(meeting):
        for span in one.corrects:
            text = " ".join(library.page_text(span.paper, span.page).text[span.start : span.end].split())
            if naming(number).search(text):
                day = one.by.held_on.isoformat() if one.by.held_on else None
                place = {"paper": library.name(span.paper), "pdf_page": span.page}
                found.setdefault(text, {"text": text, "held_on": day, **place})
    return list(found.values())
