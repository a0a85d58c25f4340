"""The reading room in a real browser: by keyboard alone, on a phone's width, in light and dark, and with axe-core."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from reading_room import served
from room_browser import ask, focused, needs_chromium, opened_browser, picture_is_there, watched_page

if TYPE_CHECKING:
    from playwright import sync_api

pytestmark = needs_chromium
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed (pip install -e .[dev])"
)

LADO = "what was agreed on the LADO annual report"
STATES = {
    "start": "/",
    "answer": f"/?q={quote(LADO)}",
    "decline": "/?q=what%20was%20agreed%20on%20zeppelins",
    "papers": "/papers",
    "meetings": "/meetings",
    "decisions": "/decisions",
    "figures": "/decisions/figures",
    "outstanding": "/outstanding",
    "thread": "/thread?q=bus%20pass",
    "people": "/people",
    "person": "/person?council=Saltersmere%20Council&name=Councillor%20Frostick",
    "answer without scripts": f"/answer?q={quote(LADO)}",
    "accessibility": "/accessibility",
    "not held": "/papers/0123abcd/1",
}


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: "sync_api.Browser", address: str) -> Iterator["sync_api.Page"]:
    with watched_page(browser, address) as page:
        yield page


def test_enter_asks_and_the_answer_stands_beside_its_page(page: "sync_api.Page") -> None:
    page.goto("/")
    page.get_by_label("Your question").focus()
    page.keyboard.type(LADO)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name=LADO, level=2).wait_for()

    assert "That private tutors and language schools be offered a briefing by March 2026." in page.inner_text(".words")
    first = page.locator("#source-1")
    assert "Minute 53, resolution 1, Families and Learning Scrutiny Commission, 14 October 2025 (draft)" in (
        first.inner_text()
    )
    assert "Page 2 (PDF page 2) of families-2025-10-14-printed-minutes.pdf" in " ".join(first.inner_text().split())
    assert "draft" in first.locator(".tag.draft").inner_text()
    assert page.get_by_role("heading", name="Page 2 (PDF page 2)", level=2).is_visible()
    assert picture_is_there(page)
    assert re.fullmatch(
        r"/papers/[0-9a-f]{64}\.pdf#page=2", page.locator("#source-1 .actions a").get_attribute("href") or ""
    )


def test_the_answer_takes_the_focus_and_is_announced(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, LADO)

    page.wait_for_function("() => document.activeElement.id === 'answer-title'")
    page.wait_for_function("() => document.getElementById('said').textContent === 'Answered, with 4 sources.'")
    assert page.title() == f"{LADO} – Minutebook"


def test_the_address_reproduces_question_and_source(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, LADO)
    page.locator("#source-3 a.label").press("Enter")
    page.locator('#source-3 a.label[aria-current="true"]').wait_for()

    copied = page.url
    page.goto("about:blank")
    page.goto(copied)
    page.locator('#source-3 a.label[aria-current="true"]').wait_for()

    assert "q=what" in copied
    assert "source=3" in copied
    assert page.get_by_label("Your question").input_value() == LADO
    assert page.locator("[aria-current=true]").count() == 1


def test_back_and_forward_move_between_questions(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, LADO)
    ask(page, "what was agreed on attendance")
    page.go_back()
    page.locator(f'.view[data-question="{LADO}"]').wait_for()
    assert page.get_by_label("Your question").input_value() == LADO
    page.go_forward()
    page.locator('.view[data-question="what was agreed on attendance"]').wait_for()
    page.go_back()
    page.go_back()
    page.get_by_role("heading", name="For example").wait_for()


def test_everything_is_reached_with_the_keyboard_alone(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}")
    page.wait_for_function("() => document.activeElement.id === 'answer-title'")

    page.keyboard.press("Tab")  # what the question was read as, which can be taken away
    assert page.evaluate("() => document.activeElement.closest('.words')") is None
    page.keyboard.press("Tab")  # the mark [1] in the answer
    assert page.evaluate("() => document.activeElement.closest('.words') !== null")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.closest('li').id") == "source-1"
    page.locator("#source-2 a.label").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.id === 'reader-title'")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Previous page"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Page 1 (PDF page 1)").wait_for()
    assert focused(page) == "Page 1 (PDF page 1)"
    assert picture_is_there(page)


def test_the_page_has_its_words_as_an_alternative_with_the_quotation_marked(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}&source=4")
    page.locator('#source-4 a.label[aria-current="true"]').wait_for()
    page.get_by_text("Text of this page").press("Enter")

    marked = " ".join(" ".join(page.locator(".page-text mark").all_inner_texts()).split())
    assert marked.endswith("That private tutors and language schools be offered a briefing by March 2026.")
    assert "That private tutors and language schools be offered a briefing" in (
        page.locator(".reader img").get_attribute("alt") or ""
    )


def test_a_citation_is_copied_with_its_place(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}")
    page.get_by_role("button", name="Copy citation 1").press("Enter")

    page.wait_for_function("() => document.getElementById('said').textContent === 'Citation copied'")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("“That the report be noted.” (Minute 53, resolution 1, Families and Learning")


def test_a_limit_is_taken_away_with_the_keyboard_and_the_address_says_so(page: "sync_api.Page") -> None:
    question = "what was agreed on the LADO annual report since 2026"
    page.goto(f"/?q={quote(question)}")
    page.locator(".outcome").wait_for()
    assert page.locator(".outcome.answered").count() == 0

    page.get_by_role("button", name="Ask again without the limit: Meetings held since 1 January 2026").press("Enter")
    page.locator(".outcome.answered").wait_for()
    assert page.url.endswith("&without=dates")
    assert page.get_by_label("Your question").input_value() == question
    page.wait_for_function("() => document.activeElement.id === 'answer-title'")
    assert axe.Axe().run(page).violations_count == 0

    page.get_by_role("link", name="Put the limits back").press("Enter")
    page.locator('.view[data-without=""]').wait_for()
    assert "without" not in page.url
    page.go_back()
    page.locator('.view[data-without="dates"] .outcome.answered').wait_for()


def test_an_answer_declares_its_feed(page: "sync_api.Page") -> None:
    page.goto(f"/?q={quote(LADO)}")
    declared = page.locator('link[rel="alternate"][type="application/atom+xml"]').get_attribute("href")
    page.locator(".outcome").wait_for()

    assert declared == f"/feed.atom?q={quote(LADO)}"
    assert page.get_by_role("link", name="Follow this question in a feed reader").get_attribute("href") == declared


def test_examples_come_from_the_library_and_ask_themselves(page: "sync_api.Page") -> None:
    page.goto("/")
    example = page.locator(".examples a").first
    example.wait_for()
    question = example.inner_text()
    example.press("Enter")
    page.locator(f'.view[data-question="{question}"]').wait_for()

    assert page.get_by_label("Your question").input_value() == question
    assert page.locator(".outcome.answered").count() == 1


def test_a_decline_says_what_was_searched(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, "what was agreed on zeppelins")

    assert page.inner_text(".outcome") == "Nothing found"
    assert "Searched 4 papers" in page.inner_text(".coverage")
    assert page.locator(".reader").count() == 0


def test_a_hostile_paper_and_a_hostile_question_stay_words(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, "what was resolved on the roundabout")
    page.wait_for_timeout(300)  # an image that fails to load would have run its handler by then
    assert page.title() == "what was resolved on the roundabout – Minutebook"
    assert page.locator(".view img").count() == page.locator(".reader img").count()

    page.get_by_label("Your question").fill("<img src=x onerror=document.title='broken'>${alert(1)}{{7*7}}")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="<img src=x onerror=document.title='broken'>${alert(1)}{{7*7}}").wait_for()
    assert not page.title().startswith("broken")


def test_nothing_about_a_question_is_kept_in_the_browser(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, LADO)

    kept = page.evaluate(
        """async () => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie,
        await indexedDB.databases()])"""
    )
    assert "LADO" not in kept


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_violation_in_any_light_or_width_and_nothing_runs_over(page: "sync_api.Page", state: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(STATES[state])
    if state in ("start", "answer", "decline"):
        page.locator(".view").wait_for()
    for width, height in ((1280, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            results = axe.Axe().run(page)

            assert [found["id"] for found in results.response["violations"]] == []
            assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")


def test_a_meeting_shows_its_items_and_leads_to_their_pages(page: "sync_api.Page") -> None:
    page.goto("/meetings")
    page.get_by_role("link", name="14 October 2025").click()
    page.get_by_role("heading", level=1, name="Families and Learning Scrutiny Commission, 14 October 2025").wait_for()
    assert axe.Axe().run(page).violations_count == 0

    page.get_by_role("link", name=re.compile(r"^53\. ")).click()
    page.get_by_role("heading", level=1, name="Page 2 (PDF page 2)").wait_for()
    assert picture_is_there(page)
    assert axe.Axe().run(page).violations_count == 0
    page.get_by_role("link", name="Next page").press("Enter")
    page.get_by_role("heading", level=1, name="Page 3 (PDF page 3)").wait_for()
    assert page.url.split("?")[0].endswith("/3")


def test_without_a_library_the_page_says_the_command(browser: "sync_api.Browser", tmp_path: Path) -> None:
    with served(tmp_path / "none") as address:
        page = browser.new_page(base_url=address)
        page.goto("/")
        page.get_by_role("heading", name="No papers are held yet").wait_for()

        assert f"minutebook --library {tmp_path / 'none'} ingest" in page.inner_text("pre")
        assert axe.Axe().run(page).violations_count == 0
        page.close()


@pytest.mark.parametrize(
    ("fail", "words"),
    [
        (lambda route: route.abort(), "Minutebook cannot be reached just now, so there is no answer."),
        (lambda route: route.fulfill(status=500, body="{}"), "Something went wrong, and there is no answer."),
    ],
    ids=["the server is away", "the server fails"],
)
def test_an_answer_that_does_not_come_is_told_and_the_question_can_be_asked_again(
    browser: "sync_api.Browser", address: str, fail: Callable[["sync_api.Route"], None], words: str
) -> None:
    page = browser.new_page(base_url=address)
    page.goto("/")
    page.locator(".view.start").wait_for()
    page.route("**/run/predict*", fail)
    page.get_by_label("Your question").fill(LADO)
    page.keyboard.press("Enter")

    told = page.get_by_role("alert").filter(has_text=words)
    told.wait_for()
    assert page.locator(".view").get_attribute("aria-busy") is None
    assert told.get_by_role("link", name="Ask again").get_attribute("href") == f"{address}/?q={LADO.replace(' ', '+')}"
    assert axe.Axe().run(page).violations_count == 0
    page.unroute("**/run/predict*")
    page.get_by_label("Your question").press("Enter")
    page.locator(f'.view[data-question="{LADO}"]').wait_for()
    assert page.locator("#unanswered").count() == 0
    page.close()


def test_who_asks_something_else_before_the_answer_has_come_gets_the_last_answer(page: "sync_api.Page") -> None:
    page.goto("/")
    page.locator(".view.start").wait_for()
    held: list[sync_api.Route] = []

    def hold(route: "sync_api.Route") -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/run/predict*", hold)
    page.get_by_label("Your question").fill("what was agreed on LADO")
    page.keyboard.press("Enter")
    page.get_by_label("Your question").fill(LADO)
    page.keyboard.press("Enter")
    page.wait_for_timeout(200)
    held[0].continue_()

    page.locator(f'.view[data-question="{LADO}"]').wait_for()
