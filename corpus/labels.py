"""Labels of attendance: the words that begin a list of those present, absent or in attendance."""

import re
from dataclasses import dataclass
from typing import Literal

from corpus.names import PLURALS, POST, TITLE, WORD
from corpus.paragraphs import Paragraph
from corpus.phrases import ATTENDANCE_LABELS, LISTING_COLUMNS, MEMBER_LABELS, PLURAL_TITLES
from corpus.phrasing import pattern, spaced
from corpus.rows import folded
from corpus.series import token

Role = Literal["present", "apologies", "substitute", "in_attendance"]

_LABELS: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (
        re.compile(
            rf"\s*(?:{spaced(label)})\s*(?:(?:were|are)\s*(?=:))?(?P<colon>[:;](?:\s*[-–—](?=\s|$))?|[-–—](?=\s)|$|(?<=\t)(?=\S))",
            re.IGNORECASE,
        ),
        role,
    )  # type: ignore[misc]  # the data says which roles there are
    for label, role in ATTENDANCE_LABELS
)
_MEMBERS = re.compile(
    rf"\s*(?:{'|'.join(spaced(label) for label in MEMBER_LABELS)})\s*(?P<colon>[:;]|[–—-](?=\s)|$)", re.IGNORECASE
)
_CHAIRS = re.compile(r"chair|presiding", re.IGNORECASE)
_COUNCILLORS = re.compile(r"councillors present$", re.IGNORECASE)
SENDS = re.compile(r"\b(?:Council|Authority|Partnership)$")  # its own members to a joint committee
_UNLABELLED = re.compile(rf"{PLURALS}\b\.?:?\s+(?:{TITLE}\s+)?{WORD}(?:\s+{WORD})*(?:\s*\([^()]*\))?,")
_GROUP = re.compile(r"[A-Z][\w &'’/-]{2,50}(?<!\d):\s+(?=[A-Z])")
_TWIN = re.compile(r"\s*[^\W\d_][\w’']{3,20}\s*/\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """A label such as "Present:" and how far it reaches into its paragraph."""

    role: Role
    end: int
    alone: bool
    chair: bool  # of whoever presided
    title: str = ""  # of each of those under it: "County Councillors"
    note: str | None = None  # the post that it names: "Clerk"; or the council whose members they are


def label_of(text: str) -> Label | None:
    """Return the attendance label that a text begins with, None where there is none."""
    twin = _TWIN.match(text)  # "Presennol / Present: …"
    for label, role in _LABELS:
        match = label.match(text, twin.end() if twin is not None else 0)
        if match is not None:
            rest = text[match.end() :].strip(" :")
            if match["colon"] or not rest or text[match.end() - 1] == "\t":
                words = folded(match.group()).strip(" :;.-–")
                post = words if role == "in_attendance" and words.lower().endswith(("clerk", "person")) else None
                title = "Councillor" if _COUNCILLORS.match(words) is not None else ""
                return Label(role, match.end(), not rest, _CHAIRS.search(words) is not None, title, post)
    return None


def unlabelled(text: str) -> bool:
    """Say whether a paragraph is a list of councillors that nothing labels: "Councillors S. Grimm, T. Heath, …"."""
    return _UNLABELLED.match(text) is not None


def lists_by_columns(text: str) -> bool:
    """Say whether a row heads the columns of a list of those present: "Member | Role"."""
    return "\t" in text and pattern(LISTING_COLUMNS).fullmatch(folded(text)) is not None


def group_of(text: str) -> int:
    """Return where names begin behind the group that a line of a list gives them: "Special schools: Ms Keay"."""
    match = _GROUP.match(text)
    return match.end() if match is not None and POST.search(match.group()) is None else 0


def label_in_heading(paragraph: Paragraph) -> Label | None:
    """Return the attendance label that a numbered heading is: "1. Present", "Minute no. 1 – Members Present"."""
    number = token(paragraph, 0) if paragraph.text[:1].isdigit() or paragraph.text[:1].isupper() else None
    return label_of(paragraph.text[number.rest :]) if number is not None else None


def member_label_of(text: str) -> Label | None:
    """Return the label within a list of those present that a text begins with: "In the Chair:", "Co-opted Members"."""
    match = _MEMBERS.match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip(" :")
    if not match["colon"] and rest:
        return None
    words = folded(match.group()).strip(" :;")
    sent_by = words if SENDS.search(words) else None
    title = PLURAL_TITLES.get(words.title(), "")
    return Label("present", match.end(), not rest, "chair" in words.lower(), title, sent_by)
