"""Marks in the margin, and who is to act, are no part of a resolution; a column of a list is no margin."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpus.reading import read_paper
from corpus.record import read_record

LINES = (
    ("Borough of Example", ""),
    ("Planning Committee", ""),
    ("Minutes of the meeting held on Monday 5 May 2025", "ACTION"),
    ("Present: Councillors Ash (Chair), Birch and Cole", ""),
    ("12. PLAY AREAS", ""),
    ("The Parks Manager reported that three play areas had failed their inspection and", ""),
    ("that the swings at Mill Lane had been closed since April.", "JB"),
    ("RESOLVED: That the swings at Mill Lane be replaced at a cost of £4,200 and that the", ""),
    ("Parks Manager report to the next meeting on the other two play areas.", "JB/PM"),
    ("13. HIGHWAYS", ""),
    ("RESOLVED: (1) That the County Council be asked to mend the verge in Church Road; and", "Clerk"),
    ("(2) That the bus shelter be painted.", "Cllr Birch"),
)
LISTED = (("Borough of Example", ""), ("Councillor Ash", "AB"), ("Councillor Birch", "CD"), ("Councillor Cole", "EF"))


def typed(path: Path, lines: tuple[tuple[str, str], ...]) -> Path:
    canvas = Canvas(str(path), invariant=True)
    height = 780
    for place, (text, mark) in enumerate(lines):
        title = place < 3 or text[:2].isdigit()
        height -= 26 if title else 13
        canvas.setFont("Helvetica-Bold" if title else "Helvetica", 10)
        canvas.drawString(60, height, text)
        canvas.setFont("Helvetica-Bold", 10)
        canvas.drawString(510, height, mark)
    canvas.save()
    return path


def test_initials_in_the_margin_are_kept_out_of_the_resolutions(tmp_path: Path) -> None:
    paper = read_paper(typed(tmp_path / "minutes.pdf", LINES))
    (sitting,) = read_record(paper).proceedings

    assert [(minute.number, [one.text for one in minute.resolutions]) for minute in sitting.minutes] == [
        (
            "12",
            [
                "That the swings at Mill Lane be replaced at a cost of £4,200 and that the Parks Manager report to "
                "the next meeting on the other two play areas."
            ],
        ),
        (
            "13",
            [
                "That the County Council be asked to mend the verge in Church Road; and",
                "That the bus shelter be painted.",
            ],
        ),
    ]


def test_the_marks_are_still_on_the_page(tmp_path: Path) -> None:
    (page,) = read_paper(typed(tmp_path / "minutes.pdf", LINES)).pages

    assert page.text.endswith("ACTION\nJB\nJB/PM\nClerk\nCllr Birch")


def test_a_list_of_names_and_initials_keeps_its_rows(tmp_path: Path) -> None:
    (page,) = read_paper(typed(tmp_path / "list.pdf", LISTED)).pages

    assert page.text == "Borough of Example\nCouncillor Ash\tAB\nCouncillor Birch\tCD\nCouncillor Cole\tEF"


def test_an_action_in_bold_at_the_end_of_a_line_parts_no_sentence(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "minutes.pdf"), pagesize=A4, invariant=True)
    lines = (
        (("", "Example Parish Council"),),
        (("", "Minutes of the Parish Council meeting held on Tuesday 8 July 2025"),),
        (("Present: Cllr A Ash (Chair), Cllr B Birch and Cllr C Cole", ""),),
        (("", "3. HIGHWAYS"),),
        (("Cllr Ash said that Fell Lane would be patched in August. It was agreed to ask for a price from Mr", ""),),
        (("Kerr. ", "Action: The Clerk"),),
    )
    for place, runs in enumerate(lines):
        left = 60.0
        for plain, bold in runs:
            for words, font in ((plain, "Helvetica"), (bold, "Helvetica-Bold")):
                canvas.setFont(font, 10)
                canvas.drawString(left, 780 - 13 * place - 12 * min(place, 4), words)
                left += stringWidth(words, font, 10)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(50, 30, "Minutes")
    canvas.drawRightString(575, 30, "Page 1 of 1")  # reaches further than the text
    canvas.save()
    (sitting,) = read_record(read_paper(tmp_path / "minutes.pdf")).proceedings
    assert [one.text for minute in sitting.minutes for one in minute.resolutions] == [
        "It was agreed to ask for a price from Mr Kerr."
    ]
