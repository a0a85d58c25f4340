"""The record: everything that is understood from one paper, with exact spans."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.access import exempt_words
from corpus.acronyms import acronyms
from corpus.agenda import AgendaItem, agenda_items, is_agenda, item_under
from corpus.fields import authors_of, wards_of
from corpus.held import is_held
from corpus.kinds import kind_of
from corpus.labels import label_in_heading, label_of
from corpus.meetings import meeting_in
from corpus.minutes import read_minutes
from corpus.name_lists import unlabelled_lines
from corpus.paragraphs import Paragraph, paragraphs
from corpus.published import SUMMONING, council_of, date_in_name, minutes_published_for, published_for, slips_of
from corpus.replies import with_questions
from corpus.reports import read_report
from corpus.rows import body_rows, folded
from corpus.sections import Section, document_after, sections
from corpus.slips import slips
from corpus.titles import title_of
from corpus.types import Block, Meeting, Paper, PaperKind, Proceedings, Record

_REFERENCE = re.compile(r"(?<![\d/])\d{2}/\d{5}(?!\d)")
_REPLACES = re.compile(  # by a paper, of a paper: not "the proposed change replaces this with paragraph 3"
    r"[^.]*\b(?:replac(?:es|ing|ement\s+for)|supersed(?:es|ing)|to\s+replace)\s+"
    r"(?=(?:[\w'’-]+\s+){0,6}?(?:version|report|paper|appendix|page|pack|item|agenda|original|previously|"
    r"one\s+(?:circulated|issued|published|sent))\b)"
    r"(?!(?:[\w'’-]+\s+){0,6}?(?:paragraphs?|wording|words|sentence)\b)[^.]{4,200}",
    re.IGNORECASE,
)


def read_record(paper: Paper) -> Record:
    """Read a paper as the record that it is: meetings, minutes, resolutions, reports and tables."""
    rows = body_rows(paper)
    found = paragraphs(rows)
    parts = sections(found, is_held(paper, found))
    council = council_of(paper, found)
    minutes = {part: _meeting(paper, _heading(found, part), council) for part in parts if part.sort == "minutes"}
    kind = kind_of(paper, found, [part.sort for part in parts])
    if kind == "minutes" and minutes:
        meeting = minutes_published_for(paper, next(iter(minutes.values())))
    else:
        meeting = published_for(paper, found, council, kind)
    title = title_of(found) if kind not in {"minutes", "agenda", "front_sheet", "pack"} else None
    proceedings, blocks = _read(paper, found, parts, minutes, meeting, kind)
    return Record(
        paper.sha256,
        kind,
        meeting,
        title,
        tuple(proceedings),
        tuple(with_questions(paper, blocks)),
        acronyms(found),
        tuple(sorted({match for paragraph in found for match in _REFERENCE.findall(paragraph.text)})),
        _replaces(found, kind),
        exempt_words(found),
        authors=authors_of(found) if title else (),
        wards=wards_of(found) if title else (),
        flags=slips_of(paper, found) if kind in SUMMONING else (),
    )


def _read(
    paper: Paper,
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
    items: tuple[AgendaItem, ...] = ()
    for part in parts:
        inside = found[part.start : part.end]
        if part.sort == "minutes":
            read, made = read_minutes(inside, minutes[part], len(proceedings))
            flags = slips(_heading(found, part), read.meeting.held_on, date_in_name(paper), read.confirms)
            earlier = tuple(day for day in read.confirms if read.meeting.held_on is None or day < read.meeting.held_on)
            proceedings.append(replace(read, confirms=earlier, flags=flags))
            blocks += made
        elif part.sort == "attachment" and proceedings:
            rank = _meeting_with(proceedings, part.minute)
            ground = Block("report", (), proceedings[rank].meeting, minute=part.minute, proceedings=rank)
            blocks += read_report(inside, ground, title_of(inside[1:]))
        else:
            ground = Block("report", (), meeting, agenda_item=part.item)
            if kind in SUMMONING and not items and is_agenda(inside) and (listed := agenda_items(inside)):
                end = _agenda_end(inside, listed)
                items = tuple(item for item in listed if item.paragraph < end)
                blocks += _agenda(inside[:end], items, ground)
                inside = inside[end:]
                if not inside:
                    continue
            under = item_under(items, part.item, part.label, paper.page(inside[0].page).printed)
            ground = replace(ground, agenda_item=under.number) if under else ground
            blocks += read_report(inside, ground, title_of(inside) or (under.heading if under else None), decided)
    return proceedings, blocks


def _agenda_end(inside: Sequence[Paragraph], items: Sequence[AgendaItem]) -> int:
    """Return where the first document behind an agenda begins: where no item goes on counting after its title."""
    end = document_after(inside, items[0].paragraph)
    for item, later in pairwise(items):
        if later.paragraph >= end > item.paragraph:
            number, then = (re.match(r"\d+", one.number) for one in (item, later))
            if number is None or then is None or int(then.group()) != int(number.group()) + 1:
                return end
            end = document_after(inside, later.paragraph)
    return end


def _agenda(inside: Sequence[Paragraph], items: Sequence[AgendaItem], ground: Block) -> list[Block]:
    """Return the blocks of an agenda: what stands before its items, and each item under its number."""
    blocks = list(read_report(inside[: items[0].paragraph], ground, None))
    for rank, item in enumerate(items):
        stop = items[rank + 1].paragraph if rank + 1 < len(items) else len(inside)
        here = replace(ground, agenda_item=item.number, heading=item.heading)
        blocks += [
            replace(here, kind="table" if paragraph.table else "report", spans=paragraph.prose.spans())
            for paragraph in inside[item.paragraph : stop]
        ]
    return blocks


def _meeting_with(proceedings: Sequence[Proceedings], minute: str | None) -> int:
    """Return which of the proceedings has a minute of this number: the last that has, or the last of all."""
    for rank in range(len(proceedings) - 1, -1, -1):
        if any(item.number == minute for item in proceedings[rank].minutes):
            return rank
    return len(proceedings) - 1


def _heading(found: Sequence[Paragraph], part: Section) -> Sequence[Paragraph]:
    """Return the paragraphs of a section of minutes before its list of those present."""
    listed = unlabelled_lines(found[part.start : min(part.end, part.start + 16)])
    last = min(part.end, part.start + (16 if listed is None else listed))
    end = part.start
    while end < last and label_of(found[end].text) is None:
        if end > part.start and label_in_heading(found[end]) is not None:
            break
        end += 1
    return found[part.start : max(end, part.start + 1)]


def _meeting(paper: Paper, head: Sequence[Paragraph], council: str | None) -> Meeting:
    """Return the meeting that the heading of minutes names, its date the file name's where the heading prints none."""
    meeting = meeting_in(head, council)
    return meeting if meeting.held_on else replace(meeting, held_on=date_in_name(paper))


def _replaces(found: Sequence[Paragraph], kind: PaperKind) -> str | None:
    for paragraph in found[:24]:
        if (
            kind not in {"supplement", "pack", "report", "appendix", "agenda", "other"}
            or paragraph.page > found[0].page
        ):
            break
        match = _REPLACES.search(folded(paragraph.text))
        if match is not None:
            return match.group().strip()
    return None
