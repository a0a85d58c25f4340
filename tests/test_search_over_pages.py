"""A sentence that a page breaks is quoted to its end, and is cited with both pages."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_library import TermEncoder, make, read_made

from index.ingest import ingest
from index.library import open_library
from index.reading import Reading
from index.types import EVERYTHING
from search.answer import ask
from search.cite import runs_of

REPORT = """
# report | Somewhere City Council | Children's Commission | 2025-04-08
@ report 3.2 | Family therapies
In the previous year the teams kept 199 children from entering care. We have reckoned that the gross
=====
costs avoided by this were £7.5m, well above the target of £3.083m. Other homes cost more.
@ report 3.3 | Ferry
The ferry to Quillow is to be painted red in the spring, and its crew are to be trained anew in the summer.
"""


@pytest.mark.parametrize("question", ["what gross costs were avoided by family therapies"])
def test_a_sentence_over_two_pages_is_quoted_whole(tmp_path: Path, question: str) -> None:
    with make(tmp_path, {"report.pdf": REPORT}) as library:
        first = ask(library, TermEncoder(), question).citations[0]
    assert "the gross costs avoided by this were £7.5m" in first.quote
    assert (first.pdf_page, first.last_pdf_page) == (1, 2)


MINUTES = """
# minutes | Somewhere Parish Council | Parish Council | 2020-07-14 | confirmed
@ attendance | PRESENT
Present: Councillors Richardson and Healey
@ attendance 20.07.02 | Apologies
Councillor Cresswell
"""


def test_who_sent_apologies_is_not_told_as_present(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": MINUTES}) as library:
        answer = ask(library, TermEncoder(), "who attended on 14 July 2020").answer
    assert answer.endswith("Present: Councillors Richardson and Healey [1]\nApologies\nCouncillor Cresswell [2]")


REFERRED = """
# report | Somewhere City Council | Cabinet | 2025-04-08
@ report 3.2 | Family hubs
The call-in of the family hubs decision was heard by the Scrutiny Committee. At that meeting,
=====
Members referred the family hubs decision to the Council, which will meet in May. Other calls were heard.
"""


def test_a_sentence_that_breaks_off_at_a_comma_goes_on_whatever_its_next_letter(tmp_path: Path) -> None:
    with make(tmp_path, {"report.pdf": REFERRED}) as library:
        first = ask(library, TermEncoder(), "call-in of the family hubs decision").citations[0]
    assert "At that meeting, Members referred the family hubs decision to the Council" in first.quote


BROKEN = """
# report | Somewhere City Council | Cabinet | 2025-04-08
@ report 3.2 | {heading}
{above}
=====
{below}
"""
TURNED = [
    # a name that a page breaks
    (
        "The budget for the functions of the section is held today by the Strengthening",
        "Independence Service and will go to adults in the spring.",
        ["The budget for the functions of the section is held today by the Strengthening Independence Service "
         "and will go to adults in the spring."],
    ),
    # lines of a list that are begun alike
    (
        "Number of people for whom an assessment of their needs was begun in the year",
        "Number of people for whom an assessment was completed.",
        ["Number of people for whom an assessment of their needs was begun in the year",
         "Number of people for whom an assessment was completed."],
    ),
    # what an item ends with, and who signs it
    (
        "The matters that may arise are few (the meeting is likely to be open to the public)",
        "Benjamin Watts is to be asked.",
        ["The matters that may arise are few (the meeting is likely to be open to the public)",
         "Benjamin Watts is to be asked."],
    ),
    # a short line, as of an address
    ("The Clerk, Town Hall", "Thring is where to write.", ["The Clerk, Town Hall", "Thring is where to write."]),
]  # fmt: skip


def read_as_one(path: Path) -> Reading:
    """Read a paper written as plain text whose blocks are one paragraph."""
    read = read_made(path)
    spans = tuple(span for block in read.record.blocks for span in block.spans)
    return replace(read, record=replace(read.record, blocks=(replace(read.record.blocks[0], spans=spans),)))


@pytest.mark.parametrize(("above", "below", "expected"), TURNED)
def test_a_paragraph_over_two_pages_goes_on_where_its_sentence_does(
    tmp_path: Path, above: str, below: str, expected: list[str]
) -> None:
    (tmp_path / "source").mkdir()
    text = BROKEN.format(heading="Transfer", above=above, below=below)
    (tmp_path / "source" / "report.pdf").write_text(text, encoding="utf-8")
    ingest([tmp_path / "source"], tmp_path / "library", TermEncoder(), read=read_as_one)
    with open_library(tmp_path / "library", TermEncoder()) as library:
        (passage,) = library.passages(library.select(EVERYTHING, 9))
        assert [part for run in runs_of(library, passage) for part in run] == expected
