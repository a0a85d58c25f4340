"""Quarters of a year: which a question asks about, and whether words tell of another."""

import re
from collections.abc import Collection

from search.years import years_told

TWO_LEVELS = 2  # years, from which each has quarters of its own beneath it
ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
QUARTER = re.compile(
    r"\bq(?:uarter|tr)?\.?\s?(?P<number>[1-4])\b|\b(?P<order>first|second|third|fourth) quarter\b", re.IGNORECASE
)


def quarters_in(text: str) -> frozenset[int]:
    """Return the quarters that words name, 1 to 4: "Q3", "Quarter 3", "third quarter"."""
    return frozenset(
        int(one["number"]) if one["number"] else ORDER[one["order"].lower()] for one in QUARTER.finditer(text)
    )


def of_quarters(asked: Collection[int], text: str) -> bool:
    """Say whether words may tell of the quarters asked about: those that name other quarters alone do not."""
    told = quarters_in(text)
    return not asked or not told or bool(told & set(asked))


def lacks_quarter(heads: str, years: Collection[tuple[int, int]], quarters: Collection[int]) -> bool:
    """Say whether columns headed by years, and under each by its quarters, end before the quarter asked of a year.

    Example: of "2023-24 2024-25 Q1 Q2 Q3 Q4 Q1 Q2" the third quarter of 2024-25 is lacking, that of 2023-24 is not.
    """
    headed = years_told(heads)
    runs: list[list[int]] = []
    for one in QUARTER.finditer(heads):
        number = min(quarters_in(one.group()))
        if not runs or number <= runs[-1][-1]:
            runs.append([])
        runs[-1].append(number)
    if len(runs) < TWO_LEVELS or len(runs) != len(headed):
        return False
    under = dict(zip(headed, runs, strict=True))
    return any(number not in under[year] for year in years if year in under for number in quarters)
