"""Passages as the library holds them, what may be asked of it, and what it says of itself."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.types import Kind, Meeting, PageSource, PaperKind, Span, Standing


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one block, small enough to embed, with its exact place in the record."""

    id: str  # 16 hexadecimal digits derived from paper and spans
    family: str  # 16 hexadecimal digits shared by all printed copies of the same item
    paper: str
    kind: Kind
    text: str  # the spans' words, white space folded; what is quoted
    context: str  # body, date, number, heading: embedded and indexed with the text, never quoted
    spans: tuple[Span, ...]
    lead: tuple[Span, ...]
    meeting: Meeting
    standing: Standing | None
    minute: str | None
    agenda_item: str | None
    heading: str | None
    resolution: int | None
    paragraph: str | None
    private: bool
    ocr: bool  # read by character recognition
    position: int  # rank within the paper, from 0


@dataclass(frozen=True, slots=True)
class Filter:
    """The limits of a search: a passage must meet every one that is set; an empty one is no limit.

    Names of bodies and councils are compared without regard to case, punctuation or "the". A passage without a date
    is outside every limit of time.

    Example: ``Filter(bodies=("Cabinet",), kinds=("decision",), since=date(2025, 1, 1))``.
    """

    bodies: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    since: date | None = None
    until: date | None = None
    minute: str | None = None
    paragraph: str | None = None
    papers: tuple[str, ...] = ()  # SHA-256 of each
    councils: tuple[str, ...] = ()


EVERYTHING = Filter()
"""No limit at all."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the library's keeper put right of what a paper was taken for; None is as it was read."""

    body: str | None
    held_on: date | None
    reason: str
    made_on: date


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """A paper that the library holds, and what it was taken for."""

    sha256: str
    name: str  # the first of its file names
    names: tuple[str, ...]  # every file name under which these same contents were found
    path: str  # where the first of them was ingested from
    kind: PaperKind
    title: str | None
    council: str | None
    body: str | None
    held_on: date | None
    pages: int
    pages_without_text: int
    pages_ocr: int
    passages: int
    exempt: bool
    replaces: str | None
    meetings: tuple[Meeting, ...]  # those whose minutes it prints
    correction: Correction | None = None  # body and date above are as corrected


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that is not in the library, and why."""

    name: str
    path: str
    status: Literal["refused", "failed", "withdrawn"]
    reason: str


@dataclass(frozen=True, slots=True)
class BodyCoverage:
    """What is held of one body of a council; papers that name no body count under None."""

    body: str | None
    council: str | None
    first: date | None
    last: date | None
    meetings: tuple[date, ...]  # every day on which the papers held show it meeting
    without_minutes: tuple[date, ...]  # those of which no minutes are held
    papers: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the library holds, so that "nothing found" can say where it looked."""

    councils: tuple[str, ...]
    bodies: tuple[BodyCoverage, ...]
    papers: int
    pages: int
    pages_without_text: int


@dataclass(frozen=True, slots=True)
class PageText:
    """A page without its geometry: what is quoted from it, and how it is cited.

    Example: ``PageText("10", "text", "AGREED: That the report be noted.")``.
    """

    printed: str | None  # the page number printed on it
    source: PageSource
    text: str


@dataclass(frozen=True, slots=True)
class Indexed:
    """The terms by which a passage is found, parted by blanks, and those of its neighbours in its paper."""

    own: tuple[str, ...]  # of its text, of its context, and their variants
    beside: tuple[str, ...]  # of each neighbour's text


@dataclass(frozen=True, slots=True)
class Printing:
    """One place where an item is printed."""

    passage: str
    paper: str  # SHA-256
    name: str
    pdf_page: int


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A later meeting's confirmation of a meeting's minutes, with its corrections."""

    of: Meeting
    by: Meeting
    paper: str  # SHA-256 of the paper that prints the later meeting's minutes
    corrects: tuple[Span, ...]  # the words that correct, empty where there are none


Status = Literal["read", "skipped", "refused", "failed", "removed"]
"""What became of a file."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file, and what its paper was taken for where it was read."""

    name: str
    path: str
    status: Status
    reason: str | None = None
    kind: PaperKind | None = None
    body: str | None = None
    held_on: date | None = None
    pages: int = 0
    passages: int = 0


@dataclass(frozen=True, slots=True)
class IngestReport:
    """What became of every file, in order of path."""

    outcomes: tuple[Outcome, ...]

    def of(self, status: Status) -> tuple[Outcome, ...]:
        """Return the outcomes of one status."""
        return tuple(one for one in self.outcomes if one.status == status)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingestion has come; ``outcome`` is what has just become of a file, and by then it is on the disk."""

    done: int  # files
    total: int
    encoded: int  # passages, since the ingestion began
    outcome: Outcome | None = None


Part = Literal[
    "database", "files", "record", "passages", "words", "vectors", "vectors file", "copies", "withdrawal",
]  # fmt: skip
"""What a fault of a library is a fault of."""

Mend = Literal["repair", "ingest", "file", "anew"]
"""What mends a fault: repair alone; repair, which drops the paper, and then ingesting its file; its file, which has to
be found first; nothing but a library built anew."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a library that does not agree with the rest of it, and what mends that."""

    part: Part
    what: str
    paper: str | None = None  # SHA-256 of the paper that it concerns
    mend: Mend = "repair"
    file: str | None = None  # where the paper's file is, or was when it was last met


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found: faults, things that are none, and what was mended."""

    faults: tuple[Fault, ...]
    notes: tuple[str, ...]
    mended: tuple[Fault, ...] = ()

    @property
    def whole(self) -> bool:
        """Say whether the library is whole, as it is now."""
        return not self.faults
