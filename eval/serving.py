"""A server over a library, as a user starts it, for what is measured through it."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eval.bench import MINUTEBOOK


@contextmanager
def serving(library: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve a library on a free port of this machine; yield the address and the process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(  # noqa: S603  # the command that users run
        [str(MINUTEBOOK), "--library", str(library), "serve", "--port", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(600):  # a minute
            if process.poll() is not None:
                sys.exit(f"the server ended: try `minutebook --library {library} serve` by itself")
            try:
                with urllib.request.urlopen(f"{address}/health", timeout=5):  # noqa: S310  # our own address
                    break
            except OSError:
                time.sleep(0.1)
        yield address, process
    finally:
        process.terminate()
        process.wait(20)
