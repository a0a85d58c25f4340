"""A figure across years in a real browser: an answer from a table of the sample papers, and its plot beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from room_browser import ask, needs_chromium, opened_browser, watched_page

if TYPE_CHECKING:
    from playwright import sync_api

pytestmark = needs_chromium
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed (pip install -e .[dev])"
)

ABSENCE = "what share of secondary pupils were persistently absent in autumn 2024"


@pytest.fixture
def page(address: str) -> Iterator["sync_api.Page"]:
    with opened_browser() as browser, watched_page(browser, address) as page:
        yield page


def test_the_cited_row_is_drawn_and_told_in_a_table_that_leads_to_each_figure(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, ABSENCE)
    across = page.locator("details.across")
    across.locator("summary").wait_for()
    if across.get_attribute("open") is None:
        across.locator("summary").press("Enter")

    picture = page.get_by_role("img", name="Secondary, Autumn 2022 to Autumn 2024")
    assert picture.locator("text.body").all_text_contents() == ["29.8%", "27.9%", "26.3%"]
    heights = [float(bar.get_attribute("height") or 0) for bar in picture.locator("rect").all()]
    assert [round(height / heights[0], 2) for height in heights] == [1.0, 0.94, 0.88]
    row = across.get_by_role("row", name="Secondary")
    assert row.get_by_role("link").all_inner_texts() == ["29.8%", "27.9%", "26.3%"]
    for width, height in ((1280, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            assert [found["id"] for found in axe.Axe().run(page).response["violations"]] == []
            assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")

    row.get_by_role("link", name="27.9%").click()
    page.locator("details.text:not(.across) summary").click()
    heading, figure = page.locator(".page-text mark").all_inner_texts()
    assert " ".join(heading.split()) == "Persistent absence Autumn 2022 Autumn 2023 Autumn 2024"
    assert figure == "27.9%"


def test_a_page_without_a_row_across_years_offers_none(page: "sync_api.Page") -> None:
    page.goto("/")
    ask(page, "what was agreed on the LADO annual report")
    page.locator(".reader h2, .reader h3").first.wait_for()
    assert page.locator("details.across").count() == 0
