"""Searching within limits that a caller sets, and hits as citations: shared by the command line and the API."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.process import extractOne
from rapidfuzz.utils import default_process

from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from index.limits import folded
from search.cite import cite
from search.find import QuestionError, query_of, search
from search.json_forms import HitForm, hit_to_json
from search.scene import scene_of
from search.types import Citation, Hit, Query


@dataclass(frozen=True, slots=True)
class Limits:
    """What a caller limits a search to, over and above what the query itself says."""

    body: str | None = None
    kind: Kind | None = None
    since: date | None = None
    until: date | None = None


def search_within(library: Library, encoder: Encoder, text: str, limit: int, limits: Limits) -> tuple[Hit, ...]:
    """Return the hits of a query, best first, within the limits given."""
    return search(library, encoder, read_within(library, encoder, text, limits), limit)


def read_within(library: Library, encoder: Encoder, text: str, limits: Limits) -> Query:
    """Return the query as it is read, with the limits given in place of its own."""
    query = query_of(library, encoder, text)
    _check(limits, [one.body for one in scene_of(library, encoder).coverage.bodies if one.body])
    given = {"body": limits.body, "dates": limits.since or limits.until}
    return replace(
        query,
        limits=tuple(one for one in query.limits if not (one.of and given.get(one.of))),
        bodies=(limits.body,) if limits.body else query.bodies,
        kinds=(limits.kind,) if limits.kind else query.kinds,
        since=limits.since or query.since,
        until=limits.until or query.until,
    )


def _check(limits: Limits, held: Sequence[str]) -> None:
    """Raise a ``QuestionError`` where no meeting can lie within the limits: to find nothing would be no answer."""
    if limits.since and limits.until and limits.since > limits.until:
        raise QuestionError(f"No day is from {limits.since} to {limits.until}: give the earlier day first.")
    if limits.body and folded(limits.body) not in map(folded, held):
        near = extractOne(limits.body, sorted(set(held)), processor=default_process)
        which = f"is it {near[0]}?" if near else "no body is named in the papers held"
        raise QuestionError(f"No paper held is of a body called “{limits.body}”: {which}")


def cited(library: Library, hits: Sequence[Hit]) -> list[tuple[Hit, Citation]]:
    """Return hits with their citations; a hit whose words do not stand on its page is not shown."""
    found = ((hit, cite(library, hit.passage, hit.passage.text, hit.rank, hit.copies)) for hit in hits)
    return [(hit, citation) for hit, citation in found if citation]


def hits_to_json(library: Library, hits: Sequence[Hit]) -> list[HitForm]:
    """Return hits as JSON objects, each a citation with its rank, score and text."""
    return [hit_to_json(citation, hit.rank, hit.score, hit.passage.text) for hit, citation in cited(library, hits)]
