"""The line that says where a passage stands, so that its words can be found by it too."""

from datetime import date

from corpus.types import Block, Paper, Record, Span
from index.types import Passage

LONGEST_NAME = 120  # characters of a heading or a title: about 30 tokens, so that the passage's own words prevail
LONGEST_LEAD = 160  # characters of a stem or of a table's heading row


def words_of(paper: Paper, spans: tuple[Span, ...]) -> str:
    """Return the words that the spans mark, white space folded."""
    return " ".join(" ".join(paper.page(span.page).text[span.start : span.end] for span in spans).split())


def context_line(paper: Paper, record: Record, block: Block) -> str:
    """Return where a block stands: body, date, number, title, heading, and the words that introduce it.

    Example: ``"Cabinet, 25 February 2025, minute 129: LADO Annual Report. AGREED:"``.
    """
    place = [block.meeting.body, _day(block.meeting.held_on), _number(block)]
    of_report = block.proceedings is None and record.title != block.heading
    names = [
        _short(record.title if of_report else None, LONGEST_NAME),
        _short(block.heading, LONGEST_NAME),
        _short(words_of(paper, block.lead), LONGEST_LEAD),
    ]
    return ": ".join(filter(None, [", ".join(filter(None, place)), ". ".join(filter(None, names))]))


def embedding_text(passage: Passage) -> str:
    """Return what is encoded for a passage; equal texts have equal vectors, whatever papers they stand in."""
    return f"{passage.context}\n{passage.text}" if passage.context else passage.text


def _day(day: date | None) -> str | None:
    return f"{day.day} {day:%B %Y}" if day else None


def _number(block: Block) -> str | None:
    if block.minute:
        return f"minute {block.minute}"
    if block.paragraph:
        return f"paragraph {block.paragraph}"
    return f"item {block.agenda_item}" if block.agenda_item else None


def _short(name: str | None, longest: int) -> str | None:
    """Fold white space and cut after a whole word."""
    folded = " ".join((name or "").split())
    return folded if len(folded) <= longest else folded[:longest].rsplit(" ", 1)[0]
