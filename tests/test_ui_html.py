"""What a paper says is shown as words, whatever it holds: nothing of it becomes markup, script or direction."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.types import Answer, Citation, Copy, Query
from ui.answers import announcement, trouble_view
from ui.chips import Chip
from ui.citing import STYLES, lasting_link, pasted
from ui.compared import compared
from ui.html import linked, long_date, render
from ui.links import feed_link, question_link, thread_link
from ui.quoted import Paragraph, one_a_line, paragraphs

CITATION = Citation(
    n=1,
    label="Minute 12, resolution 1, Harbour Committee, 3 June 2025 (draft), page 4",
    council="Port Council",
    body="Harbour Committee",
    meeting_date=date(2025, 6, 3),
    minute="12",
    resolution=1,
    heading="Moorings",
    kind="decision",
    standing="draft",
    paper="pack.pdf",
    sha256="ab" * 32,
    pdf_page=6,
    printed_page="4",
    quote="That the moorings be let.",
    also_in=(Copy("minutes.pdf", 2),),
    passage="0123456789abcdef",
)
ANSWER = Answer(
    "what was agreed on moorings", "answered", "RESOLVED That the moorings be let. [1]", (CITATION,), "All."
)
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(1)">\u202e{{7*7}}${alert(1)}</div>"\'&'


class Tags(HTMLParser):
    """Collects the elements of some HTML, and what stands between them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its event handlers."""
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        """Note the words between elements."""
        self.text += data


def parsed(html: str) -> Tags:
    tags = Tags()
    tags.feed(html)
    return tags


def answer_html(answer: Answer) -> str:
    return render(
        "answer.html",
        base="",
        turn=1,
        answer=answer,
        query=Query(answer.question, "moorings", "any"),
        chips=(Chip(answer.question, None), Chip(answer.question, "dates")),
        dropped="dates",
        model=None,
        comparisons=compared(answer),
        feed=feed_link("", answer.question),
        here=question_link("", answer.question),
        file=lambda kind: f"/answer.{kind}",
        follow=thread_link("", "moorings"),
        said=announcement(answer),
        official=linked(answer),
        chosen=1,
        opened=None,
        heading="h2",
        pages=lambda one: f"PDF page {one.pdf_page}",
        page_link=lambda one: f"/papers/{one.sha256}/{one.pdf_page}",
        pdf_link=lambda one: f"/papers/{one.sha256}.pdf",
        pasted=lambda one, style: pasted(one, style, ""),
        lasting_link=lambda one: lasting_link("", one),
        several_councils=False,
        STYLES=STYLES,
        quoted_in_full=lambda _: False,
    )


def test_an_answer_shows_words_place_standing_and_copies() -> None:
    text = " ".join(parsed(answer_html(ANSWER)).text.split())

    assert "RESOLVED That the moorings be let. [source 1]" in text
    assert "Minute 12, resolution 1, Harbour Committee, 3 June 2025 (draft), page 4" in text
    assert "decision draft PDF page 6 of pack.pdf That the moorings be let." in text
    assert "Also printed in 1 other place minutes.pdf, PDF page 2" in text


def test_a_decline_shows_what_comes_near_under_a_heading_of_its_own() -> None:
    declined = Answer("what was agreed on zeppelins", "not_found", "Nothing in these papers answers this.", (), "All.")
    near = " ".join(parsed(answer_html(replace(declined, near=(CITATION,)))).text.split())
    nothing = " ".join(parsed(answer_html(declined)).text.split())

    assert "Not an answer, but near 1 Minute 12, resolution 1, Harbour Committee, 3 June 2025 (draft), page 4" in near
    assert "That the moorings be let." in near
    assert "Every quotation was checked against its page." in near
    assert "near" not in nothing
    assert "Every quotation was checked" not in nothing


def test_markup_from_a_paper_adds_no_element_and_no_handler() -> None:
    hostile = replace(
        CITATION, label=HOSTILE, heading=HOSTILE, paper=HOSTILE, quote=HOSTILE, also_in=(Copy(HOSTILE, 1),)
    )
    plain = parsed(answer_html(ANSWER))
    attacked = parsed(answer_html(Answer(HOSTILE, "answered", f"{HOSTILE} [1]", (hostile,), HOSTILE)))

    assert attacked.tags == plain.tags
    assert attacked.handlers == []
    assert "\u202e" not in attacked.text
    assert "<script>alert(1)</script>" in attacked.text  # shown as the words that the paper has


@given(st.text())
def test_any_text_is_shown_as_the_same_elements(text: str) -> None:
    hostile = replace(CITATION, label=text, paper=text, quote=text)

    shown = parsed(answer_html(Answer(text, "answered", "Words [1]", (hostile,), text)))

    assert shown.tags == parsed(answer_html(ANSWER)).tags


@given(st.text())
def test_only_marks_of_known_sources_become_links(text: str) -> None:
    html = linked(replace(ANSWER, answer=f"{text}[1][2]", citations=(CITATION,)))

    assert html.endswith('<a class="mark" href="#source-1">[<span class="unseen">source </span>1]</a>[2]</p>')
    assert parsed(html).tags.count("a") == 1 + text.count("[1]")
    assert set(parsed(html).tags) == {"p", "a", "span"}


def test_the_line_that_says_where_words_stand_is_set_apart() -> None:
    html = linked(replace(ANSWER, answer="Minute 12, Harbour Committee:\nRESOLVED That it be let. [1]\n\nMore: yes"))

    assert html == (
        '<p class="place">Minute 12, Harbour Committee</p><p>RESOLVED That it be let. '
        '<a class="mark" href="#source-1">[<span class="unseen">source </span>1]</a></p><p>More: yes</p>'
    )


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (ANSWER, "Answered, with 1 source."),
        (replace(ANSWER, citations=(CITATION, replace(CITATION, n=2))), "Answered, with 2 sources."),
        (replace(ANSWER, outcome="not_decided"), "Found, but no decision is held."),
        (replace(ANSWER, outcome="not_found", citations=()), "Nothing found in these papers."),
        (replace(ANSWER, outcome="private"), "Considered in private."),
    ],
)
def test_a_screen_reader_is_told_what_was_found(answer: Answer, said: str) -> None:
    assert announcement(answer) == said


def test_a_copied_citation_holds_the_words_the_label_and_the_place() -> None:
    assert pasted(CITATION, "plain", "") == (
        "“That the moorings be let.” (Minute 12, resolution 1, Harbour Committee, 3 June 2025 (draft), page 4; "
        "pack.pdf, PDF page 6; /papers/" + "ab" * 32 + "/6)"
    )


def test_trouble_names_what_to_type() -> None:
    html = trouble_view("q", "No papers are held yet", "There is no library.", "minutebook ingest papers")

    assert "No papers are held yet There is no library. minutebook ingest papers" in " ".join(parsed(html).text.split())


@pytest.mark.parametrize(("day", "words"), [(date(2025, 2, 5), "5 February 2025"), (None, "date not known")])
def test_dates_are_written_as_papers_print_them(day: date | None, words: str) -> None:
    assert long_date(day) == words


HEADED = [
    ("12. MOORINGS The moorings are let. [1]", ["12. MOORINGS", "The moorings are let. [source 1]"]),
    ("12 Moorings “Let them go”, it was said. [1]", ["12 Moorings", "“Let them go”, it was said. [source 1]"]),
    ("Moorings are let. [1]", ["Moorings are let. [source 1]"]),  # a sentence that begins with its words
    ("12. Moorings [1]", ["12. Moorings [source 1]"]),  # and nothing else
    ("The moorings are let. [1]", ["The moorings are let. [source 1]"]),
    ("12. Moorings The moorings are let.", ["12. Moorings The moorings are let."]),  # not known whose
]


@pytest.mark.parametrize(("text", "lines"), HEADED)
def test_the_heading_with_which_a_quotation_begins_is_a_line_of_its_own(text: str, lines: list[str]) -> None:
    html = linked(replace(ANSWER, answer=text))
    assert [one.striptags() for one in html.split("</p>")[:-1]] == lines


def test_resolutions_stand_one_a_line_with_their_numbers() -> None:
    two = (CITATION, replace(CITATION, n=2, resolution=2, quote="That the bye-laws be read [1] again."))
    words = "Minute 12:\nRESOLVED: That the moorings be let. [1] That the bye-laws be read [1] again. [2]\n\nMore."

    assert one_a_line(replace(ANSWER, answer=words, citations=two)) == (
        "Minute 12:\nRESOLVED:\n1. That the moorings be let. [1]\n2. That the bye-laws be read [1] again. [2]\n\nMore."
    )


def test_a_mark_stays_with_the_words_that_it_stands_before() -> None:
    two = (CITATION, replace(CITATION, n=2, resolution=None, quote="It was explained."))
    words = "RESOLVED that\n(b) That the moorings be let. [1]\nIt was explained. [2]"

    assert one_a_line(replace(ANSWER, answer=words, citations=two)) == (
        "RESOLVED that\n(b) That the moorings be let. [1]\nIt was explained. [2]"
    )


def test_a_number_that_the_words_bring_along_is_not_doubled() -> None:
    two = tuple(replace(CITATION, n=n, resolution=n, quote=f"{n}) That it be so.") for n in (1, 2))
    words = "AGREED: 1) That it be so. [1] 2) That it be so. [2]"

    assert one_a_line(replace(ANSWER, answer=words, citations=two)) == (
        "AGREED:\n1) That it be so. [1]\n2) That it be so. [2]"
    )


def test_what_is_no_resolution_stands_one_a_line_without_numbers() -> None:
    two = tuple(replace(CITATION, n=n, resolution=None, quote=f"Figure {n}.") for n in (1, 2))

    assert paragraphs(replace(ANSWER, answer="Figure 1. [1] Figure 2. [2]", citations=two)) == (
        Paragraph("", ("Figure 1. [1]", "Figure 2. [2]"), False),
    )


def test_a_vote_is_told_under_the_last_resolution_of_its_minute_with_where_it_is_read() -> None:
    html = linked(ANSWER, {1: {"Vote": [("for 5, against 3 – carried", "/papers/ab/9?words=9.1-9.5")]}})

    assert html.endswith(
        '<p class="vote">Vote: <a href="/papers/ab/9?words=9.1-9.5" data-turn="vote">for 5, against 3 – carried</a></p>'
    )
    assert linked(ANSWER, {2: {"Vote": [("for 5", "/")]}}) == linked(ANSWER)
