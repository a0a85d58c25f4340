"""How a question was read, as limits that a reader can take away one by one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from search.types import Limited, Query

REMOVABLE: tuple[Limited, ...] = get_args(
    Limited
)  # what an address may name as dropped, in the order that it names them


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
        limits=tuple(limit for limit in query.limits if limit.of not in names),
    )


def chips_of(query: Query, dropped: tuple[str, ...]) -> tuple[Chip, ...]:
    """Return the limits of a query as chips, those dropped before staying dropped."""
    chips = []
    for limit in query.limits:
        also = ",".join(one for one in REMOVABLE if one == limit.of or one in dropped) if limit.of else None
        chips.append(Chip(limit.words, also))
    return tuple(chips)
