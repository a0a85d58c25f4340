"""How far apart the lines of a paragraph stand: by the size of their letters, where a page has several."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.paragraphs import paragraphs
from corpus.reading import read_paper
from corpus.rows import body_rows

SENTENCE = "The surgery had been asked for a second access which the applicant had not provided by then"
TEXT, TABLE = (11.0, 15.4), (9.0, 10.8)  # points: the letters, and from line to line


def test_lines_of_text_are_one_paragraph_beside_the_close_lines_of_small_letters(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "planning.pdf"), pagesize=A4, invariant=True)
    top = 780.0
    for lines, (size, step) in ((10, TEXT), (30, TABLE)):
        canvas.setFont("Helvetica", size)
        for number in range(lines):
            canvas.drawString(62, top, SENTENCE if number == 0 else SENTENCE.lower())
            top -= step
        top -= 20
    canvas.save()

    found = paragraphs(body_rows(read_paper(tmp_path / "planning.pdf")))

    assert [len(one.rows) for one in found] == [10, 30]
