"""The command that measures: ``evaluate``, in a process of its own: `ui` and `eval` import nothing of each other."""

import subprocess
import sys
from argparse import Namespace


def evaluate(call: Namespace) -> int:
    """Measure the answers, the steps of retrieval or the reading of the record, as the call asks."""
    # -P: no folder called eval in the working folder may take the place of ours.
    command = [sys.executable, "-P", "-m", *_measure(call)]
    return subprocess.run(command, check=False).returncode  # noqa: S603  # our own words


def _measure(call: Namespace) -> list[str]:
    """Return the module that measures and what it is told."""
    if call.what == "record":
        return ["eval.record"]
    asked = ["--library", str(call.library), "--set", call.set]
    if call.what == "steps":
        return ["eval.ablation", *asked]
    for name in ("baseline", "note"):
        value = getattr(call, name)
        asked += [f"--{name}", value] if value else []
    return ["eval", *asked]
