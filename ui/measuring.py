"""The command that measures: ``evaluate``, in a process of its own: `ui` and `eval` import nothing of each other."""

import subprocess
import sys
from argparse import Namespace


def evaluate(call: Namespace) -> int:
    """Run the evaluation set against the library and compare it with the baseline."""
    arguments = ["--library", str(call.library), "--set", call.set]
    for name in ("baseline", "note"):
        value = getattr(call, name)
        arguments += [f"--{name}", value] if value else []
    # -P: no folder called eval in the working folder may take the place of ours.
    return subprocess.run([sys.executable, "-P", "-m", "eval", *arguments], check=False).returncode  # noqa: S603  # our own words
