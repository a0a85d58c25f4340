"""What of a record stands in tables of its own, so that it can be asked across papers."""

from typing import Any

from corpus.types import Record
from index.rows import pack_spans, written

FACTS = {
    "proceedings": ("paper", "ordinal", "council", "body", "held_on"),
    "confirmations": ("paper", "ordinal", "held_on", "corrects"),
    "acronyms": ("paper", "short", "long", "page", "start", "stop"),
    "decision_references": ("paper", "reference"),
}
"""The tables and their columns; all of it follows from the records alone."""

PAPER_FACTS = ("kind", "title", "council", "body", "held_on", "exempt", "replaces")


def facts_of(record: Record) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows that a record gives to each table of ``FACTS``, without repetition and in order."""
    proceedings, confirmations = [], []
    for ordinal, one in enumerate(record.proceedings):
        meeting = one.meeting
        proceedings.append((record.paper, ordinal, meeting.council, meeting.body, written(meeting.held_on)))
        corrects = pack_spans(one.corrects)
        confirmations += [(record.paper, ordinal, written(day), corrects) for day in sorted(set(one.confirms))]
    acronyms = {
        (one.span.page, one.span.start, one.short): (
            record.paper, one.short, one.long, one.span.page, one.span.start, one.span.end,
        )
        for one in record.acronyms
    }  # fmt: skip
    return {
        "proceedings": proceedings,
        "confirmations": confirmations,
        "acronyms": [acronyms[place] for place in sorted(acronyms)],
        "decision_references": [(record.paper, reference) for reference in sorted(set(record.references))],
    }


def paper_facts(record: Record) -> tuple[Any, ...]:
    """Return what a record gives to its own row of ``papers``, in the order of ``PAPER_FACTS``."""
    meeting = record.meeting
    return (
        record.kind, record.title, meeting.council, meeting.body, written(meeting.held_on), record.exempt,
        record.replaces,
    )  # fmt: skip
