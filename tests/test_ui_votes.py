"""Votes beside the decisions that they were taken on, as the minutes record them."""

from collections.abc import Iterator

import pytest
from reading_room import write_pdf

from corpus.types import Tally, Vote
from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask
from search.json_forms import answer_to_json
from search.votes import LOST, VOTE, told, told_beside
from ui.links import read_stretch
from ui.votes import votes_beside

LINES = (
    "Borough of Example",
    "Roads Committee",
    "Minutes of the meeting of the Roads Committee held on Monday 5 May 2025",
    "PRESENT: Councillor Ash (Chair)",
    "7. THE ROUNDABOUT AT QUARRY LANE",
    "The amendment was put to the vote: For (2), Against (6). Amendment lost.",
    "The motion was put to the vote: For (5), Against (3). Motion carried.",
    "RESOLVED: That the roundabout at Quarry Lane be built.",
    "8. VERGES",
    "RESOLVED: That the verges be mown in July.",
)


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("votes")
    ingest([write_pdf(folder / "roads.pdf", LINES)], folder / "library", encoder)
    with open_library(folder / "library", encoder) as library:
        yield library


@pytest.mark.parametrize(
    ("tallies", "outcome", "words"),
    [
        ((Tally("for", 39, ()), Tally("against", 19, ())), "carried", "for 39, against 19 – carried"),
        ((Tally("for", 2, ("A", "B", "C")),), None, "for 2 (the paper names 3)"),  # the paper disagrees with itself
        ((Tally("for", None, ("A",)), Tally("abstain", 1, ())), "tied", "for (1 named), abstain 1 – tied"),
        ((), "lost", "lost"),  # an outcome without figures
    ],
)
def test_a_vote_is_told_with_the_figures_printed(tallies: tuple[Tally, ...], outcome: str | None, words: str) -> None:
    assert told(Vote(tallies, outcome, ())) == words  # type: ignore[arg-type]  # one of the outcomes, as a table has it


def test_an_equal_vote_says_that_a_casting_vote_decided_it() -> None:
    vote = Vote((Tally("for", 5, ()), Tally("against", 5, ())), "carried", (), casting=True)
    assert told(vote) == "for 5, against 5 – carried on a casting vote"


def test_the_vote_on_what_was_resolved_stands_beside_it_and_what_was_lost_is_named_apart(
    held: Library, encoder: Encoder
) -> None:
    answer = ask(held, encoder, "what was resolved on the roundabout")

    (votes,) = votes_beside("/minutes", answer).values()

    assert [(name, [words for words, _ in those]) for name, those in votes.items()] == [
        (VOTE, ["for 5, against 3 – carried"]),
        (LOST, ["for 2, against 6 – lost"]),
    ]
    (link,) = (link for _, link in votes[VOTE])
    paper, words = answer.citations[0].sha256, read_stretch(link.partition("words=")[2])
    assert link.startswith(f"/minutes/papers/{paper}/1?")
    assert words
    assert "For (5), Against (3). Motion carried" in held.page(paper, 1).text[words.start : words.end]


def test_programs_and_the_command_line_are_told_the_vote_too(held: Library, encoder: Encoder) -> None:
    answer = ask(held, encoder, "what was resolved on the roundabout")

    assert answer_to_json(answer)["votes"] == [
        {"n": 1, "vote": "for 5, against 3 – carried", "outcome": "carried", "pdf_page": 1},
        {"n": 1, "vote": "for 2, against 6 – lost", "outcome": "lost", "pdf_page": 1},
    ]
    assert [told_beside(one) for one in answer.votes] == [
        "Vote [1]: for 5, against 3 – carried (PDF page 1)",
        "Also put to the vote at this minute [1]: for 2, against 6 – lost (PDF page 1)",
    ]


def test_a_decision_without_a_vote_has_none_beside_it(held: Library, encoder: Encoder) -> None:
    answer = ask(held, encoder, "what was resolved on verges")

    assert answer.citations[0].minute == "8"
    assert votes_beside("", answer) == {}


def test_how_members_voted_is_told_by_the_decision_and_the_votes_of_its_minute(held: Library, encoder: Encoder) -> None:
    answer = ask(held, encoder, "how did members vote on the roundabout")

    assert (answer.outcome, [one.minute for one in answer.citations]) == ("answered", ["7"])
    assert [told(one.vote) for one in answer.votes] == ["for 5, against 3 – carried", "for 2, against 6 – lost"]
