"""What is asked of how things stand now is told by the newest of what tells as well."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.asking import AS_OF_NOW

TENDERS = """
# minutes | Somewhere Parish Council | Parish Council | {day} | confirmed
@ discussion 9 | Standing order on tenders
The Council will seek tenders for works that cost over {limit}.
"""
PAPERS = {
    "2018.pdf": TENDERS.format(day="2018-05-08", limit="£2,000"),
    "2020.pdf": TENDERS.format(day="2020-07-14", limit="£2,700"),
}


def test_the_newest_of_what_tells_it_as_well_is_told_first(tmp_path: Path) -> None:
    with make(tmp_path, PAPERS) as library:
        told = ask(library, TermEncoder(), "above what cost must the council now seek tenders").citations
    assert "£2,700" in told[0].quote


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("above what cost must the council now seek tenders", True),
        ("the current limit for tenders", True),
        ("the final public health grant for 25/26", True),
        ("the final figure for tenders", True),
        ("the final report on tenders", False),
        ("now that tenders were sought, above what cost was it", False),
        ("above what cost did it seek tenders in 2018", False),
    ],
)
def test_how_it_is_now_is_asked_for_in_words(question: str, *, asked: bool) -> None:
    assert bool(AS_OF_NOW.search(question)) is asked
