"""Whether a motion or an amendment was carried: which that minutes tell a question means, and how it is told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Literal

from corpus.votes import outcome_of, side_of
from index.encoder import Encoder
from index.library import Library
from search.asking import GROUPS
from search.bodies import names_council
from search.compose import Quoted, Section
from search.dates import is_month, of_then, without_days
from search.decided import title_of
from search.evidence import weigh
from search.minutes import WholeMinute, whole_minutes
from search.moved import TELLING, Motion, motions_of
from search.needs import Need, held_terms, needs_of
from search.premises import NAMED
from search.retrieve import retrieve
from search.scene import Scene
from search.types import Query
from search.votes import PROCEDURE
from search.years import apart, tells_of, years_asked

ENOUGH = 0.5  # share of what the question names that a motion must hold: less is another motion
LIKELY = 0.55  # of it, for a motion that an amendment to it has more of
NEAR = 0.9  # of the best motion's share, for another to be told beside it
MOTIONS = 8  # told in one answer: a budget meeting puts seven amendments to the vote
MOTION = re.compile(r"\b(?:motions?|amendments?|propositions?)\b", re.IGNORECASE)
FATE = re.compile(
    r"\b(?:carried|pass(?:ed|es)?|lost|los[et]|fall|fell|fail(?:ed)?|defeated|rejected|accepted|agreed|approved|adopted|"
    r"succe\w+|outcome|result|vot(?:e|es|ed|ing)|become of|became of|happen(?:ed)?|win|won|beaten|turned down|go|"
    r"figures|count|tally|numbers|added|backed|refused|thrown out|voted down|"
    r"(?:members?|council\w*|cabinet|they) (?:back|support|refuse|reject))\b",
    re.IGNORECASE,
)
"""What a question asks of a motion."""
FARED = re.compile(r"\bhow (?:did|does)\b.*\b(?:do|fare)\b", re.IGNORECASE)
"""The same around its name: "how did the amendment on vapes do"."""
ASKING = re.compile(
    rf"{MOTION.pattern}|{FATE.pattern}|\b(?:get )?amended\b|"
    r"\b(?:how many|by how|close|people|abst[ae]\w+|only|final|last|council\w*|"
    r"meeting|members?|put|for|against|favour|to the|group(?:'s)?|who|proposed|moved|seconded|put forward|tabled|"
    r"party|split|supported|back|refused?|reject|thrown out|opposed|as a whole|overall|(?:bid|attempt|push) (?:to|for)|"
    r"call for|how|did|does|do|fare|(?:did|does|do|has|have|was|were)n['’]?t|why)\b",
    re.IGNORECASE,
)
"""Words that only ask it; the rest names the motion."""
WAS_AMENDED = re.compile(r"^\W*(?:was|were|did|has|is)\b.*\bamended\b", re.IGNORECASE)
"""How it is asked whether there was an amendment."""
WHICH_ENDED = re.compile(
    r"\bwhich (?:of the )?(?:[\w'’-]+ ){0,2}?(?:amendments?|motions?) (?:[\w'’-]+ ){0,5}?"
    r"(?:(?P<lost>lost|lose|fell|failed?|defeat(?:ed)?|reject(?:ed)?|turn(?:ed)? down|voted? down)|carry|carried|"
    r"pass(?:ed)?|agreed?|adopt(?:ed)?|approved?|accept(?:ed)?|succeed(?:ed)?)\b",
    re.IGNORECASE,
)
"""Which of several ended so: one that ended otherwise is no answer."""
COUNTED = re.compile(
    r"\bhow many (?:\w+ ){0,2}?(?:voted|votes?|supported|backed|opposed|abstained)\b|"
    r"\bwhat (?:was|were) the (?:numbers|count|tally|split)\b|"
    r"\bhow (?:did|was) the (?:[\w-]+ ){0,3}?vot(?:e|ing) go\b|\bwhat was the vote on\b|"
    r"\bhow close was the vote\b|\bvot(?:e|ing) (?:count|figures?|numbers?|result|split|tally)\b|"
    r"\bvotes?\b.*\bfor\s?[/,]\s?against\b",
    re.IGNORECASE,
)
"""How a question asks for the figures of a vote."""
Side = Literal["for", "against", "abstain"]

WAYS: tuple[tuple[Side, str], ...] = (
    ("abstain", r"(?:abst(?:ain|ention)\w*|sat (?:it |the vote )?out|(?:did not|didn['’]?t) vote)\b"),
    ("against", r"(?:vot\w+ against|voted (?:no|it down)|oppos(?:ed|ing)|votes? against)\b"),
    ("for", r"(?:vot\w+ (?:for|in favour)|voted yes|votes? (?:for|in favour))\b"),
)
"""How a question names a side of a vote."""
OF_FIGURES = re.compile(r"\b(?:vot(?:e|es|ed|ing)|figures|numbers|count|tally|by how (?:much|many))\b", re.IGNORECASE)
"""What a question wants before how it ended: the figures on each side."""
BARE_VOTE = re.compile(r"^(?!.*\b(?:how|who|what|which|did|does|was|were|is|are)\b).+\bvote\b", re.IGNORECASE)
"""A vote looked for in a few words: "climate bill vote"."""
BID = re.compile(r"\b(?:(?:bid|attempt|move|push|call) to|(?:bid|call) for) \w+", re.IGNORECASE)
"""What a motion is called by who never saw it."""
OF_A_GROUP = re.compile(
    rf"{GROUPS.pattern}(?:['’]s?)?(?: group(?:['’]s)?)? (?:\w+ )?(?:budget|plan|proposal)", re.IGNORECASE
)
"""What a group put to the vote, by another name."""
OF_MOVER = re.compile(r"\b(?P<name>[a-z][\w-]+?)(?:['’]?s['’]?)? (?:motion|amendment|proposition)\b", re.IGNORECASE)
"""What a motion is called by who moved it: "the Holden amendment", "Mr Hood's motion"."""
TITLED = r"\b(?i:mr|mrs|ms|miss|dr|cllr|councillor)\.? "
ASKS_OTHER = re.compile(
    r"\b(?:who|whose|why|when|wording|words|text|in what form|which (?!(?:motion|amendment)s?\b))", re.IGNORECASE
)
"""What a question asks of a motion beside how it ended: its names, its day, its words."""


MOVER = re.compile(
    r"\bwho\b.*\b(?:propos(?:ed|ing|er)|mov(?:ed|ing|er)|second(?:ed|ing|er)|put forward|tabled|brought)\b",
    re.IGNORECASE,
)
ENDED_TOO = re.compile(
    r"\band (?:was|were|did|has|had|is|how|whether|what)\b.*\b(?:carried|pass(?:ed)?|lost|lose|agreed|votes?|defeated|"
    r"succeed|adopted|approved|outcome|result|end|go|happened)\b",
    re.IGNORECASE,
)
"""What asks besides how it ended: "who seconded the amendment and did it pass"."""
WHAT_DECIDED = re.compile(
    r"^\W*what\b.*\b(?:agreed?|approved?|adopt(?:ed)?|accept(?:ed)?|decided?|resolved?)\b", re.IGNORECASE
)
"""What asks for the resolution and not for the fate: "what was agreed on the motion on vapes"."""


def asks_of_motion(query: Query) -> bool:
    """Say whether a question asks how a motion or an amendment ended, and not who moved it or voted on it."""
    bare = BARE_VOTE.search(query.text)
    other = ASKS_OTHER.search(query.text) and not WAS_AMENDED.search(query.text)  # "was it amended, and by who"
    named = NAMED.search(query.text) or other or WHAT_DECIDED.search(query.text)
    put = MOTION.search(query.text) or BID.search(query.text) or OF_A_GROUP.search(query.text)
    ended = put and any(asked.search(query.text) for asked in (FATE, FARED, WAS_AMENDED))
    return bool(ended or bare or COUNTED.search(query.text)) and not named


def asks_mover(query: Query) -> bool:
    """Say whether a question asks who moved or seconded something."""
    return MOVER.search(query.text) is not None


def fates(library: Library, encoder: Encoder, scene: Scene, query: Query, *, moved: bool = False) -> list[Section]:
    """Return the motions that the question means, each with its vote and how it ended; empty where none is held.

    With ``moved`` who moved each and its words alone are returned.
    """
    needs, newest = meant(library, encoder, scene, query)
    if moved:
        newest = [one for one in newest if one[1].words]
        newest = [one for one in newest if not PROCEDURE.search(one[1].words[0][1])] or newest
    if which := WHICH_ENDED.search(query.text):
        newest = [one for one in newest if one[1].ended_as("lost" if which["lost"] else "carried")]
    counted = any(asked.search(query.text) for asked in (OF_FIGURES, COUNTED))
    side = next((side for side, way in WAYS if re.search(way, query.text, re.IGNORECASE)), None)
    newest = [(minute, _led_by(motion, side)) for minute, motion in newest[:MOTIONS]] if side and counted else newest
    made = [section_of(minute, motion, needs, moved=moved, counted=counted) for minute, motion in newest[:MOTIONS]]
    if moved and ENDED_TOO.search(query.text):
        made = [_with_end(section, motion) for section, (_, motion) in zip(made, newest, strict=False)]
    grouped = groupby(made, key=lambda one: one.title)
    return [Section(title, tuple(quoted for one in some for quoted in one.quoted)) for title, some in grouped]


def _with_end(section: Section, motion: Motion) -> Section:
    """Return what tells who moved a motion with how it ended behind it."""
    return replace(section, quoted=(*section.quoted, *(Quoted(part, words) for part, words in motion.ended)))


def named_matter(query: Query, scene: Scene) -> tuple[Need, ...]:
    """Return what names the matter in a question on a motion or a vote, beside the words that ask of it."""
    every = apart(needs_of(_named_by(query), scene.lexicon), years_asked(query.topic))
    said_apart = (one for one in every if not (names_council(one.shown, query.councils) or is_month(one.shown)))
    return tuple(said_apart) or every


def _named_by(query: Query) -> str:
    """Return what names a motion in a question; of which day it was is no part of its name."""
    dateless = without_days(query.topic, date.max)
    return " ".join(GROUPS.sub(" ", ASKING.sub(" ", dateless)).split())


def meant(
    library: Library, encoder: Encoder, scene: Scene, query: Query
) -> tuple[tuple[Need, ...], list[tuple[WholeMinute, Motion]]]:
    """Return what names a motion in the question, and the motions that it may mean, newest first."""
    named, needs = _named_by(query), named_matter(query, scene)
    years = years_asked(query.topic)
    sought = replace(query, topic=f"{named} {' '.join(MOTION.findall(query.text))}", want="discussion", kinds=())
    found = retrieve(library, encoder, sought, scene)
    counted = COUNTED.search(query.text) is not None
    amendment = bool(
        re.search(r"\bamendment", query.text, re.IGNORECASE)
        or WAS_AMENDED.search(query.text)
        or OF_A_GROUP.search(query.text)
    )
    told: list[tuple[float, WholeMinute, Motion]] = []
    minutes = (
        one
        for one in whole_minutes(library, scene, found.candidates)
        if tells_of(years, one.parts[0].heading or "", one.parts[0].meeting.held_on)
    )
    for minute in minutes:
        for motion in motions_of(library, minute):
            evidence = motion.evidence(minute.parts[0].heading, needs)
            fits = (motion.amends or not amendment) and (motion.counted or not counted)
            by_mover = motion.words and _moved_by(query, motion.words[0][1])
            fits = fits and of_then(query.topic, _day(minute), " ".join(said for _, said in motion.words))
            if fits and (by_mover or (evidence.share >= ENOUGH and not evidence.strict_missing)):
                told.append((evidence.share + bool(by_mover), minute, motion))
    best = max((share for share, _, _ in told), default=0.0)
    near = [one for one in told if one[0] >= NEAR * best]
    if counted and not amendment:  # a vote on joining is on the motion, though an amendment has more of the words
        there = {one.parts[0].id for _, one, _ in near}
        mains = [one for one in told if one[1].parts[0].id in there and not one[2].amends and one[0] >= LIKELY]
        near = mains or near
    told = near if amendment else [one for one in near if not one[2].amends] or near
    headed = {id(one[2]): weigh(needs, held_terms(one[1].parts[0].heading, one[2].under)).share for one in told}
    newest = sorted(told, key=lambda one: (headed[id(one[2])] >= NEAR, _day(one[1]), headed[id(one[2])]), reverse=True)
    return needs, [(minute, motion) for _, minute, motion in newest]


def carried(library: Library, encoder: Encoder, scene: Scene, query: Query) -> tuple[WholeMinute, ...]:
    """Return the minutes whose resolutions are the motion that the question means, in the words that were carried."""
    needs, newest = meant(library, encoder, scene, query)
    minutes = {one.parts[0].id: one for one, _ in newest if one.decisions}
    passed = {one.parts[0].id for one, motion in newest if motion.ended_as("carried") and not motion.amends}
    return tuple(
        one
        for key, one in minutes.items()
        if key in passed
        or weigh(needs, held_terms(*(words for part in one.decisions for words in (part.heading, part.text)))).share
        >= ENOUGH
    )


def _led_by(motion: Motion, side: Side) -> Motion:
    """Return a motion with the figure of this side before all that tells how it ended."""
    asked = [one for one in motion.ended if (told := side_of(one[1])) and told[0] == side]
    return replace(motion, ended=(*asked, *(one for one in motion.ended if one not in asked)))


def _moved_by(query: Query, opening: str) -> bool:
    """Say whether the words that move it name who the question says moved it: "the Holden amendment"."""
    names = (found["name"] for found in OF_MOVER.finditer(query.text))
    told = (re.search(rf"{TITLED}(?:[A-Z]\S* ){{0,2}}((?i:{re.escape(name)}))\b", opening) for name in names)
    return any(found and found[1][0].isupper() for found in told)  # "the motion" is nobody's


def _day(minute: WholeMinute) -> date:
    return minute.parts[0].meeting.held_on or date.min


def section_of(minute: WholeMinute, motion: Motion, needs: Sequence[Need], *, moved: bool, counted: bool) -> Section:
    """Return how a motion ended, with the vote, and then what it was: who moved it, and its words that are named.

    Where it is the votes that are asked for, they go before how it ended.
    """
    unmet = [need for need in needs if not need.met(held_terms(minute.parts[0].heading))]
    opening, matter = motion.words[:1], motion.words[1:]
    shares = {one: weigh(unmet, held_terms(one[1])).share if unmet else 0.0 for one in matter}
    telling = [one for one in matter if len(one[1].split()) >= TELLING or shares[one]]
    best = max(telling, key=shares.__getitem__, default=None)
    ended = motion.ended if counted else sorted(motion.ended, key=lambda one: outcome_of(one[1]) is None)
    chosen = dict.fromkeys((*(() if moved else ended), *opening, *([best] if best else [])))
    return Section(title_of(minute.parts[0]), tuple(Quoted(part, words) for part, words in chosen))
