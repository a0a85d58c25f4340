"""The body that a caller limits a search to: known by its name as labels have it, and offered so for a slip."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.find import QuestionError
from ui.searching import Limits, read_within, search_within

MINUTES = """
# minutes | {council} | {body} | 2025-01-14 | confirmed
@ decision 3 | Skate park | 1 | RESOLVED:
That the skate park be {fate}.
"""
HELD = [
    ("Ashby Town Council", "Town Council", "approved"),
    ("Melby Town Council", "Town Council", "closed"),
    ("Bracken District Council", "Cabinet", "painted"),
    ("Heather Borough Council", "Cabinet", "mown"),
    ("Heather Borough Council", "Planning Committee", "fenced"),
]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    papers = {f"{fate}.pdf": MINUTES.format(council=council, body=body, fate=fate) for council, body, fate in HELD}
    with make(tmp_path, papers) as made:
        yield made


def found(library: Library, query: str, body: str) -> set[str]:
    hits = search_within(library, TermEncoder(), query, 10, Limits(body))
    return {hit.passage.text.removeprefix("That the skate park be ") for hit in hits}


BODIES = [
    # a name by itself is every council's
    ("Town Council", {"approved.", "closed."}),
    ("the planning committee", {"fenced."}),
    # as labels name it
    ("Melby Town Council", {"closed."}),
    ("Cabinet, Heather Borough Council", {"mown."}),
    ("planning committee, heather borough council", {"fenced."}),
]


@pytest.mark.parametrize(("body", "fates"), BODIES)
def test_a_body_is_known_by_its_name_alone_or_with_its_council(library: Library, body: str, fates: set[str]) -> None:
    assert found(library, "skate park", body) == fates


def test_the_council_that_the_caller_names_takes_the_place_of_the_one_in_the_query(library: Library) -> None:
    read = read_within(library, TermEncoder(), "skate park Heather Borough Council", Limits("Melby Town Council"))
    assert (read.councils, read.limits) == (("Melby Town Council",), ())
    assert found(library, "skate park Heather Borough Council", "Cabinet") == {"mown."}


SLIPS = [
    ("Planing Comittee", "Planning Committee"),  # of one council alone
    ("Town Coucil", "Ashby Town Council or Melby Town Council"),
    ("Ashbey Town Council", "Ashby Town Council"),
    ("Cabnet", "Cabinet, Bracken District Council or Cabinet, Heather Borough Council"),
]


@pytest.mark.parametrize(("slip", "offered"), SLIPS)
def test_what_is_offered_for_a_slip_is_understood_when_it_is_given(library: Library, slip: str, offered: str) -> None:
    with pytest.raises(QuestionError, match="No paper held is of a body called") as error:
        found(library, "skate park", slip)
    assert str(error.value).endswith(f": is it {offered}?")
    assert all(len(found(library, "skate park", one)) == 1 for one in offered.split(" or "))
