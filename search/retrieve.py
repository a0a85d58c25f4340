"""Finds passages by words and by meaning together, one for each item however often it is printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from index.types import Filter, Passage
from search.dates import spoken
from search.evidence import Evidence, weigh
from search.fusion import fuse, ranked
from search.needs import Need, held_terms, needs_of
from search.question import read_question
from search.rerank import LATE_INTERACTION, Reranker, reranked
from search.scene import Scene, scene_of
from search.types import Copy, Hit, Query, Want

POOL = 120  # passages taken from each of words and meaning: copies included, it holds some 50 items
LISTED = 400  # passages listed where a question names a place and no topic: the longest minutes have some 300
TRUSTED = 60  # candidates whose words are weighed: none below was ever first in tuning

PREFERENCE: Mapping[Want, Mapping[Kind, float]] = {
    "decision": {"decision": 0.35, "discussion": 0.05, "table": -0.1, "attendance": -0.3, "declaration": -0.2},
    "recommendation": {"recommendation": 0.35, "decision": 0.1, "report": 0.05},
    "comparison": {"decision": 0.3, "recommendation": 0.3},
    "declaration": {"declaration": 0.5},
    "attendance": {"attendance": 0.5},
    "figure": {"table": 0.05, "report": 0.05},
    "latest": {"decision": 0.1, "discussion": 0.1},
    "discussion": {"discussion": 0.15},
    "any": {},
}
"""What a kind of passage gains where its kind is asked for, on the scale of the fused scores (0 to 1)."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each thing that speaks for a passage is worth, on the scale of the fused scores (0 to 1).

    The evaluation takes one away at a time to see what it earns: 0 leaves it out.
    """

    meaning: float = 0.6  # of the stretched scores; 0.3 to 0.8 did about as well in tuning
    words: float = 0.4  # as above
    preference: float = 1.0  # of the table of PREFERENCE
    trust: float = 0.4  # what holding all of the question's words adds
    again: float = 0.45  # how far a reranker moves a score: 0.3 to 0.6 did about as well, see docs/decisions
    fold: bool = True  # whether the printings of one item are one candidate


WEIGHTS = Weights()
"""The weights of every question."""

LISTS_ALONE: frozenset[Want] = frozenset({"attendance", "declaration"})
"""What may be asked of no place and no topic: "who was present" is answered from the newest meeting."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage found, with what speaks for it."""

    passage: Passage
    score: float
    cosine: float  # 0 where it was not among the nearest
    closeness: float | None = None  # of its tokens to the question's, -1 to 1; None where none were compared


@dataclass(frozen=True, slots=True)
class Found:
    """What a question found: candidates best first, one for each item."""

    query: Query
    needs: tuple[Need, ...]
    candidates: tuple[Candidate, ...]


def search(
    library: Library,
    encoder: Encoder,
    question: str | Query,
    limit: int = 10,
    reranker: Reranker | None = LATE_INTERACTION,
) -> tuple[Hit, ...]:
    """Return the passages that best match a question, best first, the printed copies of each folded into it."""
    scene = scene_of(library)
    query = read_question(question, scene.held) if isinstance(question, str) else question
    found = retrieve(library, encoder, query, scene, reranker)
    return hits_of(library, scene, found.candidates[:limit])


def retrieve(
    library: Library,
    encoder: Encoder,
    query: Query,
    scene: Scene,
    reranker: Reranker | None = LATE_INTERACTION,
    weights: Weights = WEIGHTS,
) -> Found:
    """Return the candidates for a question, best first; without a reranker as words and meaning have them."""
    if query.paragraph and not library.select(Filter(paragraph=query.paragraph), 1):
        # "Section 17.73 of the Constitution" is no paragraph of the papers held, but they may speak of it.
        query = replace(query, topic=f"{query.topic} {query.paragraph}".strip(), paragraph=None)
    where = limits_of(query, scene)
    needs = needs_of(query.topic, scene.lexicon)
    if not needs and not query.phrases and not query.references:
        return Found(query, needs, _listed(library, query, scene, where))
    sought = [text for need in needs for text in need.texts]
    by_words = dict(library.words(sought, POOL, where, all_of=(*query.phrases, *query.references)))
    by_meaning: dict[str, float] = {}
    if needs:
        by_meaning = dict(library.nearest(encoder.encode_query(meaning_of(query, needs)), POOL, where))
        if query.phrases:
            by_meaning = {one: cosine for one, cosine in by_meaning.items() if one in by_words}
    passages = {one.id: one for one in library.passages(sorted({*by_words, *by_meaning}))}
    if query.references:
        bearing = {paper for reference in query.references for paper in scene.references.get(reference, ())}
        passages = {key: one for key, one in passages.items() if key in by_words or one.paper in bearing}
    if query.agenda_item:
        passages = {key: one for key, one in passages.items() if one.agenda_item == query.agenda_item}
    fused = _fused(passages, by_words, by_meaning, query.want, weights)
    trusted = _trusted(fused, needs, weights.trust)
    again = (
        _read_again(library, encoder, query, trusted, reranker, weights.again)
        if reranker and weights.again
        else trusted
    )
    return Found(query, needs, again)


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


def meaning_of(query: Query, needs: Iterable[Need]) -> str:
    """Return what is encoded of a question: its topic, with its slips mended and its short forms written out."""
    topic = query.topic
    for need in needs:
        if need.read_as:
            topic = topic.replace(need.shown, need.texts[0])
    longs = [text for need in needs if not need.read_as for text in need.texts[1:2]]
    return " ".join([topic, *(f"({long})" for long in longs)])


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
    place = (passage.meeting.body or "").casefold(), day.isoformat() if day else passage.paper
    return (*place, passage.minute or "", (passage.heading or "").casefold())


def _fused(
    passages: Mapping[str, Passage],
    by_words: Mapping[str, float],
    by_meaning: Mapping[str, float],
    want: Want,
    weights: Weights,
) -> tuple[Candidate, ...]:
    items = {key: one.family if weights.fold else key for key, one in passages.items()}
    first: dict[str, Passage] = {}
    for key in sorted(passages):
        first.setdefault(items[key], passages[key])
    words, meaning = _best(items, by_words), _best(items, by_meaning)
    scores = fuse([one for one in ((weights.meaning, meaning), (weights.words, words)) if one[0]])
    for item in scores:
        scores[item] += weights.preference * PREFERENCE[want].get(first[item].kind, 0.0)
    return tuple(Candidate(first[one], scores[one], meaning.get(one, 0.0)) for one in ranked(scores))


def _trusted(candidates: Sequence[Candidate], needs: Sequence[Need], trust: float) -> tuple[Candidate, ...]:
    """Return the candidates in the order of their scores with the trust that their words earn."""
    if not trust:
        return tuple(candidates)
    made = [replace(one, score=one.score + trust * evidence_of(one, needs).share) for one in candidates[:TRUSTED]]
    made += candidates[TRUSTED:]
    return tuple(sorted(made, key=lambda one: (-one.score, one.passage.family)))


def _read_again(
    library: Library,
    encoder: Encoder,
    query: Query,
    candidates: tuple[Candidate, ...],
    reranker: Reranker,
    share: float,
) -> tuple[Candidate, ...]:
    """Return the candidates in the order of their scores once a reranker has read the best of them."""
    best = candidates[: reranker.depth]
    scores = reranker.scores(library, encoder, query.text, [one.passage for one in best])
    moved = reranked([one.score for one in best], [scores.get(one.passage.id) for one in best], share)
    made = [
        replace(one, score=score, closeness=scores.get(one.passage.id)) for one, score in zip(best, moved, strict=True)
    ]
    return tuple(sorted((*made, *candidates[reranker.depth :]), key=lambda one: (-one.score, one.passage.family)))


def evidence_of(candidate: Candidate, needs: Sequence[Need], *, bound: bool = False) -> Evidence:
    """Return the evidence of a candidate's words, with those of its heading and its place."""
    passage = candidate.passage
    day = passage.meeting.held_on
    held = held_terms(passage.heading, passage.context, passage.text, spoken(day) if day else None)
    return weigh(needs, held, candidate.closeness, bound=bound)


def _best(items: Mapping[str, str], scores: Mapping[str, float]) -> dict[str, float]:
    """Return the best score of each item, of which ``items`` names that of each passage."""
    best: dict[str, float] = {}
    for key, score in scores.items():
        if key in items:
            best[items[key]] = max(best.get(items[key], score), score)
    return best


def _listed(library: Library, query: Query, scene: Scene, where: Filter) -> tuple[Candidate, ...]:
    """Return everything at the place that the question names, newest meeting first, in the order of the record."""
    if where == Filter() and not query.agenda_item and query.want not in LISTS_ALONE:
        return ()
    asked: tuple[Kind, ...] = tuple(kind for kind, gain in PREFERENCE[query.want].items() if gain >= 0.3)
    ids = library.select(replace(where, kinds=where.kinds or asked), LISTED)
    passages = [one for one in library.passages(ids) if not query.agenda_item or one.agenda_item == query.agenda_item]
    families: dict[str, Passage] = {}
    for passage in sorted(passages, key=lambda one: _place(one, scene)):
        families.setdefault(passage.family, passage)
    count = len(families)
    return tuple(Candidate(one, 1 - at / count, 0.0) for at, one in enumerate(families.values()))


def _place(passage: Passage, scene: Scene) -> tuple[object, ...]:
    day = passage.meeting.held_on
    return (-day.toordinal() if day else 0, *scene.standing_of_paper(passage.paper, day), passage.position)
