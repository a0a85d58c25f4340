"""Adding papers: from the administrator's own machine, or from a folder of the server that was opened for it."""

import os
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile

from corpus.errors import MinutebookError
from index.plan import SUFFIXES
from ui.admin_session import Keeper, Posted, Session, read_form, size_within
from ui.admin_uploads import LARGEST, MANY, TOGETHER, UploadError, receive, safe_name
from ui.holdings import counted

SETTING = "MINUTEBOOK_FOLDERS"  # the folders of this machine that may be read, with a colon between them


class BadFolderError(MinutebookError):
    """A folder cannot be read from the page."""


def open_folders() -> tuple[Path, ...]:
    """Return the folders of this machine that the administrator may have read, as the setting names them."""
    return tuple(Path(one).resolve() for one in os.environ.get(SETTING, "").split(os.pathsep) if one.strip())


def folder_within(typed: str, opened: tuple[Path, ...]) -> Path:
    """Return the folder that was typed, where it is one of those opened or lies in one, links followed."""
    if not opened:
        raise BadFolderError(f"No folder is open to this page: name some in {SETTING} and start Minutebook again.")
    folder = Path(typed.strip()).expanduser()
    if not typed.strip() or not folder.is_absolute():
        raise BadFolderError("Give the whole path of the folder, such as /srv/papers.")
    folder = folder.resolve()
    if not any(folder == one or one in folder.parents for one in opened):
        raise BadFolderError(f"{folder} is not open to this page: {SETTING} names the folders that are.")
    if not folder.is_dir():
        raise BadFolderError(f"{folder} is not a folder of the machine that serves this page.")
    return folder


def make_adding(keeper: Keeper) -> APIRouter:
    """Return the pages by which papers are added."""
    routes = APIRouter(include_in_schema=False)

    @routes.get("/admin/add")
    def show(session: Annotated[Session, Depends(keeper.signed_in)]) -> Response:
        return keeper.page(
            session, "admin_add.html", "/add", suffixes=sorted(SUFFIXES), folders=open_folders(), setting=SETTING,
            largest=LARGEST // 10**6, together=TOGETHER // 10**6, many=MANY,
        )  # fmt: skip

    @routes.post("/admin/upload")
    async def upload(request: Request, session: Annotated[Session, Depends(keeper.signed_in)]) -> Response:
        if not size_within(request, TOGETHER):
            raise UploadError(f"That is more than {TOGETHER // 10**6} MB at once: give fewer papers.")
        fields, files = await read_form(request, MANY, TOGETHER)
        posted = keeper.proven(session, fields)
        return await run_in_threadpool(take, posted, files)

    def take(posted: Posted, files: tuple[UploadFile, ...]) -> Response:
        if not files:
            raise UploadError("No file was given: choose the papers to add.")
        for one in files:
            safe_name(one.filename or "")  # all names are looked at before anything is written
        paths = [receive(keeper.desk.folder, one.filename or "", one.file) for one in files]
        about = paths[0].name if len(paths) == 1 else counted(len(paths), "paper")
        return ingest(posted, about, [*dict.fromkeys(map(str, paths))])

    @routes.post("/admin/folder")
    def folder(posted: Annotated[Posted, Depends(keeper.posted)]) -> Response:
        path = folder_within(posted.text("folder"), open_folders())
        return ingest(posted, f"the folder {path}", [str(path)])

    def ingest(posted: Posted, about: str, paths: list[str]) -> Response:
        exempt = ["--include-exempt"] if posted.text("exempt") else []
        return keeper.go(f"/work/{keeper.work.start('add', about, ['ingest', *exempt, *paths])}")

    return routes
