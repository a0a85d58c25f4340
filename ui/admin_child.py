"""The process that does one piece of the administrator's work: it waits for its turn and runs one command.

``python -m ui.admin_child LIBRARY FOLDER``, started by ``ui.admin_work``; the folder says what is asked.
"""

import fcntl
import json
import os
import sys
from pathlib import Path

from ui.admin_uploads import clear_up
from ui.admin_work import ASKED, BEGUN, ENDED, PROGRESS, TURN
from ui.cli import main as minutebook

GENTLE = 10  # of nineteen: readers' questions come first


def main(library: Path, folder: Path) -> None:
    """Do the work that a folder asks for, and write there how it ended."""
    os.nice(GENTLE)
    arguments: list[str] = json.loads((folder / ASKED).read_text(encoding="utf-8"))["arguments"]
    with (folder.parent / TURN).open("w", encoding="utf-8") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        (folder / BEGUN).touch()
        adding = arguments[0] == "ingest"
        follow = ["--progress", str(folder / PROGRESS)] if adding else []
        status = minutebook(["--library", str(library), arguments[0], *follow, *arguments[1:]])
        if adding:
            clear_up(library, [Path(one) for one in arguments[1:]])
        sys.stdout.flush()
        ended = folder / (ENDED + ".new")
        ended.write_text(str(status), encoding="utf-8")
        ended.replace(folder / ENDED)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
