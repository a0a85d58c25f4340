"""Minutes typed into a table without numbers: a row an item, its topic in the first cell or before the first stop."""

import re
from collections.abc import Sequence

from corpus.headings import Head
from corpus.paragraphs import Paragraph
from corpus.phrases import TOPIC_COLUMN
from corpus.phrasing import spaced
from corpus.rows import folded
from corpus.schedules import decision_column
from corpus.tabled import Untabled, cells_of, free, is_head, is_nothing

_TOPIC_HEAD = re.compile(spaced(TOPIC_COLUMN), re.IGNORECASE)
_RUN_IN = re.compile(r"[A-Z][^.:–—]{2,70}?(?:[.:](?=\s)|\s[–—-](?=\s))")
FEWEST = 3  # rows with a topic, from which a table is taken for minutes
TOPIC = 60  # letters of a first cell that is no more than a topic


def topics(paragraphs: Sequence[Paragraph]) -> tuple[Untabled, tuple[Head, ...]]:
    """Return minutes with the rows of such tables as paragraphs, and the head of each item, if there are any."""
    found: list[Paragraph] = []
    heads: list[Head] = []
    decided: dict[int, str] = {}
    inside = False
    column: tuple[int, str] | None = None
    for paragraph in paragraphs:
        cells = cells_of(paragraph) if paragraph.table else []
        if not cells or (is_head(paragraph) and _TOPIC_HEAD.fullmatch(_words(paragraph, cells[0]).strip(" :"))):
            inside = bool(cells)
            column = decision_column(paragraph) if inside else None
            found.append(paragraph)
            continue
        if not inside:
            found.append(paragraph)
            continue
        said = cells[column[0]] if column is not None and 0 < column[0] < len(cells) else None
        kept = [cell for cell in cells if cell[0] < cell[1]]
        topic = _topic(paragraph, kept, said)
        if topic is not None:
            inner, heading = topic
            heads.append(Head(len(found), len(found) + 1, len(found), inner - kept[0][0], None, None, heading))
            if inner >= kept[0][1] and len(kept) > 1 and kept[1] != said:
                kept = [(kept[0][0], kept[1][1]), *kept[2:]]
        if column is not None and said in kept and not is_nothing(_words(paragraph, said)):
            decided[len(found) + kept.index(said)] = column[1]
        found += [free(paragraph, start, end) for start, end in kept]
    if len(heads) < FEWEST:
        return Untabled(tuple(paragraphs), frozenset(), {}), ()
    return Untabled(tuple(found), frozenset(), decided), tuple(heads)


def _topic(
    paragraph: Paragraph, kept: Sequence[tuple[int, int]], said: tuple[int, int] | None
) -> tuple[int, str] | None:
    """Return where the words of an item begin in its row and what it is about, None where the row names no topic."""
    if not kept or kept[0] == said:
        return None
    first = _words(paragraph, kept[0])
    run_in = _RUN_IN.match(first)
    if run_in is not None:
        at = _RUN_IN.match(paragraph.text, kept[0][0])
        return (at.end() if at is not None else kept[0][1]), run_in.group().rstrip(" .:–—-")
    return (kept[0][1], first.strip(" :")) if len(first) < TOPIC and len(kept) > 1 else None


def _words(paragraph: Paragraph, cell: tuple[int, int]) -> str:
    return folded(paragraph.text[slice(*cell)])
