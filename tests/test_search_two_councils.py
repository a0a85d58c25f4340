"""Two councils in one library whose Cabinets meet on one day under the same numbers and headings."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.answer import ask
from search.bodies import Held
from search.find import search
from search.question import read_question

MINUTES = """
# minutes | {council} | Cabinet | 2025-01-14 | confirmed
@ discussion 1 | Apologies
There were none.
@ discussion 3 | Skate park
Members heard from the skaters.
@ decision 3 | Skate park | 1 | RESOLVED:
That the skate park be {fate}.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    papers = {
        "bracken.pdf": MINUTES.format(council="Bracken District Council", fate="approved"),
        "heather.pdf": MINUTES.format(council="Heather Borough Council", fate="closed"),
    }
    with make(tmp_path, papers) as made:
        yield made


@pytest.mark.parametrize(
    ("council", "quote"),
    [
        ("Heather Borough Council", "That the skate park be closed."),
        ("Bracken District Council", "That the skate park be approved."),
    ],
)
def test_a_question_that_names_a_council_is_answered_by_its_own_minute(
    library: Library, council: str, quote: str
) -> None:
    answer = ask(library, TermEncoder(), f"what was agreed on the skate park by {council}")
    assert [(one.council, one.quote) for one in answer.citations] == [(council, quote)]


def test_where_no_council_is_named_each_tells_its_own_and_its_label_says_whose_it_is(library: Library) -> None:
    answer = ask(library, TermEncoder(), "what was agreed on the skate park")
    assert {one.quote for one in answer.citations} == {
        "That the skate park be closed.",
        "That the skate park be approved.",
    }
    assert sorted(one.label for one in answer.citations) == [
        "Minute 3, resolution 1, Cabinet, Bracken District Council, 14 January 2025 (confirmed), page 1",
        "Minute 3, resolution 1, Cabinet, Heather Borough Council, 14 January 2025 (confirmed), page 1",
    ]


def test_the_same_words_of_another_council_are_no_printing_of_an_item(library: Library) -> None:
    hits = search(library, TermEncoder(), "there were none apologies")
    found = [(one.passage.meeting.council, one.copies) for one in hits if one.passage.text == "There were none."]
    assert sorted(found) == [("Bracken District Council", ()), ("Heather Borough Council", ())]
    (first, *_) = hits
    assert [one.paper for one in library.copies([first.passage.id])[first.passage.id]] == [first.passage.paper]


REPORTS = {
    "ashford-minutes.pdf": MINUTES.format(council="Ashmere District Council", fate="approved"),
    "cost-1.pdf": "# report | Wyre-on-the-Water Council | Cabinet | 2025-11-18\n@ report 1 | Reserves\n"
    "The general fund balance was £9 million.",
    "cost-2.pdf": "# report | Wyre-on-the-Water Council | Cabinet | 2025-12-18\n@ report 1 | Debt\nThe debt was paid.",
}


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("wyre general fund balance Q3", "answered"),
        ("what is the general fund balance in wyre", "answered"),
        ("what is the general fund balance at ashmere", "not_found"),  # the other's balance is no answer
    ],
)
def test_a_council_of_which_reports_alone_are_held_limits_a_question_too(
    tmp_path: Path, question: str, outcome: str
) -> None:
    with make(tmp_path, REPORTS) as made:
        assert ask(made, TermEncoder(), question).outcome == outcome


def test_the_council_that_a_count_is_asked_of_is_no_name_that_its_papers_must_repeat(tmp_path: Path) -> None:
    paper = """
# report | {council} | Cabinet | 2025-01-14
@ report 3.3 | Quarter 3
There were {n} households in temporary accommodation at 31 December 2024.
"""
    papers = {
        "one.pdf": paper.format(council="Ashmere Vale District Council", n=87),
        "two.pdf": paper.format(council="Heather Borough Council", n=52),
    }
    question = "how many households were in temporary accommodation in Ashmere Vale on 31 December 2024"
    with make(tmp_path, papers) as made:
        assert "87 households" in ask(made, TermEncoder(), question).answer


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("wyre general fund balance Q3", True),
        ("who is the chair in Wyre now", True),
        ("flooding in West Wyre", False),  # another place
        ("what did Mrs Wyre propose", False),
    ],
)
def test_the_first_word_of_a_councils_name_names_it_where_no_other_begins_so(question: str, *, named: bool) -> None:
    councils = ("Wyre-on-the-Water Council", "Ashmere District Council")
    held = tuple(Held(one, "Cabinet", (date(2025, 1, 14),)) for one in councils)
    assert read_question(question, held).councils == (councils[:1] if named else ())


def test_a_place_behind_a_quarter_is_still_a_place() -> None:
    held = (Held("Ashmere District Council", "Cabinet", (date(2025, 1, 14),)),)
    assert read_question("call wait Q3 ashmere", held).councils == ("Ashmere District Council",)
