"""Who was there with a role in a column beside the name: rows that agree, lines that slip, and columns of names."""

import pytest

from corpus.attendance import attendees
from corpus.paragraphs import paragraphs
from corpus.rows import body_rows
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


def test_names_beside_names_are_people() -> None:
    words = "PRESENT:\n\nCouncillor Ames | Councillor Dole\nCouncillor Beale | Councillor Eley\n"
    there = sorted(name for name, _ in noted(words))
    assert there == ["Councillor Ames", "Councillor Beale", "Councillor Dole", "Councillor Eley"]
