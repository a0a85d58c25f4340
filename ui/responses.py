"""What the pages' routes answer with: a page, a file to take away, or a word that something is not there."""

from typing import Annotated

from fastapi import Request
from fastapi.responses import HTMLResponse, Response
from pydantic import StringConstraints

from ui.citing import address
from ui.html import render
from ui.listing import ListFormat, Listing, written

Sha256 = Annotated[str, StringConstraints(to_lower=True)]
"""The SHA-256 of a paper in an address, hexadecimal, in whatever letters somebody wrote it."""

MEDIA: dict[ListFormat, str] = {
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


def page(template: str, base: str, here: str = "", **values: object) -> HTMLResponse:
    """Return a page of the reading room; ``here`` is the path of the entry of the navigation that it belongs to."""
    return HTMLResponse(render(template, base=base, here=here, **values))


def host_of(request: Request, base: str) -> str:
    """Return what the links of a file begin with: the address set for this machine, or the host that was asked."""
    return address() or f"{request.url.scheme}://{request.url.netloc}{base}"


def not_held(base: str, words: str) -> HTMLResponse:
    """Return the page that says what is not there."""
    return HTMLResponse(render("message.html", base=base, here="", title="Not held", words=words), status_code=404)


def taken_away(listing: Listing, name: str, kind: ListFormat) -> Response:
    """Return a list as a file called ``name`` to keep."""
    return attached(written(listing, kind), name, kind)


def attached(content: bytes, name: str, kind: ListFormat) -> Response:
    """Return a file to keep; ``name`` is ours, never a paper's."""
    named = {"content-disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(content, media_type=MEDIA[kind], headers=named)
