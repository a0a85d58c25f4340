"""The things that council papers hold, as types: pages and lines, meetings, minutes, resolutions.

All positions are offsets into ``Page.text``; all lengths on a page are PDF points from its top left corner
as displayed (rotation applied). ``page.text[span.start:span.end]`` is the quotation, always.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

Kind = Literal["decision", "recommendation", "discussion", "declaration", "attendance", "report", "table"]
"""What a passage is evidence of; only a ``decision`` answers "what was agreed"."""

Standing = Literal["draft", "confirmed", "corrected"]
"""How far a minute can be relied on: draft until a later meeting confirms it."""

PaperKind = Literal[
    "front_sheet", "agenda", "pack", "supplement", "minutes", "report", "appendix", "record_of_decision", "call_in",
    "questions", "action_list", "work_programme", "forward_plan", "newsletter", "accounts", "motion", "other",
]  # fmt: skip
"""What a whole paper was taken for."""

LineRole = Literal["body", "head", "foot", "number", "struck"]
"""Where a line stands: text of the paper, running head or foot, printed page number, or struck-through wording."""

PageSource = Literal["text", "ocr", "copy", "none"]
"""Where a page's text came from: its text layer, character recognition, or nowhere.

A ``copy`` is a page of the reading copy of a document that has no pages of its own, such as a Word file.
"""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one page's text.

    Example: ``Span(paper="9f2c…", page=14, start=1207, end=1230)``.
    """

    paper: str  # SHA-256 of the file, hexadecimal
    page: int  # page of the PDF, from 1
    start: int
    end: int


class Box(NamedTuple):
    """A rectangle on a page, in points from its top left corner as displayed.

    Example: ``Box(left=80.7, top=405.2, right=287.1, bottom=417.5)``.
    """

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (or one row of a table) with its place and style."""

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    size: float  # median height of its characters' font, points
    bold: bool
    role: LineRole = "body"
    cells: tuple[tuple[int, int], ...] = ()  # offsets of each column's text where the line is a row of a table


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its text in reading order, its lines, and where each word stands."""

    paper: str
    number: int  # page of the PDF, from 1
    printed: str | None  # page number printed on the paper, "10" or "iv"
    width: float
    height: float
    text: str  # lines joined by a newline; a word broken at a line's end is joined
    lines: tuple[Line, ...]  # in reading order; their offsets rise and do not overlap; those of a scan are set level
    words: bytes  # little-endian int32 rows: start, end, left, top, right, bottom (tenths of a point)
    source: PageSource

    def span(self, start: int, end: int) -> Span:
        """Return the span of this page from ``start`` to ``end``."""
        return Span(self.paper, self.number, start, end)


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as read: its pages and what the file says of itself."""

    sha256: str
    name: str  # the file's name without its folders
    title: str | None  # from the file's metadata, where it says anything
    pages: tuple[Page, ...]
    folder: str | None = None  # the name of the folder that it was taken from: weak evidence of the council

    def page(self, number: int) -> Page:
        """Return the page of the PDF with this number, counted from 1."""
        return self.pages[number - 1]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of a body of a council on a day; what the papers do not say is None."""

    council: str | None
    body: str | None
    held_on: date | None


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person whom the record names as there, or as having sent apologies."""

    name: str  # as printed, title included: "Councillor Dr Moore"
    role: Literal["present", "apologies", "substitute", "in_attendance"]
    note: str | None  # "Chair", "Director of Public Health", "for Councillor March"
    span: Span


@dataclass(frozen=True, slots=True)
class Declaration:
    """An interest that a member declared, in the record's own words."""

    name: str | None
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """One side of a vote as printed."""

    side: Literal["for", "against", "abstain"]
    printed: int | None  # the figure printed, None where there is none
    names: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Say whether the printed figure and the number of names printed disagree."""
        return self.printed is not None and bool(self.names) and self.printed != len(self.names)


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote as recorded, with what it was on and how it ended."""

    tallies: tuple[Tally, ...]
    outcome: Literal["carried", "lost", "tied"] | None
    spans: tuple[Span, ...]
    under: str | None = None  # the line inside its minute that it stands under: "(b) 24/00512/FUL – Mill Lane"
    unanimous: bool = False  # carried, nobody against it, and no figures: "RESOLVED (unanimously)"
    casting: bool = False  # as many for it as against, and decided by the second vote of whoever presided


@dataclass(frozen=True, slots=True)
class Resolution:
    """One numbered part of what a meeting decided, word for word.

    Example: ``Resolution(ordinal=1, marker="1)", verb="agreed", effect="noted", text="That report be noted.", …)``.
    """

    ordinal: int  # from 1 within its minute
    marker: str | None  # the mark printed before it: "1)", "(a)"
    verb: str  # the formal word that makes it a decision, lower case: "agreed", "resolved", "noted"
    effect: str | None  # what it does where the wording says so: "noted", "approved", "deferred"
    text: str  # without its marker; white space folded
    spans: tuple[Span, ...]
    stem: tuple[Span, ...]  # the words that introduce it: "AGREED:", "RESOLVED that"
    under: str | None = None  # the line inside its minute that it stands under, as of a vote


@dataclass(frozen=True, slots=True)
class Minute:
    """One numbered item of a meeting's minutes."""

    number: str | None  # "129", "16.11.5"
    agenda_item: str | None  # "5" from "(Item 5)"
    heading: str
    spans: tuple[Span, ...]  # all of it, its heading included
    resolutions: tuple[Resolution, ...]
    votes: tuple[Vote, ...]
    declarations: tuple[Declaration, ...]
    private: bool = False  # taken with the press and public excluded


@dataclass(frozen=True, slots=True)
class Proceedings:
    """The minutes of one meeting as one paper prints them."""

    meeting: Meeting
    standing: Standing
    attendees: tuple[Attendee, ...]
    minutes: tuple[Minute, ...]
    confirms: tuple[date, ...] = ()  # earlier meetings of the body whose minutes this one confirmed
    corrects: tuple[Span, ...] = ()  # words in which it corrected earlier minutes
    flags: tuple[str, ...] = ()  # slips found in the paper, such as a year that other evidence contradicts


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form and what it stands for, with the words that say so."""

    short: str
    long: str
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the record in reading order: what a passage is cut from, and may not be cut across."""

    kind: Kind
    spans: tuple[Span, ...]  # what may be quoted
    meeting: Meeting  # the meeting that it belongs to, not the meeting whose pack carries it
    standing: Standing | None = None  # of minutes; None for reports
    minute: str | None = None
    agenda_item: str | None = None
    heading: str | None = None
    resolution: int | None = None  # ordinal, for a decision
    paragraph: str | None = None  # "3.26", for numbered paragraphs of a report
    lead: tuple[Span, ...] = ()  # the stem of a resolution, the heading row of a table, the question of a reply
    proceedings: int | None = None  # which of the record's proceedings it stands in
    private: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Everything understood from one paper; what was not understood stands in its blocks as plain report text."""

    paper: str
    kind: PaperKind
    meeting: Meeting  # the meeting that the paper was published for
    title: str | None  # the heading of a report, "High Needs Block - Impact of Work Streams"
    proceedings: tuple[Proceedings, ...]
    blocks: tuple[Block, ...]
    acronyms: tuple[Acronym, ...]
    references: tuple[str, ...]  # decision references, "24/00109"
    replaces: str | None = None  # what a supplement says that it replaces
    exempt: str | None = None  # the words that mark the paper as exempt
    authors: tuple[str, ...] = ()  # of a report, as printed: "Priya Nair, Leisure Manager"
    wards: tuple[str, ...] = ()  # wards or electoral divisions that a report is about: "All"
    flags: tuple[str, ...] = ()  # what is amiss with the paper itself: a page that cannot be read, a slip of the year
