"""Who was there with a role in a column beside the name: rows that agree, lines that slip, and columns of names."""

import pytest

from corpus.attendance import attendees
from corpus.name_lists import lists
from corpus.paragraphs import paragraphs
from corpus.rows import body_rows, prose
from tests.typed_papers import typed

NAMES = ("Councillor Ames", "Councillor Beale", "Councillor Crane")
ALIGNED = "PRESENT:\n\nCouncillor Ames | Leader (Chair)\nCouncillor Beale | Transport and Public Realm\n{}\n"
SLIPPED = (
    "PRESENT:\n\nCouncillor Ames | Leader (Chair)\nCouncillor Beale | Deputy Leader, Finance and\n"
    "Councillor Crane | Assets\n{}"
)
RIGHT = " " * 40


def noted(words: str) -> list[tuple[str, str | None]]:
    return [(one.name, one.note) for one in attendees(paragraphs(body_rows(typed(words))))]


def test_all_of_the_cell_beside_a_name_is_the_role() -> None:
    assert noted(ALIGNED.format("Councillor Crane | Children and Schools")) == list(
        zip(NAMES, ("Leader (Chair)", "Transport and Public Realm", "Children and Schools"), strict=True)
    )


def test_a_role_that_breaks_off_goes_on_in_the_next_line_of_its_column() -> None:
    assert noted(SLIPPED.format(f"{RIGHT}Children and Schools\n")) == list(
        zip(NAMES, ("Leader (Chair)", "Deputy Leader, Finance and Assets", "Children and Schools"), strict=True)
    )


@pytest.mark.parametrize(
    "words",
    [
        SLIPPED.format(""),  # a role too few
        SLIPPED.format(f"{RIGHT}Children and Schools\n{RIGHT}Planning\n"),  # one too many
        ALIGNED.format(f"Councillor Crane | Children\n{RIGHT}Planning"),  # of the last, or a line lower than the names
    ],
)
def test_roles_that_cannot_be_told_apart_are_nobodys(words: str) -> None:
    assert noted(words) == [(name, None) for name in NAMES]


def test_members_without_titles_are_named_by_what_stands_beside_them() -> None:
    words = (
        "PRESENT:\n\nName | Sector\nRos Ames (Chair) | Primary head\nMo Beale | Governor\nJim Crane | PVI early years\n"
    )
    assert noted(words) == [
        ("Ros Ames", "Chair, Primary head"),
        ("Mo Beale", "Governor"),
        ("Jim Crane", "PVI early years"),
    ]


def test_who_sent_apologies_has_a_role_where_those_present_have() -> None:
    words = (
        ALIGNED.format("Councillor Crane | Planning")
        + "\nAPOLOGIES:\n\nCouncillor Dole | Culture and Safer Communities\n"
    )
    assert noted(words)[-1] == ("Councillor Dole", "Culture and Safer Communities")


def test_names_beside_names_are_people() -> None:
    words = "PRESENT:\n\nCouncillor Ames | Councillor Dole\nCouncillor Beale | Councillor Eley\n"
    there = sorted(name for name, _ in noted(words))
    assert there == ["Councillor Ames", "Councillor Beale", "Councillor Dole", "Councillor Eley"]


@pytest.mark.parametrize(
    ("rows", "entries"),
    [
        ("Mrs E Purkiss, lead petitioner\nMarian Oxtoby, Director of\nCommunities",
         ["Mrs E Purkiss, lead petitioner", "Marian Oxtoby, Director of Communities"]),
        ("Dan Auld, Head of Finance\nGil Pitt, Head of Legal and Democratic\nServices (Monitoring Officer)",
         ["Dan Auld, Head of Finance", "Gil Pitt, Head of Legal and Democratic Services (Monitoring Officer)"]),
        ("Dan Auld, Head of Finance\nGil Pitt, Head of Legal\n(Monitoring Officer)",
         ["Dan Auld, Head of Finance", "Gil Pitt, Head of Legal (Monitoring Officer)"]),
        ("Dan Auld\nGil Pitt", ["Dan Auld", "Gil Pitt"]),
    ],
)  # fmt: skip
def test_a_post_that_breaks_off_goes_on_in_the_next_row_of_a_list_of_one_a_row(rows: str, entries: list[str]) -> None:
    told = lists(prose(body_rows(typed(rows))), 0, pairs=False)
    assert [(one.text, alone) for one, alone in told] == [(entry, True) for entry in entries]


def test_a_surname_on_the_line_below_an_initial_ends_the_name() -> None:
    words = (
        f"PRESENT:\n\nCouncillor C Corrin | Councillor Dr F\n{RIGHT}Sorensen\nCouncillor E Dunn | Councillor G Thirk\n"
    )
    assert [name for name, _ in noted(words)] == [
        *("Councillor C Corrin", "Councillor Dr F Sorensen", "Councillor E Dunn", "Councillor G Thirk"),
    ]


def test_a_note_keeps_the_brackets_within_it() -> None:
    assert noted("APOLOGIES:\n\nMrs Strand, Town Clerk (annual leave)\n") == [
        ("Mrs Strand", "Town Clerk (annual leave)")
    ]
