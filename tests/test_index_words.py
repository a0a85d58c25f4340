"""Tests of the terms that words are indexed by, and of expressions that no question can break."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import expression, sought, terms, variants, words

TOKENS = "tokenize = \"ascii tokenchars '/.%-'\""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Safeguarding children", ["safeguard", "children"]),  # stemmed, lower case
        ("organized organised", ["organis", "organis"]),  # American spelling as British
        ("neighbor's program", ["neighbour", "programm"]),  # the same, and the possessive
        ("£1.5m £1,500,000 1.5 million", ["1500000"] * 3),  # money in any of its ways
        ("£7,700.00 7,700 7.00", ["7700", "7700", "7"]),  # no pence
        ("2023-24 2023/24 2023/2024", ["2023/24"] * 3),  # municipal years
        ("24/00109 and 14/037:", ["24/00109", "and", "14/037"]),  # decision references and minute numbers stay whole
        ("16.11.5, 17.01.3A", ["16.11.5", "17.01.3a"]),  # numbers with points
        ("R2025-001", ["r2025-001"]),  # a letter before
        ("para 3.10", ["para", "3.10"]),  # its nought stays: paragraph 3.1 is another
        ("5% or 5 per cent", ["5%", "or", "5%"]),  # shares
        ("the 25th of May", ["the", "25", "of", "may"]),  # ordinals
        ("call-in", ["call", "in"]),  # as "call in"
        ("Cllr O’Brien, Llŷr", ["cllr", "obrien", "llyr"]),  # apostrophes and accents
        ("Zoe\u0308 Zoë", ["zoe", "zoe"]),  # accents apart from their letters, as PDFs have them
    ],
)
def test_words_become_the_terms_that_they_are_sought_by(text: str, expected: list[str]) -> None:
    assert terms(text) == expected


def test_parts_of_a_word_are_variants_of_it() -> None:
    assert variants("a call-in in 2023/24") == ["callin", "2023", "2024"]
    assert variants("FY 21 / 22") == ["2021", "2022"]


def test_words_keep_their_places() -> None:
    assert [(one.start, one.end, one.text) for one in words("to £1.5m, then")] == [
        (0, 2, "to"),
        (4, 8, "1.5m"),
        (10, 14, "then"),
    ]


def test_hyphenated_words_are_sought_in_both_of_their_ways() -> None:
    assert sought(["co-operation"]) == '"co oper" OR "cooper"'


@pytest.mark.parametrize("text", ["", "…", '"', "' -- *", "(", "^:"])
def test_a_question_without_a_word_seeks_nothing(text: str) -> None:
    assert expression([text]) is None


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), max_size=2))
def test_no_question_breaks_the_full_text_search(any_of: list[str], all_of: list[str]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5 (text, context, variants, {TOKENS})")
    match = expression(any_of, all_of)
    if match is not None:
        connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (match,)).fetchall()


@given(st.text())
def test_every_text_finds_itself(text: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE words USING fts5 (text, context, variants, {TOKENS})")
    connection.execute("INSERT INTO words VALUES (?, '', ?)", (" ".join(terms(text)), " ".join(variants(text))))
    match = sought([text])
    found = match and connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (match,)).fetchall()
    assert found == ([(1,)] if terms(text) else None)


@given(st.text())
def test_a_term_is_one_token_of_the_database(text: str) -> None:
    assert all(character.isalnum() or character in "/.%-" for term in terms(text) for character in term)


@pytest.mark.parametrize("letters", ["a", "a\u0301", "a-", "\u0301a"])  # accents too, and hyphens at every turn
def test_a_text_without_a_space_is_read_in_a_moment(letters: str) -> None:
    text = (
        letters * 100_000
    )  # at a step for each pair of letters this would take minutes, and the run's time is limited
    assert len(variants(f"{text} call-in")) >= 1
    assert variants(f"{text} call-in")[-1] == "callin"
