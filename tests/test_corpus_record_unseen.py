"""Papers made up in the habits of councils that nobody taught: printed as a PDF, read, and held to what they say."""

from pathlib import Path

import pytest

from corpus.reading import read_paper
from corpus.record import read_record
from corpus.rows import quoted
from tests.printed_papers import print_paper
from tests.record_told import told

PAPERS = sorted((Path(__file__).parent / "unseen").glob("*.txt"))


def test_a_paragraph_of_a_report_is_addressed_by_its_number(tmp_path: Path) -> None:
    text = (
        (Path(__file__).parent / "unseen" / "committee-report.txt").read_text(encoding="utf-8").partition("\n----\n")[0]
    )
    paper = read_paper(print_paper(tmp_path / "report.pdf", text))
    found = {block.paragraph: quoted(paper, block.spans) for block in read_record(paper).blocks if block.paragraph}
    assert found["3.26"] == (
        "The roof was last repaired in 2011, and a survey in 2024 found that it would need to be replaced by 2028."
    )


@pytest.mark.parametrize("source", PAPERS, ids=[path.stem for path in PAPERS])
def test_an_unseen_council_is_read_as_it_writes(source: Path, tmp_path: Path) -> None:
    text, _, wanted = source.read_text(encoding="utf-8").partition("\n----\n")
    paper = read_paper(print_paper(tmp_path / f"{source.stem}.pdf", text))
    assert told(paper, read_record(paper)).split("\n") == wanted.strip("\n").split("\n")
