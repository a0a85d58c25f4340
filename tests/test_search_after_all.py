"""What words alone would decline is answered where the reader finds it told, and no decision on another matter is."""

from dataclasses import replace
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from index.types import Filter
from search.after_all import ANSWERS, answered_after_all, of_the_question
from search.answer import ask
from search.candidates import Candidate
from search.facts import weighed
from search.find import query_of
from search.reading import likelihood
from search.retrieve import Found, retrieve
from search.scene import scene_of
from search.types import Want

PAPERS = {
    "minutes.pdf": """
# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
@ discussion 1 | CABINET MEMBERS' UPDATES
The council has secured a new two-year textiles and shoe recycling contract with Mossrake Limited of Tollbury.
@ discussion 2 | FERRY
Councillor Ode thanked the crew of the ferry.
@ decision 3 | PLANNING APPLICATION 25/04 | 1 | RESOLVED:
To support the application.
""",
    "answers.pdf": """
# report | Somewhere Council | Cabinet | 2025-02-25
@ report 1.1 | HARBOUR LEVY
Our position on the harbour levy is that of the policy adopted in December 2014.
@ report 1.2 | HARBOUR TOLL
Our position on the harbour toll is that of the policy.
""",
}
CONTRACT = "who won the contract to recycle old clothes and shoes"
CHARITY = "who won the charity tennis cup"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return make(tmp_path, PAPERS)


def found_for(library: Library, question: str, want: Want = "any") -> Found:
    encoder = TermEncoder()
    query = replace(query_of(library, encoder, question), want=want)
    return retrieve(library, encoder, query, scene_of(library, encoder))


def test_what_was_done_is_told_in_words_that_the_question_does_not_take_for_granted(library: Library) -> None:
    answer = ask(library, TermEncoder(), CONTRACT)  # nothing was won or awarded, by the words: it was secured
    assert answer.outcome == "answered"
    assert [one.quote for one in answer.citations] == [
        "The council has secured a new two-year textiles and shoe recycling contract with Mossrake Limited of Tollbury."
    ]
    assert (answer.confidence or 0.0) > likelihood(ANSWERS)


def test_what_is_not_told_is_declined_as_before(library: Library) -> None:
    scene = scene_of(library, TermEncoder())
    assert answered_after_all(library, scene, found_for(library, CHARITY)) is None
    assert ask(library, TermEncoder(), CHARITY).outcome == "not_found"


def told(library: Library, question: str, want: Want, heading: str, read: float) -> list[str]:
    """Return the headings that are told where this passage alone is found, and the reader has given it this score."""
    found = found_for(library, question, want)
    (passage,) = (one for one in library.passages(library.select(Filter(), 9)) if one.heading == heading)
    one = replace(found, candidates=(Candidate(passage, 1.0, 0.0, read=read),))
    draft = answered_after_all(library, scene_of(library, TermEncoder()), one)
    return [quoted.passage.heading or "" for section in draft.sections for quoted in section.quoted] if draft else []


DECIDED = [
    ("what was decided about the ferry", "FERRY", ["FERRY"]),
    ("what was decided about lanterns", "PLANNING APPLICATION 25/04", []),  # no word of it: a resolution of any matter
    ("what was decided on the application for Quillow", "PLANNING APPLICATION 25/04", []),  # its name is not there
    ("what was decided on the application", "PLANNING APPLICATION 25/04", ["PLANNING APPLICATION 25/04"]),
]


@pytest.mark.parametrize(("question", "heading", "headings"), DECIDED)
def test_what_was_decided_is_told_by_minutes_that_name_it(
    library: Library, question: str, heading: str, headings: list[str]
) -> None:
    assert told(library, question, "decision", heading, 2.0) == headings
    assert told(library, question, "decision", heading, -0.1) == []
    assert told(library, question, "comparison", heading, 2.0) == []


@pytest.mark.parametrize(
    ("question", "heading", "headings"),
    [
        ("when was the policy on the harbour levy adopted", "HARBOUR LEVY", ["HARBOUR LEVY"]),
        ("when was the policy on the harbour toll adopted", "HARBOUR TOLL", []),  # it names no day, month or year
        ("what was decided on the policy of the harbour levy", "HARBOUR LEVY", []),  # no minute
    ],
)
def test_when_something_was_adopted_any_paper_tells_that_dates_it(
    library: Library, question: str, heading: str, headings: list[str]
) -> None:
    assert told(library, question, "decision", heading, 2.0) == headings


NUMBERED = {
    "minutes.pdf": """
# minutes | Somewhere Council | Cabinet | 2025-02-25 | draft
@ decision 3 | 24/00115 CARE STRATEGY | 1 | RESOLVED:
That the care strategy be adopted.
@ decision 3 | 24/00115 CARE STRATEGY | 2 | RESOLVED:
That the plan of delivery be published.
""",
    "report.pdf": """
# report | Somewhere Council | Cabinet | 2025-02-25
@ report 1.1 | Lido
The lido at Quillow has been closed to bathers since the storm of January.
""",
}


def test_the_number_of_another_matter_is_not_taken_for_that_of_the_one_asked_for(tmp_path: Path) -> None:
    with make(tmp_path, NUMBERED) as made:
        answer = ask(made, TermEncoder(), "what was decided on the lido at Quillow")
    assert (answer.outcome, [one.quote for one in answer.citations]) == (
        "not_decided",
        ["The lido at Quillow has been closed to bathers since the storm of January."],
    )


WORDED = [
    # shares of the question's words that passages hold, and how many of them are read
    ((0.8, 0.4, 0.2, 0.0), 2),
    ((0.1, 0.05, 0.0), 3),  # where none has its words, any may tell it in others
    ((), 0),
]


@pytest.mark.parametrize(("shares", "read"), WORDED)
def test_where_a_passage_has_the_words_a_stranger_to_them_is_not_read(
    library: Library, shares: tuple[float, ...], read: int
) -> None:
    (one,) = weighed(library, found_for(library, "crew of the ferry"))[:1]
    ranked = [replace(one, evidence=replace(one.evidence, share=share)) for share in shares]
    assert of_the_question(ranked) == ranked[:read]
