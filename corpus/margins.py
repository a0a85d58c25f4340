"""Marks in the margin: who is to act, noted beside the minutes as initials or an office, and no part of any sentence.

They stand to the right of all text of the page. They are kept on the page, out of the way of its lines, as a stamp is.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.drafts import Draft
from corpus.words import Word

MARK = re.compile(
    r"(?:[A-Z]{2,4}|All|ALL|Clerk|CLERK|Chair(?:man)?|(?:Cllr|Councillor)s?\.? [A-Z][\w’'-]+)"
    r"(?:\s?[/,&+]\s?(?:[A-Z]{2,4}|Clerk|Chair(?:man)?|All))*"
)
HEADING = re.compile(r"actions?(?: by)?:?", re.IGNORECASE)
WHITE = 6.0  # points, at least, between the text and its margin
PROSE = 5  # words of a line beside which a mark stands, in most of the lines that have one: else it is a list's column


def margins_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the lines of a page with the marks of its margin as lines of their own, after all others."""
    marked = {at: cell for at, draft in enumerate(drafts) if (cell := _mark(draft))}
    if not any(len(drafts[at].cells) > 1 or MARK.fullmatch(_text(cell)) for at, cell in marked.items()):
        return list(drafts)
    edge = max((_right(draft, marked.get(at)) for at, draft in enumerate(drafts)), default=0.0)
    outside = {at: cell for at, cell in marked.items() if min(word.left for word in cell) >= edge + WHITE}
    beside = [drafts[at] for at in outside if len(drafts[at].cells) > 1]
    if len(outside) < len(marked) or 2 * sum(len(one.cells[0]) >= PROSE for one in beside) < len(beside):
        return list(drafts)
    kept = [
        replace(draft, cells=draft.cells[:-1]) if at in outside else draft
        for at, draft in enumerate(drafts)
        if at not in outside or len(draft.cells) > 1
    ]
    return [*kept, *(Draft((cell,), "foot") for cell in outside.values())]


def _mark(draft: Draft) -> tuple[Word, ...]:
    """Return what may be a mark: the last of two cells, or a line of its own; nothing where it is none."""
    if draft.ruled or draft.role != "body" or len(draft.cells) > 2:
        return ()
    cell = draft.cells[-1]
    return cell if MARK.fullmatch(_text(cell)) or HEADING.fullmatch(_text(cell)) else ()


def _right(draft: Draft, mark: tuple[Word, ...] | None) -> float:
    """Return how far the line's own words reach."""
    own = [word.right for word in draft.words if not mark or word not in mark]
    return max(own, default=0.0)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
