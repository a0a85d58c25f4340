"""Work that takes time, as the administrator follows it: what goes on, what came of it, and how to end it."""

from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import Response

from index.types import IngestReport, Status
from ui.admin_session import Keeper, Posted, Session
from ui.admin_work import State, What, Work
from ui.holdings import counted
from ui.keeping import closing_rows

ORDER: tuple[Status, ...] = ("failed", "refused", "read", "removed", "skipped")  # what needs eyes comes first
TITLES: dict[What, str] = {"add": "Adding papers", "correct": "Correcting a paper", "check": "Checking the library"}
STATES: dict[State, str] = {
    "waiting": "Waiting for its turn",
    "running": "Going on",
    "done": "Done",
    "failed": "Not all could be done",
    "cancelled": "Ended by you; what was done stays done",
    "stopped": "Ended before it was done, perhaps by a restart; what was done stays done. Start it again for the rest",
}


def make_working(keeper: Keeper) -> APIRouter:
    """Return the pages that show work."""
    routes = APIRouter(include_in_schema=False)
    SignedIn = Annotated[Session, Depends(keeper.signed_in)]  # noqa: N806  # a type

    @routes.get("/admin/work")
    def all_work(session: SignedIn) -> Response:
        return keeper.page(session, "admin_work.html", "/work", work=keeper.work.all(), titles=TITLES, states=STATES)

    @routes.get("/admin/work/{name}")
    def one_work(session: SignedIn, name: str, part: str = "") -> Response:
        work = keeper.work.find(name)
        if work is None:
            raise HTTPException(404, "That work is not remembered any more")
        template = "admin_progress.html" if part else "admin_work_one.html"
        return keeper.page(
            session, template, "/work", work=work, title=TITLES[work.what], state=STATES[work.state], said=said(work),
            rows=closing(work), totals=totals(work),
        )  # fmt: skip

    @routes.post("/admin/work/{name}/cancel")
    def cancel(name: str, _: Annotated[Posted, Depends(keeper.posted)]) -> Response:
        keeper.work.cancel(name)
        return keeper.go(f"/work/{name}")

    @routes.get("/admin/check")
    def show_check(session: SignedIn) -> Response:
        last = next((one for one in keeper.work.all() if one.what == "check"), None)
        return keeper.page(session, "admin_check.html", "/check", last=last, states=STATES)

    @routes.post("/admin/check")
    def check(posted: Annotated[Posted, Depends(keeper.posted)]) -> Response:
        repair = ["--repair"] if posted.text("repair") else []
        about = "and mending what can be mended" if repair else "without changing anything"
        return keeper.go(f"/work/{keeper.work.start('check', about, ['check', *repair])}")

    return routes


def said(work: Work) -> str:
    """Say in a sentence how far the work has come, for a live region: it changes only when there is news."""
    if work.account is None or work.over:
        return STATES[work.state] + "."
    return f"{work.account.done} of {counted(work.account.total, 'paper')} done."


def closing(work: Work) -> list[tuple[str, ...]]:
    """Return the closing table, what needs eyes first; of work that goes on, only what needs them already."""
    outcomes = work.account.outcomes if work.account else ()
    told = [one for one in outcomes if work.over or one.status in ("failed", "refused")]
    return sorted(closing_rows(IngestReport(tuple(told))), key=lambda row: ORDER.index(row[0]))


def totals(work: Work) -> str:
    """Return the closing table's last line: how many papers were read, skipped, refused, failed."""
    counts = Counter(one.status for one in (work.account.outcomes if work.account else ()))
    return ", ".join(f"{counts[status]} {status}" for status in ORDER if counts[status])
