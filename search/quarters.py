"""Quarters of a year: which a question asks about, and whether words tell of another."""

import re
from collections.abc import Collection

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
