"""The row of a table that a question names: of several that share its words, the one whose name is nearest to them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.setting import CELL
from index.library import Library
from index.types import Passage
from index.words import terms
from search.columns import figure
from search.content import content
from search.needs import Need, held_terms
from search.telling import tells_row

TOTALS = frozenset(terms("total totals overall"))
"""What is asked of a row that is named otherwise too: "red savings total" is of the red ones."""
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with figures, and the words before the first of them.

    Example: ``Row("HRA capital expenditure 19.6 24.3 22.8", "HRA capital expenditure")``.
    """

    words: str
    name: str


def rows_with_figures(library: Library, passage: Passage) -> list[Row]:
    """Return the rows of a table that have a name and figures behind it, as they are quoted."""
    found = []
    for span in passage.spans:
        text = library.page_text(span.paper, span.page).text[span.start : span.end]
        cells = [" ".join(cell.split()) for cell in text.split(CELL)]
        at = next((n for n, cell in enumerate(cells) if figure(cell)), 0)
        if at and tells_row(" ".join(cells[at:])):
            found.append(Row(" ".join(text.split()), " ".join(filter(None, cells[:at]))))
    return found


def is_named(rows: Sequence[Row], need: Need) -> bool:
    """Say whether what is asked for stands in the name of a row: a year there is over no column."""
    return any(need.met(held_terms(row.name)) for row in rows)


def named(rows: Sequence[Row], needs: Sequence[Need]) -> list[Row]:
    """Return the rows in whose names stand words that are asked for, and that not all have."""
    telling = [need for need in needs if not all(need.met(held_terms(row.name)) for row in rows)]
    return [row for row in rows if any(need.met(held_terms(row.name)) for need in telling)]


def named_row(
    rows: Sequence[Row], unmet: Sequence[Need], needs: Sequence[Need], tells: Callable[[str], bool] | None
) -> str:
    """Return the one row that is named, in its own words; nothing where several are, or another has more of the words.

    ``unmet`` are the needs that nothing above the table meets: they choose before the others do.
    """
    meant = [row for row in named(rows, needs) if tells is None or tells(row.words)]
    if not meant:
        return ""
    asked = frozenset(term for need in needs for form in need.forms for term in form)
    asked |= frozenset(term for need in needs for term in terms(need.shown))
    apart = [need for need in unmet if not TOTALS.issuperset(terms(need.shown))]
    ranks = {row: (*(_met(some, row.name) for some in (apart, unmet, needs)), -_unasked(row, asked)) for row in meant}
    best = max(meant, key=lambda row: ranks[row])
    if not _met(unmet, best.name) and _unasked(best, asked):
        return ""  # "Social Care Operations" is not all of social care, which the heading names
    held = held_terms(best.words)
    beside = any(
        need.met(held_terms(row.name)) and not need.met(held) for row in meant for need in apart if not need.beside
    )
    fuller = any(_met(unmet, row.words) > _met(unmet, best.words) for row in rows)
    alone = [rank for rank in ranks.values() if rank == ranks[best]] == [ranks[best]]
    return best.words if alone and not beside and not fuller else ""


def _met(needs: Sequence[Need], words: str) -> float:
    held = held_terms(words)
    return round(sum(need.weight for need in needs if need.met(held)), 6)


def _unasked(row: Row, asked: frozenset[str]) -> int:
    """Count the words of a row's name that the question has not; a compound is one word: "Non-HRA" is not "HRA"."""
    meaning = {word.start for word in content(row.name)}
    words = [word for word in WORD.finditer(row.name) if any(word.start() <= at < word.end() for at in meaning)]
    return sum(not asked.issuperset(terms(word.group())) for word in words)
