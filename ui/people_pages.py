"""The pages of people: the list of names that the minutes held print, and what stands under each."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from ui.desk import Desk
from ui.links import link_with, meeting_link, person_link
from ui.listing import ListFormat
from ui.people import ROLES, Person, alike, find_person, listing, mention_link, people
from ui.plain import one_line
from ui.responses import host_of, not_held, page, taken_away

UNKNOWN = "No minutes held print that name. See the list of people for the names that they do print."


def make_people(desk: Desk, base: str) -> APIRouter:
    """Return the routes of people."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    @routes.get("/people")
    def list_people(name: str = "", declared: str = "") -> Response:
        words = one_line(name).casefold().split()
        with desk.library() as library:
            everyone = people(library)
        found = [
            one
            for one in everyone
            if all(word in one.name.casefold() for word in words) and (not declared or one.count("declared"))
        ]
        councils: dict[str, list[Person]] = {}
        for one in found:
            councils.setdefault(one.council or "Council not known", []).append(one)
        return page(
            "people.html", base, "/people", councils=councils, total=len(found), name=name, declared=declared,
            link=lambda one: person_link(base, one.name, one.council),
        )  # fmt: skip

    @routes.get("/person")
    def read_person(name: str = "", council: str = "") -> Response:
        with desk.library() as library:
            person = find_person(library, name, council)
            if person is None:
                return not_held(base, UNKNOWN)
            others = alike(library, person)
        return page(
            "person.html", base, "/people", person=person, others=others, ROLES=ROLES,
            link=lambda one: person_link(base, one.name, one.council),
            mention_link=lambda one: mention_link(base, one), meeting_link=lambda one: meeting_link(base, one),
            file=lambda kind: link_with(f"{base}/person.{kind}", council=person.council, name=person.name),
        )  # fmt: skip

    @routes.get("/person.{kind}")
    def export_person(request: Request, kind: ListFormat, name: str = "", council: str = "") -> Response:
        with desk.library() as library:
            person = find_person(library, name, council)
        if person is None:
            return not_held(base, UNKNOWN)
        return taken_away(listing(host_of(request, base), person), "person", kind)

    return routes
