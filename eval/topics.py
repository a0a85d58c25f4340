"""The questions of an evaluation set: one a line, as a user would type them, each of a kind and a split."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from corpus.errors import MinutebookError

QuestionKind = Literal[
    "decision", "who", "fact", "table", "paraphrase", "keywords", "typos", "reference", "dates", "latest", "cross",
    "superseded", "unanswerable",
]  # fmt: skip
"""What makes a question hard, so that a gain in one kind cannot hide a loss in another."""

Split = Literal["tune", "test"]
"""``tune`` may be looked at while the search is changed; ``test`` is reported apart, and nobody tunes on it."""

COLUMNS = ("id", "kind", "split", "question")


class SetError(MinutebookError):
    """A file of an evaluation set that cannot be read, with the line and the mend."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One question.

    Example: ``Topic("p-dec01", "decision", "tune", "what was agreed on LADO")``.
    """

    id: str
    kind: QuestionKind
    split: Split
    question: str


def read_rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """Return the rows of a tab-separated file with exactly these columns, or say what is wrong with it."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        if tuple(reader.fieldnames or ()) != columns:
            raise SetError(f"{path.name}: its first line must be {' '.join(columns)}, parted by tabs.")
        rows = list(reader)
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise SetError(f"{path.name}, line {number}: it needs {len(columns)} columns parted by tabs.")
    return rows


def read_topics(path: Path) -> tuple[Topic, ...]:
    """Return the questions of a ``topics.tsv``, in its order."""
    topics: list[Topic] = []
    seen: set[str] = set()
    for number, row in enumerate(read_rows(path, COLUMNS), start=2):
        kind, split = _kind(row["kind"]), _split(row["split"])
        if kind is None or split is None or not row["question"].strip():
            raise SetError(f"{path.name}, line {number}: unknown kind or split, or no question.")
        if row["id"] in seen:
            raise SetError(f"{path.name}, line {number}: the id {row['id']} is used twice.")
        seen.add(row["id"])
        topics.append(Topic(row["id"], kind, split, row["question"]))
    return tuple(topics)


def _kind(text: str) -> QuestionKind | None:
    return next((kind for kind in get_args(QuestionKind) if kind == text), None)


def _split(text: str) -> Split | None:
    return next((split for split in get_args(Split) if split == text), None)
