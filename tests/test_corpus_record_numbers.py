"""The numbers of minutes, as councils write them, and what looks like one and is none."""

import pytest

from corpus.paragraphs import paragraphs
from corpus.rows import body_rows
from corpus.series import minute_numbers, token
from tests.typed_papers import typed


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("129. LADO annual report", "129"),  # Leicester
        ("16.11.5 Highways", "16.11.5"),  # Milburn
        ("25-26/FRA/1 Election of Chair", "25-26/FRA/1"),  # fire authorities
        ("202/PF Budget monitoring", "202/PF"),  # town councils, a committee's letters last
        ("C/141/2025 Apologies", "C/141/2025"),  # Northern Irish councils
        ("PL 12.3 Applications", "PL 12.3"),  # a committee's letters apart
        ("* RC/1 Minutes", "RC/1"),  # a star before what is delegated
        ("14365 Police matters", "14365"),  # a series of many years
        ("12 Mayor's update", "12"),  # not a day in May
        ("12 May 2025", None),
        ("25/0211/FUL Two houses", None),  # a planning application
        ("24/00109 Transfer of the service", None),  # a decision, not a minute
        ("1st reading of the bill", None),
    ],
)
def test_a_minute_has_the_number_that_its_council_writes(line: str, number: str | None) -> None:
    (paragraph,) = paragraphs(body_rows(typed(line)))
    found = token(paragraph, 0)
    assert (found.number if found is not None else None) == number


def test_roman_numbers_count_where_there_are_enough_of_them() -> None:
    text = "*I APOLOGIES*\n\nNone.\n\n*II MINUTES*\n\nApproved.\n\n*III REPORT*\n\nNoted.\n"
    found = minute_numbers(paragraphs(body_rows(typed(text))))
    assert [item.number for item in found] == ["I", "II", "III"]
    assert minute_numbers(paragraphs(body_rows(typed("*I THANK YOU ALL*\n\nThe Mayor spoke.\n")))) == ()
