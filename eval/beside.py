"""Two versions of Minutebook beside each other: ``python -m eval.beside OTHER --library DIR``.

``OTHER`` is a checkout of another version (``git worktree add ../before COMMIT``). Both are asked every question of a
set, one after the other and each first in turn, so that whatever else the machine does falls on both alike. Prints what
an answer costs each, and which answers are not the same byte for byte.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median, quantiles

from eval.evaluate import read_set

HERE = Path(__file__).resolve().parent.parent
WARMING = 5  # questions asked before any is counted: the first opens what is opened once
ASKING = """
import json, sys, time
from pathlib import Path
from index.encoder import open_encoder
from index.library import open_library
from search.answer import ask
from search.json_forms import answer_to_json
encoder = open_encoder()
with open_library(Path(sys.argv[1]), encoder) as library:
    for line in sys.stdin:
        began, worked = time.perf_counter(), time.process_time()
        answer = ask(library, encoder, json.loads(line))
        took = time.process_time() - worked, time.perf_counter() - began
        print(json.dumps([*took, json.dumps(answer_to_json(answer))]), flush=True)
"""


class _Version:
    """A process that answers with the code of one checkout."""

    def __init__(self, tree: Path, library: Path) -> None:
        self.name = tree.name
        self.worked: list[float] = []
        self.took: list[float] = []
        self._process = subprocess.Popen(  # noqa: S603  # our own code, of a checkout that the caller names
            [sys.executable, "-c", ASKING, str(library.resolve())],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, question: str, *, counted: bool) -> str:
        """Return the answer as JSON."""
        if not self._process.stdin or not self._process.stdout:
            raise BrokenPipeError
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        worked, took, answer = json.loads(self._process.stdout.readline())
        if counted:
            self.worked.append(1000 * worked)
            self.took.append(1000 * took)
        return str(answer)

    def close(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.wait(20)


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask both, print a Markdown table, and return 1 where an answer is not the same."""
    parser = argparse.ArgumentParser(prog="python -m eval.beside", description="Two versions beside each other.")
    parser.add_argument("other", type=Path, help="a checkout of the other version")
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--set", default="papers", help="whose questions are asked (default papers)")
    call = parser.parse_args(arguments)
    questions = [topic.question for topic in read_set(call.set).topics]
    versions = [_Version(tree, call.library) for tree in (call.other.resolve(), HERE)]
    different = []
    try:
        for question in questions[:WARMING]:
            for version in versions:
                version.ask(question, counted=False)
        for turn, question in enumerate(questions):
            order = versions if turn % 2 else versions[::-1]
            if len({version.ask(question, counted=True) for version in order}) > 1:
                different.append(question)
    finally:
        for version in versions:
            version.close()
    sys.stdout.write("| ms: median / 95th / mean | work of the processor | time |\n|---|---|---|\n")
    for version in versions:
        sys.stdout.write(f"| {version.name} | {_told(version.worked)} | {_told(version.took)} |\n")
    sys.stdout.write(f"{len(questions)} questions, {len(different)} answered otherwise\n")
    sys.stdout.writelines(f"- {question}\n" for question in different)
    return int(bool(different))


def _told(times: Sequence[float]) -> str:
    return f"{median(times):.0f} / {quantiles(times, n=20)[-1]:.0f} / {mean(times):.0f}"


if __name__ == "__main__":
    sys.exit(main())
