"""Who may look after the library: the session of a login, and the proof that a form came from our own page."""

import hmac
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock
from typing import Any

from fastapi import HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile

from corpus.errors import MinutebookError
from ui.admin_password import Password
from ui.admin_store import SIGNED_IN, WITHIN, AdminStore
from ui.admin_work import Workshop
from ui.desk import Desk
from ui.html import render

COOKIE, BEFORE = "minutebook-admin", "minutebook-login"
TOKEN = "token"  # noqa: S105  # the name of a form's hidden field
FIELDS = 20  # most fields of a form
LARGEST = 100_000  # bytes of a form without files: whoever sends the login's is not known yet
QUEUE = 2.0  # seconds to wait for the try before: many who wait must not keep everybody else from being answered


class SignedOutError(MinutebookError):
    """Nobody is signed in: the login is shown."""


class ForgedError(MinutebookError):
    """A form did not come from our own page, or from one that is too old."""


@dataclass(frozen=True, slots=True)
class Session:
    """Who is signed in, by the token of the cookie."""

    token: str

    @property
    def proof(self) -> str:
        """Return what our own forms carry and no other site can know."""
        return proof_of(self.token)


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that the administrator sent from our own page."""

    session: Session
    fields: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return a field without white space at its ends, empty where it was left out."""
        return self.fields.get(name, "").strip()


@dataclass(frozen=True, slots=True)
class Keeper:
    """What all pages of the administrator share."""

    desk: Desk
    base: str
    password: Password
    store: AdminStore
    work: Workshop
    _one_try: Lock = field(default_factory=Lock)  # a try takes 128 MiB: one at a time

    def link(self, place: str = "") -> str:
        """Return the address of one of the administrator's pages."""
        return f"{self.base}/admin{place}"

    def go(self, place: str) -> Response:
        """Send the browser on to a page, so that going back and reloading send no form again."""
        return RedirectResponse(self.link(place), 303)

    def page(
        self, session: Session | None, template: str, here: str = "", status: int = 200, **values: Any
    ) -> Response:
        """Return one of the administrator's pages, which no cache may keep."""
        html = render(
            template,
            base=self.base,
            here="",
            admin=self.link(),
            admin_here=here,
            token=session.proof if session else "",
            **values,
        )
        return HTMLResponse(html, status, headers={"cache-control": "no-store"})

    def sign_in(self, request: Request, typed: str) -> tuple[int, str]:
        """Try a password: 200 and a new session's token, or the status of the refusal and the words for it."""
        place, now = request.client.host if request.client else "", int(time.time())
        if not self.store.may_try(place, now):
            return 429, f"Too many wrong passwords: wait {WITHIN // 60} minutes and try again."
        if not self._one_try.acquire(timeout=QUEUE):
            return 503, "Several passwords are being tried just now. Try again in a moment."
        try:
            right = self.password.proves(typed)
        finally:
            self._one_try.release()
        if not right:
            return 403, "That is not the password."
        self.store.forgive(place)
        return 200, self.store.sign_in(self.password.written(), now)

    def set_cookie(self, request: Request, response: Response, name: str, value: str) -> None:
        """Give the browser a cookie that scripts cannot read and that goes to the administrator's pages alone."""
        response.set_cookie(
            name, value, max_age=SIGNED_IN, path=self.link(), secure=request.url.scheme == "https", httponly=True,
            samesite="strict",
        )  # fmt: skip

    def signed_in(self, request: Request) -> Session:
        """Return the session of a request; ``SignedOutError`` where there is none."""
        token = request.cookies.get(COOKIE, "")
        if not token or not self.store.signed_in(token, self.password.written(), int(time.time())):
            raise SignedOutError("Nobody is signed in.")
        return Session(token)

    async def posted(self, request: Request) -> Posted:
        """Return the form of a request; ``ForgedError`` where it did not come from our own page."""
        session = self.signed_in(request)
        fields, _ = await read_form(request)
        return self.proven(session, fields)

    def proven(self, session: Session, fields: Mapping[str, str]) -> Posted:
        """Return a form's fields where they carry the session's proof; ``ForgedError`` where they do not."""
        if not proven(session.token, fields.get(TOKEN, "")):
            raise ForgedError("This form is too old, or did not come from this page: reload the page and try again.")
        return Posted(session, fields)


def size_within(request: Request, most: int) -> bool:
    """Say whether a request tells its size, and that is at most so many bytes; the server holds it to that."""
    size = request.headers.get("content-length", "")
    return size.isdecimal() and len(size) <= len(str(most)) and int(size) <= most


async def read_form(
    request: Request, files: int = 0, most: int = LARGEST
) -> tuple[dict[str, str], tuple[UploadFile, ...]]:
    """Return the text fields of a form, and its files, which may be so many; 413 where it is larger than ``most``."""
    if not size_within(request, most):
        raise HTTPException(413, "That form is too large")
    form = await request.form(max_files=files, max_fields=FIELDS)
    fields = {name: value for name, value in form.multi_items() if isinstance(value, str)}
    sent = tuple(value for _, value in form.multi_items() if isinstance(value, UploadFile) and value.filename)
    return fields, sent


def proof_of(token: str) -> str:
    """Return the proof that belongs to a cookie's token, from which the token cannot be had."""
    return blake2b(token.encode(), digest_size=32, person=b"minutebook-form").hexdigest()


def proven(token: str, proof: str) -> bool:
    """Say whether a form's proof belongs to the token; the comparison takes as long whatever it is."""
    return hmac.compare_digest(proof_of(token).encode(), proof.encode("utf-8", "replace"))
