"""The Gradio page: one box to ask in, and the place where the answer and the page it stands on appear."""

import os
import re
from collections.abc import Callable
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # read when gradio is imported: no request leaves the machine
os.environ["HF_HUB_OFFLINE"] = "1"  # the same for the model hub's client that gradio carries

import gradio as gr
from fastapi import FastAPI
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match, Route
from starlette.types import Scope

from ui.page_calls import SENT

SANS = ("system-ui", "Segoe UI", "Roboto", "Helvetica Neue", "Liberation Sans", "Arial", "sans-serif")
MONO = ("ui-monospace", "Consolas", "Liberation Mono", "monospace")

WAITING = '<p class="waiting">Opening the papers…</p>'  # until the first view has come

LONGEST = 1_000  # characters of a question, as the API has it

SCRIPTS = ("room", "typing", "reading")  # of ui/static: manners, suggestions, zoom

Show = Callable[[str, int | None, str], str]
"""Turns a question, the number of the source to open and the limits dropped into the HTML of the view."""


# Gradio's own addresses that its page calls for. The rest of them (uploads, files, API descriptions) is closed to every
# method: nothing here needs them, and each is a door.
READ = re.compile(r"/(?:|theme\.css|(?:assets|static)/.*|gradio_api/(?:startup-events|heartbeat/.*))")
POSTED = re.compile(re.escape(SENT))


class Closed(Route):
    """Answers every request for what is neither Minutebook's nor one of Gradio's open addresses: no such page."""

    def __init__(self) -> None:
        super().__init__("/{path:path}", self._refuse)
        self.methods = set()  # of any method: a route that takes only some lets the others through to Gradio

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Leave Gradio's open addresses to Gradio."""
        is_open = {"GET": READ, "HEAD": READ, "POST": POSTED}.get(scope.get("method", "GET"))
        return (Match.NONE, {}) if is_open and is_open.fullmatch(scope["path"]) else super().matches(scope)

    @staticmethod
    async def _refuse(request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            raise HTTPException(405, f"Nothing at this address takes {request.method}", {"allow": "GET, HEAD"})
        raise HTTPException(404, "Follow a link from the front page, or check the address")


def mount_room(app: FastAPI, show: Show, base: str, top: str, foot: str) -> FastAPI:
    """Mount the page at the root of ``app``; ``show`` makes the HTML of an answer, ``top`` and ``foot`` frame it."""
    head = (
        f'<link rel="stylesheet" href="{base}/room/room.css">\n'
        + "".join(f'<script src="{base}/room/{name}.js" defer></script>\n' for name in SCRIPTS)
        + f'<link rel="icon" href="{base}/room/icon.svg" type="image/svg+xml">'
    )
    app.router.routes.append(Closed())
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        _build(show, top, foot),
        path="/",
        root_path=base or None,
        footer_links=[],
        run_history=False,  # Gradio would keep each question in the browser's own store
        show_error=False,  # what went wrong is told in the view, in plain words
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        enable_monitoring=False,
        theme=gr.themes.Base(font=list(SANS), font_mono=list(MONO)),
        head=head,
        app_kwargs={"docs_url": None, "redoc_url": None, "openapi_url": None},
    )
    return mounted


def _build(show: Show, top: str, foot: str) -> gr.Blocks:
    blocks: gr.Blocks
    with gr.Blocks(title="Minutebook", analytics_enabled=False, fill_width=True) as blocks:
        gr.HTML(top, js_on_load=None, apply_default_css=False, elem_id="top")
        with gr.Row(elem_id="ask-row"):
            question = gr.Textbox(label="Your question", elem_id="question", lines=1, max_lines=1, max_length=LONGEST)
            button = gr.Button("Ask", elem_id="ask", variant="primary")
        view = gr.HTML(WAITING, js_on_load=None, apply_default_css=False, elem_id="view")
        gr.HTML(foot, js_on_load=None, apply_default_css=False, elem_id="foot")

        def answer(text: str) -> str:
            return show(text[:LONGEST], None, "")

        def arrive(request: gr.Request) -> tuple[Any, str]:
            text = str(request.query_params.get("q", ""))[:LONGEST]
            source = str(request.query_params.get("source", ""))
            dropped = str(request.query_params.get("without", ""))
            # Without a question in the address the box is left alone: somebody may have begun to type.
            return text or gr.skip(), show(text, int(source) if source.isdecimal() else None, dropped)

        # Without the queue an answer is one request and one response; threads serve several people at once. Who asks
        # something else before the answer has come is answered after it, so that no answer overtakes a later one.
        gr.on([question.submit, button.click], answer, question, view, queue=False, show_progress="hidden",
              trigger_mode="always_last", api_visibility="private")  # fmt: skip
        blocks.load(arrive, None, [question, view], queue=False, show_progress="hidden", api_visibility="private")
    return blocks
