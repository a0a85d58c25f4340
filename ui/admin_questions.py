"""The questions that were asked, where the administrator has chosen to keep them: never with who asked."""

import logging
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from search.types import Answer
from ui.admin_session import Keeper, Posted, Session
from ui.admin_store import AdminStore, Asked
from ui.html import OUTCOMES
from ui.plain import one_line

log = logging.getLogger(__name__)

ROWS = 100  # questions on one page
LONGEST = 1_000  # characters of a question that are kept


def keeping(store: AdminStore) -> Callable[[Answer], None]:
    """Return what keeps the question of an answer where that is wanted; no trouble with it may cost the answer."""

    def keep(answer: Answer) -> None:
        try:
            if store.keeps_questions():
                minute = f"{datetime.now(UTC):%Y-%m-%d %H:%M}"
                store.note(Asked(minute, one_line(answer.question)[:LONGEST], answer.outcome))
        except (sqlite3.Error, OSError):
            log.exception("a question could not be kept")

    return keep


def make_questions(keeper: Keeper) -> APIRouter:
    """Return the page that shows the questions kept, and the forms that keep, stop keeping and forget them."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/admin/questions")
    def show(
        session: Annotated[Session, Depends(keeper.signed_in)], start: Annotated[int, Query(ge=0, le=10**9)] = 0
    ) -> Response:
        kept, (total, asked) = keeper.store.keeps_questions(), keeper.store.questions(start, ROWS)
        return keeper.page(
            session, "admin_questions.html", "/questions", kept=kept, total=total, asked=asked,
            outcomes=OUTCOMES, newer=max(start - ROWS, 0) if start else None,
            older=start + ROWS if start + ROWS < total else None,
        )  # fmt: skip

    @routes.post("/admin/questions/keep")
    def keep(posted: Annotated[Posted, Depends(keeper.posted)]) -> Response:
        keeper.store.keep_questions(posted.text("keep") == "yes")
        return keeper.go("/questions")

    @routes.post("/admin/questions/forget")
    def forget(_: Annotated[Posted, Depends(keeper.posted)]) -> Response:
        keeper.store.clear_questions()
        return keeper.go("/questions")

    return routes
