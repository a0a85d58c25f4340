"""Whose paper a letter is, and what replaces a paper."""

from pathlib import Path

import pytest
from printed_papers import print_paper

from corpus.reading import read_paper
from corpus.record import read_record

LETTER = """
# MINISTRY OF COUNTIES

Councillor Rodney Hale, Leader, Thornley District Council

Councillor Vera Moss, Leader, Marsh Borough Council

5 February 2025

Dear Leaders,

I thank you for your letter on the councils of the county.
"""


def test_a_letter_to_two_councils_is_neither_ones_paper(tmp_path: Path) -> None:
    paper = read_paper(print_paper(tmp_path / "appendix-3.pdf", LETTER))
    assert read_record(paper).meeting.council is None


@pytest.mark.parametrize(
    ("said", "replaces"),
    [
        ("This report replaces the version published with the agenda.", True),
        ("The proposed change replaces this with paragraph 3 from Appendix 1.", False),
        ("The changes in the report require paragraph 3 replacing the paragraph in Appendix 2.", False),
    ],
)
def test_a_paper_replaces_a_paper_and_no_paragraph(tmp_path: Path, said: str, *, replaces: bool) -> None:
    text = f"# Thornley District Council\n\n# Terms of reference\n\nReport to Council, 4 March 2025\n\n{said}\n"
    record = read_record(read_paper(print_paper(tmp_path / "terms-of-reference-report.pdf", text)))
    assert (record.replaces is not None) is replaces
