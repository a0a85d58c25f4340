"""Which row of a table a question chooses: that of a reference, that of the council whose paper it is."""

import re
from collections.abc import Sequence

from corpus.types import Span
from index.library import Library
from index.types import Passage
from search.bodies import place_of
from search.needs import Need, held_terms
from search.numbered import REFERENCE
from search.telling import tells_row
from search.years import years_asked

VALUES = re.compile(r"[A-Z][a-z]+(?: [a-z]+)?:\s*[-–£]?\d.*:\s*[-–£]?\d")
PAIRS = 2  # names over figures in one passage, from which they are a habit


def rows_of_references(needs: Sequence[Need], runs: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows of the references asked for: each stands in a table with those of others."""
    asked = [need for need in needs if REFERENCE.fullmatch(need.shown)]
    return [row for run in runs for row in run if any(need.met(held_terms(row)) for need in asked)]


def own_row(passage: Passage, runs: Sequence[Sequence[str]], needs: Sequence[Need]) -> str:
    """Return the row of the council whose paper it is, where the question names none: "Leicester", beside "England"."""
    rows = [row for run in runs for row in run]
    place = place_of(passage.meeting.council)
    own = [row for row in rows if (head_of(row.lstrip("— ")),) == place and tells_row(row)]
    return own[0] if len(own) == 1 and not any(need.met(held_terms(row)) for need in needs for row in rows) else ""


def row_of_noun(noun: Sequence[str], runs: Sequence[Sequence[str]], needs: Sequence[Need]) -> str:
    """Return the row of figures that names what is counted, where few do: of several that which meets the most."""
    rows = [row for run in runs for row in run if tells_row(row)]
    held = {row: held_terms(row) for row in rows}
    shares = {row: sum(term in terms for term in noun) for row, terms in held.items() if noun and noun[-1] in terms}
    best = [row for row, share in shares.items() if share == max(shares.values())]
    if not best or 2 * len(best) >= len(rows):
        return ""
    return max(best, key=lambda row: sum(need.weight for need in needs if need.met(held[row])))


def over_columns(need: Need, runs: Sequence[Sequence[str]]) -> bool:
    """Say whether a year is asked for that stands over a column: it chooses no row."""
    return bool(years_asked(need.shown)) and any(len(run) > 1 and need.met(held_terms(run[0])) for run in runs)


def head_of(row: str) -> str:
    """Return the first word of a row, in lower case; nothing of an empty one."""
    return row.split()[0].casefold() if row.strip() else ""


def paired(library: Library, passage: Passage) -> list[list[str]]:
    """Return the rows of a table in which names stand over their figures, each with them; nothing of another table.

    Runs as those of ``runs_of``: what follows on the page, and may be quoted as one.
    """
    rows = _rows(library, passage)
    named = [at for at in range(len(rows) - 1) if not _values(rows[at][0]) and _values(rows[at + 1][0])]
    if len(named) < PAIRS or 2 * len(named) < len(rows) - 1:
        return []
    runs: list[list[str]] = [[]]
    at = 0
    while at < len(rows):
        text, beside = rows[at]
        if not beside:
            runs.append([])
        if at in named and rows[at + 1][1]:
            text, at = f"{text} {rows[at + 1][0]}", at + 1
        runs[-1].append(text)
        at += 1
    return [run for run in runs if run]


def with_figures(library: Library, passage: Passage, quote: str) -> str:
    """Return a quoted row with the row right below where that has its figures, each under a label of its own."""
    rows = _rows(library, passage)
    at = next((place for place, (row, _) in enumerate(rows[:-1]) if row and quote.endswith(row)), None)
    if at is None or _values(rows[at][0]) or not _values(rows[at + 1][0]) or not rows[at + 1][1]:
        return quote
    return f"{quote} {rows[at + 1][0]}"


def _values(row: str) -> bool:
    """Say whether a row is figures with their labels: "Latest: 96% Target: 98% Previous: 96%"."""
    return VALUES.match(row) is not None


def _rows(library: Library, passage: Passage) -> list[tuple[str, bool]]:
    """Return the words of each span of a passage, and whether nothing on the page parts it from the one before."""
    found: list[tuple[str, bool]] = []
    before: Span | None = None
    for span in passage.spans:
        text = library.page_text(span.paper, span.page).text
        beside = before is not None and before.page == span.page and not text[before.end : span.start].strip()
        found.append((" ".join(text[span.start : span.end].split()), beside))
        before = span
    return found
