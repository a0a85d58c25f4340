"""Names of councils and of their bodies: found in text, and brought to one readable form."""

import re
from collections.abc import Sequence

from corpus.phrases import (
    DECIDES_ALONE,
    KEPT,
    MEETING_SORTS,
    NO_COUNCIL_OF,
    NOT_PLACES,
    SORT_OF_MEETING,
    WELSH_BODIES,
)
from corpus.phrasing import opening, pattern, says
from corpus.types import Meeting

SMALL = frozenset(
    {"a", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "upon", "with", "cum", "le"}
)
BEFORE = 60  # letters before "County Council" within which the name of its place stands

_TYPES = (
    r"(?:Metropolitan\s+|County\s+)?Borough|Metropolitan\s+District|County|City|District|Parish|Town|Community|Village"
    r"|Unitary|Shire|Island|Islands"
)
SMALL_COUNCILS = frozenset({"Parish", "Town", "Community", "PARISH", "TOWN", "COMMUNITY"})
_SMALL = re.compile(rf"\b(?:{'|'.join(sorted(SMALL_COUNCILS))})\s+Council\b")
PARTS_OF = frozenset(
    {"isle", "isles", "vale", "forest", "city", "borough", "county", "district", "royal", "bridge", "house"}
)
"""What a place may be "of": "Isle of Wight", "Vale of White Horse", "Bridge of Allan"."""
_TYPE = re.compile(_TYPES, re.IGNORECASE)
_COUNCIL = re.compile(rf"\b(?P<type>{_TYPES})\s+Council\b", re.IGNORECASE)
_BARE = re.compile(r"\bcouncil\b(?!['’]s)", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:(?:Royal|ROYAL|London|LONDON|Metropolitan|METROPOLITAN)\s+)*(?:Borough|BOROUGH|City|CITY|County|COUNTY)\s+(?:of|OF)"
    r"(?P<place>(?:\s+(?:and|AND|upon|UPON|&|the|THE|[A-Z][\w'’-]+))+)"
)
_AUTHORITIES = (
    r"(?i:combined\s+(?:county\s+)?authority|fire\s+(?:(?:and|&)\s+rescue\s+)?authority|unitary\s+authority"
    r"|national\s+park\s+authority)"
)
_AUTHORITY = re.compile(rf"\b(?:[A-Z][\w'’-]+\s+(?:(?:and|AND|&)\s+)?){{1,4}}{_AUTHORITIES}\b")
_WELSH = re.compile(
    r"\b(?:Cyngor|CYNGOR)(?:\s+(?i:sir|cymuned|tref|dinas|bro|bwrdeistref\s+sirol))?"
    r"(?:\s+(?!(?i:community|town|county|council)\b)[A-Z][\w'’-]+){1,3}"
)
BODY_WORD = re.compile(
    r"\b(?:council|committee|sub-committee|cabinet|commission|panel|board|executive|forum|authority|assembly"
    r"|parish meeting|review body|working (?:group|party)|task (?:group|force)|partnership|trust|sacre"
    r"|pwyllgor|bwrdd|fforwm|cyngor)\b",
    re.IGNORECASE,
)
BODY = rf"(?:(?-i:(?=[A-Z]))(?:[\w&’'/()-]+,?\s+){{0,11}}?(?:[\w’'-]+-)?{BODY_WORD.pattern}(?:\s+(?-i:[A-Z])\b)?)"
"""What a line says of a meeting and nothing more: "Standards and Audit Committee", "Cabinet"."""
_REST = re.compile(r"(?:sub-)?(?:committee|commission|panel|board|forum)(?:\s*[–—,:-]\s*.{0,60})?", re.IGNORECASE)
_BEGUN = re.compile(r"^(?:[A-Z&][\w&’',-]*\s+(?:(?:and|of|for|the)\s+)?){0,7}(?:[A-Z&][\w&’'-]*|and|of|for|the),?$")
_END = re.compile(rf"{BODY_WORD.pattern}$|\b(?:minutes|agenda|report|appendix)\b", re.IGNORECASE)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|shall|may|must|which|who|that|this|our|their|by|at|from)\b|[.;?!]\s"
)
_LEAD = re.compile(rf"^(?:(?:{'|'.join(MEETING_SORTS)})\s+)+", re.IGNORECASE)
_BEHIND = re.compile(  # what a line goes on with: the day, the number of the paper
    r"(?:[\s,–—-]+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|[A-Za-z]{1,4}/\d{1,3}))+$", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*\((?P<words>[^()]+)\)")
_BESIDE = re.compile(r"\s*[/|•·]\s*|\s+[–—-]\s+")  # between the names of a body in two languages
_SORTS = frozenset({"annual", "ordinary", "extraordinary"})
_WORD = re.compile(r"[^\W\d_][\w'’]*")


def councils_in(text: str) -> tuple[str, ...]:
    """Return the names of councils that a text prints, each in readable case, as often as they stand there.

    A Welsh name comes after an English one, which is the same council's where a paper prints both.
    """
    lowered = text.lower()
    found: list[tuple[bool, int, int, str]] = []
    if "council" in lowered:
        for match in _COUNCIL.finditer(text):
            name = _place(text[max(0, match.start() - BEFORE) : match.start()], match["type"])
            if name:
                found.append((False, match.start() - len(name) - 1, match.end(), f"{name} {match.group()}"))
        taken = {match.end() for match in _COUNCIL.finditer(text)}
        for match in _BARE.finditer(text):
            name = _place(text[max(0, match.start() - BEFORE) : match.start()])
            if match.end() not in taken and name and match.group()[0] == "C" and _bare_place(name):
                found.append((False, match.start() - len(name) - 1, match.end(), f"{name} {match.group()}"))
    if " of " in lowered:
        for match in _OF.finditer(text):
            name = _owner(match)
            if name:
                found.append((False, match.start(), match.start() + len(name), name))
    if "authority" in lowered:
        found += [(False, *_authority(match)) for match in _AUTHORITY.finditer(text)]
    if "cyngor" in lowered:
        found += [(True, *match.span(), match.group()) for match in _WELSH.finditer(text)]
    outer = [one for one in found if not any(_within(one, other) for other in found)]
    return tuple(readable(name) for _, _, _, name in sorted(outer))


def english_first(names: Sequence[str]) -> str | None:
    """Return the first of the names printed that is not Welsh, or the first; a council of Wales prints both."""
    return next((name for name in names if not is_welsh(name)), names[0] if names else None)


def is_welsh(council: str) -> bool:
    """Say whether a council's name is its Welsh one."""
    return council.startswith("Cyngor")


def is_body(text: str) -> bool:
    """Say whether a text is the name of a body and no more: no sentence that speaks of one."""
    name = name_alone(text)
    return re.fullmatch(BODY, name.strip(), re.IGNORECASE) is not None and not is_told(name)


def name_alone(text: str) -> str:
    """Return the name of a body without what stands beside it.

    Example: "CABINET / Y CABINET" is "CABINET", and "Audit Committee (Special Meeting)" is "Audit Committee".
    """
    bare = _ASIDE.sub(lambda aside: "" if _is_aside(aside["words"]) else aside.group(), text)
    name, dash, last = bare.rpartition(" – ")
    return _in_english(name if dash and _is_sort(last) else bare)


def is_welsh_body(text: str) -> bool:
    """Say whether a line begins with a body's name in Welsh."""
    return opening(WELSH_BODIES).match(text) is not None


def is_one_person(body: str) -> bool:
    """Say whether who decides is one person, who holds no meetings: "Cabinet Member for Highways"."""
    return says(DECIDES_ALONE, body) and re.search(rf"{BODY_WORD.pattern}$", body, re.IGNORECASE) is None


def _is_aside(words: str) -> bool:
    """Say whether words in brackets behind a body's name are its council, or what sort of meeting it was."""
    owner = next(iter(councils_in(words)), None)
    return owner == readable(words.strip()) or _is_sort(words)


def _is_sort(words: str) -> bool:
    return pattern(SORT_OF_MEETING).fullmatch(words.strip()) is not None


def _in_english(text: str) -> str:
    """Return the English one of a body's two names, where a council of Wales prints both; else the text."""
    names = _BESIDE.split(text)
    english = [name for name in names if name.strip() and not is_welsh_body(name)]
    if 0 < len(english) < len(names) and BODY_WORD.search(english[0]):
        return english[0]
    run_on = next((match for match in BODY_WORD.finditer(text) if is_welsh_body(text[match.end() :])), None)
    return text[: run_on.end()] if run_on is not None and not is_welsh_body(text) else text


def is_told(text: str) -> bool:
    """Say whether words that lead up to a date are of a sentence, or of two, and not a name."""
    return _TELLS.search(text) is not None


def name_goes_on(above: str, below: str) -> bool:
    """Say whether a body's name begins on one line and ends on the next: "SCRUTINY", and "COMMITTEE – 3 MAY"."""
    return _REST.fullmatch(below) is not None and _BEGUN.search(above) is not None and not _END.search(above)


def is_small(meeting: Meeting) -> bool:
    """Say whether a meeting is that of a parish, town or community council, or of its committee."""
    return _SMALL.search(f"{meeting.council}, {meeting.body}") is not None


def _within(one: tuple[bool, int, int, str], other: tuple[bool, int, int, str]) -> bool:
    """Say whether a name stands inside a longer one: "Marlshire Council" in "County of Marlshire Council"."""
    return one != other and other[1] <= one[1] and one[2] <= other[2]


def _authority(match: re.Match[str]) -> tuple[int, int, str]:
    """Return where an authority's name stands, and the name: what leads up to it is none of it, capitals or not."""
    name = match.group()
    while name.split()[0].lower() in NOT_PLACES | SMALL:
        name = name.split(maxsplit=1)[1]
    return match.end() - len(name), match.end(), name


def _owner(match: re.Match[str]) -> str | None:
    """Return the name of a borough, city or county "of" a place, None where no place follows."""
    words = match["place"].split()
    kept: list[str] = []
    for word in words:
        lowered = word.lower()
        if lowered in {"and", "upon", "&", "the"}:
            kept.append(word)
        elif lowered == "council" and kept:
            kept.append(word)
            break
        elif lowered in NOT_PLACES or BODY_WORD.fullmatch(word) or _TYPE.fullmatch(word):
            break
        elif kept and kept[0].isupper() and not word.isupper():
            break  # of the line below: "LONDON BOROUGH OF EALING Health Panel"
        elif len(kept) > 1 and kept[-1].lower() not in SMALL | {"&"}:
            break  # two words name a place: "Tower Hamlets"
        else:
            kept.append(word)
    while kept and kept[-1].lower() in SMALL | {"&"}:
        kept.pop()
    return f"{match.group()[: match.start('place') - match.start()]} {' '.join(kept)}" if kept else None


def body_name(text: str) -> str | None:
    """Return one canonical readable form of a body's name.

    Example: "the ADULTS, HEALTH, AND HOUSING COMMITTEE" is "Adults, Health and Housing Committee".
    """
    name = re.sub(r"\s+", " ", text).strip(" .,;:–—-*_")
    name = _BEHIND.sub("", _LEAD.sub("", name))
    name = re.sub(r",\s+(and|&)\s", r" \1 ", name, flags=re.IGNORECASE).replace(" & ", " and ")
    if not name or len(name) > 120:
        return None
    return readable(name)


def readable(text: str) -> str:
    """Return a name in readable case: capitals throughout become capitals at the beginnings of words."""
    text = re.sub(r"\s+", " ", text).strip()
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) < 0.8 * len(letters):
        return text
    return _WORD.sub(lambda match: _cased(match.group(), 0 if match.end() == len(text) else match.start()), text)


def council_tail(council: str | None) -> str | None:
    """Return what kind of body a council's full meeting is: "County Council" of "Kent County Council"."""
    if council is None:
        return None
    match = re.search(rf"({_TYPES})\s+Council$|\b{_AUTHORITIES}$", council) or re.match(
        r"Cyngor\s+(?:Sir|Cymuned|Tref|Dinas|Bwrdeistref\s+Sirol)\b", council
    )
    return match.group() if match else None


def _bare_place(name: str) -> bool:
    """Say whether a name before the word council alone can be that of a place: "Medway", not "Youth"."""
    words = name.lower().split()
    return len(words) < 4 and not any(word in NO_COUNCIL_OF for word in words)


def _cased(word: str, start: int) -> str:
    """Return a word of a name; small words are small within it, but not the A of "Sub-Committee A"."""
    if word in KEPT:
        return word
    lowered = word.lower()
    return lowered if start and lowered in SMALL else lowered[0].upper() + lowered[1:]


def _place(name: str, kind: str | None = None) -> str | None:
    """Return the place in what stands before "County Council", None where it is no place."""
    words = name.split()
    while len(words) > 1 and words[-1].lower() in _SORTS:
        words.pop()  # "Saltmarsh Annual Parish Council"
    kept: list[str] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        bare = word.strip(".,").lower()
        before = words[place - 1].strip(",") if place else ""
        if bare in {"of", "and", "upon", "on", "cum", "le", "under", "by", "&", "next", "in", "with", "the"} and kept:
            if (bare == "of" and before.lower() not in PARTS_OF) or (bare == "with" and kind not in SMALL_COUNCILS):
                break
            if bare == "the" and before.lower() not in {"next", "on", "in", "under", "le"}:
                break
            if bare in {"and", "&"} and before.isupper() and not kept[-1].isupper():
                break  # "NHS and Medway Council"
            kept.append(word)
        elif bare == "district" and before.lower() in {"and", "&"}:
            kept.append(word)  # "Hatfield and District Group Parish Council"
        elif word.endswith(",") and kept and len(kept) > 2 and kept[-2].lower() in {"and", "&"} and _proper(bare, word):
            kept.append(word)  # "Bournemouth, Christchurch and Poole Council"
        elif bare in NOT_PLACES or not word[0].isupper() or word[-1] in ".,;:/" or "/" in word:
            break
        else:
            kept.append(word)
    while kept and (kept[-1].lower() in SMALL or kept[-1] == "&" or kept[-1].lower() in NOT_PLACES):
        kept.pop()
    return " ".join(reversed(kept)) or None


def _proper(bare: str, word: str) -> bool:
    return word[0].isupper() and bare not in NOT_PLACES
