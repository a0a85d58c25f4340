"""Text layers that lie: told from language, and put right where a plain shift does it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.gibberish import is_gibberish, is_shifted, likeness, shift, unshifted
from corpus.reading import read_paper
from corpus.record import read_record

ENGLISH = (
    "The Committee considered the report of the Director and agreed that the proposals for the coming year be "
    "approved, subject to a further report on the costs of home to school transport."
)
WELSH = (
    "Penderfynodd y Cyngor dderbyn yr adroddiad a chymeradwyo'r argymhellion ynglŷn â gwasanaethau i blant a phobl "
    "ifanc ledled y sir, a gofynnwyd am adroddiad pellach yn y flwyddyn newydd."
)


def shifted(text: str) -> str:
    """Write plain letters as the numbers of their shapes."""
    return "".join(chr(ord(character) - 29) for character in text)


def jumbled(text: str) -> str:
    """Put another letter for each, as a broken font map does."""
    return text.lower().translate(str.maketrans("abcdefghijklmnopqrstuvwxyz", "qzjxkvbpgwyfmucldrhsnioeta"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, False),  # a council's own English
        (ENGLISH.upper(), False),  # headings in capitals
        (WELSH, False),  # its Welsh twin
        (jumbled(ENGLISH), True),  # a broken font map
        (shifted(ENGLISH), True),  # the numbers of shapes
        ("\ufffd" * 90, True),  # characters that have no meaning at all
        ("2024/25 £1,500 £22.4m " * 20, False),  # figures alone are no gibberish
        ("KCC MTFP DSG", False),  # too little to tell
        ("", False),  # nothing
    ],
)
def test_a_page_is_gibberish_when_its_letters_are_no_language(text: str, expected: bool) -> None:
    assert is_gibberish(text) is expected


def test_every_plain_character_is_shifted_back() -> None:
    plain = "".join(map(chr, range(32, 127)))
    assert "".join(map(shift, shifted(plain))) == plain


@pytest.mark.parametrize(
    ("shape", "expected"),
    [(0x85, "£"), (0x87, "•"), (0xB1, "–"), (0xB3, "“"), (0xB4, "”"), (0xB5, "‘"), (0xB6, "’"), (0xFF, "ÿ")],
)
def test_shapes_beyond_the_alphabet_stand_in_the_order_of_fonts(shape: int, expected: str) -> None:
    assert shift(chr(shape)) == expected


def test_only_the_letters_of_the_shifted_font_are_put_right() -> None:
    wrong = shifted("The Council has been looking at the")
    text = f"Mower. {wrong} costs\r\n"
    fonts = [1] * 7 + [2] * len(wrong) + [1] * 6 + [0] * 2
    assert unshifted(text, fonts.__getitem__) == "Mower. The Council has been looking at the costs\r\n"


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cc", "Cs"])))
def test_text_without_characters_that_no_text_has_is_left_alone(text: str) -> None:
    def never(index: int) -> int:
        raise AssertionError(index)

    assert unshifted(text, never) == text


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 3))
def test_putting_right_keeps_one_character_a_glyph(text: str, fonts: int) -> None:
    assert len(unshifted(text, lambda index: index % (fonts + 1))) == len(text)


def test_a_stray_control_character_does_not_condemn_a_font() -> None:
    assert not is_shifted(ENGLISH + "\x01")
    assert is_shifted("\x87\x03")  # bullets embedded alone


def test_a_heading_alone_in_a_shifted_font_is_put_right_where_its_words_are_parted_by_shapes() -> None:
    assert is_shifted(shifted(". ") + shifted("Clerk") + "\xb6" + shifted("s Report"))
    assert not is_shifted(shifted("Clerks"))  # one word: too little to tell
    assert not is_shifted("GDPR\x03")  # which would be "damo": capitals are no language either way
    assert not is_shifted("GDPR AND DPIA\x03\x01")  # a font that has a space of its own


def test_a_heading_in_a_font_of_its_own_keeps_its_item_apart_from_the_one_above(papers: Path) -> None:
    record = read_record(read_paper(papers / "burton-cum-walden" / "minutes-2024-06-04.pdf"))
    (proceedings,) = record.proceedings

    assert [(one.number, one.heading) for one in proceedings.minutes[2:5]] == [
        ("3", "Minutes"),
        ("4", "Clerk’s Report"),
        ("5", "Winter gritting"),
    ]
    assert [one.text[:33] for one in proceedings.minutes[3].resolutions] == ["That the Clerk should investigate"]


def test_language_and_jumble_are_far_apart() -> None:
    for text in (ENGLISH, WELSH):
        assert likeness(text)[0] > 0.7
        assert likeness(jumbled(text))[0] < 0.4


def test_a_partly_shifted_report_is_read_as_it_looks(papers: Path) -> None:
    page = read_paper(papers / "burton-cum-walden" / "annual-report-2024-25.pdf").page(2)
    assert "Discretionary Fund to carry out in depth maintenance" in page.text
    assert "WKH" not in page.text
