"""An indicator's figures stand on the row under its name, and are quoted with it and with no other."""

from pathlib import Path

import pytest
from made_library import TermEncoder
from printed_papers import print_paper

from index.ingest import ingest
from index.library import open_library
from search.answer import ask

NAMES = (
    "Percentage of freedom of information requests completed within 20 working days",
    "Percentage of phone calls to the contact point which were answered",
    "Percentage of emergency highway incidents attended within 2 hours of notification",
    "Proportion of new care needs assessments delivered within 28 days",
)
ROWS = "".join(
    f"{name} | AMBER\nLatest: {at}4% | Target: 9{at}%, Floor: 8{at}% | Previous: 7{at}% (Green)\n"
    for at, name in enumerate(NAMES, 1)
)
PAPER = f"# Quarterly figures\n\nReport to Cabinet, 4 March 2025\n\nThe figures are below.\n\n{ROWS}"


@pytest.mark.parametrize(
    ("question", "figure"), [("phone calls answered latest", "24%"), ("emergency highway incidents latest", "34%")]
)
def test_figures_are_those_under_the_name(tmp_path: Path, question: str, figure: str) -> None:
    print_paper(tmp_path / "figures.pdf", PAPER)
    encoder = TermEncoder()
    ingest([tmp_path / "figures.pdf"], tmp_path / "library", encoder)
    with open_library(tmp_path / "library", encoder) as library:
        quotes = " ".join(one.quote for one in ask(library, encoder, question).citations)
    assert f"Latest: {figure}" in quotes
    assert quotes.count("Latest:") == 1
