"""Figures across years: read as printed from the rows of a table, drawn without a sum, and nothing where unsure."""

import re
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.types import Line, Page, Span
from ui.across import Across, figures_across
from ui.across_plots import sheets_across
from ui.periods import periods

SHA = "ab" * 32
WIDE = 800  # tenths of a point: how far apart columns stand

Printed = str | Sequence[str]  # a line of words, or the cells of a row


def made(*lines: Printed, source: str = "text", shifted: int = 0) -> Page:
    """Return a page of these lines; numbers stand under their headings, or so far aside."""
    text, told, words = "", [], []
    for turn, line in enumerate(lines):
        cells = [line] if isinstance(line, str) else list(line)
        start, ends = len(text), []
        for column, cell in enumerate(cells):
            text += " " if len(text) > start else ""
            ends.append((len(text), len(text) + len(cell)))
            left = column * WIDE + (shifted if turn and cell[:1].isdigit() else 0)
            words += [(*ends[-1], left, turn * 120, left + 300, turn * 120 + 100)] if cell else []
            text += cell
        told.append(Line(start, len(text), 0, turn * 12, 400, turn * 12 + 10, 10, False, "body",
                         () if isinstance(line, str) else tuple(ends)))  # fmt: skip
        text += "\n"
    rows = np.array(words, dtype="<i4").tobytes()
    return Page(SHA, 4, "4", 595, 842, text, tuple(told), rows, "ocr" if source == "ocr" else "text")


def read(*lines: Printed, source: str = "text", shifted: int = 0) -> tuple[Across, ...]:
    """Return what is read of a page whose every word is marked."""
    page = made(*lines, source=source, shifted=shifted)
    return figures_across(page, [Span(SHA, 4, 0, len(page.text))])


def told(row: Across) -> list[tuple[str, str, float | None]]:
    return [(cell.period.printed, cell.printed, cell.value) for cell in row.cells]


YEARS = ("", "2023-24 actual", "2024-25 forecast", "2025-26 budget")


def test_a_row_is_read_with_its_headings_its_unit_and_its_negatives() -> None:
    (row,) = read("Table 2: Capital financing in £millions", YEARS, ("Own resources", "1,229.8", "(23.6)", "-0.5"))

    assert (row.name, row.unit) == ("Own resources", "£millions")
    assert told(row) == [
        ("2023-24 actual", "1,229.8", 1229.8),
        ("2024-25 forecast", "(23.6)", -23.6),
        ("2025-26 budget", "-0.5", -0.5),
    ]


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        ((("Scheme (£000)", "2023/24", "2024/25", "2025/26"), ("Roads", "1", "2", "3")), "£000"),
        ((("", "2023-24 £m", "2024-25 £m", "2025-26 £m"), ("Roads", "1", "2", "3")), "£m"),
        ((("", "2023-24", "2024-25", "2025-26"), ("", "£000s", "£000s", "£000s"), ("Roads", "1", "2", "3")), "£000s"),
        (("All figures in £m", ("", "2023", "2024", "2025"), ("Growth (%)", "1", "2", "3")), "%"),
        (("All figures in £m", ("", "2023", "2024", "2025"), ("Absence", "1%", "2%", "3%")), ""),
        (("It grew by £5m", ("", "2023", "2024", "2025"), ("Roads", "1", "2", "3")), ""),
        (("In £m and in %", ("", "2023", "2024", "2025"), ("Roads", "1", "2", "3")), ""),
    ],
)
def test_a_unit_is_what_is_printed_nearest_or_none(lines: tuple[Printed, ...], unit: str) -> None:
    (row,) = read(*lines)
    assert row.unit == unit


def test_a_second_line_of_a_heading_says_what_the_figures_are() -> None:
    (row,) = read(("", "2023-24", "2024-25", "2025-26"), ("", "Actual", "Forecast", "Budget"), ("Roads", "1", "2", "3"))
    assert [cell.period.printed for cell in row.cells] == ["2023-24 Actual", "2024-25 Forecast", "2025-26 Budget"]


def test_other_columns_are_left_and_only_marked_rows_are_given() -> None:
    page = made(
        ("Scheme", "2025/26", "2026/27", "2027/28", "Total"),
        ("Bridges", "1,100", "2,600", "1,700", "5,400"),
        ("Roads", "8,700", "8,400", "8,400", "25,500"),
    )
    at = page.text.index("Roads")
    (row,) = figures_across(page, [Span(SHA, 4, at, at + 5)])
    assert (row.name, [cell.printed for cell in row.cells]) == ("Roads", ["8,700", "8,400", "8,400"])
    assert figures_across(page, [Span(SHA, 5, at, at + 5)]) == ()


ROADS = ("Roads", "1", "2", "3")


@pytest.mark.parametrize(
    "lines",
    [
        (("", "2023-24", "2024-25"), ("Roads", "1", "2")),  # two years
        (("", "Core", "External", "Total"), ROADS),  # no years
        (("", "Year 1", "Year 2", "Year 3"), ROADS),
        (("", "2025-26", "2024-25", "2023-24"), ROADS),  # not rising
        (("", "2024-25 Staffing", "2025-26 Income", "2026-27 Grants"), ROADS),  # other things than each other
        (("", "2025-26 Staffing", "2025-26 Income", "2025-26 Grants"), ROADS),
        (("", "2023-24", "2024-27", "2027-28"), ROADS),  # a span of years
        (("", "2023-24", "2024-25", "Feb 2026"), ROADS),  # years and a month
        (("", "2023-24 £m", "2024-25 £m", "2025-26 %"), ROADS),
        (("", "2023-24", "2024-25", "2025-26", "Change 2023-24 to 2025-26"), (*ROADS, "2")),
        (YEARS, ("Roads", "open", "shut", "open")),  # text
        (YEARS, ("Roads", "1", "2", "3 (est.)")),
        (YEARS, ("Roads", "1", "2", "3 4")),  # two figures in one cell
        (YEARS, ("Roads", "1", "", "3")),  # two figures
        (YEARS, ("Roads", "£1", "2%", "3%")),  # two units
        (YEARS, ("Share", "(1%)", "(2%)", "(3%)")),  # a share in brackets
        (YEARS, ("Lease ends", "2031", "2032", "2033")),  # years
        (YEARS, ("", "1", "2", "3")),  # no name
        (YEARS, ROADS[:3]),  # a cell too few
        (YEARS, ROADS, "and bridges"),  # a name that goes on
        (YEARS, ("", "Core", "External", "Total"), ROADS),  # another heading
        (YEARS, "The next table shows the costs of each scheme.", ROADS),  # another table
        (("", "Quayside", "Green", "Hall"), ("Lease ends", "2031", "2032", "2033"), ROADS),  # years that are figures
    ],
)
def test_nothing_is_read_where_it_is_not_certain(lines: tuple[Printed, ...]) -> None:
    assert read(*lines) == ()


def test_nothing_is_read_of_a_scan_or_where_figures_stand_under_other_headings() -> None:
    assert read(YEARS, ROADS, shifted=200) != ()
    assert read(YEARS, ROADS, shifted=500) == ()
    assert read(YEARS, ROADS, source="ocr") == ()


def test_years_quarters_and_months_are_told_apart() -> None:
    assert periods(["Q3 2024", "Q4 2024", "Q1 2025"]) is not None
    assert periods(["Oct 2024", "November 2024", "Jan 2025"]) is not None
    found = periods(["Measure", "Autumn 2022", "Autumn 2023", "Autumn 2024"])
    assert found is not None
    assert (found[0], [(one.kind, one.at) for one in found[1]]) == (1, [("year", 2022), ("year", 2023), ("year", 2024)])
    assert periods(["Autumn 2022", "Spring 2023", "Autumn 2023"]) is None


def test_a_missing_figure_and_a_missing_year_are_gaps_and_nought_is_a_figure() -> None:
    page = made(("", "2020", "2021", "2023", "2024"), ("Roads", "0", "n/a", "10", "(5)"))
    (sheet,) = sheets_across(page, [Span(SHA, 4, 0, len(page.text))], lambda start, end: page.text[start:end])
    (row,) = sheet.rows

    assert [column.printed for column in row.columns] == ["0", "", "10", "(5)"]
    steps = [(column.x - row.columns[0].x) / row.width * 5 for column in row.columns]
    assert [round(step) for step in steps] == [0, 1, 3, 4]  # nothing stands at 2022
    nought, none, ten, negative = row.columns
    assert (nought.height, none.height) == (0, 0)
    assert ten.height == pytest.approx(2 * negative.height)
    assert ten.top + ten.height == pytest.approx(row.base_y)
    assert negative.top == pytest.approx(row.base_y)
    assert row.cells == (("0", "0"), ("n/a", "n/a"), ("10", "10"), ("(5)", "(5)"))


CELL = st.one_of(
    st.integers(-9_999_999, 9_999_999).map(lambda number: f"{number:,}"),
    st.integers(0, 9999).map(lambda number: f"({number / 10})"),
    st.sampled_from(["", "-", "n/a", "about 5", "5*", "£7", "4%"]),
)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=6))
def test_every_plotted_figure_is_printed_in_its_row_and_is_what_it_says(rows: list[list[str]]) -> None:
    page = made(YEARS, *[(f"Row {turn}", *cells) for turn, cells in enumerate(rows)])
    for row in figures_across(page, [Span(SHA, 4, 0, len(page.text))]):
        cells = rows[int(row.name.split()[1])]
        assert [cell.printed for cell in row.cells] == cells
        for cell in row.cells:
            assert page.text[cell.start : cell.end] == cell.printed
            if cell.value is not None:
                size = float(re.sub(r"[^\d.]", "", cell.printed))
                assert cell.value == (-size if cell.printed[0] in "-(" else size)
