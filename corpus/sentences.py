"""Sentences: where one ends and the next begins."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.?!][”’\"')\]]*(?=\s+[“‘\"'(\[]?[A-Z0-9£•])")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Cllr|Cllrs|Rev|Revd|Prof|No|Nos|Para|paras?|Ref|Tel|Ext|vs|viz|e\.g|i\.e|etc|con|nem|approx|Ltd|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec)"
    r"|\b[A-Z]|(?:^|\s)\(?\d{1,3}|(?:^|\s)\(?[a-z])$"
)

_LAST = re.compile(r"\b(?:Ltd|etc|con|Co)$")  # what a sentence may end in, told by how the next begins
_NEXT = re.compile(r"\s+(?:Councillors?|Cllrs?|Members|The|It|This|RESOLVED|Reasons?)\b")


def sentence_end(text: str, start: int) -> int:
    """Return where the sentence ends that runs on from ``start``: "It was agreed that A. Mr Hay then spoke of B."."""
    return start + next((end for _, end in sentences(text[start:])), len(text) - start)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Return where each sentence of a text begins and ends."""
    start = 0
    for match in _STOP.finditer(text):
        before = text[start : match.start()][-14:]
        short = text[match.start()] == "." and _SHORT.search(before) is not None
        if short and not (_LAST.search(before) and _NEXT.match(text, match.end())):
            continue
        yield start, match.end()
        start = match.end()
        while start < len(text) and text[start].isspace():
            start += 1
    if start < len(text):
        yield start, len(text)
