"""Questions put at a meeting, and the replies given: each reply is introduced by the question that it answers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.rows import quoted
from corpus.types import Block, Kind, Paper, Span

OF_REPLIES: frozenset[Kind] = frozenset({"report", "discussion"})
"""What questions are put and replied to in."""

QUESTION = re.compile(  # each begins a title of its own: "Question by Susan Carey to Neil Baker"
    r"(?:\d{1,2}[.)]?\s+)?(?:\w+\s+)?question(?:\s+(?:no\.?\s*)?\d{1,2}[.:,]?)?\s+"
    r"(?:(?:put|asked|submitted|received|tabled)\s+)?(?:by|from)\s+\S",
    re.IGNORECASE,
)
NUMBERED = re.compile(  # a line by itself, over the one that says who asked
    r"(?:(?:public|written|oral|supplementary|members?['’]?)\s+)?question\s+(?:no\.?\s*|number\s+)?\d{1,2}[.:]?",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:the\s+)?(?:councillor|cllr\.?|mr|mrs|ms|miss|dr|sir|leader|mayor|chair\w*|cabinet\s+member|portfolio\s+holder|"
    r"executive\s+member|lead\s+member|convener)\b"
)
_MARK = r"(?:\(?\d{1,2}[.)]?\s+)?"
_BEGINS = re.compile(  # the words of a question that stand behind what they are: "Question 1 - Ms P Okonjo asked"
    rf"{_MARK}(?:(?:public|written|oral|supplementary|members?['’]?)\s+)?"
    r"(?:question(?:\s+(?:no\.?\s*|number\s+)?\d{1,2})?\s*(?:[:–—-]|\.\s|$)|q\s?\d{0,2}\s*[.:]\s)"
    rf"|{_MARK}{_PERSON}.{{3,90}}?\b(?:to\s+ask\b|asked\s+(?:the\s+following|as\s+follows)|"
    r"(?:put|submitted|asked)\b.{0,40}\bfollowing\s+question)"
    rf"|{_MARK}(?:from|to)\s+{_PERSON}.{{3,80}}?\b(?:from|to)\s+{_PERSON}",
    re.IGNORECASE,
)
_REPLIES = re.compile(
    rf"{_MARK}(?:(?:the|written|oral|verbal|supplementary|officers?['’]?|council['’]?s?|leader['’]s|"
    r"chair['’]s|cabinet member['’]?s?)\s+){0,3}(?:answer|reply|response)"
    r"(?:\s+to\s+(?:the\s+)?(?:\w+\s+)?question(?:\s+\d{1,2})?)?"
    r"(?:\s+(?:given\s+|provided\s+)?(?:by|from)\s|\s*(?:[:–—-]|\.?$))|a\s?\d{0,2}\s*[.:]\s"
    rf"|{_PERSON}.{{0,90}}?(?:\w['’]s?\s+(?:written\s+)?(?:answer|reply|response)\b|"
    r"\b(?:replied|responded|answered)(?:\s+as\s+follows)?\s*[:–—-]|"
    r"\b(?:gave|provided|made)\s+the\s+following\s+(?:answer|reply|response)\b)",
    re.IGNORECASE,
)

_LABEL = re.compile(
    r"(?:(?:the|written|oral|verbal|supplementary)\s+)?(?:answer|reply|response)"
    rf"(?:\s+(?:given\s+|provided\s+)?(?:by|from)\s+(?:the\s+)?{_PERSON}[^.?!:]{{0,110}})?\s*:?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """The question that is being read, or replied to."""

    place: tuple[object, ...]
    spans: tuple[Span, ...] = ()
    heading: str | None = None  # that the reply stands under; None until one begins
    replying: bool = False


def with_questions(paper: Paper, blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, each of a reply led in by the question that it answers, which alone says what it is about.

    Only where papers say which is which, in words over or before them: "Question by", "Answer".
    """
    asked: _Asked | None = None
    for block in blocks:
        text = quoted(paper, block.spans)
        if asked is not None and _place(block) != asked.place:
            asked = None
        if _is_question(text, block):
            over = QUESTION.match(text) is not None and text in (block.heading or "")
            asked = _Asked(_place(block), () if over or NUMBERED.fullmatch(text) else block.spans)
        elif asked is not None and asked.spans and _REPLIES.match(text):
            asked = replace(asked, replying=True, heading=block.heading)
        elif asked is not None and asked.replying and block.heading != asked.heading:
            asked = None
        elif asked is not None and not asked.replying:
            asked = replace(asked, spans=(*asked.spans, *block.spans))
        replies = asked is not None and asked.replying and block.kind in OF_REPLIES and not block.lead
        yield replace(block, lead=asked.spans) if asked is not None and replies else block


def is_label(line: str) -> bool:
    """Say whether a line says no more than that a reply follows, and whose: "Answer by Councillor Ash, Leader"."""
    return _LABEL.fullmatch(line.strip()) is not None


def _is_question(text: str, block: Block) -> bool:
    return any(one.match(text) for one in (QUESTION, _BEGINS)) and block.kind in OF_REPLIES


def _place(block: Block) -> tuple[object, ...]:
    """Return where a block stands: under one question's own title, or in one minute."""
    heading = block.heading or ""
    title = heading.split(" – ")[0] if QUESTION.match(heading) else ""
    return block.proceedings, block.meeting, block.minute, block.agenda_item, title
