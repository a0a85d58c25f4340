"""What meetings asked to come back, and whether it was seen again in the papers held."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from index.library import Library
from index.limits import folded
from index.types import Filter
from search.thread import Link, asked_back
from ui.citing import lasting_link
from ui.generations import once_a_generation
from ui.holdings import counted
from ui.links import link_with, place_of
from ui.listing import Entry, Listing

MOST = 100_000  # decisions looked at: far more than the papers of one council hold
HEADINGS = ("date", "council", "body", "minute", "resolution", "heading", "asked", "due", "seen again", "standing",
            "paper", "pdf page", "printed page", "link", "seen in", "seen on pdf page", "seen link")  # fmt: skip
STATES = {"": "All", "unseen": "Not seen again", "seen": "Seen again"}
"""What the list may be limited to, as an address names it and as it is told."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What a reader limits the list to, as typed."""

    council: str = ""
    body: str = ""
    state: str = ""

    def link(self, path: str) -> str:
        """Return the address that shows the same limits again."""
        return link_with(path, **asdict(self))

    def takes(self, link: Link) -> bool:
        """Say whether something asked for is inside the limits."""
        one = link.citation
        return (
            (not self.council or folded(one.council) == folded(self.council))
            and (not self.body or folded(one.body) == folded(self.body))
            and (self.state not in ("seen", "unseen") or (link.seen is not None) == (self.state == "seen"))
        )


@once_a_generation
def _asked(library: Library) -> tuple[Link, ...]:
    decisions = library.passages(library.select(Filter(kinds=("decision",)), MOST))
    once = {one.family: one for one in reversed(decisions) if not one.private}
    return asked_back(library, once.values())


def outstanding(library: Library, sought: Sought) -> tuple[Link, ...]:
    """Return what was asked to come back within the limits, the newest request first."""
    return tuple(reversed([one for one in _asked(library) if sought.takes(one)]))


def listing(base: str, links: Sequence[Link]) -> Listing:
    """Return the list to take away; its links begin with ``base``."""
    note = f"{counted(len(links), 'request')} that something come back, in the words of the minutes held."
    return Listing(
        "Asked to come back", note, HEADINGS, tuple(_cells(base, one) for one in links),
        tuple(_entry(base, one) for one in links),
    )  # fmt: skip


def _cells(base: str, link: Link) -> tuple[object, ...]:
    one, seen = link.citation, link.seen
    return (one.meeting_date, one.council, one.body, one.minute, one.resolution, one.heading, said(link), link.due,
            link.came, one.standing, one.paper, one.pdf_page, one.printed_page, lasting_link(base, one),
            seen.paper if seen else None, seen.pdf_page if seen else None,
            lasting_link(base, seen) if seen else None)  # fmt: skip


def _entry(base: str, link: Link) -> Entry:
    one = link.citation
    return Entry(one.label, said(link), fate(link), place_of(one.paper, one.pdf_page), lasting_link(base, one))


def said(link: Link) -> str:
    """Return what was asked for behind its stem: an entry of a list says nothing alone."""
    return f"{link.stem} {link.citation.quote}".strip()


def fate(link: Link) -> str:
    """Return whether something came, with when it was asked for: "Asked for “by December 2024”: not seen in …"."""
    due = f"Asked for “{link.due}”: " if link.due else ""
    return f"{due}{link.came if due else link.came[:1].upper() + link.came[1:]}."
