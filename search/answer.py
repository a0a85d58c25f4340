"""Answers a question in the record's own words, or says plainly that it cannot: ``ask()``."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from search import decided, facts
from search.after_all import answered_after_all
from search.askers import asked_by
from search.asking import AS_OF_NOW
from search.attendance import LISTED_ALONE, best_printed, entries
from search.authors import written_by
from search.beside import RECOMMENDED_THERE, beside
from search.candidates import Candidate, ordered
from search.closed import asks_whether_closed, closed
from search.compose import Quoted, Section, compose, in_order
from search.decisions import decided_after_all, decisions_on
from search.declining import NO_QUESTION, NOTHING, asks_nothing, declined, of_another_world
from search.draft import OF_DECISIONS, Draft, borne_out
from search.find import query_of
from search.history import asks_history, history, history_of_one
from search.leaning import leaning
from search.minutes import whole_minutes
from search.motions import MOTION, asks_mover, asks_of_motion, fates
from search.named_places import names_missing, on_what_is_named
from search.needs import corrections, unheld
from search.newest import as_of_now, newest_minutes_first, opens_minutes
from search.premises import asks, asks_list, granted, premises_of
from search.proposed import proposed
from search.reasons import tells_of
from search.replies import with_replies
from search.retrieve import Found, minute_key, retrieve
from search.scene import Scene, scene_of
from search.searched import searched
from search.settled import SPOKEN_OF, settled, speaking
from search.sharpened import sharpened
from search.short_forms import explained
from search.superseded import asks_whether_corrected, corrected, with_corrections
from search.telling import telling_of
from search.thread import OF_MINUTES, asks_whether_back, whether_back
from search.told import telling as told_by
from search.trackers import tracked
from search.types import Answer, Query, Want
from search.voters import member_vote, voted_otherwise, voters
from search.votes import votes_of
from search.withheld import in_private, untold

LIKELY = 0.5  # of confidence, that a question needs which is asked mostly in words that no paper has
LISTED = 60  # decisions quoted where a question asks for all of a place: the longest meetings make some 50
SURER = 0.15  # of confidence, by which a passage of another kind must be ahead to be taken for the one asked for
LESS = 0.2  # of the question's words, by which something newer may fall short of what fits best
AS_SURE = 0.05  # of confidence, by which a second passage with a figure or a time may be less sure than the best
BESIDE = 3  # other papers quoted that bear a reference asked for: its report, its record, its call-in
PARTS = 6  # other passages quoted where a question asks for all of a place: "para 3.26"
MEETING_KINDS: dict[Want, tuple[Kind, ...]] = {
    "recommendation": ("recommendation",),
    "declaration": ("declaration",),
    "attendance": ("attendance",),
}
"""The kinds of passage that alone answer these."""

OF_FACTS: frozenset[Want] = frozenset({"any", "figure"})
"""What is asked of facts, which one sentence may tell; how things stand, newest first, is told as it was found."""
RECOMMENDATIONS: tuple[Kind, ...] = ("recommendation",)

OTHERWISE = "By the names recorded, the vote was not so."
ON_NO_SIDE = Draft("not_found", "The names recorded at that vote have nobody so called on any side.", ())
RECOMMENDED = "The minutes held record no decision on this. It was recommended:"


def ask(
    library: Library,
    encoder: Encoder,
    question: str | Query,
    *,
    today: date | None = None,
) -> Answer:
    """Answer the question from the papers held.

    Without ``today``, what a question counts back ("since January") is counted from the latest meeting held.
    """
    scene = scene_of(library, encoder)
    query = query_of(library, encoder, question, today) if isinstance(question, str) else question
    coverage = searched(query, scene.coverage)
    if asks_nothing(query.text):
        return Answer(query.text, "not_found", f"{NOTHING} {NO_QUESTION}", (), coverage)
    found = retrieve(library, encoder, query, scene)
    if slips := corrections(found.needs):
        coverage = f"{coverage} {'; '.join(slips).capitalize()}."
    found = _wider(library, encoder, scene, found)
    draft = _drafted(library, encoder, scene, query, found)
    composed = compose(library, with_corrections(library, _ordered(found, draft))) if draft else None
    otherwise = composed is not None and voted_otherwise(library, query, composed.citations)
    if draft is None or composed is None or not composed.citations or otherwise:
        why, near = declined(library, encoder, scene, found)
        said = OTHERWISE if otherwise else draft.opening if draft and draft.outcome == "not_found" else ""
        why = f"{why} {said}".strip()
        return Answer(query.text, "not_found", why, (), coverage, near, _best(library, found) if found.needs else None)
    text = "\n\n".join(filter(None, (draft.opening, composed.text)))
    votes = votes_of(library, composed.citations)
    return Answer(query.text, draft.outcome, text, composed.citations, coverage, (), draft.confidence, votes)


def _wider(library: Library, encoder: Encoder, scene: Scene, found: Found) -> Found:
    """Return what was found, for a list all of its place, and for the latest position the minutes on it too."""
    query = found.query
    if asks_list(query):
        found = retrieve(library, encoder, replace(query, topic=""), scene)
    if query.want == "latest" and not query.kinds:
        minutes = retrieve(library, encoder, replace(query, kinds=OF_MINUTES), scene)
        found = replace(found, candidates=ordered((*found.candidates, *_others(minutes, found))))
    return with_replies(library, found)


def _drafted(library: Library, encoder: Encoder, scene: Scene, query: Query, found: Found) -> Draft | None:
    """Return what is answered, and only what bears being read beside the question; None where nothing does."""
    draft = _from_record(library, encoder, scene, query) or _draft(library, scene, _meant(found))
    draft = _as_proposed(library, encoder, scene, query, draft)
    draft = speaking(decided_after_all(library, encoder, scene, found, draft), found)
    unknown = unheld(found.needs, scene.lexicon)
    unlikely = draft is not None and draft.confidence is not None and draft.confidence < LIKELY
    if unknown or (unlikely and of_another_world(found, scene)):
        draft = None
    draft = borne_out(draft, found) if draft else None
    draft = on_what_is_named(library, scene, query, draft)
    strange = unknown or (query.want in OF_DECISIONS and of_another_world(found, scene))
    if (draft is None or draft.outcome == "not_decided") and not strange:
        draft = on_what_is_named(library, scene, query, answered_after_all(library, scene, found)) or draft
    if draft and draft.confidence is not None:
        quoted = [one.passage for section in draft.sections for one in section.quoted]
        draft = None if names_missing(library, found, quoted) else draft
    if draft is None and asks_history(query.text) and (sections := history_of_one(library, encoder, scene, query)):
        draft = Draft("answered", "", sections)
    draft = draft or tracked(library, encoder, scene, query)
    return settled(library, scene, found, draft) or in_private(library, scene, found)


def _ordered(found: Found, draft: Draft) -> Sequence[Section]:
    """Return the sections as they are told: what was guessed to answer a question of fact, the best words first.

    Words alone look for a place: what is found there is told as it stands.
    """
    sections = in_order(draft.sections)
    query = found.query
    guessed = draft.outcome == "answered" and draft.confidence is not None and query.want in OF_FACTS
    fact = guessed and (asks(query) or telling_of(query) is not None)
    dated = AS_OF_NOW.search(query.text) is not None
    return sharpened((found.asked or (query.text,))[0], sections, dated=dated) if fact else sections


def _as_proposed(library: Library, encoder: Encoder, scene: Scene, query: Query, draft: Draft | None) -> Draft | None:
    """Return how something ended that was put to the vote, before what else speaks of it; else the draft as it is."""
    told = [one.passage for section in draft.sections for one in section.quoted] if draft else []
    sections = proposed(library, encoder, scene, query, told)
    return Draft("answered", "", sections) if sections else draft


def _corrections(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return the corrections of the first minute found that has some, and nothing else of it."""
    found = retrieve(library, encoder, query, scene).candidates[: facts.LOOKED_AT]
    made = (corrected(library, one.passage) for one in found if one.passage.standing == "corrected")
    return next((sections for sections in made if sections), [])


def _others(more: Found, found: Found) -> list[Candidate]:
    """Return what else was found: reports on a topic much written of would leave none of the minutes on it."""
    families = {one.passage.family for one in found.candidates}
    return [one for one in more.candidates if one.passage.family not in families]


def _meant(found: Found) -> Found:
    """Return what was found, a motion whose fate is not held being asked of as a decision is."""
    if not (asks_of_motion(found.query) and MOTION.search(found.query.text)):
        return found
    return replace(found, query=replace(found.query, want="decision"))


def _from_record(library: Library, encoder: Encoder, scene: Scene, query: Query) -> Draft | None:
    """Answer what the record keeps apart from its words: what came back, who was there, votes, authors."""
    if sections := explained(library, scene, query):
        return Draft("answered", "", sections)
    if asks_whether_closed(query, scene):
        return Draft("answered", "", closed(library, scene, query))
    if sections := asked_by(library, encoder, scene, query):
        return Draft("answered", "", sections)
    if sections := voters(library, encoder, scene, query):
        return Draft("answered", "", sections)
    if (side := member_vote(library, encoder, scene, query)) is not None:
        return Draft("answered", "", side) if side else ON_NO_SIDE
    if asks_mover(query) and (sections := fates(library, encoder, scene, query, moved=True)):
        return Draft("answered", "", sections)
    if asks_of_motion(query) and (sections := fates(library, encoder, scene, query)):
        return Draft("answered", "", sections)
    if asks_whether_back(query.text) and (sections := whether_back(library, encoder, scene, query)):
        return Draft("answered", "", sections)
    if sections := written_by(library, encoder, scene, query):
        return Draft("answered", "", sections)
    if asks_whether_corrected(query.text) and (sections := _corrections(library, encoder, scene, query)):
        return Draft("answered", "", sections)
    if asks_history(query.text) and (sections := history(library, encoder, scene, query)):
        return Draft("answered", "", sections)
    opening, sections = entries(library, encoder, scene, query)
    return Draft("answered", opening, sections) if sections else None


def _draft(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Return what is answered: what the first way gives that gives anything."""
    named = found.query.want == "any" and found.query.references and not found.needs  # "24/0010": what became of it
    for way in (_referred, *_WAYS["any"]) if named else _WAYS[found.query.want]:
        draft = way(library, scene, found)
        if draft is not None:
            return draft
    return None


def _all_of_place(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Answer a question that names a place and no topic: a minute's decisions, or all of the paragraph or the kind."""
    if found.needs or found.query.phrases or found.query.references or not found.candidates:
        return None
    first = found.candidates[0].passage
    same = [
        one for one in found.candidates if one.passage.paper == first.paper and one.passage.meeting == first.meeting
    ]
    opening = [one for one in same if one.passage.kind != "decision"]
    agreed = [one.passage for one in same if one.passage.kind == "decision"][:LISTED]
    premises = () if found.query.want in MEETING_KINDS else premises_of(found.query)
    if premises:  # "what did they refuse": at every meeting, and nothing else
        decisions = [one.passage for one in found.candidates if one.passage.kind == "decision"]
        agreed = [one for one in decisions if granted(premises, one.text)][:LISTED]
        return Draft("answered", "", decided.listed(library, scene, agreed)) if agreed else None
    if not agreed and found.query.want in MEETING_KINDS:
        named = facts.sections(library, scene, opening[:PARTS], ())
        listed = tuple(quoted for section in named for quoted in section.quoted)
        return Draft("answered", "", [Section(decided.meeting_of(first), listed)])
    if not agreed:
        return Draft("answered", "", facts.sections(library, scene, opening[:PARTS], ()))
    told = [] if found.query.want == "decision" else facts.sections(library, scene, opening[:1], ())
    return Draft("answered", "", [*told, *decided.listed(library, scene, agreed)])


def _referred(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Answer a bare reference with what was decided, and with where the other papers that bear it speak of it."""
    decisions = decisions_on(library, scene, found)
    if decisions is None or decisions.outcome != "answered":
        return decisions
    told = {minute_key(one.passage) for section in decisions.sections for one in section.quoted}
    beside: dict[str, Candidate] = {}
    for one in found.candidates:
        own = any(reference in facts.words_of(one.passage) for reference in found.query.references)
        if own and minute_key(one.passage) not in told and not facts.points(one.passage):
            beside.setdefault(one.passage.paper, one)
    others = facts.sections(library, scene, list(beside.values())[:BESIDE], found.quotable)
    return replace(decisions, sections=[*decisions.sections, *others])


def _recommended_beside(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Answer with what was recommended and what was agreed, each under its own word."""
    advised = facts.answering(facts.weighed(library, found, RECOMMENDATIONS))
    agreed = decided.decided(library, scene, found)
    if not agreed.minutes:
        return None
    made = beside(library, scene, agreed.minutes, found.needs)
    if not any(section.title == RECOMMENDED_THERE for section in made):
        told = facts.whole_list(library, scene, advised, found.needs)
        made = [*(replace(section, title=RECOMMENDED_THERE) for section in told), *made]
    return Draft("answered", "", made, agreed.confidence)


def _only_recommended(library: Library, scene: Scene, found: Found) -> Draft | None:
    advised = _surely(facts.weighed(library, found, RECOMMENDATIONS))
    if not advised:
        return None
    made = facts.whole_list(library, scene, advised, found.needs)
    return Draft("not_decided", RECOMMENDED, made, advised[0].evidence.confidence)


def _spoken_of(library: Library, scene: Scene, found: Found) -> Draft | None:
    told = _surely(facts.weighed(library, found))
    if not told:
        return None
    if told[0].candidate.passage.kind == "decision":
        agreed = decided.listed(library, scene, [told[0].candidate.passage])
        return Draft("answered", "", agreed, told[0].evidence.confidence)
    made = facts.sections(library, scene, [told[0].candidate], found.quotable)
    if there := decided.decided_there(library, scene, found.needs, told[0].candidate):
        agreed = decided.sections(library, scene, [there])
        return Draft("answered", "", [*agreed, *made], told[0].evidence.confidence)
    return Draft("not_decided", SPOKEN_OF, made, told[0].evidence.confidence)


def _surely(ranked: Sequence[facts.Weighed]) -> tuple[facts.Weighed, ...]:
    """Return those that answer as surely as a decision has to: what is told instead of one must be on its matter."""
    sure = [one for one in ranked if one.evidence.confidence >= decided.SURE_OF_DECISION]
    return facts.answering([one for one in sure if not one.evidence.strict_missing])


def _of_kind(library: Library, scene: Scene, found: Found) -> Draft | None:
    kinds = MEETING_KINDS[found.query.want]
    told = facts.answering(_best_printed(scene, found.query.want, facts.weighed(library, found, kinds)))
    if not told or told[0].evidence.confidence < _best(library, found) - SURER:
        return None
    if found.query.want == "recommendation":
        made = facts.whole_list(library, scene, told, found.needs)
    else:
        made = facts.sections(library, scene, [one.candidate for one in told], found.quotable)
    return Draft("answered", "", made, told[0].evidence.confidence)


def _best_printed(scene: Scene, want: Want, ranked: Sequence[facts.Weighed]) -> Sequence[facts.Weighed]:
    """Return what was found of who was there by the best printing of each meeting; of anything else all of it."""
    if want != "attendance":
        return ranked
    best = {one.id for one in best_printed(scene, [one.candidate.passage for one in ranked])}
    return [one for one in ranked if one.candidate.passage.id in best]


def _best(library: Library, found: Found) -> float:
    """Return the confidence of the candidate that stands first, of whatever kind."""
    first = facts.weighed(library, found)[:1]
    return first[0].evidence.confidence if first else 0.0


def _beside_list(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Answer what is asked of people at a meeting; who was there is told by its list, or by nothing."""
    return None if LISTED_ALONE.search(found.query.text) else _any_fact(library, scene, found)


def _any_fact(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Answer with what tells what is asked for, unless what is likelier does not: it may be told in private."""
    telling = telling_of(found.query)
    ranked = facts.weighed(library, found)
    if telling is None:
        ranked = leaning(library, found, scene.held, ranked)
    telling_it = told_by(library, found, ranked)
    told = facts.answering(telling_it)
    if AS_OF_NOW.search(found.query.text):
        told = as_of_now(told, telling_it)
    if not told or (telling and told[0].evidence.confidence < ranked[0].evidence.confidence - SURER):
        return untold(library, scene, facts.answering(ranked)) if telling else None
    if telling:
        told = tuple(one for one in told if one.evidence.confidence >= told[0].evidence.confidence - AS_SURE)
    candidates = facts.with_votes(library, found, facts.fullest([one.candidate for one in told]))
    if telling:
        made = facts.sections(library, scene, candidates, found.quotable, telling=telling)
    else:
        made = _in_minutes(library, scene, found, candidates)
    return Draft("answered", "", made, told[0].evidence.confidence)


def _latest(library: Library, scene: Scene, found: Found) -> Draft | None:
    """Answer with what is newest among all that answers about as well as the best."""
    weighed = facts.weighed(library, found)
    enough = [one for one in weighed if one.evidence.enough and not opens_minutes(one.candidate.passage)]
    if not enough:
        return None
    least = enough[0].evidence.share - LESS
    good = [one for one in enough if one.worth >= enough[0].worth - 3 * facts.CLOSE and one.evidence.share >= least]
    newest = sorted(good, key=newest_minutes_first)
    told = facts.with_votes(library, found, [one.candidate for one in newest[: facts.QUOTED]])
    return Draft("answered", "", _in_minutes(library, scene, found, told), newest[0].evidence.confidence)


def _in_minutes(library: Library, scene: Scene, found: Found, told: Sequence[Candidate]) -> list[Section]:
    """Return what was found, the first of it with the rest of its minute that matters: debate and decision together."""
    leans = tells_of(found.query, scene.held)
    if not told or minute_key(told[0].passage) is None or told[0].passage.kind not in {"discussion", "decision"}:
        return facts.sections(library, scene, told, found.quotable, leans=leans)
    (minute,) = whole_minutes(library, scene, told[:1])
    mattering = minute.mattering(found.needs, [one.passage.family for one in told])
    others = [one for one in told if minute_key(one.passage) != minute_key(told[0].passage)]
    agreed = told[0].passage.kind == "decision"  # these stay together: debate among them would read as agreed
    together = sorted(mattering, key=lambda one: (one.kind == "decision") is not agreed)
    parts = [Candidate(one, 0.0, 0.0) for one in together]
    first = facts.sections(library, scene, parts, found.quotable, leans=leans, keep=True)
    quoted: list[Quoted] = []
    for one in (one for section in first for one in section.quoted):
        stem = next((before.before for before in reversed(quoted) if before.before), "")
        quoted.append(replace(one, before="") if one.before == stem else one)
    mended = corrected(library, minute.parts[0])
    return [Section("", tuple(quoted)), *mended, *facts.sections(library, scene, others, found.quotable, leans=leans)]


Way = Callable[[Library, Scene, Found], Draft | None]
_WAYS: dict[Want, tuple[Way, ...]] = {
    "decision": (_all_of_place, decisions_on, _only_recommended, _spoken_of),
    "recommendation": (_all_of_place, _of_kind, _any_fact),
    "comparison": (_all_of_place, _recommended_beside, _only_recommended, _spoken_of),
    "declaration": (_all_of_place, _of_kind, _any_fact),
    "attendance": (_all_of_place, _of_kind, _beside_list),
    "figure": (_all_of_place, _any_fact),
    "latest": (_all_of_place, _latest),
    "discussion": (_all_of_place, _any_fact),
    "any": (_all_of_place, _any_fact),
}
"""How each kind of question is answered: the first way that gives something is taken."""
