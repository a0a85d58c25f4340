"""A process that ingests in children of its own, each made to be killed; loading everything once keeps that quick.

Each line that it is given is a folder with ``papers`` and ``library``. It answers ``started PID``, then what the child
says, ``read NAME`` or ``removed NAME`` after each commit, then ``ended STATUS``. With ``real`` as its argument it reads
PDFs, in a process apart, with the real encoder.
"""

import os
import sys
from pathlib import Path

from plain_papers import LetterEncoder, read_plain

from index.encoder import open_encoder
from index.ingest import ingest
from index.types import Progress


def say(*words: object) -> None:
    """Write one line at once: a kill then leaves all of it or nothing."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def tell(step: Progress) -> None:
    """Say what has just become of a paper."""
    if step.outcome:
        say(step.outcome.status, step.outcome.name)


def take_in(folder: Path, *, real: bool) -> None:
    """Ingest a folder's papers."""
    if real:
        ingest([folder / "papers"], folder / "library", open_encoder(), progress=tell)
    else:
        library = folder / "library"
        ingest([folder / "papers"], library, LetterEncoder(), read=read_plain, apart=False, progress=tell)


def main() -> None:
    """Ingest each folder that is named, in a child."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            take_in(Path(line.strip()), real="real" in sys.argv)
            os._exit(0)
        say("started", child)
        say("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main()
