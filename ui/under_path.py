"""Serves the reading room under a path of a host: whether or not a proxy takes the path off, the routes see none."""

import re
from dataclasses import dataclass

from starlette.types import ASGIApp, Receive, Scope, Send

from corpus.errors import MinutebookError

_PATH = re.compile(r"(?:/[\w.~-]+)+")


class BadBaseError(MinutebookError):
    """What was given is no path to serve under."""


@dataclass(frozen=True, slots=True)
class UnderPath:
    """ASGI middleware that takes ``base`` off the paths that still carry it."""

    app: ASGIApp
    base: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its path as the routes know it."""
        if self.base and scope["type"] in ("http", "websocket"):
            path = scope["path"]
            if path == self.base or path.startswith(f"{self.base}/"):
                scope = {**scope, "path": path[len(self.base) :] or "/"}
                scope.pop("raw_path", None)
        await self.app(scope, receive, send)


def read_base(written: str) -> str:
    """Return the path to serve under without the slash at its end, empty for the root of the host."""
    base = written.rstrip("/")
    if base and not _PATH.fullmatch(base):
        raise BadBaseError(f"{written} is no path to serve under: write it like /minutes")
    return base
