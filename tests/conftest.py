"""What several test files share: where the papers are."""

from pathlib import Path

import pytest

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
