"""The same minutes as a PDF, a Word document, a web page and Markdown, each as its writer would make it."""

from html import escape
from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

COUNCIL = "Ashmere Parish Council"
HEADING = "Minutes of the meeting of the Parish Council held on Tuesday 12 May 2026 at 7.30pm"
PEOPLE = (
    ("Present:", "Councillors A Smith (Chair), B Jones and D Patel."),
    ("In attendance:", "E Clarke (Clerk)"),
)
ITEMS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    # heading, paragraphs, the parts of a resolution that follow them
    ("APOLOGIES", ("Apologies were received from Councillor F Green.",), ()),
    (
        "MINUTES",
        ("RESOLVED: That the minutes of the meeting held on 14 April 2026 be confirmed as a correct record.",),
        (),
    ),
    (
        "FOOTPATH 7",
        ("Members discussed the state of the path and its cost of £1,250.", "RESOLVED:"),
        (
            "That the Clerk obtain three quotations for the repair of Footpath 7 between the church and the mill.",
            "That £1,250 be set aside from reserves.",
        ),
    ),
    ("VILLAGE GREEN", ("Recorded vote: For 3; Against 1; Abstentions 0.", "The motion was carried."), ()),
)
FIRST = 101  # the number of the first minute
CLOSED = "The meeting closed at 9.05pm."


def as_pdf(path: Path) -> Path:
    """Print the minutes."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    down = 60.0

    def line(left: float, text: str, *, bold: bool = False) -> None:
        nonlocal down
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 10)
        canvas.drawString(left, 842 - down, text)
        down += 22

    line(60, COUNCIL, bold=True)
    line(60, HEADING, bold=True)
    for label, names in PEOPLE:
        line(60, f"{label} {names}")
    for number, (heading, paragraphs, parts) in enumerate(ITEMS, FIRST):
        line(60, f"{number}. {heading}", bold=True)
        for text in paragraphs:
            line(60, text)
        for mark, text in zip("ab", parts, strict=False):
            line(90, f"{mark}. {text}")
    line(60, CLOSED)
    canvas.save()
    return path


def as_word(path: Path) -> Path:
    """Write the minutes as Word does: the council in the page's head, all numbers automatic, a page number below."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = COUNCIL
    add_field(document.sections[0].footer.paragraphs[0], "PAGE", "1", before="Page ")
    levels = (("decimal", "%1.", FIRST), ("lowerLetter", "%2.", 1))
    number = add_list(document, levels)
    document.add_paragraph().add_run(HEADING).bold = True
    for label, names in PEOPLE:
        paragraph = document.add_paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(f"\t{names}")
    for heading, paragraphs, parts in ITEMS:
        numbered(document.add_paragraph(), number, 0).add_run(heading).bold = True
        for text in paragraphs:
            document.add_paragraph(text)
        for text in parts:
            numbered(document.add_paragraph(text), number, 1)
    document.add_paragraph(CLOSED)
    document.save(str(path))
    return path


def as_web_page(path: Path) -> Path:
    """Write the minutes as a council's site does, with the site around them."""
    people = "".join(f"<p><strong>{label}</strong> {escape(names)}</p>" for label, names in PEOPLE)
    items = "".join(
        f"<li><b>{heading}</b>{''.join(f'<p>{escape(text)}</p>' for text in paragraphs)}"
        + (f"<ol type='a'>{''.join(f'<li>{escape(text)}</li>' for text in parts)}</ol>" if parts else "")
        + "</li>"
        for heading, paragraphs, parts in ITEMS
    )
    path.write_text(
        "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Minutes - Ashmere</title>"
        "<style>.sr-only{display:none}</style><script>document.write('Scripted')</script></head><body>"
        "<div id='cookie-banner'><p>We use cookies to make this site better.</p><button>Accept</button></div>"
        "<header><nav><ul><li><a href=/>Home</a></li><li><a href=/planning>Planning</a></li></ul></nav></header>"
        f"<main><h1>{COUNCIL}</h1><h2>{HEADING}</h2>{people}<p class='sr-only'>RESOLVED: That hidden words count.</p>"
        f"<ol start={FIRST}>{items}</ol><p>{CLOSED}</p></main><footer><p>Copyright Ashmere</p></footer></body></html>",
        encoding="utf-8",
    )
    return path


def as_markdown(path: Path) -> Path:
    """Write the minutes as a clerk with a text editor does."""
    lines = [f"# {COUNCIL}", f"## {HEADING}", *(f"**{label}** {names}" for label, names in PEOPLE)]
    for number, (heading, paragraphs, parts) in enumerate(ITEMS, FIRST):
        lines += [f"### {number}. {heading}", *paragraphs]
        lines += [f"{mark}. {text}" for mark, text in zip("ab", parts, strict=False)]
    path.write_text("\n\n".join([*lines, CLOSED]) + "\n", encoding="utf-8")
    return path


def add_list(document: Any, levels: tuple[tuple[str, str, int], ...]) -> int:
    """Define a list whose levels are form, text and first number; return its number."""
    root = document.part.numbering_part.element
    place = len(root) + 500
    written = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{720 * (level + 1)}" w:hanging="720"/></w:pPr></w:lvl>'
        for level, (form, text, start) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{place}">{written}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{place}"><w:abstractNumId w:val="{place}"/></w:num>'))
    return place


def numbered(paragraph: Any, number: int, level: int) -> Any:
    """Put a paragraph under a list."""
    under = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    paragraph._p.get_or_add_pPr().append(parse_xml(under))
    return paragraph


def add_field(paragraph: Any, code: str, shown: str, before: str = "") -> None:
    """Add a field of Word, such as the page's number, with what it shows."""
    if before:
        paragraph.add_run(before)
    for step in ("begin", code, "separate", shown, "end"):
        run = paragraph.add_run()
        if step == shown:
            run.text = shown
        elif step == code:
            text = OxmlElement("w:instrText")
            text.text = f" {code} "
            run._r.append(text)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), step)
            run._r.append(mark)
