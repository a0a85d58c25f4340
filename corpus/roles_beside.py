"""Who was there, with the role of each in a column beside the names: "Councillor Ames | Housing and Planning"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.labels import label_of
from corpus.names import TITLE
from corpus.paragraphs import Paragraph, cut
from corpus.person import LONGEST_NOTE, OFFICE, is_post, reads_as_person
from corpus.rows import folded
from corpus.tabled import cells_of

LABELLED = 3  # cells of a row with a label, a name and a role
FEWEST = 3  # rows from which two columns are names and roles
NEAR = 4.0  # points within which the lines of one column begin
BESIDE = 60.0  # points from the names, from which a line stands in the second column

_NAMED = re.compile(rf"(?:{TITLE}\s+)*{TITLE}\s+[A-Z]")
_DANGLES = re.compile(r"(?:\b(?:and|of|for|the|to|with)|&|,|/)\s*$")
_BEFORE_NOTE = re.compile(r"\s*[,(;]|\s[-–—]\s")


@dataclass(frozen=True, slots=True)
class Held:
    """A name in such a column, and the role beside it; None where it cannot be told whose it is."""

    name: Paragraph
    role: str | None
    label: str = ""  # in a cell before the name: "Present:"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the two columns, or a line of the second alone, which goes on with the row above or the one above it."""

    at: int
    name: Paragraph | None
    role: str
    label: str = ""


def roles_beside(paragraphs: Sequence[Paragraph]) -> Mapping[int, Held | None]:
    """Return the paragraphs of such columns by place: the name and its role; None for a line of roles alone."""
    found: dict[int, Held | None] = {}
    runs = [rows for rows in _runs(paragraphs) if rows]
    long = [rows for rows in runs if len(_names(rows)) >= FEWEST and _are_roles([row.role for row in _names(rows)])]
    for rows in runs if long else ():  # a list of roles has them for those who sent apologies too
        names = _names(rows)
        told = _by_row(rows) or _in_order(rows)
        beside = told if len(told) == len(names) else [None] * len(names)
        found |= {row.at: None for row in rows}
        found |= {
            row.at: Held(row.name, role, row.label)
            for row, role in zip(names, beside, strict=True)
            if row.name is not None
        }
    return found


def _names(rows: Sequence[_Row]) -> list[_Row]:
    """Return the rows that have a name, and are no line of the second column alone."""
    return [row for row in rows if row.name is not None]


def _runs(paragraphs: Sequence[Paragraph]) -> Iterator[list[_Row]]:
    """Yield the rows that follow one another in two columns, a name in the first and none in the second."""
    run: list[_Row] = []
    for at, paragraph in enumerate(paragraphs):
        rows = _row(paragraph, at) or (_goes_on(paragraph, at, paragraphs[run[-1].at]) if run else ())
        if not rows or (run and paragraph.page != paragraphs[run[0].at].page):
            yield run
            run = []
            rows = _row(paragraph, at)
        run += rows
    yield run


def _row(paragraph: Paragraph, at: int) -> tuple[_Row, ...]:
    """Return a row with a name and a role, behind a cell with a label or an empty one perhaps."""
    line = paragraph.rows[0].line
    whole = len(paragraph.rows) == 1 and len(paragraph.text) == line.end - line.start
    cells = cells_of(paragraph) if whole else []
    words = [folded(paragraph.text[slice(*cell)]) for cell in cells]
    label = words[0] if len(words) == LABELLED and (not words[0] or label_of(words[0]) is not None) else None
    named = words[1:] if label is not None else words
    if len(named) != 2 or not all(named) or not _is_name(named[0]) or _NAMED.search(named[1]):
        return ()
    return (_Row(at, cut(paragraph, *cells[-2]), named[1], label or ""),)


def _is_name(cell: str) -> bool:
    """Say whether a cell names one person, with a title or without."""
    return _NAMED.match(cell) is not None or reads_as_person(_BEFORE_NOTE.split(cell, maxsplit=1)[0])


def _goes_on(paragraph: Paragraph, at: int, above: Paragraph) -> tuple[_Row, ...]:
    """Return the lines that stand in the second column alone, where they are no list and no label."""
    indent = paragraph.left - above.left
    if paragraph.table or paragraph.gap or paragraph.bold or _NAMED.search(paragraph.text) or label_of(paragraph.text):
        return ()
    short = all(len(row.text) < LONGEST_NOTE for row in paragraph.rows) and not paragraph.ended
    aligned = indent > BESIDE if above.table else abs(indent) < NEAR
    return tuple(_Row(at, None, folded(row.text)) for row in paragraph.rows) if short and aligned else ()


def _are_roles(cells: Sequence[str]) -> bool:
    """Say whether the words of a column are what people hold, and no names: one is a post, and few read as names."""
    bare = [_BEFORE_NOTE.split(cell, maxsplit=1)[0] for cell in cells]
    named = sum(reads_as_person(cell) for cell in bare)
    return 2 * named < len(bare) and any(is_post(cell) or OFFICE.fullmatch(cell) is not None for cell in bare)


def _by_row(rows: Sequence[_Row]) -> list[str]:
    """Return the role in each row with the lines below it; none where the rows may not be those of the names.

    So where one breaks off and goes on in the next row, and where lines are left over below the last name alone.
    """
    lines = [row.name is None for row in rows]
    if any(lines) and lines == sorted(lines):
        return []
    roles: list[str] = []
    for row in rows:
        if row.name is None:
            roles[-1] += f" {row.role}"
        elif roles and _DANGLES.search(roles[-1]):
            return []
        else:
            roles.append(row.role)
    return [] if _DANGLES.search(roles[-1]) else roles


def _in_order(rows: Sequence[_Row]) -> list[str]:
    """Return the roles in the order of their column, those put together that break off at the end of a line."""
    roles: list[str] = []
    for row in rows:
        if roles and _DANGLES.search(roles[-1]):
            roles[-1] += f" {row.role}"
        else:
            roles.append(row.role)
    return roles
