"""Which row of a table a question chooses: that of a reference, that of the council whose paper it is."""

from collections.abc import Sequence

from index.library import Library
from index.types import Passage
from search.bodies import place_of
from search.needs import Need, held_terms
from search.question import REFERENCE
from search.telling import tells_row
from search.years import years_asked


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


def over_columns(need: Need, runs: Sequence[Sequence[str]]) -> bool:
    """Say whether a year is asked for that stands over a column: it chooses no row."""
    return bool(years_asked(need.shown)) and any(len(run) > 1 and need.met(held_terms(run[0])) for run in runs)


def head_of(row: str) -> str:
    """Return the first word of a row, in lower case; nothing of an empty one."""
    return row.split()[0].casefold() if row.strip() else ""


def with_figures(library: Library, passage: Passage, quote: str) -> str:
    """Return a quoted row with the row right below where it has no figure and that one has: a name over its figures."""
    texts = {span.page: library.page_text(span.paper, span.page).text for span in passage.spans}
    rows = [" ".join(texts[span.page][span.start : span.end].split()) for span in passage.spans]
    at = next((place for place, row in enumerate(rows[:-1]) if row and quote.endswith(row)), None)
    if at is None or tells_row(quote) or not tells_row(rows[at + 1]):
        return quote
    one, two = passage.spans[at], passage.spans[at + 1]
    beside = one.page == two.page and not texts[one.page][one.end : two.start].strip()
    return f"{quote} {rows[at + 1]}" if beside else quote
