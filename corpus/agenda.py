"""The items of an agenda: number, heading, and the appendix or the pages where their papers stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraphs import Paragraph
from corpus.phrases import COVERING, SUMMONS
from corpus.phrasing import says
from corpus.rows import folded
from corpus.series import minute_numbers
from corpus.titles import has_fields

_PAGES = re.compile(r"\(?\bpages?\s+(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?\)?", re.IGNORECASE)
_LABEL = re.compile(r"\b(?P<label>(?:appendix|annex|enclosure|paper)\s+[A-Z0-9]{1,3})\b\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of an agenda.

    Example: ``AgendaItem(paragraph=41, number="8", heading="HIGH NEEDS BLOCK", label="appendix b", pages=None)``.
    """

    paragraph: int  # where it begins
    number: str
    heading: str
    label: str | None
    pages: tuple[int, int] | None  # as printed


def is_agenda(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether paragraphs are an agenda or the sheet before one, not one of its reports."""
    return has_fields(paragraphs[:16]) < 3 and any(
        says((*SUMMONS, *COVERING), folded(item.text)) for item in paragraphs
    )


def agenda_items(paragraphs: Sequence[Paragraph]) -> tuple[AgendaItem, ...]:
    """Return the items of an agenda, in order."""
    numbers = minute_numbers(paragraphs, headed=False)
    found: list[AgendaItem] = []
    for rank, item in enumerate(numbers):
        stop = numbers[rank + 1].index if rank + 1 < len(numbers) else min(item.index + 4, len(paragraphs))
        texts = [folded(paragraph.text) for paragraph in paragraphs[item.index : stop]]
        heading = folded(paragraphs[item.index].text[item.rest :])
        pages = next((match for text in texts if (match := _PAGES.search(text)) is not None), None)
        label = next((match for text in texts[:2] if (match := _LABEL.search(text)) is not None), None)
        heading = _LABEL.sub("", _PAGES.sub("", heading)).strip()
        found.append(
            AgendaItem(
                item.index,
                item.number,
                heading,
                label["label"].lower() if label else None,
                (int(pages["first"]), int(pages["last"] or pages["first"])) if pages else None,
            )
        )
    return tuple(found)


def item_under(
    items: Sequence[AgendaItem], number: str | None, label: str | None, printed: str | None
) -> AgendaItem | None:
    """Return the agenda's item of this number, or else the one whose papers carry this label or stand on this page."""
    if number is not None:
        return next((item for item in items if item.number.rstrip(".") == number), None)
    if label is not None:
        for item in items:
            if item.label == label.lower():
                return item
    if printed is not None and printed.isdigit():
        for item in items:
            if item.pages is not None and item.pages[0] <= int(printed) <= item.pages[1]:
                return item
    return None
