"""The meeting that a line at a paper's head names as its own: "Presented to the Audit Committee on 4 May 2025"."""

import re
from dataclasses import dataclass
from datetime import date

from corpus.bodies import BODY, is_body
from corpus.dates import dates_in
from corpus.phrases_kept import PUT_TO, TO_MEMBERS
from corpus.phrasing import pattern, spaced

_LEADS = spaced("|".join(PUT_TO))
_MEMBERS = spaced(TO_MEMBERS.removeprefix("^"))
_PUT_TO = re.compile(
    rf"(?:^|(?<=[.;)|\t]\s)|(?<=\t))(?:{_LEADS})\s*:?\s+(?:(?:the|an?)\s+)?(?:meeting\s+of\s+(?:the\s+)?)?"
    rf"(?P<body>{_MEMBERS}{BODY})"
    r"(?:['’]s)?(?:\s+meeting)?(?:\s+(?:to\s+be\s+)?held)?[\s,:;–—-]*(?:\b(?:on|of|date)\b[\s:,]*)?$",
    re.IGNORECASE,
)
_DAY_OF = re.compile(  # "Cabinet meeting date: 4 May 2025", "Date of Cabinet: …", "Cabinet on …"
    rf"date\s+of\s+(?:the\s+)?(?P<of>{BODY})(?:\s+meeting)?\s*[:\t]?\s*"
    rf"|(?P<before>{BODY})(?:(?:\s+meeting)?\s+date\s*[:\t]?|\s+on)\s*",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"^(?:{_LEADS})\s+(?:the\s+)?", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PutTo:
    """A body by the words that a line names it in, and the day of its meeting.

    Example: ``PutTo("Standards and Audit Committee", date(2025, 6, 16), alone=True)``.
    """

    body: str
    held_on: date | None
    alone: bool  # the line says nothing else


def put_to(text: str) -> PutTo | None:
    """Return the meeting that a line says the paper is for, None where it says none or tells of one in a sentence."""
    for dated in dates_in(text):
        before = _WEEKDAY.sub(" ", text[: dated.start])
        match = _PUT_TO.search(before) or _DAY_OF.fullmatch(before)
        if match is not None and dated.full is not None and (body := _body(match)) is not None:
            return PutTo(body, dated.full, match.start() == 0 and not text[dated.end :].strip(" .)"))
    match = _PUT_TO.match(text)
    body = _body(match) if match is not None else None
    return PutTo(body, None, True) if body is not None else None


def without_lead(text: str) -> str:
    """Return a body's name without the words that say what was done with the paper: "Submitted to the Cabinet"."""
    return _LEAD.sub("", text)


def _body(match: re.Match[str]) -> str | None:
    words = next(found for found in match.groups() if found)
    bare = pattern(TO_MEMBERS).sub("", words)
    return bare if is_body(bare) else None
