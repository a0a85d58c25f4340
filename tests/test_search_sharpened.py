"""Of what is found in one place, the words that answer are told first, and what is far behind is left out."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.answer import ask
from search.question import read_question
from search.reading import with_years_of
from search.years import tells_of

COMMISSION = """
# minutes | Somewhere City Council | Children's Commission | 2025-02-25 | confirmed
@ discussion 130 | SAFE CHILDREN, THRIVING FAMILIES
The Director gave a presentation on the reforms of safe children, thriving families.
@ decision 130 | SAFE CHILDREN, THRIVING FAMILIES | 1 | AGREED:
That the presentation be noted.
@ decision 130 | SAFE CHILDREN, THRIVING FAMILIES | 2 | AGREED:
That comments made by members be taken into account by the lead officers.
@ decision 130 | SAFE CHILDREN, THRIVING FAMILIES | 3 | AGREED:
That the Commission be updated in six months' time.
@ discussion 131 | SCHOOL TRANSPORT APPEALS
The review and appeals process had two stages and was in line with the guidance of the Department.
A stage one complaint on transport would be dealt with within 20 working days.
Only if it came to a stage two complaint would a further 40 working days be required.
Complaints would be resolved as quickly as possible.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of one meeting's minutes."""
    with make(tmp_path_factory.mktemp("sharpened"), {"commission.pdf": COMMISSION}) as library:
        yield library


def test_of_a_minutes_resolutions_the_one_that_answers_is_told(library: Library) -> None:
    question = "when is the Commission getting an update on Safe Children, Thriving Families"
    quotes = [one.quote for one in ask(library, TermEncoder(), question).citations]
    assert quotes[0] == "That the Commission be updated in six months' time."
    assert "That the presentation be noted." not in quotes


PLANNING = """
# minutes | Somewhere Borough Council | Planning Committee | 2015-03-18 | confirmed
@ discussion 136 | APPLICATION FOR CONSIDERATION – FORMER LAUNDRY, CINDER LANE
APPLICATION FOR CONSIDERATION – FORMER LAUNDRY, CINDER LANE
Mr Redfern summarised the proposal for fourteen houses on the laundry site. Two letters had come in after the report.
@ decision 136 | APPLICATION FOR CONSIDERATION – FORMER LAUNDRY, CINDER LANE | 1 | RESOLVED
That the application be granted, with a condition that no heavy lorry reach the site before 9.15 am.
"""


def test_a_minutes_own_heading_in_capitals_names_no_application_of_several(tmp_path: Path) -> None:
    with make(tmp_path, {"planning.pdf": PLANNING}) as library:
        told = ask(library, TermEncoder(), "how early may a heavy lorry reach the site of the laundry")
    (quoted,) = (one.quote for one in told.citations)
    assert (
        quoted == "That the application be granted, with a condition that no heavy lorry reach the site before 9.15 am."
    )


def test_when_something_is_to_be_told_asks_for_no_latest_position() -> None:
    assert read_question("when is scrutiny getting an update on family hubs").want == "any"
    assert read_question("is there an update on family hubs").want == "latest"


def test_a_share_of_outcomes_is_no_decision() -> None:
    assert read_question("LADO annual report percentage of substantiated outcomes").want != "decision"
    assert read_question("LADO outcomes").want == "decision"


@pytest.mark.parametrize(
    ("question", "text", "read"),
    [
        ("the precept for 2018/19", "2018/2019 Precept", "2018/19 Precept"),
        ("the precept for 2018-2019", "Precept 2018/19", "Precept 2018-2019"),
        ("the precept for 2018/19", "2019/2020 Precept", "2019/2020 Precept"),  # another year stays as it is
        ("the precept", "2018/2019 Precept", "2018/2019 Precept"),
        ("the precept for 2018/20", "2018/2020 plan", "2018/2020 plan"),  # no two years in a row
    ],
)
def test_the_reader_sees_a_year_as_the_question_writes_it(question: str, text: str, read: str) -> None:
    assert with_years_of(question, text) == read


def test_what_is_set_in_winter_is_for_the_year_to_come_unless_it_stands_beside_another() -> None:
    january = date(2019, 1, 8)
    looking = "Looking at the 2018/19 figures and the various expenditures, it was resolved to keep the precept."
    assert not tells_of({(2018, 2019)}, looking, january)
    assert tells_of({(2019, 2020)}, "It was resolved to keep the precept.", january)
    assert tells_of({(2018, 2019)}, "The 2018/19 precept had been £5,000.", january)
