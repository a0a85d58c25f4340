"""Many people at once, on a real server: ``python -m eval.load --library DIR``.

Starts ``minutebook serve`` on a free port of this machine, sends locust's users to it, and prints how long they waited,
what failed, and how the server's memory went.
"""

import argparse
import csv
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path

import psutil

from eval.bench import MIB
from eval.serving import serving

PEOPLE, SECONDS = 20, 120
EVERY = 5.0  # seconds between two looks at the server's memory
LOCUST = Path(sys.executable).with_name("locust")
USERS = Path(__file__).with_name("load_users.py")
COLUMNS = {
    "Request Count": "requests",
    "Failure Count": "failed",
    "50%": "median, ms",
    "95%": "95th, ms",
    "Max Response Time": "longest, ms",
}
"""The columns of locust's own table that are told, and how they are named."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the load, print a Markdown table, and return 1 where a request failed."""
    parser = argparse.ArgumentParser(prog="python -m eval.load", description="Many people at once, on a real server.")
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--set", default="papers", help="whose questions they ask (default papers)")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    call = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch, serving(call.library) as (address, server):
        memory = _Memory(psutil.Process(server.pid))
        users = ("-u", str(call.people), "-r", str(call.people), "-t", f"{call.seconds}s", "--csv", f"{scratch}/load")
        command = [str(LOCUST), "-f", str(USERS), "--headless", "--only-summary", "--host", address, *users]
        subprocess.run(  # noqa: S603  # the command is the benchmark's own
            command, env={**os.environ, "MINUTEBOOK_LOAD_SET": call.set}, stdout=subprocess.DEVNULL, check=False
        )
        memory.stop()
        with Path(scratch, "load_stats.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
    sys.stdout.write(_table(rows) + f"\nmemory of the server: {memory.told()}\n")
    return int(any(int(row["Failure Count"]) for row in rows))


class _Memory:
    """Looks at a process and its children every few seconds until it is stopped."""

    def __init__(self, process: psutil.Process) -> None:
        self._process = process
        self._seen: list[int] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        while not self._ended.wait(EVERY):
            family = [self._process, *self._process.children(recursive=True)]
            self._seen.append(sum(one.memory_info().rss for one in family))

    def stop(self) -> None:
        """Look no more."""
        self._ended.set()
        self._thread.join()

    def told(self) -> str:
        """Return what was seen in the first fifth, in the middle and in the last fifth, in MiB."""
        fifth = max(1, len(self._seen) // 5)
        parts = self._seen[:fifth], self._seen[2 * fifth : 3 * fifth] or self._seen, self._seen[-fifth:]
        first, middle, last = (max(part) // MIB for part in parts)
        return f"at most {first} MiB in the first fifth, {middle} in the middle, {last} in the last"


def _table(rows: Sequence[dict[str, str]]) -> str:
    lines = [f"| | {' | '.join(COLUMNS.values())} |", f"|{'---|' * (len(COLUMNS) + 1)}"]
    for row in rows:
        cells = (f"{float(row[column]):.0f}" for column in COLUMNS)
        lines.append(f"| {row['Name'] or 'all'} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
