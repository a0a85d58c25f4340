"""The minutes of one meeting: items, attendance, decisions, votes and declarations, and the blocks they are read in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.access import (
    for_one_item,
    goes_private,
    goes_public,
    is_exempt_item,
    is_never_private,
    private_items,
    shuts_itself,
    stays_public,
)
from corpus.apologies import apologies
from corpus.applications import application_heads
from corpus.attendance import attendees
from corpus.blocks import Piece, place_of, put_together
from corpus.bodies import is_small
from corpus.decided import Decision, Stretch
from corpus.declarations import declared, is_declarations
from corpus.headings import Head, heads
from corpus.labels import label_in_heading, label_of, lists_by_columns, member_label_of
from corpus.name_lists import unlabelled_lines
from corpus.names import same_person
from corpus.paragraphs import Paragraph, cut
from corpus.phrases_kept import APOLOGY_HEADING
from corpus.phrasing import says
from corpus.resolutions import decisions, effect_of
from corpus.rows import folded, joined
from corpus.series import token
from corpus.standing import confirmed_dates, corrections, standing
from corpus.stems import is_formal, stem_of
from corpus.sub_items import motions_named, sub_items
from corpus.tabled import untabled
from corpus.told import told_in
from corpus.topics import topics
from corpus.types import (
    Attendee,
    Block,
    Declaration,
    Kind,
    Meeting,
    Minute,
    Proceedings,
    Resolution,
    Span,
    Standing,
)
from corpus.votes import recorded_votes
from corpus.votes_on import votes_on

LISTED = 3  # paragraphs under a heading among which the label of a list of those present stands
CALLED = 60  # letters at the beginning of an item without a heading that say what it is about


@dataclass(frozen=True, slots=True)
class Item:
    """One item read: the minute, its blocks, and those who sent apologies under it."""

    minute: Minute
    blocks: tuple[Block, ...]
    absent: tuple[Attendee, ...]


def read_minutes(
    paragraphs: Sequence[Paragraph], meeting: Meeting, place: int, found: Sequence[Head] | None = None
) -> tuple[Proceedings, tuple[Block, ...]]:
    """Read the paragraphs of one meeting's minutes; ``place`` is its rank among the record's proceedings."""
    column: Mapping[int, str] = {}
    if found is None:
        typed = untabled(paragraphs)
        found = heads(typed.paragraphs, typed.items)
        if not found:
            typed, found = topics(paragraphs)
        paragraphs, column = typed.paragraphs, typed.decided
    items = tuple(found)
    first = items[0].start if items else len(paragraphs)
    formal = is_formal(paragraphs) and not (is_small(meeting) and _told_mostly(paragraphs))
    rank: Standing = standing(paragraphs, meeting.held_on)
    ground = Block("discussion", (), meeting, rank, proceedings=place)
    blocks = list(_opening(paragraphs[:first], ground))
    minutes: list[Minute] = []
    absent: list[Attendee] = []
    private, alone = False, False
    excluded: frozenset[str | None] = frozenset()  # the items for which alone the public is shut out
    confirms: list[date] = []
    corrects: list[Span] = []
    for index, head in enumerate(items):
        stop = items[index + 1].start if index + 1 < len(items) else len(paragraphs)
        body = paragraphs[head.end : stop]
        if head.inside:
            body = (cut(paragraphs[head.at], head.inside), *body)
        first_in = head.end - bool(head.inside)
        said = {place - first_in: verb for place, verb in column.items() if head.end <= place < stop}
        marked = is_exempt_item(head.heading, folded(body[0].text) if body else "")
        closed = private or marked or shuts_itself(head.heading, [folded(one.text) for one in body])
        closed = closed or not excluded.isdisjoint({head.number, head.item})
        closed = closed and not is_never_private(head.heading)
        private = private and not alone  # the item for which alone the public went out
        item = _whole_item(paragraphs[head.start : head.end], head, body, replace(ground, private=closed), formal, said)
        minutes.append(item.minute)
        blocks += item.blocks
        listed = _listed(paragraphs, head, stop)
        absent += listed or item.absent
        confirms += [day for day in confirmed_dates(body, meeting, head.heading) if day not in confirms]
        corrects += _corrected(head, body)
        texts = [folded(paragraph.text) for paragraph in (*paragraphs[head.start : head.end], *body)]
        to_come = {number for later in items[index + 1 :] for number in (later.number, later.item)}
        named = to_come.intersection(number for text in texts for number in private_items(text))
        excluded |= named
        alone = for_one_item(texts)
        for text in texts:
            goes = not named and goes_private(text) and not stays_public(head.heading, texts[head.end - head.start :])
            private = (private or goes) and not goes_public(text)
    people = _each_once((*attendees(paragraphs[:first]), *absent))
    return Proceedings(meeting, rank, people, tuple(minutes), tuple(confirms), tuple(corrects)), tuple(blocks)


def _told_mostly(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether more is decided in sentences than under formal stems, as clerks write who use both."""
    stems = {place for place, paragraph in enumerate(paragraphs) if _set_off(paragraph)}
    told = (told_in(paragraph, 0, formal=False) for place, paragraph in enumerate(paragraphs) if place not in stems)
    return sum(map(bool, told)) > len(stems)


def _set_off(paragraph: Paragraph) -> bool:
    stem = stem_of(paragraph)
    return (stem is not None and not stem.weak) or says(r"^resolved to\b", paragraph.text)


def _listed(paragraphs: Sequence[Paragraph], head: Head, stop: int) -> tuple[Attendee, ...]:
    """Return those named under an item that is the list of those present: "1. Present"."""
    label = label_in_heading(paragraphs[head.at])
    number = token(paragraphs[head.at], 0)
    body = paragraphs[head.end : stop]
    if any((found := label_of(one.text)) is not None and found.role == "present" for one in body[:LISTED]):
        return attendees(body)  # "Calling of the Roll"
    if label is None or number is None or label.role not in {"present", "in_attendance"}:
        return ()
    return attendees((cut(paragraphs[head.at], number.rest), *body))


def _each_once(named: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Return those named, each once in one part: a list and the first minute may both name who sent apologies."""
    kept: list[Attendee] = []
    for person in named:
        presided = (person.note or "").lower().endswith(("in the chair", "presiding", "presided"))
        exact = person.role == "present" and not presided  # two of a name may both be there; a list prints nobody twice
        again = (
            at
            for at, one in enumerate(kept)
            if one.role == person.role and (one.name == person.name if exact else same_person(one.name, person.name))
        )
        like = next(again, None)
        if like is None:
            kept.append(person)
        elif person.note and not kept[like].note:
            kept[like] = replace(kept[like], note=person.note)  # "Councillor Rees presided"
    return tuple(kept)


def _corrected(head: Head, body: Sequence[Paragraph]) -> tuple[Span, ...]:
    return corrections(body) if says(r"\bminutes\b|\bcofnodion\b|\brecord\b", head.heading) else ()


def _opening(paragraphs: Sequence[Paragraph], ground: Block) -> Iterator[Block]:
    """Return the blocks of what stands before the first item: the heading, and who was there."""
    kind: Kind = "discussion"
    pending: list[Span] = []
    lines = unlabelled_lines(paragraphs)
    for place, paragraph in enumerate(paragraphs):
        listed = label_of(paragraph.text) is not None or lists_by_columns(paragraph.text)
        named = place == lines or (kind == "discussion" and _members_named(paragraph))
        if listed or named:
            if pending:
                yield replace(ground, kind=kind, spans=joined(pending))
            pending, kind = [], "attendance"
        elif pending and (paragraph.bold and paragraph.gap):
            yield replace(ground, kind=kind, spans=joined(pending))
            pending, kind = [], "discussion"
        pending += paragraph.prose.spans()
    if pending:
        yield replace(ground, kind=kind, spans=joined(pending))


def _members_named(paragraph: Paragraph) -> bool:
    """Say whether a paragraph names the members of a group, beside its label: "Schools members: Ms Orr, Mr Hay"."""
    label = member_label_of(paragraph.text)
    return label is not None and not label.alone and label.note is None


def _whole_item(
    head: Sequence[Paragraph],
    at: Head,
    body: Sequence[Paragraph],
    ground: Block,
    formal: bool,
    column: Mapping[int, str],
) -> Item:
    """Read one item, each of several applications under it by itself."""
    if is_declarations(at.heading):
        return _item(head, at, body, ground, formal, column)
    found = application_heads(body)
    if not found and not column:
        above, named = motions_named(at.heading, body)
        above, named = (above, named) if named else sub_items(body)
        within = [
            _item((one.name,), at, one.body, ground, formal, {}, folded(one.name.text).rstrip(" .:")) for one in named
        ]
        return _together([_item(head, at, above, ground, formal, column), *within])
    first = found[0].start if found else len(body)
    parts = [_item(head, at, body[:first], ground, formal, column)]
    for one, stop in zip(found, [*(one.start for one in found[1:]), len(body)], strict=False):
        after = one.start + 1
        said = {place - after: verb for place, verb in column.items() if after <= place < stop}
        parts.append(_item(body[one.start : after], at, body[after:stop], ground, formal, said, one.title))
    return _together(parts)


def _together(parts: Sequence[Item]) -> Item:
    """Return the parts of one item as one, what was resolved numbered through all of them."""
    whole = parts[0]
    for part in parts[1:]:
        before = len(whole.minute.resolutions)
        minute = replace(
            whole.minute,
            spans=joined((*whole.minute.spans, *part.minute.spans)),
            resolutions=(
                *whole.minute.resolutions,
                *(replace(one, ordinal=one.ordinal + before) for one in part.minute.resolutions),
            ),
            votes=(*whole.minute.votes, *part.minute.votes),
            declarations=(*whole.minute.declarations, *part.minute.declarations),
        )
        later = (replace(one, resolution=one.resolution and one.resolution + before) for one in part.blocks)
        whole = Item(minute, (*whole.blocks, *later), (*whole.absent, *part.absent))
    return whole


def _item(
    head: Sequence[Paragraph],
    at: Head,
    body: Sequence[Paragraph],
    ground: Block,
    formal: bool,
    column: Mapping[int, str],
    under: str | None = None,
) -> Item:
    """Read one item, or the part of it ``under`` a line that names one of several applications."""
    heading = " – ".join(filter(None, (at.heading, under)))
    ground = replace(ground, minute=at.number, agenda_item=at.item, heading=heading or None)
    called = at.heading or (folded(body[0].text)[:CALLED] if body else "")
    interests = is_declarations(called)
    absence = says(APOLOGY_HEADING, called)
    taken = recorded_votes(body)
    voting = {place for places, _ in taken if len(places) > 1 for place in places}
    decided = tuple(
        decision
        for decision in decisions(body, formal, column, is_small(ground.meeting))
        if not any(part.paragraph in voting for part in decision.text)
    )
    resolutions = tuple(
        replace(_resolution(body, decision, rank), under=under) for rank, decision in enumerate(decided, 1)
    )
    told = [(place, found) for place, paragraph in enumerate(body) for found in declared(paragraph, interests)]
    marks = _marked(decided, resolutions, told, voting)
    absent = tuple(person for paragraph in body for person in apologies(paragraph)) if absence else ()
    first_spans = joined(
        span
        for place, paragraph in enumerate(head, at.start)
        for span in paragraph.prose.spans(0, at.inside or None if place == at.at and under is None else None)
    )
    blocks = [replace(ground, spans=first_spans)]
    blocks += put_together(_blocks(body, marks, ground, "attendance" if absence else "discussion"))
    minute = Minute(
        at.number,
        at.item,
        at.heading,
        joined((*first_spans, *(span for paragraph in body for span in paragraph.prose.spans()))),
        resolutions,
        tuple(replace(vote, under=under) for vote in votes_on(body, decided, taken)),
        tuple(declaration for _, (_, _, declaration) in told),
        ground.private,
    )
    return Item(minute, tuple(blocks), absent)


def _resolution(body: Sequence[Paragraph], decision: Decision, rank: int) -> Resolution:
    text = folded(" ".join(body[part.paragraph].text[part.start : part.end] for part in decision.text))
    return Resolution(
        rank,
        decision.marker,
        decision.verb,
        effect_of(text, decision.verb),
        text,
        _spans(body, decision.text),
        _spans(body, decision.stem),
    )


def _spans(body: Sequence[Paragraph], parts: Sequence[Stretch]) -> tuple[Span, ...]:
    return joined(span for part in parts for span in body[part.paragraph].prose.spans(part.start, part.end))


@dataclass(frozen=True, slots=True)
class _Marked:
    """A stretch of a paragraph that is no plain discussion."""

    start: int
    end: int
    kind: Kind
    resolution: Resolution | None
    shown: bool  # a block of its own begins here; False for a stem, which is shown as the lead of its parts


def _marked(
    decided: Sequence[Decision],
    resolutions: Sequence[Resolution],
    told: Sequence[tuple[int, tuple[int, int, Declaration]]],
    voting: set[int],
) -> dict[int, list[_Marked]]:
    """Return what of each paragraph is decision, stem or declaration."""
    marks: dict[int, list[_Marked]] = {}
    for decision, resolution in zip(decided, resolutions, strict=True):
        for rank, part in enumerate(decision.text):
            marks.setdefault(part.paragraph, []).append(
                _Marked(part.start, part.end, "decision", resolution, rank == 0)
            )
        for part in decision.stem:
            stem = _Marked(part.start, part.end, "decision", None, False)
            if stem not in marks.setdefault(part.paragraph, []):
                marks[part.paragraph].append(stem)
    resolved = frozenset(marks)
    for place, (start, end, _) in told:
        mark = _Marked(start, end, "declaration", None, True)
        if place not in resolved and place not in voting and mark not in marks.get(place, []):
            marks.setdefault(place, []).append(mark)
    return marks


def _blocks(body: Sequence[Paragraph], marks: dict[int, list[_Marked]], ground: Block, plain: Kind) -> Iterator[Piece]:
    """Return the blocks of an item's paragraphs, in reading order, each word in one."""
    for place, paragraph in enumerate(body):
        numbered = paragraph.mark is not None and paragraph.mark.style != "•"
        here = replace(ground, paragraph=paragraph.mark.text.strip("()[]. ") if paragraph.mark and numbered else None)
        at = paragraph.offset
        marked = sorted(marks.get(place, []), key=lambda mark: (mark.start, mark.end))
        for mark in marked:
            before = paragraph.prose.spans(at, mark.start)
            if before and _worded(paragraph.text[at : mark.start]):
                yield Piece(replace(here, kind=plain, spans=before), "alone")
            at = max(at, mark.end)
            if mark.kind == "declaration":
                spans = paragraph.prose.spans(mark.start, mark.end)
                yield Piece(replace(here, kind="declaration", spans=spans), "alone")
            elif mark.resolution is not None and mark.shown:
                part = mark.resolution
                block = replace(here, kind="decision", spans=part.spans, resolution=part.ordinal, lead=part.stem)
                yield Piece(block, "alone")
        rest = paragraph.prose.spans(at)
        if rest and _worded(paragraph.text[at:]):
            kind: Kind = "table" if paragraph.table else plain
            yield Piece(replace(here, kind=kind, spans=rest), "alone" if marked else place_of(paragraph))


def _worded(text: str) -> bool:
    """Say whether there is a word in what is left between two stretches."""
    return any(letter.isalnum() for letter in text)
