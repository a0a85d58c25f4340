"""Fit the weights of the ranking on the tune splits: ``python docs/decisions/0004_ranking.py PAPERS SAMPLES``.

From the project's root, with the libraries of the two sets' papers. A question's candidates compete in a softmax over
the weighted sums of their signals; the loss is that of the candidates that answer, with a quadratic penalty. What is
reported is measured on questions that the fit did not see, five parts in turn; the weights written last are of all.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # comes with sentence-transformers

from eval.evaluate import DEPTH, QuestionSet, read_set
from eval.measures import mean, score_rankings
from eval.own import Minutebook
from eval.qrels import ANSWERS, judgment_of
from eval.runs import Ranked, first_of_each
from eval.topics import Topic
from index.encoder import Encoder, open_encoder
from index.library import open_library
from search.candidates import Candidate
from search.question import read_question
from search.ranking import asks_newest
from search.retrieve import hits_of, retrieve
from search.scene import scene_of

MEASURED = ("Success@1", "R@5", "R@20", "RR@10", "nDCG@10")
PENALTY, PARTS, LOOKED_AT = 1.0, 5, 120
SCALE = 8.0  # by which the fitted weights are divided, so that the best passage of a question has 1 to 2
Signal = Callable[[Candidate, bool], float]
SIGNALS: dict[str, Signal] = {
    "words": lambda one, _: _of(one, "words"),
    "meaning / 10": lambda one, _: 10 * _of(one, "meaning"),
    "closeness / 20": lambda one, _: 20 * _of(one, "closeness"),
    "share": lambda one, _: _of(one, "share"),
    "around": lambda one, _: _of(one, "around"),
    "preference": lambda one, _: _of(one, "preference"),
    "kinds: decision": lambda one, _: float(one.passage.kind == "decision"),
    "kinds: declaration": lambda one, _: float(one.passage.kind == "declaration"),
    "kinds: report": lambda one, _: float(one.passage.kind == "report"),
    "minutes": lambda one, _: _of(one, "minutes"),
    "newer": lambda one, _: -_of(one, "newer"),
    "newest": lambda one, newest: -_of(one, "newer") * newest,
}


@dataclass(frozen=True, slots=True)
class Question:
    """A question's candidates: their signals, which of them answer, and their pages."""

    topic: Topic
    questions: QuestionSet
    signals: NDArray[np.float64]  # a row a candidate, a column a signal
    answers: NDArray[np.bool_]
    pages: tuple[Ranked, ...]


def _of(one: Candidate, name: str) -> float:
    return float(getattr(one.signals, name)) if one.signals else 0.0


def asked(questions: QuestionSet, folder: Path, encoder: Encoder) -> list[Question]:
    """Return the tune questions of a set that have a right page, as the library answers them."""
    made = []
    with open_library(folder, encoder) as library:
        scene, places = scene_of(library, encoder), Minutebook(library, encoder)
        for topic in questions.topics:
            judged = questions.judgments.get(topic.id, ())
            if topic.split != "tune" or not any(one.grade >= ANSWERS for one in judged):
                continue
            query = read_question(topic.question, scene.held)
            candidates = retrieve(library, encoder, query, scene).candidates[:LOOKED_AT]
            pages = tuple(Ranked(places._page(hit.passage), hit.score) for hit in hits_of(library, scene, candidates))
            newest = asks_newest(query)
            rows = [[signal(one, newest) for signal in SIGNALS.values()] for one in candidates]
            grades = [judgment_of(judged, page.place) for page in pages]
            answers = np.array([grade is not None and grade.grade >= ANSWERS for grade in grades], np.bool_)
            made.append(Question(topic, questions, np.array(rows).reshape(len(rows), len(SIGNALS)), answers, pages))
    return made


def fit(given: Sequence[Question]) -> NDArray[np.float64]:
    """Return the weights that make what answers likeliest."""
    told = [one for one in given if one.answers.any() and not one.answers.all()]

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, slope = PENALTY * float(weights @ weights), 2 * PENALTY * weights
        for one in told:
            scores = one.signals @ weights
            share = np.exp(scores - scores.max())
            share /= share.sum()
            right = share * one.answers
            value -= float(np.log(right.sum()))
            slope = slope + one.signals.T @ share - one.signals.T @ right / right.sum()
        return value, slope

    found: NDArray[np.float64] = minimize(loss, np.zeros(len(SIGNALS)), jac=True, method="L-BFGS-B").x
    return found


def measured(given: Sequence[Question], weights: Callable[[Question], NDArray[np.float64]]) -> dict[str, float]:
    """Return the mean of each measure over questions of one set, ranked by the weights for each."""
    rankings = {}
    for one in given:
        order = np.argsort(-(one.signals @ weights(one)), kind="stable")
        rankings[one.topic.id] = first_of_each(one.pages[at] for at in order[:DEPTH])
    questions = given[0].questions
    topics = [one.topic for one in given]
    scores = score_rankings(topics, questions.judgments, rankings, "page").values()
    return {name: mean(one[name] for one in scores) for name in MEASURED}


def main() -> None:
    """Fit, and write what the fit is worth and what it is."""
    parser = argparse.ArgumentParser()
    parser.add_argument("papers", type=Path)
    parser.add_argument("samples", type=Path)
    given = parser.parse_args()
    encoder = open_encoder()
    sets = [asked(read_set(name), getattr(given, name), encoder) for name in ("papers", "samples")]
    every = [one for some in sets for one in some]

    def part(one: Question) -> int:
        return hashlib.sha256(one.topic.id.encode()).digest()[0] % PARTS

    apart = [fit([one for one in every if part(one) != left_out]) for left_out in range(PARTS)]
    for some in sets:
        values = measured(some, lambda one: apart[part(one)])
        told = ", ".join(f"{name} {value:.3f}" for name, value in values.items())
        sys.stdout.write(f"{some[0].questions.name}, {len(some)} questions, unseen: {told}\n")
    for name, weight in zip(SIGNALS, fit(every) / SCALE, strict=True):
        sys.stdout.write(f"{name}: {weight:.3f}\n")


if __name__ == "__main__":
    main()
