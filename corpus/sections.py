"""Sections: the front sheet, minutes, attachments and reports that one file binds together."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Literal

from corpus.meetings import openings
from corpus.paragraphs import Paragraph
from corpus.phrases_kept import AGENDA_ITEM_LABEL, CLOSED, NEW_DOCUMENT, SIGNED_OFF
from corpus.phrasing import opening, pattern, says, spaced
from corpus.rows import folded
from corpus.titles import LARGER, has_fields

Sort = Literal["minutes", "attachment", "other"]

_LABELS = tuple(re.compile(rf"\s*{spaced(label)}\s*", re.IGNORECASE) for label in NEW_DOCUMENT)
_ITEM_LABEL = re.compile(rf"\s*{spaced(AGENDA_ITEM_LABEL)}\s*", re.IGNORECASE)
NEAR = 40  # paragraphs before a title whose letters are the usual ones
_HEAD = 4  # paragraphs at the head of a page among which the label of a new document stands


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a paper's paragraphs that is one document."""

    sort: Sort
    start: int
    end: int
    minute: str | None = None  # the minute that an attachment belongs to
    item: str | None = None  # the agenda item that a report was put under
    label: str | None = None  # "Appendix B"


def sections(paragraphs: Sequence[Paragraph], held: bool = False) -> tuple[Section, ...]:
    """Split a paper's paragraphs into documents; every paragraph falls into one.

    ``held``: the paper is the minutes of a meeting, whether a line calls it so or not.
    """
    begun = openings(paragraphs) or ((0,) if held else ())
    cuts: dict[int, Section] = {0: Section("other", 0, 0)}
    pages = _pages(paragraphs)
    for rank, (index, head) in enumerate(pages):
        page = paragraphs[index].page
        last = (pages[rank + 1][0] if rank + 1 < len(pages) else len(paragraphs)) - 1
        label = _label(paragraphs[index : index + head]) or _stamp(paragraphs[last])
        if label is not None:
            cuts[index] = label
        elif index and has_fields([item for item in paragraphs[index : index + 14] if item.page == page]) > 2:
            cuts[index] = Section("other", index, 0)
    for at in begun:
        start = _page_start(paragraphs, at)
        cuts[start] = Section("minutes", start, 0)
        end = _after_close(paragraphs, at)
        if end is not None and end not in cuts:
            cuts[end] = Section("other", end, 0)
    for index, head in pages:
        before = max((start for start in cuts if start <= index), default=0)
        if (
            before < index
            and cuts[before].sort == "minutes"
            and _titled(paragraphs[index : index + head + 2], paragraphs[before:index])
        ):
            cuts[index] = Section("other", index, 0)
    cuts |= _midway(paragraphs, cuts)
    starts = sorted(cuts)
    result: list[Section] = []
    for start, stop in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        section = cuts[start]
        result.append(Section(section.sort, start, stop, section.minute, section.item, section.label))
    return tuple(section for section in result if section.start < section.end)


def document_after(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Return where the first page after a paragraph begins that has a title of its own, or the end of all."""
    for index, head in _pages(paragraphs):
        if index > start and _titled(paragraphs[index : index + head], paragraphs[max(0, index - NEAR) : index]):
            return index
    return len(paragraphs)


def _pages(paragraphs: Sequence[Paragraph]) -> list[tuple[int, int]]:
    """Return for each page its first paragraph and how many of its paragraphs are near its head."""
    result: list[tuple[int, int]] = []
    page = 0
    for index, paragraph in enumerate(paragraphs):
        if paragraph.rows[0].page != page:
            page = paragraph.rows[0].page
            head = 0
            while head < _HEAD and index + head < len(paragraphs) and paragraphs[index + head].page == page:
                head += 1
            result.append((index, head))
    return result


def _midway(paragraphs: Sequence[Paragraph], cuts: Mapping[int, Section]) -> dict[int, Section]:
    """Return the items of a pack that begin in the middle of a page, each after the item before: "Agenda Item 4d"."""
    found: dict[int, Section] = {}
    here: Section | None = None
    for index, paragraph in enumerate(paragraphs[:-1]):
        here = cuts.get(index, here)
        match = _ITEM_LABEL.fullmatch(paragraph.text) if here is not None and here.item is not None else None
        if match is None or index in cuts or paragraphs[index + 1].page != paragraph.page:
            continue  # what is read last of a page may be stamped on its head
        if here is not None and here.item is not None and _place(here.item) < _place(match["item"]):
            here = found[index] = Section("other", index, 0, None, match["item"], folded(paragraph.text))
    return found


def _place(item: str) -> tuple[int, str]:
    """Return where an item stands among others: "4d" after "4c", and "5" after both."""
    number = re.match(r"\d+", item)
    return int(number.group()) if number is not None else 0, item.lstrip("0123456789").lower()


def _titled(head: Sequence[Paragraph], above: Sequence[Paragraph]) -> bool:
    """Say whether a page begins with a title in larger letters than what stands before it."""
    usual = median_low([paragraph.size for paragraph in above[-NEAR:]])
    page = head[0].page
    return any(
        paragraph.page == page
        and paragraph.size > LARGER * usual
        and len(paragraph.text) > 8
        and paragraph.mark is None
        and not _signs_off(paragraph.text)  # a signature in a large hand
        for paragraph in head
    )


def _label(head: Sequence[Paragraph]) -> Section | None:
    """Return the section that a page's head labels, None where it has no label."""
    for paragraph in head:
        text = paragraph.text
        if len(text) > 60:
            return None
        for label in _LABELS:
            match = label.fullmatch(text)
            if match is None:
                continue
            groups = match.groupdict()
            minute = groups.get("minute")
            item = groups.get("item") or groups.get("item2")
            return Section("attachment" if minute else "other", 0, 0, minute, item, folded(text))
    return None


def _stamp(last: Paragraph) -> Section | None:
    """Return the section whose agenda item is stamped on its first page, where the stamp is read last of the page."""
    found = _label([last])
    return found if found is not None and found.item is not None else None


def _page_start(paragraphs: Sequence[Paragraph], at: int) -> int:
    """Return where the document begins whose minutes' heading is at ``at``: the head of its page, if that is near."""
    start = at
    while start > 0 and paragraphs[start - 1].page == paragraphs[at].page:
        if at - start >= 8 or len(paragraphs[start - 1].text) > 130 or says(CLOSED, paragraphs[start - 1].text):
            return at
        start -= 1
    return start


def _after_close(paragraphs: Sequence[Paragraph], at: int) -> int | None:
    """Return the first paragraph of the page after the one on which the meeting closed."""
    for index in range(at, len(paragraphs)):
        if pattern(*CLOSED).search(paragraphs[index].text) and len(paragraphs[index].text) < 400:
            page = paragraphs[index].rows[-1].page
            for later in range(index + 1, len(paragraphs)):
                if paragraphs[later].page > page and not _signs_off(paragraphs[later].text):
                    return later
            return None
    return None


def _signs_off(text: str) -> bool:
    """Say whether a line belongs to the end of minutes: who signed them, when, and the day of the next meeting."""
    return len(text) < 160 and opening(*SIGNED_OFF).match(text) is not None
