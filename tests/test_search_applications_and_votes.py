"""Answers on one of several applications of a minute, and on votes as many clerks tell them: on no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder
from printed_papers import print_paper

from corpus.types import Tally, Vote
from index.ingest import ingest
from index.library import Library, open_library
from index.types import Filter
from search.answer import ask
from search.following import following
from search.votes import LOST, VOTE, name_of, told_beside

UNSEEN = Path(__file__).parent / "unseen"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of a committee's minutes with three applications under one number, and of a town's votes."""
    folder = tmp_path_factory.mktemp("applications")
    for name in ("applications-with-rows-of-fields", "votes-in-many-words"):
        text = (UNSEEN / f"{name}.txt").read_text(encoding="utf-8").partition("\n----\n")[0]
        print_paper(folder / f"{name}.pdf", text)
    ingest(sorted(folder.glob("*.pdf")), folder / "library", TermEncoder())
    with open_library(folder / "library", TermEncoder()) as held:
        yield held


@pytest.mark.parametrize(
    ("question", "decided", "votes"),
    [
        # by its site
        ("What was decided on the Old Ropewalk?", "REFUSED", ["Vote [1]: for 4, against 2, abstain 1 – carried"]),
        # by its number
        ("What was decided on application 25/0231/OUT?", "DEFERRED", []),
        # by what is proposed, asked as people ask
        ("Has outline permission been given for the 22 houses at Little Helm?", "DEFERRED", []),
        # and what was lost on it is no vote for it
        (
            "What was decided on the loft conversion at 9 Tern Close?",
            "GRANTED",
            ["Vote [1]: for 6, against 1 – carried", f"{LOST} [1]: for 2, against 5 – lost"],
        ),
    ],
)
def test_an_answer_on_one_application_tells_its_decision_and_vote_and_no_others(
    library: Library, question: str, decided: str, votes: list[str]
) -> None:
    answer = ask(library, TermEncoder(), question)
    told = " ".join(one.quote for one in answer.citations)
    assert [word for word in ("REFUSED", "DEFERRED", "GRANTED") if word in told] == [decided]
    assert [told_beside(one).partition(" (PDF")[0] for one in answer.votes] == votes


@pytest.mark.parametrize(
    ("question", "names"),
    [
        # a side a row of fields
        ("who abstained on the Old Ropewalk", "Abstained (1) Councillor A Brandreth"),
        # all sides in one sentence
        ("who abstained on closing the museum", "Abstaining: Cllr H Hollis (1)."),
        ("who voted against closing the museum", "Against: Cllrs D Denholm and N Garrod (2)."),
        # of an amendment, and of what it was to
        ("who abstained on the amendment to the precept", "Abstained (1): Cllr H Hollis."),
        ("who abstained on the substantive motion on the precept", "Abstained (1): Cllr D Denholm."),
    ],
)
def test_who_stands_on_a_side_of_a_vote_is_told_by_that_vote(library: Library, question: str, names: str) -> None:
    answer = ask(library, TermEncoder(), question)
    assert answer.citations[0].quote == names


def test_a_vote_that_more_were_against_is_no_vote_for_what_was_resolved() -> None:
    lost = Vote((Tally("for", 2, ()), Tally("against", 6, ())), None, ())
    assert name_of(lost) == LOST
    assert name_of(Vote((Tally("for", 6, ()), Tally("against", 2, ())), None, ())) == VOTE


def test_what_is_listed_below_is_told_with_each_application_and_its_decision(tmp_path: Path) -> None:
    text = (UNSEEN / "applications-of-a-national-park.txt").read_text(encoding="utf-8").partition("\n----\n")[0]
    ingest([print_paper(tmp_path / "minutes.pdf", text)], tmp_path / "library", TermEncoder())
    with open_library(tmp_path / "library", TermEncoder()) as held:
        (opening,) = [one for one in held.passages(held.select(Filter(), 99)) if one.text.endswith("listed below:")]
        below = following(held, opening, 4, parts=True)
    assert [one.text[:40] for one in below] == [
        "(1) R/61/42G - Householder planning perm",
        "That the Council had no objection to the",
        "(2) R/61/26B - Full planning permission ",
        "That the Council was concerned that the ",
    ]
