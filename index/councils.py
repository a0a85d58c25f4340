"""Whose paper it is where a paper does not say: the council that the other papers of its folder name.

A budget appendix or an amendment often names no council at all, and yet a question about that council is about it.
This is worked out from all papers held whenever a library is read, so that it cannot depend on which came first.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from corpus.bodies import council_tail
from corpus.types import Meeting

SHARE = 2 / 3  # of the papers in a folder that name a council: fewer, and the folder mixes councils
OF_COUNCILS = frozenset(
    ("borough", "city", "council", "county", "district", "london", "metropolitan", "of", "royal", "the", "unitary")
)
"""Words of a council's name that many have."""
WHOLE = frozenset({"council", "full council"})  # a council's own meeting, when its kind is left out


@dataclass(frozen=True, slots=True)
class Councils:
    """The council of each paper that names none itself, by SHA-256, and the full names of those named in short."""

    silent: Mapping[str, str] = field(default_factory=dict)
    full: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, papers: Iterable[tuple[str, str, str | None]]) -> Self:
        """Gather from each paper's SHA-256, the folder and name that it was read as, and the council that it names."""
        folders: dict[str, list[tuple[str, str | None]]] = {}
        held_papers = list(papers)
        full = _full_names({council for _, _, council in held_papers if council})
        for sha256, read_as, council in held_papers:
            named_in_full = full.get(council, council) if council else None
            folders.setdefault(read_as.rpartition("/")[0], []).append((sha256, named_in_full))
        silent: dict[str, str] = {}
        for held in folders.values():
            named = Counter(council for _, council in held if council)
            if not named:
                continue
            council, most = min(named.items(), key=lambda one: (-one[1], one[0]))
            if most >= SHARE * named.total():
                silent |= {sha256: council for sha256, own in held if own is None}
        return cls(silent, full)

    @classmethod
    def read(cls, rows: Callable[[str], Sequence[tuple[Any, ...]]]) -> Self:
        """Gather from one view of the database."""
        return cls.of(rows("SELECT sha256, read_as, council FROM papers"))

    def settled(self, paper: str, meeting: Meeting) -> Meeting:
        """Return a meeting that a paper tells of, with its council, and with the name of the council's own meeting.

        Example: ("Kent County Council", "Council") is the meeting that its minutes call "County Council".
        """
        council = meeting.council or self.silent.get(paper)
        council = self.full.get(council, council) if council else None
        body = meeting.body
        if body and body.casefold() in WHOLE:
            body = council_tail(council) or body
        same = council == meeting.council and body == meeting.body
        return meeting if same else Meeting(council, body, meeting.held_on)


def _full_names(councils: Collection[str]) -> dict[str, str]:
    """Return the full name of each council that papers also name in short: "Ealing Council" of the London Borough.

    Where two councils are named for a place, as a town's and a district's may be, the short name stays as it is.
    """
    named: dict[frozenset[str], set[str]] = {}
    for council in councils:
        named.setdefault(_place(council), set()).add(council)
    short = {name for name in councils if len(name.split()) == len(_place(name)) + 1 and name.endswith(" Council")}
    found = {name: named[_place(name)] - short for name in short}
    return {name: next(iter(others)) for name, others in found.items() if len(others) == 1}


def _place(council: str) -> frozenset[str]:
    """Return the words of a council's name that tell its place, in small letters."""
    return frozenset(re.findall(r"[\w'’-]+", council.casefold())) - OF_COUNCILS
