"""What is told behind a decision in its paragraph and is no part of it: why it was taken, whose vote is recorded."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.decided import Decision, Stretch
from corpus.paragraphs import Paragraph
from corpus.phrases_decided import (
    CAME_OR_WENT,
    OF_CONDITIONS,
    OPTIONS_TOLD,
    REASON_TOLD,
    VOTE_RECORDED,
    VOTED_OTHERWISE,
)
from corpus.phrasing import opening, pattern, says
from corpus.sentences import sentences

_VOTE_ASKED = r"\(?" + VOTE_RECORDED


def tells_why(text: str) -> bool:
    """Say whether a text begins with the reasons of a decision or with what else was considered: "Reason: …"."""
    return opening(rf"\(?(?:{REASON_TOLD})", rf"\(?(?:{OPTIONS_TOLD})").match(text) is not None


def reasons_belong(text: str) -> bool:
    """Say whether the reasons of what was decided are part of it: of conditions, and of what is refused."""
    return says(OF_CONDITIONS, text)


def without_telling(paragraphs: Sequence[Paragraph], decision: Decision) -> Decision:
    """Return a decision without the sentences at its end that only tell of it; its words come first."""
    last = decision.text[-1]
    text = paragraphs[last.paragraph].text[: last.end]
    whole = " ".join(
        paragraphs[part.paragraph].text[part.start : part.end] for part in (*decision.stem, *decision.text)
    )
    reasoned = reasons_belong(whole)
    for start, _ in list(sentences(text[last.start :]))[1:]:
        behind = text[last.start + start :]
        if (tells_why(behind) and not reasoned) or _only_tells(behind):
            cut = Stretch(last.paragraph, last.start, last.start + start)
            return replace(decision, text=(*decision.text[:-1], cut))
    return decision


def _only_tells(text: str) -> bool:
    """Say whether a text is nothing but who voted otherwise or asks that it be recorded, and who came or went."""
    return all(
        opening(_VOTE_ASKED).match(said) is not None
        or pattern(CAME_OR_WENT, VOTED_OTHERWISE).fullmatch(said) is not None
        for said in (text[start:end].strip() for start, end in sentences(text))
    )
