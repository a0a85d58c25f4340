"""Recorded votes set as a table: a row a member, a column a side, a mark in one of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.paragraphs import Paragraph
from corpus.people import names_in
from corpus.phrases_decided import VOTE_NAMES, VOTE_SIDES
from corpus.phrasing import spaced
from corpus.rows import folded, joined
from corpus.types import Span, Tally, Vote

Side = Literal["for", "against", "abstain"]

_HEAD = re.compile(rf"(?:{spaced(VOTE_NAMES)})?", re.IGNORECASE)
_SIDES: tuple[tuple[re.Pattern[str], Side], ...] = tuple(
    (re.compile(rf"(?:{spaced(words)})\s*(?:\(\d{{1,3}}\))?", re.IGNORECASE), side)  # type: ignore[misc]  # the data says which sides there are
    for words, side in VOTE_SIDES
)
_MARKED = re.compile(r"[xX✓✔√●•*1yY]|yes", re.IGNORECASE)
_FIGURE = re.compile(r"(?:totals?\s*[:–-]?\s*)?\(?(?P<figure>\d{1,3})\)?(?:\s+votes?)?", re.IGNORECASE)
_COUNTED_FIRST = re.compile(r"(?P<figure>\d{1,3})\s*[–—:-]\s*(?=\D)")  # "5 – Councillors Ash, Begg"
FEWEST = 3  # rows with a name and a side, from which a table is a vote
_TOTAL = re.compile(r"totals?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TabledVote:
    """A vote read from a table, and how many paragraphs it takes."""

    vote: Vote
    rows: int


def vote_in_table(paragraphs: Sequence[Paragraph], index: int) -> TabledVote | None:
    """Return the vote whose table's heading row stands at ``index``, None where none does."""
    sides = _sides(paragraphs[index])
    if len(sides) < 2:
        return _a_side_a_row(paragraphs, index) or _by_rows(paragraphs, index)
    listed = 0 in sides  # a side a column, the names of those who voted so under it
    names: dict[int, list[str]] = {column: [] for column in sides}
    heads = {column: _FIGURE.search(cell) for column, cell in enumerate(cells_of(paragraphs[index]))}
    printed = {column: int(one["figure"]) for column, one in heads.items() if one and column in sides}  # "For (5)"
    spans: list[Span] = list(paragraphs[index].prose.spans())
    at = index + 1
    while at < len(paragraphs) and (paragraphs[at].table or _over_page(paragraphs[at], paragraphs[index])):
        cells = cells_of(paragraphs[at])
        if _TOTAL.fullmatch(cells[0].strip(" :")):
            printed |= {
                column: int(cells[column]) for column in sides if column < len(cells) and cells[column].isdigit()
            }
        elif listed:
            for column in sides:
                total = _FIGURE.fullmatch(cells[column]) if column < len(cells) else None
                if total is not None:
                    printed[column] = int(total["figure"])
                elif column < len(cells):
                    names[column] += names_in(cells[column])
        else:
            marked = [column for column in sides if column < len(cells) and _MARKED.fullmatch(cells[column])]
            if len(marked) == 1 and cells[0]:
                names[marked[0]].append(cells[0])
        spans += paragraphs[at].prose.spans()
        at += 1
    if not any(names.values()):
        return None
    tallies = tuple(Tally(side, printed.get(column), tuple(names[column])) for column, side in sides.items())
    return TabledVote(Vote(tallies, None, joined(spans)), at - index)


def _over_page(paragraph: Paragraph, head: Paragraph) -> bool:
    """Say whether a row alone at the head of a page has as many cells as the heading row on the page before it."""
    return paragraph.page == head.page + 1 and len(paragraph.rows[0].line.cells) == len(head.rows[0].line.cells)


def _a_side_a_row(paragraphs: Sequence[Paragraph], index: int) -> TabledVote | None:
    """Return the vote of a table with a row a side: "For (10)", "Councillors Ash and Begg"."""
    tallies: list[Tally] = []
    spans: list[Span] = []
    at = index
    while at < len(paragraphs) and paragraphs[at].table:
        cells = cells_of(paragraphs[at])
        side = _side(cells[0]) if len(cells) > 1 else None
        if side is None or any(one.side == side for one in tallies):
            break
        first = _COUNTED_FIRST.match(cells[1])
        figures = (_FIGURE.search(cells[0]), first, _FIGURE.fullmatch(cells[-1]))
        printed = next((int(one["figure"]) for one in figures if one is not None), None)
        tallies.append(Tally(side, printed, names_in(cells[1][first.end() if first is not None else 0 :])))
        spans += paragraphs[at].prose.spans()
        at += 1
    named = sum(bool(one.names) for one in tallies)
    return TabledVote(Vote(tuple(tallies), None, joined(spans)), at - index) if len(tallies) > 1 and named else None


def _by_rows(paragraphs: Sequence[Paragraph], index: int) -> TabledVote | None:
    """Return the vote of a table with a row a member, the side in its last cell: "L Dakers", "For"."""
    named: list[tuple[str, Side]] = []
    spans: list[Span] = []
    at = index
    while at < len(paragraphs) and paragraphs[at].table:
        cells = cells_of(paragraphs[at])
        side = _side(cells[-1]) if len(cells) == 2 else None  # a name and a side
        if side is not None and cells[0]:
            named.append((cells[0], side))
        elif at > index:
            break
        spans += paragraphs[at].prose.spans()
        at += 1
    if len({side for _, side in named}) < 2 or len(named) < FEWEST:
        return None
    order: tuple[Side, ...] = ("for", "against", "abstain")
    tallies = [Tally(one, None, tuple(name for name, side in named if side == one)) for one in order]
    return TabledVote(Vote(tuple(one for one in tallies if one.names), None, joined(spans)), at - index)


def cells_of(paragraph: Paragraph) -> list[str]:
    """Return the words of each cell of a row of a table."""
    line = paragraph.rows[0].line
    return [folded(paragraph.text[start - line.start : end - line.start]) for start, end in line.cells]


def _sides(paragraph: Paragraph) -> dict[int, Side]:
    """Return which column of a heading row is which side of a vote; none where it is no such row."""
    if not paragraph.table:
        return {}
    cells = cells_of(paragraph)
    every = [_side(cell) for cell in cells]
    if cells and all(every) and len(set(every)) == len(every):
        return {column: side for column, side in enumerate(every) if side is not None}
    if not cells or not _HEAD.fullmatch(cells[0].strip(" :")):
        return {}
    found: dict[int, Side] = {}
    for column, cell in enumerate(cells[1:], 1):
        side = _side(cell)
        if side is not None and side not in found.values():
            found[column] = side
    return found


def _side(cell: str) -> Side | None:
    """Return the side of a vote that the head of a column names: "For", "Against (3)"."""
    words = cell.strip(" :")
    return next((side for phrase, side in _SIDES if words and phrase.fullmatch(words)), None)
