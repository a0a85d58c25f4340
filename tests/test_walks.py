"""The walks that a user takes: from a folder of PDFs to a cited answer, in the terminal and in the browser."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from plain_papers import LetterEncoder
from reading_room import run, served

from index.ingest import ingest
from index.types import IngestReport

CHROMIUM = Path("/usr/bin/chromium")  # Debian's; Playwright's own build is a download of its own
LADO = "what was agreed on LADO"
COMMISSION = "Children, Young People and Education Scrutiny Commission"
PACK = "2025-04-08 Public reports pack, Children Young People and Education Scrutiny Commission.pdf"


@pytest.fixture(scope="session")
def leicester(papers: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library that the command line made of the Leicester pack."""
    library = tmp_path_factory.mktemp("leicester") / "library"
    status, _, said = run("--library", str(library), "ingest", str(papers / "leicester"))
    assert status == 0, said
    return library


def answer(library: Path, question: str) -> dict[str, Any]:
    status, output, _ = run("--library", str(library), "ask", question, "--json")
    assert status == 0
    found: dict[str, Any] = json.loads(output)
    return found


@pytest.mark.papers
def test_both_resolutions_of_minute_129_are_quoted_word_for_word_where_they_stand(leicester: Path) -> None:
    found = answer(leicester, LADO)
    place = {
        "council": "Leicester City Council",
        "body": COMMISSION,
        "meeting_date": "2025-02-25",  # the meeting that made them, not the one whose pack they are printed in
        "minute": "129",
        "kind": "decision",
        "standing": "draft",
        "paper": PACK,
        "pdf_page": 14,
        "printed_page": "10",
        "also_in": [],
    }
    assert found["outcome"] == "answered"
    assert [(one["n"], one["resolution"], one["quote"]) for one in found["citations"]] == [
        (1, 1, "That report be noted."),
        (2, 2, "That the next due report be presented at Scrutiny."),
    ]
    assert [{name: one[name] for name in place} for one in found["citations"]] == [place, place]
    label = f"Minute 129, resolution 1, {COMMISSION}, 25 February 2025 (draft), page 10"
    assert found["citations"][0]["label"] == label


@pytest.mark.papers
@pytest.mark.parametrize(
    ("question", "outcome", "minute", "pdf_page", "words"),
    [
        # a declaration, among three of one minute
        ("who declared an interest about Millgate School", "answered", "123", 8, "Chair of the Advisory Board"),
        # a figure in a report's paragraph 5.1, with what it is forecast to become
        ("how big is the high needs deficit", "answered", None, 25, "£9.648m"),
        # a minute asked for by its number
        ("minute 128", "answered", "128", 9, "SEND HOME TO SCHOOL"),
        # nothing is held on it
        ("what was agreed on bin collections", "not_found", None, None, None),
    ],
)  # fmt: skip
def test_questions_get_the_right_passages_or_a_plain_decline(
    leicester: Path, question: str, outcome: str, minute: str | None, pdf_page: int | None, words: str | None
) -> None:
    found = answer(leicester, question)
    assert found["outcome"] == outcome
    assert COMMISSION in found["coverage"]
    if words is None:
        assert found["citations"] == []
        assert found["answer"] == "Nothing in these papers answers this. No paper held has the word “bin”."
        return
    first = found["citations"][0]
    assert (first["minute"], first["pdf_page"]) == (minute, pdf_page)
    assert words in first["quote"]


@pytest.mark.papers
def test_a_resolution_of_full_council_is_found_by_its_plan(papers: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    minutes = papers / "kent" / "full_council__2025-02-13__19_December_2024_-_County_Council_minutes.pdf"
    assert run("--library", str(library), "ingest", str(minutes))[0] == 0

    found = answer(library, "what was agreed on the Local Transport Plan")

    (cited,) = found["citations"]
    assert (cited["body"], cited["meeting_date"], cited["minute"]) == ("County Council", "2024-12-19", "278")
    assert cited["quote"].endswith("approves and adopts Local Transport Plan 5: Striking the Balance.")


def said(report: IngestReport) -> dict[str, int]:
    return dict(Counter(one.status for one in report.outcomes))


@pytest.mark.papers
def test_all_papers_are_read_once_and_a_change_touches_one(papers: Path, tmp_path: Path) -> None:
    """Read with the real reader; the vectors are of the encoder that counts letters, since they are not the point."""
    folder, library, encoder = tmp_path / "papers", tmp_path / "library", LetterEncoder()
    shutil.copytree(papers, folder, ignore=shutil.ignore_patterns("README.md"))
    names = sorted(path.name for path in folder.rglob("*.pdf"))
    assert len(names) == 227
    again = folder / "milburn" / "Minutes_for_Meeting_of_2016-11-01.pdf"

    first = ingest([folder], library, encoder)
    assert sorted(one.name for one in first.outcomes) == names
    assert [(one.name, one.reason) for one in first.outcomes if one.status in ("failed", "refused")] == []
    assert said(ingest([folder], library, encoder)) == {"skipped": 227}

    again.write_bytes(again.read_bytes() + b"\n%changed\n")
    assert said(ingest([folder], library, encoder)) == {"skipped": 226, "read": 1}
    again.unlink()
    assert said(ingest([folder], library, encoder)) == {"skipped": 226, "removed": 1}
    shutil.copy(papers / "milburn" / again.name, again)
    assert said(ingest([folder], library, encoder)) == {"skipped": 226, "read": 1}


@pytest.fixture(scope="module")
def pack_address(leicester: Path) -> Iterator[str]:
    with served(leicester) as address:
        yield address


@pytest.mark.papers
@pytest.mark.skipif(not CHROMIUM.is_file(), reason="Chromium is not installed (apt-get install chromium)")
def test_the_page_shows_the_answer_and_the_page_it_stands_on(pack_address: str) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install -e .[dev])")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(pack_address)
        page.get_by_label("Your question").fill(LADO)
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=LADO, level=2).wait_for()

        words = " ".join(page.inner_text(".words").split())
        assert re.search(r"That report be noted\. \[\D*1\]", words)  # the mark has a word for screen readers
        assert re.search(r"That the next due report be presented at Scrutiny\. \[\D*2\]", words)
        source = page.locator("#source-1")
        assert "Minute 129, resolution 1" in source.inner_text()
        assert "Page 10 (PDF page 14)" in " ".join(source.inner_text().split())
        assert source.locator(".tag.draft").inner_text() == "draft"
        assert page.get_by_role("heading", name="Page 10 (PDF page 14)", level=2).is_visible()
        page.wait_for_function("() => document.querySelector('.reader img')?.complete")
        assert page.evaluate("() => document.querySelector('.reader img').naturalWidth") == 1100
        link = source.locator(".actions a").first.get_attribute("href") or ""
        assert re.fullmatch(r"/papers/[0-9a-f]{64}\.pdf#page=14", link)
        browser.close()


@pytest.mark.papers
def test_a_link_to_a_question_reproduces_the_answer(pack_address: str, leicester: Path) -> None:
    status, output, _ = run("--library", str(leicester), "ask", LADO, "--json")
    assert status == 0
    with urlopen(f"{pack_address}/api/ask?q={quote(LADO)}", timeout=60) as response:  # noqa: S310  # our own address
        answer = json.load(response)
    told = json.loads(output)
    links = [one.pop("link") for one in answer["citations"]]
    paths = [one.pop("link", "") for one in told["citations"]]  # a terminal knows of no server
    assert [link.removeprefix(pack_address) for link in links] == paths
    assert answer == told
