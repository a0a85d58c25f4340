"""The wire to an assistant: lines of standard input, and an answer to those that are no request.

The package `mcp` reads a line whole however long it is, and passes over one that it cannot read, so that whoever
sent it waits for ever.
"""

import os
from collections.abc import Sequence
from types import TracebackType
from typing import IO, Any, BinaryIO, Self, cast

import anyio
from mcp.server.mcpserver import MCPServer
from mcp.server.stdio import stdio_server
from mcp.shared._stream_protocols import ReadStream, WriteStream
from mcp.shared.message import SessionMessage
from mcp.types import INVALID_REQUEST, PARSE_ERROR, ErrorData, JSONRPCError
from pydantic import ValidationError
from pydantic_core import ErrorDetails

LONGEST = 1 << 20  # bytes of a line: a thousand times the longest question
NO_REQUEST = "null\n"  # stands for a line that is too long: JSON, and no request


class Lines:
    """The lines of a stream of bytes as text, blank ones left out; of one that is too long nothing is kept.

    Example: ``Lines(sys.stdin.buffer).readline()``.
    """

    def __init__(self, stream: BinaryIO, longest: int = LONGEST) -> None:
        self._stream, self._longest = stream, longest

    def readline(self) -> str:
        """Return the next line that is not blank, "" at the end."""
        while line := self._stream.readline(self._longest + 1):
            if len(line) > self._longest:
                while line and not line.endswith(b"\n"):
                    line = self._stream.readline(self._longest)
                return NO_REQUEST
            if line.strip():
                return line.decode("utf-8", "replace")
        return ""


class Answering:
    """A stream of messages in which those that could not be read are answered and left out."""

    def __init__(self, read: ReadStream[SessionMessage | Exception], write: WriteStream[SessionMessage]) -> None:
        self._read, self._write = read, write

    async def receive(self) -> SessionMessage | Exception:
        """Return the next message that could be read."""
        while isinstance(item := await self._read.receive(), Exception):
            await self._write.send(SessionMessage(error_of(item)))
        return item

    async def aclose(self) -> None:
        """Close the stream."""
        await self._read.aclose()

    def __aiter__(self) -> Self:
        """Return this stream."""
        return self

    async def __anext__(self) -> SessionMessage | Exception:
        """Return the next message that could be read, until there is none."""
        try:
            return await self.receive()
        except anyio.EndOfStream:
            raise StopAsyncIteration from None

    async def __aenter__(self) -> Self:
        """Return this stream."""
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close this stream."""
        await self.aclose()


def error_of(error: Exception) -> JSONRPCError:
    """Return the answer to a line that could not be read, as JSON-RPC 2.0 has it (section 5.1)."""
    if not isinstance(error, ValidationError) or error.errors()[0]["type"] == "json_invalid":
        said = ErrorData(code=PARSE_ERROR, message="Parse error: the line is no JSON")
        return JSONRPCError(jsonrpc="2.0", id=None, error=said)
    # A field that is missing is told with the whole object, and of a request those of a response always are.
    sent = next((one["input"] for one in error.errors() if one["type"] == "missing"), None)
    wrong = f"send one object a line, of {LONGEST:,} bytes at most"
    number = None
    if isinstance(sent, dict):
        wrong = complaint([one for one in error.errors() if one["loc"][0] == "JSONRPCRequest"], 1)
        named = sent.get("id")
        number = named if isinstance(named, (int, str)) and not isinstance(named, bool) else None
    return JSONRPCError(
        jsonrpc="2.0", id=number, error=ErrorData(code=INVALID_REQUEST, message=f"Invalid Request: {wrong}")
    )


def complaint(errors: Sequence[ErrorDetails], outer: int = 0) -> str:
    """Return what is wrong with values on one line; ``outer`` names of where each stands say nothing to a caller.

    Example: ``"limit: Input should be greater than or equal to 1"``.
    """
    return "; ".join(f"{'.'.join(map(str, one['loc'][outer:]))}: {one['msg']}" for one in errors)


async def serve(server: MCPServer[Any]) -> None:
    """Serve on standard input and output until the other side hangs up."""
    # A descriptor of our own that is never closed: a thread may still be reading from it when Python ends.
    own = os.fdopen(os.dup(0), "rb", closefd=False)
    lowlevel = server._lowlevel_server  # the package's own way to serve takes no streams
    lines = anyio.wrap_file(cast("IO[str]", Lines(own)))  # nothing but `readline` is asked of it
    async with stdio_server(stdin=lines) as (read, write):
        await lowlevel.run(Answering(read, write), write, lowlevel.create_initialization_options())
