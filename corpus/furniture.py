"""What a paper prints on every page around its text: running heads and feet, and page numbers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.drafts import Draft
from corpus.pdf import Sheet

_NUMBER = re.compile(r"(?:page\s+)?[-–—]?\s*(\d{1,4})\s*[-–—]?(?:\s+of\s+\d{1,4})?", re.IGNORECASE)


def furnished(pages: Sequence[list[Draft]], sheets: Sequence[Sheet]) -> tuple[list[list[Draft]], list[str | None]]:
    """Return the lines of all pages with the roles that recurrence gives them, and each page's printed number."""
    result, printed = [], []
    for page, sheet in zip(pages, sheets, strict=True):
        number = None
        for index, draft in enumerate(page):
            match = _NUMBER.fullmatch(draft.text)
            if match and (draft.top > 0.9 * sheet.height or draft.bottom < 0.1 * sheet.height):
                page[index] = replace(draft, role="number")
                number = match.group(1)
        result.append(page)
        printed.append(number)
    return result, printed
