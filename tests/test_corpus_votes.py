"""Votes told within a sentence: who stands in brackets between the sides, and a word that the figures contradict."""

import pytest

from corpus.paragraphs import paragraphs
from corpus.rows import body_rows
from corpus.types import Vote
from corpus.votes import inline_vote, recorded_votes
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
