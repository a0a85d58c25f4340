"""Hits and answers as JSON values: the contract with other programs, in one place."""

from collections.abc import Sequence
from datetime import date
from typing import (
    NotRequired,  # the standard library's own is not understood before Python 3.12
)

from typing_extensions import TypedDict

from corpus.types import Kind, Standing
from search.types import Answer, Citation, Copy, Outcome, ReadLimit
from search.votes import told


class CopyForm(TypedDict):
    """Another printing of the same item."""

    paper: str
    pdf_page: int


class CitationForm(TypedDict):
    """Where words stand in the record, and the words; dates are like 2025-02-25."""

    n: int
    label: str
    council: str | None
    body: str | None
    meeting_date: str | None
    minute: str | None
    resolution: int | None
    heading: str | None
    kind: Kind
    standing: Standing | None
    paper: str
    sha256: str
    pdf_page: int
    last_pdf_page: int | None
    printed_page: str | None
    quote: str
    also_in: list[CopyForm]
    passage: str
    ocr: bool
    reading_copy: bool
    link: NotRequired[str]  # where there is a server or an address to begin it with
    cited: NotRequired[str]  # in the style asked for


class HitForm(CitationForm):
    """A passage found."""

    rank: int
    score: float
    text: str


class VoteForm(TypedDict):
    """A vote taken at a minute whose decision is cited, with the figures that its paper prints."""

    n: int  # the citation that it stands under
    vote: str
    outcome: str | None
    pdf_page: int


class AnswerForm(TypedDict):
    """An answer in the record's own words, or a plain decline."""

    question: str
    outcome: Outcome
    answer: str
    citations: list[CitationForm]
    coverage: str
    near: list[CitationForm]
    confidence: float | None
    votes: list[VoteForm]


class SearchForm(TypedDict):
    """The passages that match a query, best first."""

    query: str
    hits: list[HitForm]
    note: str | None  # that no paper held has any of the words
    limits: list[str]  # how the query was read: "Only Cabinet", "Meetings held since 1 May 2025"


def citation_to_json(citation: Citation) -> CitationForm:
    """Return the citation as a JSON object: absent values are null, dates ISO 8601."""
    return {
        "n": citation.n,
        "label": citation.label,
        "council": citation.council,
        "body": citation.body,
        "meeting_date": _day(citation.meeting_date),
        "minute": citation.minute,
        "resolution": citation.resolution,
        "heading": citation.heading,
        "kind": citation.kind,
        "standing": citation.standing,
        "paper": citation.paper,
        "sha256": citation.sha256,
        "pdf_page": citation.pdf_page,
        "last_pdf_page": citation.last_pdf_page,
        "printed_page": citation.printed_page,
        "quote": citation.quote,
        "also_in": [_copy(copy) for copy in citation.also_in],
        "passage": citation.passage,
        "ocr": citation.ocr,
        "reading_copy": citation.reading_copy,
    }


def hit_to_json(citation: Citation, rank: int, score: float, text: str) -> HitForm:
    """Return a hit as a JSON object: its citation with its rank, score and text."""
    return {**citation_to_json(citation), "rank": rank, "score": round(score, 6), "text": text}


def answer_to_json(answer: Answer) -> AnswerForm:
    """Return the answer as a JSON object."""
    return {
        "question": answer.question,
        "outcome": answer.outcome,
        "answer": answer.answer,
        "citations": [citation_to_json(citation) for citation in answer.citations],
        "coverage": answer.coverage,
        "near": [citation_to_json(citation) for citation in answer.near],
        "confidence": None if answer.confidence is None else round(answer.confidence, 3),
        "votes": [
            {"n": one.n, "vote": told(one.vote), "outcome": one.vote.outcome, "pdf_page": one.vote.spans[0].page}
            for one in answer.votes
        ],
    }


def search_to_json(query: str, hits: Sequence[HitForm], limits: Sequence[ReadLimit], note: str) -> SearchForm:
    """Return the result of a search as a JSON object, with how the query was read; an empty ``note`` is null."""
    return {"query": query, "hits": list(hits), "note": note or None, "limits": [one.words for one in limits]}


def _copy(copy: Copy) -> CopyForm:
    return {"paper": copy.paper, "pdf_page": copy.pdf_page}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
