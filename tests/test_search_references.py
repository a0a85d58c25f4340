"""What is asked for by its reference: the row of a plan or a list that bears it, and no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask

SAMPLES = ("cabinet-2025-11-12-forward-plan.pdf", "planning-2024-09-12-pack.pdf")
SUPPORTED_HOUSING = (
    "25/0027 Supported housing: new con-tract with the Integrated Care Board 14 January 2026 Cabinet In part: "
    "paragraph 3, prices"
)
ROPEWALK = "23/0340/FUL Old Ropewalk: nine flats Committee, against recommendation Allowed"


@pytest.fixture(scope="module")
def saltersmere(samples: Path, tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("references") / "library"
    ingest([samples / name for name in SAMPLES], folder, encoder)
    with open_library(folder, encoder) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("when will 25/0027 be decided", SUPPORTED_HOUSING),
        ("25/0027 forward plan when is it to be decided", SUPPORTED_HOUSING),
        ("appeal 23/0340/FUL result", ROPEWALK),
        ("23/0340/FUL", ROPEWALK),
        ("what is 23/0340/FUL", ROPEWALK),  # asked for by its place: no words of it are to be borne out
        ("what is 25/0027", SUPPORTED_HOUSING),
        (
            "when is the council tax support scheme to be decided",
            "25/0026 Council tax support scheme 2026/27 17 December 2025 Cabinet, to Council No",
        ),
    ],
)
def test_the_row_of_what_is_asked_for_is_quoted_alone(
    saltersmere: Library, encoder: Encoder, question: str, row: str
) -> None:
    answer = ask(saltersmere, encoder, question)
    assert (answer.outcome, [one.quote for one in answer.citations]) == ("answered", [row])


def test_a_reference_that_no_paper_bears_is_declined(saltersmere: Library, encoder: Encoder) -> None:
    assert ask(saltersmere, encoder, "when will 25/0099 be decided").outcome == "not_found"
