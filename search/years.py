"""Years and financial years: which a question asks about, and whether words or a meeting can tell of them."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from search.dates import spoken
from search.needs import MONTH_YEAR, Need

YEARS = re.compile(
    r"(?<![\d/.£,-])(?:(?P<first>(?:19|20)\d\d|\d\d)\s?[-/–]\s?(?P<last>(?:19|20)\d\d|\d\d)|(?P<alone>(?:19|20)\d\d))"
    r"(?![\d/]|[.,-]\d|[- ]years?[- ]olds?)"  # "16–17-year-olds" are no years
)
SET_AHEAD = re.compile(r"\bprecept|\bcouncil tax (?:requirement|base|level|increase)|\bband d\b", re.IGNORECASE)
"""What is set in the winter before its financial year (Local Government Finance Act 1992, sections 31A and 41)."""
DAY = re.compile(r"(?<![\d/.])[0-3]?\d[/.][01]?\d[/.](?P<year>\d\d)(?![\d/.])")
"""A day in figures, as tables have it: "22/06/26"; a year of four figures is found without it."""
BEFORE, BEHIND = 30, 60  # letters on either side of what is set, within which its year stands
MONTHED = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*[- '’](?P<year>[1-4]\d)\b"
    r"(?![\d/:.,%]|\s?(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
"""A month with the last figures of its year, as tables head their columns: "Dec-24"."""
STRETCH = 3  # years: a plan of ten names each of them, and tells of none
OCTOBER = 10  # from this month on what is set is next year's
APRIL = 4  # the month in which a financial year begins


def years_asked(topic: str) -> frozenset[tuple[int, int]]:
    """Return the years named, each as its first and last calendar year: "2019/20" is (2019, 2020), "2019" (2019, 2019).

    A longer stretch, as in the name of a plan, asks about no year. Neither does the month in which something is set
    ahead: "what was the precept raised to in November 2024" is told by that meeting, for another year.
    """
    asked = MONTH_YEAR.sub(" ", topic) if SET_AHEAD.search(topic) else topic
    return frozenset(years for years in _years(asked) if years[1] - years[0] <= 1)


def apart(needs: Sequence[Need], asked: Collection[tuple[int, int]]) -> tuple[Need, ...]:
    """Return the needs without the years asked about, seen to apart: a rare year proves nothing of the matter."""
    if not asked:
        return tuple(needs)
    named = [need for need in needs if need.beside or not _years(need.shown) or MONTH_YEAR.fullmatch(need.shown)]
    return tuple(named) or tuple(needs)


def tells_of(asked: Collection[tuple[int, int]], text: str, held_on: date | None) -> bool:
    """Say whether the words name every year asked about, or a year that holds some of it, or were met in it.

    Words that name a financial year are of that year: in 2025/26 a council sets the precept for 2026/27.
    """
    if not asked:
        return True
    told = set(_years(text))
    met: set[tuple[int, int]] = set()
    if held_on is not None:
        began = held_on.year - (held_on.month < APRIL)
        met = {(held_on.year, held_on.year), (began, began + 1)}
        if SET_AHEAD.search(text) and (held_on.month < APRIL or held_on.month >= OCTOBER):
            met = {(began + 1, began + 2)}
            told -= {(began, began + 1)} - _set_for(text)  # "looking at this year's figures" sets no precept for it
    financial = any(last - first == 1 for first, last in told)
    return all(
        any(_meets(years, other) for other in (told if financial and years[0] < years[1] else told | met))
        for years in asked
    )


def _set_for(text: str) -> set[tuple[int, int]]:
    """Return the years named beside what is set ahead: "2018/19 precept", "set the precept for 2018/19"."""
    around = (text[max(0, found.start() - BEFORE) : found.end() + BEHIND] for found in SET_AHEAD.finditer(text))
    return {years for words in around for years in _years(words)}


def apart_from(held_on: date | None, text: str) -> str:
    """Return the text without the day of its meeting where it is of what is set ahead: that day is of another year."""
    return text.replace(spoken(held_on), "") if held_on and SET_AHEAD.search(text) else text


def names_years(text: str) -> bool:
    """Say whether the words name a financial year."""
    return any(last - first == 1 for first, last in _years(text))


def years_told(text: str) -> list[tuple[int, int]]:
    """Return the years that words name, each once, in their order."""
    return list(dict.fromkeys(_years(text)))


def years_shown(asked: Collection[tuple[int, int]]) -> str:
    """Return the years as the record writes them: "2019/20 and 2021"."""
    return " and ".join(str(first) if first == last else f"{first}/{last % 100:02}" for first, last in sorted(asked))


def _meets(asked: tuple[int, int], told: tuple[int, int]) -> bool:
    """Say whether they share a year; of two financial years only the same one will do, and no stretch of many tells."""
    if told[1] - told[0] > STRETCH:
        return False
    both = asked[0] < asked[1] and told[1] - told[0] == 1
    return asked == told if both else asked[0] <= told[1] and told[0] <= asked[1]


def _years(text: str) -> list[tuple[int, int]]:
    found = [(2000 + int(match["year"]),) * 2 for pattern in (DAY, MONTHED) for match in pattern.finditer(text)]
    for match in YEARS.finditer(text):
        if match["alone"]:
            found.append((int(match["alone"]),) * 2)
            continue
        first, last = int(match["first"]), int(match["last"])
        begins = first if first > 99 else 2000 + first
        ends = last if last > 99 else begins - begins % 100 + last
        ends += 100 * (ends < begins)
        if len(match["first"]) == 4 or ends == begins + 1:  # "12/20" is no years
            found.append((begins, ends))
    return found
