"""On a narrow screen nothing has to be scrolled sideways: WCAG 1.4.10, at 320 pixels and at a phone's 390."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from room_browser import needs_chromium, nothing_runs_over, opened_browser, watched_page

if TYPE_CHECKING:
    from playwright import sync_api

pytestmark = needs_chromium

LADO = quote("what was agreed on the LADO annual report")
PAGES = {
    "start": "/",
    "answer": f"/?q={LADO}",
    "decline": "/?q=what%20was%20agreed%20on%20zeppelins",
    "answer without scripts": f"/answer?q={LADO}",
    "papers held": "/papers",
    "meetings": "/meetings",
    "a meeting": "/meeting?council=Saltersmere%20Council&body=Cabinet&date=2025-02-12",
    "decisions": "/decisions",
    "no decisions": "/decisions?words=zeppelin",
    "figures": "/decisions/figures",
    "asked to come back": "/outstanding",
    "an item across meetings": "/thread?q=bus%20pass",
    "people": "/people",
    "a person": "/person?council=Saltersmere%20Council&name=Councillor%20Frostick",
    "about": "/about",
    "accessibility": "/accessibility",
    "not held": "/papers/0123abcd/1",
}
NAMED = """() => [...document.querySelectorAll('table.cards td')]
  .filter((one) => one.offsetParent && !one.dataset.name).map((one) => one.textContent.trim())"""


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: "sync_api.Browser", record_address: str) -> Iterator["sync_api.Page"]:
    with watched_page(browser, record_address) as page:
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_neither_a_page_nor_a_table_is_scrolled_sideways(page: "sync_api.Page", name: str) -> None:
    page.goto(PAGES[name])
    page.locator(".view, main").first.wait_for()
    assert nothing_runs_over(page)


def test_a_row_is_a_card_that_names_what_each_cell_tells_and_stays_a_row_to_a_screen_reader(
    page: "sync_api.Page",
) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("/papers")

    assert page.evaluate(NAMED) == []
    row = page.get_by_role("row", name="planning-2024-09-12-minutes.pdf")
    assert row.get_by_role("rowheader").inner_text() == "planning-2024-09-12-minutes.pdf"
    told = row.get_by_role("cell", name="minutes").first
    assert told.evaluate("(one) => getComputedStyle(one, '::before').content") == '"Taken for: "'
    assert page.get_by_role("columnheader").count() == 0  # each cell names its own
