"""Near misses are declined, though the papers hold every word of their topic; what stands next to them is answered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.library import Library
from search.answer import ask
from search.facts import weighed
from search.find import query_of
from search.following import BLANK
from search.named_places import names_missing
from search.retrieve import retrieve
from search.scene import scene_of

LONG = " ".join(f"{n}.50" for n in range(60))  # so that a table is cut in two

BUDGET = """
# minutes | Somewhere County Council | County Council | 2025-02-13 | confirmed
@ attendance | PRESENT
Mr Sweet (Chairman), Mr Hood, Mr Lewis and Ms Meade, with the UNISON Branch Secretary
@ discussion 291 | CAPITAL PROGRAMME AND REVENUE BUDGET
Mr Hood proposed, and Mr Lewis seconded the following amendment:
“Allocate £75k to a feasibility study of home to school transport.”
Following the debate, the Chairman put the amendment to the vote and the voting was as follows:
For (2) Mr Hood, Mr Lewis
Against (1) Ms Meade
Mr Sweet proposed, and Ms Meade seconded the following amendment:
“Fund cameras at the hot spots of fly tipping.”
@ decision 291 | CAPITAL PROGRAMME AND REVENUE BUDGET | 1 | RESOLVED:
that the precept for 2025/26 be set.
@ discussion 292 | LADO ANNUAL REPORT
93% of respondents were positive about the service, and a judicial review of transport could come.
"""
REPORT = f"""
# report | Somewhere County Council | County Council | 2025-02-13
@ report 1.1 | School transport
Spending on school transport for Post-16 students came with strict terms in 2014.
@ report 1.2 | Millgate School
Ms Moore chairs the advisory board at Millgate School.
@ report 1.3 | Placements
A place in residential care costs £4,627 a week, and 12 homes were opened in March 2024.
@ report 1.4 | Homes for children
Hillview is being built and will open in the autumn. It has a garden, and a room for visitors on each floor.
A place in a home of another authority costs £5,200 a week.
@ table 1.6 | Children looked after
2020-21 2021-22 2022-23 2023-24 Children at the end 81 74 69 70
@ report 1.7 | Placements of children
The overspend at the end of 2023/24 was £9m.
@ report 1.8 | Beds
The average cost of a specialist residential bed has risen again.
A carer's own spare room is £340 each week.
@ table 1.9 | Council tax by band
Band Share of band D 2025-26 {LONG}
A 6/9 1,127.46
@ table 1.9 | Council tax by band
D 9/9 1,691.19
E 11/9 2,067.01 {LONG}
@ report 1.92 | Equality
The report does not explore who is likelier to enter care in Tollbury.
@ report 1.93 | Equality
Signed: Ann Oak, Equality Officer for Tollbury who enters care Dated: 27 March 2025
@ report 1.5 | Local roads
The plan to mend the local roads costs £9m, with money for transport of stone.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("near")
    with make(folder, {"budget.pdf": BUDGET, "report.pdf": REPORT}) as made:
        yield made


NEAR_MISSES = [
    "how many LADO referrals were there",  # only a share of respondents is told
    "how much is spent on school transport",  # spoken of, and no amount told
    "when was the judicial review of transport heard",  # it could come: no day
    "who is the headteacher of Millgate School",  # the chair of its board is no headteacher
    "what did the Housing Committee decide on the feasibility study",  # nothing is held of that body
    "what did cabinet agree on the precept",  # nor of a cabinet
    "who was appointed to build Hillview in the autumn",  # no name is told
    "how many LADO referrals did they have?",  # asked, if only by its mark
    "who abstained on the feasibility study",  # nobody is recorded as abstaining
    "how much does it cost to build Hillview",  # its words stand there, the figure is of something else
    "how much did the Local Transport Plan cost",  # its words stand there apart
    "how many members were present when the precept was set",  # the list names them and gives no number
    "what did the feasibility study of home to school transport find",  # one was to be made
    "which company won the contract for cameras at fly tipping hot spots",  # nobody is told of
    "what was the overspend in 2021/22",  # a table has the year, of something else
    "how many councillors backed cameras at fly tipping hot spots",  # nobody voted on that
    "what did the UNISON branch secretary say",  # she was there
    "how many homes were opened in each ward",  # one number for all
    "what is the average cost of a specialist residential bed",  # the amount on the next line is of something else
    "what was agreed on the precept for 2026/27",  # another financial year, though met beside it
]


@pytest.mark.parametrize("question", NEAR_MISSES)
def test_a_near_miss_is_declined(library: Library, question: str) -> None:
    assert ask(library, TermEncoder(), question).outcome == "not_found"


def test_a_question_in_words_that_no_paper_has_is_declined_however_a_passage_comes_near(library: Library) -> None:
    answer = ask(library, TermEncoder(), "what is the price of marmalade toasties in the school canteen")
    assert (answer.outcome, "marmalade" in answer.answer) == ("not_found", True)


def test_a_decline_names_the_body_that_is_not_held(library: Library) -> None:
    answer = ask(library, TermEncoder(), "what did the Housing Committee decide on the feasibility study")
    assert "No minutes of a body called “Housing Committee” are here." in answer.answer


ANSWERED = [
    ("who voted against the feasibility study", "Against (1) Ms Meade"),  # the list stands behind the motion's vote
    ("how much does a place in residential care cost", "£4,627"),
    ("how many homes were opened", "12 homes"),
    ("when were the homes opened", "March 2024"),
    (
        "what does the equality officer say of who enters care in Tollbury",
        "likelier to enter care",
    ),  # not the signature
    ("what is the council tax of band D in 2025-26", "D 9/9 1,691.19"),  # its row, though the first part names it
    ("who is the equality officer for Tollbury", "Ann Oak"),
    ("who chaired the County Council on 13 February 2025", "Mr Sweet (Chairman)"),
    ("what was agreed on the precept for 2025/26", "that the precept for 2025/26 be set."),
]


@pytest.mark.parametrize(("question", "words"), ANSWERED)
def test_what_is_told_is_quoted(library: Library, question: str, words: str) -> None:
    answer = ask(library, TermEncoder(), question)
    assert answer.outcome == "answered"
    assert words in " ".join(citation.quote for citation in answer.citations)


@pytest.mark.parametrize(
    ("words", "blank"),
    [
        ("This page is intentionally left blank", True),  # as packs print it
        ("[Page left blank]", True),
        ("The page on parking was left blank by the contractor.", False),
    ],
)
def test_a_page_that_says_it_is_blank_answers_nothing(words: str, blank: bool) -> None:
    assert bool(BLANK.fullmatch(words)) is blank


PLAYGROUND = """
# minutes | Somewhere Parish Council | Parish Council | 2025-02-13 | confirmed
@ discussion 3 | PLAYGROUND
The hire of the hall at West Quillow was paid, and the swings were mended.
@ discussion 4 | TREES
The oak at West Quillow was felled.
"""


def test_a_place_alone_is_no_evidence_of_what_is_asked_about_it(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": PLAYGROUND}) as made:
        scene = scene_of(made, TermEncoder())
        for question, minutes in (("speed limit West Quillow", []), ("oak West Quillow", ["4"])):
            found = retrieve(made, TermEncoder(), query_of(made, TermEncoder(), question), scene)
            assert len(found.candidates) == 2
            assert [one.candidate.passage.minute for one in weighed(made, found)] == minutes


CASTLEBY = """
# minutes | Somewhere County Council | Cabinet | 2025-02-13 | confirmed
@ discussion 3 | PARKING CHARGES
It was reported that parking in the market place at Castleby costs £1.20 an hour.
@ discussion 4 | RISKS
The score of risk CR081, the mobilising system, was raised to 20 of 25.
"""
THORNLEY = """
# minutes | Somewhere County Council | Highways Committee | 2025-02-14 | confirmed
@ discussion 3 | SHELTERS
The bus shelter at Thornley was painted green, as the verger had asked.
"""


@pytest.fixture(scope="module")
def two_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with make(tmp_path_factory.mktemp("places"), {"castleby.pdf": CASTLEBY, "thornley.pdf": THORNLEY}) as made:
        yield made


def test_a_name_that_stands_in_none_of_the_papers_quoted_is_missing_from_an_answer(two_places: Library) -> None:
    question = "What does parking in the market place at Thornley cost an hour in February?"
    encoder = TermEncoder()
    found = retrieve(two_places, encoder, query_of(two_places, encoder, question), scene_of(two_places, encoder))
    by_paper = {two_places.name(one.passage.paper): one.passage for one in found.candidates}
    assert names_missing(two_places, found, [by_paper["castleby.pdf"]]) == ("Thornley",)
    assert names_missing(two_places, found, list(by_paper.values())) == ()


@pytest.mark.parametrize(
    ("question", "outcome", "words"),
    [
        ("what is the score of risk CR081", "answered", "raised to 20 of 25"),
        ("what is the score of risk CR099", "not_found", "No paper held has the word “CR099”"),
    ],
)
def test_a_number_with_letters_that_no_paper_has_is_of_nothing_held(
    two_places: Library, question: str, outcome: str, words: str
) -> None:
    answer = ask(two_places, TermEncoder(), question)
    assert (answer.outcome, words in answer.answer) == (outcome, True)


def test_a_verb_of_every_day_is_nothing_that_the_papers_lack(tmp_path: Path) -> None:
    head = "# minutes | Somewhere Council | Cabinet | 2025-01-14 | draft"
    with make(tmp_path, {"one.pdf": f"{head}\n@ discussion 3 | Moorings\nThe berths were let.\n"}) as made:
        assert ask(made, TermEncoder(), "who won the raffle").answer.endswith("No paper held has the word “raffle”.")
        assert "No paper held" not in ask(made, TermEncoder(), "who won the berths").answer
