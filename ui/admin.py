"""The administrator's side: it is there only where a password is set, and no public page leads to it."""

import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import Response

from corpus.errors import MinutebookError
from index.errors import LibraryBusyError
from ui.about import about
from ui.admin_adding import BadFolderError, make_adding
from ui.admin_papers import make_papers
from ui.admin_password import Password
from ui.admin_questions import make_questions
from ui.admin_session import (
    BEFORE,
    COOKIE,
    TOKEN,
    ForgedError,
    Keeper,
    Posted,
    Session,
    SignedOutError,
    proof_of,
    proven,
    read_form,
)
from ui.admin_store import WITHIN, AdminStore
from ui.admin_uploads import UploadError
from ui.admin_work import TooMuchWorkError, Workshop
from ui.admin_working import STATES, TITLES, make_working
from ui.desk import Desk, NoLibraryError
from ui.holdings import summary
from ui.html import long_date

LATEST = 5  # pieces of work on the first page
REFUSALS: dict[type[MinutebookError], int] = {
    ForgedError: 403,
    UploadError: 400,
    BadFolderError: 400,
    TooMuchWorkError: 503,
    LibraryBusyError: 503,
}
"""What may be refused here, with the status that says so."""


def add_admin(app: FastAPI, desk: Desk, base: str, password: Password, store: AdminStore) -> None:
    """Give the application the administrator's pages."""
    keeper = Keeper(desk, base, password, store, Workshop(desk.folder))
    for make in (_entrance, make_adding, make_working, make_papers, make_questions):
        app.include_router(make(keeper))

    @app.exception_handler(SignedOutError)
    def signed_out(_: Request, __: SignedOutError) -> Response:
        return keeper.go("/login")

    def refused(request: Request, error: Exception) -> Response:
        session = keeper.signed_in(request)
        status = next(status for kind, status in REFUSALS.items() if isinstance(error, kind))
        return keeper.page(session, "admin_message.html", status=status, words=str(error))

    for refusal in REFUSALS:
        app.add_exception_handler(refusal, refused)


def _entrance(keeper: Keeper) -> APIRouter:
    routes = APIRouter(include_in_schema=False)

    async def typed(request: Request) -> dict[str, str]:
        return (await read_form(request))[0]

    @routes.get("/admin/login")
    def show_login(request: Request) -> Response:
        return _login(keeper, request)

    @routes.post("/admin/login")
    def sign_in(request: Request, fields: Annotated[dict[str, str], Depends(typed)]) -> Response:
        before = request.cookies.get(BEFORE, "")
        if not before or not proven(before, fields.get(TOKEN, "")):
            return _login(keeper, request, 403, "That page was too old. Type the password again.")
        status, said = keeper.sign_in(request, fields.get("password", ""))
        if status != 200:
            return _login(keeper, request, status, said)
        response = keeper.go("")
        keeper.set_cookie(request, response, COOKIE, said)
        response.delete_cookie(BEFORE, path=keeper.link(), httponly=True, samesite="strict")
        return response

    @routes.post("/admin/logout")
    def sign_out(posted: Annotated[Posted, Depends(keeper.posted)]) -> Response:
        keeper.store.sign_out(posted.session.token)
        response = keeper.go("/login")
        response.delete_cookie(COOKIE, path=keeper.link(), httponly=True, samesite="strict")
        return response

    @routes.get("/admin")
    def overview(session: Annotated[Session, Depends(keeper.signed_in)]) -> Response:
        work = keeper.work.all()[:LATEST]
        try:
            with keeper.desk.library() as library:
                found, held = about(library), summary(library.coverage())
        except NoLibraryError:
            found, held = None, "No papers are held yet. Add the first."
        return keeper.page(
            session, "admin_overview.html", "/", about=found, summary=held, work=work, titles=TITLES, states=STATES
        )

    @routes.get("/admin/coverage")
    def coverage(session: Annotated[Session, Depends(keeper.signed_in)]) -> Response:
        with keeper.desk.library() as library:
            held = library.coverage()
        return keeper.page(
            session, "admin_coverage.html", "/coverage", coverage=held, summary=summary(held),
            days=lambda days: "; ".join(long_date(day) for day in days),
        )  # fmt: skip

    return routes


def _login(keeper: Keeper, request: Request, status: int = 200, refusal: str = "") -> Response:
    """Return the login, with a cookie of its own that its form must match: nobody can be signed in unawares."""
    before = request.cookies.get(BEFORE) or secrets.token_urlsafe(32)
    response = keeper.page(None, "admin_login.html", status=status, refusal=refusal, before=proof_of(before))
    keeper.set_cookie(request, response, BEFORE, before)
    if status == 429:
        response.headers["retry-after"] = str(WITHIN)
    return response
