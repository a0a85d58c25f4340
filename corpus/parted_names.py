"""Where one name of a list ends and the next begins: commas, semicolons, "and", tabulators, two names side by side."""

import re
from collections.abc import Iterator

from corpus.names import HONOUR, PLURALS, TITLE, WORD

_SEPARATOR = re.compile(
    rf"\s*[;,](?!\s*{HONOUR})\s*(?:and\s+|&\s+|(?:together\s+)?with\s+)?"
    r"|(?<=\x01)\s+(?=[A-Z])"
    rf"|\s+(?=Clerk\s+(?:{TITLE}|[A-Z]\b))"
    rf"|\s+and\s+(?=(?:the\s+(?:[a-z]+\s+){{0,4}})?{TITLE}|{PLURALS}\b|(?:the\s+)?[Cc]lerk[\s,]|{WORD}\s+[A-Z]|[A-Z]\.[A-Z])"
    rf"|(?<!\bMr)(?<!\bMrs)(?<!\bDr)\s+[&]\s+|\t+|(?<=[\w\x01])(?<!\bCllr)(?<!\bCllrs)\.\s+(?={TITLE}|(?:[A-Z]\w+\s+)?(?:{TITLE})|(?:[A-Z]\w+\s+)?Clerk\b|{WORD}(?:\s\w+)?:)"
)
_IN_PLURAL = re.compile(rf"{_SEPARATOR.pattern}|\s+(?:and|ac?)\s+(?=[A-Z])")  # "a" and "ac" are Welsh
_PLURAL = re.compile(rf"\b{PLURALS}\b\.?:?\s+[A-Z]")
_AFTER_DASH = re.compile(r"\s[–—-]\s[^,;\t()]+")
_TWO = re.compile(
    rf"\s*(?P<first>{TITLE}\s+{WORD}(?:\s+(?!{TITLE}){WORD})?|(?:Clerk\s+)?[A-Z]\.?\s+(?!{TITLE})[A-Z][\w'’-]+)\s+(?P<second>{TITLE}\s+{WORD})"
)


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


def _unbracketed(text: str) -> str:
    """Return the text with what stands in brackets, or between a dash and a comma, blanked, its length kept."""
    text = _AFTER_DASH.sub(lambda match: match.group()[:3] + "x" * (len(match.group()) - 3), text)
    result, depth = [], 0
    for letter in text:
        depth += letter == "("
        result.append("\x01" if letter == ")" and depth == 1 else "x" if depth else letter)
        depth -= letter == ")" and depth > 0
    return "".join(result)
