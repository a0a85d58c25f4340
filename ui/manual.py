"""The manual of the command line, made from the commands themselves so that it cannot say anything else.

``python -m ui.manual`` writes docs/command-line.md; ``python -m ui.manual --check`` says whether it is out of date.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from ui.arguments import build_parser

MANUAL = Path(__file__).resolve().parent.parent / "docs" / "command-line.md"
WIDTH = "100"  # columns of the help that is quoted, whatever the terminal at hand
OPENING = """# The command line

Made from the commands by `python -m ui.manual`; change the commands, not this page.

Exit status: 0 done, 1 some papers failed (each is named), 2 called wrongly. An error is one line. With `--json`,
standard output holds JSON alone.
"""


def manual() -> str:
    """Return the manual as Markdown: the command line's own help, then every command's."""
    os.environ["COLUMNS"] = WIDTH
    parser = build_parser()
    parts = [OPENING, _section(parser)]
    parts.extend(_section(command) for command in _commands(parser))
    return "\n".join(parts)


def _commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for action in parser._actions:  # argparse has no public way to list subcommands
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.values()


def _section(parser: argparse.ArgumentParser) -> str:
    return f"## {parser.prog}\n\n```\n{parser.format_help().rstrip()}\n```\n"


def main() -> None:
    """Write the manual, or check it."""
    wanted = manual()
    if "--check" not in sys.argv:
        MANUAL.write_text(wanted, encoding="utf-8")
    elif not MANUAL.is_file() or MANUAL.read_text(encoding="utf-8") != wanted:
        sys.exit("docs/command-line.md is out of date: run python -m ui.manual and commit what it writes")


if __name__ == "__main__":
    main()
