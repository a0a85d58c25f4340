"""Words are compared by terms that do not depend on how they were written."""

import pytest

from search.wording import content, terms, words

SAME = [
    ("£1.5m", "£1,500,000"),  # scale against figures
    ("£1.5 million", "£1500000"),
    ("2023-24", "2023/2024"),  # years
    ("organisations", "organized"),  # American spelling and ending
    ("licensing", "licence"),
    ("behaviour", "behaviors"),
    ("programs", "programme"),
    ("council's", "councils"),
    ("£9.60", "£9.6"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_written_in_two_ways_is_one_term(one: str, other: str) -> None:
    assert terms(one) == terms(other)


DIFFERENT = [
    ("3.1", "3.10"),  # paragraphs
    ("24/00109", "24/00108"),  # references
    ("2023-24", "2024-25"),
    ("25%", "25"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_numbers_that_differ_stay_apart(one: str, other: str) -> None:
    assert terms(one).isdisjoint(terms(other))


def test_words_keep_their_places() -> None:
    assert [(word.start, word.end, word.text) for word in words("In-year deficit: £16.675m.")] == [
        (0, 2, "In"),
        (3, 7, "year"),
        (8, 15, "deficit"),
        (17, 25, "£16.675m"),
    ]


def test_words_without_a_topic_are_left_out() -> None:
    assert [word.text for word in content("What is the deficit, and why was it 4.4.35 before?")] == [
        "deficit",
        "4.4.35",
    ]
