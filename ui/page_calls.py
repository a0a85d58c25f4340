"""What Gradio's page may send: a question, or the word that it has arrived. Anything else is refused before Gradio.

Gradio answers a call of a function that it does not have, or with too few values, with an error of the server's.
"""

import json
from dataclasses import dataclass

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SENT = "/gradio_api/run/predict"
ASKED, ARRIVED = 0, 1  # the functions of Gradio's page, in the order in which ``ui.room`` makes them
VALUES = {ASKED: 1, ARRIVED: 0}  # what each is given: the words typed, and nothing
MOST = 64_000  # bytes: a thousand characters, however they are written, and what Gradio adds
REFUSED = "This address takes what Minutebook's own page sends, and nothing else. Programs call /api/ask."


@dataclass(frozen=True, slots=True)
class PageCalls:
    """ASGI middleware before Gradio that lets through what its page sends."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, its body with it, unless it is no call of the page's."""
        if scope["type"] != "http" or scope["path"] != SENT or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        body = await _whole(receive)
        if body is None:
            return  # whoever asked has gone
        status = 413 if len(body) > MOST else 200 if of_page(body) else 422
        if status != 200:
            await JSONResponse({"error": REFUSED}, status)(scope, receive, send)
            return
        given = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def again() -> Message:
            """Hand out the body that was read, and then what the browser does."""
            return next(given, None) or await receive()

        await self.app(scope, again, send)


def of_page(body: bytes) -> bool:
    """Say whether this is a call that the page makes: of a function that it has, with the words that it takes."""
    try:
        call = json.loads(body)
    except (ValueError, RecursionError):
        return False
    if not isinstance(call, dict) or not isinstance(call.get("data"), list):
        return False
    function, data = call.get("fn_index"), call["data"]
    if not isinstance(function, int) or isinstance(function, bool):
        return False
    return len(data) == VALUES.get(function) and all(isinstance(one, str) for one in data)


async def _whole(receive: Receive) -> bytes | None:
    """Return the body, or the beginning of one that is too long; None where the browser went away meanwhile."""
    body = b""
    while len(body) <= MOST:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body
