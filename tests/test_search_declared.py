"""A declaration that names an item by its number is found by the heading of that item."""

from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.declared import numbers_of

NUMBERS = [
    ("Councillor Gray declared a pecuniary interest in Items 10 and 11.", ("10", "11")),
    ("Mrs Finch declared an interest in agenda item no. 7, as a governor.", ("7",)),
    ("He left during items 4, 5, and 9b.", ("4", "5", "9b")),
    ("Ms Quill has two items in the sale, of 1920.", ()),  # no number of an item
]


@pytest.mark.parametrize(("text", "numbers"), NUMBERS)
def test_the_numbers_of_items_are_read(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_of(text) == numbers


MINUTES = """
# minutes | Somewhere Council | Cabinet | 2025-07-09 | draft
@ declaration 2 | Declarations of interest
Councillor Gray declared a pecuniary interest in Item 5.
@ declaration 2 | Declarations of interest
Councillor Finch declared an interest in Item 4.
@ discussion 4 | Allotment rents
The rents were explained.
@ discussion 5 | Bonfire night
The Clerk spoke of the fire.
"""


def test_who_had_an_interest_in_an_item_is_told_by_its_heading(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": MINUTES}) as library:
        answer = ask(library, TermEncoder(), "who declared an interest in the bonfire")
    assert [one.quote for one in answer.citations] == ["Councillor Gray declared a pecuniary interest in Item 5."]


def test_an_item_on_which_nobody_declared_is_declined(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": MINUTES}) as library:
        answer = ask(library, TermEncoder(), "who declared an interest in the library roof")
    assert answer.outcome == "not_found"


LATER = """
# minutes | Somewhere Council | Cabinet | 2025-09-10 | draft
@ declaration 2 | Declarations of interest
Councillor Heath declared an interest in item 9.
"""


def test_the_newest_meeting_is_told_of_however_its_entries_are_worded(tmp_path: Path) -> None:
    worded = LATER.replace(
        "Councillor Heath declared an interest in item 9.", "Councillor Heath, of the harbour trust."
    )
    with make(tmp_path, {"minutes.pdf": MINUTES, "later.pdf": worded}) as library:
        answer = ask(library, TermEncoder(), "who declared an interest")
    assert [one.quote for one in answer.citations] == ["Councillor Heath, of the harbour trust."]


@pytest.mark.parametrize(
    "question",
    [
        "who declared an interest on 9 July 2025",
        "which councillors had interests to declare on 9 July 2025",
        "who declared interests at the July meeting",
        "declarations of interest at the july cabinet meeting",
    ],
)
def test_all_declarations_of_the_meeting_asked_about_are_listed(question: str, tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": MINUTES, "later.pdf": LATER}) as library:
        answer = ask(library, TermEncoder(), question)
    assert [one.quote for one in answer.citations] == [
        "Councillor Gray declared a pecuniary interest in Item 5.",
        "Councillor Finch declared an interest in Item 4.",
    ]
