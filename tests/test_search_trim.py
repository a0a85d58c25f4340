"""Long passages are trimmed to the sentences that answer, and every sentence stays whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.lexicon import Lexicon
from search.needs import needs_of
from search.trim import DATED, FIGURE, sentences, trimmed

LEXICON = Lexicon(1000, {"deficit": 20, "forecast": 30, "2025/26": 9}, {})
REPORT = (
    "The funding provided by central government remains inadequate despite increases in the allocation to the block. "
    "Whilst demand for assessments is reducing there is still a significant number of children in the system overall. "
    "Forecasting shows the in-year deficit will be higher for 2024/25 at £16.675m. "
    "The in-year deficit in 2025/26 due to increasing pupil numbers and cost inflation is forecast to be £23.715m. "
    "This gives a forecast cumulative deficit of over £50m by the end of the year."
)


def tells_figure(text: str) -> bool:
    return FIGURE.search(DATED.sub(" ", text)) is not None


def test_the_sentence_that_holds_the_most_of_the_question_is_quoted() -> None:
    quote = trimmed([sentences(REPORT)], needs_of("forecast deficit 2025/26", LEXICON), whole=45, tells=tells_figure)
    assert quote == (
        "The in-year deficit in 2025/26 due to increasing pupil numbers and cost inflation is forecast to be £23.715m."
    )


def test_a_short_passage_is_quoted_whole() -> None:
    parts = ["That the report be noted.", "That it return."]
    assert trimmed([parts], needs_of("return", LEXICON)) == "That the report be noted. That it return."


def test_what_a_colon_announces_is_quoted_with_it() -> None:
    parts = ["Requests done within 20 days RED", "Latest:", "84% Target: 90%", "Calls answered GREEN"]
    assert trimmed([parts], needs_of("latest requests", LEXICON), whole=4) == (
        "Requests done within 20 days RED Latest: 84% Target: 90%"
    )


def test_a_stretch_with_the_name_that_is_asked_for_is_taken_before_one_that_says_as_much() -> None:
    parts = ["The empty homes scheme is known far away.", "Ann Ash, who runs it, spoke.", "It has awards."]
    needs = needs_of("empty homes scheme", LEXICON)
    assert trimmed([parts], needs, whole=4) == parts[0]
    assert trimmed([parts], needs, whole=4, leans=lambda words: "Ann Ash" in words) == " ".join(parts[:2])


def test_what_does_not_stand_together_is_not_quoted_together() -> None:
    runs = [["1. Summary"], ["The deficit grew.", "It is forecast to grow."], ["Nobody spoke."]]
    assert trimmed(runs, needs_of("forecast deficit", LEXICON)) == "The deficit grew. It is forecast to grow."


def test_a_table_is_trimmed_to_the_row_that_answers() -> None:
    rows = ["Total deficit 2023/24 9.648", "Total deficit 2024/25 16.675", "Total deficit 2025/26 23.715"]
    assert trimmed([rows], needs_of("deficit 2025/26", LEXICON), whole=8) == "Total deficit 2025/26 23.715"


FIGURES = [
    ("There were 599 children in care.", True),
    ("This built on work from the 2018/19 care review.", False),  # a year
    ("3.26 Work commenced on 25 February 2025.", False),  # a paragraph and a day
    ("Members agreed that ten would be enough.", True),  # in words
    ("Decision 24/00109 was called in.", False),  # a reference
]


@pytest.mark.parametrize(("text", "figure"), FIGURES)
def test_dates_and_references_are_no_figures(text: str, figure: bool) -> None:
    assert tells_figure(text) is figure


def test_titles_initials_and_numbers_end_no_sentence() -> None:
    text = "Cllr. R. Bhatia spoke to para. 3.2 of the report. 1. The fee was £1.50. (a) It rose."
    assert sentences(text) == [
        "Cllr. R. Bhatia spoke to para. 3.2 of the report.",
        "1. The fee was £1.50.",
        "(a) It rose.",
    ]


@settings(deadline=None)  # a machine under load is no failure
@given(st.text("aB1. •;:£()\n", max_size=120).map(lambda text: " ".join(text.split())))
def test_sentences_make_up_the_text_again(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


@settings(deadline=None)  # a machine under load is no failure
@given(
    st.lists(
        st.sampled_from(["The deficit grew.", "It is forecast.", "Nobody spoke at all today.", "A • b."]),
        min_size=1,
        max_size=40,
    )
)
def test_a_trimmed_passage_is_part_of_the_passage(parts: list[str]) -> None:
    assert trimmed([parts], needs_of("forecast deficit", LEXICON)) in " ".join(parts)


def test_of_two_sentences_that_answer_alike_the_one_that_leans_on_the_other_is_not_quoted() -> None:
    parts = [
        "There were 599 children in care at the end of the year in all.",
        "This is down from 630 children in care.",
    ]
    assert trimmed([parts], needs_of("children in care", LEXICON), whole=4, tells=tells_figure) == parts[0]
