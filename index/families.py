"""Which passages are printings of one item: in a pack, as printed minutes, in the next meeting's pack."""

import hashlib

from corpus.types import Block, Span
from index.context import bare

DIGITS = 16  # hexadecimal: 64 bits, so that a million passages share one by accident once in 30 million libraries
TELLING = 80  # letters and figures below which words outside minutes are too common to say that two printings are one


def passage_id(spans: tuple[Span, ...]) -> str:
    """Return the passage's name, derived from the paper and the place alone."""
    return _digest(*(f"{span.paper} {span.page} {span.start} {span.end}" for span in spans))


def family(block: Block, paper: str, text: str) -> str:
    """Return what all printings of the item share: its meeting, its number or heading, its kind and its words.

    Punctuation, case, white space and where lines or pages break make no difference. What cannot be told apart by
    its meeting and words (an undated paper, "None." in a report) is only ever a printing of itself.
    """
    words = bare(text)
    known = block.meeting.held_on is not None and (block.minute is not None or len(words) >= TELLING)
    return _digest(
        _body(block.meeting.body),
        str(block.meeting.held_on),
        f"minute {block.minute}" if block.minute else f"heading {bare(block.heading or '')}",
        str(block.resolution),
        block.kind,
        words,
        "" if known else paper,
    )


def of_council(family: str, council: str | None) -> str:
    """Return the family of a passage whose council is known: two councils may have a Cabinet that meets that day."""
    return _digest(family, council) if council else family


def _body(name: str | None) -> str:
    """Fold a body's name, so that "The Cabinet" and "CABINET" are one."""
    return bare(" ".join(word for word in (name or "").casefold().split() if word != "the"))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:DIGITS]
