"""Whose paper it is where a paper does not say: the council that the other papers of its folder name.

A budget appendix or an amendment often names no council at all, and yet a question about that council is about it.
This is worked out from all papers held whenever a library is read, so that it cannot depend on which came first.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self

from corpus.bodies import council_tail
from corpus.types import Meeting

SHARE = 2 / 3  # of the papers in a folder that name a council: fewer, and the folder mixes councils
OF_COUNCILS = frozenset(
    ("borough", "city", "council", "county", "district", "london", "metropolitan", "of", "royal", "the", "unitary")
)
"""Words of a council's name that many have."""
WHOLE = frozenset({"council", "full council"})  # a council's own meeting, when its kind is left out
JOINING = frozenset({"and", "for", "of", "on", "s", "the"})  # words of a body's name that papers leave out or change
PLURAL = 5  # letters from which a word's last "s" tells two names of one body apart no more than a comma does


@dataclass(frozen=True, slots=True)
class Councils:
    """The council of each paper that names none itself, by SHA-256, and the names by which all papers are settled.

    ``full`` has the full names of councils named in short; ``bodies`` the one name of each body that papers spell in
    more ways than one, by council and spelling.
    """

    silent: Mapping[str, str] = field(default_factory=dict)
    full: Mapping[str, str] = field(default_factory=dict)
    bodies: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        papers: Iterable[tuple[str, str, str | None]],
        named: Iterable[tuple[str, str | None, str | None]] = (),
    ) -> Self:
        """Gather from each paper's SHA-256, the folder and name that it was read as, and the council that it names.

        ``named`` are the bodies that papers name, each with the paper's SHA-256 and its council.
        """
        folders: dict[str, list[tuple[str, str | None]]] = {}
        held_papers = list(papers)
        full = _full_names({council for _, _, council in held_papers if council})
        for sha256, read_as, council in held_papers:
            named_in_full = full.get(council, council) if council else None
            folders.setdefault(read_as.rpartition("/")[0], []).append((sha256, named_in_full))
        silent: dict[str, str] = {}
        for held in folders.values():
            owners = Counter(council for _, council in held if council)
            if not owners:
                continue
            council, most = min(owners.items(), key=lambda one: (-one[1], one[0]))
            if most >= SHARE * owners.total():
                silent |= {sha256: council for sha256, own in held if own is None}
        found = cls(silent, full)
        meetings = [found.settled(sha256, Meeting(council, body, None)) for sha256, council, body in named]
        return replace(found, bodies=_spelt_alike(meetings))

    @classmethod
    def read(cls, rows: Callable[[str], Sequence[tuple[Any, ...]]]) -> Self:
        """Gather from one view of the database."""
        named = "SELECT sha256, council, body FROM papers UNION ALL SELECT paper, council, body FROM proceedings"
        papers = (
            (sha256, read_as, council)
            for sha256, read_as, council in rows("SELECT sha256, read_as, council FROM papers")
        )
        return cls.of(papers, ((sha256, council, body) for sha256, council, body in rows(named)))

    def settled(self, paper: str, meeting: Meeting) -> Meeting:
        """Return a meeting that a paper tells of, with its council, and with the name of the council's own meeting.

        Example: ("Kent County Council", "Council") is the meeting that its minutes call "County Council".
        """
        council = meeting.council or self.silent.get(paper)
        council = self.full.get(council, council) if council else None
        body = meeting.body
        if body and body.casefold() in WHOLE:
            body = council_tail(council) or body
        if council and body:
            body = self.bodies.get((council, body), body)
        same = council == meeting.council and body == meeting.body
        return meeting if same else Meeting(council, body, meeting.held_on)


def _spelt_alike(meetings: Iterable[Meeting]) -> dict[tuple[str, str], str]:
    """Return the one name of each body that papers of a council spell otherwise: the commonest of its spellings.

    "Health & Well-being Board", "Wyre Health and Wellbeing Board" and "Health and Wellbeing Board" of Wyre are one.
    """
    spelt: dict[tuple[str, tuple[str, ...]], Counter[str]] = {}
    for meeting in meetings:
        if meeting.council and meeting.body:
            spelt.setdefault((meeting.council, _words(meeting.body, meeting.council)), Counter())[meeting.body] += 1
    return {
        (council, spelling): min(counts, key=lambda name: (-counts[name], len(name), name))
        for (council, words), counts in spelt.items()
        if words and len(counts) > 1
        for spelling in counts
    }


def _words(body: str, council: str) -> tuple[str, ...]:
    """Return the words of a body's name by which it is told from others of its council, in order."""
    name = re.sub(r"\bsub committee", "subcommittee", body.casefold().replace("&", " and ").replace("-", ""))
    kept = [word for word in re.findall(r"\w+", name) if word not in JOINING | _place(council)]
    return tuple(word.removesuffix("s") if len(word) > PLURAL else word for word in kept)


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
