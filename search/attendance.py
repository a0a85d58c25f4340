"""Who chaired a meeting, and whether somebody was there: the entry of the list that answers, and not the whole list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from corpus.phrases import HONOURS, TITLES
from corpus.types import Attendee, Meeting, Proceedings, Span
from index.encoder import Encoder
from index.library import Library
from index.types import Filter, Passage
from search.bodies import without_council
from search.cite import runs_of
from search.compose import Quoted, Section
from search.decided import meeting_of
from search.needs import needs_of
from search.premises import NAMED
from search.retrieve import retrieve
from search.scene import Scene
from search.types import Query

Part = Literal["chair", "vice-chair", "anybody", "named"]
"""Whose entry is asked for: that of an office, of all who were present, or of a person named."""

MEETINGS = 5  # told in one answer, the newest of them first
MINUTES = 400  # passages of one meeting's minutes looked through for who took the chair
CHAIR = re.compile(r"(?:the )?chair(?:man|woman|person)?\b(?! of\b)", re.IGNORECASE)
VICE_CHAIR = re.compile(r"(?:the )?(?:vice|deputy)[- ]?chair(?:man|woman|person)?\b(?! of\b)", re.IGNORECASE)
TOOK_CHAIR = re.compile(
    r"\b(?:elected|appointed|invited|agreed)\b[^.]{0,60}\b(?:to|as|the) chair\w*\b|"
    r"\b(?:took|takes|taking|in) the chair\b|\b(?:chaired|presided over) the meeting\b",
    re.IGNORECASE,
)
"""How minutes tell who chaired where the list of those present does not."""
HOLDS_OFFICE = re.compile(r"^\W*who(?:'s| is| was) (?:the )?(?:(?:vice|deputy)[- ]?)?chair", re.IGNORECASE)
SUBSTITUTED = re.compile(r"\bsubstitut", re.IGNORECASE)  # told in a sentence: "Cllr Orton substituted"
HOW_MANY = re.compile(r"\bhow many\b", re.IGNORECASE)
OFFICES: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("vice-chair", re.compile(r"\b(?:vice|deputy)[- ]?chair\w*", re.IGNORECASE)),
    ("chair", re.compile(r"\bchair(?:ed|man|woman|person|ing)?\b|\bpresid(?:ed|es|ing)\b", re.IGNORECASE)),
)
ASKING = re.compile(
    r"\b(?:(?:vice|deputy)[- ]?)?chair\w*|\bpresid\w*|\bapolog\w*|\bpresent\b|\babsen\w*|\battend\w*|\bmembers?\b|"
    r"\bcouncil(?:lors?)?\b|\bmeetings?\b|\b(?:send|sent|give|gave|offer(?:ed)?|his|her|their|there|it|over|list)\b",
    re.IGNORECASE,
)
"""Words that ask who was there: what is left beside them is a topic, which no list of names tells of."""
PARTS_TOLD = {
    "present": "listed as present",
    "in_attendance": "listed as in attendance",
    "apologies": "among the apologies",
    "substitute": "listed as a substitute",
}
WORD = re.compile(r"[\w'’-]+")
PERSON = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]*)+")  # without a title: "Paul Bartlett"
WHETHER = re.compile(r"\W*(?:was|were|did)\b", re.IGNORECASE)
SMALL = re.compile(r"[a-z'’-]+(?: [a-z'’-]+){0,2}")  # a name in small letters, as people type
MEN, WOMEN = frozenset(("Mr", "Sir", "Lord")), frozenset(("Mrs", "Miss", "Ms", "Dame", "Lady"))
STYLES = frozenset(word for style in (*TITLES, *HONOURS, *MEN, *WOMEN) for word in style.split())
LISTED_ALONE = re.compile(r"\bapologies\b|\bpresent\b|\bin attendance\b|\battended\b|\babsent\b", re.IGNORECASE)
"""What the list of a meeting tells, and no other paper."""
APOLOGIES = re.compile(r"\bapolog|\babsent\b", re.IGNORECASE)
NO_COUNT = "The minutes name those present and give no number."


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose entry a question asks for."""

    part: Part
    names: tuple[str, ...] = ()  # as typed, title included: "Mrs Prendergast"


def asked_of(query: Query, scene: Scene) -> Asked | None:
    """Return whose entry the question asks for; None where it asks for no entry, or for more than a list tells."""
    asks = query.want == "attendance" or HOLDS_OFFICE.search(query.text)
    if not asks or SUBSTITUTED.search(query.text):
        return None
    named = [match.group() for match in NAMED.finditer(query.text)]
    names = tuple(named or (match.group() for match in PERSON.finditer(query.topic)))
    left = query.topic
    for name in names:
        left = left.replace(name, " ").replace(name.split()[-1], " ")
    left = " ".join(without_council(ASKING.sub(" ", left), query.councils).split())
    if not names and WHETHER.match(query.text) and SMALL.fullmatch(left):
        names, left = (left.title(),), ""  # "was trudy dean at the council meeting": if it is nobody, nobody is found
    if needs_of(left, scene.lexicon):
        return None
    if names:
        return Asked("named", names)
    part = next((part for part, office in OFFICES if office.search(query.text)), None)
    if part is None and HOW_MANY.search(query.text):
        part = "anybody"
    return Asked(part) if part else None


def entries(library: Library, encoder: Encoder, scene: Scene, query: Query) -> tuple[str, list[Section]]:
    """Return the entries that answer, the newest meeting first, below what is said of them; nothing where none does.

    Where no date is asked for, an office is that of the newest meeting. A number that the minutes do not give is not
    counted up: those present are named.
    """
    asked = asked_of(query, scene)
    if asked is None:
        return "", []
    listed = retrieve(library, encoder, replace(query, topic="", want="attendance"), scene).candidates
    meetings = list(_meetings(library, scene, [one.passage for one in listed]))
    dated = query.since is not None or query.until is not None
    if asked.part != "named" and not dated:
        meetings = meetings[:1]
    told = (_section(library, proceedings, passages, asked) for proceedings, passages in meetings)
    made = [one for one in told if one is not None]
    if asked.part == "named" and APOLOGIES.search(query.text):
        made = [one for one in made if PARTS_TOLD["apologies"] in one.title] or made
    return (NO_COUNT if made and asked.part == "anybody" else ""), made[:MEETINGS]


def best_printed(scene: Scene, passages: Sequence[Passage]) -> list[Passage]:
    """Return those of each meeting that the best of the papers prints in which any stand: a scan comes last."""
    papers: dict[Meeting, set[str]] = {}
    for one in passages:
        papers.setdefault(one.meeting, set()).add(one.paper)
    best = {
        meeting: min(some, key=lambda paper: scene.standing_of_paper(paper, meeting.held_on))
        for meeting, some in papers.items()
    }
    return [one for one in passages if one.paper == best[one.meeting]]


def _meetings(
    library: Library, scene: Scene, passages: Sequence[Passage]
) -> Iterator[tuple[Proceedings, list[Passage]]]:
    """Yield each meeting whose list is held, in the order found, with the passages that print its list."""
    grouped: dict[Meeting, list[Passage]] = {}
    for one in best_printed(scene, passages):
        grouped.setdefault(one.meeting, []).append(one)
    for meeting, some in grouped.items():
        held = library.record(some[0].paper).proceedings
        proceedings = next((one for one in held if _when(one.meeting) == _when(meeting)), None)
        if proceedings is not None:
            yield proceedings, some


def _when(meeting: Meeting) -> tuple[str | None, date | None]:
    return meeting.body, meeting.held_on


def _section(library: Library, meeting: Proceedings, passages: Sequence[Passage], asked: Asked) -> Section | None:
    """Return what one meeting's record tells of those asked for."""
    title = meeting_of(passages[0])
    if asked.part == "anybody":
        spans = [(one, span) for one in passages for span in one.spans]
        present = [
            (one, span) for one, span in spans if any(_came(who) and _in(who, span) for who in meeting.attendees)
        ]
        return Section(title, tuple(Quoted(one, _words(library, span)) for one, span in present)) if present else None
    meant = [who for who in meeting.attendees if _meant(who, asked)]
    found = [(who, one) for who in meant for one in passages if _within(who, one)]
    quoted = tuple(Quoted(one, _words(library, who.span)) for who, one in found)
    if quoted and asked.part == "named":
        parts = " and ".join(dict.fromkeys(PARTS_TOLD[who.role] for who, _ in found))
        return Section(f"{title.removesuffix(':')}, {parts}:", quoted)
    if not quoted and asked.part == "chair":
        quoted = _took_chair(library, passages[0])
    return Section(title, quoted) if quoted else None


def _took_chair(library: Library, passage: Passage) -> tuple[Quoted, ...]:
    """Return the first words of the meeting's minutes by which somebody takes the chair."""
    ids = library.select(Filter(papers=(passage.paper,)), MINUTES)
    minutes = (one for one in library.passages(ids) if one.meeting == passage.meeting and one.standing)
    runs = ((one, " ".join(run)) for one in minutes if TOOK_CHAIR.search(one.text) for run in runs_of(library, one))
    found = next(((one, words) for one, words in runs if TOOK_CHAIR.search(words)), None)
    return (Quoted(*found),) if found else ()


def _came(who: Attendee) -> bool:
    return who.role == "present"


def _meant(who: Attendee, asked: Asked) -> bool:
    """Say whether an entry is of the office or of a person asked for."""
    if asked.part == "named":
        return any(same_person(who.name, name) for name in asked.names)
    office = CHAIR if asked.part == "chair" else VICE_CHAIR
    return who.role == "present" and who.note is not None and office.match(who.note) is not None


def same_person(listed: str, named: str) -> bool:
    """Say whether two names may be of one person: one surname, and no title or first name that differs."""
    ours, theirs = _own_words(listed), _own_words(named)
    if not ours or not theirs or ours[-1] != theirs[-1] or {_is_man(listed), _is_man(named)} >= {True, False}:
        return False
    return len(ours) == 1 or len(theirs) == 1 or ours[0][0] == theirs[0][0]


def _own_words(name: str) -> list[str]:
    """Return the words of a name without titles and honours, in lower case: "Mr R W Gough, MBE" has three."""
    words = WORD.findall(name.replace("’", "'").removesuffix("'s"))
    return [word.casefold() for word in words if word not in STYLES]


def _is_man(name: str) -> bool | None:
    """Say whether a title is a man's or a woman's; None where it tells neither, as "Councillor"."""
    words = set(WORD.findall(name))
    return True if words & MEN else False if words & WOMEN else None


def _within(who: Attendee, passage: Passage) -> bool:
    return any(_in(who, span) for span in passage.spans)


def _in(who: Attendee, span: Span) -> bool:
    return span.page == who.span.page and span.start <= who.span.start and who.span.end <= span.end


def _words(library: Library, span: Span) -> str:
    return " ".join(library.page(span.paper, span.page).text[span.start : span.end].split())
