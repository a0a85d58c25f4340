"""An assistant uses the record through a real client and a real process, and is given nothing to misquote."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import CallToolResult

ROOT = Path(__file__).resolve().parent.parent
HOST = "https://minutes.example"
PRINTED = "families-2025-10-14-printed-minutes.pdf"
LADO = "what was agreed on the LADO annual report"
CALLS: Mapping[str, tuple[str, dict[str, Any]]] = {
    "answered": ("ask", {"question": LADO}),
    "bibtex": ("ask", {"question": LADO, "cite": "bibtex"}),
    "declined": ("ask", {"question": "what was agreed about zeppelin moorings"}),
    "hits": ("search", {"query": "LADO", "kind": "decision", "limit": 2}),
    "held": ("papers", {}),
    "minute": ("minutes", {"paper": PRINTED, "minute": "53"}),
    "no minute": ("minutes", {"paper": PRINTED, "minute": "999"}),
    "no paper": ("minutes", {"paper": "../../etc/passwd"}),
    "called wrongly": ("search", {"query": "LADO", "limit": 0}),
    "hostile": ("ask", {"question": "what was resolved about the roundabout"}),
}


def command(library: Path) -> list[str]:
    return ["-m", "ui.cli", "--library", str(library), "mcp"]


@pytest.fixture(scope="module")
def said(small_library: tuple[Path, object]) -> tuple[list[str], dict[str, CallToolResult]]:
    """Return the names of the tools, and what each call gave, all over one session."""
    process = StdioServerParameters(
        command=sys.executable,
        args=command(small_library[0]),
        env={**os.environ, "PYTHONPATH": str(ROOT), "MINUTEBOOK_ADDRESS": HOST},
    )

    async def session() -> tuple[list[str], dict[str, CallToolResult]]:
        async with Client(stdio_client(process)) as client:
            tools = [tool.name for tool in (await client.list_tools()).tools]
            return tools, {name: await client.call_tool(*call) for name, call in CALLS.items()}

    return anyio.run(session)


def form(said: tuple[list[str], dict[str, CallToolResult]], name: str) -> dict[str, Any]:
    result = said[1][name]
    assert not result.is_error
    assert result.structured_content is not None
    return result.structured_content


def test_there_are_four_tools(said: Any) -> None:
    assert said[0] == ["ask", "search", "papers", "minutes"]


def test_an_answer_carries_the_official_words_their_label_and_a_link(said: Any) -> None:
    answer = form(said, "answered")
    third = answer["citations"][3]

    assert answer["outcome"] == "answered"
    assert third["quote"] == "That private tutors and language schools be offered a briefing by March 2026."
    assert third["label"] == (
        "Minute 53, resolution 4, Families and Learning Scrutiny Commission, 14 October 2025 (draft), page 2"
    )
    assert third["link"] == f"{HOST}/papers/{third['sha256']}/2"
    assert third["cited"] == f"“{third['quote']}” ({third['label']}; {PRINTED}, PDF page 2; {third['link']})"


def test_sources_come_in_the_style_asked_for(said: Any) -> None:
    entries = [one["cited"] for one in form(said, "bibtex")["citations"]]

    assert {entry.split("{")[0] for entry in entries} == {"@misc"}
    assert len({entry.split(",")[0] for entry in entries}) == 4


def test_a_decline_says_what_was_searched(said: Any) -> None:
    declined = form(said, "declined")

    assert (declined["outcome"], declined["citations"]) == ("not_found", [])
    assert declined["coverage"].startswith("Searched 4 papers")


def test_hits_are_of_the_kind_asked_for_and_linked(said: Any) -> None:
    hits = form(said, "hits")["hits"]

    assert [(hit["rank"], hit["kind"]) for hit in hits] == [(1, "decision"), (2, "decision")]
    assert [hit["link"] for hit in hits] == [f"{HOST}/papers/{hit['sha256']}/{hit['pdf_page']}" for hit in hits]


def test_what_is_held_names_what_is_not(said: Any) -> None:
    held = form(said, "held")

    assert len(held["papers"]) == 4
    assert [one["paper"] for one in held["not_held"]] == ["broken.pdf"]


def test_one_minute_of_a_paper_comes_with_its_resolutions(said: Any) -> None:
    (meeting,) = form(said, "minute")["meetings"]
    (minute,) = meeting["minutes"]

    assert (minute["number"], len(minute["resolutions"])) == ("53", 4)
    assert minute["link"].startswith(f"{HOST}/papers/")


WRONG = [
    ("no minute", "prints no minute 999"),
    ("no paper", "is not held"),
    ("called wrongly", "greater than or equal to 1"),
]


@pytest.mark.parametrize(("name", "words"), WRONG)
def test_a_call_that_cannot_be_met_says_why(said: Any, name: str, words: str) -> None:
    result = said[1][name]

    assert result.is_error
    assert words in result.content[0].text
    assert "Traceback" not in result.content[0].text


def test_hostile_words_come_back_as_data(said: Any) -> None:
    assert "<img src=x onerror" in form(said, "hostile")["answer"]


def test_standard_output_holds_the_protocol_and_nothing_else(small_library: tuple[Path, object]) -> None:
    opening = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    }
    messages = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": opening},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "ask", "arguments": {"question": LADO}}},
    ]
    process = subprocess.Popen(
        [sys.executable, *command(small_library[0])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for message in messages:
        process.stdin.write(json.dumps(message) + "\n")
    process.stdin.flush()
    answered = [json.loads(process.stdout.readline()) for _ in range(2)]
    rest, errors = process.communicate(timeout=60)

    assert [one["id"] for one in answered] == [1, 2]
    assert answered[1]["result"]["structuredContent"]["outcome"] == "answered"
    assert (rest, errors, process.returncode) == ("", "", 0)


def test_no_library_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    process = StdioServerParameters(command=sys.executable, args=command(tmp_path / "none"), cwd=ROOT)

    async def session() -> CallToolResult:
        async with Client(stdio_client(process)) as client:
            return await client.call_tool("papers", {})

    result = anyio.run(session)

    assert result.is_error
    assert "put papers into it with the command line" in result.content[0].text  # type: ignore[union-attr]  # text
