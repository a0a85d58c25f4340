"""Tests of scans among the papers ingested: read once characters can be recognised, and then left."""

from pathlib import Path

import pytest
from plain_papers import LetterEncoder

from corpus.ocr import Ocr, open_ocr
from index.ingest import ingest
from index.library import open_library


def test_a_scan_is_read_again_once_characters_can_be_recognised_and_then_left(tmp_path: Path, samples: Path) -> None:
    ocr = open_ocr()
    if ocr is None:
        pytest.skip("no character recognition is installed (Debian: tesseract-ocr)")
    scan = samples / "families-2024-10-15-signed-minutes-scan.pdf"

    def statuses(recogniser: Ocr | None) -> list[str]:
        report = ingest([scan], tmp_path / "library", LetterEncoder(), ocr=recogniser)
        return [one.status for one in report.outcomes]

    assert statuses(None) == ["read"]
    assert statuses(None) == ["skipped"]
    assert statuses(ocr) == ["read"]
    assert statuses(ocr) == ["skipped"]
    assert statuses(None) == ["skipped"]
    with open_library(tmp_path / "library") as library:
        assert [(paper.pages, paper.pages_without_text, paper.pages_ocr) for paper in library.papers()] == [(4, 0, 4)]
