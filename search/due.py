"""By when something was asked for: the words that say so, and the last day that they mean."""

import re
from calendar import monthrange
from datetime import date, timedelta

from corpus.phrases_kept import DUE
from search.dates import MONTHS, SEASONS

_DUE = re.compile(DUE, re.IGNORECASE)
_SPAN = re.compile(r"[-/–]\d")  # "for 2024-25" is no day to come by
_MONTH = re.compile(rf"(?:(?P<day>\d{{1,2}})\w* )?\b(?P<month>{'|'.join(MONTHS)})\b", re.IGNORECASE)
_SEASON = re.compile(rf"\b(?P<season>{'|'.join(SEASONS)})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<year>20\d\d)\b")
_LENGTH = re.compile(r"\b(?P<count>\d{1,2}|[a-z]+) (?P<unit>month|week|day|year)", re.IGNORECASE)
_COUNTS = {
    word: number
    for number, word in enumerate(
        ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
_UNTIL = re.compile(r"\W*(?:by|before|within)\b", re.IGNORECASE)
EARLY = 45  # days before the month or the season it is due in that something came and was what was asked for
EARLY_OF_DAY = 14  # the same before the day of a meeting, which may be moved
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}  # at the most


def due_of(text: str) -> str | None:
    """Return when the words ask for it, as printed: "by December 2024"."""
    found = next((one for one in _DUE.finditer(text) if not _SPAN.match(text, one.end())), None)
    return found.group() if found else None


def due_day(due: str, asked_on: date) -> date | None:
    """Return the last day that a due time means for what was asked on a day; None for "the next meeting".

    A month without a year is the next one, and a season ends with its third month.
    """
    year = _YEAR.search(due)
    if (month := _MONTH.search(due)) is not None:
        number = MONTHS.index(month["month"].lower()) + 1
        return _month_end(number, year["year"] if year else None, asked_on, month["day"])
    if (season := _SEASON.search(due)) is not None:
        last = (SEASONS[season["season"].lower()] + 1) % 12 + 1
        ends = _month_end(last, year["year"] if year else None, asked_on)
        return ends.replace(year=ends.year + 1, day=28) if year and last == 2 else ends  # a winter ends in the new year
    if (length := _LENGTH.search(due)) is not None:
        count = _COUNTS.get(length["count"].lower()) or (int(length["count"]) if length["count"].isdigit() else 0)
        return asked_on + timedelta(days=count * _DAYS[length["unit"].lower()]) if count else None
    return date(int(year["year"]), 12, 31) if year else None


def not_before(due: str, asked_on: date) -> date | None:
    """Return the day before which nothing is what was asked for then; None where it may come at any time until then.

    A review asked for "in spring 2026" is none that was made the year before; a meeting may be some weeks early.
    """
    last = due_day(due, asked_on)
    if last is None or _UNTIL.match(due):
        return None
    month = _MONTH.search(due)
    if month is None and _SEASON.search(due) is None:
        return None
    length = 0 if month and month["day"] else _DAYS["month"] * (1 if month else 3)
    return last - timedelta(days=length + (EARLY if length else EARLY_OF_DAY))


def _month_end(month: int, year: str | None, asked_on: date, day: str | None = None) -> date:
    """Return the last day of a month, or a day of it: of the year said, or the next such month after ``asked_on``."""
    of = int(year) if year else asked_on.year + (month < asked_on.month)
    longest = monthrange(of, month)[1]
    return date(of, month, max(1, min(int(day), longest)) if day else longest)  # "0 April" is a slip
