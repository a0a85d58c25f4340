"""An administrator without a browser: signs in, sends forms as the pages hold them, and waits for work to end."""

import re
import time
from html import unescape
from pathlib import Path

import httpx
from reading_room import write_pdf

from ui.admin_password import Password

PASSWORD = "four plain words here"  # noqa: S105  # a test's own
SETTING = {"MINUTEBOOK_ADMIN": Password.of(PASSWORD, cost=10).written()}  # as quick as may be: 1 MiB a try
_TOKEN = re.compile(r'name="token" value="([0-9a-f]{64})"')
_TAG = re.compile(r"<[^>]+>")


class Administrator:
    """One visitor with cookies of its own, who comes from a place of its own."""

    def __init__(self, address: str, place: str = "192.0.2.1") -> None:
        self.client = httpx.Client(base_url=address, headers={"x-forwarded-for": place}, timeout=60)

    def token(self, path: str) -> str:
        """Return the token that the forms of a page carry."""
        found = _TOKEN.search(self.client.get(path).text)
        assert found, path
        return found.group(1)

    def sign_in(self, password: str = PASSWORD) -> httpx.Response:
        """Send the login's form."""
        token = self.token("/admin/login")
        return self.client.post("/admin/login", data={"token": token, "password": password})

    def send(self, path: str, page: str = "/admin/add", **fields: str) -> httpx.Response:
        """Send a form with the token of a page."""
        return self.client.post(path, data={"token": self.token(page), **fields})

    def upload(self, *papers: tuple[str, bytes], **fields: str) -> httpx.Response:
        """Upload papers under these names."""
        files = [("papers", (name, contents, "application/pdf")) for name, contents in papers]
        return self.client.post("/admin/upload", data={"token": self.token("/admin/add"), **fields}, files=files)

    def finished(self, started: httpx.Response) -> str:
        """Wait until the work that an answer leads to is over, and return what its page says, without markup."""
        assert started.status_code == 303, started.text
        place = started.headers["location"]
        for _ in range(600):  # two minutes
            part = self.client.get(place, params={"part": "yes"}).text
            if " data-over" in part:
                return said(self.client.get(place).text)
            time.sleep(0.2)
        raise AssertionError(f"the work does not end: {said(part)}")

    def read(self, path: str) -> str:
        """Return what a page says, without markup."""
        return said(self.client.get(path).text)


def said(html: str) -> str:
    """Return the words of a page, white space folded."""
    return " ".join(unescape(_TAG.sub(" ", html.split("<main", 1)[-1].split("</main>", 1)[0])).split())


def paper(folder: Path, name: str, *lines: str) -> bytes:
    """Return a PDF with these lines."""
    return write_pdf(folder / name, lines).read_bytes()


def workers_of(address: str) -> tuple[int, int]:
    """Return the two processes that the server at an address has started to answer."""
    port = address.rsplit(":", 1)[1]
    [server] = [
        int(path.parent.name)
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if {b"serve", port.encode()} <= set(path.read_bytes().split(b"\0"))
    ]
    children = Path(f"/proc/{server}/task/{server}/children").read_text(encoding="utf-8").split()
    spawned = [int(one) for one in children if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]
    first, second = spawned
    return first, second
