"""What became of a proposal: whether something was agreed is told by what its minute resolved, and not as proposed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.library import Library
from index.types import Passage
from search.candidates import Candidate
from search.decided import listed, resolved_behind
from search.draft import Draft
from search.minutes import whole_minutes
from search.moved import ENDED
from search.proposed import OTHERWISE, WHETHER
from search.reading import SEEMS, read
from search.retrieve import Found, minute_key
from search.scene import Scene

SPOKEN_OF = "The minutes held record no decision on this. The papers speak of it:"
SETTLED = re.compile(
    rf"{ENDED.pattern}|"
    r"\b(?:agreed?|resolved|approved?|adopted|endorsed?|ratified|authorised|refused?|rejected|deferred|postponed|granted|"
    r"dismissed|declined|withdrawn|carried|lost|defeated|unanimous\w*|voted|\d (?:for|against)|decided|decision|"
    r"awarded|allowed|permitted|accepted|appointed|completed|implemented|introduced|confirmed|supported)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What says of something how it ended, or that it was done: what is only proposed has none of it."""
PROPOSED = re.compile(
    r"\b(?:propos\w+|recommend\w+|sought|seek\w*|request\w*|would|moved|suggest\w+|options?)\b", re.IGNORECASE
)
READ = 3  # passages read of what speaks of a matter
NOTED = re.compile(r"\b(?:be|is|was|were) (?:\w+ )?(?:noted|received)\b", re.IGNORECASE)


def speaking(draft: Draft | None, found: Found) -> Draft | None:
    """Return the draft; None where it tells what speaks of a matter on which none is decided, and that does not.

    It is read beside the matter alone: beside a question of what was agreed it answers nothing, and is not meant to.
    """
    if draft is None or draft.outcome != "not_decided":
        return draft
    told = [one.passage for section in draft.sections for one in section.quoted][:READ]
    return draft if not told or max(read(found.query.topic, told)) >= SEEMS else None


def settled(library: Library, scene: Scene, found: Found, draft: Draft | None) -> Draft | None:
    """Return the draft, a proposal that is told in place of a decision behind what was resolved at its minute.

    Where nothing was, or no more than that it be noted, the draft says that no decision is recorded; None where what it
    tells is not of the matter at all.
    """
    query = found.query
    whether = query.want == "decision" and WHETHER.search(query.text) and not OTHERWISE.match(query.text)
    if draft is None or not whether or draft.outcome not in {"answered", "not_decided"}:
        return draft
    quoted = [one for section in draft.sections for one in section.quoted]
    told = [one.passage for one in quoted]
    if not told or draft.confidence is None or any(one.kind != "discussion" for one in told):
        return draft
    if any(SETTLED.search(one.quote) for one in quoted) or not PROPOSED.search(told[0].text):
        return draft
    if max(read(query.topic, told[:READ])) < SEEMS:
        return None
    ended = _ended(library, scene, found, told[0])
    if ended and not all(NOTED.search(one.text) for one in ended):
        sections = [*listed(library, scene, ended), *draft.sections]
        return replace(draft, outcome="answered", opening="", sections=sections)
    return replace(draft, outcome="not_decided", opening=SPOKEN_OF)


def _ended(library: Library, scene: Scene, found: Found, spoken: Passage) -> Sequence[Passage]:
    """Return what was resolved on what a part of a minute speaks of; nothing where its minute resolved nothing."""
    minutes = whole_minutes(library, scene, [Candidate(spoken, 0.0, 0.0)]) if minute_key(spoken) else ()
    return resolved_behind(minutes[0], spoken, found.needs, at_once=False) if minutes else ()
