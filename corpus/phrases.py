"""Formal phrases of councils as data, each with the council or the statute that it comes from.

This is the one place to teach Minutebook a new council's habit: add the words here, with a note of who uses them.
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
    r"cofnodion (?:o )?(?:gyfarfod)?",  # Welsh councils
    r"record of (?:the )?proceedings",  # some combined authorities
)

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
    (r"\bp?rod\b|record of decision", "record_of_decision"),
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
    (r"attendance|attendees|attended", "present"),
    (r"(?:yn )?bresennol|presennol", "present"),  # Welsh
    (r"ymddiheuriadau", "apologies"),  # Welsh
)  # fmt: skip

# Labels within such a list: those under them were present too
MEMBER_LABELS = (
    r"(?:panel|committee|board|authority|forum|cabinet|core|council|(?:non-)?statutory) members",  # police and crime panels; health and wellbeing boards
    r"(?:(?:elected|voting|non-voting|other) )?members? of the (?:(?:sub-)?committee|commission|council|cabinet|panel|board|executive|authority)",  # Durham
    r"(?-i:[A-Z])[\w &'’-]{3,60} (?-i:Council|Authority|Partnership)(?= ?:)",  # joint committees: "Aldshire District Council: Councillor J Moss"
    r"(?:(?:scheme )?members?|employers?|employees?|unions?|pensioners?) representatives?",  # pension boards
    r"(?:co-?opted|elected|voting|appointed|independent|lay|advisory|associate) members?|(?:county |district |borough |parish |town |community )?councillors|aldermen|in the chair",  # Durham; Northern Irish councils
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

# Stems: what makes the words after them a decision. In capitals (or bold) anywhere a sentence may begin
STEM_VERBS = (
    "resolved",  # Local Government Act 1972, Sch 12; Kent, Burton-cum-Walden
    "agreed",  # Leicester
    "recommended",  # committees to their council
    "decided",
    "determined",
    "noted",
    "approved",
    "decision",  # licensing and planning committees: "DECISION:"
    "decisions",
    "decision made",  # headings of committees that print what was decided under a heading of its own
    "decision taken",
    "resolution",
    "outcome",  # scrutiny committees that print what came of an item under a label: "Outcome: …"
    "ordered",  # Teesside
    "penderfynwyd",  # Welsh: it was resolved
    "cytunwyd",  # Welsh: it was agreed
)
A_BODY = r"(?:the )?(?:(?-i:[A-Z])[\w&'’,-]* (?:(?:and|of|for|the|&) ){0,2}){0,8}(?:(?:sub-)?committee|cabinet|board|panel|commission|council|executive|authority|members|forum|assembly|trustees|partnership)"
A_DECIDER = r"the (?:cabinet member|portfolio holder|executive member|lead member|mayor|commissioner)(?: for [\w ,&]{3,60}?)?"  # who decides alone: Local Government Act 2000, s9E
STEM_BEFORE = r"(?:(?i:penderfynwyd|cytunwyd) ?/ ?|it was |was |and |further |also |therefore |accordingly |unanimously |hereby |be it |the (?:council|committee|cabinet|panel|board|sub-committee|commission|executive) |members |committee |council )*"
STEM_AFTER = (
    r"(?: ?(?:,? (?:unanimously|nem\.? con\.?|further|accordingly|therefore|(?i:by (?:the (?:meeting|council)|all|members|those present))|by a majority|by (?:a )?(?:unanimous|majority) (?:decision|vote)|without dissent|on a show of hands|(?i:as follows)"
    r"|that the (?:council|committee|cabinet)|(?:by|on a vote of) \d{1,3}(?: votes?)? to \d{1,3}(?:,? with \d{1,3} abstentions?)?,?)"
    r"|,? on the (?:proposition|proposal|motion) of [^,:;]{3,60}, seconded by [^,:;]{3,60},?|,? with (?:\w+ ){1,2}(?:abstentions?|dissent(?:ing)?|against),?"  # Yorkshire parishes
    r"|\([^()]{3,60}\)"  # "RESOLVED (nem. con.)", "(by 3 votes to 2)", "(unanimously)"
    r"| (?i:to recommend(?: to)?) (?:(?i:the) )?[\w ]{3,50}?(?= ?[–:-]|,? that\b)|,? (?i:to recommend)(?=:|,? that\b)"  # boroughs, districts: "RESOLVED to recommend to Full Council –"
    r"| (?i:to) (?:(?i:the) )?(?-i:[A-Z])[\w ,&]{3,60}?(?=,? that\b| ?[–—:-]|:?$)))*"  # "RECOMMENDED to the Combined Authority that"
)

RECOMMENDING = r"\bto recommend\b"  # in a stem: then what was decided is to recommend
RECOMMENDED = r"(?:^|\b(?:resolved|agreed|decided|determined)\b)[\W]*(?:unanimously )?(?:that it be )?to recommend\b(?! (?:refusal|approval))"

# The column of a table of minutes that gives what was decided
DECISION_COLUMNS = r"(?:decisions?|resolutions?|resolved|agreed|outcomes?|decision made|committee decision)(?: \(.{1,40}\))?"  # planning and licensing schedules

# A word of which a sentence that tells of a decision has one at least: the verbs of the three lists below
DECIDING = (
    "resolved", "agreed", "decided", "determined", "approved", "confirmed", "accepted", "signed", "adopted", "noted", "received",
    "endorsed", "deferred", "withdrawn", "referred", "adjourned", "refused", "granted", "passed", "carried", "elected",
    "authorised", "ratified", "supported", "voted to", "in favour", "appointed", "penderfynwyd", "cytunwyd", "nodwyd",
    "recommend", "agrees", "resolves", "notes that", "in agreement", "unanimous", "set at", "co-opted",
    "decision was", "voted", "put off", "held over", "carried over", "it was left", "turned down", "declined", "rejected", "chosen",
)  # fmt: skip

# Decisions told in a sentence, wherever they stand
PLAIN_DECISIONS = (
    r"\bminutes?\b.{0,260}\b(?:was|were) (?:taken as read,? (?:and )?)?(?:thereupon |therefore |duly |accordingly )?(?:(?!approved|agreed|confirmed|accepted|adopted)\w+ and )?(?:then )?(?:unanimously )?(?P<verb>confirmed|approved|agreed|accepted|signed|adopted)\b",  # parishes, on confirming minutes
    r"^(?:consideration of )?(?:this|the) (?:item|report|matter|application|decision) (?:was|is|be|has been) (?P<verb>deferred|withdrawn|referred|adjourned|refused)\b",  # Kent: "This item was deferred"
    r"^(?:(?:approval|consideration|decision|item|this|the (?:matter|item|application))(?: (?:was|is))? )?(?P<verb>deferred|withdrawn|adjourned|referred|put off|held over|carried over) (?:to|until|pending|back)\b",  # parishes: "Deferred to the next meeting."
    r"^(?:that )?(?:the |this )(?!(?:[\w-]+ )?(?:amendment|motion) (?:was|were)\b)[\w '’,&()-]{3,80} (?:was|were) (?:received and )?(?P<verb>noted|received|approved|agreed|adopted|endorsed|supported|deferred|refused|accepted|granted)\.?$",  # Leicester: "The work programme was noted."
    r"^(?:the )?(?:committee|cabinet|board|panel|commission|sub-committee|council|members|forum) (?P<verb>agreed|approved|confirmed|accepted) the (?:draft )?minutes\b",  # many
    r"^(?:these|they) (?:was|were) (?:\w+ and )?(?P<verb2>confirmed|approved|agreed|accepted|signed|adopted)\b.{0,60}\brecord\b|\b(?:was |were )?(?P<verb>approved|confirmed|agreed|accepted|signed)(?: and signed)?,? as an? (?:\w+ and )?(?:true|correct|accurate) record,? (?:of )?the minutes?\b",  # parishes, under a heading that names the minutes; Scottish councils
    r"^(?:the |all )?recommendations? (?:were |was )?(?P<verb>agreed|approved|accepted|noted|endorsed|supported)\b.{0,40}$",  # districts: "Recommendations agreed."
    rf"^(?:after|following|having|on|upon) [^,.]{{3,120}}, {A_BODY} (?:unanimously |then |therefore ){{0,2}}(?P<verb>determined|agreed|resolved|decided) (?:not )?(?:to|that)\b",  # licensing: "After retiring, the Sub-Committee determined to"
    rf"^{A_BODY} (?P<verb>noted|received|approved|endorsed|adopted) (?:and \w+ )?(?:the|this|its|their)\b",  # select committees
    rf"^{A_BODY} (?P<verb>agreed) (?:the|its|their) (?:draft |revised |proposed |updated )?(?:work|terms of reference|forward|recommendations?|report|scope)\b",  # scrutiny
    rf"^(?:members|{A_BODY}) (?P<verb>(?-i:RECOMMENDS?|AGREES?|RESOLVES?|NOTES?)) that\b",  # town councils
    rf"^{A_DECIDER} (?:therefore |then |also ){{0,2}}(?P<verb>decided|resolved|determined|approved) (?:not )?(?:to|that|the)\b|^{A_DECIDER} (?P<verb2>agreed) that\b.{{3,200}}\bbe\b",  # decisions of one member
    r"\b(?:was|were) (?:\w+ )?(?P<verb>(?-i:APPROVED|AGREED|NOTED|RECEIVED|ADOPTED|ACCEPTED|CONFIRMED|DEFERRED|REFUSED|ENDORSED))\b",  # parishes in Kent
    r"\b(?:proposed|moved)(?: by [^.,;]{2,60})?,?(?: and)? seconded(?: by [^.,;]{2,60})?,? and (?:unanimously |then )?(?P<verb>agreed|resolved|carried|approved)\b",  # parishes: "It was proposed, seconded and agreed to"
    r"\bproposed\b.{3,200}\bsecond\w*\b.{0,120}\b(?:was|were) (?:duly |unanimously )?(?P<verb>elected|re-elected|co-opted|appointed)\b|\b(?:with|there being) no (?:other|further) nominations?\b.{3,200}\b(?:was|were) (?:duly |therefore )?(?P<verb2>elected|re-elected|appointed)\b|\b(?:was|were) (?P<verb3>elected|re-elected|appointed)\b.{0,60}\bunopposed\b",  # annual meetings
    r"\b(?:this|the) resolution was (?P<verb>passed|carried|approved|agreed)\b",  # Burton-cum-Walden
    r"\bproposed\b.{3,300}\bit was (?P<verb>agreed) unanimously\b",  # Kent
    rf"^{A_BODY},? (?:having|after|following|on|by|in|with|noting)\b.{{3,300}}, (?:unanimously |therefore |then )?(?P<verb>agreed|resolved|decided|determined|noted|approved) (?:to|that(?! there\b)|the)\b",  # Scottish councils: "The Committee, having heard …, agreed to"
    rf"^{A_BODY} (?:asked|requested|thanked|welcomed|considered|discussed|received)\b.{{3,300}}?,? and (?:otherwise |also |therefore |then )?(?P<verb>noted|approved|endorsed|agreed) (?:the|this|to|that)\b",  # boards: "asked … to review it, and otherwise noted the register"
    rf"^(?:(?:the )?members|{A_BODY}) (?:unanimously |then )?(?P<verb>appointed|elected)\b.{{3,80}} (?:as|to be|to the) .{{0,20}}(?:chair|convener|president|mayor|leader)",  # sub-committees, each time that they meet
    r"\bthe (?:council|committee|sub-committee|board|panel|cabinet|commission|executive|authority) (?:also |then |therefore |unanimously )?(?P<verb>(?-i:NOTED|APPROVED|AGREED|RESOLVED|ADOPTED|ACCEPTED|RECEIVED|ENDORSED|SUPPORTED|DEFERRED|REFUSED|RATIFIED|INSTRUCTED|DECLINED|REJECTED|CONFIRMED|AUTHORISED|APPOINTED|GRANTED))\b",  # Scottish councils, boards of the health service
    r"\b(?:was|were) duly (?P<verb>co-opted)\b|^the (?:draft |revised |amended )?[\w '’&-]{3,80} (?:was|were) (?:unanimously |then )?(?P<verb2>adopted|approved) (?:with|as amended|subject to)\b",  # town councils
    r"^(?P<verb>penderfynwyd|cytunwyd|nodwyd)\b",  # Welsh councils
    r"\b(?:was|were) (?:duly )?(?:unanimously )?(?P<verb>elected|re-elected)\b(?: unanimously)?.{0,40}\b(?:chair|vice|mayor|leader)",  # annual meetings
)
# … in minutes that have formal stems, under an item that has none
FORMAL_PROSE = (
    r"\bit was (?:\w+ ){0,2}?(?P<verb>resolved|decided|determined) (?:that|to)\b|\bit was (?P<verb3>left) that\b.{3,300}\bbe\b|\bit was unanimously (?P<verb2>agreed) (?:that|to)\b",  # parishes; "it was agreed that" may be talk
    r"^(?P<verb>resolved)(?: \([^()]{3,40}\))?:? (?:that|to)\b|^(?P<verb2>agreed|approved|confirmed) the minutes of\b",  # boards; parishes: "Resolved to accept the apology."
    rf"\b(?:members|councillors|all|{A_BODY}) (?:then |therefore |duly |also |unanimously |further ){{0,2}}(?P<verb>resolved) (?:unanimously |by a majority |not ){{0,2}}(?:to|that|for)\b",  # city councils
    r"\b(?:proposed|moved)\b.{3,300}\bsecond(?:ed)?\b.{0,300}?(?<!\bbe\s)\b(?P<verb>agreed|resolved|approved|passed|carried)\b|\bproposed\b.{3,300}\bsecond(?:ed)?\b,? (?:and |with |by )?unanimous (?P<verb2>approval|agreement)\b",  # town councils, Northern Ireland
)
# … or where they open a paragraph of such minutes: in the midst of one they may be talk
OPENING_PROSE = (
    r"^(?:(?:after|following) (?:some |further |due |a |much |lengthy )*(?:discussion|debate|consideration),? )?it was (?:unanimously |then |also |further |therefore )?(?P<verb>agreed) (?:by all |unanimously )?(?:not )?(?:to|that(?!.{1,200}\b(?:would|could)\b))",  # Wales, many; not "that a note would be shared"
)
# … or where they open one under an item of which nothing else is decided
ALONE_PROSE = (
    rf"^{A_BODY} (?:unanimously |then |also |further |therefore ){{0,2}}(?P<verb>agreed) (?:unanimously )?(?:not )?to\b",  # districts: "The Committee agreed to adopt the strategy"
)
# … and in minutes that have no formal stems at all
PROSE_DECISIONS = (
    r"\bwe (?:\w+ ){0,2}?(?P<verb>agreed|decided|resolved) (?:not )?(?:to|that|on)\b",  # community councils
    r"\bi[ts] (?:was|is) (?:\w+ ){0,3}?(?P<verb>resolved|agreed|decided|determined)\b(?! by the decision)|\bit was (?P<verb2>left) that\b.{3,300}\bbe\b",  # Milburn, many parishes
    rf"\b(?:councillors|members|council|committee|the meeting|{A_BODY}) (?:\w+ and |nominated & |all |unanimously |have |had |has |therefore |then |also |further |both |duly |accordingly )*(?P<verb>resolved|agreed|decided|approved|accepted|adopted|authorised|ratified|voted to|voted in favour|voted for|voted against|supported (?=(?:this|the|an?) (?:application|objection|proposal|scheme|plan|request)))\b",  # Milburn: "The Councillors resolved to"
    r"\b(?:was|were) (?P<verb>supported) by (?:the |all )?(?:councillors|council|members)\b",  # Milburn, on planning applications
    r"\ball (?:were |present )?(?:voted )?(?P<verb>in favour)\b",  # parishes
    r"\ball (?:present )?(?P<verb>agreed|resolved)\b|(?:^|\s[–-] )(?P<verb3>agreed) (?:to|that(?=.{3,200}\bbe\b))|^all (?:\w+ly )(?P<verb2>approved|agreed|supported)\b",  # Milburn: "All agreed this was a true record"
    r"^(?P<verb>approved|agreed|accepted|adopted|carried),? (?:and signed,? )?(?:as an? .{0,30}record,? )?propos(?:ed|er)\b",  # community councils
    r"\b(?P<verb>agreed|approved) by all\b|^(?:all |unanimously )?(?P<verb2>agreed|approved|accepted|adopted)\.?$",  # parishes, after what was proposed
    r"(?:^|[,.;:–£-] ?|[\d)] |and |discussion )(?P<verb>resolved) (?:not ?to|to|that|this|it|councillor)\b",  # Milburn: "…, resolved to pay"
    r"\b(?P<verb>resolved|agreed) (?:not )?to (?:pay|sign|donate|purchase)\b",  # Milburn: "donation requested, agreed to pay"
    r"\bproposed\b.{3,300}?\bsecond(?:ed)?\b.{0,300}?(?<!\bbe\s)\b(?P<verb>agreed|carried|resolved|approved|passed|accepted)\b|\bproposed\b.{3,300}\bsecond(?:ed)?\b,? (?:and |with |by )?unanimous (?P<verb2>approval|agreement)\b",  # parishes
    r"^(?:\w[\w.'’-]* ){1,4}seconded(?: (?:this|it|the (?:motion|proposal)))?,? and (?:(?:this|it|the (?:motion|proposal)) was )?(?:unanimously )?(?P<verb2>carried|agreed|approved|passed)\b|^(?:this|it|the (?:motion|proposal)) (?:was|being|having been) (?:duly |then )?seconded\b.{0,200}\b(?P<verb>carried|agreed|resolved|approved|passed)\b",  # parishes
    r"\bproposed\b.{3,200}\b(?P<verb>resolved) by\b",  # Milburn
    r"\b(?:was|were|has been|have been) (?:\w+ and )?(?P<verb>approved|adopted|accepted|ratified) by (?:the |all )?(?:parish |town |community )?(?:council|committee|councillors|members)\b",  # Milburn
    r"\b(?:quotes?|quotations?|invoices?|payments?|budget|precept|policy|policies|request|proposal|purchase|expenditure|donations?|grants?|insurance|renewal|subscription|standing orders|tender)\b(?:[^.;:]|\.\d){0,60}? (?:was|were) (?P<verb>approved|adopted|accepted|agreed)\b(?! by (?!all|the (?:parish |town |community )?(?:council|councillors|members)))",  # Milburn
    r"\bwas (?P<verb>authorised) for\b|\b(?:was|were) (?P<verb2>approved for payment|authorised)\b",  # Burton-cum-Walden
    rf"^(?:(?:the )?(?:councillors|members)|{A_BODY}) (?:had |have )?(?:felt|considered|discussed|thought|reviewed)\b.{{3,250}},? and (?:therefore |then |all |unanimously ){{0,2}}(?P<verb>agreed|resolved|decided) (?:not )?(?:to|that)\b",  # parishes
    rf"\b(?:all(?: present| councillors| members)?|everyone|everybody|(?:the )?(?:councillors|members)|{A_BODY}) (?:were|was) (?:all |also )?(?P<verb>in favour|unanimous)\b(?! that(?!.{{3,200}}\b(?:should|be)\b))|^(?:all|everyone|everybody)(?: present| councillors| members)?(?: were| was)? (?P<verb2>in agreement)\b|\b(?:everyone|everybody) (?P<verb3>agreed)\b(?! that(?!.{{3,200}}\b(?:should|be)\b))",  # parishes; "that the event had gone well" decides nothing
    r"\b(?:the|a) (?P<verb>decision) was (?:taken|made) (?:not )?to\b|\band this was (?:unanimously )?(?P<verb2>agreed|approved|accepted)\b",  # parishes
    r"\b(?:was|were) (?:duly |unanimously )?(?P<verb>co-opted|elected|re-elected|appointed) (?:on ?to|to|as|by)\b",  # parishes, on new members
    r"\b(?:was|were) (?:\w+ )?(?:reviewed|considered|discussed|completed|updated|checked|read),? and (?:duly |unanimously )?(?P<verb>adopted|approved|agreed|accepted|signed)\b|\b(?:was|were) (?:duly |unanimously )?(?P<verb2>approved|adopted) and signed\b",  # parishes, on policies and returns
    r"\b(?:request|offer|quote|quotation|tender|proposal|suggestion)\b[^.;:]{0,60}? (?:was|were) (?P<verb>turned down|declined|rejected|refused|granted)\b|\b(?:lower|lowest|higher|first|second|third|cheaper|former|latter)(?: one| quote| quotation| tender| option)? was (?P<verb2>accepted|agreed|chosen)\b",  # parishes
    r"\b(?:precept|rents?|fees?|charges?|budget|salary)\b.{0,40} (?:was|were) (?P<verb>set|fixed) at\b",  # parishes
    r"\bfollowing (?:cheques?|payments?|accounts?|invoices?|bills?) (?:was|were) (?P<verb>signed|approved(?: for payment)?|passed|authorised|agreed)\b|\b(?:was|were) (?P<verb2>passed) for payment\b",  # parishes
)
# What another body decided, told in the minutes of a parish
NOT_OURS = r"\b(?:county|district|borough|city) council (?:has |have |had )?(?:now |also |all )?(?:agreed|decided|approved|resolved|accepted)\b|\b(?:village hall|school|club|management|church|p\.?c\.?c\.?)\b[\w ]{0,20} (?:committee|governors|board|council) (?:has |have |had )?(?:now |also )?(?:agreed|decided|approved|resolved|accepted)\b"
OPINION = r"\bagreed that (?!.{0,200}\b(?:be|should|will|would|shall|(?:was|were|is|are) to|record|minutes|needed|required|necessary|no)\b).{0,120}\b(?:was|were|had been|is|are) (?:a |an |very |too |not |still |well |good\b|great\b|bad\b|poor\b)"  # "it was agreed that the rail was very good" decides nothing
NOT_DECIDED = (
    OPINION,
    r"\bthe following (?:declarations?|interests?)\b",  # Scottish councils note them, and list them below
    r"\b(?:would|could|should|might|may|to|can|cannot|not|had|if|whether|when|once|after|previously|earlier|already|until|as|was previously) (?:be |been |was |it was )?(?:previously |already )?(?:resolved|agreed|decided)\b",
    r"\b(?:has|have|had) (?:been |previously |already |provisionally )+(?:resolved|agreed|decided)\b|\bpreviously (?:agreed|resolved)\b|\bwas agreed last\b",
    r"\b(?:confirmed|reported|advised|explained|said|stated|(?:informed|told|reminded) (?:\w+ ){1,3})(?: that)? (?:it|this|the (?:council|committee|board)) (?:was|were) (?:agreed|decided|resolved) (?:at|by|in|last)\b|\b(?:it is|be) (?:proposed|recommended) (?:to|that)\b|\bagreed with\b(?! (?:this|the) proposal)",
)  # fmt: skip

PROPOSERS = r"(?:\w[\w.'’-]* ){1,4}(?:then )?seconded\.?$|\(?(?:this was )?(?:prop(?:osed|oser)?|moved)\b\.?:?(?: by)?:? .{2,60}|\(?sec(?:onded|onder)?\b\.?:?(?: by)?:? .{2,60}"  # who put what the sentence before says
COUNTED = r"(?:(?:and |with )?(?!all\b)\w+ (?:votes? |members? )?(?:for|in favour|against|abstain\w*|abstentions?)[,;.]? ?){1,3}"  # how the votes stood, between a proposal and "Carried."
SUGGESTED = r"\b(?:suggested|proposed|recommended|requested)\b.{0,40}\bthat\b"  # … and then "This was agreed."

# A body alone before a list of what it did, each in a past tense: "The Committee:", "1. Noted …", "2. Approved …"
BODY_ALONE = rf"(?:that )?(?:(?:following|after|having) [^.:]{{3,120}}, )?(?:{A_BODY}|{A_DECIDER})(?: then| also| therefore)?(?: ?:[–—-]?)?"
DID = r"(?:(?:considered|discussed|welcomed)(?:,| and) )?(?P<verb>overruled|upheld|dismissed|rejected|noted|approved|agreed|received|endorsed|recommended|resolved|delegated|authorised|adopted|accepted|requested|deferred|refused|appointed|confirmed|supported|instructed|directed|remitted|ratified|granted|homologated|welcomed|thanked|asked|invited|continued|nominated|determined|decided|referred|commended)\b"

# The head of a table of payments, no part of what was approved
PAYMENTS_HEAD = r"(?:(?:invoice|date|payee|description|details?|particulars|amount|net|nett|vat|gross|total|cheque|no|number|ref(?:erence)?|power|authority|supplier|item|cost|purpose|£|[/.:()]) ?){2,}"
# Words that a list carries on with, so that they and it are one decision and not a list of decisions
CARRIES_LIST = r"\b(?:for|subject to|with|on) the following (?:\w+ )?(?:reasons?|grounds?|conditions?|amendments?|informatives?)\b"  # planning and licensing

# A motion moved: its words are not a decision until it is carried and resolved
MOTION = (
    r"\b(?:proposed|moved|tabled)\b.{0,200}\b(?:and|,).{0,80}\bseconded\b.{0,80}\b(?:motion|amendment|that)\b",  # Kent
    r"\bthe following (?:amended |substantive |composite )?(?:motion|amendment|alteration)\b",  # Kent
    r"\b(?:motion|amendment) (?:was |had been )?(?:moved|proposed|put forward|tabled)\b.{0,100}[:“]",  # many
    r"\bproposed\b.{0,160}\bseconded\b.{0,120}\bmotion that\b",  # Kent
)
MOVED_AND_QUOTED = r"\b(?:proposed|moved)\b.{0,200}\bseconded\b[^.:]{0,60}:[–—-]?\s*$"  # districts: "Councillor A moved and Councillor B seconded:", and its words in quotation marks below

MOTION_PUT = r"\b(?:motion|amendment|proposal|recommendations?)s? (?:as amended )?(?:was|were|is) (?:then |duly )?(?:put|declared|carried|lost)\b|\bput to the vote\b"
OUTCOMES = (
    (r"\b(?:(?:substantive |amended |original |composite )?(?:motion|amendment|proposal|proposition|recommendations?)s? (?:was |were |as amended |is )*)?(?P<word>carried|passed)\b|^(?:motion |amendment |all )?agreed$", "carried"),
    (r"\b(?:(?:substantive |amended |original )?(?:motion|amendment|proposal|proposition) (?:was |is )?)?(?P<word>lost|fell|defeated|not carried|rejected|negatived|voted down)\b", "lost"),
    (r"\b(?:motion|amendment|vote) (?:was )?tied\b|\bequality of votes\b", "tied"),
    (r"\b(?:casting|second) vote\b.{0,60}\b(?:for|in favour(?: of)?|support)\b", "carried"),  # whoever presides, where the votes are equal
    (r"\b(?:casting|second) vote\b.{0,60}\bagainst\b", "lost"),
)  # fmt: skip
OUTCOME_TOLD = r"(?:the|this) (?:[\w-]+ )?(?:motion|amendment|proposal|recommendations?) (?:was|were) (?:\w+ ){0,3}?(?:carried|passed|lost|defeated|rejected|not carried)\b"  # and then more: "… and became the substantive motion"
CARRIED_SO = r"\b(?:put (?:to the (?:vote|meeting|council) )?,? ?and (?:it )?(?:was |were )?(?:then )?(?:declared |duly |unanimously )?|(?:motion|proposal) (?:was|were|is|being) (?:then |duly |declared |put and |unanimously )*)(?:carried|passed|agreed|approved)\b|^(?:the motion was )?carried\b(?! (?:out|over|forward|on))"  # "On being put to the vote the motion was carried."; "Carried, nem. con."
VOTE_ENDED = r"\b(?:motion|amendment|proposition) (?:was |is |then |therefore )*(?:carried|lost|defeated|fell|passed)\W*$"  # at the end of it
UNANIMOUS = r"(?:(?:this|it|the motion) was )?(?:agreed|carried)|(?:this was |and |it was )*agreed unanimously|(?:this was |and |it was )*unanimously agreed|carried unanimously|(?:and )?(?:it was )?(?:so resolved|(?:resolved|agreed) accordingly)"

VOTE_SIDES = (
    (
        r"(?:(?:those |members |councillors )?(?:voting |votes? |voted )?(?:for|in favour)(?: of)?(?: the (?:substantive |original |amended )?(?:motion|amendment|recommendations?|proposal))?|ayes?|yes)",
        "for",
    ),
    (
        r"(?:(?:those |members |councillors )?(?:voting |votes? |voted )?against(?: the (?:substantive |original |amended )?(?:motion|amendment|recommendations?|proposal))?|noes?|no)",
        "against",
    ),
    (r"(?:(?:those |members |councillors )?abstain(?:ed|ing|s)?|abstentions?|not voting)", "abstain"),
)
# Divisions between a motion and an amendment: Scottish councils give each its own votes
DIVIDED = r"(?:(?:votes? )?(?:for|in favour of) )?(?:the )?(?P<what>motion|amendment)(?: ?\([^()\d]{2,40}\))? ?[:–—-]? ?\(?(?P<figure>\d{1,3})\)?(?: votes?| members?)? ?[:;.,–—-]? ?(?P<names>(?-i:[A-Z]).{4,400})?"
ABSTAINED = r"(?:abstentions?|abstained|abstaining|no vote|declined to vote|not voting) ?[:–—-]? ?\(?(?P<figure>\d{1,3})\)?(?: votes?| members?)? ?[:;.,–—-]? ?(?P<names>(?-i:[A-Z]).{4,400})?"
VOTED_BETWEEN = (
    r"\b(?P<whata>motion|amendment) (?:received|had|secured|attracted) (?P<figurea>\d{1,3})(?: votes?)?,? and the (?P<whatb>motion|amendment)(?: received| had| secured| attracted)? (?P<figureb>\d{1,3})\b"
    r"|\b(?P<figurec>\d{1,3}) (?:(?:votes?|members?|councillors?) )?(?:(?:were cast|voted|voting) )?(?:for|in favour of) the (?P<whatc>motion|amendment),? and (?P<figured>\d{1,3}) (?:(?:votes?|members?|councillors?) )?(?:(?:were cast|voted|voting) )?(?:for|in favour of) the (?P<whatd>motion|amendment)\b"
    r"|\bfor the (?P<whate>motion|amendment) ?[:–—-]? ?\(?(?P<figuree>\d{1,3})\)?(?: votes?)?[;,.]? (?:and )?for the (?P<whatf>motion|amendment) ?[:–—-]? ?\(?(?P<figuref>\d{1,3})\b"
)
UNANIMOUSLY = r"\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\bwithout (?:dissent|a vote against)\b|\bby (?:general )?(?:assent|consent|acclamation)\b|\bno(?:body|ne)? (?:voting )?against\b"  # in a stem: "RESOLVED (unanimously)", "AGREED, nem. con."
# The number of a planning or licensing application, with the words that may stand before it
APPLICATION_NUMBER = (
    r"(?:(?:planning |licensing )?(?:applications?|app|reference|ref)\b\.? ?)?(?:(?:no|number|ref|reference)\b\.? ?)?:? ?"
    r"(?:[a-z]{1,4}[/. -]|\d[/-])?(?:20)?\d\d[/-](?:[a-z]{1,4}[/-])?(?:[a-z]?\d{3,5}(?:[/-][a-z]{1,6}\d?){1,2}|(?!20\d\d\b)\d{4,5})(?![\w/])"
)
# … and its fields at the head of a report on it
APPLICATION_NUMBER_FIELD = (
    r"(?:(?:planning )?application )?(?:reference|ref|number|no)\b\.?(?: number| no\.?)?|(?:planning )?application"
)
APPLICATION_SITE_FIELD = r"(?:application |development )?(?:site|location|address)(?: address| location)?"

VOTE_RECORDED = (  # who asks that their own vote be in the minutes: Local Authorities (Standing Orders) Regulations 1993
    r"(?P<names>(?-i:[A-Z])[^.:;]{3,160}?),? (?:asked|requested|wished|required)\b[^.;]{0,60}?\b"
    r"(?:(?:votes?|voting|voted|names?|abstentions?|dissent)\b[^.;]{0,80}?\b(?:recorded|minuted|noted)|(?:recorded|minuted|noted)\b[^.;]{0,40}\b(?:votes?|voting|voted|abstain\w*))\b[^.;]*"
)
VOTE_NAMES = r"(?:councillors?|members?|names?|cllrs?)"  # the head of the column of names in a table of a recorded vote

# What a decision does, by its first words that say so
EFFECTS = (
    (r"\b(?:as )?(?:a )?(?:true and )?(?:correct|accurate|true) (?:and accurate )?(?:record|copy)\b|\bminutes\b.{0,200}\b(?:approved|confirmed)\b", "confirmed"),
    (r"\b(?:be |is |was |were |are )?(?:deferred|adjourned)\b|\bdefers?\b", "deferred"),
    (r"\b(?:be |is |was |were |are )?refused\b|\brefuses?\b|\bnot (?:be )?(?:approved|supported|granted)\b", "refused"),
    (r"\b(?:be |is |was |are )?withdrawn\b", "withdrawn"),
    (r"\b(?:be |is |was |were )?referred (?:back |up )?to\b|\brefers?\b.{0,60}\bto\b", "referred"),
    (r"\bbe (?:re-?)?(?:elected|appointed|nominated|co-opted)\b|\b(?:elect|appoint)s?\b", "appointed"),
    (r"\b(?:be |is |was |were |are )?(?:accepted and approved|approved|agreed|granted|adopted)\b|\b(?:approve|agree|adopt)s?\b|^(?:to )?grants?\b", "approved"),
    (r"\b(?:be |is |was |were |are )?endorsed\b|\bendorses?\b", "endorsed"),
    (r"\bauthority be (?:given|delegated)\b|\bdelegat(?:e|es|ed)\b|\bbe authorised\b", "delegated"),
    (r"\bbe recommended\b|\brecommends?\b", "recommended"),
    (r"\b(?:be |is |was |were |are )?(?:received and )?noted\b|\bnotes?\b", "noted"),
    (r"\b(?:be |is |was |were )received\b", "received"),
)  # fmt: skip

# Minutes confirmed or corrected by a later meeting
CONFIRMS = r"\bnotes\b.{0,80}\b(?:approved|accepted|agreed|adopted)\b.{0,20}\bminutes\b|\bresolved\W+(?:to |that )?(?:approve|accept|confirm|sign|adopt|agree)\b.{0,40}\bminutes?\b|\b(?:agreed|approved|confirmed|signed) the minutes?\b|\bapproved? (?:the minutes? )?for signature\b|\bderbyn(?:iwyd)? (?:y )?[cg]ofnodion\b|\bcofnodion\b.{0,200}\b(?:cywir|gywir|gadarnhau|gymeradwyo|cymeradwyo)\b|(?:correct|true|accurate)(?: and (?:correct|accurate|true))? (?:record|copy)|minutes?\b(?!['’])(?:(?!\bwhen\b).){0,200}\b(?:confirmed|approved|agreed|accepted|signed|adopted)\b"
CORRECTS = (
    r"\berror in the minutes\b|\berroneously\b|\bincorrectly (?:recorded|noted|stated|minuted)\b",  # Leicester
    r"\bwith (?:that|this|those|these) (?:change|correction|amendment|addition)s?\b|\berrors? in minutes? \w|\bafter the addition in minute\b|\bminute [\w./]+ being (?:amended|corrected|altered)\b",  # boroughs and towns
    r"\bsubject to the following (?:amendments?|corrections?|changes?)\b|\bsubject to (?:an?|the) (?:\w+ )?(?:amendments?|corrections?)\b",  # many
    r"\b(?:were|was) amended and\b|\bas amended\b.{0,60}\bminutes\b|\bminutes\b.{0,120}\b(?:be|were|was) (?:amended|corrected)\b|\bwith (?:the following|one) (?:amendment|correction)\b",  # Burton-cum-Walden
    r"\bminute \d+.{0,60}\bshould (?:read|state|be)\b|\bshould (?:have )?read\b",  # many
)  # fmt: skip

DECLARED = r"\bregistered an? (?:\w+ ){0,2}interest\b|\bdeclar(?:ed|es|ing)\b|\bdisclosed\b"
DECLARATION_HEADING = r"\bdeclarations?\b(?! of (?:substitut|lobbying|acceptance))|\binterests?\b|\bdatganiadau\b"
NOTHING_DECLARED = r"\bno (?:further |other |such )?(?:declarations?|interests?)\b|\bnone\b|\bnil\b|\bthere were no\b|\bmembers were (?:asked|invited|reminded)\b|\bfollowing (?:interests?|declarations?)\b|\bare (?:asked|invited)\b"  # fmt: skip
APOLOGY_HEADING = r"\bsubstitut(?:es?|ions?)\b|\bapolog(?:y|ies)\b|\babsence\b|\bymddiheuriadau\b"

# Who is to do something, noted under what was decided and no part of it
ACTION_NOTED = r"[(\[]?actions?(?: points?| by| required| for| on)? ?[:–—-]"

# The end of a meeting
CLOSED = (
    r"\b(?:the )?meeting (?:was )?(?:then )?(?:finished|closed|ended|concluded|rose|terminated|adjourned|(?:was )?declared closed)\b",  # Leicester, Burton-cum-Walden
    r"\b(?:brought|drew|declared) the meeting (?:to a close|closed)\b|\bclosed the meeting\b",  # Milburn
    r"\bclose of meeting\b|\bmeeting closed\b",
)  # fmt: skip
SIGNED_OFF = (
    r"(?:signed?|signature|chair(?:man|person)?|date[ds]?)\b ?[.:_…–-]",
    r"(?:date|time)s? of (?:the )?next meetings?\b|(?:the )?next meeting\b",
)
SIGNED = r"^(?:signed?|signature|chair(?:man|person)?)\b ?[.:_…-]*.*"

# The head of a notice that lists what a meeting decided, published before its minutes
DECISIONS_OPENINGS = (
    r"(?:[\w ,&'’-]{3,60} ?[-–—:] ?)?(?:notice of )?decisions? (?:notice|sheet|list|statement|summary)\b",  # most
    r"(?:summary|schedule|notice|list|statement) of (?:the )?(?:key |executive )?decisions\b",  # boroughs
    r"decisions (?:taken|made) (?:by|at|on)\b",  # the same: "Decisions taken by the Cabinet on …"
)

# Labels at the head of a page where another document begins inside a pack
AGENDA_ITEM_LABEL = r"agenda item(?: no\.?)? ?:? ?(?P<item>\d+[a-z]?)"  # modern.gov packs
NEW_DOCUMENT = (
    r"minute item (?P<minute>\d+[\w./-]*)",  # Leicester, modern.gov packs
    AGENDA_ITEM_LABEL,
    r"(?:appendix|annex|enclosure)(?: (?P<appendix>[A-Z0-9]{1,3}\b))?",  # most
    r"agenda annex",  # modern.gov packs
    r"item(?: no\.?)? ?:? ?(?P<item2>\d+[a-z]?)",  # many
    r"report (?:of|to|by|from)\b.*",  # many
)
REPORT_FIELDS = (
    r"from", r"to", r"by", r"subject", r"classification", r"past pathway(?: of report)?", r"future pathway(?: of report)?",
    r"electoral divisions?", r"decision to be taken (?:by|on)(?:/date of meeting)?", r"lead (?:director|officer|member)",
    r"wards?(?:\(s\))?(?: affected)?", r"report (?:author|of|by|title)", r"author contact details", r"report version number",
    r"date(?: of meeting)?", r"decision (?:no|number)\.?", r"key decision", r"cabinet member", r"portfolio(?: holder)?", r"contact(?: officer)?",
    r"report to", r"meeting(?: date)?", r"title", r"purpose",
)  # fmt: skip

# The labels of forms that are filled in: records of decisions, the heads of reports on planning applications
FORM_LABELS = (
    r"(?:decision|application|planning|case|our|file)? ?(?:reference|ref|number|no)\b\.?(?: number| no\.?)?|application",
    r"(?:subject|title|topic)(?: (?:matter|of (?:the )?(?:report|decision)))?|report title|purpose(?: of (?:the )?report)?",
    r"(?:decision[- ](?:maker|taker|by)|name of decision[- ]maker|(?:decision )?(?:taken|made) by|portfolio(?: holder)?|(?:lead |responsible )?cabinet member|executive member|directorate|department|service(?: area)?)",
    r"(?:date|day) (?:of|decision|published|received|valid|registered|for)\b.{0,30}|(?:decision|publication|valid|target|expiry|meeting|committee|call-in|implementation) (?:date|deadline)(?: ?/ ?\w+)?|call-in (?:period|expiry|expires|deadline).{0,20}|deadline",
    r"(?:is (?:this|it) a )?key decision|(?:is it )?(?:exempt|confidential|urgent)(?: information| decision| report)?|subject to call-in|(?:in )?(?:the )?forward plan.{0,20}",
    r"(?:(?:electoral )?divisions?|wards?|parish(?:es)?)(?:\(e?s\)|s)?(?: affected)?",
    r"(?:application )?(?:site|location|address)(?: address)?|proposal|(?:description of )?(?:development|proposal)|applicant(?:'s name)?|agent|case officer|reason for referral|applicant ?/ ?agent|called in by|grid reference|conservation area|listed building",
    r"(?:the )?decisions?(?: (?:made|taken))?|(?:officer )?recommendations?",
    r"(?:the )?reasons?(?: for (?:the )?(?:decision|urgency|recommendation)s?)?|(?:details of )?(?:any )?(?:other |alternative )?(?:alternatives|options)(?: considered)?(?: and rejected)?.{0,20}",
    r"consultation|(?:financial|legal|equality|climate|other|staffing|risk|human resources) (?:implications?|comments|considerations|impact)|(?:conflicts?|declarations?) of interests?.{0,60}|dispensations?(?: granted)?.{0,30}",
    r"(?:contact|report|lead|author|responsible)(?: officer| author| name)?s?|background (?:papers|documents)|signed(?: by)?|signature|name|post|email|telephone",
)  # fmt: skip
DIVISIONS = r"(?:appendix|annex|annexe|schedule|enclosure|part|section|chapter|theme|priority|objective|outcome|ambition|aim|goal|strand|pillar|stage|phase|workstream)"  # of a report, each with its number or letter: "Priority 2: Schools"
APPENDED = r"(?:appendix|annexe?|schedule|enclosure)"

AUTHOR_FIELDS = r"(?:(?:lead |report )?authors?(?:\(s\))?(?: name)?(?: (?:and|&) (?:contact details|job title|title))?|author contact details)"
WARD_FIELDS = r"(?:wards?|(?:electoral )?divisions?)(?:\(s\))?(?: (?:affected|covered|concerned))?"
DECIDER_FIELDS = r"decision[- ](?:taker|maker)|(?:decision )?(?:to be )?(?:taken|made) by(?:/date of meeting)?|name of decision[- ]maker|decision by"
DAY_FIELDS = (
    r"date of (?:decision|meeting)|decision date|meeting date|date (?:decision )?(?:taken|made)|date of cabinet"
)

MEETING_FIELDS = r"(?:report|paper|briefing|presented|submitted|reported) (?:to|for)|to|for|(?:name of )?(?:the )?(?:meeting|committee|body)|meeting of|decision[- ]making body|considered by|(?:for )?(?:consideration|decision) (?:by|at)"  # of the cover table of a report
PUT_TO = (  # how a paper says which meeting it was written for
    r"(?:to be )?(?:presented|reported|submitted|put) to",  # "Presented to the Standards Committee on 4 May 2025"
    r"(?:(?:to be )?(?:considered|received)|for (?:consideration|decision|discussion|information|noting|scrutiny|review)) (?:by|at)",
    r"(?:report|paper|briefing|presentation|update|prepared) (?:to|for)|for|to|(?:a )?meeting of",
    r"(?:name of )?(?:the )?(?:meeting|committee|body)(?=\s*:)",  # "Committee: Planning Committee"
)  # fmt: skip
TO_MEMBERS = (
    r"^(?:(?:all )?(?:the )?(?:chair(?:man|person)? and )?members of )?(?:the )?"  # "To: Members of the Cabinet"
)

RECOMMENDATION_HEADINGS = (
    r"recommendations?(?:\(s\))?(?: to .{3,60})?",  # most
    r"recommended actions?(?:/decisions?)?",  # Leicester
    r"officer recommendations?",  # planning reports
    r"(?:proposed )?(?:decisions?|resolutions?) (?:required|recommended|sought)",  # many
    r"recommendation summary|summary of recommendations",
    r"action(?:s)? (?:required|recommended)",
    r"argymhell(?:ion|iad)",  # Welsh
)
RECOMMENDS = r"^(?:it is (?:therefore )?(?:recommended|proposed) that|(?:the )?(?:county council|council|cabinet|committee|commission|scrutiny|members|panel|executive)[\w ]{0,40} (?:is|are) (?:asked|recommended|requested|invited) to|that (?:the )?(?:cabinet|council|committee) (?:agrees?|approves?|notes?))\b"  # fmt: skip

# Access to information: Local Government Act 1972, Part VA and Schedule 12A
EXEMPT = (
    r"\bnot for publication\b(?! \[)",  # Local Government Act 1972 s100B
    r"\b(?:contains?|containing|discloses?|involve[sd]?) exempt information\b",  # s100A(4)
    r"\bexempt (?:report|appendix|annex|item|paper|minutes?|information)\b.{0,120}\bparagraphs? \d",
    r"\bby virtue of paragraphs? \d",  # s100I, Schedule 12A
    r"\bexempt (?:from publication |from disclosure )?under (?:paragraphs?|schedule|section)\b",
)  # fmt: skip
PART_EXEMPT = (  # said in a public report of one of its appendices
    r"^(?:exempt|confidential|private) (?:appendi\w+|annex\w*|information|papers?) ?:.*\b(?:appendi(?:x|ces)|annex(?:es)?)\b",  # "Exempt appendix: Appendix D – paragraph 3"
    r"(?<!this\s)\b(?:appendi(?:x|ces)|annex(?:es)?)\b[^.]{0,80}\b(?:is|are|contains?|to (?:this|the) report)\b",
)
PRIVATE = (
    r"\b(?:press and (?:the )?public|public and (?:the )?press|members of the public|the public)\b.{0,60}\b(?:be|were|was|are) excluded\b",  # s100A(4)
    r"\bwith (?:members of )?(?:the )?(?:press|public)(?: and (?:the )?(?:press|public))? excluded\b",  # Northern Ireland, "in committee"
    r"\b(?:go|goes|went|move[ds]?|resolved?) in(?:to)? [“\"'‘]?committee\b",  # the same
    r"^(?:the )?(?:press and (?:the )?public|public and (?:the )?press) (?:then )?(?:left|withdrew from) (?:the )?(?:meeting|chamber|room)\b",
    r"\bexclu(?:de|sion of) the (?:press|public)\b.{0,80}\bmeeting\b|\bexclusion of (?:the )?(?:press|public)\b",
    r"\bexempt (?:session|items?|business|minutes?)\b|\bin private session\b|\bpart (?:2|ii|b) ?[-–:(]? ?(?:private|exempt|confidential)",
)  # fmt: skip
EXEMPT_ITEM = (
    r"[(\[](?:exempt|confidential)\b[^)\]]*\bparagraphs? \d[^)\]]*[)\]]"  # in a heading, or alone on the line below it
)
PUBLIC_AGAIN = r"\b(?:come|came|move[ds]?|return(?:ed)?) out of [“\"'‘]?committee\b|\b(?:public|open) session\b|\b(?:be|was|were|remain(?:ed)?) (?:held|heard|considered|conducted|determined)? ?in public\b|\bunrestricted items?\b|\bmeeting re-?opened to the public\b"
READMITTED = r"\b(?:public|press|reporters?) (?:were |was )?(?:re-?admitted|returned|re-?joined|came back)\b"
NO_PRIVATE = r"\bnot (?:found |thought |considered |deemed )?(?:to be )?necessary\b|^(?:none|nil|n/?a|not (?:required|necessary|needed|applicable))\b|\bno (?:such )?(?:items?|matters?|business|need|exclusion)\b|\bthere (?:was|were) (?:none|nothing)\b|\bnot (?:required|needed)\b"  # under "Exclusion of press and public"
NO_EXEMPT = r"\bno exempt\b|\bnot (?:contain|include)\b|\bdo(?:es)? not\b|\bwhich is exempt\b|\bmay\b|\bcould\b|\bif\b|\bthere were no\b|\bnone\b"

# What a meeting asks to have back, and when: the chain of an item across meetings hangs on these
COMES_BACK = (
    r"\b(?:brought|bring|reported|report|come|comes|came|returned?|submitted|presented|referred) back\b(?! in(?:to)?\b| to (?:the|her|his|their) (?:meeting|room|chamber|seat))",  # most; a member walks back into the room
    r"\b(?:be|is|are) (?:brought|presented|submitted|reported|resubmitted|considered again|circulated)\b.{0,120}\b(?:to|at|for) (?:the|this|its|a) (?:\w+ ){0,6}(?:commission|committee|cabinet|council|panel|board|executive|meeting)\b",  # "be brought to the Commission in November"
    r"\b(?:further|progress|update|review|costed|follow-up) (?:report|paper|briefing)\b.{0,120}\b(?:be|is) (?:brought|presented|submitted|made|provided|produced)\b",  # most
    r"\b(?:next (?:due )?(?:annual |performance |quarterly )?report|next annual report)\b",  # Leicester: "the next due report"
    r"\b(?:reports?|updates?|updated|reported|figures|review(?:ed)?)\b.{0,80}\b(?:every|in|within|after) (?:three|four|six|nine|twelve|\d{1,2}) months\b",  # "an update in six months"
    r"\b(?:placed|added|included|put) (?:in|on|to) the (?:commission's |committee's )?(?:work|forward) (?:programme|plan)\b",  # work programmes
    r"\bask for an? (?:further )?(?:report|review|update)\b",  # Cabinets ask for them
    r"\b(?:officers?|director|members?|board) (?:to )?report (?:back )?(?:in|by|to|at)\b",  # "officers report in March"
    r"\b(?:bring|submit|present|provide)s? (?:a |an |the )?(?:\w+ ){0,4}(?:report|update|review|paper)\b",  # parishes: "clerk to bring a report"
    r"\bdefer(?:red|ral)?\b|\badjourned\b",  # what is deferred must come again
    r"\b(?:be|is|was|were) (?:put off|held over|postponed)\b|\bcarried (?:over|forward) to (?:the|a|its) (?:\w+ ){0,3}meeting\b",  # parishes
)  # fmt: skip
NOT_BACK = r"\bthat (?:no|the) report (?:be|on)\b.{0,40}\b(?:noted|received)\b|\bno report\b.{0,80}\b(?:be submitted|has been received)\b"  # a report that came, or never may
DEFERS = r"\b(?:be |is |was |been )?deferred\b|\bdeferral\b|\badjourned\b|\b(?:be|is|was|were) (?:put off|held over|postponed)\b|\bcarried (?:over|forward) to (?:the|a|its) (?:\w+ ){0,3}meeting\b"
REFERS_BACK = r"\bcall(?:ed)?-?\s?in\b"  # overview and scrutiny: Local Government Act 2000, s9F(4)
AFTER_CALL_IN = (
    r"\breconsider|\boutcome of\b|\b(?:following|after) (?:the )?call-?\s?in\b"  # headings of what became of a call-in
)
DUE = r"\b(?:by|in|before|at|on|for|within|every|after|to)\s+(?:(?:the |its |a )?(?:next|following|first|future|subsequent)(?: \w+){0,2} meetings?|(?:the )?(?:early |late |end of )?(?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:20)\d\d)?(?: (?:\w+ )?meetings?\b)?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)(?:,? 20\d\d)?(?: meeting\b)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (?:months|weeks|days)(?:' time)?|a year(?:'s time)?|20\d\d)\b"

# Words in a paper that speak to a language model and not to a reader: such a passage is never given to one
TO_A_MODEL = (
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|any|your|the)\b.{0,30}\b(?:instructions?|prompts?|rules|messages?|directions|context)\b",
    r"\b(?:you are|act as|pretend to be|respond as)\b.{0,30}\b(?:an? )?(?:assistant|ai|language model|chatbot|llm|gpt)\b",
    r"\b(?:system|developer) (?:prompt|message)\b|<\|?(?:im_start|system|user|assistant|endoftext)\|?>|\[/?inst\]",
    r"\b(?:assistant|ai|language model|chatbot|llm)s?\b.{0,40}\b(?:must|should|shall|are to|is to)\b.{0,40}\b(?:say|state|answer|reply|respond|summari[sz]e|report|output|write)\b",
    r"\b(?:in|for) (?:your|the) (?:summary|answer|reply|response),? (?:say|state|write|report|include|always|never)\b",
)  # fmt: skip
