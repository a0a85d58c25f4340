"""Keeps what is worked out of passages as long as their library stays as it is: questions meet the same ones again."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from index.derived import Derived
from index.library import Library
from index.types import Passage

Of = TypeVar("Of")
Made = TypeVar("Made")
Work = Callable[[Library, Of], Made]

MOST = 20_000  # kept of each kind: what a library of some 2,000 papers has, and a few megabytes


def kept(key: Callable[[Of], Hashable]) -> Callable[[Work[Of, Made]], Work[Of, Made]]:
    """Return what makes a function of a library and something of it work that out once in a library's generation.

    ``key`` tells one thing from another within the library. Once ``MOST`` are kept, all are forgotten and begun anew.
    """

    def keeping(work: Work[Of, Made]) -> Work[Of, Made]:
        known: WeakKeyDictionary[Derived, dict[Hashable, Made]] = WeakKeyDictionary()

        @wraps(work)
        def told(library: Library, of: Of) -> Made:
            made, name = known.setdefault(library.derived, {}), key(of)
            try:
                return made[name]
            except KeyError:
                worked_out = work(library, of)
            if len(made) >= MOST:
                made.clear()
            made[name] = worked_out
            return worked_out

        return told

    return keeping


def passage_id(passage: Passage) -> str:
    """Return what tells a passage from all others of its library."""
    return passage.id
