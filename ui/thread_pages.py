"""The pages that follow items: one item across meetings as a dated line, and all that was asked to come back."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from search.thread import thread
from ui.desk import Desk
from ui.html import STANDINGS
from ui.links import meeting_link, page_link, thread_link
from ui.listing import ListFormat
from ui.outstanding import STATES, Sought, fate, listing, outstanding
from ui.register_pages import bodies_held
from ui.responses import host_of, page, taken_away
from ui.threads import TOLD, by_meeting

LONGEST = 1_000  # characters of what is followed, as of a question


def make_threads(desk: Desk, base: str) -> APIRouter:
    """Return the routes of threads and of what was asked to come back."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    @routes.get("/thread")
    def follow(q: Annotated[str, Query(max_length=LONGEST)] = "") -> Response:
        with desk.library() as library:
            found = thread(library, desk.encoder, q.strip()) if q.strip() else None
            councils = library.coverage().councils
        return page(
            "thread.html", base, "/outstanding", item=q.strip(), found=found, TOLD=TOLD, fate=fate, councils=councils,
            meetings=by_meeting(found.links) if found else (), STANDINGS=STANDINGS,
            link=lambda one: page_link(base, one.sha256, one.pdf_page, one.passage),
            meeting_link=lambda one: meeting_link(base, one),
        )  # fmt: skip

    @routes.get("/outstanding")
    def list_outstanding(sought: Annotated[Sought, Depends()]) -> Response:
        with desk.library() as library:
            found = outstanding(library, sought)
            bodies, councils = bodies_held(library)
        return page(
            "outstanding.html", base, "/outstanding", sought=sought, found=found, bodies=bodies, councils=councils,
            states=STATES, fate=fate, file=lambda kind: sought.link(f"{base}/outstanding.{kind}"),
            link=lambda one: page_link(base, one.sha256, one.pdf_page, one.passage),
            follow=lambda heading: thread_link(base, heading),
        )  # fmt: skip

    @routes.get("/outstanding.{kind}")
    def export_outstanding(request: Request, kind: ListFormat, sought: Annotated[Sought, Depends()]) -> Response:
        with desk.library() as library:
            found = outstanding(library, sought)
        return taken_away(listing(host_of(request, base), found), "asked-to-come-back", kind)

    return routes
