"""A reply to a question put at a meeting is introduced by the question, which says what it is about."""

import pytest

from corpus.record import read_record
from corpus.replies import is_label
from corpus.rows import quoted
from tests.typed_papers import typed

OF_MEMBERS = """
*Question 1*
*Question by Ann Ash to Bo Birch, Cabinet Member for Highways*
Last May I asked whether the makers of route finders would warn drivers who come near to a school.
Have they answered?

*Answer*
Thank you for asking. I can confirm that this remains work in progress, as I told the Council last year.

The officers will raise it with the makers again before the summer, and I shall report on what they say then.

*Question 2*
*Question by Cy Cedar to Bo Birch, Cabinet Member for Highways*
When will the potholes of Covet Lane be filled, of which I sent photographs to the Council in February of this year?

*Answer*
By the end of March, under a closure of the road that the Highways Manager has already agreed to.
"""
OF_RESIDENTS = """
*Saltersmere Council*
*Questions from members of the public and answers given*

Question 1 from Mr Barnaby Quill of Tarn:
"When will the coping stones of the sea wall be put back, and is the wall safe to walk on until they have been?"

Reply by Councillor Tate, Cabinet Member for Environment:
Nine of the eleven were put back on 28 January, and two new ones have been ordered from the quarry at Holt.

Supplementary question:
Who will pay for the new stones that have been ordered, and was the storm insured against by the Council at all?

Response: the insurers have been told, and their surveyor is to visit the wall in the first week of the next month.
"""
OF_MINUTES = """
*61 QUESTIONS BY MEMBERS OF THE PUBLIC*
Question 1 - Ms P Oak asked why the tube that measures nitrogen dioxide at the roundabout had been moved in August.

Answer - Councillor Brass said that the lamp column had been knocked down and the tube set on the next one to the east.

Question 2 - Mr T Vane asked whether the report on parking would be published. Councillor Brass answered that it would.

*62 NOTICE OF MOTION*
Response times at the crossing were discussed at length, and the Chair undertook to write to the County about them.
"""
FORM = """
*Equality form*
Are there negative impacts of the proposal on people with a disability, and if there are how will these be mitigated?

Answer: No. The service goes on as before for everybody who has a disability, in the same buildings and hours.
"""

WHO_ASKS = """
*Written questions*
1. Councillor Ash to ask the Leader of the Council: what has been spent this year on the repair of the town's fountains?

Response: £4,300 has been spent, all of it on the fountain in Market Square, which was struck by a lorry in the spring.

2. From Mr B Birch to the Cabinet Member for Housing: how many of the garages in Mill Lane have stood empty for a year?

The Cabinet Member replied as follows: nine of the thirty, and six of them are to be let to the school from September.
"""
LETTERED = """
*Public question time*
Q1. Will the clock of the old town hall be mended before the fair, as residents were told by the Council last summer?

A1. The clockmaker is to begin in June, and the Council has been told that the clock will strike again by the fair.
"""

CASES = [
    # each under its own title, however many paragraphs the reply has; the lines over the next are of no reply
    (
        OF_MEMBERS,
        [
            ("Answer", "Last May I asked"),
            ("Thank you", "Last May I asked"),
            ("The officers", "Last May I asked"),
            ("Answer", "When will the po"),
            ("By the end", "When will the po"),
        ],
    ),
    # by a name and a reply's label, and what was asked besides
    (
        OF_RESIDENTS,
        [
            ("Reply by", "Question 1 from "),
            ("Nine of", "Question 1 from "),
            ("Response", "Supplementary qu"),
        ],
    ),
    # in a minute, where what stands in the next is of something else
    (OF_MINUTES, [("Answer", "Question 1 - Ms ")]),
    # by who asks whom, and by letters with the question's number
    (WHO_ASKS, [("Response", "1. Councillor As"), ("The Cabinet Member", "2. From Mr B Bir")]),
    (LETTERED, [("A1.", "Q1. Will the clo")]),
    # a form's own questions were put by nobody
    (FORM, []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_reply_is_led_in_by_its_question(text: str, expected: list[tuple[str, str]]) -> None:
    paper = typed(text, name="questions.pdf")
    led = [block for block in read_record(paper).blocks if block.lead]
    found = [(quoted(paper, block.spans), quoted(paper, block.lead)) for block in led]
    begun = [(words[: len(start)], lead[:16]) for (words, lead), (start, _) in zip(found, expected, strict=True)]
    assert begun == expected


def test_a_question_gives_its_paper_no_title() -> None:
    assert read_record(typed(OF_MEMBERS, name="questions.pdf")).title is None


def test_the_number_of_a_question_is_over_it_and_not_under_the_one_before() -> None:
    paper = typed(OF_MEMBERS, name="questions.pdf")
    headings = {quoted(paper, block.spans): block.heading for block in read_record(paper).blocks}
    assert headings["Question 2"] == "Question 2"


LABELS = [
    ("Answer", True),
    ("The reply:", True),
    ("Answer by Councillor Ash, Cabinet Member for Environment and Waste", True),
    ("Written response from the Leader of the Council:", True),
    ("Answer: 57", False),  # which is the reply
    ("Answer by Councillor Ash, Leader of the Council Yes.", False),  # its line joined to the reply's
    ("Answer by Councillor Ash: There are nine.", False),
    ("The reply was late", False),
]


@pytest.mark.parametrize(("line", "expected"), LABELS)
def test_a_line_over_a_reply_is_told_from_the_reply(line: str, *, expected: bool) -> None:
    assert is_label(line) is expected
