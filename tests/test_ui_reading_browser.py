"""Typing, enlarging, printing and reading without scripts, in a real browser over papers in which items come back."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from room_browser import ask, focused, needs_chromium, opened_browser, picture_is_there, watched_page

if TYPE_CHECKING:
    from playwright import sync_api

pytestmark = needs_chromium
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed (pip install -e .[dev])"
)

BOX = "#question input"
LADO = "what was agreed on the LADO annual report"


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: "sync_api.Browser", record_address: str) -> Iterator["sync_api.Page"]:
    with watched_page(browser, record_address) as page:
        yield page


def typed(page: "sync_api.Page", words: str) -> list[str]:
    """Type words key by key and return what is suggested."""
    page.locator(f"{BOX}[role=combobox]").focus()
    page.keyboard.type(words)
    page.locator("#suggestions [role=option]").first.wait_for()
    return page.locator("#suggestions [role=option]").all_inner_texts()


# Suggestions while typing


def test_arrows_choose_a_suggestion_and_enter_takes_it_without_asking(page: "sync_api.Page") -> None:
    page.goto("/")
    assert typed(page, "what was agreed by the cab") == ["what was agreed by the Cabinet"]
    assert page.get_attribute(BOX, "aria-expanded") == "true"
    assert page.get_by_text("1 suggestion", exact=True).get_attribute("role") == "status"

    page.keyboard.press("ArrowDown")
    assert page.get_attribute(BOX, "aria-activedescendant") == "suggestion-0"
    assert page.get_by_role("option", selected=True).inner_text() == "what was agreed by the Cabinet"
    assert axe.Axe().run(page).violations_count == 0
    page.keyboard.press("Enter")

    assert page.input_value(BOX) == "what was agreed by the Cabinet"
    assert page.get_attribute(BOX, "aria-expanded") == "false"
    assert page.locator(".view.start").count() == 1  # nothing was asked yet
    page.keyboard.press("Enter")
    page.locator('.view[data-question="what was agreed by the Cabinet"]').wait_for()


def test_the_arrows_go_round_through_what_was_typed(page: "sync_api.Page") -> None:
    page.goto("/")
    last = len(typed(page, "se")) - 1

    page.keyboard.press("ArrowUp")
    assert page.get_attribute(BOX, "aria-activedescendant") == f"suggestion-{last}"
    page.keyboard.press("ArrowDown")
    assert page.get_attribute(BOX, "aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    assert page.get_attribute(BOX, "aria-activedescendant") == "suggestion-0"


def test_escape_closes_the_list_and_keeps_the_words(page: "sync_api.Page") -> None:
    page.goto("/")
    typed(page, "cab")
    page.keyboard.press("Escape")

    assert page.locator("#suggestions").is_hidden()
    assert page.input_value(BOX) == "cab"
    assert focused(page) == "Your question"
    page.keyboard.press("ArrowDown")  # and the arrow opens it again
    page.locator("#suggestions [role=option]").first.wait_for()


def test_tab_goes_on_to_the_button_and_closes_the_list(page: "sync_api.Page") -> None:
    page.goto("/")
    typed(page, "cab")
    page.keyboard.press("Tab")

    assert focused(page) == "Ask"
    assert page.locator("#suggestions").is_hidden()
    assert page.input_value(BOX) == "cab"


def test_a_suggestion_is_taken_with_a_click(page: "sync_api.Page") -> None:
    page.goto("/")
    typed(page, "cab")
    page.get_by_role("option", name="Cabinet").click()

    assert page.input_value(BOX) == "Cabinet"
    assert focused(page) == "Your question"


def test_enter_asks_at_once_and_no_list_opens_over_the_answer(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, LADO)
    page.wait_for_timeout(400)  # longer than the pause after which a list is fetched

    assert page.locator("#suggestions").is_hidden()


def test_what_is_typed_before_the_page_is_ready_is_kept(page: "sync_api.Page") -> None:
    held: list[sync_api.Route] = []
    page.route("**/gradio_api/run/predict*", lambda route: held.append(route))  # Playwright takes no built-in method
    page.goto("/")
    page.get_by_label("Your question").fill("bus pass")
    page.wait_for_timeout(100)
    held[0].continue_()
    page.locator(".view.start").wait_for()

    assert page.input_value(BOX) == "bus pass"


# Reading


def yellow(page: "sync_api.Page") -> int:
    """Return how many points of the picture shown have the yellow of a mark."""
    shown = np.asarray(Image.open(io.BytesIO(page.locator(".sheet").screenshot())).convert("RGB")).astype(int)
    red, green, blue = shown[..., 0], shown[..., 1], shown[..., 2]
    return int(((red > 200) & (green > 170) & (blue < 180)).sum())


def test_a_page_is_enlarged_with_the_keyboard_and_keeps_its_marks(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}")
    picture_is_there(page)
    narrow = page.locator(".reader img").bounding_box()
    assert narrow is not None
    page.locator(".sheet").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    picture_is_there(page, 2200)

    wide = page.locator(".reader img").bounding_box()
    assert wide is not None
    assert round(wide["width"] / narrow["width"], 1) == 2.0
    page.wait_for_function("() => document.getElementById('said').textContent === 'Picture at 200 per cent'")
    page.evaluate("() => { const it = document.querySelector('.sheet'); it.scrollTop = 0; it.scrollLeft = 0; }")
    page.locator(".sheet").evaluate("it => { it.style.maxHeight = 'none'; }")
    assert yellow(page) > 0
    assert axe.Axe().run(page).violations_count == 0
    page.get_by_role("button", name="Larger").press("Enter")
    page.get_by_role("button", name="Fit").press("Enter")
    fitted = page.locator(".reader img").bounding_box()
    assert fitted is not None
    assert fitted["width"] == narrow["width"]


def test_the_size_is_kept_when_pages_are_turned(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}")
    picture_is_there(page)
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("link", name="Next page").click()
    page.get_by_role("heading", name="Page 3 (PDF page 3)").wait_for()

    picture_is_there(page, 2200)
    assert page.locator("[data-zoomed]").inner_text() == "150 %"


def test_a_page_gone_to_by_its_number_stands_beside_the_answer_and_in_the_address(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}")
    page.get_by_label("Go to PDF page").fill("3")
    page.get_by_label("Go to PDF page").press("Enter")
    third = page.get_by_role("heading", level=2, name="Page 3 (PDF page 3)")
    third.wait_for()
    assert focused(page) == "Page 3 (PDF page 3)"
    assert page.url.endswith("&at=3")

    page.reload()  # as whoever is sent the address opens it
    third.wait_for()
    page.go_back()
    page.get_by_role("heading", level=2, name="Page 2 (PDF page 2)").wait_for()
    page.go_forward()
    third.wait_for()


def test_back_leads_from_a_source_and_a_turned_page_to_what_was_read_before(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}&source=2")
    second = page.locator('#source-2 a.label[aria-current="true"]')
    second.wait_for()
    page.locator("#source-1 a.label").press("Enter")
    page.locator('#source-1 a.label[aria-current="true"]').wait_for()
    assert page.url.endswith("&source=1")
    page.get_by_role("link", name="Next page").press("Enter")
    page.get_by_text("PDF page 3 of 3").wait_for()
    assert page.url.endswith("&source=1&at=3")

    page.go_back()
    page.get_by_text("PDF page 2 of 3").wait_for()
    page.go_back()
    second.wait_for()


def test_the_quoted_words_are_in_sight_where_the_page_is_longer_than_the_screen(page: "sync_api.Page") -> None:
    page.set_viewport_size({"width": 1280, "height": 640})
    page.goto(f"/?q={quote(LADO)}&source=4")
    page.locator(".sheet[data-shown]").wait_for()

    top, bottom, mark = page.evaluate(
        "() => { const sheet = document.querySelector('.sheet');"
        " return [sheet.scrollTop, sheet.scrollTop + sheet.clientHeight,"
        " sheet.dataset.mark.split(' ')[1] * sheet.querySelector('img').clientHeight]; }"
    )

    assert 0 < top < mark < bottom


def test_the_link_to_an_answer_is_copied_whole(page: "sync_api.Page", record_address: str) -> None:
    page.goto(f"/?q={quote(LADO)}")
    page.get_by_role("button", name="Copy the link to this answer").press("Enter")

    page.wait_for_function("() => document.getElementById('said').textContent === 'Link copied'")
    assert page.evaluate("() => navigator.clipboard.readText()") == f"{record_address}/?q={quote(LADO)}"


# Print, and no scripts


def printed(page: "sync_api.Page") -> str:
    """Return the words of the page as Chromium prints it."""
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    return " ".join(" ".join(one.get_textpage().get_text_range() for one in document).split())


def test_an_answer_prints_its_words_sources_and_page_and_no_controls(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}")
    picture_is_there(page)
    text = printed(page)

    assert "Minute 53, resolution 1, Families and Learning Scrutiny Commission, 14 October 2025 (draft)" in text
    assert "That private tutors and language schools be offered a briefing by March 2026." in text
    for control in ("Copy citation", "Larger", "Papers held", "Your question", "Next page", "Take away"):
        assert control not in text


def test_the_register_prints_whole_rows(page: "sync_api.Page") -> None:
    page.goto("/decisions?body=Cabinet")
    text = printed(page)

    assert "ask for a report on home to school transport in the autumn." not in text  # no minutes of July are held
    assert "35 decisions, newest first" in text
    assert "Take away" not in text


def test_without_scripts_a_question_is_asked_and_answered(browser: "sync_api.Browser", record_address: str) -> None:
    context = browser.new_context(base_url=record_address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.wait_for_url("**/answer")
    page.get_by_label("Your question").fill(LADO)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=LADO, level=2).wait_for()

    assert "That private tutors and language schools be offered a briefing by March 2026." in page.inner_text(".words")
    page.locator("#source-2 a.label").click()
    page.get_by_role("heading", level=1, name="Page 2 (PDF page 2)").wait_for()
    context.close()
