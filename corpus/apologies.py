"""Apologies and substitutes told in sentences: "Apologies were received from Mr Hay, for whom Ms Orr substituted"."""

import re
from collections.abc import Iterator

from corpus.attending import attending
from corpus.names import PERSON, TITLE, TITLED
from corpus.paragraphs import Paragraph
from corpus.rows import folded
from corpus.sentences import sentences
from corpus.types import Attendee

FEW_NAMES = 60  # letters of a line under "Apologies" that is nothing but names without titles

_TITLE = re.compile(TITLE)
_PRONOUNS = frozenset({"Who", "The"})  # in capitals, where a sentence begins with them
_APOLOGIES = re.compile(
    r"(?:apolog(?:y|ies)|^\s*(?:were\s+|was\s+)?(?:received|accepted|tendered))\b"
    r"[^.;:]*?\b(?:from|by|on behalf of|for)\b(?!\s+(?:non-)?(?:absence|attendance)\b)[:\s]+"
    r"(?P<names>.+?)"
    r"(?:(?<!\b[A-Z])\.(?=\s+[A-Z][a-z]+\s+[a-z]|\s*$|\s+(?:Cllr|Councillor|There|The|It)\b)|\bwho\b|\bwith\b"
    r"|\band\s+(?:was|were)\b|\band the reason|$)",
    re.IGNORECASE | re.DOTALL,
)
_SENT = re.compile(
    r"(?P<names>[A-Z](?:[^.;:]|(?<=Cllr)\.|(?<=Mr)\.|(?<=Mrs)\.|(?<=\b[A-Z])\.){2,160}?)\s+(?:(?:had|has|have|also)\s+)*(?:sent|gave|given|tendered|submitted|offered|presented)"
    r"\s+(?:(?:his|her|their|an)\s+)?apolog(?:y|ies)\b"
)
_SUBSTITUTED = re.compile(
    rf"(?P<name>{PERSON})\s+(?:was\s+|were\s+|had\s+|has\s+|also\s+)?"
    r"(?:(?:acted|attended|attending|present|in\s+attendance)\s+as\s+)?(?:a\s+|the\s+|her\s+|his\s+|their\s+)?substitut(?:ed|ing|e)\b"
    rf"(?:\s+for\s+(?P<for>{PERSON}))?"
)
_SUBSTITUTED_BY = re.compile(
    rf"(?P<for>{PERSON})\s*,?\s+(?:who\s+)?(?:was|were|being)\s+substituted\s+by\s+(?P<name>{PERSON})"
)


def apologies(paragraph: Paragraph) -> tuple[Attendee, ...]:
    """Return the apologies and substitutes that a paragraph under "Apologies" tells of."""
    found: list[Attendee] = []
    text = paragraph.text
    for match in (*_APOLOGIES.finditer(text), *_SENT.finditer(text)):
        found += [
            person
            for person in attending(paragraph.prose, match.start("names"), match.end("names"), "apologies")
            if _TITLE.match(person.name) or " " in person.name
        ]
    found += _substitutes(paragraph)
    if not found and not paragraph.table:
        start, end = next(sentences(text), (0, 0))
        titled = TITLED.match(text[start:end]) is not None
        if _only_names(text[start:end]) and (titled or end - start < FEW_NAMES):
            found += attending(paragraph.prose, start, end, "apologies", alone=True)
    return tuple(found)


def _substitutes(paragraph: Paragraph) -> Iterator[Attendee]:
    """Yield each substitute that a paragraph tells of once, with whom they stood in for."""
    seen: set[str] = set()
    for told in (_SUBSTITUTED_BY, _SUBSTITUTED):
        for match in told.finditer(paragraph.text):
            name = folded(match["name"])
            spans = paragraph.prose.spans(match.start("name"), match.end("name"))
            if name in seen or name.split()[0] in _PRONOUNS or not spans:
                continue
            seen.add(name)
            yield Attendee(name, "substitute", f"for {folded(match['for'])}" if match["for"] else None, spans[0])


def _only_names(text: str) -> bool:
    """Say whether a sentence is nothing but names: "Councillors Moran and Healey (work)."."""
    bare = re.sub(r"\([^()]*\)|\s[-–—]\s[^,;]*", "", text)
    return all(word in {"and", "of", "the", "de", "van", "von"} for word in re.findall(r"\b[a-z][a-z'’]*", bare))
