"""Interests declared: who declared what, in the record's own words."""

import re

from corpus.names import INITIALS, PERSON, TITLE, WORD
from corpus.paragraphs import Paragraph
from corpus.people import names_in
from corpus.phrases import BANNERS
from corpus.phrases_kept import DECLARATION_HEADING, DECLARED, NO_INTEREST_OF_ANYBODY, NOTHING_DECLARED
from corpus.phrasing import pattern, says
from corpus.rows import folded
from corpus.sentences import sentences
from corpus.types import Declaration

_NAME = re.compile(
    rf"(?P<name>{PERSON}(?:(?:,|,?\s+and|,?\s+&)\s+(?:{PERSON}|{WORD}))*)[^.;]*?\b(?:declar|disclos|register(?:ed|s)\b)"
)
_FOLLOWS_ON = re.compile(
    r"(?:he|she|they|this|these|which|who|as such|and|accordingly|therefore)\b|.*\b(?:he|she|they)\b"
    r"|.*\b(?:left the (?:room|meeting|chamber)|took no part|withdrew|remain(?:ed)?)\b",
    re.IGNORECASE | re.DOTALL,
)
_LISTED = re.compile(
    rf"\s*(?:(?i:(?:agenda\s+)?(?:item|minute)s?)\s*(?:(?i:no)\.?\s*)?\d+[\w.()]*\s*[-–—:]\s*)?"
    rf"(?P<name>{PERSON}(?:(?:,|,?\s+and|,?\s+&)\s+{PERSON})*)\s*"
    r"(?:\((?=[^()]*(?i:financial|pecuniary|personal|interest|prejudicial|registrable))|[-–—:]\s|\t"
    r"|(?=(?i:personal|prejudicial|pecuniary|disclosable|non-|other\s+reg|registrable)))"
)
_ROW_HEAD = re.compile(
    r"(?:names?(?: of .*)?|councillors?|members?|officers?|declared by|person|who"
    r"|no|nos|number|(?:agenda )?items?|minutes?|ref)\W*",
    re.IGNORECASE,
)
_SAID = re.compile(
    rf"(?P<name>(?:{TITLE}\s+)+{WORD}(?:\s+{WORD}){{0,3}})\s+(?:said|stated|disclosed|mentioned|wished|asked)\b"
)


def is_declarations(heading: str) -> bool:
    """Say whether a heading is that of the item at which interests are declared."""
    return says(DECLARATION_HEADING, heading)


def declared(paragraph: Paragraph, under_heading: bool) -> tuple[tuple[int, int, Declaration], ...]:
    """Return the declarations that a paragraph tells of, each with where it stands in it."""
    text = paragraph.text
    if paragraph.table and under_heading:
        return _row(paragraph)
    if under_heading and pattern(*BANNERS).fullmatch(folded(text)):
        return ()
    theirs = pattern(NO_INTEREST_OF_ANYBODY).sub("", text)
    if not under_heading and not (says(DECLARED, text) and re.search(r"\binterests?\b", theirs)):
        return ()
    kept: list[tuple[int, int, tuple[str | None, ...]]] = []
    for begins, end in sentences(text):
        start = max(begins, paragraph.offset)
        names = _declarers(text[start:end], under_heading)
        if names:
            kept.append((start, end, names))
        elif kept and kept[-1][1] >= start - 3 and _FOLLOWS_ON.match(text[start:end]):
            kept[-1] = (kept[-1][0], end, kept[-1][2])
    return tuple(
        (start, end, Declaration(name, folded(text[start:end]), paragraph.prose.spans(start, end)))
        for start, end, names in kept
        for name in names
        if name is not None or under_heading
    )


def _row(paragraph: Paragraph) -> tuple[tuple[int, int, Declaration], ...]:
    """Return the declaration that a row of a table is: "H. Evans | Item 5 | Sister is a director"."""
    cells = paragraph.rows[0].line.cells
    start = paragraph.rows[0].line.start
    name = folded(paragraph.text[cells[0][0] - start : cells[0][1] - start]) if len(cells) > 1 else ""
    person = re.fullmatch(rf"{PERSON}|{INITIALS}", name) is not None
    if _ROW_HEAD.fullmatch(name) or not person:
        return ()
    end = len(paragraph.text)
    return ((0, end, Declaration(name, folded(paragraph.text), paragraph.prose.spans(0, end))),)


def _declarers(sentence: str, under_heading: bool) -> tuple[str | None, ...]:
    """Return those who declare in a sentence, None for a declaration without a name, nothing where none is made."""
    if says(DECLARED, sentence):
        match = _NAME.search(sentence)
        if match is not None:
            return names_in(match["name"]) or (folded(match["name"]),)
        return () if says(NOTHING_DECLARED, sentence) else (None,)
    listed = _LISTED.match(sentence) if under_heading else None
    if listed is not None:
        return names_in(listed["name"]) or (folded(listed["name"]),)
    said = _SAID.match(sentence) if under_heading else None
    return (folded(said["name"]),) if said is not None else ()
