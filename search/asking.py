"""The ways in which people ask about a council's record, as data: what each asks for, and the words that only ask.

Patterns are tried in order on the question, its white space folded to single spaces, with its limits (bodies, dates,
references) blanked out by ``BLANK``; what a pattern matched is taken out of the question, and the topic is left.
"""

import re

from search.types import Want

BLANK = "\x00"
"""Stands for each character of a limit already read."""

START = r"(?<![a-z]\s)"
"""No word stands before: a question that opens with its verb, as "was Mr Love present?"."""

LIMIT = rf"{BLANK}(?:[{BLANK} ]*{BLANK})?"
"""One limit or several in a row: "Kent Cabinet" is a council and a body."""

ACTOR = (
    rf"(?:(?:the )?(?:full |whole )?{LIMIT}(?: as a whole)?(?: in {LIMIT})?|"
    rf"we|they|it|(?:the )?(?:{LIMIT} )?(?:members?|councillors?|cllrs?|officers?|scrutiny)|"
    r"(?:the )?(?:full )?(?:council|commission|"
    r"committee|board|panel|cabinet|executive|meeting|parish|clerk|leader|mayor|report|paper|director|cc)"
    r"|(?:the )?(?:(?:overview|and|full|main|scrutiny) ){1,3}(?:commission|committee|panel|board))"
)
ABOUT = (
    r"(?: (?:about|on|regarding|concerning|for|in relation to|in respect of|with (?:regards?|respect) to|relating to|"
    r"as regards|around|over|to do (?:about|with)|to happen (?:about|with|to)|of|in|as|when it (?:came|comes) to))?\b"
)
BE = r"(?:was|were|is|are|has been|have been|had been|got|did get)"
DECIDED = (
    r"(?:agreed|resolved|decided|approved|determined|concluded|adopted|passed|settled|ratified|endorsed|authorised)"
)
DECIDE = r"(?:agree|resolve|decide|approve|determine|conclude|adopt|pass|settle|vote|ratify|endorse|authorise|do)"
SET = r"(?:set(?! aside)|fix|back|support|oppose|object|accept|grant|appoint|elect)"
"""What a body does as well as decides, with the thing itself beside it: "what precept did they set"."""
TURNED = (
    r"(?:refused?|reject(?:ed)?|deferr?(?:ed)?|declined?|withdr[ae]wn?|postponed?|dismiss(?:ed)?|"
    r"overturn(?:ed)?)"
)
SAID_YES = (
    r"(?:voted (?:through|down|in)|waved through|signed off|turned down|thrown out|knocked back|put off|kicked out|"
    r"(?:given|got|had) (?:the|a) (?:go[- ]ahead|green light|nod|all[- ]clear|thumbs[- ]up))"
)
"""What people say of what was agreed or refused."""
DONE = rf"(?:{DECIDED}|{TURNED}|{SAID_YES}|carried|accepted|lost|noted|confirmed)"
DONE_YET = rf"{DONE}(?:,? or (?:not|{DONE}))?(?: (?:yet|already|so far|at all))?"
"""The same with what may stand behind it: "has it been agreed yet", "was it approved or refused"."""
BECOME = (
    rf"(?:been (?!{DONE}\b)\w+(?: \S+){{0,4}}?|started|begun|opened|closed|finished|happened|changed|moved|"
    r"improved|worsened|risen|fallen|"
    r"gone (?:up|down|ahead)|come|arrived|left|returned)"
)
"""What may have become of a thing since it was last spoken of."""
SOMEHOW = r"(?:finally |formally |eventually |actually |ever |already |last |first )?"
LISTED = r"(?:decisions?|resolutions?|outcomes?|agreements?)"
RECOMMENDED = r"recommend(?:ed|ations?)?"
INTERESTS = r"(?:\w+ ){0,2}?interests?"
NOW = r"(?:now|currently|at present|to date|so far)"
MEASURES = (
    r"(?:costs?|number|total|amount|budget|deficit|percentage|proportion|rate|value|figures?|price|size|share|precept|"
    r"fees?|sum|balance|overspend|underspend|savings?|target|grant|score|average|count|ratio|forecast|per cent)"
)

SOMEBODY = (
    r"(?:members?|councillors?|cllrs?|officers?|directors?|committees?|boards?|panels?|commissions?|councils?|part(?:y|ies)|"
    r"groups?|persons?|people|residents?|compan(?:y|ies)|reports?|papers?|minutes?|meetings?|wards?|schools?)"
)
"""Whom or what "which" may ask for, that is no figure: "which member told the budget meeting"."""

WAYS: tuple[tuple[Want, tuple[str, ...]], ...] = (
    (
        "comparison",  # recommended beside agreed
        (
            rf"what (?:did|does) {ACTOR} recommend(?: \w+)?? and what {BE} {DECIDED}{ABOUT}",
            rf"what (?:did|does|do) (?:{ACTOR} )?recommend{ABOUT}"
            rf"(?=.*\band what (?:{BE}|did \S+(?: \S+)?) (?:then )?(?:{DECIDED}|{DECIDE})\W*$)",
            rf"what {BE} recommended and (?:what (?:{BE} )?)?(?:then )?{DECIDED}{ABOUT}",
            rf"compare (?:the |what {BE} )?{RECOMMENDED} (?:with|to|and) (?:the |what {BE} )?\w+{ABOUT}",
            rf"{RECOMMENDED} (?:beside|against|versus|vs\.?|and|or) (?:what {BE} )?{DECIDED}{ABOUT}",
            rf"{START}(?:did|has|have) {ACTOR} (?:accept|follow|reject|agree (?:to|with)|go (?:along with|against)|"
            rf"depart from)(?:ed)? (?:all )?(?:of )?(?:the |its |their )?(?:\S+ )?{RECOMMENDED}{ABOUT}",
            rf"{START}(?:was|were) the recommendations?{ABOUT}"
            rf"(?=.*\b(?:accepted|followed|{DECIDED}|changed|amended)\W*$)",
        ),
    ),
    ("any", (r"what (?:does|do|is|are) (?=.*\b(?:stand for|mean|short for)\W*$)",)),  # a short form
    (
        "recommendation",
        (
            rf"what {BE} (?:being )?recommended{ABOUT}",
            rf"what (?:is|are|was|were) (?:{ACTOR}|scrutiny) (?:being )?asked to "
            rf"(?:do|note|agree|approve|consider|decide|endorse){ABOUT}",
            rf"what (?:did|does|do) {ACTOR} (?:recommend|propose to recommend|suggest){ABOUT}",
            r"what (?:did|does|do) (?=(?:\S+ ){1,8}recommend\W*$)",  # "what does the parking report recommend"
            rf"(?:what {BE} )?(?:the |any )?(?:officers?(?:['’]s?)? )?recommendations?{ABOUT}",
        ),
    ),
    (
        "declaration",
        (
            rf"(?:who|which \w+) (?:has |had |have )?declared (?:an? |any |their )?{INTERESTS}{ABOUT}",
            rf"(?:who|which \w+) (?:has |had |have )(?:an? |any |their )?{INTERESTS}(?: to declare)?{ABOUT}",
            rf"what {INTERESTS} (?:(?:{BE}|did) )?(?:declared|registered)?{ABOUT}",
            rf"{START}(?:did|has) (?=.*\bdeclare)",
            r"why did (?=.*\bleave the (?:room|chamber|meeting)\b)",
            rf"(?:were there |was there )?(?:any |an |a )?declarations?(?: of {INTERESTS})?{ABOUT}",
            rf"(?:any |a )?(?:conflicts? of interests?|pecuniary interests?|interests? declared){ABOUT}",
        ),
    ),
    (
        "attendance",
        (
            r"who (?:(?:was|were) (?:not )?(?:present|there|in attendance|absent|in the chair|at(?=\s))|attended|came|"
            r"(?:did not|didn't) attend|was missing)\b(?: (?:at|for|from|to|by))?",
            r"(?:who (?:sent|gave|made|submitted|offered) (?:their )?)?(?=apologies\b)",
            r"who (?:was (?:the )?)?(?=(?:chaired|presided|substituted?|chair(?:man|woman|person)?)\b)",
            r"(?:how many |which )?(?:members|councillors|people) "
            r"(?:were )?(?:present|there|absent|attended|came(?! (?:through|forward|up|in|out|on)\b))\b"
            r"(?: (?:at|from))?",
            rf"{START}(?:was|were|did) "
            r"(?=.*\b(?:present|attend|there|absent|in attendance)\W*$)",
            rf"{START}(?:was|were) (?!.*\b(?:\w{{3,}}(?:red|ted|ved|sed|ced|ned|eed|ied)|made|put|held|taken|given)\b)"
            r"(?=.*(?:\bat the|\x00)(?: [\w\x00]+){0,3} meeting\W*$)",
            rf"{START}(?:was|were|did) (?=(?:(?-i:[A-Z])[\w'’.-]* ){{1,5}}(?:also )?"  # by name
            r"(?:at|present|there|absent|in attendance|attend)\b)",
            r"(?:the )?attendance (?:at|list|of|for|record)\b",
        ),
    ),
    (
        "latest",
        (
            r"(?:what(?:'s| is| was) |give me )?(?:the )?(?:latest|most recent) (?:position|news|update|on|about|with|"
            rf"decision|situation|state|status|progress|word)\b{ABOUT}",
            rf"(?:what(?:'s| is) )?(?:the )?(?:current|present) (?:position|status|situation|state of play){ABOUT}",
            r"where (?:are we|do (?:we|things) stand|have we got to) (?:with|on|regarding)\b",
            r"what(?:'s| has| is| was)? happen(?:ed|ing) (?:to|with|about|on|over)\b",
            r"(?:is there |was there )?(?:any|an) (?:update|progress|news) (?:on|with|about)\b",
            rf"{START}(?:did|has|was|were|have) (?=.*\b(?:come|came|brought|reported|report) back\b)",
            rf"(?:what (?:is|are)|what's|how \w+ (?:is|are)|is|are) (?=.*\b{NOW}\b)",
            rf"{START}(?:has|have) (?!.*\b{DONE}\W*$)(?=.*\b{BECOME}\W*$)",  # "have the flats been finished"
            rf"{START}(?:was|were) (?!.*\b{DONE}\W*$)(?=.*\bever\b)",
            rf"{START}(?:does|do|did|will) (?=.*\bstand\b(?! (?:for(?! \d)|down|as|in|up)\b))",  # "does it stand"
        ),
    ),
    (
        "decision",
        (
            rf"compare what {ACTOR} {DECIDED} (?:and|to|with) what {ACTOR} {DECIDED}{ABOUT}",
            rf"what (?:else )?{BE} {SOMEHOW}{DECIDED}{ABOUT}",
            rf"what (?:did|has|have|had) {ACTOR} {SOMEHOW}(?:{DECIDE}|{DECIDED}){ABOUT}",
            rf"what {LISTED} (?:(?:{BE}|did) )?(?:{ACTOR} )?(?:made|make|taken|take|reached|reach|passed|pass)?{ABOUT}",
            rf"(?:what {BE} )?(?:the |any |all |list )*{LISTED} (?:made |taken |reached |passed )?(?:by {BLANK}+ )?"
            r"(?:on|about|regarding|concerning|for|of|in relation to|relating to|to)\b",
            rf"(?:all |list |the |any |key )*(?:decisions|resolutions) (?:were |was )?(?:made |taken |passed )?"
            rf"(?=(?:(?:by|at|in|on|of|from|since|during|for|the|{BLANK}+) ?){{0,4}}{BLANK})",
            rf"(?<={BLANK} )(?:decisions|resolutions)\b(?=\W*$)",
            r"what happened (?:about|at|under|on)\b",
            rf"(?:when|why|where) (?:did|was|were|has|have) (?:{ACTOR} )?{SOMEHOW}"
            rf"(?={TURNED}|{DECIDED}|{DECIDE}\b)(?:{DECIDED}|{DECIDE}\b)?{ABOUT}",
            rf"(?:did|has|have|had) {ACTOR} {SOMEHOW}"
            rf"(?={TURNED}|{DECIDED}|{DECIDE}\b|{SET}\b)(?:{DECIDED}|{DECIDE}\b|{SET}\b)?(?: to)?{ABOUT}",
            rf"what (?:did|has|have|had) {ACTOR} (?:ask|request|instruct|direct|require|tell|want|urge)(?:ed)? "
            rf"(?:\S+ ){{1,5}}?to do\b{ABOUT}",  # "what did the council ask the leader to do about"
            rf"{START}(?:did|has|have|had) {ACTOR} (?:ask(?:ed)?|request(?:ed)?|call(?:ed)?) for\b",
            rf"(?:how|did) {ACTOR} (?:vote|voted)\b{ABOUT}",
            rf"what (?:did|has|have|had) {ACTOR} end(?:ed)? up (?:agree|ask|call|decid|do|vot)ing\b{ABOUT}",
            rf"{START}(?:was|were|is|has|have|are) "
            rf"(?=.*\b{DONE_YET}(?:\W*$|,? and (?:\w+ )?(?:who|what|when|how|why)\b))",
            rf"{START}(?:was|is|has|had) it (?:been )?{SOMEHOW}{DECIDED}(?: (?:that|to|whether|if))?\b",
            rf"{START}(?:did|has|have|had) {ACTOR} {SOMEHOW}(?:sa(?:y|id) (?:yes|no) to|thr[eo]wn? out|"
            r"turn(?:ed)? down|sign(?:ed)? off(?: on)?|vote(?:d)? (?:through|down)|knock(?:ed)? back)\b",
            rf"{START}(?:was|were|is|has|have|had) (?:[\w-]+ ){{0,3}}?(?:permission|consent|licen[cs]e) "
            r"(?:been )?(?:given|granted|refused)(?: or (?:given|granted|refused))?(?: (?:for|to|on))?\b",
            rf"{START}(?:did|has|have) (?=.*\bg[eo]t\b.*\b(?:waived|permission|consent|granted|licen[cs]e|approval|"
            r"extension|approved|extended|renewed|refused)\b)",  # "did the club get its rent waived"
            rf"{DECIDED} (?:on|about|regarding|for)\b",
        ),
    ),
    (
        "figure",  # the thing measured stays in the topic
        (
            r"how (?:much|many|big|large|high|long|old|few|often|far|fast|low|small|wide|tall|heavy)\b",
            rf"(?:what|which) (?!{SOMEBODY}\b)(?:(?:is|was|are|were|will be|would be) )?"
            rf"(?=(?:the )?(?:[\w'’-]+ ){{0,5}}?{MEASURES}\b)",
        ),
    ),
    (
        "discussion",
        (
            rf"what {BE} (?:said|discussed|raised|asked|heard|reported|noted|mentioned|suggested){ABOUT}",
            rf"what did {ACTOR} (?:say|discuss|raise|ask|hear|note|mention|comment|think|report){ABOUT}",
            r"what (?:questions|comments|concerns|points) (?:were )?(?:asked|made|raised) (?:about|on|regarding|by)\b",
        ),
    ),
    (
        "decision",
        (
            rf"(?<!be )(?<!date ){DECIDED}\W*$",
            r"(?<=[\w,;:] )(?<!of )(?<!the )(?<!this )(?<!that )(?<!a )(?:decisions?|resolutions?|outcomes?)\W*$",
        ),
    ),  # "bin charge agreed", "… decision"
)
ASKING: tuple[tuple[Want, re.Pattern[str]], ...] = tuple(
    (want, re.compile(rf"(?:^|(?<=[\s{BLANK},;:]))(?:{pattern})", re.IGNORECASE))
    for want, patterns in WAYS
    for pattern in patterns
)
"""What is asked for, and how: the first that matches is taken, so the narrow ones stand first."""

TRAILING: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:{DONE_YET}|followed)\W*$",  # "was the budget approved?"
        r"\b(?:present|there|in attendance|absent|attend(?:ed)?|"  # "was he present?"
        r"at the(?: (?:last|latest|same|first|next|previous|whole))? meeting)\W*$",
        r"\b(?:come|came|brought|reported|report) back(?: to \w+)?\W*$",  # "did the action plan come back?"
        r"\bdeclared? (?:an? |any )?(?:\w+ )?interests?(?: (?:about|in|on|for|as|regarding))?\b",  # "did he declare"
        r"\b(?:and|but) what (?:was|were) \w+\W*$",  # "... and what was agreed?"
        r"\b(?:and|but) what did \S+(?: \S+)? (?:then )?\w+\W*$",  # "... and what did cabinet then do?"
        r"\b(?:stand for|mean|short for)\W*$",  # "what does LADO stand for?"
        r"\bstand\W*$",  # "does the closure stand"
        r"\brecommend\W*$",  # "what does the parking report recommend?"
        rf"\b{NOW}\b",  # "what is the deficit now?"
    )
)
"""The other half of the questions that turn round their subject, taken out with what they ask for."""

LEADING = re.compile(
    rf"(?:please|can you|could you|tell me|show me|find(?: me)?|give me|list|search for|i want to know|what about|"
    rf"how about|decisions?(?= {BLANK})|happened|what(?:'s)?|who|when|where|which|why|how|is|are|was|were|do|does|did|"
    r"has|have|the|a|an|any|about|on|to|of|in|at|by|for|and|that)\b\W*|\W+",
    re.IGNORECASE,
)
"""Words before the topic that only lead up to it, one at a time."""

ABSENT = re.compile(
    r"\bwho (?:couldn['’]?t|could not|was(?:n['’]t| not) able to|was unable to) "
    r"(?:make|attend|come to|be at)\b(?: it to\b)?"
    r"|\bwho (?:missed|was away (?:from|for|at))\b(?=.*(?:meeting|cabinet|council|committee|commission|board|panel)\b)"
    r"|\band who (?:came|went|sat|stood)(?: in)?(?: instead| (?:in|for) (?:their|his|her|whose) (?:place|stead))",
    re.IGNORECASE,
)
"""Who was not there, as people ask it; a record lists apologies."""

FILLERS = re.compile(r"\b(?:in the end|at the end of the day|eventually|ultimately|roughly)\b", re.IGNORECASE)
"""What is said of no topic: "what did they decide in the end about the closure"."""

DANGLING = re.compile(
    r"(?:(?:^|(?<=\W))(?<!-)(?:at|in|on|by|of|for|to|the|a|an|from|with|about|during|under|and|or|been|meetings?|please|"
    r"it|them)"
    r"|[^\w)%])$",
    re.IGNORECASE,
)
"""What a limit leaves behind at the end when it is taken out, one at a time: "agreed on LADO at the [meeting]"."""

ASKING_WORD = re.compile(r"[^\W\d_]+")
SLIPS = {
    slip: word
    for word, slips in {
        "what": "wat wht waht whta wot",
        "what's": "whats wots wats whts",
        "was": "wass wsa",
        "who": "woh hwo",
        "when": "wen whne",
        "how": "hw",
        "about": "abt",
        "because": "cuz bcos",
        "between": "btwn betw",
        "from": "frm",
        "have": "hav",
        "please": "pls plz",
        "should": "shd shld",
        "their": "thier",
        "would": "wld wud",
        "agreed": "agred aggreed agreeed agreedd areed",
        "decided": "decied desided decidid descided",
        "resolved": "reslved resloved resolvd",
        "approved": "aproved approvd apporved",
        "recommended": "recomended reccomended reccommended recommeded",
        "recommendation": "recomendation reccomendation reccommendation",
        "recommendations": "recomendations reccomendations reccommendations",
        "declared": "declaired decalred declard",
        "interest": "intrest interst",
        "apologies": "appologies apologys apolgies",
        "attended": "atended attendd",
        "deferred": "defered deffered",
    }.items()
    for slip in slips.split()
}
"""Slips and short forms of the words that ask; none of them is a word, so none can be a topic."""


def unslipped(question: str) -> str:
    """Return the question with slips in the words that only ask put right: "wat was agred on LADO"."""
    return ASKING_WORD.sub(lambda match: _meant(match.group(), question), question)


def _meant(word: str, question: str) -> str:
    short_form = len(word) > 1 and word.isupper() and not question.isupper()  # "HW road scheme"
    return word if short_form else SLIPS.get(word.lower(), word)


GROUPS = re.compile(
    r"\b(?:conservatives?|tor(?:y|ies)|labour(?:'?s)?|liberal democrats?|lib ?dems?|greens?|independents?|"
    r"reform(?: uk)?|plaid cymru|opposition)\b",
    re.IGNORECASE,
)
"""Political groups: minutes name who moved a motion, and not of which group they were."""

MEETING_WORDS = re.compile(
    r"\b(?:meetings?|minutes|agreed|resolved|decided|decisions?|approved|discussed|session|motions?|amendments?|chaired|"
    r"passed|carried|defeated|rejected|refused|"
    r"(?:vice|deputy)[- ]chair\w*|voted?|votes|voting|abst(?:ain|ention)\w*|seconded|present|attend(?:ed)?|apologies|"
    r"(?:press|public)\b.*\bexcluded|in private)\b",
    re.IGNORECASE,
)
"""Words that make a date a limit on meetings, where otherwise it may belong to the fact that is asked for."""

MEETING_ITSELF = re.compile(r"\b(?:meetings?|minutes)\b", re.IGNORECASE)
"""Words that make a year beside a figure the year of a meeting, where otherwise it is that of the figure."""

MINUTES_OF = re.compile(
    r"\bminutes?(?: (?:of|for|from|the|its|their|meeting|held|on|last|a|special|annual))*\s*$", re.IGNORECASE
)
"""What stands before the day of a meeting whose minutes are meant."""

CONFIRMED = re.compile(
    r"\b(?:(?:agree|approve|confirm|sign|correct|amend|accept)(?:e?d)?|corrections?)\b(?=.*\bminutes?\b)|"
    r"\bminutes?\b(?=.*\b(?:agreed|approved|confirmed|signed|corrected|amended|accepted|corrections?)\b)",
    re.IGNORECASE,
)
"""What a later meeting does with the minutes of an earlier one."""

ASKS_WHO = re.compile(r"\W*(?:who|whose|which (?:councillor|cllr|member|officer|director|person))\b", re.IGNORECASE)
"""What asks for somebody, whatever it says of decisions: "who called in the decision on the hubs"."""

NEWEST = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|recently|current(?:ly)?|now|nowadays|still|yet|again|so far|to date|"
    r"up to date|at present|at the moment|these days|got to|gone (?:up|down)|come back|became of|"
    r"any (?:news|update|progress))\b",
    re.IGNORECASE,
)
"""Words that ask for how things stand: of several passages that fit, the newest answers."""
AS_OF_NOW = re.compile(
    r"\b(?:latest|newest|most recent(?:ly)?|current(?:ly)?|now(?! that\b)|nowadays|these days|"
    r"at (?:present|the moment)|"
    r"final(?:\s[\w/-]+){0,4}?\s(?:figures?|grants?|settlements?|allocations?|amounts?|totals?|costs?|sums?))\b",
    re.IGNORECASE,
)
"""What asks a question of fact of how things stand today."""
