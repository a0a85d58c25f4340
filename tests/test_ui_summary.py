"""The plain-English summary where users meet it: at the terminal, in the API and on the page; off unless it is set."""

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from model_server import chat, scripted
from reading_room import run, served

from search.model import MODEL, URL, Endpoint
from search.summary import summarise
from search.types import Answer
from ui.summaries import Summaries, account

Made = tuple[Path, tuple[int, str, str]]
LADO = "what was agreed on the LADO annual report"
SAID = (
    "The Annual Report of the Local Authority Designated Officer was noted. [1] "
    "Members praised the excellent biscuits. [1]\n"
    "<b>The report was noted.</b> [1]"
)
KEPT = "The Annual Report of the Local Authority Designated Officer was noted."


@pytest.fixture(scope="module")
def model() -> Iterator[dict[str, str]]:
    with scripted(chat(SAID)) as (url, _):
        yield {URL: url, MODEL: "scripted"}


@pytest.fixture(scope="module")
def room(small_library: Made, model: dict[str, str]) -> Iterator[str]:
    with served(small_library[0], env=model) as address:
        yield address


def fetch(address: str, path: str, **values: str) -> str:
    with urllib.request.urlopen(f"{address}{path}?{urllib.parse.urlencode(values)}", timeout=60) as answer:  # noqa: S310
        return str(answer.read().decode())


def test_the_terminal_puts_the_summary_under_the_official_words(small_library: Made, model: dict[str, str]) -> None:
    _, plain, _ = run("--library", str(small_library[0]), "ask", LADO)
    status, output, _ = run("--library", str(small_library[0]), "ask", LADO, env=model)

    assert status == 0
    assert output.startswith(plain)
    added = " ".join(output.removeprefix(plain).split())
    assert added.startswith(f"In plain English {KEPT} [1] Written by a language model (scripted)")
    assert "2 that could not be borne out were left out" in added


def test_a_model_that_is_down_leaves_the_answer_whole(small_library: Made) -> None:
    _, plain, _ = run("--library", str(small_library[0]), "ask", LADO)
    nobody = {URL: "http://127.0.0.1:9/v1", MODEL: "m"}
    status, output, errors = run("--library", str(small_library[0]), "ask", LADO, env=nobody)

    assert (status, errors) == (0, "")
    assert output.startswith(plain)
    assert "No summary: the model's server cannot be asked (ConnectError)." in output


def test_json_has_the_summary_only_where_a_model_is_set(small_library: Made, model: dict[str, str]) -> None:
    _, without, _ = run("--library", str(small_library[0]), "ask", LADO, "--json")
    _, with_model, _ = run("--library", str(small_library[0]), "ask", LADO, "--json", env=model)

    assert "summary" not in json.loads(without)
    made = json.loads(with_model)["summary"]
    assert ([one["text"] for one in made["sentences"]], made["dropped"], made["trouble"]) == ([KEPT], 2, None)


def test_the_api_gives_it_when_asked(room: str, address: str) -> None:
    asked = json.loads(fetch(room, "/api/ask", q=LADO, summary="true"))
    unasked = json.loads(fetch(room, "/api/ask", q=LADO))
    unset = json.loads(fetch(address, "/api/ask", q=LADO, summary="true"))

    assert [one["cites"] for one in asked["summary"]["sentences"]] == [[1]]
    assert "summary" not in unasked
    assert unset["summary"] is None
    assert asked["answer"] == unset["answer"]


def test_the_summary_has_a_page_of_its_own_below_the_official_words(room: str) -> None:
    page = fetch(room, "/summary", q=LADO).partition("<main")[2]

    assert page.index("The official words") < page.index("In plain English") < page.index(KEPT)
    assert "biscuits" not in page
    assert "<b>The report" not in page


def test_no_more_readers_than_two_wait_for_a_model() -> None:
    summaries = Summaries(Endpoint("http://127.0.0.1:9/v1", "m"))
    nothing = Answer("?", "not_found", "Nothing.", (), "")
    with summaries._turn(), summaries._turn(), pytest.raises(Exception, match="busy with other readers"):
        summaries.of(nothing)
    assert summaries.of(nothing) is None


def test_a_real_small_model_is_held_to_the_sources(small_library: Made) -> None:
    local_model = pytest.importorskip("eval.local_model")
    if not local_model.installed():
        pytest.skip("no local model is installed (make test installs one)")
    from index.encoder import open_encoder
    from index.library import open_library
    from search.answer import ask

    encoder = open_encoder()
    with open_library(small_library[0], encoder) as library:
        answer = ask(library, encoder, LADO)
    with local_model.serving() as endpoint:
        summary = summarise(answer, endpoint)

    assert summary is not None
    assert summary.trouble == ""
    assert len(summary.sentences) + summary.dropped > 0
    assert {n for one in summary.sentences for n in one.cites} <= {one.n for one in answer.citations}
    assert "language model" in account(summary) or "could be borne out" in account(summary)


def test_the_page_puts_the_summary_under_the_official_words_at_the_press_of_enter(room: str) -> None:
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (pip install -e .[dev])")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    chromium = Path("/usr/bin/chromium")
    if not chromium.is_file():
        pytest.skip("Chromium is not installed (apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(f"{room}/?{urllib.parse.urlencode({'q': LADO})}")
        page.get_by_role("link", name="Put this into plain English").press("Enter")
        page.get_by_role("heading", name="In plain English").wait_for()
        focused = page.evaluate("document.activeElement.textContent")
        summary = page.locator("#summary").inner_text()
        official = page.locator(".words").first.inner_text()
        violations = axe.Axe().run(page).response["violations"]
        browser.close()

    assert focused == "In plain English"
    assert KEPT in summary
    assert "biscuits" not in summary
    assert "That the Annual Report" in official or "noted" in official
    assert [one["id"] for one in violations] == []
