"""Slips in the dates of minutes: what the paper's own other evidence contradicts is flagged, never corrected."""

import re
from collections.abc import Sequence
from datetime import date

from corpus.dates import MONTHS, dates_in
from corpus.paragraphs import Paragraph
from corpus.rows import folded

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b({'|'.join(WEEKDAYS)})\W{{1,4}}$", re.IGNORECASE)


def slips(
    head: Sequence[Paragraph], held_on: date | None, by_name: date | None, confirms: Sequence[date]
) -> tuple[str, ...]:
    """Return what speaks against the date of a meeting, each in a sentence."""
    if held_on is None:
        return ()
    found: list[str] = []
    text = folded(" ".join(paragraph.text for paragraph in head))
    right = WEEKDAYS[held_on.weekday()]
    for dated in dates_in(text):
        weekday = _WEEKDAY.search(text[: dated.start])
        said = weekday.group(1).lower() if weekday else right
        if dated.full == held_on and said != right:
            found.append(f"{_written(held_on)} was a {right.capitalize()}, but the heading says {said.capitalize()}")
        elif dated.year and dated.full != held_on and (dated.day, dated.month) == (held_on.day, held_on.month):
            found.append(f"the heading gives both {held_on.year} and {dated.year}")
    if by_name and by_name.year != held_on.year and (by_name.day, by_name.month) == (held_on.day, held_on.month):
        found.append(f"the heading says {held_on.year}, the file's name {by_name.year}")
    found += [f"it confirms the minutes of a later day, {_written(day)}" for day in confirms if day >= held_on]
    return tuple(dict.fromkeys(found))


def year_slip(text: str, by_name: date | None) -> date | None:
    """Return a day printed whose year both its weekday and the file's name contradict, None where none is.

    Example: "Tuesday, 7th May 2018" in a file named for 7 May 2019, which was a Tuesday.
    """
    for dated in dates_in(text) if by_name is not None else ():
        weekday = _WEEKDAY.search(text[: dated.start])
        if by_name is None or dated.full is None or weekday is None or dated.full.year == by_name.year:
            continue
        said = WEEKDAYS.index(weekday.group(1).lower())
        if (dated.day, dated.month) == (
            by_name.day,
            by_name.month,
        ) and said == by_name.weekday() != dated.full.weekday():
            return dated.full
    return None


def told_slip(printed: date, by_name: date) -> str:
    """Return in a sentence that a paper prints one year where its weekday and its file's name say another."""
    return f"it is dated {_written(printed)}, but its weekday and the file's name say {by_name.year}"


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
