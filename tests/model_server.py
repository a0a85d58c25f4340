"""A language model's server that says what a test has written, on this machine."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def scripted(body: bytes, status: int = 200, wait: float = 0.0) -> Iterator[tuple[str, list[bytes]]]:
    """Serve one scripted answer on this machine; yield the address and what was asked."""
    asked: list[bytes] = []
    leave = threading.Event()

    class Scripted(BaseHTTPRequestHandler):
        def do_POST(self) -> None:  # the name that the standard library calls
            asked.append(self.rfile.read(int(self.headers["content-length"])))
            leave.wait(wait)
            self.send_response(status)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as above
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Scripted)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", asked
    finally:
        leave.set()
        server.shutdown()
        thread.join()
        server.server_close()


def chat(content: object) -> bytes:
    return json.dumps({"choices": [{"message": {"content": content}}]}).encode()
