"""The command that opens the reading room: ``serve``."""

import socket
import sys
from argparse import Namespace

import uvicorn

from corpus.errors import MinutebookError
from index.encoder import open_encoder
from ui.app import create_app
from ui.under_path import read_base

DONE = 0


class PortTakenError(MinutebookError):
    """The address cannot be listened on."""


def serve(call: Namespace) -> int:
    """Serve the reading room and its API until interrupted."""
    base = read_base(call.base)
    listening = _listen(call.host, call.port)
    host, port = listening.getsockname()[:2]
    app = create_app(call.library, open_encoder(), base)
    shown = f"[{host}]" if ":" in host else host
    sys.stderr.write(f"Minutebook is open at http://{shown}:{port}{base} (Ctrl-C closes it)\n")
    # No access log: a question stands in the address, and nothing about questions is kept.
    server = uvicorn.Server(uvicorn.Config(app, access_log=False, log_level="warning", server_header=False))
    server.run(sockets=[listening])
    return DONE


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PortTakenError(f"{host}:{port} cannot be listened on ({reason}): give another with --port") from error
    return listening
