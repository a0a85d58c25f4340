"""Splitting a stretch of a paper at the ends of sentences, each piece with its exact place."""

import re
from collections.abc import Callable, Iterator
from math import ceil

from corpus.types import Paper, Span

NOT_AN_END = ("Cllr", "Cllrs", "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "No", "Nos", "St", "e.g", "i.e", "para", "paras")
"""What a full stop follows without ending a sentence."""

AFTER_WORD = "".join(rf"(?<!\b{re.escape(word)}\.)" for word in NOT_AN_END)
SEPARATORS = [  # the first that stands in the text is used; a piece still too long is split by the next
    rf"{AFTER_WORD}(?:(?<=[.!?])|(?<=[.!?][”’\"')]))\s+",
    r"(?<=[;:])\s+",
    r"\n(?=[^a-z])",  # a line that does not run on, as on slides and in lists
    r"\s+",
    "",  # between any two characters: the last resort
]
SLACK = 1.1  # over the even share, so that whole sentences fit and no crumb is left for a last piece


def split(
    paper: Paper, spans: tuple[Span, ...], count: Callable[[str], int], room: int, most: int | None = None
) -> tuple[tuple[Span, ...], ...]:
    """Return the spans' words in pieces of at most ``room`` tokens where words allow, as even as sentences allow.

    A sentence of up to ``most`` tokens is not parted. The pieces are disjoint, stand in order, and leave out nothing
    but white space.
    """
    from langchain_text_splitters import RecursiveCharacterTextSplitter  # here: a question never splits

    slices = [paper.page(span.page).text[span.start : span.end] for span in spans]
    whole = "\n".join(slices)
    share = count(whole) / ceil(count(whole) / room) * SLACK
    lengths = [length for one in re.split(SEPARATORS[0], whole) if (length := count(one)) <= (most or room)]
    longest = max(lengths, default=0) + 1  # the splitter parts what is as long as a piece may be
    pieces = RecursiveCharacterTextSplitter(
        SEPARATORS,
        keep_separator="end",
        is_separator_regex=True,
        chunk_size=max(min(room, ceil(share)), longest),
        chunk_overlap=0,
        length_function=count,
        strip_whitespace=False,  # the pieces then add up to the whole, which gives their places
    ).split_text(whole)
    return tuple(filter(None, (tuple(_within(spans, start, piece)) for start, piece in _placed(pieces))))


def _placed(pieces: list[str]) -> Iterator[tuple[int, str]]:
    start = 0
    for piece in pieces:
        yield start, piece
        start += len(piece)


def _within(spans: tuple[Span, ...], start: int, piece: str) -> Iterator[Span]:
    """Yield the parts of the spans, laid end to end with one character between, that a piece covers."""
    offset = 0
    for span in spans:
        length = span.end - span.start
        first, last = max(start, offset) - offset, min(start + len(piece), offset + length) - offset
        text = piece[max(offset + first - start, 0) : max(offset + last - start, 0)]
        if text.strip():
            before = len(text) - len(text.lstrip())
            yield Span(
                span.paper, span.page, span.start + first + before, span.start + first + before + len(text.strip())
            )
        offset += length + 1
