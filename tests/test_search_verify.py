"""A quotation is shown only if its words stand on the page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.verify import Place, Stretch, folded, place

PAGE = Stretch(14, 100, "AGREED:\n1) That report be noted.\n2) That the next\ndue report be re-\nexamined.")
NEXT = Stretch(15, 0, "at Scrutiny.")

STANDING = [
    ("That report be noted.", Place(14, 111, 14, 132)),  # as printed
    ("That the next due report", Place(14, 136, 14, 160)),  # over a line's end
    ("reexamined.", Place(14, 164, 14, 177)),  # a hyphen at a line's end
    ("re-examined. at Scrutiny.", Place(14, 164, 15, 12)),  # over a page's end
]


@pytest.mark.parametrize(("quote", "where"), STANDING)
def test_white_space_and_hyphenation_are_set_aside(quote: str, where: Place) -> None:
    assert place(quote, (PAGE, NEXT)) == where


ABSENT = [
    "That the report be noted.",  # a word put in
    "That report be Noted.",  # a capital
    "That report be noted!",  # a mark
    "That report be approved.",  # another verb
    "due report. That report",  # out of order
    "",  # nothing is no quotation
    " - ",  # nor is what is set aside
]


@pytest.mark.parametrize("quote", ABSENT)
def test_anything_else_that_differs_is_refused(quote: str) -> None:
    assert place(quote, (PAGE, NEXT)) is None


TEXT = st.text("aB1.-\n \u00ad£é", min_size=1, max_size=40)


@settings(deadline=None)  # a machine under load is no failure
@given(st.lists(TEXT, min_size=1, max_size=4), st.data())
def test_every_part_of_a_page_is_found_where_its_words_stand(texts: list[str], data: st.DataObject) -> None:
    stretches = tuple(Stretch(number, 7, text) for number, text in enumerate(texts, 1))
    number = data.draw(st.integers(0, len(texts) - 1))
    start = data.draw(st.integers(0, len(texts[number]) - 1))
    end = data.draw(st.integers(start + 1, len(texts[number])))
    quote = texts[number][start:end]
    found = place(quote, stretches)
    assert (found is None) == (folded(quote) == "")
    if found:
        assert _between(stretches, found) == folded(quote)


def _between(stretches: tuple[Stretch, ...], found: Place) -> str:
    """Return the folded words between two places, read off the stretches by their offsets."""
    kept = []
    for stretch in stretches[found.page - 1 : found.end_page]:
        start = found.start - stretch.start if stretch.page == found.page else 0
        end = found.end - stretch.start if stretch.page == found.end_page else len(stretch.text)
        kept.append(stretch.text[start:end])
    return folded("".join(kept))
