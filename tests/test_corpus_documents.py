"""Word documents, web pages and Markdown read as papers: the words that a reader of each sees, and no others."""

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st
from minutes_files import FIRST, ITEMS, add_list, as_markdown, as_pdf, as_web_page, as_word, numbered

from corpus.boxes import boxes
from corpus.documents import Document, Para, Run, cleaned, folded_runs
from corpus.errors import PaperError
from corpus.reading import read_paper, read_source
from corpus.reading_copy import NOTE, is_copy, set_copy
from corpus.record import read_record
from corpus.render import page_image
from corpus.source import Source, open_source
from corpus.types import Paper, Record
from corpus.word_numbers import figure

FORMS: dict[str, Callable[[Path], Path]] = {
    "minutes.pdf": as_pdf,
    "minutes.docx": as_word,
    "minutes.html": as_web_page,
    "minutes.md": as_markdown,
}


def texts(paper: Paper) -> list[str]:
    """Return the lines of the paper's text."""
    return [page.text[line.start : line.end] for page in paper.pages for line in page.lines if line.role == "body"]


def page_of(html: str) -> list[str]:
    """Return the lines of a web page's body."""
    return lines_of("a.html", f"<body>{html}</body>".encode())


def lines_of(name: str, contents: bytes) -> list[str]:
    """Return the body lines read of a file's contents."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(contents)
        return texts(read_paper(path))


def saved(document: docx.document.Document) -> bytes:
    """Return a Word document's bytes."""
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def understood(record: Record) -> list[object]:
    """Return everything of a record that its form of file must not change."""
    (minutes,) = record.proceedings
    return [
        record.kind,
        minutes.meeting,
        minutes.standing,
        minutes.confirms,
        [(one.name, one.role, one.note) for one in minutes.attendees],
        [(one.number, one.heading) for one in minutes.minutes],
        [[(part.marker, part.verb, part.text) for part in one.resolutions] for one in minutes.minutes],
        [[(vote.outcome, [(side.side, side.printed) for side in vote.tallies]) for vote in one.votes]
         for one in minutes.minutes],
    ]  # fmt: skip


def test_the_same_minutes_are_the_same_record_in_every_form(tmp_path: Path) -> None:
    found = {name: understood(read_record(read_paper(write(tmp_path / name)))) for name, write in FORMS.items()}
    (minutes,) = read_record(read_paper(tmp_path / "minutes.docx")).proceedings
    assert (minutes.meeting.council, minutes.meeting.body, minutes.meeting.held_on) == (
        "Ashmere Parish Council", "Parish Council", date(2026, 5, 12),
    )  # fmt: skip
    assert [one.number for one in minutes.minutes] == [str(FIRST + rank) for rank in range(len(ITEMS))]
    assert [part.text for part in minutes.minutes[2].resolutions] == list(ITEMS[2][2])
    assert found["minutes.docx"] == found["minutes.pdf"]
    assert found["minutes.html"] == found["minutes.pdf"]
    assert found["minutes.md"] == found["minutes.pdf"]


@pytest.mark.parametrize("name", ["minutes.docx", "minutes.html", "minutes.md"])
def test_every_resolution_stands_on_its_page_with_boxes_that_can_be_marked(tmp_path: Path, name: str) -> None:
    path = FORMS[name](tmp_path / name)
    source = open_source(path)
    paper = read_paper(path)
    (minutes,) = read_record(paper).proceedings
    part = minutes.minutes[2].resolutions[0]
    (span,) = part.spans
    page = paper.page(span.page)
    assert " ".join(page.text[span.start : span.end].split()) == part.text
    assert (page.printed, page.source) == (None, "copy")
    copy = tmp_path / "copy.pdf"
    copy.write_bytes(source.pdf)
    marked = page_image(copy, span.page, 600, boxes(page, part.spans))
    assert marked[:8] == b"\x89PNG\r\n\x1a\n"
    assert marked != page_image(copy, span.page, 600)


def test_the_same_file_gives_the_same_copy_and_damage_shows(tmp_path: Path) -> None:
    path = as_word(tmp_path / "a.docx")
    source = open_source(path)
    assert source.pdf == open_source(path).pdf
    assert is_copy(source.pdf, source.sha256)
    assert not is_copy(source.pdf.replace(b"%PDF", b"%PDX", 1), source.sha256)
    assert not is_copy(source.pdf, "0" * 64)


def test_the_site_around_a_page_and_what_is_hidden_are_not_read(tmp_path: Path) -> None:
    text = "\n".join(texts(read_paper(as_web_page(tmp_path / "a.html"))))
    for absent in ("cookies", "Accept", "Planning", "Scripted", "hidden", "Copyright"):
        assert absent not in text


WEB = [
    # what is written, the lines that are read
    ("<ol start=4><li>A</li><li value=9>B</li><li>C</li></ol>", ["4. A", "9. B", "10. C"]),
    ("<ol type=i><li>A</li><li>B</li></ol>", ["i. A", "ii. B"]),
    ("<ol style='list-style-type: upper-alpha'><li>A</li></ol>", ["A. A"]),
    ("<ol style='list-style:none'><li>A</li></ol>", ["A"]),
    ("<ul><li>A</li></ul>", ["• A"]),
    ("<ol reversed><li>A</li><li>B</li></ol>", ["2. A", "1. B"]),
    ("<ol><li><ol type=a><li>A</li><li>B</li></ol></li></ol>", ["1. a. A", "b. B"]),
    ("<p>the 1<sup>st</sup> of <b>M</b>ay</p>", ["the 1st of May"]),
    ("<p>one<br>two</p>", ["one", "two"]),
    ("<p>a&nbsp;b &pound;5 &amp; &#8220;c&#8221;</p>", ["a b £5 & “c”"]),
    ("<p style='display: none'>no</p><p hidden>no</p><dialog>no</dialog><p>yes</p>", ["yes"]),
    ("<p>The price was <span style='background:#000; color:#000'>£12,000</span>.</p>", ["The price was ."]),
    ("<style>.x{color:black;background-color:black}</style><p>Sold to <b class=x>Mr Grey</b></p>", ["Sold to"]),
    ("<p style='background:#000;color:#fff'>white on black</p>", ["white on black"]),
    ("<style>p[{display:none} ::x{display:none}</style><p>yes</p>", ["yes"]),
    ("<style>/* p{} */ @media print{.a{display:none}} .b .c{visibility:hidden}</style>"
     "<p class=a>yes</p><div class=b><p class=c>no</p></div>", ["yes"]),
    ("<table><tr><th>Payee<th>Sum</tr><tr><td>Acme<td>£5</tr></table>", ["Payee\tSum", "Acme\t£5"]),
    ("<table><tr><td rowspan=2>A<td>B</tr><tr><td>C</tr></table>", ["A\tB", "\tC"]),
    ("<table><tr><td><p>A</p><p>B</p></td></tr></table>", ["A", "B"]),
    ("<ul><li><a href=x>Home</a><li><a href=y>Your council</a></ul><p>Agenda</p>"
     "<ul><li><a href=z>To receive the report of the Clerk on the repair of Footpath 7</a></ul>",
     ["Agenda", "• To receive the report of the Clerk on the repair of Footpath 7"]),
    ("<pre>A\n  B</pre>", ["A", "B"]),
    ("<p>A</p><noscript>no</noscript><template>no</template><svg><text>no</text></svg><!-- no -->", ["A"]),
]  # fmt: skip


@pytest.mark.parametrize(("written", "read"), WEB)
def test_a_web_page_is_read_as_it_is_shown(written: str, read: list[str]) -> None:
    assert page_of(written) == read


ENCODED = [
    ("<meta charset=utf-8><p>Ŵyn £5</p>".encode(), "Ŵyn £5"),
    ("<p>Ŵyn £5</p>".encode(), "Ŵyn £5"),
    ("<meta charset=iso-8859-1><p>“£5”</p>".encode("cp1252"), "“£5”"),
    ("<p>“£5”</p>".encode("cp1252"), "“£5”"),
    ("\ufeff<p>£5</p>".encode("utf-16-le"), "£5"),
    ("<meta charset=nonsense><p>£5</p>".encode(), "£5"),
]


@pytest.mark.parametrize(("contents", "read"), ENCODED)
def test_a_page_is_decoded_as_browsers_do(contents: bytes, read: str) -> None:
    assert lines_of("a.htm", contents) == [read]


def test_a_page_saved_as_one_file_is_read() -> None:
    contents = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; '
        b"charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Noted: =C2=A35</p>\r\n--x--\r\n"
    )
    assert lines_of("a.mhtml", contents) == ["Noted: £5"]


def test_markdown_keeps_its_numbers_tables_and_front_matter() -> None:
    text = "---\ntitle: Minutes\n---\n7) First\n8) Second\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n`code` ~~gone~~ kept\n"
    assert lines_of("a.md", text.encode()) == ["7) First", "8) Second", "A\tB", "1\t2", "code", "kept"]


def test_struck_wording_is_shown_as_struck_and_stands_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>That £5 <del>be paid</del> be refused.</p>", encoding="utf-8")
    page = read_paper(path).page(1)
    assert [(page.text[line.start : line.end], line.role) for line in page.lines if line.role != "foot"] == [
        ("That £5", "body"), ("be paid", "struck"), ("be refused.", "body"),
    ]  # fmt: skip


def test_deleted_and_hidden_wording_is_not_in_a_word_document_and_inserted_wording_is() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("That £5 be ")
    space = 'xml:space="preserve"'
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="A"><w:r><w:delText>paid</w:delText></w:r></w:del>')
    )
    paragraph._p.append(
        parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="A"><w:r><w:t {space}>refused</w:t></w:r></w:ins>')
    )
    paragraph.add_run(" secretly").font.hidden = True
    paragraph.add_run(".")
    assert lines_of("a.docx", saved(document)) == ["That £5 be refused."]


@pytest.mark.parametrize(
    ("properties", "read"),
    [
        ('<w:highlight w:val="black"/>', "The price was"),  # the black marker
        ('<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>', "The price was"),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', "The price was £12,000"),
        ('<w:shd w:val="clear" w:fill="000000"/>', "The price was £12,000"),  # Word turns such letters white
        ('<w:highlight w:val="yellow"/>', "The price was £12,000"),
    ],
)
def test_wording_blacked_out_in_word_is_not_read(properties: str, read: str) -> None:
    document = docx.Document()
    run = document.add_paragraph("The price was ").add_run("£12,000")
    run._r.insert(0, parse_xml(f"<w:rPr {nsdecls('w')}>{properties}</w:rPr>"))
    assert lines_of("a.docx", saved(document)) == [read]


def test_a_page_of_modern_gov_is_read_without_the_links_to_its_papers(tmp_path: Path) -> None:
    items = (
        ("Apologies", "Apologies were received from Councillor Dale."),
        ("Minutes <a href=x>PDF 120 KB</a>", "RESOLVED – That the minutes of 4 March 2025 be confirmed."),
        ("Local Plan <a href=y>PDF 2 MB</a>", "RESOLVED – That the plan be approved for consultation."),
    )
    rows = "".join(
        f"<tr><td>{number}.<td><p>{heading}</p><p>Minutes:</p><p>{words}</p>"
        for number, (heading, words) in enumerate(items, 1)
    )
    path = tmp_path / "a.html"
    path.write_text(
        "<title>Agenda and minutes - Cabinet - Thornwick Borough Council</title><header><ul><li><a href=/>Home</a></ul>"
        "</header><div class=mgContent><h1>Agenda and minutes</h1><p>Cabinet</p><p>Tuesday, 6th May, 2025 6.30 pm</p>"
        f"<p>Present: Councillors A Ash (Chair) and B Birch</p><table><tr><th>No.<th>Item{rows}</table></div>",
        encoding="utf-8",
    )
    (sitting,) = read_record(read_paper(path)).proceedings
    assert (sitting.meeting.council, sitting.meeting.body) == ("Thornwick Borough Council", "Cabinet")
    assert [(one.number, one.heading, len(one.resolutions)) for one in sitting.minutes] == [
        ("1", "Apologies", 0),
        ("2", "Minutes", 1),
        ("3", "Local Plan", 1),
    ]


def test_paragraphs_whose_end_was_deleted_are_one() -> None:
    document = docx.Document()
    first = document.add_paragraph("That the report ")
    first._p.get_or_add_pPr().append(parse_xml(f'<w:rPr {nsdecls("w")}><w:del w:id="1" w:author="A"/></w:rPr>'))
    document.add_paragraph("be noted.")
    assert lines_of("a.docx", saved(document)) == ["That the report be noted."]


def test_automatic_numbers_are_counted_as_word_counts_them() -> None:
    document = docx.Document()
    one = add_list(document, (("decimal", "%1.", 5), ("lowerLetter", "(%2)", 1), ("decimal", "%1.%3", 1)))
    for text, level in (("A", 0), ("B", 1), ("C", 1), ("D", 0), ("E", 1), ("F", 2)):
        numbered(document.add_paragraph(text), one, level)
    document.add_paragraph("Between")
    numbered(document.add_paragraph("G"), one, 0)
    root = document.part.numbering_part.element
    root.append(
        parse_xml(
            f'<w:num {nsdecls("w")} w:numId="900"><w:abstractNumId w:val="{one}"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    )
    numbered(document.add_paragraph("H"), 900, 0)
    numbered(document.add_paragraph("I"), 900, 0)
    assert lines_of("a.docx", saved(document)) == [
        "5. A", "(a) B", "(b) C", "6. D", "(a) E", "6.1 F", "Between", "7. G", "1. H", "2. I",
    ]  # fmt: skip


def test_numbers_that_a_style_gives_are_counted() -> None:
    document = docx.Document()
    number = add_list(document, (("upperRoman", "%1.", 1), ("decimal", "%2)", 1)))
    style = document.styles["Heading 1"].element
    style.get_or_add_pPr().append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{number}"/></w:numPr>'))
    document.add_heading("Apologies", 1)
    document.add_paragraph("None.")
    document.add_heading("Minutes", 1)
    assert lines_of("a.docx", saved(document)) == ["I. Apologies", "None.", "II. Minutes"]


def test_everything_that_word_prints_is_read() -> None:
    document = docx.Document()
    document.add_paragraph("List of", style="List Bullet")
    paragraph = document.add_paragraph("128.\tTYPED")
    paragraph.add_run(" in capitals").font.all_caps = True
    box = (
        '<w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" {nsdecls("w")}>'
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>In a box"
        "</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>"
        "<w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    paragraph._p.append(parse_xml(box))
    held = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>In a control</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(-1, parse_xml(held))
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((*table.rows[0].cells, *table.rows[1].cells), ("Item", "Cost", "Mower", "£5"), strict=True):
        cell.text = text
    assert lines_of("a.docx", saved(document)) == [
        "• List of", "128. TYPED IN CAPITALS", "In a box", "In a control", "Item\tCost", "Mower\t£5",
    ]  # fmt: skip


def table(document: docx.document.Document, *rows: tuple[str, ...]) -> None:
    """Add a table; a newline in a cell begins a paragraph."""
    made = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            first, *others = text.split("\n")
            cell.text = first
            for other in others:
                cell.add_paragraph(other)


def test_what_tabulators_part_is_read_as_columns_and_a_label_stays_with_its_words() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Present:").bold = True
    paragraph.add_run("\tCouncillor A Smith (Chair)")
    document.add_paragraph("Councillor B Jones\tCouncillor D Patel")
    assert lines_of("a.docx", saved(document)) == [
        "Present: Councillor A Smith (Chair)",
        "Councillor B Jones\tCouncillor D Patel",
    ]


def test_minutes_laid_out_as_one_table_are_read_row_by_row() -> None:
    document = docx.Document()
    document.add_paragraph("Minutes of the Parish Council meeting held on 12 May 2026")
    table(
        document,
        ("Item", "Minute", "Action"),
        ("1.", "Apologies\nApologies for absence were received from Councillor Green.", ""),
        ("2.", "Footpath 7\nRESOLVED: That the Clerk obtain three quotations for the repair of Footpath 7.", "Clerk"),
        ("", "The meeting went on to discuss what these repairs would cost the parish.", ""),
        ("3.", "Finance\nThe accounts for the year were received and noted by the members present.", "RFO"),
    )
    assert lines_of("a.docx", saved(document)) == [
        "Minutes of the Parish Council meeting held on 12 May 2026",
        "Item", "Minute", "Action",
        "1. Apologies", "Apologies for absence were received from Councillor Green.",
        "2. Footpath 7", "RESOLVED: That the Clerk obtain three quotations for the repair of Footpath 7.", "Clerk",
        "The meeting went on to discuss what these repairs would cost the parish.",
        "3. Finance", "The accounts for the year were received and noted by the members present.", "RFO",
    ]  # fmt: skip


def test_a_numbered_list_of_payments_stays_a_table() -> None:
    document = docx.Document()
    table(document, ("1.", "Acme Ltd", "£5"), ("2.", "E Clarke", "£450"), ("3.", "Village hall", "£20"))
    assert lines_of("a.docx", saved(document)) == ["1.\tAcme Ltd\t£5", "2.\tE Clarke\t£450", "3.\tVillage hall\t£20"]


def test_page_numbers_of_word_are_not_printed_page_numbers(tmp_path: Path) -> None:
    paper = read_paper(as_word(tmp_path / "a.docx"))
    assert [page.printed for page in paper.pages] == [None]
    assert [page.text[one.start : one.end] for page in paper.pages for one in page.lines if one.role != "body"] == [
        NOTE
    ]


def test_a_page_break_of_word_turns_the_page_and_its_head_is_known(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Ashmere Parish Council"
    document.sections[0].footer.paragraphs[0].text = "Draft"
    document.add_paragraph("First").add_run().add_break(docx.enum.text.WD_BREAK.PAGE)
    document.add_paragraph("Second")
    (tmp_path / "a.docx").write_bytes(saved(document))
    paper = read_paper(tmp_path / "a.docx")
    assert [[(page.text[one.start : one.end], one.role) for one in page.lines] for page in paper.pages] == [
        [("Ashmere Parish Council", "body"), ("First", "body"), ("Draft", "foot"), (NOTE, "foot")],
        [("Ashmere Parish Council", "head"), ("Second", "body"), ("Draft", "foot"), (NOTE, "foot")],
    ]


def packed(name: str, contents: bytes) -> bytes:
    """Return a file with one part, packed as Word packs its parts."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, contents)
    return written.getvalue()


BAD = [
    # name, contents, what is said of them
    ("a.docx", b"PK\x03\x04 torn", "damaged, it cannot be unpacked; save it again or as PDF"),
    ("a.docx", b"not a document", "damaged, not a Word document; save it again or as PDF"),
    ("a.docx", packed("word/document.xml", b"<w/>"),
     "damaged, it cannot be read as a Word document; save it again or as PDF"),
    ("a.docx", packed("word/document.xml", b" " * 70_000_000),
     "unpacks to more than a Word document of papers holds; save it as PDF"),
    ("a.docx", packed("word/vbaProject.bin", b"x"), "holds macros; save it as .docx or PDF"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "an old Word document; save it as .docx or PDF"),
    ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
     "encrypted, a password is needed; save a copy without one"),
    ("a.html", b"<div>" * 5000 + b"x", "its parts are nested too deep; print it to PDF"),
    ("a.html", b"<script>document.write('x')</script>", "holds no words that can be read; print it to PDF"),
    ("a.html", b"x" * 3_000, "holds words of more than 2,000 letters; print it to PDF"),
    ("a.txt", b"Minutes", "not a PDF, a Word document, a web page or Markdown; save it as PDF or leave it out"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "contents", "said"), BAD)
def test_a_file_that_cannot_be_read_is_told_in_one_line(tmp_path: Path, name: str, contents: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(contents)
    with pytest.raises(PaperError) as error:
        read_paper(tmp_path / name)
    assert str(error.value) == f"{name}: {said}"


def test_an_entity_of_a_word_document_is_not_expanded() -> None:
    written = saved(docx.Document())
    hostile = BytesIO()
    with zipfile.ZipFile(BytesIO(written)) as old, zipfile.ZipFile(hostile, "w") as new:
        for one in old.namelist():
            contents = old.read(one)
            if one == "word/document.xml":
                contents = (
                    '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY f "boom">]>'
                    f"<w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>Safe &e;&f;</w:t></w:r></w:p>"
                    "</w:body></w:document>"
                ).encode()
            new.writestr(one, contents)
    assert lines_of("a.docx", hostile.getvalue()) == ["Safe"]


@pytest.mark.parametrize(
    ("value", "form", "written"),
    [(4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (27, "lowerLetter", "aa"), (3, "decimalZero", "03"),
     (22, "ordinal", "22nd"), (13, "ordinal", "13th"), (0, "lowerRoman", "0"), (7, "unknown", "7"), (1, "none", "")],
)  # fmt: skip
def test_figures_of_lists(value: int, form: str, written: str) -> None:
    assert figure(value, form) == written


LATIN = st.characters(max_codepoint=0x17F, categories=("L", "N", "P", "S", "Zs"))
OTHERS = st.characters(min_codepoint=0x370, max_codepoint=0x4FF, categories=("L",))
SIGNS = st.characters(min_codepoint=0x2010, max_codepoint=0x27BF, categories=("P", "S", "N"))
WORDS = st.text(st.one_of(LATIN, LATIN, st.just(" "), st.just("-"), OTHERS, SIGNS), min_size=1, max_size=400)


LINE = 25  # letters: the widest of them fill a line


@settings(deadline=None)  # a busy machine is no failure
@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=6))
def test_the_words_of_a_reading_copy_are_those_of_the_document(written: list[tuple[str, bool]]) -> None:
    paras = tuple(Para(folded_runs([Run(cleaned(text), bold)])) for text, bold in written)
    document = Document(None, tuple(para for para in paras if para.text))
    if not document.letters:
        return
    source = Source("a.md", "0" * 64, ".md", set_copy(document, "0" * 64))
    paper = read_source(source, None)
    read = [word for line in texts(paper) for word in line.split()]
    meant = [word for part in document.parts if isinstance(part, Para) for word in part.text.split()]
    if max(map(len, meant)) <= LINE:
        assert read == meant
    assert "".join(read) == "".join(meant)
