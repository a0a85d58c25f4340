"""The addresses of the reading room: what is linked in one module is answered in another, so they are made here.

``base`` is the path under which Minutebook is served, empty at the root of a host.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from corpus.forms import page_in
from corpus.types import Meeting, Page

_STRETCH = re.compile(r"(\d{1,5})\.(\d{1,7})-(\d{1,5})\.(\d{1,7})")


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a place on one page to a place on the same or a later page, in offsets of their texts.

    Example: ``Stretch(page=14, start=1207, end_page=14, end=1230)``, written ``14.1207-14.1230``.
    """

    page: int
    start: int
    end_page: int
    end: int

    def written(self) -> str:
        """Return the stretch as it stands in an address."""
        return f"{self.page}.{self.start}-{self.end_page}.{self.end}"


def read_stretch(written: str) -> Stretch | None:
    """Return the stretch of words that an address names, or None where it names none."""
    match = _STRETCH.fullmatch(written)
    return Stretch(*(int(number) for number in match.groups())) if match else None


def page_link(base: str, sha256: str, page: int, passage: str | None = None, words: Stretch | None = None) -> str:
    """Return the address of a page as published, with a passage or some of its words marked."""
    return _marked(f"{base}/papers/{sha256}/{page}", passage, words)


def image_link(base: str, page: Page, passage: str | None = None, words: Stretch | None = None, scale: int = 1) -> str:
    """Return the address of the picture of a page, ``scale`` times its usual width; that of a scan is a JPEG."""
    form = "jpg" if page.source == "ocr" else "png"
    link = _marked(f"{base}/api/page/{page.paper}/{page.number}.{form}", passage, words)
    return link if scale == 1 else link_with(link, scale=scale)


def pdf_link(base: str, sha256: str, page: int | None = None) -> str:
    """Return the address of the PDF, opened at a page by readers that know how."""
    return f"{base}/papers/{sha256}.pdf" + (f"#page={page}" if page else "")


def original_link(base: str, sha256: str) -> str:
    """Return the address at which a paper's own file is downloaded, whatever its form."""
    return f"{base}/papers/{sha256}/original"


def question_link(base: str, question: str) -> str:
    """Return the address that shows the answer to a question."""
    return link_with(f"{base}/", q=question)


def feed_link(base: str, question: str) -> str:
    """Return the address of the feed that follows a question."""
    return link_with(f"{base}/feed.atom", q=question)


def meeting_link(base: str, meeting: Meeting) -> str:
    """Return the address of a meeting."""
    return link_with(f"{base}/meeting", council=meeting.council, body=meeting.body, date=meeting.held_on)


def thread_link(base: str, item: str) -> str:
    """Return the address that follows an item across meetings."""
    return link_with(f"{base}/thread", q=item)


def person_link(base: str, name: str, council: str | None) -> str:
    """Return the address of what the record says under a person's name."""
    return link_with(f"{base}/person", council=council, name=name)


def place_of(paper: str, pdf_page: int) -> str:
    """Return where words stand, for a person: "minutes.pdf, PDF page 2"."""
    return f"{paper}, {page_in(paper, pdf_page)}"


def link_with(path: str, **values: object) -> str:
    """Return the address of a path with the values that are given and not empty."""
    given = {name: str(value) for name, value in values.items() if value}
    joined = "&" if "?" in path else "?"
    return f"{path}{joined}{urlencode(given, quote_via=quote)}" if given else path


def _marked(path: str, passage: str | None, words: Stretch | None) -> str:
    return link_with(path, passage=passage, words=words.written() if words else None)
