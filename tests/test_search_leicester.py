"""The whole way on a real pack: questions as users ask them, and exactly what must come back."""

import pytest

from index.encoder import Encoder
from index.library import Library
from search.answer import ask
from search.find import search
from search.json_forms import answer_to_json
from search.verify import folded

pytestmark = pytest.mark.papers

COMMISSION = "Children, Young People and Education Scrutiny Commission"
MEETING = f"{COMMISSION}, 25 February 2025 (draft)"


QUOTES = ("That report be noted.", "That the next due report be presented at Scrutiny.")


def test_what_was_agreed_on_lado_is_both_resolutions_of_minute_129(
    leicester_library: Library, encoder: Encoder
) -> None:
    answer = ask(leicester_library, encoder, "what was agreed on LADO")
    (paper,) = leicester_library.papers()
    assert answer_to_json(answer)["citations"] == [
        {
            "n": ordinal,
            "label": f"Minute 129, resolution {ordinal}, {MEETING}, page 10",
            "council": "Leicester City Council",
            "body": COMMISSION,
            "meeting_date": "2025-02-25",
            "minute": "129",
            "resolution": ordinal,
            "heading": "LOCAL AUTHORITY DESIGNATED OFFICERS (LADO) ANNUAL REPORT 2023-24",
            "kind": "decision",
            "standing": "draft",
            "paper": paper.name,
            "sha256": paper.sha256,
            "pdf_page": 14,
            "last_pdf_page": None,
            "printed_page": "10",
            "quote": quote,
            "also_in": [],
            "passage": answer.citations[ordinal - 1].passage,
            "ocr": False,
            "reading_copy": False,
        }
        for ordinal, quote in enumerate(
            ("That report be noted.", "That the next due report be presented at Scrutiny."), 1
        )
    ]
    assert answer.answer.endswith(
        "AGREED:\n1) That report be noted. [1]\n2) That the next due report be presented at Scrutiny. [2]"
    )


CITED = [
    # (question, minute or paragraph in the label, PDF pages of the citations, words that must be quoted)
    (
        "what was agreed about the Ofsted report",
        "Minute 131",
        [19, 19, 19],
        "regular updates to be brought to scrutiny",
    ),
    ("what did the commission agree on travel plans", "Minute 128", [14], "data be provided on Travel Plans"),
    ("what was resolved on post-16 SEND transport", "Minute 128", [13] * 6 + [14] * 5, "wider implications of the"),
    ("who declared an interest about Millgate School", "Minute 123", [8], "Councillor Dr Moore declared"),
    ("who substituted for Cllr Rae Bhatia", "Minute 122", [8], "Cllr Orton substituted"),
    ("what percentage of return home interviews were offered", "Minute 131", [18], "91% of cases"),
    ("what was agreed at minute 130", "Minute 130", [17] * 4, "updated in six months' time"),
    ("wat was agred on lado", "Minute 129", [14, 14], "That report be noted."),
]


@pytest.mark.parametrize(("question", "place", "pages", "words"), CITED)
def test_the_right_place_is_cited_and_the_right_words_are_quoted(
    leicester_library: Library, encoder: Encoder, question: str, place: str, pages: list[int], words: str
) -> None:
    answer = ask(leicester_library, encoder, question)
    assert answer.outcome == "answered"
    assert {citation.label.split(",")[0] for citation in answer.citations} == {place}
    assert [citation.pdf_page for citation in answer.citations] == pages
    assert words in " ".join(citation.quote for citation in answer.citations)


DECLINED = [
    ("what was agreed on bin collections", "not_found"),  # nothing of the kind
    ("what did Leicester agree on the LADO annual report 2021-22", "not_found"),  # another year's report
    ("what was agreed on LADO in 2023", "not_found"),  # another year's meeting
    ("how did Councillor March vote", "not_found"),  # there, but no vote is recorded
    ("what was agreed on the Family Therapies report", "not_decided"),  # only before the next meeting
    ("minute 410", "not_found"),
]


@pytest.mark.parametrize(("question", "outcome"), DECLINED)
def test_what_the_pack_does_not_answer_is_declined(
    leicester_library: Library, encoder: Encoder, question: str, outcome: str
) -> None:
    assert ask(leicester_library, encoder, question).outcome == outcome


def test_of_a_table_that_compares_places_the_councils_own_row_is_told(
    leicester_library: Library, encoder: Encoder
) -> None:
    answer = ask(leicester_library, encoder, "looked after children per 10,000 in Leicester, 2017-18")
    assert answer.citations[0].quote.endswith("Leicester 81 74 69 70 71 72 68 67")
    other = ask(leicester_library, encoder, "looked after children per 10,000 in England, 2017-18")
    assert other.citations[0].quote.endswith("England 64 66 68 69 70 71 70")


def test_a_row_is_told_under_the_headings_of_its_table_on_the_page_before(
    leicester_library: Library, encoder: Encoder
) -> None:
    answer = ask(leicester_library, encoder, "average age of our foster carers 2023/24")
    assert answer.answer == (
        "FOSTER CARE FY 19 / 20 FY 20 / 21 FY 21 / 22 FY 22 / 23 FY 23 / 24 "
        "Average Age of Foster Carers 56.5 55.6 54.9 53.8 53.1 [1]"
    )


def test_a_decline_says_which_meeting_has_no_minutes(leicester_library: Library, encoder: Encoder) -> None:
    answer = ask(leicester_library, encoder, "what was agreed on bin collections")
    assert (answer.answer, answer.citations) == (
        "Nothing in these papers answers this. No paper held has the word “bin”.",
        (),
    )
    assert answer.coverage.startswith("Searched 1 paper (56 pages): ")
    assert f"{COMMISSION}, 8 April 2025" in answer.coverage.partition("No minutes are held of ")[2]


def test_a_minute_asked_for_by_number_begins_where_it_begins(leicester_library: Library, encoder: Encoder) -> None:
    hits = search(leicester_library, encoder, "minute 128", limit=3)
    assert [(hit.passage.minute, hit.passage.spans[0].page) for hit in hits] == [("128", 9)] * 3


def test_every_quotation_of_every_answer_stands_on_its_page(leicester_library: Library, encoder: Encoder) -> None:
    questions = [question for question, *_ in CITED] + ["how big is the high needs deficit", "para 3.26", "minute 128"]
    for question in questions:
        for citation in ask(leicester_library, encoder, question).citations:
            first = leicester_library.page(citation.sha256, citation.pdf_page).text
            after = leicester_library.page(citation.sha256, citation.pdf_page + 1).text
            if citation.last_pdf_page in {None, citation.pdf_page}:
                assert folded(citation.quote) in folded(first)
            else:  # a sentence or a resolution is quoted whole, over the end of a page too
                quote = folded(citation.quote)
                assert any(quote[:at] in folded(first) and quote[at:] in folded(after) for at in range(1, len(quote)))
            assert folded(citation.quote)[:40] in folded(first)
            assert folded(citation.quote)[-40:] in folded(first + after)
