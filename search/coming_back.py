"""What a meeting asked to have back: which words ask for it, by when, and where it came or was looked for in vain."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.phrases_kept import COMES_BACK, DEFERS, DUE, NEXT_AGENDA, NOT_BACK
from index.library import Library
from index.types import BodyCoverage, Filter, Passage
from index.words import terms
from search.cite import body_named
from search.content import content
from search.dates import spoken
from search.decided import lead_words
from search.due import due_day, due_of, not_before
from search.evidence import weigh
from search.needs import Need, held_terms, needs_of
from search.scene import Scene

AGAIN = 0.5  # share of a heading's words that a later heading must hold to be the same item come back
NAMED = 0.3  # of the topic, for a heading to belong to it: "Young carers: travel" to a young carers' bus pass
PARTLY, WHOLLY = 0.2, 0.6  # of an entry for the next agenda, for a heading that has a part of it, and what is under it
ONLY = 0.75  # of a later heading's words, that the item must have for it to be named in fewer: "Parish Mower"
LATER = 80  # passages looked at for what came back: those of some twenty minutes
OF_A_NAME = 2  # words that a heading has at the least to be known as one that a request names: "Dunmarsh Library"

FURTHER_TO = (
    r"(?i)\bfurther to min(?:ute|\.)? (?:no\.? )?{0}\b(?!/)|"
    r"\bmin(?:ute|\.)? (?:no\.? )?{0}\b[^.]{{0,20}}\brefers\b"
)
"""How a later minute names the one that it goes on from: "Further to Minute 53", "(Minute 50 refers)"."""
OF_ONE_MEETING = re.compile(r"\([^()]*\)|\b(?:update|progress|report)s?\b", re.IGNORECASE)
ITSELF = re.compile(
    r"\W*(?:that )?(?:(?:consideration|(?:a |any )?decision)s? (?:of|on) )?(?:this|the) "
    r"(?:item|matter|report|motion|application|petition|subject|question|business|issue)s?\b"
    r"(?! (?:on|of|about|from|for|concerning|by|to the)\b)",
    re.IGNORECASE,
)
"""How a decision speaks of what its minute is headed by: "That this matter be considered again"."""

_BACK = re.compile("|".join(COMES_BACK), re.IGNORECASE)
_NOT_BACK = re.compile(NOT_BACK, re.IGNORECASE)
_DEFERS = re.compile(DEFERS, re.IGNORECASE)
_DUE = re.compile(DUE, re.IGNORECASE)
_LISTED = re.compile(NEXT_AGENDA, re.IGNORECASE)
_NEXT = re.compile(
    r"\b(?:next|following) (?!appropriate|available|suitable|convenient|possible|relevant|annual|quarterly)"
    r"(?:\w+ ){0,2}(?:meeting|agenda)\b",
    re.IGNORECASE,
)
"""A meeting that follows at once, which "the next appropriate meeting" may not."""


@dataclass(frozen=True, slots=True)
class Came:
    """What became of something asked for: the words that tell it, where it was seen, and by when it was asked for.

    Example: ``Came("seen at minute 18 of Cabinet, 15 October 2024", …, "in October 2024")``.
    """

    told: str
    seen: Passage | None
    due: str | None  # as printed


def asks_back(text: str) -> bool:
    """Say whether the words ask for something to come before a meeting again."""
    return bool(_BACK.search(_NOT_BACK.sub(" ", text)))


def defers(text: str) -> bool:
    """Say whether the words put something off."""
    return bool(_DEFERS.search(text))


def said_of(library: Library, decision: Passage) -> str:
    """Return the words of a decision with those that lead to them, where these say what is to be done with it.

    Example: "the following items should be brought forward to the next agenda: Land by the hall".
    """
    heading = decision.heading or ""
    listed = heading if _LISTED.search(heading) and not _NOT_BACK.search(decision.text) else ""
    return " ".join(filter(None, (listed, lead_words(library, decision.lead), decision.text)))


def asked_words(library: Library, decision: Passage) -> str:
    """Return what a decision asks to have back, without the words that ask and that say when."""
    return " ".join(_BACK.sub(" ", _DUE.sub(" ", said_of(library, decision))).split())


def names_itself(library: Library, decision: Passage) -> bool:
    """Say whether a decision is on what its heading names, or itself names it in a list of items for the next agenda.

    Of such a one a question need not have the words for it to be followed.
    """
    return bool(ITSELF.match(decision.text)) or _is_listed(library, decision)


def item_needs(library: Library, scene: Scene, decision: Passage) -> tuple[Need, ...]:
    """Return what names the item of a decision: its own words in a list of items for the next agenda, else its heading.

    What stands in brackets, "update" and "report" are of one meeting.
    """
    heading = decision.text if _is_listed(library, decision) else decision.heading or ""
    return own_words(decision, needs_of(bare_heading(heading), scene.lexicon) or needs_of(heading, scene.lexicon))


def own_words(passage: Passage, needs: tuple[Need, ...]) -> tuple[Need, ...]:
    """Return the needs without what only names the body, where more is named: "Parish Council notice board"."""
    body = held_terms(passage.meeting.body, "council")
    return tuple(need for need in needs if not need.met(body)) or needs


def bare_heading(heading: str) -> str:
    """Return a heading without what is of one meeting: "(Item 10)", "update", "report"."""
    return " ".join(OF_ONE_MEETING.sub(" ", heading).split())


def only_names(heading: str | None, item: Passage, scene: Scene) -> bool:
    """Say whether a heading has next to no words but those of an item: "Parish Mower" for "New motor mower"."""
    needs = needs_of(bare_heading(heading or ""), scene.lexicon)
    words = [need for need in own_words(item, needs) if not need.beside]
    return bool(words) and weigh(words, held_terms(item.heading, item.text)).share >= ONLY


def came_back(library: Library, scene: Scene, decision: Passage, subject: tuple[Need, ...]) -> Came:
    """Return whether what a decision asks for came, and whether it came when it was to."""
    due = due_of(said_of(library, decision))
    seen = _seen(library, scene, decision, subject, due)
    if seen is None:
        return Came(_unseen(scene, decision, due), None, due)
    late = _late(scene, decision, seen, due)
    return Came(f"{late}, next spoken of {_where(seen)}" if late else f"seen {_where(seen)}", seen, due)


def _is_listed(library: Library, decision: Passage) -> bool:
    """Say whether a decision is one entry of a list of what is to be on the next agenda."""
    return any(_LISTED.search(words) for words in (decision.heading or "", lead_words(library, decision.lead)))


def _seen(
    library: Library, scene: Scene, decision: Passage, subject: tuple[Need, ...], due: str | None
) -> Passage | None:
    """Return the opening of the first later minute, or report to a meeting, that is of the same item."""
    day = decision.meeting.held_on
    if day is None:
        return None
    earliest = (not_before(due, day) if due else None) or day + timedelta(days=1)
    later = Filter(since=max(earliest, day + timedelta(days=1)), kinds=("discussion", "decision", "report"))
    texts = [text for need in subject for text in need.texts]
    by_number = [f"Minute {decision.minute}"] if decision.minute else []
    words = dict((*library.words(texts, LATER, later), *library.words(by_number, LATER, later)))
    again = [
        one
        for one in library.passages(sorted(words))
        if (one.meeting.body or one.minute)
        and one.meeting.council == decision.meeting.council
        and _same(library, scene, one, decision, subject)
    ]
    return min(again, key=_first, default=None)


def _first(passage: Passage) -> tuple[date, bool, str, int, str]:
    """Return what puts the first of several first: of one day's, what stands in minutes."""
    meeting = passage.meeting
    return meeting.held_on or date.max, not passage.minute, meeting.body or "", passage.position, passage.id


def _same(library: Library, scene: Scene, later: Passage, decision: Passage, subject: tuple[Need, ...]) -> bool:
    """Say whether a later passage is of the item that a decision asked to have back."""
    share = weigh(subject, held_terms(later.heading)).share
    if share >= AGAIN or (share >= NAMED and only_names(later.heading, decision, scene)):
        return True
    if share >= PARTLY and _is_listed(library, decision):  # an entry is told at length, and headed shortly
        return weigh(subject, held_terms(later.heading, later.text)).share >= WHOLLY
    if decision.minute and later.minute:
        further = FURTHER_TO.format(re.escape(decision.minute))
        if re.search(further, f"{later.heading} {later.text}"):
            return True
    return _names_whole(decision.text, later.heading) and not _standing(library, decision, later)


def _names_whole(text: str, heading: str | None) -> bool:
    """Say whether a request has all the words of a heading, side by side."""
    words = [word.term for word in content(bare_heading(heading or ""))]
    return len(words) >= OF_A_NAME and f" {' '.join(words)} " in f" {' '.join(terms(text))} "


def _standing(library: Library, decision: Passage, later: Passage) -> bool:
    """Say whether meetings have an item under that heading anyway: the work programme, whatever is put in it."""
    until = Filter(until=decision.meeting.held_on, kinds=("discussion", "decision"))
    before = library.passages(sorted(dict(library.words([later.heading or ""], LATER, until))))
    heading = terms(later.heading or "")
    return any(terms(one.heading or "") == heading for one in before)


def _where(passage: Passage) -> str:
    day = spoken(passage.meeting.held_on) if passage.meeting.held_on else ""
    where = ", ".join(filter(None, (body_named(passage.meeting.council, passage.meeting.body), day)))
    return f"at minute {passage.minute} of {where}" if passage.minute else f"in the papers for {where}"


def _late(scene: Scene, decision: Passage, seen: Passage, due: str | None) -> str:
    """Return at which meeting it was to come and did not; empty where it came in time, or nobody can say."""
    asked_on, came_on = decision.meeting.held_on, seen.meeting.held_on
    if not due or asked_on is None or came_on is None:
        return ""
    body = _body(scene, decision)
    later = sorted(day for day in (body.meetings if body else ()) if day > asked_on)
    if _NEXT.search(due):
        elsewhere = seen.meeting.body != decision.meeting.body
        return "" if elsewhere or not later or came_on <= later[0] else _missing(body, later[0])
    last = due_day(due, asked_on)
    if last is None or came_on <= last:
        return ""
    within = [day for day in later if day <= last]
    return _missing(body, within[-1]) if within else "no papers of a meeting by then are held"


def _missing(body: BodyCoverage | None, day: date) -> str:
    if body and day in body.without_minutes:
        return f"the minutes of {spoken(day)} are not held"
    return f"not in the minutes of {spoken(day)}"


def _unseen(scene: Scene, decision: Passage, due: str | None) -> str:
    """Return where it was looked for in vain, and whether it need have come by then."""
    meeting = decision.meeting
    body = _body(scene, decision)
    held = sorted(day for day in (body.meetings if body else ()) if body and day not in body.without_minutes)
    last = due_day(due, meeting.held_on) if due and meeting.held_on else None
    if last and held and last > held[-1]:
        return f"not yet due at the last meeting of which minutes are held, {spoken(held[-1])}"
    days = [day for day in held if meeting.held_on and day > meeting.held_on]
    if not days:
        return "not seen: no minutes of a later meeting of that body are held"
    if len(days) == 1:
        return f"not seen in the minutes held of the later meeting, {spoken(days[0])}"
    between = f"{spoken(days[0])} to {spoken(days[-1])}"
    return f"not seen in the papers held, which cover {len(days)} later meetings from {between}"


def _body(scene: Scene, decision: Passage) -> BodyCoverage | None:
    """Return what is held of the body that decided."""
    of = decision.meeting
    return next((one for one in scene.coverage.bodies if (one.council, one.body) == (of.council, of.body)), None)
