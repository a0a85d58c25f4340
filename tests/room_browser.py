"""A real browser for the tests of the screens, and a page that fails its test on what a reading room must never do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")  # Debian's; Playwright's own build is a download of its own
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
RUNS_OVER = """() => document.documentElement.scrollWidth > window.innerWidth
  || [...document.querySelectorAll('.scroll:has(table)')].some((one) => one.scrollWidth > one.clientWidth + 1)"""
needs_chromium = pytest.mark.skipif(
    not CHROMIUM.is_file(), reason="Chromium is not installed (apt-get install chromium)"
)


@contextmanager
def opened_browser() -> Iterator["Browser"]:
    """Yield Chromium, closed afterwards."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install -e .[dev])")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def watched_page(browser: "Browser", address: str) -> Iterator["Page"]:
    """Yield a page; fail if it asked another machine for anything, or if the browser complained of anything."""
    context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.set_default_timeout(90_000)  # a reading in a process of its own may wait for a busy machine
    page = context.new_page()
    outside: list[str] = []
    complaints: list[str] = []
    inside = (f"{address}/", "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(inside) else outside.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    # Playwright asks the browser for choosers only once somebody listens: asked at the key press, it may come too late
    page.on("filechooser", lambda _: None)
    yield page
    context.close()
    assert outside == []
    assert [one for one in complaints if "404 (Not Found)" not in one] == []


def nothing_runs_over(page: "Page") -> bool:
    """Say whether neither the page nor a table on it has to be scrolled sideways on a narrow screen (WCAG 1.4.10)."""
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 700})
        if page.evaluate(RUNS_OVER):
            return False
    return True


def ask(page: "Page", question: str) -> None:
    """Type a question, press Enter and wait for its answer."""
    page.locator(".view").wait_for()
    page.get_by_label("Your question").fill(question)
    page.keyboard.press("Enter")
    page.locator(f'.view[data-question="{question}"]').wait_for()


def picture_is_there(page: "Page", width: int = 1100) -> bool:
    """Wait for the picture of the page that is read, and say whether it is as wide as it should be."""
    page.wait_for_function(f"() => document.querySelector('.reader img')?.naturalWidth === {width}")
    return True


def focused(page: "Page") -> str:
    """Return the words of what has the focus, or its label."""
    return str(
        page.evaluate(
            "() => { const one = document.activeElement;"
            " return (one.getAttribute('aria-label') || one.labels?.[0]?.textContent || one.textContent).trim()"
            ".replace(/\\s+/g, ' '); }"
        )
    )


def tab_to(page: "Page", words: str, most: int = 120, key: str = "Tab", exactly: bool = False) -> None:
    """Press Tab until what has the focus begins with these words: with the keyboard alone, as a user finds it."""
    for _ in range(most):
        page.keyboard.press(key)
        if focused(page) == words or (not exactly and focused(page).startswith(words)):
            return
    raise AssertionError(f"{words!r} was not reached with {most} presses of {key}; the last was {focused(page)!r}")
