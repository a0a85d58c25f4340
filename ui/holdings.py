"""What is held and what is not, in words and as JSON values."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from corpus.types import PaperKind
from index.types import BodyCoverage, Coverage, PaperEntry, Problem


def holdings_to_json(coverage: Coverage, papers: Sequence[PaperEntry], problems: Sequence[Problem]) -> dict[str, Any]:
    """Return what is held, and what is not, as a JSON object."""
    return {
        "papers": [_paper(one) for one in papers],
        "not_held": [
            {"paper": one.name, "path": one.path, "status": one.status, "reason": one.reason} for one in problems
        ],
        "bodies": [_body(one) for one in coverage.bodies],
        "councils": list(coverage.councils),
        "pages": coverage.pages,
        "pages_without_text": coverage.pages_without_text,
    }


def summary(coverage: Coverage) -> str:
    """Return in a sentence or two how much is held."""
    bodies = sum(1 for one in coverage.bodies if one.body)
    meetings = sum(len(one.meetings) for one in coverage.bodies)
    silent = coverage.pages_without_text
    without = f" {counted(silent, 'page')} had no text that could be read." if silent else ""
    return (
        f"{counted(coverage.papers, 'paper')} with {counted(coverage.pages, 'page')}, from "
        f"{counted(meetings, 'meeting')} of {counted(bodies, 'body', 'bodies')}.{without}"
    )


def notes(paper: PaperEntry) -> str:
    """Return what a reader should know of a paper before relying on it."""
    said = (
        "exempt from publication" if paper.exempt else "",
        f"replaces {paper.replaces}" if paper.replaces else "",
        "corrected by the library's keeper" if paper.correction else "",
        f"{counted(paper.pages_ocr, 'page')} read by character recognition" if paper.pages_ocr else "",
        f"{counted(paper.pages_without_text, 'page')} without text" if paper.pages_without_text else "",
    )
    return "; ".join(one for one in said if one)


def taken_for(kind: PaperKind, body: str | None, held_on: date | None, pages: int) -> str:
    """Return what a paper was taken for: "pack, Cabinet, 9 January 2025, 56 pages"."""
    parts = (kind.replace("_", " "), body or "no body named", str(held_on or "no date"), counted(pages, "page"))
    return ", ".join(parts)


def counted(number: int, one: str, several: str | None = None) -> str:
    """Return a number with its noun: "1 paper", "1,484 pages"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def _paper(one: PaperEntry) -> dict[str, Any]:
    return {
        "paper": one.name,
        "names": list(one.names),
        "sha256": one.sha256,
        "kind": one.kind,
        "title": one.title,
        "council": one.council,
        "body": one.body,
        "held_on": _written(one.held_on),
        "pages": one.pages,
        "pages_without_text": one.pages_without_text,
        "pages_ocr": one.pages_ocr,
        "passages": one.passages,
        "exempt": one.exempt,
        "replaces": one.replaces,
        "minutes_of": [
            {"council": meeting.council, "body": meeting.body, "held_on": _written(meeting.held_on)}
            for meeting in one.meetings
        ],
    }


def _body(one: BodyCoverage) -> dict[str, Any]:
    return {
        "body": one.body,
        "council": one.council,
        "papers": one.papers,
        "first": _written(one.first),
        "last": _written(one.last),
        "meetings": [day.isoformat() for day in one.meetings],
        "without_minutes": [day.isoformat() for day in one.without_minutes],
    }


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
