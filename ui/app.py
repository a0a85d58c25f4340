"""The web application: the Gradio page at the root, the plain pages and the JSON API beside it."""

from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from corpus.errors import MinutebookError
from index.encoder import Encoder
from index.errors import NotHeldError
from search.find import query_of
from ui.about import make_about
from ui.admin import add_admin
from ui.admin_password import password_set
from ui.admin_questions import keeping
from ui.admin_store import AdminStore
from ui.answer_pages import make_answers
from ui.answers import answer_view, start_view, trouble_view
from ui.api import make_api
from ui.chips import read_dropped, without
from ui.desk import Desk, NoLibraryError
from ui.head_requests import HeadRequests
from ui.headers import SafeHeaders
from ui.html import render
from ui.meeting_pages import make_meetings
from ui.page_calls import PageCalls
from ui.pages import make_pages
from ui.people_pages import make_people
from ui.register_pages import make_register
from ui.room import mount_room
from ui.searching import NoDayError
from ui.summaries import BusyError, Summaries
from ui.summary_page import make_summary_page
from ui.thread_pages import make_threads
from ui.under_path import UnderPath

DESCRIPTION = "Search and cited answers over a council's own papers. Every quotation stands on the page that is named."


def create_app(folder: Path, encoder: Encoder, base: str = "") -> ASGIApp:
    """Return the application over the library in ``folder``; ``base`` is the path that a proxy serves it under."""
    password, store = password_set(), AdminStore(folder)
    desk = Desk(folder, encoder, heard=keeping(store)) if password else Desk(folder, encoder)
    app = FastAPI(title="Minutebook", version=version("minutebook"), description=DESCRIPTION, docs_url=None,
                  redoc_url=None, openapi_url="/api/openapi.json")  # fmt: skip
    summaries = Summaries()
    app.include_router(make_api(desk, summaries, base))
    app.include_router(make_summary_page(desk, summaries, base))
    for make in (make_pages, make_meetings, make_register, make_threads, make_people):
        app.include_router(make(desk, base))
    icon = files("ui").joinpath("static", "icon.svg").read_bytes()

    @app.get("/favicon.ico", include_in_schema=False)
    def favicon() -> Response:
        return Response(icon, media_type="image/svg+xml")

    app.mount("/room", StaticFiles(directory=str(files("ui").joinpath("static"))))
    app.include_router(make_about(desk, base, store if password else None))
    if password:
        add_admin(app, desk, base, password, store)
    _explain_errors(app, base)

    def show(question: str, source: int | None, dropped: str) -> str:
        return view_of(desk, base, question, source, dropped, summaries.model)

    app.include_router(make_answers(desk, base, show))
    top = render("top.html", base=base, here="/")
    foot = render("foot.html", base=base)
    return UnderPath(SafeHeaders(HeadRequests(PageCalls(mount_room(app, show, base, top, foot))), base), base)


def view_of(
    desk: Desk, base: str, question: str, source: int | None, dropped: str = "", model: str | None = None
) -> str:
    """Return what stands under the ask box: an answer, the beginning, or what is wrong and how to mend it.

    An answer offers a summary by the ``model`` where one is set.
    """
    question = question.strip()
    try:
        with desk.library() as library:
            if not question:
                return start_view(library, base)
            names = read_dropped(dropped)
            query = without(query_of(library, desk.encoder, question), names)
            return answer_view(library, base, desk.ask(query), query, names, source, model)
    except NoLibraryError as error:
        return trouble_view(question, "No papers are held yet", str(error), _first_steps(desk.folder))
    except MinutebookError as error:
        return trouble_view(question, "That could not be answered", str(error))


def _first_steps(folder: Path) -> str:
    library = "" if folder == Path("library") else f"--library {folder} "
    return f"minutebook {library}ingest PATH-OF-A-FOLDER-OF-PAPERS"


def _explain_errors(app: FastAPI, base: str) -> None:
    """Answer every failure in the form that was asked for: JSON under /api, a page elsewhere."""

    def explained(request: Request, status: int, title: str, words: str) -> Response:
        if request.url.path.startswith(f"{base}/api/") or request.url.path.startswith("/api/"):
            return JSONResponse({"error": words}, status)
        return HTMLResponse(render("message.html", base=base, here="", title=title, words=words), status)

    @app.exception_handler(NoLibraryError)
    def no_library(request: Request, error: NoLibraryError) -> Response:
        return explained(request, 503, "No papers are held yet", str(error))

    @app.exception_handler(BusyError)
    def busy(request: Request, error: BusyError) -> Response:
        return explained(request, 503, "Busy", str(error))

    @app.exception_handler(NotHeldError)
    def no_paper(request: Request, error: NotHeldError) -> Response:
        return explained(request, 404, "Not held", f"{error.what}: {base}/api/papers lists what is.")

    @app.exception_handler(NoDayError)
    def no_day(request: Request, error: NoDayError) -> Response:
        return explained(request, 422, "That address is not understood", str(error))

    @app.exception_handler(MinutebookError)
    def not_held(request: Request, error: MinutebookError) -> Response:
        return explained(request, 404, "Not held", str(error))

    @app.exception_handler(RequestValidationError)
    def called_wrongly(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        return explained(request, 422, "That address is not understood", f"{where}: {first['msg']}")

    @app.exception_handler(Exception)
    def failed(request: Request, error: Exception) -> Response:
        """Answer for a fault of our own; the server's log has it."""
        words = f"Minutebook itself failed ({type(error).__name__}): nothing is lost, and its log says where."
        return explained(request, 500, "That went wrong", words)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        title = "There is no such page" if error.status_code == 404 else "That cannot be done"
        answer = explained(request, error.status_code, title, f"{error.detail}.")
        answer.headers.update(error.headers or {})
        return answer
