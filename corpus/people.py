"""Names in a list: people parted by commas, semicolons, "and" or rows, each with the post or office printed with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.names import HONOUR, TITLE, WORD
from corpus.phrases import COURTESIES, OFFICES, PLURAL_TITLES, POSTS, STYLED
from corpus.phrasing import spaced
from corpus.rows import folded

_ROUND = str.maketrans("[]", "()")  # "Councillor Brook [Chair]"
LONGEST_NOTE = 80  # letters of a post printed after a name: more is a sentence

_PLURALS = "|".join(sorted(PLURAL_TITLES, key=len, reverse=True))
_OFFICE = re.compile(rf"(?:the\s+)?(?:{'|'.join(sorted(OFFICES, key=len, reverse=True))})", re.IGNORECASE)
_POST = re.compile(rf"\b(?:{POSTS})\b", re.IGNORECASE)
_SEPARATOR = re.compile(
    rf"\s*[;,](?!\s*{HONOUR})\s*(?:and\s+|&\s+|(?:together\s+)?with\s+)?"
    r"|(?<=\x01)\s+(?=[A-Z])"
    rf"|\s+(?=Clerk\s+(?:{TITLE}|[A-Z]\b))"
    rf"|\s+and\s+(?=(?:the\s+(?:[a-z]+\s+){{0,4}})?{TITLE}|(?:{_PLURALS})\b|(?:the\s+)?[Cc]lerk[\s,]|{WORD}\s+[A-Z]|[A-Z]\.[A-Z])"
    rf"|(?<!\bMr)(?<!\bMrs)(?<!\bDr)\s+[&]\s+|\t+|(?<=[\w\x01])(?<!\bCllr)(?<!\bCllrs)\.\s+(?={TITLE}|(?:[A-Z]\w+\s+)?(?:{TITLE})|(?:[A-Z]\w+\s+)?Clerk\b|{WORD}(?:\s\w+)?:)"
)
_IN_PLURAL = re.compile(rf"{_SEPARATOR.pattern}|\s+(?:and|ac?)\s+(?=[A-Z])")  # "a" and "ac" are Welsh
_PLURAL = re.compile(rf"\b(?:{_PLURALS})\b\.?:?\s+[A-Z]")
_LED = re.compile(rf"(?:and\s+)?(?:the\s+)?(?P<title>{_PLURALS})\b\.?:?\s+(?=[A-Z])")
_CLERK = re.compile(r"(?:[Tt]he\s+)?(?P<post>(?:Town |Parish |Deputy |Assistant |Locum )?[Cc]lerk|RFO)\s+(?=[A-Z])")
_PRESIDES = re.compile(r"chair|mayor|leader|conven|provost", re.IGNORECASE)
_SERVANT = re.compile(r"the\s+(?:\w+\s+)?(?:clerk|officers?)\b", re.IGNORECASE)
_COUNCILLOR = re.compile(r"(?:(?:County|District|Borough|City)\s+)?(?:Councillor|Cllr)\b")
_PLACE = re.compile(r".*\b(?:Hall|House|Centre|Chamber|Room|Offices?|Street|Road|School|Library)\Z")
_STYLED = re.compile(rf"\s*(?:{spaced(STYLED)})\s+", re.IGNORECASE)
_POSTED = re.compile(rf"(?P<post>[A-Z][\w &,/-]{{2,60}}?)\s*(?::|\s[-–—])\s*(?P<name>(?:{TITLE}\s*)?{WORD}.*)")
_BRACKETED = re.compile(r"(?P<post>(?:The\s+)?[A-Z][\w &,/-]{2,60}?)\s*\((?P<name>[^()]+)\)(?P<more>\s*\([^()]+\))?")
_PREFIXED = re.compile(
    rf"(?!{TITLE})(?P<post>(?:the\s+)?\w[\w &/-]{{2,60}}?)\s+(?P<name>(?!Mayor\b){TITLE}\s+{WORD}.*)"
)
_BEFORE_INITIAL = re.compile(
    rf"(?!{TITLE})(?P<post>[A-Z][\w &/-]{{2,60}}?)\s+(?P<name>[A-Z]\.?\s+[A-Z][\w'’-]+)"
)  # "Chief Fire Officer K Vince"
_OF_COUNCIL = re.compile(
    rf"(?P<name>{WORD}\s+{WORD})\s+(?P<post>{WORD}\s+(?:District|County|City|Borough|Town|Parish)\s+Council)"
)
_BEFORE_NOTE = re.compile(r"\s*\(|\s[-–—]\s|\s+in\s+the\s+chair\b", re.IGNORECASE)
_NAMING = re.compile(rf"\b{TITLE}\s+[A-Z]|^Clerk\s+[A-Z]")
_NOTE = re.compile(
    r"\s*(?:\((?P<round>[^()]*(?:\([^()]*\)[^()]*)*)\)|\s[-–—]\s?(?P<dash>.+)|\s[-–—](?P<tight>\S.+))\s*$"
)
_CHAIRED = re.compile(r",?\s+\(?(?P<said>in\s+the\s+chair|presided|presiding)\)?\W*$", re.IGNORECASE)
_AFTER_DASH = re.compile(r"\s[–—-]\s[^,;\t()]+")
_NAME = re.compile(rf"(?:{TITLE}\s*)*{WORD}(?:\s+(?:{WORD}|de|van|von|der|la|le|du))*(?:,?\s+{HONOUR})*\Z")
_TITLE = re.compile(rf"(?:the\s+)?{TITLE}", re.IGNORECASE)
_TOLD_OF = re.compile(r"(?<=[\w’')])\s+(?!(?:de|van|von|der|la|le|du|ap|ab|ni|y)\s)[a-z].*$", re.DOTALL)
_ALSO = re.compile(r"^(?:also|plus):?\s+", re.IGNORECASE)
_FOR = re.compile(rf"\s+(?=for\s+(?:{TITLE}\s*)?[A-Z])")  # "Councillor Bates for D. Cox": a substitute
_INITIALLED = re.compile(r"(?:[A-Z]\.){1,3}[A-Z][\w'’-]+")  # "K.O'Dell", no space between
_CHAIR_FIRST = re.compile(r"in\s+the\s+chair:?\s+(?=[A-Z])", re.IGNORECASE)
_INITIAL = re.compile(r"(?:[A-Z]\.?\s?){1,4}\s*[A-Z][\w'’-]+")
_TWO = re.compile(
    rf"\s*(?P<first>{TITLE}\s+{WORD}(?:\s+(?!{TITLE}){WORD})?|(?:Clerk\s+)?[A-Z]\.?\s+(?!{TITLE})[A-Z][\w'’-]+)\s+(?P<second>{TITLE}\s+{WORD})"
)
_NAME_POST = re.compile(rf"\s*(?P<name>[^,;()]+),\s*(?!{HONOUR})(?P<post>[^;()]+?)\s*(?:\((?P<more>[^()]+)\)\s*)?")
_SURNAME_FIRST = re.compile(
    rf"\s*(?P<last>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?),\s*"
    rf"(?P<first>(?:{TITLE}\s*)?(?:(?:[A-Z]\.?\s?){{1,3}}|[A-Z][a-z]+))(?:\s*\((?P<note>[^()]+)\))?\s*\.?"
)  # "Birch, A (Chair)", "Dean, Cllr C"
_UNNAMED = re.compile(
    r"\s*\b(?:and|plus|&)?\s*(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|no)\s+(?:other\s+)?"
    r"(?:(?:members?|representatives?)\s+of\s+the\s+(?:public|press)|members?|electors?|parishioners?|residents?|guests?"
    r"|public|officers?|visitors?|others?)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a list, and where in its text.

    Example: ``Person("Councillor Ames", "Chair", 9, 29)``.
    """

    name: str  # as printed, title included; the singular of a title printed for several
    note: str | None  # the office or post printed with the name
    start: int
    end: int


def people(text: str, start: int, end: int, alone: bool = False, title: str = "") -> list[Person]:
    """Return the people named between two places.

    ``alone``: one person, a post after the comma; ``title``: that of all of them, which their label printed.
    """
    text = text.translate(_ROUND)
    styled = _STYLED.match(text, start, end)
    start = styled.end() if styled is not None else start
    posted = _NAME_POST.fullmatch(text, start, end) if alone else None
    if posted is not None and _POST.search(posted["post"]) and not _NAMING.search(posted["post"]):
        name, note = folded(posted["name"]), folded(posted["post"]).strip(" .;")
        own = not _CLERK.match(name) and not _OF_COUNCIL.fullmatch(note) and len(note) < LONGEST_NOTE
        if own and _reads_as_person(name):
            name = name if _TITLE.match(name) else f"{title} {name}".strip()
            return [Person(name, _both(note, posted["more"]), posted.start("name"), end)]
    if turned := _surnames_first(text, start, end):
        return turned
    found: list[Person] = []
    office: str | None = None
    servant = False  # an office that no councillor holds
    for low, high in parted(text, start, end):
        piece = _UNNAMED.sub("", text[low:high]).strip(" .,;:*\t")
        piece = _ALSO.sub("", piece)
        words = re.sub(r"\s+(?:and|&)$", "", folded(piece))
        if not words:
            continue
        if not found and words in PLURAL_TITLES:  # "Councillors, Mr Owen (Chair), …"
            title = PLURAL_TITLES[words]
            continue
        led = _LED.match(piece)
        if led is not None:
            while led is not None:  # "Members: Councillors I Anders, J Bain"
                title, piece = PLURAL_TITLES[led["title"]], piece[led.end() :]
                led = _LED.match(piece)
        elif (own_title := _TITLE.match(piece)) is not None and (
            own_title.group().strip(". ") not in COURTESIES or _BEFORE_NOTE.search(piece)
        ):
            title = ""  # but "Councillors Pask, Mrs Rudge and Savory" are all councillors
        first = _CHAIR_FIRST.match(piece)  # "In the Chair A.Vigors"
        piece = f"{piece[first.end() :]} in the Chair" if first is not None else piece
        chaired = _CHAIRED.search(piece) if piece.count("(") == piece.count(")") else None
        if chaired is not None and piece[: chaired.start()].count("(") != piece[: chaired.start()].count(")"):
            chaired = None
        piece = piece[: chaired.start()] if chaired is not None else piece
        bare = _BEFORE_NOTE.split(words, maxsplit=1)[0]
        person = None if _is_post(bare) and _swapped(piece) is None else _person(piece, title, low, high, text)
        if person is not None and chaired is not None:
            person = replace(person, note=_both(person.note, folded(chaired["said"])))
        if person is not None:
            named = office if not servant or _COUNCILLOR.match(person.name) is None else None
            found.append(replace(person, note=_both(named, person.note)))
            office, servant = None, False
        elif found and _is_post(words):
            if _SERVANT.match(words) and (title == "Councillor" or _COUNCILLOR.match(found[-1].name)):
                office, servant = re.sub(r"^[Tt]he\s+", "", words), True
                continue  # "County Cllr Ead, the Clerk": somebody else, who is not named, or only then
            _noted(found, words)
            title = title if _PRESIDES.search(words) else ""  # "Cllrs Bird (AB) Chairman, Dean": a councillor too
        elif found and alone and not title and _NAMING.search(words) is None:
            if len(words) < LONGEST_NOTE and not re.search(r"[.?!]\s", words):
                found[-1] = replace(found[-1], note=_both(found[-1].note, words.strip("()")))
        elif _OFFICE.fullmatch(words):
            office = words.removeprefix("The ").removeprefix("the ")
    return found


def _surnames_first(text: str, start: int, end: int) -> list[Person]:
    """Return the people of a list of surnames, each before its first name: "Birch, A (Chair); Cole, B"."""
    found: list[Person] = []
    at = start
    for part in text[start:end].split(";"):
        match = _SURNAME_FIRST.fullmatch(text, at, at + len(part))
        if match is None or _POST.search(match["first"]) or _OFFICE.fullmatch(match["first"].strip()):
            return []
        name = folded(f"{match['first']} {match['last']}")
        found.append(Person(name, match["note"], match.start("last"), match.end()))
        at += len(part) + 1
    return found if len(found) > 1 else []


def parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return the stretches between commas, semicolons and "and", brackets kept whole."""
    whole = _unbracketed(text)
    at = start
    separator = _IN_PLURAL if _PLURAL.search(whole, start, end) else _SEPARATOR
    for match in separator.finditer(whole, start, end):
        if match.start() >= at:
            yield from _side_by_side(whole, at, match.start())
            at = match.end()
    yield from _side_by_side(whole, at, end)


def _side_by_side(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Return a stretch, parted where a second name with a title follows a first: "Councillor Frayne Councillor Hay"."""
    at = start
    while (two := _TWO.match(text, at, end)) is not None:
        yield at, two.end("first")
        at = two.start("second")
    yield at, end


def names_in(text: str) -> tuple[str, ...]:
    """Return the names of a list such as that of those who voted for a motion."""
    found: list[str] = []
    title = ""
    for start, end in parted(text, 0, len(text)):
        name = folded(re.sub(r"\(\s*\d*\s*\)|\s[–—-]\s*\d{1,3}\W*$", "", text[start:end])).strip(" .,;:")
        led = _LED.match(name)
        if led is not None:
            title, name = PLURAL_TITLES[led["title"]], name[led.end() :]
        elif _TITLE.match(name):
            title = ""
        office = name.startswith("the ") and _OFFICE.fullmatch(name)
        if (name[:1].isupper() or office) and len(name) < 60 and any(letter.islower() for letter in name):
            found.append(name if office else f"{title} {name}".strip())
    return tuple(found)


def _person(piece: str, title: str, low: int, high: int, text: str) -> Person | None:
    """Return the person that a piece names, None where it names nobody."""
    note: str | None
    swapped = _swapped(piece)
    if swapped is not None:
        post, named = swapped
        noted = _NOTE.search(named)
        name, title = (named[: noted.start()] if noted else named).strip(" .,;:"), ""
        name = name if "(" in name else _TOLD_OF.sub("", name)
        note = _both(next((folded(said) for said in noted.groups() if said), None) if noted else None, post)
    else:
        name, note = piece, None
        while (noted := _NOTE.search(name)) is not None:  # "(Leader of the Council) (Chair)"
            said = next((folded(words) for words in noted.groups() if words), None)
            note = _both(said if said is None or len(said) < LONGEST_NOTE else None, note)
            name = name[: noted.start()]
        instead = _FOR.search(name)
        if instead is not None:
            name, note = name[: instead.start()], _both(folded(name[instead.end() :]), note)
        name = folded(name).strip(" .,;:")
        name = name if "(" in name or _CLERK.match(name) else _TOLD_OF.sub("", name)
    clerk = _CLERK.match(name)
    if clerk is not None:
        name, note, title = _TOLD_OF.sub("", name[clerk.end() :]), note or folded(clerk["post"]), ""
    name = re.sub(r"\s+(?:and|&)$", "", name)
    if not name:
        return None
    bare = name
    if bare.lower() in {"none", "nil"}:
        return None
    name = f"{title} {name}" if title and not _TITLE.match(name) else name
    if not _reads_as_person(name):
        return None
    at = text.find(bare.split()[0], low)
    return Person(name, note, max(low, at), high)


def _swapped(piece: str) -> tuple[str, str] | None:
    """Return the post and the name where the post stands first: "Town Clerk – Ms Fairley", "Clerk (M Gray)"."""
    for form in (_BRACKETED, _POSTED, _PREFIXED, _BEFORE_INITIAL):
        match = form.fullmatch(piece)
        if match is None:
            continue
        post, name = re.sub(r"^[Tt]he\s", "", folded(match["post"])), folded(match["name"]).strip(" .,;:")
        name += (match.groupdict().get("more") or "").rstrip()  # "the Mayor (Councillor Rea) (Chairperson)"
        if _is_post(post) and _reads_as_person(_BEFORE_NOTE.split(name, maxsplit=1)[0]):
            return post, name
    of_council = _OF_COUNCIL.fullmatch(piece)
    return (folded(of_council["post"]), folded(of_council["name"])) if of_council is not None else None


def _both(one: str | None, two: str | None) -> str | None:
    return ", ".join(filter(None, (one, two))) or None


def _is_post(words: str) -> bool:
    """Say whether words name an office or a post, and no person: "Head of Planning", "Vice-Chairman"."""
    if _OFFICE.fullmatch(words):
        return True
    named = _TITLE.match(words) or _INITIAL.match(words) or _NAMING.search(words) or "(" in words
    return _POST.search(words) is not None and not named


def _reads_as_person(name: str) -> bool:
    """Say whether a piece of a list reads as a person's name."""
    if not name or len(name) > 70 or name.lower() in {"none", "nil", "all"}:
        return False
    titled = _TITLE.match(name)
    if titled is not None:
        return bool(name[titled.end() :].strip(" ."))
    if _INITIALLED.fullmatch(name):
        return True
    return _NAME.match(name) is not None and _PLACE.match(name) is None and len(name.split()) > 1 and not _is_post(name)


def _noted(found: list[Person], office: str) -> None:
    """Put an office on the name before it, or on all names before it where it is in the plural."""
    plural = office.lower().endswith("s") and _OFFICE.fullmatch(office) is not None
    for index in range(len(found) - 1, -1, -1):
        if found[index].note is not None:
            if not plural and index == len(found) - 1:  # "Mrs Pryor (LP) Chairman"
                found[index] = replace(found[index], note=_both(found[index].note, office))
            break
        found[index] = replace(found[index], note=office.rstrip("s") if plural else office)
        if not plural:
            break


def _unbracketed(text: str) -> str:
    """Return the text with what stands in brackets, or between a dash and a comma, blanked, its length kept."""
    text = _AFTER_DASH.sub(lambda match: match.group()[:3] + "x" * (len(match.group()) - 3), text)
    result, depth = [], 0
    for letter in text:
        depth += letter == "("
        result.append("\x01" if letter == ")" and depth == 1 else "x" if depth else letter)
        depth -= letter == ")" and depth > 0
    return "".join(result)
