"""Queries, hits, citations and answers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.types import Kind, Standing, Vote
from index.types import Passage

Want = Literal[
    "decision", "recommendation", "comparison", "declaration", "attendance", "figure", "latest", "discussion", "any"
]
"""What a question asks for."""

Outcome = Literal["answered", "not_decided", "not_found", "private"]
"""How a question ended."""


Limited = Literal["kind", "body", "council", "dates"]
"""What a limit of a question limits, where a reader can take it away."""


@dataclass(frozen=True, slots=True)
class ReadLimit:
    """How a limit was read, in words for the user, and what it limits.

    Example: ``ReadLimit("Only Cabinet", "body")``.
    """

    words: str
    of: Limited | None = None  # None where it cannot be taken away: "Minute 129"


@dataclass(frozen=True, slots=True)
class Query:
    """A question as understood: what it asks for, and the limits that it sets."""

    text: str  # as typed
    topic: str  # what is left once the limits and the asking words are taken out: "LADO"
    want: Want
    bodies: tuple[str, ...] = ()
    councils: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    since: date | None = None
    until: date | None = None
    earlier: tuple[tuple[date, date], ...] = ()  # the same days of earlier years, newest first, where no year was said
    minute: str | None = None  # exact reference: "129"
    agenda_item: str | None = None  # "5" from "item 5"
    paragraph: str | None = None  # "3.26"
    references: tuple[str, ...] = ()  # "24/00109"
    phrases: tuple[str, ...] = ()  # words between quotation marks
    limits: tuple[ReadLimit, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Another printing of the same item."""

    paper: str
    pdf_page: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One item found, its printed copies folded into it."""

    rank: int  # from 1
    score: float
    passage: Passage
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words stand in the record, and the words, checked against the page."""

    n: int
    label: str
    council: str | None
    body: str | None
    meeting_date: date | None
    minute: str | None
    resolution: int | None
    heading: str | None
    kind: Kind
    standing: Standing | None
    paper: str  # file name
    sha256: str
    pdf_page: int
    printed_page: str | None
    quote: str
    also_in: tuple[Copy, ...]
    passage: str  # id, to mark the words on the page
    ocr: bool = False  # the words were read by character recognition and may hold slips
    reading_copy: bool = False  # the page is of the reading copy: the original, such as a Word file, has no fixed pages
    last_pdf_page: int | None = None  # where the words end, if they run on to another page


@dataclass(frozen=True, slots=True)
class CitedVote:
    """A vote taken at a minute whose decision an answer cites."""

    n: int  # the citation that it stands under
    sha256: str  # of the paper whose pages its spans are on
    vote: Vote


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer in the record's own words, or a plain decline, with what was searched."""

    question: str
    outcome: Outcome
    answer: str  # plain text with [1] marks
    citations: tuple[Citation, ...]
    coverage: str
    near: tuple[Citation, ...] = ()  # where nothing answers: what comes nearest, which is no answer
    confidence: float | None = None  # how likely this answers, 0 to 1; None where there is nothing to judge by
    votes: tuple[CitedVote, ...] = ()
