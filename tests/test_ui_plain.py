"""Words from a paper cannot change what stands around them on a screen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.plain import one_line, shown


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("That the report be noted.", "That the report be noted."),  # ordinary words stay as they are
        ("a\u202egnp.exe", "agnp.exe"),  # a right-to-left override
        ("\u2066a\u2069\u200eb\u061c", "ab"),  # isolates and marks
        ("\x1b[2Jgone\x07", "[2Jgone"),  # a terminal's escape loses its escape character
        ("one\ttwo\nthree", "one\ttwo\nthree"),  # tabs and newlines are layout
        ("£1.5m – “Môn”", "£1.5m – “Môn”"),  # money, dashes, quotation marks, Welsh
        ("\u05d0\u05d1", "\u05d0\u05d1"),  # Hebrew itself is not a direction mark
        ("half\ud800", "half"),  # a lone surrogate cannot be written out
    ],
)
def test_what_disturbs_a_screen_is_left_out(text: str, safe: str) -> None:
    assert shown(text) == safe


@given(st.text(alphabet=st.characters(codec=None)))
def test_showing_twice_is_showing_once_and_leaves_no_control(text: str) -> None:
    safe = shown(text)

    assert shown(safe) == safe
    assert {c for c in safe if unicodedata.category(c) in {"Cc", "Cs"}} <= {"\t", "\n"}
    assert {
        c
        for c in safe
        if unicodedata.bidirectional(c) in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}
    } == set()


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
