"""One person of a list: the name as printed, and the post or the office printed before or after it."""

import re
from dataclasses import dataclass

from corpus.names import HONOUR, INITIALS, POST, TITLE, WORD
from corpus.phrases import OFFICES
from corpus.rows import folded

LONGEST_NOTE = 80  # letters of a post printed after a name: more is a sentence
LONGEST_NAME = 70  # letters of a name with its titles and honours: more is a sentence
_NOBODY = frozenset({"none", "nil"})  # printed where a list has no names
EDGES = " .,;:"  # what stands around a name and is no part of it

OFFICE = re.compile(rf"(?:the\s+)?(?:{'|'.join(sorted(OFFICES, key=len, reverse=True))})", re.IGNORECASE)
A_TITLE = re.compile(rf"(?:the\s+)?{TITLE}", re.IGNORECASE)
CLERK = re.compile(r"(?:[Tt]he\s+)?(?P<post>(?:Town |Parish |Deputy |Assistant |Locum )?[Cc]lerk|RFO)\s+(?=[A-Z])")
OF_COUNCIL = re.compile(
    rf"(?P<name>{WORD}\s+{WORD})\s+(?P<post>{WORD}\s+(?:District|County|City|Borough|Town|Parish)\s+Council)"
)
NAMING = re.compile(rf"\b{TITLE}\s+[A-Z]|^Clerk\s+[A-Z]")
LAST_AND = re.compile(r"\s+(?:and|&)$")  # before the next of the list
THE = re.compile(r"^[Tt]he\s")
_BEFORE_NOTE = re.compile(r"\s*\(|\s[-–—]\s|\s+in\s+the\s+chair\b", re.IGNORECASE)
_PLACE = re.compile(r".*\b(?:Hall|House|Centre|Chamber|Room|Offices?|Street|Road|School|Library)\Z")
_POSTED = re.compile(rf"(?P<post>[A-Z][\w &,/-]{{2,60}}?)\s*(?::|\s[-–—])\s*(?P<name>(?:{TITLE}\s*)?{WORD}.*)")
_BRACKETED = re.compile(r"(?P<post>(?:The\s+)?[A-Z][\w &,/-]{2,60}?)\s*\((?P<name>[^()]+)\)(?P<more>\s*\([^()]+\))?")
_PREFIXED = re.compile(
    rf"(?!{TITLE})(?P<post>(?:the\s+)?\w[\w &/-]{{2,60}}?)\s+(?P<name>(?!Mayor\b){TITLE}\s+{WORD}.*)"
)
_BEFORE_INITIAL = re.compile(
    rf"(?!{TITLE})(?P<post>[A-Z][\w &/-]{{2,60}}?)\s+(?P<name>[A-Z]\.?\s+[A-Z][\w'’-]+)"
)  # "Chief Fire Officer K Vince"
_NOTE = re.compile(
    r"\s*(?:\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)|\s[-–—]\s?(?P<dash>.+)|\s[-–—](?P<tight>\S.+))\s*$"
)
_NAME = re.compile(rf"(?:{TITLE}\s*)*{WORD}(?:\s+(?:{WORD}|de|van|von|der|la|le|du))*(?:,?\s+{HONOUR})*\Z")
_TOLD_OF = re.compile(r"(?<=[\w’')])\s+(?!(?:de|van|von|der|la|le|du|ap|ab|ni|y)\s)[a-z].*$", re.DOTALL)
_FOR = re.compile(rf"\s+(?=for\s+(?:{TITLE}\s*)?[A-Z])")  # "Councillor Bates for D. Cox": a substitute
_INITIALLED = re.compile(r"(?:[A-Z]\.){1,3}[A-Z][\w'’-]+")  # "K.O'Dell", no space between
_INITIAL = re.compile(INITIALS)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a list, and where in its text.

    Example: ``Person("Councillor Ames", "Chair", 9, 29)``.
    """

    name: str  # as printed, title included; the singular of a title printed for several
    note: str | None  # the office or post printed with the name
    start: int
    end: int


def person_in(piece: str, title: str, text: str, low: int, high: int) -> Person | None:
    """Return the person that a piece of a list names, None where it names nobody; ``title`` is printed for several."""
    swapped = _after_post(piece)
    if swapped is not None:
        (name, note), title = swapped, ""
    else:
        name, note = _before_post(piece)
    clerk = CLERK.match(name)
    if clerk is not None:
        name, note, title = _TOLD_OF.sub("", name[clerk.end() :]), note or folded(clerk["post"]), ""
    bare = LAST_AND.sub("", name)
    if not bare or bare.lower() in _NOBODY:
        return None
    name = bare if not title or A_TITLE.match(bare) else f"{title} {bare}"
    at = text.find(bare.split()[0], low)
    return Person(name, note, max(low, at), high) if reads_as_person(name) else None


def _after_post(piece: str) -> tuple[str, str | None] | None:
    """Return the name and the post of a piece in which the post stands first, None for any other piece."""
    swapped = swapped_in(piece)
    if swapped is None:
        return None
    post, named = swapped
    noted = _NOTE.search(named)
    name = (named[: noted.start()] if noted else named).strip(EDGES)
    return _without_telling(name), both(_said(noted) if noted else None, post)


def _before_post(piece: str) -> tuple[str, str | None]:
    """Return the name and the posts of a piece in which the name stands first: "J Dunn (Leader) (Chair)"."""
    name, note = piece, None
    while (noted := _NOTE.search(name)) is not None:
        said = _said(noted)
        note = both(said if said is None or len(said) < LONGEST_NOTE else None, note)
        name = name[: noted.start()]
    instead = _FOR.search(name)
    if instead is not None:
        name, note = name[: instead.start()], both(folded(name[instead.end() :]), note)
    name = folded(name).strip(EDGES)
    return name if CLERK.match(name) else _without_telling(name), note


def _said(noted: re.Match[str]) -> str | None:
    """Return what a note in brackets or behind a dash says."""
    return next((folded(words) for words in noted.groups() if words), None)


def _without_telling(name: str) -> str:
    """Return a name without what is told of whoever bears it: "Mr Hay left at 8 pm"."""
    return name if "(" in name else _TOLD_OF.sub("", name)


def has_note(piece: str) -> bool:
    """Say whether a piece has a note in brackets or behind a dash."""
    return _BEFORE_NOTE.search(piece) is not None


def before_note(words: str) -> str:
    """Return what stands before a note in brackets or behind a dash."""
    return _BEFORE_NOTE.split(words, maxsplit=1)[0]


def swapped_in(piece: str) -> tuple[str, str] | None:
    """Return the post and the name where the post stands first: "Town Clerk – Ms Fairley", "Clerk (M Gray)"."""
    for form in (_BRACKETED, _POSTED, _PREFIXED, _BEFORE_INITIAL):
        match = form.fullmatch(piece)
        if match is None:
            continue
        post, name = THE.sub("", folded(match["post"])), folded(match["name"]).strip(EDGES)
        name += (match.groupdict().get("more") or "").rstrip()  # "the Mayor (Councillor Rea) (Chairperson)"
        if is_post(post) and reads_as_person(before_note(name)):
            return post, name
    of_council = OF_COUNCIL.fullmatch(piece)
    return (folded(of_council["post"]), folded(of_council["name"])) if of_council is not None else None


def both(one: str | None, two: str | None) -> str | None:
    """Return two notes as one."""
    return ", ".join(filter(None, (one, two))) or None


def is_post(words: str) -> bool:
    """Say whether words name an office or a post, and no person: "Head of Planning", "Vice-Chairman"."""
    if OFFICE.fullmatch(words):
        return True
    named = A_TITLE.match(words) or _INITIAL.match(words) or NAMING.search(words) or "(" in words
    return POST.search(words) is not None and not named


def reads_as_person(name: str) -> bool:
    """Say whether a piece of a list reads as a person's name."""
    if not name or len(name) > LONGEST_NAME or name.lower() in {*_NOBODY, "all"}:
        return False
    titled = A_TITLE.match(name)
    if titled is not None:
        return bool(name[titled.end() :].strip(" ."))
    if _INITIALLED.fullmatch(name):
        return True
    return _NAME.match(name) is not None and _PLACE.match(name) is None and len(name.split()) > 1 and not is_post(name)
