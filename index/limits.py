"""Filters as the library applies them: as tags inside the full-text search, and as masks over the vectors."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import blake2b
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
    kind: str
    council: str | None
    body: str | None
    held_on: str | None  # 2025-02-25
    paper: str
    position: int
    minute: str | None
    paragraph: str | None


def folded(name: str | None) -> str:
    """Return a name as names are compared: ``The Children & Families Panel`` is ``children and families panel``."""
    found = re.findall(r"\w+", (name or "").casefold().replace("&", " and "))
    return " ".join(word for word in found if word != "the")


def numbered(number: str) -> str:
    """Return a minute's or a paragraph's number as numbers are compared: ``128.`` is ``128``."""
    return "".join(number.casefold().split()).strip(".:()")


def _tag(letter: str, value: str) -> str:
    return letter + blake2b(value.encode(), digest_size=6).hexdigest()


def tags_of(passage: Placed) -> list[str]:
    """Return the tags that stand beside a passage in the full-text index; hashed, since values hold any character."""
    found = [f"k{passage.kind}", _tag("p", passage.paper)]
    found += [_tag("b", folded(passage.body))] if passage.body else []
    found += [_tag("c", folded(passage.council))] if passage.council else []
    found += [_tag("m", numbered(passage.minute))] if passage.minute else []
    found += [_tag("r", numbered(passage.paragraph))] if passage.paragraph else []
    if passage.held_on:
        day = passage.held_on.replace("-", "")
        found += [f"d{day[:4]}", f"d{day[:6]}", f"d{day}"]
    return found


def tags_for(where: Filter, first: date, last: date) -> list[list[str]]:
    """Return groups of tags, of each of which a passage must bear one; dates are cut to those that are held."""
    groups = [
        [f"k{kind}" for kind in where.kinds],
        [_tag("p", paper) for paper in where.papers],
        [_tag("b", folded(body)) for body in where.bodies],
        [_tag("c", folded(council)) for council in where.councils],
        [_tag("m", numbered(where.minute))] if where.minute else [],
        [_tag("r", numbered(where.paragraph))] if where.paragraph else [],
    ]
    if where.since or where.until:
        since, until = max(where.since or first, first), min(where.until or last, last)
        groups.append([f"d{stretch}" for stretch in cover(since, until)] or ["dnone"])
    return [group for group in groups if group]


def cover(since: date, until: date) -> Iterator[str]:
    """Yield the fewest years, months and days that make up a range: ``2024``, ``202501``, ``20250203``."""
    day = since
    while day <= until:
        next_year, next_month = date(day.year + 1, 1, 1), (day.replace(day=1) + timedelta(days=31)).replace(day=1)
        if day.day == 1 and day.month == 1 and next_year - timedelta(days=1) <= until:
            yield f"{day:%Y}"
            day = next_year
        elif day.day == 1 and next_month - timedelta(days=1) <= until:
            yield f"{day:%Y%m}"
            day = next_month
        else:
            yield f"{day:%Y%m%d}"
            day += timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Columns:
    """What filters ask of every passage, a column each, in order of passage id: a mask takes under a millisecond."""

    ids: NDArray[np.str_]
    order: NDArray[np.int64]  # rank in the order of the record
    held_on: NDArray[np.int32]  # days, 0 where unknown
    codes: dict[str, NDArray[np.int32]]
    values: dict[str, dict[str, int]]

    @classmethod
    def of(cls, passages: Sequence[Placed]) -> Self:
        """Make columns from the passages, which stand in order of id."""
        held = np.array(
            [date.fromisoformat(one.held_on).toordinal() if one.held_on else 0 for one in passages], np.int32
        )
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
        return cls(np.array([one.id for one in passages], dtype="U16"), order, held, codes, values)

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day of any passage; of none, a range that holds no day."""
        dated = self.held_on[self.held_on > 0]
        return (date.fromordinal(dated.min()), date.fromordinal(dated.max())) if dated.size else (date.max, date.min)

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

    def select(self, where: Filter, limit: int) -> tuple[str, ...]:
        """Return the ids of the passages inside the filter, in the order of the record."""
        found = np.flatnonzero(self.mask(where))
        ranked = found[np.argsort(self.order[found])][:limit]
        return tuple(self.ids[ranked].tolist())
