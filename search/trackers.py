"""What another body's tracker says of the body that is to act: scrutiny lists what Cabinet has replied to, and when."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Kind
from index.encoder import Encoder
from index.library import Library
from search import facts
from search.compose import Section
from search.draft import Draft
from search.evidence import weigh
from search.needs import Need, held_terms, needs_of
from search.retrieve import retrieve
from search.scene import Scene
from search.types import Query, Want

ROWS: tuple[Kind, ...] = ("table",)
NO_ROW: frozenset[Want] = frozenset({"attendance", "declaration", "figure"})
"""What no list of actions tells."""
ON_IT = 0.6  # of the question's words, that a row must hold to be read at all
ASKED = re.compile(
    r"\b(?:repl(?:y|ied|ies)|respon\w+|answer(?:s|ed)?|call(?:s|ed)?|recommend\w*|request\w*|scrutin\w+(?:['’]s)?|"
    r"agree[ds]?|accept\w*|approv\w*|decide[ds]?|decision|consider\w*|act(?:ed|ion)? on|committee(?:['’]s)?)\b",
    re.IGNORECASE,
)
"""What is asked of such a row, in whatever words it has it; all else that is asked must stand in it."""
IN_ANOTHERS = "Nothing in the papers of {} answers this. A list kept by {} has:"


def tracked(library: Library, encoder: Encoder, scene: Scene, query: Query) -> Draft | None:
    """Return the row of another body's list that names the body asked about and holds the matter; None where none does.

    The body that a question names is the one that is to act, and not always the one whose papers tell whether it did.
    """
    if not query.bodies or query.want in NO_ROW:
        return None
    rows = replace(retrieve(library, encoder, replace(query, bodies=(), kinds=ROWS), scene), query=query)
    for one in facts.weighed(library, rows):
        body = one.candidate.passage.meeting.body
        if body is None or body in query.bodies or one.evidence.strict_missing or one.evidence.share < ON_IT:
            continue
        sections = facts.sections(library, scene, [one.candidate], rows.quotable)
        if sections and _tells(query, needs_of(ASKED.sub(" ", query.topic), scene.lexicon), sections):
            opening = IN_ANOTHERS.format(" or ".join(query.bodies), body)
            return Draft("answered", opening, sections, one.evidence.confidence)
    return None


def _tells(query: Query, needs: Sequence[Need], sections: Sequence[Section]) -> bool:
    """Say whether the row that would be quoted names one of the bodies and is on the matter by itself."""
    words = " ".join(one.quote for section in sections for one in section.quoted)
    named = any(body.casefold() in words.casefold() for body in query.bodies)
    return named and bool(needs) and not weigh(needs, held_terms(words)).missing
