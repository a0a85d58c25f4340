"""A citation pasted anywhere says where its words stand, and nothing printed in a paper becomes markup there."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.types import Standing
from search.styles import Style, markdown_text, styled, tex_text
from search.types import Citation

SHA = "9f2c" * 16
LINK = f"https://minutes.example/papers/{SHA}/14"
MINUTE = Citation(
    n=1,
    label="Minute 129, resolution 1, Education Scrutiny Commission, 25 February 2025 (draft), page 10",
    council="Somewhere City Council",
    body="Education Scrutiny Commission",
    meeting_date=date(2025, 2, 25),
    minute="129",
    resolution=1,
    heading="LADO ANNUAL REPORT",
    kind="decision",
    standing="draft",
    paper="pack_2025.pdf",
    sha256=SHA,
    pdf_page=14,
    printed_page="10",
    quote="That report be\nnoted.",
    also_in=(),
    passage="0123456789abcdef",
)
BARE = replace(
    MINUTE,
    label="PDF page 14",
    council=None,
    body=None,
    meeting_date=None,
    minute=None,
    resolution=None,
    heading=None,
    kind="report",
    standing=None,
    printed_page=None,
)

WRITTEN: list[tuple[Citation, Style, str]] = [
    (
        MINUTE,
        "plain",
        "“That report be noted.” (Minute 129, resolution 1, Education Scrutiny Commission, 25 February 2025 (draft), "
        f"page 10; pack_2025.pdf, PDF page 14; {LINK})",
    ),
    (
        MINUTE,
        "markdown",
        "> That report be noted.\n>\n> — [Minute 129, resolution 1, Education Scrutiny Commission, 25 February 2025 "
        f"(draft), page 10](<{LINK}>), pack\\_2025.pdf, PDF page 14",
    ),
    (
        MINUTE,
        "oscola",
        "Somewhere City Council, Education Scrutiny Commission, ‘LADO ANNUAL REPORT’ (25 February 2025, draft minutes) "
        f"minute 129, resolution 1, page 10 <{LINK}>.",
    ),
    (
        MINUTE,
        "report",
        "Education Scrutiny Commission, 25 February 2025, Minute 129 (LADO ANNUAL REPORT), resolution 1, page 10 "
        "[draft minutes, not yet confirmed]: “That report be noted.” "
        f"Source: pack_2025.pdf, SHA-256 9f2c9f2c9f2c, {LINK}",
    ),
    (
        MINUTE,
        "bibtex",
        "@misc{education-scrutiny-commission-2025-02-25-minute-129-4d188f3b,\n"
        "  author = {{Somewhere City Council, Education Scrutiny Commission}},\n"
        "  title = {{Minute 129: LADO ANNUAL REPORT}},\n"
        "  year = {2025},\n  month = {2},\n  day = {25},\n  pages = {10},\n"
        "  howpublished = {pack\\_2025.pdf, PDF page 14},\n"
        "  note = {“That report be noted.” (Minute 129, resolution 1, Education Scrutiny Commission, "
        f"25 February 2025 (draft), page 10; pack\\_2025.pdf; SHA-256 {SHA})}},\n"
        f"  url = {{{LINK}}},\n}}",
    ),
    # a paper that says next to nothing of itself
    (BARE, "plain", f"“That report be noted.” (PDF page 14; pack_2025.pdf, PDF page 14; {LINK})"),
    (BARE, "oscola", f"‘pack_2025.pdf’ PDF page 14 <{LINK}>."),
    (
        BARE,
        "report",
        f"PDF page 14: “That report be noted.” Source: pack_2025.pdf, SHA-256 9f2c9f2c9f2c, {LINK}",
    ),
]


@pytest.mark.parametrize(("citation", "style", "written"), WRITTEN)
def test_each_style_says_what_its_readers_expect(citation: Citation, style: Style, written: str) -> None:
    assert styled(citation, style, LINK) == written


STOOD = [
    # standing of the minutes, and how a footnote tells it: the day is the meeting's, and no day of confirmation is told
    ("draft", "(25 February 2025, draft minutes)"),
    ("confirmed", "(25 February 2025, minutes confirmed)"),
    ("corrected", "(25 February 2025, minutes since corrected)"),
    (None, "(25 February 2025)"),
]


@pytest.mark.parametrize(("standing", "told"), STOOD)
def test_a_footnote_does_not_take_the_day_of_a_meeting_for_that_of_its_confirmation(
    standing: Standing | None, told: str
) -> None:
    assert f"’ {told} minute 129" in styled(replace(MINUTE, standing=standing), "oscola", LINK)


def test_two_quotations_of_one_passage_are_two_entries_with_keys_of_their_own() -> None:
    entries = [styled(replace(MINUTE, quote=quote), "bibtex", LINK) for quote in ("It sits.", "It stands.", "It sits.")]
    keys = [entry.split(",")[0] for entry in entries]

    assert keys[0] == keys[2] != keys[1]


class _Shown(HTMLParser):
    """Collects what a browser would show of HTML, and the tags in it."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  # the parser's own signature
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


HOSTILE = [
    "<script>alert(1)</script> [click](javascript:alert(1)) ![x](y)",  # HTML, links, pictures
    "1. list\n- other\n# heading\n> quote\n***\n`code`",  # blocks
    "a | b\n--- | ---\nwww.example.com <http://a.example> &lt;b&gt; ~~gone~~ a_b_c *d*",  # tables, entities, emphasis
    "\u202eback\u2066 \x1b[31mred\x00 soft\xadhyphen",  # what screens obey
]


@pytest.mark.parametrize("words", HOSTILE)
def test_markdown_shows_the_words_as_they_are(words: str) -> None:
    reader = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    shown = _Shown()
    shown.feed(reader.render(styled(replace(MINUTE, quote=words, heading=words, label=words), "markdown", LINK)))

    assert shown.tags == ["blockquote", "p", "p", "a"]
    assert "\u202e" not in shown.words
    assert "\x1b" not in shown.words


@example("1. a")
@example("- a")
@example("# a")
@example("---")
@example("2) <b>")
@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Z"))))
def test_markdown_gives_any_words_back(words: str) -> None:
    shown = _Shown()
    shown.feed(MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown_text(words)))

    assert shown.words.strip() == " ".join(words.split())
    assert set(shown.tags) <= {"p"}


@given(st.text())
def test_tex_never_opens_what_it_does_not_close(words: str) -> None:
    depth = 0
    written = tex_text(words).replace(r"\{", "").replace(r"\}", "")
    for letter in written:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        assert depth >= 0
    assert depth == 0
    assert "@" not in written.replace("{@}", "")


@given(st.sampled_from(get_args(Style)), st.text(), st.text(), st.text())
def test_every_style_takes_any_words_and_keeps_its_link(style: Style, quote: str, heading: str, name: str) -> None:
    citation = replace(MINUTE, quote=quote, heading=heading, paper=name, label=heading, minute=name or None)

    written = styled(citation, style, LINK)

    assert LINK in written
    assert not {"\r", "\x1b", "\x00", "\u202e"} & set(written)
    assert len(written.splitlines()) == {"markdown": 3, "bibtex": written.count(",\n") + 1}.get(style, 1)


def test_a_link_cannot_end_what_it_stands_in() -> None:
    written = styled(MINUTE, "markdown", 'https://a.example/x> <b>"}\n')

    assert "(<https://a.example/x%3E%20%3Cb%3E%22%7D%0A>)" in written
