"""Reading scans: level, whole, in order, and with boxes that mark the right words."""

import pickle
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein
from reportlab.pdfgen.canvas import Canvas

from corpus.deskew import levelled, skew, unlevelled
from corpus.ocr import Ocr, Seen, finished, ink, open_ocr
from corpus.ocr_rapid import Rapid
from corpus.ocr_tesseract import Tesseract
from corpus.reading import read_paper
from corpus.record import read_record
from corpus.rulings import rulings, without
from corpus.scans import is_picture, read_scan
from corpus.sheets import Sheet, Style
from corpus.turning import turned
from corpus.types import Page, Paper, Record
from corpus.words import Word

MINUTES = (
    "129. LOCAL AUTHORITY DESIGNATED OFFICER",
    "The Director presented the annual report and answered",
    "questions from members of the commission.",
    "AGREED:",
    "1) That the report be noted.",
    "2) That a further report be brought in September.",
)
SIZE = 46  # pixels: 11 points at 300 dots an inch
LEFT, TOP, STEP = 300, 300, 64  # pixels

tesseract = pytest.param(
    Tesseract(), id="tesseract", marks=pytest.mark.skipif(not which("tesseract"), reason="Tesseract is not installed")
)
rapid = pytest.param(
    Rapid(), id="rapidocr", marks=pytest.mark.skipif(not find_spec("rapidocr"), reason="RapidOCR is not installed")
)


def printed(lines: tuple[str, ...] = MINUTES, *, number: str = "10") -> Image.Image:
    """Draw the top of a page as a printer would, with its number at its foot."""
    image = Image.new("L", (1800, 900), 255)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(SIZE)
    for row, line in enumerate(lines):
        draw.text((LEFT, TOP + row * STEP), line, font=font, fill=0)
    draw.text((900, 840), number, font=font, fill=0)
    return image


def leant(image: Image.Image, degrees: float) -> Image.Image:
    """Lay a page askew, its rows falling towards the right, with a scanner's noise."""
    noise = np.random.default_rng(129).normal(0, 12, (image.height, image.width))
    turned = np.asarray(image.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=255), dtype=np.float64)
    return Image.fromarray(np.clip(turned * 0.9 + noise, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("degrees", [-6.5, -1.1, 0.0, 0.4, 2.0, 7.3])
def test_the_lean_of_a_page_is_found_to_a_tenth_of_a_degree(degrees: float) -> None:
    assert skew(leant(printed(MINUTES * 1), degrees)) == pytest.approx(degrees, abs=0.1)


@pytest.mark.parametrize(
    "image", [Image.new("L", (1800, 900), 255), Image.new("L", (1, 1)), Image.new("L", (900, 900))]
)
def test_a_page_without_rows_does_not_lean(image: Image.Image) -> None:
    assert skew(image) == 0.0
    assert levelled(image, 0.0) is image


@given(st.floats(-8, 8), st.floats(0, 2000), st.floats(0, 3000))
def test_the_way_back_undoes_the_levelling(degrees: float, left: float, top: float) -> None:
    box = np.array([[left, top, left + 40, top + 12]])
    there = unlevelled(box, degrees, 2480, 3508)
    assert unlevelled(there, -degrees, 2480, 3508) == pytest.approx(box, abs=1e-6)
    assert there[0, 2:] - there[0, :2] == pytest.approx([40, 12])


def test_a_word_is_found_again_on_the_leaning_page() -> None:
    """A dot drawn on the level page stands, once the page is laid askew, where the way back says."""
    page = Image.new("L", (2000, 1000), 255)
    ImageDraw.Draw(page).rectangle((1700, 200, 1719, 219), fill=0)
    rows, columns = np.nonzero(np.asarray(page.rotate(-3, fillcolor=255)) < 128)
    middle = unlevelled(np.array([[1700.0, 200, 1720, 220]]), 3, 2000, 1000)[0]
    assert ((middle[0] + middle[2]) / 2, (middle[1] + middle[3]) / 2) == pytest.approx(
        (columns.mean(), rows.mean()), abs=1.5
    )


def test_ruling_lines_are_found_and_taken_out_without_the_letters() -> None:
    image = printed()
    bare = np.asarray(image)
    draw = ImageDraw.Draw(image)
    draw.rectangle((250, 250, 1700, 253), fill=0)
    draw.rectangle((250, 250, 253, 800), fill=0)
    draw.rectangle((1720, 300, 1790, 700), fill=60)  # a filled field, which is no line
    found = rulings(ink(image))
    assert found.round(-1).tolist() == [[250, 250, 1700, 250], [250, 250, 250, 800]]
    assert (np.asarray(without(image, found))[260:, 260:1700] == bare[260:, 260:1700]).all()


@pytest.mark.parametrize("engine", [tesseract, rapid])
def test_a_leaning_page_is_read_whole_and_its_boxes_mark_the_right_words(engine: Ocr) -> None:
    image = leant(printed(), 1.2)
    scan = read_scan(image, engine)
    assert scan.lean == pytest.approx(1.2, abs=0.1)
    text = " ".join(word.text for word in scan.words)
    assert Levenshtein.distance(text, " ".join((*MINUTES, "10"))) <= 3
    noted = next(word for word in scan.words if word.text.startswith("noted"))
    left, top, right, bottom = (
        unlevelled(np.array([[noted.left, noted.top, noted.right, noted.bottom]]), scan.lean, 1800 * 0.24, 900 * 0.24)[
            0
        ]
        / 0.24
    )  # points to pixels
    width = ImageFont.load_default(SIZE).getlength
    place = np.array([[LEFT + width("1) That the report be "), TOP + 4 * STEP, 0, 0]])
    place[0, 2:] = place[0, :2] + (width("noted."), SIZE)
    expected = unlevelled(place, 1.2, 1800, 900)[0]
    assert (left, right) == pytest.approx((expected[0], expected[2]), abs=12)
    assert top < (expected[1] + expected[3]) / 2 < bottom


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_page_scanned_on_its_side_or_its_head_is_turned_and_its_words_are_marked_where_they_lie(
    tmp_path: Path, turns: int
) -> None:
    if not which("tesseract"):
        pytest.skip("Tesseract is not installed")
    lying = turned(printed(), 4 - turns)
    lying.save(tmp_path / "scan.pdf", resolution=300)
    (page,) = read_paper(tmp_path / "scan.pdf", ocr=Tesseract()).pages
    assert Levenshtein.distance(" ".join(page.text.split()), " ".join((*MINUTES, "10"))) <= 3
    assert (page.width, page.height) == pytest.approx((lying.width * 0.24, lying.height * 0.24), abs=1)
    start = page.text.index("OFFICER")
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6)
    left, top, right, bottom = next(row for row in rows.astype(float) if row[0] == start)[2:] / 10 / 0.24  # to pixels
    dark = np.asarray(lying)[int(top) : int(bottom), int(left) : int(right)] < 128
    assert dark.any()
    width = ImageFont.load_default(SIZE).getlength
    assert max(right - left, bottom - top) == pytest.approx(width("OFFICER"), abs=14)


def test_a_text_layer_that_is_no_language_is_not_taken_for_text_where_nothing_reads_its_looks(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    canvas = Canvas(str(tmp_path / "broken.pdf"), invariant=True)
    for line in range(12):
        canvas.drawString(70, 700 - 14 * line, "xqzv kwpj gfhx vbzq jjkx wqpz hhgx zzvk bxqj")
    canvas.showPage()
    canvas.drawString(70, 700, "The Committee agreed that the report on the schools be noted.")
    canvas.save()
    paper = read_paper(tmp_path / "broken.pdf")
    assert [(page.source, page.text) for page in paper.pages] == [
        ("none", ""),
        ("text", "The Committee agreed that the report on the schools be noted."),
    ]
    assert [record.getMessage() for record in caplog.records] == [
        "broken.pdf: page 1: its text layer is no language; install Tesseract and read it again"
    ]


@pytest.mark.parametrize("engine", [tesseract, rapid])
def test_a_blank_page_has_no_words(engine: Ocr) -> None:
    assert list(read_scan(Image.new("L", (1800, 900), 250), engine).words) == []


@pytest.mark.parametrize("engine", [Tesseract(), Rapid()])
def test_an_engine_can_be_sent_to_another_process(engine: Ocr) -> None:
    assert type(pickle.loads(pickle.dumps(engine))) is type(engine)  # noqa: S301  # our own bytes


def test_tesseract_is_taken_where_it_is_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert isinstance(open_ocr(), Rapid if find_spec("rapidocr") else type(None))
    program = tmp_path / "tesseract"
    program.touch(mode=0o755)
    assert isinstance(open_ocr(), Tesseract)


def seen(text: str, left: float, *, top: float = 100, bottom: float = 133, sure: float = 96) -> Seen:
    return Seen(text, left, top, left + 20 * len(text), bottom, sure)


def texts(*line: Seen) -> list[str]:
    return [word.text for word in finished([line], Image.new("L", (1000, 300), 255))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((seen("*", 10), seen("The", 60)), ["•", "The"]),  # what engines make of a bullet
        ((seen("e", 10), seen("The", 60)), ["•", "The"]),  # the same
        ((seen("a", 10), seen("report", 60)), ["a", "report"]),  # a word of one letter
        ((seen("*", 10), seen("*", 60)), ["*", "*"]),  # a row of asterisks is no list
        ((seen("7,588", 10), seen("|", 160, sure=40)), ["7,588"]),  # a ruling line
        ((seen("2024", 10), seen("-", 160)), ["2024", "-"]),  # a dash of which the engine is sure
        ((), []),  # nothing
    ],
)
def test_signs_that_are_no_words_are_mended(line: tuple[Seen, ...], expected: list[str]) -> None:
    assert texts(*line) == expected


def test_words_of_a_line_stand_on_one_line_whatever_their_letters() -> None:
    line = [seen("one", 10, top=109), seen("page", 100, top=109, bottom=143), seen("Two", 200)]
    words = finished([line], Image.new("L", (1000, 300), 255))
    assert len({(word.top, word.bottom, word.size) for word in words}) == 1
    assert words[0].size == pytest.approx(46, abs=2)


def sheet(words: int, picture: tuple[float, float, float, float] | None) -> tuple[Sheet, list[Word]]:
    pictures = np.array([picture] if picture else [], dtype=np.float32).reshape(-1, 4)
    style = Style(11, False, 0, False, 0)
    nothing = np.zeros((0, 4), dtype=np.float32)
    made = Sheet(1, 595, 842, ("Page",) * words, (), nothing, (style,) * words, nothing, (), pictures)
    return made, [Word("Page", 10, 10, 40, 20, 11, False)] * words


@pytest.mark.parametrize(
    ("words", "picture", "expected"),
    [
        (0, (0, 0, 595, 842), True),  # a scan
        (3, (0, 0, 595, 842), True),  # a scan with a page number stamped on it
        (300, (0, 0, 595, 842), False),  # a scan with a text layer behind it
        (3, (100, 100, 300, 300), False),  # a title page with a crest
        (0, None, False),  # a blank page
        (3, None, False),  # a page of three words
        (0, (100, 100, 300, 300), True),  # a picture and nothing else: it may hold words
    ],
)
def test_a_page_is_read_by_its_looks_where_its_text_is_no_more_than_a_stamp(
    words: int, picture: tuple[float, float, float, float] | None, expected: bool
) -> None:
    assert is_picture(*sheet(words, picture)) is expected


@pytest.fixture(scope="module")
def scanned(papers: Path) -> Paper:
    """Read the real scan once: twelve pages, some seconds."""
    if not which("tesseract"):
        pytest.skip("Tesseract is not installed")
    return read_paper(next((papers / "leicester-scanned").glob("*.pdf")), ocr=Tesseract())


@pytest.fixture(scope="module")
def pack(papers: Path) -> Paper:
    return read_paper(next((papers / "leicester").glob("*.pdf")))


def true_page(pack: Paper, page: Page) -> Page:
    """Return the page of the pack that a page of the scan was made from."""
    return pack.page(page.number + 7)


def test_the_scanned_minutes_are_read_with_few_wrong_letters(scanned: Paper, pack: Paper) -> None:
    pairs = [(" ".join(page.text.split()), " ".join(true_page(pack, page).text.split())) for page in scanned.pages]
    wrong = sum(Levenshtein.distance(read, true) for read, true in pairs)
    assert wrong / sum(len(true) for _, true in pairs) < 0.003
    assert {page.source for page in scanned.pages} == {"ocr"}


def test_the_scanned_minutes_print_the_same_page_numbers(scanned: Paper, pack: Paper) -> None:
    assert [page.printed for page in scanned.pages] == [true_page(pack, page).printed for page in scanned.pages]


def test_the_boxes_of_the_scan_stand_where_the_words_are_printed(scanned: Paper) -> None:
    """Ink lies under the boxes: checked through the page's own picture on the most leaning page."""
    from corpus import pdf
    from corpus.files import load

    page = scanned.page(9)
    path = next(Path(__file__).parent.parent.parent.glob("shared/papers/leicester-scanned/*.pdf"))
    with pdf.opened(load(path), path.name) as document:
        image = pdf.picture(document, 9, path.name, round(page.width * 2), round(page.height * 2))
    dark = ink(image)
    rows = np.frombuffer(page.words, dtype="<i4").reshape(-1, 6)[:, 2:] / 5  # tenths of a point to half points
    inside = np.zeros_like(dark)
    for left, top, right, bottom in rows.astype(int).tolist():
        inside[top : bottom + 1, left : right + 1] = True
    assert (dark & inside).sum() / dark.sum() > 0.98


def outline(record: Record) -> list[tuple[str | None, str, list[tuple[int, str]]]]:
    return [
        (minute.number, minute.heading, [(part.ordinal, part.verb) for part in minute.resolutions])
        for proceedings in record.proceedings
        for minute in proceedings.minutes
    ]


def test_the_scanned_minutes_give_the_same_minutes_and_resolutions(scanned: Paper, pack: Paper) -> None:
    read, true = read_record(scanned), read_record(pack)
    assert outline(read) == outline(true)
    assert [minutes.meeting for minutes in read.proceedings] == [minutes.meeting for minutes in true.proceedings]
    (lado,) = [minute for minute in read.proceedings[0].minutes if minute.number == "129"]
    assert [part.text for part in lado.resolutions] == [
        "That report be noted.",
        "That the next due report be presented at Scrutiny.",
    ]
