"""Formal phrases of councils as data, each with the council or the statute that it comes from.

Here stand those of papers, meetings and the people at them; those of what is decided stand in
``corpus.phrases_decided``, those of how a paper is kept, closed and followed up in ``corpus.phrases_kept``. These are
the one place to teach Minutebook a new council's habit: add the words there, with a note of who uses them.
Every phrase is a regular expression, matched without regard to case unless its comment says otherwise; a space
stands for any white space.
"""
# ruff: noqa: E501  a phrase is easier to check unbroken, with its source on its line

from corpus.types import PaperKind

# The beginning of minutes
MINUTES_OPENINGS = (
    r"minutes? of (?:a|an|the)? ?(?:[\w-]+ ){0,3}(?:meeting|proceedings|assembly|hearing)",  # Leicester, Kent, most councils; "MINUTE of MEETING" in Scotland
    r"at an? (?:[\w-]+ ){0,2}meeting of (?:the )?.{3,160}\bheld\b",  # Durham: "At a Meeting of the … Committee held in"
    r"minutes of (?:a|an|the)? ?[\w ,&'’-]{3,80}? meeting",  # Burton-cum-Walden: "MINUTES OF THE PARISH COUNCIL MEETING"
    r"minutes of (?:the )?[\w ,&'’-]{3,90}(?:council|committee|cabinet|commission|panel|board|executive|forum)",  # many
    r"(?:draft |unconfirmed |printed )?minutes ?[-–—:]? ?(?:meeting )?(?:held )?",  # a bare heading: "Minutes - 4 May 2023"
    r"(?:draft )?minute (?:no\.? ?)?\d{1,3}/(?:20)?\d\d$|an? (?:[\w-]+ ){0,2}meeting of (?:the )?.{3,100}\bwas held\b",  # Shetland; Yorkshire, where no line says minutes
    r"(?:(?:draft|formal|action|agreed) ){0,2}notes (?:of|from) (?:a|an|the)? ?(?:[\w&’'-]+ ){0,7}meeting",  # working groups and partnerships
    r"cofnodion (?:o )?(?:gyfarfod)?",  # Welsh councils
    r"record of (?:the )?proceedings",  # some combined authorities
)

# The name of a file that says that it holds minutes
CALLED_MINUTES = r"\b(?:minutes?|mins)\b"

# Words after "minutes of …" that show a sentence about other minutes, not the beginning of minutes
ABOUT_MINUTES = (
    r"\b(?:confirmed|approved|agreed|signed|circulated|read|received|noted|amended|attached|submitted|published|accepted)\b",
    r"\bto (?:confirm|approve|agree|sign|receive|note|consider)\b",
    r"\bcorrect record\b|\btrue (?:record|copy)\b|\bmatters arising\b|\bpages? \d|\b(?:previous|last|preceding) meetings?\b",
)

# An agenda or a front sheet, before the meeting: never the beginning of minutes
SUMMONS = (
    r"\bwill be held\b",  # Kent and most: "A meeting of the County Council will be held"
    r"\b(?:are|is) (?:hereby )?(?:summoned|invited|requested) to (?:attend|a meeting|the)",  # Local Government Act 1972, Sch 12
    r"\bsummons to\b|\bagenda for\b|\bnotice of meeting\b|\bto (?:be )?transact(?:ed)? the (?:following )?business\b",  # the same
    r"\bmembers of the (?:committee|commission|cabinet|council) are (?:invited|asked)\b",  # Leicester
    r"^ ?a ?g ?e ?n ?d ?a ?$",  # the word alone on its line
)

# The letter over papers sent out after the agenda
COVERING = (
    r"\bi am now able to enclose\b",  # Kent
    r"\benclosed (?:are|is|please find) the\b.{0,80}\b(?:reports?|amendments?|papers?|items?)\b",  # Kent
    r"\b(?:following|attached) (?:papers?|reports?|items?) (?:was|were|are|is) (?:marked )?[\"“]?to follow\b",  # many
)

# Words before a date on which the meeting was not held
NOT_HELD = (
    r"\b(?:cancelled|postponed|in place of|instead of|originally|rescheduled|adjourned from)\b[^.]{0,40}$"  # Milburn
)

# Names of councils and bodies
MEETING_SORTS = (
    "a", "an", "the", "ordinary", "special", "extraordinary", "extra-ordinary", "annual", "full", "monthly",
    "virtual", "remote", "informal", "scheduled", "adjourned", "reconvened", "first", "last", "statutory",
)  # fmt: skip
WELSH_BODIES = (  # how a body's Welsh name begins, which councils of Wales print beside the English one
    r"(?:y |yr )?(?:(?:is|cyd|gyd|uwch)-?)?(?:bwyllgor|pwyllgor|bwrdd|fforwm|gweithgor|comisiwn|cyngor)\b"
    r"|y (?:cabinet|panel|weithrediaeth)\b|cabinet y\b|panel (?:heddlu|yr?)\b"
)
SORT_OF_MEETING = (  # in brackets behind the name of a body, and no part of it
    r"(?:[\w-]+ ){0,3}(?:meeting|session|agm)|special|extra-?ordinary|ordinary|annual|virtual|hybrid|remote|informal"
    r"|formal|adjourned|reconvened|budget|open|public|statutory|continued"
)
DECIDES_ALONE = r"\b(?:cabinet|executive|lead) members?\b|\bportfolio holders?\b|^(?:councillor|cllr|county councillor|mr|mrs|ms|miss|dr)\b|\b(?:officers?|director|head of \w+|chief executive|leader of the council)\b|\bdelegated decisions?\b"  # one person, who holds no meeting of which minutes are kept
NOT_PLACES = frozenset({  # words before "County Council" that are no place
    "a", "an", "and", "any", "as", "at", "by", "each", "every", "for", "former", "from", "full", "his", "her",
    "in", "its", "local", "members", "minutes", "of", "on", "or", "our", "neighbouring", "other", "principal",
    "report", "the", "their", "this", "that", "to", "chair", "chairman", "clerk", "councillor", "councillors",
    "cllr", "county", "city", "district", "borough", "parish", "town", "community", "welcome", "with", "annual",
    "meeting", "meetings", "mr", "mrs", "ms", "council", "held", "all", "both", "agenda", "summons", "notice",
    "dear", "between", "north-east", "when", "if", "where", "how", "item", "date", "by-law", "ward", "present",
    "apologies", "under", "within", "upon", "wards", "leader", "website", "what", "although",
    "extraordinary", "ordinary", "standing", "policy", "code", "budget", "cabinet", "amendments", "january",
    "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
    "cyngor", "cymuned", "tref", "since", "should", "would", "could", "will", "has", "have", "does", "did", "is", "are", "was", "were", "can", "also",
    "after", "before", "because", "while", "impact", "contribution", "highlights", "leaders", "proposed",
    "whether", "minute", "mayoral", "membership",
    "newsletter", "overview", "scrutiny", "audit", "planning", "licensing", "standards", "draft", "unconfirmed", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
})  # fmt: skip
NO_COUNCIL_OF = frozenset({  # words before "Council" alone that are no place: "Youth Council"
    "full", "youth", "arts", "privy", "health", "law", "design", "research", "british", "european", "general",
    "sports", "schools", "school", "national", "international", "student", "students", "joint", "works", "wales",
    "church", "medical", "social", "care", "new", "same", "entire", "whole", "city-wide",
})  # fmt: skip
KEPT = frozenset({  # capitals that stay capitals in a readable name
    "ICS", "NHS", "SEND", "HR", "ICT", "IT", "LGPS", "SACRE", "JHOSC", "HOSC", "AGM", "PFI",
})  # fmt: skip

# What a paper is: by the words at its head, else by the name of its file
KIND_WORDS: tuple[tuple[str, PaperKind], ...] = (
    (r"record of (?:(?:proposed|executive|officer|urgent|delegated|individual|key|non-key|cabinet member|portfolio holder)['’]?s? ){0,3}decisions?\b|proposed record of decision|decision notice|\b(?:officer|executive|delegated|urgent|cabinet member|portfolio holder)['’]?s? decision record\b", "record_of_decision"),
    (r"\bcall-?in (?:submission|request|form|notice)\b|\brequest for call-?in\b", "call_in"),
    (r"\bnotice of (?:the )?(?:decision|determination)\b", "record_of_decision"),  # of licensing and standards sub-committees
    (r"\bquestions? (?:put|asked)? ?(?:and|&) (?:answers?|repl(?:y|ies))\b|\bquestions from (?:members|the public)\b|\bpublic questions\b", "questions"),
    (r"\bupdate sheet\b|\baddendum\b|\blate (?:items|papers|representations)\b", "supplement"),
    (r"\bforward plan\b|\bnotice of (?:forthcoming|key) (?:key )?decisions\b", "forward_plan"),
    (r"\bwork programme\b|\bwork plan\b", "work_programme"),
    (r"\baction (?:list|log|tracker|sheet)\b|\boutstanding actions\b", "action_list"),
    (r"\bnewsletter\b", "newsletter"),
    (r"\bannual governance and accountability return\b|\bstatement of accounts\b|\bfinancial statement\b|\breceipts (?:and|&) payments\b|\baccounting statements\b", "accounts"),
    (r"\bmotions? for time[- ]limited debate\b|\bnotice of motion\b|\bamendment\b.{0,40}\bbudget\b|\bbudget amendment\b", "motion"),
)  # fmt: skip
KIND_NAMES: tuple[tuple[str, PaperKind], ...] = (
    (r"supplement|\bupdate sheet\b|\baddendum\b", "supplement"),
    (r"public reports pack|reports pack|\bpack\b", "pack"),
    (r"front ?sheet", "front_sheet"),
    (r"\bagenda\b", "agenda"),
    (r"\bp?rod\b|record of decision|\bdecision notice\b", "record_of_decision"),
    (r"\bcall-? ?in\b", "call_in"),
    (r"questions put|questions and answers", "questions"),
    (r"forward plan", "forward_plan"),
    (r"work programme", "work_programme"),
    (r"action (?:list|log|tracker)", "action_list"),
    (r"newsletter", "newsletter"),
    (r"\bagar\b|\baccounts\b|financial statement", "accounts"),
    (r"\bamendment\b|\bmtld\b|\bmotion\b", "motion"),
    (r"appendix|annex\b", "appendix"),
    (r"\breport\b", "report"),
)  # fmt: skip

# Attendance: the label that begins a list of names, and the part that those on it played
ATTENDANCE_LABELS = (
    (r"p ?r ?e ?s ?e ?n ?t ?(?:at the meeting)?(?: \([^()]{2,40}\))?|those (?:attending|in attendance|who attended)", "present"),  # Leicester sets it "P R E S E N T:"
    (r"other (?:members?|councillors?) (?:present|in attendance)", "in_attendance"),  # London boroughs
    (r"(?:[\w-]+ ){0,2}(?:members?|councillors?|those)(?: of the (?:council|committee|panel))? (?:were )?present(?: were)?", "present"),
    (r"present (?:in (?:the )?(?:chamber|person|room)|remotely|virtually|online|(?:via|by) [\w ]{3,30})", "present"),  # Northern Ireland, Wales
    (r"(?:committee |council |board |panel )?members in attendance", "present"),  # community councils
    (r"sederunt", "present"),  # Scottish councils
    (r"(?:also|others?|further|additionally) (?:present|in attendance|attending|attended|attendees)", "in_attendance"),  # Burton-cum-Walden, Kent
    (r"in attendance(?: virtually| remotely| online| via (?:ms )?teams)?", "in_attendance"),  # Leicester, Kent Cabinet
    (r"(?:the following )?(?:other (?:members?|councillors?)|(?:council )?(?:officers?|officials?|employees?|staff)|clerk|non-members|members of the public|public|guests?|observers?|visitors?|external partners?)(?: \w+){0,3} (?:present|in attendance|attending)(?: for (?:all or )?part of the meeting)?", "in_attendance"),
    (r"(?:minute(?:s)? taker|note taker|visitors|members of (?:the )?public|the public|public|officers|officer(?= ?:)|officials|observers|independent persons?|officer support|officers supporting)", "in_attendance"),  # Milburn: "Members of the Public - …"
    (r"apolog(?:ies|y)(?: for (?:absence|non-attendance))?(?: (?:were )?received)?(?: from)?|absent(?: with apologies)?|absence", "apologies"),
    (r"(?:(?:parish|town|locum|acting|community) )?clerk(?: to the council)?(?= ?[:;])", "in_attendance"),  # parishes: "Clerk: Mrs P Plume"
    (r"chair(?:man|person)?(?= ?[:;])|presiding(?= ?(?:[:;]|$))", "present"),  # national parks: "Chair: Mr P Brady"; Northern Ireland
    (r"(?:substitutes?|substitute members?|substitutions?)(?: present| in attendance)?", "substitute"),
    (r"(?:also )?attending", "in_attendance"),  # Argyll
    (r"(?:office of [\w ,&'’-]{3,60}|(?:panel )?secretariat|host authority(?: officers)?|support(?:ing)? officers?)(?= ?:)", "in_attendance"),  # police and crime panels
    (r"attendance|attendees|attended", "present"),
    (r"(?:yn )?bresennol|presennol", "present"),  # Welsh
    (r"ymddiheuriadau", "apologies"),  # Welsh
)  # fmt: skip

LISTING_COLUMNS = r"(?:(?:board|committee|panel|forum|core|voting|statutory) )?(?:members?|names?|attendees?)(?: name)? (?:(?:role|(?:job )?title|position|designation|organi[sz]ation|representing|representative of|body|agency|partner)s? ?(?:/ ?)?){1,3}"  # heads of the columns of such a list: "Member | Role"; health and wellbeing boards

CABINET_LABEL = r"(?:cabinet|executive) (?:members?|councillors?|portfolio holders?)\b"  # of a committee that they attend, once its own members are named

# Labels within such a list: those under them were present too
MEMBER_LABELS = (
    r"(?:panel|committee|board|authority|forum|cabinet|core|council|(?:non-)?statutory) members",  # police and crime panels; health and wellbeing boards
    r"(?:(?:elected|voting|non-voting|other) )?members? of the (?:(?:sub-)?committee|commission|council|cabinet|panel|board|executive|authority)",  # Durham
    r"(?-i:[A-Z])[\w &'’-]{3,60} (?-i:Council|Authority|Partnership)(?= ?:)",  # joint committees: "Aldshire District Council: Councillor J Moss"
    r"(?-i:[A-Z])[\w’'-]+(?: [\w’'-]+){0,3} (?:members|representatives|governors|headteachers)(?= ?:)",  # schools forums: "Academies members: …"
    r"(?:(?:scheme )?members?|employers?|employees?|unions?|pensioners?) representatives?",  # pension boards
    r"(?:co-?opted|elected|voting|appointed|independent|lay|advisory|associate) members?(?: (?:with|without|entitled|having|who)\b[^:;]{3,60}(?=:)| \([^()]{3,60}\)(?= ?:))?|(?:county |district |borough |parish |town |community )?councillors|aldermen|in the chair",  # Durham; Northern Irish councils
)

# Honours and posts after a comma that belong to the name before it
HONOURS = (
    "OBE", "MBE", "CBE", "DBE", "KBE", "JP", "DL", "MP", "MS", "AM", "QC", "KC", "BEM", "QPM", "PhD", "RD", "VRD", "TD",
)  # fmt: skip
TITLES = (
    "Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady", "Rev", "Revd", "The Rev", "Canon", "Prof", "Professor",
    "Councillor", "Councillors", "Cllr", "Cllrs", "Clr", "County Councillor", "District Councillor", "Alderman", "PCSO", "PC", "Inspector",
    "County Cllr", "District Cllr", "Borough Cllr", "Borough Councillor", "City Councillor", "Bailie", "Mayor", "Messrs", "Chief Constable", "Chief Inspector", "Superintendent", "Sergeant",
    "Major", "Captain", "Colonel", "Baroness", "Baron", "Y Cynghorydd", "Cynghorydd", "Cyng",
)  # fmt: skip
COURTESIES = frozenset({"Mr", "Mrs", "Miss", "Ms", "Mx", "Dr", "Sir", "Dame", "Lord", "Lady", "Rev", "Revd", "Prof", "Professor"})  # fmt: skip
STYLED = r"the right (?:honourable|worshipful)(?: the)?|the (?:worshipful|honourable)(?: the)?|his worship(?: the)?|her worship(?: the)?|cyng\. ?/"  # of mayors, before the office
PLURAL_TITLES = {  # a title before several names, and that of each of them
    "Councillors": "Councillor", "councillors": "Councillor", "Cllrs": "Cllr", "Cllr's": "Cllr", "Cllr’s": "Cllr", "Clrs": "Clr", "Members": "", "County Councillors": "County Councillor",
    "District Councillors": "District Councillor", "Borough Councillors": "Borough Councillor", "Aldermen": "Alderman",
    "Parish Councillors": "Councillor", "Town Councillors": "Councillor", "Parish Cllrs": "Cllr", "County Cllrs": "County Cllr", "Y Cynghorwyr": "Y Cynghorydd", "Cynghorwyr": "Cynghorydd", "Messrs": "Mr", "Mesdames": "Mrs", "Bailies": "Bailie",
}  # fmt: skip
POSTS = (  # words of which a post has one at least, and a name none
    r"officers?|directors?|managers?|advis[eo]rs?|solicitor|lawyer|counsel|barrister|head of|leader of|representatives?"
    r"|executive|harbour master|secretary|treasurer|accountant|auditors?|engineer|surveyor|planner|assistant|administrator|coordinator"
    r"|portfolio|cabinet member|holder|governance|democratic services|scrutiny|committee|council|board|authority|trust"
    r"|association|federation|union|university|college|church|diocese|police|healthwatch|governor|co-?opted|observer"
    r"|elected member|head ?teacher|principal|academy|business partner|primary|chaplain|sergeant at|mace|lay member|non-executive|registered nurse|commissioner|inspector of|chief|deputy|convener|convenor|provost"
)
OFFICES = (
    "councillors", "councillor", "clerk", "assistant clerk", "deputy clerk", "town clerk", "parish clerk", "chair", "chairman",
    "chairperson", "locum clerk", "acting clerk", "temporary clerk", "minutes clerk", "deputy town clerk", "deputy parish clerk", "convener", "vice-convener", "provost", "lord mayor", "town mayor", "deputy lord mayor", "civic mayor", "vice-chair", "vice chair", "vice chairman", "borough councillor", "county councillor", "district councillor", "city councillor", "ward councillor", "vice-chairman", "deputy chair", "leader", "deputy leader", "mayor", "deputy mayor", "former clerk",
    "members", "officers", "monitoring officer", "responsible financial officer", "rfo", "proper officer", "in the chair",
)  # fmt: skip

# A sum of money, and a line of a form that is left to be filled in
SUM = r"£ ?[\d,]+(?:\.\d\d)?"
UNFILLED = r"_{4}|\.{8}|…{4}"

# Banners between the parts of a meeting: neither headings of items nor names
BANNERS = (
    r"(?:un)?restricted items?", r"exempt items?", r"(?:public|private|open|closed|exempt) (?:session|business|items?)", r"part [\w]{1,3}",
    r"(?:item|subject|topic|agenda item|matter)s? (?:discussed )?(?:and )?(?:actions?|decisions?|outcomes?)", r"part (?:[ivx]{1,3}|\d|one|two|three|[a-c]) ?[-–—:(].{0,60}", r"agenda", r"minutes", r"key decisions?", r"item(?: no\.?)?", r"minute(?: no\.?)?", r"actions?(?: by)?", r"\W*",
    r"matters (?:for decision|for information|reserved to .{3,40})", r"draft.{0,60}", r"unconfirmed.{0,60}",
)  # fmt: skip

# Minutes typed into a table: the heads of the columns that number the items, and of those that say who is to act
NUMBER_COLUMN = r"(?:minute|item|agenda item|agenda|min|ref(?:erence)?)?\.? ?(?:no\.?|number|ref\.?|#)?"
TOPIC_COLUMN = r"(?:agenda )?(?:items?|subjects?|topics?|matters?|business|minutes?|discussions?)(?: discussed| and discussion)?"  # where the items have no numbers
ACTION_COLUMN = r"(?:actions?|action (?:by|point|required)|by whom|who|owner|lead|due|date)"
ACTION_LOG = r"(?:(?:summary|schedule|list|log|table) of )?(?:agreed |outstanding )?actions?(?: (?:log|list|tracker|points|schedule|table|sheet|summary|agreed|arising))?"  # over such a table at the end of minutes
ACTION_LOG_COLUMNS = r"(?:action )?(?:no\.?|number|ref(?:erence)?\.?|#)|(?:agreed )?actions?(?: (?:agreed|required|point|description))?|(?:action )?(?:by|owner|lead|who|whom|by whom)|(?:action |lead |responsible )(?:officer|owner|person)|(?:person |officer )?responsible|(?:due |target |completion )?(?:date|by|when|by when|deadline|timescale)|due|status|progress|updates?|rag(?: rating)?|comments?|completed?"  # of a list of what is to be done, all of them

# Headings inside an item, which begin no item of their own where items have no numbers
SUBHEADINGS = (
    r"reasons?(?: for (?:the |this )?(?:decision|recommendation|refusal|urgency)s?)?|(?:alternative |other )?options (?:considered|rejected)(?: and rejected)?",  # executives: Local Authorities (Executive Arrangements) Regulations 2012
    r"(?:proposed |key )?(?:decisions?|recommendations?|resolutions?)|discussion|debate|background|summary|considerations?|informatives?|conditions?|notes?",
    r"(?:recorded )?vot(?:e|es|ing)|amendments?|motion|questions?|repl(?:y|ies)|responses?|next steps|conclusions?|points? of order|conflicts? of interest(?: declared)?",
)

# What a parish writes after an item's name and a dash, so that both stand on one line: "Declarations – none"
REMARKS = r"(?:none|nil|n/?a|agreed|approved|accepted|noted|received|no |there |it was |cllrs?\b|councillors?\b|mrs?\b|ms\b|the clerk|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"

# The item under a heading
AGENDA_ITEM = r"[(\[]? ?(?:agenda )?item(?: no\.?)? ?:? ?(?P<item>\d{1,3}[a-z]?) ?[)\]]?"  # Kent: "(Item 5)"

ATTACHED = (
    r" (?:PDF|DOCX?|XLSX?),? \(?\d+(?:\.\d+)? ?[KM]B\)?$"  # the link to an item's papers, on the pages of modern.gov
)
