"""The words of a passage that answer a question: what of it is quoted, and what of it is read beside the question."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby

from corpus.replies import OF_REPLIES, is_label
from index.library import Library
from index.types import Passage
from search.chosen_rows import head_of, over_columns, own_row, paired, row_of_noun, rows_of_references, with_figures
from search.cite import runs_of
from search.columns import heads
from search.following import BLANK
from search.named_rows import is_named, named, named_row, rows_with_figures
from search.needs import Need, held_terms, lettered
from search.reasons import Tells
from search.slides import is_slide, lines_of
from search.telling import Telling, tells_row
from search.trim import SHORT_ENOUGH, trimmed
from search.years import years_asked

SIGNATURE = re.compile(  # "Signed ______ Dated", at the foot of a page of minutes
    r"\W*(?:signed|signature|chair(?:man|person)?)(?![a-z])[^_.…]{0,40}(?:_{3,}|\.{4,}|…{2,})[\s_.…,:()]*"
    r"(?:(?:chair(?:man|person)?|dated?|signed)(?![a-z])[\s_.…,:()]*)*",
    re.IGNORECASE,
)
PER_CENT = re.compile(r"\d\s?(?:%|per ?cent\b)", re.IGNORECASE)
HEADED = 20  # words: no heading seen is longer, and every sentence that only repeats one may go
IN_FULL = 300  # words of a resolution: what was agreed is quoted in full wherever it is quoted
SMALL_TABLE = 40  # words of a table quoted whole: its rows are read against each other
ROWS_WHOLE = 8  # words of a row's neighbours quoted with it


def tells(telling: Telling | None, passage: Passage, words: str | None = None) -> bool:
    """Say whether a passage, or these words of it, tells what is asked for."""
    return telling is None or telling.told(passage.text if words is None else words, table=passage.kind == "table")


def quotes_of(
    library: Library,
    passage: Passage,
    needs: Sequence[Need],
    *,
    telling: Telling | None = None,
    leans: Tells | None = None,
) -> list[str]:
    """Return the words of a passage that answer: all of a short one, each stretch that stands together on its own.

    Of a long one it is the shortest stretch that holds most of what is asked for. A table gives its rows that answer.
    """
    if passage.kind == "table":
        return _of_table(library, passage, needs, telling)
    every = [run for run in runs_of(library, passage) if not BLANK.fullmatch(" ".join(run))]
    every = _without_signatures(every) or every
    every = [run for one in every if (run := one[1:] if is_label(one[0]) else one)] or every
    runs = [run for run in every if not _heads(" ".join(run), passage)] or every
    unmet = _unmet(passage, needs)
    told = _told(passage, needs, telling)
    if is_slide(runs) and (lines := lines_of(runs, unmet, told)) is not None:
        return lines
    if _length(runs) <= (IN_FULL if passage.kind == "decision" else SHORT_ENOUGH):
        return [" ".join(run) for run in runs]
    return [trimmed(runs, unmet or needs, tells=told, leans=leans)]


def _of_table(library: Library, passage: Passage, needs: Sequence[Need], telling: Telling | None) -> list[str]:
    """Return the rows of a table that answer: the one that is named alone, a small table whole where none is."""
    pairs = paired(library, passage)
    read = [run for run in pairs or runs_of(library, passage) if not BLANK.fullmatch(" ".join(run))]
    every = without_heads(library, passage, read)
    runs = [run for run in every if not _heads(" ".join(run), passage)] or every
    unmet = _unmet(passage, needs)
    told = _told(passage, needs, telling)
    letters = lettered(needs)
    if of_letter := [row for run in runs for row in run if head_of(row) in letters]:
        return of_letter[:1]
    if of_reference := rows_of_references(unmet, runs):
        return of_reference
    rows = [] if pairs else rows_with_figures(library, passage)
    choosing = [need for need in needs if is_named(rows, need) or not over_columns(need, read)]
    of_rows = [need for need in unmet if need in choosing]
    if row := named_row(rows, of_rows, choosing, told):
        return [row]
    if own := own_row(passage, runs, of_rows):
        return [own]
    if not named(rows, of_rows) and _length(runs) <= SMALL_TABLE:
        return [" ".join(run) for run in runs]
    if telling and (counted := row_of_noun(telling.noun, runs, of_rows)):
        return [with_figures(library, passage, counted)]
    chosen = trimmed(runs, of_rows or unmet or needs, whole=ROWS_WHOLE, tells=told)
    return [with_figures(library, passage, chosen)]


def _unmet(passage: Passage, needs: Sequence[Need]) -> list[Need]:
    """Return what neither the heading nor the place of a passage says already; a question says nothing of its reply."""
    asked = passage.kind in OF_REPLIES and passage.lead
    said = held_terms(passage.heading, *([] if asked else [passage.context]))
    return [need for need in needs if not need.met(said)]


def _told(passage: Passage, needs: Sequence[Need], telling: Telling | None) -> Callable[[str], bool] | None:
    """Return what says whether words tell what is asked for; None where any words may."""
    if telling and telling.sort == "share" and PER_CENT.search(passage.text):
        return _tells_share  # of a table's rows those that hold it
    if telling:
        return partial(tells, telling, passage)
    if passage.kind == "table" and any(years_asked(need.shown) for need in needs):
        return tells_row  # the heading row that names the year is no answer
    return None


def _length(runs: Sequence[Sequence[str]]) -> int:
    return sum(len(part.split()) for run in runs for part in run)


def without_heads(library: Library, passage: Passage, runs: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows of a table without those that head its columns: these share words with any question on it."""
    texts = {span: library.page_text(span.paper, span.page).text for span in passage.spans}
    over = {" ".join(texts[span][span.start : span.end].split()) for span in passage.spans if heads(library, span)}
    kept = ([row for row in run if row not in over] for run in runs)
    return [run for run in kept if run] or [list(run) for run in runs]


def _tells_share(words: str) -> bool:
    return PER_CENT.search(words) is not None


def _without_signatures(runs: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the runs without the lines left for signatures, at which a run is parted: quotations stand together."""
    kept: list[list[str]] = []
    for run in runs:
        kept += [list(parts) for told, parts in groupby(run, lambda part: SIGNATURE.fullmatch(part) is None) if told]
    return kept


def _heads(text: str, passage: Passage) -> bool:
    """Say whether the words are a heading: no more than the passage's own, with its number."""
    own = held_terms(text) - held_terms(passage.heading, passage.agenda_item, passage.minute, passage.paragraph)
    return len(text.split()) <= HEADED and text.strip()[-1:] not in ".;:" and not any(len(term) > 2 for term in own)
