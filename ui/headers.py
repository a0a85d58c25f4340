"""What every response carries so that a hostile paper can do nothing in a reader's browser.

Gradio's page starts with scripts written into it and builds its templates with ``Function``, so a policy that
lets it work must allow evaluation; scripts in the page, however, run only with this response's own nonce, and
event handlers written into markup never do. Nothing may be fetched from, or sent to, any other machine.
"""

import re
import secrets
from html import escape
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.links import feed_link, link_with

_SCRIPT = re.compile(rb"<script\b")
_OUTSIDE = re.compile(rb'<(?:meta|link)\b[^>]*"https?://[^>]*>')  # Gradio's own picture and addresses for link previews
_STRICT = "script-src 'self'"
_GRADIO = "script-src 'self' 'unsafe-eval' 'nonce-{nonce}'"
_POLICY = (
    "default-src 'none'; {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'self'; "
    "object-src 'none'; frame-ancestors 'none'"
)
_OURS = (
    "q",
    "source",
    "without",
    "at",
)  # of an address; Gradio has names of its own, and fails on some of their values
_FIXED = {
    "referrer-policy": "same-origin",  # a question stands in the address: no other site is told it
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}


class SafeHeaders:
    """ASGI middleware: the headers above on every response, and a nonce for the scripts of Gradio's page."""

    def __init__(self, app: ASGIApp, base: str = "", gradio_page: str = "/") -> None:
        self.app = app
        self.base = base
        self.gradio_page = gradio_page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and dress what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] == self.gradio_page:
            asked = {name: words for name, words in parse_qsl(scope["query_string"].decode("latin-1")) if name in _OURS}
            head = _declared(self.base, asked.get("q", ""))
            await self.app({**scope, "query_string": urlencode(asked).encode()}, receive, _PageSender(send, head))
        else:
            await self.app(scope, receive, _plain_sender(send))


def _plain_sender(send: Send) -> Send:
    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            _dress(MutableHeaders(scope=message), _STRICT)
        await send(message)

    return dressed


class _PageSender:
    """Holds Gradio's page until it is whole, gives its scripts a nonce and removes addresses of other machines."""

    def __init__(self, send: Send, head: str) -> None:
        self.send = send
        self.head = head
        self.start: Message | None = None
        self.body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.start = message
            return
        if message["type"] != "http.response.body" or self.start is None:
            await self.send(message)
            return
        self.body += message.get("body", b"")
        if message.get("more_body"):
            return
        nonce = secrets.token_urlsafe(16)
        headers = MutableHeaders(scope=self.start)
        if headers.get("content-type", "").startswith("text/html"):
            self.body = own_page(self.body, nonce, self.head)
            headers["content-length"] = str(len(self.body))
            headers["cache-control"] = "no-store"
        _dress(headers, _GRADIO.format(nonce=nonce))
        await self.send(self.start)
        await self.send({"type": "http.response.body", "body": self.body})


def _declared(base: str, question: str) -> str:
    """Return what the head of the page declares: where to go without scripts, and the feed of the question asked."""
    plain = link_with(f"{base}/answer", q=question)
    head = f'<noscript><meta http-equiv="refresh" content="0; url={escape(plain)}"></noscript>'
    if question:
        feed = escape(feed_link(base, question))
        head += f'<link rel="alternate" type="application/atom+xml" title="New on this question" href="{feed}">'
    return head


def own_page(page: bytes, nonce: str, head: str = "") -> bytes:
    """Return Gradio's page with its scripts allowed, British English declared, and no other machine named.

    ``head`` is what its head declares besides.
    """
    page = _OUTSIDE.sub(b"", page).replace(b"</head>", head.encode() + b"</head>", 1)
    page = _SCRIPT.sub(b'<script nonce="' + nonce.encode() + b'"', page)
    return page.replace(b'lang="en"', b'lang="en-GB"', 1)


def _dress(headers: MutableHeaders, scripts: str) -> None:
    headers["content-security-policy"] = _POLICY.format(scripts=scripts)
    for name, value in _FIXED.items():
        headers[name] = value
