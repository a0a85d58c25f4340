"""Interests declared: who declared what, in the record's own words."""

import re

from corpus.paragraphs import Paragraph
from corpus.phrases import DECLARATION_HEADING, DECLARED, NOTHING_DECLARED, TITLES
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.sentences import sentences
from corpus.types import Declaration

_NAME = re.compile(
    rf"(?P<name>(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})\b\.?\s+)+[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}}"
    rf"|[A-Z][\w'’.-]+(?:\s+[A-Z][\w'’.-]+){{1,3}})[^.;]*?\bdeclar"
)
_FOLLOWS_ON = re.compile(
    r"(?:he|she|they|this|these|which|who|as such|and|accordingly|therefore)\b|.*\b(?:he|she|they)\b"
    r"|.*\b(?:left the (?:room|meeting|chamber)|took no part|withdrew|remain(?:ed)?)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(
    rf"(?P<name>(?:(?:{'|'.join(sorted(TITLES, key=len, reverse=True))})\b\.?\s+)+[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){{0,3}})"
    r"\s+(?:said|stated|disclosed|mentioned|wished|asked)\b"
)


def is_declarations(heading: str) -> bool:
    """Say whether a heading is that of the item at which interests are declared."""
    return says(DECLARATION_HEADING, heading)


def declared(paragraph: Paragraph, under_heading: bool) -> tuple[tuple[int, int], Declaration] | None:
    """Return the declaration that a paragraph tells of and where it stands in it, None where it tells of none."""
    text = paragraph.text
    said = _SAID.match(text, paragraph.offset) if under_heading else None
    if said is not None and not says(DECLARED, text):
        return (paragraph.offset, len(text)), Declaration(
            folded(said["name"]), folded(paragraph.words), paragraph.prose.spans(paragraph.offset)
        )
    if not says(DECLARED, text) or (not under_heading and not re.search(r"\binterests?\b", text)):
        return None
    kept: list[tuple[int, int]] = []
    for start, end in sentences(text):
        sentence = text[start:end]
        if pattern(DECLARED).search(sentence) and not (says(NOTHING_DECLARED, sentence) and not _NAME.search(sentence)):
            kept.append((start, end))
        elif kept and kept[-1][1] >= start - 2 and _FOLLOWS_ON.match(sentence):
            kept.append((start, end))
    if not kept:
        return None
    start, end = max(kept[0][0], paragraph.offset if kept[0][0] < paragraph.offset else 0), kept[-1][1]
    match = _NAME.search(text, start, end)
    name = folded(match["name"]) if match else None
    if name is None and not under_heading:
        return None
    return (start, end), Declaration(name, folded(text[start:end]), paragraph.prose.spans(start, end))
