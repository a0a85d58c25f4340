"""``python -m eval.teach LIBRARY SAMPLES``: teaches the reader on three sets of questions and on passages made up.

The reader is the carried cross-encoder, which was made to say what a passage is about. Taught on questions beside
passages that answer them, and on near misses beside what seems to answer, it says whether a passage answers. Its upper
half is taught; what stands below the first taught layer is computed once. An hour or more on two cores.
"""

import argparse
import os
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from rich.console import Console
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer
from torch.nn.functional import binary_cross_entropy_with_logits

from eval.carried_bert import CarriedBert
from eval.evaluate import read_set
from eval.lessons import Lesson, lessons, made_up
from eval.progress import asking, counting
from index.encoder import open_encoder
from index.library import open_library
from index.weights import CROSS_ENCODER, read_carried
from search.rerank import TAUGHT, tokenizer_of

LAYERS, WIDTH, INNER = 12, 384, 1536  # of ms-marco-MiniLM-L-12-v2
FIRST_TAUGHT = 6  # of its layers; those below read words, and teaching them too takes twice as long
ROUNDS = 2  # times that each lesson is read: in a third the papers taught with were learnt by heart
RATE = 5e-5  # the highest rate of learning, reached after a tenth of the steps
BATCH = 32  # lessons a step, of about one length
SORTED_AMONG = 16 * BATCH  # lessons among which those of about one length are put together
SETS = {"pairs": "library", "rounds": "library", "sample-pairs": "samples"}
"""The sets taught with, by the library that each is asked of: the tune splits of the others are left for measuring."""


@dataclass(frozen=True, slots=True)
class Read:
    """A lesson as the taught layers get it."""

    hidden: torch.Tensor  # of shape (tokens, WIDTH), bfloat16: what stands below the first taught layer
    answers: bool


class Upper:
    """The layers that are taught, with the head that makes a score of them."""

    def __init__(self, bert: CarriedBert, first: int = FIRST_TAUGHT) -> None:
        self._bert = bert.network.bert
        self._head = bert.network.classifier
        self._pooler = bert.network.get_submodule("bert.pooler")
        self._lower = self._bert.encoder.layer[:first]
        self._upper = self._bert.encoder.layer[first:]
        taught = (*self._upper, self._pooler, self._head)
        self.parameters = [weight for part in taught for weight in part.parameters()]
        known = {id(weight) for weight in self.parameters}
        self.names = [name for name, weight in bert.network.named_parameters() if id(weight) in known]

    def below(self, ids: Sequence[int], kinds: Sequence[int]) -> torch.Tensor:
        """Return what the layers below make of one question and passage."""
        with torch.no_grad():
            hidden = self._bert.embeddings(torch.tensor([ids]), token_type_ids=torch.tensor([kinds]))
            for layer in self._lower:
                hidden = _through(layer, hidden, torch.zeros(1, 1, 1, hidden.shape[1]))
        read: torch.Tensor = hidden[0].to(torch.bfloat16)
        return read

    def scores(self, read: Sequence[Read]) -> torch.Tensor:
        """Return the scores of these lessons: above 0 where the passage answers."""
        longest = max(len(one.hidden) for one in read)
        hidden = torch.zeros(len(read), longest, WIDTH)
        mask = torch.full((len(read), 1, 1, longest), torch.finfo(torch.float32).min)
        for at, one in enumerate(read):
            hidden[at, : len(one.hidden)] = one.hidden.float()
            mask[at, :, :, : len(one.hidden)] = 0
        for layer in self._upper:
            hidden = _through(layer, hidden, mask)
        scores: torch.Tensor = self._head(self._pooler(hidden))[:, 0]
        return scores


def _through(layer: torch.nn.Module, hidden: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    made: torch.Tensor = layer(hidden, mask)
    return made


def read_below(
    bert: CarriedBert, tokenizer: Tokenizer, taught: Sequence[Lesson], done: Callable[[int], None]
) -> list[Read]:
    """Return the lessons as the taught layers get them."""
    upper = Upper(bert)
    read = []
    for one in taught:
        tokens = tokenizer.encode(one.question, one.passage)
        read.append(Read(upper.below(tokens.ids, tokens.type_ids), one.answers))
        done(1)
    return read


def teach(upper: Upper, read: Sequence[Read], done: Callable[[int], None], rounds: int = ROUNDS) -> None:
    """Teach the upper layers, each lesson ``rounds`` times, in an order that chance deals and a seed fixes."""
    torch.manual_seed(0)
    dealt = random.Random(0)  # noqa: S311  # no secret
    steps = rounds * -(-len(read) // BATCH)
    optimizer = torch.optim.AdamW(upper.parameters, lr=RATE, weight_decay=0.01)
    rates = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    for _ in range(rounds):
        for batch in _batches(read, dealt):
            wanted = torch.tensor([float(one.answers) for one in batch])
            loss = binary_cross_entropy_with_logits(upper.scores(batch), wanted)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(upper.parameters, 1.0)
            optimizer.step()
            rates.step()
            done(len(batch))


def _batches(read: Sequence[Read], dealt: random.Random) -> Iterator[list[Read]]:
    order = list(read)
    dealt.shuffle(order)
    near = [
        one
        for start in range(0, len(order), SORTED_AMONG)
        for one in sorted(order[start : start + SORTED_AMONG], key=lambda one: len(one.hidden))
    ]
    batches = [near[start : start + BATCH] for start in range(0, len(near), BATCH)]
    dealt.shuffle(batches)
    yield from batches


def main() -> None:
    """Teach the reader and write its weights where the search reads them."""
    parser = argparse.ArgumentParser(prog="python -m eval.teach", description=__doc__.split("\n\n")[0])
    parser.add_argument("library", type=Path, help="the library of the real papers")
    parser.add_argument("samples", type=Path, help="the library of the sample papers")
    parser.add_argument("--to", type=Path, default=TAUGHT, help="the file written (default: the one that is read)")
    parser.add_argument("--further", action="store_true", help="go on from the reader that there is, for one round")
    given = parser.parse_args()
    torch.set_num_threads(os.cpu_count() or 1)  # FAISS leaves one
    console = Console(stderr=True)
    encoder = open_encoder()
    taught: list[Lesson] = list(made_up("tune"))
    for name, where in SETS.items():
        questions = read_set(name)
        count = sum(topic.split == "tune" for topic in questions.topics)
        with asking(console, count) as asked, open_library(getattr(given, where), encoder) as library:
            taught += lessons(library, encoder, questions, "tune", asked)
    files = read_carried(CROSS_ENCODER)
    tokenizer = tokenizer_of(files["tokenizer.json"])
    before = load_file(TAUGHT) if given.further else None
    bert = CarriedBert(files["model.onnx"], layers=LAYERS, width=WIDTH, inner=INNER, taught=before)
    with counting(console, "reading", len(taught)) as done:
        read = read_below(bert, tokenizer, taught, done)
    upper = Upper(bert)
    rounds = 1 if given.further else ROUNDS
    with counting(console, "teaching", rounds * len(read)) as done:
        teach(upper, read, done, rounds)
    save_file(dict(bert.written(upper.names)), given.to)
    answering = sum(one.answers for one in taught)
    console.print(f"Taught on {len(taught)} passages, {answering} of which answer: {given.to}")


if __name__ == "__main__":
    main()
