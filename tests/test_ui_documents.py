"""A walk with papers that are no PDFs: from the command line to a cited answer, its page, and the original."""

import json
import urllib.request
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from minutes_files import ITEMS, as_web_page, as_word
from reading_room import run, served


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a library of a Word document and a web page, made by the command line, and the folder of both."""
    folder = tmp_path_factory.mktemp("documents")
    papers = folder / "papers"
    papers.mkdir()
    as_word(papers / "minutes.docx")
    page = as_web_page(papers / "june.html")
    words = page.read_text(encoding="utf-8").replace("12 May 2026", "9 June 2026")
    words = words.replace("FOOTPATH 7", "ALLOTMENTS").replace(
        "Footpath 7 between the church and the mill", "the allotments"
    )
    page.write_text(words, encoding="utf-8")
    status, output, errors = run("--library", str(folder / "library"), "ingest", str(papers))
    assert (status, errors) == (0, ""), output
    return folder / "library", papers


@pytest.fixture(scope="module")
def address(library: tuple[Path, Path]) -> Iterator[str]:
    """Serve that library."""
    with served(library[0]) as address:
        yield address


def get(address: str) -> tuple[dict[str, str], bytes]:
    """Return a response's headers and body."""
    with urllib.request.urlopen(address, timeout=60) as response:  # noqa: S310  # our own address
        return {name.lower(): value for name, value in response.getheaders()}, response.read()


def cited(library: Path, question: str) -> dict[str, object]:
    """Ask the command line, and return the first citation."""
    status, output, _ = run("--library", str(library), "ask", question, "--json")
    answer = json.loads(output)
    assert (status, answer["outcome"]) == (0, "answered"), answer
    found: dict[str, object] = answer["citations"][0]
    return found


def test_a_word_document_is_cited_word_for_word_by_the_page_of_its_reading_copy(library: tuple[Path, Path]) -> None:
    citation = cited(library[0], "what was agreed about footpath 7")
    assert {name: citation[name] for name in ("paper", "minute", "quote", "pdf_page", "printed_page", "label")} == {
        "paper": "minutes.docx",
        "minute": "103",
        "quote": ITEMS[2][2][0],
        "pdf_page": 1,
        "printed_page": None,
        "label": "Minute 103, resolution 1, Ashmere Parish Council, 12 May 2026 (draft), page 1 of the reading copy",
    }
    assert citation["reading_copy"] is True


def test_the_page_shows_the_reading_copy_with_the_words_marked_and_says_what_it_is(
    library: tuple[Path, Path], address: str
) -> None:
    citation = cited(library[0], "what was agreed about footpath 7")
    link = f"{address}/papers/{citation['sha256']}/1"
    _, body = get(f"{link}?passage={citation['passage']}")
    page = unescape(body.decode())
    assert "Page 1 of the reading copy" in page
    assert "This paper was not published as a PDF and has no fixed pages" in page
    assert "PDF page" not in page.replace("PDF page</label>", "")
    assert f"<mark>{ITEMS[2][2][0]}</mark>" in " ".join(page.split())
    assert f'href="/papers/{citation["sha256"]}/original" download="minutes.docx"' in page
    _, plain = get(f"{address}/api/page/{citation['sha256']}/1.png")
    headers, marked = get(f"{address}/api/page/{citation['sha256']}/1.png?passage={citation['passage']}")
    assert headers["content-type"] == "image/png"
    assert marked != plain


def test_the_original_is_given_out_as_a_download_and_the_copy_as_a_pdf(
    library: tuple[Path, Path], address: str
) -> None:
    word = cited(library[0], "what was agreed about footpath 7")["sha256"]
    headers, body = get(f"{address}/papers/{word}/original")
    assert body == (library[1] / "minutes.docx").read_bytes()
    assert headers["content-disposition"] == 'attachment; filename="minutes.docx"'
    assert headers["content-type"] == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    headers, body = get(f"{address}/papers/{word}.pdf")
    assert (headers["content-type"], body[:5]) == ("application/pdf", b"%PDF-")


def test_a_web_page_is_never_shown_as_one(library: tuple[Path, Path], address: str) -> None:
    page = cited(library[0], "what was agreed about the allotments")
    assert page["paper"] == "june.html"
    headers, body = get(f"{address}/papers/{page['sha256']}/original")
    assert body == (library[1] / "june.html").read_bytes()
    assert headers["content-type"] == "application/octet-stream"
    assert headers["content-disposition"] == 'attachment; filename="june.html"'
    assert headers["x-content-type-options"] == "nosniff"
