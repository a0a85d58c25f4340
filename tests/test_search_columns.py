"""A row of a table is told under its column headings, wherever the table began."""

from collections.abc import Iterable

import numpy as np
import pytest

from corpus.types import Line, Page
from search.columns import over as heads_over


def over(page: Page, start: int, earlier: Iterable[Page], end: int | None = None) -> str:
    """Return the words of the headings over the row that begins at ``start``, or over the rows up to ``end``."""
    found = heads_over(page, start, start + 1 if end is None else end, earlier)
    return found.words if found else ""


def page_of(number: int, *rows: str) -> Page:
    """Return a page whose rows have their cells parted by bars."""
    text, lines = "", []
    for row in rows:
        start, cells = len(text), []
        for cell in row.split("|"):
            cells.append((len(text), len(text) + len(cell)))
            text += f"{cell}\t"
        text = text[:-1] + "\n"
        lines.append(Line(start, len(text) - 1, 0, 0, 0, 0, 10, False, cells=tuple(cells) if len(cells) > 1 else ()))
    return Page("paper", number, None, 595, 842, text, tuple(lines), b"", "text")


CARERS = page_of(1, "Foster care", "|2022/23|2023/24", "At the start|214|202", "New|53|44")
OVER = page_of(2, "Left|41|38", "Average age|53.8|53.1")
COSTS = page_of(1, "Ref|Project|2025-26|2026-27", "||Year 1|Year 2", "||£000s|£000s", "Roads", "1|Bridge|70|60")
PROSE = page_of(1, "The council met.", "It rose at nine after a long debate on roads.", "Bridge|70|60")

FOUND = [
    # the nearest row above that has no figures
    (CARERS, "New", (), "2022/23 2023/24"),
    # on the page before, where the table goes on at its foot
    (OVER, "Average", (CARERS,), "2022/23 2023/24"),
    # several rows of headings, and a line that parts the rows
    (COSTS, "1", (), "Ref Project 2025-26 2026-27 Year 1 Year 2 £000s £000s"),
    # none: a sentence heads nothing, and another table's headings are not of this one
    (PROSE, "Bridge", (), ""),
    (OVER, "Average", (COSTS,), ""),
]


@pytest.mark.parametrize(("page", "words", "earlier", "heads"), FOUND)
def test_the_headings_over_a_row_are_found(page: Page, words: str, earlier: tuple[Page, ...], heads: str) -> None:
    at = page.text.rindex(f"\n{words}") + 1 if f"\n{words}" in page.text else page.text.index(words)
    assert over(page, at, earlier) == heads


def set_page(*rows: tuple[float, dict[float, str]]) -> Page:
    """Return a page whose rows have a top, and the words of each cell by where these begin, five points a letter."""
    text, lines, words = "", [], []
    for top, row in rows:
        start, cells = len(text), []
        for left, cell in row.items():
            cells.append((len(text), len(text) + len(cell)))
            if cell:
                words.append((len(text), len(text) + len(cell), left, top, left + 5 * len(cell), top + 10))
            text += f"{cell}\t"
        text = text[:-1] + "\n"
        sides = [side for side in words if side[0] >= start]
        lines.append(
            Line(
                start,
                len(text) - 1,
                sides[0][2],
                top,
                sides[-1][4],
                top + 10,
                10,
                False,
                cells=tuple(cells) if len(cells) > 1 else (),
            )
        )  # fmt: skip
    table = np.rint(np.array(words) * [1, 1, 10, 10, 10, 10]).astype("<i4")
    return Page("paper", 1, None, 595, 842, text, tuple(lines), table.tobytes(), "text")


LOANS = set_page(
    (10, {20: "Table 3: Loans"}),
    (45, {20: "Lender"}),  # read before the years, which are printed above it
    (30, {200: "31 March 2024"}),
    (46, {180: "Owed £m", 250: "Rate %"}),
    (30, {400: "31 March 2025"}),
    (46, {380: "Owed £m", 450: "Rate %"}),
    (60, {20: "Board", 190: "206.1", 260: "3.42", 390: "221.1", 460: "3.51"}),
    (74, {20: "Banks", 190: "25.0", 260: "4.38", 390: "15.0", 460: "4.27"}),
)
QUARTERS = set_page(
    (10, {20: "Measure", 200: "2024/25", 400: "Target"}),
    (24, {180: "Q1", 230: "Q2", 280: "Q3", 330: "Q4"}),
    (40, {20: "Repairs", 180: "98.1%", 230: "99.2%", 280: "99.3%", 325: "", 400: "98.5%"}),
    (54, {20: "Relets", 180: "34.1", 230: "36.8", 280: "39.2", 330: "41.7", 400: "30.0"}),
)
YEARS = set_page(
    (24, {20: "", 180: "2022-23", 240: "2023-24", 300: "Feb 2025"}),
    (40, {20: "Thring", 180: "64", 240: "66", 300: "67"}),
    (54, {20: "England", 180: "70", 240: "71", 300: ""}),
    (68, {20: "Neighbours", 180: "", 240: "74", 300: "75"}),
)
RISKS = set_page(
    (24, {20: "Risk", 180: "Cause of it", 300: "Likelihood", 380: "Exposure"}),
    (40, {20: "Rain", 180: "Two wet winters in three", 300: "4", 380: "£2m"}),
    (54, {20: "Fire", 180: "", 300: "1", 380: ""}),
)
LEFT_OUT = "Measure 2024/25 Target Q1 Q2 Q3"
ALL_OF_THEM = "Measure 2024/25 Target Q1 Q2 Q3 Q4"

PLACED = [
    # the upper level first, each from left to right, whatever the order in which the lines were read
    (LOANS, "Banks", "Banks", "31 March 2024 31 March 2025 Lender Owed £m Rate % Owed £m Rate %"),
    # no heading over the blank cell of a row, which would seem to stand over the next figure
    (QUARTERS, "Repairs", "98.5%", LEFT_OUT),
    (QUARTERS, "Relets", "30.0", ALL_OF_THEM),
    # nor over the last, whose figures other rows have
    (YEARS, "England", "71", "2022-23 2023-24"),
    (YEARS, "Thring", "67", "2022-23 2023-24 Feb 2025"),
    (YEARS, "Neighbours", "75", "2023-24 Feb 2025"),
    # nor over a column of words that reaches further than its heading
    (RISKS, "Fire", "1", "Risk Likelihood"),
    # two rows of which one has something there
    (QUARTERS, "Repairs", "30.0", ALL_OF_THEM),
]


@pytest.mark.parametrize(("page", "first", "last", "heads"), PLACED)
def test_headings_are_told_by_their_places(page: Page, first: str, last: str, heads: str) -> None:
    assert over(page, page.text.index(first), (), page.text.index(last) + len(last)) == heads


UNPLACED = [
    # without places nothing tells which of four headings stands over nothing
    (page_of(1, "Measure|Q1|Q2|Q3", "Repairs|98|99|97", "Relets|34|36|"), "Relets", ""),
    (page_of(1, "Measure|Q1|Q2|Q3", "Repairs|98|99|97", "Relets|34|36|"), "Repairs", "Measure Q1 Q2 Q3"),
    # a column that has no heading of its own is no cell short of them
    (page_of(1, "Measure|Q1||Q3", "Repairs|98||97"), "Repairs", "Measure Q1 Q3"),
]


@pytest.mark.parametrize(("page", "words", "heads"), UNPLACED)
def test_a_row_of_fewer_cells_than_headings_has_none_where_no_places_are_known(
    page: Page, words: str, heads: str
) -> None:
    assert over(page, page.text.index(words), ()) == heads
