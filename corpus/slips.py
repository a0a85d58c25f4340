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


def _written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
