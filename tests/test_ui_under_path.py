"""The reading room under a path of a host, behind a real proxy that takes the path off and one that leaves it on."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from reading_room import served

from ui.under_path import BadBaseError, read_base

CHROMIUM = Path("/usr/bin/chromium")  # Debian's; Playwright's own build is a download of its own
Made = tuple[Path, tuple[int, str, str]]
LADO = "what was agreed on the LADO annual report"
BASE = "/minutes"


@contextmanager
def proxied(target: str, strip: bool) -> Iterator[tuple[str, list[str]]]:
    """Pass requests under the path on to the target; yield the address and the paths that were not under it."""
    outside: list[str] = []
    host = urlsplit(target).netloc

    class Pass(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing: a test is no server."""

        def do_GET(self) -> None:
            """Fetch and hand on."""
            self._pass_on()

        def do_POST(self) -> None:
            """Hand on what came, too."""
            self._pass_on()

        def _pass_on(self) -> None:
            if not self.path.startswith(f"{BASE}/"):
                outside.append(self.path)
                self.send_error(404)
                return
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            behind = http.client.HTTPConnection(host, timeout=60)
            path = self.path[len(BASE) :] if strip else self.path
            headers = {name: value for name, value in self.headers.items() if name.lower() != "connection"}
            behind.request(self.command, path, body, headers)
            answer = behind.getresponse()
            content = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "content-length", "connection", "date"):
                    self.send_header(name, value)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
            behind.close()

    proxy = ThreadingHTTPServer(("127.0.0.1", 0), Pass)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{proxy.server_port}", outside
    finally:
        proxy.shutdown()
        proxy.server_close()


@pytest.fixture(scope="module")
def target(small_library: Made) -> Iterator[str]:
    with served(small_library[0], BASE) as address:
        yield address


@pytest.mark.skipif(not CHROMIUM.is_file(), reason="Chromium is not installed (apt-get install chromium)")
@pytest.mark.parametrize("strip", [True, False], ids=["path taken off", "path left on"])
def test_everything_works_under_a_path_and_nothing_leaves_it(target: str, strip: bool) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install -e .[dev])")
    with proxied(target, strip) as (address, outside), sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"{address}{BASE}/")
        page.get_by_label("Your question").fill(LADO)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=LADO, level=2).wait_for()
        assert page.url.startswith(f"{address}{BASE}/?q=what")
        page.wait_for_function("() => document.querySelector('.reader img')?.naturalWidth === 1100")
        page.get_by_role("link", name="Next page").click()
        page.get_by_role("heading", name="Page 3 (PDF page 3)").wait_for()
        for place in ("Papers held", "Meetings", "Decisions", "Asked to come back", "People"):
            page.get_by_role("link", name=place, exact=True).click()
            page.get_by_role("heading", name=place, level=1).wait_for()
            assert page.url.startswith(f"{address}{BASE}/")
        page.goto(f"{address}{BASE}/decisions")
        page.get_by_role("link", name="Across meetings").first.click()
        page.get_by_role("button", name="Follow").wait_for()
        page.get_by_role("link", name="Ask", exact=True).click()
        page.get_by_role("heading", name="For example").wait_for()
        page.get_by_label("Your question").focus()
        page.keyboard.type("families")
        page.get_by_role("option", name="Families and Learning Scrutiny Commission").wait_for()
        browser.close()
    assert set(outside) <= {"/favicon.ico"}  # Chromium asks for it before it has read the page


@pytest.mark.parametrize(
    ("written", "base"),
    [("", ""), ("/", ""), ("/minutes", "/minutes"), ("/minutes/", "/minutes"), ("/a/b-c", "/a/b-c")],
)
def test_a_path_is_taken_with_or_without_its_last_slash(written: str, base: str) -> None:
    assert read_base(written) == base


@pytest.mark.parametrize("written", ["minutes", "//minutes", "/min utes", '/"><script>', "https://host/minutes"])
def test_what_is_no_path_is_refused(written: str) -> None:
    with pytest.raises(BadBaseError, match="is no path to serve under: write it like /minutes"):
        read_base(written)
