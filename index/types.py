"""Passages as the library holds them."""

from dataclasses import dataclass

from corpus.types import Kind, Meeting, Span, Standing


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one block, small enough to embed, with its exact place in the record."""

    id: str  # 16 hexadecimal digits derived from paper and spans
    family: str  # 16 hexadecimal digits shared by all printed copies of the same item
    paper: str
    kind: Kind
    text: str  # the spans' words, white space folded; what is quoted
    context: str  # body, date, number, heading: embedded and indexed with the text, never quoted
    spans: tuple[Span, ...]
    lead: tuple[Span, ...]
    meeting: Meeting
    standing: Standing | None
    minute: str | None
    agenda_item: str | None
    heading: str | None
    resolution: int | None
    paragraph: str | None
    private: bool
    ocr: bool  # read by character recognition
    position: int  # rank within the paper, from 0
