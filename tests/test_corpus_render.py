"""Pictures of pages with marks, and the boxes of quoted words."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.boxes import boxes
from corpus.errors import PaperError
from corpus.reading import read_paper
from corpus.render import page_image
from corpus.types import Box


@pytest.fixture
def report(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "report.pdf"), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(70, A4[1] - 100, "AGREED: That the report")
    canvas.drawString(70, A4[1] - 114, "be noted.")
    for top, word in ((160, "Cell"), (175, "More")):
        for left in (70, 270, 420):
            canvas.drawString(left, A4[1] - top, word)
    canvas.save()
    return tmp_path / "report.pdf"


def test_a_quotation_has_one_box_for_each_printed_line(report: Path) -> None:
    page = read_paper(report).page(1)
    start = page.text.index("That")
    found = boxes(page, [page.span(start, page.text.index("noted.") + 6)])
    assert [(round(box.left), round(box.top), round(box.right), round(box.bottom)) for box in found] == [
        (123, 90, 195, 102),
        (70, 104, 116, 116),
    ]


def test_no_box_covers_the_white_between_cells(report: Path) -> None:
    page = read_paper(report).page(1)
    start = page.text.index("Cell")
    found = boxes(page, [page.span(start, start + len("Cell\tCell\tCell"))])
    assert [round(box.left) for box in found] == [70, 270, 420]
    assert all(box.right - box.left < 25 for box in found)


def test_spans_of_other_pages_have_no_boxes(report: Path) -> None:
    page = read_paper(report).page(1)
    other = page.span(0, 5)
    assert boxes(page, [type(other)(other.paper, 2, 0, 5), type(other)("another", 1, 0, 5)]) == ()


def test_a_mark_is_drawn_over_its_words_and_nowhere_else(report: Path) -> None:
    plain = Image.open(BytesIO(page_image(report, 1, 595)))
    marked = Image.open(BytesIO(page_image(report, 1, 595, [Box(100, 200, 200, 240)])))
    assert (plain.format, plain.size) == ("PNG", (595, 842))
    assert plain.getpixel((150, 220)) == (255, 255, 255)
    assert marked.getpixel((150, 220)) == (255, 239, 159)
    assert (122, 62, 0) in {marked.getpixel((across, 220)) for across in range(97, 101)}
    assert marked.getpixel((150, 250)) == (255, 255, 255)


def test_the_same_picture_has_the_same_bytes(report: Path) -> None:
    marks = [Box(100, 200, 200, 240)]
    assert page_image(report, 1, 400, marks) == page_image(report, 1, 400, marks)


@pytest.mark.parametrize(
    ("page", "width", "message"),
    [
        (2, 400, "report.pdf: has no page 2; it has 1"),
        (0, 400, "report.pdf: has no page 0; it has 1"),
        (1, 30_000, "report.pdf: page 1 at 30000 by 42429 pixels is too large; ask for less width"),
    ],
)
def test_a_picture_that_cannot_be_made_says_why(report: Path, page: int, width: int, message: str) -> None:
    with pytest.raises(PaperError) as error:
        page_image(report, page, width)
    assert str(error.value) == message
