"""What a short form stands for is told where the papers explain it; what is none is searched as any other words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask

PACKS = ("families-2025-10-14-pack.pdf", "cabinet-2025-11-12-pack.pdf", "cabinet-2025-07-09-pack.pdf")


@pytest.fixture(scope="module")
def saltersmere(samples: Path, tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Library]:
    """Return a library of two bodies' packs, of which one has a list of short forms."""
    folder = tmp_path_factory.mktemp("short") / "library"
    ingest([samples / name for name in PACKS], folder, encoder)
    with open_library(folder, encoder) as library:
        yield library


EXPLAINED = [
    ("what does EHCP stand for", "EHCP Education, Health and Care Plan"),
    ("what is an EHCP?", "EHCP Education, Health and Care Plan"),
    ("what are EHCPs", "EHCP Education, Health and Care Plan"),
    ("what do the letters NEET mean", "NEET Not in Education, Employment or Training"),
    ("meaning of lado", "LADO Local Authority Designated Officer"),
    ("what does ICB stand for at the Families and Learning Scrutiny Commission", "ICB Integrated Care Board"),
    (
        "what's the HNB",
        "HNB High Needs Block: the part of the DSG for pupils with special educational needs and alternative provision",
    ),
]


@pytest.mark.parametrize(("question", "words"), EXPLAINED)
def test_what_a_short_form_stands_for_is_quoted(
    saltersmere: Library, encoder: Encoder, question: str, words: str
) -> None:
    answer = ask(saltersmere, encoder, question)
    assert (answer.outcome, [one.quote for one in answer.citations]) == ("answered", [words])


SEARCHED = [  # what is no short form, none that they explain, and one that the papers of the body do not
    ("what does XYZ stand for", "not_found"),
    ("what is LADO reporting", "answered"),
    ("what is parking", "not_found"),
    ("what does ICB stand for at the Cabinet", "not_found"),
]


@pytest.mark.parametrize(("question", "outcome"), SEARCHED)
def test_what_they_do_not_explain_is_searched(
    saltersmere: Library, encoder: Encoder, question: str, outcome: str
) -> None:
    answer = ask(saltersmere, encoder, question)
    assert answer.outcome == outcome
    assert not {words for _, words in EXPLAINED} & {one.quote for one in answer.citations}
