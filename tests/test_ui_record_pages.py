"""What the record's own pages say: meetings with their gaps, people, requests, chains, figures and files."""

import csv
import io
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from html import unescape
from xml.etree import ElementTree

import numpy as np
import pytest
from docx import Document
from markdown_it import MarkdownIt
from PIL import Image
from reading_room import PICTURE, SCRIPT

TRAVEL = "That costed options for a young carers' bus pass be reported to the Commission by December 2024."


def fetch(address: str, path: str, **values: object) -> bytes:
    query = f"?{urllib.parse.urlencode(values)}" if values else ""
    with urllib.request.urlopen(f"{address}{path}{query}", timeout=60) as answer:  # noqa: S310  # our own address
        body: bytes = answer.read()
        return body


def words(address: str, path: str, **values: object) -> str:
    """Return the words of a page's main part, white space folded."""
    html = fetch(address, path, **values).decode().partition("<main")[2]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html.partition(">")[2].partition("</main>")[0])).split())


def rows(address: str, path: str, **values: object) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(fetch(address, path, **values).decode("utf-8-sig"))))


# Meetings


def test_meetings_say_what_is_held_and_what_is_missing(record_address: str) -> None:
    text = words(record_address, "/meetings")

    assert "15 meetings, newest first; of 6 no minutes are held" in text
    assert "14 October 2025 Families and Learning Scrutiny Commission minutes 12 agenda and reports" in text
    assert "9 July 2025 Cabinet agenda and reports – minutes, which the meeting of 12 November 2025 confirmed" in text
    assert "4 March 2025 Families and Learning Scrutiny Commission minutes, agenda and reports 10 –" in text


def test_meetings_are_limited_to_a_body_and_to_gaps(record_address: str) -> None:
    text = words(record_address, "/meetings", body="Cabinet", gaps="yes")

    assert "3 meetings, newest first; of 3 no minutes are held" in text
    assert re.findall(r"\d+ \w+ 20\d\d(?= Cabinet)", text) == ["9 July 2025", "13 November 2024", "5 June 2024"]


def test_a_meeting_without_minutes_says_who_confirmed_them_and_leads_to_its_neighbours(record_address: str) -> None:
    text = words(record_address, "/meeting", council="Saltersmere Council", body="Cabinet", date="2025-07-09")

    assert "No minutes of this meeting are held. The meeting of 12 November 2025 confirmed them." in text
    assert "Before: 12 February 2025 After: 12 November 2025" in text


# People


def test_a_person_shows_attendance_and_declarations_as_printed(record_address: str) -> None:
    text = words(record_address, "/person", council="Saltersmere Council", name="Councillor Castellane")

    assert "What the minutes held say under exactly this name." in text
    assert len(re.findall(r"Families and Learning Scrutiny Commission Present\b", text)) == 4
    assert text.count("Sent apologies") == 1
    assert text.count("Councillor Castellane declared") == 2


def test_one_surname_printed_in_two_ways_is_not_one_person(record_address: str) -> None:
    text = words(record_address, "/person", council="Saltersmere Council", name="Mr Kettering")

    assert "The same surname, printed otherwise, for this person or another: Mr Joss Kettering ." in text
    assert "Not among those recorded as attending or absent under this name." in text


def test_people_are_found_by_name_and_by_having_declared_an_interest(record_address: str) -> None:
    assert words(record_address, "/people", name="kettering").count("Mr") == 2
    declared = words(record_address, "/people", declared="yes")

    assert re.search(r"\b11 names\.", declared)
    assert "Councillor Tolliver" not in declared


def test_a_name_that_no_minutes_print_is_not_held(record_address: str) -> None:
    with pytest.raises(urllib.error.HTTPError, match="404") as refused:
        fetch(record_address, "/person", name="Nobody", council="Saltersmere Council")
    assert "No minutes held print that name." in refused.value.read().decode()


# Asked to come back, and chains


def test_what_was_asked_to_come_back_says_whether_it_was_seen(record_address: str) -> None:
    text = words(record_address, "/outstanding")

    assert "13 requests , newest first" in text
    assert f"{TRAVEL} Asked for “by December 2024”: not seen in the papers held" in text
    assert "Asked for “in November 2025”: seen at minute 54 of Families and Learning Scrutiny Commission" in text


def test_requests_are_limited_to_a_body_and_to_those_not_seen(record_address: str) -> None:
    found = rows(record_address, "/outstanding.csv", body="Families and Learning Scrutiny Commission", state="unseen")

    assert {one["body"] for one in found} == {"Families and Learning Scrutiny Commission"}
    assert {one["seen in"] for one in found} == {""}
    assert [one["due"] for one in found if one["asked"] == TRAVEL] == ["by December 2024"]


def test_a_chain_has_an_address_and_the_same_links_by_the_api(record_address: str) -> None:
    text = words(record_address, "/thread", q="bus pass")
    chain = json.loads(fetch(record_address, "/api/thread", q="bus pass"))

    assert "At 2 meetings, the earliest first. 18 June 2024 Families and Learning Scrutiny Commission" in text
    assert [(one["kind"], one["citation"]["meeting_date"]) for one in chain["links"]] == [
        ("asked_back", "2024-06-18"),
        ("agreed", "2025-10-14"),
    ]
    for one in chain["links"]:
        assert one["citation"]["quote"] in text


def test_a_chain_of_nothing_says_so_with_what_was_searched(record_address: str) -> None:
    text = words(record_address, "/thread", q="zeppelins")

    assert "Nothing in these papers tells of this. Searched 11 papers" in text


# The register, its figures and its files


def test_the_register_is_limited_by_verb_and_ordered(record_address: str) -> None:
    found = rows(record_address, "/decisions.csv", verb="deferred", order="oldest")

    assert [(one["date"], one["minute"], one["verb"]) for one in found] == [("2024-09-12", "24/004", "deferred")]
    days = [one["date"] for one in rows(record_address, "/decisions.csv", order="oldest")]
    assert days == sorted(days)
    bodies = [one["body"] for one in rows(record_address, "/decisions.csv", order="body")]
    assert bodies == sorted(bodies)


def test_a_register_within_limits_is_a_feed_newest_first_in_whatever_order_it_is_read(record_address: str) -> None:
    limits = {"body": "Cabinet", "words": "budget"}
    body = fetch(record_address, "/decisions.atom", **limits, order="oldest")
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.fromstring(body)  # noqa: S314  # our own server's
    entries = root.findall(f"{atom}entry")
    found = rows(record_address, "/decisions.csv", **limits)

    assert root.findtext(f"{atom}title") == "Decisions of Cabinet with the words “budget” – Minutebook"
    assert root.findtext(f"{atom}id") == f"{record_address}/decisions.atom?body=Cabinet&words=budget"
    assert [one.findtext(f"{atom}summary") for one in entries] == [one["decision"] for one in found]
    assert [str(one.findtext(f"{atom}updated"))[:10] for one in entries] == [one["date"] for one in found]
    assert [one.findtext(f"{atom}id") for one in entries] == [one["link"] for one in found]
    assert len(entries) > 1


def test_the_register_declares_its_feed_also_where_nothing_is_within_its_limits_yet(record_address: str) -> None:
    html = fetch(record_address, "/decisions", words="zeppelin", order="oldest").decode()
    assert html.count('href="/decisions.atom?words=zeppelin"') == 2  # in the head, and where it can be followed
    empty = fetch(record_address, "/decisions.atom", words="zeppelin").decode()
    assert "<updated>1970-01-01T00:00:00Z</updated>" in empty
    assert "<entry>" not in empty


def test_the_figures_are_those_of_the_register_in_picture_and_table(record_address: str) -> None:
    html = fetch(record_address, "/decisions/figures", body="Cabinet").decode()
    register = rows(record_address, "/decisions.csv", body="Cabinet")
    cell = r'<th scope="row" role="rowheader">([^<]+)</th><td role="cell" data-name="[^"]+" class="number[^"]*">(\d+)<'
    table = re.findall(cell, html)

    assert sum(int(count) for _, count in table) == len(register)
    assert dict(table)["November 2025"] == str(sum(one["date"].startswith("2025-11") for one in register))
    drawn = re.findall(r"<rect [^>]+><title>Cabinet, Saltersmere Council, ([^<]+): (\d+)</title>", html)
    assert drawn == [(period, count) for period, count in table if count != "0"]
    assert table[0][0] == "July 2024"
    assert table[-1][0] == "November 2025"
    assert len(table) == 17  # months, those without a meeting among them


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("/decisions", {"body": "Cabinet"}),
        ("/outstanding", {}),
        ("/person", {"council": "Saltersmere Council", "name": "Councillor Castellane"}),
        ("/answer", {"q": "what was agreed on a bus pass"}),
    ],
)
def test_every_list_is_taken_away_as_a_word_document_and_as_markdown(
    record_address: str, path: str, values: dict[str, str]
) -> None:
    quotes = [one.get("decision") or one.get("asked") or one.get("words") or one.get("quote")
              for one in rows(record_address, f"{path}.csv", **values)]  # fmt: skip
    document = Document(io.BytesIO(fetch(record_address, f"{path}.docx", **values)))
    shown = " ".join(paragraph.text for paragraph in document.paragraphs)
    markdown = fetch(record_address, f"{path}.md", **values).decode()
    read = " ".join(unescape(re.sub(r"<[^>]+>", " ", MarkdownIt().render(markdown))).split())

    assert quotes
    for quote in filter(None, quotes):
        folded = " ".join(quote.lstrip("'").split())
        assert folded in shown
        assert folded in read
    links = [part.target_ref for part in document.part.rels.values() if part.is_external]
    assert links
    assert all(link.startswith(f"{record_address}/papers/") for link in links)


def test_a_name_in_a_list_of_those_present_is_marked_on_its_page(record_address: str) -> None:
    html = fetch(record_address, "/person", council="Saltersmere Council", name="Councillor Castellane").decode()
    table = html.partition('<table class="cards"')[2]
    link = re.search(r'href="(/papers/[0-9a-f]{64}/1\?words=[^"]+)"', table)

    assert link is not None
    assert "<mark>Councillor Castellane</mark>" in fetch(record_address, unescape(link.group(1))).decode()


def test_a_minute_on_two_pages_leads_to_both(record_address: str) -> None:
    found = json.loads(fetch(record_address, "/api/search", q="minute 54", kind="decision", since="2025-10-14"))
    hit = next(one for one in found["hits"] if one["minute"] == "54")
    html = fetch(record_address, f"/papers/{hit['sha256']}/{hit['pdf_page']}", passage=hit["passage"]).decode()
    parts = html.partition('<nav class="parts" aria-label="Pages of minute 54">')[2].partition("</nav>")[0]

    assert re.findall(r">(page [^<]+)</a>", parts) == ["page 2", "page 3"]
    assert parts.count('aria-current="page"') == 1


def test_a_page_that_is_a_scan_is_drawn_as_a_jpeg_with_its_words_marked(record_address: str) -> None:
    found = json.loads(fetch(record_address, "/api/search", q="LADO annual report", since="2024-10-15", limit=50))
    hit = next(one for one in found["hits"] if "scan" in one["paper"])
    html = fetch(record_address, f"/papers/{hit['sha256']}/{hit['pdf_page']}", passage=hit["passage"]).decode()
    link = re.search(r'<img src="([^"]+\.jpg\?passage=[^"]+)"', html)

    assert link is not None
    picture = Image.open(io.BytesIO(fetch(record_address, unescape(link.group(1)))))
    red, green, blue = np.asarray(picture.convert("RGB")).astype(int).transpose(2, 0, 1)
    assert (picture.format, picture.width) == ("JPEG", 1100)
    assert ((red > 200) & (green > 160) & (blue < 160)).any()  # the yellow of a mark


@pytest.mark.parametrize(
    "path",
    ["/decisions", "/decisions.md", "/decisions/figures", "/outstanding", "/people", "/meetings",
     "/thread?q=roundabout",
     "/answer?q=what+was+resolved+on+the+roundabout", "/answer.md?q=what+was+resolved+on+the+roundabout"],
)  # fmt: skip
def test_markup_in_a_paper_stays_words_on_every_page_and_in_every_file(address: str, path: str) -> None:
    shown = fetch(address, path).decode()

    assert SCRIPT not in shown
    assert PICTURE not in shown
    if path.startswith(("/decisions?", "/thread", "/answer")):
        assert "roundabout" in shown.lower()
