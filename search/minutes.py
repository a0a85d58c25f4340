"""Whole minutes gathered from the passages found: "That report be noted" answers by the heading above it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.phrases_kept import APPLICATION_NUMBER
from corpus.phrasing import opening
from index.library import Library
from index.types import Filter, Passage
from search.candidates import Candidate
from search.evidence import Evidence, weigh
from search.needs import Need, held_terms
from search.retrieve import minute_key
from search.scene import Scene

CONSIDERED = 12  # minutes looked at whole: below these none was ever the right one in tuning
OF_A_PIECE = 60  # words of a minute that speaks of one thing only, whatever its decision calls it
SHORT_MINUTE = 150  # words of a minute that is quoted whole
DECISIONS = 4  # of one minute told with its debate: of more only few concern the question
SPOKEN_OF = 0.3  # share of the question that a part must hold for its words to be meant, and not others for them
DECIDED_SO = 0.5  # of the best part's share, for a decision: it words what was debated otherwise
PASSING = 0.8  # of the best part's share, for another part of a minute on something else
APPLICATION = re.compile(r"\W*(?:\(?\w{1,3}[.)]\s+)?(?:[A-Z\d][A-Z\d /,.'’&()–-]{11,}|\d{2}/\d{3,})")
"""How the part on one application begins: "88 HIGH STREET (APPLICATION 2/01)", "19/0612 received 10.9.19"."""
LONGEST_MINUTE = 400  # passages: the longest seen has some 150


@dataclass(frozen=True, slots=True)
class WholeMinute:
    """All parts of one minute, from the best of the papers that print it, and how it was found."""

    parts: tuple[Passage, ...]  # in the order of the paper
    score: float  # of its best part
    closeness: float | None  # of its closest part; None where none was compared

    @property
    def decisions(self) -> tuple[Passage, ...]:
        """The parts that are decisions, in order."""
        return tuple(part for part in self.parts if part.kind == "decision")

    @property
    def private(self) -> bool:
        """Say whether the public was excluded from any of it."""
        return any(part.private for part in self.parts)

    @property
    def words(self) -> str:
        """All words of the minute, its debate and its votes among them."""
        return " ".join(part.text for part in self.parts)

    def of_heading(self, needs: Sequence[Need]) -> Evidence:
        """Return the evidence of the heading alone, with the context line that carries it."""
        return weigh(needs, held_terms(self.parts[0].heading, self.parts[0].context))

    def of_decisions(self, needs: Sequence[Need], *, bound: bool = True) -> Evidence:
        """Return the evidence of the heading with the one decision under it that meets the needs best."""
        return self._best(self.decisions, needs, bound=bound)

    def of_parts(self, needs: Sequence[Need], *, bound: bool = True) -> Evidence:
        """Return the evidence of the heading with the one part that meets the needs best.

        Words scattered over a long debate prove nothing: each of them may be about something else.
        """
        return self._best(self.parts, needs, bound=bound)

    def mattering(self, needs: Sequence[Need], found: Sequence[str]) -> tuple[Passage, ...]:
        """Return the parts that answer: what was found, by families in their order, then what the minute adds to it.

        A short minute is given whole. Of a long one it is the best of the debate and what was decided; of many
        decisions those alone that meet the needs best.
        """
        told = [part for part in self.parts if part.kind in {"discussion", "decision"}]
        others = self._on_others(needs, found)
        told = [part for part in told if part.id not in others]
        if sum(len(part.text.split()) for part in told) <= OF_A_PIECE:
            return tuple(sorted(told, key=lambda part: part.family != found[0]))
        shares = {part.id: weigh(needs, held_terms(part.text)).share for part in told}
        most = max(shares.values(), default=0.0)
        if most >= SPOKEN_OF and not self.of_heading(needs).share:  # in passing: what was decided is of something else
            least = {"decision": DECIDED_SO * most, "discussion": PASSING * most}
            behind = _decided_behind(told, found[0])
            told = [
                part for part in told if part.family in found or part is behind or shares[part.id] >= least[part.kind]
            ]
            return tuple(sorted(told, key=lambda part: part.family != found[0]))
        if sum(len(part.text.split()) for part in told) <= SHORT_MINUTE:
            return tuple(sorted(told, key=lambda part: part.family != found[0]))
        debate = [part for part in told if part.kind == "discussion"]
        best = max(debate, key=lambda part: (shares[part.id], -part.position), default=None)
        decided = max((shares[part.id] for part in told if part.kind == "decision"), default=0.0)
        few = len(self.decisions) <= DECISIONS
        chosen = [
            part
            for part in told
            if part.family in found
            or part is best
            or (part.kind == "decision" and (few or (decided > 0 and shares[part.id] >= decided)))
        ]
        return tuple(sorted(chosen, key=lambda part: part.family != found[0]))

    def _on_others(self, needs: Sequence[Need], found: Sequence[str]) -> frozenset[str]:
        """Return those decisions, each on its own application, that meet the needs less than another of them."""
        own = [one for one in self.decisions if on_its_own_matter(one) and one.family not in found]
        shares = {one.id: weigh(needs, held_terms(one.text)).share for one in self.decisions}
        return frozenset(one.id for one in own if shares[one.id] < max(shares.values()))

    def _best(self, parts: Sequence[Passage], needs: Sequence[Need], *, bound: bool) -> Evidence:
        made = [
            weigh(
                needs,
                held_terms(part.heading, part.context, part.text, part.meeting.council),
                self.closeness,
                bound=bound,
            )
            for part in parts
        ]
        return max(made, key=lambda evidence: (evidence.confidence, evidence.share))


def on_its_own_matter(decision: Passage) -> bool:
    """Say whether a decision names the application that it is on, as each row of a town's observations does."""
    return opening(APPLICATION_NUMBER).match(decision.text) is not None


def _decided_behind(parts: Sequence[Passage], family: str) -> Passage | None:
    """Return the decision right behind a part of a minute that names an application, one of several: that on it."""
    at = next((place for place, part in enumerate(parts) if part.family == family), len(parts))
    behind = parts[at + 1 : at + 2]
    named = bool(behind) and parts[at].kind == "discussion" and APPLICATION.match(parts[at].text)
    return behind[0] if named and behind[0].kind == "decision" else None


def whole_minutes(library: Library, scene: Scene, candidates: Iterable[Candidate]) -> tuple[WholeMinute, ...]:
    """Return the minutes to which the candidates belong, in the order of their best candidates."""
    found: dict[tuple[str, ...], list[Candidate]] = {}
    for candidate in candidates:
        key = minute_key(candidate.passage)
        if key is not None and (key in found or len(found) < CONSIDERED):
            found.setdefault(key, []).append(candidate)
    ids = {key: library.select(_where(members[0].passage), LONGEST_MINUTE) for key, members in found.items()}
    passages = {one.id: one for one in library.passages(sorted({one for some in ids.values() for one in some}))}
    minutes = []
    for key, members in found.items():
        # A long meeting printed in many papers may have more passages than are listed: what was found always counts.
        listed = {one: passages[one] for one in ids[key]} | {one.passage.id: one.passage for one in members}
        parts = [one for one in listed.values() if minute_key(one) == key]
        best = max(member.score for member in members)
        close = max((one.closeness for one in members if one.closeness is not None), default=None)
        minutes.append(WholeMinute(_best_printing(parts, scene), best, close))
    return tuple(minutes)


def _where(passage: Passage) -> Filter:
    day = passage.meeting.held_on
    if day is None or not passage.meeting.body:
        return Filter(papers=(passage.paper,), minute=passage.minute)
    councils = (passage.meeting.council,) if passage.meeting.council else ()
    return Filter(bodies=(passage.meeting.body,), since=day, until=day, minute=passage.minute, councils=councils)


def _best_printing(parts: Sequence[Passage], scene: Scene) -> tuple[Passage, ...]:
    """Return the parts as one paper prints them: text before what was read by character recognition, then the best."""
    papers: dict[str, list[Passage]] = {}
    for part in parts:
        papers.setdefault(part.paper, []).append(part)
    best = min(
        papers.values(),
        key=lambda some: (
            any(one.ocr for one in some),
            *scene.standing_of_paper(some[0].paper, some[0].meeting.held_on),
        ),
    )
    return tuple(sorted(best, key=lambda part: part.position))
