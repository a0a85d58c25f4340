"""What was recommended stands beside what was agreed, the difference told in words and word for word."""

from dataclasses import replace
from datetime import date

from test_ui_html import ANSWER, CITATION, answer_html, parsed

from search.types import Answer, Citation
from ui.compared import Piece, compared

PROPOSED = replace(CITATION, n=1, kind="recommendation", quote="That the moorings be let for two years.", minute=None)
AGREED = replace(CITATION, n=2, quote="That the moorings be let for one year, subject to a survey.")


def both(recommended: Citation, agreed: Citation) -> Answer:
    return replace(ANSWER, answer="Words [1] [2]", citations=(recommended, agreed))


def test_words_of_either_side_are_told_apart() -> None:
    (found,) = compared(both(PROPOSED, AGREED))

    assert found.agreed == AGREED
    assert found.pieces == (
        Piece("That the moorings be let for", "both"),
        Piece("two years.", "recommended"),
        Piece("one year, subject to a survey.", "agreed"),
    )
    assert not found.same


def test_what_was_agreed_as_recommended_says_so_whatever_its_last_mark() -> None:
    (found,) = compared(both(PROPOSED, replace(AGREED, quote="that the moorings be let for two years")))

    assert found.same
    assert found.pieces == (Piece("that the moorings be let for two years", "both"),)


def test_a_resolution_about_something_else_is_not_set_beside_it() -> None:
    (found,) = compared(both(PROPOSED, replace(AGREED, quote="That the report be noted.")))

    assert found.agreed is None


def test_nothing_agreed_before_it_was_recommended_is_set_beside_it() -> None:
    (found,) = compared(both(PROPOSED, replace(AGREED, meeting_date=date(2024, 1, 1))))

    assert found.agreed is None


def test_an_answer_of_decisions_alone_compares_nothing() -> None:
    assert compared(ANSWER) == ()


def test_the_sides_are_told_in_words_and_not_by_colour_alone() -> None:
    page = parsed(answer_html(both(PROPOSED, AGREED)))
    text = " ".join(page.text.split())

    assert "That the moorings be let for recommended: two years. agreed: one year, subject to a survey." in text
    assert (page.tags.count("del"), page.tags.count("ins")) == (1, 1)
