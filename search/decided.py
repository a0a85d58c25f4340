"""What was agreed: resolutions in full under their minutes, and never the report that proposed them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from corpus.types import Span
from index.library import Library
from index.types import Passage
from search.candidates import Candidate
from search.cite import body_named
from search.compose import Quoted, Section
from search.dates import spoken
from search.evidence import SURE, Evidence, weigh
from search.minutes import WholeMinute, on_its_own_matter, whole_minutes
from search.needs import Need, held_terms
from search.premises import VOTES, granted, matter_of, premises_of
from search.retrieve import Found, hits_of, minute_key
from search.scene import Scene
from search.superseded import corrected
from search.telling import NUMBERS, telling_of
from search.types import Query
from search.years import apart, apart_from, tells_of, years_asked

OWN = 0.6  # share of the question that a resolution's own words hold where it alone is meant, and not its whole minute
BESIDE = 0.95  # of the best minute's share that another must hold to be told too: a later year's, a second meeting's
BESIDE_LISTED = 0.6  # the same where all decisions of a stretch of time are asked for
NEAR = 0.5  # of the best minute's score, likewise
MEETINGS_LISTED = 12  # where all of them are asked for
MEETINGS = 5  # minutes told in one answer, the newest of them first
SURE_OF_DECISION = 0.4  # of confidence: to quote a decision on another matter is worse than to decline
STANDS_ALONE = re.compile(
    r"\W*(?:\w{1,4}[.)]\W*)?that\b", re.IGNORECASE
)  # others are whole only with all of their stem
SEVERAL = re.compile(r"\b(?:decisions|resolutions|every|each|all)\b", re.IGNORECASE)
TOUCHED = 0.3  # share that heading and decision must hold at the least: what is only spoken of is not decided
BARELY = 0.2  # the same where no other decision answers: "That these plans be supported", the debate being on the plans
ON_ONE_MATTER = 2  # decisions at most in a minute that is on one matter
MARK = 2  # words of what stands before a decision and is only its mark: "(2)"
HEADED_BY = 0.3  # of the question's words, that its heading must hold
DISCUSSED = 0.85  # share that a part of the debate must hold where heading and decisions do not


@dataclass(frozen=True, slots=True)
class Decided:
    """The minutes that answer, the newest first, with the decisions of each that do."""

    minutes: tuple[tuple[WholeMinute, tuple[Passage, ...]], ...]
    confidence: float  # how likely the best of them answers
    private: tuple[WholeMinute, ...]  # on the question's topic, taken with the public excluded, no decision printed
    denied: bool  # a decision on it is held, and not the one that the question takes for granted


def decided(library: Library, scene: Scene, found: Found, sure: float = SURE_OF_DECISION) -> Decided:
    """Return the decisions that answer the question, by the evidence of their minutes."""
    minutes = whole_minutes(library, scene, found.candidates)
    if found.query.minute:
        sure = SURE  # what is meant is named: its words need not prove it
    close: list[tuple[WholeMinute, Evidence]] = []
    barely: list[tuple[WholeMinute, Evidence]] = []
    private: list[WholeMinute] = []
    premises, years = premises_of(found.query), years_asked(found.query.topic)
    matter = matter_of(apart(found.needs, years), premises)
    voted = any(one.pattern in VOTES for one in premises)  # told in the minute's lists, not in what was resolved
    denied = False
    for minute in minutes:
        if not minute.decisions:
            if minute.private and minute.of_parts(found.needs).enough:
                private.append(minute)
            continue
        evidence = minute.of_decisions(matter)
        answers = close
        if evidence.confidence < sure and evidence.share >= BARELY:
            answers = close if evidence.share >= TOUCHED else barely
            evidence = minute.of_parts(matter)
            if evidence.share < DISCUSSED:
                continue
        if evidence.confidence < sure or evidence.strict_missing:
            continue
        told = " ".join(filter(None, (text for one in minute.decisions for text in (one.heading, one.text))))
        day = minute.parts[0].meeting.held_on
        if not tells_of(years, apart_from(day, f"{minute.parts[0].context} {told}"), day):
            continue
        if granted(premises, told) or (voted and granted(premises, f"{told} {minute.words}")):
            answers.append((minute, evidence))
        else:
            denied = True
    close = _telling(found.query, close or barely)
    if not close:
        return Decided((), 0.0, tuple(private), denied)
    most = max(evidence.share for _, evidence in close)
    least = BESIDE_LISTED if lists(found.query) else BESIDE
    kept = [(minute, evidence) for minute, evidence in close if evidence.share >= least * most]
    kept += _of_other_bodies(found.query, close, kept, BESIDE_LISTED * most)
    top = max(minute.score for minute, _ in kept)
    answering = [minute for minute, _ in kept if minute.score >= NEAR * top][
        : MEETINGS_LISTED if lists(found.query) else MEETINGS
    ]
    newest = sorted(answering, key=lambda one: -(one.parts[0].meeting.held_on or date.min).toordinal())
    sure = max(evidence.confidence for _, evidence in kept)
    return Decided(tuple((one, _answering(one, found.needs)) for one in newest), sure, tuple(private), denied)


def _telling(query: Query, close: list[tuple[WholeMinute, Evidence]]) -> list[tuple[WholeMinute, Evidence]]:
    """Return those that decided a figure, where one is asked for and any did."""
    asked = telling_of(query)
    if asked is None or asked.sort not in NUMBERS:
        return close
    return [one for one in close if any(asked.told(part.text) for part in one[0].decisions)] or close


def _of_other_bodies(
    query: Query,
    close: Sequence[tuple[WholeMinute, Evidence]],
    kept: Sequence[tuple[WholeMinute, Evidence]],
    least: float,
) -> list[tuple[WholeMinute, Evidence]]:
    """Return the best minute of each body that the question names and that none of those kept is of."""
    others: dict[str, tuple[WholeMinute, Evidence]] = {}
    told = {minute.parts[0].meeting.body for minute, _ in kept}
    for minute, evidence in close if len(query.bodies) > 1 else ():
        body = minute.parts[0].meeting.body
        if body and body in query.bodies and body not in told and evidence.share >= least:
            others.setdefault(body, (minute, evidence))
    return list(others.values())


def lists(query: Query) -> bool:
    """Say whether all decisions on a matter within a stretch of time are asked for: "decisions during 2024"."""
    return bool(SEVERAL.search(query.text)) and query.since != query.until


def decided_there(
    library: Library, scene: Scene, needs: Sequence[Need], spoken: Candidate
) -> tuple[WholeMinute, Sequence[Passage]] | None:
    """Return the minute that speaks of the matter with what it decided on it in other words; None where it did not.

    It is headed by the matter, and little else was decided there ("that no further action be taken upon the petition"),
    or the decision stands right behind the words that hold all that is asked for.
    """
    for minute in whole_minutes(library, scene, [spoken]):
        if 0 < len(minute.decisions) <= ON_ONE_MATTER and minute.of_heading(needs).share >= HEADED_BY:
            return minute, minute.decisions
        held = held_terms(spoken.passage.heading, spoken.passage.text)
        behind = resolved_behind(minute, spoken.passage, needs) if weigh(needs, held).share >= DISCUSSED else ()
        if behind:
            return minute, behind
    return None


def resolved_behind(
    minute: WholeMinute, spoken: Passage, needs: Sequence[Need], *, at_once: bool = True
) -> Sequence[Passage]:
    """Return the decisions that stand next behind a part of a minute, with nothing between them but their marks.

    Without ``at_once`` more of the debate may stand before the first. Of many, each on something else, those are meant
    that have some words of the question, as many as any; else the first.
    """
    at = next((at for at, one in enumerate(minute.parts) if one.family == spoken.family), len(minute.parts))
    behind: list[Passage] = []
    for one in minute.parts[at + 1 :]:
        if one.kind == "decision":
            behind.append(one)
        elif (behind or at_once) and len(one.text.split()) > MARK:
            break
    if len(behind) <= ON_ONE_MATTER:
        return behind
    shares = [weigh(needs, held_terms(one.text)).share for one in behind]
    return [one for one, share in zip(behind, shares, strict=True) if share == max(shares) > 0] or behind[:1]


def sections(
    library: Library, scene: Scene, answering: Sequence[tuple[WholeMinute, Sequence[Passage]]]
) -> list[Section]:
    """Return a section for each minute: its place, its decisions with their stem, and what corrected it later."""
    made = []
    for minute, decisions in answering:
        made += [*listed(library, scene, decisions), *corrected(library, minute.parts[0])]
    return made


def listed(library: Library, scene: Scene, decisions: Sequence[Passage]) -> list[Section]:
    """Return the decisions as sections, one for each minute of them, in the order given; a stem is shown once."""
    hits = hits_of(library, scene, [Candidate(one, 0.0, 0.0) for one in decisions], keep=True)
    made = []
    for _, some in groupby(hits, key=lambda hit: minute_key(hit.passage)):
        quoted: list[Quoted] = []
        stem = ""
        for hit in some:
            words = lead_words(library, hit.passage.lead)
            quoted.append(Quoted(hit.passage, hit.passage.text, words if words != stem else "", hit.copies))
            stem = words
        made.append(Section(title_of(quoted[0].passage), tuple(quoted)))
    return made


def title_of(passage: Passage) -> str:
    """Return where a minute stands: number, heading, body, date and standing."""
    day = passage.meeting.held_on
    parts = (
        f"Minute {passage.minute}" if passage.minute else None,
        passage.heading,
        body_named(passage.meeting.council, passage.meeting.body),
        spoken(day) if day else None,
    )
    return ", ".join(filter(None, parts)) + (f" ({passage.standing})" if passage.standing else "") + ":"


def meeting_of(passage: Passage) -> str:
    """Return which meeting a passage is of, as a line above what it says: body, council, date and standing."""
    body, council, day = passage.meeting.body, passage.meeting.council, passage.meeting.held_on
    whose = f"{body} of {council}" if body and council and not council.endswith(body) else council or body
    line = ", ".join(filter(None, (whose, spoken(day) if day else None)))
    return f"{line} ({passage.standing}):" if passage.standing else f"{line}:"


def lead_words(library: Library, lead: Sequence[Span]) -> str:
    """Return the words that introduce a passage, as its page has them: "AGREED:"."""
    words = (library.page_text(span.paper, span.page).text[span.start : span.end] for span in lead)
    return " ".join(" ".join(words).split())


def _answering(minute: WholeMinute, needs: Sequence[Need]) -> tuple[Passage, ...]:
    """Return the decisions that answer: all of them, or those whose own words are what was asked for."""
    heading = minute.of_heading(needs).share
    own = [weigh(needs, held_terms(one.text)).share for one in minute.decisions]
    if max(own) > 0 and all(map(on_its_own_matter, minute.decisions)):
        return tuple(one for one, share in zip(minute.decisions, own, strict=True) if share >= BESIDE * max(own))
    if max(own) < OWN or max(own) <= heading:
        return minute.decisions
    meant = [one for one, share in zip(minute.decisions, own, strict=True) if share >= BESIDE * max(own)]
    stems = {one.lead for one in meant if one.lead and not STANDS_ALONE.match(one.text)}
    return tuple(one for one in minute.decisions if one in meant or one.lead in stems)
