"""Who was there: lists of names under "Present", and apologies and substitutes told in sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.names import HONOUR, PERSON, TITLE, WORD
from corpus.paragraphs import Paragraph
from corpus.phrases import ATTENDANCE_LABELS, BANNERS, OFFICES
from corpus.phrasing import pattern, spaced
from corpus.rows import Prose, folded, prose
from corpus.types import Attendee

Role = Literal["present", "apologies", "substitute", "in_attendance"]

_OFFICE = re.compile(rf"(?:the\s+)?(?:{'|'.join(sorted(OFFICES, key=len, reverse=True))})", re.IGNORECASE)
_LABELS: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(rf"\s*(?:{spaced(label)})\s*(?P<colon>[:;]|[-–—](?=\s)|$|(?=were:|are:))", re.IGNORECASE), role)  # type: ignore[misc]  # the data says which roles there are
    for label, role in ATTENDANCE_LABELS
)
_SEPARATOR = re.compile(
    rf"\s*[;,](?!\s*{HONOUR})\s*(?:and\s+)?"
    r"|(?<=\x01)\s+(?=[A-Z])"
    rf"|\s+(?=Clerk\s+(?:{TITLE}|[A-Z]\b))"
    rf"|\s+and\s+(?={TITLE}|{WORD}\s+[A-Z])"
    rf"|\s+[&]\s+|\t+|(?<=\w)\.\s+(?={TITLE})"
)
_PLURAL = re.compile(r"\b(?:Councillors|Cllrs|Members)\s+[A-Z]")
_PLURAL_SEPARATOR = re.compile(rf"{_SEPARATOR.pattern}|\s+and\s+(?=[A-Z])")
_NOTE = re.compile(
    r"\s*(?:\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)|\s[-–—]\s?(?P<dash>.+)|\s[-–—](?P<tight>\S.+))\s*$"
)
_AFTER_DASH = re.compile(r"\s[–—-]\s[^,;\t()]+")
_NAME = re.compile(rf"(?:{TITLE}\s*)*{WORD}(?:\s+(?:{WORD}|de|van|von|der|la|le|du))*(?:,?\s+{HONOUR})*\Z")
_LED = re.compile(r"(?:Councillors|Cllrs|Clerk|Members)\s+(?=[A-Z])")
_SINGULAR = {"Councillors": "Councillor", "Cllrs": "Cllr"}
_TITLE = re.compile(rf"{TITLE}")
_APOLOGIES = re.compile(
    r"apolog(?:y|ies)\b[^.;:]*?\b(?:from|by|on behalf of|for)\b(?!\s+absence\s+(?!from|were|was))[:\s]+(?P<names>.+?)"
    r"(?:\.(?=\s+[A-Z][a-z]+\s+[a-z]|\s*$|\s+(?:Cllr|Councillor|There|The|It)\b)|\bwho\b|\bwith\b|\band the reason|$)",
    re.IGNORECASE | re.DOTALL,
)
_SUBSTITUTED = re.compile(
    rf"(?P<name>{PERSON})\s+(?:was\s+|were\s+|had\s+|has\s+|also\s+)?"
    r"(?:(?:acted|attended|attending|present)\s+as\s+)?(?:a\s+|the\s+)?substitut(?:ed|ing|e)\b"
    rf"(?:\s+for\s+(?P<for>{PERSON}))?"
)
_SUBSTITUTED_BY = re.compile(
    rf"(?P<for>{PERSON})\s*,?\s+(?:who\s+)?(?:was|were|being)\s+substituted\s+by\s+(?P<name>{PERSON})"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label such as "Present:" and how far it reaches into its paragraph."""

    role: Role
    end: int
    alone: bool


def label_of(text: str) -> Label | None:
    """Return the attendance label that a text begins with, None where there is none."""
    for label, role in _LABELS:
        match = label.match(text)
        if match is not None:
            rest = text[match.end() :].strip(" :")
            if match["colon"] or not rest:
                return Label(role, match.end(), not rest)
    return None


def attendees(paragraphs: Sequence[Paragraph]) -> tuple[Attendee, ...]:
    """Return the people named in the list that stands before a meeting's first item."""
    role: Role | None = None
    found: list[Attendee] = []
    for paragraph in paragraphs:
        if pattern(*BANNERS).fullmatch(folded(paragraph.text)):
            role = None
        for part in _labelled(paragraph):
            label = label_of(part.text)
            start = label.end if label is not None else 0
            role = label.role if label is not None else role
            if role is None or not part.text[start:].strip() or (label is None and not _listed(part.text)):
                continue
            for text in _lists(part, start):
                found += _people(text, start if text.rows[0] is part.rows[0] else 0, len(text.text), role)
    return tuple(found)


def apologies(paragraph: Paragraph) -> tuple[Attendee, ...]:
    """Return the apologies and substitutes that a paragraph under "Apologies" tells of."""
    found: list[Attendee] = []
    text = paragraph.text
    for match in _APOLOGIES.finditer(text):
        found += [
            person
            for person in _people(paragraph.prose, match.start("names"), match.end("names"), "apologies")
            if _TITLE.match(person.name) or " " in person.name
        ]
    for told in (_SUBSTITUTED_BY, _SUBSTITUTED):
        for match in told.finditer(text):
            name = folded(match["name"])
            if any(person.name == name and person.role == "substitute" for person in found) or name.split()[0] in {
                "Who",
                "The",
            }:
                continue
            note = f"for {folded(match['for'])}" if match["for"] else None
            spans = paragraph.prose.spans(match.start("name"), match.end("name"))
            if spans:
                found.append(Attendee(name, "substitute", note, spans[0]))
    return tuple(found)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a list such as that of those who voted for a motion."""
    return tuple(
        name
        for start, end in _pieces(text, 0, len(text))
        if (name := folded(text[start:end]).strip(" .,;")) and _named(name)
    )


def _named(name: str) -> bool:
    return name[:1].isupper() and len(name) < 60 and any(letter.islower() for letter in name)


def _labelled(paragraph: Paragraph) -> Iterator[Prose]:
    """Return a paragraph in parts, each beginning with a label where a row begins with one."""
    start = 0
    for index in range(1, len(paragraph.rows)):
        if label_of(paragraph.rows[index].text) is not None:
            yield prose(paragraph.rows[start:index])
            start = index
    yield prose(paragraph.rows[start:]) if start else paragraph.prose


def _lists(part: Prose, start: int) -> Iterator[Prose]:
    """Return rows one by one where each is a person, or all together where commas part them."""
    commas = part.text.count(",") + part.text.count(";")
    if len(part.rows) > 1 and commas < len(part.rows) - 1 and not _runs_on(part):
        first = 1 if len(part.rows[0].text) <= start else 0
        for row in part.rows[first:]:
            yield prose((row,))
    else:
        yield part


def _runs_on(part: Prose) -> bool:
    """Say whether a bracket or a list runs on from one row to the next: then the rows are not one person each."""
    runs_on = re.compile(r"(?:,|;|&|\band)\s*$")
    return any(row.text.count("(") != row.text.count(")") or runs_on.search(row.text) for row in part.rows[:-1])


def _listed(text: str) -> bool:
    """Say whether a paragraph reads as names, not as a sentence."""
    words = text.split()
    lower = sum(word.islower() for word in words if word.isalpha() and word not in {"and", "of", "the", "for", "de"})
    return len(words) > 1 and lower <= 0.3 * len(words) and any(word[0].isupper() for word in words)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return the stretches between commas, semicolons and "and", brackets kept whole."""
    depth_free = _unbracketed(text)
    at = start
    separator = _PLURAL_SEPARATOR if _PLURAL.search(depth_free, start, end) else _SEPARATOR
    for match in separator.finditer(depth_free, start, end):
        if match.start() >= at:
            yield at, match.start()
            at = match.end()
    yield at, end


def _unbracketed(text: str) -> str:
    """Return the text with what stands in brackets, or between a dash and a comma, blanked, its length kept."""
    text = _AFTER_DASH.sub(lambda match: match.group()[:3] + "x" * (len(match.group()) - 3), text)
    result, depth = [], 0
    for letter in text:
        depth += letter == "("
        result.append("\x01" if letter == ")" and depth == 1 else "x" if depth else letter)
        depth -= letter == ")" and depth > 0
    return "".join(result)


def _people(text: Prose, start: int, end: int, role: Role) -> list[Attendee]:
    found: list[Attendee] = []
    title = ""
    for low, high in _pieces(text.text, start, end):
        piece = text.text[low:high].strip(" .,;:*\t")
        if not piece:
            continue
        if _OFFICE.fullmatch(folded(piece)) is not None and found:
            _noted(found, folded(piece))
            title = ""
            continue
        note = _NOTE.search(piece)
        name = folded(piece[: note.start()] if note else piece).strip(" .,;:")
        said = folded(next(group for group in note.groups() if group)) if note and any(note.groups()) else None
        led = _LED.match(name)
        if led is not None:
            name, title = name[led.end() :], _SINGULAR.get(led.group().strip(), "")
            said = said or ("Clerk" if led.group().strip() == "Clerk" else None)
        elif _TITLE.match(name):
            title = ""
        if not name:
            continue
        name = f"{title} {name}" if title and not _TITLE.match(name) else name
        if not _person(name):
            continue
        at = text.text.find(name.removeprefix(f"{title} ").split()[0], low)
        spans = text.spans(max(low, at), high)
        if spans:
            found.append(Attendee(name, role, said, spans[0]))
    return found


def _person(name: str) -> bool:
    """Say whether a piece of a list reads as a person's name."""
    if not name or len(name) > 70 or name.lower() in {"none", "nil", "all"}:
        return False
    if _TITLE.match(name):
        return True
    return _NAME.match(name) is not None and len(name.split()) > 1


def _noted(found: list[Attendee], office: str) -> None:
    """Put an office on the name before it, or on all names before it where it is in the plural."""
    last = len(found) - 1
    plural = office.lower().endswith("s")
    for index in range(last, -1, -1):
        person = found[index]
        if person.note is not None:
            break
        found[index] = Attendee(person.name, person.role, office.rstrip("s") if plural else office, person.span)
        if not plural:
            break
