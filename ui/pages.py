"""The reading room's plain pages: a paper's page, what is held, meetings, the decision register, the PDFs."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from corpus.types import Meeting
from ui.citing import address
from ui.decisions import Wanted, by_item, decided, register, to_csv
from ui.desk import Desk
from ui.feed import ENTRIES, feed
from ui.holdings import by_council, notes, summary
from ui.html import long_date, render
from ui.links import link_with, meeting_link, page_link, read_stretch
from ui.meetings import find_meeting, meetings_of, sitting
from ui.opened import open_page, passage_of
from ui.searching import Limits, cited, search_within

ROWS = 100  # decisions on one page of the register: a long screen, built in a moment
LONGEST = 1_000  # characters of a question, as the API has it
FEW = 3  # bodies: so few need not be folded away


def make_pages(desk: Desk, base: str) -> APIRouter:
    """Return the routes of the pages."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    def page(template: str, here: str = "", **values: object) -> HTMLResponse:
        return HTMLResponse(render(template, base=base, here=here, **values))

    @routes.get("/papers/{sha256}.pdf")
    def read_pdf(sha256: str) -> Response:
        with desk.library() as library:
            name, path = library.name(sha256), library.pdf(sha256)
        return FileResponse(path, media_type="application/pdf", filename=name, content_disposition_type="inline")

    @routes.get("/papers/{sha256}/{number}")
    def read_page(sha256: str, number: int, passage: str = "", words: str = "", part: str = "") -> Response:
        with desk.library() as library:
            paper, found = library.paper(sha256), passage_of(library, passage, sha256)
            opened = open_page(library, base, paper, library.page(sha256, number), found, read_stretch(words))
        heading = "h2" if part == "yes" else "h1"
        return page("reader.html" if part else "page.html", opened=opened, heading=heading)

    @routes.get("/papers/{sha256}")
    def read_paper(sha256: str) -> Response:
        return RedirectResponse(page_link(base, sha256, 1))

    @routes.get("/papers")
    def list_papers() -> Response:
        with desk.library() as library:
            coverage, problems = library.coverage(), library.problems()
            papers = sorted(library.papers(), key=lambda one: one.held_on or date.min, reverse=True)
        return page(
            "papers.html", "/papers", summary=summary(coverage), coverage=coverage, papers=papers, problems=problems,
            notes=notes, days=lambda days: "; ".join(long_date(day) for day in days),
        )  # fmt: skip

    @routes.get("/meetings")
    def list_meetings() -> Response:
        with desk.library() as library:
            papers, bodies = library.papers(), [one for one in library.coverage().bodies if one.meetings]
        councils = [
            (council, [(body, meetings_of(papers, body)) for body in own])
            for council, own in by_council(bodies).items()
        ]
        return page(
            "meetings.html", "/meetings", councils=councils, open=len(bodies) <= FEW,
            meeting_link=lambda meeting: meeting_link(base, meeting),
        )  # fmt: skip

    @routes.get("/meeting")
    def read_meeting(date: date, body: str = "", council: str = "") -> Response:
        with desk.library() as library:
            held = find_meeting(library, Meeting(council or None, body or None, date))
            if held is None:
                return not_held(base, "No paper held speaks of that meeting.")
            found = sitting(library, base, held)
        return page("meeting.html", "/meetings", held=held, sitting=found)

    @routes.get("/decisions")
    def list_decisions(wanted: Annotated[Wanted, Depends()], start: Annotated[int, Query(ge=0)] = 0) -> Response:
        with desk.library() as library:
            found = register(library, wanted)
            rows = decided(library, base, found[start : start + ROWS])
            bodies = sorted({one.body for one in library.coverage().bodies if one.body})
        link = wanted.link(f"{base}/decisions")
        return page(
            "decisions.html", "/decisions", wanted=wanted, total=len(found), items=by_item(rows), bodies=bodies,
            csv=wanted.link(f"{base}/decisions.csv"),
            newer=link_with(link, start=start - ROWS) if start > 0 else None,
            older=link_with(link, start=start + ROWS) if start + ROWS < len(found) else None,
        )  # fmt: skip

    @routes.get("/decisions.csv")
    def export_decisions(wanted: Annotated[Wanted, Depends()]) -> Response:
        with desk.library() as library:
            written = to_csv(decided(library, base, register(library, wanted)))
        named = {"content-disposition": 'attachment; filename="decisions.csv"'}
        return Response(written, media_type="text/csv; charset=utf-8", headers=named)

    @routes.get("/feed.atom")
    def follow(request: Request, q: Annotated[str, Query(max_length=LONGEST)]) -> Response:
        with desk.library() as library:
            hits = search_within(library, desk.encoder, q, ENTRIES, Limits())
            found = [(citation, hit.passage.text) for hit, citation in cited(library, hits)]
        here = address() or f"{request.url.scheme}://{request.url.netloc}{base}"
        return Response(feed(here, q, found), media_type="application/atom+xml")

    @routes.get("/accessibility")
    def read_accessibility() -> Response:
        return page("accessibility.html")

    return routes


def not_held(base: str, words: str) -> HTMLResponse:
    """Return the page that says what is not there."""
    return HTMLResponse(render("message.html", base=base, here="", title="Not held", words=words), status_code=404)
