"""Reads a question as a Query: what it asks for, the limits that it sets, and the topic that is left."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import zip_longest

from corpus.types import Kind
from search.asking import (
    ABSENT,
    ASKING,
    ASKS_WHO,
    BLANK,
    CONFIRMED,
    DANGLING,
    FILLERS,
    LEADING,
    MEETING_ITSELF,
    MEETING_WORDS,
    MINUTES_OF,
    TRAILING,
    unslipped,
)
from search.bodies import Held, Named, read_bodies
from search.dates import MONTHS, OF_MEETING, Limit, earlier_years, period_words, read_limit, spoken
from search.numbered import DURATION, ITEM, MINUTE, PARAGRAPH, REFERENCE
from search.types import Limited, Query, ReadLimit, Want
from search.years import SET_AHEAD

PHRASE = re.compile(r"[\"“”]([^\"“”]{2,}?)[\"“”]|(?<!\w)[‘']([^‘’']{2,}?)[’'](?!\w)")
SHORT_YEARS = re.compile(r"(?<![\w/.-])(\d\d)\s?[-–]\s?(\d\d)(?![\w/-]|\.\d)")
MONTH_WORDS = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS if month != "may")  # "may 20 children go"
SHORT_YEAR = re.compile(
    rf"(?<!on )(?<!\d )(?<!th )\b({MONTH_WORDS}) ['’]?([1-3]\d)\b(?!\w|[/.:,]?\s?\d)", re.IGNORECASE
)
"""A month and the last figures of a year: "march 25"; days are written before their month."""
DAY_SHORT_YEAR = re.compile(
    rf"(?P<day>\b[0-3]?\d(?:st|nd|rd|th)? (?:{MONTH_WORDS}|may)),? "
    r"(?:['’]|(?=[12]\d(?:\W*$|,|\W+(?:meeting|minutes|cabinet|council|committee)\b)))(?P<year>[1-3]\d)\b(?![/.:]\d)",
    re.IGNORECASE,
)
"""A day with the last figures of its year: "5 March 24", "13 Feb '24"; "on 5 March 20 members" has none."""
SHARED_MONTH = re.compile(
    rf"(?<![\w/.£-])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?P<joined> (?:and|to|until|&|[-–]) |[-–])(?:the )?"
    rf"(?P<last>[0-3]?\d(?:st|nd|rd|th)? (?P<month>{'|'.join(MONTHS)})\b(?: (?P<year>(?:19|20)\d\d))?)",
    re.IGNORECASE,
)
SHARED_YEAR = re.compile(
    rf"\b(?P<first>{'|'.join(MONTHS)})(?P<joined> (?:and|to|until|&|[-–]) |[-–])(?P<last>(?P<month>{'|'.join(MONTHS)}) "
    r"(?P<year>(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
"""Two days of one month, two months of one year: "9 and 30 January", "January - March 2025"."""
CALL_IN = re.compile(r"\b(call|called) (ins?)\b", re.IGNORECASE)
LAST_MEETING = re.compile(
    r"\b(?:(?:at|in|from|of|during|(?P<since>since)|(?P<before>before))\s+)?(?:the\s+|its\s+|their\s+)?(?:very\s+)?(?P<which>last|latest|most\s+recent|previous)\s+(?P<body>\x00+\s+)?"
    r"meeting\b(?:\s+of\s+\x00+)?",
    re.IGNORECASE,
)

BUDGET = re.compile(r"\W*(?:(?:annual|capital|draft|revenue) )*budget\b(?! monitoring)", re.IGNORECASE)
BUDGET_FOR = re.compile(r"\bbudget (?:for|of) (?:the )?(?:year )?$", re.IGNORECASE)
ASKED_OF_A_MEETING: frozenset[Want] = frozenset({"attendance", "declaration"})
ASKS_OF_ONE = re.compile(r"\W*(?:when|who|why)\b", re.IGNORECASE)
OUTCOMES = re.compile(r"outcomes\b", re.IGNORECASE)
MEASURED = re.compile(r"\b(?:percentage|per ?cent|proportion|share|number|rate|average)\b|%", re.IGNORECASE)
"""What is counted of outcomes, which are then no decisions."""
MEETING_ALONE = re.compile(r"(?:the )?meetings?(?: (?:held )?(?:in|at) .+)?", re.IGNORECASE)
"""A meeting whose day is known, by no more than where it was held."""
HELD_THEN = re.compile(r"\bmeetings?\s+(?:held\s+)?(?:of\s+(?:the\s+)?\x00+\s+)?$", re.IGNORECASE)
"""What stands before the day of a meeting that was held: "at the meeting of Cabinet on 3 June"."""
TO_BE_HELD = re.compile(
    r"^\W*(?:when|where|what (?:time|day|date))\b|\b(?:next|future|forthcoming|planned)\b", re.IGNORECASE
)
"""What asks when or where a meeting will be: papers of an earlier day tell it."""
SORT_OF_MEETING = re.compile(
    r"\b(?:special|extraordinary|emergency|additional|adjourned|ordinary|inaugural)\b(?=\s*\x00*\s*meetings?\b)",
    re.IGNORECASE,
)
"""What sort of meeting it was: the date and the body tell which, and its resolutions do not say so again."""

WITHIN = re.compile(r"(?:in|during|throughout|since|before|after)\b", re.IGNORECASE)
"""What stands before a year within which a meeting was held: "vote on pay policy 2025/26" is on that year's policy."""
EVENT = re.compile(
    r"\s+(?:\w+\s+)?(?:by-?elections?|elections?|referendum|census|inspection|survey|floods?|storms?)\b", re.IGNORECASE
)
"""What happens on a day of its own, of which meetings speak at other times."""
COUNTS = re.compile(r"^\W*(?:the )?(?:total )?(?:number|count|percentage|share|proportion|rate) of\b", re.IGNORECASE)
"""What is counted of a year, and not asked of its meetings: "number of plans agreed in 2023/24"."""
MEETINGS_OWN: frozenset[Want] = frozenset(
    {"decision", "recommendation", "comparison", "declaration", "attendance", "latest", "discussion"}
)
"""What only a meeting does, so that a date beside it is the date of the meeting."""

ASKED_FOR: dict[Want, str] = {
    "decision": "Looking for what was decided",
    "recommendation": "Looking for what was recommended",
    "comparison": "Looking for what was recommended and what was decided",
    "declaration": "Looking for declarations of interest",
    "attendance": "Looking for who was there",
    "figure": "Looking for a figure",
    "latest": "Looking for the latest position",
    "discussion": "Looking for what was said",
}
NAMED_KINDS: tuple[tuple[str, Kind, str], ...] = (
    (r"\bin\s+(?:the|an?)\s+(?:officers?'?\s+)?reports?\b", "report", "Only in reports"),
    (r"\bin\s+(?:the|an?)\s+tables?\b", "table", "Only in tables"),
)
"""Words that limit the kind of passage, beside what is asked for, and how that is shown."""
OF_MINUTES: frozenset[Want] = frozenset({"decision", "comparison", "recommendation"})
"""What "in the report" only places: "what was agreed on the recommendations in the report on the sea wall"."""


@dataclass(slots=True)
class _Draft:
    """A question while it is read: what is left of it, with what was read blanked out, and how that was read."""

    left: str
    limits: list[ReadLimit]

    def take(self, start: int, end: int) -> None:
        """Blank out the characters from ``start`` to ``end``."""
        self.left = self.left[:start] + BLANK * (end - start) + self.left[end:]

    def tell(self, words: str, of: Limited | None = None) -> None:
        """Note in words how a limit was read, and what it limits."""
        self.limits.append(ReadLimit(words, of))


def read_question(text: str, held: Sequence[Held] = (), today: date | None = None) -> Query:
    """Read the question in the light of the bodies and meetings held.

    Without ``today``, what is counted back ("since January", "last year") is counted from the latest meeting held.
    """
    draft = _Draft(mended(" ".join(text.split())), [])
    phrases = _phrases(draft)
    references = _references(draft)
    minute = _reference(draft, MINUTE, "Minute {}")
    paragraph = _reference(draft, PARAGRAPH, "Paragraph {}")
    agenda_item = _reference(draft, ITEM, "Agenda item {}")
    named = read_bodies(draft.left, held)
    bodies, councils = _bodies(draft, named)
    concerned = [one for one in held if _concerns(one, bodies, councils)]
    anchor, own = _anchor(held, today), _anchor(concerned or held, today)
    last = _last_meeting(draft, concerned)
    limit = None if last else read_limit(draft.left, anchor, own)
    if last or limit:
        draft.left = SORT_OF_MEETING.sub(lambda match: BLANK * len(match.group()), draft.left)
    want, asked = _want(_blanked(draft.left, limit))
    since, until = last or (None, None)
    earlier: tuple[tuple[date, date], ...] = ()
    if limit and _limits_meetings(limit, want, draft.left, concerned):
        since, until = limit.since, limit.until
        earlier = earlier_years(limit, (day for one in concerned for day in one.dates))
        draft.take(limit.start, limit.end)
        draft.tell(f"Meetings held {period_words(since, until)}", "dates")
        want, asked = _want(draft.left)
    elif limit:
        want, asked = _want(draft.left)
        if _of_a_meeting(limit, draft.left) and not _any_held(limit, concerned):
            when = period_words(limit.since, limit.until)
            draft.tell(f"No minutes of a meeting held {when} are here: looking in all papers")
    if want in ASKED_FOR:
        draft.limits.insert(0, ReadLimit(ASKED_FOR[want], "kind"))
    kinds = () if want in OF_MINUTES else _kinds(draft)
    topic = _topic(asked)
    if want in ASKED_OF_A_MEETING and since and MEETING_ALONE.fullmatch(topic):
        topic = ""  # "who declared an interest at the September meeting in the village hall"
    return Query(
        text=text.strip(),
        topic=topic,
        want=want,
        bodies=bodies,
        councils=councils,
        kinds=kinds,
        since=since,
        until=until,
        earlier=earlier,
        minute=minute,
        agenda_item=agenda_item,
        paragraph=paragraph,
        references=references,
        phrases=phrases,
        limits=tuple(draft.limits),
    )


def mended(question: str) -> str:
    """Return the question with slips in the words that only ask put right: "wat was agred on LADO".

    Years and call-ins are written as papers write them: "23-24" as "2023/24", "dec 24" as "dec 2024", "call in" as
    "call-in".
    """
    parts = PHRASE.split(question)  # what stands between quotation marks, in either of two groups, stays as typed
    quoted = [match.group() for match in PHRASE.finditer(question)]
    plain = [_mended(part) for part in parts[::3]]
    return " ".join(" ".join(part for pair in zip_longest(plain, quoted, fillvalue="") for part in pair).split())


def _mended(text: str) -> str:
    plain = " ".join(ABSENT.sub(_apologies, FILLERS.sub(" ", text)).split())
    years = SHORT_YEAR.sub(r"\1 20\2", SHORT_YEARS.sub(_long_years, CALL_IN.sub(r"\1-\2", unslipped(plain))))
    return SHARED_YEAR.sub(
        _both_years, SHARED_MONTH.sub(_both_months, DAY_SHORT_YEAR.sub(r"\g<day> 20\g<year>", years))
    )


def _both_months(match: re.Match[str]) -> str:
    year = f" {match['year']}" if match["year"] else ""
    return f"{match['day']} {match['month']}{year}{match['joined']}{match['last']}"


def _both_years(match: re.Match[str]) -> str:
    first, last = (MONTHS.index(match[name].lower()) for name in ("first", "month"))
    return f"{match['first']} {int(match['year']) - (first > last)}{match['joined']}{match['last']}"


def _apologies(match: re.Match[str]) -> str:
    return " " if match.group().startswith("and") else "who sent apologies for"


def _long_years(match: re.Match[str]) -> str:
    first, last = match.groups()
    return f"20{first}/{last}" if (int(first) + 1) % 100 == int(last) else match.group()


def _phrases(draft: _Draft) -> tuple[str, ...]:
    found = tuple((match[1] or match[2]).strip() for match in PHRASE.finditer(draft.left))
    draft.limits.extend(ReadLimit(f"With the words “{phrase}”") for phrase in found)
    draft.left = " ".join(PHRASE.sub(lambda match: f" {match[1] or match[2]} ", draft.left).split())
    return found


def _references(draft: _Draft) -> tuple[str, ...]:
    found = [
        match
        for match in REFERENCE.finditer(draft.left)
        if not re.search(r"\b(?:minute|min\.?)\s*(?:no\.?\s*)?$", draft.left[: match.start()], re.IGNORECASE)
    ]
    for match in found:
        draft.tell(f"Reference {match.group()}")
        draft.take(match.start(), match.end())
    return tuple(dict.fromkeys(match.group() for match in found))


def _reference(draft: _Draft, pattern: re.Pattern[str], words: str) -> str | None:
    for match in pattern.finditer(draft.left):
        if any(duration.end() > match.start() >= duration.start() for duration in DURATION.finditer(draft.left)):
            continue
        number = next(group for group in match.groups() if group).rstrip(".")
        if pattern is MINUTE and re.fullmatch(r"(?:19|20)\d\d", number):
            continue  # "the minutes 2024" asks for a year's minutes
        draft.tell(words.format(number))
        draft.take(match.start(), match.end())
        return number
    return None


def _kinds(draft: _Draft) -> tuple[Kind, ...]:
    named = [(kind, said) for pattern, kind, said in NAMED_KINDS if re.search(pattern, draft.left, re.IGNORECASE)]
    draft.limits.extend(ReadLimit(said, "kind") for _, said in named)
    return tuple(kind for kind, _ in named)


def _bodies(draft: _Draft, named: Sequence[Named]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    bodies: dict[str, None] = {}
    councils: dict[str, None] = {}
    for one in named:
        draft.take(one.start, one.end)
        bodies.update(dict.fromkeys(one.bodies))
        if one.council:
            councils[one.council] = None
    if bodies:
        draft.tell("Only " + " or ".join(bodies), "body")
    if councils:
        draft.tell("Only " + " or ".join(councils), "council")
    return tuple(bodies), tuple(councils)


def _concerns(one: Held, bodies: Sequence[str], councils: Sequence[str]) -> bool:
    return (not bodies or one.body in bodies) and (not councils or one.council in councils)


def _anchor(held: Sequence[Held], today: date | None) -> date:
    """Return the day from which to count back: never later than the last meeting held, or nothing would be found."""
    latest = max((day for one in held for day in one.dates), default=None)
    known = [day for day in (today, latest) if day]
    return min(known) if known else date(2000, 1, 1)


def _last_meeting(draft: _Draft, concerned: Sequence[Held]) -> tuple[date | None, date | None] | None:
    match = LAST_MEETING.search(draft.left)
    days = sorted({day for one in concerned for day in one.dates})
    if not match:
        return None
    draft.take(match.start(), match.end())
    if not days:
        draft.tell("The last meeting: no minutes are held", "dates")
        return None
    last = days[-1]
    if match["before"]:
        draft.tell(f"Meetings held {period_words(None, last - timedelta(days=1))}", "dates")
        return None, last - timedelta(days=1)
    if match["since"]:
        draft.tell(f"Meetings held {period_words(last, None)}", "dates")
        return last, None
    draft.tell(f"The last meeting whose minutes are held: {spoken(last)}", "dates")
    return last, last


def _blanked(text: str, limit: Limit | None) -> str:
    return text if limit is None else text[: limit.start] + BLANK * (limit.end - limit.start) + text[limit.end :]


def _limits_meetings(limit: Limit, want: Want, text: str, concerned: Sequence[Held]) -> bool:
    """Say whether the dates limit the meetings searched, or belong to the fact that is asked for ("in 2024/25")."""
    if CONFIRMED.search(text) and MINUTES_OF.search(text[: limit.start]):
        return False  # "when did they agree the minutes of 7 November" is told at a later meeting
    if limit.since and limit.until and EVENT.match(text, limit.end):
        return False  # "the May 2025 county elections" are spoken of before they are held
    if not _any_held(limit, concerned) and (want not in MEETINGS_OWN or (limit.whole_year and COUNTS.search(text))):
        return False  # no meeting of those days is held: it would leave nothing, and may be when something is to happen
    if limit.whole_year and want == "figure" and not MEETING_ITSELF.search(text):
        return False  # "how many approved households at the end of 2023/24" is told in a later year's report
    if limit.whole_year and _financial(limit) and (SET_AHEAD.search(text) or _of_a_budget(limit, text)):
        return False  # "the precept for 2024/25" was set in the winter before
    if want in MEETINGS_OWN:
        return (
            not limit.whole_year
            or bool(WITHIN.match(text[limit.start :]))
            or (limit.since is None or limit.until is None)
        )
    if MEETING_WORDS.search(text):
        return not limit.whole_year or bool(WITHIN.match(text[limit.start :]) or MEETING_ITSELF.search(text))
    if limit.until is None and re.match(r"from\b", text[limit.start :], re.IGNORECASE):
        return False  # "bus fares from April 2025" are told of before April
    if limit.firm and limit.since == limit.until:
        return any(limit.since in one.dates for one in concerned)
    return limit.firm and want != "figure"


def _any_held(limit: Limit, concerned: Sequence[Held]) -> bool:
    return any(_within(day, limit) for one in concerned for day in one.dates)


def _of_a_meeting(limit: Limit, text: str) -> bool:
    """Say whether the dates are those of a meeting that is spoken of as held, and of nothing else."""
    named = OF_MEETING.match(text, limit.end) or HELD_THEN.search(text[: limit.start])
    return bool(named) and not TO_BE_HELD.search(text)


def _of_a_budget(limit: Limit, text: str) -> bool:
    """Say whether a year tells which budget is meant: "the vote on the 2025-26 budget" was taken before it began."""
    return bool(BUDGET.match(text[limit.end :]) or BUDGET_FOR.search(text[: limit.start]))


def _financial(limit: Limit) -> bool:
    """Say whether the limit is a span such as 2024/25, and not a calendar year."""
    return limit.since is not None and limit.until is not None and limit.since.year < limit.until.year


def _within(day: date, limit: Limit) -> bool:
    return (limit.since is None or day >= limit.since) and (limit.until is None or day <= limit.until)


def _want(left: str) -> tuple[Want, str]:
    """Return what is asked for, and the question without the words that ask it."""
    for want, pattern in ASKING:
        match = pattern.search(left)
        if match is None or (want == "decision" and ASKS_WHO.match(left)):
            continue
        if want == "latest" and match.start() and ASKS_OF_ONE.match(left):
            continue  # "when is the Commission to have an update on"
        if want == "decision" and OUTCOMES.match(match.group()) and MEASURED.search(left):
            continue  # "percentage of substantiated outcomes"
        rest = " ".join((left[: match.start()] + " " + left[match.end() :]).split())
        if want != "figure":
            for trailing in TRAILING:
                rest = trailing.sub(" ", rest)
        return want, rest
    return "any", left


def _topic(text: str) -> str:
    """Return what is left between the words that lead up to the topic and those that a limit leaves behind.

    Both are taken away one at a time: one expression for all of them could be made to run for hours.
    """
    topic = " ".join(re.sub(f"{BLANK}+", BLANK, text).split())
    while (leading := LEADING.match(topic)) and leading.end():
        topic = topic[leading.end() :]
    while dangling := DANGLING.search(topic):
        topic = topic[: dangling.start()]
    return " ".join(topic.replace(BLANK, " ").split())
