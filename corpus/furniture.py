"""What a paper prints around its text on page after page: running heads and feet, found by place and recurrence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from corpus.drafts import Draft
from corpus.pages import Mark, marks, numbered, without_number
from corpus.sheets import Sheet
from corpus.types import LineRole

MARGIN = 0.14  # of a page's height: heads and feet stand nearer to its edge
NUMBERS = 0.18  # of a page's height: some page numbers stand that far in, where a last page is short
MOST_LINES = 4  # lines that a head or a foot has at most
SAME_PLACE = 4.0  # points by which the same head may shift from page to page
FEWEST = 3  # pages on which a line must recur before it is taken for furniture
FARTHEST = 3  # pages from one to the next that carries it: heads of odd and even pages alternate, charts come between
WHITE = 0.5  # line heights between furniture and text: the heading rows of a table stand closer to its figures
COLUMNS = 3  # cells from which a line at the top of a page is the heading row of a table
PAIR = 2  # pages of a paper too short for three recurrences


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the top or the bottom of a page, as a candidate for furniture."""

    page: int  # index
    line: int  # index
    role: LineRole
    place: float  # from the nearer edge, points
    height: float
    white: float  # between it and the next line inwards, points
    near: bool  # near enough to the page's edge for a head or a foot
    wording: str  # without the page number


def furnished(pages: Sequence[Sequence[Draft]], sheets: Sequence[Sheet]) -> tuple[list[list[Draft]], list[str | None]]:
    """Return the lines of all pages with the roles that recurrence gives them, and each page's printed number."""
    edges = [edge for index, page in enumerate(pages) for edge in _edges(index, page, sheets[index].height)]
    found = [
        replace(mark, apart=_outermost(edge, edges))
        for edge in edges
        for mark in marks(edge.page, edge.line, pages[edge.page][edge.line].text)
    ]
    for index, page in enumerate(pages):
        found += _sideways(index, page) + _below(index, page, found)
    printed, numbers = numbered(found, len(pages))
    result = [list(page) for page in pages]
    for edge in _furniture(edges, numbers, pages):
        result[edge.page][edge.line] = replace(result[edge.page][edge.line], role=edge.role)
    for at, line in sorted(numbers):
        result[at][line] = replace(result[at][line], role="number")
    return result, printed


def _outermost(edge: _Edge, edges: Sequence[_Edge]) -> float | None:
    """Return how far from its page's edge a line stands that is near it and apart from the text, one foot below it."""
    if edge.role != "foot" or not edge.near or edge.white < WHITE * edge.height:
        return None
    below = sum(other.page == edge.page and other.role == "foot" and other.place < edge.place for other in edges)
    return edge.place if below <= 1 else None


def _below(index: int, page: Sequence[Draft], found: Sequence[Mark]) -> list[Mark]:
    """Return the number that ends a short page in so many words, "Page 3 of 3", however high up it stands."""
    last = max(range(len(page)), key=lambda line: page[line].bottom, default=None)
    if last is None or any((mark.page, mark.line) == (index, last) for mark in found):
        return []
    return [mark for mark in marks(index, last, page[last].text) if mark.said and mark.alone]


def _sideways(index: int, page: Sequence[Draft]) -> list[Mark]:
    """Return the possible page numbers that are drawn sideways, as on landscape pages of a pack."""
    return [
        mark for line, draft in enumerate(page) if draft.words[0].quarter for mark in marks(index, line, draft.text)
    ]


def _furniture(
    edges: Sequence[_Edge], numbers: frozenset[tuple[int, int]], pages: Sequence[Sequence[Draft]]
) -> list[_Edge]:
    """Return the recurring lines that stand outermost on their pages, apart from the text."""
    recurring = _recurring(edges, len(pages))
    sides: dict[tuple[int, LineRole], list[_Edge]] = {}
    for edge in edges:
        sides.setdefault((edge.page, edge.role), []).append(edge)
    apart = {edge for side in sides.values() for edge in _apart(side, recurring, numbers, pages)}
    votes: Counter[tuple[LineRole, str]] = Counter()
    for edge in recurring:
        votes[edge.role, edge.wording] += 1 if edge in apart else -1
    return [edge for edge in edges if edge in recurring and votes[edge.role, edge.wording] > 0]


def _apart(
    side: Sequence[_Edge],
    recurring: frozenset[_Edge],
    numbers: frozenset[tuple[int, int]],
    pages: Sequence[Sequence[Draft]],
) -> list[_Edge]:
    """Return the recurring lines of one edge of a page, from outside in, to the white that parts them from the text."""
    found: list[_Edge] = []
    taken = 0
    for edge in side:
        draft = pages[edge.page][edge.line]
        is_number = (edge.page, edge.line) in numbers
        if not is_number and (
            edge not in recurring
            or not edge.near
            or len(draft.cells) >= COLUMNS
            or (draft.ruled and len(draft.cells) > 1)
        ):
            break
        found.append(edge)
        if edge.white >= WHITE * edge.height:
            taken = len(found)
    return [edge for edge in found[:taken] if (edge.page, edge.line) not in numbers]


def _edges(index: int, page: Sequence[Draft], height: float) -> list[_Edge]:
    """Return the outermost lines of one page."""
    lines = [(draft.top, draft.bottom, number) for number, draft in enumerate(page) if draft.role == "body"]
    found = []
    lines.sort()
    for (top, bottom, number), (following, _, _) in zip(lines[:MOST_LINES], [*lines[1:], (inf, inf, 0)], strict=False):
        if bottom < NUMBERS * height:
            near, wording = bottom < MARGIN * height, _wording(page[number])
            found.append(_Edge(index, number, "head", top, bottom - top, following - bottom, near, wording))
    lines.sort(key=lambda line: (-line[1], line[2]))
    for (top, bottom, number), (_, before, _) in zip(lines[:MOST_LINES], [*lines[1:], (-inf, -inf, 0)], strict=False):
        if top > (1 - NUMBERS) * height:
            near, wording = top > (1 - MARGIN) * height, _wording(page[number])
            found.append(_Edge(index, number, "foot", height - bottom, bottom - top, top - before, near, wording))
    return found


def _wording(draft: Draft) -> str:
    """Return a line's words in the form in which those of the same head agree: any page number is left out."""
    return without_number(draft.text).casefold()


def _recurring(edges: Sequence[_Edge], pages: int) -> frozenset[_Edge]:
    """Return the lines whose like stands in the same place on pages near by, often enough."""
    groups: dict[tuple[str, str], list[_Edge]] = {}
    for edge in edges:
        groups.setdefault((edge.role, edge.wording), []).append(edge)
    found: set[_Edge] = set()
    fewest = FEWEST if pages > PAIR else PAIR
    for group in groups.values():
        runs: list[list[_Edge]] = []
        for edge in group:
            like = next((run for run in runs if _continues(run[-1], edge)), None)
            if like is None:
                runs.append([edge])
            else:
                like.append(edge)
        found.update(edge for run in runs if len(run) >= fewest for edge in run)
    return frozenset(found)


def _continues(last: _Edge, edge: _Edge) -> bool:
    """Say whether a line is the next occurrence of a head or foot."""
    return abs(edge.place - last.place) <= SAME_PLACE and 0 < edge.page - last.page <= FARTHEST
