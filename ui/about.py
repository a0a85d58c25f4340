"""What a library is: its version, for people on a page and for machines that watch over the server."""

from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, Response

from corpus.errors import MinutebookError
from index.library import Library
from index.read_by import told_otherwise
from ui.admin_store import AdminStore
from ui.desk import Desk, NoLibraryError
from ui.holdings import summary
from ui.html import render


@dataclass(frozen=True, slots=True)
class About:
    """The version of a library."""

    program: str
    form: str
    papers: int
    generation: int
    changed_at: datetime | None
    digest: str
    encoder: str
    otherwise: str  # says which papers another version of the program read, "" where none was


def about(library: Library) -> About:
    """Return the version of a library."""
    return About(
        version("minutebook"),
        library.built.form,
        len(library.papers()),
        library.generation,
        library.changed_at(),
        digest_of(library),
        library.built.encoder,
        told_otherwise(library.rows),
    )


def digest_of(library: Library) -> str:
    """Return a hash of what each paper is held as and of what they were encoded with.

    Under one version of the program all else follows from these. ``Library.digest`` reads all of a library for it,
    which takes seconds: too long for whoever watches over a server while papers are being added.
    """
    hashed = sha256(f"{library.built.form} {library.built.fingerprint}".encode())
    for paper in sorted(library.papers(), key=lambda one: one.sha256):
        hashed.update(repr(replace(paper, path="")).encode("utf-8", "surrogatepass"))  # the same papers lie anywhere
    return hashed.hexdigest()


def make_about(desk: Desk, base: str, store: AdminStore | None) -> APIRouter:
    """Return the page of the library's version and the health end point; no store: questions are never kept."""
    routes = APIRouter()

    @routes.get("/health", responses={503: {"description": "There is no library, or it cannot be read"}})
    def health() -> Response:
        """Say whether the server can answer, and from what: a library that cannot be read is 503."""
        try:
            with desk.library() as library:
                found = about(library)
        except MinutebookError as error:
            return JSONResponse({"status": "failing", "version": version("minutebook"), "error": str(error)}, 503)
        return JSONResponse({
            "status": "ok",
            "version": found.program,
            "format": found.form,
            "papers": found.papers,
            "generation": found.generation,
            "digest": found.digest,
        })  # fmt: skip

    @routes.get("/about", include_in_schema=False)
    def read_about() -> Response:
        held: dict[str, Any] = {"about": None, "summary": "No papers are held yet."}
        try:
            with desk.library() as library:
                held = {"about": about(library), "summary": summary(library.coverage())}
        except NoLibraryError:
            pass
        kept = store is not None and store.keeps_questions()
        return HTMLResponse(render("about.html", base=base, here="/about", questions_kept=kept, **held))

    return routes
