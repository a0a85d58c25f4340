"""What the record keeps apart from its words: who was there, how motions ended, and when a meeting was closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from made_library import TermEncoder, make

from index.encoder import Encoder
from index.ingest import ingest
from index.library import Library, open_library
from search.answer import OTHERWISE, ask
from search.attendance import Asked, asked_of
from search.motions import asks_of_motion, carried, fates
from search.question import read_question
from search.scene import scene_of

SAMPLES = (
    "cabinet-2024-07-10-printed-minutes.pdf",
    "cabinet-2025-02-12-pack.pdf",  # with the minutes of November 2024, one of them taken in private
    "families-2024-06-18-printed-minutes.pdf",
    "families-2025-03-04-pack.pdf",  # with the minutes of the special meeting of December 2024
    "planning-2024-09-12-minutes.pdf",
    "planning-2025-09-11-pack.pdf",  # with the minutes of January 2025
)


@pytest.fixture(scope="module")
def saltersmere(samples: Path, tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Iterator[Library]:
    """Return a library of sample papers that print the minutes of six meetings."""
    folder = tmp_path_factory.mktemp("record") / "library"
    ingest([samples / name for name in SAMPLES], folder, encoder)
    with open_library(folder, encoder) as library:
        yield library


ANSWERED = [
    # the entry of an office, of the meeting asked for
    ("who chaired the planning committee in September 2024", ["Councillor Jessop-Vale (Chair)"]),
    ("who was the vice-chair of the planning committee in September 2024", ["Councillor Quarmby (Vice-Chair)"]),
    # a person, with the part that they played; "Councillor Dunmore" came to the later meeting
    ("was Councillor Ganderton present at Cabinet on 10 July 2024", ["Councillor Ganderton"]),
    ("was Callum Dray at the Cabinet meeting in November 2024", ["Callum Dray (Director of Finance)"]),
    ("did Councillor Dunmore send apologies", ["Councillor Dunmore"]),
    ("was callum dray at the november 2024 cabinet meeting", ["Callum Dray (Director of Finance)"]),  # as people type
    # the list, and no number made of it
    (
        "how many members were present at the planning committee in September 2024",
        [
            "Present Councillor Jessop-Vale (Chair) Councillor Eze-Thornhill Councillor Quarmby (Vice-Chair) "
            "Councillor Frostick Councillor Annable Councillor Lovelace Councillor Birdsall Councillor Whitcombe"
        ],
    ),
    # a motion that fell, and not the one that was carried after it
    (
        "did the motion to refuse permission at Chandlers Yard pass",
        [
            "The motion was lost by four votes to five.",
            "Councillor Lovelace moved, and Councillor Dunmore seconded, that permission be refused because of the "
            "loss of covered space for marine work.",
        ],
    ),
    # a vote by name: how it ended, and its figures without the names
    (
        "was the motion to follow the recommendation on Chandlers Yard carried",
        [
            "Motion carried.",
            "A recorded vote was asked for by three members, and the voting was as follows:",
            "For (5)",
            "Against (3)",
            "Abstain (1)",
            "Councillor Quarmby moved, and Councillor Whitcombe seconded, the recommendation in the report.",
        ],
    ),
    # no mover is named
    (
        "was the motion to refuse the chapel carried",
        ["The motion to refuse was carried by six votes to one, with one abstention."],
    ),
    # a closed meeting, and what was taken in it
    (
        "was the press excluded at the Cabinet meeting in November 2024",
        [
            "under section 100A of the Local Government Act 1972 the press and public be excluded from the meeting for "
            "the following business on the grounds that it involved the likely disclosure of exempt information as "
            "defined in paragraph 3 of Part 1 of Schedule 12A of the Act.",
            "the recommendations in the exempt report be agreed.",
        ],
    ),
]


@pytest.mark.parametrize(("question", "quotes"), ANSWERED)
def test_what_answers_is_quoted_and_not_what_stands_around_it(
    saltersmere: Library, encoder: Encoder, question: str, quotes: list[str]
) -> None:
    answer = ask(saltersmere, encoder, question)
    assert (answer.outcome, [citation.quote for citation in answer.citations]) == ("answered", quotes)


def test_the_part_that_somebody_played_is_told_above_the_entry(saltersmere: Library, encoder: Encoder) -> None:
    answer = ask(saltersmere, encoder, "was Councillor Ganderton present at Cabinet on 10 July 2024")
    assert answer.answer == (
        "Cabinet of Saltersmere Council, 10 July 2024 (confirmed), among the apologies:\nCouncillor Ganderton [1]"
    )


def test_no_number_of_those_present_is_made_up(saltersmere: Library, encoder: Encoder) -> None:
    answer = ask(saltersmere, encoder, "how many members were present at Cabinet in July 2024")
    assert answer.answer.startswith("The minutes name those present and give no number.\n\nCabinet of Saltersmere")


def test_a_meeting_that_was_never_closed_is_not_said_to_have_been(saltersmere: Library, encoder: Encoder) -> None:
    answer = ask(saltersmere, encoder, "was the public excluded from Cabinet in July 2024")
    assert answer.outcome == "not_found"
    assert "The minutes held record no exclusion of the press and public there." in answer.answer


def test_somebody_who_is_not_on_the_list_is_not_said_to_have_been_there(saltersmere: Library, encoder: Encoder) -> None:
    assert ask(saltersmere, encoder, "was Councillor Oddie at the Cabinet meeting in July 2024").outcome == "not_found"


TWO_MOTIONS = """
# minutes | Somewhere County Council | County Council | 2025-02-13 | draft
@ discussion 9 | Budget
Mr Oak proposed and Mr Ash seconded the following motion: “That the budget be agreed.”
Mrs Elm proposed and Mr Yew seconded the following amendment: “That the wardens be kept.”
The amendment was put to the vote and lost.
Mr Fir proposed and Mr Box seconded the following amendment: “That the library van be kept.”
The amendment was carried.
The substantive motion was carried.
"""
ENDED = [
    ("was the amendment on wardens carried", "The amendment was put to the vote and lost."),
    ("did the Green amendment on the library van pass", "The amendment was carried."),  # minutes name no group
    (
        "wardens amendment Somewhere result",
        "The amendment was put to the vote and lost.",
    ),  # nor the council whose it is
    ("which amendments to the budget were carried", "The amendment was carried."),  # and not the one that was lost
    ("which amendment to the budget did members reject", "The amendment was put to the vote and lost."),
    ("was the budget motion carried", "The substantive motion was carried."),  # and not its amendments
]


@pytest.mark.parametrize(("question", "ended"), ENDED)
def test_a_vote_is_on_what_was_moved_last(tmp_path: Path, question: str, ended: str) -> None:
    with make(tmp_path, {"minutes.pdf": TWO_MOTIONS}) as made:
        assert ask(made, TermEncoder(), question).citations[0].quote == ended


def test_an_amendment_that_is_not_held_is_not_answered_by_another(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": TWO_MOTIONS}) as made:
        assert ask(made, TermEncoder(), "was the amendment on street lights carried").outcome == "not_found"


def test_none_of_several_is_told_that_ended_otherwise(tmp_path: Path) -> None:
    lost = TWO_MOTIONS.replace("The amendment was carried.", "The amendment was lost.")
    with make(tmp_path, {"minutes.pdf": lost}) as made:
        scene = scene_of(made, TermEncoder())
        query = read_question("which amendments to the budget were carried", scene.held)
        assert fates(made, TermEncoder(), scene, query) == []
        assert ask(made, TermEncoder(), query).outcome == "not_found"


def test_what_was_withdrawn_was_not_lost(tmp_path: Path) -> None:
    withdrawn = TWO_MOTIONS.replace("The amendment was carried.", "The amendment was withdrawn.")
    with make(tmp_path, {"minutes.pdf": withdrawn}) as made:
        answer = ask(made, TermEncoder(), "which amendments to the budget were lost")
    assert [one.quote for one in answer.citations if "amendment was" in one.quote] == [
        "The amendment was put to the vote and lost."
    ]


QUOTED = """
# minutes | Somewhere Council | County Council | 2024-12-19 | confirmed
@ discussion 281 | MOTIONS
Jenni Hawkins proposed, and Mr Stepto seconded the motion that “County Council notes the Climate Bill.
Write to all elected members of the county to inform them that our motion has been passed.
Write to the organisers of the Climate Bill.”
Following the debate, the Chairman put the motion to the vote. The motion was lost by five votes to nine.
"""


def test_a_motion_is_not_ended_by_its_own_words(tmp_path: Path) -> None:
    with make(tmp_path, {"december.pdf": QUOTED}) as made:
        first = ask(made, TermEncoder(), "what happened to the climate bill motion").citations[0]
    assert first.quote == "The motion was lost by five votes to nine."


CARRIED = """
# minutes | Somewhere Council | County Council | 2025-02-13 | confirmed
@ discussion 300 | REVIEW OF DECISION 24/00093
Mr Booth proposed and Mrs Binks seconded the following motion:
That the Council comments on the lighthouses and does not require reconsideration.
Motion carried.
@ decision 300 | REVIEW OF DECISION 24/00093 | 1 | RESOLVED:
That the Council comments on the lighthouses and does not require reconsideration.
"""


def test_what_was_carried_is_found_by_its_motion_and_what_was_lost_resolves_nothing(tmp_path: Path) -> None:
    encoder = TermEncoder()
    with make(tmp_path, {"december.pdf": QUOTED, "february.pdf": CARRIED}) as made:
        scene = scene_of(made)
        asked = (read_question(f"what did they decide about the {what}") for what in ("lighthouses", "Climate Bill"))
        found = [carried(made, encoder, scene, query) for query in asked]
    assert [[(one.parts[0].minute, len(one.decisions)) for one in minutes] for minutes in found] == [[("300", 1)], []]


ASKS = [
    ("was the amendment carried", True),
    ("which amendments were lost", True),
    ("what happened to the motion on vapes", True),
    ("did the bid to keep the pond succeed", True),  # by another name
    ("climate bill vote in December 2024", True),  # in few words
    ("was Labour's alternative budget passed", True),  # what a group put
    ("how many members supported joining the scheme", True),  # by the votes
    ("who voted against the amendment", False),  # the names are asked for
    ("how did Councillor March vote on the motion", False),
    ("who moved the motion", False),
    ("was the budget agreed", False),
    ("what was agreed on the motion on vapes", False),  # the resolution is asked for
]


@pytest.mark.parametrize(("question", "asks"), ASKS)
def test_what_asks_how_a_motion_ended_is_known(question: str, asks: bool) -> None:
    assert asks_of_motion(read_question(question)) is asks


WHO = [
    ("who chaired Cabinet", Asked("chair")),
    ("who is the vice-chair of the planning committee", Asked("vice-chair")),
    ("was Mrs Prendergast present", Asked("named", ("Mrs Prendergast",))),
    ("how many councillors attended Cabinet", Asked("anybody")),
    ("who was present at Cabinet", None),  # all of the list
    ("who substituted for Councillor March", None),  # told in a sentence
    ("who chaired the working group on lighthouses", None),  # no list of a meeting tells it
]


@pytest.mark.parametrize(("question", "asked"), WHO)
def test_whose_entry_is_asked_for_is_known(saltersmere: Library, question: str, asked: Asked | None) -> None:
    scene = scene_of(saltersmere)
    assert asked_of(read_question(question, scene.held), scene) == asked


SIDES = [
    ("who abstained on Chandlers Yard in January 2025", "Abstain (1) Councillor Birdsall"),
    (
        "which members voted against the recommendation on Chandlers Yard",
        "Against (3) Councillor Dunmore, Councillor Eze-Thornhill, Councillor Lovelace",
    ),
    (
        "who voted for the recommendation on Chandlers Yard",
        "For (5) Councillor Annable, Councillor Frostick, Councillor Jessop-Vale, Councillor Quarmby, Councillor "
        "Whitcombe",
    ),
]


@pytest.mark.parametrize(("question", "side"), SIDES)
def test_who_voted_on_a_side_is_told_by_the_names_under_it(
    saltersmere: Library, encoder: Encoder, question: str, side: str
) -> None:
    answer = ask(saltersmere, encoder, question)
    assert " ".join(one.quote for one in answer.citations).startswith(f"{side} A recorded vote was asked for")


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("why did Councillor Annable vote against the recommendation on Chandlers Yard", "not_found"),  # for it
        ("why did Councillor Dunmore vote against the recommendation on Chandlers Yard", "answered"),
        ("how did Councillor Annable vote on the recommendation on Chandlers Yard", "answered"),
        ("did Councillor Annable vote against the recommendation on Chandlers Yard", "answered"),  # that list tells it
    ],
)
def test_somebody_who_voted_on_the_other_side_is_not_said_to_have_voted_so(
    saltersmere: Library, encoder: Encoder, question: str, outcome: str
) -> None:
    answer = ask(saltersmere, encoder, question)
    assert (answer.outcome, OTHERWISE in answer.answer) == (outcome, outcome == "not_found")


def test_a_vote_of_another_year_is_not_told(saltersmere: Library, encoder: Encoder) -> None:
    asked = "how many voted for the recommendation on Chandlers Yard in {}"
    assert ask(saltersmere, encoder, asked.format(2025)).outcome == "answered"
    assert ask(saltersmere, encoder, asked.format(2023)).outcome == "not_found"


QUESTIONS = """
# report | Somewhere County Council | County Council | 2025-03-13
@ report | Question by Ann Ash to Bob Birch, Cabinet Member for Roads
Question by Ann Ash to Bob Birch, Cabinet Member for Roads
@ report | Question by Ann Ash to Bob Birch, Cabinet Member for Roads
Will drivers be warned of the schools on their way by their maps?
@ report | Question by Ann Ash to Bob Birch, Cabinet Member for Roads – Answer
I have asked officers to raise it again.
@ report | Question by Cy Cedar to Bob Birch, Cabinet Member for Roads
Question by Cy Cedar to Bob Birch, Cabinet Member for Roads
Will the bridge be painted?
"""


def test_who_asked_a_question_is_told_by_the_line_over_it(tmp_path: Path) -> None:
    with make(tmp_path, {"questions.pdf": QUESTIONS}) as made:
        answer = ask(made, TermEncoder(), "which councillor asked whether drivers will be warned of the schools")
    assert [one.quote for one in answer.citations] == [
        "Question by Ann Ash to Bob Birch, Cabinet Member for Roads Will drivers be warned of the schools on their way "
        "by their maps?"
    ]


FATE_OF_A_STUDY = """
# minutes | Somewhere County Council | County Council | 2025-02-13 | draft
@ discussion 9 | Budget
Mrs Elm proposed and Mr Yew seconded the following amendment:
@ discussion 9 | Budget
That a study of the coaches which take pupils to school be paid for.
@ discussion 9 | Budget
The amendment was put to the vote and lost.
@ discussion 10 | Farms
Mr Fir proposed and Mr Box seconded the following motion: “That the farms be kept.”
The motion was carried.
"""


def test_what_was_moved_and_lost_is_not_said_to_be_undecided(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": FATE_OF_A_STUDY}) as made:
        answer = ask(made, TermEncoder(), "was the study of the coaches which take pupils to school agreed")
    assert (answer.outcome, answer.citations[0].quote) == ("answered", "The amendment was put to the vote and lost.")


def test_who_moved_something_is_told_without_how_it_ended(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": FATE_OF_A_STUDY}) as made:
        scene = scene_of(made)
        query = read_question("who proposed the study of the coaches which take pupils to school", scene.held)
        (section,) = fates(made, TermEncoder(), scene, query, moved=True)
    assert [one.quote for one in section.quoted] == [
        "Mrs Elm proposed and Mr Yew seconded the following amendment:",
        "That a study of the coaches which take pupils to school be paid for.",
    ]


def test_resolutions_stand_under_their_marks_as_printed(saltersmere: Library, encoder: Encoder) -> None:
    answer = ask(saltersmere, encoder, "what was agreed on School Streets phase 2 in July 2024").answer
    assert [line[:4] for line in answer.split("\n") if line.startswith("(")] == ["(a) ", "(b) ", "(c) ", "(d) "]


POINTS_FOR_CARS = """
# minutes | Somewhere County Council | County Council | 2025-02-13 | confirmed
@ discussion 30 | CAPITAL PROGRAMME
Mr Hood proposed and Mr Lehmann seconded that £2m for charging points be taken from the repair of the old offices.
@ discussion 30 | CAPITAL PROGRAMME
The Chairman put the amendment to the vote and the voting was as follows: For (9) Against (41) Abstain (8).
"""


def test_whether_something_got_through_is_told_with_the_vote_on_it(tmp_path: Path) -> None:
    with make(tmp_path, {"minutes.pdf": POINTS_FOR_CARS}) as made:
        answer = ask(made, TermEncoder(), "did the money for charging points from the old offices get through")
    (quote,) = (one.quote for one in answer.citations)
    assert quote.startswith("Mr Hood proposed and Mr Lehmann seconded that £2m for charging points")
    assert quote.endswith("and the voting was as follows: For (9) Against (41) Abstain (8).")
