"""Reading small PDFs made here: text, lines, offsets, cells, and files that cannot be read."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from corpus.errors import PaperError
from corpus.reading import read_paper
from corpus.types import Page
from corpus.words import Word

Placed = tuple[float, float, str]  # points from the left, points from the top, words


def typeset(path: Path, *pages: list[Placed], size: float = 11.0) -> Path:
    """Write a PDF whose pages hold words at places, in the order given."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for page in pages:
        canvas.setFont("Helvetica", size)
        for left, top, words in page:
            canvas.drawString(left, A4[1] - top, words)
        canvas.showPage()
    canvas.save()
    return path


def body(page: Page) -> list[str]:
    """Return the text of the lines that are the paper's own."""
    return [page.text[line.start : line.end] for line in page.lines if line.role == "body"]


def cells(page: Page) -> list[list[str]]:
    """Return the cells of each row."""
    return [[page.text[start:end] for start, end in line.cells] for line in page.lines if line.cells]


def test_a_page_is_its_lines_joined_by_newlines(tmp_path: Path) -> None:
    page = read_paper(typeset(tmp_path / "a.pdf", [(70, 100, "129. LADO"), (70, 120, "AGREED:")])).page(1)
    assert page.text == "129. LADO\nAGREED:"
    assert [(line.start, line.end) for line in page.lines] == [(0, 9), (10, 17)]
    assert page.source == "text"


def test_every_word_has_the_box_in_which_it_is_printed(tmp_path: Path) -> None:
    page = read_paper(typeset(tmp_path / "a.pdf", [(70, 100, "AGREED: That")])).page(1)
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6).tolist()
    assert [page.text[start:end] for start, end, *_ in rows] == ["AGREED:", "That"]
    assert [left for _, _, left, *_ in rows] == [700, round(10 * (70 + stringWidth("AGREED: ", "Helvetica", 11)))]
    assert all(top < 1000 < bottom for *_, top, _, bottom in rows)


@pytest.mark.parametrize(
    ("first", "second", "other", "expected"),
    [
        # the paper shows the word without a hyphen elsewhere
        ("early informa-", "tion was", "The information", "early information was"),
        # it does not: a compound keeps its hyphen
        ("became father-", "inclusive", "Nothing else", "became father-inclusive"),
        # a double-barrelled name keeps it, though capitals follow
        ("Councillor Barrington-", "King", "Barringtonking", "Councillor Barrington-King"),
        # figures keep it
        ("pages 16-", "17", "1617", "pages 16-17"),
        # both forms are printed: what stands is kept
        ("an on-", "going", "ongoing and on-going", "an on-going"),
        # a dash between words is no hyphen
        ("the Chair -", "who spoke", "Nothing else", "the Chair -\nwho spoke"),
    ],
)
def test_a_word_broken_at_a_lines_end_is_joined(
    tmp_path: Path, first: str, second: str, other: str, expected: str
) -> None:
    path = typeset(tmp_path / "a.pdf", [(70, 100, first), (70, 113, second), (70, 160, other)])
    page = read_paper(path).page(1)
    assert page.text == f"{expected}\n{other}"
    assert page.lines[0].end <= page.lines[1].start


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        # the paper breaks words as it likes: it prints two of them whole elsewhere
        ("Officers asked for information on the residential homes", "includ|ing|re-|tender|informa|tion|residen|tial"),
        # it shows no such habit: what is printed is kept
        ("Officers asked for news of the homes", "includ-|ing|re-|tender|informa-|tion|residen-|tial"),
    ],
)
def test_a_paper_that_breaks_words_has_them_put_together_and_its_compounds_kept(
    tmp_path: Path, whole: str, expected: str
) -> None:
    printed = ["of includ-", "ing the re-", "tender and informa-", "tion on residen-", "tial", whole]
    page = read_paper(
        typeset(tmp_path / "a.pdf", [(70, 100 + 13 * row, line) for row, line in enumerate(printed)])
    ).page(1)
    for first, then in zip(expected.split("|")[::2], expected.split("|")[1::2], strict=True):
        assert first + then in page.text


def test_a_broken_word_has_a_box_on_each_line(tmp_path: Path) -> None:
    page = read_paper(typeset(tmp_path / "a.pdf", [(70, 100, "a father-"), (70, 113, "inclusive way")])).page(1)
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6).tolist()
    assert [page.text[start:end] for start, end, *_ in rows] == ["a", "father-", "inclusive", "way"]
    assert rows[1][1] == rows[2][0]
    assert rows[1][5] < rows[2][5]


def test_a_list_of_two_columns_reads_as_cells(tmp_path: Path) -> None:
    rows = [(70, 100 + 15 * row, f"Councillor {a}") for row, a in enumerate("ABC")]
    rows += [(300, 100 + 15 * row, f"Councillor {b}") for row, b in enumerate("XYZ")]
    page = read_paper(typeset(tmp_path / "a.pdf", sorted(rows, key=lambda row: row[1]))).page(1)
    assert cells(page) == [[f"Councillor {a}", f"Councillor {b}"] for a, b in zip("ABC", "XYZ", strict=True)]


def test_a_list_written_column_by_column_reads_column_by_column(tmp_path: Path) -> None:
    rows = [(70, 100 + 15 * row, f"Councillor {a}") for row, a in enumerate("ABC")]
    rows += [(300, 100 + 15 * row, f"Councillor {b}") for row, b in enumerate("XYZ")]
    page = read_paper(typeset(tmp_path / "a.pdf", rows)).page(1)
    assert body(page) == [f"Councillor {letter}" for letter in "ABCXYZ"]


def test_two_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [(60, 100 + 14 * row, f"left line {row} runs on for a good while here") for row in range(9)]
    right = [(330, 104 + 14 * row, f"right line {row} runs on for a while too") for row in range(9)]
    page = read_paper(typeset(tmp_path / "a.pdf", [*left, *right])).page(1)
    assert body(page) == [words for _, _, words in [*left, *right]]


def test_figures_written_column_by_column_stay_in_their_rows(tmp_path: Path) -> None:
    labels = [(60, 100 + 14 * row, label) for row, label in enumerate(["Pay", "Prices", "Income"])]
    figures = [(300, 100 + 14 * row, figure) for row, figure in enumerate(["21,845.7", "-836.6", "0.0"])]
    page = read_paper(typeset(tmp_path / "a.pdf", [*labels, *figures])).page(1)
    assert cells(page) == [["Pay", "21,845.7"], ["Prices", "-836.6"], ["Income", "0.0"]]


def test_a_number_before_a_paragraph_is_no_column(tmp_path: Path) -> None:
    lines = [(60, 100, "3.1"), (110, 100, "The Council agreed the first part of the"), (110, 114, "scheme as it was.")]
    lines += [(60, 140, "3.2"), (110, 140, "The second part was deferred to the next"), (110, 154, "meeting.")]
    page = read_paper(typeset(tmp_path / "a.pdf", lines)).page(1)
    assert cells(page) == []
    assert body(page)[0] == "3.1 The Council agreed the first part of the"


def ruled(path: Path, rows: list[list[list[str]]], widths: list[float]) -> Path:
    """Write a table with all its lines drawn; each cell is a list of printed lines."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 10)
    top = A4[1] - 100.0
    edges = [60.0]
    for width in widths:
        edges.append(edges[-1] + width)
    for row in rows:
        depth = 14.0 * max(len(cell) for cell in row) + 6
        for cell, left, right in zip(row, edges, edges[1:], strict=False):
            canvas.rect(left, top - depth, right - left, depth)
            for line, words in enumerate(cell):
                canvas.drawString(left + 4, top - 13 - 14 * line, words)
        top -= depth
    canvas.save()
    return path


def test_a_row_of_a_ruled_table_is_one_line_with_its_cells(tmp_path: Path) -> None:
    rows = [[["Acronym"], ["Meaning"]], [["CYPS", "Scrutiny"], ["Children, Young People and Schools", "Commission"]],
            [["FS"], []]]  # fmt: skip
    page = read_paper(ruled(tmp_path / "a.pdf", rows, [80, 300])).page(1)
    assert cells(page) == [
        ["Acronym", "Meaning"],
        ["CYPS Scrutiny", "Children, Young People and Schools Commission"],
        ["FS", ""],
    ]
    assert body(page)[1] == "CYPS Scrutiny\tChildren, Young People and Schools Commission"


def test_a_frame_around_prose_is_no_table(tmp_path: Path) -> None:
    page = read_paper(ruled(tmp_path / "a.pdf", [[["RESOLVED that", "the report be noted."]]], [400])).page(1)
    assert body(page) == ["RESOLVED that", "the report be noted."]


def test_a_rotated_page_is_read_as_it_is_displayed(tmp_path: Path) -> None:
    reader = PdfReader(typeset(tmp_path / "a.pdf", [(70, 100, "Appendix E"), (70, 120, "Budget")]))
    expected = {0: (595, 842, 70), 90: (842, 595, 742), 180: (595, 842, 525), 270: (842, 595, 100)}
    for turn, (width, height, edge) in expected.items():
        writer = PdfWriter()
        writer.add_page(reader.pages[0]).rotate(turn)
        writer.write(tmp_path / f"{turn}.pdf")
        page = read_paper(tmp_path / f"{turn}.pdf").page(1)
        assert page.text == "Appendix E\nBudget"
        assert (round(page.width), round(page.height)) == (width, height)
        line = page.lines[0]
        near = {0: line.left, 90: line.right, 180: line.right, 270: line.left}[turn]
        assert abs(near - edge) < 12


def test_struck_wording_is_parted_from_the_words_that_stand(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(70, 700, "The Committee shall meet")
    canvas.drawString(215, 700, "twice")
    canvas.drawString(250, 700, "four times a year.")
    canvas.line(214, 703.5, 243, 703.5)
    canvas.line(250, 698, 340, 698)  # an underline strikes nothing
    canvas.save()
    page = read_paper(tmp_path / "a.pdf").page(1)
    assert [(page.text[line.start : line.end], line.role) for line in page.lines] == [
        ("The Committee shall meet", "body"),
        ("twice", "struck"),
        ("four times a year.", "body"),
    ]


def test_words_under_a_redaction_are_not_in_the_text(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 12)
    canvas.rect(60, 690, 300, 30, fill=1)  # shading drawn before the words hides nothing
    canvas.drawString(70, 700, "The contract went to")
    canvas.drawString(190, 700, "Secret Limited")
    canvas.rect(188, 696, 90, 16, fill=1)
    canvas.save()
    assert read_paper(tmp_path / "a.pdf").page(1).text == "The contract went to"


def test_a_watermark_does_not_part_the_lines(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.saveState()
    canvas.translate(200, 600)
    canvas.rotate(45)
    canvas.setFont("Helvetica", 90)
    canvas.drawString(0, 0, "DRAFT")
    canvas.restoreState()
    canvas.setFont("Helvetica", 12)
    for line in range(4):
        canvas.drawString(70, 700 - 15 * line, f"line {line} of the minutes")
    canvas.save()
    page = read_paper(tmp_path / "a.pdf").page(1)
    assert body(page) == [f"line {line} of the minutes" for line in range(4)]


def test_invisible_text_is_kept_only_over_a_scan(tmp_path: Path) -> None:
    def write(path: Path, *, scan: bool) -> None:
        canvas = Canvas(str(path), pagesize=A4, invariant=True)
        if scan:
            canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, *A4)
        text = canvas.beginText(70, 700)
        text.setTextRenderMode(3)
        text.textLine("recognised words")
        canvas.drawText(text)
        canvas.save()

    write(tmp_path / "scan.pdf", scan=True)
    write(tmp_path / "trick.pdf", scan=False)
    assert read_paper(tmp_path / "scan.pdf").page(1).text == "recognised words"
    assert read_paper(tmp_path / "trick.pdf").page(1).text == ""


def test_a_page_without_text_has_no_source(tmp_path: Path) -> None:
    assert read_paper(typeset(tmp_path / "a.pdf", [])).page(1).source == "none"


def encrypted(path: Path) -> bytes:
    """Return a PDF that asks for a password."""
    writer = PdfWriter(clone_from=typeset(path / "plain.pdf", [(70, 100, "private")]))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path / "locked.pdf")
    return (path / "locked.pdf").read_bytes()


def test_a_file_that_cannot_be_read_says_why_in_one_line(tmp_path: Path) -> None:
    whole = typeset(tmp_path / "whole.pdf", [(70, 100, "words")]).read_bytes()
    for data, reason in [
        (b"", "the file is empty; fetch it again"),
        (b"<html>Not found</html>", "not a PDF; save it as one or leave it out"),
        (b"%PDF-1.7\n" + b"rubbish " * 50, "damaged, no pages can be read from it; fetch it again"),
        (whole[: len(whole) // 3], "damaged, no pages can be read from it; fetch it again"),
        (encrypted(tmp_path), "encrypted, a password is needed; save a copy without one"),
    ]:
        path = tmp_path / "Bad paper.pdf"
        path.write_bytes(data)
        with pytest.raises(PaperError) as error:
            read_paper(path)
        assert str(error.value) == f"Bad paper.pdf: {reason}"


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match=r"gone\.pdf: cannot be opened \(No such file or directory\); check the path"):
        read_paper(tmp_path / "gone.pdf")


def test_a_page_of_monstrous_size_is_refused(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(20_000, 500))
    canvas.showPage()
    canvas.save()
    with pytest.raises(PaperError, match=r"^a\.pdf: page 1 is 20000 by 500 points; print it to a common size$"):
        read_paper(tmp_path / "a.pdf")


_WORDS = st.lists(
    st.text(st.characters(codec="latin-1", categories=["L", "N", "P"]), min_size=1, max_size=9), max_size=6
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=12))
def test_offsets_rise_and_every_word_stands_at_its_own(
    tmp_path_factory: pytest.TempPathFactory, lines: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("set") / "a.pdf"
    typeset(path, [(60, 60 + 30 * place, " ".join(words)) for place, words in enumerate(lines)])
    page = read_paper(path).page(1)
    edges = [edge for line in page.lines for edge in (line.start, line.end)]
    assert all(first <= then for first, then in pairwise(edges))
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6).tolist()
    covered = "".join(page.text[start:end] for start, end, *_ in rows)
    assert covered == "".join(page.text.split())


class Copyist:
    """A recogniser that reads the same two words on every page, at places that can be computed by hand."""

    def read(self, image: Image.Image) -> list[Word]:
        """Return two words a tenth and two tenths of the page's width from its left."""
        wide = image.width
        return [
            Word(text, wide * left, 300, wide * (left + 0.08), 350, 50, bold=False)
            for text, left in (("Minutes", 0.1), ("of", 0.2))
        ]


def test_a_scan_is_read_by_the_recogniser_that_is_given(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.drawImage(ImageReader(Image.new("L", (60, 84), 200)), 0, 0, *A4)
    canvas.showPage()
    canvas.drawString(70, 700, "typed")
    canvas.save()
    scan, typed = read_paper(tmp_path / "a.pdf", ocr=Copyist()).pages
    assert (scan.text, scan.source) == ("Minutes of", "ocr")
    assert (scan.lines[0].left, scan.lines[0].top, scan.lines[0].bottom) == (59.5, 72.0, 84.0)
    assert (typed.text, typed.source) == ("typed", "text")
