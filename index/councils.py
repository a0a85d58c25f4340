"""Whose paper it is where a paper does not say: the council that the other papers of its folder name.

A budget appendix or an amendment often names no council at all, and yet a question about that council is about it.
This is worked out from all papers held whenever a library is read, so that it cannot depend on which came first.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Self

from corpus.bodies import council_tail
from corpus.types import Meeting

SHARE = 2 / 3  # of the papers in a folder that name a council: fewer, and the folder mixes councils
WHOLE = frozenset({"council", "full council"})  # a council's own meeting, when its kind is left out


@dataclass(frozen=True, slots=True)
class Councils:
    """The council of each paper that names none itself, by SHA-256."""

    silent: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, papers: Iterable[tuple[str, str, str | None]]) -> Self:
        """Gather from each paper's SHA-256, the folder and name that it was read as, and the council that it names."""
        folders: dict[str, list[tuple[str, str | None]]] = {}
        for sha256, read_as, council in papers:
            folders.setdefault(read_as.rpartition("/")[0], []).append((sha256, council))
        silent: dict[str, str] = {}
        for held in folders.values():
            named = Counter(council for _, council in held if council)
            if not named:
                continue
            council, most = min(named.items(), key=lambda one: (-one[1], one[0]))
            if most >= SHARE * named.total():
                silent |= {sha256: council for sha256, own in held if own is None}
        return cls(silent)

    @classmethod
    def read(cls, rows: Callable[[str], Sequence[tuple[Any, ...]]]) -> Self:
        """Gather from one view of the database."""
        return cls.of(rows("SELECT sha256, read_as, council FROM papers"))

    def settled(self, paper: str, meeting: Meeting) -> Meeting:
        """Return a meeting that a paper tells of, with its council, and with the name of the council's own meeting.

        Example: ("Kent County Council", "Council") is the meeting that its minutes call "County Council".
        """
        council = meeting.council or self.silent.get(paper)
        body = meeting.body
        if body and body.casefold() in WHOLE:
            body = council_tail(council) or body
        same = council == meeting.council and body == meeting.body
        return meeting if same else Meeting(council, body, meeting.held_on)
