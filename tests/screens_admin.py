"""Takes pictures of the pages that look after the library: ``python -m tests.screens_admin``.

As ``tests.screens`` does, over three of the sample papers, which are uploaded for it, and one that is no paper.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from admin_side import PASSWORD, SETTING  # noqa: E402  # found only now
from reading_room import SAMPLES, served  # noqa: E402  # as above
from screens import CHROMIUM, SIZES, save  # noqa: E402  # as above

PAGES = {
    "admin-overview": "/admin",
    "admin-add": "/admin/add",
    "admin-papers": "/admin/papers",
    "admin-work": "/admin/work",
    "about": "/about",
}


def take(address: str, folder: Path) -> None:
    """Take every picture from the server at the address; ``folder`` is for a file that is no paper."""
    (folder / "agenda.pdf").write_bytes(b"not a PDF\n")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(base_url=address)
        page.goto("/admin")
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.get_by_role("link", name="Add papers", exact=True).click()
        papers = [ROOT / "corpus" / "samples" / "papers" / name for name in SAMPLES]
        page.get_by_label("Papers", exact=True).set_input_files([*papers, folder / "agenda.pdf"])
        page.get_by_role("button", name="Upload and add").click()
        page.get_by_role("table").wait_for(timeout=120_000)
        page.locator("[data-over]").wait_for(timeout=120_000)
        closing = page.url
        page.get_by_role("link", name="Look at what the papers were taken for").click()
        page.get_by_role("link", name=SAMPLES[-1]).click()
        page.get_by_label("Date of the meeting").fill("2025-10-15")
        page.get_by_label("Why").fill("The council moved the meeting by a day")
        page.keyboard.press("Enter")
        page.get_by_text("is corrected: ").wait_for(timeout=60_000)
        page.get_by_role("link", name="Papers", exact=True).click()
        page.get_by_role("link", name=SAMPLES[-1]).click()
        page.get_by_text("Take the correction back").wait_for()
        places = {**PAGES, "admin-closing": closing, "admin-paper": page.url}
        for width, height in SIZES:
            for scheme in ("light", "dark"):
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme=scheme)
                for name, path in places.items():
                    page.goto(path)
                    page.wait_for_load_state("networkidle")
                    save(page.screenshot(), f"{name}-{width}-{scheme}.png")
        browser.close()


def main() -> None:
    """Serve an empty library with an administrator, and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        opened = {**SETTING, "MINUTEBOOK_FOLDERS": "/srv/papers"}
        with served(Path(folder) / "library", env=opened) as address:
            take(address, Path(folder))


if __name__ == "__main__":
    main()
