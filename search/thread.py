"""One item across meetings as a dated chain: recommended, agreed, asked to come back, whether it came, corrected."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import takewhile
from typing import Literal

from corpus.phrases_decided import NOTED, RECOMMENDED_ON, RECOMMENDS_ON, REFUSED
from corpus.phrases_kept import AFTER_CALL_IN, REFERS_BACK
from corpus.resolutions import effect_of
from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from index.types import Passage
from search.advised import folded, recommended_to
from search.bodies import without_council
from search.candidates import Candidate
from search.cite import cite, runs_of
from search.coming_back import (
    NAMED,
    asked_words,
    asks_back,
    came_back,
    defers,
    item_needs,
    names_itself,
    said_of,
)
from search.compose import Quoted, Section
from search.content import content
from search.dates import MONTHS
from search.decided import lead_words
from search.find import query_of
from search.minutes import WholeMinute, whole_minutes
from search.moved import FIGURES, MOVED, Motion, motions_of
from search.needs import Need, needs_of
from search.numbered import REFERENCE
from search.on_topic import ALSO, FLOOR, SUBJECT, about, adds, likely_first, names, on_topic, own_share, share_of
from search.retrieve import hits_of, minute_key, retrieve
from search.scene import Scene, scene_of
from search.searched import searched
from search.superseded import corrections_of
from search.trim import trimmed
from search.types import Citation, Query
from search.votes import PROCEDURE

LinkKind = Literal[
    "recommended", "agreed", "noted", "refused", "recommended_on", "asked_back", "deferred", "called_in",
    "reconsidered", "mentioned", "carried", "lost", "corrected",
]  # fmt: skip
"""What a link of a chain tells."""

BEST = 0.9  # of the best request's share, for another to be meant by the question too
REQUESTS = 2  # requests told in one answer
LINKS = 40  # of one chain: more is no longer a chain but a file
ON_ONE_MATTER = 2  # decisions at most of a minute whose heading belongs to the topic, for all of them to be on it

OF_MINUTES: tuple[Kind, ...] = ("decision", "discussion")
"""What a chain is made of: the reports on a topic that is much written of would leave no minute among what is found."""

FORMAL = frozenset(
    """agree agreed agrees and assembly authority board cabinet commission committee council county decided decision
    follows following forum ordered panel recommendation recommendations resolve resolved resolves scrutiny therefore
    unanimously""".split()  # noqa: SIM905  # as elsewhere
)
"""Words of a stem that say no more than that something was decided, and by whom."""

_RECOMMENDS_ON = re.compile(RECOMMENDS_ON, re.IGNORECASE)
_RECOMMENDED_ON = re.compile(RECOMMENDED_ON, re.IGNORECASE)
_REFUSED = re.compile(REFUSED, re.IGNORECASE)
_NOTED = re.compile(NOTED, re.IGNORECASE)
_MORE = re.compile(
    r";\s*(?:and )?(?:that|to)\b|"
    r"\band (?:that )?[^,;]{0,80}?\b(?:be|made)\b(?! (?:thanked|noted|congratulated|commended))",
    re.IGNORECASE,
)
"""What shows that something was decided beside what was noted."""
_SPOKEN_OF = re.compile(
    r"\b(?:this|these|such)\b|"
    r"\bthe (?:petition(?:er)?|application|proposal|request|offer|matter|appeal|motion|question|letter|item)s?\b",
    re.IGNORECASE,
)
"""How a decision speaks of what stands right before it."""
_CALLED_IN = re.compile(REFERS_BACK, re.IGNORECASE)
_AFTER = re.compile(AFTER_CALL_IN, re.IGNORECASE)
_WHETHER = re.compile(r"\b(?:come|came|brought|reported?|gone?|went) back\b", re.IGNORECASE)
_WHETHER_WORDS = re.compile(
    r"\b(?:come|came|brought|reported?|gone?|went) back\b|\b(?:as|when) (?:asked|promised|agreed)\b|\bput off\b"
    r"|\b(?:was|were|is|it|yet|ever)\b|[:;,?]",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\b(?:item|matter)s?\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """One thing that happened to an item; ``due`` and what follows it are of what was asked to come back.

    Example: kind ``asked_back``, due ``by December 2024``, seen None, came ``not seen in the papers held, which …``.
    """

    kind: LinkKind
    citation: Citation
    due: str | None = None  # as printed
    came: str = ""  # "seen at minute 18 of 15 October 2024", or where it was looked for in vain
    seen: Citation | None = None
    stem: str = ""  # what stands before the words in the record, where it says more than that they were decided


@dataclass(frozen=True, slots=True)
class Thread:
    """The chain of an item in the order of its days, and what was searched."""

    query: str
    links: tuple[Link, ...]
    coverage: str


@dataclass(frozen=True, slots=True)
class Step:
    """A link before its quotation is checked."""

    kind: LinkKind
    passage: Passage
    quote: str
    due: str | None = None
    came: str = ""
    seen: Passage | None = None
    stem: str = ""


def thread(library: Library, encoder: Encoder, query: str) -> Thread:
    """Return the chain of the item that the query names; every link is quoted from a page and checked against it."""
    scene = scene_of(library, encoder)
    read = _read(library, encoder, query, scene)
    if read is None:
        return Thread(query, (), searched(query_of(library, encoder, query), scene.coverage))
    _, steps = steps_of(library, encoder, scene, read)
    links = _checked(library, scene, steps[:LINKS])
    return Thread(query, tuple(links), searched(read, scene.coverage))


def asks_whether_back(question: str) -> bool:
    """Say whether a question asks if something came back: "did X come back", "has it been reported back"."""
    return bool(_WHETHER.search(question))


def whether_back(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return for ``ask`` what was asked to come back and whether it came; empty where nothing was asked back.

    The newest request stands first, with the opening of the minute at which it came, or the latest words about it. The
    question's limits of time are its own guess ("in October as asked"): the chain is followed over all meetings.
    """
    topic = " ".join(_WHETHER_WORDS.sub(" ", query.topic).split())
    named = " ".join(_ITEM.sub(" ", topic).split())
    topic = named if needs_of(named, scene.lexicon) else topic
    wider = replace(query, topic=topic, want="any", kinds=(), since=None, until=None)
    needs, steps = steps_of(library, encoder, scene, wider)
    asked = [step for step in steps if step.came]
    best = max((own_share(step.passage, needs) for step in asked), default=0.0)
    meant = [step for step in asked if own_share(step.passage, needs) >= max(FLOOR, BEST * best)]
    meant = [step for step in asked if _due_then(step, query.text)] or meant
    made = []
    for step in reversed(meant[-REQUESTS:]):
        quoted = [Quoted(step.passage, step.quote, step.stem)]
        if step.seen is not None:
            quoted.append(Quoted(step.seen, trimmed(runs_of(library, step.seen), ())))
        elif steps[-1] is not step:
            quoted.append(Quoted(steps[-1].passage, steps[-1].quote))
        due = f", {step.due}" if step.due else ""
        made.append(Section(f"It was asked to come back{due}: {step.came}.", tuple(quoted)))
    return made


def _due_then(step: Step, question: str) -> bool:
    """Say whether something was asked for in the month that the question names: "did it come back in June"."""
    months = {month.casefold() for month in _MONTH.findall(question)}
    return bool(months & {month.casefold() for month in _MONTH.findall(step.due or "")})


def steps_of(library: Library, encoder: Encoder, scene: Scene, query: Query) -> tuple[tuple[Need, ...], list[Step]]:
    """Return what a query needs, and what each minute on its topic adds to the chain, in the order of their days.

    All that is found is of the council named, so its name is no part of the topic; where something came back, that
    minute goes on with the chain, whatever its words.
    """
    topic = without_council(query.topic, query.councils)
    if needs_of(topic, scene.lexicon):
        query = replace(query, topic=topic)
    found = retrieve(library, encoder, replace(query, kinds=OF_MINUTES), scene)
    minutes = whole_minutes(library, scene, likely_first(found.candidates, found.needs))
    chain = on_topic(minutes, found.needs, scene, lambda one: _asked(library, one))
    steps = [step for minute in chain for step in _steps(library, scene, minute, found.needs)]
    told = {minute_key(minute.parts[0]) for minute in chain}
    for step, seen in [(step, step.seen) for step in steps if step.seen and step.seen.minute]:
        if minute_key(seen) not in told:
            told.add(minute_key(seen))
            (minute,) = whole_minutes(library, scene, [Candidate(seen, 0.0, 0.0)])
            steps += _steps(library, scene, minute, item_needs(library, scene, step.passage), came=True)
    return found.needs, sorted(steps, key=lambda one: one.passage.meeting.held_on or date.min)


def _asked(library: Library, decision: Passage) -> str:
    return asked_words(library, decision) if asks_back(said_of(library, decision)) else ""


def asked_back(library: Library, decisions: Iterable[Passage]) -> tuple[Link, ...]:
    """Return what these decisions asked to come back, in the order of their days, each with whether it came."""
    scene = scene_of(library)
    asked = (one for one in decisions if asks_back(said_of(library, one)))
    steps = [_decided(library, scene, one, item_needs(library, scene, one)) for one in asked]
    return tuple(_checked(library, scene, steps))


def _read(library: Library, encoder: Encoder, query: str, scene: Scene) -> Query | None:
    """Return the query for all that concerns its topic, None where it has none: "", "???".

    One that names a minute alone means that minute's item.
    """
    read = query_of(library, encoder, query)
    place = (read.minute, read.agenda_item, read.paragraph, read.bodies, read.since, read.until, read.phrases)
    if not (needs_of(read.topic, scene.lexicon) or read.references or any(place)):
        return None
    if not needs_of(read.topic, scene.lexicon) and not read.references:
        named = retrieve(library, encoder, read, scene).candidates
        heading = next((one.passage.heading for one in named if one.passage.heading), "")
        return Query(read.text, heading, "any", councils=read.councils, limits=read.limits)
    wider = replace(read, want="any", kinds=(), minute=None, references=())
    item = " ".join(_CALLED_IN.sub(" ", read.topic).split())
    topic = (
        item if needs_of(item, scene.lexicon) else read.topic
    )  # a call-in is a link of the chain of what it calls in
    return replace(wider, topic=" ".join((topic, *read.references)))


def _steps(
    library: Library, scene: Scene, minute: WholeMinute, needs: tuple[Need, ...], *, came: bool = False
) -> Iterator[Step]:
    """Yield what one minute adds to the chain; all of it is on the topic where something came back there."""
    wholly = came or about(minute, needs, scene)
    if wholly and minute.decisions:
        item = needs_of(REFERENCE.sub(" ", minute.parts[0].heading or ""), scene.lexicon)
        for one in recommended_to(library, scene, minute, needs, item):
            yield Step("recommended", one, one.text, stem=_telling(lead_words(library, one.lead)))
    decisions = [one for one in minute.decisions if wholly or own_share(one, needs) >= SUBJECT]
    spoken = list(_spoken(library, minute, needs)) if not decisions or adds(minute, decisions, needs) else []
    yield from spoken
    ended = any(step.kind in {"carried", "lost"} for step in spoken)  # what was decided then is on the motion amended
    for decision in decisions or ([] if ended else _decided_on_it(minute, needs, scene)):
        if not _of_procedure(library, decision):
            itself = names(minute, needs) or names_itself(library, decision)
            yield _decided(library, scene, decision, (item_needs(library, scene, decision) if itself else ()) or needs)
    for one, quote in corrections_of(library, minute.parts[0]):
        yield Step("corrected", one, quote)


def _spoken(library: Library, minute: WholeMinute, needs: Sequence[Need]) -> Iterator[Step]:
    """Yield the words of a minute that speak of the topic, and how it ended where they were moved and voted on."""
    best = max(minute.parts, key=lambda part: (own_share(part, needs), -part.position))
    yield Step("mentioned", best, trimmed(runs_of(library, best), needs))
    if best.kind != "discussion" or not MOVED.search(minute.words):
        return
    for motion in motions_of(library, minute):
        on_it = motion.evidence(minute.parts[0].heading, needs).share >= SUBJECT
        if on_it and any(part.id == best.id for part, _ in motion.words) and (ended := _ended(motion)):
            yield ended


def _ended(motion: Motion) -> Step | None:
    """Return how a motion ended, behind the votes for and against it; None where that is not told."""
    outcomes: tuple[Literal["carried", "lost"], ...] = ("lost", "carried")
    kind = next((one for one in outcomes if motion.ended_as(one)), None)
    if kind is None:
        return None
    *before, (part, quote) = motion.ended
    return Step(kind, part, quote, stem="; ".join(words for _, words in before if FIGURES.search(words)))


def _decided_on_it(minute: WholeMinute, needs: Sequence[Need], scene: Scene) -> list[Passage]:
    """Return what a minute decided on what it speaks of in other words: "That these applications be supported".

    It is headed by the topic and decides little else, or the decision stands right behind the words on the topic and
    speaks of it, or of the heading. What was only noted under a heading of its own is noted of that.
    """
    if names(minute, needs) and len(minute.decisions) <= ON_ONE_MATTER:
        return list(minute.decisions)
    best = max(minute.parts, key=lambda part: (own_share(part, needs), -part.position))
    if best.kind == "decision" or own_share(best, needs) < ALSO:
        return []
    behind = list(takewhile(lambda part: part.kind == "decision", minute.parts[minute.parts.index(best) + 1 :]))
    if names(minute, needs):
        return behind
    heading = needs_of(minute.parts[0].heading or "", scene.lexicon)
    on_it = [
        part
        for part in behind
        if _SPOKEN_OF.search(part.text) or share_of(part.text, needs) >= NAMED or share_of(part.text, heading) >= NAMED
    ]
    told = [part for part in on_it if not _NOTED.match(part.text) and effect_of(part.text, "") != "confirmed"]
    return told if len(behind) <= ON_ONE_MATTER else []


def _of_procedure(library: Library, decision: Passage) -> bool:
    """Say whether a decision is on how the meeting goes on, and on no matter: that the question be put."""
    return PROCEDURE.search(f"{lead_words(library, decision.lead)} {decision.text}") is not None


def _decided(library: Library, scene: Scene, decision: Passage, subject: tuple[Need, ...]) -> Step:
    said = said_of(library, decision)
    stem = lead_words(library, decision.lead)
    if not asks_back(said):
        return Step(_kind(decision, stem), decision, decision.text, stem=_telling(stem))
    came = came_back(library, scene, decision, subject)
    kind: LinkKind = "deferred" if defers(said) else "asked_back"
    return Step(kind, decision, decision.text, came.due, came.told, came.seen, _telling(stem))


def _kind(decision: Passage, stem: str) -> LinkKind:
    """Return what a decision does: what is only recommended to another body is not agreed, nor what is refused."""
    heading = decision.heading or ""
    if _CALLED_IN.search(heading):
        return "reconsidered" if _AFTER.search(heading) else "called_in"
    if _RECOMMENDS_ON.search(stem) or _RECOMMENDED_ON.match(decision.text):
        return "recommended_on"
    if _REFUSED.search(decision.text):
        return "refused"
    noted = _NOTED.match(decision.text)
    return "noted" if noted and not _MORE.search(decision.text, noted.end()) else "agreed"


def _telling(stem: str) -> str:
    """Return a stem that says more than that something was decided: "RESOLVED that Cabinet recommend to Council"."""
    said = {word.text.casefold() for word in content(stem)} - FORMAL
    return stem if said else ""


def _checked(library: Library, scene: Scene, steps: Iterable[Step]) -> list[Link]:
    """Return the steps as links in the order of their days; what does not stand on its page is left out."""
    links: list[Link] = []
    n = 1
    for step in once(steps).values():
        citation = _cited(library, scene, step.passage, step.quote, n)
        if citation is None:
            continue
        n += 1
        seen = None
        if step.seen is not None:
            opening = trimmed(runs_of(library, step.seen), ())
            seen = _cited(library, scene, step.seen, opening, n)
            n += seen is not None
        came = step.came if step.seen is None or seen is not None else ""
        links.append(Link(step.kind, citation, step.due, came, seen, step.stem))
    return links


def once(steps: Iterable[Step]) -> dict[object, Step]:
    """Return the steps in the order of their days, each once, and no mention of a minute that was corrected."""
    ordered = sorted(enumerate(steps), key=lambda one: (one[1].passage.meeting.held_on or date.min, one[0]))
    correcting = {minute_key(step.passage) for _, step in ordered if step.kind == "corrected"}
    once: dict[object, Step] = {}
    for _, step in ordered:
        if step.kind != "mentioned" or minute_key(step.passage) not in correcting:
            key = (step.kind, step.passage.meeting.held_on, step.passage.minute, folded(step.quote))
            once.setdefault(key, step)
    return once


def _cited(library: Library, scene: Scene, passage: Passage, quote: str, n: int) -> Citation | None:
    """Return the citation from the best printing in which these very words stand."""
    for keep in (False, True):
        (hit,) = hits_of(library, scene, [Candidate(passage, 0.0, 0.0)], keep=keep)
        if citation := cite(library, hit.passage, quote, n, hit.copies):
            return citation
    return None
