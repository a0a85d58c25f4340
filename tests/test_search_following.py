"""Words that announce something are not an answer without it."""

import pytest

from search.following import breaks_off, leads_on, shows

ENDS = [
    ("The voting was as follows:", (True, True)),
    ("The voting was as follows: For (32)", (True, True)),
    ("In the light of inflation, the Council", (False, True)),
    ("The Council noted the report.", (False, False)),
    ("note the report;", (False, False)),
    ("She said: “It was agreed.”", (False, False)),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_what_an_end_leads_on_to_is_known(text: str, expected: tuple[bool, bool]) -> None:
    assert (leads_on(text), breaks_off(text)) == expected


def test_a_table_that_is_announced_is_known() -> None:
    assert shows("The table below sets out the grant. Table 5.1 - Grant")
    assert not shows("The tables were turned.")
