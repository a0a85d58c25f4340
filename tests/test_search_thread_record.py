"""A chain tells what was done as the record has it: with its stem, by its verb, at its meeting, and nothing else."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make
from rich.console import Console

from index.ingest import ingest
from index.library import Library, open_library
from search.answer import ask
from search.thread import Link, thread
from ui.threads import show_thread, thread_to_json

SAMPLES = (
    "cabinet-2024-11-13-item-6-family-hubs.pdf",
    "cabinet-2025-02-12-pack.pdf",
    "cabinet-2025-02-12-printed-minutes.pdf",
    "families-2024-10-15-pack.pdf",
    "families-2024-12-05-pack.pdf",
    "families-2025-03-04-pack.pdf",
    "families-2025-03-04-supplement-high-needs.pdf",
    "families-2025-10-14-printed-minutes.pdf",
    "families-2025-03-04-printed-minutes.pdf",
)


@pytest.fixture(scope="module")
def saltersmere(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of sample papers in which a Cabinet recommends, a call-in is heard and a report is replaced."""
    folder = tmp_path_factory.mktemp("record") / "library"
    ingest([samples / name for name in SAMPLES], folder, TermEncoder())
    with open_library(folder) as library:
        yield library


OTHERS = "".join(
    f"@ discussion {number} | Matter {number}\nA new report on matter {number} was given, and nothing else.\n"
    for number in range(900, 930)
)
"""Minutes on other matters, so that the words of the matter that is asked for are rare, as they are in a library."""


def chain(tmp_path: Path, query: str, **papers: str) -> tuple[Link, ...]:
    """Return the chain of a query in a library of these papers."""
    with make(tmp_path, {f"{name}.pdf": text + OTHERS for name, text in papers.items()}) as library:
        return thread(library, TermEncoder(), query).links


def kinds(links: tuple[Link, ...]) -> list[tuple[str | None, str, str]]:
    """Return of each link its minute, its kind and its words."""
    return [(one.citation.minute, one.kind, one.citation.quote) for one in links]


def test_what_a_cabinet_only_recommends_to_its_council_is_not_told_as_agreed(saltersmere: Library) -> None:
    links = thread(saltersmere, TermEncoder(), "revenue budget 2025/26").links

    of_minute = [one for one in links if one.citation.minute == "21"]
    assert [(one.kind, one.stem) for one in of_minute] == [
        ("recommended_on", "RESOLVED that the Cabinet recommend to Council:")
    ] * 4
    answer = ask(saltersmere, TermEncoder(), "what happened to the revenue budget 2025/26").answer
    assert "Agreed: Minute 21" not in answer


def test_a_reference_is_told_with_its_own_reports_alone(saltersmere: Library) -> None:
    answer = ask(saltersmere, TermEncoder(), "what happened to decision 24/0017")

    assert {one.heading for one in answer.citations} <= {
        "Family Hubs from April 2025",
        "24/0017 – Family Hubs from April 2025",
        "Call-in of Cabinet decision 24/0017: family hubs – 2. Recommendation",
        "CALL-IN OF CABINET DECISION 24/0017: FAMILY HUBS",
        "Family Hubs: Reconsideration following Call-in",
        "24/0017 – Family Hubs: Reconsideration following Call-in",
        "OUTCOME OF THE CALL-IN ON FAMILY HUBS",
    }
    assert any("ask for a review of the Tarnhythe hub" in one.quote for one in answer.citations)


def test_a_decision_printed_again_in_a_call_in_is_no_recommendation(saltersmere: Library) -> None:
    links = thread(saltersmere, TermEncoder(), "family hubs").links

    advised = [one.citation for one in links if one.kind == "recommended"]
    assert [one.quote for one in advised if "5 December 2024" in one.label] == [
        "That the Commission consider the reasons in the notice, hear the Cabinet Member and officers, and choose one"
        " of the courses in section 5."
    ]


def test_of_a_report_that_was_replaced_only_the_new_recommendation_is_told(saltersmere: Library) -> None:
    links = thread(saltersmere, TermEncoder(), "High Needs Block recovery plan").links

    advised = [one.citation.quote for one in links if one.kind == "recommended"]
    assert "That the Commission note the forecast deficit of £16.8 million at 31 March 2025." in advised
    assert not any("£14.2 million" in quote for quote in advised)


def test_what_is_due_after_the_last_meeting_held_is_not_yet_due(saltersmere: Library) -> None:
    links = thread(saltersmere, TermEncoder(), "High Needs Block recovery plan").links

    assert [one.came for one in links if one.due == "in March 2026"] == [
        "not yet due at the last meeting of which minutes are held, 14 October 2025"
    ]


JUNE = """
# minutes | Somewhere Parish Council | Parish Council | 2024-06-04 | confirmed
@ discussion 5 | New motor mower
The mower was at the end of its life.
@ decision 5 | New motor mower | 1 | RESOLVED: That the Clerk consult the dealer and report back at the next meeting:
Whether the mower could be kept going for another year
@ decision 5 | New motor mower | 2 |
If it would be possible to lease one
@ decision 9 | Items for the next agenda | 1 | RESOLVED: That the following items should be brought forward:
Land by Shepherd Hall
"""
JULY = """
# minutes | Somewhere Parish Council | Parish Council | 2024-07-02 | confirmed
@ discussion 4 | Land by Shepherd Hall
The owners had written.
@ decision 4 | Land by Shepherd Hall | 1 | RESOLVED:
That the Clerk meet them.
"""
DECEMBER = """
# minutes | Somewhere Parish Council | Parish Council | 2024-12-03 | draft
@ discussion 6 | Parish Mower
Quotations for a mower were considered.
@ decision 6 | Parish Mower | 1 | RESOLVED:
To buy the machine at a price of £13,155.
"""


def test_what_is_asked_by_a_stem_is_asked_back_with_it(tmp_path: Path) -> None:
    links = chain(tmp_path, "new motor mower", june=JUNE, july=JULY, december=DECEMBER)

    first = links[0]
    assert (first.kind, first.due) == ("asked_back", "at the next meeting")
    assert first.stem == "RESOLVED: That the Clerk consult the dealer and report back at the next meeting:"


def test_what_comes_back_late_under_a_shorter_heading_is_seen_and_told_as_late(tmp_path: Path) -> None:
    links = chain(tmp_path, "new motor mower", june=JUNE, july=JULY, december=DECEMBER)

    assert links[0].came == (
        "not in the minutes of 2 July 2024, next spoken of at minute 6 of Somewhere Parish Council, 3 December 2024"
    )
    assert ("6", "agreed", "To buy the machine at a price of £13,155.") in kinds(links)


def test_an_entry_for_the_next_agenda_is_asked_back_and_not_agreed(tmp_path: Path) -> None:
    links = chain(tmp_path, "land by Shepherd Hall", june=JUNE, july=JULY)

    assert kinds(links[:1]) == [("9", "asked_back", "Land by Shepherd Hall")]
    assert links[0].came == "seen at minute 4 of Somewhere Parish Council, 2 July 2024"


NOTICE = """
# minutes | Somewhere Parish Council | Parish Council | 2024-03-05 | confirmed
@ decision 6 | Upkeep of Thornby Cemetery | 1 | RESOLVED:
That this matter should be considered again at the June meeting
"""
ELSE = """
# minutes | Somewhere Parish Council | Parish Council | 2024-06-04 | confirmed
@ decision 3 | Swings | 1 | RESOLVED:
That the swings be painted.
"""
NEXT_YEAR = """
# minutes | Somewhere Parish Council | Parish Council | 2025-07-08 | draft
@ discussion 9 | Payments to Thornby Cemetery
The Council considered what it pays.
"""


def test_what_comes_a_year_late_is_told_as_not_in_the_minutes_it_was_due_in(tmp_path: Path) -> None:
    (first, *_) = chain(tmp_path, "Thornby Cemetery", march=NOTICE, june=ELSE, later=NEXT_YEAR)

    assert first.came == (
        "not in the minutes of 4 June 2024, next spoken of at minute 9 of Somewhere Parish Council, 8 July 2025"
    )


AUDIT = """
# minutes | Somewhere Council | Scrutiny Committee | 2024-11-04 | confirmed
@ decision 37 | Pellam Baths: why they closed | 1 | RESOLVED:
That the internal audit report be brought to the Committee on 10 February 2025.
"""
CABINET = """
# minutes | Somewhere Council | Cabinet | 2024-11-19 | draft
@ decision 69 | Pellam Baths: options | 1 | RESOLVED:
That the roof be repaired.
"""


def test_what_is_due_on_a_day_has_not_come_months_before_it(tmp_path: Path) -> None:
    (first, *_) = chain(tmp_path, "Pellam Baths", audit=AUDIT, cabinet=CABINET)

    assert first.came == "not yet due at the last meeting of which minutes are held, 4 November 2024"


COUNCIL = """
# minutes | Somewhere County Council | County Council | 2024-12-19 | confirmed
@ discussion 279 | Governance Working Party
@ decision 279 | Governance Working Party | 1 |
This item was deferred to the next appropriate meeting of Full Council.
@ decision 280 | Proportionality | 1 |
This item was deferred to the next appropriate meeting of Full Council.
"""
MARCH = """
# minutes | Somewhere County Council | County Council | 2025-03-13 | draft
@ decision 306 | Governance Working Party | 1 | RESOLVED that
the members of the party be thanked.
"""


def test_two_items_put_off_in_the_same_words_on_one_day_stay_two(tmp_path: Path) -> None:
    with make(tmp_path, {"december.pdf": COUNCIL, "march.pdf": MARCH}) as library:
        answer = ask(library, TermEncoder(), "what was deferred in December 2024")
    assert [one.minute for one in answer.citations] == ["279", "280"]
    assert "Governance Working Party" in answer.answer
    assert "Proportionality" in answer.answer


def test_an_item_that_a_decision_calls_this_item_is_known_by_its_heading(tmp_path: Path) -> None:
    with make(tmp_path, {"december.pdf": COUNCIL, "march.pdf": MARCH}) as library:
        answer = ask(library, TermEncoder(), "did the deferred items from December 2024 come back").answer
    assert "seen at minute 306 of Somewhere County Council, 13 March 2025" in answer


PETITIONS = """
# minutes | Somewhere Council | Cabinet | 2024-10-15 | confirmed
@ discussion 17 | PETITIONS
A petition of 412 signatures asked that the crossing patrol at Stell Lane be kept.
@ decision 17 | PETITIONS | 1 | AGREED:
That the petition be referred to the Cabinet Member for a reply within 28 days.
@ discussion 18 | FINANCE
Because of the crossing patrol at Stell Lane the premium had risen.
@ decision 18 | FINANCE | 1 | AGREED:
That the invoices be paid.
"""


def test_what_was_decided_right_behind_the_words_on_the_topic_is_told_where_it_speaks_of_it(tmp_path: Path) -> None:
    links = chain(tmp_path, "crossing patrol at Stell Lane", october=PETITIONS)

    assert [(minute, kind) for minute, kind, _ in kinds(links)] == [
        ("17", "mentioned"),
        ("17", "agreed"),
        ("18", "mentioned"),
    ]


REQUEST = """
# minutes | Milby Parish Council | Parish Council | 2024-10-01 | confirmed
@ discussion 9 | Precept
The County asked what the precept for 2025/26 was to be.
@ decision 9 | Precept | 1 | RESOLVED:
That this matter be brought back to the next meeting.
"""
PRECEPT = """
# minutes | Milby Parish Council | Parish Council | 2024-11-05 | confirmed
@ discussion 6 | Precept
The Clerk told what a rise would come to.
@ decision 6 | Precept | 1 | RESOLVED:
That it be raised by £800.00 to £7,400.00
@ discussion 7 | Milby School
The school at Milby had written.
"""
OTHER = """
# minutes | Otherton Parish Council | Parish Council | 2024-11-06 | confirmed
@ decision 3 | Drains | 1 | RESOLVED:
That they be cleared.
"""


@pytest.mark.parametrize("query", ["precept 2025/26", "Milby precept", "Milby Parish Council precept 2025/26"])
def test_a_heading_that_has_only_words_of_the_topic_tells_its_decisions(tmp_path: Path, query: str) -> None:
    links = chain(tmp_path, query, october=REQUEST, november=PRECEPT, other=OTHER)

    assert ("6", "agreed", "That it be raised by £800.00 to £7,400.00") in kinds(links)
    assert {one.citation.minute for one in links} == {"9", "6"}


VERBS = """
# minutes | Somewhere Council | Planning Committee | 2025-01-23 | confirmed
@ decision 12 | Wind turbine at Nether Farm | 1 | RESOLVED:
That, contrary to the recommendation, permission be REFUSED because of harm to the footpath.
@ decision 12 | Wind turbine at Nether Farm | 2 |
That the letter of £2.50 a copy be noted.
@ decision 12 | Wind turbine at Nether Farm | 3 |
Subject to the grant noted above, to buy a copy.
@ decision 12 | Wind turbine at Nether Farm | 4 |
That the Cabinet be recommended to write a policy.
@ decision 12 | Wind turbine at Nether Farm | 5 |
That authority to refuse such applications be delegated.
@ decision 12 | Wind turbine at Nether Farm | 6 | Mr Field proposed and Mrs Wood seconded that
the motion be put to the vote.
"""


def test_a_step_keeps_its_verb(tmp_path: Path) -> None:
    links = chain(tmp_path, "wind turbine at Nether Farm", january=VERBS)

    assert [one.kind for one in links] == ["refused", "noted", "agreed", "recommended_on", "agreed"]


MOTION = """
# minutes | Somewhere County Council | County Council | 2025-02-13 | draft
@ discussion 291 | Revenue budget
The Chairman called for amendments.
@ discussion 291 | Revenue budget
Mr Hood proposed, and Mr Lewis seconded the following amendment: “Allocate £75k to a study of home to school transport.”
@ discussion 291 | Revenue budget
The Chairman put the amendment to the vote. The amendment was lost by 16 votes to 41.
@ decision 291 | Revenue budget | 1 | RESOLVED:
That the budget be approved.
"""


def test_an_amendment_that_was_lost_is_told_as_lost(tmp_path: Path) -> None:
    links = chain(tmp_path, "home to school transport study", february=MOTION)

    assert [one.kind for one in links] == ["mentioned", "lost"]
    assert links[-1].citation.quote == "The amendment was lost by 16 votes to 41."


SAME_DAY = """
# minutes | Somewhere County Council | Cabinet | 2025-01-09 | confirmed
@ decision 83 | Bid for the harbour | 1 | RESOLVED:
That a bid be made.
"""
COUNTY = """
# minutes | Somewhere County Council | County Council | 2025-01-09 | confirmed
@ decision 285 | Bid for the harbour | 1 | RESOLVED:
That the bid be endorsed.
"""


def test_bodies_that_met_on_one_day_each_stand_under_their_name(tmp_path: Path) -> None:
    with make(tmp_path, {"cabinet.pdf": SAME_DAY, "county.pdf": COUNTY}) as library:
        found = thread(library, TermEncoder(), "bid for the harbour")
    console = Console(file=io.StringIO(), width=200)
    show_thread(found, console)
    printed = console.file.getvalue() if isinstance(console.file, io.StringIO) else ""

    assert "9 January 2025, Cabinet\n" in printed
    assert "9 January 2025, Somewhere County Council\n" in printed


def test_a_stem_is_in_the_printed_chain_and_in_json(tmp_path: Path) -> None:
    with make(tmp_path, {"june.pdf": JUNE}) as library:
        found = thread(library, TermEncoder(), "land by Shepherd Hall")
    console = Console(file=io.StringIO(), width=200)
    show_thread(found, console)
    stem = "RESOLVED: That the following items should be brought forward:"

    assert thread_to_json(found, "")["links"][0]["stem"] == stem
    assert isinstance(console.file, io.StringIO)
    assert f"Asked to come back: {stem} “Land by Shepherd Hall” [1]" in console.file.getvalue()


def test_what_was_only_on_a_list_for_the_next_agenda_is_told_where_nothing_else_answers(tmp_path: Path) -> None:
    with make(tmp_path, {"june.pdf": JUNE}) as library:
        answer = ask(library, TermEncoder(), "what became of the land by Shepherd Hall")
    assert [one.quote for one in answer.citations] == ["Land by Shepherd Hall"]


FOOD = """
# minutes | Somewhere Council | Cabinet | 2024-06-18 | confirmed
@ decision 9 | HOLIDAY FOOD PROGRAMME 2023/24 | 1 | AGREED:
That officers consider a new holiday site at Hexby beach for the summer.
"""
TRIAL = """
# minutes | Somewhere Council | Cabinet | 2025-06-17 | draft
@ decision 44 | HOLIDAY FOOD PROGRAMME 2024/25 | 1 | AGREED:
That the trial at Hexby be supported.
@ decision 45 | COAST | 1 | AGREED:
That the wall at Hexby be repaired.
"""


def test_an_item_goes_on_under_its_heading_of_the_next_year(tmp_path: Path) -> None:
    links = chain(tmp_path, "holiday site at Hexby", june=FOOD, later=TRIAL)

    assert [one.citation.minute for one in links] == ["9", "44"]


def test_what_a_report_says_of_itself_has_no_heading_before_it(tmp_path: Path) -> None:
    report = (
        "# report | Somewhere Council | Cabinet | 2025-01-09\n"
        "@ report 2 | Harbour wall\nThe report sets out the cost of £1,240 for the harbour wall.\n"
    )
    with make(tmp_path, {"report.pdf": report}) as library:
        answer = ask(library, TermEncoder(), "cost of the harbour wall")
    assert answer.answer == "The report sets out the cost of £1,240 for the harbour wall. [1]"
