"""Short forms and what they stand for: a list of acronyms, or words with their initials in brackets."""

import re
from collections.abc import Sequence

from corpus.paragraphs import Paragraph
from corpus.rows import folded
from corpus.types import Acronym

_SHORT = re.compile(r"[A-Z][A-Za-z&/]*[A-Z0-9][A-Za-z0-9&/]*s?")
_INLINE = re.compile(r"\((?P<short>[A-Z][A-Za-z&]{0,4}[A-Z][A-Za-z&]{0,5}s?)\)")
_LIST_HEADING = re.compile(r"\bacronyms?\b|\babbreviations?\b|\bglossary\b", re.IGNORECASE)
_LINE = re.compile(
    r"(?P<short>[A-Z][A-Za-z0-9&/]{1,9})(?:\s*[-–—:=]\s*|\s{2,}|\t|\s)(?P<long>[A-Z“\"].{3,})", re.DOTALL
)
_SMALL = frozenset({"and", "of", "the", "for", "in", "to", "on", "a", "&", "with", "at", "by", "or"})
_WORD = re.compile(r"[A-Za-z][\w’']*")


def acronyms(paragraphs: Sequence[Paragraph]) -> tuple[Acronym, ...]:
    """Return the short forms explained, each once, lists of acronyms before brackets in the text."""
    found: dict[str, Acronym] = {}
    listing = False
    for paragraph in paragraphs:
        if _LIST_HEADING.search(paragraph.text) and len(paragraph.text) < 120:
            listing = True
        elif listing and paragraph.bold and len(paragraph.text) > 20 and not _LINE.match(paragraph.text):
            listing = False
        entry = _entry(paragraph, listing)
        if entry is not None:
            found.setdefault(entry.short, entry)
    for paragraph in paragraphs:
        for entry in _inline(paragraph):
            found.setdefault(entry.short, entry)
    return tuple(found.values())


def _entry(paragraph: Paragraph, listing: bool) -> Acronym | None:
    """Return the entry that a row of a list is, None where it is none."""
    line = paragraph.rows[0].line
    if paragraph.table and len(line.cells) == 2:
        (a, b), (c, d) = line.cells
        first, second = (paragraph.rows[0].text[x - line.start : y - line.start] for x, y in ((a, b), (c, d)))
        if (
            _SHORT.fullmatch(first.strip())
            and len(first.strip()) < 11
            and (listing or _initials(first.strip(), second))
        ):
            return Acronym(first.strip(), folded(second), paragraph.prose.spans()[0])
    elif listing:
        match = _LINE.fullmatch(paragraph.text)
        if match is not None and _SHORT.fullmatch(match["short"]):
            return Acronym(match["short"], folded(match["long"]), paragraph.prose.spans()[0])
    return None


def _inline(paragraph: Paragraph) -> list[Acronym]:
    text = paragraph.text
    found: list[Acronym] = []
    for match in _INLINE.finditer(text):
        words = list(_WORD.finditer(text, max(0, match.start() - 120), match.start()))
        short = match["short"].rstrip("s") if match["short"][-2:-1].isupper() else match["short"]
        for take in range(2, min(len(words), 2 * len(short)) + 1):
            first = words[-take]
            if first.group().lower() in _SMALL or first.group()[0].upper() != short[0].upper():
                continue
            long = text[first.start() : match.start()]
            if _initials(short, long):
                spans = paragraph.prose.spans(first.start(), match.end())
                found.append(Acronym(short, folded(long), spans[0]))
                break
    return found


def _initials(short: str, long: str) -> bool:
    """Say whether a short form is made of the initials of the long one, small words left out or not."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    words = [word.group().lower() for word in _WORD.finditer(long)]
    full = [word[0] for word in words]
    main = [word[0] for word in words if word not in _SMALL]
    return bool(letters) and letters in (full, main, full[: len(letters)] if len(full) - len(letters) < 1 else main)
