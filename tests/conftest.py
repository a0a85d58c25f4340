"""What several test files share: where the papers are, and a small library with a server over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from reading_room import RECORD, make_library, run, served

from index.encoder import Encoder, open_encoder
from index.ingest import ingest
from index.library import Library, open_library

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def papers() -> Path:
    """Return the folder of real papers, or skip with the reason where this checkout has none beside it."""
    folder = ROOT.parent / "shared" / "papers"
    if not folder.is_dir():
        pytest.skip("the real papers (../shared/papers) are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """Return the folder of the sample papers' PDFs."""
    return ROOT / "corpus" / "samples" / "papers"


@pytest.fixture(scope="session")
def small_library(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[int, str, str]]:
    """Return a library that the command line made of a few papers, and what it said: status, output, errors."""
    return make_library(tmp_path_factory.mktemp("small"), samples)


@pytest.fixture(scope="session")
def address(small_library: tuple[Path, tuple[int, str, str]]) -> Iterator[str]:
    """Serve that library for the whole session and return the address."""
    with served(small_library[0]) as address:
        yield address


@pytest.fixture(scope="session")
def record_address(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a library of sample papers in which items come back, one of them a scan, and return the address."""
    library = tmp_path_factory.mktemp("record") / "library"
    run("--library", str(library), "ingest", *(str(samples / name) for name in RECORD))
    with served(library) as address:
        yield address


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """Return the default encoder, opened once."""
    return open_encoder()


@pytest.fixture(scope="session")
def leicester_library(papers: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of the Leicester pack with the default encoder, made once: some 15 s."""
    folder = tmp_path_factory.mktemp("leicester") / "library"
    ingest([papers / "leicester"], folder, encoder)
    with open_library(folder, encoder) as library:
        yield library
