"""Declarations that name an item by its number alone: the heading of that item tells what the interest was in."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.types import Kind, Meeting
from index.library import Library
from index.types import Filter, Passage
from search.needs import Need, held_terms

DECLARATIONS: tuple[Kind, ...] = ("declaration",)
LOOKED_AT = 400  # declarations within the limits of a question
MEETING = 600  # passages of one meeting: the longest minutes have some 300, and its agenda's reports come behind
NUMBER = r"\d{1,3}[a-z]?(?:\.\d+)*"
ITEMS = re.compile(
    r"\b(?:agenda )?(?:items?|minutes?)(?: no\.?| numbers?)? "
    rf"(?P<numbers>{NUMBER}(?:(?:, and|,| and| &| to) {NUMBER})*)",
    re.IGNORECASE,
)
"""The items that a declaration names: "Items 10 and 11"."""


def naming_items(library: Library, where: Filter, needs: Sequence[Need]) -> Mapping[str, Passage]:
    """Return by id the declarations within the limits that name an item on what is asked about.

    The headings of the items stand in their context, where they are weighed and never quoted.
    """
    if not needs or (where.kinds and not set(DECLARATIONS) & set(where.kinds)):
        return {}
    headings: dict[Meeting, Mapping[str, str]] = {}
    made: dict[str, Passage] = {}
    for one in library.passages(library.select(replace(where, kinds=DECLARATIONS), LOOKED_AT)):
        numbers = numbers_of(one.text)
        if not numbers or one.meeting.held_on is None:
            continue
        if one.meeting not in headings:
            headings[one.meeting] = _headings(library, one.meeting)
        named = [headings[one.meeting][number] for number in numbers if number in headings[one.meeting]]
        if any(need.met(held_terms(*named)) for need in needs):
            made[one.id] = replace(one, context=" ".join((one.context, *named)))
    return made


def numbers_of(text: str) -> tuple[str, ...]:
    """Return the numbers of the items that the words name, in order."""
    runs = (match["numbers"] for match in ITEMS.finditer(text))
    return tuple(dict.fromkeys(number for run in runs for number in re.findall(NUMBER, run.casefold())))


def _headings(library: Library, meeting: Meeting) -> Mapping[str, str]:
    """Return the headings of a meeting's items by number, that of the minute where none of the agenda is known."""
    day = meeting.held_on
    where = Filter(bodies=(meeting.body,) if meeting.body else (), since=day, until=day)
    held = [one for one in library.passages(library.select(where, MEETING)) if one.meeting == meeting and one.heading]
    found = {(one.minute or "").casefold(): one.heading or "" for one in held if one.standing}
    return found | {one.agenda_item.casefold(): one.heading or "" for one in held if one.agenda_item and one.standing}
