"""One item across meetings as a dated chain: recommended, agreed, asked to come back, whether it came, corrected."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from corpus.phrases_kept import AFTER_CALL_IN, COMES_BACK, DEFERS, NOT_BACK, REFERS_BACK
from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from index.types import Filter, Passage
from search.candidates import Candidate
from search.cite import body_named, cite, runs_of
from search.compose import Quoted, Section
from search.dates import spoken
from search.due import due_day, due_of
from search.evidence import weigh
from search.find import query_of
from search.minutes import WholeMinute, whole_minutes
from search.needs import Need, held_terms, needs_of
from search.retrieve import hits_of, minute_key, retrieve
from search.scene import Scene, scene_of
from search.searched import searched
from search.superseded import corrections_of
from search.trim import trimmed
from search.types import Citation, Query

LinkKind = Literal[
    "recommended", "agreed", "asked_back", "deferred", "called_in", "reconsidered", "mentioned", "corrected"
]
"""What a link of a chain tells."""

FLOOR = 0.5  # share of the topic that a minute must hold: less is another matter
NEAR = 0.75  # of the best minute's share that the others must hold
SUBJECT = 0.6  # share that a heading must hold for the whole minute to be about the topic
ALSO = 0.4  # of the topic, for a minute that speaks of what was asked back in the words of its heading
NAMED = 0.3  # of the topic, for a heading to belong to it: "Young carers: travel" to a young carers' bus pass
AGAIN = 0.5  # share of a heading's words that a later heading must hold to be the same item come back
LATER = 80  # passages looked at for what came back: those of some twenty minutes
PROPOSED = 60  # recommendations of one meeting looked at: the longest agenda seen has 40
BEST = 0.9  # of the best request's share, for another to be meant by the question too
REQUESTS = 2  # requests told in one answer
LINKS = 40  # of one chain: more is no longer a chain but a file

OF_MINUTES: tuple[Kind, ...] = ("decision", "discussion")
"""What a chain is made of: the reports on a topic that is much written of would leave no minute among what is found."""

_BACK = re.compile("|".join(COMES_BACK), re.IGNORECASE)
_NOT_BACK = re.compile(NOT_BACK, re.IGNORECASE)
_DEFERS = re.compile(DEFERS, re.IGNORECASE)
_CALLED_IN = re.compile(REFERS_BACK, re.IGNORECASE)
_AFTER = re.compile(AFTER_CALL_IN, re.IGNORECASE)
_WHETHER = re.compile(r"\b(?:come|came|brought|reported?|gone?|went) back\b", re.IGNORECASE)
_WHETHER_WORDS = re.compile(
    r"\b(?:come|came|brought|reported?|gone?|went) back\b|\b(?:as|when) (?:asked|promised|agreed)\b|\bput off\b"
    r"|\b(?:was|were|is|it|yet|ever)\b|[:;,?]",
    re.IGNORECASE,
)
FURTHER_TO = (
    r"(?i)\bfurther to min(?:ute|\.)? (?:no\.? )?{0}\b(?!/)|"
    r"\bmin(?:ute|\.)? (?:no\.? )?{0}\b[^.]{{0,20}}\brefers\b"
)
"""How a later minute names the one that it goes on from: "Further to Minute 53", "(Minute 50 refers)"."""
OF_ONE_MEETING = re.compile(r"\([^()]*\)|\b(?:update|progress|report)s?\b", re.IGNORECASE)
_DECIDED = re.compile(r"(?:the )?(?:[A-Z][\w’'-]+ ){1,8}(?:resolved|agreed|decided)\b|RESOLVED\b")


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
    wider = replace(query, topic=topic, want="any", kinds=(), since=None, until=None)
    needs, steps = steps_of(library, encoder, scene, wider)
    asked = [step for step in steps if step.came]
    best = max((_own_share(step.passage, needs) for step in asked), default=0.0)
    meant = [step for step in asked if _own_share(step.passage, needs) >= max(FLOOR, BEST * best)]
    made = []
    for step in reversed(meant[-REQUESTS:]):
        quoted = [Quoted(step.passage, step.quote)]
        if step.seen is not None:
            quoted.append(Quoted(step.seen, trimmed(runs_of(library, step.seen), ())))
        elif steps[-1] is not step:
            quoted.append(Quoted(steps[-1].passage, steps[-1].quote))
        due = f", {step.due}" if step.due else ""
        made.append(Section(f"It was asked to come back{due}: {step.came}.", tuple(quoted)))
    return made


def steps_of(library: Library, encoder: Encoder, scene: Scene, query: Query) -> tuple[tuple[Need, ...], list[Step]]:
    """Return what a query needs, and what each minute on its topic adds to the chain, in the order of their days."""
    found = retrieve(library, encoder, replace(query, kinds=OF_MINUTES), scene)
    chain = _on_topic(whole_minutes(library, scene, found.candidates), found.needs, scene)
    return found.needs, [step for minute in chain for step in _steps(library, scene, minute, found.needs)]


def asks_back(text: str) -> bool:
    """Say whether the words ask for something to come before a meeting again."""
    return bool(_BACK.search(text)) and not _NOT_BACK.search(text)


def asked_back(library: Library, decisions: Iterable[Passage]) -> tuple[Link, ...]:
    """Return what these decisions asked to come back, in the order of their days, each with whether it came."""
    scene = scene_of(library)
    asked = (one for one in decisions if asks_back(one.text))
    steps = [_decided(library, scene, one, _heading_needs(one, scene)) for one in asked]
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


def _on_topic(minutes: Sequence[WholeMinute], needs: Sequence[Need], scene: Scene) -> list[WholeMinute]:
    """Return the minutes that speak of the topic, in the order of their days.

    "Young carers' travel" continues the chain of a bus pass: what was asked back is also known by its heading.
    """
    dated = [one for one in minutes if one.parts[0].meeting.held_on]
    best = max(dated, key=lambda one: max(_own_share(part, needs) for part in one.parts), default=None)
    dated = [one for one in dated if best and _council(one) == _council(best)]  # each council has its own phone box
    shares = [max(_own_share(part, needs) for part in one.parts) for one in dated]
    enough = max(FLOOR, NEAR * max(shares, default=0.0))
    kept = [one for one, share in zip(dated, shares, strict=True) if share >= enough]
    asked = [one for one in kept if _names(one, needs) and any(asks_back(part.text) for part in one.decisions)]
    headings = [needs_of(one.parts[0].heading or "", scene.lexicon) for one in asked]
    kept += [
        one
        for one, share in zip(dated, shares, strict=True)
        if ALSO <= share < enough
        and any(_own_share(part, also) >= AGAIN for part in one.parts for also in headings if also)
    ]
    return sorted(kept, key=lambda one: _moment(one.parts[0]))


def _council(minute: WholeMinute) -> str | None:
    return minute.parts[0].meeting.council


def _about(minute: WholeMinute, needs: Sequence[Need]) -> bool:
    """Say whether the whole minute is about the topic, and not a word in passing."""
    return weigh(needs, held_terms(minute.parts[0].heading)).share >= SUBJECT


def _names(minute: WholeMinute, needs: Sequence[Need]) -> bool:
    """Say whether the heading belongs to the topic at all: that of a work programme does not."""
    return weigh(needs, held_terms(minute.parts[0].heading)).share >= NAMED


def _own_share(passage: Passage, needs: Sequence[Need]) -> float:
    """Return the share of the needs that a passage and its heading hold; the body's name is nobody's topic."""
    return weigh(needs, held_terms(passage.heading, passage.text)).share


def _moment(passage: Passage) -> tuple[date, str, int]:
    return (passage.meeting.held_on or date.min, passage.meeting.body or "", passage.position)


def _steps(library: Library, scene: Scene, minute: WholeMinute, needs: Sequence[Need]) -> Iterator[Step]:
    """Yield what one minute adds to the chain."""
    about = _about(minute, needs)
    if about and minute.decisions:
        yield from (Step("recommended", one, one.text) for one in recommended_to(library, minute, needs))
    told = False
    for decision in minute.decisions:
        if about or _own_share(decision, needs) >= SUBJECT:
            told = True
            own = _heading_needs(decision, scene) if _names(minute, needs) else ()
            yield _decided(library, scene, decision, own or needs)
    if not told:
        best = max(minute.parts, key=lambda part: (_own_share(part, needs), -part.position))
        yield Step("mentioned", best, trimmed(runs_of(library, best), needs))
    for one, quote in corrections_of(library, minute.parts[0]):
        yield Step("corrected", one, quote)


def _decided(library: Library, scene: Scene, decision: Passage, subject: Sequence[Need]) -> Step:
    text = decision.text
    if not asks_back(text):
        return Step(_agreed(decision.heading or ""), decision, text)
    kind: LinkKind = "deferred" if _DEFERS.search(text) else "asked_back"
    seen = _came_back(library, decision, subject)
    due = due_of(text)
    came = _seen_at(seen) if seen else _unseen(scene, decision, due)
    return Step(kind, decision, text, due, came, seen)


def _agreed(heading: str) -> LinkKind:
    if not _CALLED_IN.search(heading):
        return "agreed"
    return "reconsidered" if _AFTER.search(heading) else "called_in"


def _came_back(library: Library, decision: Passage, subject: Sequence[Need]) -> Passage | None:
    """Return the opening of the first later minute, or report to a meeting, under a heading of the same words."""
    day = decision.meeting.held_on
    if day is None:
        return None
    later = Filter(since=day + timedelta(days=1), kinds=("discussion", "decision", "report"))
    texts = [text for need in subject for text in need.texts]
    by_number = [f"Minute {decision.minute}"] if decision.minute else []
    words = dict((*library.words(texts, LATER, later), *library.words(by_number, LATER, later)))
    found = library.passages(sorted(words))
    further = re.compile(FURTHER_TO.format(re.escape(decision.minute))) if decision.minute else None
    again = [
        one
        for one in found
        if one.meeting.body
        and one.meeting.council == decision.meeting.council
        and (
            weigh(subject, held_terms(one.heading)).share >= AGAIN
            or (further and one.minute and further.search(f"{one.heading} {one.text}"))
        )
    ]
    return min(again, key=lambda one: (one.meeting.held_on, not one.minute, *_moment(one), one.id), default=None)


def _seen_at(passage: Passage) -> str:
    day = spoken(passage.meeting.held_on) if passage.meeting.held_on else ""
    where = ", ".join(filter(None, (body_named(passage.meeting.council, passage.meeting.body), day)))
    return f"seen at minute {passage.minute} of {where}" if passage.minute else f"seen in the papers for {where}"


def _unseen(scene: Scene, decision: Passage, due: str | None) -> str:
    """Return where it was looked for in vain, and whether it need have come by then."""
    meeting = decision.meeting
    held = next((one for one in scene.held if (one.council, one.body) == (meeting.council, meeting.body)), None)
    days = sorted(day for day in (held.dates if held else ()) if meeting.held_on and day > meeting.held_on)
    if not days:
        return "not seen: no minutes of a later meeting of that body are held"
    last = due_day(due, meeting.held_on) if due and meeting.held_on else None
    if last and last > days[-1]:
        return f"not yet due at the last meeting of which minutes are held, {spoken(days[-1])}"
    if len(days) == 1:
        return f"not seen in the minutes held of the later meeting, {spoken(days[0])}"
    between = f"{spoken(days[0])} to {spoken(days[-1])}"
    return f"not seen in the papers held, which cover {len(days)} later meetings from {between}"


def _heading_needs(decision: Passage, scene: Scene) -> tuple[Need, ...]:
    """Return what names an item in its heading: what stands in brackets, "update" and "report" are of one meeting."""
    heading = decision.heading or ""
    bare = " ".join(OF_ONE_MEETING.sub(" ", heading).split())
    return needs_of(bare, scene.lexicon) or needs_of(heading, scene.lexicon)


def recommended_to(library: Library, minute: WholeMinute, needs: Sequence[Need]) -> tuple[Passage, ...]:
    """Return what was recommended on the topic to the meeting of a minute, each item once."""
    meeting = minute.parts[0].meeting
    if meeting.held_on is None or not meeting.body:
        return ()
    where = Filter((meeting.body,), ("recommendation",), meeting.held_on, meeting.held_on)
    once: dict[str, Passage] = {}
    for one in library.passages(library.select(where, PROPOSED)):
        told = _DECIDED.match(one.text) is not None  # a call-in prints the decision that it is of
        if not told and weigh(needs, held_terms(one.heading, one.text)).share >= SUBJECT:
            once.setdefault(one.family, one)
    return tuple(once.values())


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
        links.append(Link(step.kind, citation, step.due, came, seen))
    return links


def once(steps: Iterable[Step]) -> dict[object, Step]:
    """Return the steps in the order of their days, each once, and no mention of a minute that was corrected."""
    ordered = sorted(enumerate(steps), key=lambda one: (one[1].passage.meeting.held_on or date.min, one[0]))
    correcting = {minute_key(step.passage) for _, step in ordered if step.kind == "corrected"}
    once: dict[object, Step] = {}
    for _, step in ordered:
        if step.kind != "mentioned" or minute_key(step.passage) not in correcting:
            once.setdefault((step.kind, step.passage.meeting.held_on, folded(step.quote)), step)
    return once


def folded(quote: str) -> str:
    """Return the words alone: one recommendation is often printed in two papers, the verb in capitals in one."""
    return " ".join(re.findall(r"\w+", quote.casefold()))


def _cited(library: Library, scene: Scene, passage: Passage, quote: str, n: int) -> Citation | None:
    """Return the citation from the best printing in which these very words stand."""
    for keep in (False, True):
        (hit,) = hits_of(library, scene, [Candidate(passage, 0.0, 0.0)], keep=keep)
        if citation := cite(library, hit.passage, quote, n, hit.copies):
            return citation
    return None
