"""The ways in which people ask about a council's record, as data: what each asks for, and the words that only ask.

Patterns are tried in order on the question, its white space folded to single spaces, with its limits (bodies, dates, references) blanked out by ``BLANK``; what a
pattern matched is taken out of the question, and what is left is the topic.
"""

import re

from search.types import Want

BLANK = "\x00"
"""Stands for each character of a limit already read."""

ACTOR = (
    rf"(?:(?:the )?{BLANK}+|we|they|it|members?|councillors?|officers?|(?:the )?(?:full )?(?:council|commission|committee|"
    r"board|panel|cabinet|executive|meeting|parish|clerk|leader|mayor|report|paper|director))"
)
ABOUT = (
    r"(?: (?:about|on|regarding|concerning|for|in relation to|in respect of|with (?:regards?|respect) to|"
    r"relating to|as regards|around|over|to do (?:about|with)|to happen (?:about|with|to)|of|in|as|"
    r"when it (?:came|comes) to))?\b"
)
BE = r"(?:was|were|is|are|has been|have been|had been|got|did get)"
DECIDED = (
    r"(?:agreed|resolved|decided|approved|determined|concluded|adopted|passed|settled|ratified|endorsed|authorised)"
)
DECIDE = r"(?:agree|resolve|decide|approve|determine|conclude|adopt|pass|settle|vote|ratify|endorse|authorise|do)"
TURNED = r"(?:refused?|rejected?|deferr?(?:ed)?|declined?|withdr[ae]wn?|postponed?|dismiss(?:ed)?|overturn(?:ed)?)"
LISTED = r"(?:decisions?|resolutions?|outcomes?|agreements?)"
RECOMMENDED = r"recommend(?:ed|ations?)?"

START = r"(?<![a-z]\s)"
"""No word stands before: a question that opens with its verb, as "was Mr Love present?"."""

ASKING: tuple[tuple[Want, str], ...] = (
    # recommended beside agreed
    ("comparison", rf"what (?:did|does) {ACTOR} recommend(?: \w+)?? and what {BE} {DECIDED}{ABOUT}"),
    ("comparison", rf"what {BE} recommended and (?:what (?:{BE} )?)?(?:then )?{DECIDED}{ABOUT}"),
    ("comparison", rf"compare (?:the |what {BE} )?{RECOMMENDED} (?:with|to|and) (?:the |what {BE} )?\w+{ABOUT}"),
    ("comparison", rf"{RECOMMENDED} (?:beside|against|versus|vs\.?|and|or) (?:what {BE} )?{DECIDED}{ABOUT}"),
    ("comparison", rf"{START}(?:was|were) the recommendations?{ABOUT}(?=.*\b(?:accepted|followed|{DECIDED}|changed|amended)\W*$)"),
    # recommendations
    ("recommendation", rf"what {BE} (?:being )?recommended{ABOUT}"),
    ("recommendation", rf"what (?:did|does|do) {ACTOR} (?:recommend|propose to recommend|suggest){ABOUT}"),
    ("recommendation", rf"(?:what {BE} )?(?:the |any )?recommendations?{ABOUT}"),
    # interests
    ("declaration", rf"(?:who|which \w+) (?:has |had |have )?declared (?:an? |any |their )?(?:\w+ ){{0,2}}?interests?{ABOUT}"),
    ("declaration", rf"what (?:\w+ ){{0,2}}?interests? (?:(?:{BE}|did) )?(?:declared|registered)?{ABOUT}"),
    ("declaration", rf"{START}(?:did|has) (?=.*\bdeclare)"),
    ("declaration", rf"(?:were there |was there )?(?:any |an |a )?declarations?(?: of (?:\w+ )?interests?)?{ABOUT}"),
    ("declaration", rf"(?:any |a )?(?:conflicts? of interests?|pecuniary interests?|interests? declared){ABOUT}"),
    # who was there
    ("attendance", r"who (?:(?:was|were) (?:not )?(?:present|there|in attendance|absent|in the chair|at(?=\s))|attended|"
                   r"(?:did not|didn't) attend|was missing|came)\b(?: (?:at|for|from|to|by))?"),
    ("attendance", r"(?:who (?:sent|gave|made|submitted|offered) (?:their )?)?apologies(?: (?:for absence|received|were "
                   r"(?:received|given|sent)))*(?: (?:at|for|from|to|by))?"),
    ("attendance", r"who (?:chaired|presided(?: over)?|substituted(?: for)?|was (?:the )?(?:chair(?:man|woman|person)?|"
                   r"substitute))\b(?: (?:at|for|of))?"),
    ("attendance", r"(?:how many|which) (?:members|councillors|people) (?:were (?:present|there|absent)|attended|came)\b"),
    ("attendance", rf"{START}(?:was|were|did) (?=.*\b(?:present|attend|there|absent|in attendance|at the(?: \w+)? meeting)\W*$)"),
    ("attendance", r"(?:the )?attendance (?:at|list|of|for|record)\b"),
    # the latest on something
    ("latest", rf"(?:what(?:'s| is| was) |give me )?(?:the )?(?:latest|most recent) (?:position|news|update|on|about|with|decision|"
               rf"situation|state|status|progress|word)\b{ABOUT}"),
    ("latest", rf"(?:what(?:'s| is) )?(?:the )?(?:current|present) (?:position|status|situation|state of play){ABOUT}"),
    ("latest", r"where (?:are we|do (?:we|things) stand|have we got to) (?:with|on|regarding)\b"),
    ("latest", r"what(?:'s| has| is| was)? happen(?:ed|ing) (?:to|with|about|on|over)\b"),
    ("latest", r"(?:is there |was there )?(?:any|an) (?:update|progress|news) (?:on|with|about)\b"),
    ("latest", rf"{START}(?:did|has|was|were|have) (?=.*\b(?:come|came|brought|reported|report) back\b)"),
    # decisions
    ("decision", rf"what (?:else )?{BE} (?:finally |formally |eventually |actually )?{DECIDED}{ABOUT}"),
    ("decision", rf"what (?:did|has|have|had) {ACTOR} (?:finally |formally |eventually |actually )?(?:{DECIDE}|{DECIDED}){ABOUT}"),
    ("decision", rf"what (?:{LISTED}) (?:(?:{BE}|did) )?(?:{ACTOR} )?(?:made|make|taken|take|reached|reach|passed|pass)?{ABOUT}"),
    ("decision", rf"(?:what {BE} )?(?:the |any |all |list )*{LISTED} (?:made |taken |reached |passed )?"
                 r"(?:by \x00+ )?(?:on|about|regarding|concerning|for|of|in relation to|relating to|to)\b"),
    ("decision", r"what happened (?:about|at|under|on)\b"),
    ("decision", rf"(?:when|why|where) (?:did|was|were|has|have) (?:{ACTOR} )?(?:last |first |ever )?(?={TURNED}|{DECIDED}|{DECIDE}\b)"
                 rf"(?:{DECIDED}|{DECIDE}\b(?!\w))?{ABOUT}"),
    ("decision", rf"(?:did|has|have|had) {ACTOR} (?:ever |already )?(?={TURNED}|{DECIDED}|{DECIDE}\b)(?:{DECIDED}|{DECIDE}\b(?!\w))?"
                 rf"(?: to)?{ABOUT}"),
    ("decision", rf"(?:how|did) {ACTOR} (?:vote|voted)\b{ABOUT}"),
    ("decision", rf"{START}(?:was|were|is|has|have|are) (?=.*\b(?:{DECIDED}|{TURNED}|carried|accepted|lost|noted|confirmed)\W*$)"),
    ("decision", rf"{DECIDED} (?:on|about|regarding|for)\b"),
    # figures: the thing measured stays in the topic
    ("figure", r"how (?:much|many|big|large|high|long|old|few|often|far|fast|low|small|wide|tall|heavy)\b"),
    ("figure", r"(?:what|which) (?:(?:is|was|are|were|will be|would be) )?(?=(?:the )?(?:[\w'’-]+ ){0,5}?(?:cost|costs|number|total|amount|budget|"
               r"deficit|percentage|proportion|rate|value|figure|figures|price|size|share|precept|fee|fees|sum|balance|overspend|underspend|saving|"
               r"savings|target|grant|score|average|count|ratio|forecast|per cent)\b)"),
    # what was said
    ("discussion", rf"what {BE} (?:said|discussed|raised|asked|heard|reported|noted|mentioned|suggested){ABOUT}"),
    ("discussion", rf"what did {ACTOR} (?:say|discuss|raise|ask|hear|note|mention|comment|think|report){ABOUT}"),
    ("discussion", r"what (?:questions|comments|concerns|points) (?:were )?(?:asked|made|raised) (?:about|on|regarding|by)\b"),
)  # fmt: skip
"""What is asked for, and how: the first that matches is taken, so the narrow ones stand first."""

TRAILING: tuple[str, ...] = (
    rf"\b(?:{DECIDED}|carried|accepted|lost|noted|confirmed|followed)\W*$",  # "was the budget approved?"
    r"\b(?:present|there|in attendance|absent|at the(?: \w+)? meeting|attend(?:ed)?)\W*$",  # "was Mr Love present?"
    r"\b(?:come|came|brought|reported|report) back(?: to \w+)?\W*$",  # "did the action plan come back?"
    r"\bdeclared? (?:an? |any )?(?:\w+ )?interests?(?: (?:about|in|on|for|as|regarding))?\b",  # "did Mr Love declare an interest in"
    r"\b(?:and|but) what (?:was|were) \w+\W*$",  # "... and what was agreed?"
)
"""The other half of the questions that turn round their subject, taken out with what they ask for."""

LEADING = re.compile(
    rf"^\W*(?:(?:please|can you|could you|tell me|show me|find(?: me)?|give me|list|search for|i want to know|what about|"
    rf"how about|what(?:'s)?|who|when|where|which|why|how|is|are|was|were|do|does|did|has|have|the|a|an|any|about|on|to|of|in|at|by|for|and|that|"
    rf"{BLANK}+)\b\W*|{BLANK}+\W*)+",
    re.IGNORECASE,
)
"""Words before the topic that only lead up to it."""

DANGLING = re.compile(
    rf"(?:\W|{BLANK}|(?:^|(?<=[\s{BLANK}]))(?:at|in|on|by|of|for|to|the|a|an|from|with|about|during|under|and|or|been|meetings?|"
    r"please)\b)+$",
    re.IGNORECASE,
)
"""What a limit leaves behind when it is taken out of the end: "what was agreed on LADO at the [meeting]"."""

MEETING_WORDS = re.compile(
    r"\b(?:meetings?|minutes|agreed|resolved|decided|decisions?|approved|discussed|session)\b", re.IGNORECASE
)
"""Words that make a date a limit on meetings, where otherwise it may belong to the fact that is asked for."""
