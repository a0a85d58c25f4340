"""Minutebook's side of the benchmark: each stage timed alone, in a process of its own.

``python -m eval.bench_ours read PAPERS`` and ``python -m eval.bench_ours ask LIBRARY < questions`` print one JSON
object.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from corpus.errors import PaperError
from corpus.reading import read_paper
from corpus.record import read_record
from index.context import embedding_text
from index.encoder import open_encoder
from index.library import open_library
from index.passages import cut
from search.answer import ask
from search.find import search

SAMPLE = 10  # one passage in ten is encoded to learn the rate: the rate of the whole within a percent or two


def read(folder: Path) -> dict[str, float]:
    """Read a folder's papers and time reading, record, passages and a sample of the encoding, in seconds."""
    encoder = open_encoder()
    seconds = {"reading": 0.0, "record": 0.0, "passages": 0.0}
    pages = 0
    texts: set[str] = set()
    for path in sorted(folder.rglob("*.pdf")):
        began = perf_counter()
        try:
            paper = read_paper(path)
        except PaperError:
            continue  # the ingestion reports it; here only what can be read is timed
        read_at = perf_counter()
        record = read_record(paper)
        known_at = perf_counter()
        texts.update(embedding_text(passage) for passage in cut(paper, record, encoder.count))
        seconds["reading"] += read_at - began
        seconds["record"] += known_at - read_at
        seconds["passages"] += perf_counter() - known_at
        pages += len(paper.pages)
    sample = sorted(texts)[::SAMPLE]
    began = perf_counter()
    encoded = sum(1 for _ in encoder.encode(sample))
    each = (perf_counter() - began) / encoded
    return {**seconds, "pages": pages, "passages_held": len(texts), "encoding": each * len(texts), "a_second": 1 / each}


def answer(folder: Path, questions: list[str]) -> dict[str, list[float]]:
    """Ask and search each question in a warm process, in milliseconds."""
    encoder = open_encoder()
    took: dict[str, list[float]] = {"search": [], "ask": []}
    with open_library(folder) as library:
        for question in questions[:5]:  # warm: caches filled as a server's are after its first visitors
            ask(library, encoder, question)
        for question in questions:
            began = perf_counter()
            search(library, encoder, question)
            searched = perf_counter()
            ask(library, encoder, question)
            took["search"].append(1000 * (searched - began))
            took["ask"].append(1000 * (perf_counter() - searched))
    return took


if __name__ == "__main__":
    stage, folder = sys.argv[1], Path(sys.argv[2])
    found = read(folder) if stage == "read" else answer(folder, sys.stdin.read().splitlines())
    sys.stdout.write(json.dumps(found))
