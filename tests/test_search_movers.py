"""Who moved a thing is told of the motion that is named; of another, nothing is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from made_library import TermEncoder, make
from printed_papers import print_paper

from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask
from search.motions import asks_mover
from search.question import read_question
from search.votes import told_beside

COUNCIL = """
# minutes | Somewhere County Council | County Council | 2025-02-13 | confirmed
@ discussion 20 | CAPITAL PROGRAMME AND REVENUE BUDGET
Mr Sweet proposed, and Ms Gough seconded the following motion:
“That the budget and the council tax be agreed.”
The Chairman put the motion to the vote and the voting was as follows:
For (3) Mr Sweet, Ms Gough, Mr Hood
Against (1) Ms Meade
Motion carried.
@ discussion 21 | MOTIONS FOR TIME LIMITED DEBATE
Mr Hood proposed, and Ms Meade seconded the motion that
“The Council declares its solidarity with farmers in opposing the change to inheritance tax relief.”
Following further debate, Mr Lewis proposed and Mr Moat seconded that the motion be put to the vote.
For (4) Mr Sweet, Ms Gough, Mr Lewis, Mr Moat
Against (0)
Motion carried.
The Chairman put the motion on inheritance tax to the vote and the voting was as follows:
For (2) Mr Hood, Ms Meade
Against (1) Mr Sweet
Abstain (1) Ms Gough
Motion carried.
@ decision 21 | MOTIONS FOR TIME LIMITED DEBATE | 1 | RESOLVED:
That the Council declares its solidarity with farmers in opposing the change to inheritance tax relief.
@ discussion 22 | ROAD SAFETY
The limit of speed in the county was spoken of, and no motion was moved.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of one paper: a budget moved and voted on, and a motion on which the vote was called for."""
    with make(tmp_path_factory.mktemp("movers"), {"council.pdf": COUNCIL}) as library:
        yield library


@pytest.mark.parametrize("asked", ["moved", "proposed", "seconded"])
def test_who_moved_it_is_told_of_the_motion_that_is_named(library: Library, asked: str) -> None:
    quotes = [one.quote for one in ask(library, TermEncoder(), f"who {asked} the motion on inheritance tax").citations]
    assert quotes[0] == "Mr Hood proposed, and Ms Meade seconded the motion that"
    assert not any("Sweet" in quote or "Lewis" in quote for quote in quotes)


def test_who_moved_what_nobody_moved_is_not_told_of_another_motion(library: Library) -> None:
    answer = ask(library, TermEncoder(), "who seconded the motion for a 20mph limit of speed")
    assert answer.outcome == "not_found"
    assert answer.answer.endswith("The papers held do not record who moved or seconded such a motion.")


PRINTED = """
# THORNLEY DISTRICT COUNCIL

= Minutes of the meeting of the Council held on Tuesday, 4 March 2025 at 6.30 pm

* Present:	Councillors A Birch (Chair), B Cole, C Dean, E Frost and G Hale

* 41	NOTICE OF MOTION: BEAVERS IN THE THORN

Councillor Cole moved, and Councillor Dean seconded, that beavers be let loose in the river.

Councillor Frost moved, and Councillor Hale seconded, that the motion be put to the vote.

For: Councillors A Birch, B Cole, C Dean and E Frost (4); Against: Councillor G Hale (1)

The motion was carried.

The motion that beavers be let loose was put to the vote and the voting was as follows:

For: Councillors A Birch, B Cole and C Dean (3); Against: Councillor E Frost (1); Abstain: Councillor G Hale (1)

The motion was carried.

RESOLVED: That beavers be let loose in the river.

The meeting closed at 8.00 pm.
"""


@contextmanager
def printed_library(folder: Path, text: str) -> Iterator[Library]:
    """Give a library of one printed paper."""
    print_paper(folder / "council.pdf", text)
    ingest([folder / "council.pdf"], folder / "library", TermEncoder())
    with open_library(folder / "library", TermEncoder()) as library:
        yield library


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of one printed paper, on whose motion the vote was called for first."""
    with printed_library(tmp_path_factory.mktemp("printed"), PRINTED) as library:
        yield library


def test_a_vote_on_whether_to_vote_is_not_told_beside_the_resolution(printed: Library) -> None:
    answer = ask(printed, TermEncoder(), "what was agreed on beavers")
    assert [told_beside(one) for one in answer.votes] == [
        "Vote [1]: for 3, against 1, abstain 1 – carried (PDF page 1)"
    ]


def test_who_abstained_is_told_by_the_names_of_that_vote(printed: Library) -> None:
    quotes = " ".join(one.quote for one in ask(printed, TermEncoder(), "who abstained on beavers").citations)
    assert "Abstain: Councillor G Hale (1)" in quotes


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("who ended up seconding the amendment", True),
        ("who was the seconder of the motion on beavers", True),
        ("who moved the motion", True),
        ("who looks after the second pond", False),
    ],
)
def test_a_mover_is_asked_for_in_many_ways(question: str, *, asked: bool) -> None:
    assert asks_mover(read_question(question)) is asked


BUDGET = """
# THORNLEY DISTRICT COUNCIL

= Minutes of the meeting of the Council held on Tuesday, 4 March 2025 at 6.30 pm

* Present:	Councillors A Birch (Chair), B Cole, C Dean, E Frost and G Hale

* 42	REVENUE BUDGET 2025/26

Councillor Cole moved, and Councillor Dean seconded, the motion that the budget for 2025/26 be approved.

Councillor Frost moved, and Councillor Hale seconded, the following amendment: that the budget for weirs be doubled.

The amendment on weirs was put to the vote and the voting was as follows:

For: Councillors E Frost and G Hale (2)

Against: Councillors A Birch, B Cole and C Dean (3)

The amendment was lost.

The substantive motion that the budget for 2025/26 be approved was put to the vote and the voting was as follows:

For: Councillors A Birch, B Cole and C Dean (3)

Against: Councillor G Hale (1)

The motion was carried.

RESOLVED: That the budget for 2025/26 be approved.

The meeting closed at 8.00 pm.
"""


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of one meeting, which voted on an amendment and then on the budget."""
    with printed_library(tmp_path_factory.mktemp("budget"), BUDGET) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "side"),
    [
        ("how did councillor hale vote on the budget", "Against: Councillor G Hale (1)"),
        ("did cllr Birch support the budget for 2025/26", "For: Councillors A Birch, B Cole and C Dean (3)"),
        ("how did Cllr Hale vote on the amendment on weirs", "For: Councillors E Frost and G Hale (2)"),
    ],
)
def test_how_a_member_voted_is_told_by_the_side_of_the_vote_that_is_named(
    budget: Library, question: str, side: str
) -> None:
    assert ask(budget, TermEncoder(), question).citations[0].quote.startswith(side)


def test_who_is_on_no_side_of_that_vote_is_not_told_from_another(budget: Library) -> None:
    answer = ask(budget, TermEncoder(), "how did councillor frost vote on the budget")
    assert answer.outcome == "not_found"
    assert answer.answer.endswith("The names recorded at that vote have nobody so called on any side.")


def test_how_a_motion_ended_is_told_behind_who_moved_it_where_both_are_asked(budget: Library) -> None:
    told = ask(budget, TermEncoder(), "who moved the amendment on weirs and did it pass").citations
    assert told[0].quote.startswith("Councillor Frost moved, and Councillor Hale seconded, the following amendment")
    assert told[-1].quote.endswith("The amendment was lost.")


def test_whether_a_motion_was_amended_is_told_by_its_amendments(budget: Library) -> None:
    quotes = " ".join(one.quote for one in ask(budget, TermEncoder(), "was the budget motion amended").citations)
    assert "The amendment was lost." in quotes
