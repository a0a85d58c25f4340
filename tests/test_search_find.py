"""What is meant by a question: its year, its minute, whose matter it is, and what was decided in other words."""

from datetime import date
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from search.answer import ask
from search.find import query_of, search
from search.retrieve import evidence_of, retrieve
from search.scene import scene_of

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
    assert "Meetings held from 1 December 2023 to 31 December 2023" in [
        one.words for one in lights.limits
    ]  # and so it is shown
    assert (roads.since, nothing.since) == (date(2024, 12, 1), date(2024, 12, 1))  # the last, unless another has more
    assert answer.citations[0].quote == "That the item be deferred."
    assert first.passage.minute == "4"


NUMBERED = """
# minutes | Somewhere Council | County Council | 2025-03-13 | draft
@ discussion 300 | REVIEW OF DECISION 24/00093
The decision had been called in.
@ decision 300 | REVIEW OF DECISION 24/00093 | 1 | RESOLVED:
That comments be made and the decision be not reconsidered.
=====
# report | Somewhere Council | County Council | 2025-03-13
@ report 1.1 | Decision 24/00093: lighthouse and harbour museum
The lighthouse and the harbour museum are to be closed under decision 24/00093.
@ report 1.2 | Decision 24/00093: lighthouse and harbour museum
The lighthouse and the harbour museum were reviewed under decision 24/00093.
@ recommendation 2.1 | Decision 24/00093: lighthouse and harbour museum | | Council is asked to:
Agree that the closing of the lighthouse and the harbour museum be carried out.
"""


def test_what_was_decided_under_the_number_on_the_papers_is_found(tmp_path: Path) -> None:
    with make(tmp_path, {"papers.pdf": NUMBERED}) as library:
        answer = ask(library, TermEncoder(), "what did full council decide on the lighthouse and the harbour museum")
    assert (answer.outcome, answer.citations[0].quote) == (
        "answered",
        "That comments be made and the decision be not reconsidered.",
    )


CONFIRMING = """
# minutes | Somewhere Council | Cabinet | 2025-02-12 | confirmed
@ discussion 1 | MINUTES OF THE MEETING HELD ON 9 JANUARY 2025
The minutes were considered.
@ decision 1 | MINUTES OF THE MEETING HELD ON 9 JANUARY 2025 | 1 | AGREED:
That the minutes of the meeting held on 9 January 2025 be confirmed with one correction: "Lisle" for "Lyle".
@ decision 2 | ACTIONS | 1 | AGREED:
That the action from minute 4 of 9 January 2025 be closed and confirmed.
=====
# minutes | Somewhere Council | Cabinet | 2025-03-12 | draft
@ discussion 1 | MINUTES OF THE MEETING HELD ON 12 FEBRUARY 2025
The minutes were considered.
@ decision 1 | MINUTES OF THE MEETING HELD ON 12 FEBRUARY 2025 | 1 | AGREED:
That the minutes of the meeting held on 12 February 2025 be confirmed and signed.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("were the minutes of 9 January 2025 confirmed", '"Lisle" for "Lyle"'),
        ("was the minute of 9 January 2025 on Lisle corrected", '"Lisle" for "Lyle"'),
        ("what correction was made to the minutes of the meeting on 9 January 2025", '"Lisle" for "Lyle"'),
        ("were the minutes of 12 February 2025 signed", "held on 12 February 2025"),
    ],
)
def test_the_minutes_of_a_day_are_asked_of_at_the_meeting_that_confirmed_them(
    question: str, told: str, tmp_path: Path
) -> None:
    first, second = CONFIRMING.split("=====")
    with make(tmp_path, {"february.pdf": first, "march.pdf": second}) as library:
        answer = ask(library, TermEncoder(), question)
        unknown = ask(library, TermEncoder(), "were the minutes of 3 May 2023 confirmed")
    assert told in answer.citations[0].quote
    assert not any("12 February" in one.quote for one in answer.citations) or "12 February" in question
    assert unknown.outcome == "not_found"


REFUSING = """
# minutes | Somewhere Council | Planning Committee | 2025-01-23 | confirmed
@ decision 1 | Application 24/0512/FUL: Chandlers Yard | 1 | RESOLVED:
That authority to refuse permission be delegated to the Head of Planning.
@ decision 2 | Application 24/0688/FUL: wind turbine | 1 | RESOLVED:
That permission be REFUSED because of the harm to the footpath.
=====
# minutes | Somewhere Council | Planning Committee | 2025-03-23 | confirmed
@ decision 3 | Application 25/0301/VAR: the quay | 1 | RESOLVED:
That the condition be varied.
"""


def test_what_was_refused_is_listed_first_where_no_topic_is_asked(tmp_path: Path) -> None:
    encoder, (january, march) = TermEncoder(), REFUSING.split("=====")
    with make(tmp_path, {"january.pdf": january, "march.pdf": march}) as library:
        question = "what did the planning committee refuse in 2025"
        hits = search(library, encoder, question)
        answer = ask(library, encoder, question)
    assert [hit.passage.minute for hit in hits] == ["2", "3", "1"]
    assert [one.minute for one in answer.citations] == ["2"]


BEACONS = """
# minutes | North-by-Sea Parish Council | Parish Council | 2025-01-07 | confirmed
@ discussion 5 | PLANTING
The Chair told of the plans of Ada Quillby of Larch Barn for new saplings behind Fellgate, where she had walked.
@ decision 5 | PLANTING | 1 | RESOLVED
That the Parish Council support these plans for saplings.
@ discussion 6 | FESTIVITIES
The switch-on of the Christmas tree lights is on the evening of Sunday 7 December.
@ decision 7 | FINANCE | 1 | RESOLVED
That, though it is dear to us, the charge of the bell ringers be 90 pounds.
"""

OWNED = [
    # the debate is on the matter, and the decision in words of its own
    ("did North-by-Sea back the plans for saplings behind Fellgate", "That the Parish Council support"),
    # whose the tree is makes no name of the two
    ("when is North-by-Sea's Christmas tree switch-on", "The switch-on of the Christmas tree lights"),
    # the minute is named: its words need not prove that it is meant
    ("minute 7 - what was agreed on the charge of bell ringers and steeplejacks", "That, though it is dear"),
]


@pytest.mark.parametrize(("question", "words"), OWNED)
def test_what_is_named_by_its_owner_its_minute_or_its_debate_is_found(
    tmp_path: Path, question: str, words: str
) -> None:
    with make(tmp_path, {"minutes.pdf": BEACONS}) as library:
        answer = ask(library, TermEncoder(), question)
    assert answer.outcome == "answered"
    assert words in " ".join(one.quote for one in answer.citations)


AIRPORT = """
# report | Somewhere Borough Council | Cabinet | 2025-02-25
~ SBC | Somewhere Borough Council
@ report 1.1 | Airport
The Council's position on Gatwick is that of its policy.
"""


def test_a_council_named_beside_something_need_not_stand_beside_it_in_its_own_papers(tmp_path: Path) -> None:
    with make(tmp_path, {"report.pdf": AIRPORT}) as made:
        scene = scene_of(made, TermEncoder())
        for question, need in (("SBC Gatwick policy", "SBC"), ("what is SBC's Gatwick policy", "SBC's")):
            found = retrieve(made, TermEncoder(), query_of(made, TermEncoder(), question), scene)
            assert [one.shown for one in found.needs] == [need, "Gatwick", "policy", "Gatwick policy"]
            assert evidence_of(found.candidates[0], found.needs).missing == ()
