"""Dates and ranges as people write them in questions, read as the first and last day that they mean."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?P<month{n}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_A_MONTH = re.compile(MONTH.format(n=""), re.IGNORECASE)
DAY = r"(?P<day{n}>[0-3]?\d)(?:st|nd|rd|th)?\b"
YEAR = r"(?P<year{n}>(?:19|20)\d\d)(?!\d|[-/–]\d)"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"

FORMS = (
    rf"{WEEKDAY}(?:the )?{DAY.format(n=1)} (?:of )?{MONTH.format(n=1)},? {YEAR.format(n=1)}",  # 25 February 2025
    rf"{MONTH.format(n=2)} {DAY.format(n=2)},? {YEAR.format(n=2)}",  # February 25, 2025
    r"(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)\b",  # 2025-02-25
    r"(?P<figures>[0-3]?\d[/.][01]?\d[/.](?:(?:19|20)\d\d|\d\d))(?![\d/.])",  # 25/02/2025, 25.2.25
    rf"{MONTH.format(n=3)},? {YEAR.format(n=3)}",  # February 2025
    r"(?P<monthfigures>(?:0?[1-9]|1[0-2])/(?:19|20)\d\d)(?![\d/.])",  # 02/2025
    r"(?<!by )(?:(?P<nearseason>last|this|past) )?(?P<season>spring|summer|autumn|winter)"
    r"(?: (?:of )?(?P<yearseason>(?:19|20)\d\d))?\b",  # last autumn, spring 2024
    rf"{WEEKDAY}(?:the )?{DAY.format(n=4)} (?:of )?{MONTH.format(n=4)}",  # 25 February
    r"(?:the )?(?:municipal |civic )?(?:year )?(?P<span>(?:19|20)\d\d ?[-/–] ?(?:(?:19|20)\d\d|\d\d))(?![\d/])",
    rf"(?:the year )?{YEAR.format(n=5)}",  # 2025
    r"(?:the )?(?P<back>last|past|previous|this|current) (?:(?P<count>\d{1,2}|two|three|four|five|six|twelve) )?"
    r"(?P<unit>year|month|week)s?(?:['’]s?)?",  # last year, the past six months
    rf"(?:(?P<lastmonth>last|this) )?{MONTH.format(n=6)}",  # January, last January
)
EXPRESSION = re.compile("|".join(f"(?:{form})" for form in FORMS), re.IGNORECASE)
AHEAD = 5  # years: a day in figures that is farther ahead is none
COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "twelve": 12}

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month in which each begins."""
BARE = re.compile(
    r"(?:since|from|after|before|until|till|up to|between|and|to|in|during|of|last|this)\s+$", re.IGNORECASE
)
"""What must stand before a month without a year: a member may be called March, and things may happen."""

OF_MEETING = re.compile(r"\s+(?:[\w\x00]+\s+){0,2}?meetings?\b", re.IGNORECASE)
"""What may stand behind one instead: "the February meeting", "the March council meeting"."""
A_MEETING = re.compile(rf"{OF_MEETING.pattern}|\s+\x00+", re.IGNORECASE)
"""What behind a day or a month makes it that of a meeting; the name of its body has been read and blanked out."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days that the question names, with the words that name it.

    Example: ``Period(since=date(2025, 2, 1), until=date(2025, 2, 28), start=3, end=16)``.
    """

    since: date
    until: date
    start: int
    end: int
    whole_year: bool = False  # a year or a span of years: as likely a part of the topic as a limit
    year_said: bool = True  # where it is not, a day or a month is taken for the last one

    @property
    def sort(self) -> Literal["day", "year", "month"]:
        """What sort of stretch it is: two of one sort may be named together."""
        return "day" if self.since == self.until else "year" if self.whole_year else "month"


@dataclass(frozen=True, slots=True)
class Limit:
    """The days that a question is limited to, with the words that say so."""

    since: date | None
    until: date | None
    start: int
    end: int
    firm: bool  # a range word such as "since", or a day: always about when a meeting was, never about what was said
    whole_year: bool
    year_said: bool = True  # where it is not, the last such days are taken, and others may be meant


def spoken(day: date) -> str:
    """Return the day as papers write it: ``25 February 2025``."""
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def period_words(since: date | None, until: date | None) -> str:
    """Return a range in words: ``on 25 February 2025``, ``since 1 January 2025``."""
    if since and until:
        return f"on {spoken(since)}" if since == until else f"from {spoken(since)} to {spoken(until)}"
    if since:
        return f"since {spoken(since)}"
    return f"up to {spoken(until)}" if until else "at any time"


def read_limit(text: str, today: date, back_from: date | None = None) -> Limit | None:
    """Return the limit of time that the question sets, or None; a month without a year is the last one.

    "Last year" and "the last two months" are counted from ``back_from`` where it is given: the body's own last meeting.
    """
    found = list(_periods(text, today, back_from))
    for first, second in pairwise(found):
        opening = re.search(r"(?:\bbetween|\bfrom)\s+$", text[: first.start], re.IGNORECASE)
        joined = re.fullmatch(r"\s*(?:and|to|until|till|&|[-–])\s*", text[first.end : second.start], re.IGNORECASE)
        if opening and joined:
            since = _earlier(first, second)
            return Limit(since, second.until, opening.start(), second.end, firm=True, whole_year=False)
        if joined and first.sort == second.sort and first.since <= second.since:  # "in January and February 2025"
            leading = re.search(r"\b(?:in|on|during|throughout|of|for|at)\s+$", text[: first.start], re.IGNORECASE)
            start = leading.start() if leading else first.start
            year = first.whole_year
            return Limit(first.since, second.until, start, second.end, first.sort == "day", year, second.year_said)
    for period in found:
        before = text[: period.start]
        of_meeting = A_MEETING.match(text, period.end)
        if of_meeting or not period.whole_year:
            before = re.sub(r"\bthe\s+$", "", before, flags=re.IGNORECASE)  # "after the February meeting"
        opening = re.search(r"\b(?P<word>since|from)\s+(?:the\s+(?:start|beginning)\s+of\s+)?$", before, re.IGNORECASE)
        if opening and not (of_meeting and opening["word"].lower() == "from"):  # "minutes from the 25 February meeting"
            tail = of_meeting or re.match(r"\s+onwards?\b", text[period.end :], re.IGNORECASE)
            return Limit(period.since, None, opening.start(), period.end + (tail.end() if tail else 0), True, False)
        end = of_meeting.end() if of_meeting else period.end
        if opening := re.search(r"\bafter\s+(?:the\s+end\s+of\s+)?$", before, re.IGNORECASE):
            return Limit(period.until + timedelta(days=1), None, opening.start(), end, True, False)
        if opening := re.search(r"\bbefore\s+(?:the\s+(?:start|beginning)\s+of\s+)?$", before, re.IGNORECASE):
            return Limit(None, period.since - timedelta(days=1), opening.start(), end, True, False)
        if opening := re.search(r"\b(?:until|till|up to|as at|as of)\s+(?:the\s+end\s+of\s+)?$", before, re.IGNORECASE):
            return Limit(None, period.until, opening.start(), period.end, firm=False, whole_year=False)
    for period in found:
        opening = re.search(
            r"\b(?:in|on|during|throughout|of|for|at|from)\s+(?:the\s+)?$", text[: period.start], re.IGNORECASE
        )
        start = opening.start() if opening else period.start
        day = period.since == period.until
        return Limit(period.since, period.until, start, period.end, day, period.whole_year, period.year_said)
    return None


def earlier_years(limit: Limit, held: Iterable[date]) -> tuple[tuple[date, date], ...]:
    """Return the same day or month of each earlier year in which one is held, newest first; none if a year is said."""
    since, until = limit.since, limit.until
    if limit.year_said or since is None or until is None:
        return ()
    days = set(held)
    years = sorted({day.year for day in days if day.year < since.year}, reverse=True)
    same = ((_in_year(since, year),) * 2 if since == until else _whole_month(year, since.month) for year in years)
    return tuple((first, last) for first, last in same if any(first <= day <= last for day in days))


def is_month(word: str) -> bool:
    """Say whether a word is the name of a month, in full or short: "Sept"; but not "may"."""
    return word.casefold() != "may" and _A_MONTH.fullmatch(word) is not None


def of_then(asked: str, held_on: date, told: str) -> bool:
    """Say whether a meeting was held on a day or in a month that is asked for with its year, or its words name that.

    True where no such day or month is asked for: a year alone may be a part of the matter.
    """
    named = [(one.since, one.until) for one in _periods(asked, held_on) if _of_calendar(one, asked)]
    spoken_of = {(one.since, one.until) for one in _periods(told, held_on)} if named else set()
    return not named or any(since <= held_on <= until or (since, until) in spoken_of for since, until in named)


def without_days(asked: str, today: date) -> str:
    """Return a question without the days and months that it names with their year."""
    for one in reversed([one for one in _periods(asked, today) if _of_calendar(one, asked)]):
        asked = f"{asked[: one.start]} {asked[one.end :]}"
    return " ".join(asked.split())


def _of_calendar(period: Period, text: str) -> bool:
    """Say whether a day or a month is named with its year, and not counted back."""
    return period.year_said and not period.whole_year and text[period.start : period.end][-1].isdigit()


def _earlier(first: Period, second: Period) -> date:
    """Return the first day of "between March and May 2025": of that year, or of the one before if it would be later."""
    if first.year_said:
        return first.since
    same, before = (_in_year(first.since, second.until.year - back) for back in (0, 1))
    return same if same <= second.until else before


def _in_year(day: date, year: int) -> date:
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))  # the last of February


def _periods(text: str, today: date, back_from: date | None = None) -> Iterator[Period]:
    for found in EXPRESSION.finditer(text):
        if found.start() and (text[found.start() - 1].isalnum() or text[found.start() - 1] in "£/.-"):
            continue
        days = _days(found, text, (back_from or today) if found["back"] else today)
        if days:
            season = found["season"] and not found["nearseason"]  # "the spring 2026 review" is of the matter
            whole_year = bool(found["span"] or found["year5"] or season)
            year_said = not (found["month4"] or found["month6"])
            yield Period(*days, found.start(), found.end(), whole_year, year_said)


def _days(found: re.Match[str], text: str, today: date) -> tuple[date, date] | None:
    """Return the first and the last day of what is named, None where it names none."""
    try:
        day = _one_day(found, today)
    except ValueError:  # "31 February", "45/13/2024": figures that are no date
        return None
    if day:
        return (day, day) if _near(found, day, today) else None
    if found["year3"]:
        return _whole_month(int(found["year3"]), _month(found["month3"]))
    if found["monthfigures"]:
        month, year = (int(part) for part in found["monthfigures"].split("/"))
        return _whole_month(year, month)
    if found["season"]:
        near = (found["nearseason"] or "").lower() or None
        return _season(found["season"].lower(), found["yearseason"], near, today)
    if found["span"]:
        return _municipal_year(found["span"])
    if found["year5"]:
        return date(int(found["year5"]), 1, 1), date(int(found["year5"]), 12, 31)
    if found["back"]:
        return _back(found["back"].lower(), found["count"], found["unit"].lower(), today)
    if found["lastmonth"] or BARE.search(text[: found.start()]) or OF_MEETING.match(text, found.end()):
        month = _month(found["month6"])
        return _whole_month(today.year if month <= today.month else today.year - 1, month)
    return None


def _one_day(found: re.Match[str], today: date) -> date | None:
    """Return the single day that is named, the last such day where it has no year; ValueError where there is none."""
    if found["iso"]:
        return date.fromisoformat(found["iso"])
    if found["figures"]:
        number, month, year = (int(part) for part in re.split(r"[/.]", found["figures"]))
        return date(year if year > 99 else 2000 + year, month, number)
    for n in (1, 2):
        if found[f"year{n}"]:
            return date(int(found[f"year{n}"]), _month(found[f"month{n}"]), int(found[f"day{n}"]))
    if found["month4"]:
        day = date(today.year, _month(found["month4"]), int(found["day4"]))
        return day if day <= today else day.replace(year=today.year - 1)
    return None


def _near(found: re.Match[str], day: date, today: date) -> bool:
    """Say whether a day whose year has two figures is not far ahead: "4.4.35" is a paragraph."""
    short = found["figures"] and len(re.split(r"[/.]", found["figures"])[-1]) <= 2
    return not short or day.year <= today.year + AHEAD


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower()[:3]))


def _whole_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _season(name: str, year: str | None, near: str | None, today: date) -> tuple[date, date] | None:
    """Return the three months of a season of a year, or of the last one that is over; "spring" alone is none."""
    if year is None and near is None:
        return None
    first = SEASONS[name]
    begun = int(year) if year else today.year if today.month >= first else today.year - 1
    since, until = _from_month(begun, first)
    return (since, until) if year or near == "this" or until < today else _from_month(begun - 1, first)


def _from_month(year: int, month: int) -> tuple[date, date]:
    """Return the three months that begin with this one."""
    last_year, last = divmod(year * 12 + month - 1 + 2, 12)
    return date(year, month, 1), _whole_month(last_year, last + 1)[1]


def _municipal_year(span: str) -> tuple[date, date] | None:
    """Return May to April: councils elect and appoint at their annual meetings in May."""
    first, last = re.split(r"\s?[-/–]\s?", span)
    if (int(first) + 1) % 100 != int(last[-2:]):
        return None
    return date(int(first), 5, 1), date(int(first) + 1, 4, 30)


def _back(which: str, count: str | None, unit: str, today: date) -> tuple[date, date] | None:
    """Return the days of "last year" (the calendar year before) or "the last six months" (counted back from today)."""
    number = COUNTS.get((count or "").lower()) or int(count or 0)
    if number or which == "past":
        days = {"year": 365, "month": 30, "week": 7}[unit] * (number or 1)
        return today - timedelta(days=days), today
    back = 0 if which in {"this", "current"} else 1
    if unit == "year":
        return date(today.year - back, 1, 1), date(today.year - back, 12, 31)
    if unit == "month":
        year, month = divmod(today.year * 12 + today.month - 1 - back, 12)
        return _whole_month(year, month + 1)
    monday = today - timedelta(days=today.weekday() + 7 * back)
    return monday, monday + timedelta(days=6)
