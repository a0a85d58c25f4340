"""The pages of meetings: the list by date with what is held and missing, and one meeting with its items."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import HTMLResponse, Response

from corpus.types import Meeting
from search.votes import told
from ui.calendar import MOST, Chosen, calendar
from ui.desk import Desk
from ui.links import link_with, meeting_link, person_link, thread_link
from ui.meetings import find_meeting, neighbours, sitting
from ui.register_pages import bodies_held
from ui.responses import not_held, page

ROWS = 100  # meetings on one page: a long screen

Start = Annotated[int, Query(ge=0, le=MOST)]


def make_meetings(desk: Desk, base: str) -> APIRouter:
    """Return the routes of meetings."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    @routes.get("/meetings")
    def list_meetings(chosen: Annotated[Chosen, Depends()], start: Start = 0) -> Response:
        with desk.library() as library:
            found = calendar(library, chosen)
            bodies, councils = bodies_held(library)
        link = chosen.link(f"{base}/meetings")
        return page(
            "meetings.html", base, "/meetings", chosen=chosen, days=found[start : start + ROWS], total=len(found),
            without=sum(1 for one in found if one.missing.startswith("minutes")), bodies=bodies, councils=councils,
            meeting_link=lambda meeting: meeting_link(base, meeting),
            newer=link_with(link, start=start - ROWS) if start > 0 else None,
            older=link_with(link, start=start + ROWS) if start + ROWS < len(found) else None,
        )  # fmt: skip

    @routes.get("/meeting")
    def read_meeting(date: date, body: str = "", council: str = "") -> Response:
        with desk.library() as library:
            held = find_meeting(library, Meeting(council or None, body or None, date))
            if held is None:
                return not_held(base, "No paper held speaks of that meeting.")
            found, (before, after) = sitting(library, base, held), neighbours(library, held.meeting)
            confirmed = tuple(one.by for one in library.confirmations(held.meeting) if one.by.held_on)
        return page(
            "meeting.html", base, "/meetings", held=held, sitting=found, before=before, after=after,
            confirmed=confirmed, meeting_link=lambda meeting: meeting_link(base, meeting),
            follow=lambda heading: thread_link(base, heading),
            person_link=lambda name: person_link(base, name, held.meeting.council), told_vote=told,
        )  # fmt: skip

    return routes
