"""A county council's extraordinary meeting: amendments before the motion, votes by name, two bodies on one matter."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask

pytestmark = pytest.mark.papers

COUNCIL = "full_council__2025-01-09__Printed_minutes_09th-Jan-2025_10.00_County_Council.pdf"
DECEMBER = "full_council__2025-02-13__19_December_2024_-_County_Council_minutes.pdf"
CABINET = "cabinet__2025-01-30__Minutes_of_the_meeting_held_on_9th_January_2025.pdf"


@pytest.fixture(scope="module")
def kent(papers: Path, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("kent")
    ingest([next(papers.rglob(name)) for name in (COUNCIL, DECEMBER, CABINET)], folder, encoder)
    with open_library(folder) as library:
        yield library


def test_the_final_vote_is_the_one_on_the_motion_and_no_amendment(kent: Library, encoder: Encoder) -> None:
    asked = "who abstained in the final vote on joining the devolution priority programme"
    assert ask(kent, encoder, asked).citations[0].quote == "Abstain (1) Ms Constantine"


def test_the_final_vote_on_a_motion_is_not_that_on_the_next_motion_of_its_minute(
    kent: Library, encoder: Encoder
) -> None:
    asked = "who voted against in the final vote on proportional representation"
    assert ask(kent, encoder, asked).citations[0].quote.startswith("Against (37)")


def test_what_two_bodies_decided_is_told_of_each(kent: Library, encoder: Encoder) -> None:
    answer = ask(kent, encoder, "compare what full council endorsed and what Cabinet agreed on devolution on 9 January")
    assert dict.fromkeys((one.body, one.minute) for one in answer.citations) == dict.fromkeys(
        (("Cabinet", "83"), ("County Council", "285"))
    )


def test_a_resolution_asked_for_in_other_words_is_the_motion_that_was_carried(kent: Library, encoder: Encoder) -> None:
    answer = ask(
        kent, encoder, "what did the full county council decide about asking to be on the fast track for a mayor"
    )
    assert [one.resolution for one in answer.citations] == [1, 2, 3, 4, 5]
    assert answer.citations[1].quote.startswith("Endorses the proposed decision by the Leader")


def test_the_figures_of_a_vote_go_before_how_it_ended_where_they_are_asked_for(kent: Library, encoder: Encoder) -> None:
    for asked in (
        "how did the motion on proportional representation do, with numbers",
        "vote on the motion on proportional representation, December 2024",
    ):
        quoted = [one.quote for one in ask(kent, encoder, asked).citations]
        assert quoted[1:4] == ["For (14)", "Against (37)", "Abstain (0) Motion lost."], asked
    other = ask(kent, encoder, "was the motion on proportional representation carried")
    assert other.citations[0].quote == "Abstain (0) Motion lost."
