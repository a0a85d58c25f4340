"""By which code papers are read: a library's papers that other code read are read again when they are next ingested."""

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

CUTTING = ("passages.py", "splitting.py", "context.py", "families.py")  # of this folder: what a record is cut with


@cache
def read_by() -> str:
    """Return a hash of the code that reads papers and cuts them into passages, 16 hexadecimal digits.

    Code that reads everything as before has another hash all the same: papers are then read once more for nothing,
    which costs time, while what a better reading finds is never missed.
    """
    reading = [one for one in files("corpus").iterdir() if one.name.endswith((".py", ".txt"))]
    cutting = [files("index").joinpath(name) for name in CUTTING]
    hashed = sha256()
    for one in sorted((*reading, *cutting), key=lambda file: file.name):
        hashed.update(one.name.encode())
        hashed.update(sha256(one.read_bytes()).digest())
    return hashed.hexdigest()[:16]


def read_otherwise(rows: Callable[[str], Sequence[tuple[Any, ...]]]) -> frozenset[str]:
    """Return the papers, by SHA-256, that a library holds as other code read them."""
    held = {paper for (paper,) in rows("SELECT sha256 FROM papers")}
    if not rows("SELECT 1 FROM sqlite_schema WHERE name = 'readings'"):
        return frozenset(held)
    return frozenset(held - {paper for paper, by in rows("SELECT paper, read_by FROM readings") if by == read_by()})


def told_otherwise(rows: Callable[[str], Sequence[tuple[Any, ...]]]) -> str:
    """Say how many papers another version read and what to do, nothing where none was.

    Example: ``"3 papers were read by another version of Minutebook; ingesting the same files again reads them anew"``.
    """
    count = len(read_otherwise(rows))
    if not count:
        return ""
    papers = f"{count:,} papers were" if count > 1 else "1 paper was"
    return f"{papers} read by another version of Minutebook; ingesting the same files again reads them anew"
