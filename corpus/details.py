"""What a PDF says of itself: its outline, page labels, title, dates, encryption and attachments."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject

from corpus.errors import PaperError

MOST_ENTRIES = 5_000  # the longest pack has some hundreds of bookmarks; more is an attack or a fault
MOST_DEPTH = 16  # levels of bookmarks or of a name tree
MOST_TITLE = 500  # characters of one bookmark or title

log = logging.getLogger(__name__)
_Value = TypeVar("_Value")
_FAULTS = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OSError)
"""What pypdf raises on malformed structures; what could not be read is left out, since reading goes on without it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """One entry of a PDF's outline.

    Example: ``Bookmark(title="8 High Needs Block", level=0, page=29)``.
    """

    title: str
    level: int  # from 0
    page: int | None  # of the PDF, from 1; None where it leads nowhere


@dataclass(frozen=True, slots=True)
class Details:
    """What a PDF says of itself; whatever it does not say, or says badly, is empty."""

    title: str | None = None
    author: str | None = None
    created: datetime | None = None
    changed: datetime | None = None
    encrypted: bool = False
    outline: tuple[Bookmark, ...] = ()
    labels: tuple[str, ...] = ()  # of each page, where the file labels its pages
    attachments: tuple[str, ...] = ()  # names


def read_details(path: Path) -> Details:
    """Return what a PDF says of itself; only a file that is no PDF at all raises a ``PaperError``."""
    try:
        reader = PdfReader(path)
        encrypted = reader.is_encrypted
        if encrypted and not reader.decrypt(""):
            return Details(encrypted=True)
    except _FAULTS as error:
        raise PaperError(f"{path.name}: damaged, what it says of itself cannot be read; fetch it again") from error
    said = _tried(lambda: reader.metadata, None, path)
    return Details(
        title=_tried(lambda: _text(said.title) if said else None, None, path),
        author=_tried(lambda: _text(said.author) if said else None, None, path),
        created=_tried(lambda: said.creation_date if said else None, None, path),
        changed=_tried(lambda: said.modification_date if said else None, None, path),
        encrypted=encrypted,
        outline=_tried(lambda: tuple(_outline(reader)), (), path),
        labels=_tried(lambda: tuple(reader.page_labels) if "/PageLabels" in reader.root_object else (), (), path),
        attachments=_tried(lambda: tuple(sorted(_attachments(reader))), (), path),
    )


def _tried(ask: Callable[[], _Value], otherwise: _Value, path: Path) -> _Value:
    """Return what is asked for, or ``otherwise`` where the file's own structure is at fault."""
    try:
        return ask()
    except _FAULTS as error:
        log.info("%s: a part of what it says of itself is malformed (%s)", path.name, type(error).__name__)
        return otherwise


def _text(value: object) -> str | None:
    """Return a string of the file with its white space folded, or None where it says nothing."""
    return " ".join(str(value).split())[:MOST_TITLE] or None if value is not None else None


def _outline(reader: PdfReader) -> Iterator[Bookmark]:
    """Walk the outline from entry to entry, each once, so that one that leads back to itself ends."""
    if "/Outlines" not in reader.root_object:
        return
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)
               if page.indirect_reference is not None}  # fmt: skip
    names = reader.named_destinations if "/Names" in reader.root_object or "/Dests" in reader.root_object else {}
    seen: set[int] = set()
    waiting = [(reader.root_object["/Outlines"].get_object().get("/First"), 0)]  # type: ignore[union-attr] # may be
    while waiting and len(seen) < MOST_ENTRIES:
        reference, level = waiting.pop()
        entry = reference.get_object() if reference is not None else None
        if not isinstance(entry, DictionaryObject) or id(entry) in seen:
            continue
        seen.add(id(entry))
        waiting.append((entry.get("/Next"), level))
        if level + 1 < MOST_DEPTH:
            waiting.append((entry.get("/First"), level + 1))
        title = _text(entry.get("/Title"))
        if title:
            yield Bookmark(title, level, _target(entry, numbers, names))


def _target(entry: DictionaryObject, numbers: dict[int, int], names: Any) -> int | None:
    """Return the page to which a bookmark leads."""
    goal = entry.get("/Dest")
    if goal is None and isinstance(entry.get("/A"), DictionaryObject | IndirectObject):
        goal = entry["/A"].get_object().get("/D")  # type: ignore[union-attr] # a dictionary, or the caller passes over it
    goal = goal.get_object() if goal is not None else None
    if isinstance(goal, str):
        named = names.get(goal)
        goal = named.dest_array if named is not None else None
    page = goal[0] if isinstance(goal, list) and goal else None
    return numbers.get(page.idnum) if isinstance(page, IndirectObject) else None


def _attachments(reader: PdfReader) -> Iterator[str]:
    """Yield the names of attached files without opening any."""
    names = reader.root_object.get("/Names")
    tree = names.get_object().get("/EmbeddedFiles") if names is not None else None
    waiting = [(tree, 0)]
    given = 0
    while waiting:
        reference, depth = waiting.pop()
        node = reference.get_object() if reference is not None else None
        if not isinstance(node, DictionaryObject) or depth > MOST_DEPTH:
            continue
        pairs = node.get("/Names")
        for name in list(pairs.get_object())[::2] if pairs is not None else []:
            given += 1
            if given > MOST_ENTRIES:
                return
            yield str(name)[:MOST_TITLE]
        kids = node.get("/Kids")
        waiting.extend((kid, depth + 1) for kid in (list(kids.get_object())[:MOST_ENTRIES] if kids is not None else []))
