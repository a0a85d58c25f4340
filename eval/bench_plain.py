"""The plain stack's side of the benchmark: each stage timed, in a process of its own.

``python -m eval.bench_plain ingest PAPERS INDEX``, ``python -m eval.bench_plain ask INDEX < questions`` and
``python -m eval.bench_plain cold INDEX QUESTION`` print one JSON object.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from eval.plain_stack import PlainStack, find_papers, load_model, read_pages, split_pages

TOP = 10  # passages a question, as many as Minutebook's search gives


def ingest(papers: Path, index: Path) -> dict[str, float]:
    """Read, split, encode and save a folder's papers; the stages in seconds."""
    began = perf_counter()
    pages = {path.name: read_pages(path) for path in find_papers(papers)}
    read = perf_counter()
    chunks = [chunk for name, texts in pages.items() for chunk in split_pages(name, texts)]
    split = perf_counter()
    model = load_model()
    loaded = perf_counter()
    PlainStack.build(model, chunks).save(index)
    return {
        "reading": read - began,
        "splitting": split - read,
        "loading": loaded - split,
        "encoding": perf_counter() - loaded,
        "pages": sum(len(texts) for texts in pages.values()),
        "chunks": len(chunks),
    }


def answer(index: Path, questions: list[str]) -> dict[str, list[float]]:
    """Search for each question in a warm process, in milliseconds."""
    stack = PlainStack.load(load_model(), index)
    took = []
    for question in [*questions[:5], *questions]:  # the first five warm it
        began = perf_counter()
        stack.search(question, TOP)
        took.append(1000 * (perf_counter() - began))
    return {"search": took[5:]}


def cold(index: Path, question: str) -> list[str]:
    """Load everything and search for one question."""
    stack = PlainStack.load(load_model(), index)
    return [f"{found.page.paper}, page {found.page.first}" for found in stack.search(question, TOP)]


def main() -> None:
    """Run the stage that the command names."""
    stage, folder = sys.argv[1], Path(sys.argv[2])
    found: object
    if stage == "ingest":
        found = ingest(folder, Path(sys.argv[3]))
    elif stage == "ask":
        found = answer(folder, sys.stdin.read().splitlines())
    else:
        found = cold(folder, sys.argv[3])
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
