"""The sample papers are what their sources say, page by page, and setting them again changes nothing."""

import hashlib
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "corpus" / "samples" / "sources"
TRUTH: dict[str, Any] = json.loads((ROOT / "corpus" / "samples" / "truth.json").read_text(encoding="utf-8"))
PAPERS: list[dict[str, Any]] = TRUTH["papers"]
WITH_TEXT = [paper for paper in PAPERS if not paper["scan"]]
INVENTED = "This is a made-up council"
HYPHEN_AT_LINE_END = "\ufffe"  # what pdfium gives for it


def page_texts(path: Path) -> list[str]:
    """Return the text of each page as pdfium reads it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]
    finally:
        document.close()


def bare(text: str) -> str:
    """Return text without white space and hyphens, so that line ends and broken words do not matter."""
    return re.sub(rf"[\s\-{HYPHEN_AT_LINE_END}\u00ad]", "", text)


@pytest.fixture(scope="module")
def texts(samples: Path) -> dict[str, list[str]]:
    """Return the pages' text of every paper, by file."""
    return {paper["file"]: page_texts(samples / paper["file"]) for paper in PAPERS}


def minutes_of(file: str) -> dict[str, dict[str, Any]]:
    """Return the minutes that one paper prints, by number."""
    paper = next(paper for paper in PAPERS if paper["file"] == file)
    return {minute["number"]: minute for meeting in paper["meetings"] for minute in meeting["minutes"]}


def resolutions_of(file: str, number: str) -> list[str]:
    """Return the words of the resolutions of one minute."""
    return [resolution["text"] for resolution in minutes_of(file)[number]["resolutions"]]


def test_setting_the_papers_again_gives_the_same_bytes_and_the_same_truth(samples: Path, tmp_path: Path) -> None:
    pytest.importorskip("reportlab", reason="reportlab sets the sample papers; it comes with the dev dependencies")
    from corpus.samples.typeset import truth_text, typeset

    truths = typeset(SOURCES, tmp_path)
    digest = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(tmp_path.iterdir())}
    assert digest == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(samples.iterdir())}
    assert truth_text(truths) == (ROOT / "corpus" / "samples" / "truth.json").read_text(encoding="utf-8")


def test_there_are_as_many_papers_pages_and_meetings_as_the_samples_promise(samples: Path) -> None:
    assert {path.name for path in samples.iterdir()} == {paper["file"] for paper in PAPERS}
    assert len(PAPERS) >= 25
    assert sum(paper["pages"] for paper in PAPERS) >= 150
    held = {(meeting["body"], meeting["held_on"]) for paper in PAPERS for meeting in paper["meetings"]}
    assert len(held) == 15
    assert len({body for body, _ in held}) == 3
    assert sum(path.stat().st_size for path in samples.iterdir()) < 5_000_000


@pytest.mark.parametrize("paper", WITH_TEXT, ids=lambda paper: paper["file"])
def test_every_paper_says_on_its_first_page_that_the_council_is_made_up(
    paper: dict[str, Any], texts: dict[str, list[str]]
) -> None:
    assert bare(INVENTED) in bare(texts[paper["file"]][0])


@pytest.mark.parametrize("paper", WITH_TEXT, ids=lambda paper: paper["file"])
def test_the_truth_stands_on_the_pages_that_it_names(paper: dict[str, Any], texts: dict[str, list[str]]) -> None:
    pages = [bare(text) for text in texts[paper["file"]]]
    assert len(pages) == paper["pages"]
    for meeting in paper["meetings"]:
        for minute in meeting["minutes"]:
            heading = pages[minute["pdf_page"] - 1]
            assert bare(minute["heading"]) in heading, (minute["number"], minute["heading"])
            assert minute["printed_page"] == paper["printed_pages"][minute["pdf_page"] - 1]
            for resolution in minute["resolutions"]:
                first, last = resolution["pdf_pages"][0], resolution["pdf_pages"][-1]
                assert resolution["pdf_page"] == first
                said = bare(resolution["text"])
                where = pages[first - 1] if first == last else f"{pages[first - 1]}{pages[last - 1]}"
                # a foot and a running head stand between the two halves of one that runs over the page
                assert said in where or (
                    first < last and said[:20] in pages[first - 1] and said[-8:] in pages[last - 1]
                )
            for declaration in minute["declarations"]:
                assert bare(declaration["text"]) in "".join(pages)


@pytest.mark.parametrize("paper", WITH_TEXT, ids=lambda paper: paper["file"])
def test_the_printed_number_of_each_page_is_at_its_foot(paper: dict[str, Any], texts: dict[str, list[str]]) -> None:
    for printed, text in zip(paper["printed_pages"], texts[paper["file"]], strict=True):
        numbers = {line.strip() for line in text.splitlines()}
        if printed is not None:
            assert printed in numbers or any(line.startswith(f"Page {printed} of ") for line in numbers)


def test_the_scan_has_no_text_layer_and_a_picture_on_every_page(samples: Path) -> None:
    (scan,) = [paper for paper in PAPERS if paper["scan"]]
    assert scan["file"] == "families-2024-10-15-signed-minutes-scan.pdf"
    assert page_texts(samples / scan["file"]) == [""] * scan["pages"]
    document = pypdfium2.PdfDocument(samples / scan["file"])
    kinds = [[item.type for item in document[number].get_objects()] for number in range(scan["pages"])]
    document.close()
    assert kinds == [[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]] * scan["pages"]


def test_minute_numbers_run_on_across_meetings() -> None:
    held: dict[tuple[str, str], list[str]] = {}
    for paper in PAPERS:
        for meeting in paper["meetings"]:
            held[meeting["body"], meeting["held_on"]] = [minute["number"] for minute in meeting["minutes"]]
    runs: dict[tuple[str, str], list[str]] = {}
    for (body, day), numbers in sorted(held.items()):
        municipal_year = str(date.fromisoformat(day).year - (date.fromisoformat(day).month < 5))
        runs.setdefault((body, "" if body.startswith("Families") else municipal_year), []).extend(numbers)
    assert runs == {
        # the commission's run on through both years
        ("Families and Learning Scrutiny Commission", ""): [str(number) for number in range(1, 58)],
        # the Cabinet's begin again each municipal year
        ("Cabinet", "2024"): [str(number) for number in range(1, 24)],
        ("Cabinet", "2025"): [str(number) for number in range(1, 15)],
        # the committee's carry the year
        ("Seaward Area Planning Committee", "2024"): [f"24/{number:03}" for number in range(1, 14)],
        ("Seaward Area Planning Committee", "2025"): [f"25/{number:03}" for number in range(1, 13)],
    }


def test_only_the_last_meeting_of_each_body_is_draft_and_one_is_corrected() -> None:
    standing = {
        (meeting["body"], meeting["held_on"]): meeting["standing"] for paper in PAPERS for meeting in paper["meetings"]
    }
    assert {key for key, value in standing.items() if value == "draft"} == {
        ("Cabinet", "2025-11-12"),
        ("Families and Learning Scrutiny Commission", "2025-10-14"),
        ("Seaward Area Planning Committee", "2026-01-22"),
    }
    assert [key for key, value in standing.items() if value == "corrected"] == [
        ("Families and Learning Scrutiny Commission", "2025-03-04")
    ]


def test_what_was_agreed_on_lado_differs_from_year_to_year() -> None:
    assert resolutions_of("families-2024-10-15-signed-minutes-scan.pdf", "19")[0] == "That the report be noted."
    assert resolutions_of("families-2025-10-14-printed-minutes.pdf", "53")[1] == (
        "That the Cabinet be recommended to provide for a second full-time LADO in the budget for 2026/27."
    )


def test_a_recorded_vote_lists_its_names() -> None:
    assert minutes_of("planning-2025-09-11-pack.pdf")["24/011"]["votes"][1:] == [
        {
            "outcome": "carried",
            "for": [
                "Councillor Annable", "Councillor Frostick", "Councillor Jessop-Vale", "Councillor Quarmby",
                "Councillor Whitcombe",
            ],
            "against": ["Councillor Dunmore", "Councillor Eze-Thornhill", "Councillor Lovelace"],
            "abstain": ["Councillor Birdsall"],
        }
    ]  # fmt: skip


def test_one_resolution_runs_over_the_end_of_a_page() -> None:
    assert any(
        len(resolution["pdf_pages"]) == 2
        for paper in PAPERS
        for meeting in paper["meetings"]
        for minute in meeting["minutes"]
        for resolution in minute["resolutions"]
    )


def test_what_was_taken_in_private_and_what_is_exempt_are_told() -> None:
    exempt = [(paper["file"], paper["exempt"]) for paper in PAPERS if paper["exempt"]]
    assert exempt == [
        (
            "cabinet-2024-11-13-item-8-exempt-gasworks.pdf",
            "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972",
        )
    ]
    private = {
        (meeting["held_on"], minute["number"])
        for paper in PAPERS
        for meeting in paper["meetings"]
        for minute in meeting["minutes"]
        if minute["private"]
    }
    assert private == {("2024-11-13", "15")}


@pytest.mark.parametrize("secret", ["2,475,000", "2,150,000", "Kestrelmoor", "Averil Maritime"])
def test_nothing_of_the_exempt_report_stands_in_a_public_paper(secret: str, texts: dict[str, list[str]]) -> None:
    found = [file for file, pages in texts.items() if any(bare(secret) in bare(page) for page in pages)]
    assert found == ["cabinet-2024-11-13-item-8-exempt-gasworks.pdf"]


def test_words_are_broken_at_line_ends_in_the_cabinets_papers(texts: dict[str, list[str]]) -> None:
    broken = [
        file for file, pages in texts.items() if file.startswith("cabinet") and HYPHEN_AT_LINE_END in "".join(pages)
    ]
    assert "cabinet-2025-07-09-pack.pdf" in broken
    assert "cabinet-2025-02-12-printed-minutes.pdf" in broken


def test_a_landscape_page_stands_among_portrait_ones(samples: Path) -> None:
    document = pypdfium2.PdfDocument(samples / "cabinet-2025-02-12-pack.pdf")
    wide = [
        number + 1 for number in range(len(document)) if document[number].get_width() > document[number].get_height()
    ]
    document.close()
    appendix = next(
        part["pdf_page"]
        for paper in PAPERS
        if paper["file"] == "cabinet-2025-02-12-pack.pdf"
        for part in paper["parts"]
        if part["title"] == "Capital programme 2025/26 to 2028/29"
    )
    assert wide == [appendix + 1]
