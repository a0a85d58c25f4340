"""What mends the faults of a library, told as commands that a user can paste."""

from argparse import Namespace
from collections.abc import Iterator, Sequence

from index.types import CheckReport, Fault
from ui.arguments import command_line


def mends(call: Namespace, report: CheckReport) -> Iterator[str]:
    """Yield a line for each way of mending that the faults left need, and for bringing back what repair dropped."""
    repair = command_line(call, "check", "--repair")
    if any(one.mend == "anew" for one in report.faults):
        yield f"Repair cannot mend the database. Build the library anew with: {_anew()}"
        return
    if call.repair:
        if dropped := [one for one in report.mended if one.mend == "ingest"]:
            yield f"Bring back what was dropped with: {_ingest(call, dropped)}"
        if any(one.part == "withdrawal" for one in report.faults):
            yield f"Close what has the library open, then run: {repair}"
        if any(one.mend in ("repair", "ingest") and one.part != "withdrawal" for one in report.faults):
            yield f"Repair could not mend all of it. Build the library anew with: {_anew()}"
    elif again := [one for one in report.faults if one.mend == "ingest"]:
        yield f"Mend it with: {repair}"
        yield f"That drops the papers which have to be read again; then bring them back with: {_ingest(call, again)}"
    elif any(one.mend == "repair" for one in report.faults):
        yield f"Mend it with: {repair}"
    for file in _files([one for one in report.faults if one.mend == "file"]):
        yield f"{file} has gone or changed: put it back, or ingest it from where it is now, then run: {repair}"


def _ingest(call: Namespace, faults: Sequence[Fault]) -> str:
    return command_line(call, "ingest", *(_files(faults) or ["PATH"]))


def _anew() -> str:
    return "minutebook --library NEW ingest PATH"


def _files(faults: Sequence[Fault]) -> list[str]:
    return sorted({one.file for one in faults if one.file})
