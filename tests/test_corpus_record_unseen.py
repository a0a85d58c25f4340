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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        # sections of a report on performance, each with its number
        (
            "report-priorities-in-tables",
            {
                "ST2 Graffiti removed in five days 90% 82%": "Theme 1: Cleaner streets",
                "WH1 Boilers serviced within the year 100% 99%": "Theme 2: Warmer homes",
            },
        ),
        # appendices that begin their pages, after a list of them; the first is not in bold
        (
            "report-appendices-in-tables",
            {
                "Elections 240 160": "Appendix A: Earmarked reserves",
                "Cragside Primary 88 71": "Appendix B: Balances of schools",
            },
        ),
    ],
)
def test_a_row_of_a_table_stands_under_the_heading_above_it(
    name: str, expected: dict[str, str], tmp_path: Path
) -> None:
    text = (Path(__file__).parent / "unseen" / f"{name}.txt").read_text(encoding="utf-8").partition("\n----\n")[0]
    paper = read_paper(print_paper(tmp_path / "report.pdf", text))
    record = read_record(paper)
    found = {
        quoted(paper, block.spans): (block.heading or "").removeprefix(f"{record.title} – ") for block in record.blocks
    }
    assert {row: found.get(row) for row in expected} == expected


@pytest.mark.parametrize("source", PAPERS, ids=[path.stem for path in PAPERS])
def test_an_unseen_council_is_read_as_it_writes(source: Path, tmp_path: Path) -> None:
    text, _, wanted = source.read_text(encoding="utf-8").partition("\n----\n")
    paper = read_paper(print_paper(tmp_path / f"{source.stem}.pdf", text))
    assert told(paper, read_record(paper)).split("\n") == wanted.strip("\n").split("\n")
