"""Running heads, running feet and printed page numbers, told from text that happens to stand there."""

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.pages import Mark, marks, numbered
from corpus.reading import read_paper
from corpus.types import Page

FOOT, HEAD = 815.0, 30.0  # points from the top


def paper(path: Path, pages: list[list[tuple[float, float, str]]]) -> list[Page]:
    """Write and read a paper whose pages hold twenty lines of their own and what is given: left, top, words."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for number, extras in enumerate(pages):
        canvas.setFont("Helvetica", 11)
        for line in range(20):
            canvas.drawString(
                70, A4[1] - 100 - 14 * line, f"paragraph {chr(97 + number)}{chr(97 + line)} of the report"
            )
        for left, top, words in extras:
            canvas.drawString(left, A4[1] - top, words)
        canvas.showPage()
    canvas.save()
    return list(read_paper(path).pages)


def roles(page: Page) -> dict[str, str]:
    """Return the role of each line that is not body."""
    return {page.text[line.start : line.end]: line.role for line in page.lines if line.role != "body"}


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        # figures alone, after two front sheets without any
        (["", "", "1", "2", "3"], [None, None, "1", "2", "3"]),
        # the usual wordings
        (["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"], ["1", "2", "3"]),
        (["- 11 -", "- 12 -", "- 13 -"], ["11", "12", "13"]),
        (["3 | Page", "4 | Page", "5 | Page"], ["3", "4", "5"]),
        # Roman figures before Arabic ones
        (["iii", "iv", "1", "2"], ["iii", "iv", "1", "2"]),
        # a paper of one page, and minutes whose pages were numbered by hand
        (["1"], ["1"]),
        (["26", "2"], ["26", "2"]),
        (["1", "", ""], ["1", None, None]),
        # figures that fit no sequence are not page numbers
        (["12", "", "7"], [None, None, None]),
    ],
)
def test_printed_page_numbers_keep_step_with_the_pages(
    tmp_path: Path, printed: list[str], expected: list[str | None]
) -> None:
    pages = paper(tmp_path / "a.pdf", [[(290, FOOT, words)] if words else [] for words in printed])
    assert [page.printed for page in pages] == expected
    for page, words, number in zip(pages, printed, expected, strict=True):
        assert roles(page) == ({words: "number"} if number else {})


def test_a_short_last_page_says_its_number_wherever_it_ends(tmp_path: Path) -> None:
    pages = paper(
        tmp_path / "a.pdf", [[(290, FOOT, "Page 1 of 3")], [(290, FOOT, "Page 2 of 3")], [(290, 500, "Page 3 of 3")]]
    )
    assert [page.printed for page in pages] == ["1", "2", "3"]


def test_a_figure_close_below_the_text_is_part_of_it(tmp_path: Path) -> None:
    (page,) = paper(tmp_path / "a.pdf", [[(70, FOOT - 12, "Total of the fund in this year"), (70, FOOT, "1")]])
    assert page.printed is None


def test_the_packs_number_counts_before_the_reports_own(tmp_path: Path) -> None:
    own = ["1", "2", "1", "2", "3", "1"]  # three reports, each numbered from 1
    pages = paper(
        tmp_path / "a.pdf",
        [[(290, FOOT - 25, own[index]), (500, FOOT, str(index + 5))] for index in range(6)],
    )
    assert [page.printed for page in pages] == ["5", "6", "7", "8", "9", "10"]


def test_a_head_and_a_foot_that_recur_are_furniture_and_stay_in_the_text(tmp_path: Path) -> None:
    extras = [[(70, HEAD, "Treasury Strategy"), (70, FOOT, f"Kent County Council Page {n}")] for n in range(1, 5)]
    pages = paper(tmp_path / "a.pdf", extras)
    assert [page.printed for page in pages] == ["1", "2", "3", "4"]
    assert roles(pages[1]) == {"Treasury Strategy": "head", "Kent County Council Page 2": "foot"}
    assert pages[1].text.startswith("Treasury Strategy\n")


@pytest.mark.parametrize(
    "heads",
    [
        # headings of minutes at the top of their pages differ
        ["129. LADO", "130. KEEPING CHILDREN SAFE", "131. WORK PROGRAMME"],
        # questions are numbered, but each is its own heading
        ["Question 1", "Question 2", "Question 3"],
        # once is not often
        ["Appendix A", "", ""],
    ],
)
def test_a_heading_at_the_top_of_a_page_is_no_running_head(tmp_path: Path, heads: list[str]) -> None:
    pages = paper(tmp_path / "a.pdf", [[(70, HEAD, head)] if head else [] for head in heads])
    assert [roles(page) for page in pages] == [{}, {}, {}]


def test_a_heading_row_repeated_close_above_its_figures_is_no_running_head(tmp_path: Path) -> None:
    pages = paper(tmp_path / "a.pdf", [[(70, 87, "Service"), (300, 87, "Budget")] for _ in range(4)])
    assert [roles(page) for page in pages] == [{}, {}, {}, {}]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10", [("10", 10, False, False)]),
        ("iv", [("iv", 4, True, False)]),
        ("Page 3 of 9", [("3", 3, False, True)]),
        ("page|12", [("12", 12, False, True)]),
        ("ivx", []),  # no Roman number
        ("Question 5", []),  # a heading
        ("Sustainability Appraisal Report 15", [("15", 15, False, False)]),
        ("22/decision/FormC\t2", [("2", 2, False, False)]),  # parted by a gap
    ],
)
def test_a_line_at_the_edge_tells_its_number(text: str, found: list[tuple[str, int, bool, bool]]) -> None:
    assert [(mark.printed, mark.value, mark.roman, mark.said) for mark in marks(0, 0, text)] == found


def test_a_foot_that_counts_the_pages_gives_the_page_and_not_how_many_there_are(tmp_path: Path) -> None:
    feet = [
        [(70.0, FOOT, "Fleet replacement plan v4 2026-27.xlsx"), (500.0, FOOT, f"{page} of 4")] for page in range(1, 5)
    ]
    pages = paper(tmp_path / "counted.pdf", feet)
    assert [page.printed for page in pages] == ["1", "2", "3", "4"]
    assert list(roles(pages[2]).values()) == ["foot"]


def test_of_two_sequences_the_longer_is_the_papers() -> None:
    pack = [Mark(page, 9, str(page - 1), page - 1, False, False, True) for page in range(2, 8)]
    own = [Mark(page, 8, str(page - 3), page - 3, False, True, True) for page in range(4, 7)]
    printed, lines = numbered([*own, *pack], 8)
    assert printed == [None, None, "1", "2", "3", "4", "5", "6"]
    assert lines == {(page, 9) for page in range(2, 8)} | {(page, 8) for page in range(4, 7)}
