"""What was agreed: resolutions in full under their minutes, and never the report that proposed them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.types import Span
from index.library import Library
from index.types import Passage
from search.compose import Quoted, Section
from search.dates import spoken
from search.evidence import weigh
from search.minutes import WholeMinute, whole_minutes
from search.needs import Need, held_terms
from search.retrieve import Candidate, Found, hits_of
from search.scene import Scene

HEADING = 0.5  # share of the question that a heading must hold for everything agreed under it to answer
BESIDE = 0.95  # of the best minute's share that another must hold to be told too: a later year's, a second meeting's
NEAR = 0.8  # of the best minute's score, likewise
MEETINGS = 5  # minutes told in one answer, the newest of them first
DISCUSSED = 0.85  # share that the whole minute must hold where its heading and decisions do not


@dataclass(frozen=True, slots=True)
class Decided:
    """The minutes that answer, the newest first, with the decisions of each that do."""

    minutes: tuple[tuple[WholeMinute, tuple[Passage, ...]], ...]
    private: tuple[WholeMinute, ...]  # on the question's topic, taken with the public excluded, no decision printed


def decided(library: Library, scene: Scene, found: Found) -> Decided:
    """Return the decisions that answer the question, by the evidence of their minutes."""
    minutes = whole_minutes(library, scene, found.candidates)
    close: list[tuple[WholeMinute, float]] = []
    private: list[WholeMinute] = []
    for minute in minutes:
        evidence = minute.of_decisions(found.needs, found.background)
        whole = minute.of_all(found.needs, found.background)
        if not minute.decisions:
            if minute.private and whole.enough:
                private.append(minute)
        elif evidence.enough or (whole.enough and whole.share >= DISCUSSED and evidence.share >= DISCUSSED / 2):
            close.append((minute, evidence.share))
    if not close:
        return Decided((), tuple(private))
    most = max(share for _, share in close)
    kept = [(minute, share) for minute, share in close if share >= BESIDE * most]
    top = max(minute.score for minute, _ in kept)
    answering = [minute for minute, _ in kept if minute.score >= NEAR * top][:MEETINGS]
    newest = sorted(answering, key=lambda one: -(one.parts[0].meeting.held_on or date.min).toordinal())
    return Decided(tuple((one, _answering(one, found.needs)) for one in newest), tuple(private))


def sections(
    library: Library, scene: Scene, answering: Sequence[tuple[WholeMinute, Sequence[Passage]]]
) -> list[Section]:
    """Return a section for each minute: its place, then its decisions with their stem and markers."""
    made = []
    for minute, decisions in answering:
        hits = hits_of(library, scene, [Candidate(one, 0.0, 0.0) for one in decisions], keep=True)
        quoted = []
        stem = ""
        for hit in hits:
            words = lead_words(library, hit.passage.lead)
            quoted.append(Quoted(hit.passage, hit.passage.text, words if words != stem else "", hit.copies))
            stem = words
        made.append(Section(title_of(minute.parts[0]), tuple(quoted)))
    return made


def title_of(passage: Passage) -> str:
    """Return where a minute stands: number, heading, body, date and standing."""
    day = passage.meeting.held_on
    parts = (
        f"Minute {passage.minute}" if passage.minute else None,
        passage.heading,
        passage.meeting.body or passage.meeting.council,
        spoken(day) if day else None,
    )
    return ", ".join(filter(None, parts)) + (f" ({passage.standing})" if passage.standing else "") + ":"


def lead_words(library: Library, lead: Sequence[Span]) -> str:
    """Return the words that introduce a passage, as its page has them: "AGREED:"."""
    return " ".join(" ".join(library.page(span.paper, span.page).text[span.start : span.end] for span in lead).split())


def _answering(minute: WholeMinute, needs: Sequence[Need]) -> tuple[Passage, ...]:
    """Return the decisions that answer: all of them where the heading is on the topic, else those whose words are."""
    if minute.of_heading(needs).share >= HEADING:
        return minute.decisions
    shares = [weigh(needs, held_terms(one.heading, one.context, one.text)).share for one in minute.decisions]
    best = max(shares)
    if best == min(shares):
        return minute.decisions
    return tuple(one for one, share in zip(minute.decisions, shares, strict=True) if share >= BESIDE * best)
