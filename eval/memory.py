"""The memory that a command takes, its child processes included."""

import subprocess
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

EVERY = 0.1  # seconds between two looks: short enough to see a peak of one paper


@dataclass(frozen=True, slots=True)
class Run:
    """What a command printed, how long it took and the most memory that it held."""

    output: str
    seconds: float
    peak: int  # bytes, shared pages counted once over the processes


def watch(command: Sequence[str], questions: str | None = None) -> Run:
    """Run a command to its end; ``subprocess.CalledProcessError`` where it fails."""
    began = perf_counter()
    child = subprocess.Popen(  # noqa: S603  # the commands are the benchmark's own
        command, stdin=subprocess.PIPE if questions is not None else None, stdout=subprocess.PIPE, text=True
    )
    peak = 0
    ended = threading.Event()

    def look() -> None:
        nonlocal peak
        while not ended.wait(EVERY):
            peak = max(peak, sum(_proportional(process) for process in _tree(child.pid)))

    looker = threading.Thread(target=look, daemon=True)
    looker.start()
    output, _ = child.communicate(questions)
    seconds = perf_counter() - began
    ended.set()
    looker.join()
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, list(command), output)
    return Run(output, seconds, peak)


def _tree(process: int) -> list[int]:
    found = [process]
    for parent in found:
        for children in Path(f"/proc/{parent}/task").glob("*/children"):
            try:
                found.extend(int(one) for one in children.read_text().split())
            except OSError:
                continue  # it ended while we looked
    return found


def _proportional(process: int) -> int:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it ended while we looked
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
