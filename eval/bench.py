"""``make bench``: speed and memory of Minutebook beside the plain stack, in one run on one machine.

Prints a Markdown table; every stage runs in a process of its own, so that neither side warms the other.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from statistics import median, quantiles

from rich.console import Console

from eval.memory import Run, watch
from eval.topics import read_topics

SET = Path(__file__).parent / "sets" / "papers"
PAPERS = Path(__file__).resolve().parents[2] / "shared" / "papers" / "kent"
MINUTEBOOK = Path(sys.executable).with_name("minutebook")  # the command that users run
COLD = 5  # cold starts timed: enough for a median that one busy moment does not move
MIB = 1024 * 1024

console = Console(stderr=True)


def main() -> None:
    """Measure both sides and print what was found."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench", description="Speed and memory beside the plain stack."
    )
    parser.add_argument("papers", type=Path, nargs="?", default=PAPERS, help="a folder of PDFs")
    papers = parser.parse_args().papers
    if not papers.is_dir():
        sys.exit(f"{papers} is not a folder of papers: name one, as in python -m eval.bench FOLDER")
    questions = "\n".join(topic.question for topic in read_topics(SET / "topics.tsv"))
    with tempfile.TemporaryDirectory() as scratch:
        sys.stdout.write(measure(papers, questions, Path(scratch)))


def measure(papers: Path, questions: str, scratch: Path) -> str:
    """Run every stage of both sides and return the table."""
    library, index = scratch / "library", scratch / "plain"
    read = json.loads(_run("reading and record alone", "eval.bench_ours", "read", papers).output)
    ingested = _run("ingestion, whole", MINUTEBOOK, "--library", library, "ingest", papers)
    answered = json.loads(_run("questions, warm", "eval.bench_ours", "ask", library, questions=questions).output)
    cold = [
        _run("a question, cold", MINUTEBOOK, "--library", library, "ask", "what was agreed", "--json")
        for _ in range(COLD)
    ]
    plain = _run("plain stack: ingestion", "eval.bench_plain", "ingest", papers, index)
    plain_read = json.loads(plain.output)
    plain_answered = json.loads(
        _run("plain stack: questions, warm", "eval.bench_plain", "ask", index, questions=questions).output
    )
    plain_cold = [
        _run("plain stack: a question, cold", "eval.bench_plain", "cold", index, "what was agreed") for _ in range(COLD)
    ]
    pages = read["pages"]
    reading = read["reading"] + read["record"]
    rows = [
        ("pages", f"{pages:,}", f"{plain_read['pages']:,}"),
        ("passages", f"{read['passages_held']:,}", f"{plain_read['chunks']:,}"),
        ("reading, pages a second", f"{pages / read['reading']:.0f}", f"{pages / plain_read['reading']:.0f}"),
        ("record, pages a second", f"{pages / read['record']:.0f}", "none"),
        ("reading and record, pages a second", f"{pages / reading:.0f}", "none"),
        (
            "passages encoded a second",
            f"{read['a_second']:.1f}",
            f"{plain_read['chunks'] / plain_read['encoding']:.1f}",
        ),
        ("encoding, pages a second", f"{pages / read['encoding']:.1f}", f"{pages / plain_read['encoding']:.1f}"),
        ("ingestion in all, pages a second", f"{pages / ingested.seconds:.1f}", f"{pages / plain.seconds:.1f}"),
        ("ingestion, times the plain stack", f"{plain.seconds / ingested.seconds:.2f}", "1"),
        ("ingestion, peak memory, MiB", f"{ingested.peak / MIB:.0f}", f"{plain.peak / MIB:.0f}"),
        ("search, warm, ms: median / 95th", _ms(answered["search"]), _ms(plain_answered["search"])),
        ("ask, warm, ms: median / 95th", _ms(answered["ask"]), "none"),
        ("a cold question, s (median of 5)", _cold(cold), _cold(plain_cold)),
    ]
    lines = [
        "| | Minutebook | plain stack |",
        "|---|---|---|",
        *(f"| {name} | {ours} | {theirs} |" for name, ours, theirs in rows),
    ]
    return "\n".join(lines) + "\n"


def _run(what: str, command: str | Path, *words: object, questions: str | None = None) -> Run:
    start = [str(command)] if isinstance(command, Path) else [sys.executable, "-m", command]
    with console.status(f"{what}…"):
        run = watch([*start, *map(str, words)], questions)
    console.print(f"{what}: {run.seconds:.1f} s, {run.peak / MIB:.0f} MiB")
    return run


def _ms(took: list[float]) -> str:
    return f"{median(took):.0f} / {quantiles(took, n=20)[-1]:.0f}"


def _cold(runs: list[Run]) -> str:
    return f"{median(run.seconds for run in runs):.2f}"


if __name__ == "__main__":
    main()
