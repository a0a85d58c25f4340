"""What hides words and what strikes them out, in every way in which programs draw it; and what does neither."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, PdfObject
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.reading import read_paper

BOX = (188, 696, 280, 712)  # around "Secret Limited": left, bottom, right, top
WHOLE = [("The contract went to Secret Limited", "body"), ("for two years.", "body")]
HIDDEN = [("The contract went to", "body"), ("for two years.", "body")]
STRUCK = [("The contract went to", "body"), ("Secret Limited", "struck"), ("for two years.", "body")]


def printed(path: Path, draw: Callable[[Canvas], object] = lambda _: None) -> Path:
    """Print two lines, and draw upon them."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(70, 700, "The contract went to")
    canvas.drawString(190, 700, "Secret Limited")
    canvas.drawString(70, 680, "for two years.")
    draw(canvas)
    canvas.save()
    return path


def read(path: Path) -> list[tuple[str, str]]:
    """Return the lines of a paper's first page, each with what it is."""
    page = read_paper(path).page(1)
    return [(page.text[line.start : line.end], line.role) for line in page.lines]


def numbers(*values: float) -> ArrayObject:
    return ArrayObject([FloatObject(value) for value in values])


def outline(canvas: Canvas, *boxes: tuple[float, float, float, float], holes: bool = False) -> None:
    """Fill boxes that are drawn as one path; with ``holes`` those within others are cut out."""
    path = canvas.beginPath()
    for box in boxes:
        path.rect(*box)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0 if holes else 1)


def dashes(canvas: Canvas) -> None:
    for place in range(14):
        canvas.line(189 + 6 * place, 703.5, 195 + 6 * place, 703.5)


def bar(canvas: Canvas) -> None:
    canvas.setLineWidth(16)
    canvas.line(188, 704, 280, 704)


def blot(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("RGB", (20, 5), 0)), 188, 696, 90, 16)


def signature(canvas: Canvas, strength: int = 255) -> None:
    picture = Image.new("RGBA", (40, 20), (0, 0, 0, 0 if strength == 255 else strength))
    for place in range(40):
        picture.putpixel((place, place // 2), (0, 0, 0, strength))
    canvas.drawImage(ImageReader(picture), 188, 690, 90, 25, mask="auto")


@pytest.mark.parametrize(
    ("draw", "found"),
    [
        pytest.param(lambda c: c.roundRect(188, 696, 90, 16, 3, fill=1), HIDDEN, id="a box with round corners"),
        pytest.param(lambda c: outline(c, (188, 696, 40, 16), (228, 696, 55, 16)), HIDDEN, id="two boxes in one path"),
        pytest.param(bar, HIDDEN, id="a line as thick as the words are high"),
        pytest.param(blot, HIDDEN, id="a picture of one colour"),
        pytest.param(lambda c: c.rect(189, 703, 84, 0.9, stroke=0, fill=1), STRUCK, id="a thin filled box"),
        pytest.param(lambda c: c.rect(189, 702.5, 84, 2.2, stroke=0, fill=1), STRUCK, id="a heavier one"),
        pytest.param(
            lambda c: outline(c, (189, 703, 40, 0.8), (231, 703, 42, 0.8)), STRUCK, id="two thin ones in a path"
        ),
        pytest.param(dashes, STRUCK, id="a line drawn bit by bit"),
        pytest.param(lambda c: outline(c, (150, 690, 200, 30), (155, 692, 190, 26), holes=True), WHOLE, id="a frame"),
        pytest.param(signature, WHOLE, id="a signature across the words"),
        pytest.param(lambda c: signature(c, 60), WHOLE, id="a picture that is seen through"),
    ],
)
def test_what_is_drawn_over_words(tmp_path: Path, draw: Callable[[Canvas], object], found: list[object]) -> None:
    assert read(printed(tmp_path / "a.pdf", draw)) == found


@pytest.mark.parametrize(
    ("ground", "seen"),
    [
        pytest.param(None, False, id="white paper"),
        pytest.param(1.0, False, id="a white box"),
        pytest.param(0.2, True, id="a dark box"),
        pytest.param(0.9, True, id="a pale one"),
    ],
)
def test_white_words_are_read_where_they_can_be_seen(tmp_path: Path, ground: float | None, seen: bool) -> None:
    canvas = Canvas(str(tmp_path / "white.pdf"), pagesize=A4, invariant=True)
    if ground is not None:
        canvas.setFillGray(ground)
        canvas.rect(180, 692, 110, 22, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(70, 700, "The contract went to")
    canvas.drawString(70, 660, "for two years.")
    canvas.setFillGray(1)
    canvas.drawString(190, 700, "Secret Limited")
    canvas.save()
    text = read_paper(tmp_path / "white.pdf").page(1).text
    assert ("Secret" in text) is seen
    assert "two years" in text


LINE = numbers(188, 712, 280, 712, 188, 696, 280, 696)  # the corners of the words, as comments mark them


@pytest.mark.parametrize(
    ("kind", "keys", "found"),
    [
        ("Redact", {"/QuadPoints": LINE}, HIDDEN),  # marked to be blacked out, and published before it was
        ("Square", {"/IC": numbers(0, 0, 0)}, HIDDEN),  # a black box laid over the words as a comment
        ("Highlight", {"/C": numbers(0, 0, 0), "/QuadPoints": LINE}, HIDDEN),  # the black marker
        ("FreeText", {"/C": numbers(1, 1, 1)}, HIDDEN),  # a white box with words of its own
        ("StrikeOut", {"/C": numbers(1, 0, 0), "/QuadPoints": LINE}, STRUCK),
        ("Line", {"/L": numbers(188, 704, 270, 704)}, STRUCK),
        ("Square", {"/C": numbers(1, 0, 0)}, WHOLE),  # a red ring around the words
        ("Square", {"/IC": numbers(1, 1, 0), "/CA": FloatObject(0.3)}, WHOLE),  # a tint
        ("Square", {"/IC": numbers(0, 0, 0), "/F": NumberObject(2)}, WHOLE),  # not shown
        ("Highlight", {"/C": numbers(1, 1, 0), "/QuadPoints": LINE}, WHOLE),
        ("Link", {}, WHOLE),
    ],
)
def test_what_comments_lay_over_words(
    tmp_path: Path, kind: str, keys: dict[str, PdfObject], found: list[object]
) -> None:
    writer = PdfWriter()
    writer.append(PdfReader(printed(tmp_path / "a.pdf")))
    note = {"/Type": NameObject("/Annot"), "/Subtype": NameObject(f"/{kind}"), "/Rect": numbers(*BOX)}
    made = DictionaryObject({NameObject(key): value for key, value in {"/F": NumberObject(4), **note, **keys}.items()})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([made])
    writer.write(tmp_path / "b.pdf")
    assert read(tmp_path / "b.pdf") == found


@pytest.mark.parametrize("turns", [0, 90, 180, 270])
def test_a_landscape_page_that_is_printed_on_its_side_reads_as_it_is_displayed(tmp_path: Path, turns: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.translate(*{0: (0, 0), 90: (A4[0], 0), 180: A4, 270: (0, A4[1])}[turns])
    canvas.rotate({0: 0, 90: 90, 180: 180, 270: -90}[turns])
    canvas.setFont("Helvetica", 12)
    canvas.drawString(70, 500, "The contract went to")
    canvas.drawString(190, 500, "Secret Limited")
    canvas.drawString(70, 480, "for two")
    canvas.drawString(115, 480, "or three")
    canvas.drawString(165, 480, "years.")
    canvas.rect(188, 496, 92, 16, fill=1)
    canvas.line(114, 483.5, 160, 483.5)
    canvas.save()
    writer = PdfWriter()
    writer.add_page(PdfReader(tmp_path / "a.pdf").pages[0]).rotate(turns)
    writer.write(tmp_path / "b.pdf")
    assert read(tmp_path / "b.pdf") == [
        ("The contract went to", "body"),
        ("for two", "body"),
        ("or three", "struck"),
        ("years.", "body"),
    ]


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_wording_struck_out_on_its_side_is_struck_where_the_page_is_not_turned(tmp_path: Path, turns: int) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4, invariant=True)
    canvas.translate(*{90: (A4[0], 0), 180: A4, 270: (0, A4[1])}[turns])
    canvas.rotate({90: 90, 180: 180, 270: -90}[turns])
    canvas.setFont("Helvetica", 12)
    canvas.drawString(70, 500, "The contract went to")
    canvas.drawString(70, 480, "for two")
    canvas.drawString(115, 480, "or three")
    canvas.drawString(165, 480, "years.")
    canvas.line(114, 483.5, 160, 483.5)
    canvas.line(70, 498, 175, 498)  # under the words, not through them
    canvas.save()
    assert read(tmp_path / "a.pdf") == [
        ("The contract went to", "body"),
        ("for two", "body"),
        ("or three", "struck"),
        ("years.", "body"),
    ]
