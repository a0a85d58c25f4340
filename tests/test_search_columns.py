"""A row of a table is told under its column headings, wherever the table began."""

import pytest

from corpus.types import Line, Page
from search.columns import over


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
