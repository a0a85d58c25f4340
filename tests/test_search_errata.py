"""A correction published beside a report is told before what it corrects, and only of the paragraph that it names."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder

from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask
from search.errata import CORRECTS
from search.superseded import EARLIER

PAPERS = ("planning-2025-01-23-pack.pdf", "planning-2025-01-23-update-sheet.pdf")


@pytest.fixture(scope="module")
def planning(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("errata")
    ingest([samples / name for name in PAPERS], folder, TermEncoder())
    with open_library(folder) as library:
        yield library


def test_the_number_of_an_update_sheet_stands_before_that_of_the_report(planning: Library) -> None:
    answer = ask(planning, TermEncoder(), "to how many spaces does the parking at Chandlers Yard fall")
    assert [one.paper for one in answer.citations[:2]] == [PAPERS[1], PAPERS[0]]
    assert "should be 51 and not 52" in answer.citations[0].quote
    assert EARLIER in answer.answer


@pytest.mark.parametrize(
    "words",
    [
        "Paragraph 3.3 should refer to 93 berths at 30 June, not 87.",
        "Paragraph 3.3 should have shown 93 berths.",
        "Paragraph 3.3 should now read 93 berths.",
    ],
)
def test_what_a_paragraph_should_say_corrects_it(words: str) -> None:
    assert CORRECTS.search(words)


def test_a_paragraph_of_the_same_number_in_another_report_is_not_corrected(planning: Library) -> None:
    answer = ask(planning, TermEncoder(), "wind turbine at Nether Quillow Farm paragraph 3.3")
    assert all("51 and not 52" not in one.quote for one in answer.citations)
