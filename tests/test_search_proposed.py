"""What was proposed and put to the vote, asked about by who never calls it a motion; and whose vote is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.answer import ask

BUDGET = """
# minutes | Somewhere County Council | County Council | 2025-02-13 | draft
@ discussion 9 | Budget 2025-26
Mr Oak proposed and Mr Ash seconded the motion that the revenue budget be adopted.
Mrs Elm proposed and Mr Yew seconded the following amendment:
That ANPR cameras be bought to catch fly tippers in the lanes of the county.
The Chairman put the amendment to the vote and the voting was as follows:
For (13)
Against (39)
Amendment lost.
Family Farm Tax
Mr Holden proposed and Mr Box seconded the following amendment:
That notice of every amendment be given five days before the meeting.
Points were raised on the amendment, and it was said that its wording could be agreed by the Leader.
The Chairman put the amendment to the vote and the voting was as follows:
For (32)
Against (11)
Amendment carried.
@ decision 9 | Budget 2025-26 | 1 | RESOLVED:
That the revenue budget be adopted.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with make(tmp_path, {"minutes.pdf": BUDGET}) as made:
        yield made


@pytest.mark.parametrize(
    "question",
    ["anpr cameras for fly tippers - did they agree to it", "were the anpr cameras for fly tippers approved"],
)
def test_what_was_lost_is_told_as_lost_and_not_as_it_was_proposed(library: Library, question: str) -> None:
    answer = ask(library, TermEncoder(), question)
    assert [one.quote for one in answer.citations][:1] == ["Amendment lost."]


def test_what_was_resolved_goes_before_how_the_vote_on_it_ended(library: Library) -> None:
    answer = ask(library, TermEncoder(), "was the revenue budget adopted")
    assert [one.quote for one in answer.citations] == ["That the revenue budget be adopted."]


def test_how_they_voted_asks_for_no_proposal(library: Library) -> None:
    assert ask(library, TermEncoder(), "how did Swale councillors vote on fly tippers").outcome == "not_found"


def test_an_amendment_is_known_by_who_moved_it(library: Library) -> None:
    answer = ask(library, TermEncoder(), "the holden amendment about warnings, did it pass")
    assert answer.citations[0].quote == "Amendment carried."
    assert all(one.quote != "Amendment lost." for one in answer.citations)


def test_words_of_the_debate_that_name_the_amendment_do_not_end_it(library: Library) -> None:
    answer = ask(library, TermEncoder(), "was the holden amendment carried")
    assert answer.citations[0].quote == "Amendment carried."
    assert not any("could be agreed by the Leader" in one.quote for one in answer.citations)


def test_who_proposed_what_no_paper_has_is_not_told(library: Library) -> None:
    assert ask(library, TermEncoder(), "who proposed the motion on winter fuel").outcome == "not_found"


TWO_PLANS = """
# minutes | Somewhere County Council | County Council | {day} | draft
@ discussion {number} | {heading}
Mr Baker proposed and Mr Robey seconded the motion that the {heading} be adopted, local transport being one plan.
The Chairman put the motion to the vote and the voting was as follows:
For (3)
Mr Ash, Mr Birch, Mr Crane
Against (0)
Abstain (1)
{who}
Motion carried.
"""


def test_the_vote_on_what_a_minute_is_headed_by_is_told_before_a_newer_one_that_holds_its_words(tmp_path: Path) -> None:
    papers = {
        "december.pdf": TWO_PLANS.format(day="2024-12-19", number=278, heading="Local Transport Plan", who="Mr Stepto"),
        "march.pdf": TWO_PLANS.format(day="2025-03-13", number=299, heading="Minerals Local Plan", who="Mrs Dean"),
    }
    with make(tmp_path, papers) as made:
        answer = ask(made, TermEncoder(), "who abstained on the local transport plan")
    assert [one.minute for one in answer.citations][:1] == ["278"]
    assert "Mr Stepto" in answer.citations[0].quote
