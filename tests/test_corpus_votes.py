"""Votes told within a sentence: who stands in brackets between the sides, and a word that the figures contradict."""

import pytest

from corpus.counts import inline_vote
from corpus.paragraphs import paragraphs
from corpus.rows import body_rows
from corpus.types import Vote
from corpus.votes import recorded_votes
from tests.typed_papers import typed


def vote_in(words: str) -> Vote:
    (paragraph,) = paragraphs(body_rows(typed(words)))
    vote = inline_vote(paragraph)
    assert vote is not None
    return vote


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        (
            "The vote was 4 for, 1 against (Cllr Wotton), 1 abstention (Cllr Ms Farrant).",
            {"for": 4, "against": 1, "abstain": 1},
        ),
        ("The vote was 4 for, 1 against and 2 abstentions.", {"for": 4, "against": 1, "abstain": 2}),
    ],
)
def test_those_who_abstained_are_counted_behind_a_name_in_brackets(words: str, figures: dict[str, int]) -> None:
    assert {one.side: one.printed for one in vote_in(words).tallies} == figures


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("A motion to defer fell. On the roof the members voted 5 for and 1 against.", None),  # that was another's end
        ("The motion was lost, 1 for and 5 against.", "lost"),
        ("The motion was carried, 5 for and 1 against.", "carried"),
    ],
)
def test_a_word_that_the_figures_contradict_is_of_another_vote(words: str, outcome: str | None) -> None:
    assert vote_in(words).outcome == outcome


NAMES = "For the amendment (2): Cllrs Barlow, Farr\n\nAgainst the amendment (3): Cllrs Chandra, Dobson, Elwes\n\n"


@pytest.mark.parametrize(
    "words",
    [
        f"The amendment was put and LOST. Votes:\n\n{NAMES}The motion was put and CARRIED by 4 votes to 1.",
        f"Votes:\n\n{NAMES}The amendment was declared LOST. The motion was CARRIED by 4 votes to 1.",
    ],
)
def test_how_the_motion_ended_is_not_how_the_amendment_above_it_did(words: str) -> None:
    votes = [vote for _, vote in recorded_votes(paragraphs(body_rows(typed(words))))]
    assert [(one.outcome, [tally.printed for tally in one.tallies]) for one in votes] == [
        ("lost", [2, 3]),
        ("carried", [4, 1]),
    ]


@pytest.mark.parametrize(
    ("words", "figures", "outcome"),
    [
        # in words, as a committee's clerk tells it
        ("This was CARRIED by four votes to two, with one abstention.", (4, 2, 1), "carried"),
        # in the midst of who put it
        ("Proposed by Cllr Ash, seconded by Cllr Bee and resolved by 6 votes to 3 to buy it.", (6, 3, None), "carried"),
        # nobody against
        ("Proposed Cllr Ash, seconded Cllr Bee; carried by 8 votes with 1 abstention", (8, None, 1), "carried"),
        ("Voting: 7 in favour, 4 against, 1 abstention", (7, 4, 1), None),
        ("(10 for, 2 against, 1 abstained)", (10, 2, 1), None),
        ("(For 10, Against 2, Abstained 1)", (10, 2, 1), None),
        ("The motion was passed by a majority of 7 to 4.", (7, 4, None), "carried"),
        ("The proposition was CARRIED 9-2.", (9, 2, None), "carried"),
        # who abstained, between the sides
        ("Votes for: 5, abstentions: 2, votes against: 1.", (5, 1, 2), None),
        ("Ayes 17, Noes 3, not voting 1", (17, 3, 1), None),
        ("On a vote, 7 in favour of granting it and 2 against, it was RESOLVED to grant it.", (7, 2, None), "carried"),
        # behind what was resolved, and nothing more
        ("RESOLVED that no comment be made (7 for, 3 abst).", (7, None, 3), "carried"),
        ("The Council RESOLVED by 7 to 3 to back the order.", (7, 3, None), "carried"),
        ("It was then agreed by 11 to 2, Cllr Ash abstaining, to take it on.", (11, 2, None), "carried"),
        ("RESOLVED that the motion as amended be adopted (7 for, 3 against).", (7, 3, None), "carried"),
        ("RESOLVED that the roof be mended in May. 4 for, 1 against (Cllr Ash), in all 5.", (4, 1, None), "carried"),
        ("A proposal that it also look at bins was not supported (4 for, 7 against).", (4, 7, None), "lost"),
        # Welsh
        ("7 o blaid, 3 yn erbyn ac 1 yn ymatal", (7, 3, 1), None),
    ],
)  # fmt: skip
def test_a_vote_is_read_in_the_words_of_many_clerks(
    words: str, figures: tuple[int | None, ...], outcome: str | None
) -> None:
    vote = vote_in(words)
    told = {one.side: one.printed for one in vote.tallies}
    assert (tuple(told.get(side) for side in ("for", "against", "abstain")), vote.outcome) == (figures, outcome)


@pytest.mark.parametrize(
    "words",
    [
        "The fee was agreed at two to three times the rate for the year.",
        "Residents had voted for the scheme, and nobody had spoken against it.",
        "The item was carried over 2-3 meetings.",
        # figures of others than the meeting's members
        "The tenants' ballot in March had approved it by 41 votes to 12.",
        "Of the 52 letters received, 31 were in favour and 21 against.",
        "Two written replies had been received, one for and one against.",
        "The Scrutiny Committee on 25 January had by 7 votes to 4 referred the decision back.",
        "The lease had been agreed by 7 votes to 4 in March.",
        "A survey of local residents found 12 for and 9 against.",
        "It had been approved by 312 votes to 141 on a turnout of 74%.",
    ],
)
def test_words_of_no_vote_tell_of_none(words: str) -> None:
    (paragraph,) = paragraphs(body_rows(typed(words)))
    assert inline_vote(paragraph) is None


@pytest.mark.parametrize(
    "words",
    [
        "Members, having heard of 52 letters, resolved by 4 votes to 1 to grant it.",
        "The residents' parking scheme was put to a vote: 4 for, 1 against.",
        "The Committee heard 12 residents and voted 4 for and 1 against.",
        "The motion to ballot the residents was carried by 4 votes to 1.",
    ],
)
def test_a_vote_of_the_meeting_is_one_though_it_speaks_of_what_others_said(words: str) -> None:
    assert [one.printed for one in vote_in(words).tallies] == [4, 1]


def test_a_title_printed_once_is_that_of_all_who_follow_but_for_those_with_a_courtesy() -> None:
    words = "For: Councillors Ames, Mrs Beale and Crane (3)\n\nAgainst: Cllrs Drew, Eley (2)\n\nThe motion was CARRIED."
    (vote,) = (vote for _, vote in recorded_votes(paragraphs(body_rows(typed(words)))))
    assert [tally.names for tally in vote.tallies] == [
        ("Councillor Ames", "Mrs Beale", "Councillor Crane"),
        ("Cllr Drew", "Cllr Eley"),
    ]


def test_the_names_of_a_vote_may_stand_over_the_page_from_their_heads() -> None:
    pages = ("For (2) | Against (1)\nx | y", "Cllrs Ames, Beale | Cllr Crane\n\nThe motion was CARRIED.\n")
    rows = paragraphs(body_rows(typed(*pages)))
    ((_, vote),) = recorded_votes((rows[0], *rows[2:]))
    assert [(one.side, one.printed, one.names) for one in vote.tallies] == [
        ("for", 2, ("Cllr Ames", "Cllr Beale")),
        ("against", 1, ("Cllr Crane",)),
    ]


def test_what_is_resolved_on_the_line_below_the_figure_of_a_side_is_no_part_of_it() -> None:
    words = "For: Cllrs Ames, Beale (2)\n\nAgainst: Cllr Crane (1)\nRESOLVED: That the decision be referred back.\n"
    ((_, vote),) = recorded_votes(paragraphs(body_rows(typed(words))))
    assert [one.printed for one in vote.tallies] == [2, 1]
    assert vote.outcome == "carried"


def test_two_votes_of_one_paragraph_are_both_read_each_with_how_it_ended() -> None:
    words = (
        "There voted for the amendment 2 and against it 6, and it was lost. It was then proposed and seconded and "
        "resolved by 5 votes to 3 to buy the bench."
    )
    votes = [vote for _, vote in recorded_votes(paragraphs(body_rows(typed(words))))]
    assert [(one.outcome, [tally.printed for tally in one.tallies]) for one in votes] == [
        ("lost", [2, 6]),
        ("carried", [5, 3]),
    ]


def test_names_below_which_the_vote_is_told_again_in_words_are_one_vote() -> None:
    words = (
        "For: Councillors Amis and Beale (2)\n\nAgainst: Councillors Crane, Drew and Eley (3)\n\n"
        "With two votes cast in favour and three against, the amendment was declared LOST."
    )
    votes = [vote for _, vote in recorded_votes(paragraphs(body_rows(typed(words))))]
    assert [(one.outcome, [len(tally.names) for tally in one.tallies]) for one in votes] == [("lost", [2, 3])]
