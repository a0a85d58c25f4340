"""What a paper says, taken apart into facts that can be counted: the gold's, and those of a record that was read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from corpus.types import Kind, Meeting, Minute, Paper, Proceedings, Record, Resolution, Span, Standing, Vote
from eval.record_gold import GoldMeeting, GoldMinute, GoldPaper, GoldPart, GoldText, GoldVote, bare, digest, stands_in

Measure = Literal[
    "minutes", "headings", "agenda items", "parts", "parts in place", "verbs", "votes", "dates", "bodies", "kinds",
    "printed pages", "attendance", "declarations", "private", "report parts", "standing", "confirms", "corrects",
]  # fmt: skip
"""What is counted. ``parts`` are resolution parts, exact to the letter; ``in place``, under their minute and page."""

MEASURES: tuple[Measure, ...] = get_args(Measure)
NAMED_BY = 12  # letters of its heading that stand for a minute without a number


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is said of a paper: right where a fact of the other side has one of its keys.

    Example: ``Fact("minutes", ("129 p14",), "p14 minute 129", optional=False)``.
    """

    measure: Measure
    keys: tuple[str, ...]
    label: str  # for the list of misses: never part of the comparison
    optional: bool = False


def gold_facts(gold: GoldPaper) -> list[Fact]:
    """Return the facts that a paper's gold holds, without those told in blocks (see ``block_facts``)."""
    facts = [Fact("kinds", (gold.kind,), gold.kind), *_published(gold.meeting)]
    facts += _printed(enumerate(gold.printed_pages, start=1))
    for rank, meeting in enumerate(gold.meetings):
        facts += _held(rank, Meeting(None, meeting.body, meeting.held_on))
        facts += _present(rank, {"present": meeting.present, "apologies": meeting.apologies})
        facts += _gold_minutes(meeting)
    return facts


def found_facts(paper: Paper, record: Record) -> list[Fact]:
    """Return the facts that were read from a paper."""
    facts = [Fact("kinds", (record.kind,), record.kind), *_published(record.meeting)]
    facts += _printed((page.number, page.printed) for page in paper.pages)
    for rank, one in enumerate(record.proceedings):
        facts += _held(rank, one.meeting)
        facts += _present(rank, _counts(one))
        for minute in one.minutes:
            facts += _found_minute(paper, minute)
    return facts


def block_facts(gold: GoldPaper, paper: Paper, record: Record) -> tuple[list[Fact], list[Fact]]:
    """Return what reports recommend and what is decided outside minutes, by the gold and as found.

    A block holds a gold part where the part stands in it to the letter, since one block may hold several parts.
    """
    wanted, found = list[Fact](), list[Fact]()
    kinds: tuple[tuple[Kind, tuple[GoldText, ...]], ...] = (
        ("recommendation", gold.recommendations),
        ("decision", gold.decisions),
    )
    for kind, parts in kinds:
        held = [
            (block.spans[0].page, quoted(paper, block.spans))
            for block in record.blocks
            if block.kind == kind and block.proceedings is None and block.spans
        ]
        for rank, part in enumerate(parts):
            key = f"{kind} {rank}"
            wanted.append(Fact("report parts", (key,), f"p{part.pdf_page} {kind}: {part.wording.first} …"))
            if any(stands_in(part.wording, text) for _, text in held):
                found.append(Fact("report parts", (key,), wanted[-1].label))
        for page, text in held:
            leads = text.rstrip().endswith(":")  # words that lead up to a list are neither wanted nor wrong
            if not leads and (gold.recommendations or gold.decisions) and not any(_meets(one, text) for one in parts):
                found.append(Fact("report parts", (f"{kind} {digest(text)}",), f"p{page} {kind}: {_start(text)}"))
    return wanted, found


def standing_facts(gold: GoldPaper, record: Record) -> tuple[list[Fact], list[Fact]]:
    """Return how far the minutes can be relied on, by the gold and as found, of the meetings that somebody judged."""
    wanted, found = list[Fact](), list[Fact]()
    for rank, meeting in enumerate(gold.meetings):
        if meeting.standing is None:
            continue
        wanted += _stands(rank, meeting.standing, meeting.confirms, meeting.corrects)
        if rank < len(record.proceedings):
            one = record.proceedings[rank]
            found += _stands(rank, one.standing, one.confirms, len(one.corrects))
    return wanted, found


def quoted(paper: Paper, spans: Iterable[Span]) -> str:
    """Return the words of some spans in order."""
    return " ".join(paper.page(span.page).text[span.start : span.end] for span in spans)


def _meets(part: GoldText, text: str) -> bool:
    """Say whether a block is at least a piece of a part: what leads up to it, or the words that it ends with."""
    letters = bare(text)
    return (
        bare(part.wording.first) in letters or bare(part.wording.last) in letters or letters in bare(part.wording.first)
    )


def _published(meeting: Meeting) -> Iterator[Fact]:
    if meeting.held_on:
        yield Fact("dates", (f"paper {meeting.held_on}",), f"paper of {meeting.held_on}")
    if meeting.body or meeting.council:
        said = f"{meeting.council}, {meeting.body}"
        yield Fact("bodies", (f"paper {said}",), f"paper of {said}")


def _held(rank: int, meeting: Meeting) -> Iterator[Fact]:
    yield Fact("dates", (f"{rank} {meeting.held_on}",), f"meeting {rank + 1} on {meeting.held_on}")
    yield Fact("bodies", (f"{rank} {meeting.body}",), f"meeting {rank + 1} of {meeting.body}")


def _stands(rank: int, standing: Standing, confirms: Iterable[date], corrects: int) -> Iterator[Fact]:
    yield Fact("standing", (f"{rank} {standing}",), f"meeting {rank + 1} {standing}")
    for day in confirms:
        yield Fact("confirms", (f"{rank} {day}",), f"meeting {rank + 1} confirms {day}")
    if corrects:
        yield Fact("corrects", (f"{rank} {corrects}",), f"meeting {rank + 1} corrects earlier minutes {corrects} times")


def _printed(pages: Iterable[tuple[int, str | None]]) -> Iterator[Fact]:
    for number, printed in pages:
        if printed is not None:
            yield Fact("printed pages", (f"{number} {printed}",), f"p{number} printed {printed}")


def _present(rank: int, counts: dict[str, int]) -> Iterator[Fact]:
    for role, count in counts.items():
        if count:
            yield Fact("attendance", (f"{rank} {role} {count}",), f"meeting {rank + 1}: {count} {role}")


def _counts(one: Proceedings) -> dict[str, int]:
    return {role: sum(person.role == role for person in one.attendees) for role in ("present", "apologies")}


def _minute(number: str | None, heading: str) -> str:
    """Return what a minute is known by: its number, or how its heading begins."""
    return number or f"“{bare(heading)[:NAMED_BY]}”"


def _gold_minutes(meeting: GoldMeeting) -> Iterator[Fact]:
    for minute in meeting.minutes:
        name = _minute(minute.number, minute.heading.first)
        yield from _headed(name, minute.pdf_page, minute.agenda_item, minute.heading.sha256, minute.heading.first)
        for part in minute.parts:
            yield from _gold_part(name, part)
        for vote in minute.votes:
            yield _gold_vote(name, minute, vote)
        for person in minute.declarations:
            yield Fact("declarations", (f"{name} {bare(person)}",), f"minute {name}: {person}")
        if minute.private:
            yield Fact("private", (name,), f"minute {name} private")


def _found_minute(paper: Paper, minute: Minute) -> Iterator[Fact]:
    name = _minute(minute.number, minute.heading)
    page = minute.spans[0].page
    yield from _headed(name, page, minute.agenda_item, digest(minute.heading), minute.heading)
    for resolution in minute.resolutions:
        yield from _found_part(paper, name, resolution)
    for vote in minute.votes:
        if vote.tallies:
            yield _found_vote(name, page, vote)
    for declaration in minute.declarations:
        if declaration.name is not None:  # "members who were district councillors": nobody is named, nobody is counted
            words = f"p{page} minute {name}: {declaration.name}"
            yield Fact("declarations", (f"{name} {bare(declaration.name)}",), words)
    if minute.private:
        yield Fact("private", (name,), f"minute {name} private")


def _headed(name: str, page: int, item: str | None, heading: str, words: str) -> Iterator[Fact]:
    label = f"p{page} minute {name} {_start(words)}"
    yield Fact("minutes", (f"{name} p{page}",), label)
    yield Fact("headings", (f"{name} {heading}",), label)
    if item is not None:
        yield Fact("agenda items", (f"{name} item {item}",), f"{label}, item {item}")


def _gold_part(name: str, part: GoldPart) -> Iterator[Fact]:
    label = f"p{part.pdf_page} minute {name}: {part.wordings[0].first} … {part.wordings[0].last}"
    said = tuple(wording.sha256 for wording in part.wordings)
    yield Fact("parts", said, label, part.optional)
    yield Fact("parts in place", tuple(f"{name} p{part.pdf_page} {one}" for one in said), label, part.optional)
    yield Fact("verbs", tuple(f"{name} {verb}" for verb in part.verbs), f"{label} ({part.verbs[0]})", part.optional)


def _found_part(paper: Paper, name: str, part: Resolution) -> Iterator[Fact]:
    page, said = part.spans[0].page, digest(part.text)
    label = f"p{page} minute {name}: {_start(part.text)} … {' '.join(part.text.split()[-4:])}"
    if digest(quoted(paper, part.spans)) != said:
        label += " (its spans do not hold its text)"
        said = f"{said} unquoted"  # a text that the page does not bear out is not exact
    yield Fact("parts", (said,), label)
    yield Fact("parts in place", (f"{name} p{page} {said}",), label)
    yield Fact("verbs", (f"{name} {part.verb}",), f"{label} ({part.verb})")


def _gold_vote(name: str, minute: GoldMinute, vote: GoldVote) -> Fact:
    sides = [(side.side, side.printed, side.names) for side in vote.sides]
    return _vote(name, minute.pdf_page, vote.outcome, sides)


def _found_vote(name: str, page: int, vote: Vote) -> Fact:
    return _vote(name, page, vote.outcome, [(one.side, one.printed, len(one.names)) for one in vote.tallies])


def _vote(name: str, page: int, outcome: str | None, sides: Sequence[tuple[str, int | None, int]]) -> Fact:
    told = ", ".join(f"{side} {printed} with {names} names" for side, printed, names in sides)
    return Fact("votes", (f"{name} {outcome} {told}",), f"p{page} minute {name}: {outcome}: {told}")


def _start(text: str) -> str:
    return " ".join(text.split()[:6])
