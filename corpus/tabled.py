"""Minutes typed into a table, a row an item: brought into the paragraphs in which other minutes are written."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median_low

from corpus.marks import mark_of
from corpus.paragraphs import Paragraph, cut, ends
from corpus.phrases import ACTION_COLUMN, ACTION_LOG_COLUMNS, NUMBER_COLUMN, SUBHEADINGS
from corpus.phrasing import spaced
from corpus.rows import Prose, folded, trimmed
from corpus.schedules import decision_column
from corpus.series import STEP, Numbered, minute_numbers, token

_NUMBER_HEAD = re.compile(spaced(NUMBER_COLUMN), re.IGNORECASE)
_ACTION_HEAD = re.compile(spaced(ACTION_COLUMN), re.IGNORECASE)
_ACTION_LOG = re.compile(spaced(ACTION_LOG_COLUMNS), re.IGNORECASE)
_NOTHING = re.compile(r"(?:none|nil|n/?a|[-–—. ]*)\.?", re.IGNORECASE)
_SUBHEADING = re.compile(rf"(?<=[.;] )(?=[A-Z])(?i:{SUBHEADINGS[0]})(?= [A-Z])")
_APOLOGIES = re.compile(r"(?:an )?apolog(?:y|ies)\b[^.]*\b(?:was|were|had been)\b[^.]*\.?", re.IGNORECASE)
ALIGNED = 3.0  # points within which the rows of one table begin; a table within a cell begins further in
LONG = 60  # letters under a number: fewer are those of a list
FEWEST = 3  # rows that begin with a number, from which a table is taken for minutes
TITLE = 80  # letters of a heading that stands in one cell with its number
SHARE = 0.6  # of a table's rows must begin with a number


@dataclass(frozen=True, slots=True)
class Untabled:
    """Paragraphs without the table, at which of them an item begins, and which of them say what was decided."""

    paragraphs: tuple[Paragraph, ...]
    items: frozenset[int]
    decided: Mapping[int, str]  # by the head of their column: "resolved"


def untabled(paragraphs: Sequence[Paragraph]) -> Untabled:
    """Return minutes with the rows of their table as paragraphs: number and words, then each other cell."""
    table = _table(paragraphs)
    named = _named(paragraphs, table)
    left = min((paragraphs[at].left for at in table), default=0.0)  # of all of it: what is left of a row has no number
    found: list[Paragraph] = []
    items: set[int] = set()
    decided: dict[int, str] = {}
    column: tuple[int, str] | None = None
    for index, paragraph in enumerate(paragraphs):
        if index not in table:
            column = (decision_column(paragraph) or column) if paragraph.table else None
            if table and _continued(paragraph):
                found += [free(paragraph, *part, left) for part in _parts(paragraph, cells_of(paragraph)[1])]
            else:
                found.append(paragraph)
            continue
        every = cells_of(paragraph)
        cells = [cell for cell in every if cell[0] < cell[1]]
        named_in = 1 if _begins(paragraph) else 2  # how many cells number and name take
        said = every[column[0]] if column is not None and named_in <= column[0] < len(every) else None
        if _titled(paragraph):
            items.add(len(found))
        elif (inner := _headed_within(paragraph)) is not None:
            items.add(len(found))
            cells = [(cells[0][0], inner), (inner, cells[0][1]), *cells[1:]]
        elif _numbered(paragraph) and len(cells) > 1 and cells[1] != said:
            items.add(len(found))
            ends = _name_end(paragraph, cells[1]) if named else None
            under = [] if ends is None else [(ends, cells[1][1])]
            cells = [(cells[0][0], cells[1][1] if ends is None else ends), *under, *cells[2:]]
        for cell in cells:
            if column is not None and cell == said and not _says_nothing(paragraph, said):
                decided[len(found)] = column[1]
            whole = cell == said  # a cell of decisions is read in one piece: its column gives the verb
            found += [free(paragraph, *part, left) for part in ([cell] if whole else _parts(paragraph, cell))]
    return Untabled(tuple(found), frozenset(items | _among(found, items)), decided)


def _says_nothing(paragraph: Paragraph, cell: tuple[int, int]) -> bool:
    """Say whether a cell of decisions holds none: "None", or who sent apologies."""
    words = paragraph.text[slice(*cell)]
    return is_nothing(words) or _APOLOGIES.fullmatch(words) is not None


def _continued(paragraph: Paragraph) -> bool:
    """Say whether a row is what a page's end left over of the row before: words, and no number."""
    cells = cells_of(paragraph) if len(paragraph.rows) == 1 else []
    return len(cells) == 2 and cells[0][0] == cells[0][1] and not paragraph.table


def _parts(paragraph: Paragraph, cell: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the paragraphs that a cell is typed in: each begins on a line of its own, the one above having room."""
    start, end = cell
    text = paragraph.text
    anew = [
        at
        for at in paragraph.rows[0].anew
        if start < at < end and (not text[at].islower() or ends(text[start:at]) or mark_of(text[at:end]) is not None)
    ]
    headed = [match.start() for match in _SUBHEADING.finditer(text, start, end)]
    bounds = sorted({start, *anew, *headed, end})
    return [trimmed(text, first, last) for first, last in pairwise(bounds)]


def _among(found: Sequence[Paragraph], items: Collection[int]) -> set[int]:
    """Return the paragraphs that begin with a number missing among the items: of rows too long to be set as rows."""
    known = {at: item for at in items if (item := token(found[at], at)) is not None}
    missing = set()
    for before, after in pairwise((*sorted(known), len(found))):
        number = known[before]
        for at in range(before + 1, after):
            item = None if found[at].table else token(found[at], at)
            bare = item is not None and item.rest == len(found[at].text)
            heads = item is not None and (bare or (after in known and (item.strong or item.heading)))
            if item is not None and heads and _next(number, item):
                missing.add(at)
                number = item
    return missing


def _next(one: Numbered, two: Numbered) -> bool:
    return one.shape == two.shape and [b - a for a, b in zip(one.parts, two.parts, strict=True) if a != b] == [1]


def _named(paragraphs: Sequence[Paragraph], table: frozenset[int]) -> bool:
    """Say whether the rows of a table name their item on a printed line of its own, above what is said of it."""
    rows = [(paragraphs[at], cells_of(paragraphs[at])) for at in table if paragraphs[at].rows[0].anew]
    ends = [_name_end(row, cells[1]) for row, cells in rows if len(cells) > 1]
    return sum(end is not None for end in ends) >= max(FEWEST, SHARE * len(ends))


def _name_end(paragraph: Paragraph, cell: tuple[int, int]) -> int | None:
    """Return where the name of an item ends in its cell: at the first printed line that begins anew."""
    inside = [at for at in paragraph.rows[0].anew if cell[0] < at < cell[1]]
    name = folded(paragraph.text[cell[0] : inside[0]]) if inside else ""
    is_name = name[:1].isupper() and len(name) < TITLE and name[-1] not in ".;,"
    return inside[0] if is_name and not paragraph.text[inside[0]].islower() else None


def _table(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Return the rows of the tables of minutes, without their heading rows, which stay as they are."""
    rows: set[int] = set()
    for group in _groups(paragraphs):
        left = median_low([paragraphs[at].left for at in group.numbered]) if group.numbered else 0.0
        filled = [at for at in group.body if _filled(paragraphs[at]) and abs(paragraphs[at].left - left) < ALIGNED]
        nested = {at for at in group.body if _filled(paragraphs[at]) and at not in filled}
        enough = len(group.numbered) >= max(FEWEST, SHARE * len(filled))
        if enough and _rising(paragraphs, group) and not _within_minute(paragraphs, group):
            rows |= set(group.body) - nested
    return frozenset(rows | _lone(paragraphs, rows))


def _within_minute(paragraphs: Sequence[Paragraph], group: "_Group") -> bool:
    """Say whether a table stands within one minute of a series of headings, which goes on above it and below it.

    Under the last of the series the rows of a table begin to count anew.
    """
    headed = [item for item in minute_numbers(paragraphs) if item.strong and not paragraphs[item.index].table]
    before = [item for item in headed if item.index < group.body[0]]
    after = [item for item in headed if item.index > group.body[-1]]
    first = token(paragraphs[group.numbered[0]], group.numbered[0], tables=True)
    if not before or first is None or not len(before) + len(after) == len(headed) >= FEWEST:
        return False
    return _next(before[-1], after[0]) if after else first.parts[-1] == 1 < before[-1].parts[-1]


@dataclass(frozen=True, slots=True)
class _Group:
    """The rows of tables that may be one table, parted by page breaks and by rows too long to be set as rows."""

    body: tuple[int, ...]  # without heading rows
    numbered: tuple[int, ...]
    breaks: frozenset[int]  # rows that begin a part of it
    headed: bool


def _groups(paragraphs: Sequence[Paragraph]) -> list[_Group]:
    """Gather the runs of rows whose numbers rise from one to the next."""
    found: list[_Group] = []
    for in_table, run in groupby(range(len(paragraphs)), key=lambda at: paragraphs[at].table):
        group = _group(paragraphs, tuple(run)) if in_table else None
        if group is None:
            continue
        rank = next((rank for rank in range(len(found) - 1, -1, -1) if found[rank].numbered), None)
        if rank is not None and group.numbered:  # between them may stand a table within a cell
            before = found[rank]
            one, two = (token(paragraphs[at], at, tables=True) for at in (before.numbered[-1], group.numbered[0]))
            if one is not None and two is not None and _follows(one, two):
                body, numbered = (*before.body, *group.body), (*before.numbered, *group.numbered)
                breaks = before.breaks | {group.numbered[0]}
                found[rank] = _Group(body, numbered, breaks, before.headed or group.headed)
                continue
        found.append(group)
    return found


def _group(paragraphs: Sequence[Paragraph], run: Sequence[int]) -> _Group | None:
    """Gather a run of rows; None of a list of what is to be done, which is no table of minutes."""
    heads = {at for at in run if is_head(paragraphs[at])}
    if any(_lists_actions(paragraphs[at]) for at in heads):
        return None
    body = tuple(at for at in run if at not in heads)
    numbered = tuple(at for at in body if _numbered(paragraphs[at]) or (heads and _begins(paragraphs[at])))
    return _Group(body, numbered, frozenset(), bool(heads))


def _filled(paragraph: Paragraph) -> bool:
    """Say whether something stands in a row's first cell: without it, it goes on with the row above."""
    first = cells_of(paragraph)[0]
    return first[0] < first[1]


def _follows(one: Numbered, two: Numbered) -> bool:
    return one.shape == two.shape and 0 < sum(two.parts) - sum(one.parts) <= STEP and one.parts < two.parts


def _lone(paragraphs: Sequence[Paragraph], rows: Collection[int]) -> set[int]:
    """Return the rows that stand alone on their page, by their numbers: each the next of one that is known."""
    known = [item for at in sorted(rows) if (item := token(paragraphs[at], at, tables=True)) is not None]
    found: set[int] = set()
    for at, paragraph in enumerate(paragraphs):
        item = token(paragraph, at, tables=True) if known and at not in rows and len(paragraph.rows) == 1 else None
        row = item is not None and (_numbered(paragraph) or _begins(paragraph))
        if item is None or not (row or item.rest == len(paragraph.text)):
            continue
        before = [one for one in known if one.index < at]
        after = [one for one in known if one.index > at]
        near = [*(_next(one, item) for one in before[-1:]), *(_next(item, one) for one in after[:1])]
        if any(near) and all(one.parts < item.parts for one in before) and all(item.parts < one.parts for one in after):
            known = [*before, item, *after]
            found |= {at} if row else set()
    return found


def _rising(paragraphs: Sequence[Paragraph], group: _Group) -> bool:
    """Say whether the numbers of the rows rise by one each, and what stands under each is as long as minutes are.

    Where a page or a long row parts them, and where columns are headed, numbers may leap.
    """
    tokens = [one for at in group.numbered if (one := token(paragraphs[at], at, tables=True)) is not None]
    steps = all(
        _next(one, two) or ((two.index in group.breaks or group.headed) and _follows(one, two))
        for one, two in pairwise(tokens)
    )
    ends = (*group.numbered[1:], group.body[-1] + 1)
    under = (
        sum(len(paragraphs[place].text) for place in group.body if at <= place < end)
        for at, end in zip(group.numbered, ends, strict=True)
    )
    return steps and 2 * sum(letters > LONG for letters in under) >= len(group.numbered)


def is_nothing(text: str) -> bool:
    """Say whether a cell is empty in its own words: "None", "-"."""
    return _NOTHING.fullmatch(text) is not None


def _numbered(paragraph: Paragraph) -> bool:
    """Say whether a row's first cell is a number and nothing else."""
    cells = cells_of(paragraph)
    if len(cells) < 2:
        return False
    found = token(paragraph, 0, tables=True)
    return found is not None and paragraph.text[slice(*cells[0])].rstrip(" .:").endswith(found.number)


def _titled(paragraph: Paragraph) -> bool:
    """Say whether a row's first cell is a number and the few words that it heads: "3. High Needs Block"."""
    cells = cells_of(paragraph)
    found = token(paragraph, 0, tables=True) if len(cells) > 1 and not _numbered(paragraph) else None
    title = folded(paragraph.text[found.rest : cells[0][1]]) if found is not None and found.rest < cells[0][1] else ""
    return title[:1].isupper() and len(title) < TITLE and title[-1] not in ".;,"


def _headed_within(paragraph: Paragraph) -> int | None:
    """Return where the words begin under the number and the name that stand above them in a row's first cell."""
    cells = cells_of(paragraph)
    found = token(paragraph, 0, tables=True) if len(cells) > 1 and not _numbered(paragraph) else None
    if found is None or found.rest >= cells[0][1]:
        return None
    return _name_end(paragraph, (found.rest, cells[0][1]))


def _begins(paragraph: Paragraph) -> bool:
    return _titled(paragraph) or _headed_within(paragraph) is not None


def is_head(paragraph: Paragraph) -> bool:
    """Say whether a row names the columns: "Minute No | Item | Action"."""
    words = [folded(paragraph.text[start:end]).strip(" :") for start, end in cells_of(paragraph)]
    return not _numbered(paragraph) and (
        (words[0] != "" and _NUMBER_HEAD.fullmatch(words[0]) is not None)
        or any(_ACTION_HEAD.fullmatch(word) for word in words[1:] if word)
        or decision_column(paragraph) is not None
    )


def _lists_actions(paragraph: Paragraph) -> bool:
    """Say whether a row names the columns of a list of actions and nothing more: "No. | Action | Owner | By"."""
    words = [folded(paragraph.text[start:end]).strip(" :") for start, end in cells_of(paragraph)]
    listed = len(words) > 2 and all(_ACTION_LOG.fullmatch(word) for word in words)
    return listed and any(word.lower().startswith(("action", "agreed action")) for word in words[:-1])


def cells_of(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Return where the words of each cell of a row stand in its text."""
    line = paragraph.rows[0].line
    return [trimmed(paragraph.text, start - line.start, end - line.start) for start, end in line.cells]


def free(paragraph: Paragraph, start: int, end: int, left: float | None = None) -> Paragraph:
    """Return a part of a row as a paragraph that is none, and begins ``left`` points in or where its row does."""
    part = cut(paragraph, start, end)
    at = paragraph.left if left is None else left
    rows = tuple(replace(row, table=False, line=replace(row.line, left=at)) for row in part.rows)
    return replace(part, rows=rows, prose=Prose(part.text, part.prose.starts, rows), gap=True)
