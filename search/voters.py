"""Who voted on which side, and who abstained: the names as the minutes list them, under their side."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.types import Vote
from corpus.votes import outcome_of, side_of, sides_in
from index.encoder import Encoder
from index.library import Library
from search.asking import GROUPS
from search.attendance import same_person
from search.compose import Quoted, Section
from search.decided import title_of
from search.minutes import WholeMinute
from search.motions import WAYS, Side, meant
from search.moved import LINE, Motion, Sentence, holds, motions_of
from search.premises import NAMED
from search.reasons import WHY
from search.scene import Scene
from search.telling import TITLED
from search.trim import sentences
from search.types import Citation, Query
from search.votes import PROCEDURE, minute_of

SIDES: tuple[tuple[Side, re.Pattern[str]], ...] = tuple(
    (side, re.compile(rf"\b(?:who|which (?:\w+ )?(?:members?|councillors?|cllrs?))\b.*\b{way}", re.IGNORECASE))
    for side, way in WAYS
)
"""How a question asks for the names of a side."""
FINAL = re.compile(r"\b(?:final|last|substantive)\b", re.IGNORECASE)
"""Which of several votes at one minute: amendments are voted on before."""


VOTING = re.compile(
    r"\b(?i:vot(?:e|es|ed|ing)|abst[ae]\w+|opposed|dissent\w*)\b|\b(?i:for|against|favour) ?[(,\d–-]|"
    r"\b(?:For|FOR|Against|AGAINST)\b"
)
WHO_VOTED = re.compile(
    rf"{TITLED}[a-z]|(?i:{GROUPS.pattern})|"
    r"\b(?i:unanim\w+|nobody|no[- ]one|all (?:members|councillors|present|those))\b|"
    r"\b[A-Z]\.? ?[A-Z][a-z'’-]+\b|\b[A-Z][a-z'’-]+,? (?:and )?[A-Z][a-z'’-]+\b|"
    r"\([A-Z]{2,3}\b|\b[A-Z]{2,3}\)|\b[A-Z]{2,3}(?:,| and) [A-Z]{2,3}\b"
)
"""Somebody in a sentence that tells of a vote: a name, a group, or all of them."""
CASTING: dict[Side, str] = {"for": "(?:in favour|for)", "against": "against", "abstain": "abst"}
"""On which side the casting vote was, of who is named by office alone."""

MEMBER = re.compile(
    r"\b(?:how|which way|did|has|does)\b (?:did )?"
    r"(?P<who>(?:cllr|councillor|mrs?|ms|miss|dr|sir|dame|lord|lady)\.?(?: [\w'’-]+){1,4}?) "
    r"(?P<voted>vote|voted|support|oppose|back|abstain)\b",
    re.IGNORECASE,
)
"""How it is asked on which side one member was: "how did Mr Hood vote on the budget"."""
OPEN = re.compile(r"^\W*(?:did|has|have|how|whether)\b|\b(?:for or against|against or for)\b", re.IGNORECASE)
"""How it is asked on which side somebody was: the list of the other side tells that too."""


def voted_otherwise(library: Library, query: Query, citations: Iterable[Citation]) -> bool:
    """Say whether somebody is said to have voted as the votes cited do not have it: "why did Mr Hood vote against"."""
    said = next((side for side, way in WAYS if re.search(way, query.text, re.IGNORECASE)), None)
    people = [found["name"] for found in NAMED.finditer(query.text)]
    if said is None or not people or OPEN.search(query.text):
        return False
    cited = list(citations)
    records = {sha256: library.record(sha256) for sha256 in {one.sha256 for one in cited}}
    passages = library.passages([one.passage for one in cited])
    minutes = {minute_of(records[one.sha256], passage) for one, passage in zip(cited, passages, strict=True)}
    tallies = [tally for minute in minutes if minute for vote in minute.votes for tally in vote.tallies]
    return any(
        sides and said not in sides
        for person in people
        for sides in [{one.side for one in tallies if any(same_person(name, person) for name in one.names)}]
    )


def names_voters(query: Query, words: str) -> bool:
    """Say whether some sentence on a vote names anybody who may be on the side asked for; a tally names nobody."""
    side = next((side for side, asked in SIDES if asked.search(query.text)), None)
    casting = rf"(?i)\b(?:chair\w*|mayor|leader)\b[^.\d]{{0,30}}\bvot\w+ {CASTING[side]}\b" if side else r"(?!)"
    parts = sentences(words.replace(":", ","))  # the names go on behind their side
    return any((VOTING.search(one) and WHO_VOTED.search(one)) or re.search(casting, one) for one in parts)


def asks_side(query: Query) -> bool:
    """Say whether a question asks who voted on a side."""
    return any(asked.search(query.text) for _, asked in SIDES)


def voters(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section]:
    """Return the side asked for of the newest vote that the question means; nothing where no names of it are held."""
    side = next((side for side, asked in SIDES if asked.search(query.text)), None)
    if side is None or NAMED.search(query.text):
        return []
    for minute, motion, vote in _votes_meant(library, encoder, scene, query):
        if listed := _listed(library, minute, vote, side):
            return [_told(minute, motion, listed)]
    return []


def member_vote(library: Library, encoder: Encoder, scene: Scene, query: Query) -> list[Section] | None:
    """Return the side of the vote that is meant on which a member stands; None where that is not asked, or not named.

    Nothing is told where the member is on no side of it: who was absent voted on nothing.
    """
    asked = MEMBER.search(query.text)
    if asked is None or WHY.search(query.text):
        return None
    rest = re.sub(rf"{re.escape(asked['who'])}(?: {asked['voted']})?", " ", query.topic, flags=re.IGNORECASE)
    votes = _votes_meant(library, encoder, scene, replace(query, topic=" ".join(rest.split())))
    named = next((one for one in votes if any(tally.names for tally in one[2].tallies)), None)
    if named is None:
        return None
    minute, motion, vote = named
    member = asked["who"].title()
    side = next((one.side for one in vote.tallies if any(same_person(name, member) for name in one.names)), None)
    return [_told(minute, motion, _listed(library, minute, vote, side))] if side else []


def _told(minute: WholeMinute, motion: Motion, listed: Sequence[Sentence]) -> Section:
    """Return the names of a side, and then what was voted on."""
    what = [one for one in motion.ended if one not in listed and not side_of(one[1])][:1]
    return Section(title_of(minute.parts[0]), tuple(Quoted(part, words) for part, words in (*listed, *what)))


def _votes_meant(
    library: Library, encoder: Encoder, scene: Scene, query: Query
) -> list[tuple[WholeMinute, Motion, Vote]]:
    """Return the motions that a question means with the votes on them; of a minute the last where it asks for that.

    A vote on whether to vote is meant where there is no other.
    """
    _, motions = meant(library, encoder, scene, query)
    every = [(minute, motion, motion.vote) for minute, motion in motions if motion.vote]
    voted = [one for one in every if not (one[1].words and PROCEDURE.search(one[1].words[0][1]))] or every
    if not voted or not FINAL.search(query.text):
        return voted
    minute = voted[0][0]
    last = [motion for other, motion, _ in voted if other is minute][-1]
    if "amendment" not in query.text.casefold():
        last = _put_last(library, minute, last)
    return [(minute, last, last.vote)] if last.vote else []


def _put_last(library: Library, minute: WholeMinute, motion: Motion) -> Motion:
    """Return the motion that an amendment was to, which is put once they all are; what is no amendment is itself."""
    every = [one for one in motions_of(library, minute) if one.vote]
    behind = every[every.index(motion) :]
    return next((one for one in behind if not one.amends), motion)


def _listed(library: Library, minute: WholeMinute, vote: Vote, side: Side) -> list[Sentence]:
    """Return the line of a side with the names under it, those of each passage together.

    Where the sides run on in a sentence, what stands between the word of that side and the next.
    """
    if running := _running(library, minute, vote, side):
        return running
    found: list[Sentence] = []
    here: Side | None = None
    for span in vote.spans:
        text = library.page(span.paper, span.page).text
        for line in LINE.finditer(text, span.start, span.end):
            begun = side_of(line.group())
            if begun is not None:
                here = begun[0]
            elif outcome_of(line.group()):
                here = None
            holder = next((one for one in minute.parts if holds(one, span.page, line.start())), None)
            if here != side or holder is None or not line.group().strip():
                continue
            words = " ".join(line.group().split())
            if found and found[-1][0] is holder:
                words = f"{found.pop()[1]} {words}"
            found.append((holder, words))
    return found


def _running(library: Library, minute: WholeMinute, vote: Vote, side: Side) -> list[Sentence]:
    """Return the words of a side where the sides run on in a sentence: "in favour: … (4). Against: … (2)."."""
    for span in vote.spans:
        text = library.page(span.paper, span.page).text[span.start : span.end]
        sides = list(sides_in(text))
        if all(not text[:start].rpartition("\n")[2].strip() for _, start, _ in sides):
            continue  # each on a line of its own
        for told, start, end in sides:
            holder = next((one for one in minute.parts if holds(one, span.page, span.start + start)), None)
            if told == side and holder is not None:
                return [(holder, " ".join(text[start:end].split()))]
    return []
