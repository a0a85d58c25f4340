"""Papers made up in the habits of councils that nobody taught: printed as a PDF, read, and held to what they say."""

from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.record import read_record
from tests.printed_papers import print_paper
from tests.record_told import told

PAPERS = sorted((Path(__file__).parent / "unseen").glob("*.txt"))


@pytest.mark.parametrize("source", PAPERS, ids=[path.stem for path in PAPERS])
def test_an_unseen_council_is_read_as_it_writes(source: Path, tmp_path: Path) -> None:
    text, _, wanted = source.read_text(encoding="utf-8").partition("\n----\n")
    paper = read_paper(print_paper(tmp_path / f"{source.stem}.pdf", text))
    assert told(paper, read_record(paper)).split("\n") == wanted.strip("\n").split("\n")
