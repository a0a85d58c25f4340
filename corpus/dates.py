"""Dates as council papers print them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WELSH_MONTHS = (
    "ionawr", "chwefror", "mawrth", "ebrill", "mai", "mehefin",
    "gorffennaf", "awst", "medi", "hydref", "tachwedd", "rhagfyr",
)  # fmt: skip
_NAMES = "|".join(
    (
        *WELSH_MONTHS,
        "fawrth",  # as Welsh changes the first letter after "o"
        *(month[:3] + (f"(?:{month[3:]})?" if month[3:] else "") for month in MONTHS),
        "sept",
    )
)
_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th|af|il|ydd|fed|ed|eg|ain)?"
_WRITTEN = re.compile(
    rf"\b{_DAY}\s+(?:day\s+of\s+|of\s+|o\s+)?(?P<month>{_NAMES})\b\.?,?(?:\s*(?P<year>(?:19|20)\d\d)\b)?", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s*(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_.](?P<month>\d{2})[-_.](?P<day>\d{2})(?!\d)")
_ENDS_IN_DAY = re.compile(rf"[\s–—-]{_DAY}(?:\s+(?:{_NAMES}))?$", re.IGNORECASE)
_ALONE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|date(?: of (?:the )?meeting)?|meeting)\b|\W", re.IGNORECASE
)
_JOINED = re.compile(r",?\s*(?:and|&|to|a|ac|[-–—])\s*(?:\w+day,?\s*)?", re.IGNORECASE)  # "a", "ac": Welsh
_SLASHED = re.compile(r"(?<![\d/.])(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>(?:19|20)?\d\d)(?![\d/])")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text; where the year is not printed, ``year`` is False and a near one is to be found."""

    day: int
    month: int
    year: int | None
    start: int
    end: int

    @property
    def full(self) -> date | None:
        """Return the full date, None without a year."""
        return _made(self.year, self.month, self.day) if self.year else None

    def before(self, anchor: date) -> date | None:
        """Return the date, its missing year the one that makes it the last such day before ``anchor``."""
        if self.year:
            return self.full
        for year in (anchor.year, anchor.year - 1):
            found = _made(year, self.month, self.day)
            if found is not None and found < anchor:
                return found
        return None


def dates_in(text: str) -> tuple[Dated, ...]:
    """Return the dates of a text in the order in which they stand."""
    found: dict[int, Dated] = {}
    for pattern in (_WRITTEN, _MONTH_FIRST, _ISO, _SLASHED):
        for match in pattern.finditer(text):
            dated = _dated(match)
            if dated is not None and not any(
                other.start < dated.end and dated.start < other.end for other in found.values()
            ):
                found[dated.start] = dated
    return _same_year(text, [found[start] for start in sorted(found)])


def _same_year(text: str, found: Sequence[Dated]) -> tuple[Dated, ...]:
    """Return dates, the year of the second given to the first too in "18 August and 1 September 2025"."""
    return tuple(
        replace(one, year=two.year)
        if two is not None and one.year is None and _JOINED.fullmatch(text, one.end, two.start)
        else one
        for one, two in zip_longest(found, found[1:])
    )


def goes_on_in(above: str, below: str) -> bool:
    """Say whether a date begins at the end of one line and goes on in the next: "– 24 JULY", and "2025"."""
    if not above[-1:].isalnum() or not _ENDS_IN_DAY.search(above):
        return False
    begun = next((dated for dated in reversed(dates_in(f"{above} {below}")) if dated.start < len(above)), None)
    return begun is not None and begun.year is not None and begun.end > len(above)


def first_date(text: str) -> date | None:
    """Return the first full date of a text, None where there is none."""
    return next((dated.full for dated in dates_in(text) if dated.full is not None), None)


def is_day(text: str) -> bool:
    """Say whether a line is a full date and nothing else: "Date: Thursday, 6 November 2025"."""
    dated = next(iter(dates_in(text)), None)
    return dated is not None and dated.full is not None and not _ALONE.sub("", text[: dated.start] + text[dated.end :])


def _dated(match: re.Match[str]) -> Dated | None:
    name = match["month"].lower()
    month = int(name) if name.isdigit() else _month(name)
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < 100:
        year += 2000
    day = int(match["day"])
    if _made(year or 2024, month, day) is None:
        return None
    return Dated(day, month, year, match.start(), match.end())


def _month(name: str) -> int:
    """Return the number of a month by its name in English, in full or short, or in Welsh."""
    if name == "fawrth":
        return 3
    if name in WELSH_MONTHS:
        return WELSH_MONTHS.index(name) + 1
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _made(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None
