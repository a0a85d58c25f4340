"""What people say in everyday words is found by the words that papers print."""

import pytest

from index.words import terms, words
from search.evidence import weigh
from search.lexicon import Lexicon
from search.needs import held_terms, needs_of, reworded
from search.plain_words import LONGEST, plain_words, said_plainly

LEXICON = Lexicon(
    passages=1000,
    frequency={"inherit": 4, "tax": 90, "refus": 60, "reject": 10, "brother": 2, "older": 30, "peopl": 300},
    longs={},
)  # fmt: skip


def test_words_said_plainly_are_found_where_they_stand_the_longest_first() -> None:
    found = [
        (said.first, said.last, said.printed[0])
        for said in said_plainly(words("were death duties turned down"), plain_words())
    ]
    assert found == [(1, 2, "inheritance tax"), (3, 4, "refused")]


MET = [
    ("death duties on land", "The inheritance tax payable on land", ()),  # several words for several
    ("death duties on land", "The tax on land", ("death", "duties")),  # all of them are needed
    ("death duties on land", "Duties on land", ("death",)),  # the words themselves count one by one, as before
    ("inheritance tax on land", "Death duties on land", ("inheritance", "tax")),  # and never the other way round
    ("pensioners", "A lunch for older people", ()),  # one word for several
]


@pytest.mark.parametrize(("topic", "passage", "missing"), MET)
def test_what_is_said_plainly_is_met_by_what_is_printed(topic: str, passage: str, missing: tuple[str, ...]) -> None:
    assert weigh(needs_of(topic, LEXICON), held_terms(passage)).missing == missing


def test_a_name_is_never_put_in_other_words() -> None:
    assert weigh(needs_of("the grant to Pensioners Voice", LEXICON), held_terms("A grant to older people")).missing == (
        "Pensioners",
        "Voice",
    )


REWORDED = [
    ("were death duties turned down", "were inheritance tax refused"),  # by what the papers print first
    ("my brothers and a pensioner", "my brothers and a older people"),  # no paper held prints "sibling": it is left
    ("the inheritance tax was refused", "the inheritance tax was refused"),  # what papers print stays
]


@pytest.mark.parametrize(("asked", "put"), REWORDED)
def test_a_question_is_put_in_words_that_the_papers_held_print(asked: str, put: str) -> None:
    assert reworded(asked, LEXICON) == put


def test_the_list_says_each_thing_once_and_prints_other_words_for_it() -> None:
    listed = plain_words()
    assert len(listed) > 5_000
    wrong = [said for said, printed in listed.items() if not said or not printed or len(set(printed)) < len(printed)]
    assert wrong == []
    itself = [said for said, printed in listed.items() if any(terms(" ".join(said)) == terms(one) for one in printed)]
    assert itself == []
    assert max(map(len, listed)) == LONGEST
