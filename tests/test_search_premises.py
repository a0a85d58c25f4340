"""A question that takes something for granted is answered only from what bears it out."""

import pytest

from search.bodies import Held
from search.premises import asks, granted, premises_of
from search.question import read_question

HELD = (Held("Kent County Council", "Cabinet", ()),)
ASKED = [  # a question, what bears it out, what does not
    ("how did Councillor March vote on fares", "Councillor March voted against fares.", "Members voted on fares."),
    ("how did Councillor March vote on fares", "For: Cllr March. Against: none.", "Councillor March spoke on fares."),
    ("why did Cabinet refuse the sea wall", "permission be REFUSED", "the sea wall be approved"),
    ("why did Cabinet reject the plan", "The plan was dismissed.", "The plan was adopted."),
    ("who seconded the motion", "Proposed by Mr A, seconded by Mr B.", "The motion was carried."),
    ("who seconded the motion on the airport", "seconder: Mr B", "That a second runway be opposed."),
    ("who proposed the pond", "Mr A moved that the pond be kept.", "The motion on the pond was carried."),
    (
        "who proposed the policy",
        "Mr Kite MBE, also proposed it.",
        "PROPOSED POLICIES, and the Policy Proposed Decision",
    ),
    ("why did the council reject the plan", "The plan was rejected.", "The plan was adopted."),
    ("why was it refused", "Permission should not be granted.", "Permission was granted."),
    ("what interest did Mr Gough declare", "Mr Gough declared an interest.", "Mr Gough spoke of devolution."),
    ("who was the only abstention", "Abstain (1) Ms C", "For (9)"),
    ("how many abstained on the pond", "Abstain (11)", "For (52) Against (0)"),
    ("what was the vote on the pond", "For (9) Against (2)", "The charge is £15 for a boat."),
    ("who voted against the pond", "Against (1) Mr A", "The target was against the trend."),
    ("was taking over the phone box rejected", "It was resolved not to adopt it.", "It was resolved to adopt it."),
    ("who is head of the virtual school", "Ms D, Head of the Virtual School", "Head teachers met the virtual school."),
    ("who is the director of finance", "Finance Director: Mr E", "The director of a firm spoke of its finance team."),
    (
        "who is the cabinet member for roads",
        "Mr E, Cabinet Member for Buses and Roads, spoke.",
        "Mr F served as Cabinet Member for Roads until 2018.",
    ),
    (
        "who was the portfolio holder for roads",
        "Mr F served as Portfolio Holder for Roads until 2018.",
        "Each portfolio holder spoke of roads.",
    ),
    ("who chairs the task group on roads", "The group is chaired by Ms E.", "The Chair said that roads have a group."),
    ("who is the developer of the scheme", "Its developer is Oak Homes.", "The scheme is being developed."),
    (
        "which company won the contract for chargers",
        "It was awarded to Volt Ltd.",
        "The contract will be awarded in May.",
    ),
    ("which company won the contract for chargers", "Volt was appointed.", "Each contractor bid for it."),
    ("what did the minister say in reply", "The minister replied that it is.", "The minister was sent a letter."),
    ("what reply did the council get", "In his response he agreed.", "A letter was sent."),
    ("who won the election", "Ms F was elected.", "There was an election."),
    ("did Mr O'Hare resign", "Mr O’Hare stood down.", "Mr O’Hare stood at the pond."),
    (
        "were the minutes of 9 January 2025 confirmed",
        "the minutes of the meeting of 9th January 2025 be signed",
        "the minutes of the meeting of 12 February 2025 be signed",
    ),
    (
        "were the minutes of 9 January 2025 confirmed",
        "the minutes of 9 January be confirmed",
        "the action from minute 4 of 9 January 2025 be closed",
    ),
    (
        "when is the next meeting of the forum",
        "Dates for next meetings: 2nd July",
        "DRAFT: to be confirmed at the next meeting",
    ),
    ("next council meeting date", "The next meeting of the Council is on 4 May.", "A meeting of the Council on 4 May"),
    ("who spoke against the yard", "Mr G said that the yard is a loss.", "Against (1) Mr A"),
    ("was the item deferred", "That the item be deferred.", "That the item be noted."),
    ("how did Hallam vote on the pond", "Against (1) Hallam", "Against (1) Mr Gale"),  # without a title
    (
        "how did Swale councillors vote on the pond",
        "The councillors of Swale voted for it.",
        "The voting was: For (3). The pond is near Swale.",
    ),
    ("how did cllr Hallam vote on the pond", "Against (1) Hallam", "Against (1) Mr Gale"),  # in small letters
    ("who handed in the petition", "Mr A presented a petition.", "The Council received the petition."),
    ("why did Mr A leave the room", "Mr A: disclosable interest, as its owner", "Mr A left the room."),
    ("who disagreed with the pond", "Mr A asked that his dissent be shown.", "Mr A spoke of the pond."),
    ("who wanted his vote recorded", "Mr A asked that his vote against be recorded.", "Mr A recorded the meeting."),
]


@pytest.mark.parametrize(("question", "borne_out", "not_borne_out"), ASKED)
def test_what_is_taken_for_granted_must_stand_there(question: str, borne_out: str, not_borne_out: str) -> None:
    premises = premises_of(read_question(question, HELD))
    assert (granted(premises, borne_out), granted(premises, not_borne_out)) == (True, False)


NOTHING_GRANTED = [
    "what was agreed on refuse collection",
    "what did the council decide about the refuse site",
    "what was agreed on LADO",
    "councillor attendance",
]
VOTED = [
    "how did the final vote go",
    "how did they vote",
    "how did the council vote",
    "how did district councillors vote",  # whoever sits on it
    "how did every member vote",
    "how did Kent vote",
]


@pytest.mark.parametrize("question", VOTED)
def test_whoever_voted_is_named_by_no_list(question: str) -> None:
    assert granted(premises_of(read_question(question, HELD)), "The voting was: For (3)")


@pytest.mark.parametrize("question", NOTHING_GRANTED)
def test_a_thing_is_no_act_and_a_title_alone_is_nobody(question: str) -> None:
    assert premises_of(read_question(question)) == ()


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("who mended the pond", True),
        ("potholes mended in March?", True),
        ("parks committee why shut the pond", True),
        ("the pond: was it mended", True),
        ("supported housing contract - how close was the vote", True),
        ("potholes mended in March", False),
        ("people who mended the pond", False),
    ],
)
def test_a_question_is_known_by_its_words_or_its_mark(words: str, *, asked: bool) -> None:
    assert asks(read_question(words)) is asked
