"""Measures what the checks of the plain-English summary let through: ``python -m eval.summaries --library DIR``.

It asks a set's questions, has a model on this machine (or the one that is set) summarise each answer, and writes every
sentence with what became of it to a file, for a person to judge those that were kept.
"""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from eval.evaluate import read_set
from eval.local_model import installed, serving
from eval.progress import asking
from index.encoder import Encoder, open_encoder
from index.library import Library, open_library
from search.answer import ask
from search.model import Endpoint, endpoint_set
from search.summary import Summary, summarise
from search.types import Answer

HEADINGS = ("question", "sentence", "cites", "support", "sources", "judged")


@dataclass(frozen=True, slots=True)
class Summarised:
    """An answer and what was kept of a model's words about it."""

    answer: Answer
    summary: Summary


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement and print what was kept and dropped."""
    parser = argparse.ArgumentParser(prog="python -m eval.summaries", description=__doc__.splitlines()[0])
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--set", default="samples")
    parser.add_argument("--most", type=int, default=60, help="answers to summarise (default 60)")
    parser.add_argument("--out", type=Path, default=Path("summaries.csv"), help="where the kept sentences go, to judge")
    call = parser.parse_args(arguments)
    if endpoint_set() is None and not installed():
        sys.stderr.write("No model: set MINUTEBOOK_MODEL_URL and MINUTEBOOK_MODEL; `make test` brings a small one.\n")
        return 2
    encoder = open_encoder()
    with open_library(call.library, encoder) as library, _endpoint() as endpoint:
        made = list(_summarised(library, encoder, endpoint, call.set, call.most))
    _write(call.out, made)
    kept = sum(len(one.summary.sentences) for one in made)
    dropped = sum(one.summary.dropped for one in made)
    troubled = sum(bool(one.summary.trouble) for one in made)
    sys.stdout.write(
        f"{endpoint.model}: {len(made)} answers, {kept + dropped} sentences: {kept} kept, {dropped} dropped; "
        f"{troubled} answers without a summary for the model's sake. The kept ones are in {call.out}.\n"
    )
    return 0


@contextmanager
def _endpoint() -> Iterator[Endpoint]:
    """Yield the model that is set, or the small one of this machine."""
    found = endpoint_set()
    if found:
        yield found
    else:
        with serving() as endpoint:
            yield endpoint


def _summarised(library: Library, encoder: Encoder, endpoint: Endpoint, named: str, most: int) -> Iterator[Summarised]:
    answered = 0
    topics = read_set(named).topics
    with asking(Console(stderr=True), len(topics)) as asked:
        for topic in topics:
            asked(topic)
            summary = summarise(answer := ask(library, encoder, topic.question), endpoint)
            if summary is not None:
                yield Summarised(answer, summary)
                answered += 1
            if answered == most:
                return


def _write(path: Path, made: Sequence[Summarised]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(HEADINGS)
        for one in made:
            quotes = {citation.n: f"{citation.label}: {citation.quote}" for citation in one.answer.citations}
            for sentence in one.summary.sentences:
                sources = " | ".join(quotes[n] for n in sentence.cites)
                cites = " ".join(map(str, sentence.cites))
                rows.writerow((one.answer.question, sentence.text, cites, sentence.support, sources, ""))


if __name__ == "__main__":
    sys.exit(main())
