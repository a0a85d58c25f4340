"""A link names a paper by its contents: what it shows once the paper was replaced or withdrawn."""

from datetime import date
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from reading_room import write_pdf

from index.encoder import Encoder
from index.ingest import ingest
from index.library import open_library
from index.withdraw import withdraw
from ui.desk import Desk
from ui.pages import GoneError, make_pages

MINUTES = (
    "Borough of Example",
    "Roads Committee",
    "Minutes of the meeting of the Roads Committee held on Monday 5 May 2025",
    "7. THE ROUNDABOUT",
)


def test_an_old_link_never_shows_the_paper_that_replaced_the_one_cited(tmp_path: Path, encoder: Encoder) -> None:
    paper, folder = tmp_path / "roads.pdf", tmp_path / "library"
    app = FastAPI()
    app.include_router(make_pages(Desk(folder, encoder), ""))
    client = TestClient(app)
    write_pdf(paper, (*MINUTES, "RESOLVED: That the roundabout be built."))
    ingest([paper], folder, encoder)
    with open_library(folder) as library:
        (old,) = library.papers()
    assert "That the roundabout be built" in client.get(f"/papers/{old.sha256}/1").text

    write_pdf(paper, (*MINUTES, "RESOLVED: That the roundabout be not built."))
    ingest([paper], folder, encoder)
    with open_library(folder) as library:
        (new,) = library.papers()

    for address in (f"/papers/{old.sha256}/1", f"/papers/{old.sha256}.pdf", f"/papers/{old.sha256}/original"):
        with pytest.raises(GoneError, match=rf"is not held \(SHA-256 {old.sha256[:12]}\)"):
            client.get(address)
    assert "be not built" in client.get(f"/papers/{new.sha256}/1").text

    withdraw(folder, new.sha256, "it names a child", date(2025, 6, 1))
    with pytest.raises(GoneError, match=r"roads\.pdf was withdrawn from this library: it names a child\."):
        client.get(f"/papers/{new.sha256}/1")
