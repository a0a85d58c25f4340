"""The command that measures: ``evaluate``, in a process of its own: `ui` and `eval` import nothing of each other."""

import subprocess
import sys
from argparse import Namespace
from collections.abc import Mapping

from ui.arguments import CalledWronglyError

SET = "samples"  # the set of everybody who has this repository
TAKES_NO: Mapping[str, tuple[str, ...]] = {"record": ("set", "baseline", "note"), "steps": ("baseline", "note")}
"""What each measurement has no use for: the gold of the record is one, and steps are compared with each other."""


def evaluate(call: Namespace) -> int:
    """Measure the answers, the steps of retrieval or the reading of the record, as the call asks."""
    # -P: no folder called eval in the working folder may take the place of ours.
    command = [sys.executable, "-P", "-m", *_measure(call)]
    return subprocess.run(command, check=False).returncode  # noqa: S603  # our own words


def _measure(call: Namespace) -> list[str]:
    """Return the module that measures and what it is told."""
    unknown = [name for name in TAKES_NO.get(call.what, ()) if getattr(call, name) is not None]
    if unknown:
        raise CalledWronglyError(f"evaluate {call.what} takes no --{unknown[0]}: leave it out")
    if call.what == "record":
        return ["eval.record"]
    asked = ["--library", str(call.library), "--set", call.set or SET]
    if call.what == "steps":
        return ["eval.ablation", *asked]
    for name in ("baseline", "note"):
        value = getattr(call, name)
        asked += [f"--{name}", value] if value else []
    return ["eval", *asked]
