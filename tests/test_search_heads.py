"""What a question counts, and whose holder it asks for, must be spoken of in what answers."""

import pytest

from search.heads import about, heads_of
from search.lexicon import Lexicon
from search.needs import held_terms, needs_of
from search.question import read_question

LEXICON = Lexicon(1000, {"deficit": 20}, {})
ASKED = [  # a question, whether each of two passages is about it
    ("how many tribunal cases were there in 2024", "Nine cases were heard.", "A report on tribunals was to come."),
    ("how many LADO referrals were there", "There were 40 referrals.", "93% of respondents were positive."),
    (
        "who is the headteacher of Millgate School",
        "Ms A is its headteacher.",
        "She chairs the board at Millgate School.",
    ),
    # people are singled out by the words before them, or by what is said of them
    ("how many unaccompanied children are in care", "40 unaccompanied children", "40 children are in care."),
    ("how many children are home educated", "612 children are home-educated.", "40 children left home to be educated."),
    ("what was the average age of carers", "Their average age is 52.", "Carers are of any age, and of average means."),
    ("what is the name of the treasurer", "Ms C is its treasurer.", "The council has money."),
    ("how many pupils were excluded in each district", "Pupils by district", "40 pupils were excluded."),
    ("who is the mayor responsible for parks", "Ms D, Deputy Mayor", "The parks have a keeper."),
    (
        "which provider won the supported living contract",
        "Supported living services: Lot 1 went to Oak Ltd.",
        "Home care contracts: Lot 1 went to Oak Ltd.",
    ),
    ("who was awarded the street lighting contract", "Oak Ltd will maintain street lights.", "Oak Ltd, grass cutting"),
    ("who is the chief executive", "Ms B, Chief Executive", "The executive decision of the chief officer"),
]


@pytest.mark.parametrize(("question", "right", "wrong"), ASKED)
def test_what_is_asked_about_must_be_spoken_of(question: str, right: str, wrong: str) -> None:
    query = read_question(question)
    heads = heads_of(query, needs_of(query.topic, LEXICON))
    assert (about(heads, held_terms(right)), about(heads, held_terms(wrong))) == (True, False)


NO_HEAD = [
    "how many people filled in the questionnaire",  # papers count respondents
    "who was the only abstention",  # no office
    "who is on the working party",
    "how many turned out for the beacon",
    "what was agreed on LADO",
    "who got the new contract",  # nothing tells it apart
]


@pytest.mark.parametrize("question", NO_HEAD)
def test_people_are_counted_under_many_names(question: str) -> None:
    query = read_question(question)
    assert heads_of(query, needs_of(query.topic, LEXICON)) == ()
