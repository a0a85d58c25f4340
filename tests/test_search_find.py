"""Which year is meant by a month that is written without one."""

from datetime import date
from pathlib import Path

from made_library import TermEncoder, make

from search.answer import ask
from search.find import query_of, search

OLDER = """
# minutes | Somewhere Council | Cabinet | 2023-12-05 | confirmed
@ discussion 4 | WORKING PARTY ON LIGHTHOUSES
The working party on lighthouses reported.
@ decision 4 | WORKING PARTY ON LIGHTHOUSES | 1 | AGREED:
That the item be deferred.
"""
NEWER = """
# minutes | Somewhere Council | Cabinet | 2024-12-03 | confirmed
@ discussion 9 | ROADS
Members spoke of the roads.
@ decision 9 | ROADS | 1 | AGREED:
That the roads be mended.
"""


def test_a_month_is_of_the_year_that_has_the_matter(tmp_path: Path) -> None:
    encoder = TermEncoder()
    with make(tmp_path, {"older.pdf": OLDER, "newer.pdf": NEWER}) as library:
        lights = query_of(library, encoder, "what was agreed on lighthouses in December")
        roads = query_of(library, encoder, "what was agreed on the roads in December")
        nothing = query_of(library, encoder, "what was agreed in December")
        answer = ask(library, encoder, "what was agreed on lighthouses in December")
        (first, *_) = search(library, encoder, "lighthouses meeting in December", limit=3)

    assert (lights.since, lights.until) == (date(2023, 12, 1), date(2023, 12, 31))
    assert "Meetings held from 1 December 2023 to 31 December 2023" in lights.limits  # and so it is shown
    assert (roads.since, nothing.since) == (date(2024, 12, 1), date(2024, 12, 1))  # the last, unless another has more
    assert answer.citations[0].quote == "That the item be deferred."
    assert first.passage.minute == "4"
