"""Judgments: which pages and which minutes answer a question, in the form that trec_eval reads.

A line is ``topic item docno grade``. The second column, which trec_eval skips, numbers the item that the place
belongs to: every printing of the same item, and every page that it runs over, carries the same number, so that a copy
counts as found and ten copies count once. A docno is ``<paper>#<page of the PDF>`` or
``minute:<body>|<date>|<number>``, with blanks written as ``%20``; never a passage.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote, unquote

from eval.topics import SetError

ANSWERS = 2  # the grade of a place that answers the question; 1 helps, 0 was looked at and does not answer
JOINING = frozenset(("the", "of", "and", "for"))  # words of a body's name that papers leave out or change


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page of a paper, or the pages that a passage runs over.

    Example: ``PagePlace("pack.pdf", 13, 14)``.
    """

    paper: str
    first: int  # page of the PDF, from 1
    last: int


@dataclass(frozen=True, slots=True)
class MinutePlace:
    """A minute of a meeting, wherever it is printed.

    Example: ``MinutePlace(None, "Cabinet", date(2025, 1, 30), "90")``.
    """

    council: str | None
    body: str | None
    held_on: date | None
    number: str | None


Place = PagePlace | MinutePlace


@dataclass(frozen=True, slots=True)
class Judgment:
    """One judged place of one question."""

    topic: str
    item: int
    place: Place
    grade: int  # see ANSWERS


Judgments = Mapping[str, tuple[Judgment, ...]]
"""The judgments of each topic, by its id."""


def read_qrels(path: Path) -> dict[str, tuple[Judgment, ...]]:
    """Return the judgments of a ``qrels.txt`` by topic, in its order."""
    judged: dict[str, list[Judgment]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        columns = line.split()
        if not columns:
            continue
        try:
            topic, item, docno, grade = columns
            judgment = Judgment(topic, int(item), parse_docno(docno), int(grade))
        except ValueError as error:
            raise SetError(f"{path.name}, line {number}: not 'topic item docno grade' ({error}).") from error
        judged.setdefault(topic, []).append(judgment)
    return {topic: tuple(found) for topic, found in judged.items()}


def docno(place: Place) -> str:
    """Return the place as one word: ``pack.pdf#13-14``, ``minute:Cabinet|2025-01-30|90``."""
    if isinstance(place, PagePlace):
        pages = f"{place.first}" if place.first == place.last else f"{place.first}-{place.last}"
        return f"{_written(place.paper)}#{pages}"
    body = "/".join(_written(name, "/|") for name in _names(place))
    return f"minute:{body}|{place.held_on or ''}|{_written(place.number or '', '|')}"


def parse_docno(text: str) -> Place:
    """Return the place that a docno names; the opposite of `docno`."""
    if text.startswith("minute:"):
        bodies, held_on, number = text.removeprefix("minute:").split("|")
        names = [unquote(name) or None for name in bodies.split("/")]
        council, body = (names[0], names[1]) if len(names) > 1 else (None, names[0])
        return MinutePlace(council, body, date.fromisoformat(held_on) if held_on else None, unquote(number) or None)
    paper, _, pages = text.rpartition("#")
    first, _, last = pages.partition("-")
    return PagePlace(unquote(paper), int(first), int(last or first))


def same_place(judged: Place, found: Place) -> bool:
    """Say whether a place found is the judged one: any page in common, or the same minute of the same meeting."""
    if isinstance(judged, PagePlace):
        return (
            isinstance(found, PagePlace)
            and judged.paper == found.paper
            and judged.first <= found.last
            and found.first <= judged.last
        )
    return (
        isinstance(found, MinutePlace)
        and (judged.held_on, judged.number) == (found.held_on, found.number)
        and same_body(judged, found)
    )


def same_body(judged: MinutePlace, found: MinutePlace) -> bool:
    """Say whether two names mean one body: a parish council is its own only body and may be named either way."""
    wanted = _words(judged.council, judged.body)
    return wanted in (_words(found.body), _words(found.council), _words(found.council, found.body))


def judgment_of(judgments: Iterable[Judgment], found: Place) -> Judgment | None:
    """Return the highest judgment of the place found, or None where nobody judged it."""
    return max(
        (judgment for judgment in judgments if same_place(judgment.place, found)),
        key=lambda judgment: (judgment.grade, -judgment.item),
        default=None,
    )


def _names(place: MinutePlace) -> list[str]:
    return [place.council or "", place.body or ""] if place.council else [place.body or ""]


def _words(*names: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", " ".join(name or "" for name in names).casefold())) - JOINING


def _written(name: str, marks: str = "") -> str:
    """Return the name with blanks, per cent signs and these marks as ``%20`` and the like: all else stays readable."""
    return re.sub(rf"[%\s{marks}]", lambda found: quote(found[0], safe=""), name)
