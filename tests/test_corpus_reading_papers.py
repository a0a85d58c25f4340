"""Reading the real papers: what each of these pages taught."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.types import Page, Paper

pytestmark = pytest.mark.papers

PACK = "leicester/2025-04-08 Public reports pack, Children Young People and Education Scrutiny Commission.pdf"
KENT = "kent/"


@pytest.fixture(scope="module")
def read(papers: Path) -> Callable[[str], Paper]:
    """Return the reader of a paper by its folder and the beginning of its name; each is read once."""

    @cache
    def find(name: str) -> Paper:
        folder, start = name.split("/", 1)
        return read_paper(min(path for path in (papers / folder).glob("*.pdf") if path.name.startswith(start)))

    return find


def lines(page: Page, role: str = "body") -> list[str]:
    """Return the text of the lines with a role."""
    return [page.text[line.start : line.end] for line in page.lines if line.role == role]


def rows(page: Page) -> list[list[str]]:
    """Return the cells of each row."""
    return [[page.text[start:end] for start, end in line.cells] for line in page.lines if line.cells]


def test_the_pack_is_numbered_from_its_fifth_page(read: Callable[[str], Paper]) -> None:
    printed = [page.printed for page in read(PACK).pages]
    assert printed == [None] * 4 + [str(number) for number in range(1, 53)]


def test_the_acronym_list_is_rows_of_two_cells(read: Callable[[str], Paper]) -> None:
    found = rows(read(PACK).page(5))
    assert found[0] == ["Acronym", "Meaning"]
    assert ["CYPS Scrutiny", "Children, Young People and Schools Scrutiny Commission"] in found
    assert all(len(row) == 2 for number in (5, 6, 7) for row in rows(read(PACK).page(number)))


def test_the_resolutions_of_minute_129_are_lines_of_their_own(read: Callable[[str], Paper]) -> None:
    page = read(PACK).page(14)
    found = lines(page)
    place = found.index("AGREED:")
    assert found[place + 1 : place + 3] == ["1) That report be noted.",
                                            "2) That the next due report be presented at Scrutiny."]  # fmt: skip
    heading = next(line for line in page.lines if page.text[line.start : line.end].startswith("129."))
    assert heading.bold
    assert heading.size > 11
    assert rows(page) == []


@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        # a ruled form
        ("full_council__2025-02-13__4_-_Amendment", 1, ["Directorate:", "Growth, Environment and Transport"]),
        # a landscape sheet of figures without ruling lines, 18 columns
        (
            "full_council__2025-02-13__Appendix_E_-_2025-26_Budget", 1,
            ["Efficiency", "574.6", "-65.0", "509.6", "3,304.9", "-65.0", "-1,891.5", "0.0", "-1,891.5", "255.0", "0.0",
             "255.0", "-312.5", "-781.3", "0.0", "0.0", "0.0", "0.0"],
        ),
        # figures on both sides of their labels, the sides framed
        (
            "cabinet__2025-03-04__Appendix_1_Cabinet_-_Budget_Update", 1,
            ["10,798.4", "505.1", "11,303.5", "Pay", "21,845.7", "626.9", "22,472.6"],
        ),
    ],
)  # fmt: skip
def test_a_row_stays_a_row(read: Callable[[str], Paper], name: str, number: int, expected: list[str]) -> None:
    assert expected in rows(read(KENT + name).page(number))


def test_a_table_ruled_between_its_rows_only_keeps_them(read: Callable[[str], Paper]) -> None:
    found = rows(read(KENT + "cabinet__2025-01-30__24-00108_-_Finance_Mon").page(42))
    assert found[0] == ["Project", "Real Variance", "Rephasing Variance", "Detail"]
    assert found[4][:3] == ["Kent Active Travel Fund (KATF) Phase 2", "-0.239", ""]
    assert [len(row) for row in found] == [4] * 12


def test_columns_of_prose_are_read_one_by_one(read: Callable[[str], Paper]) -> None:
    found = lines(read(KENT + "full_council__2025-02-13__Appendix_G_-_Key").page(13))
    end = found.index("and Low Emissions Strategy, KCC Net Zero Plan, KCC Climate Change Adaptation Plan,")
    assert found[end + 1].startswith("Heritage Strategy, Kent and Medway Local Nature Recovery")


def test_addresses_side_by_side_are_read_one_by_one(read: Callable[[str], Paper]) -> None:
    found = lines(read(KENT + "full_council__2025-03-13__Appendix_1.pdf").page(1))
    assert found.index("Kent ME14 1XQ") < found.index("Vince Maple")
    assert "Roger Gough" in found


def test_deleted_words_of_tracked_changes_are_struck(read: Callable[[str], Paper]) -> None:
    page = read(KENT + "full_council__2025-03-13__Appendix_B_-_Proposed_Updated_Terms").page(3)
    assert lines(page, "struck")[:2] == ["n)j)", "backed by well"]
    assert "arrangements, including the assessment of fraud risks," in lines(page)


def test_a_border_through_a_page_number_strikes_nothing(read: Callable[[str], Paper]) -> None:
    paper = read(KENT + "cabinet__2025-01-30__PACK_Item_7")
    assert [page.printed for page in paper.pages[12:19]] == ["11", "12", "13", "14", "15", "16", "17"]
    assert lines(paper.page(16), "struck") == []


def test_a_packs_number_is_found_where_it_is_printed_sideways(read: Callable[[str], Paper]) -> None:
    page = read(KENT + "full_council__2025-02-13__PACK_Budget_Amendments").page(3)
    assert (page.printed, lines(page, "number")) == ("1", ["Page 1"])


def test_a_number_beside_a_file_name_is_the_pages(read: Callable[[str], Paper]) -> None:
    paper = read(KENT + "full_council__2025-03-13__Appendix_4_-_24-00093")
    assert [page.printed for page in paper.pages] == [None, "2", "3", "4", "5", "6"]


def test_question_headings_are_not_running_heads(read: Callable[[str], Paper]) -> None:
    paper = read(KENT + "full_council__2025-03-13__Questions_put")
    assert [page.printed for page in paper.pages] == [None] * 17
    assert lines(paper.page(4))[0] == "Question 3"


def test_minutes_keep_the_numbers_of_their_book(read: Callable[[str], Paper]) -> None:
    paper = read("burton-cum-walden/minutes-2024-10-01")
    assert [page.printed for page in paper.pages] == ["12", "13", "14"]


def test_minutes_of_prose_have_no_columns(read: Callable[[str], Paper]) -> None:
    for name in ("full_council__2025-01-09__Printed_minutes", "cabinet__2025-01-30__Appendix_O_-_MRP"):
        assert [rows(page)[0:1] for page in read(KENT + name).pages if len(rows(page)) > 6] == []


def test_a_scan_has_pages_without_text(read: Callable[[str], Paper]) -> None:
    assert {page.source for page in read("leicester-scanned/").pages} == {"none"}
