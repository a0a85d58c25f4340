"""Finds passages by words and by meaning together, one for each item however often it is printed."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.types import Kind
from index.encoder import Encoder, Tokens
from index.library import Library
from index.types import Filter, Passage
from index.words import words
from search.asking import unslipped
from search.bodies import names_council, without_council
from search.candidates import Candidate, ordered
from search.content import OWNER, SHORTENED, numeric
from search.dates import spoken
from search.declared import naming_items
from search.evidence import Evidence, weigh
from search.needs import Need, held_terms, needs_of, reference_need, reworded
from search.premises import granted, premises_of
from search.ranking import (
    CROWDED,
    PREFERENCE,
    WEIGHTS,
    Weights,
    asks_newest,
    first_signals,
    newer,
    score,
    shares,
)
from search.reading import read
from search.reasons import Tells, tells_of
from search.replacing import with_current_first
from search.rerank import LateInteraction, Read, Reranker
from search.scene import Scene
from search.types import Copy, Hit, Query, Want

POOL = 200  # passages taken from each of words and meaning, copies included: of 120 two decisions were left out
LISTED = 400  # passages listed where a question names a place and no topic: the longest minutes have some 300
READ = 50  # candidates whose words are weighed: with 120 no other was first in tuning
CLOSE_BEHIND = 0.15  # of the score, behind the first: whose order the sum of signals leaves open
READ_TOGETHER = 8  # candidates that the reader reads at most, 15 to 25 ms each: with 5 less is won, with 12 no more
REACH = 2  # neighbours on each side whose words are weighed with a passage's: a table and what introduces it

LISTS_ALONE: frozenset[Want] = frozenset({"attendance", "declaration"})
"""What may be asked of no place and no topic: "who was present" is answered from the newest meeting."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: candidates best first, one for each item."""

    query: Query
    needs: tuple[Need, ...]
    candidates: tuple[Candidate, ...]
    asked: tuple[str, ...] = ()  # the question as the reader reads it: mended, then in the papers' own words

    @property
    def quotable(self) -> tuple[Need, ...]:
        """What a quotation is cut to: the needs, and each reference asked for, which limits and is no need."""
        return (*self.needs, *map(reference_need, self.query.references))


def retrieve(library: Library, encoder: Encoder, query: Query, scene: Scene, weights: Weights = WEIGHTS) -> Found:
    """Return the candidates for a question, best first."""
    if query.paragraph and not library.select(Filter(paragraph=query.paragraph), 1):
        # "Section 17.73 of the Constitution" is no paragraph of the papers held, but they may speak of it.
        query = replace(query, topic=f"{query.topic} {query.paragraph}".strip(), paragraph=None)
    where = limits_of(query, scene)
    needs = tuple(
        need
        for need in needs_of(query.topic, scene.lexicon)
        if not (need.beside and names_council(need.shown, query.councils))  # all that is found is of that council
    )
    if not needs and not query.phrases and not query.references:
        return Found(query, needs, _listed(library, query, scene, where))
    sought = [text for need in needs for text in need.texts]
    by_words: dict[str, float] = {}
    for reference in query.references or (None,):  # what bears any of them
        required = (*query.phrases, *([reference] if reference else []))
        by_words |= dict(library.words(sought, POOL, where, all_of=required))
    by_meaning: dict[str, float] = {}
    topic = encoder.encode_query(mended(query.topic, needs)) if needs else None
    if topic is not None:
        by_meaning = dict(library.nearest(topic, POOL, where))
        if query.phrases:
            by_meaning = {one: cosine for one, cosine in by_meaning.items() if one in by_words}
    passages = {one.id: one for one in library.passages(sorted({*by_words, *by_meaning}))}
    if query.phrases:
        passages = {key: one for key, one in passages.items() if all(says(one, phrase) for phrase in query.phrases)}
    if query.want == "declaration":
        passages |= naming_items(library, where, needs)
    if query.references:
        bearing = {paper for reference in query.references for paper in scene.references.get(reference, ())}
        passages = {key: one for key, one in passages.items() if key in by_words or one.paper in bearing}
    if query.agenda_item:
        passages = {key: one for key, one in passages.items() if one.agenda_item == query.agenda_item}
    items = {key: one.family if weights.fold else key for key, one in passages.items()}
    held = {items[key]: passages[key] for key in sorted(passages, reverse=True)}  # of several copies the least id
    encoded = library.encoded(one.id for one in held.values())
    cosines = {item: float(encoded[one.id].vector @ topic) for item, one in held.items()} if topic is not None else {}
    text = unslipped(query.text)
    asks = (text, reworded(text, scene.lexicon))
    close = _close(encoder, asks, {item: encoded[one.id].tokens for item, one in held.items()})
    signals = first_signals(held, _best(items, by_words), cosines, close, query.want)
    newest = asks_newest(query)
    made = {
        item: Candidate(
            one, score(signals[item], weights, newest=newest), cosines.get(item, 0.0), close.get(item), signals[item]
        )
        for item, one in held.items()
    }
    tells = tells_of(query, scene.held) if weights.tells else None
    weighed = _weighed(library, needs, ordered(made.values())[:READ], weights, tells, newest=newest)
    made |= {items[one.passage.id]: one for one in weighed}
    asked = ways_of_asking(query, needs, scene)
    spaced = _read_together(asked[0], _spaced(ordered(made.values()), weights), weights)
    return Found(query, needs, with_current_first(spaced, scene) if weights.current else spaced, asked)


def says(passage: Passage, phrase: str) -> bool:
    """Say whether a passage, or the line that says where it stands, has the words of a phrase as they are typed.

    The full-text index finds them by their stems: "planned" would be met by "planning".
    """
    wanted = _spelt(phrase)
    return any(
        wanted == held[at : at + len(wanted)]
        for held in (_spelt(passage.text), _spelt(passage.context))
        for at in range(len(held) - len(wanted) + 1)
    )


def _spelt(text: str) -> list[str]:
    """Return the words of a text as they are spelt; figures as they are compared: "£1.5m" is 1,500,000."""
    return [word.term if numeric(word) else OWNER.sub("", word.text.casefold()) for word in words(text)]


def limits_of(query: Query, scene: Scene) -> Filter:
    """Return the query's limits as the library applies them; a council's name limits nothing where only one is held."""
    return Filter(
        bodies=query.bodies,
        kinds=query.kinds,
        since=query.since,
        until=query.until,
        minute=query.minute,
        paragraph=query.paragraph,
        councils=query.councils if len({one.council for one in scene.held}) > 1 else (),
    )


def mended(text: str, needs: Iterable[Need]) -> str:
    """Return words of a question with its slips mended and its short forms written out."""
    longs: dict[str, None] = {}
    for need in needs:
        hurried = SHORTENED.get(need.shown.lower(), ())
        of_one = len(hurried) == 1 and need.written == hurried[0]  # "pop", unless the papers have a POP
        if need.read_as or of_one:
            meant = need.texts[0] if need.read_as else hurried[0]
            text = re.sub(rf"\b{re.escape(need.shown)}\b", meant, text)
        elif need.written:  # of several that it may stand for, the first beside it
            longs[need.written] = None
    return " ".join([text, *(f"({long})" for long in longs)])


def ways_of_asking(query: Query, needs: Iterable[Need], scene: Scene) -> tuple[str, ...]:
    """Return a question as it is read: its slips mended, its short forms written out, then in the papers' words too.

    The council that it is limited to is left out: all that is read is that council's, and no passage says so again.
    """
    text = without_council(mended(unslipped(query.text), needs), query.councils)
    return tuple(dict.fromkeys((text, reworded(text, scene.lexicon))))


def hits_of(library: Library, scene: Scene, candidates: Iterable[Candidate], *, keep: bool = False) -> tuple[Hit, ...]:
    """Return the candidates as hits: each item cited from the best of its printings, the others listed.

    With ``keep`` each is cited from where it was found, so that the parts of one minute are cited from one paper.
    """
    chosen = list(candidates)
    printed = library.copies([one.passage.id for one in chosen])
    best: list[str] = []
    copies: list[tuple[Copy, ...]] = []
    for one in chosen:
        places = sorted(
            printed[one.passage.id],
            key=lambda at: (
                keep and at.passage != one.passage.id,
                *scene.standing_of_paper(at.paper, one.passage.meeting.held_on),
                at.pdf_page,
                at.passage,
            ),
        )
        best.append(places[0].passage)
        seen = dict.fromkeys(Copy(at.name, at.pdf_page) for at in places[1:])
        copies.append(tuple(seen))
    passages = library.passages(best)
    return tuple(
        Hit(rank, one.score, passage, others)
        for rank, (one, passage, others) in enumerate(zip(chosen, passages, copies, strict=True), 1)
    )


def minute_key(passage: Passage) -> tuple[str, ...] | None:
    """Return what all parts of one minute share, in whichever paper they are printed; None for what is no minute."""
    if passage.standing is None and passage.minute is None:
        return None
    day = passage.meeting.held_on
    whose = (passage.meeting.council or "").casefold(), (passage.meeting.body or "").casefold()
    place = *whose, day.isoformat() if day else passage.paper
    return (*place, passage.minute or "", (passage.heading or "").casefold())


def _close(encoder: Encoder, asks: Iterable[str], tokens: Mapping[str, Tokens | None]) -> dict[str, float]:
    """Return how close the question comes, as it is put best, to each item of which the library keeps tokens."""
    kept = {item: Read("", one) for item, one in tokens.items() if one is not None}
    reader: Reranker = LateInteraction(encoder)
    each = [reader.scores(ask, list(kept.values())) for ask in dict.fromkeys(asks)]
    return {item: max(scores) for item, *scores in zip(kept, *each, strict=True)} if encoder.token_dimension else {}


def _weighed(
    library: Library,
    needs: Sequence[Need],
    candidates: Sequence[Candidate],
    weights: Weights,
    tells: Tells | None,
    *,
    newest: bool,
) -> list[Candidate]:
    """Return the candidates with what their words, those beside them, and newer ones that fit as well are worth."""
    found = library.indexed([one.passage.id for one in candidates], REACH)
    held = {
        one.passage.id: shares(one.passage, found[one.passage.id].own, found[one.passage.id].beside, needs)
        for one in candidates
    }
    behind = newer({one.passage.id: (held[one.passage.id][1], one.passage.meeting.held_on) for one in candidates})
    made = []
    for one in candidates:
        share, around = held[one.passage.id]
        if one.signals:
            told = tells is not None and tells(one.passage.text)
            signals = replace(one.signals, share=share, around=around, tells=told, newer=behind[one.passage.id])
            made.append(replace(one, score=score(signals, weights, newest=newest), signals=signals))
    return made


def _spaced(candidates: Sequence[Candidate], weights: Weights) -> tuple[Candidate, ...]:
    """Return the candidates with less for those of which the same minute has others above."""
    above: Counter[tuple[str, ...]] = Counter()
    made = []
    for one in candidates:
        minute = minute_key(one.passage)
        crowd = min(above[minute], CROWDED) if minute else 0
        made.append(replace(one, score=one.score - weights.crowding * crowd) if crowd else one)
        if minute:
            above[minute] += 1
    return tuple(ordered(made))


def _read_together(asked: str, candidates: tuple[Candidate, ...], weights: Weights) -> tuple[Candidate, ...]:
    """Return the candidates, those that stand close behind the first having been read beside the question."""
    first = candidates[:READ_TOGETHER]
    contested = [one for one in first if first[0].score - one.score <= CLOSE_BEHIND]
    if len(contested) < 2 or not weights.together:
        return candidates
    scores = read(asked, [one.passage for one in contested])
    least = min(scores)
    settled = [
        replace(one, score=one.score + weights.together * (score - least), read=score)
        for one, score in zip(contested, scores, strict=True)
    ]
    return ordered((*settled, *candidates[len(contested) :]))


def evidence_of(candidate: Candidate, needs: Sequence[Need], *, bound: bool = False) -> Evidence:
    """Return the evidence of a candidate's words, with those of its heading and its place."""
    passage = candidate.passage
    day = passage.meeting.held_on
    where = (passage.meeting.council, passage.meeting.body, spoken(day) if day else None)
    held = held_terms(passage.heading, passage.context, passage.text, *where)
    return weigh(needs, held, candidate.closeness, bound=bound)


def _best(items: Mapping[str, str], scores: Mapping[str, float]) -> dict[str, float]:
    """Return the best score of each item, of which ``items`` names that of each passage."""
    best: dict[str, float] = {}
    for key, found in scores.items():
        if key in items:
            best[items[key]] = max(best.get(items[key], found), found)
    return best


def _listed(library: Library, query: Query, scene: Scene, where: Filter) -> tuple[Candidate, ...]:
    """Return everything at the place that the question names, newest meeting first, in the order of the record."""
    if where == Filter() and not query.agenda_item and query.want not in LISTS_ALONE:
        return ()
    asked: tuple[Kind, ...] = tuple(kind for kind, gain in PREFERENCE[query.want].items() if gain >= 0.3)
    ids = library.select(replace(where, kinds=where.kinds or asked), LISTED)
    passages = [one for one in library.passages(ids) if not query.agenda_item or one.agenda_item == query.agenda_item]
    families: dict[str, Passage] = {}
    premises = premises_of(query) if query.want == "decision" else ()  # "what did they refuse": that goes first
    for passage in sorted(passages, key=lambda one: (not granted(premises, one.text), *_place(one, scene))):
        families.setdefault(passage.family, passage)
    count = len(families)
    return tuple(Candidate(one, 1 - at / count, 0.0) for at, one in enumerate(families.values()))


def _place(passage: Passage, scene: Scene) -> tuple[object, ...]:
    day = passage.meeting.held_on
    return (-day.toordinal() if day else 0, *scene.standing_of_paper(passage.paper, day), passage.position)
