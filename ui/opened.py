"""A page opened for reading: everything that its view shows, put together from the library."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.boxes import boxes
from corpus.types import Page, Span
from index.corrections import told
from index.library import Library
from index.types import PaperEntry, Passage
from search.cite import body_named
from search.votes import minute_of
from ui.across_plots import Sheet, sheets_across
from ui.html import long_date
from ui.links import Stretch, image_link, original_link, page_link, pdf_link
from ui.plain import one_line

WIDTH = 1_100  # pixels of a page's picture: sharp at half a 1,280 screen on a dense display, 150 KB or so
SHARPER = 2  # times that width, for reading enlarged
WHOLE = 10_000_000  # characters: more than any page holds


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """Another place where the same words are printed."""

    paper: str
    pdf_page: int
    link: str


@dataclass(frozen=True, slots=True)
class PartPage:
    """One of the pages that the minute read stands on."""

    name: str
    link: str
    here: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """What a reader sees of one page; ``text`` is the page's text in pieces, each with whether it is marked."""

    title: str
    paper: str
    meeting: str
    standing: str | None
    corrected: str  # what the library's keeper put right of the paper, empty where nothing was
    ocr: bool
    reading_copy: bool  # the page is of the reading copy of a document that has no fixed pages
    number: int
    count: int
    link: str
    previous: str | None
    next: str | None
    paper_link: str
    pdf: str
    download: str
    image: str
    sharper: str  # the same picture for reading enlarged
    image_width: int
    image_height: int
    mark_at: tuple[float, float] | None  # where the quoted words begin, in parts of the picture's width and height
    alternative: str
    caption: str
    text: tuple[tuple[str, bool], ...]
    across: tuple[Sheet, ...]  # the marked rows of a table that give a figure across years
    minute: str  # "Minute 53", empty where the page was not opened at one
    parts: tuple[PartPage, ...]  # the pages of that minute, where it has several
    copies: tuple[OtherCopy, ...]


def open_page(
    library: Library, base: str, paper: PaperEntry, page: Page, passage: Passage | None, words: Stretch | None
) -> Opened:
    """Return the view of a page, with the words of a passage marked where they stand on it."""
    sha256, number = paper.sha256, page.number
    marked = marks(sha256, number, passage, words)
    named = passage.id if passage else None
    is_copy = page.source == "copy"
    title = _title(page)
    kind = "of the reading copy" if is_copy else "as published"
    return Opened(
        title=title,
        paper=paper.name,
        meeting=_meeting(library, paper, passage),
        standing=passage.standing if passage else None,
        corrected=told(paper.correction) if paper.correction else "",
        ocr=page.source == "ocr",
        reading_copy=is_copy,
        number=number,
        count=paper.pages,
        link=page_link(base, sha256, number, named, words),
        previous=page_link(base, sha256, number - 1, named, words) if number > 1 else None,
        next=page_link(base, sha256, number + 1, named, words) if number < paper.pages else None,
        paper_link=f"{base}/papers/{sha256}",
        pdf=pdf_link(base, sha256, number),
        download=original_link(base, sha256) if is_copy else pdf_link(base, sha256),
        image=image_link(base, page, named, words),
        sharper=image_link(base, page, named, words, SHARPER),
        image_width=WIDTH,
        image_height=round(WIDTH * page.height / page.width) if page.width else WIDTH,
        mark_at=_mark_at(page, [span for span in marked if not passage or span not in passage.lead] or marked),
        alternative=f"{title}{'' if is_copy else ' as published'}. {one_line(page.text) or 'It has no text.'}",
        caption=f"The page {kind}{'; the quoted words are marked' if marked else ''}.",
        text=pieces(page.text, marked),
        across=sheets_across(
            page, marked, lambda start, end: page_link(base, sha256, number, named, Stretch(number, start, number, end))
        ),
        minute=f"Minute {passage.minute}" if passage and passage.minute else "This minute",
        parts=_parts(library, base, passage, number),
        copies=_copies(library, base, passage),
    )


def marks(sha256: str, number: int, passage: Passage | None, words: Stretch | None) -> tuple[Span, ...]:
    """Return the spans to mark on a page: the passage's own, cut to the quoted words, and the words that lead it in.

    Words of no passage, such as a name in a list of those present, are marked as they stand.
    """
    if passage is None:
        whole = Span(sha256, number, 0, WHOLE)
        cut = [_within(whole, words)] if words else []
        return tuple(span for span in cut if span)
    cut = [_within(span, words) for span in passage.spans] if words else list(passage.spans)
    spans = [span for span in (*passage.lead, *cut) if span and span.page == number]
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _mark_at(page: Page, marked: Sequence[Span]) -> tuple[float, float] | None:
    first = next(iter(boxes(page, marked)), None)
    return (round(first.left / page.width, 3), round(first.top / page.height, 3)) if first else None


def passage_of(library: Library, named: str | None, sha256: str) -> Passage | None:
    """Return the passage that an address names, or None where the paper holds none of that name (any more)."""
    if not named:
        return None
    try:
        (passage,) = library.passages([named])
    except KeyError:
        return None
    return passage if passage.paper == sha256 else None


def pieces(text: str, marked: Sequence[Span]) -> tuple[tuple[str, bool], ...]:
    """Return the text in pieces, each with whether it is marked; joined they are the text."""
    found: list[tuple[str, bool]] = []
    done = 0
    for span in marked:
        start, end = max(span.start, done), min(span.end, len(text))
        if start >= end:
            continue
        found += [(text[done:start], False), (text[start:end], True)]
        done = end
    found.append((text[done:], False))
    return tuple(piece for piece in found if piece[0])


def page_title(printed: str | None, number: int, *, reading_copy: bool = False) -> str:
    """Return both page numbers: "Page 10 (PDF page 14)"; a reading copy's pages are its own alone."""
    if reading_copy:
        return f"Page {number} of the reading copy"
    return f"Page {printed} (PDF page {number})" if printed else f"PDF page {number} (no page number printed)"


def _title(page: Page) -> str:
    return page_title(page.printed, page.number, reading_copy=page.source == "copy")


def _named(printed: str | None, number: int) -> str:
    return f"page {printed}" if printed else f"PDF page {number}"


def _within(span: Span, words: Stretch) -> Span | None:
    start = max(span.start, words.start) if span.page == words.page else span.start
    end = min(span.end, words.end) if span.page == words.end_page else span.end
    outside = not words.page <= span.page <= words.end_page
    return None if outside or start >= end else Span(span.paper, span.page, start, end)


def _meeting(library: Library, paper: PaperEntry, passage: Passage | None) -> str:
    of = passage.meeting if passage else paper
    body = body_named(of.council, of.body)
    council = of.council if of.council and of.council != body and len(library.coverage().councils) > 1 else ""
    day = long_date(of.held_on) if of.held_on else ""
    return ", ".join(part for part in (body, council, day) if part)


def _parts(library: Library, base: str, passage: Passage | None, number: int) -> tuple[PartPage, ...]:
    """Return the pages of the minute to which a passage belongs, none where it has only one."""
    if passage is None:
        return ()
    whole = minute_of(library.record(passage.paper), passage)
    pages = sorted({span.page for span in whole.spans}) if whole else []
    if len(pages) < 2:
        return ()
    return tuple(
        PartPage(
            _named(library.page_text(passage.paper, page).printed, page),
            page_link(base, passage.paper, page, passage.id),
            page == number,
        )
        for page in pages
    )


def _copies(library: Library, base: str, passage: Passage | None) -> tuple[OtherCopy, ...]:
    if passage is None:
        return ()
    printings = library.copies([passage.id])[passage.id]
    return tuple(
        OtherCopy(one.name, one.pdf_page, page_link(base, one.paper, one.pdf_page, one.passage))
        for one in printings
        if one.passage != passage.id
    )
