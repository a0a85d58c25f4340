"""Names of councils and of their bodies: found in text, and brought to one readable form."""

import re

from corpus.phrases import KEPT, MEETING_SORTS, NO_COUNCIL_OF, NOT_PLACES

SMALL = frozenset(
    {"a", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "upon", "with", "cum", "le"}
)
BEFORE = 60  # letters before "County Council" within which the name of its place stands

_TYPES = (
    r"(?:Metropolitan\s+|County\s+)?Borough|Metropolitan\s+District|County|City|District|Parish|Town|Community|Village"
    r"|Unitary|Shire|Island|Islands"
)
_COUNCIL = re.compile(rf"\b(?P<type>{_TYPES})\s+Council\b", re.IGNORECASE)
_BARE = re.compile(r"\bcouncil\b(?!['’]s)", re.IGNORECASE)
_OF = re.compile(
    r"\b(?:Royal\s+|London\s+)*(?:Borough|City|County)\s+of\s+[A-Z][\w'’-]+(?:\s+(?:and|upon|&)\s+[A-Z][\w'’-]+)*"
    r"(?:\s+(?:[A-Z][\w'’-]+\s+)?Council)?",
)
_AUTHORITY = re.compile(
    r"\b(?:[A-Z][\w'’-]+\s+(?:and\s+)?){1,4}"
    r"(?:Combined\s+(?:County\s+)?Authority|Fire\s+(?:and|&)\s+Rescue\s+Authority)\b"
)
BODY_WORD = re.compile(
    r"\b(?:council|committee|sub-committee|cabinet|commission|panel|board|executive|forum|authority|assembly"
    r"|parish meeting|working (?:group|party)|task (?:group|force)|partnership|trust)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(rf"^(?:(?:{'|'.join(MEETING_SORTS)})\s+)+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’]*")


def councils_in(text: str) -> tuple[str, ...]:
    """Return the names of councils that a text prints, each in readable case, as often as they stand there."""
    lowered = text.lower()
    found: list[tuple[int, str]] = []
    if "council" in lowered:
        for match in _COUNCIL.finditer(text):
            name = _place(text[max(0, match.start() - BEFORE) : match.start()])
            if name:
                found.append((match.start(), readable(f"{name} {match.group()}")))
        taken = {match.end() for match in _COUNCIL.finditer(text)}
        for match in _BARE.finditer(text):
            name = _place(text[max(0, match.start() - BEFORE) : match.start()])
            if match.end() not in taken and name and match.group()[0] == "C" and _bare_place(name):
                found.append((match.start(), readable(f"{name} {match.group()}")))
    for word, pattern in ((" of ", _OF), ("authority", _AUTHORITY)):
        if word in lowered:
            found += [(match.start(), readable(match.group())) for match in pattern.finditer(text)]
    return tuple(name for _, name in sorted(found))


def body_name(text: str) -> str | None:
    """Return one canonical readable form of a body's name.

    Example: "the ADULTS, HEALTH, AND HOUSING COMMITTEE" is "Adults, Health and Housing Committee".
    """
    name = re.sub(r"\s+", " ", text).strip(" .,;:–—-*_")
    name = _LEAD.sub("", name)
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
    return _WORD.sub(lambda match: _cased(match.group(), match.start()), text)


def council_tail(council: str | None) -> str | None:
    """Return what kind of body a council's full meeting is: "County Council" of "Kent County Council"."""
    if council is None:
        return None
    match = re.search(rf"({_TYPES})\s+Council$", council)
    return match.group() if match else None


def _bare_place(name: str) -> bool:
    """Say whether a name before the word council alone can be that of a place: "Medway", not "Youth"."""
    words = name.lower().split()
    return len(words) < 4 and not any(word in NO_COUNCIL_OF for word in words)


def _cased(word: str, start: int) -> str:
    if word in KEPT:
        return word
    lowered = word.lower()
    return lowered if start and lowered in SMALL else lowered[0].upper() + lowered[1:]


def _place(name: str) -> str | None:
    """Return the place in what stands before "County Council", None where it is no place."""
    words = name.split()
    kept: list[str] = []
    for word in reversed(words):
        bare = word.strip(".,").lower()
        if bare in {"of", "and", "upon", "on", "cum", "le", "under", "by", "&", "next", "in", "with"} and kept:
            kept.append(word)
        elif bare in NOT_PLACES or not word[0].isupper() or word[-1] in ".,;:/" or "/" in word:
            break
        else:
            kept.append(word)
    while kept and (kept[-1].lower() in SMALL or kept[-1] == "&" or kept[-1].lower() in NOT_PLACES):
        kept.pop()
    return " ".join(reversed(kept)) or None
