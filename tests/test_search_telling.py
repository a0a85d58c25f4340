"""A question that asks for an amount, a number, a share or a time is answered only with words that tell it."""

import pytest

from search.question import read_question
from search.telling import telling_of

ASKED = [  # a question, what tells it, what does not
    (
        "how much does the council spend on buses",
        "Buses cost £2.6m.",
        "Strict terms were attached to spending in 2014.",
    ),
    ("how much is the deficit", "The deficit is 16.675m.", "The deficit rose by 7%."),
    ("what is the cost of a place", "A place costs ten pounds a week.", "Costs for Post-16 and 18+ places rose."),
    ("how many referrals were there", "There were 922 referrals.", "93% of referrals cost £40 each."),
    ("how many of the parents agreed", "29% of adult respondents agreed.", "It cost £29."),  # a share of them will do
    (
        "how many would live with a host",
        "Nine would live with a host.",
        "Young people of 16 and 17 would live with a host.",
    ),
    ("how many homes opened", "We have opened two homes.", "It was one consistent tool for 16- and 17-year-olds."),
    ("how many were home educated", "There were 612 of them.", "Their number rose after Covid-19, as LTP5 foresaw."),
    ("how many children got a place", "96% of children were offered one.", "The school is 30 miles away."),
    ("how many miles of road", "It has 5,400 miles of road.", "Its roads are long."),
    (
        "who asked about the coaches",
        "Councillor March asked about coaches.",
        "In response to a question it was said so.",
    ),
    ("whose idea was the pond", "It was Ann Oak's.", "The County Council and its Cabinet Member saw the pond."),
    ("who called in the decision", "It was called in by Mr Oak.", "The Scrutiny Committee heard the call-in."),
    ("which councillor made the complaint", "The complaint was Mr Oak's.", "There has been a complaint."),
    ("number of referrals", "There were 922 referrals.", "Referrals are made by schools."),
    ("how many have 16 beds", "Nine have 16 beds.", "All have 16 beds."),
    ("what percentage answered", "The rate was 29% of adults.", "There were 29 answers."),
    ("what share of homes are empty", "About a third stand empty.", "Homes stand empty."),
    ("how long does an appeal take", "It takes 40 working days.", "It takes 40 forms."),
    ("how long does the pilot go on", "It has been extended until March 26.", "It goes on for 40 schools."),
    ("how often does the board meet", "The board meets quarterly.", "The board met with 12 members."),
    ("when was the review heard", "It was heard in March.", "A judicial review could come."),
    ("weekly cost for a place", "It costs £981 per week.", "The number of places has increased since 2014."),
    ("percentage of children with carers", "It was 45% of them.", "It was above the average."),
    ("what is the contract worth", "It is worth £2m over two years.", "A new two-year contract was let to 3 firms."),
    ("what did the repairs cost", "They cost £400.", "Repairs followed 3 floods."),
    ("what does the council spend on taxis", "It spends £2m.", "Taxis and 4 minibuses are used."),
    ("value of the contract", "It is worth £2m.", "The contract is for 3 years."),
    ("how many answers came", "There were 40 answers.", "It was open for eight weeks, or 60 working days."),
    ("allocation for basic need - exact figure please", "It is £5,046,624.", "Allocations were less than hoped."),
    ("how much rent does it bring", "It brings £40.", "The rent is reviewed in 2029."),
    ("salary of the clerk, exact amount", "It is £9,000.", "The Clerk's salary was reviewed."),
    ("what average speed was recorded", "The average was 23/24 MPH.", "It was recorded in 2023/24."),
    ("what date does it start", "It begins on 3/3/25.", "It begins with a task group."),
    ("by what date will the works be finished", "They end on 4 May.", "They end next year, in the second quarter."),
    ("exact date of the hearing", "It is on Tuesday.", "It is next month."),
    ("what salary is the clerk on", "The clerk has £9,000.", "The clerk has 12 hours a week."),
    ("rent for the arcade units", "The units are let at £310 a month.", "He holds the lease on Unit 3 of the arcade."),
    ("income from parking fines", "Fines brought in £48,000.", "Fines had been issued 23,418 times."),
    ("what is the price of a plot", "A plot is £40.", "There are 40 plots."),
    ("what did the hall pay Mr Oak for the fence", "He had £60.", "He mended 3 fences."),
    ("how much is the new school costing to build", "It is £9m.", "It has 9 rooms."),
    ("nursery place in the town price per week", "It is £90.", "It takes 90 children."),
    (
        "what percentage of requests were met in time",
        "In time were 60%.",
        "Percentage of requests that were met in time.",
    ),
    ("% of requests met in time", "In time were 60 per cent.", "Requests met within 20 working days."),
    ("what grade did inspectors give the school", "It was judged Good.", "It made good progress on 4 points."),
    ("oakfield school ofsted rating", "It requires improvement.", "It was inspected in May."),
]


@pytest.mark.parametrize(("question", "telling", "not_telling"), ASKED)
def test_what_is_asked_for_must_be_told(question: str, telling: str, not_telling: str) -> None:
    wanted = telling_of(read_question(question))
    assert wanted is not None
    assert (wanted.told(telling), wanted.told(not_telling)) == (True, False)


def test_the_rows_of_a_table_have_their_units_elsewhere() -> None:
    wanted = telling_of(read_question("how much is the fee for a skip"))
    assert wanted is not None
    assert wanted.told("Skip 40.00 42.50", table=True)
    assert not wanted.told("Skip see below", table=True)
    assert not wanted.told("Year 5 Year 6 £000s £000s", table=True)  # the heads of its columns


def test_a_length_of_time_that_names_a_row_is_none_of_its_figures() -> None:
    wanted = telling_of(read_question("% of requests met in time"))
    assert wanted is not None
    assert not wanted.told("Requests met within 20 working days RED RED", table=True)
    assert wanted.told("Requests met within 20 working days RED 60 52", table=True)
    assert not wanted.told("Section 106 money asked for and met in time GREEN AMBER", table=True)


NOTHING_ASKED = [
    "who declared an interest",
    "why is the deficit so high",
    "when was the fee agreed",  # the meeting's day tells it
    "what did the council pay for in July",  # no amount is asked for
    "who is on the top of the scale for grade H",
]


@pytest.mark.parametrize("question", NOTHING_ASKED)
def test_other_questions_may_be_answered_by_any_words(question: str) -> None:
    assert telling_of(read_question(question)) is None
