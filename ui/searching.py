"""Searching within limits that a caller sets, and hits as citations: shared by the command line and the API."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.fuzz import WRatio
from rapidfuzz.utils import default_process

from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from index.limits import folded
from index.types import BodyCoverage
from search.cite import body_named, cite
from search.declining import unheard_of
from search.find import QuestionError, query_of, search
from search.json_forms import HitForm, SearchForm, hit_to_json, search_to_json
from search.scene import scene_of
from search.types import Citation, Hit, Query
from ui.citing import lasting_link

MOST_NAMED = 3  # bodies of one name that are offered for a slip: more are looked up in the list of what is held


class NoDayError(QuestionError):
    """Days that no meeting can lie between, because the later one was given first."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a caller limits a search to, over and above what the query itself says."""

    body: str | None = None  # "Cabinet", or with its council as labels have it: "Cabinet, Kent County Council"
    kind: Kind | None = None
    since: date | None = None
    until: date | None = None


def search_within(library: Library, encoder: Encoder, text: str, limit: int, limits: Limits) -> tuple[Hit, ...]:
    """Return the hits of a query, best first, within the limits given."""
    return search(library, encoder, read_within(library, encoder, text, limits), limit)


def read_within(library: Library, encoder: Encoder, text: str, limits: Limits) -> Query:
    """Return the query as it is read, with the limits given in place of its own."""
    query = query_of(library, encoder, text)
    body, council = _placed(limits, scene_of(library, encoder).coverage.bodies)
    given = {"body": body, "council": council, "dates": limits.since or limits.until}
    return replace(
        query,
        limits=tuple(one for one in query.limits if not (one.of and given.get(one.of))),
        bodies=(body,) if body else query.bodies,
        councils=(council,) if council else query.councils,
        kinds=(limits.kind,) if limits.kind else query.kinds,
        since=limits.since or query.since,
        until=limits.until or query.until,
    )


def _placed(limits: Limits, held: Sequence[BodyCoverage]) -> tuple[str | None, str | None]:
    """Return the body within the limits and, where its name tells it, the council.

    A ``QuestionError`` where no meeting can lie within the limits: to find nothing would be no answer.
    """
    if limits.since and limits.until and limits.since > limits.until:
        raise NoDayError(f"No day is from {limits.since} to {limits.until}: give the earlier day first.")
    if not limits.body or folded(limits.body) in {folded(one.body) for one in held if one.body}:
        return limits.body, None
    for one in held:
        if one.body and one.council and folded(limits.body) == folded(_with_council(one.body, one.council)):
            return one.body, one.council
    near = " or ".join(_nearest(limits.body, held))
    which = f"is it {near}?" if near else "no body is named in the papers held"
    raise QuestionError(f"No paper held is of a body called “{limits.body}”: {which}")


def _with_council(body: str, council: str) -> str:
    """Return a body's name with its council's, as labels have them: "Cabinet, Kent County Council"."""
    named = body_named(council, body)
    return named if named == council else f"{body}, {council}"


def _nearest(asked: str, held: Sequence[BodyCoverage]) -> list[str]:
    """Return the name most like what was asked for, once for each council where several have a body of that name."""
    bodies = {(one.body, one.council) for one in held if one.body}
    known = Counter(folded(body) for body, council in bodies if council)
    alike = {}
    for body, council in bodies:
        name = _with_council(body, council) if council and known[folded(body)] > 1 else body
        alike[name] = max(WRatio(asked, words, processor=default_process) for words in (body, name))
    best = max(alike.values(), default=0)
    return sorted(name for name, like in alike.items() if like == best)[:MOST_NAMED]


def cited(library: Library, hits: Sequence[Hit]) -> list[tuple[Hit, Citation]]:
    """Return hits with their citations; a hit whose words do not stand on its page is not shown."""
    found = ((hit, cite(library, hit.passage, hit.passage.text, hit.rank, hit.copies)) for hit in hits)
    return [(hit, citation) for hit, citation in found if citation]


def search_form(library: Library, encoder: Encoder, text: str, limit: int, limits: Limits, base: str) -> SearchForm:
    """Return the result of a search within limits as a JSON object; links begin with ``base``."""
    query = read_within(library, encoder, text, limits)
    hits = hits_to_json(library, search(library, encoder, query, limit), base)
    return search_to_json(text, hits, query.limits, unheard_of(library, encoder, query))


def hits_to_json(library: Library, hits: Sequence[Hit], base: str) -> list[HitForm]:
    """Return hits as JSON objects, each a citation with its link, rank, score and text; links begin with ``base``."""
    return [
        {**hit_to_json(citation, hit.rank, hit.score, hit.passage.text), "link": lasting_link(base, citation)}
        for hit, citation in cited(library, hits)
    ]
