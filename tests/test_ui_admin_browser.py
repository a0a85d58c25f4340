"""Looking after the library in a real browser: with the keyboard alone, without scripts, on a phone, light and dark."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from admin_side import PASSWORD, SETTING, paper, workers_of
from reading_room import run, served
from room_browser import needs_chromium, nothing_runs_over, opened_browser, watched_page

if TYPE_CHECKING:
    from playwright import sync_api

pytestmark = needs_chromium
axe = pytest.importorskip(
    "axe_playwright_python.sync_playwright", reason="axe is not installed (pip install -e .[dev])"
)

BASE = "/minutes"  # behind a proxy, as most are served
HEAD = (
    "Borough of Example",
    "Parks Committee",
    "Minutes of the meeting of the Parks Committee held on Monday 5 May 2025",
    "PRESENT: Councillor Ash (Chair)",
)
HOSTILE = "<img src=x onerror=alert(1)> & lease"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a library of one paper in it, and two more papers to add."""
    folder = tmp_path_factory.mktemp("admin")
    (folder / "papers").mkdir()
    paper(folder / "papers", "parks.pdf", *HEAD, "7. THE BANDSTAND", "RESOLVED: That the bandstand be painted green.")
    paper(folder, "pond.pdf", *HEAD, "8. THE POND", "RESOLVED: That the pond be dredged by volunteers.")
    paper(folder, "swing.pdf", *HEAD, "9. THE SWING", "RESOLVED: That the swing be oiled on Fridays.")
    status, _, wrong = run("--library", str(folder / "library"), "ingest", str(folder / "papers"))
    assert (status, wrong) == (0, "")
    return folder


@pytest.fixture(scope="module")
def room(folder: Path) -> Iterator[str]:
    """Serve it under a path, with an administrator."""
    opened = {"MINUTEBOOK_FOLDERS": f"{folder / 'papers'}"}
    with served(folder / "library", BASE, env={**SETTING, **opened}) as address:
        yield f"{address}{BASE}"


@pytest.fixture(scope="module")
def browser() -> Iterator["sync_api.Browser"]:
    with opened_browser() as browser:
        yield browser


@pytest.fixture
def page(browser: "sync_api.Browser", room: str) -> Iterator["sync_api.Page"]:
    with watched_page(browser, room) as page:
        yield page


def sign_in(page: "sync_api.Page", room: str) -> None:
    page.goto(f"{room}/admin/add")
    assert page.url == f"{room}/admin/login"
    page.wait_for_function("() => document.activeElement.id === 'password'")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Looking after the library", level=1).wait_for()


def go(page: "sync_api.Page", name: str) -> None:
    """Follow a link of the administrator's own navigation with the keyboard."""
    page.get_by_role("navigation", name="Looking after the library").get_by_role("link", name=name, exact=True).focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=name).wait_for()


def add(page: "sync_api.Page", *papers: Path) -> None:
    """Upload papers with the keyboard."""
    go(page, "Add papers")
    page.get_by_label("Papers", exact=True).focus()
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(list(papers))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.textContent") == "Upload and add"
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Adding papers").wait_for()


def type_into(page: "sync_api.Page", label: str, words: str) -> None:
    page.get_by_label(label, exact=True).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def test_all_of_the_work_is_done_with_the_keyboard_alone(page: "sync_api.Page", room: str, folder: Path) -> None:
    sign_in(page, room)
    add(page, folder / "pond.pdf", folder / "swing.pdf")
    page.wait_for_function("() => document.getElementById('said').textContent.endsWith('Done.')")
    rows = page.get_by_role("table", name="What became of each paper: 2 read").get_by_role("row").all_inner_texts()
    assert rows[1:] == [
        f"{name}\tread\tminutes, Parks Committee, 2025-05-05, 1 page" for name in ("pond.pdf", "swing.pdf")
    ]
    assert axe.Axe().run(page).violations_count == 0

    go(page, "Papers")
    type_into(page, "Words of the name, body or date", "pond")
    page.keyboard.press("Enter")
    page.get_by_text("1 paper", exact=True).wait_for()
    page.get_by_role("link", name="pond.pdf").press("Enter")
    page.get_by_role("heading", name="pond.pdf", level=1).wait_for()
    type_into(page, "Body", "Ponds Committee")
    type_into(page, "Why", HOSTILE)
    page.keyboard.press("Enter")
    page.get_by_text("pond.pdf is corrected: minutes, Ponds Committee, 2025-05-05, 1 page.").wait_for()

    page.goto(f"{room}/?q=what%20was%20agreed%20on%20the%20pond")
    page.get_by_role("link", name="(body corrected by the library's keeper)").first.press("Enter")
    page.get_by_text("Body corrected by the library's keeper on").wait_for()
    assert HOSTILE in page.locator(".reader .note").inner_text()

    page.goto(f"{room}/admin/papers?q=pond")
    page.get_by_role("link", name="pond.pdf").press("Enter")
    page.get_by_role("button", name="Take the correction back").press("Enter")
    page.get_by_text("pond.pdf is held as it was read again").wait_for()

    go(page, "Papers")
    page.get_by_role("link", name="swing.pdf").press("Enter")
    type_into(page, "Reason", HOSTILE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_role("status").get_by_text("The paper is withdrawn").wait_for()
    assert page.get_by_role("row", name="swing.pdf withdrawn").locator("td").nth(1).inner_text() == HOSTILE
    page.get_by_role("button", name="Let it be added again").press("Enter")
    page.get_by_text("The paper may be added again.").wait_for()

    go(page, "Check")
    page.get_by_label("Mend what can be mended").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.get_by_text("The library is whole.").wait_for()

    page.get_by_role("button", name="Sign out").press("Enter")
    page.get_by_label("Password").wait_for()
    page.goto(f"{room}/admin/papers")
    assert page.url == f"{room}/admin/login"


def test_work_is_found_again_after_the_browser_was_closed(
    browser: "sync_api.Browser", page: "sync_api.Page", room: str, samples: Path
) -> None:
    sign_in(page, room)
    add(page, samples / "families-2025-10-14-printed-minutes.pdf")
    page.context.close()
    with browser.new_context() as context:
        later = context.new_page()
        sign_in(later, room)
        go(later, "Work")
        later.get_by_role("link", name="Adding papers: families-2025-10-14-printed-minutes.pdf").press("Enter")
        later.get_by_role("table", name="What became of each paper: 1 read").wait_for(timeout=120_000)


def test_work_is_followed_without_scripts(browser: "sync_api.Browser", room: str, samples: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{room}/admin")
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Add papers").first.click()
        page.get_by_label("Papers", exact=True).set_input_files(samples / "cabinet-2024-07-10-printed-minutes.pdf")
        page.get_by_role("button", name="Upload and add").click()
        page.get_by_role("table", name="What became of each paper: 1 read").wait_for(timeout=120_000)


@pytest.mark.parametrize(
    "path",
    ["/admin/login", "/admin", "/admin/add", "/admin/papers", "/admin/papers/{}", "/admin/papers/{}?refused=same",
     "/admin/coverage", "/admin/work", "/admin/check", "/admin/questions", "/about"],
)  # fmt: skip
def test_axe_finds_no_violation_in_any_light_or_width_and_nothing_runs_over(
    page: "sync_api.Page", room: str, path: str
) -> None:
    sign_in(page, room)
    [held] = [one for one in page.request.get(f"{room}/api/papers").json()["papers"] if one["paper"] == "parks.pdf"]
    page.goto(f"{room}{path.format(held['sha256'])}")
    for width, height in ((1280, 900), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            results = axe.Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    assert nothing_runs_over(page)


def test_a_page_from_one_process_is_answered_by_another(browser: "sync_api.Browser", folder: Path) -> None:
    with served(folder / "library", workers=2) as address, browser.new_context(base_url=address) as context:
        first, second = workers_of(address)
        page = context.new_page()
        os.kill(first, signal.SIGSTOP)  # only the second can answer now
        try:
            page.goto("/")
            page.get_by_role("heading", name="For example").wait_for()
        finally:
            os.kill(first, signal.SIGCONT)
        os.kill(second, signal.SIGKILL)  # and now only the first, which knows nothing of this page
        page.get_by_label("Your question").fill("what was agreed on the bandstand")
        page.keyboard.press("Enter")
        page.get_by_text("That the bandstand be painted green.").first.wait_for()
