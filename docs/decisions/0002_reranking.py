"""Measure rerankers on the tune split: ``python docs/decisions/0002_reranking.py LIBRARY papers``, from the root.

The library holds the set's papers and their token vectors (``minutebook ingest --token-vectors``). The first search is
done once for each question; each row then orders its candidates in another way.
"""

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

from eval.evaluate import read_set
from eval.measures import mean, score_rankings
from eval.own import Minutebook
from eval.runs import Ranked, first_of_each
from index.encoder import open_encoder
from index.library import Library, open_library
from index.types import Passage
from search.question import read_question
from search.rerank import CrossEncoder, LateInteraction, Reranker, reranked
from search.retrieve import Candidate, hits_of, retrieve
from search.scene import scene_of

NAMES = ("Success@1", "R@5", "RR@10", "nDCG@10")
SHARES = (0.2, 0.3, 0.45, 0.6, 0.8, 1.0)
READ = 20  # passages read by the cross-encoder

Order = Callable[[str, Sequence[Candidate]], list[float]]


def judged(
    reranker: Reranker, library: Library, asked: Mapping[str, str], found: Mapping[str, Sequence[Candidate]], depth: int
) -> dict[str, dict[str, float]]:
    """Return the scores of each question's best candidates, and say how long they took."""
    scores, took = {}, []
    for topic, candidates in found.items():
        passages: list[Passage] = [one.passage for one in candidates[:depth]]
        began = perf_counter()
        scores[topic] = dict(reranker.scores(library, asked[topic], passages))
        took.append(1000 * (perf_counter() - began))
    name = type(reranker).__name__
    sys.stdout.write(f"{name} over {depth}: {median(took):.0f} / {quantiles(took, n=20)[-1]:.0f} ms\n")
    return scores


def by_share(scores: Mapping[str, Mapping[str, float]], depth: int, share: float) -> Order:
    """Return an order in which a reranker's scores of the best have a share."""

    def order(topic: str, candidates: Sequence[Candidate]) -> list[float]:
        given = [scores[topic].get(one.passage.id) for one in candidates[:depth]]
        return reranked([one.score for one in candidates], given + [None] * (len(candidates) - len(given)), share)

    return order


def main() -> None:
    """Measure every way and write a row for each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=Path)
    parser.add_argument("set", choices=("samples", "papers"))
    given = parser.parse_args()
    encoder, questions = open_encoder(), read_set(given.set)
    topics = [one for one in questions.topics if one.split == "tune"]
    with open_library(given.library, encoder) as library:
        scene, places = scene_of(library), Minutebook(library, encoder)
        asked = {one.id: one.question for one in topics}
        found = {
            one.id: retrieve(library, encoder, read_question(one.question, scene.held), scene, None).candidates
            for one in topics
        }
        late = judged(LateInteraction(), library, asked, found, 80)
        cross = judged(CrossEncoder(), library, asked, found, READ)

        def row(label: str, order: Order) -> None:
            rankings = {}
            for topic, candidates in found.items():
                scores = order(topic, candidates)
                best = sorted(zip(scores, candidates, strict=True), key=lambda one: (-one[0], one[1].passage.family))
                hits = hits_of(library, scene, [one for _, one in best[:50]])
                rankings[topic] = first_of_each(Ranked(places._page(hit.passage), hit.score) for hit in hits)
            measured = score_rankings(topics, questions.judgments, rankings, "page").values()
            values = " | ".join(f"{mean(one[name] for one in measured):.3f}" for name in NAMES)
            sys.stdout.write(f"| {label} | {values} |\n")

        row("first search alone", lambda _, candidates: [one.score for one in candidates])
        for depth in (20, 50, 80):
            for share in SHARES:
                row(f"late interaction, best {depth}, share {share}", by_share(late, depth, share))
        for depth in (5, 10, READ):
            for share in SHARES[:-1]:
                row(f"cross-encoder, best {depth}, share {share}", by_share(cross, depth, share))


if __name__ == "__main__":
    main()
