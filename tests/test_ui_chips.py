"""The limits that a question was read with can be taken away one by one, and the address says which were."""

from datetime import date

import pytest

from search.bodies import Held
from search.question import read_question
from search.types import Query, ReadLimit
from ui.chips import Chip, chips_of, read_dropped, without

HELD = (Held("Port Council", "Harbour Committee", (date(2025, 6, 3),)),)
QUESTION = "what did the Harbour Committee agree on moorings since 2024"


def read() -> Query:
    return read_question(QUESTION, HELD)


def test_each_limit_is_a_chip_that_names_itself() -> None:
    assert chips_of(read(), ()) == (
        Chip("Looking for what was decided", "kind"),
        Chip("Only Harbour Committee", "body"),
        Chip("Meetings held since 1 January 2024", "dates"),
    )


@pytest.mark.parametrize(
    ("dropped", "bodies", "since", "want", "left"),
    [
        # nothing dropped
        ("", ("Harbour Committee",), date(2024, 1, 1), "decision", 3),
        ("body", (), date(2024, 1, 1), "decision", 2),
        ("dates", ("Harbour Committee",), None, "decision", 2),
        ("kind", ("Harbour Committee",), date(2024, 1, 1), "any", 2),
        # all of them, in any order
        ("dates,body,kind", (), None, "any", 0),
        # names that mean nothing
        ("<b>,limits", ("Harbour Committee",), date(2024, 1, 1), "decision", 3),
    ],
)
def test_a_dropped_limit_limits_nothing_and_is_no_chip(
    dropped: str, bodies: tuple[str, ...], since: date | None, want: str, left: int
) -> None:
    query = without(read(), read_dropped(dropped))

    assert (query.bodies, query.since, query.until, query.want) == (bodies, since, None, want)
    assert (query.text, query.topic) == (QUESTION, "moorings")
    assert len(chips_of(query, read_dropped(dropped))) == left


def test_what_was_dropped_before_stays_dropped() -> None:
    dropped = read_dropped("dates")

    assert chips_of(without(read(), dropped), dropped) == (
        Chip("Looking for what was decided", "kind,dates"),
        Chip("Only Harbour Committee", "body,dates"),
    )


def test_a_limit_that_is_a_reference_stays() -> None:
    assert chips_of(read_question("what does minute 129 say"), ()) == (Chip("Minute 129", None),)


def test_a_chip_names_what_it_limits_whatever_its_words_are() -> None:
    alike = (ReadLimit("Only Port Council", "body"), ReadLimit("Only Port Council", "council"))
    query = Query("", "", "any", ("Port Council",), ("Port Council",), limits=alike)

    assert [chip.dropped for chip in chips_of(query, ())] == ["body", "council"]
    assert without(query, ["council"]).limits == alike[:1]
