"""Ten things that users come to do, each done in a real browser with the keyboard alone."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from admin_side import PASSWORD, SETTING
from reading_room import run, served
from room_browser import focused, needs_chromium, opened_browser, picture_is_there, tab_to, watched_page

if TYPE_CHECKING:
    from playwright import sync_api

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: "sync_api.Browser", record_address: str) -> Iterator["sync_api.Page"]:
    with watched_page(browser, record_address) as page:
        page.goto("/")
        page.locator(".view").wait_for()
        yield page


def put(page: "sync_api.Page", question: str) -> None:
    """Ask from the front page: to the box, type, Enter."""
    tab_to(page, "Your question")
    page.keyboard.type(question)
    page.keyboard.press("Enter")
    page.locator(f'.view[data-question="{question}"]').wait_for()
    page.wait_for_function("() => document.activeElement.id === 'answer-title'")


def to_page(page: "sync_api.Page", name: str) -> None:
    """Go to one of the pages that the navigation names."""
    tab_to(page, name)
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=name).wait_for()


def test_find_what_was_agreed_on_lado_and_copy_its_citation(page: "sync_api.Page") -> None:
    put(page, "what was agreed on LADO in October 2025")
    tab_to(page, "Copy citation")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('said').textContent === 'Citation copied'")

    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith(
        "“That the report be noted.” (Minute 53, resolution 1, Families and Learning Scrutiny Commission, "
        "14 October 2025 (draft), page 2; families-2025-10-14-printed-minutes.pdf, PDF page 2; http://127.0.0.1:"
    )


def test_find_who_declared_an_interest(page: "sync_api.Page") -> None:
    to_page(page, "People")
    tab_to(page, "Show")
    page.keyboard.press("ArrowDown")
    tab_to(page, "Show")
    page.keyboard.press("Enter")
    page.get_by_text("11 names.").wait_for()
    tab_to(page, "Councillor Castellane")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Councillor Castellane").wait_for()

    assert page.locator(".record-list blockquote").count() == 2
    tab_to(page, "PDF page")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="PDF page").wait_for()
    page.get_by_text("Text of this page").press("Enter")
    assert "Councillor Castellane declared" in page.locator("mark").first.inner_text()


def test_compare_what_was_recommended_with_what_was_agreed(page: "sync_api.Page") -> None:
    put(page, "what was recommended and what was agreed on high needs")

    kinds = set(page.locator(".source .tag.kind").all_inner_texts())
    assert {"recommendation", "decision"} <= kinds


def test_see_whether_an_item_came_back(page: "sync_api.Page") -> None:
    to_page(page, "Asked to come back")
    tab_to(page, "An item, in a few words")
    page.keyboard.type("young carers bus pass")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="young carers bus pass").wait_for()

    assert (
        page.locator(".fate").first.inner_text().startswith("Asked for “by December 2024”: not seen in the papers held")
    )


def test_export_the_decisions_of_one_body(page: "sync_api.Page", tmp_path: Path) -> None:
    to_page(page, "Decisions")
    tab_to(page, "Body")
    page.keyboard.type("Cab")
    tab_to(page, "Show")
    page.keyboard.press("Enter")
    page.get_by_text("35 decisions, newest first").wait_for()
    tab_to(page, "CSV")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    download.value.save_as(tmp_path / "decisions.csv")

    with (tmp_path / "decisions.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 35
    assert {row["body"] for row in rows} == {"Cabinet"}


@pytest.fixture
def admin_page(browser: "sync_api.Browser", samples: Path, tmp_path: Path) -> Iterator["sync_api.Page"]:
    """Open the administrator's login over a library of one paper."""
    run("--library", str(tmp_path / "library"), "ingest", str(samples / "planning-2024-09-12-minutes.pdf"))
    with served(tmp_path / "library", env=SETTING) as address, watched_page(browser, address) as page:
        page.goto("/admin")
        tab_to(page, "Password")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/admin")
        yield page


def test_add_a_paper_and_withdraw_it(admin_page: "sync_api.Page", samples: Path) -> None:
    page, name = admin_page, "families-2025-10-14-printed-minutes.pdf"
    tab_to(page, "Add papers")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Add papers").wait_for()
    tab_to(page, "Papers", exactly=True)
    if page.evaluate("() => document.activeElement.tagName") == "A":  # the navigation's own of that name comes first
        tab_to(page, "Papers", exactly=True)
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(samples / name)
    tab_to(page, "Upload and add")
    page.keyboard.press("Enter")
    page.get_by_text("What became of each paper: 1 read").wait_for(timeout=120_000)
    page.goto("/")
    page.locator(".view").wait_for()
    put(page, "what was agreed on the LADO annual report")
    assert page.inner_text(".outcome") == "Answered from the record"

    page.goto("/admin/papers")
    tab_to(page, name)
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=name).wait_for()
    tab_to(page, "Reason")
    page.keyboard.type("Published with an address in it")
    with page.expect_navigation():  # the form's answer: going on before it comes would be cut short by it
        page.keyboard.press("Enter")
    page.goto("/")
    page.locator(".view").wait_for()
    put(page, "what was agreed on the LADO annual report")

    assert page.inner_text(".outcome") == "Nothing found"


def test_link_a_colleague_to_a_page(page: "sync_api.Page", browser: "sync_api.Browser", record_address: str) -> None:
    put(page, "what was agreed on LADO in October 2025")
    tab_to(page, "Copy the link", most=60)
    while focused(page) != "Copy the link":  # the first is that of the whole answer
        tab_to(page, "Copy the link")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.getElementById('said').textContent === 'Link copied'")
    link = page.evaluate("() => navigator.clipboard.readText()")

    with watched_page(browser, record_address) as colleague:
        colleague.goto(link)
        colleague.get_by_role("heading", level=1, name="Page 2 (PDF page 2)").wait_for()
        assert "That the report be noted." in " ".join(colleague.locator("mark").all_text_contents())
        assert picture_is_there(colleague)


def test_read_a_scan(page: "sync_api.Page") -> None:
    to_page(page, "Papers held")
    tab_to(page, "families-2024-10-15-signed-minutes-scan.pdf")
    page.keyboard.press("Enter")
    page.get_by_text("This page is a scan").wait_for()
    assert picture_is_there(page)
    tab_to(page, "Next page")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="(PDF page 2)").wait_for()
    tab_to(page, "Picture of the page")
    page.keyboard.press("+")
    assert picture_is_there(page, 2200)
    tab_to(page, "Text of this page")
    page.keyboard.press("Enter")

    assert "EDUCATION, HEALTH AND CARE PLANS" in page.locator(".page-text").inner_text()


def test_find_that_something_is_not_held(page: "sync_api.Page") -> None:
    put(page, "what was agreed on zeppelins")
    assert page.inner_text(".outcome") == "Nothing found"
    assert "Searched 11 papers" in page.inner_text(".coverage")
    tab_to(page, "Meetings", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Meetings").wait_for()
    tab_to(page, "9 July 2025")
    page.keyboard.press("Enter")

    page.get_by_text("No minutes of this meeting are held. The meeting of 12 November 2025 confirmed them.").wait_for()
