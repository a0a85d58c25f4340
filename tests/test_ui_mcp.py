"""An assistant uses the record through a real client and a real process, and is given nothing to misquote."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.types import CallToolResult

from ui.mcp_wire import NO_REQUEST, Lines

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


def test_a_call_with_wrong_arguments_is_told_so_in_one_plain_line(said: Any) -> None:
    (told,) = said[1]["called wrongly"].content

    assert told.text == "search: limit: Input should be greater than or equal to 1"


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


OPENING = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}


def start(library: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *command(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
    )


def test_standard_output_holds_the_protocol_and_nothing_else(small_library: tuple[Path, object]) -> None:
    messages = [
        OPENING,
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "ask", "arguments": {"question": LADO}}},
    ]
    process = start(small_library[0])
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


UNREAD = [
    # line, code of the answer (JSON-RPC 2.0, section 5.1); None where there is no answer
    ("no JSON", -32700),
    ('{"jsonrpc": "2.0", "id": 7', -32700),
    ("", None),
    ("  ", None),
    ("[1, 2]", -32600),
    ('"ask"', -32600),
    ("null", -32600),
    ('{"jsonrpc": "2.0", "method": 5}', -32600),
    ('{"jsonrpc": "2.0", "id": 8, "method": "' + "a" * 2_000_000 + '"}', -32600),  # longer than any line may be
]


def test_lines_that_are_no_request_are_answered_in_their_order_and_what_follows_is_served(
    small_library: tuple[Path, object],
) -> None:
    process = start(small_library[0])
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(line + "\n" for line, _ in UNREAD) + json.dumps(OPENING) + "\n")
    process.stdin.flush()
    answers = []
    while not answers or answers[-1]["id"] != 1:
        answers.append(json.loads(process.stdout.readline()))
    rest, errors = process.communicate(timeout=60)

    assert [one["error"]["code"] for one in answers[:-1]] == [code for _, code in UNREAD if code]
    assert {one["id"] for one in answers[:-1]} == {None}
    assert answers[-1]["result"]["serverInfo"]["name"] == "minutebook"
    assert (rest, errors, process.returncode) == ("", "", 0)


ANSWERED = [
    # a request that is wrong, its number, and what is told to be wrong with it
    ({"jsonrpc": "2.0", "id": 7, "method": 5}, 7, "method: Input should be a valid string"),
    ({"jsonrpc": "2.0", "id": "a", "method": "tools/list", "params": []}, "a", "params: Input should be an object"),
    ({"jsonrpc": "1.0", "id": 8, "method": "tools/list"}, 8, "jsonrpc: Input should be '2.0'"),
    ({"jsonrpc": "2.0", "id": 9, "params": {}}, 9, "method: Field required"),
    ({"jsonrpc": "2.0", "id": True, "params": {}}, None, "id"),
]


def test_a_request_that_is_wrong_is_answered_by_its_number_with_what_is_wrong(
    small_library: tuple[Path, object],
) -> None:
    process = start(small_library[0])
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(json.dumps(one) + "\n" for one, _, _ in ANSWERED))
    process.stdin.flush()
    answers = [json.loads(process.stdout.readline()) for _ in ANSWERED]
    rest, errors = process.communicate(timeout=60)

    assert (rest, errors) == ("", "")
    assert [one["id"] for one in answers] == [number for _, number, _ in ANSWERED]
    for answer, (_, _, words) in zip(answers, ANSWERED, strict=True):
        assert answer["error"]["code"] == -32600
        assert answer["error"]["message"].startswith(f"Invalid Request: {words}")


class Endless(BytesIO):
    """A line without an end, as far as anybody reads it, that tells how much of it was asked for at a time."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.left, self.most = length, 0

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return as much of the line as is asked for."""
        assert size is not None
        assert size > 0
        self.most = max(self.most, size)
        given = min(size, self.left)
        self.left -= given
        return b"a" * given


def test_of_a_line_that_is_too_long_no_more_than_its_beginning_is_read_at_a_time() -> None:
    endless = Endless(1_000)
    assert Lines(endless, longest=10).readline() == NO_REQUEST
    assert (endless.left, endless.most) == (0, 11)


def test_a_line_may_be_as_long_as_the_longest_and_the_next_begins_behind_it() -> None:
    lines = Lines(BytesIO(b"123456789\n\r\n1234567890\n12345678901234567890\nlast"), longest=10)
    assert [lines.readline() for _ in range(5)] == ["123456789\n", NO_REQUEST, NO_REQUEST, "last", ""]


def test_no_library_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    process = StdioServerParameters(command=sys.executable, args=command(tmp_path / "none"), cwd=ROOT)

    async def session() -> CallToolResult:
        async with Client(stdio_client(process)) as client:
            return await client.call_tool("papers", {})

    result = anyio.run(session)

    assert result.is_error
    assert "put papers into it with the command line" in result.content[0].text  # type: ignore[union-attr]  # text
