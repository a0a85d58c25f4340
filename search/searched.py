"""Says what was searched: bodies, dates, and the meetings of which no minutes are held."""

from collections.abc import Sequence

from index.types import BodyCoverage, Coverage
from search.dates import period_words, spoken
from search.types import Query

BODIES_NAMED = 8  # more would bury the dates
DAYS_NAMED = 4  # meetings without minutes named one by one


def searched(query: Query, coverage: Coverage) -> str:
    """Return the coverage statement of an answer: where it looked, within the question's limits.

    Example: ``Searched 1 paper (56 pages): Cabinet, 9 January 2025 to 4 March 2025. No minutes are held of Cabinet,
    13 March 2025.``
    """
    papers = f"{coverage.papers} {'paper' if coverage.papers == 1 else 'papers'}"
    inside = [one for one in coverage.bodies if _inside(one, query)]
    known = [one for one in inside if one.body and one.meetings]
    named = [_body(one, coverage) for one in known[:BODIES_NAMED]]
    if more := len(known) - len(named):
        named.append(f"{more} other {'body' if more == 1 else 'bodies'}")
    parts = [f"Searched {papers} ({coverage.pages} pages): {'; '.join(named) or 'no dated meetings'}."]
    if query.since or query.until:
        parts.append(f"Only meetings held {period_words(query.since, query.until)}.")
    if gaps := _gaps(known, query):
        parts.append(f"No minutes are held of {gaps}.")
    if coverage.pages_without_text:
        count = coverage.pages_without_text
        parts.append(f"{count} {'page has' if count == 1 else 'pages have'} no text that could be searched.")
    return " ".join(parts)


def _inside(one: BodyCoverage, query: Query) -> bool:
    return (not query.bodies or one.body in query.bodies) and (not query.councils or one.council in query.councils)


def _body(one: BodyCoverage, coverage: Coverage) -> str:
    name = one.body or ""
    if one.council and len(coverage.councils) > 1 and one.council not in name:
        name = f"{name} of {one.council}"
    if one.first and one.last and one.first != one.last:
        return f"{name}, {spoken(one.first)} to {spoken(one.last)}"
    return f"{name}, {spoken(one.first)}" if one.first else name


def _gaps(known: Sequence[BodyCoverage], query: Query) -> str:
    """Return the meetings within the question's limits of which no minutes are held, the latest first."""
    found = [
        (day, one.body or "")
        for one in known
        for day in one.without_minutes
        if (not query.since or day >= query.since) and (not query.until or day <= query.until)
    ]
    latest = sorted(found, key=lambda gap: (-gap[0].toordinal(), gap[1]))
    named = [f"{body}, {spoken(day)}" for day, body in latest[:DAYS_NAMED]]
    if more := len(latest) - len(named):
        named.append(f"{more} other {'meeting' if more == 1 else 'meetings'}")
    return "; ".join(named)
