"""Questions as a hurried councillor types them: lists of dates, meetings before the last, decisions of a body."""

from datetime import date
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.bodies import Held
from search.compose import Quoted, Section, compose
from search.declining import asks_nothing
from search.find import LONGEST, QuestionError, query_of, search
from search.question import read_question
from search.telling import Telling
from search.types import ReadLimit

HELD = (
    Held("Kent County Council", "Cabinet", (date(2024, 12, 3), date(2025, 1, 9), date(2025, 1, 30))),
    Held("Kent County Council", "County Council", (date(2024, 3, 5), date(2025, 2, 13))),
    Held("Up-by-Over Parish Council", "Parish Council", (date(2025, 12, 2),)),
)
TODAY = date(2025, 12, 10)

DATED = [
    ("agreed since the last Cabinet meeting", date(2025, 1, 30), None),
    ("what was agreed before the last Cabinet meeting", None, date(2025, 1, 29)),
    ("what was decided after the February 2025 meeting", date(2025, 3, 1), None),
    ("minutes from the 13 February 2025 meeting", date(2025, 2, 13), date(2025, 2, 13)),
    ("resolutions from the 30 January 2025 Cabinet", date(2025, 1, 30), date(2025, 1, 30)),
    ("what was agreed from 30 January 2025", date(2025, 1, 30), None),
    ("what did the council agree on 5 March 24", date(2024, 3, 5), date(2024, 3, 5)),
    ("decisions 13 Feb '25", date(2025, 2, 13), date(2025, 2, 13)),
    ("between 1 and 15 January 2025 what did cabinet agree", date(2025, 1, 1), date(2025, 1, 15)),
    ("what was decided on 9 and 30 January 2025", date(2025, 1, 9), date(2025, 1, 30)),
    ("what was agreed in January and February 2025", date(2025, 1, 1), date(2025, 2, 28)),
    ("January - March 2025 cabinet decisions", date(2025, 1, 1), date(2025, 3, 31)),
    ("December and January 2025 cabinet decisions", date(2024, 12, 1), date(2025, 1, 31)),
    ("decisions in 2024 and 2025", date(2024, 1, 1), date(2025, 12, 31)),
    ("what was decided last winter", date(2024, 12, 1), date(2025, 2, 28)),  # of which this is not over
    ("what was decided in winter 2024", date(2024, 12, 1), date(2025, 2, 28)),
    ("what did spring bring", None, None),  # a season of no year is a word
    ("last month's decisions", date(2025, 11, 1), date(2025, 11, 30)),
    ("minutes for 01/2025", date(2025, 1, 1), date(2025, 1, 31)),
    ("what did cabinet agree in 2024/2025 on the budget", date(2024, 5, 1), date(2025, 4, 30)),
    ("what did Cabinet agree last year", date(2024, 1, 1), date(2024, 12, 31)),  # counted from its own last meeting
]


@pytest.mark.parametrize(("question", "since", "until"), DATED)
def test_dates_are_read_as_they_are_typed(question: str, since: date | None, until: date | None) -> None:
    query = read_question(question, HELD, TODAY)
    assert (query.since, query.until, query.references) == (since, until, ())


ASKS_NOTHING = [
    "=1+1",
    "2+2",
    " 3 * (4 + 5) = ",
    "@SUM(A1:A9)",
    "=HYPERLINK(A1)",
    "=cmd|' /C calc'!A0",
    "+1+cmd|x",
    "???",
    "",
]
ASKS = [
    "24/0017",
    "£100",
    "129",
    "2024/25",
    "65+ bus pass",
    "10-15 homes",
    "@councillor",
    "+44 1234 567890",
    "A+E",
    "1 + 1 homes?",
]


def test_a_sum_or_a_formula_asks_nothing_and_a_number_or_a_reference_does() -> None:
    assert [one for one in ASKS_NOTHING if not asks_nothing(one)] == []
    assert [one for one in ASKS if asks_nothing(one)] == []


OF_DECISIONS = [
    "decisions since May 2024",
    "Cabinet decisions January 2025",
    "decisions at the last Cabinet meeting",
    "decisions taken by Cabinet on 30 January 2025",
    "list decisions made in January 2025 by Cabinet",
    "decisions of Cabinet",
]


@pytest.mark.parametrize("question", OF_DECISIONS)
def test_decisions_of_a_day_or_a_body_are_asked_for_without_a_topic(question: str) -> None:
    query = read_question(question, HELD, TODAY)
    assert (query.want, query.topic) == ("decision", "")


@pytest.mark.parametrize("question", ["legal agreement", "S106 agreement", "the lease agreement"])
def test_an_agreement_is_a_thing(question: str) -> None:
    query = read_question(question, HELD, TODAY)
    assert (query.want, query.topic.split()[-1]) == ("any", "agreement")


def test_in_the_report_limits_to_reports_and_says_so_but_not_where_a_decision_is_asked_for() -> None:
    said = read_question("what does it say in the report about windmills", HELD, TODAY)
    agreed = read_question("were the recommendations in the report on the sea wall agreed", HELD, TODAY)
    assert (said.kinds, said.limits) == (("report",), (ReadLimit("Only in reports", "kind"),))
    assert (agreed.want, agreed.kinds) == ("comparison", ())


def test_what_stands_between_quotation_marks_stays_as_typed() -> None:
    assert read_question('who "eventually agreed" wat', HELD, TODAY).phrases == ("eventually agreed",)
    assert read_question('"call in" of the hubs', HELD, TODAY).phrases == ("call in",)


def test_a_short_form_in_capitals_is_no_slip() -> None:
    assert read_question("HW road scheme", HELD, TODAY).topic == "HW road scheme"


@pytest.mark.parametrize(
    ("question", "councils"),
    [
        ("what did up council say about the farm", ("Up-by-Over Parish Council",)),  # by the first of its words
        ("the latest on kents bid for devolution", ("Kent County Council",)),  # whose, without the apostrophe
        ("what did Kent Cabinet agree", ("Kent County Council",)),
    ],
)
def test_a_council_is_known_by_its_short_name(question: str, councils: tuple[str, ...]) -> None:
    assert read_question(question, HELD, TODAY).councils == councils


def test_a_row_of_dashes_is_looked_through_at_once() -> None:
    assert not Telling("count").told("Total " + "- " * LONGEST, table=True)  # else this test never ends


@pytest.mark.parametrize("question", ["x" * (LONGEST + 1), "what was agreed " * 100])
def test_a_page_that_was_pasted_in_is_no_question(tmp_path: Path, question: str) -> None:
    with make(tmp_path, {"minutes.pdf": SPELT}) as made, pytest.raises(QuestionError, match="1,000 or fewer"):
        query_of(made, TermEncoder(), question)


SPELT = """
# minutes | Somewhere Council | Cabinet | 2025-01-09 | draft
@ discussion 5 | Hall repairs
The planned repairs of the hall were shown on a drawing by the surveyor.
@ decision 5 | Hall repairs | 1 | RESOLVED:
That the hall be repaired.
@ discussion 6 | Planning
Planning the work of the hall takes a year, said the surveyor, with the drawing.
"""


def test_words_between_quotation_marks_are_met_as_they_are_spelt(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": SPELT}) as made:
        hits = search(made, TermEncoder(), '"planned"')
    assert [one.passage.minute for one in hits] == ["5"]


def test_debate_stands_apart_from_what_was_agreed_above_it(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": SPELT}) as made:
        decision, debate = (one.passage for one in search(made, TermEncoder(), "hall repairs planned")[:2])
        told = sorted((decision, debate), key=lambda one: one.kind)
        section = Section("", tuple(Quoted(one, one.text) for one in told))
        text = compose(made, [section]).text
    assert "That the hall be repaired. [1]\n\nThe planned repairs" in text
