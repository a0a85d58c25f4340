"""The decision register: every decision held, once each, limited and ordered as a reader wishes."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby

from index.library import Library
from index.types import Filter, Passage
from ui.effects import effect_of
from ui.feed import News
from ui.holdings import counted
from ui.html import long_date
from ui.links import link_with, page_link, place_of
from ui.listing import Entry, Listing

MOST = 100_000  # decisions: far more than the papers of one council hold
HEADINGS = ("date", "council", "body", "minute", "resolution", "heading", "decision", "verb", "standing", "paper",
            "pdf page", "printed page", "link")  # fmt: skip
ORDERS = {"": "newest first", "oldest": "oldest first", "body": "by body, newest first"}
"""How a register may be ordered, as an address names it and as it is told."""


@dataclass(frozen=True, slots=True)
class Decided:
    """One row of the register."""

    passage: Passage
    verb: str | None  # what it did, in the record's own word
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

    council: str = ""
    body: str = ""
    since: str = ""
    until: str = ""
    verb: str = ""
    words: str = ""
    order: str = ""

    def link(self, path: str) -> str:
        """Return the address that shows the same limits again."""
        return link_with(path, **asdict(self))

    def where(self) -> Filter:
        """Return the limits that the library applies; what is no date sets no limit."""
        bodies = (self.body,) if self.body else ()
        councils = (self.council,) if self.council else ()
        return Filter(bodies, ("decision",), _day(self.since), _day(self.until), councils=councils)


def register(library: Library, wanted: Wanted) -> tuple[Passage, ...]:
    """Return the decisions wanted, newest first, each once however often it is printed."""
    passages = library.passages(library.select(wanted.where(), MOST))
    words = wanted.words.casefold().split()
    once = {
        one.family: one
        for one in reversed(passages)
        if all(word in _read(one) for word in words)
        and (not wanted.verb or effect_of(library, one) == wanted.verb.casefold())
    }
    return tuple(sorted(once.values(), key=lambda one: _place(one, wanted.order)))


def decided(library: Library, base: str, passages: Sequence[Passage]) -> tuple[Decided, ...]:
    """Return decisions as rows to show."""
    rows = []
    for passage in passages:
        number = passage.spans[0].page
        printed = library.page_text(passage.paper, number).printed
        link = page_link(base, passage.paper, number, passage.id)
        verb = effect_of(library, passage)
        rows.append(Decided(passage, verb, number, printed, library.name(passage.paper), link))
    return tuple(rows)


def by_item(rows: Sequence[Decided]) -> tuple[DecidedItem, ...]:
    """Return the rows gathered under the items that they belong to, in the order given."""
    found = [tuple(group) for _, group in groupby(rows, key=lambda row: _item(row.passage))]
    return tuple(DecidedItem(group[0].passage, group) for group in found)


def listing(wanted: Wanted, rows: Sequence[Decided]) -> Listing:
    """Return the register as a list to take away."""
    note = f"{counted(len(rows), 'decision')}{within(wanted)}, in the words of the minutes held."
    return Listing("Decisions", note, HEADINGS, tuple(map(_cells, rows)), tuple(map(_entry, rows)))


def _cells(row: Decided) -> tuple[object, ...]:
    one, meeting = row.passage, row.passage.meeting
    return (meeting.held_on, meeting.council, meeting.body, one.minute, one.resolution, one.heading, one.text,
            row.verb, one.standing, row.paper, row.pdf_page, row.printed_page, row.link)  # fmt: skip


def _entry(row: Decided) -> Entry:
    one, meeting = row.passage, row.passage.meeting
    parts = (
        f"Minute {one.minute}" if one.minute else "",
        f"resolution {one.resolution}" if one.resolution else "",
        one.heading or "",
        meeting.body or "",
        long_date(meeting.held_on),
    )
    standing = f" ({one.standing})" if one.standing else ""
    return Entry(", ".join(filter(None, parts)) + standing, one.text, "", place_of(row.paper, row.pdf_page), row.link)


def news(rows: Sequence[Decided]) -> list[News]:
    """Return the register as entries of a feed."""
    return [
        News(_entry(row).label, one.meeting.held_on, one.meeting.body or one.meeting.council, one.text, row.link)
        for row in rows
        for one in [row.passage]
    ]


def within(wanted: Wanted) -> str:
    """Return what the register was limited to: " of Cabinet with the words “bus pass”", empty where to nothing."""
    said = (
        f"of {wanted.body}" if wanted.body else "",
        f"of {wanted.council}" if wanted.council else "",
        f"from {wanted.since}" if _day(wanted.since) else "",  # what is no date limits nothing
        f"to {wanted.until}" if _day(wanted.until) else "",
        f"with “{wanted.verb}”" if wanted.verb else "",
        f"with the words “{wanted.words}”" if wanted.words else "",
    )
    return "".join(f" {one}" for one in said if one)


def _read(passage: Passage) -> str:
    return f"{passage.heading or ''} {passage.text}".casefold()


def _item(passage: Passage) -> tuple[object, ...]:
    return (passage.meeting, passage.minute, passage.heading, passage.paper)


def _place(passage: Passage, order: str) -> tuple[str, int, str, str, int]:
    day = (passage.meeting.held_on or date.min).toordinal()
    body = passage.meeting.body or ""
    return (body if order == "body" else "", day if order == "oldest" else -day, body, passage.paper, passage.position)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
