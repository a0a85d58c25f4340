"""What the parts of reports are headed by, in papers set as councils set them."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.reading import read_paper
from corpus.record import read_record
from corpus.rows import quoted
from corpus.types import Block, Paper
from tests.printed_papers import print_paper
from tests.typed_papers import typed

HEAD = "* Thornwick Borough Council\n\nCabinet, 12 February 2025\n\n"
PROSE = "The wall was built in 1904 and leaks in three places, and nobody has looked at it since the flood of 1953.\n\n"


def read(folder: Path, text: str) -> tuple[Paper, tuple[Block, ...]]:
    """Return a paper that is set from lines of text, and its blocks."""
    paper = read_paper(print_paper(folder / "paper.pdf", text))
    return paper, read_record(paper).blocks


def headings(folder: Path, text: str) -> dict[str, str | None]:
    """Return by the words of each block what it is headed by."""
    paper, blocks = read(folder, text)
    return {quoted(paper, block.spans): block.heading for block in blocks}


def test_the_largest_line_is_the_title_and_not_the_council_or_the_meeting(tmp_path: Path) -> None:
    found = headings(
        tmp_path, f"{HEAD}# Repairs to the Sea Wall\n\n* 1. Background\n\n1.1\t{PROSE}* 2. Costs\n\n2.1\t{PROSE}"
    )
    assert list(dict.fromkeys(found.values())) == [
        "Repairs to the Sea Wall",
        "Repairs to the Sea Wall – 1. Background",
        "Repairs to the Sea Wall – 2. Costs",
    ]


def test_a_meeting_is_no_title_where_no_line_is_larger(tmp_path: Path) -> None:
    found = headings(tmp_path, f"{HEAD}* Repairs to the sea wall\n\n{PROSE}")
    assert str(found[PROSE.strip()]).startswith("Repairs to the sea wall")


def test_a_line_that_says_to_whom_it_is_reported_is_no_title(tmp_path: Path) -> None:
    for line in ("* Report to Cabinet – 12 February 2025", "* PLACE DIRECTORATE | ITEM 6"):
        found = headings(tmp_path, f"{HEAD}{line}\n\n* Repairs to the sea wall\n\n{PROSE}")
        assert str(found[PROSE.strip()]).startswith("Repairs to the sea wall")


def test_names_with_their_offices_are_no_title_and_head_nothing(tmp_path: Path) -> None:
    names = "* The Council\n\n* Ann Ash, Chairman\n* Bo Birch, Councillor\n* Cy Cedar, Clerk\n\n"
    after = "The committees met four times in the year, and the clerk went to each of their meetings.\n\n"
    found = headings(tmp_path, f"{names}* Chairman’s Introduction\n\n{PROSE}* Ann Ash, Chairman\n\n{after}")
    assert found[PROSE.strip()] == found[after.strip()] == "Chairman’s Introduction"


def test_a_title_may_run_over_two_large_lines(tmp_path: Path) -> None:
    name = "Repairs to the Sea Wall between the Harbour and the Old Lifeboat Station at Thornwick in 2025"
    found = headings(tmp_path, f"{HEAD}# {name}\n\n{PROSE}")
    assert found[PROSE.strip()] == name


def test_a_subject_that_is_a_number_alone_gives_way_to_the_title_in_large_letters(tmp_path: Path) -> None:
    fields = "From: Ann Ash, Cabinet Member for Roads\n\nSubject: {}\n\nClassification: Unrestricted\n\n"
    number, words = fields.format("Decision 25/0003"), fields.format("Charges for parking from April")
    assert headings(tmp_path, f"{HEAD}# Parking Fees\n\n{number}{PROSE}")[PROSE.strip()] == "Parking Fees"
    assert (
        headings(tmp_path, f"{HEAD}# Parking Fees\n\n{words}{PROSE}")[PROSE.strip()] == "Charges for parking from April"
    )
    assert headings(tmp_path, f"{number}{PROSE}")[PROSE.strip()] == "Decision 25/0003"


def test_neither_contents_nor_a_greeting_nor_a_blank_page_is_a_title(tmp_path: Path) -> None:
    for line in ("# Table of Contents", "# Dear Member of the Council"):
        assert (
            headings(tmp_path, f"{line}\n\n{PROSE}* Reserves policy\n\n{PROSE}").get(PROSE.strip()) == "Reserves policy"
        )
    blank = f"* Reserves policy\n\n{PROSE}~~~\n# This page is intentionally left blank\n"
    assert headings(tmp_path, blank)[PROSE.strip()] == "Reserves policy"


def test_each_application_in_one_paper_is_headed_by_its_own_title(tmp_path: Path) -> None:
    one = (
        f"# Application 24/0512/FUL: Chandlers Yard\n\n* 1. The site\n\n1.1\tA yard.\n\n* 2. Conditions\n\n2.1\t{PROSE}"
    )
    two = (
        "# Application 24/0467/HSE: 9 Coastguard Row\n\n* 1. The site\n\n1.1\tA house.\n\n* 2. Letters\n\n2.1\tNone.\n"
    )
    found = headings(tmp_path, one + two)
    assert found["A yard."] == "Application 24/0512/FUL: Chandlers Yard – 1. The site"
    assert found["A house."] == "Application 24/0467/HSE: 9 Coastguard Row – 1. The site"
    assert found["None."] == "Application 24/0467/HSE: 9 Coastguard Row – 2. Letters"


def test_a_section_as_large_as_the_title_leaves_it_the_title_while_numbers_go_on(tmp_path: Path) -> None:
    text = f"# Reserves policy of the Council\n\n1.1\tOne.\n\n1.2\t{PROSE}# Money in hand\n\n1.3\tThree.\n\n"
    assert headings(tmp_path, text)["Three."] == "Reserves policy of the Council – Money in hand"


def test_an_agenda_ends_where_the_first_report_begins(tmp_path: Path) -> None:
    items = "".join(
        f"{n}.\t{name}\n\n"
        for n, name in enumerate(("Apologies for absence", "Declarations of interest", "Sea wall", "Parking"), 1)
    )
    agenda = f"{HEAD}The meeting will be held in the Town Hall at 10.00 am.\n\n* AGENDA\n\n{items}~~~\n"
    report = (
        "# Repairs to the Sea Wall\n\nConditions are proposed.\n\n9.\tWork begins in May.\n\n10.\tIt ends in June.\n"
    )
    _, blocks = read(tmp_path, agenda + report)
    assert {(block.heading, block.agenda_item) for block in blocks if block.spans[0].page == 2} == {
        ("Repairs to the Sea Wall", None)
    }
    assert [block.agenda_item for block in blocks if block.agenda_item] == ["1", "2", "3", "4"]


def test_a_report_without_a_title_is_called_what_the_agenda_calls_it(tmp_path: Path) -> None:
    items = "1.\tApologies for absence\n\n2.\tDeclarations of interest\n\n3.\tRepairs to the sea wall Appendix A\n\n"
    head = f"{HEAD}The meeting will be held in the Town Hall at 10.00 am.\n\n* AGENDA\n\n"
    _, blocks = read(tmp_path, f"{head}{items}~~~\nAppendix A\n\n{PROSE}")
    assert {(block.heading, block.agenda_item) for block in blocks if block.spans[0].page == 2} == {
        ("Repairs to the sea wall", "3")
    }


def test_an_agenda_goes_on_under_large_letters_while_its_items_count_on(tmp_path: Path) -> None:
    first, second = ("".join(f"{n}.\tItem of business {n}\n\n" for n in some) for some in (range(1, 5), range(5, 8)))
    head = f"{HEAD}The meeting will be held in the Town Hall at 10.00 am.\n\n* AGENDA\n\n"
    text = f"{head}{first}~~~\n# Part two: items for decision\n\n{second}~~~\n# Repairs to the Sea Wall\n\n{PROSE}"
    _, blocks = read(tmp_path, text)
    assert [block.agenda_item for block in blocks if block.agenda_item][-1] == "7"
    assert [block.heading for block in blocks if block.spans[0].page == 3][-1] == "Repairs to the Sea Wall"


def test_a_table_is_introduced_by_its_caption(tmp_path: Path) -> None:
    rows = "* Area | Answers | Against\nQuayside | 139 | 64%\nHexquay | 238 | 94%\n"
    paper, blocks = read(tmp_path, f"# What people said\n\n{PROSE}Table 2: answers by area\n\n{rows}")
    tables = [block for block in blocks if block.kind == "table"]
    assert {quoted(paper, block.lead) for block in tables} == {"Table 2: answers by area Area Answers Against"}


def test_the_first_of_many_lines_as_large_is_a_section_and_not_the_title(tmp_path: Path) -> None:
    sections = "".join(f"# Directorate of {name}\n\n{PROSE}" for name in ("Adults", "Children", "Roads", "Waste"))
    found = headings(tmp_path, f"* Forecast of spending in each directorate\n\n{sections}{sections}")
    assert "Forecast of spending in each directorate – Directorate of Waste" in found.values()


def test_rows_that_take_turns_have_no_heading_row() -> None:
    names = ("Requests done within 20 days", "Calls answered")
    rows = "".join(
        f"{name} | AMBER\nLatest: {at}4% | Target: 90% | Previous: 80%\n" for at, name in enumerate(names, 1)
    )
    blocks = read_record(typed(f"*Quarterly figures*\n\n{rows}")).blocks
    assert [block.lead for block in blocks if block.kind == "table"] == [()] * 4
    headed = read_record(
        typed("*Quarterly figures*\n\nName | Latest | Target\nCalls | 14% | 90%\nPost | 24% | 90%")
    ).blocks
    assert all(block.lead for block in headed if block.kind == "table")


def test_heads_of_columns_that_stand_beside_one_another_head_the_table_and_no_section(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "loans.pdf"), pagesize=A4, invariant=True)
    lines = [
        ("Helvetica-Bold", 16, 80, {62: "Hollowdale Council"}),
        ("Helvetica-Bold", 13, 120, {62: "Loans by lender"}),
        (
            "Helvetica",
            11,
            150,
            {62: "The loans of the Council are set out below, with the rate of each in both years."},
        ),
        ("Helvetica-Bold", 10, 206, {62: "Lender"}),  # beside both rows of the heads of figures
        ("Helvetica-Bold", 10, 200, {230: "31 March 2031", 390: "31 March 2032"}),
        ("Helvetica-Bold", 10, 213, {230: "£m", 290: "Rate", 390: "£m", 450: "Rate"}),
        ("Helvetica", 10, 230, {62: "Public Works Loan Board", 230: "12.4", 290: "3.1%", 390: "11.9", 450: "3.0%"}),
        ("Helvetica", 10, 245, {62: "Banks", 230: "4.0", 290: "5.2%", 390: "3.5", 450: "5.1%"}),
    ]
    for font, size, top, words in lines:
        canvas.setFont(font, size)
        for left, text in words.items():
            canvas.drawString(left, A4[1] - top, text)
    canvas.save()
    paper = read_paper(tmp_path / "loans.pdf")
    rows = [block for block in read_record(paper).blocks if block.kind == "table"]
    assert [(quoted(paper, block.spans), block.heading, quoted(paper, block.lead)) for block in rows] == [
        (row, "Loans by lender", "31 March 2031 31 March 2032 Lender £m Rate £m Rate")
        for row in ("Public Works Loan Board 12.4 3.1% 11.9 3.0%", "Banks 4.0 5.2% 3.5 5.1%")
    ]


def test_what_officers_recommend_in_a_row_of_a_table_is_no_title(tmp_path: Path) -> None:
    text = f"Reference | 26/00019/FUL\nSite | The Old Forge\n* RECOMMENDATION | REFUSE\n\n* Assessment\n\n4.1\t{PROSE}"
    assert headings(tmp_path, text)[PROSE.strip()] == "26/00019/FUL – The Old Forge – Assessment"
