"""Where why or who is asked, what gives a reason or a name goes before what fits as well and gives none."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.bodies import Held
from search.find import search
from search.question import read_question
from search.reasons import tells_of

HELD = (Held("Somewhere County Council", "Parks Committee", ()),)
TOLD = [  # a question, what tells it, what does not
    ("why was the pond closed", "It was closed because of the frost.", "The pond was closed in March."),
    ("parks committee why shut the pond", "It was shut because of the frost.", "The pond was shut in March."),
    ("reasons for closing the pond", "This was due to frost.", "The pond was closed."),
    ("who tested the water", "The water was tested by Lake Research.", "The water was tested independently."),
    ("who looks after the pond", "Mrs Ash looks after it.", "The Parks Committee of Somewhere County looks after it."),
    ("name of the inspector", "the Inspector, Ann Ash", "The inspector came twice."),
    (
        "who spoke for Mr Oak",
        "Mr Ash spoke for him.",
        "Somebody spoke for Mr Oak.",
    ),  # whom the question names is nobody
]


@pytest.mark.parametrize(("question", "telling", "not_telling"), TOLD)
def test_a_reason_and_somebody_are_known(question: str, telling: str, not_telling: str) -> None:
    tells = tells_of(read_question(question, HELD), HELD) or bool
    assert (tells(telling), tells(not_telling)) == (True, False)


def test_other_questions_ask_for_neither() -> None:
    assert tells_of(read_question("what was agreed on the pond", HELD), HELD) is None


REPORT = """
# report | Somewhere County Council | Parks Committee | 2025-02-13
@ report 1.1 | Pond
The pond at the mill was closed to boats, and the pond at the mill was closed to anglers.
@ report 1.2 | Pond
The pond at the mill was closed to boats because its wall had cracked.
"""


def test_the_reason_is_told_first(tmp_path: Path) -> None:
    with make(tmp_path, {"report.pdf": REPORT}) as library:
        answer = ask(library, TermEncoder(), "why was the pond at the mill closed to boats")
    assert answer.citations[0].quote == "The pond at the mill was closed to boats because its wall had cracked."


CLOSED = """
# report | Somewhere County Council | Parks Committee | 2025-02-13
@ report 1.1 | Pond
The pond at the mill was closed to boats.
@ report 1.2 | Pond
The pond at the mill was closed to boats, with great regret and only for the time being, because its wall had cracked.
"""


def test_it_is_found_first_too(tmp_path: Path) -> None:
    with make(tmp_path, {"report.pdf": CLOSED}) as library:
        what = search(library, TermEncoder(), "pond at the mill closed to boats")
        why = search(library, TermEncoder(), "why was the pond at the mill closed to boats")
    assert (what[0].passage.paragraph, why[0].passage.paragraph) == ("1.1", "1.2")


KEEPERS = """
# report | Somewhere County Council | Parks Committee | 2025-02-13
@ report 1.1 | Keepers
Members welcomed the appointment of the deputy keeper of lighthouses.
"""


def test_who_was_appointed_is_told_by_a_name_or_not_at_all(tmp_path: Path) -> None:
    asked = "who was appointed deputy keeper of lighthouses"
    with make(tmp_path / "without", {"report.pdf": KEEPERS}) as library:
        assert ask(library, TermEncoder(), asked).outcome == "not_found"
    with make(tmp_path / "with", {"report.pdf": KEEPERS.replace("lighthouses.", "lighthouses, Ms Ash.")}) as library:
        assert ask(library, TermEncoder(), asked).outcome == "answered"
