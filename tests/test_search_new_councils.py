"""Minutes of councils met for the first time: motions under an application's line, votes told in a stem, dissent."""

from collections.abc import Iterator

import pytest

from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask
from tests.printed_papers import print_paper

PLANNING = """
# MARLSTOCK BOROUGH COUNCIL

# PLANNING COMMITTEE

= Thursday, 5 June 2025

Present: Councillor Mrs Penn (Chairman), Councillors Ash, Birch, Crane and Dyer.

* 41. MINUTES

RESOLVED: That the minutes of 1 May 2025 be approved as a correct record.

* 42. PLANNING APPLICATIONS

RESOLVED: That authority be given to the Head of Planning to issue the decision notices.

(1) OLD CREAMERY, MILL LANE (25/00117)

Fourteen dwellings with garages. Two further letters of objection had come in, both about the narrowness of the lane.

A motion to defer for a site visit, put by Councillor Ash and seconded by Councillor Birch, fell by two votes to three.

DECISION: GRANTED, subject to the conditions in the report.

(2) 9 HIGH STREET, MARLSTOCK (25/00120)

Change of use from shop to hot food takeaway, with an extraction flue at the back of the building.

DECISION: REFUSED because the flue would be an eyesore when seen from the churchyard.

(3) LAND NORTH OF DUCK POND (25/00131)

Three bungalows and a turning head, with the hedge along the lane taken out and planted again behind the splay.

DECISION: DEFERRED for a bat survey.

* 43. PETITION: TAXI RANK IN BRIDGE STREET

A petition bearing 118 names asked that the rank be moved from outside the chapel. The Leader had some sympathy.

RESOLVED: That no further action be taken upon the petition and the lead petitioner be told why.

* 44. CHARGES AT THE COUNTRY PARKS

It was proposed by Councillor Ash, seconded by Councillor Birch and

RESOLVED (by 3 votes to 2)

That charges of £1.20 an hour be brought in from October.

Councillor Dyer asked that his vote against be recorded.

* 45. BANDSTAND ROOF AT HOLM PARK

The bandstand lets the rain in, and the price for lead was twice that for steel.

RESOLVED by 3 votes to 1 with 1 abstention

That the bandstand be given a roof of steel once the drawings have been seen by the Conservation Officer.
"""
FORUM = """
# MARLSTOCK AND WEALD DISTRICT COUNCIL

* Minutes of the Housing Board held on Tuesday 10 June 2025 in the Civic Suite

Present: Councillor Eve (Chair), Councillors Frome and Gale

* 7. GARAGES

Councillor Frome proposed, and Councillor Gale seconded, that garage rents be held.

(Vote: 1 For, 2 Against)

* 8. EMPTY HOMES

It was AGREED that a loan scheme be set up for the owners of empty homes.
"""


@pytest.fixture(scope="module")
def marlstock(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("marlstock")
    papers = [print_paper(folder / f"{name}.pdf", text) for name, text in (("planning", PLANNING), ("board", FORUM))]
    ingest(papers, folder / "library", encoder)
    with open_library(folder / "library", encoder) as library:
        yield library


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        (  # a motion told in one sentence, under the line of its application
            "how did the motion to put off the Old Creamery for a visit go",
            "A motion to defer for a site visit, put by Councillor Ash and seconded by Councillor Birch, fell by two "
            "votes to three.",
        ),
        (  # a line of its own with nothing but the figures
            "what was the vote on holding garage rents",
            "(Vote: 1 For, 2 Against)",
        ),
        (  # the minute is headed by the matter, and what was decided words it otherwise
            "did they agree to move the taxi rank away from the chapel",
            "That no further action be taken upon the petition and the lead petitioner be told why.",
        ),
        (
            "who wanted his vote recorded against park charges",
            "Councillor Dyer asked that his vote against be recorded.",
        ),
    ],
)
def test_what_became_of_it_is_told_first(marlstock: Library, encoder: Encoder, question: str, quoted: str) -> None:
    answer = ask(marlstock, encoder, question)
    assert (answer.outcome, answer.citations[0].quote) == ("answered", quoted)


def test_the_decision_on_an_application_is_found_by_the_line_that_names_it(
    marlstock: Library, encoder: Encoder
) -> None:
    answer = ask(marlstock, encoder, "on what grounds was the hot food takeaway at 9 High Street knocked back?")
    assert [one.quote for one in answer.citations] == [
        "REFUSED because the flue would be an eyesore when seen from the churchyard.",
        "(2) 9 HIGH STREET, MARLSTOCK (25/00120) Change of use from shop to hot food takeaway, with an extraction flue "
        "at the back of the building.",
    ]


def test_a_vote_told_in_the_stem_bears_out_that_there_was_one(marlstock: Library, encoder: Encoder) -> None:
    answer = ask(marlstock, encoder, "bandstand roof at Holm Park: how did the vote go")
    assert (answer.outcome, answer.answer.splitlines()[0]) == ("answered", "RESOLVED by 3 votes to 1 with 1 abstention")


def test_how_the_members_of_another_council_voted_is_not_told(marlstock: Library, encoder: Encoder) -> None:
    answer = ask(marlstock, encoder, "how did Sedgeport councillors vote on country park charges")
    assert answer.outcome == "not_found"


def test_a_vote_of_somebody_unknown_is_not_told_after_all(marlstock: Library, encoder: Encoder) -> None:
    answer = ask(marlstock, encoder, "which way did Owen Fitch vote on charges at the country parks")
    assert answer.outcome == "not_found"
