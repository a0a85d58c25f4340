"""The command that follows an item across meetings: ``thread``."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from itertools import groupby

from rich.console import Console
from typing_extensions import TypedDict

from corpus.types import Meeting
from index.encoder import open_encoder
from index.library import open_library
from search.cite import body_named
from search.json_forms import CitationForm
from search.thread import Link, LinkKind, Thread
from search.thread import thread as follow
from ui.citing import address, linked_form
from ui.html import long_date
from ui.plain import one_line
from ui.terminal import open_console, place

TOLD: Mapping[LinkKind, str] = {
    "recommended": "Recommended",
    "agreed": "Agreed",
    "noted": "Noted",
    "refused": "Refused",
    "recommended_on": "Recommended to another body",
    "asked_back": "Asked to come back",
    "deferred": "Deferred",
    "called_in": "On the call-in",
    "reconsidered": "After the call-in",
    "mentioned": "Spoken of",
    "carried": "Carried",
    "lost": "Lost",
    "corrected": "Corrected",
}
"""How each link of a chain is told."""

NOTHING = "Nothing in these papers tells of this."


def thread(call: Namespace) -> int:
    """Print the chain of an item."""
    encoder = open_encoder()
    with open_library(call.library, encoder) as library:
        found = follow(library, encoder, " ".join(call.query))
    if call.json:
        sys.stdout.write(json.dumps(thread_to_json(found, address()), ensure_ascii=False, indent=2) + "\n")
    else:
        show_thread(found, open_console())
    return 0


class LinkForm(TypedDict):
    """One thing that happened to an item."""

    kind: LinkKind
    due: str | None
    came: str | None
    seen: CitationForm | None
    stem: str | None
    citation: CitationForm


class ThreadForm(TypedDict):
    """An item across meetings, in the order of the days."""

    query: str
    links: list[LinkForm]
    coverage: str


def thread_to_json(found: Thread, base: str) -> ThreadForm:
    """Return the chain as a JSON object; links to pages begin with ``base``."""
    links: list[LinkForm] = [
        {
            "kind": one.kind,
            "due": one.due,
            "came": one.came or None,
            "seen": linked_form(one.seen, base) if one.seen else None,
            "stem": one.stem or None,
            "citation": linked_form(one.citation, base),
        }
        for one in found.links
    ]
    return {"query": found.query, "links": links, "coverage": found.coverage}


def by_meeting(links: Sequence[Link]) -> tuple[tuple[Meeting, tuple[Link, ...]], ...]:
    """Return the links of a chain under the meetings that they are of, in order."""

    def meeting(link: Link) -> Meeting:
        return Meeting(link.citation.council, link.citation.body, link.citation.meeting_date)

    return tuple((one, tuple(group)) for one, group in groupby(links, key=meeting))


def show_thread(found: Thread, console: Console) -> None:
    """Print the chain, a meeting after the other."""
    if not found.links:
        console.print(NOTHING)
    for meeting, links in by_meeting(found.links):
        day = long_date(meeting.held_on) if meeting.held_on else "No date"
        console.print(f"\n{day}, {one_line(body_named(meeting.council, meeting.body) or 'no body named')}")
        stem = ""
        for link in links:
            before = f"{one_line(link.stem)} " if link.stem and link.stem != stem else ""
            stem = link.stem
            console.print(f"  {TOLD[link.kind]}: {before}“{one_line(link.citation.quote)}” [{link.citation.n}]")
            if link.came:
                console.print(f"    {_fate(link)}")
    if found.links:
        console.print("\nSources")
    for citation in (one for link in found.links for one in (link.citation, link.seen) if one):
        console.print(f"  [{citation.n}] {one_line(citation.label)}; {one_line(place(citation))}")
    console.print(f"\nSearched\n{one_line(found.coverage)}")


def _fate(link: Link) -> str:
    due = f"Asked for “{one_line(link.due)}”: " if link.due else ""
    mark = f" [{link.seen.n}]" if link.seen else ""
    words = one_line(link.came)
    return f"{due}{words if due else words[:1].upper() + words[1:]}{mark}."
