"""Who was there: the lists of names under "Present", "Apologies" and "In attendance" before a meeting's first item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.apologies import apologies
from corpus.attended_column import attended
from corpus.attending import attending
from corpus.labels import SENDS, Label, Role, group_of, label_of, lists_by_columns, member_label_of, unlabelled
from corpus.name_lists import ANY_TITLE, TELLS, in_pairs, labelled, lists, unlabelled_lines, whole_lists
from corpus.names import WORD
from corpus.paragraphs import Paragraph, as_paragraph
from corpus.person import both
from corpus.phrases import BANNERS, CABINET_LABEL
from corpus.phrasing import opening, pattern
from corpus.roles_beside import Held, roles_beside
from corpus.rows import Prose, Row, folded
from corpus.types import Attendee

QUORUM = 3  # councillors without whom a council may not meet: Local Government Act 1972, Schedule 12

_PRESIDED = re.compile(
    r"\b(?:in the chair|presid(?:ing|ed))$", re.IGNORECASE
)  # "Mr Hay in the Chair", after those in attendance
_ACTS = re.compile(r"\b(?:acted|took|welcomed|opened)\b")  # "The Vice Chairman acted as Chairman"
_ROW_OF_ONE = re.compile(  # in columns: "Colette Byng", "CBy", "Chief Nurse"
    rf"{WORD}(?: {WORD})+\t[A-Z]{{2,4}}[a-z]?(?:\t|$)"
)
_BULLET = re.compile(r"\s*[•▪●○◦·]\s*")
_OTHERS = re.compile(r"other\s+(?:members?|councillors?)\s+present\b", re.IGNORECASE)
_TIME = re.compile(r"\d[.:]\d\d\s*[ap]\.?m|\d\s*[ap]\.?m\b", re.IGNORECASE)
_STARRED = re.compile(r"\*\s*(?:=|denotes|indicates)\s*present", re.IGNORECASE)
_STARRED_ABSENT = re.compile(r"\*\s*(?:=|denotes|indicates)\s*(?:absen(?:t|ce)|apolog(?:y|ies))", re.IGNORECASE)
_COUNCILLOR = re.compile(r"(?:Councillor|Cllr)\b")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How the list of a meeting is set, which holds for all of it."""

    pairs: bool  # in two columns
    starred: bool  # all members, a star before those who came
    absent: bool  # … or before those who did not


@dataclass(frozen=True, slots=True)
class _Heading:
    """What the labels above a place of the list say of those who follow."""

    role: Role | None = None
    title: str = ""  # of each of them
    presides: bool = False  # whoever comes next
    columns: bool = False  # a row names a person, and then the part that they play


def attendees(paragraphs: Sequence[Paragraph]) -> tuple[Attendee, ...]:
    """Return the people named in the list that stands before a meeting's first item."""
    column = {at: (name, came) for at, name, came in attended(paragraphs)}  # it says of each whether they came
    if any(came for _, came in column.values()):
        paragraphs = [one for at, one in enumerate(paragraphs) if at not in column]
    found = [
        one
        for name, came in column.values()
        if came in ("present", "apologies")
        for one in attending(name.prose, 0, len(name.text), came, True)
    ]
    sheet = _Sheet(in_pairs(paragraphs), _any_says(_STARRED, paragraphs), _any_says(_STARRED_ABSENT, paragraphs))
    heading = _Heading()
    lines = unlabelled_lines(paragraphs)
    begun = paragraphs[lines].rows[0] if lines is not None else None
    beside = {id(paragraphs[at]): one for at, one in roles_beside(paragraphs).items()}
    for paragraph in whole_lists(paragraphs):
        held = beside.get(id(paragraph))
        heading = _under(heading, label_of(held.label), held.label, found) if held is not None else heading
        heading = _before(paragraph, heading, begun)
        if lists_by_columns(paragraph.text):
            continue
        if id(paragraph) in beside and heading.role is not None and not sheet.starred:
            found += _holding(held, heading.role)
            continue
        if heading.columns and paragraph.table:
            found += _in_columns(paragraph, heading.role or "present")
            continue
        for part in labelled(paragraph):
            label = label_of(part.text) or (member_label_of(part.text) if heading.role or not found else None)
            start = _start(part.text, label)
            if _tells_of_apologies(part.text, label, start):
                found += apologies(as_paragraph(part)) if "polog" in part.text else ()
                continue
            heading = _under(heading, label, part.text, found)
            role = _role(heading, sheet, part.text[start:])
            if role is None or not _names_anybody(paragraph, part.text, label, start):
                continue
            for named in _named(part, start, label, role, heading.title, sheet.pairs):
                found += [_in_the_chair(one) for one in named] if heading.presides else named
                heading = replace(heading, presides=heading.presides and not named)
    return _members([replace(one, role="present") if _PRESIDED.search(one.note or "") else one for one in found])


def _before(paragraph: Paragraph, heading: _Heading, begun: Row | None) -> _Heading:
    """Return what is said above a paragraph of those whom it names, where no label says it.

    A list may stand under the heads of its columns, or, ``begun`` at a row, under nothing at all.
    """
    if lists_by_columns(paragraph.text):
        return replace(heading, role=heading.role or "present", columns=True)
    if heading.role is None and paragraph.rows[0] is begun:
        heading = _Heading("present")
    return replace(heading, role=None) if pattern(*BANNERS).fullmatch(folded(paragraph.text)) else heading


def _in_columns(row: Paragraph, role: Role) -> list[Attendee]:
    """Return the person whom a row names in its first cell, with what its other cells say of them."""
    name, *rest = row.text.split("\t")
    said = ", ".join(filter(None, map(folded, rest)))
    named = attending(row.prose, 0, len(name), role, True)
    return [replace(one, note=both(one.note, said or None)) for one in named[:1]]


def _holding(held: Held | None, role: Role) -> list[Attendee]:
    """Return who stands in a column of names, with what they hold beside the name."""
    if held is None:
        return []
    named = attending(held.name.prose, 0, len(held.name.text), role, True)
    return [replace(one, note=both(one.note, held.role)) for one in named]


def _any_says(told: re.Pattern[str], paragraphs: Sequence[Paragraph]) -> bool:
    return any(told.search(paragraph.text) for paragraph in paragraphs)


def _start(text: str, label: Label | None) -> int:
    """Return where the names of a part begin: behind its label or its bullet."""
    if label is not None:
        return label.end
    bullet = _BULLET.match(text)
    return bullet.end() if bullet is not None else group_of(text)


def _tells_of_apologies(text: str, label: Label | None, start: int) -> bool:
    """Say whether a part tells of apologies in a sentence: "There were apologies from Mr Hay."."""
    if label is None:
        return TELLS.match(text) is not None
    return label.role == "apologies" and TELLS.match(text[start:].strip()) is not None


def _under(heading: _Heading, label: Label | None, text: str, found: Sequence[Attendee]) -> _Heading:
    """Return what is said of those named in a part, by its own label where it has one."""
    if label is None:  # the list of councillors may stand under the heading without one
        return replace(heading, role="present") if heading.role is None and unlabelled(text) else heading
    others = bool(found) and _OTHERS.match(text) is not None and all(map(_presided, found))
    role: Role = "present" if others else label.role  # the other members, under whoever presided
    if role == "present" and opening(CABINET_LABEL).match(text) is not None and not all(map(_presided, found)):
        role = "in_attendance"
    return _Heading(role, label.title, label.chair)


def _role(heading: _Heading, sheet: _Sheet, names: str) -> Role | None:
    """Return the part that those of a line played, None where nothing says so, or no star where stars say who came."""
    if heading.role != "present":
        return heading.role
    star = names.lstrip().startswith("*")
    if sheet.starred and not star:
        return None
    return "apologies" if sheet.absent and star else "present"


def _names_anybody(paragraph: Paragraph, text: str, label: Label | None, start: int) -> bool:
    """Say whether a part names anybody: not a label alone, a sentence, or the heading row of a table of minutes."""
    if not text[start:].strip():
        return False
    if label is not None:
        return True
    row = not paragraph.table or ANY_TITLE.search(text) is not None or _ROW_OF_ONE.match(text) is not None
    return row and _listed(text)


def _named(
    part: Prose, start: int, label: Label | None, role: Role, title: str, pairs: bool
) -> Iterator[list[Attendee]]:
    """Yield the people named in a part, together or row by row."""
    alone = label is None or label.alone
    for text, rows_alone in lists(part, start, pairs):
        begin = start if text.rows[0] is part.rows[0] else 0
        named = attending(text, begin, len(text.text), role, alone or rows_alone, title)
        yield _noted(named, label.note) if label is not None and label.note else named


def _members(found: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Return those named, the councillors present where all who were there are listed as in attendance."""
    sitting = [one for one in found if one.role == "in_attendance" and _COUNCILLOR.match(one.name)]
    others = any(one.role == "present" and not _PRESIDED.search(one.note or "") for one in found)
    if others or len(sitting) + any(one.role == "present" for one in found) < QUORUM:
        return tuple(found)
    return tuple(replace(one, role="present") if one in sitting else one for one in found)


def _noted(named: Sequence[Attendee], note: str) -> list[Attendee]:
    """Return those under a label with what it says of them: the post of the first, or whose members all of them are."""
    if SENDS.search(note):
        return [replace(one, note=", ".join(filter(None, (one.note, note)))) for one in named]
    return [replace(one, note=one.note or note) if rank == 0 else one for rank, one in enumerate(named)]


def _presided(person: Attendee) -> bool:
    return person.role == "present" and _PRESIDED.search(person.note or "") is not None


def _in_the_chair(person: Attendee) -> Attendee:
    return replace(person, note=", ".join(filter(None, (person.note, "in the Chair"))))


def _listed(text: str) -> bool:
    """Say whether a paragraph reads as names, not as a sentence."""
    if _TIME.search(re.sub(r"\([^()]*\)", "", text)):
        return False  # where and when, not who
    if _ACTS.search(text):
        return False
    words = _PRESIDED.sub("", text.rstrip()).split()
    lower = sum(word.islower() for word in words if word.isalpha() and word not in {"and", "of", "the", "for", "de"})
    return len(words) > 1 and lower <= 0.3 * len(words) and any(word[0].isupper() for word in words)
