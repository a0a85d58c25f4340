"""Answers outside Gradio's page: a plain page that needs no script, files to take away, and the feed of a question."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from search.find import LONGEST, query_of
from search.types import Citation
from ui.chips import read_dropped
from ui.chips import without as without_limits
from ui.desk import Desk
from ui.export import Asked, exported
from ui.feed import ATOM, ENTRIES, News, feed
from ui.links import feed_link, page_link, question_link
from ui.listing import ListFormat
from ui.responses import attached, host_of, page
from ui.room import Show
from ui.searching import Limits, cited, search_within

Typed = Annotated[str, Query(max_length=LONGEST)]


def make_answers(desk: Desk, base: str, show: Show) -> APIRouter:
    """Return the routes of answers; ``show`` makes the HTML of a view, as for Gradio's page."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    @routes.get("/answer")
    def read_answer(q: Typed = "", source: int | None = None, without: str = "") -> Response:
        view = Markup(show(q, source, without))  # noqa: S704  # our own templates', escaped there
        return page("answer_page.html", base, "/", question=q, view=view)

    @routes.get("/answer.{kind}")
    def export_answer(request: Request, kind: ListFormat, q: Typed, without: str = "") -> Response:
        with desk.library() as library:
            query = without_limits(query_of(library, desk.encoder, q), read_dropped(without))
        asked = Asked(q, desk.ask(query))
        return attached(exported([asked], kind, host_of(request, base), "plain"), "answer", kind)

    @routes.get("/feed.atom")
    def follow(request: Request, q: Typed) -> Response:
        with desk.library() as library:
            hits = search_within(library, desk.encoder, q, ENTRIES, Limits())
            host = host_of(request, base)
            found = [_news(host, citation, hit.passage.text) for hit, citation in cited(library, hits)]
        return Response(feed(q, feed_link(host, q), question_link(host, q), found), media_type=ATOM)

    return routes


def _news(host: str, citation: Citation, words: str) -> News:
    link = page_link(host, citation.sha256, citation.pdf_page, citation.passage)
    return News(citation.label, citation.meeting_date, citation.body or citation.council, words, link)
