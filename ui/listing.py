"""A list as a file to take away: CSV with a column a fact, Word and Markdown with an entry under a heading.

What a paper prints stays words in all of them: no formula, markup or control character.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from search.styles import markdown_text
from ui.plain import one_line, shown
from ui.word import add_link, for_word, saved, titled

ListFormat = Literal["csv", "docx", "md"]
"""What a list can be taken away as."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list as it is read: where it stands, the words, what else is known, and its page."""

    label: str
    words: str
    note: str
    place: str  # "minutes.pdf, PDF page 2"
    link: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its title, a sentence on what it covers, and the same things as rows of facts and as entries to read."""

    title: str
    note: str
    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]
    entries: tuple[Entry, ...]


def written(listing: Listing, kind: ListFormat) -> bytes:
    """Return the list as a file."""
    if kind == "csv":
        return csv_of(listing.headings, listing.rows)
    return _word(listing) if kind == "docx" else _markdown(listing)


def csv_of(headings: tuple[str, ...], rows: Iterable[Iterable[object]]) -> bytes:
    """Return rows as CSV, marked as UTF-8 for Excel, no cell of it a formula."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(headings)
    for row in rows:
        writer.writerow([harmless(cell) for cell in row])
    return ("\ufeff" + text.getvalue()).encode("utf-8", "replace")


def harmless(value: object) -> str:
    """Return a cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it."""
    text = "" if value is None else shown(str(value))
    begins = text.lstrip()[:1] or text[:1]
    return f"'{text}" if begins in ("=", "+", "-", "@") or text[:1] in ("\t", "\r", "\n") else text


def _markdown(listing: Listing) -> bytes:
    parts = [f"# {markdown_text(listing.title)}", markdown_text(listing.note)]
    for one in listing.entries:
        parts.append(f"## {markdown_text(one.label)}")
        parts.append(f"> {markdown_text(one.words)}")
        if one.note:
            parts.append(markdown_text(one.note))
        parts.append(f"{markdown_text(one.place)}, {markdown_text(one.link)}")
    return ("\n\n".join(parts) + "\n").encode("utf-8", "replace")


def _word(listing: Listing) -> bytes:
    document = titled(listing.title)
    document.add_paragraph(for_word(listing.note))
    for one in listing.entries:
        document.add_heading(for_word(one.label), 2)
        document.add_paragraph(for_word(f"“{one_line(one.words)}”"), style="Intense Quote")
        if one.note:
            document.add_paragraph(for_word(one.note))
        add_link(document.add_paragraph(), one.place, one.link)
    return saved(document)
