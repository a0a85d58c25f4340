"""The page of a model's summary: of its own, or fetched into the answer's."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from search.find import query_of
from ui.chips import read_dropped
from ui.chips import without as without_limits
from ui.desk import Desk
from ui.html import linked, render
from ui.summaries import Summaries, account

LONGEST = 1_000  # characters of a question, as the API has it


def make_summary_page(desk: Desk, summaries: Summaries, base: str) -> APIRouter:
    """Return the route of the summary of one answer: a page of its own, or with ``part`` what the page fetches."""
    routes = APIRouter(default_response_class=HTMLResponse, include_in_schema=False)

    @routes.get("/summary")
    def read_summary(q: Annotated[str, Query(max_length=LONGEST)], without: str = "", part: str = "") -> Response:
        with desk.library() as library:
            query = without_limits(query_of(library, desk.encoder, q), read_dropped(without))
        answer = desk.ask(query)
        summary = summaries.of(answer)
        words = account(summary) if summary else "No model is set here, or there is nothing to summarise."
        template = "summary.html" if part else "summary_page.html"
        return HTMLResponse(render(template, base=base, here="", answer=answer, summary=summary, account=words,
                                   without=without, linked=linked))  # fmt: skip

    return routes
