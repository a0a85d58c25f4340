"""The pages of the decision register: the list, its figures by month, and the files to take away."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from index.library import Library
from ui.decisions import MOST, ORDERS, Wanted, by_item, decided, listing, news, register, within
from ui.desk import Desk
from ui.effects import effects_held
from ui.feed import ATOM, feed
from ui.links import link_with, meeting_link, thread_link
from ui.listing import ListFormat
from ui.plots import decisions_plot
from ui.responses import host_of, page, taken_away

FOLLOWED = 100  # decisions in a feed: more than one meeting makes, so that a daily look misses none
ROWS = 100  # decisions on one page of the register: a long screen, built in a moment

Start = Annotated[int, Query(ge=0, le=MOST)]


def make_register(desk: Desk, base: str) -> APIRouter:
    """Return the routes of the register."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    @routes.get("/decisions")
    def list_decisions(wanted: Annotated[Wanted, Depends()], start: Start = 0) -> Response:
        with desk.library() as library:
            found = register(library, wanted)
            rows = decided(library, base, found[start : start + ROWS])
            bodies, councils = bodies_held(library)
            verbs = effects_held(library)
        link = wanted.link(f"{base}/decisions")
        return page(
            "decisions.html", base, "/decisions", wanted=wanted, total=len(found), items=by_item(rows), bodies=bodies,
            councils=councils, verbs=verbs, orders=ORDERS, file=lambda kind: wanted.link(f"{base}/decisions.{kind}"),
            figures=wanted.link(f"{base}/decisions/figures"), feed=_feed_link(base, wanted),
            follow=lambda heading: thread_link(base, heading), meeting_link=lambda one: meeting_link(base, one),
            newer=link_with(link, start=start - ROWS) if start > 0 else None,
            older=link_with(link, start=start + ROWS) if start + ROWS < len(found) else None,
        )  # fmt: skip

    @routes.get("/decisions/figures")
    def show_figures(wanted: Annotated[Wanted, Depends()]) -> Response:
        with desk.library() as library:
            found = register(library, wanted)
        return page(
            "figures.html", base, "/decisions", plot=decisions_plot(found), wanted=wanted, total=len(found),
            back=wanted.link(f"{base}/decisions"),
        )  # fmt: skip

    @routes.get("/decisions.atom")
    def follow_decisions(request: Request, wanted: Annotated[Wanted, Depends()]) -> Response:
        host, newest = host_of(request, base), replace(wanted, order="")
        with desk.library() as library:
            found = news(decided(library, host, register(library, newest)[:FOLLOWED]))
        title = f"Decisions{within(newest)}"
        return Response(feed(title, _feed_link(host, newest), newest.link(f"{host}/decisions"), found), media_type=ATOM)

    @routes.get("/decisions.{kind}")
    def export_decisions(request: Request, kind: ListFormat, wanted: Annotated[Wanted, Depends()]) -> Response:
        with desk.library() as library:
            rows = decided(library, host_of(request, base), register(library, wanted))
        return taken_away(listing(wanted, rows), "decisions", kind)

    return routes


def _feed_link(base: str, wanted: Wanted) -> str:
    """Return the address of the feed of a register, whatever the order in which it is read."""
    return replace(wanted, order="").link(f"{base}/decisions.atom")


def bodies_held(library: Library) -> tuple[list[str], list[str]]:
    """Return the names of the bodies and of the councils of which anything is held, for lists to choose from."""
    coverage = library.coverage()
    return sorted({one.body for one in coverage.bodies if one.body and one.meetings}), list(coverage.councils)
