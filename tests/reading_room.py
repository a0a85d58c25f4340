"""A small library made by the command line itself, for the tests of the screens, and a server over it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

SAMPLES = (
    "families-2025-03-04-pack.pdf",
    "families-2025-03-04-printed-minutes.pdf",
    "families-2025-10-14-printed-minutes.pdf",
)
RECORD = (  # papers between which items come back, are called in, confirmed and scanned
    "cabinet-2024-07-10-printed-minutes.pdf",
    "cabinet-2025-02-12-printed-minutes.pdf",
    "cabinet-2025-07-09-pack.pdf",
    "cabinet-2025-11-12-printed-minutes.pdf",
    "families-2024-06-18-printed-minutes.pdf",
    "families-2024-10-15-signed-minutes-scan.pdf",
    "families-2024-12-05-pack.pdf",
    "families-2025-03-04-pack.pdf",
    "families-2025-03-04-printed-minutes.pdf",
    "families-2025-10-14-printed-minutes.pdf",
    "planning-2024-09-12-minutes.pdf",
)
SCRIPT = "<script>document.title='broken'</script>"
PICTURE = "<img src=x onerror=\"document.title='broken'\">"
HOSTILE = (
    "Borough of Example",
    "Roads Committee",
    "Minutes of the meeting of the Roads Committee held on Monday 5 May 2025",
    "PRESENT: Councillor Ash (Chair)",
    f"7. THE ROUNDABOUT {SCRIPT}",
    f"RESOLVED: That the roundabout {PICTURE} be built, ${{alert(1)}} {{{{7*7}}}} at Quarry Lane.",
)


def run(*arguments: str, stdin: str | None = None, env: Mapping[str, str] | None = None) -> tuple[int, str, str]:
    """Run the command line as a process and return its status, output and errors."""
    done = subprocess.run(
        [sys.executable, "-m", "ui.cli", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parent.parent), "COLUMNS": "100", **(env or {})},
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout, done.stderr


def write_pdf(path: Path, lines: tuple[str, ...]) -> Path:
    """Set lines one under the other on a page."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for number, line in enumerate(lines):
        canvas.setFont("Helvetica-Bold" if line[:1].isdigit() else "Helvetica", 11)
        canvas.drawString(60, 780 - 24 * number, line)
    canvas.save()
    return path


def make_library(folder: Path, samples: Path) -> tuple[Path, tuple[int, str, str]]:
    """Ingest a few sample papers, a hostile one and one that is no PDF; return the library and what was said."""
    papers = folder / "papers"
    papers.mkdir()
    for name in SAMPLES:
        shutil.copy(samples / name, papers)
    write_pdf(papers / "roads <b>minutes<b>.pdf", HOSTILE)
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7\nnot really\n")
    library = folder / "library"
    return library, run("--library", str(library), "ingest", str(papers))


@contextmanager
def served(library: Path, base: str = "", env: Mapping[str, str] | None = None, workers: int = 1) -> Iterator[str]:
    """Serve a library on a free port of this machine, under a path where one is given; yield the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "ui.cli",
            "--library",
            str(library),
            "serve",
            "--port",
            str(port),
            "--base",
            base,
            "--workers",
            str(workers),
        ],
        cwd=Path(__file__).resolve().parent.parent,
        env={**os.environ, **(env or {})},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        for _ in range(600):  # a minute: gradio is slow to import on a busy machine
            if process.poll() is not None:
                raise RuntimeError(f"the server ended: {process.stderr.read() if process.stderr else ''}")
            try:
                with urllib.request.urlopen(f"{address}/accessibility", timeout=5):  # noqa: S310  # our own address
                    break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(60)  # one of several processes that is just starting ends when it has started
