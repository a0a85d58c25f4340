"""How far minutes can be relied on: what confirms them, and what corrects them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from corpus.dates import Dated, dates_in
from corpus.paragraphs import Paragraph
from corpus.phrases_kept import ARISING, CONFIRMS, CORRECTS, MINUTES_OF_OTHERS, ONE_MINUTE
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.sentences import sentences
from corpus.types import Meeting, Span, Standing

_SIGNED_BY = re.compile(
    r"\b(?i:signed|chair(?:man|person)?)\b\s*[:.–-]?\s*(?:\(?(?i:chair(?:man)?)\)?)?[:\s]*"
    r"(?P<name>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4})\s+(?:(?i:chair(?:man)?)\s+)?(?i:dated?)\b(?!\s+of)\s*:?\s*"
)
_MINUTES = re.compile(r"\bminutes?\b|\bcofnodion\b|\bnotes of (?:the )?(?:previous |last )?meeting\b", re.IGNORECASE)


_BODY = (
    r"(?P<body>(?:[A-Z][\w&'’-]*,?\s+(?:(?:and|of|for|the)\s+)*){1,7}"
    r"(?:Committee|Sub-Committee|Panel|Board|Commission|Forum|Group|Cabinet|Executive))\b"
)
_OF_BODY = re.compile(rf"{_BODY}[^.;]{{0,40}}$")
_LED_BY = re.compile(rf"\W*(?:\(?[a-z\d]{{1,3}}[.)]\s+)?(?:the\s+)?{_BODY}\s*(?:[.:–—-]|\(|$)")
_MEETING_OF = re.compile(r"^.*\bmeetings? of (?:the )?")
_AGREED = re.compile(
    r"(?:all |unanimously )?(?:agreed|approved|accepted|confirmed)\W*(?:and signed\W*)?"
    r"(?:as (?:amended|corrected)\W*)?(?:prop(?:os(?:ed|er))?\b.*)?",
    re.IGNORECASE,
)
ABOVE = 3  # paragraphs above the words that confirm, within which the minutes are named: "DECISION", "APPROVED …"


def confirmed_dates(paragraphs: Sequence[Paragraph], meeting: Meeting, heading: str = "") -> tuple[date, ...]:
    """Return the days of the meetings whose minutes an item confirms, as printed; one may be a later day.

    The day stands in a sentence that speaks of minutes, or in the item's heading; minutes of another body, or those of
    committees laid before their council, count as none.
    """
    held_on = meeting.held_on
    found: list[date] = []
    if says(MINUTES_OF_OTHERS, heading):
        return ()
    for start, paragraph in enumerate(paragraphs):
        text = folded(paragraph.text)
        headed = dates_in(heading) if _MINUTES.search(heading) else ()
        if not says(CONFIRMS, text) and not (headed and _AGREED.fullmatch(text)):
            continue
        about = text
        for above in range(start - 1, max(start - 1 - ABOVE, -1), -1):
            named = _MINUTES.search(about) is not None and (headed or dates_in(about))
            about = about if named else f"{folded(paragraphs[above].text)} {about}"
        if (not _MINUTES.search(about) and not headed) or _led_by_another(text, meeting.body):
            continue
        said = tuple(_of_minutes(about)) or headed
        said = tuple(dated for dated in said if not _of_another(about[: dated.start], meeting.body))
        days = [dated.before(held_on) if held_on is not None else dated.full for dated in said]
        known = [day for day in days if day is not None]
        earlier = [day for day in known if held_on is None or day < held_on]
        found += [day for day in dict.fromkeys(earlier or known[:1]) if day not in found]
    return tuple(found)


def _of_minutes(text: str) -> Iterator[Dated]:
    """Yield the dates of the sentences that speak of minutes: not of what was done since, arising from one of them."""
    for start, end in sentences(text):
        sentence = text[start:end]
        arising = pattern(ARISING).search(sentence)
        about = sentence[: arising.start()] if arising is not None else sentence
        if _MINUTES.search(pattern(ONE_MINUTE).sub("", about)):
            yield from (replace(one, start=one.start + start, end=one.end + start) for one in dates_in(about))


def _led_by_another(text: str, body: str | None) -> bool:
    """Say whether a paragraph stands under the name of another body: "(a) Resources Committee. The Chair moved …"."""
    named = _LED_BY.match(text)
    return named is not None and _of_another(named["body"], body)


def _of_another(before: str, body: str | None) -> bool:
    """Say whether the words before a date name another body than the one that meets: "the Leisure Committee of"."""
    named = _OF_BODY.search(before)
    if named is None or body is None:
        return False
    name, own = _MEETING_OF.sub("", named["body"].lower()), body.lower()
    return own not in name and name.removeprefix("the ") not in own


def corrections(paragraphs: Sequence[Paragraph]) -> tuple[Span, ...]:
    """Return the words with which minutes of an earlier meeting were corrected."""
    found: list[Span] = []
    for paragraph in paragraphs:
        if says(CORRECTS, folded(paragraph.text)) and _MINUTES.search(paragraph.text):
            hits = [
                (start, end)
                for start, end in sentences(paragraph.text)
                if pattern(*CORRECTS).search(paragraph.text[start:end])
            ]
            found += (
                paragraph.prose.spans(hits[0][0], hits[-1][1] if hits else None) if hits else paragraph.prose.spans()
            )
    return tuple(found)


def standing(paragraphs: Sequence[Paragraph], held_on: date | None) -> Standing:
    """Return "confirmed" where the minutes print who signed them and a later day on which, else "draft"."""
    tail = folded(" ".join(paragraph.text for paragraph in paragraphs[-6:]))
    for match in _SIGNED_BY.finditer(tail):
        after = [dated.full for dated in dates_in(tail[match.end() : match.end() + 40]) if dated.full is not None]
        if after and held_on is not None and after[0] > held_on and not re.search(r"_{3}|\.{4}", match.group()):
            return "confirmed"
    return "draft"
