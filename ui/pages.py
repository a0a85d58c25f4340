"""The reading room's plain pages: a paper's page, what is held, the PDFs."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from corpus.errors import MinutebookError
from corpus.forms import ARCHIVE, MARKDOWN, PAGE, PDF, WORD
from index.errors import LibraryError
from index.library import Library
from index.types import PaperEntry
from ui.desk import Desk
from ui.holdings import notes, summary
from ui.html import long_date
from ui.links import page_link, read_stretch
from ui.opened import open_page, passage_of
from ui.responses import Sha256, page

MEDIA_TYPES = {
    PDF: "application/pdf",
    WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    PAGE: "application/octet-stream",
    ARCHIVE: "application/octet-stream",
    MARKDOWN: "application/octet-stream",
}


class GoneError(MinutebookError):
    """The paper that an address names is not held."""


def make_pages(desk: Desk, base: str) -> APIRouter:
    """Return the routes of the pages."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    @routes.get("/papers/{sha256}.pdf")
    def read_pdf(sha256: Sha256) -> Response:
        with desk.library() as library:
            name, path = _held(library, sha256).name, library.pdf(sha256)
            name = name if path == library.original(sha256) else f"{name} (reading copy).pdf"
        return FileResponse(path, media_type="application/pdf", filename=name, content_disposition_type="inline")

    @routes.get("/papers/{sha256}/original")
    def download(sha256: Sha256) -> Response:
        with desk.library() as library:
            name, path = _held(library, sha256).name, library.original(sha256)
        # A web page is never shown as one: it is hostile, and this is another site than its own.
        return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], filename=name)

    @routes.get("/papers/{sha256}/{number}")
    def read_page(sha256: Sha256, number: int, passage: str = "", words: str = "", part: str = "") -> Response:
        with desk.library() as library:
            paper, found = _held(library, sha256), passage_of(library, passage, sha256)
            if not 1 <= number <= paper.pages:
                raise GoneError(f"{paper.name} has no PDF page {number}: it has {paper.pages}.")
            opened = open_page(library, base, paper, library.page(sha256, number), found, read_stretch(words))
        heading = "h2" if part == "yes" else "h1"
        return page("reader.html" if part else "page.html", base, opened=opened, heading=heading)

    @routes.get("/papers/{sha256}")
    def read_paper(sha256: Sha256, number: Annotated[int, Query(alias="page")] = 1, passage: str = "") -> Response:
        return RedirectResponse(page_link(base, sha256, number, passage or None))

    @routes.get("/papers")
    def list_papers() -> Response:
        with desk.library() as library:
            coverage, problems = library.coverage(), library.problems()
            papers = sorted(library.papers(), key=lambda one: one.held_on or date.min, reverse=True)
        return page(
            "papers.html", base, "/papers", summary=summary(coverage), coverage=coverage, papers=papers,
            problems=problems, notes=notes, days=lambda days: "; ".join(long_date(day) for day in days),
        )  # fmt: skip

    @routes.get("/accessibility")
    def read_accessibility() -> Response:
        return page("accessibility.html", base)

    return routes


def _held(library: Library, sha256: str) -> PaperEntry:
    """Return the entry of a paper, or say to a reader why a link to it leads nowhere."""
    try:
        return library.paper(sha256)
    except LibraryError as error:
        gone = library.withdrawn(sha256)
        if gone:
            raise GoneError(f"{gone.name} was withdrawn from this library: {gone.reason}.") from error
        raise GoneError(
            f"The paper that this link names is not held (SHA-256 {sha256[:12]}). A link names a paper by its contents:"
            " one that was replaced by another version is never shown as if it were the one cited."
        ) from error
