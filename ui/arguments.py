"""The command line's words: every command, its arguments and what they mean.

argparse rather than typer: it starts in 20 ms, and every complaint of it can be one line.
"""

import argparse
import os
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NoReturn, get_args

from corpus.types import Kind
from search.styles import Style

LIBRARY = Path("library")  # where a library stands when nobody says otherwise: in the working folder
HOST = "127.0.0.1"  # this machine only: who serves others says so
PORT = 7860  # the port that Gradio's users expect
MOST_WORKERS = 64  # each holds the encoder and the vectors in memory
FORMATS = ("csv", "jsonl", "docx", "md")  # those of ui.export, which `search` need not wait for
LIMIT = 10  # hits of a search: what fits on a screen


class CalledWronglyError(Exception):
    """The command line cannot be understood; the message is one line with the mend."""


class _Parser(argparse.ArgumentParser):
    """A parser that raises its complaints instead of printing several lines and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise the complaint, with where to read more."""
        raise CalledWronglyError(f"{message}; see {self.prog} --help")


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the call as understood: ``command``, ``library`` and the command's own arguments."""
    call = build_parser().parse_args(arguments)
    call.library = getattr(call, "library", None) or Path(os.environ.get("MINUTEBOOK_LIBRARY") or LIBRARY)
    return call


def command_line(call: argparse.Namespace, *words: str) -> str:
    """Return a command that a user can paste, naming the library as this call did."""
    library = [] if call.library == LIBRARY else ["--library", str(call.library)]
    return shlex.join(["minutebook", *library, *words])


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the whole command line."""
    shared = _Parser(add_help=False)
    shared.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        default=argparse.SUPPRESS,  # so that the place after the command does not wipe out the place before it
        help=f"the folder of the library (MINUTEBOOK_LIBRARY, or {LIBRARY}/ in the working folder)",
    )
    parser = _Parser(
        prog="minutebook",
        description="Search and cited answers over a council's own papers.",
        parents=[shared],
    )
    parser.add_argument("--version", action="store_true", help="print the version and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, summary: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=summary, description=_sentence(summary), parents=[shared])

    _ingest(command("ingest", "read papers, or folders of papers, into the library; only new or changed ones"))
    _ask(command("ask", "answer a question in the record's own words, with citations"))
    _search(command("search", "list the passages that match, best first"))
    _thread(command("thread", "follow an item across meetings: recommended, agreed, asked back, seen again, corrected"))
    _minutes(command("minutes", "print the record as parsed from one paper"))
    _papers(command("papers", "say what is held and what is not: bodies, meetings, dates, gaps"))
    _withdraw(command("withdraw", "take a paper out of the library, for a stated reason"))
    _correct(command("correct", "put right the body or the date that a paper was taken for, for a stated reason"))
    _check(command("check", "say whether the library is whole, and what is not"))
    _serve(command("serve", "open the reading room and its API for browsers on this machine"))
    command("admin-password", "make the setting that lets the library's administrator in, from a password")
    command("mcp", "give assistants the record over the Model Context Protocol, on standard input and output")
    _evaluate(command("evaluate", "measure search and answers against the evaluation set, or reading against its gold"))
    return parser


def _sentence(summary: str) -> str:
    return summary[0].upper() + summary[1:] + "."


def _ingest(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help="a PDF, a Word document (.docx), a saved web page or Markdown, or a folder searched for them",
    )
    parser.add_argument(
        "--include-exempt", action="store_true", help="take in papers marked as exempt from publication as well"
    )
    parser.add_argument("--include-withdrawn", action="store_true", help="take withdrawn papers in again")
    parser.add_argument(
        "--progress",
        type=Path,
        metavar="FILE",
        help="write each step to FILE as a line of JSON, for another program to follow",
    )


def _ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "question",
        nargs="+",
        metavar="QUESTION",
        help="the question; - reads one a line and prints a JSON object a line, unless another form is asked for",
    )
    _json(parser)
    parser.add_argument(
        "--cite",
        choices=get_args(Style),
        metavar="STYLE",
        help=f"write each source as it is pasted: {', '.join(get_args(Style))} (with bibtex, standard output holds "
        "the entries alone); links begin with MINUTEBOOK_ADDRESS where that is set",
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        metavar="F",
        help=f"write a working file to standard output: {', '.join(FORMATS)}",
    )


def _search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help="words to look for; - reads one query a line and prints a JSON object a line",
    )
    _json(parser)
    parser.add_argument("--limit", type=_count, default=LIMIT, metavar="N", help=f"how many hits (default {LIMIT})")
    parser.add_argument("--body", metavar="B", help="only this body: a committee, a council meeting")
    parser.add_argument("--kind", choices=get_args(Kind), metavar="K", help=f"only this kind: {_kinds()}")
    parser.add_argument("--from", dest="since", type=_day, metavar="DATE", help="meetings from this day, 2025-02-25")
    parser.add_argument("--to", dest="until", type=_day, metavar="DATE", help="meetings up to this day")


def _thread(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("query", nargs="+", metavar="QUERY", help="the item: words of it, or a minute and its meeting")
    _json(parser)


def _minutes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paper", metavar="PAPER", type=_paper, help="a paper's file, or the file name or SHA-256 of a paper held"
    )
    _json(parser)


def _papers(parser: argparse.ArgumentParser) -> None:
    _json(parser)


def _withdraw(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paper", metavar="PAPER", type=_paper, help="the file name of the paper, or its SHA-256")
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--reason", metavar="TEXT", type=_reason, help="why, kept in the library")
    either.add_argument("--undo", action="store_true", help="let a withdrawn paper be ingested again")


def _correct(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paper", metavar="PAPER", type=_paper, help="the file name of the paper, or its SHA-256")
    parser.add_argument("--body", metavar="B", help="the body whose paper it is")
    parser.add_argument("--date", dest="held_on", type=_day, metavar="DATE", help="the day of its meeting, 2025-02-25")
    parser.add_argument("--reason", metavar="TEXT", type=_reason, help="why, shown with the paper")
    parser.add_argument("--undo", action="store_true", help="take the correction of the paper back")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--repair", action="store_true", help="mend what can be mended")


def _serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default=HOST, help=f"address to listen on (default {HOST}: this machine only)")
    parser.add_argument("--port", type=_port, default=PORT, metavar="N", help=f"port to listen on (default {PORT})")
    parser.add_argument(
        "--base", default="", metavar="PATH", help="the path that a reverse proxy serves it under, such as /minutes"
    )
    parser.add_argument(
        "--workers", type=_workers, default=1, metavar="N", help="processes that answer side by side (default 1)"
    )


def _evaluate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        nargs="?",
        choices=("answers", "steps", "record"),
        default="answers",
        metavar="WHAT",
        help="answers (default): put every question, keep the run, write a report; steps: what each step of retrieval "
        "is worth and costs; record: how rightly papers are read, held against their gold, every miss listed",
    )
    over = "samples (default) or sample-pairs; or of a council met for the first time: aldermere, melvershire, "
    over += (
        "reports, strathfarnie, thornmere, wharnebeck, various; over the real papers: papers, readers, pairs, rounds"
    )
    parser.add_argument("--set", metavar="NAME", help=over)
    parser.add_argument("--baseline", metavar="RUN", help="the run to compare with (default: the one kept for the set)")
    parser.add_argument("--note", metavar="TEXT", help="what is special about this run")


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON and nothing else")


def _kinds() -> str:
    return ", ".join(get_args(Kind))


def _typed(read: Callable[[str], int], text: str, wanted: str) -> int:
    try:
        return read(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not {wanted}") from None


def _count(text: str) -> int:
    number = _typed(int, text, "a number of hits")
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is too few: ask for 1 hit or more")
    return number


def _workers(text: str) -> int:
    number = _typed(int, text, "a number of processes")
    if not 1 <= number <= MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text} is no number of processes from 1 to {MOST_WORKERS}")
    return number


def _port(text: str) -> int:
    number = _typed(int, text, "a port number")
    if not 0 <= number <= 65535:  # the range of TCP ports; 0 lets the system choose
        raise argparse.ArgumentTypeError(f"{text} is not a port: give a number up to 65535")
    return number


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date like 2025-02-25") from None


def _paper(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("name the paper")
    return text


def _reason(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("give the reason in words")
    return text.strip()
