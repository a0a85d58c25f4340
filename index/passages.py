"""Cutting a paper into passages along its record."""

from collections.abc import Callable, Iterator
from functools import cache

from corpus.phrases_decided import VOTE_ENDED
from corpus.phrasing import pattern
from corpus.types import Block, Kind, Paper, Record, Span
from index.context import context_line, is_heading, words_of
from index.families import family, passage_id
from index.splitting import split
from index.types import Passage

ROOM = 105  # tokens of a passage's own words: with its context line 100 to 150 were best, 200 clearly worse
SCRAP = (
    15  # tokens of a heading or a signature, which is found by nothing and takes a place: it joins what is beside it
)
LIMIT = 510  # tokens that the default encoder reads

WHOLE: frozenset[Kind] = frozenset({"decision", "recommendation", "declaration"})
"""What is quoted word for word, and so is never merged and split only where the encoder could not read it."""


def cut(paper: Paper, record: Record, count: Callable[[str], int], limit: int = LIMIT) -> tuple[Passage, ...]:
    """Return the passages of a paper in reading order: disjoint, and together all words of the record's blocks.

    ``count`` gives the tokens of a text, and ``limit`` the most that the encoder reads. Small neighbours of the same
    kind in the same place become one passage with a span for each; a passage over a page's end has a span on each page.
    """
    passages: list[Passage] = []
    counted = cache(count)  # the same context lines, and each block once on its own and once for its passage
    for block, spans in _gathered(paper, record.blocks, counted):
        context = context_line(paper, record, block)
        most = limit - counted(context)
        whole, room = (most, most) if block.kind in WHOLE else (min(ROOM + SCRAP, most), min(ROOM, most))
        for piece in _pieces(paper, spans, counted, whole, room):
            passages.append(_passage(paper, block, piece, context, len(passages)))
    return tuple(passages)


def _gathered(
    paper: Paper, blocks: tuple[Block, ...], count: Callable[[str], int]
) -> Iterator[tuple[Block, tuple[Span, ...]]]:
    """Yield each block that stands for itself or for its small neighbours too, with the spans of all of them."""
    first: Block | None = None
    spans: tuple[Span, ...] = ()
    tokens = 0
    for block in blocks:
        more = count(words_of(paper, block.spans))
        if first is not None and _fits(tokens, more) and _neighbours(first, block, words_of(paper, spans)):
            if tokens <= SCRAP and block.paragraph is not None:
                first = block  # a heading takes the number of the paragraph beneath it
            spans, tokens = spans + block.spans, tokens + more
            continue
        if first is not None:
            yield first, spans
        first, spans, tokens = block, block.spans, more
    if first is not None:
        yield first, spans


def _fits(tokens: int, more: int) -> bool:
    """Say whether two neighbours are small enough for one passage; a scrap goes with anything that follows it."""
    return tokens <= SCRAP or tokens + more <= (ROOM + SCRAP if more <= SCRAP else ROOM)


def _neighbours(first: Block, block: Block, words: str) -> bool:
    """Say whether a block may join those before it: same kind, same place, and no paragraph number of its own.

    A heading alone joins a numbered paragraph beneath it. What follows the end of a vote is of something else: beside
    "Motion lost." the title of the next motion would read as what was lost.
    """
    return (
        block.kind not in WHOLE
        and not pattern(VOTE_ENDED).search(words)
        and _place(first) == _place(block)
        and (block.paragraph in (None, first.paragraph) or is_heading(words, first.heading))
    )


def _place(block: Block) -> tuple[object, ...]:
    return (
        block.kind,
        block.meeting,
        block.standing,
        block.minute,
        block.agenda_item,
        block.heading,
        block.lead,
        block.proceedings,
        block.private,
    )


def _pieces(
    paper: Paper, spans: tuple[Span, ...], count: Callable[[str], int], whole: int, room: int
) -> tuple[tuple[Span, ...], ...]:
    text = words_of(paper, spans)
    if not text:
        return ()
    return (spans,) if count(text) <= whole else split(paper, spans, count, room, whole)


def _passage(paper: Paper, block: Block, spans: tuple[Span, ...], context: str, position: int) -> Passage:
    text = words_of(paper, spans)
    return Passage(
        id=passage_id(spans),
        family=family(block, paper.sha256, text),
        paper=paper.sha256,
        kind=block.kind,
        text=text,
        context=context,
        spans=spans,
        lead=block.lead,
        meeting=block.meeting,
        standing=block.standing,
        minute=block.minute,
        agenda_item=block.agenda_item,
        heading=block.heading,
        resolution=block.resolution,
        paragraph=block.paragraph,
        private=block.private,
        ocr=any(paper.page(span.page).source == "ocr" for span in spans),
        position=position,
    )
