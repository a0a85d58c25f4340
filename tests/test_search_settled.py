"""Whether something was agreed is told by what was resolved on it, wherever that is recorded, and never as proposed."""

from collections.abc import Iterator

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.answer import ask
from search.question import read_question
from search.voters import names_voters

CABINET = """
# minutes | Vellstow Borough Council | Cabinet | 2025-01-21 | confirmed
@ discussion 41 | MOORINGS POLICY
Councillor Dray presented a change to the annual berth licence.
A berth licence would cost £310 for a narrowboat and £475 for a barge from 1 April 2025.
The Leader wished to hear from the boat owners first.
@ decision 41 | MOORINGS POLICY | 1 | DECISION:
That consideration be deferred to the meeting on 11 March 2025.
@ discussion 42 | WHARF WORKS
Councillor Dray recommended that the slipway be widened to nine metres and the crane be hired out at weekends.
@ decision 42 | WHARF WORKS | 1 | DECISION:
That the report be received.
@ decision 42 | WHARF WORKS | 2 | DECISION:
That the slipway stay as it is.
@ decision 42 | WHARF WORKS | 3 | DECISION:
That the harbour master write to the Minister.
@ discussion 43 | NOTICE OF MOTION
Councillor Finch moved and Councillor Grey seconded that the lock keeper's cottage be sold at auction.
After debate the motion was put to the vote and, there being 9 votes for and 12 against, was declared LOST.
@ discussion 44 | MOTION ON NOTICE – REED BEDS
Councillor Grey proposed and Councillor Finch seconded that the reed beds be cut by hand.
With the consent of the meeting Councillor Grey withdrew the motion.
"""
SCRUTINY = """
# minutes | Vellstow Borough Council | Scrutiny Committee | 2025-02-04 | confirmed
@ table 9 | RECOMMENDATIONS TRACKER
R1 Reopen the Corn Lane kiosk on Saturdays Cabinet Awaited Open
R2 Publish the towpath survey Cabinet Accepted Closed
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with make(tmp_path_factory.mktemp("settled"), {"cabinet.pdf": CABINET, "scrutiny.pdf": SCRUTINY}) as made:
        yield made


def quotes(library: Library, question: str) -> list[str]:
    return [one.quote for one in ask(library, TermEncoder(), question).citations]


@pytest.mark.parametrize(
    "question",
    [
        "Has the berth licence for a barge been agreed?",
        "Has the berth licence for a barge been agreed yet?",
        "Did they approve the berth licence for a barge?",
    ],
)
def test_what_was_proposed_stands_behind_what_was_resolved_on_it(library: Library, question: str) -> None:
    told = quotes(library, question)
    assert told[0] == "That consideration be deferred to the meeting on 11 March 2025."
    assert "£475 for a barge" in told[1]


def test_of_several_that_were_resolved_the_one_on_it_is_told_too(library: Library) -> None:
    told = quotes(library, "Was it agreed that the slipway be widened to nine metres?")
    assert "That the slipway stay as it is." in told


@pytest.mark.parametrize(
    "question", ["what happened to the motion on reed beds", "was the motion on reed beds carried"]
)
def test_a_motion_that_was_withdrawn_is_told_as_withdrawn(library: Library, question: str) -> None:
    told = quotes(library, question)
    assert told[0] == "With the consent of the meeting Councillor Grey withdrew the motion."


def test_who_voted_for_it_is_not_told_by_a_tally(library: Library) -> None:
    answer = ask(library, TermEncoder(), "Which councillors voted for the motion on the lock keeper's cottage?")
    assert answer.outcome == "not_found"
    assert "record no such vote by name" in answer.answer
    assert any("9 votes for and 12 against" in one.quote for one in answer.near)


def test_the_tracker_of_another_body_tells_what_the_body_that_is_to_act_has_done(library: Library) -> None:
    answer = ask(library, TermEncoder(), "Has Cabinet replied to scrutiny's call to reopen the Corn Lane kiosk?")
    assert [one.body for one in answer.citations] == ["Scrutiny Committee"]
    assert "Cabinet Awaited Open" in answer.citations[0].quote
    assert answer.answer.startswith("Nothing in the papers of Cabinet answers this. A list kept by Scrutiny Committee")


def test_a_decision_is_looked_for_there_too(library: Library) -> None:
    answer = ask(library, TermEncoder(), "Has Cabinet agreed to reopen the Corn Lane kiosk?")
    assert [one.body for one in answer.citations] == ["Scrutiny Committee"]


def test_the_row_of_another_thing_in_the_same_place_is_not_told(library: Library) -> None:
    assert ask(library, TermEncoder(), "Did Cabinet reopen the Corn Lane library?").outcome == "not_found"


NAMED = [
    # the question, words on a vote, and whether they name anybody on the side asked for
    ("who voted against the cycle lane", "Councillors Oak and Elm voted against the motion.", True),
    ("who voted against the cycle lane", "Against (2): Oak, Elm", True),
    ("who voted against the cycle lane", "The Labour group voted against.", True),
    ("who voted for the cycle lane", "All members present voted in favour.", True),
    ("who voted for the cycle lane", "The motion was carried with 9 votes for and 4 against.", False),
    ("who voted for the cycle lane", "Cllr Oak moved the motion. It was carried by 9 votes to 4.", False),
    ("who voted against the cycle lane", "The votes were equal and the Chair used her casting vote against.", True),
    ("who voted for the cycle lane", "The votes were equal and the Chair used her casting vote against.", False),
]


@pytest.mark.parametrize(("question", "words", "named"), NAMED)
def test_a_tally_names_nobody(question: str, words: str, named: bool) -> None:
    assert names_voters(read_question(question), words) is named
