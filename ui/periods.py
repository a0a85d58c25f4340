"""Column headings that print a year, a quarter or a month: "2024-25 forecast", "Q1 2025/26", "May 2025"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

FARTHEST = 40  # from the first to the last: beyond it bars are too thin to tell apart
FEWEST = 3  # periods: of two a plot says no more than the figures do
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
STATUSES = frozenset(
    (
        "actual", "actuals", "budget", "budgeted", "estimate", "estimated", "estimates", "forecast", "indicative",
        "original", "outturn", "plan", "planned", "plans", "projected", "projection", "provisional", "revised",
    )
)  # fmt: skip
UNIT = re.compile(r"£\s?(?:millions?|thousands?|billions?|mn?|bn|k|0?00['’]?s?)(?![\w,.])|(?<!\d)%|£(?!\s?\w)")
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:\s?[-/–]\s?(?P<to>\d{4}|\d\d))?"
_WHEN = re.compile(
    rf"(?:(?P<quarter>\bQ(?:uarter\s)?[1-4])\s|\b(?P<month>{'|'.join(MONTHS)})[a-z]*\.?\s)?(?<![\d/-]){_YEAR}(?![\d/–-])",
    re.IGNORECASE,
)
_YEARLIKE = re.compile(r"(?:19|20)\d\d|\b\d\d\s?[-/–]\s?\d\d\b")


@dataclass(frozen=True, slots=True)
class Period:
    """A period that a column's heading prints; ``at`` counts its kind of period, so that the next one is one more."""

    printed: str  # the heading's words, white space folded
    kind: str  # "financial year", "year", "quarter" or "month"
    at: int
    beside: str  # what is printed with it: "forecast"
    unit: str  # "£000s", empty where the heading prints none


def periods(headings: Sequence[str]) -> tuple[int, tuple[Period, ...]] | None:
    """Return the first column of those headed by periods and the periods, or None where that is not certain.

    They stand side by side, rise, are of one kind and differ in nothing but what they are: actual, forecast, budget.
    """
    read = [read_period(one) for one in headings]
    columns = [at for at, one in enumerate(read) if one]
    found = tuple(one for one in read if one)
    if len(found) < FEWEST or columns != list(range(columns[0], columns[0] + len(found))):
        return None
    if any(_YEARLIKE.search(heading) for heading, one in zip(headings, read, strict=True) if not one):
        return None
    rising = all(one.at < other.at for one, other in pairwise(found))
    told = {one.beside.casefold() for one in found}
    alike = len(told) == 1 or all(set(words.split()) <= STATUSES for words in told)
    if found[-1].at - found[0].at > FARTHEST or not rising or not alike:
        return None
    return (columns[0], found) if len({(one.kind, one.unit) for one in found}) == 1 else None


def read_period(heading: str) -> Period | None:
    """Return the one period that a heading prints, or None where it prints none, several or a span of years."""
    printed = " ".join(heading.split())
    units = UNIT.findall(printed)
    bare = UNIT.sub(" ", printed)
    match = _WHEN.search(bare)
    if not match or len(units) > 1:
        return None
    beside = " ".join(f"{bare[: match.start()]} {bare[match.end() :]}".replace("(", " ").replace(")", " ").split())
    if any(sign.isdigit() for sign in beside) or len(beside.split()) > 2:
        return None
    year, to = int(match["year"]), match["to"]
    if to and int(to) not in {year + 1, (year + 1) % 100}:
        return None
    unit = units[0] if units else ""
    if match["quarter"]:
        return Period(printed, "quarter", year * 4 + int(match["quarter"][-1]) - 1, beside, unit)
    if match["month"]:
        if to:
            return None
        return Period(printed, "month", year * 12 + MONTHS.index(match["month"][:3].lower()), beside, unit)
    return Period(printed, "financial year" if to else "year", year, beside, unit)
