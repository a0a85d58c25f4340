"""Takes pictures of every page of the reading room, over the sample papers: ``python -m tests.screens``.

Each at 1280 and 390 pixels, light and dark, into ``docs/images``; only what stands on the first screen, in few colours,
so that each stays small.
"""

import io
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from reading_room import run, served  # noqa: E402  # found only now

CHROMIUM = "/usr/bin/chromium"  # Debian's; Playwright's own build is a download of its own
IMAGES = ROOT / "docs" / "images"
SIZES = ((1280, 900), (390, 844))
COLOURS = 128  # enough for type on plain ground, and a quarter of the bytes
PAGES = {
    "ask": "/",
    "answer": f"/?q={quote('what was agreed on the LADO annual report')}",
    "decline": f"/?q={quote('what was agreed on zeppelins since 2025')}",
    "papers": "/papers",
    "meetings": "/meetings",
    "decisions": "/decisions",
    "figures": "/decisions/figures",
    "asked-to-come-back": "/outstanding",
    "thread": f"/thread?q={quote('high needs recovery plan')}",
    "people": "/people",
    "person": f"/person?council={quote('Saltersmere Council')}&name={quote('Councillor Castellane')}",
    "compared": f"/?q={quote('what was recommended and what was agreed on family hubs')}",
    "accessibility": "/accessibility",
}


def take(address: str) -> None:
    """Take every picture from the server at the address."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for width, height in SIZES:
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    base_url=address, viewport={"width": width, "height": height}, color_scheme=scheme
                )
                page = context.new_page()
                for name, path in PAGES.items():
                    page.goto(path)
                    page.wait_for_load_state("networkidle")
                    page.wait_for_function("() => document.querySelector('.view, main')")
                    page.wait_for_function("() => [...document.images].every((one) => one.complete)")
                    page.evaluate("() => window.scrollTo(0, document.getElementById('beside')?.offsetTop - 20 || 0)")
                    save(page.screenshot(), f"{name}-{width}-{scheme}.png")
                page.goto("/meetings")
                page.get_by_role("link", name="14 October 2025").first.click()
                page.wait_for_load_state("networkidle")
                save(page.screenshot(), f"meeting-{width}-{scheme}.png")
                page.locator(".item h3 a").nth(3).click()
                page.wait_for_load_state("networkidle")
                save(page.screenshot(), f"page-{width}-{scheme}.png")
                _suggestions(page)
                save(page.screenshot(), f"suggestions-{width}-{scheme}.png")
                context.close()
        browser.close()


def _suggestions(page: Page) -> None:
    """Type the beginning of a question, and stand on the first of what is suggested."""
    page.goto("/")
    page.locator(".view").wait_for()
    page.get_by_label("Your question").press_sequentially("what was agreed on fam")
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")


def save(picture: bytes, name: str) -> None:
    """Write a picture into the documentation, in few colours."""
    image = Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    image.save(IMAGES / name, optimize=True)


def main() -> None:
    """Ingest the sample papers into a library of its own, serve it, and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        run("--library", str(library), "ingest", str(ROOT / "corpus" / "samples" / "papers"))
        with served(library) as address:
            take(address)


if __name__ == "__main__":
    main()
