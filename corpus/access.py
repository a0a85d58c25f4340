"""Access to information: what marks a paper as exempt, and from where on a meeting sat in private."""

import re
from collections.abc import Sequence

from corpus.paragraphs import Paragraph
from corpus.phrases_kept import (
    EXEMPT,
    EXEMPT_ITEM,
    FOR_ONE_ITEM,
    NEVER_PRIVATE,
    NO_EXEMPT,
    NO_PRIVATE,
    OF_EXCLUSION,
    PART_EXEMPT,
    PRIVATE,
    PUBLIC_AGAIN,
    READMITTED,
    TAKEN_IN_PRIVATE,
)
from corpus.phrasing import pattern, says
from corpus.rows import folded

_FEW = 2  # paragraphs under a heading that excludes the public, where there was nobody to exclude
_ITEMS = re.compile(
    r"\b(?:for|during|of|from)(?: the)?(?: consideration of| discussion of)?(?: agenda)? (?:items?|minutes?)"
    r"(?: nos?\.?| numbers?)? "
    r"(?P<numbers>\d{1,3}[a-z]?(?:(?:, ?| and | & |, and )\d{1,3}[a-z]?)*)(?![\d./-])(?! (?:to|onwards)\b)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}[a-z]?", re.IGNORECASE)
_BROKEN_OFF = re.compile(r"\b(?:of|the|and|to|under|in|by|with)$", re.IGNORECASE)  # "Schedule 12A of the"
_TOP = 12  # paragraphs at the head of a paper within which a marking of the whole paper stands


def exempt_words(paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the words that mark the whole paper as exempt, None where nothing does."""
    for place, paragraph in enumerate(paragraphs[:_TOP]):
        text = folded(paragraph.text)
        if len(text) < 400 and pattern(*EXEMPT).search(text) and not says(NO_EXEMPT, text):
            if pattern(*PART_EXEMPT).search(text):
                continue  # the paper is public, and what it speaks of is another paper
            rest = paragraphs[place + 1 : place + 2] if _BROKEN_OFF.search(text) else ()
            return " ".join((text, *(folded(one.text) for one in rest)))
    return None


def goes_private(text: str) -> bool:
    """Say whether a paragraph excludes the press and public from what follows."""
    return says(PRIVATE, text) and not says(NO_EXEMPT, text)


def shuts_itself(heading: str, body: Sequence[str]) -> bool:
    """Say whether an item begins by excluding the public and then goes on with its own business.

    Where the heading is that of the exclusion, what follows it is the business for which the public went out.
    """
    if says(OF_EXCLUSION, heading):
        return False
    at = next((place for place, text in enumerate(body[:_FEW]) if goes_private(text)), None)
    if at is None or private_items(body[at]) or for_one_item(body[at : at + 1]):
        return False
    return any(says(TAKEN_IN_PRIVATE, text) for text in body[at + 1 :]) and not any(map(goes_public, body[:at]))


def private_items(text: str) -> frozenset[str]:
    """Return the numbers of the items for which alone the public is excluded: "35", "37" of "for items 35 and 37"."""
    named = _ITEMS.search(text) if goes_private(text) else None
    return frozenset(_NUMBER.findall(named["numbers"])) if named is not None else frozenset()


def for_one_item(said: Sequence[str]) -> bool:
    """Say whether the public is excluded for the next item alone: "for the following item"."""
    return says(FOR_ONE_ITEM, " ".join(said))


def is_never_private(heading: str) -> bool:
    """Say whether an item has nothing in it to keep private: when the next meeting is."""
    return pattern(NEVER_PRIVATE).fullmatch(heading.strip(" .:")) is not None


def goes_public(text: str) -> bool:
    """Say whether a paragraph opens the meeting to the public again."""
    return says(READMITTED, text) or (len(text) < 200 and says(PUBLIC_AGAIN, text))


def stays_public(heading: str, said: Sequence[str]) -> bool:
    """Say whether nothing in or under the heading of an exclusion excludes anybody: "No items required this."."""
    return len(said) <= _FEW and any(says(NO_PRIVATE, text) for text in (heading, *said))


def is_exempt_item(heading: str, below: str) -> bool:
    """Say whether an item is marked as exempt in its heading or alone below it: "(Exempt – paragraph 3)"."""
    return says(EXEMPT_ITEM, heading) or pattern(EXEMPT_ITEM).fullmatch(below) is not None
