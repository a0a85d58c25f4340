"""Precision and recall of what was read: facts found held against facts wanted, one to one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.record_facts import MEASURES, Fact, Measure


@dataclass(frozen=True, slots=True)
class Count:
    """How many facts of one measure were right, wanted and found."""

    right: int = 0
    wanted: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        """Return the share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Return the share of what was wanted that was found; None where nothing was wanted."""
        return self.right / self.wanted if self.wanted else None

    def __add__(self, other: "Count") -> "Count":
        return Count(self.right + other.right, self.wanted + other.wanted, self.found + other.found)


@dataclass(frozen=True, slots=True)
class Compared:
    """One paper's counts, with what was missed and what was found that is not so."""

    counts: Mapping[Measure, Count]
    missed: tuple[Fact, ...]
    wrong: tuple[Fact, ...]


def compare(wanted: Sequence[Fact], found: Sequence[Fact]) -> Compared:
    """Hold what was found against what was wanted: each fact serves once; what is optional counts on neither side."""
    waiting: dict[tuple[Measure, str], list[int]] = defaultdict(list)
    for place, fact in enumerate(found):
        for key in fact.keys:
            waiting[fact.measure, key].append(place)
    taken: set[int] = set()
    met: set[int] = set()
    for rank in sorted(range(len(wanted)), key=lambda at: (wanted[at].optional, len(wanted[at].keys))):
        fact = wanted[rank]  # the choosy first, the optional last
        places = (place for key in fact.keys for place in waiting.get((fact.measure, key), ()))
        chosen = next((place for place in places if place not in taken), None)
        if chosen is not None:
            taken.add(chosen)
            met.add(rank)
    right = [fact for rank, fact in enumerate(wanted) if rank in met and not fact.optional]
    missed = [fact for rank, fact in enumerate(wanted) if rank not in met and not fact.optional]
    wrong = [fact for place, fact in enumerate(found) if place not in taken]
    return Compared(
        {
            measure: Count(
                _of(measure, right),
                _of(measure, right) + _of(measure, missed),
                _of(measure, right) + _of(measure, wrong),
            )
            for measure in MEASURES
        },
        tuple(missed),
        tuple(wrong),
    )


def total(counts: Iterable[Mapping[Measure, Count]]) -> dict[Measure, Count]:
    """Return the counts of several papers added up, so that every fact weighs the same."""
    sums = dict.fromkeys(MEASURES, Count())
    for one in counts:
        for measure, count in one.items():
            sums[measure] += count
    return sums


def _of(measure: Measure, facts: Iterable[Fact]) -> int:
    return sum(fact.measure == measure for fact in facts)
