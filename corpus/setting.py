"""Setting a page's text from its lines: one string, with the exact offsets of every line, cell and word."""

from collections.abc import Callable, Sequence

import numpy as np

from corpus.drafts import Draft, is_bold, size_of
from corpus.hyphens import SOFT, breaks
from corpus.types import Line
from corpus.words import HYPHEN, Word

CELL = "\t"  # between the cells of a row: white space that no word holds
_TENTHS = (1, 1, 10, 10, 10, 10)  # of a row of ``Page.words``
MOST_LEADING = 1.2  # line heights from one line to the next, beyond which a word is not carried over


def set_text(drafts: Sequence[Draft], keeps: Callable[[str, str], bool] | None) -> tuple[str, tuple[Line, ...], bytes]:
    """Return the text of a page, its lines, and the rows of ``Page.words``.

    ``keeps`` says whether a word broken at a line's end keeps its hyphen; without it none is broken.
    """
    parts: list[str] = []
    rows: list[tuple[float, ...]] = []
    lines: list[Line] = []
    offset = 0
    joined = True  # nothing stands before the first line
    for index, draft in enumerate(drafts):
        if not joined:
            parts.append("\n")
            offset += 1
        after = _carried(draft, drafts[index + 1]) if index + 1 < len(drafts) else None
        start, first, cells = offset, len(rows), []
        for number, cell in enumerate(draft.cells):
            if number:
                parts.append(CELL)
                offset += 1
            begun = offset
            following: tuple[Word | None, ...] = (*cell[1:], after if number + 1 == len(draft.cells) else None)
            for word, then in zip(cell, following, strict=False):  # an empty cell is followed by nothing of its own
                text, joined = _printed(word, then, keeps)
                parts.append(text)
                rows.append((offset, offset + len(text), word.left, word.top, word.right, word.bottom))
                offset += len(text)
                if word is not cell[-1] and not joined:
                    parts.append(" ")
                    offset += 1
            cells.append((begun, offset))
        joined = joined and after is not None
        words, boxes = draft.words, rows[first:]
        lines.append(
            Line(
                start,
                offset,
                round(min(box[2] for box in boxes), 1),
                round(min(box[3] for box in boxes), 1),
                round(max(box[4] for box in boxes), 1),
                round(max(box[5] for box in boxes), 1),
                size_of(words),
                is_bold(words),
                draft.role,
                tuple(cells) if len(cells) > 1 else (),
            )
        )
    table = np.rint(np.array(rows, dtype=np.float64).reshape(-1, 6) * _TENTHS).astype("<i4")
    return "".join(parts), tuple(lines), table.tobytes()


def _carried(draft: Draft, following: Draft) -> Word | None:
    """Return the first word of the next line where this line's last word may run on into it."""
    if len(draft.cells) > 1 or len(following.cells) > 1 or draft.role != following.role:
        return None
    last, first = draft.cells[0][-1], following.cells[0][0]
    if first.top - last.bottom > MOST_LEADING * (last.bottom - last.top) or first.left >= last.right:
        return None
    return first


def _printed(word: Word, following: Word | None, keeps: Callable[[str, str], bool] | None) -> tuple[str, bool]:
    """Return a word as it stands in the text, and whether the word after it is the rest of it."""
    if word.text.isascii() and word.text[-1] != "-":
        return word.text, False
    if keeps is not None and following is not None and breaks(word, following):
        text = word.text if keeps(word.text, following.text) else word.text[:-1]
        return text.replace(SOFT, "").replace(HYPHEN, "-"), True
    return word.text.replace(SOFT, "").replace(HYPHEN, "-"), False
