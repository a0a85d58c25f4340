"""Keeps what is gathered from a whole library until the library changes."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from index.derived import Derived
from index.library import Library

T = TypeVar("T")


def once_a_generation(gather: Callable[[Library], T]) -> Callable[[Library], T]:
    """Make a function of a library keep its result for all views of the same generation."""
    kept: WeakKeyDictionary[Derived, T] = WeakKeyDictionary()

    @wraps(gather)
    def gathered(library: Library) -> T:
        if library.derived not in kept:
            kept[library.derived] = gather(library)
        return kept[library.derived]

    return gathered
