"""What the page itself sends is let through to Gradio; all else is the caller's error, never the server's."""

import asyncio
import json
import urllib.error
import urllib.request

import pytest
from starlette.types import Message

from ui.page_calls import MOST, PageCalls, of_page


def post(address: str, body: bytes) -> tuple[int, dict[str, object]]:
    """Send a body to what Gradio's page calls; return the status and the answer."""
    headers = {"content-type": "application/json"}
    asked = urllib.request.Request(f"{address}/gradio_api/run/predict", body, headers)  # noqa: S310  # our own address
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310  # as above
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_what_the_page_sends_is_answered(address: str) -> None:
    asked = {"data": ["what was agreed on LADO"], "fn_index": 0, "trigger_id": 3, "session_hash": "x"}
    status, answer = post(address, json.dumps(asked).encode())
    assert status == 200
    assert 'class="answer"' in str(answer["data"])
    arrived = {"data": [], "event_data": None, "fn_index": 1, "trigger_id": 0, "session_hash": "x"}
    assert post(address, json.dumps(arrived).encode())[0] == 200


WRONG = [
    {"data": ["LADO"], "fn_index": 99},  # a function that the page does not have
    {"data": ["LADO"], "fn_index": -1},
    {"data": ["LADO"], "fn_index": None},
    {"data": ["LADO"], "fn_index": True},
    {"data": ["LADO"], "fn_index": "0"},
    {"data": ["LADO"]},
    {"data": [], "fn_index": 0},  # too few values, too many, or of another kind
    {"data": ["LADO", "LADO"], "fn_index": 0},
    {"data": [None], "fn_index": 0},
    {"data": {"0": "LADO"}, "fn_index": 0},
    {"fn_index": 0},
    [],
    "LADO",
]


@pytest.mark.parametrize("call", WRONG)
def test_what_the_page_never_sends_is_refused_in_a_line(address: str, call: object) -> None:
    status, answer = post(address, json.dumps(call).encode())

    assert (status, list(answer)) == (422, ["error"])
    assert "/api/ask" in str(answer["error"])


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 50_000, b'{"data": ["\\ud800"], "fn_index": '])
def test_what_is_no_json_is_no_call(body: bytes) -> None:
    assert not of_page(body)


def test_a_body_that_is_too_long_is_refused_without_reading_on(address: str) -> None:
    assert post(address, b'{"data": ["' + b"x" * MOST + b'"], "fn_index": 0}')[0] == 413


def test_whoever_goes_away_while_sending_is_answered_by_nobody() -> None:
    said: list[Message] = []
    told = [
        {"type": "http.request", "body": b'{"data"', "more_body": True},
        {"type": "http.disconnect"},
    ]

    async def receive() -> Message:
        return told.pop(0)

    async def send(message: Message) -> None:
        said.append(message)

    async def app(*_: object) -> None:
        raise AssertionError

    scope = {"type": "http", "method": "POST", "path": "/gradio_api/run/predict", "headers": []}
    asyncio.run(PageCalls(app)(scope, receive, send))
    assert said == []
