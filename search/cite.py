"""Citations: where words stand in the record, the words checked against the page, and the place's label."""

from collections.abc import Sequence

from corpus.blocks import TINY
from corpus.forms import page_of
from corpus.setting import CELL
from corpus.types import Meeting, Span
from index.library import Library
from index.types import Correction, Passage
from search.dates import spoken
from search.scene import scene_of
from search.trim import sentences
from search.types import Citation, Copy
from search.verify import Place, Stretch, place

ROW = 90  # words of a table's row that is quoted whole, whatever stops stand in its cells: longer ones are prose
ENDS = frozenset('.;:?!”"')  # of a sentence or an entry: what ends in none goes on, on the next page
MARKS = frozenset("•▪●◦○\uf0b7-–*).")  # what stands before an entry of a list
HEADING_LENGTH = 90  # characters of a heading in a label: longer ones hide the rest of it


def label_of(
    passage: Passage,
    printed_page: str | None,
    pdf_page: int,
    *,
    reading_copy: bool = False,
    until: str = "",
    several: bool = False,
) -> str:
    """Return the name of a place in the record; ``until`` names the page on which its words end, if another.

    Where bodies of that name are held of ``several`` councils, the council is named too: each has its Cabinet.

    Example: ``Minute 129, resolution 1, Children, Young People and Education Scrutiny Commission, 25 February 2025
    (draft), page 10``.
    """
    parts = [_item(passage)]
    if passage.resolution is not None:
        parts.append(f"resolution {passage.resolution}")
    named = body_named(passage.meeting.council, passage.meeting.body)
    parts.append(named)
    if several and passage.meeting.council and passage.meeting.council != named:
        parts.append(passage.meeting.council)
    day = spoken(passage.meeting.held_on) if passage.meeting.held_on else ""
    parts.append(f"{day} ({passage.standing})" if day and passage.standing else day)
    first = page_of(printed_page, pdf_page, reading_copy=reading_copy)
    parts.append(f"{first} to {until}" if until else first)
    return ", ".join(part for part in parts if part) + (" (read by character recognition)" if passage.ocr else "")


def body_named(council: str | None, body: str | None) -> str:
    """Return a body's name: that of its council where it is the council itself, since "Parish Council" names none.

    Example: ``body_named("Milburn Parish Council", "Parish Council")`` is ``"Milburn Parish Council"``.
    """
    return council if council and body and council.endswith(f" {body}") else body or council or ""


def cite(library: Library, passage: Passage, quote: str, n: int, copies: Sequence[Copy] = ()) -> Citation | None:
    """Return the citation of these words of the passage, or None where they do not stand on its pages."""
    where = find(library, passage, quote)
    if where is None:
        return None
    scene = scene_of(library)
    page, entry = library.page_text(passage.paper, where.page), scene.papers[passage.paper]
    is_copy = page.source == "copy"
    until = ""
    if where.end_page != where.page:
        last = library.page_text(passage.paper, where.end_page)
        until = page_of(last.printed, where.end_page, reading_copy=is_copy)
    several = len({one.council for one in scene.held if one.body == passage.meeting.body and one.council}) > 1
    label = label_of(passage, page.printed, where.page, reading_copy=is_copy, until=until, several=several)
    return Citation(
        n=n,
        label=label + _corrected(entry.correction, passage.meeting),
        council=passage.meeting.council,
        body=passage.meeting.body,
        meeting_date=passage.meeting.held_on,
        minute=passage.minute,
        resolution=passage.resolution,
        heading=passage.heading,
        kind=passage.kind,
        standing=passage.standing,
        paper=entry.name,
        sha256=passage.paper,
        pdf_page=where.page,
        printed_page=page.printed,
        quote=quote,
        also_in=tuple(copies),
        passage=passage.id,
        ocr=passage.ocr,
        reading_copy=is_copy,
        last_pdf_page=where.end_page if until else None,
    )


def find(library: Library, passage: Passage, quote: str) -> Place | None:
    """Return where the words stand in the passage's own stretches of its pages, read afresh, or None."""
    return place(quote, stretches(library, passage))


def runs_of(library: Library, passage: Passage) -> list[list[str]]:
    """Return the sentences, entries and rows of a passage in runs without a gap: what may be quoted as one.

    A run ends where the page holds something between two spans, if only a bullet, and where the page ends: a reader
    who looks for the quotation must find it as it is quoted. A sentence that a page breaks is read to its end, and a
    row of a table to its last cell: "Off-line backups; sign-in | 15" is one.
    """
    runs: list[list[str]] = []
    before: Span | None = None
    for span in passage.spans:
        text = library.page_text(span.paper, span.page).text
        words = " ".join(text[span.start : span.end].split())
        beside = before is not None and before.page == span.page and not text[before.end : span.start].strip()
        turned = before is not None and before.page + 1 == span.page and passage.kind != "table"
        broken = turned and runs[-1] and runs[-1][-1][-1] not in ENDS
        if broken and (words[:1].islower() or runs[-1][-1].endswith(",") or _goes_on(library, before, span)):
            words = f"{runs[-1].pop()} {words}"
        elif not beside:
            runs.append([])
        row = CELL in text[span.start : span.end] and len(words.split()) <= ROW
        runs[-1] += [words] if row else sentences(words)
        before = span
    return [run for run in runs if run]


def _goes_on(library: Library, before: Span | None, span: Span) -> bool:
    """Say whether a page breaks one sentence before a capital: "the Strengthening | Independence Service".

    The record has both parts in one block, the first is too long for a line of a list and ends in no bracket, and they
    are no entries of a list, behind bullets or each begun alike.
    """
    if before is None or before.end - before.start < TINY:
        return False
    page, over = (library.page_text(one.paper, one.page).text for one in (span, before))
    words, above = page[span.start : span.end].split(), over[before.start : before.end].split()
    bullet = page[: span.start].rstrip()[-1:] or " "
    if above[-1].endswith(")") or bullet in MARKS or above[0] == words[0]:
        return False
    blocks = library.record(span.paper).blocks
    return any(_holds(block.spans, before) and _holds(block.spans, span) for block in blocks)


def _holds(spans: Sequence[Span], part: Span) -> bool:
    return any(one.page == part.page and one.start <= part.start and part.end <= one.end for one in spans)


def stretches(library: Library, passage: Passage) -> tuple[Stretch, ...]:
    """Return the words of the passage's spans as its pages have them."""
    return tuple(
        Stretch(span.page, span.start, library.page_text(span.paper, span.page).text[span.start : span.end])
        for span in passage.spans
    )


def _corrected(correction: Correction | None, meeting: Meeting) -> str:
    """Say which of a meeting's body and date are the library's keeper's, so that nobody takes them for the paper's."""
    if correction is None:
        return ""
    pairs = (("body", correction.body, meeting.body), ("date", correction.held_on, meeting.held_on))
    named = " and ".join(name for name, put_right, shown in pairs if put_right and put_right == shown)
    return f" ({named} corrected by the library's keeper)" if named else ""


def _item(passage: Passage) -> str:
    heading = _short(passage.heading) if passage.heading else ""
    if passage.minute:
        return f"Minute {passage.minute}"
    if passage.paragraph:
        return f"Paragraph {passage.paragraph}" + (f", {heading}" if heading else "")
    if passage.agenda_item:
        return f"Item {passage.agenda_item}" + (f", {heading}" if heading else "")
    return heading or {"attendance": "Attendance", "declaration": "Declarations of interest"}.get(passage.kind, "")


def _short(heading: str) -> str:
    if len(heading) <= HEADING_LENGTH:
        return heading
    return heading[:HEADING_LENGTH].rsplit(" ", 1)[0] + "…"
