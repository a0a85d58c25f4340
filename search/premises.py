"""What a question takes for granted: "how did Councillor March vote" needs a Councillor March and a vote."""

import re
from collections.abc import Collection, Iterable, Iterator

from corpus.dates import dates_in
from search.asking import CONFIRMED, MINUTES_OF
from search.bodies import names_council, without_council
from search.heads import ENDS, NOUN
from search.needs import Need
from search.strangers import borne_out_by
from search.types import Query

NAMED = re.compile(
    r"\b(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Prof(?:essor)?)\.?\s+(?P<name>[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*){0,3})"
)
"""A person named with a title; a capital is needed, since "councillor declared" names nobody."""

JOINING = r"(?:on|about|of|for)\b"  # behind these a word is a thing: "agree on the refuse collection"
REFUSING = (
    r"(?<!\bauthority to )(?<!\bminded to )\b(?:refus|reject|dismiss|overturn)\w*|"
    r"\bnot to (?!be\b)\w+|"
    r"\bnot (?:be )?(?:carried|agreed|granted|approved|adopted|supported?|permitted|allowed)\b|"
    r"\bobject(?:s|ed|ions?)?\b|"
    r"\b(?:declined|lost|fell|fallen|defeated|unsuccessful)\b"
)
DEFERRING = r"\bdefer|\bpostpon|\badjourn|\blater\b|\b(?:put|held|carried) (?:off|over)\b"
COUNTED = r"\b(?:for|against|favour)\s?[:(]|(?<![£\d.,])\d+ (?:votes? )?(?:for|against|in favour)\b"
"""How the figures of a vote are printed: "For (12)", "12 for"; "£15 for a household" is none."""
PROPOSING = (
    r"(?-i:[A-Z][\w'’-]*[a-z’')]|[A-Z]BE|[A-Z]{1,2}),?(?: also| formally| then)? (?-i:proposed|moved|put forward)\b"
    r"|\b(?:proposed|moved|put forward)(?: by\b|\s?[:;-])|\b(?:proposer|mover)s?\b|\bprop\."
)
"""By somebody: "the proposed policies" were proposed by nobody."""
VOTING = rf"\bvot(?:e|es|ed|ers?|ing)\b|\babst\w+|{COUNTED}"
ABSTAINING = r"\babst(?:ain|en)\w*"
DISSENTING = (
    r"\b(?:vot(?:e|es|ed|ing)|names?|dissent\w*|opposition|objections?)\b[^.]{0,60}\b(?:recorded|minuted|shown|noted)\b|"
    r"\b(?:recorded|minuted|put on record|shown)\b[^.]{0,60}\b(?:vot(?:e|es|ed|ing)|dissent\w*|against)\b|\bdissent\w*"
)
"""By somebody who asks that it stand in the minutes."""
VOTES = frozenset((VOTING, ABSTAINING, DISSENTING))
"""Acts that are recorded behind the motion, in the list of who voted how."""
NEXT_MEETING = (
    r"(?<!confirmation at the )(?<!confirmed at the )\b(?:next|future|forthcoming|coming) "
    r"(?:\w+ ){0,3}meetings?\b[^.;]{0,60}?\d|"
    r"\bdates of (?:\w+ ){0,2}meetings\b[^.;]{0,60}?\d|\bmeet(?:ing)? (?:again|next)\b[^.;]{0,60}?\d"
)
"""A next meeting with its day."""
SAID_SO = VOTES | {NEXT_MEETING}
"""Acts that no paper words otherwise."""
STUDY = (
    r"(?:study|studies|reviews?|surveys?|inspect\w+|audits?|auditors?|investigat\w+|inquiry|consultations?|evaluations?|"
    r"assessments?|trials?|pilots?|polls?|peer challenge)"
)
"""What finds something; that it should be made tells no finding."""
ACTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(printed, re.IGNORECASE))
    for asked, printed in (
        (r"\b(?:refused|rejected|dismissed)\b", REFUSING),
        (
            rf"\b(?:did|does|we|they)\b(?: (?!{JOINING})\S+){{0,4}}(?<! the) (?:refuse|reject|dismiss)\b",
            REFUSING,
        ),
        (r"\b(?:deferred|postponed|adjourned|put off|held over)\b", DEFERRING),
        (r"\bdid\b(?: \S+){1,5} (?:defer|postpone|adjourn)\b", DEFERRING),
        (r"\bwho (?:proposed|moved|put forward)\b", PROPOSING),
        (r"\bseconded\b", r"\bsecond(?:ed|er|ers)\b"),
        (r"\b(?:how|did) (?:\S+ ){1,5}votes?\b|\bvoted\b", VOTING),
        (
            r"\bhow many (?:\w+ )?(?:councillors|cllrs|members) (?:\w+ )?(?:voted|backed|supported|opposed|rejected)\b",
            VOTING,
        ),
        (
            r"\bwhat (?:was|were) the (?:vote|voting|votes|tally) (?:at|for|on)\b|"
            r"\bvot(?:e|ing) (?:count|figures?|numbers?|result|split|tally)\b",
            VOTING,
        ),
        (r"\babstain(?:ed)?\b|\babstentions?\b", ABSTAINING),
        (
            r"\bwho(?:se)?\b.*\b(?:dissent\w*|disagreed|(?:vote|name|opposition|objection)s? (?:to be )?"
            r"(?:recorded|minuted|noted|shown)|(?:recorded|minuted|on record) (?:that|as|against|voting))\b",
            DISSENTING,
        ),
        (r"\bdeclared?\b|\binterests? (?:did|was|were)\b", r"\bdeclar|\binterest"),
        (
            r"\bwhy did\b.*\b(?:leave|withdraw from) the (?:room|chamber|meeting|item|debate)\b",
            r"\binterest|\bdeclar|\bbecause\b|\bas (?:an?|his|her|he|she|they|the)\b|\bbeing\b|\bsince\b",
        ),
        (
            r"\bwho (?:\w+ )?(?:handed|brought|presented|submitted|organi[sz]ed|started|put)\b.*\bpetition",
            r"\bpresent(?:ed|ing)\b|\bhand(?:ed|ing) in\b|\bsubmitted by\b|\bpetition(?:er| from| by)\b|\borganis",
        ),
        (r"\bwithdr(?:aw|ew|awn)\b", r"\bwithdr[ae]w"),
        (r"\bwho (?:\w+ )?spoke\b", r"\bsp(?:oke|eak|eech)|\baddress|\bsaid\b|\bobject|\bsupport|\btold\b"),
        (
            r"\b(?:when|dates?|day)\b.*\bnext (?:\w+ ){0,3}meetings?\b|\bnext (?:\w+ ){0,3}meetings? dates?\b|"
            r"\bwhen\b.*\b(?:next meet(?:s|ing)?|meet(?:s|ing)? (?:next|again))\b",
            NEXT_MEETING,
        ),
        (
            r"\b(?:which|what) (?:\w+ )?(?:company|firm|contractor|supplier|builder|consultants?|provider)s?\b.*"
            r"\b(?:won|got|given|awarded)\b",
            r"\bw[io]n(?:s|ner|ners)?\b|\bsuccessful (?:bid|tender|contract)|\bawarded (?:it |the contract )?to\b|"
            r"\baward of\b|"
            r"\bsecured?\b|\bcontract (?:with|be let to|was let to)\b|"
            r"\bappointed\b|\b(?:Ltd|Limited|plc|LLP)\b",
        ),
        (
            rf"\bwhat (?:did|does|do|has|have|had) .*\b{STUDY}\b.*\b(?:find|found|shown?|conclude|reveal|uncover)",
            r"\b(?:finds?|found|findings?|agreed?)\b|%|\bper cent\b|\b(?:conclu|show|reveal|identif|result|highlight|"
            r"indicat|suggest|demonstrat|judg|rated|grade|outcome|strength|weak|improve|respon)",
        ),
        (
            r"\bwhat (?:did|has|have|was|were)\b.*\b(?:in reply|in response|written (?:answer|reply|response))\b|"
            r"\b(?:what|which) (?:reply|answer|response)\b",
            r"\brepl(?:y|ies|ied)\b|\brespon(?:d|se)|\banswer",
        ),
        (
            r"\bwho (?:has )?won\b|\bdid (?:\S+ ){1,5}win\b",
            r"\bw[io]n(?:s|ner|ners|ning)?\b|\belected\b|\bsuccessful\b|\baward(?:s|ed)?\b|\bsecured?\b|"
            r"\bcontract with\b",
        ),
        (r"\bresign(?:ed|s|ing|ation)?\b", r"\bresign|\bst(?:epped|ood) down\b|\bstepping down\b"),
    )
)
"""What somebody is said to have done, with the words by which a record tells that it was done.

They are sought as printed: by its stem "seconded" would be borne out by a second runway.
"""


CHAIRED = re.compile(r"(?:chair\w*|presid\w*)(?: (?:the|it|over|at|meeting))*", re.IGNORECASE)
ASKING = re.compile(
    r"^\W*(?:who|whose|what|when|where|which|why|how|did|do|does|has|have|had|is|are|was|were|will|can|could|should)\b"
    r"|\bhow (?:many|much|long|often)\b|\b(?:who|what|when|why|whether) (?:was|is|were|are|did|has)\b"
    r"|\b(?:what|why)\b|\w ?[,:;–-] (?:who|whose|when|where|which|how|did|does|is|are|was|were|will|can|could)\b",
    re.IGNORECASE,
)
"""How a question is asked, where words alone only look for something."""


SAID = re.compile(
    r"\bwhat (?:did|does|do|had|has|have)\b.*"
    r"\b(?:say|said|ask|asked|think|tell|told|explain|argue|comment|reply|answer)\b",
    re.IGNORECASE,
)
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)  # those of a day: "the action from minute 7" tells nothing of them
OFFICE_OF = re.compile(
    r"\bwho(?P<now>'s| is)?(?: was)? (?:now |currently )?(?:the |our )?(?:[\w'’-]+ )?"
    r"(?P<office>head|director|leader|manager|cabinet member|lead member|portfolio holder)s? (?:of|for) "
    rf"(?:the |our |its )?{NOUN}{ENDS}",
    re.IGNORECASE,
)
"""Who holds an office of something: head teachers are no heads of the virtual school."""


CHAIR_OF = re.compile(
    r"\bwho (?:chairs|chaired|is chairing) (?:the |our |its )?"
    r"(?P<whose>(?:[\w'’-]+ ){1,6}?(?:group|party|forum|partnership))\b",
    re.IGNORECASE,
)
"""Who chairs what is no body of the council: a chair's announcements on it name nobody."""
MAKER = re.compile(
    r"\bwho(?:'s| is| was| are| were) (?:the |our |its )?(?:[\w'’-]+ )?"
    r"(?P<maker>(?!(?:officer|member|councillor)\b)[\w'’-]{3,}(?:er|or)s?)\b (?:of|for|in|on|at)\b",
    re.IGNORECASE,
)
"""Who made or does something: "the developer" is not told of where something is developed."""


VOTER = re.compile(
    r"\bhow did (?:the |our |all )?(?P<who>(?:[\w'’-]+ ){1,3}?)(?P<body>(?:councillors?|cllrs?|members?) )?vote\b"
    r"(?! (?:go|turn|end|come|split|fall)\b)",
    re.IGNORECASE,
)
"""Whose vote is asked about."""
STYLED = re.compile(r"^(?:cllrs?|councillors?|mrs?|ms|miss|dr|sir|dame|alderman)\.? (?=\S)", re.IGNORECASE)
"""A title before a name, in small letters too, as people type: "cllr hallam"."""
WHOEVER = re.compile(
    r"\b(?:they|we|you|it|i|he|she|each|every\w*|people|part(?:y|ies)|groups?|council(?:s|lors?)?|cllrs?|members?|"
    r"committee|cabinet|commission|panel|board|executive|meeting|full|whole|opposition|majority|individual|all|our|"
    r"borough|city|county|district|local|parish|town|different|leaders?)\b",
    re.IGNORECASE,
)
"""Whoever voted: these are named by no list of a vote."""
APART = re.compile(
    r"\b(?:in|for|by) (?:each|every) (?P<place>ward|division|district|parish|borough|town|village|school)\b",
    re.IGNORECASE,
)
"""Places for each of which something is asked: one number for all of them tells none."""


def _apart(query: Query) -> list[re.Pattern[str]]:
    return [re.compile(rf"\b{found['place']}", re.IGNORECASE) for found in APART.finditer(query.text)]


def _holding(query: Query) -> list[re.Pattern[str]]:
    """Return how the office asked about is printed: it and what it is of close together, in either order."""
    if chaired := CHAIR_OF.search(query.text):
        of = re.escape(chaired["whose"].split()[-1])
        before = rf"\b(?:chairs|chaired|chairing|chair (?:of|for))\W+(?:[\w'’-]+\W+){{0,6}}?{of}\b"
        near = rf"{before}|\b{of}(?:['’]s)?\W+(?:[\w'’-]+\W+){{0,4}}?chair(?:ed by)?\b"
        return [re.compile(near, re.IGNORECASE)]
    asked = OFFICE_OF.search(query.text)
    if asked is None:
        maker = MAKER.search(query.text)
        return [re.compile(rf"\b{re.escape(maker['maker'].rstrip('s'))}s?\b", re.IGNORECASE)] if maker else []
    office, of = re.escape(asked["office"]), re.escape(asked["noun"].split()[-1].rstrip("s"))
    past = r"(?<!served as )(?<!former )(?<!previous )" if asked["now"] else ""
    near = rf"\b{past}{office}\W+(?:of|for)\W+(?:[\w'’-]+\W+){{0,4}}?{of}|\b{of}\w*\W+(?:[\w'’-]+\W+){{0,1}}?{office}\b"
    return [re.compile(near, re.IGNORECASE)]


def premises_of(query: Query) -> tuple[re.Pattern[str], ...]:
    """Return what the question takes for granted, each as the words of which a passage must hold one."""
    acts = [printed for asked, printed in ACTS if asked.search(query.text)]
    people = (*_people(query), *_voters(query))
    told = (*people, *acts, *_holding(query), *_apart(query), *_minutes_of(query), *borne_out_by(query))
    return tuple(dict.fromkeys(told))


def named_in(query: Query) -> tuple[re.Pattern[str], ...]:
    """Return what the question takes for granted and no paper words otherwise: who, that they voted, when they meet."""
    acts = [printed for asked, printed in ACTS if printed.pattern in SAID_SO and asked.search(query.text)]
    told = (*_people(query), *_voters(query), *acts, *_apart(query), *_minutes_of(query), *borne_out_by(query))
    return tuple(dict.fromkeys(told))


def _people(query: Query) -> list[re.Pattern[str]]:
    return [_surname(found["name"].split()[-1]) for found in NAMED.finditer(query.text)]


def _voters(query: Query) -> list[re.Pattern[str]]:
    """Return whose vote is asked about as printed: a name in the list, or a place with its members' voting."""
    voter = VOTER.search(query.text)
    who = STYLED.sub("", voter["who"]).strip() if voter else ""
    if voter is None or not who or WHOEVER.search(who) or names_council(who, query.councils):
        return []
    name = _surname(who.split()[-1])
    if voter["body"] is None:
        return [name]
    told = rf"{name.pattern}(?:\W+\w+){{0,8}}?\W+vot|\bvot\w+(?:\W+\w+){{0,6}}?\W+{name.pattern}"
    return [re.compile(told, re.IGNORECASE)]


def _minutes_of(query: Query) -> Iterator[re.Pattern[str]]:
    """Yield the day as printed where it is asked whether the minutes of that day were confirmed or corrected."""
    if not CONFIRMED.search(query.text):
        return
    for day in dates_in(query.topic):
        if day.full is not None and MINUTES_OF.search(query.topic[: day.start]):
            when = day.full
            yield MINUTES
            yield re.compile(
                rf"\b0?{when.day}(?:st|nd|rd|th)?(?: of)?\s+{when:%B}\b(?!,?\s+(?!{when.year})\d{{4}})"
                rf"|\b0?{when.day}[./]0?{when.month}[./](?:20)?{when:%y}\b|\b{when:%B}\s+{when.day}(?:st|nd|rd|th)?\b",
                re.IGNORECASE,
            )


def matter_of(needs: Iterable[Need], premises: Collection[re.Pattern[str]]) -> tuple[Need, ...]:
    """Return the needs without the words of the acts, which are borne out in whatever words record them."""
    everything = tuple(needs)
    return tuple(need for need in everything if not any(one.search(need.shown) for one in premises)) or everything


def granted(premises: Iterable[re.Pattern[str]], text: str) -> bool:
    """Say whether these words bear out all that the question takes for granted."""
    return all(one.search(text) for one in premises)


def _surname(name: str) -> re.Pattern[str]:
    """Return the name as any paper prints it: its apostrophe straight or curled, its owner's left out."""
    letters = re.escape(re.sub(r"['’]s$", "", name)).replace("’", "'").replace("'", "['’]")
    return re.compile(rf"\b{letters}\b", re.IGNORECASE)


def bound(query: Query) -> bool:
    """Say whether the question names a body, a person or an act, and so means its words as the record has them.

    A council's name says whose papers are meant, and nothing of the words.
    """
    return bool(query.bodies or premises_of(query)) or query.want == "decision"


def asks(query: Query) -> bool:
    """Say whether it is a question: words alone ("paying to have the lawn clippings taken away") look for a place."""
    return bool(ASKING.search(query.text)) or query.text.rstrip().endswith("?")


def asks_words(query: Query) -> bool:
    """Say whether it is asked what somebody said: no list of those present tells it."""
    return bool(SAID.search(query.text))


def asks_list(query: Query) -> bool:
    """Say whether nothing is asked but who was there, or in the chair: the list of a meeting tells it.

    The initials of the council whose meeting it was stay in the topic, and are none: "members present KCC 13 March".
    """
    left = without_council(query.topic, query.councils)
    return query.want == "attendance" and bool(CHAIRED.fullmatch(left) or (query.topic and not left))
