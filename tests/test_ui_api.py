"""The web application as a real server: its JSON API, its plain pages, and what every response carries."""

import csv
import io
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from email.message import Message
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from ui.listing import harmless

Made = tuple[Path, tuple[int, str, str]]
LADO = "what was agreed on the LADO annual report"
MINUTES = "families-2025-10-14-printed-minutes.pdf"


def fetch(address: str, path: str) -> tuple[int, Message, bytes]:
    """Return the status, headers and body of one request, whatever the status."""
    try:
        with urllib.request.urlopen(f"{address}{path}", timeout=60) as answer:  # noqa: S310  # our own address
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def json_of(address: str, path: str, **values: object) -> Any:
    query = f"?{urllib.parse.urlencode(values)}" if values else ""
    status, _, body = fetch(address, path + query)
    assert status == 200
    return json.loads(body)


def sha256_of(address: str, name: str = MINUTES) -> str:
    papers = json_of(address, "/api/papers")["papers"]
    return str(next(one["sha256"] for one in papers if one["paper"] == name))


def yellow_rows(png: bytes) -> int:
    """Count the rows of pixels in which the yellow of a mark stands."""
    pixels = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).astype(int)
    red, green, blue = pixels[..., 0], pixels[..., 1], pixels[..., 2]
    return int(((red > 240) & (green > 200) & (blue < 180)).any(axis=1).sum())


def test_the_api_answers_as_the_command_line_does(address: str) -> None:
    answer = json_of(address, "/api/ask", q=LADO)

    assert (answer["question"], answer["outcome"]) == (LADO, "answered")
    assert [one["minute"] for one in answer["citations"]] == ["53"] * 4


def test_the_api_searches_within_limits(address: str) -> None:
    found = json_of(address, "/api/search", q="LADO", limit=2, kind="decision", since="2025-10-01")

    assert [(hit["rank"], hit["kind"], hit["meeting_date"]) for hit in found["hits"]] == [
        (1, "decision", "2025-10-14"),
        (2, "decision", "2025-10-14"),
    ]


def test_the_api_gives_the_record_of_a_paper(address: str) -> None:
    record = json_of(address, f"/api/minutes/{sha256_of(address)}")

    assert record["paper"] == MINUTES
    assert [one["held_on"] for one in record["meetings"]] == ["2025-10-14"]


def test_health_says_what_is_held(address: str) -> None:
    health = json_of(address, "/health")

    assert (health["status"], health["papers"]) == ("ok", 4)


def test_the_api_describes_itself(address: str) -> None:
    described = json_of(address, "/api/openapi.json")

    assert sorted(described["paths"]) == [
        "/api/ask",
        "/api/minutes/{sha256}",
        "/api/page/{sha256}/{number}.jpg",
        "/api/page/{sha256}/{number}.png",
        "/api/papers",
        "/api/search",
        "/api/suggest",
        "/api/thread",
        "/health",
    ]


def test_a_page_is_drawn_with_the_quoted_words_marked(address: str) -> None:
    citation = json_of(address, "/api/ask", q=LADO)["citations"][3]
    path = f"/api/page/{citation['sha256']}/{citation['pdf_page']}.png"

    _, headers, plain = fetch(address, path)
    _, _, marked = fetch(address, f"{path}?passage={citation['passage']}")

    assert headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(plain)).size == (1100, 1556)
    assert yellow_rows(plain) == 0
    assert 20 <= yellow_rows(marked) <= 120  # pixels: the one or two lines that the resolution stands on, and its stem


def test_the_pdf_itself_is_served_as_it_was_published(address: str, small_library: Made) -> None:
    status, headers, body = fetch(address, f"/papers/{sha256_of(address)}.pdf")

    assert (status, headers["content-type"]) == (200, "application/pdf")
    assert headers["content-disposition"].startswith("inline")
    assert body == (small_library[0].parent / "papers" / MINUTES).read_bytes()


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/papers/0123abcd/1", 404, "is not held"),  # a paper that is not held
        ("/papers/0123abcd.pdf", 404, "is not held"),
        ("/papers/../../etc/passwd.pdf", 404, "There is no such page"),  # a way out of the folder
        ("/papers/{sha256}/99", 404, "page 99"),  # a page that the paper has not
        ("/papers/{sha256}/one", 422, "not understood"),  # a page that is no number
        ("/meeting?date=2025-13-45", 422, "not understood"),  # a date that is none
        ("/meeting?date=1999-01-01&body=Moon", 404, "No paper held speaks of that meeting."),
        ("/nowhere", 404, "There is no such page"),
        ("/gradio_api/upload", 404, "There is no such page"),  # doors of Gradio's that nothing here needs
        ("/gradio_api/info", 404, "There is no such page"),
        ("/config", 404, "There is no such page"),
    ],
)
def test_what_is_not_there_is_said_in_words(address: str, path: str, status: int, words: str) -> None:
    found, headers, body = fetch(address, path.replace("{sha256}", sha256_of(address)))

    assert (found, headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert words in body.decode()
    assert "Traceback" not in body.decode()


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/minutes/0123abcd", 404, "is not held"),
        ("/api/search?q=x&limit=0", 422, "limit: Input should be greater than or equal to 1"),
        ("/api/search?q=x&kind=poem", 422, "kind: Input should be"),
        ("/api/ask", 422, "q: Field required"),
        (f"/api/ask?q={'x' * 1001}", 422, "q: String should have at most 1000 characters"),
        ("/api/nothing", 404, "check the address"),
    ],
)
def test_the_api_says_what_is_wrong_as_json(address: str, path: str, status: int, words: str) -> None:
    found, headers, body = fetch(address, path)

    assert (found, headers["content-type"]) == (status, "application/json")
    assert words in json.loads(body)["error"]


@pytest.mark.parametrize("path", ["/", "/papers", "/api/papers", "/nowhere", "/room/room.css", "/gradio_api/info"])
def test_every_response_forbids_other_machines_and_scripts_in_markup(address: str, path: str) -> None:
    _, headers, _ = fetch(address, path)

    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe-inline" not in policy["script-src"]
    assert "http" not in headers["content-security-policy"]
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/gradio_api/upload", "/gradio_api/queue/join", "/gradio_api/component_server", "/login", "/", "/api/ask"],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_no_door_of_gradios_is_open_to_whoever_sends_something(address: str, path: str, method: str) -> None:
    request = urllib.request.Request(f"{address}{path}", data=b"words", method=method)  # noqa: S310  # our own address
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)  # noqa: S310  # as above

    assert refused.value.code == 405
    assert refused.value.headers["allow"] == "GET, HEAD"
    assert f"Nothing at this address takes {method}." in refused.value.read().decode()


@pytest.mark.parametrize("query", ["page=9", "page=zz&q=roundabout", "__theme=dark", "q=%ff", "view=api&source=-1"])
def test_no_address_of_the_front_page_makes_gradio_fail(address: str, query: str) -> None:
    assert fetch(address, f"/?{query}")[0] == 200


def test_the_front_page_names_no_other_machine_and_its_scripts_have_a_nonce_of_their_own(address: str) -> None:
    (_, first, page), (_, second, _) = fetch(address, "/"), fetch(address, "/")

    nonce = re.findall(r"'nonce-([\w-]+)'", first["content-security-policy"])
    assert nonce != re.findall(r"'nonce-([\w-]+)'", second["content-security-policy"])
    assert set(re.findall(rb'<script nonce="([^"]+)"', page)) == {nonce[0].encode()}
    assert page.count(b"<script") == page.count(b"<script nonce=")
    assert b'<html\n\tlang="en-GB"' in page
    assert re.findall(rb'(?:src|href|content)="https?://[^"]*"', page) == []


def test_a_hostile_paper_adds_no_markup_to_any_page(address: str) -> None:
    sha256 = sha256_of(address, "roads <b>minutes<b>.pdf")
    paths = (
        "/papers",
        "/meetings",
        "/decisions",
        f"/papers/{sha256}/1",
        "/meeting?date=2025-05-05&body=Roads Committee",
    )

    for path in paths:
        _, _, body = fetch(address, path.replace(" ", "%20"))
        text = body.decode()
        assert "<script>document" not in text
        assert "<img src=x" not in text
        assert "<b>minutes" not in text


def test_the_register_exports_each_decision_once(address: str) -> None:
    _, headers, body = fetch(address, "/decisions.csv?since=2025-10-01&words=LADO")

    rows = list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"))))
    assert headers["content-disposition"] == 'attachment; filename="decisions.csv"'
    assert [(row["minute"], row["resolution"], row["pdf page"]) for row in rows] == [
        ("53", "1", "2"),
        ("53", "2", "2"),
        ("53", "3", "2"),
        ("53", "4", "2"),
    ]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+44 1234", "'+44 1234"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),  # some spreadsheets pass over spaces
        ("That the report be noted.", "That the report be noted."),
        (None, ""),
        (7, "7"),
    ],
)
def test_no_cell_of_an_export_is_a_formula(cell: object, safe: str) -> None:
    assert harmless(cell) == safe


def test_a_question_is_a_feed_of_what_was_found_newest_first(address: str) -> None:
    status, headers, body = fetch(address, f"/feed.atom?{urllib.parse.urlencode({'q': 'LADO <b>&'})}")

    assert (status, headers.get_content_type()) == (200, "application/atom+xml")
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.fromstring(body)  # noqa: S314  # our own server's
    assert root.findtext(f"{atom}title") == "LADO <b>& – Minutebook"
    entries = root.findall(f"{atom}entry")
    updated = [str(one.findtext(f"{atom}updated")) for one in entries]
    assert updated == sorted(updated, reverse=True)
    assert updated[0] == "2025-10-14T00:00:00Z"
    assert str(entries[0].findtext(f"{atom}id")).startswith(f"{address}/papers/{sha256_of(address)}/2?passage=")


def test_what_is_typed_is_completed_within_a_bound(address: str) -> None:
    assert json_of(address, "/api/suggest", q="who said what about la")["suggestions"] == ["who said what about LADO"]
    assert json_of(address, "/api/suggest", q="decisions of the families and")["suggestions"] == [
        "decisions of the Families and Learning Scrutiny Commission"
    ]
    assert json_of(address, "/api/suggest", q="x")["suggestions"] == []
    assert json_of(address, "/api/suggest", q="%' OR 1=1 --")["suggestions"] == []


@pytest.mark.parametrize("path", ["/health", "/api/papers", "/papers/{sha}/1", "/papers/{sha}.pdf", "/"])
def test_a_link_is_checked_by_its_head_alone(address: str, path: str) -> None:
    request = urllib.request.Request(f"{address}{path.format(sha=sha256_of(address))}", method="HEAD")  # noqa: S310
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310  # our own address
        assert (answer.status, answer.read()) == (200, b"")


def test_a_search_says_how_it_was_read(address: str) -> None:
    read = json_of(address, "/api/search", q="budget in the report")["limits"]
    assert read == ["Only in reports"]


def test_a_limit_that_the_caller_sets_takes_the_place_of_the_one_that_was_read(address: str) -> None:
    asked = "what did the Families and Learning Scrutiny Commission agree since January 2025"
    read = json_of(address, "/api/search", q=asked)["limits"]
    given = json_of(
        address, "/api/search", q=asked, body="Families and Learning Scrutiny Commission", since="2024-01-01"
    )["limits"]
    assert [one.split()[0] for one in read] == ["Looking", "Only", "Meetings"]
    assert [one.split()[0] for one in given] == ["Looking"]


@pytest.mark.parametrize(
    ("limits", "code", "words"),
    [
        ({"body": "Famlies and Learning Scrutny Comission"}, 404, "is it Families and Learning Scrutiny Commission?"),
        ({"since": "2025-03-01", "until": "2024-03-01"}, 422, "give the earlier day first"),
    ],
)
def test_a_limit_that_nothing_can_meet_is_told_and_finds_nothing_silently(
    address: str, limits: dict[str, str], code: int, words: str
) -> None:
    status, _, body = fetch(address, f"/api/search?{urllib.parse.urlencode({'q': 'LADO', **limits})}")
    assert (status, words in json.loads(body)["error"]) == (code, True)
