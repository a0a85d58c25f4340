"""Quotations are checked by a reader that had no part in making them, and a wrong one is found out."""

from dataclasses import replace

from eval.quotations import checked
from index.encoder import Encoder
from index.library import Library
from search.answer import ask


def test_what_is_quoted_stands_on_its_page_and_what_is_not_there_is_found_out(
    leicester_library: Library, encoder: Encoder
) -> None:
    answer = ask(leicester_library, encoder, "what was agreed on LADO")
    first = answer.citations[0]
    wrong_page = replace(first, pdf_page=first.pdf_page + 20)
    wrong_word = replace(first, quote="That report be refused.")
    tampered = replace(answer, citations=(first, wrong_page, wrong_word))

    assert [one.found for one in checked(leicester_library, tampered)] == [
        "as it stands", "off its page", "off its page",
    ]  # fmt: skip
