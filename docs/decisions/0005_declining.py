"""Fits the weights of search/evidence.py to the tune splits of both sets, and says how well they tell answers apart.

Run as ``PYTHONPATH=. python docs/decisions/0005_declining.py PAPERS_LIBRARY SAMPLES_LIBRARY``. Each question is put to
its own library and to the other set's, which seldom answers it; with them a few that no council's papers answer.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.evaluate import QuestionSet, read_set
from eval.qrels import PagePlace, judgment_of
from index.encoder import Encoder, open_encoder
from index.library import Library, open_library
from search.evidence import INTERCEPT, SURE, WEIGHTS
from search.premises import bound
from search.question import read_question
from search.retrieve import evidence_of, retrieve
from search.scene import scene_of

OTHERS = 0.5  # the weight of a question put to the other set's papers: some of them do answer
ANSWERED_ALIKE = 0.75  # share of its words found in the other set's papers, at which such a question is left out
RIDGE = 0.1  # keeps the weights of rare features small
FOLDS = 10

ELSEWHERE = (
    "how do I renew my passport",
    "what is the capital of France",
    "best recipe for chocolate cake",
    "who won the football world cup",
    "how tall is mount everest",
    "how do I fix a leaking tap",
    "when is the next train to London",
    "symptoms of the flu in toddlers",
    "who wrote war and peace",
    "cheap flights to Spain in summer",
    "how to train a puppy not to bite",
    "is there life on mars",
    "what should I wear to a wedding",
    "where can I buy a second hand piano",
    "reset the password on my phone",
    "how much does a dentist charge for a crown",
)
"""Questions that no council's papers answer."""


@dataclass(frozen=True, slots=True)
class Case:
    """The first candidate of one question, with whether it answers and where the question is from."""

    features: tuple[float, ...]
    right: bool
    weight: float
    origin: str  # "answerable", "unanswerable", "other set" or "no council"


def cases(library: Library, encoder: Encoder, own: QuestionSet, other: QuestionSet) -> Iterator[Case]:
    """Yield a case for every question that finds anything."""
    for topic in (one for one in own.topics if one.split == "tune"):
        answerable = own.expected[topic.id].outcome == "answered"
        judged = own.judgments.get(topic.id, ())
        origin = "answerable" if answerable else "unanswerable"
        yield from _first(library, encoder, topic.question, origin, judged if answerable else ())
    for topic in (one for one in other.topics if one.split == "tune"):
        yield from _first(library, encoder, topic.question, "other set", ())
    for question in ELSEWHERE:
        yield from _first(library, encoder, question, "no council", ())


def _first(library: Library, encoder: Encoder, question: str, origin: str, judged: Sequence) -> Iterator[Case]:  # type: ignore[type-arg]  # judgments
    scene = scene_of(library, encoder)
    query = read_question(question, scene.held)
    found = retrieve(library, encoder, query, scene)
    if not found.candidates or not found.needs:
        return
    first = found.candidates[0]
    evidence = evidence_of(first, found.needs, bound=bound(query))
    if origin == "other set" and evidence.share > ANSWERED_ALIKE:
        return
    pages = [span.page for span in first.passage.spans]
    place = PagePlace(library.name(first.passage.paper), min(pages), max(pages))
    judgment = judgment_of(judged, place)
    right = judgment is not None and judgment.grade > 0
    yield Case(
        tuple(evidence.features[name] for name in WEIGHTS), right, OTHERS if origin == "other set" else 1, origin
    )


def fitted(made: Sequence[Case]) -> NDArray[np.float64]:
    """Return intercept and weights of a logistic regression, by Newton's method."""
    x = np.array([(1.0, *one.features) for one in made])
    y, w = np.array([float(one.right) for one in made]), np.array([one.weight for one in made])
    beta = np.zeros(x.shape[1])
    ridge = RIDGE * np.diag([0.0] + [1.0] * (x.shape[1] - 1))
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ beta))
        beta += np.linalg.solve((x.T * (w * p * (1 - p))) @ x + ridge, x.T @ (w * (y - p)) - ridge @ beta)
    return beta


def confidences(made: Sequence[Case], beta: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the confidence of each case."""
    odds: NDArray[np.float64] = np.array([(1.0, *one.features) for one in made]) @ beta
    return 1 / (1 + np.exp(-odds))


def main(folders: Sequence[str]) -> None:
    """Fit, cross-validate and print."""
    encoder = open_encoder()
    sets = [read_set("papers"), read_set("samples")]
    made: list[Case] = []
    with ExitStack() as opened:
        for at, folder in enumerate(folders):
            library = opened.enter_context(open_library(Path(folder), encoder))
            made += cases(library, encoder, sets[at], sets[1 - at])
    beta = fitted(made)
    lines = [
        f"fitted: {dict(zip(('intercept', *WEIGHTS), beta.round(2).tolist(), strict=True))}",
        f"in use: { ({'intercept': INTERCEPT} | dict(WEIGHTS)) }, sure: {SURE}",
    ]
    order = np.random.default_rng(0).permutation(len(made))
    held_out = np.zeros(len(made))
    for fold in range(FOLDS):
        inside = set(order[fold::FOLDS].tolist())
        rest = fitted([one for at, one in enumerate(made) if at not in inside])
        at = sorted(inside)
        held_out[at] = confidences([made[one] for one in at], rest)
    right = np.array([one.right for one in made])
    pairs = held_out[right][:, None] - held_out[~right][None, :]
    lines.append(
        f"{len(made)} cases; right above wrong in {np.mean((pairs > 0) + 0.5 * (pairs == 0)):.3f} of pairs, held out"
    )
    for limit in (0.05, SURE, 0.15, 0.2, 0.3):
        below = {
            origin: np.mean([held_out[at] < limit for at, one in enumerate(made) if one.origin == origin])
            for origin in ("answerable", "unanswerable", "other set", "no council")
        }
        told = "  ".join(f"{origin} {share:.2f}" for origin, share in below.items())
        lines.append(f"declined below {limit}: {told}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
