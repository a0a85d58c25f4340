"""Ruled tables: which drawn lines part the cells of a grid, and which words stand in each cell."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.frames import THIN
from corpus.sheets import Floats

TOUCH = 3.0  # points: how far the ends of lines may miss each other at a corner
SHORTEST = 4.0  # points: what is shorter is a dot of a dotted line, joined to others or dropped
FEWEST = 3  # level lines of one length that make a table without upright ones
COVERED = 0.6  # of a cell's side: how much of it must be drawn to part two cells
MOST_LINES = 400  # joined lines in one direction: beyond it a page is a drawing, not a table

_Rule = tuple[float, float, float]  # place across the rule's direction, its beginning, its end


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: the edges of its rows and columns, and which of its fields are one cell.

    Example: ``Grid(xs=(62.7, 129.4, 532.3), ys=(148.0, 167.3, 186.6), owners=((0, 1), (2, 3)))``.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    owners: tuple[tuple[int, ...], ...]  # by row and column: the number of the cell, that of its first field

    def cell(self, x: float, y: float) -> int | None:
        """Return the number of the cell in which a point stands, or None where it is outside."""
        row, column = _slot(self.ys, y), _slot(self.xs, x)
        return None if row is None or column is None else self.owners[row][column]

    def row(self, cell: int) -> int:
        """Return the row in which a cell begins."""
        return cell // (len(self.xs) - 1)


def grids(rules: Floats) -> list[Grid]:
    """Find the ruled tables of a page, the smallest first, so that a table within a cell comes before that around."""
    if len(rules) < 4:  # two lines each way are the least table
        return []
    wide, high = rules[:, 2] - rules[:, 0], rules[:, 3] - rules[:, 1]
    level, upright = rules[(high <= THIN) & (wide > high)], rules[(wide <= THIN) & (high > wide)]
    if len(level) < 2 or not len(upright):
        return []
    across = _joined(((level[:, 1] + level[:, 3]) / 2).tolist(), level[:, 0].tolist(), level[:, 2].tolist())
    down = _joined(((upright[:, 0] + upright[:, 2]) / 2).tolist(), upright[:, 1].tolist(), upright[:, 3].tolist())
    if max(len(across), len(down)) > MOST_LINES:
        return []
    found = []
    for levels, uprights in _connected(across, down):
        grid = _grid(levels, uprights)
        if grid is not None:
            found.append(grid)
    return sorted(found, key=lambda grid: ((grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0]), grid.ys, grid.xs))


def bands(rules: Floats, found: Sequence[Grid]) -> list[tuple[float, float, tuple[float, ...]]]:
    """Find the tables ruled between their rows only: where the lines begin and end, and their heights."""
    wide, high = rules[:, 2] - rules[:, 0], rules[:, 3] - rules[:, 1]
    level = rules[(high <= THIN) & (wide > SHORTEST)]
    if len(level) < FEWEST:
        return []
    groups: list[list[_Rule]] = []
    across = _joined(((level[:, 1] + level[:, 3]) / 2).tolist(), level[:, 0].tolist(), level[:, 2].tolist())
    for rule in across if len(across) <= MOST_LINES else []:
        if any(grid.xs[0] < rule[2] and rule[1] < grid.xs[-1] and grid.ys[0] - TOUCH <= rule[0] <= grid.ys[-1] + TOUCH
               for grid in found):  # fmt: skip
            continue
        like = (group for group in groups if abs(group[0][1] - rule[1]) + abs(group[0][2] - rule[2]) <= 2 * TOUCH)
        group = next(like, None)
        if group is None:
            groups.append([rule])
        else:
            group.append(rule)
    return [
        (group[0][1], group[0][2], tuple(place for place, _, _ in group)) for group in groups if len(group) >= FEWEST
    ]


def _joined(places: list[float], begins: list[float], ends: list[float]) -> list[_Rule]:
    """Join the strokes that continue each other into whole lines."""
    lines: list[list[float]] = []
    by_place: list[list[_Rule]] = []
    for rule in sorted(zip(places, begins, ends, strict=True)):
        if by_place and rule[0] - by_place[-1][0][0] <= TOUCH / 2:
            by_place[-1].append(rule)
        else:
            by_place.append([rule])
    for group in by_place:
        first = len(lines)
        for place, begin, end in sorted(group, key=lambda rule: rule[1]):
            if len(lines) > first and begin <= lines[-1][2] + TOUCH:
                lines[-1][2] = max(lines[-1][2], end)
            else:
                lines.append([place, begin, end])
    return [(place, begin, end) for place, begin, end in lines if end - begin >= SHORTEST]


def _connected(across: list[_Rule], down: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Part level and upright lines into the groups that touch or cross."""
    label = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while label[index] != index:
            label[index] = label[label[index]]
            index = label[index]
        return index

    for i, (y, left, right) in enumerate(across):
        for j, (x, top, bottom) in enumerate(down, len(across)):
            if left - TOUCH <= x <= right + TOUCH and top - TOUCH <= y <= bottom + TOUCH:
                label[max(root(i), root(j))] = min(root(i), root(j))
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for index, rule in enumerate((*across, *down)):
        groups.setdefault(root(index), ([], []))[index >= len(across)].append(rule)
    return [group for group in groups.values() if group[0] and group[1]]


def _grid(levels: list[_Rule], uprights: list[_Rule]) -> Grid | None:
    """Make the grid of lines that touch; a side that is not drawn ends where the lines across it end."""
    ys = _edges([y for y, _, _ in levels], [top for _, top, _ in uprights], [bottom for _, _, bottom in uprights])
    xs = _edges([x for x, _, _ in uprights], [left for _, left, _ in levels], [right for _, _, right in levels])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns < 2:
        return None
    label = list(range(rows * columns))

    def root(index: int) -> int:
        while label[index] != index:
            index = label[index]
        return index

    for row in range(rows):
        for column in range(columns):
            field = row * columns + column
            if column + 1 < columns and not _drawn(uprights, xs[column + 1], ys[row], ys[row + 1]):
                label[max(root(field), root(field + 1))] = min(root(field), root(field + 1))
            if row + 1 < rows and not _drawn(levels, ys[row + 1], xs[column], xs[column + 1]):
                below = field + columns
                label[max(root(field), root(below))] = min(root(field), root(below))
    owners = tuple(tuple(root(row * columns + column) for column in range(columns)) for row in range(rows))
    return Grid(xs, ys, owners) if len({owner for row in owners for owner in row}) > 1 else None


def _edges(drawn: Sequence[float], begins: Sequence[float], ends: Sequence[float]) -> tuple[float, ...]:
    """Return the edges along one direction: the drawn lines, and the ends of those that cross them."""
    edges: list[float] = []
    for edge in sorted((*drawn, min(begins), max(ends))):
        if not edges or edge - edges[-1] > TOUCH:
            edges.append(edge)
    return tuple(edges)


def _drawn(rules: Sequence[_Rule], place: float, begin: float, end: float) -> bool:
    """Say whether enough of one side of a field is drawn."""
    covered = sum(max(0.0, min(end, stop) - max(begin, start)) for at, start, stop in rules if abs(at - place) <= TOUCH)
    return covered >= COVERED * (end - begin)


def _slot(edges: tuple[float, ...], at: float) -> int | None:
    """Return between which two edges a place stands."""
    if not edges[0] <= at <= edges[-1]:
        return None
    return next(index for index in range(len(edges) - 1) if at <= edges[index + 1])
