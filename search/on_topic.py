"""Which minutes an item's chain is made of: those that speak of its topic, or go on under its heading."""

from collections.abc import Callable, Sequence
from datetime import date

from index.types import Passage
from index.words import terms
from search.candidates import Candidate
from search.coming_back import AGAIN, NAMED, bare_heading, only_names, own_words
from search.evidence import weigh
from search.minutes import WholeMinute
from search.needs import Need, held_terms, needs_of
from search.scene import Scene

FLOOR = 0.5  # share of the topic that a minute must hold: less is another matter
NEAR = 0.75  # of the best minute's share that the others must hold
SUBJECT = 0.6  # share that a heading must hold for the whole minute to be about the topic
ALSO = 0.4  # of the topic, for a minute that speaks of what was asked back in the words of its heading
PARTLY = 0.2  # of the topic, for a heading under which it may go on: that of a standing item has nothing of it
WHOLLY = 0.75  # of a heading's words, that the topic must have for the minute to be about it: "Precept" of a year's


def on_topic(
    minutes: Sequence[WholeMinute], needs: Sequence[Need], scene: Scene, asked: Callable[[Passage], str]
) -> list[WholeMinute]:
    """Return the minutes that speak of the topic, in the order of their days.

    "Young carers' travel" continues the chain of a bus pass: what was asked back is also known by its heading, and by
    the words ``asked`` for, and what had a heading of its own goes on under it.
    """
    dated = [one for one in minutes if one.parts[0].meeting.held_on]
    best = max(dated, key=lambda one: most(one, needs), default=None)
    dated = [one for one in dated if best and _council(one) == _council(best)]  # each council has its own phone box
    shares = [most(one, needs) for one in dated]
    enough = max(FLOOR, NEAR * max(shares, default=0.0))
    kept = [one for one, share in zip(dated, shares, strict=True) if share >= enough]
    goes_on = _goes_on(kept, needs, scene, asked)
    kept += [one for one, share in zip(dated, shares, strict=True) if ALSO <= share < enough and goes_on(one)]
    return sorted(kept, key=lambda one: moment(one.parts[0]))


def _goes_on(
    kept: Sequence[WholeMinute], needs: Sequence[Need], scene: Scene, asked: Callable[[Passage], str]
) -> Callable[[WholeMinute], bool]:
    """Return what says whether a minute goes on with what those kept are of."""
    asking = [(one, [part for part in one.decisions if asked(part)]) for one in kept if names(one, needs)]
    asking = [(one, parts) for one, parts in asking if parts]
    said = [one.parts[0].heading or "" for one, _ in asking]
    said += [words for _, parts in asking for part in parts if share_of(words := asked(part), needs) >= NAMED]
    wanted = (needs_of(words, scene.lexicon) for words in dict.fromkeys(said))
    sought = [also for every in wanted if (also := own_words(kept[0].parts[0], every))]
    headings = {_bare(one) for one in kept if share_of(one.parts[0].heading, needs) >= PARTLY}

    def goes_on(minute: WholeMinute) -> bool:
        if most(minute, needs) >= FLOOR and len(_bare(minute)) > 1 and _bare(minute) in headings:
            return True
        if any(only_names(minute.parts[0].heading, one.parts[0], scene) for one, _ in asking):
            return True
        return any(own_share(part, also) >= AGAIN for part in minute.parts for also in sought)

    return goes_on


def share_of(words: str | None, needs: Sequence[Need]) -> float:
    """Return the share of the topic that words hold."""
    return weigh(needs, held_terms(words)).share


def _bare(minute: WholeMinute) -> tuple[str, ...]:
    """Return the words of a heading that are of every year: "Food programme 2023/24" is that of 2024/25."""
    of_heading = terms(bare_heading(minute.parts[0].heading or ""))
    return tuple(term for term in of_heading if not any(character.isdigit() for character in term))


def likely_first(candidates: Sequence[Candidate], needs: Sequence[Need]) -> list[Candidate]:
    """Return the candidates, those that hold enough of the topic before the others: only so many are looked at."""
    return sorted(candidates, key=lambda one: own_share(one.passage, needs) < FLOOR)


def _council(minute: WholeMinute) -> str | None:
    return minute.parts[0].meeting.council


def about(minute: WholeMinute, needs: Sequence[Need], scene: Scene) -> bool:
    """Say whether the whole minute is about the topic, and not a word in passing.

    Its heading holds most of the topic, or says nothing else: that of "Precept" is about the precept of a year.
    """
    heading = minute.parts[0].heading
    share = share_of(heading, needs)
    if share < NAMED or share >= SUBJECT:
        return share >= SUBJECT
    words = [one for one in needs_of(bare_heading(heading or ""), scene.lexicon) if not one.beside]
    return bool(words) and weigh(words, held_terms(*(text for need in needs for text in need.texts))).share >= WHOLLY


def adds(minute: WholeMinute, decisions: Sequence[Passage], needs: Sequence[Need]) -> bool:
    """Say whether debate tells more of the topic than what was decided with it, under a heading that has only a part.

    "Streetlights" decided something on one street's, and spoke of the one that is asked for.
    """
    heading = share_of(minute.parts[0].heading, needs)
    decided = max(own_share(part, needs) for part in decisions)
    debated = max((own_share(part, needs) for part in minute.parts if part.kind == "discussion"), default=0.0)
    return heading < SUBJECT and debated >= SUBJECT and debated > decided


def names(minute: WholeMinute, needs: Sequence[Need]) -> bool:
    """Say whether the heading belongs to the topic at all: that of a work programme does not."""
    return share_of(minute.parts[0].heading, needs) >= NAMED


def most(minute: WholeMinute, needs: Sequence[Need]) -> float:
    """Return the greatest share of the needs that a part of a minute holds."""
    return max(own_share(part, needs) for part in minute.parts)


def own_share(passage: Passage, needs: Sequence[Need]) -> float:
    """Return the share of the needs that a passage and its heading hold; the body's name is nobody's topic."""
    return weigh(needs, held_terms(passage.heading, passage.text)).share


def moment(passage: Passage) -> tuple[date, str, int]:
    """Return what puts passages in the order of their days."""
    return (passage.meeting.held_on or date.min, passage.meeting.body or "", passage.position)
