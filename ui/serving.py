"""The command that opens the reading room: ``serve``."""

import socket
import sys
from argparse import Namespace
from collections.abc import Callable
from functools import partial

import uvicorn
from starlette.types import ASGIApp
from uvicorn.supervisors import Multiprocess

from corpus.errors import MinutebookError
from ui.admin_password import password_set
from ui.under_path import read_base
from ui.worker import application

DONE = 0
PATIENCE = 15  # seconds that a process may stay silent before another takes its place; it answers while it starts, too


class PortTakenError(MinutebookError):
    """The address cannot be listened on."""


def serve(call: Namespace) -> int:
    """Serve the reading room and its API until interrupted."""
    base = read_base(call.base)
    password_set()  # a setting that lets nobody in is told of before anything is served
    listening = _listen(call.host, call.port)
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    said = f"Minutebook is open at http://{shown}:{port}{base} (Ctrl-C closes it)\n"
    make = partial(application, call.library, base)
    if call.workers > 1:
        config = _config(make, workers=call.workers, timeout_worker_healthcheck=PATIENCE)
        sys.stderr.write(said)
        Multiprocess(config, sockets=[listening]).run()
    else:
        app = make()
        sys.stderr.write(said)
        uvicorn.Server(_config(lambda: app)).run(sockets=[listening])
    return DONE


def _config(make: Callable[[], ASGIApp], **more: int) -> uvicorn.Config:
    # No access log: a question stands in the address, and nothing about who asks is kept.
    return uvicorn.Config(
        make, factory=True, access_log=False, log_level="warning", server_header=False, **more  # type: ignore[arg-type]  # counts alone
    )  # fmt: skip


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
