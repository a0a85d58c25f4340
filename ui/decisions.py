"""The decision register: every decision held, once each, limited as a reader wishes, shown or taken away as CSV."""

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby

from index.library import Library
from index.types import Filter, Passage
from ui.links import link_with, page_link

MOST = 100_000  # decisions: far more than the papers of one council hold
HEADINGS = ("date", "council", "body", "minute", "resolution", "heading", "decision", "standing", "paper", "pdf page",
            "printed page", "link")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """One row of the register."""

    passage: Passage
    pdf_page: int
    printed_page: str | None
    paper: str
    link: str


@dataclass(frozen=True, slots=True)
class DecidedItem:
    """The decisions of one item of one meeting, in their order."""

    first: Passage
    rows: tuple[Decided, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader limits the register to, as typed."""

    body: str = ""
    since: str = ""
    until: str = ""
    words: str = ""

    def link(self, path: str) -> str:
        """Return the address that shows the same limits again."""
        return link_with(path, **asdict(self))

    def where(self) -> Filter:
        """Return the limits that the library applies; what is no date sets no limit."""
        bodies = (self.body,) if self.body else ()
        return Filter(kinds=("decision",), bodies=bodies, since=_day(self.since), until=_day(self.until))


def register(library: Library, wanted: Wanted) -> tuple[Passage, ...]:
    """Return the decisions wanted, newest first, each once however often it is printed."""
    passages = library.passages(library.select(wanted.where(), MOST))
    words = wanted.words.casefold().split()
    once = {one.family: one for one in reversed(passages) if all(word in _read(one) for word in words)}
    return tuple(sorted(once.values(), key=_newest_first))


def decided(library: Library, base: str, passages: Sequence[Passage]) -> tuple[Decided, ...]:
    """Return decisions as rows to show."""
    rows = []
    for passage in passages:
        number = passage.spans[0].page
        printed = library.page(passage.paper, number).printed
        link = page_link(base, passage.paper, number, passage.id)
        rows.append(Decided(passage, number, printed, library.name(passage.paper), link))
    return tuple(rows)


def by_item(rows: Sequence[Decided]) -> tuple[DecidedItem, ...]:
    """Return the rows gathered under the items that they belong to, in the order given."""
    found = [tuple(group) for _, group in groupby(rows, key=lambda row: _item(row.passage))]
    return tuple(DecidedItem(group[0].passage, group) for group in found)


def to_csv(rows: Sequence[Decided]) -> str:
    """Return the register as CSV, marked as UTF-8 for Excel, no cell of it a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(HEADINGS)
    for row in rows:
        one, meeting = row.passage, row.passage.meeting
        cells = (meeting.held_on, meeting.council, meeting.body, one.minute, one.resolution, one.heading, one.text,
                 one.standing, row.paper, row.pdf_page, row.printed_page, row.link)  # fmt: skip
        writer.writerow([harmless(cell) for cell in cells])
    return "\ufeff" + written.getvalue()


def harmless(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it."""
    text = "" if value is None else str(value)
    begins = text.lstrip()[:1] or text[:1]
    return f"'{text}" if begins in ("=", "+", "-", "@") or text[:1] in ("\t", "\r", "\n") else text


def _read(passage: Passage) -> str:
    return f"{passage.heading or ''} {passage.text}".casefold()


def _item(passage: Passage) -> tuple[object, ...]:
    return (passage.meeting, passage.minute, passage.heading, passage.paper)


def _newest_first(passage: Passage) -> tuple[int, str, str, int]:
    day = passage.meeting.held_on or date.min
    return (-day.toordinal(), passage.meeting.body or "", passage.paper, passage.position)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
