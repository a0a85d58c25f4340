"""The record: everything that is understood from one paper, with exact spans."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.access import exempt_words
from corpus.acronyms import acronyms
from corpus.bodies import commonest, councils_in
from corpus.dates import dates_in
from corpus.kinds import kind_of
from corpus.headings import heads
from corpus.meetings import meeting_in, own_body
from corpus.minutes import read_minutes
from corpus.paragraphs import Paragraph, paragraphs
from corpus.reports import read_report, title_of
from corpus.rows import body_rows, folded
from corpus.sections import Section, sections
from corpus.types import Block, Meeting, Paper, PaperKind, Proceedings, Record

_REFERENCE = re.compile(r"(?<![\d/])\d{2}/\d{5}(?!\d)")
_NAME_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)")
_TO = re.compile(
    r"\s*(?:to|report to|meeting)\s*:\s*(?P<body>[^–—\d]+?)\s*[-–—,]\s*(?P<rest>.*\d{4})", re.IGNORECASE | re.DOTALL
)
_AGENDA_OF = re.compile(
    r"\bmeeting\s+of\s+(?:the\s+)?(?P<body>[A-Z].{3,100}?)(?=\s+(?:date\s*:|will\s+be\s+held|to\s+be\s+held|on\s|held\b|at\s)|$)",
    re.IGNORECASE,
)
_REPLACES = re.compile(r"\b(?:replac(?:es|ing|ement\s+for)|supersed(?:es|ing))\s+(?P<what>[^.]{4,160})", re.IGNORECASE)


def read_record(paper: Paper) -> Record:
    """Read a paper as the record that it is: meetings, minutes, resolutions, reports and tables."""
    rows = body_rows(paper)
    found = paragraphs(rows)
    parts = sections(found)
    council = _council(found)
    minutes = {part: meeting_in(_heading(found, part), council) for part in parts if part.sort == "minutes"}
    minutes = {part: _dated(meeting, paper) for part, meeting in minutes.items()}
    kind = kind_of(paper, found, [part.sort for part in parts])
    meeting = _published_for(paper, found, parts, minutes, council, kind)
    title = title_of(found) if kind not in {"minutes", "agenda", "front_sheet", "pack"} else None
    proceedings, blocks = _read(found, parts, minutes, meeting, kind)
    return Record(
        paper.sha256,
        kind,
        meeting,
        title,
        tuple(proceedings),
        tuple(blocks),
        acronyms(found),
        tuple(sorted({match for paragraph in found for match in _REFERENCE.findall(paragraph.text)})),
        _replaces(found),
        exempt_words(found),
    )


def _read(
    found: Sequence[Paragraph],
    parts: Sequence[Section],
    minutes: dict[Section, Meeting],
    meeting: Meeting,
    kind: PaperKind,
) -> tuple[list[Proceedings], list[Block]]:
    """Return the proceedings and the blocks of all sections, in order."""
    proceedings: list[Proceedings] = []
    blocks: list[Block] = []
    decided = kind == "record_of_decision" and not any(
        re.search(r"\bproposed\b", paragraph.text, re.IGNORECASE) for paragraph in found[:4]
    )
    for part in parts:
        inside = found[part.start : part.end]
        if part.sort == "minutes":
            read, made = read_minutes(inside, minutes[part], len(proceedings))
            proceedings.append(read)
            blocks += made
        elif part.sort == "attachment" and proceedings:
            rank = _meeting_with(proceedings, part.minute)
            ground = Block("report", (), proceedings[rank].meeting, minute=part.minute, proceedings=rank)
            blocks += read_report(inside, ground, title_of(inside[1:]))
        else:
            ground = Block("report", (), meeting, agenda_item=part.item)
            title = title_of(inside) if part.start or kind not in {"agenda", "front_sheet", "pack"} else None
            blocks += read_report(inside, ground, title, decided)
    return proceedings, blocks


def _meeting_with(proceedings: Sequence[Proceedings], minute: str | None) -> int:
    """Return which of the proceedings has a minute of this number: the last that has, or the last of all."""
    for rank in range(len(proceedings) - 1, -1, -1):
        if any(item.number == minute for item in proceedings[rank].minutes):
            return rank
    return len(proceedings) - 1


def _heading(found: Sequence[Paragraph], part: Section) -> Sequence[Paragraph]:
    """Return the paragraphs of a section of minutes before its list of those present."""
    from corpus.attendance import label_of

    end = part.start
    while end < min(part.end, part.start + 16) and label_of(found[end].text) is None:
        end += 1
    return found[part.start : max(end, part.start + 1)]


def _council(found: Sequence[Paragraph]) -> str | None:
    """Return the council whose paper this is: the one that its first page names most, or the whole paper does."""
    first = [name for paragraph in found if paragraph.page == found[0].page for name in councils_in(paragraph.text)]
    if first:
        return commonest(tuple(first))
    return commonest(tuple(name for paragraph in found for name in councils_in(paragraph.text)))


def _dated(meeting: Meeting, paper: Paper) -> Meeting:
    """Return a meeting with the date of the file's name where its heading prints none."""
    return meeting if meeting.held_on else replace(meeting, held_on=_date_in_name(paper))


def _date_in_name(paper: Paper) -> date | None:
    dated = [found.full for found in dates_in(paper.name.replace("_", " ")) if found.full is not None]
    return dated[0] if dated else None


def _published_for(
    paper: Paper,
    found: Sequence[Paragraph],
    parts: Sequence[Section],
    minutes: dict[Section, Meeting],
    council: str | None,
    kind: PaperKind,
) -> Meeting:
    """Return the meeting that a paper was published for."""
    if kind == "minutes" and minutes:
        return minutes[next(iter(minutes))]
    first = found[: next((part.start for part in parts if part.start), len(found))][:40]
    for paragraph in first[:16]:
        match = _TO.match(paragraph.text)
        if match is not None:
            days = [dated.full for dated in dates_in(match["rest"]) if dated.full is not None]
            body = own_body(match["body"], council)
            if days and body:
                return Meeting(council, body, days[0])
    text = folded(" ".join(paragraph.text for paragraph in first if paragraph.page == first[0].page)) if first else ""
    days = [dated.full for dated in dates_in(text) if dated.full is not None]
    named = _AGENDA_OF.search(text)
    by_name = _date_in_name(paper)
    body = (
        own_body(named["body"], council) if named and kind in {"agenda", "front_sheet", "pack", "supplement"} else None
    )
    if kind in {"agenda", "front_sheet", "pack", "supplement"}:
        held = days[0] if days else by_name
        return Meeting(council, body or _body_in_name(paper, council) or _first_body(first, council), held)
    return Meeting(council, _body_in_name(paper, council), by_name)


def _first_body(first: Sequence[Paragraph], council: str | None) -> str | None:
    meeting = meeting_in(first[:10], council)
    return meeting.body


def _body_in_name(paper: Paper, council: str | None) -> str | None:
    """Return the body that a file's name begins with, as "cabinet__2025-01-30__…" does: weak evidence, used last."""
    match = re.match(r"(?P<body>[A-Za-z][A-Za-z_ &-]+?)(?:__|[ _-]+(?=(?:19|20)\d\d-\d\d-\d\d))", paper.name)
    if match is None:
        return None
    words = match["body"].replace("_", " ").strip().title()
    if not re.search(r"cabinet|council|committee|commission|panel|board|executive|forum", words, re.IGNORECASE):
        return None
    return own_body(words, council)


def _replaces(found: Sequence[Paragraph]) -> str | None:
    for paragraph in found[:40]:
        match = _REPLACES.search(folded(paragraph.text))
        if match is not None:
            return match.group().strip()
    return None
