"""An ingestion's account of itself in a file, for another program to follow: a line of JSON for each step.

A line is written whole or, where the process is killed, not to its end; such a last line is passed over.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from index.types import Outcome, Progress

EVERY = 16  # passages between two lines: a fraction of a second of encoding


@dataclass(frozen=True, slots=True)
class Account:
    """How far an ingestion had come when its file was read, and what became of each file so far."""

    done: int
    total: int
    encoded: int
    outcomes: tuple[Outcome, ...]


@contextmanager
def written_to(path: Path | None) -> Iterator[Callable[[Progress], None]]:
    """Give what writes each step of an ingestion to a file, or does nothing where there is none."""
    if path is None:
        yield lambda _: None
        return
    with path.open("w", encoding="utf-8", buffering=1) as file:

        def write(step: Progress) -> None:
            if step.outcome or step.encoded % EVERY == 1:
                file.write(json.dumps(asdict(step), default=_day, ensure_ascii=True) + "\n")

        yield write


def read_account(path: Path) -> Account | None:
    """Return what a file tells of an ingestion, or None where it tells nothing yet."""
    if not path.is_file():
        return None
    done = total = encoded = 0
    outcomes: list[Outcome] = []
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.endswith("\n"):
                break
            step = json.loads(line)
            done, total, encoded = step["done"], step["total"], step["encoded"]
            if step["outcome"]:
                outcomes.append(_outcome(step["outcome"]))
    return Account(done, total, encoded, tuple(outcomes)) if total else None


def _outcome(told: dict[str, Any]) -> Outcome:
    held_on = told.pop("held_on")
    return Outcome(**told, held_on=date.fromisoformat(held_on) if held_on else None)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in an account")
