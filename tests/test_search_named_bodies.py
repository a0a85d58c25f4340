"""A body is found by the name that people use, and nothing false is said of what is not held of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask
from tests.printed_papers import print_paper

CABINET = """
# CYNGOR SIR CWM TAWEFAN / CWM TAWEFAN COUNTY COUNCIL

* CABINET / Y CABINET

Minutes of the meeting held on Tuesday, 9 December 2025 at 2.00 p.m. in the Shire Hall, Tawefan

Present: Councillor Eira Morgan-Wynne (Leader), Councillors Tudur Bebb, Gwawr Pennant and Islwyn Teague

* 60. MINUTES

RESOLVED that the minutes of the meeting held on 11 November 2025 be confirmed. Arising from minute 52,
the Leader said that the ferry company had been written to on 20 November.

* 61. COUNCIL HOUSE RENTS

RESOLVED that the rents of council houses be raised by 3.1% from 6 April 2026.
"""
COMMITTEE = """
* HERITAGE & CULTURE COMMITTEE
* (Cwm Tawefan County Council)

Thursday 4 December 2025

Present: Councillors Tudur Bebb (Chair), Non Hywel, Steffan Orrells and Mair Quinnell

* 14. Minutes

RESOLVED that the minutes of the meeting held on 2 October 2025 be signed as a correct record.

* 15. Slate Museum

RESOLVED that the slate museum be open on Sundays.
"""
REPORT = """
* CWM TAWEFAN COUNTY COUNCIL

MEETING | HERITAGE AND CULTURE COMMITTEE
DATE OF MEETING | 4 DECEMBER 2025
SUBJECT OF REPORT | OPENING OF THE SLATE MUSEUM
LEAD OFFICER | Head of Museums

1.1 The slate museum is shut on Sundays from October to March, and the coach companies have asked that it be open.
"""
TOWN = next((Path(__file__).parent / "unseen").glob("town-observations-in-a-column.txt")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("held")
    texts = {"cabinet": CABINET, "committee": COMMITTEE, "report": REPORT, "town": TOWN.partition("\n----\n")[0]}
    papers = [print_paper(folder / f"{name}.pdf", text) for name, text in texts.items()]
    ingest(papers, folder / "library", encoder)
    with open_library(folder / "library", encoder) as library:
        yield library


def test_a_body_with_a_welsh_name_beside_it_is_asked_for_by_its_english_one(held: Library, encoder: Encoder) -> None:
    answer = ask(held, encoder, "What rise in council house rents did Cabinet resolve?")
    assert answer.outcome == "answered"
    assert answer.citations[0].body == "Cabinet"
    assert "by 3.1% from 6 April 2026" in answer.citations[0].quote


def test_only_meetings_that_were_held_and_have_no_minutes_are_said_to_be_without(held: Library) -> None:
    without = {one.body: [str(day) for day in one.without_minutes] for one in held.coverage().bodies}
    assert without == {
        "Cabinet": ["2025-11-11"],
        "Heritage and Culture Committee": ["2025-10-02"],
        "Town Council": ["2025-10-07"],
    }


def test_of_the_observations_of_a_town_the_one_asked_about_is_told(held: Library, encoder: Encoder) -> None:
    answer = ask(held, encoder, "did the town council object to the porch at Coombe End?")
    quoted = "25/01180/HHA Coombe End – porch OBJECT – it would hide the datestone"
    assert [one.quote for one in answer.citations] == [quoted]
