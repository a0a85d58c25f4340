"""``python -m eval.teach_turn LIBRARY SAMPLES``: teaches where a question's vector lies beside what answers it.

A question and its answer are put in other words, and the carried model, which was made for the web, brings them no
closer than two papers on one matter. Here one matrix is taught that turns the vectors of questions, so that among all
that is found for a question what answers comes first, the other signals of the ranking being what they are. Passages
keep their vectors. Some five minutes on two cores, most of them for putting the questions.
"""

import argparse
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from rich.console import Console

from eval.evaluate import QuestionSet, read_set
from eval.lessons import answers, grade_of
from eval.progress import asking, counting
from eval.qrels import ANSWERS
from eval.teach import SETS
from eval.topics import Topic
from index.encoder import Encoder
from index.library import Library, open_library
from index.onnx_encoder import TURN, OnnxEncoder
from search.find import UNORDERED, query_of
from search.needs import needs_of
from search.ranking import WEIGHTS, score
from search.retrieve import hits_of, mended, retrieve
from search.scene import scene_of

ROUNDS = 5  # times that each question is read: with six those left out were found no better
RATE = 1e-3  # the highest rate of learning, reached after a tenth of the steps
BATCH = 16  # questions a step
DECAY = 0.03  # of the squares of what is turned: with less, papers not taught with are found worse, see decision 10
SHARPNESS = 0.1  # of the ranking's score: differences much smaller settle nothing
OTHERS = 20  # other questions, beside whose finds an answer is held as well
COSINES = 0.02  # the sharpness of this
POOL = 150  # candidates of a question, the first as ranked


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what was found for it; row ``i`` of each is of candidate ``i``."""

    vector: torch.Tensor  # of shape (dimension,): the question's, not turned
    found: torch.Tensor  # of shape (candidates, dimension)
    others: torch.Tensor  # what the ranking gives for all but the vectors and the tokens
    closeness: torch.Tensor  # of tokens, from 0
    right: torch.Tensor  # whether it answers
    unsure: torch.Tensor  # whether it stands on a page that answers, without the words wanted


def asked_of(
    library: Library, encoder: Encoder, questions: QuestionSet, asked: Callable[[Topic], None] = lambda _: None
) -> Iterator[Asked]:
    """Yield the questions of the tune split for which something that answers was found, in their order."""
    scene = scene_of(library, encoder)
    for topic in questions.topics:
        if topic.split != "tune":
            continue
        query = query_of(library, encoder, topic.question)
        needs = needs_of(query.topic, scene.lexicon)
        candidates = [one for one in retrieve(library, encoder, query, scene, UNORDERED).candidates if one.signals]
        hits = hits_of(library, scene, candidates)
        right = [answers(library, hit, questions, topic) for hit in hits]
        near = [at for at in range(len(hits)) if at < POOL or right[at]]
        if needs and any(right):
            chosen = [candidates[at] for at in near]
            encoded = library.encoded(one.passage.id for one in chosen)
            signals = [one.signals for one in chosen if one.signals]
            rest = [replace(one, meaning=0.0, closeness=0.0) for one in signals]
            sure = torch.tensor([right[at] for at in near])
            judged = torch.tensor([grade_of(library, hits[at], questions, topic) >= ANSWERS for at in near])
            yield Asked(
                torch.tensor(encoder.encode_query(mended(query.topic, needs))),
                torch.tensor(np.stack([encoded[one.passage.id].vector for one in chosen])),
                torch.tensor([score(one, WEIGHTS, newest=False) for one in rest]),
                torch.tensor([one.closeness for one in signals]),
                sure,
                judged & ~sure,
            )
        asked(topic)


def taught(asked: Sequence[Asked], done: Callable[[int], None] = lambda _: None) -> NDArray[np.float32]:
    """Return the matrix, each question having been read ``ROUNDS`` times in an order that a seed fixes.

    How much the two measures of meaning are worth beside the other signals is learnt with it, and left there: it suits
    the questions taught with.
    """
    dealt = random.Random(0)  # noqa: S311  # no secret
    unturned = torch.eye(len(asked[0].vector))
    turn = torch.zeros_like(unturned, requires_grad=True)
    worth = torch.tensor([WEIGHTS.meaning, WEIGHTS.closeness]).log().requires_grad_()
    optimizer = torch.optim.Adam([{"params": [turn]}, {"params": [worth]}])
    steps = ROUNDS * -(-len(asked) // BATCH)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, [RATE, 5 * RATE], total_steps=steps, pct_start=0.1)
    for _ in range(ROUNDS):
        order = list(asked)
        dealt.shuffle(order)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            others = torch.cat([one.found for one in dealt.sample(asked, min(OTHERS, len(asked)))])
            losses = torch.stack([_loss(one, unturned + turn, worth.exp(), others) for one in batch])
            optimizer.zero_grad()
            (losses.mean() + DECAY * (turn**2).sum()).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            rates.step()
            done(len(batch))
    made: NDArray[np.float32] = (unturned + turn).detach().numpy()
    return made


def _loss(one: Asked, turn: torch.Tensor, worth: torch.Tensor, others: torch.Tensor) -> torch.Tensor:
    """Return how unlikely what answers is to be drawn by its score, and by its cosine among what others found."""
    turned = torch.nn.functional.normalize(turn @ one.vector, dim=0)
    cosines = one.found @ turned
    scores = one.others + worth[0] * cosines + worth[1] * one.closeness
    drawn = (scores / SHARPNESS).masked_fill(one.unsure, -torch.inf)
    right = torch.logsumexp(cosines[one.right] / COSINES, 0)
    far = torch.logaddexp(right, torch.logsumexp(others @ turned / COSINES, 0)) - right
    return torch.logsumexp(drawn, 0) - torch.logsumexp(drawn[one.right], 0) + far


def main() -> None:
    """Teach the matrix and write it where the encoder reads it."""
    parser = argparse.ArgumentParser(prog="python -m eval.teach_turn", description=__doc__.split("\n\n")[0])
    parser.add_argument("library", type=Path, help="the library of the real papers")
    parser.add_argument("samples", type=Path, help="the library of the sample papers")
    parser.add_argument("--to", type=Path, default=Path("index", TURN), help="the file written (default: %(default)s)")
    given = parser.parse_args()
    torch.set_num_threads(os.cpu_count() or 1)  # FAISS leaves one
    torch.manual_seed(0)
    console = Console(stderr=True)
    encoder = OnnxEncoder.default(turned=False)
    found: list[Asked] = []
    for name, where in SETS.items():
        questions = read_set(name)
        count = sum(topic.split == "tune" for topic in questions.topics)
        with asking(console, count) as asked, open_library(getattr(given, where), encoder) as library:
            found += asked_of(library, encoder, questions, asked)
    with counting(console, "teaching", ROUNDS * len(found)) as done:
        turn = taught(found, done)
    np.save(given.to, turn.astype(np.float16))
    console.print(f"Taught on {len(found)} questions: {given.to}")


if __name__ == "__main__":
    main()
