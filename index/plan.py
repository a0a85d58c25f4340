"""Which files are new, changed, the same or gone since they were last ingested: contents decide, not dates."""

import os
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from corpus.forms import FORMS, MARKDOWN, PAGE
from index.errors import LibraryError
from index.files import File, hash_of
from index.types import Status
from index.writing import Writer

SUFFIXES = frozenset(FORMS)  # what counts as a paper in a folder; a file that is named itself is always tried
NOT_READ = {
    ".doc": "an old Word document; save it as .docx or PDF",
    ".docm": "a Word document with macros; save it as .docx or PDF",
    ".odt": "an OpenDocument text; save it as .docx or PDF",
    ".rtf": "rich text; save it as .docx or PDF",
}
"""Papers of councils in forms that are not read, by their ending: a folder's are named with what to do."""

NOTES = frozenset({"readme", "license", "licence", "changelog", "contributing", "copying", "authors", "notice", "todo"})
"""Names of Markdown files that speak of the folder that they lie in and are no papers."""


@dataclass(frozen=True, slots=True)
class Found:
    """The files that the given paths lead to."""

    papers: tuple[Path, ...]  # absolute, in order of path
    named: frozenset[Path]  # those of them that were named themselves and not through a folder
    folders: tuple[Path, ...]
    passed: tuple[tuple[Path, str], ...] = ()  # files in the folders that look like papers and are not tried, and why


@dataclass(frozen=True, slots=True)
class Left:
    """A file that needs no reading, and why: it is held as it is, or it stays out as it did before."""

    file: File
    status: Status
    reason: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What an ingestion has to do."""

    read: tuple[tuple[File, ...], ...]  # files of one paper each, the one to read first
    left: tuple[Left, ...]
    also: tuple[tuple[File, str], ...]  # further files with the contents of a paper that is held, and its name
    unreadable: tuple[tuple[Path, str], ...]  # files that could not even be opened, and why
    gone: tuple[str, ...]  # paths, as the library writes them
    passed: tuple[tuple[Path, str], ...] = ()  # files that are not tried, and why


def find(paths: Sequence[Path], library: Path) -> Found:
    """Return the papers that paths lead to, in folders those at any depth, the library's own copies left out."""
    own = library.resolve()
    papers: set[Path] = set()
    named: set[Path] = set()
    folders: set[Path] = set()
    passed: dict[Path, str] = {}
    for path in paths:
        if path.is_dir():
            folders.add(path.resolve())
            for file in _within(path.resolve()):
                if own not in file.parents and (reason := _passed_over(file)):
                    passed[file] = reason
                elif own not in file.parents:
                    papers.add(file)
        elif path.is_file():
            named.add(path.parent.resolve() / path.name)
        else:
            raise LibraryError(f"{path} is not there: name a paper or a folder of papers")
    untried = tuple(sorted((file, reason) for file, reason in passed.items() if file not in named))
    return Found(tuple(sorted(papers | named)), frozenset(named), tuple(sorted(folders)), untried)


def _within(folder: Path) -> Iterable[Path]:
    """Yield the papers of a folder, and what is not read but looks like one."""
    for at, folders, names in os.walk(folder):
        saved = {Path(name).stem for name in names if FORMS.get(Path(name).suffix.lower()) == PAGE}
        folders[:] = [name for name in folders if not name.startswith(".") and not _belongs(name, saved)]
        for name in names:
            file = Path(at, name)
            like_a_paper = file.suffix.lower() in SUFFIXES | NOT_READ.keys() and not name.startswith((".", "~$"))
            if like_a_paper and file.is_file():  # a pipe or a socket of that name would never be read to its end
                yield file


def _belongs(folder: str, saved: Set[str]) -> bool:
    """Say whether a folder holds what a browser saved with a page: ``Minutes_files`` beside ``Minutes.html``."""
    return any(folder in {f"{page}_files", f"{page}-files", f"{page}.files"} for page in saved)


def _passed_over(file: Path) -> str | None:
    """Return why a file of a folder is not tried, None where it is."""
    if FORMS.get(file.suffix.lower()) == MARKDOWN and file.stem.lower() in NOTES:
        return "notes on a folder and no paper; name the file itself to have it read"
    return NOT_READ.get(file.suffix.lower())


def plan(found: Found, writer: Writer, *, include_exempt: bool, include_withdrawn: bool, recognises: bool) -> Plan:
    """Return what is to be done with the files found, given what the library knows of them.

    A paper is read again that another version of this program read, and one with pages that had no text when nothing
    at hand recognised characters, where now something does.

    A paper that was turned away is tried again when its contents have changed, when it is named itself, or when what
    kept it out is now asked for.
    """
    known, read_as = writer.files(), writer.read_as()
    withdrawn = {} if include_withdrawn else writer.withdrawn()
    again = writer.read_otherwise() | (writer.untried() if recognises else frozenset())
    files, unreadable = _hashed(found.papers)
    left: list[Left] = []
    by_contents: dict[str, list[File]] = {}
    for file in files:
        before, status, reason = known.get(file.key, (None, "", None))
        if file.sha256 in withdrawn:
            left.append(Left(file, "refused", f"withdrawn: {withdrawn[file.sha256]}"))
        elif before == file.sha256 and status == "failed" and file.path not in found.named:
            left.append(Left(file, "failed", reason))
        elif before == file.sha256 and status == "refused" and not include_exempt:
            left.append(Left(file, "refused", reason))
        else:
            by_contents.setdefault(file.sha256, []).append(file)
    read: list[tuple[File, ...]] = []
    also: list[tuple[File, str]] = []
    here = {file.key for file in files} | {File(path, "").key for path, _ in unreadable}
    gone = _gone(known, here, found.folders, writer.folder.resolve())
    for contents, same in by_contents.items():
        first, others = _read_first(contents, same, known, gone)
        if read_as.get(contents) != first.read_as or contents in again:
            read.append((first, *others))
            continue
        for file in same:
            if known.get(file.key, ("", "", None))[:2] == (contents, "held"):
                left.append(Left(file, "skipped", None))
            else:
                also.append((file, first.path.name))
    return Plan(tuple(read), tuple(left), tuple(also), tuple(unreadable), gone, found.passed)


def _read_first(
    contents: str, same: list[File], known: Mapping[str, tuple[str, str, str | None]], gone: Sequence[str]
) -> tuple[File, list[File]]:
    """Return the file to read these contents from, the first in order of name, and the others of those found.

    Which of several was met first must not matter, since name and folder say something of the council.
    """
    elsewhere = [
        File(Path(key), contents)
        for key, (held, status, _) in known.items()
        if held == contents and status == "held" and key not in gone and key not in {file.key for file in same}
    ]
    first = min((*same, *elsewhere), key=lambda file: (file.path.name, file.path.parent.name, file.key))
    return first, [file for file in (*same, *elsewhere) if file is not first]


def _hashed(paths: Iterable[Path]) -> tuple[list[File], list[tuple[Path, str]]]:
    files, unreadable = [], []
    for path in paths:
        try:
            files.append(File(path, hash_of(path)))
        except OSError as error:
            unreadable.append((path, f"{path.name}: cannot be opened ({error.strerror}): check that it may be read"))
    return files, unreadable


def _gone(known: Iterable[str], here: set[str], folders: Sequence[Path], library: Path) -> tuple[str, ...]:
    """Return the files known in these folders that are no longer there; the library's own are not looked for."""
    inside = tuple(_within_prefix(folder) for folder in folders)
    own = _within_prefix(library)
    gone = (key for key in known if key.startswith(inside) and key not in here and not key.startswith(own))
    return tuple(sorted(gone)) if inside else ()


def _within_prefix(folder: Path) -> str:
    return f"{File(folder, '').key}{os.sep}"
