"""How a question was read, as limits that a reader can take away one by one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from search.question import ASKED_FOR, NAMED_KINDS
from search.types import Query

REMOVABLE = ("kind", "body", "council", "dates")  # what an address may name as dropped, in the order that it names them


@dataclass(frozen=True, slots=True)
class Chip:
    """One limit as shown, and what the address names once it is dropped; None where it cannot be taken away."""

    words: str
    dropped: str | None


def read_dropped(written: str) -> tuple[str, ...]:
    """Return the limits that an address names as dropped: "body,dates"."""
    named = written.split(",")
    return tuple(name for name in REMOVABLE if name in named)


def without(query: Query, dropped: Iterable[str]) -> Query:
    """Return the query with limits of these names dropped."""
    names = tuple(dropped)
    return replace(
        query,
        want="any" if "kind" in names else query.want,
        kinds=() if "kind" in names else query.kinds,
        bodies=() if "body" in names else query.bodies,
        councils=() if "council" in names else query.councils,
        since=None if "dates" in names else query.since,
        until=None if "dates" in names else query.until,
        limits=tuple(limit for limit in query.limits if name_of(query, limit) not in names),
    )


def chips_of(query: Query, dropped: tuple[str, ...]) -> tuple[Chip, ...]:
    """Return the limits of a query as chips, those dropped before staying dropped."""
    chips = []
    for limit in query.limits:
        name = name_of(query, limit)
        also = ",".join(one for one in REMOVABLE if one == name or one in dropped) if name else None
        chips.append(Chip(limit, also))
    return tuple(chips)


def name_of(query: Query, limit: str) -> str | None:
    """Return the name of a limit among those that can be taken away; None for another."""
    if limit in ASKED_FOR.values() or limit in {said for _, _, said in NAMED_KINDS}:
        return "kind"
    if limit == "Only " + " or ".join(query.bodies):
        return "body"
    if limit == "Only " + " or ".join(query.councils):
        return "council"
    return "dates" if limit.startswith(("Meetings held ", "The last meeting")) else None
