"""Kill an ingestion at any moment: nothing that was reported as done is lost, and the next run completes the rest."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from threading import Timer
from time import monotonic, sleep

from plain_papers import COUNCIL, LetterEncoder, write_plain
from pypdf import PdfReader

from index.check import check
from index.encoder import Encoder, open_encoder
from index.library import open_library
from index.types import Filter

TESTS = Path(__file__).parent
KILLS = 50
PAPERS = 8


@dataclass(frozen=True)
class Run:
    """How an ingestion went: what it said of papers, how long it took, and whether it was killed."""

    said: tuple[tuple[str, str], ...]
    seconds: float
    killed: bool
    children: tuple[int, ...]  # processes that it had started when it was killed for what it said


class Nursery:
    """The process whose children are killed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, folder: Path, *, after: float | None = None, when: str | None = None) -> Run:
        """Ingest a folder's papers and kill that after some seconds, or as soon as it says something."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        began = monotonic()
        self._process.stdin.write(f"{folder}\n")
        self._process.stdin.flush()
        early: list[str] = []  # on a busy machine the child may speak before it is said to have started
        while not (line := self._process.stdout.readline()).startswith("started "):
            assert line, "the process whose children are killed has ended"
            early.append(line)
        child = int(line.removeprefix("started "))
        timer = Timer(after, kill, (child,)) if after is not None else None
        if timer:
            timer.start()
        said = []
        children: tuple[int, ...] = ()
        for line in chain(early, self._process.stdout):
            what, _, name = line.strip().partition(" ")
            if what == "ended":
                break
            said.append((what, name))
            if when == what:
                children = children_of(child)
                kill(child)
        if timer:
            timer.cancel()
        assert name in ("0", str(-signal.SIGKILL))
        return Run(tuple(said), monotonic() - began, name != "0", children)


@contextmanager
def nursery(*arguments: str) -> Iterator[Nursery]:
    """Start the process whose children are killed."""
    environment = {**os.environ, "PYTHONPATH": f"{TESTS.parent}{os.pathsep}{TESTS}"}
    with subprocess.Popen(
        [sys.executable, str(TESTS / "doomed.py"), *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    ) as process:
        yield Nursery(process)
        assert process.stdin is not None
        process.stdin.close()


def kill(process: int) -> None:
    """Kill a process at once, if it has not ended by itself."""
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def children_of(process: int) -> tuple[int, ...]:
    """Return the processes that a process has started, where the system tells."""
    listed = Path(f"/proc/{process}/task/{process}/children")
    return tuple(map(int, listed.read_text().split())) if listed.exists() else ()


def ends(process: int) -> bool:
    """Wait for a process to end, for ten seconds at most; one that only waits to be collected has ended."""
    for _ in range(100):
        try:
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        sleep(0.1)
    return False


def word(number: int) -> str:
    """Return a word that stands in one paper alone."""
    return f"unique{chr(ord('a') + number)}"


def write_paper(folder: Path, number: int, edition: int = 1) -> None:
    write_plain(
        folder,
        f"{number:02}.pdf",
        f"minutes;{COUNCIL};Cabinet;2025-01-{number + 1:02};confirms=2025-01-{max(number, 1):02}",
        *(f"discussion;{number};;Point {point} of {word(number)}, edition {edition}." for point in range(12)),
        "decision;99;1;That what every paper agrees be agreed.",
    )


def whole(folder: Path, reported: tuple[tuple[str, str], ...], encoder: Encoder) -> None:
    """Prove that the library is whole, and that what was reported can be found in it by words and by meaning."""
    if not (folder / "library" / "minutebook.sqlite").exists():
        assert reported == ()
        return
    assert check(folder / "library").faults == ()
    with open_library(folder / "library") as library:
        held = {paper.name: paper for paper in library.papers()}
        for what, name in reported:
            if what == "removed":
                assert name not in held
            if what != "read":
                continue
            paper = held[name]
            where = Filter(papers=(paper.sha256,))
            passages = library.passages(library.select(where, 999))
            assert len(passages) == paper.passages
            assert passages[0].id in {one for one, _ in library.words([passages[0].text], 9, where)}
            vector = encoder.encode_query(passages[0].text)
            assert len(library.nearest(vector, 999, where)) == paper.passages
            assert library.pdf(paper.sha256).stat().st_size > 0


def digest(folder: Path) -> str:
    with open_library(folder / "library") as library:
        return library.digest()


def lay_out(folder: Path, *, second: bool) -> None:
    """Put papers into place: at first six, then two of them changed, one gone, and two more."""
    shutil.rmtree(folder / "papers", ignore_errors=True)
    for number in range(PAPERS if second else PAPERS - 2):
        if not (second and number == 0):
            write_paper(folder / "papers", number, edition=2 if second and number in (1, 3) else 1)


def test_fifty_kills_lose_nothing_that_was_reported(tmp_path: Path) -> None:
    chance = random.Random(2)  # noqa: S311  # the moments of the kills: the same each time, as far as clocks allow
    library, first = tmp_path / "library", tmp_path / "first"
    with nursery() as children:
        lay_out(tmp_path, second=False)
        building = children.run(tmp_path).seconds
        shutil.copytree(library, first)
        lay_out(tmp_path, second=True)
        changing = children.run(tmp_path).seconds
        expected = digest(tmp_path)
        kills = 0
        while kills < KILLS:
            shutil.rmtree(library)
            if chance.random() < 0.5:  # a library that is to be changed, or none at all
                shutil.copytree(first, library)
            seconds = changing if library.exists() else building
            # What is left is ingested again at once, and killed again, until a run comes to its end.
            while (run := children.run(tmp_path, after=chance.uniform(0, seconds))).killed:
                kills += 1
                whole(tmp_path, run.said, LetterEncoder())
            whole(tmp_path, run.said, LetterEncoder())
            assert digest(tmp_path) == expected


def count_pages(path: Path) -> int:
    """Return the number of pages of a PDF."""
    return len(PdfReader(path).pages)


def test_a_kill_of_the_real_thing_loses_nothing_and_leaves_no_process(tmp_path: Path, samples: Path) -> None:
    (tmp_path / "papers").mkdir()
    # The first alone is enough to encode, so its commit comes while the reader still has the others in hand.
    first, second, *others = sorted(samples.glob("*.pdf"), key=count_pages)
    enough = next(path for path in others if count_pages(path) >= 8)
    chosen = {"a.pdf": enough, "b.pdf": first, "c.pdf": second}
    for name, path in chosen.items():
        shutil.copy(path, tmp_path / "papers" / name)
    with nursery("real") as children:
        run = children.run(tmp_path, when="read")
        assert run.killed
        whole(tmp_path, run.said, open_encoder())
        assert len(run.children) > 0
        assert all(ends(child) for child in run.children)
        again = children.run(tmp_path)
        read = [name for what, name in (*run.said, *again.said) if what == "read"]
        assert sorted(read) == sorted(chosen)
        whole(tmp_path, again.said, open_encoder())
