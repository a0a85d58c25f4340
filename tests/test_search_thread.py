"""An item's chain tells what was asked back, whether it came, what a call-in did and what was corrected."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_library import TermEncoder, make

from corpus.phrases_kept import DUE
from index.ingest import ingest
from index.library import Library, open_library
from search.coming_back import asks_back
from search.compose import compose
from search.due import due_day, due_of
from search.question import read_question
from search.scene import scene_of
from search.thread import Thread, asks_whether_back, thread, whether_back

SAMPLES = (  # every sample paper that prints minutes, and one pack whose minutes are held in no paper that has text
    "cabinet-2025-02-12-pack.pdf",
    "cabinet-2025-02-12-printed-minutes.pdf",
    "cabinet-2025-11-12-pack.pdf",
    "cabinet-2025-11-12-printed-minutes.pdf",
    "families-2024-06-18-printed-minutes.pdf",
    "families-2024-10-15-pack.pdf",
    "families-2025-03-04-pack.pdf",
    "families-2025-03-04-printed-minutes.pdf",
    "families-2025-10-14-pack.pdf",
    "families-2025-10-14-printed-minutes.pdf",
    "planning-2024-09-12-minutes.pdf",
    "planning-2025-09-11-pack.pdf",
)

ASKED = [
    # a day to come by
    ("That costed options for a bus pass be reported to the Commission by December 2024.", True, "by December 2024"),
    ("That a further report be brought to the Commission in October 2024.", True, "in October 2024"),
    ("That an update be provided in six months.", True, "in six months"),
    ("That the next due report be presented at Scrutiny.", True, None),
    ("That the item be deferred to the meeting on 12 November 2025.", True, "on 12 November 2025"),
    ("That the review be placed in the work programme for spring 2026.", True, "for spring 2026"),
    ("That officers report back to the next meeting.", True, "to the next meeting"),
    ("the Clerk to bring a report to the next meeting", True, "to the next meeting"),
    ("That a decision be put off to the November meeting.", True, "to the November meeting"),
    ("That the application be held over.", True, None),
    ("That item 5 be carried forward to the next meeting.", True, "to the next meeting"),
    ("That an update be brought back within two months.", True, "within two months"),
    ("That it be reported back by Friday 4 April, 2025.", True, "by Friday 4 April, 2025"),
    ("That a review of fly-tipping be brought to Cabinet in January 2025.", True, "in January 2025"),
    ("That the Board report the number waiting longer than a year to each meeting.", True, None),
    ("To bring to the next meeting of the Council a proposal to raise the charge.", True, "to the next meeting"),
    ("the following items should be brought forward to the next agenda: the pond", True, "to the next agenda"),
    ("That the Council will postpone a decision on this matter until the grant is known", True, None),
    ("agreed to continue consideration of the report to the meeting on 12 December 2024", True, "on 12 December 2024"),
    ("That the report be noted and a further report made in February 2025.", True, "in February 2025"),
    ("That a report on the first contacts be tabled in January 2020.", True, "in January 2020"),
    ("That a policy be put to the first meeting in 2025, and be brought back.", True, "to the first meeting in 2025"),
    # nothing is to come
    ("That the balance of £4,000 be carried forward to 2025/26.", False, None),
    ("That the report be noted.", False, None),
    ("That no report be submitted in future on figures more than two months old.", False, None),
    ("That the charge of £42 be agreed from 1 April 2026.", False, None),
    ("That item 7 be taken next.", False, None),
    ("That there were no other items for the next agenda.", False, None),
    ("That the scheme be brought forward by a year.", False, None),
    ("That each school report its numbers.", False, None),
    ("That the Council continue to support the scheme until the lease ends.", False, None),
    ("That disappointment be expressed that no report on a bus pass has been received.", False, None),
]


@pytest.mark.parametrize(("words", "asks", "due"), ASKED)
def test_what_asks_for_something_to_come_back_is_told_with_its_day(words: str, asks: bool, due: str | None) -> None:
    assert asks_back(words) is asks
    if asks:
        assert due_of(words) == due


BY_WHEN = [
    ("by December 2024", date(2024, 12, 31)),
    ("to the November meeting", date(2024, 11, 30)),  # the next one
    ("in March", date(2025, 3, 31)),  # which is next year's
    ("on 12 November 2025", date(2025, 11, 12)),
    ("by 31 February 2025", date(2025, 2, 28)),  # a slip of the clerk's
    ("in six months", date(2024, 12, 21)),  # at the most
    ("for spring 2026", date(2026, 5, 31)),
    ("in winter 2025", date(2026, 2, 28)),
    ("in 2026", date(2026, 12, 31)),
    ("to the next meeting", None),
    ("by 0 April 2025", date(2025, 4, 1)),  # a misprint is no reason to fail
    ("within two months", date(2024, 8, 19)),
    ("by Friday 4 April, 2025", date(2025, 4, 4)),
]


@pytest.mark.parametrize(("due", "day"), BY_WHEN)
def test_by_when_something_is_due_is_a_day(due: str, day: date | None) -> None:
    assert due_day(due, date(2024, 6, 18)) == day


@given(st.from_regex(re.compile(DUE, re.IGNORECASE), fullmatch=True), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_no_due_time_that_a_paper_prints_can_fail(due: str, asked_on: date) -> None:
    day = due_day(due, asked_on)
    assert day is None or day.year < 2200


@pytest.fixture(scope="module")
def saltersmere(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Return a library of the sample papers that print minutes."""
    folder = tmp_path_factory.mktemp("thread") / "library"
    ingest([samples / name for name in SAMPLES], folder, TermEncoder())
    with open_library(folder) as library:
        yield library


def told(found: Thread) -> list[tuple[str, str | None, str, str]]:
    """Return of each link its day, its minute, what it tells and what came of it."""
    return [
        (str(one.citation.meeting_date), one.citation.minute, one.kind, one.came)
        for one in found.links
        if one.kind != "recommended"
    ]


FATES = [
    (  # it came back, to a meeting of which no minutes with text are held
        "EHCP timeliness",
        ("2024-06-18", "7", "asked_back", "seen in the papers for {families}, 15 October 2024"),
    ),
    (  # it never did
        "young carers bus pass",
        (
            "2024-06-18",
            "8",
            "asked_back",
            "not seen in the papers held, which cover 4 later meetings from 5 December 2024 to 14 October 2025",
        ),
    ),
    (  # a call-in sends it back to another body
        "family hubs",
        ("2024-12-05", "25", "asked_back", "seen at minute 20 of Cabinet, 12 February 2025"),
    ),
    ("Chandlers Yard", ("2024-09-12", "24/004", "deferred", "seen at minute 24/011 of {planning}, 23 January 2025")),
    ("garden waste charge", ("2025-07-09", "6", "deferred", "seen at minute 13 of Cabinet, 12 November 2025")),
    ("high needs deficit", ("2025-03-04", "32", "asked_back", "seen at minute 54 of {families}, 14 October 2025")),
]
NAMES = {
    "families": "Families and Learning Scrutiny Commission",
    "planning": "Seaward Area Planning Committee",
}


@pytest.mark.parametrize(("query", "fate"), FATES)
def test_what_was_asked_back_is_followed_to_where_it_came_or_did_not(
    saltersmere: Library, query: str, fate: tuple[str, str, str, str]
) -> None:
    day, minute, kind, came = fate

    assert (day, minute, kind, came.format(**NAMES)) in told(thread(saltersmere, TermEncoder(), query))


def test_the_bus_pass_is_spoken_of_at_every_meeting_and_never_comes(saltersmere: Library) -> None:
    found = thread(saltersmere, TermEncoder(), "young carers bus pass")

    assert [(one.citation.minute, one.kind) for one in found.links] == [
        ("8", "asked_back"),
        ("10", "mentioned"),
        ("35", "mentioned"),
        ("45", "agreed"),
        ("56", "agreed"),
    ]
    assert found.links[0].due == "by December 2024"
    assert found.links[0].seen is None


def test_a_decision_called_in_is_followed_to_its_outcome(saltersmere: Library) -> None:
    links = thread(saltersmere, TermEncoder(), "call-in of the family hubs").links

    order = [(one.citation.body or "", one.citation.minute, one.kind) for one in links]
    cabinet, families = "Cabinet", NAMES["families"]
    kept = [one for one in order if one[2] in ("agreed", "called_in", "reconsidered")]
    assert list(dict.fromkeys(kept)) == [
        (cabinet, "13", "agreed"),
        (families, "25", "called_in"),
        (cabinet, "20", "reconsidered"),
    ]


def test_a_later_correction_stands_in_the_chain_of_what_it_corrects(saltersmere: Library) -> None:
    links = thread(saltersmere, TermEncoder(), "high needs deficit").links

    (corrected,) = [one for one in links if one.kind == "corrected"]
    assert corrected.citation.minute == "39"
    assert 'by the replacement of "November 2025" with "October 2025"' in corrected.citation.quote
    (asked,) = [one for one in links if one.kind == "asked_back" and one.citation.minute == "32"]
    assert asked.citation.standing == "corrected"


@pytest.mark.parametrize("query", [query for query, _ in FATES])
def test_every_link_stands_on_its_page_and_the_days_run_on(saltersmere: Library, query: str) -> None:
    found = thread(saltersmere, TermEncoder(), query)

    citations = [one for link in found.links for one in (link.citation, link.seen) if one]
    assert [one.n for one in citations] == list(range(1, len(citations) + 1))
    for one in citations:
        page = saltersmere.page(one.sha256, one.pdf_page).text
        assert " ".join(one.quote.split())[:40] in " ".join(page.split())
    days = [link.citation.meeting_date or date.min for link in found.links]
    assert days == sorted(days)


def test_what_no_paper_tells_of_has_no_chain(saltersmere: Library) -> None:
    found = thread(saltersmere, TermEncoder(), "zeppelin moorings")

    assert found.links == ()
    assert found.coverage.startswith("Searched 12 papers")


MAY = """
# minutes | Somewhere Parish Council | Parish Council | 2025-05-06 | confirmed
@ discussion 12 | BUS SHELTER
The shelter leaks.
@ decision 12 | BUS SHELTER | 1 | RESOLVED
that the Clerk bring a report on the bus shelter to the next meeting.
"""
JUNE = """
# minutes | Somewhere Parish Council | Parish Council | 2025-06-03 | draft
@ discussion 7 | PLAYGROUND
The swings were painted.
"""
JULY = """
# minutes | Somewhere Parish Council | Parish Council | 2025-07-01 | draft
@ discussion 9 | BUS SHELTER
The Clerk presented her report on the bus shelter.
"""


@pytest.mark.parametrize(
    ("papers", "came"),
    [
        ({"may.pdf": MAY}, "not seen: no minutes of a later meeting of that body are held"),
        ({"may.pdf": MAY, "june.pdf": JUNE}, "not seen in the minutes held of the later meeting, 3 June 2025"),
        (  # it was to come to the next meeting
            {"may.pdf": MAY, "june.pdf": JUNE, "july.pdf": JULY},
            "not in the minutes of 3 June 2025, next spoken of at minute 9 of Somewhere Parish Council, 1 July 2025",
        ),
        ({"may.pdf": MAY, "july.pdf": JULY}, "seen at minute 9 of Somewhere Parish Council, 1 July 2025"),
    ],
)
def test_what_was_looked_through_in_vain_is_named(tmp_path: Path, papers: dict[str, str], came: str) -> None:
    with make(tmp_path, papers) as library:
        links = thread(library, TermEncoder(), "bus shelter").links

    assert next((one.kind, one.came) for one in links) == ("asked_back", came)


def test_a_minute_that_is_named_is_followed_by_its_heading(tmp_path: Path) -> None:
    with make(tmp_path, {"may.pdf": MAY, "june.pdf": JUNE, "july.pdf": JULY}) as library:
        links = thread(library, TermEncoder(), "minute 12 of 6 May 2025").links

    assert [one.citation.minute for one in links] == ["12", "9"]


QUESTIONS = [
    ("did the EHCP figures come back in October as asked", True),
    ("has the bus pass report been brought back?", True),
    ("what was agreed on the bus pass", False),
    ("who moved that the decision be referred back", False),
]


@pytest.mark.parametrize(("question", "asks"), QUESTIONS)
def test_a_question_whether_something_came_back_is_known(question: str, asks: bool) -> None:
    assert asks_whether_back(question) is asks


def test_whether_it_came_back_is_answered_from_the_request_and_what_followed(saltersmere: Library) -> None:
    scene = scene_of(saltersmere)
    query = read_question("did the young carers bus pass report come back by Christmas", scene.held)

    composed = compose(saltersmere, whether_back(saltersmere, TermEncoder(), scene, query))

    assert composed.text.startswith("It was asked to come back, by December 2024: not seen in the papers held")
    assert [(one.minute, one.resolution) for one in composed.citations] == [("8", 2), ("56", 2)]


@pytest.mark.parametrize("query", ["", "???", "-"])
def test_a_question_of_nothing_has_no_chain(saltersmere: Library, query: str) -> None:
    assert thread(saltersmere, TermEncoder(), query).links == ()


FURTHER = """
# minutes | Somewhere Council | Cabinet | 2024-10-15 | confirmed
@ decision 53 | Placement and procurement policy (Key Decision KD 1187) | 1 | RESOLVED:
That a progress report be brought back to the Cabinet in November.
"""
CAME = """
# minutes | Somewhere Council | Cabinet | 2024-11-19 | draft
@ discussion 68 | Temporary accommodation
Further to Minute 53, leases had been signed on 41 units.
"""


def test_what_came_back_under_another_heading_is_known_by_the_minute_that_it_names(tmp_path: Path) -> None:
    with make(tmp_path, {"october.pdf": FURTHER, "november.pdf": CAME}) as made:
        links = thread(made, TermEncoder(), "placement and procurement policy").links
    assert [(one.citation.minute, one.came) for one in links] == [
        ("53", "seen at minute 68 of Cabinet, 19 November 2024"),
        ("68", ""),
    ]


def test_a_member_who_came_back_into_the_room_asks_for_nothing_back() -> None:
    assert not asks_back("Cllr Hockaday came back into the meeting.")
    assert asks_back("That the report come back to the Cabinet.")
