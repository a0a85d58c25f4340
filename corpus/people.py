"""Names in a list: people parted by commas, semicolons, "and" or rows, each with the post or office printed with it."""

import re
from dataclasses import dataclass, replace

from corpus.names import HONOUR, PLURALS, POST, TITLE
from corpus.parted_names import parted
from corpus.person import (
    A_TITLE,
    CLERK,
    EDGES,
    LAST_AND,
    LONGEST_NOTE,
    NAMING,
    OF_COUNCIL,
    OFFICE,
    THE,
    Person,
    before_note,
    both,
    has_note,
    is_post,
    person_in,
    reads_as_person,
    swapped_in,
)
from corpus.phrases import COURTESIES, PLURAL_TITLES, STYLED
from corpus.phrasing import spaced
from corpus.rows import folded

LONGEST_VOTER = 60  # letters of a name in a list of votes: more is a sentence

_ROUND = str.maketrans("[]", "()")  # "Councillor Brook [Chair]"
_LED = re.compile(rf"(?:and\s+)?(?:the\s+)?(?P<title>{PLURALS})\b\.?:?\s+(?=[A-Z])")
_PRESIDES = re.compile(r"chair|mayor|leader|conven|provost", re.IGNORECASE)
_SERVANT = re.compile(r"the\s+(?:\w+\s+)?(?:clerk|officers?)\b", re.IGNORECASE)
_COUNCILLOR = re.compile(r"(?:(?:County|District|Borough|City)\s+)?(?:Councillor|Cllr)\b")
_STYLED = re.compile(rf"\s*(?:{spaced(STYLED)})\s+", re.IGNORECASE)
_CHAIRED = re.compile(r",?\s+\(?(?P<said>in\s+the\s+chair|presided|presiding)\)?\W*$", re.IGNORECASE)
_ALSO = re.compile(r"^(?:also|plus):?\s+", re.IGNORECASE)
_CHAIR_FIRST = re.compile(r"in\s+the\s+chair:?\s+(?=[A-Z])", re.IGNORECASE)
_NAME_POST = re.compile(rf"\s*(?P<name>[^,;()]+),\s*(?!{HONOUR})(?P<post>[^;()]+?)\s*(?:\((?P<more>[^()]+)\)\s*)?")
_SURNAME_FIRST = re.compile(
    rf"\s*(?P<last>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?),\s*"
    rf"(?P<first>(?:{TITLE}\s*)?(?:(?:[A-Z]\.?\s?){{1,3}}|[A-Z][a-z]+))(?:\s*\((?P<note>[^()]+)\))?\s*\.?"
)  # "Birch, A (Chair)", "Dean, Cllr C"
_UNNAMED = re.compile(
    r"\s*\b(?:and|plus|&)?\s*"
    r"(?:(?<!section )(?<!\bs\. )(?<!\bs )(?<!\bs\.)\d+"  # but "Section 151 Officer"
    r"|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|no)\s+(?:other\s+)?"
    r"(?:(?:members?|representatives?)\s+of\s+the\s+(?:public|press)|members?|electors?|parishioners?|residents?|guests?"
    r"|public|officers?|visitors?|others?)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
_COUNTED = re.compile(r"\(\s*\d*\s*\)|\s[–—-]\s*\d{1,3}\W*$")  # behind the names: "(9)", "– 9"
_SENTENCES = re.compile(r"[.?!]\s")


@dataclass(frozen=True, slots=True)
class _List:
    """A list of names, as far as it is read."""

    alone: bool  # of one person, whose posts stand behind commas
    title: str  # of those who follow, printed once for all of them
    found: tuple[Person, ...] = ()
    office: str | None = None  # printed before whoever holds it
    servant: bool = False  # no councillor holds it


def people(text: str, start: int, end: int, alone: bool = False, title: str = "") -> list[Person]:
    """Return the people named between two places.

    ``alone``: one person, a post after the comma; ``title``: that of all of them, which their label printed.
    """
    text = text.translate(_ROUND)
    styled = _STYLED.match(text, start, end)
    start = styled.end() if styled is not None else start
    only = _only_one(text, start, end, title) if alone else None
    if only is not None:
        return [only]
    turned = _surnames_first(text, start, end)
    if turned:
        return turned
    found = _List(alone, title)
    for low, high in parted(text, start, end):
        found = _longer(found, text, low, high)
    return list(found.found)


def _only_one(text: str, start: int, end: int, title: str) -> Person | None:
    """Return the person of a list of one, with the whole of what stands behind the comma as the post."""
    posted = _NAME_POST.fullmatch(text, start, end)
    if posted is None or not POST.search(posted["post"]) or NAMING.search(posted["post"]):
        return None
    name, note = folded(posted["name"]), folded(posted["post"]).strip(" .;")
    if CLERK.match(name) or OF_COUNCIL.fullmatch(note) or len(note) >= LONGEST_NOTE or not reads_as_person(name):
        return None
    name = name if A_TITLE.match(name) else f"{title} {name}".strip()
    return Person(name, both(note, posted["more"]), posted.start("name"), end)


def _surnames_first(text: str, start: int, end: int) -> list[Person]:
    """Return the people of a list of surnames, each before its first name: "Birch, A (Chair); Cole, B"."""
    found: list[Person] = []
    at = start
    for part in text[start:end].split(";"):
        match = _SURNAME_FIRST.fullmatch(text, at, at + len(part))
        if match is None or POST.search(match["first"]) or OFFICE.fullmatch(match["first"].strip()):
            return []
        name = folded(f"{match['first']} {match['last']}")
        found.append(Person(name, match["note"], match.start("last"), match.end()))
        at += len(part) + 1
    return found if len(found) > 1 else []


def _longer(found: _List, text: str, low: int, high: int) -> _List:
    """Return a list with what the piece between two places adds to it."""
    piece = _ALSO.sub("", _UNNAMED.sub("", text[low:high]).strip(" .,;:*\t"))
    words = LAST_AND.sub("", folded(piece))
    if not words:
        return found
    if not found.found and words in PLURAL_TITLES:  # "Councillors, Mr Owen (Chair), …"
        return replace(found, title=PLURAL_TITLES[words])
    title, piece = _titled(piece, found.title)
    found = replace(found, title=title)
    piece, chaired = _without_chair(piece)
    post_alone = is_post(before_note(words)) and swapped_in(piece) is None
    person = None if post_alone else person_in(piece, title, text, low, high)
    return _with_person(found, person, chaired) if person is not None else _with_words(found, words)


def _titled(piece: str, title: str) -> tuple[str, str]:
    """Return the title of several people that holds for a piece, and the piece without it."""
    led = _LED.match(piece)
    if led is None:
        own = A_TITLE.match(piece)
        keeps = own is None or (own.group().strip(". ") in COURTESIES and not has_note(piece))
        return title if keeps else "", piece  # "Councillors Pask, Mrs Rudge and Savory" are all councillors
    while led is not None:  # "Members: Councillors I Anders, J Bain"
        title, piece = PLURAL_TITLES[led["title"]], piece[led.end() :]
        led = _LED.match(piece)
    return title, piece


def _without_chair(piece: str) -> tuple[str, str | None]:
    """Return a piece without the words that say of somebody that they were in the chair, and those words."""
    first = _CHAIR_FIRST.match(piece)  # "In the Chair A.Vigors"
    piece = f"{piece[first.end() :]} in the Chair" if first is not None else piece
    chaired = _CHAIRED.search(piece)
    if chaired is None or not (_closed(piece) and _closed(piece[: chaired.start()])):
        return piece, None
    return piece[: chaired.start()], folded(chaired["said"])


def _closed(piece: str) -> bool:
    """Say whether every bracket of a piece is closed within it."""
    return piece.count("(") == piece.count(")")


def _with_person(found: _List, person: Person, chaired: str | None) -> _List:
    """Return a list with one person more, who holds the office printed before the name."""
    held = not found.servant or _COUNCILLOR.match(person.name) is None
    note = both(found.office if held else None, both(person.note, chaired))
    return replace(found, found=(*found.found, replace(person, note=note)), office=None, servant=False)


def _with_words(found: _List, words: str) -> _List:
    """Return a list with what words add to it that name nobody: a post of whoever stands before or behind them."""
    if found.found and is_post(words):
        return _with_post(found, words)
    if found.found and found.alone and not found.title and NAMING.search(words) is None:
        said = len(words) < LONGEST_NOTE and not _SENTENCES.search(words)
        return replace(found, found=_noted(found.found, _unbracketed(words))) if said else found
    if OFFICE.fullmatch(words):
        return replace(found, office=words.removeprefix("The ").removeprefix("the "))
    return found


def _unbracketed(words: str) -> str:
    """Return words without the brackets around all of them: "(Chair)", and not those within: "Leader (Chair)"."""
    bare = words.removeprefix("(")
    return bare[:-1] if bare.endswith(")") and not _closed(bare) else bare


def _with_post(found: _List, words: str) -> _List:
    """Return a list with a post behind a name: of whoever bears the name, or of somebody whom nothing names."""
    councillor = found.title == "Councillor" or _COUNCILLOR.match(found.found[-1].name) is not None
    if councillor and _SERVANT.match(words):  # "County Cllr Ead, the Clerk": somebody else, named next or not at all
        return replace(found, office=THE.sub("", words), servant=True)
    title = found.title if _PRESIDES.search(words) else ""  # "Cllrs Bird (AB) Chairman, Dean": a councillor too
    return replace(found, found=_holding(found.found, words), title=title)


def _holding(found: tuple[Person, ...], office: str) -> tuple[Person, ...]:
    """Return people, the last with an office, or all that have none before it where it is in the plural."""
    if not (office.lower().endswith("s") and OFFICE.fullmatch(office)):
        return _noted(found, office)  # "Mrs Pryor (LP) Chairman"
    noted = max((place for place, one in enumerate(found, 1) if one.note is not None), default=0)
    return (*found[:noted], *(replace(one, note=office.rstrip("s")) for one in found[noted:]))


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a list such as that of those who voted for a motion."""
    found: list[str] = []
    title = ""
    for start, end in parted(text, 0, len(text)):
        name = folded(_COUNTED.sub("", text[start:end])).strip(EDGES)
        led = _LED.match(name)
        if led is not None:
            title, name = PLURAL_TITLES[led["title"]], name[led.end() :]
        own = A_TITLE.match(name) if led is None else None
        if own is not None and own.group().strip(". ") not in COURTESIES:
            title = ""
        office = name.startswith("the ") and OFFICE.fullmatch(name)
        if (name[:1].isupper() or office) and len(name) < LONGEST_VOTER and any(letter.islower() for letter in name):
            found.append(name if office or own is not None else f"{title} {name}".strip())
    return tuple(found)


def _noted(found: tuple[Person, ...], note: str) -> tuple[Person, ...]:
    """Return people, the last with one note more."""
    return (*found[:-1], replace(found[-1], note=both(found[-1].note, note)))
