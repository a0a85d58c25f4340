"""A body of which nothing is held is told of by name or not at all."""

import pytest

from search.bodies import Held
from search.question import read_question
from search.strangers import borne_out_by, strangers

HELD = (
    Held("Leicester City Council", "Children, Young People and Education Scrutiny Commission", ()),
    Held("Leicester City Council", "Audit Committee", ()),
)
ASKED = [
    ("what did the Housing Scrutiny Commission decide on supported living", ("Housing Scrutiny Commission",)),
    ("what did the planning committee refuse", ("planning committee",)),
    ("what did cabinet agree on transport", ("cabinet",)),
    ("who chairs the Licensing Board", ("Licensing Board",)),
    ("what did North Marsh's executive decide on the school", ("North Marsh's executive",)),
    ("what did members of the planning committee vote for", ("planning committee",)),
    # held, or any body at all
    ("what did the Audit Committee decide on reserves", ()),
    ("what did the scrutiny commission agree on LADO", ()),
    ("what did the committee agree on LADO", ()),
    ("what did the council resolve on LADO", ()),
    ("what did the Cabinet Member say", ()),
    ("what did Leicester's executive director say", ()),
    ("what was agreed on the council tax", ()),
    ("what did the Audit Committee ask Cabinet to do", ()),  # who is asked need not have done anything
    ("what was recommended to the Cabinet on reserves", ()),
    ("what was Cabinet asked to do on reserves", ()),
]


@pytest.mark.parametrize(("question", "named"), ASKED)
def test_a_body_that_is_not_held_is_known_by_its_own_words(question: str, named: tuple[str, ...]) -> None:
    assert strangers(read_question(question, HELD)) == named


def test_what_a_strange_body_did_must_be_told_of_it() -> None:
    (pattern,) = borne_out_by(read_question("what did the Health Scrutiny Committee decide on wards", HELD))
    assert pattern.search("The Health Overview and Scrutiny Committee had resolved to close two wards.")
    assert not pattern.search("Mr Balfour sat on the Health Scrutiny Committee.")
    assert pattern.search("Closing two wards was approved in May by the Health Scrutiny Committee.")
    assert not pattern.search("It is for the Health Scrutiny Committee to ask for it, though the Board decided.")
    assert not pattern.search("The Commission resolved to close two wards.")


def test_a_strange_body_is_known_by_its_short_form_and_without_its_s() -> None:
    (short,) = borne_out_by(read_question("what did the CYPE Cabinet Committee agree on hubs", ()))
    assert short.search("the Children’s, Young People and Education Cabinet Committee agreed that they stay open")
    assert not short.search("the Adult Social Care Cabinet Committee agreed that they stay open")
    (long,) = borne_out_by(read_question("what did the Children's Cabinet Committee agree on hubs", ()))
    assert long.search("the Children Cabinet Committee agreed that they stay open")
