"""Access to information: what marks a paper as exempt, and from where on a meeting sat in private."""

from collections.abc import Sequence

from corpus.paragraphs import Paragraph
from corpus.phrases import EXEMPT, NO_EXEMPT, PRIVATE, PUBLIC_AGAIN
from corpus.phrasing import pattern, says
from corpus.rows import folded

_TOP = 12  # paragraphs at the head of a paper within which a marking of the whole paper stands


def exempt_words(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the words that mark the whole paper as exempt, None where nothing does."""
    for paragraph in paragraphs[:_TOP]:
        text = folded(paragraph.text)
        if len(text) < 400 and pattern(*EXEMPT).search(text) and not says(NO_EXEMPT, text):
            return text
    return None


def goes_private(text: str) -> bool:
    """Say whether a paragraph excludes the press and public from what follows."""
    return says(PRIVATE, text) and not says(NO_EXEMPT, text)


def goes_public(text: str) -> bool:
    """Say whether a paragraph opens the meeting to the public again."""
    return len(text) < 200 and says(PUBLIC_AGAIN, text)
