"""Declines: why nothing answers, as far as the papers show it, and what comes nearest."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from index.encoder import Encoder
from index.library import Library
from index.types import Passage
from index.words import terms
from search import facts
from search.candidates import Candidate
from search.cite import cite
from search.closed import NOT_CLOSED, asks_whether_closed
from search.content import LIGHT
from search.dates import period_words
from search.motions import asks_mover
from search.named_places import names_missing
from search.needs import Need, held_terms, needs_of, unheard
from search.premises import asks, granted, premises_of
from search.quarters import quarters_in
from search.quoting import quotes_of
from search.retrieve import Found, hits_of, retrieve
from search.scene import Scene, scene_of
from search.strangers import strangers
from search.types import Citation, Query
from search.voters import asks_side
from search.years import years_asked, years_shown

NEAREST = 3  # passages offered where nothing answers
UNHEARD = 0.6  # of the weight of a question, in words that no paper has, from which an answer must be likely
LETTER = re.compile(r"[^\W\d_]")
NOTHING = "Nothing in these papers answers this."
NO_QUESTION = "It asks nothing of them: ask in words."
SUM = re.compile(  # "2+2", "=1+1", "@SUM(A1:A9)", "+1+cmd|…": what is made to be worked out
    r"\W*\d[\d\s.,()]*(?:[+*×÷^=<>]\s*[\d(][\d\s.,()]*)+\W*|\s*[=@]\s*(?:[\d(]|\w+\s*[(|!]).*|\s*[+-]\s*\d+\s*[+*].*",
    re.DOTALL,
)


EVERYDAY = frozenset(
    """arrange arranged ask asks asked became become begin began bring brought build built buy bought call called came
    carry carried catch caught change changed chose choose chosen come cost cut decide did do draw drew end ended fail
    failed fall fell fallen find found gave get give given go goes gone got grow grew happen happened hear heard hit
    hold held join joined keep kept know knew known lead leave led left like liked lose lost made make mean meant meet
    met missed move moved pay paid pick picked plan promise promised pull pulled push pushed put ran reach reached rise
    rose run said saw say see seen sell send sent set show showed shown sit sold speak spend spent spoke spoken stand
    start started stay stayed stood stop stopped take taken talk talked taught tell think thought threw throw told
    took tried try turn turned used vote voted wait waited walk walked want wanted warn warned went win winning wins won
    work worked worry worried write written wrote""".split()  # noqa: SIM905  # as elsewhere
)
"""Verbs that everybody uses of anything: that no paper has one of them tells nothing of what is missing."""


def declined(library: Library, encoder: Encoder, scene: Scene, found: Found) -> tuple[str, tuple[Citation, ...]]:
    """Return why nothing answers, and the passages that come nearest; none of them is an answer."""
    query = found.query
    wider = replace(query, bodies=(), kinds=(), since=None, until=None)  # another council's papers are of its matters
    limited = wider != query and bool(found.needs)
    elsewhere = retrieve(library, encoder, wider, scene) if limited else found
    answering = facts.answering(facts.weighed(library, elsewhere)) if limited else ()
    told = [one for one in answering if _outside(query, one.candidate.passage)]
    where = _elsewhere(query) if told and not facts.answering(facts.weighed(library, found)) else ""
    years = years_asked(query.topic)
    best = list(found.candidates) if premises_of(query) or years or not told else [one.candidate for one in told]
    reasons = (
        _no_meeting(scene, query),
        NOT_CLOSED if asks_whether_closed(query, scene) else "",
        _of_strangers(query),
        _unknown(scene, found.needs),
        _unrecorded(query),
        _not_borne_out(query, best),
        _not_then(library, years, best),
        _not_named(library, found, best),
        where,
    )
    near = near_of(library, scene, best, found.needs)
    return " ".join((NOTHING, next((reason for reason in reasons if reason), ""))).strip(), near


def asks_nothing(question: str) -> bool:
    """Say whether what was typed holds no word and no number, or is a sum or a spreadsheet's formula."""
    return not re.search(r"\w", question) or SUM.fullmatch(question) is not None


def unheard_of(library: Library, encoder: Encoder, query: Query) -> str:
    """Return that no paper held has any of the words of a query, if none has: what is listed is only near them."""
    scene = scene_of(library, encoder)
    needs = needs_of(query.topic, scene.lexicon)
    return _unknown(scene, needs) if needs and all(_unknown(scene, [one]) for one in needs) else ""


def of_another_world(found: Found, scene: Scene) -> bool:
    """Say whether a question is asked mostly in words that no paper has: "what do eggs cost in the canteen"."""
    if not asks(found.query):
        return False
    near = [one.passage for one in found.candidates[: facts.LOOKED_AT]]
    held = held_terms(*(words for one in near for words in (one.heading, one.context, one.text)))
    return unheard(found.needs, scene.lexicon, held) >= UNHEARD


def near_of(
    library: Library, scene: Scene, candidates: Sequence[Candidate], needs: Sequence[Need]
) -> tuple[Citation, ...]:
    """Return the best words of the first few candidates, cited and checked like those of an answer."""
    made: list[Citation] = []
    for hit in hits_of(library, scene, candidates[:NEAREST]):
        quotes = quotes_of(library, hit.passage, needs)
        citation = cite(library, hit.passage, quotes[0], len(made) + 1, hit.copies) if quotes else None
        if citation is not None:
            made.append(citation)
    return tuple(made)


def _no_meeting(scene: Scene, query: Query) -> str:
    """Return that no meeting of those asked about is held within the dates asked for."""
    if not query.since and not query.until:
        return ""
    days = [
        day
        for one in scene.held
        if (not query.bodies or one.body in query.bodies) and (not query.councils or one.council in query.councils)
        for day in one.dates
    ]
    if any((not query.since or day >= query.since) and (not query.until or day <= query.until) for day in days):
        return ""
    who = " or ".join(query.bodies or query.councils)
    return (
        f"No minutes of a meeting {f'of {who} ' if who else ''}held {period_words(query.since, query.until)} are here."
    )


def _of_strangers(query: Query) -> str:
    """Return that no minutes are held of the bodies that the question names, if it names such."""
    named = " or ".join(f"“{name}”" for name in strangers(query))
    return f"No minutes of a body called {named} are here." if named else ""


def _unknown(scene: Scene, needs: Sequence[Need]) -> str:
    """Return the words that stand nowhere in the papers held; years and quarters may head a column all the same."""
    known = scene.lexicon.frequency
    unknown = [
        f"“{need.shown}”"
        for need in needs
        if not (need.beside or quarters_in(need.shown) or not LETTER.search(need.shown))
        and need.shown.casefold() not in EVERYDAY | LIGHT
        and not any(all(term in known for term in form) for form in (*need.forms, terms(need.shown)))
    ]
    if not unknown:
        return ""
    return f"No paper held has the {'word' if len(unknown) == 1 else 'words'} {', '.join(unknown)}."


def _outside(query: Query, passage: Passage) -> bool:
    """Say whether a passage is of another body or day than the question is limited to."""
    day = passage.meeting.held_on
    of_another = bool(query.bodies) and passage.meeting.body not in query.bodies
    early = query.since is not None and (day is None or day < query.since)
    late = query.until is not None and (day is None or day > query.until)
    return of_another or early or late


def _elsewhere(query: Query) -> str:
    who = " or ".join(query.bodies or query.councils)
    when = f"held {period_words(query.since, query.until)}" if query.since or query.until else ""
    limits = " ".join(filter(None, (f"of {who}" if who else "", when)))
    return f"Outside the meetings {limits} the papers do speak of it." if limits else ""


def _unrecorded(query: Query) -> str:
    """Return that the papers do not name who moved something, or how each member voted on it."""
    if asks_mover(query):
        return "The papers held do not record who moved or seconded such a motion."
    return "The papers held record no such vote by name." if asks_side(query) else ""


def _not_borne_out(query: Query, best: Sequence[Candidate]) -> str:
    """Return that the papers do not bear out what the question takes for granted."""
    premises = premises_of(query)
    if not premises or not best or any(granted(premises, facts.words_of(one.passage)) for one in best[:NEAREST]):
        return ""
    return "The papers that come nearest do not bear out what the question takes for granted."


def _not_then(library: Library, years: Collection[tuple[int, int]], best: Sequence[Candidate]) -> str:
    """Return that what comes nearest is of other years than the question asks about."""
    if not years or not best or any(facts.tells_years(library, one.passage, years) for one in best[:NEAREST]):
        return ""
    return f"The papers that come nearest do not tell it for {years_shown(years)}."


def _not_named(library: Library, found: Found, best: Sequence[Candidate]) -> str:
    """Return that what comes nearest is of another place, firm or thing than the question calls by name."""
    names = names_missing(library, found, [one.passage for one in best[:NEAREST]])
    return f"The papers that come nearest do not name {' or '.join(f'“{name}”' for name in names)}." if names else ""
