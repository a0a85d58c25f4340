"""The JSON API: the same words as the command line's, for other programs."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from corpus.render import Form
from corpus.types import Kind
from search.find import LONGEST
from search.json_forms import SearchForm
from search.styles import Style
from search.thread import thread
from ui.citing import answer_forms
from ui.desk import Desk, Picture
from ui.held_record import held_record
from ui.holdings import holdings_to_json
from ui.links import read_stretch
from ui.opened import SHARPER
from ui.responses import Sha256, host_of
from ui.searching import Limits, search_form
from ui.suggestions import suggestions
from ui.summaries import Summaries, SummarisedForm, summary_to_json
from ui.threads import ThreadForm, thread_to_json

ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
"""Why a request was not answered, in one line."""

FAILURES: dict[int | str, dict[str, Any]] = {
    status: {"description": description, "content": {"application/json": {"schema": ERROR}}}
    for status, description in (
        (404, "What was asked for is not held"),
        (422, "The address is not understood"),
        (503, "No papers are held yet, or the library is busy"),
    )
}
"""How requests may fail, each with the same form."""

HITS = 100  # most hits of one request

Question = Annotated[str, Query(max_length=LONGEST, description="A question, or words to look for")]
Scale = Annotated[int, Query(ge=1, le=SHARPER)]


MEDIA: dict[Form, str] = {"png": "image/png", "jpg": "image/jpeg"}


class Png(Response):
    """A picture of a page."""

    media_type = MEDIA["png"]


class Jpeg(Response):
    """A picture of a page that is a scan."""

    media_type = MEDIA["jpg"]


def make_api(desk: Desk, summaries: Summaries, base: str = "") -> APIRouter:
    """Return the routes of the API, served under ``base``; links begin with the address that they are reached at."""
    routes = APIRouter(responses=FAILURES)

    @routes.get("/api/ask")
    def ask(request: Request, q: Question, cite: Style | None = None, summary: bool = False) -> SummarisedForm:
        """Answer a question in the record's own words, with citations; ``cite`` adds each in a style to paste.

        ``summary`` adds a language model's summary where this machine has one set, every sentence checked; else null.
        """
        answer = desk.ask(q)
        form = answer_forms(answer, host_of(request, base), cite)
        whole: SummarisedForm = {**form}  # type: ignore[typeddict-item]  # mypy asks even for what is not required
        if summary:
            made = summaries.of(answer)
            whole["summary"] = summary_to_json(made) if made else None
        return whole

    @routes.get("/api/search")
    def search(
        request: Request,
        q: Question,
        limit: Annotated[int, Query(ge=1, le=HITS)] = 10,
        body: str = "",
        kind: Kind | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> SearchForm:
        """List the passages that match, best first; dates are like 2025-02-25."""
        limits = Limits(body or None, kind, since, until)
        with desk.library() as library:
            return search_form(library, desk.encoder, q, limit, limits, host_of(request, base))

    @routes.get("/api/suggest")
    def suggest(q: Question) -> dict[str, Any]:
        """Complete what is being typed with names, headings, short forms and references that are held."""
        with desk.library() as library:
            return {"query": q, "suggestions": list(suggestions(library, q))}

    @routes.get("/api/thread")
    def follow(request: Request, q: Question) -> ThreadForm:
        """Follow an item across meetings: what was recommended, agreed, asked back, called in and corrected."""
        with desk.library() as library:
            return thread_to_json(thread(library, desk.encoder, q), host_of(request, base))

    @routes.get("/api/papers")
    def papers() -> dict[str, Any]:
        """Say what is held and what is not."""
        with desk.library() as library:
            return holdings_to_json(library.coverage(), library.papers(), library.problems())

    @routes.get("/api/minutes/{sha256}")
    def minutes(sha256: Sha256) -> dict[str, Any]:
        """Give the record as parsed from one paper."""
        with desk.library() as library:
            return held_record(library, library.paper(sha256))

    def picture(wanted: Picture) -> Response:
        with desk.library() as library:
            drawn = desk.picture(library, wanted)
        return Response(drawn, media_type=MEDIA[wanted.form], headers={"cache-control": "private, max-age=3600"})

    @routes.get("/api/page/{sha256}/{number}.png", response_class=Png)
    def page(sha256: Sha256, number: int, passage: str = "", words: str = "", scale: Scale = 1) -> Response:
        """Draw a page as published, with a passage, or the quoted words of it, marked; ``scale`` 2 is twice as wide."""
        return picture(Picture(sha256, number, passage or None, read_stretch(words), scale))

    @routes.get("/api/page/{sha256}/{number}.jpg", response_class=Jpeg)
    def scan(sha256: Sha256, number: int, passage: str = "", words: str = "", scale: Scale = 1) -> Response:
        """Draw the same as a JPEG, for pages that are scans: a quarter of the bytes."""
        return picture(Picture(sha256, number, passage or None, read_stretch(words), scale, "jpg"))

    return routes
