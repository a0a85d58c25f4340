"""What words must tell to answer a question: an amount, a number, a share, how long, how often, or when."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from search.heads import counted_noun
from search.trim import DATED, FIGURE
from search.types import Query

Sort = Literal[
    "amount", "count", "part", "share", "length", "frequency", "day", "time", "figure", "mover", "person", "grade"
]
"""What is to be told."""

NUMBERS: frozenset[Sort] = frozenset({"amount", "count", "part"})
"""What is told by a number of one thing alone: how many, how much."""
OF_NO_TIME: frozenset[Sort] = frozenset({*NUMBERS, "share"})
"""What no length of time tells: "within 20 working days" names a row, and is none of its figures."""
MONEY = (
    r"(?:cost(?:s|ing)?|spen[dt]\w*|pa(?:y|ys|id)|charged?|price|bid|quoted?|raised?|saved?|savings?|budget|grants?|money|funding|"
    r"deficit|owed?|fees?|loans?|precept|overspend|underspend|salary|salaries|wages?|balance|donat\w+|"
    r"rents?|rental|hire|income|profits?|refunds?|contribut\w+|interest)"
)
SHARES = r"(?:percentage|per ?cent|proportion|share)"
BETWEEN = r"(?: (?!(?:did|do|does|has|have|is|was|are|were)\b)[\w'’-]+){0,3}?"
FIRST = r"^\W*(?:the )?(?:(?!(?:who|why|when|where|did|does|was)\b)[\w-]+ ){0,2}"
LONGER = r"^\W*(?:(?!(?:how|what|who|why|when|where|did|does|was|is)\b)[\w'’-]+ ){3,5}"
"""What is asked for may open the question: "weekly cost for a place"."""
WAYS: tuple[tuple[Sort, str], ...] = (
    (
        "share",
        rf"\b(?:what|which)\b(?: (?:is|was|are|were))?(?: the)?(?: \w+)? (?:{SHARES}\b|%)|{FIRST}(?:{SHARES}|%) of\b"
        r"|^(?!\W*(?:did|do|does|has|have|was|were|is|are)\b)(?!.*\b(?:how|who|why|when|where)\b).*\bpercentage\b",
    ),
    (
        "amount",
        rf"\b(?:what|which)(?:['’]s| is| was| are| were| will| would)?(?: be)?(?: the| our| its| their)?{BETWEEN}"
        r" (?:salary|salaries|wages?|precept|price|fees?|fine|rent|bill|sum|cost|hourly rate)\b"
        r"(?! (?:of living|change|polic))|"
        r"\bwhat (?:is|was|are|were|did|does|do|will|would)\b.*\b(?:worth|costs?)\W*$|"
        r"\bwhat (?:did|does|do|has|have) (?:(?!\bon\b).)*?\b(?:spend|spent|charge|earn)\b|"
        r"\bwhat (?:did|does|do|has|have)\b.*\bpa(?:y|id|ying)\b(?! for(?: (?:at|in|last|this)\b|\W*$))|"
        rf"\b(?:salary|wages?|fee|grant|price)\b.*\bamount\b|\bhow much\b.*\b{MONEY}\b"
        rf"|{FIRST}(?:budget|charge|cost|deposit|fare|fee|income|precept|price|rent|salary|subscription|value|worth)s?"
        r" (?:of|for|from|to|per)\b"
        rf"|{LONGER}(?:cost|price|fee)s? (?:per|a) (?:day|head|hour|month|night|place|pupil|week|year)\b",
    ),
    ("part", r"\bhow many of\b"),
    ("count", rf"\bhow many\b|{FIRST}(?:number|count) of\b"),
    ("figure", r"\bexact (?:figure|number)\b"),
    ("length", r"\bhow long\b"),
    ("frequency", r"\bhow (?:often|frequently|regularly)\b"),
    ("mover", r"\bwho\b.*\b(?:proposed|moved|seconded|nominated)\b"),
    (
        "person",
        r"^\W*(?:who|which (?:councillor|cllr|member|officer|director|person)) (?:had |has |have )?"
        r"(?:asked|called (?:for|in)|complained|drew|made|objected|opposed|painted|presented|introduced|put|"
        r"questioned|raised|reported|requested|signed|spoke|suggested|thanked|told|tried|wanted|warned|wrote)\b"
        r"|^\W*whose (?:amendment|idea|motion|proposal|question|request|suggestion)\b",
    ),
    (
        "grade",
        r"\b(?:what|which) (?:[\w'’-]+ ){0,3}?(?:grade|grading|rating|judge?ment)\b"
        r"(?= (?:did|does|for|from|has|is|was|were)\b|\W*$)|\bofsted (?:grade|rating|judge?ment)\b",
    ),
    (
        "day",
        r"^\W*(?:since |until |by |from |on )?(?:(?:what|which) |the )?exact (?:date|day)\b"
        r"|^\W*(?:since |until |by |from |on )?(?:what|which) date\b",
    ),
    (
        "time",
        r"^\W*(?:since |until |by |from )?(?:when|(?:on |at |in )?(?:what|which) (?:date|day|time|year|month))\b",
    ),
)
"""What is asked for, by the words that ask it; a figure of any sort where none of them does."""
ASKED: tuple[tuple[Sort, re.Pattern[str]], ...] = tuple(
    (sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in WAYS
)

MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|tember|ober)?"
PERIODS = r"(?:second|minute|hour|day|night|week|fortnight|month|quarter|term|year|decade)s?"
WORDED = "two|three|four|five|six|seven|eight|nine|ten|twelve"
CURRENCY = re.compile(
    r"£|\b\d[\d,.]*\s?(?:m|bn|k|p|million|billion|thousand|pence|pounds?)\b|"
    rf"\b(?:{WORDED}|\w+ty|hundred|thousand|million) (?:pounds|pence)\b",
    re.IGNORECASE,
)
SHARE = re.compile(
    r"%|\bper ?cent\b|\b(?:half|thirds?|quarters?|majority|all|none)\b|\b(?:one|\d+) (?:in|out of) (?:\w+|\d+)\b",
    re.IGNORECASE,
)
PEOPLE = (
    r"(?:adults|boys|children|families|girls|households|members|parents|people|pupils|residents|respondents|staff|"
    r"students|young)"
)
SUM = r"£\s?[\d,.]+"
NO_PART = re.compile(SUM)
"""An amount: how many of them may be told as a share."""
NO_COUNT = re.compile(rf"{SUM}|\b[\d,.]*\d\s?(?:%|per ?cent\b)(?!\s+of (?:all |our |the )?{PEOPLE}\b)", re.IGNORECASE)
"""An amount, or a share: only "96% of children" tells how many there were."""
MEASURED = re.compile(
    rf"\b(?:[\d,.]*\d[- ]?|(?:{WORDED})[- ])(?:miles?|km|kilometres?|metres?|m2|acres?|hectares?|tonnes?|"
    rf"(?:(?:working|school|calendar)[- ])?{PERIODS})\b",
    re.IGNORECASE,
)
"""How far, how large and how long count nothing but themselves: "a school 30 miles away" tells of no pupils."""
WITHIN = re.compile(
    r"\b(?:after|every|for|in|last|over|rolling|than|under|within) \d+[- ]"
    rf"(?:(?:working|school|calendar)[- ])?{PERIODS}\b",
    re.IGNORECASE,
)
"""A length of time in the name of a row: "completed within 20 working days"."""
PERIOD = re.compile(rf"\b{PERIODS}\b|\b(?:since|until|till)\b|\b(?:permanent|indefinite)", re.IGNORECASE)
MOVED_BY = re.compile(r"\b(?:proposed|moved|seconded|nominated|proposer|seconder|mover)\b", re.IGNORECASE)
FREQUENT = re.compile(
    r"\b(?:dai|week|month|quarter|year|annual|bi-?annual|night|regular)ly\b"
    rf"|\b(?:each|every|per|a) (?:\w+ )?{PERIODS}\b|\b(?:once|twice|times|annual|frequen|alternate)",
    re.IGNORECASE,
)
GRADED = re.compile(
    r"\b(?i:rated|graded|judged)\b|\b(?:Outstanding|Excellent|Good|Requires|Inadequate|Satisfactory|Poor)\b|"
    r"[‘'“\"](?i:outstanding|excellent|good|requires|inadequate|satisfactory|poor)\b|\b(?i:green|amber|red)\b|"
    r"\b(?i:requires? improvement|grade \d|\d stars?)\b"
)
"""A grade as inspectors and reports on performance give it; a plain "good" praises anything."""
DAY = re.compile(
    rf"\b\d\d?(?:st|nd|rd|th)?(?: of)? {MONTHS}\b|\b{MONTHS} \d\d?(?:st|nd|rd|th)?\b(?!\d)|"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d\d?[/.]\d\d?[/.]\d{2,4}\b",
    re.IGNORECASE,
)
TIMED = re.compile(
    rf"\b{MONTHS}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:19|20)\d\d\b|\b\d\d?/\d\d?/\d{{2,4}}\b|\b{PERIODS}\b|"
    r"\b(?:spring|summer|autumn|winter|christmas|easter|today|tomorrow|tonight|noon|midnight|annual|immediate|imminent|"
    r"shortly|soon|next|last|later|yet)|\d\s?[ap]\.?m\b",
    re.IGNORECASE,
)
AGES = re.compile(
    r"\b(?:adults|boys|children|girls|people|pupils|residents|students) of \d+(?:\s?(?:-|–|and|or|to)\s?\d+)?\b|"
    r"\bage[sd]? \d+(?:\s?(?:-|–|and|to)\s?\d+)?|\bpost[- ]\d+\b|\b(?:1\d|2[0-5])\s?\+|"
    r"\b\w+(?:\s?(?:-|–|and|to)\s?\d{0,2}){0,4}[- ]years?[- ]olds?\b",
    re.IGNORECASE,
)
UNIT = re.compile(
    rf"\bhow many (?:\w+ )?(?:miles?|km|kilometres?|metres?|acres?|hectares?|tonnes?|{PERIODS})\b", re.IGNORECASE
)
PRONOUN = re.compile(r"(?<!only )(?<!just )\bone\b(?! of\b)|\bno ?one\b|\bone[- ]\w+", re.IGNORECASE)
"""The word "one" where it counts nothing: "one consistent tool", "a one-year deal"."""
CODE = re.compile(r"\b[A-Za-z]+-?\d+[A-Za-z]?\b")  # "Covid-19", "LTP5", "A228"
CELL = re.compile(
    r"(?<!\S)(?<!\byear )(?<!\bweek )(?<!\bband )(?<!\bquarter )(?<!\bsection )(?<!\bphase )(?<!\barticle )"
    r"[-–(]*£?\d[\d,.]*(?:%|m|k|bn)?\)?[*]?(?!\S)",
    re.IGNORECASE,
)
"""A figure in a row of a table: "Year 5" and "£000s" head its columns."""
TITLED = r"\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Rev)\b\.?\s+[A-Z]"
"""A person by title, up to the first letter of the name."""
INSTITUTION = (
    r"(?:Annual|Authority|Board|Borough|Cabinet|Centre|Children|City|Commission|Committee|Council|County|Decision|"
    r"Department|Director|District|England|Executive|Family|Full|Government|Group|Health|Hubs?|Local|Members?|"
    r"Office|Overview|Panel|Parish|Plan|Reports?|Road|School|Scrutiny|Services?|Social|Street|Team|The|Town|Trust|"
    r"University|Young)\b"
)
"""A word with a capital that is of no person's name."""
SOMEBODY = re.compile(
    rf"{TITLED}"
    rf"|\b(?!{INSTITUTION})[A-Z][a-z'’-]+ (?!{INSTITUTION})[A-Z][a-z'’-]+\b"
    r"|\b(?i:chair(?:man|woman|person)?|clerk|leader|director|officer|manager|mayor|head of)\b"
)
"""A name, or an office: "which councillor asked" is not told by "in response to a question"."""
NUMBER = re.compile(r"\d[\d,.]*")
MEETINGS_ACTS = re.compile(
    r"\b(?:did|was|were|has|have|had)\b.*\b(?:agree|approv|adopt|decide|resol|discuss|debat|consider|rais|not(?:e|ed)\b|"
    r"elect|appoint|declar|confirm|co-opt|welcom|recommend|refus|reject|defer|vot|propos)",
    re.IGNORECASE,
)
"""What happens at a meeting, so that the day of the meeting tells when."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a question asks to be told.

    Example: ``Telling("count", frozenset({"16"}))`` for "how many students of 16 are there".
    """

    sort: Sort
    own: frozenset[str] = frozenset()  # the question's own numbers: that they are repeated tells nothing
    noun: tuple[str, ...] = ()  # what is counted, in terms: of a table's rows the one that has most of it is meant

    def told(self, text: str, *, table: bool = False) -> bool:
        """Say whether the words tell it; the rows of a table have their units elsewhere."""
        if self.sort == "grade":
            return bool(GRADED.search(text))
        if self.sort == "day":
            return bool(DAY.search(text))
        if self.sort == "time":
            return bool(TIMED.search(text))
        if self.sort == "frequency":
            return bool(FREQUENT.search(text))
        if self.sort == "mover":
            return bool(MOVED_BY.search(text))
        if self.sort == "person":
            return bool(SOMEBODY.search(text))
        figures = self._figures(text, table=table)
        if table:
            return bool(CELL.search(figures))
        return bool(_SORTS[self.sort].search(figures)) if self.sort in _SORTS else bool(FIGURE.search(figures))

    def _figures(self, text: str, *, table: bool) -> str:
        """Return the text without the numbers that are none: dates, ages, and the question's own."""
        bare = CODE.sub(" ", PRONOUN.sub(" ", AGES.sub(" ", DATED.sub(" ", text))))
        if not table:
            bare = NUMBER.sub(lambda found: " " if found.group().rstrip(",.") in self.own else found.group(), bare)
        if table:
            return WITHIN.sub(" ", bare) if self.sort in OF_NO_TIME else bare
        none = _NONE.get(self.sort)
        return MEASURED.sub(" ", none.sub(" ", bare)) if none else bare


_NONE: Mapping[Sort, re.Pattern[str]] = {"count": NO_COUNT, "part": NO_PART}
_SORTS: Mapping[Sort, re.Pattern[str]] = {"amount": CURRENCY, "share": SHARE, "length": PERIOD}


def tells_row(text: str) -> bool:
    """Say whether a row of a table has a figure."""
    return bool(CELL.search(DATED.sub(" ", text)))


def telling_of(query: Query) -> Telling | None:
    """Return what the question asks to be told; None where anything may answer."""
    sort = next((sort for sort, asked in ASKED if asked.search(query.text)), None)
    if sort is None:
        if query.want != "figure":
            return None
        sort = "figure"
    if sort == "count" and UNIT.search(query.text):
        sort = "figure"
    if sort in {"mover", "person"} and query.want not in {"any", "discussion"}:
        return None
    if sort in {"day", "time"} and (query.want != "any" or MEETINGS_ACTS.search(query.text)):
        return None
    own = frozenset(found.rstrip(",.") for found in NUMBER.findall(query.text))
    return Telling(sort, own, counted_noun(query) if sort == "count" else ())
