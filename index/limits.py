"""Filters as the library applies them: one mask over all passages, asked by words and by vectors alike."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.types import Filter

Mask = NDArray[np.bool_]
"""Which passages are inside a filter, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Placed:
    """What filters ask of one passage."""

    id: str
    key: int  # of its row
    kind: str
    council: str | None
    body: str | None
    held_on: str | None  # 2025-02-25
    paper: str
    position: int
    minute: str | None
    paragraph: str | None


@lru_cache(maxsize=10_000)  # a library names few bodies, but in every passage
def folded(name: str | None) -> str:
    """Return a name as names are compared: ``The Children & Families Panel`` is ``children and families panel``."""
    found = re.findall(r"\w+", (name or "").casefold().replace("&", " and "))
    return " ".join(word for word in found if word != "the")


@lru_cache(maxsize=10_000)  # as above
def numbered(number: str) -> str:
    """Return a minute's or a paragraph's number as numbers are compared: ``128.`` is ``128``."""
    return "".join(number.casefold().split()).strip(".:()")


@lru_cache(maxsize=10_000)  # as above
def _ordinal(held_on: str | None) -> int:
    return date.fromisoformat(held_on).toordinal() if held_on else 0


@dataclass(frozen=True, slots=True)
class Columns:
    """What filters ask of every passage, a column each, in order of passage id: a mask takes under a millisecond."""

    ids: NDArray[np.str_]
    keys: NDArray[np.int64]
    order: NDArray[np.int64]  # rank in the order of the record
    held_on: NDArray[np.int32]  # days, 0 where unknown
    codes: dict[str, NDArray[np.int32]]
    values: dict[str, dict[str, int]]

    @classmethod
    def of(cls, passages: Sequence[Placed]) -> Self:
        """Make columns from the passages, which stand in order of id."""
        held = np.array([_ordinal(one.held_on) for one in passages], np.int32)
        texts = {
            "kind": [one.kind for one in passages],
            "paper": [one.paper for one in passages],
            "body": [folded(one.body) for one in passages],
            "council": [folded(one.council) for one in passages],
            "minute": [numbered(one.minute or "") for one in passages],
            "paragraph": [numbered(one.paragraph or "") for one in passages],
        }
        values = {
            name: {value: code for code, value in enumerate(sorted(set(column)))} for name, column in texts.items()
        }
        codes = {name: np.array([values[name][value] for value in column], np.int32) for name, column in texts.items()}
        undated_last = np.where(held == 0, np.iinfo(np.int32).max, held)
        position = np.array([one.position for one in passages], np.int32)
        ranked = np.lexsort((position, codes["paper"], codes["body"], codes["council"], undated_last))
        order = np.empty(len(passages), np.int64)
        order[ranked] = np.arange(len(passages))
        ids = np.array([one.id for one in passages], dtype="U16")
        return cls(ids, np.array([one.key for one in passages], np.int64), order, held, codes, values)

    def mask(self, where: Filter) -> Mask:
        """Return which passages are inside the filter."""
        inside = np.ones(len(self.ids), dtype=np.bool_)
        wanted: dict[str, Iterable[str]] = {
            "kind": where.kinds,
            "paper": where.papers,
            "body": [folded(body) for body in where.bodies],
            "council": [folded(council) for council in where.councils],
            "minute": [numbered(where.minute)] if where.minute else [],
            "paragraph": [numbered(where.paragraph)] if where.paragraph else [],
        }
        for name, values in wanted.items():
            if values:
                known = [self.values[name][value] for value in values if value in self.values[name]]
                inside &= np.isin(self.codes[name], known)
        if where.since or where.until:
            inside &= self.held_on >= (where.since.toordinal() if where.since else 1)
            inside &= self.held_on > 0
        if where.until:
            inside &= self.held_on <= where.until.toordinal()
        return inside

    def flags(self, where: Filter) -> bytes:
        """Return for each key of a row, from 0, whether its passage is inside the filter: 1 or 0."""
        flags = np.zeros(int(self.keys.max(initial=0)) + 1, np.uint8)
        flags[self.keys[self.mask(where)]] = 1
        return flags.tobytes()

    def select(self, where: Filter, limit: int) -> tuple[str, ...]:
        """Return the ids of the passages inside the filter, in the order of the record."""
        found = np.flatnonzero(self.mask(where))
        ranked = found[np.argsort(self.order[found])][:limit]
        return tuple(self.ids[ranked].tolist())
