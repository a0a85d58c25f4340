"""Papers, pages and passages as rows of the database and back, exactly."""

import json
import zlib
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import blake2b
from typing import Any, cast

from pydantic import TypeAdapter

from corpus.types import Line, Meeting, Page, PageSource, Record, Span, Standing
from index.context import embedding_text
from index.families import of_council
from index.types import Passage

_RECORD = TypeAdapter(Record)

PASSAGE_COLUMNS = (
    "id", "family", "paper", "position", "kind", "council", "body", "held_on", "standing", "minute", "agenda_item",
    "heading", "resolution", "paragraph", "private", "ocr", "content", "spans", "lead", "context", "text",
)  # fmt: skip
PAGE_COLUMNS = ("paper", "number", "printed", "width", "height", "source", "text", "lines", "words")


NO_SPANS = "[]"


def day(written: str | None) -> date | None:
    """Return the date that a row writes as 2025-02-25."""
    return date.fromisoformat(written) if written else None


def written(held_on: date | None) -> str | None:
    """Return a date as rows write it."""
    return held_on.isoformat() if held_on else None


def content_of(passage: Passage) -> bytes:
    """Return the hash by which the vector of a passage is kept: that of what is encoded."""
    return blake2b(embedding_text(passage).encode(), digest_size=16).digest()


def pack_spans(spans: Iterable[Span]) -> str:
    """Return spans of one paper as JSON rows of page, start and end."""
    return json.dumps([[span.page, span.start, span.end] for span in spans], separators=(",", ":"))


def unpack_spans(paper: str, packed: str) -> tuple[Span, ...]:
    """Return the spans of a paper that ``pack_spans`` packed."""
    if packed == NO_SPANS:
        return ()  # most passages have no words that lead them in
    return tuple([Span(paper, page, start, end) for page, start, end in json.loads(packed)])


def pack_passage(passage: Passage) -> tuple[Any, ...]:
    """Return a passage's values in the order of ``PASSAGE_COLUMNS``."""
    one, meeting = passage, passage.meeting
    return (
        one.id, one.family, one.paper, one.position, one.kind, meeting.council, meeting.body, written(meeting.held_on),
        one.standing, one.minute, one.agenda_item, one.heading, one.resolution, one.paragraph, int(one.private),
        int(one.ocr), content_of(one), pack_spans(one.spans), pack_spans(one.lead), one.context, one.text,
    )  # fmt: skip


Settle = Callable[[str, Meeting, Standing | None], tuple[Meeting, Standing | None]]
"""What all papers say of the meeting and the standing that one paper gives a passage."""


def unpack_passage(row: tuple[Any, ...], settle: Settle | None = None) -> Passage:
    """Return the passage of a row in the order of ``PASSAGE_COLUMNS``, its meeting and standing settled where asked."""
    (
        key, family, paper, position, kind, council, body, held_on, standing, minute, agenda_item,
        heading, resolution, paragraph, private, ocr, _, spans, lead, context, text,
    ) = row  # fmt: skip
    meeting = Meeting(council, body, day(held_on))
    if settle is not None:
        meeting, standing = settle(paper, meeting, standing)
        family = of_council(family, meeting.council)
    return Passage(
        id=key,
        family=family,
        paper=paper,
        kind=kind,
        text=text,
        context=context,
        spans=unpack_spans(paper, spans),
        lead=unpack_spans(paper, lead),
        meeting=meeting,
        standing=standing,
        minute=minute,
        agenda_item=agenda_item,
        heading=heading,
        resolution=resolution,
        paragraph=paragraph,
        private=bool(private),
        ocr=bool(ocr),
        position=position,
    )


def pack_page(page: Page) -> tuple[Any, ...]:
    """Return a page's values in the order of ``PAGE_COLUMNS``."""
    lines = [
        [one.start, one.end, one.left, one.top, one.right, one.bottom, one.size, one.bold, one.role, one.cells]
        for one in page.lines
    ]
    return (
        page.paper, page.number, page.printed, page.width, page.height, page.source, page.text,
        zlib.compress(json.dumps(lines, separators=(",", ":")).encode()), zlib.compress(page.words),
    )  # fmt: skip


def unpack_page(row: tuple[Any, ...]) -> Page:
    """Return the page of a row in the order of ``PAGE_COLUMNS``."""
    paper, number, printed, width, height, source, text, lines, words = row
    return Page(
        paper=paper,
        number=number,
        printed=printed,
        width=width,
        height=height,
        text=text,
        lines=tuple(_line(*line) for line in json.loads(zlib.decompress(lines))),
        words=zlib.decompress(words),
        source=cast("PageSource", source),
    )


def pack_record(record: Record) -> bytes:
    """Return a record as compressed JSON."""
    return zlib.compress(_RECORD.dump_json(record))


def unpack_record(packed: bytes) -> Record:
    """Return the record that ``pack_record`` packed."""
    return _RECORD.validate_json(zlib.decompress(packed))


def _line(*values: Any) -> Line:
    return Line(*[*values[:-1], tuple((start, end) for start, end in values[-1])])  # JSON has no tuples
