"""The entry of the command line: understands the call, runs the command, and turns every failure into one line."""

import importlib
import logging
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence

from ui.names import taken_name

DONE, FAILED, CALLED_WRONGLY = 0, 1, 2  # the contract's exit statuses

# Each command's module is imported when it is called: a cold `ask` may not wait for the browser's side.
COMMANDS = {
    "ingest": "ui.keeping",
    "withdraw": "ui.keeping",
    "correct": "ui.correcting",
    "check": "ui.keeping",
    "ask": "ui.asking",
    "search": "ui.asking",
    "thread": "ui.threads",
    "minutes": "ui.showing",
    "papers": "ui.showing",
    "serve": "ui.serving",
    "admin-password": "ui.admin_password",
    "mcp": "ui.mcp_server",
    "evaluate": "ui.measuring",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one call of ``minutebook`` and return its exit status: 0 done, 1 some papers failed, 2 called wrongly."""
    complaint = taken_name()
    if complaint:
        return _complain(complaint, CALLED_WRONGLY)
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt:
        return 130  # what a shell expects of a program that Ctrl-C ended
    except BrokenPipeError:
        # The reader has left (`| head`): say nothing, and keep Python from saying it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(arguments: list[str]) -> int:
    from corpus.errors import MinutebookError, PaperError
    from ui.arguments import CalledWronglyError, build_parser, parse

    try:
        call = parse(arguments)
        if call.version:
            return _print_version()
        if not call.command:
            build_parser().print_help(sys.stderr)
            return CALLED_WRONGLY
        _set_streams(json=getattr(call, "json", False))
        _set_logging()
        status = _function(call.command)(call)
        sys.stdout.flush()
    except SystemExit as end:  # argparse after --help
        return int(end.code or 0)
    except PaperError as error:
        return _complain(str(error), FAILED)
    except (MinutebookError, CalledWronglyError) as error:
        return _complain(str(error), CALLED_WRONGLY)
    except BrokenPipeError:
        raise
    except OSError as error:
        return _complain(f"{error.filename or 'The system'}: {error.strerror or error}.", FAILED)
    except Exception as error:  # the last place that can keep a traceback from the user
        if os.environ.get("MINUTEBOOK_TRACE"):
            raise
        what = f"{type(error).__name__}: {error}"
        mend = "run it again with MINUTEBOOK_TRACE=1 and report what it prints"
        return _complain(f"Minutebook itself failed ({what}); {mend}.", FAILED)
    return status


def _function(command: str) -> Callable[[Namespace], int]:
    function: Callable[[Namespace], int] = getattr(
        importlib.import_module(COMMANDS[command]), command.replace("-", "_")
    )
    return function


def _print_version() -> int:
    from importlib.metadata import version

    sys.stdout.write(f"minutebook {version('minutebook')}\n")
    return DONE


def _set_streams(json: bool) -> None:
    """Make output survive any terminal: JSON is UTF-8 always, words for people fall back to a question mark."""
    if json:
        # A lone surrogate from a badly encoded argument becomes its JSON escape.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a text stream
    else:
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a text stream
    sys.stderr.reconfigure(errors="replace")  # type: ignore[union-attr]  # a text stream


def _set_logging() -> None:
    """Send logged slips to the trace where one is wanted, and nowhere else: users are told in one line."""
    if os.environ.get("MINUTEBOOK_TRACE"):
        logging.basicConfig(level=logging.INFO)
    else:
        logging.getLogger().addHandler(logging.NullHandler())


def _complain(message: str, status: int) -> int:
    from ui.plain import one_line

    sys.stderr.write(one_line(message) + "\n")
    return status


if __name__ == "__main__":
    sys.exit(main())
