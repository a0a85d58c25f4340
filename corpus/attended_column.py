"""Who was there by a column of its own: "Name | Organisation | Present", and in each row "Yes", "Apologies" or "No"."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from corpus.paragraphs import Paragraph, cut
from corpus.rows import folded
from corpus.tabled import cells_of

_NAMES = re.compile(r"(?:names?|members?|councillors?|representatives?)(?: .*)?", re.IGNORECASE)
_STATUS = re.compile(r"(?:present|attend(?:ance|ed)|status)\W*(?:\(?y/n\)?)?\??", re.IGNORECASE)
_CAME = re.compile(r"(?:yes|y|present|attended|✓|✔|x|online|remotely|in person)\.?", re.IGNORECASE)
_SENT_APOLOGIES = re.compile(r"apolog(?:y|ies)\b.*|ap\.?|apols?\.?", re.IGNORECASE)
_STAYED_AWAY = re.compile(r"(?:no|n|absent|did not attend|✗|✘|[-–—])\.?", re.IGNORECASE)

Attended = Literal["present", "apologies", "absent"]


def attended(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, Paragraph, Attended | None]]:
    """Yield the place and the name in each row of a table that has such a column, and what the column says of it.

    None is said of the heading row.
    """
    column: int | None = None
    for at, paragraph in enumerate(paragraphs):
        cells = cells_of(paragraph) if paragraph.table else []
        words = [folded(paragraph.text[slice(*cell)]) for cell in cells]
        if words and _NAMES.fullmatch(words[0]) and any(map(_STATUS.fullmatch, words[1:])):
            column = next(place for place, word in enumerate(words) if place and _STATUS.fullmatch(word))
            yield at, paragraph, None
        elif not cells:
            column = None
        elif column is not None and column < len(cells) and words[0] and (said := _said(words[column])):
            yield at, cut(paragraph, *cells[0]), said


def _said(words: str) -> Attended | None:
    """Return what a cell of the column says; None for what is neither."""
    if _CAME.fullmatch(words):
        return "present"
    if _SENT_APOLOGIES.fullmatch(words):
        return "apologies"
    return "absent" if _STAYED_AWAY.fullmatch(words) else None
