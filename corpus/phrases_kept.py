"""Formal phrases of how papers are kept: standing, declarations, reports, access, follow-up (see ``corpus.phrases``)."""
# ruff: noqa: E501  a phrase is easier to check unbroken, with its source on its line

# Minutes confirmed or corrected by a later meeting
CONFIRMS = r"\bnotes\b.{0,80}\b(?:approved|accepted|agreed|adopted)\b.{0,20}\bminutes\b|\bresolved\W+(?:to |that )?(?:approve|accept|confirm|sign|adopt|agree)\b.{0,40}\bminutes?\b|\b(?:agreed|approved|confirmed|signed) the minutes?\b|\bapproved? (?:the minutes? )?for signature\b|\bderbyn(?:iwyd)? (?:y )?[cg]ofnodion\b|\bcofnodion\b.{0,200}\b(?:cywir|gywir|gadarnhau|gymeradwyo|cymeradwyo)\b|(?:correct|true|accurate)(?: and (?:correct|accurate|true))? (?:record|copy)|minutes?\b(?!['’])(?:(?!\bwhen\b).){0,200}\b(?:confirmed|approved|agreed|accepted|signed|adopted)\b"
ARISING = r"\b(?:matters? )?arising (?:from|out of)\b|\bmatters? arising\b"  # what is told of earlier minutes once they are confirmed
ONE_MINUTE = r"\bminutes? (?:nos?\.? ?|numbers? )?(?:[a-z]{1,8}[/.-])*\d{1,4}(?:[/.-]\d+)*\b(?! (?:january|february|march|april|may|june|july|august|september|october|november|december))"  # "minute 27": one of them, and not the minutes
MINUTES_OF_OTHERS = r"\b(?:minutes|reports?|proceedings) of (?:the )?(?:[\w’'-]+ ){0,3}(?:sub-?)?committees\b|\b(?:sub-?)?committees?['’]? (?:minutes|reports)\b"  # laid before a council
CORRECTS = (
    r"\berror in the minutes\b|\berroneously\b|\bincorrectly (?:recorded|noted|stated|minuted)\b",  # Leicester
    r"\bwith (?:that|this|those|these) (?:change|correction|amendment|addition)s?\b|\berrors? in minutes? \w|\bafter the addition in minute\b|\b(?:minute|item) [\w./]+(?: \([^()]{1,80}\))? (?:being|be) (?:amended|corrected|altered)\b",  # boroughs and towns
    r"\bsubject to the following (?:amendments?|corrections?|changes?)\b|\bsubject to (?:an?|the) (?:\w+ )?(?:amendments?|corrections?)\b",  # many
    r"\b(?:were|was) amended and\b|\bas amended\b.{0,60}\bminutes\b|\bminutes\b.{0,120}\b(?:be|were|was) (?:amended|corrected)\b|\bwith (?:the following|one) (?:amendment|correction)\b",  # Burton-cum-Walden
    r"\bminute \d+.{0,60}\bshould (?:read|state|be)\b|\bshould (?:have )?read\b|\bshould have (?:been|said|stated)\b|\bso (?:corrected|amended)\b",  # many
)  # fmt: skip

DECLARED = r"\bregistered an? (?:\w+ ){0,2}interest\b|\bdeclar(?:ed|es|ing)\b|\bdisclosed\b"
NO_INTEREST_OF_ANYBODY = r"\b(?:public|best|general|common|national|community|council['’]s|residents['’]?) interests?\b|\binterest (?:rates?|payable|receivable|free|earned|charges?)\b"  # no member has it: an exclusion weighs the public interest in disclosing something
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
    r"date(?:\(s\))? of (?:the )?(?:decision|meeting|hearing|determination)|(?:decision|meeting|hearing) date|hearing"
    r"|date (?:decision )?(?:taken|made|determined)|date of (?:cabinet|(?:sub-)?committee|panel)"
)

# The number of a planning or licensing application, with the words that may stand before it
APPLICATION_NUMBER = (
    r"(?:item (?:no\.? ?)?\d{1,2}[a-z]? ?[:.–—-]? ?)?(?:(?:planning |licensing )?(?:applications?|app|reference|ref)\b\.? ?)?(?:(?:no|number|ref|reference)\b\.? ?){0,2}:? ?"
    r"(?:(?:[a-z]{1,4}[/. -]|[a-z]{1,2}|\d[/-])?(?:20)?\d\d[/-](?:[a-z]{1,4}[/-])?(?:[a-z]?\d{3,5}(?:[/-][a-z]{1,6}\d?){1,2}|(?!20\d\d\b)\d{4,5})"
    r"|[a-z]/\d{1,3}/\d{1,4}[a-z]?(?:/[a-z]{1,3})?|np/[a-z]{2,4}/\d{4}/\d{4}|6/\d{1,2}/\d\d/\d{3}[a-z]{0,2}|la\d\d/\d{4}/\d{3,5}(?:/[a-z]{1,4})?)(?![\w/])"  # of national parks; of Northern Ireland
)
# … and its fields at the head of a report on it
APPLICATION_NUMBER_FIELD = (
    r"(?:(?:planning )?application )?(?:reference|ref|number|no)\b\.?(?: number| no\.?)?|(?:planning )?application"
)
APPLICATION_SITE_FIELD = r"(?:application |development )?(?:site|location|address)(?: address| location)?"
# … and, in minutes, at the head of what was decided on each of several: what is proposed, and what else a row may give
APPLICATION_PROPOSAL_FIELD = r"(?:proposals?|proposed (?:development|works?)|(?:nature|description)(?: of (?:the )?(?:proposed )?(?:proposal|development|works?))?|development(?: proposed)?|lleoliad|bwriad|datblygiad|cynnig)"  # and in Welsh
APPLICATION_FIELDS = r"(?:applicants?|agents?|applicant['’]s name|name of applicant|wards?|electoral (?:ward|division)s?|parish|community|case officer|type|application type|category|grid ref(?:erence)?|(?:date )?(?:valid|received|registered)|(?:target|expiry|decision due) date|use class|level|(?:officers?['’]?s? )?recommendations?|ymgeisydd|asiant|argymhelliad|cymuned)"

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
OF_EXCLUSION = r"\bexclu(?:de|sion)|\bexempt\b|\bconfidential\b|\bprivate\b|\b(?:press|public)\b"  # of a heading under which the public is shut out for what follows, not for it
TAKEN_IN_PRIVATE = r"\b(?:exempt|confidential)\b|\b(?:resolved|agreed|decided|decision)\b"  # … and of what is told behind the exclusion
FOR_ONE_ITEM = r"\b(?:for|during|of|from) (?:the )?(?:consideration of |discussion of )?(?:the )?(?:next|following|remaining|last|one)(?: agenda)? (?:item|minute|matter)\b(?!s)"  # the public is shut out for one item, and back after it
NEVER_PRIVATE = r"(?:date|time|day)s?\b.{0,30}\bnext (?:\w+ )?meetings?\b|(?:the )?next (?:\w+ )?meetings?(?: dates?)?|close(?: of (?:the )?meeting)?"  # of a heading
EXEMPT_ITEM = (
    r"[(\[](?:exempt|confidential)\b[^)\]]*\bparagraphs? \d[^)\]]*[)\]]"  # in a heading, or alone on the line below it
)
PUBLIC_AGAIN = r"\b(?:come|came|move[ds]?|return(?:ed)?) out of [“\"'‘]?committee\b|\b(?:public|open) session\b|\b(?:be|was|were|remain(?:ed)?) (?:held|heard|considered|conducted|determined)? ?in public\b|\bunrestricted items?\b|\bmeeting re-?opened to the public\b"
READMITTED = r"\b(?:public|press|reporters?) (?:were |was )?(?:re-?admitted|returned|re-?joined|came back)\b"
NO_PRIVATE = r"\bnot (?:found |thought |considered |deemed )?(?:to be )?necessary\b|^(?:none|nil|n/?a|not (?:required|necessary|needed|applicable))\b|\bno (?:such )?(?:items?|matters?|business|need|exclusion)\b|\bthere (?:was|were) (?:none|nothing)\b|\bnot (?:required|needed)\b"  # under "Exclusion of press and public"
NO_EXEMPT = r"\bno exempt\b|\bnot (?:contain|include)\b|\bdo(?:es)? not\b|\bwhich is exempt\b|\bmay\b|\bcould\b|\bif\b|\bthere were no\b|\bnone\b"

# What a meeting asks to have back, and when: the chain of an item across meetings hangs on these
NEXT_AGENDA = (  # over a list of what is to come before the next meeting
    r"\b(?:agenda )?items? (?:for|to be (?:included|placed|put|discussed) (?:on|at)) (?:inclusion (?:on|in) )?(?:the |an? )?(?:next|future) (?:agenda|meeting)s?\b"
    r"|\bitems? (?:should |shall |will |would |to |(?:is|are) to )?be brought forward\b"
)
COMES_BACK = (
    r"\b(?:brought|bring|reported|report|come|comes|came|returned?|submitted|presented|referred) back\b(?! in(?:to)?\b| to (?:the|her|his|their) (?:meeting|room|chamber|seat))",  # most; a member walks back into the room
    r"\b(?:be|is|are) (?:brought|presented|submitted|reported|resubmitted|considered again|circulated)\b.{0,120}\b(?:to|at|for) (?:the|this|its|a) (?:\w+ ){0,6}(?:commission|committee|cabinet|council|panel|board|executive|meeting)\b",  # "be brought to the Commission in November"
    r"\b(?:be|is|are) (?:brought|presented|submitted|reported|resubmitted) to (?-i:Cabinet|Council|Committee|Executive)\b",  # counties: "be brought to Cabinet in January"
    r"\breport .{3,120}\bto (?:each|every) (?:ordinary |future )?meeting\b",  # "report the number waiting to each meeting"
    r"\b(?:to|and|shall|should|will) (?:bring|put|submit) (?:back )?(?:forward )?.{0,100}\bto (?:the|its|a) (?:next|following|\w+) (?:ordinary )?meeting\b",  # parishes: "to bring to the next meeting a proposal"; Scotland: "to bring forward an appraisal to the meeting of the Council on"
    NEXT_AGENDA,
    r"\b(?:further|progress|update|review|costed|follow-up) (?:report|paper|briefing)\b.{0,120}\b(?:be|is) (?:brought|presented|submitted|made|provided|produced)\b",  # most
    r"\ba report\b.{0,100}\bbe (?:tabled|brought|presented|submitted)\b",  # "a report on the first contacts be tabled in January"
    r"\bfurther (?:report|update|paper)s? (?:made|given|presented|submitted) (?:in|to|at|by)\b",  # "be noted and a further report made in February"
    r"\b(?:next (?:due )?(?:annual |performance |quarterly )?report|next annual report)\b",  # Leicester: "the next due report"
    r"\b(?:reports?|updates?|updated|reported|figures|review(?:ed)?)\b.{0,80}\b(?:every|in|within|after) (?:three|four|six|nine|twelve|\d{1,2}) months\b",  # "an update in six months"
    r"\b(?:placed|added|included|put) (?:in|on|to) the (?:commission's |committee's )?(?:work|forward) (?:programme|plan)\b",  # work programmes
    r"\bask for an? (?:further )?(?:report|review|update)\b",  # Cabinets ask for them
    r"\b(?:officers?|director|members?|board) (?:to )?report (?:back )?(?:in|by|to|at)\b",  # "officers report in March"
    r"\b(?:bring|submit|present|provide)s? (?:a |an |the )?(?:\w+ ){0,4}(?:report|update|review|paper)\b",  # parishes: "clerk to bring a report"
    r"\bdefer(?:red|ral)?\b|\badjourned\b",  # what is deferred must come again
    r"\bpostpone(?:s|d)? (?:a |any |the |its )?(?:decision|consideration|determination)\b",  # parishes: "will postpone a decision on this matter until"
    r"\bcontinue(?:s|d)? (?:the |its )?(?:further )?(?:consideration|determination|application|item|matter|report)\b.{0,80}\b(?:to|until) (?:the|a|its) (?:\w+ ){0,4}meeting\b",  # Scotland: what is continued is put off
    r"\b(?:be|is|was|were) (?:put off|held over|postponed)\b|\bcarried (?:over|forward) to (?:the|a|its) (?:\w+ ){0,3}meeting\b",  # parishes
)  # fmt: skip
NOT_BACK = r"\bno (?:other |further |additional |more )?items? (?:for|to be)\b[^.]*|\bthat (?:no|the) report (?:be|on)\b.{0,40}\b(?:noted|received)\b|\bno report\b.{0,80}\b(?:be submitted|has been received)\b"  # a report that came, or never may
DEFERS = r"\bpostpone(?:s|d)? (?:a |any |the |its )?(?:decision|consideration|determination)\b|\bcontinue(?:s|d)? (?:the |its )?(?:further )?(?:consideration|determination|application|item|matter|report)\b.{0,80}\b(?:to|until) (?:the|a|its) (?:\w+ ){0,4}meeting\b|\b(?:be |is |was |been )?deferred\b|\bdeferral\b|\badjourned\b|\b(?:be|is|was|were) (?:put off|held over|postponed)\b|\bcarried (?:over|forward) to (?:the|a|its) (?:\w+ ){0,3}meeting\b"
REFERS_BACK = r"\bcall(?:ed)?-?\s?in\b"  # overview and scrutiny: Local Government Act 2000, s9F(4)
AFTER_CALL_IN = (
    r"\breconsider|\boutcome of\b|\b(?:following|after) (?:the )?call-?\s?in\b"  # headings of what became of a call-in
)
DUE = r"\b(?:by|in|before|at|on|for|within|every|after|to)\s+(?:(?:the |its |a )?(?:next|following|first|future|subsequent)(?: \w+){0,2} (?:meetings?|agendas?)(?: (?:in|of) (?:the new (?:municipal |calendar )?year|(?:early |late )?(?:20\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: 20\d\d)?)))?|(?:the )?(?:early |late |end of )?(?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)(?: (?:20)\d\d)?(?: (?:\w+ )?meetings?\b)?|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april|may|june|july|august|september|october|november|december)(?:,? 20\d\d)?(?: meeting\b)?|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}) (?:months|weeks|days)(?:' time)?|a year(?:'s time)?|20\d\d)\b"

# Words in a paper that speak to a language model and not to a reader: such a passage is never given to one
TO_A_MODEL = (
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:previous|prior|above|earlier|all|any|your|the)\b.{0,30}\b(?:instructions?|prompts?|rules|messages?|directions|context)\b",
    r"\b(?:you are|act as|pretend to be|respond as)\b.{0,30}\b(?:an? )?(?:assistant|ai|language model|chatbot|llm|gpt)\b",
    r"\b(?:system|developer) (?:prompt|message)\b|<\|?(?:im_start|system|user|assistant|endoftext)\|?>|\[/?inst\]",
    r"\b(?:assistant|ai|language model|chatbot|llm)s?\b.{0,40}\b(?:must|should|shall|are to|is to)\b.{0,40}\b(?:say|state|answer|reply|respond|summari[sz]e|report|output|write)\b",
    r"\b(?:in|for) (?:your|the) (?:summary|answer|reply|response),? (?:say|state|write|report|include|always|never)\b",
)  # fmt: skip
