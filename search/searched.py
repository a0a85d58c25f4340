"""Says what was searched: bodies, dates, and the meetings of which no minutes are held."""

from collections.abc import Sequence
from datetime import date

from index.types import BodyCoverage, Coverage
from search.dates import period_words, spoken
from search.types import Query

BODIES_NAMED = 4  # more are told as their councils: a line of thirty bodies is not read
COUNCILS_NAMED = 6  # more would bury the dates
GAPS_NAMED = 3  # bodies whose meetings without minutes are named
DAYS_NAMED = 2  # of one body; of more their number and the latest are told


def searched(query: Query, coverage: Coverage) -> str:
    """Return the coverage statement of an answer: where it looked, within the question's limits.

    Example: ``Searched 1 paper (56 pages): Cabinet, 9 January 2025 to 4 March 2025. No minutes are held of Cabinet,
    13 March 2025.``
    """
    papers = f"{coverage.papers} {'paper' if coverage.papers == 1 else 'papers'}"
    inside = [one for one in coverage.bodies if _inside(one, query)]
    known = [one for one in inside if one.body and one.meetings]
    named = [_body(one, coverage) for one in known] if len(known) <= BODIES_NAMED else _councils(known)
    pages = f"{coverage.pages} {'page' if coverage.pages == 1 else 'pages'}"
    parts = [f"Searched {papers} ({pages}): {'; '.join(named) or 'no dated meetings'}."]
    if query.since or query.until:
        parts.append(f"Only meetings held {period_words(query.since, query.until)}.")
    if gaps := _gaps(known, query, coverage):
        parts.append(f"No minutes are held of {gaps}.")
    if coverage.pages_without_text:
        count = coverage.pages_without_text
        parts.append(f"{count} {'page has' if count == 1 else 'pages have'} no text that could be searched.")
    return " ".join(parts)


def _inside(one: BodyCoverage, query: Query) -> bool:
    return (not query.bodies or one.body in query.bodies) and (not query.councils or one.council in query.councils)


def _body(one: BodyCoverage, coverage: Coverage) -> str:
    return f"{_name(one, coverage)}{_days(one.first, one.last)}"


def _name(one: BodyCoverage, coverage: Coverage) -> str:
    name = one.body or ""
    if one.council and len(coverage.councils) > 1 and one.council not in name:
        return one.council if one.council.endswith(name) else f"{name} of {one.council}"
    return name


def _days(first: date | None, last: date | None) -> str:
    if first and last and first != last:
        return f", {spoken(first)} to {spoken(last)}"
    return f", {spoken(first)}" if first else ""


def _councils(known: Sequence[BodyCoverage]) -> list[str]:
    """Return the councils whose bodies are known, each with how many of them and from when to when."""
    grouped: dict[str, list[BodyCoverage]] = {}
    for one in known:
        grouped.setdefault(one.council or "", []).append(one)
    named = []
    for council, bodies in list(grouped.items())[:COUNCILS_NAMED]:
        count = f"{len(bodies)} {'body' if len(bodies) == 1 else 'bodies'}"
        days = [day for one in bodies for day in one.meetings]
        named.append(f"{f'{council} ({count})' if council else count}{_days(min(days), max(days))}")
    if more := len(grouped) - len(named):
        named.append(f"{more} other {'council' if more == 1 else 'councils'}")
    return named


def _gaps(known: Sequence[BodyCoverage], query: Query, coverage: Coverage) -> str:
    """Return, by body, the meetings within the question's limits of which no minutes are held, the latest first."""
    found: list[tuple[str, list[date]]] = []
    for one in known:
        days = [
            day
            for day in one.without_minutes
            if (not query.since or day >= query.since) and (not query.until or day <= query.until)
        ]
        if days:
            found.append((_name(one, coverage), sorted(days, reverse=True)))
    latest = sorted(found, key=lambda gap: (-gap[1][0].toordinal(), gap[0]))
    named = []
    for name, days in latest[:GAPS_NAMED]:
        if len(days) <= DAYS_NAMED:
            named.append(f"{name}, {' and '.join(map(spoken, days))}")
        else:
            named.append(f"{name}, {len(days)} meetings, the latest on {spoken(days[0])}")
    if more := sum(len(days) for _, days in latest[GAPS_NAMED:]):
        named.append(f"{more} other {'meeting' if more == 1 else 'meetings'}")
    return "; ".join(named)
