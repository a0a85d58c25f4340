"""The papers held, as the administrator sees them: what each was taken for, putting that right, and taking one out."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from corpus.types import Proceedings
from index.corrections import told
from index.types import PaperEntry
from index.withdraw import readmit, withdraw
from ui.admin_session import Keeper, Posted, Session
from ui.holdings import notes
from ui.links import link_with, page_link

ROWS = 50  # papers on one page
SOON = 5.0  # seconds to wait for another writer before saying who it is: somebody sits before the page
DONE = {
    "withdrawn": "The paper is withdrawn: no answer draws on it any more, and it is not read in again.",
    "readmitted": "The paper may be added again. Nothing of it is held until then.",
}
REFUSED = {
    "same": "Nothing was changed: give another body or another date.",
    "date": "That is no date like 2025-02-25. Nothing was changed.",
    "reason": "Say why: the reason is kept and shown. Nothing was changed.",
}

Order = Literal["date", "name", "body"]


def make_papers(keeper: Keeper) -> APIRouter:
    """Return the pages about papers."""
    routes = APIRouter(include_in_schema=False)
    SignedIn = Annotated[Session, Depends(keeper.signed_in)]  # noqa: N806  # a type
    Sent = Annotated[Posted, Depends(keeper.posted)]  # noqa: N806  # a type

    @routes.get("/admin/papers")
    def list_papers(
        session: SignedIn,
        q: Annotated[str, Query(max_length=200)] = "",
        order: Order = "date",
        start: Annotated[int, Query(ge=0, le=10**9)] = 0,
        said: str = "",
    ) -> Response:
        with keeper.desk.library() as library:
            found = ordered(matching(library.papers(), q), order)
            problems = library.problems()
            withdrawn = {path: sha256 for sha256, path in library.rows("SELECT sha256, path FROM withdrawn")}
        here = link_with(keeper.link("/papers"), q=q, order=order if order != "date" else None)
        return keeper.page(
            session, "admin_papers.html", "/papers", q=q, order=order, total=len(found), start=start,
            papers=found[start : start + ROWS], notes=notes, problems=problems, withdrawn=withdrawn,
            said=DONE.get(said, ""),
            newer=link_with(here, start=start - ROWS) if start > ROWS else here if start else None,
            older=link_with(here, start=start + ROWS) if start + ROWS < len(found) else None,
        )  # fmt: skip

    @routes.get("/admin/papers/{sha256}")
    def show_paper(session: SignedIn, sha256: str, refused: str = "") -> Response:
        with keeper.desk.library() as library:
            paper, record = library.paper(sha256), library.record(sha256)
            as_read = library.record_as_read(sha256).meeting
        return keeper.page(
            session, "admin_paper.html", "/papers", paper=paper, minutes=[_printed(one) for one in record.proceedings],
            as_read=as_read, corrected=told(paper.correction) if paper.correction else "", notes=notes(paper),
            link=page_link(keeper.base, sha256, 1), refused=REFUSED.get(refused, ""),
        )  # fmt: skip

    @routes.post("/admin/papers/{sha256}/correct")
    def correct(posted: Sent, sha256: str) -> Response:
        with keeper.desk.library() as library:
            paper = library.paper(sha256)
        try:
            changes = _changes(paper, posted.text("body"), posted.text("held_on"))
        except ValueError:
            return keeper.go(f"/papers/{sha256}?refused=date")
        if not changes or not posted.text("reason"):
            return keeper.go(f"/papers/{sha256}?refused={'reason' if changes else 'same'}")
        reason = f"--reason={posted.text('reason')}"
        work = keeper.work.start("correct", paper.name, ["correct", sha256, *changes, reason])
        return keeper.go(f"/work/{work}")

    @routes.post("/admin/papers/{sha256}/undo")
    def undo(_: Sent, sha256: str) -> Response:
        with keeper.desk.library() as library:
            paper = library.paper(sha256)
        return keeper.go(f"/work/{keeper.work.start('correct', paper.name, ['correct', sha256, '--undo'])}")

    @routes.post("/admin/papers/{sha256}/withdraw")
    def take_out(posted: Sent, sha256: str) -> Response:
        if not posted.text("reason"):
            return keeper.go(f"/papers/{sha256}?refused=reason")
        today = datetime.now().astimezone().date()
        withdraw(keeper.desk.folder, sha256, posted.text("reason"), today, wait=SOON)
        return keeper.go("/papers?said=withdrawn")

    @routes.post("/admin/papers/{sha256}/readmit")
    def let_in(_: Sent, sha256: str) -> Response:
        readmit(keeper.desk.folder, sha256, wait=SOON)
        return keeper.go("/papers?said=readmitted")

    return routes


def matching(papers: Sequence[PaperEntry], typed: str) -> list[PaperEntry]:
    """Return the papers in whose name, title, body, council, kind or date each of the words typed stands."""
    words = typed.casefold().split()
    return [paper for paper in papers if all(word in _words(paper) for word in words)]


def ordered(papers: Sequence[PaperEntry], order: Order) -> list[PaperEntry]:
    """Return papers newest first, or in order of name or of body."""
    if order == "date":
        return sorted(papers, key=lambda one: one.held_on or date.min, reverse=True)
    if order == "name":
        return sorted(papers, key=lambda one: one.name.casefold())
    return sorted(papers, key=lambda one: (one.body is None, one.body or "", one.name))


def _words(paper: PaperEntry) -> str:
    told_of = (*paper.names, paper.title, paper.body, paper.council, paper.kind.replace("_", " "), paper.held_on)
    return " ".join(str(one) for one in told_of if one).casefold()


def _changes(paper: PaperEntry, body: str, held_on: str) -> list[str]:
    """Return the arguments of what the form changes; ``ValueError`` where its date is none."""
    day = date.fromisoformat(held_on) if held_on else None
    changes = [f"--body={body}"] if body and body != (paper.body or "") else []
    return changes + ([f"--date={day}"] if day and day != paper.held_on else [])


def _printed(one: Proceedings) -> tuple[Proceedings, int]:
    """Return minutes with the number of resolutions in them."""
    return one, sum(len(minute.resolutions) for minute in one.minutes)
