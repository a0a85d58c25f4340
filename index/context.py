"""The line that says where a passage stands, so that its words can be found by it too."""

import unicodedata
from datetime import date

from corpus.replies import OF_REPLIES
from corpus.types import Block, Paper, Record, Span
from index.types import Passage

LONGEST_NAME = 120  # characters of a heading or a title: about 30 tokens, so that the passage's own words prevail
LONGEST_LEAD = 240  # characters of a stem, or of a table's caption and its heading row
LONGEST_QUESTION = 480  # of a question that is replied to: how it begins, and what it ends by asking
LONGEST_NUMBER = 12  # letters and figures that number a heading: "129", "Item 5", "16.11.5"
PARTS = " – "  # between the name of a report and that of its section


def words_of(paper: Paper, spans: tuple[Span, ...]) -> str:
    """Return the words that the spans mark, white space folded."""
    return " ".join(" ".join(paper.page(span.page).text[span.start : span.end] for span in spans).split())


def context_line(paper: Paper, record: Record, block: Block) -> str:
    """Return where a block stands: body, date, number, title, heading, and the words that introduce it.

    Example: ``"Cabinet, 25 February 2025, minute 129: LADO Annual Report. AGREED:"``.
    """
    place = [block.meeting.body, _day(block.meeting.held_on), _number(block)]
    told = block.proceedings is not None or (record.title or "") in (block.heading or "")
    names = [
        _short(None if told else record.title, LONGEST_NAME),
        _short_heading(block.heading),
        _introduced(words_of(paper, block.lead), block),
    ]
    return ": ".join(filter(None, [", ".join(filter(None, place)), ". ".join(filter(None, names))]))


def _introduced(lead: str, block: Block) -> str:
    """Return the words that introduce a block, cut to length: of the question that it replies to both ends."""
    if block.kind not in OF_REPLIES:
        return _short(lead, LONGEST_LEAD)
    if len(lead) <= LONGEST_QUESTION:
        return _short(lead, LONGEST_QUESTION)
    half = LONGEST_QUESTION // 2
    return f"{_short(lead, half)} … {lead[-half:].split(' ', 1)[-1]}"


def embedding_text(passage: Passage) -> str:
    """Return what is encoded for a passage; equal texts have equal vectors, whatever papers they stand in."""
    return encoded(passage.context, passage.text)


def encoded(context: str, text: str) -> str:
    """Return what is encoded of a context line and a text."""
    return f"{context}\n{text}" if context else text


def _day(day: date | None) -> str | None:
    return f"{day.day} {day:%B %Y}" if day else None


def _number(block: Block) -> str | None:
    if block.minute:
        return f"minute {block.minute}"
    if block.paragraph:
        return f"paragraph {block.paragraph}"
    return f"item {block.agenda_item}" if block.agenda_item else None


def is_heading(words: str, heading: str | None) -> bool:
    """Say whether words are no more than the heading that they stand under, with or without its number."""
    said, held = bare(words), bare(heading or "")
    return bool(said) and (said in held or (held != "" and held in said and len(said) <= len(held) + LONGEST_NUMBER))


def bare(text: str) -> str:
    """Return letters and figures alone, in lower case, to compare words however they are printed."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def _short_heading(heading: str | None) -> str:
    """Cut a heading to length; where it names a report and a section, it is the report's name that is cut."""
    if not heading or len(heading) <= LONGEST_NAME or PARTS not in heading:
        return _short(heading, LONGEST_NAME)
    report, section = heading.rsplit(PARTS, 1)
    kept = _short(section, LONGEST_NAME // 2)
    return f"{_short(report, LONGEST_NAME - len(kept))}{PARTS}{kept}"


def _short(name: str | None, longest: int) -> str:
    """Fold white space and cut after a whole word."""
    folded = " ".join((name or "").split())
    return folded if len(folded) <= longest else folded[:longest].rsplit(" ", 1)[0]
