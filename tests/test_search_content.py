"""The words that carry a topic are told from those that only ask."""

from search.content import content, numeric


def test_words_without_a_topic_are_left_out() -> None:
    found = content("What is the deficit, and why was it in 4.4.35 before?")
    assert [word.text for word in found] == ["deficit", "4.4.35"]


def test_a_word_that_asks_with_its_denial_carries_no_topic() -> None:
    assert [word.text for word in content("Why wasn't it built, and why didn’t they wait yet?")] == ["built", "wait"]
    assert [word.text for word in content("want a plant")] == ["want", "plant"]


def test_numbers_references_and_years_are_numeric() -> None:
    assert [word.text for word in content("24/00109 in 2023-24 for £1.5m at Millgate") if numeric(word)] == [
        "24/00109",
        "2023-24",
        "1.5m",
    ]
