"""The record of one paper that is held stands as all papers held have it, whoever asks for it and by which way."""

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from reading_room import run, served

ROOT = Path(__file__).resolve().parent.parent
HOST = "https://minutes.example/papers-of-ours"
CORRECTED, CORRECTS = "families-2025-03-04-printed-minutes.pdf", "families-2025-10-14-pack.pdf"
CONFIRMED, CONFIRMS = "cabinet-2025-02-12-printed-minutes.pdf", "cabinet-2025-11-12-pack.pdf"
WORDS = (
    'That, subject to the amendment of minute 32, resolution 2, by the replacement of "November 2025" with "October '
    '2025", the minutes of the meeting of the Families and Learning Scrutiny Commission held on 4 March 2025 be '
    "confirmed as a correct record."
)


@pytest.fixture(scope="module")
def library(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of minutes with the later papers that confirm and correct them."""
    folder = tmp_path_factory.mktemp("confirmed") / "library"
    names = (CORRECTED, CORRECTS, CONFIRMED, CONFIRMS)
    run("--library", str(folder), "ingest", *(str(samples / name) for name in names))
    return folder


@pytest.fixture(scope="module")
def served_at_an_address(library: Path) -> Iterator[str]:
    """Serve that library as if others reached it at an address of its own."""
    with served(library, env={"MINUTEBOOK_ADDRESS": HOST}) as address:
        yield address


def by_command_line(library: Path, name: str) -> dict[str, Any]:
    return dict(json.loads(run("--library", str(library), "minutes", name, "--json")[1]))


def by_assistant(library: Path, name: str) -> dict[str, Any]:
    process = StdioServerParameters(
        command=sys.executable,
        args=["-m", "ui.cli", "--library", str(library), "mcp"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    async def session() -> dict[str, Any]:
        async with Client(stdio_client(process)) as client:
            return dict((await client.call_tool("minutes", {"paper": name})).structured_content or {})

    return anyio.run(session)


def of_api(address: str, path: str, **values: str) -> Any:
    with urllib.request.urlopen(f"{address}{path}?{urllib.parse.urlencode(values)}", timeout=60) as answer:  # noqa: S310  # our own address
        return json.load(answer)


def refusal(address: str, path: str) -> tuple[int, str]:
    with pytest.raises(urllib.error.HTTPError) as error:
        urllib.request.urlopen(f"{address}{path}", timeout=60)  # noqa: S310  # our own address
    return error.value.code, str(json.load(error.value)["error"])


STOOD = [
    # paper, what the other papers make of its minutes, the minute of which they say so and their words
    (CONFIRMED, "confirmed", "21", []),
    (CORRECTED, "corrected", "32", [{"text": WORDS, "held_on": "2025-06-17", "paper": CORRECTS, "pdf_page": 5}]),
]


@pytest.mark.parametrize(("name", "standing", "number", "corrections"), STOOD)
def test_minutes_stand_as_later_papers_have_it_and_a_correction_stands_with_the_minute_that_it_corrects(
    library: Path, served_at_an_address: str, name: str, standing: str, number: str, corrections: list[dict[str, Any]]
) -> None:
    told = by_command_line(library, name)
    of_web = of_api(
        served_at_an_address, f"/api/minutes/{told['sha256'].upper()}"
    )  # in capitals, as some tools copy it
    of_assistant = by_assistant(library, name)

    for record in (told, of_web, of_assistant):
        (meeting,) = record["meetings"]
        minute = next(one for one in meeting["minutes"] if one["number"] == number)
        others = [one["corrections"] for one in meeting["minutes"] if one["number"] != number]
        assert (meeting["standing"], minute["corrections"]) == (standing, corrections)
        assert not any(others)
    lines = run("--library", str(library), "minutes", name)[1]
    assert f", {meeting['held_on']} ({standing})\n" in lines
    assert (f"    corrected on 2025-06-17: {WORDS}\n" in lines) == bool(corrections)


def test_a_file_that_is_not_held_stands_as_it_prints_itself(library: Path, samples: Path) -> None:
    record = by_command_line(library, str(samples / CONFIRMED))

    assert [one["standing"] for one in record["meetings"]] == ["draft"]
    assert "corrections" not in record["meetings"][0]["minutes"][0]


def test_what_was_only_recommended_to_the_council_is_told_so(library: Path) -> None:
    record, lines = by_command_line(library, CONFIRMED), run("--library", str(library), "minutes", CONFIRMED)[1]

    minutes = record["meetings"][0]["minutes"]
    stems = {one["number"]: {part["stem"] for part in one["resolutions"]} for one in minutes}
    assert stems["21"] == {"RESOLVED that the Cabinet recommend to Council:"}
    told = "    RESOLVED that the Cabinet recommend to Council:\n    resolved 1: a revenue budget of £209.4 million"
    assert lines.count(told) == 1


def test_links_of_the_api_begin_with_the_address_that_is_set(served_at_an_address: str) -> None:
    answer = of_api(served_at_an_address, "/api/ask", q="what was agreed on the budget", cite="oscola")
    hits = of_api(served_at_an_address, "/api/search", q="budget")["hits"]
    links = of_api(served_at_an_address, "/api/thread", q="revenue budget")["links"]

    for one in (*answer["citations"], *hits, *(link["citation"] for link in links)):
        assert one["link"] == f"{HOST}/papers/{one['sha256']}/{one['pdf_page']}"
    assert answer["citations"][0]["cited"].endswith(f"<{answer['citations'][0]['link']}>.")
    assert (len(hits), len(links)) == (10, 5)


def test_links_of_the_api_begin_with_the_host_that_was_asked_where_none_is_set(address: str) -> None:
    first = of_api(address, "/api/ask", q="what was agreed on the LADO annual report", cite="plain")["citations"][0]

    assert first["link"] == f"{address}/papers/{first['sha256']}/{first['pdf_page']}"
    assert first["cited"].endswith(f"; {first['link']})")


def test_the_api_names_its_own_list_of_what_is_held(address: str) -> None:
    assert refusal(address, "/api/minutes/0123abcd") == (404, "0123abcd is not held: /api/papers lists what is.")


@pytest.mark.parametrize(
    ("paper", "complaint"),
    [
        ("", "argument PAPER: name the paper; see minutebook minutes --help"),
        (".", ". is a folder: name one paper by its file, or one that is held by its name"),
        (os.devnull, f"{os.devnull} is no paper's file: name one paper by its file, or one that is held by its name"),
        ("nowhere.pdf", "nowhere.pdf is not held: `minutebook papers` lists what is"),
    ],
)
def test_what_is_no_paper_is_told_for_what_it_is(library: Path, paper: str, complaint: str) -> None:
    assert run("--library", str(library), "minutes", paper) == (2, "", f"{complaint}\n")


def test_a_paper_that_was_withdrawn_already_is_told_so_with_the_reason(tmp_path: Path, samples: Path) -> None:
    library = ("--library", str(tmp_path / "own"))
    run(*library, "ingest", str(samples / CONFIRMED))
    run(*library, "withdraw", CONFIRMED, "--reason", "printed in error")

    status, output, errors = run(*library, "withdraw", CONFIRMED, "--reason", "again")

    assert (status, output) == (2, "")
    assert errors == (
        f"{CONFIRMED} was withdrawn already: printed in error (`minutebook withdraw --undo` lets it in again)\n"
    )
