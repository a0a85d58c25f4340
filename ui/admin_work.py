"""Long work of the administrator: commands run as processes of their own, which no closing browser or server ends.

Each has a folder in the library's ``work``: what was asked, what it said, how it ended. A process that is alive holds
the lock on ``alive``, which it inherited when it was started, and so it cannot be mistaken for one that was killed.
They take turns: one does its work while the others wait.
"""

import fcntl
import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from corpus.errors import MinutebookError
from ui.admin_password import SETTING
from ui.progress_file import Account, read_account

WORK = "work"  # the folder
ASKED, BEGUN, ENDED, CANCELLED = "asked.json", "begun", "ended", "cancelled"
SAID, COMPLAINED, PROGRESS = "said.txt", "complained.txt", "progress.jsonl"
ALIVE = "alive"
TURN = "turn.lock"  # beside the folders: held by whoever does its work
KEPT = 50  # pieces of work that are remembered; older ones are forgotten
WAITING = 10  # pieces of work that may wait for their turn
HOME = Path(__file__).resolve().parent.parent
_NAMED = re.compile(r"\d{8}-\d{6}-[0-9a-f]{8}")

What = Literal["add", "correct", "check"]
State = Literal["waiting", "running", "done", "failed", "cancelled", "stopped"]


class TooMuchWorkError(MinutebookError):
    """So much work waits already that more is refused."""


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work as it stands now."""

    name: str
    what: What
    about: str  # in words, for the list: "3 papers", "minutes-april.pdf"
    asked_at: datetime
    state: State
    said: str
    complaint: str
    account: Account | None  # of an ingestion

    @property
    def over(self) -> bool:
        """Say whether nothing more will come of it."""
        return self.state not in ("waiting", "running")


class Workshop:
    """The work of one library's administrator."""

    def __init__(self, library: Path) -> None:
        self.library = library.absolute()
        self.folder = self.library / WORK

    def start(self, what: What, about: str, arguments: Sequence[str]) -> str:
        """Start ``minutebook`` with these arguments as a process of its own; return the name of the work."""
        if sum(not one.over for one in self.all()) > WAITING:
            raise TooMuchWorkError("Too much waits to be done already: wait until some of it is done")
        now = datetime.now(UTC)
        name = f"{now:%Y%m%d-%H%M%S}-{secrets.token_hex(4)}"
        folder = self.folder / name
        folder.mkdir(parents=True)
        self._forget_old()
        asked = {"what": what, "about": about, "at": now.isoformat(timespec="seconds"), "arguments": list(arguments)}
        (folder / ASKED).write_text(json.dumps(asked), encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if key != SETTING}
        with (
            (folder / ALIVE).open("w", encoding="utf-8") as alive,
            (folder / SAID).open("w", encoding="utf-8") as said,
            (folder / COMPLAINED).open("w", encoding="utf-8") as complained,
        ):
            fcntl.flock(alive, fcntl.LOCK_EX)
            process = subprocess.Popen(  # noqa: S603  # our own program; what was typed is an argument of it
                [sys.executable, "-m", "ui.admin_child", str(self.library), str(folder)],
                cwd=HOME,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=complained,
                pass_fds=[alive.fileno()],
                start_new_session=True,  # what ends the server does not end the work
            )
            alive.write(str(process.pid))
        threading.Thread(target=process.wait, daemon=True).start()  # or it would stay in the list of processes
        return name

    def all(self) -> tuple[Work, ...]:
        """Return all work that is remembered, the newest first."""
        return tuple(work for name in self._names() if (work := self.find(name, whole=False)))

    def find(self, name: str, *, whole: bool = True) -> Work | None:
        """Return a piece of work, or None where there is none of that name; its account only where that is wanted."""
        folder = self.folder / name
        if not _NAMED.fullmatch(name) or not (folder / ASKED).is_file():
            return None
        asked = json.loads((folder / ASKED).read_text(encoding="utf-8"))
        alive = _alive(folder)  # before the rest is read: what ends meanwhile is then told of as still going on
        state = _state(folder, alive=alive)
        return Work(
            name=name,
            what=asked["what"],
            about=asked["about"],
            asked_at=datetime.fromisoformat(asked["at"]),
            state=state,
            said=_text(folder / SAID),
            complaint=_text(folder / COMPLAINED).rpartition("\n")[2],  # one line, as the command line complains
            account=read_account(folder / PROGRESS) if whole else None,
        )

    def cancel(self, name: str) -> None:
        """End a piece of work where it is not over; all that it has reported as done stays done."""
        folder = self.folder / name
        if _NAMED.fullmatch(name) and _alive(folder):
            (folder / CANCELLED).touch()
            os.kill(int(_text(folder / ALIVE)), signal.SIGTERM)

    def _names(self) -> list[str]:
        found = self.folder.glob("*") if self.folder.is_dir() else ()
        return sorted((path.name for path in found if _NAMED.fullmatch(path.name)), reverse=True)

    def _forget_old(self) -> None:
        for name in self._names()[KEPT:]:
            if not _alive(self.folder / name):
                shutil.rmtree(self.folder / name, ignore_errors=True)


def _state(folder: Path, *, alive: bool) -> State:
    if alive:
        return "running" if (folder / BEGUN).exists() else "waiting"
    if (folder / ENDED).is_file():
        return "done" if _text(folder / ENDED) == "0" else "failed"
    return "cancelled" if (folder / CANCELLED).exists() else "stopped"


def _alive(folder: Path) -> bool:
    """Say whether the process of a piece of work goes on: it holds a lock which ends only with it."""
    try:
        with (folder / ALIVE).open(encoding="utf-8") as alive:
            fcntl.flock(alive, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip() if path.is_file() else ""
