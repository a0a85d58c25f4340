"""Answers are the record's own words, of the right kind, cited; or a plain decline that says what was searched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from index.types import EVERYTHING
from search.answer import ask
from search.compose import Quoted, Section, compose
from search.find import search
from search.types import Answer, Copy

FEBRUARY = """
# minutes | Somewhere City Council | Education Scrutiny Commission | 2025-02-25 | draft
@ attendance | PRESENT
Councillor Batool – Chair
Councillor March
@ declaration 123 | DECLARATIONS OF INTEREST
Councillor Moore declared that she was Chair of the Advisory Board at Millgate School.
@ discussion 128 | HOME TO SCHOOL TRANSPORT
The Director explained that the decision on fares was still pending.
@ decision 128 | HOME TO SCHOOL TRANSPORT | 1 | AGREED:
That the report be noted.
@ decision 128 | HOME TO SCHOOL TRANSPORT | 2 | AGREED:
That data be provided on Travel Plans.
@ discussion 129 | LADO ANNUAL REPORT 2023-24
Substantiated outcomes were at 25% within this period.
@ decision 129 | LADO ANNUAL REPORT 2023-24 | 1 | AGREED:
That report be noted.
=====
@ decision 129 | LADO ANNUAL REPORT 2023-24 | 2 | AGREED:
That the next due report be presented at Scrutiny.
@! discussion 130 | LAND AT HOLLOWAY LANE
The press and public were excluded while the land at Holloway Lane was considered.
"""

YEAR_BEFORE = """
# minutes | Somewhere City Council | Education Scrutiny Commission | 2024-02-27 | confirmed
@ discussion 88 | LADO ANNUAL REPORT 2022-23
Members asked about training.
@ decision 88 | LADO ANNUAL REPORT 2022-23 | 1 | RESOLVED
that the report be received.
"""

REPORT = """
# report | Somewhere City Council | Education Scrutiny Commission | 2025-04-08
~ LADO | Local Authority Designated Officer
~ HNB | High Needs Block
@ report 1.1 | Summary
At the end of 2023/24 the city had a deficit of £9.648m in the High Needs Block.
@ report 1.2 | Summary
The in-year deficit in 2025/26 is forecast to be £23.715m because placements cost more.
@ recommendation 2.1 | Recommendations
That the Commission endorse the placement sufficiency strategy for care leavers.
@ report 3.1 | Equality
Under the Equality Act 2010 authorities must have due regard to protected characteristics.
"""

PARISH = """
# minutes | Elsewhere Parish Council | Parish Council | 2025-03-04 | draft
@ decision 8 | Insurance of the Mower | 1 | RESOLVED:
That the renewal quote of £184.10 is accepted.
@ discussion 9 | Footpaths
The stile on Mill Lane was reported broken.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    papers = {"february.pdf": FEBRUARY, "before.pdf": YEAR_BEFORE, "report.pdf": REPORT, "parish.pdf": PARISH}
    with make(tmp_path_factory.mktemp("made"), papers) as made:
        yield made


def ask_made(library: Library, question: str) -> Answer:
    return ask(library, TermEncoder(), question)


def test_what_was_agreed_is_told_in_full_newest_meeting_first(library: Library) -> None:
    answer = ask_made(library, "what was agreed on LADO")
    assert answer.outcome == "answered"
    assert answer.answer == (
        "Minute 129, LADO ANNUAL REPORT 2023-24, Education Scrutiny Commission, 25 February 2025 (draft):\n"
        "AGREED:\nThat report be noted. [1]\nThat the next due report be presented at Scrutiny. [2]\n\n"
        "Minute 88, LADO ANNUAL REPORT 2022-23, Education Scrutiny Commission, 27 February 2024 (confirmed):\n"
        "RESOLVED that the report be received. [3]"
    )
    assert [citation.label for citation in answer.citations] == [
        "Minute 129, resolution 1, Education Scrutiny Commission, 25 February 2025 (draft), page 1",
        "Minute 129, resolution 2, Education Scrutiny Commission, 25 February 2025 (draft), page 2",
        "Minute 88, resolution 1, Education Scrutiny Commission, 27 February 2024 (confirmed), page 1",
    ]


ANSWERED = [
    # by the long form of what the heading shortens, learnt from another paper
    ("what was agreed about the Local Authority Designated Officer in 2024", ["that the report be received."]),
    # by words of one resolution under a heading on something wider
    ("what was agreed about travel plans", ["That data be provided on Travel Plans."]),
    # within a council
    ("what was resolved on the mower insurance in Elsewhere", ["That the renewal quote of £184.10 is accepted."]),
    # an exact place
    ("what was agreed under minute 128", ["That the report be noted.", "That data be provided on Travel Plans."]),
    ("para 2.1", ["That the Commission endorse the placement sufficiency strategy for care leavers."]),
    # a person, a figure, a recommendation
    (
        "who declared an interest about Millgate School",
        ["Councillor Moore declared that she was Chair of the Advisory Board at Millgate School."],
    ),
    (
        "how big was the HNB deficit at the end of 2023/24",
        ["At the end of 2023/24 the city had a deficit of £9.648m in the High Needs Block."],
    ),
    (
        "what was recommended about placement sufficiency",
        ["That the Commission endorse the placement sufficiency strategy for care leavers."],
    ),
    # a slip of the keyboard
    ("what was agreed about the mower insurence", ["That the renewal quote of £184.10 is accepted."]),
]


@pytest.mark.parametrize(("question", "quotes"), ANSWERED)
def test_an_answer_quotes_what_answers_and_nothing_else(library: Library, question: str, quotes: list[str]) -> None:
    answer = ask_made(library, question)
    assert (answer.outcome, [citation.quote for citation in answer.citations]) == ("answered", quotes)


DECLINED = [
    ("what was agreed on bin collections", "not_found"),  # nothing of the kind is held
    ("what was agreed about placement sufficiency", "not_decided"),  # only recommended
    ("what was agreed about the stile on Mill Lane", "not_decided"),  # only spoken of
    ("what was agreed about LADO in 2023", "not_found"),  # the right topic, the wrong year
    ("what was agreed about the mower at the Education Scrutiny Commission", "not_found"),  # the wrong body
    ("what was agreed about the land at Holloway Lane", "private"),  # taken in private, no decision printed
    ("how much was the land at Holloway Lane sold for", "private"),  # nor a figure
    ("how did Councillor March vote", "not_found"),  # there, but no vote is recorded
    ("who declared an interest about Ellesmere College", "not_found"),  # a name that is not in the papers
    ("what is the population of Somewhere", "not_found"),  # the council's name alone proves nothing
    ("", "not_found"),
    ("?", "not_found"),
]


@pytest.mark.parametrize(("question", "outcome"), DECLINED)
def test_what_the_papers_do_not_answer_is_declined_for_its_own_reason(
    library: Library, question: str, outcome: str
) -> None:
    assert ask_made(library, question).outcome == outcome


def test_a_recommendation_is_shown_as_one_and_never_as_a_decision(library: Library) -> None:
    answer = ask_made(library, "what was decided about the placement sufficiency strategy")
    assert answer.answer.startswith("The minutes held record no decision on this. It was recommended:\n\n")
    assert [citation.kind for citation in answer.citations] == ["recommendation"]


def test_who_was_present_alone_is_answered_from_the_newest_meeting_with_its_name(library: Library) -> None:
    answer = ask_made(library, "who was present")
    assert answer.answer.startswith(
        "Education Scrutiny Commission of Somewhere City Council, 25 February 2025 (draft):"
    )
    assert answer.citations[0].quote.startswith("Councillor Batool")


def test_a_decline_says_what_was_searched(library: Library) -> None:
    answer = ask_made(library, "what was agreed on bin collections in Somewhere since 2024")
    assert answer.answer == ("Nothing in these papers answers this. No paper held has the words “bin”, “collections”.")
    assert answer.citations == ()
    assert answer.coverage == (
        "Searched 4 papers (5 pages): Education Scrutiny Commission of Somewhere City Council, 27 February 2024 to "
        "8 April 2025. Only meetings held since 1 January 2024. No minutes are held of Education Scrutiny Commission "
        "of Somewhere City Council, 8 April 2025."
    )


def test_a_minute_printed_in_two_papers_is_one_hit_cited_from_its_own_minutes(tmp_path: Path) -> None:
    pack = "# pack | Somewhere City Council | Education Scrutiny Commission | 2025-04-08\n" + FEBRUARY
    with make(tmp_path, {"a pack.pdf": pack, "minutes.pdf": FEBRUARY}) as made:
        hits = search(made, TermEncoder(), "what was agreed on LADO", limit=2)
        names = {paper.sha256: paper.name for paper in made.papers()}
        assert [(hit.passage.resolution, names[hit.passage.paper], hit.copies) for hit in hits] == [
            (1, "minutes.pdf", (Copy("a pack.pdf", 1),)),
            (2, "minutes.pdf", (Copy("a pack.pdf", 2),)),
        ]


def test_the_order_of_ingestion_changes_no_hit(tmp_path: Path) -> None:
    papers = {"a.pdf": FEBRUARY, "b.pdf": YEAR_BEFORE, "c.pdf": REPORT}
    turned = {name: papers[name] for name in reversed(papers)}
    with make(tmp_path / "one", papers) as one, make(tmp_path / "other", turned) as other:
        for question in ("LADO", "deficit", "what was agreed on transport"):
            assert search(one, TermEncoder(), question) == search(other, TermEncoder(), question)


def test_words_that_are_found_twice_are_quoted_once(library: Library) -> None:
    passage = library.passages(library.select(EVERYTHING, 1))[0]
    section = Section("", (Quoted(passage, passage.text), Quoted(passage, passage.text)))
    composed = compose(library, [section, section])
    assert [one.quote for one in composed.citations] == [passage.text]


RINK = """
# report | Somewhere City Council | Cabinet | 2025-04-08
@ report 1.1 | Ice rink
The ice rink owes the town hall £40.
@ report 1.2 | Ice rink
The ice rink owes the town hall £40. It is to be paid in May.
"""


def test_what_stands_whole_in_other_words_of_the_answer_is_not_quoted_beside_them(tmp_path: Path) -> None:
    with make(tmp_path, {"report.pdf": RINK}) as made:
        answer = ask(made, TermEncoder(), "how much does the ice rink owe the town hall")
    assert [one.quote for one in answer.citations] == ["The ice rink owes the town hall £40. It is to be paid in May."]


def test_who_was_there_is_told_by_the_best_printing_of_the_meeting(tmp_path: Path) -> None:
    there = "Councillor Batool, Chair, Councillor Bonham, Vice-Chair"
    meeting = "Somewhere City Council | Education Scrutiny Commission | 2025-02-25 | draft"
    printed = f"# minutes | {meeting}\n@ attendance\n{there}\n"
    scanned = printed.replace("# minutes", "# pack").replace("Vice-Chair", "Vice-Chair KKKKK the chair and vice chair")
    with make(tmp_path, {"a-scan.pdf": scanned, "minutes.pdf": printed}) as library:
        answer = ask(library, TermEncoder(), "who was the chair and who was the vice chair on 25 February 2025")
    assert [(one.paper, one.quote) for one in answer.citations] == [("minutes.pdf", there)]
