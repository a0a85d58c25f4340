"""Formal phrases of what is decided: stems, decisions told, motions, votes, effects (see ``corpus.phrases``)."""
# ruff: noqa: E501  a phrase is easier to check unbroken, with its source on its line

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

RECOMMENDS_ON = r"(?<!as )\brecommend(?:s|ed)?\b(?= (?:to|that)\b|\W*$)"  # … and the stem of what is only put to another body: "RECOMMENDED TO COUNCIL:", "that the Cabinet recommend to Council:"
RECOMMENDED_ON = (  # … and the head of a part that does so
    r"\W*(?:that )?(?:the )?(?:[\w&’'-]+ ){1,8}?(?:be|is|are) (?:hereby |therefore )?recommended (?:to|that)\b"  # "That the Cabinet be recommended to provide"
    r"|\W*(?:that )?(?:to )?recommends? (?:to|that)\b"
)
NOTED = r"\W*(?:that )?(?:to )?(?:(?:receive|accept)s? and )?notes?\b|\W*(?:that )?(?:(?:the|this|these|its|all) )?(?:[^\s;]+ ){1,25}?(?:be|is|are|was|were) (?:received and |duly )?noted\b"  # at the head of what was only noted
REFUSED = r"\b(?:be|is|was|were|been) (?:therefore |hereby |unanimously )?refused\b|^\W*(?:that |to )?refuses?\b"  # of what is refused, and not of authority to refuse

# The column of a table of minutes that gives what was decided
DECISION_COLUMNS = r"(?:decisions?|resolutions?|resolved|agreed|outcomes?|decision made|committee decision)(?: \(.{1,40}\))?"  # planning and licensing schedules

# … and, in minutes of a town or parish, the column of its observations on planning applications, which it resolves to send
OBSERVATION_COLUMNS = (
    r"(?P<verb>observation|comment|response|view|recommendation|representation|resolution)s? (?:of|by|from) (?:the )?(?:(?:town|parish|community) )?(?:council|committee)"  # "Observations of the Town Council"
    r"|(?:the )?(?:(?:town|parish|community) )?(?:council|committee|p\.?c\.?|t\.?c\.?)(?:['’]s)? (?P<verb2>observation|comment|response|view|recommendation|representation)s?"  # "Parish Council comments"
    r"|(?P<verb3>observation)s?"
)
NO_OBSERVATION = r"see (?:also )?(?:minute|item|above|below|next)\b.*|\W*|n/?a|none|nil|awaited|to follow|(?:details )?(?:as )?(?:above|below)"
APPLICATION_COLUMN = r"(?:planning )?(?:application|app|ref)\w*\b.{0,20}"

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
    r"^(?:the |this )(?!(?:[\w-]+ )?(?:amendment|motion) (?:was|were)\b)[\w '’,&()-]{3,80} (?:was|were) (?P<verb>not (?:agreed|approved|adopted|granted))(?: by (?:the )?(?:council|committee|sub-committee|cabinet|board|panel|commission|forum|members))?\.?$",  # schools forums: "The transfer was NOT AGREED."
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
# … or where a sentence, anywhere under such an item, ends in it
ASKED_AND_AGREED = (
    r"\b(?:asked|suggested|proposed|requested)\b.{0,60}\bthat\b.{3,300}[;,] (?:and )?(?:this|it) was (?:then |duly |unanimously )?(?P<verb>agreed|accepted|approved)\.?$",  # districts: "… asked that the entry be reopened; this was agreed."
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

AS_DECIDED = r",? \bas (?:was |were |had been )?(?:previously |already |earlier )?(?:resolved|agreed|decided) (?:in|at|by|on|under|last)\b[^,.;]{0,40}"  # what it leans on: "resolved to leave the rent as decided in minute 40"
PROPOSERS = r"(?:\w[\w.'’-]* ){1,4}(?:then )?seconded\.?$|\(?(?:this was )?(?:prop(?:osed|oser)?|moved)\b\.?:?(?: by)?:? .{2,60}|\(?sec(?:onded|onder)?\b\.?:?(?: by)?:? .{2,60}"  # who put what the sentence before says
COUNTED = r"(?:(?:and |with )?(?!all\b)\w+ (?:votes? |members? )?(?:for|in favour|against|abstain\w*|abstentions?)[,;.]? ?){1,3}"  # how the votes stood, between a proposal and "Carried."
SUGGESTED = r"\b(?:suggested|proposed|recommended|requested)\b.{0,40}\bthat\b"  # … and then "This was agreed."

# A body alone before a list of what it did, each in a past tense: "The Committee:", "1. Noted …", "2. Approved …"
BODY_ALONE = rf"(?:that )?(?:(?:following|after|having) [^.:]{{3,120}}, )?(?:{A_BODY}|{A_DECIDER})(?: then| also| therefore)?(?: ?:[–—-]?)?"
DID = r"(?:(?:considered|discussed|welcomed)(?:,| and) )?(?P<verb>overruled|upheld|dismissed|rejected|noted|approved|agreed|received|endorsed|recommended|resolved|delegated|authorised|adopted|accepted|requested|deferred|refused|appointed|confirmed|supported|instructed|directed|remitted|ratified|granted|homologated|welcomed|thanked|asked|invited|continued|nominated|determined|decided|referred|commended)\b"

# What is told behind what was decided, in its paragraph or below it, and is no part of it
REASON_TOLD = r"(?-i:R(?:easons?|EASONS?))(?: for (?:the |this |its )?(?:decision|recommendation|resolution|urgency)s?)?(?: ?[:–—]| -(?=\s))"
OPTIONS_TOLD = r"(?-i:[AO])(?:lternative|ther)s?(?: options?)? (?:considered|rejected)(?: and rejected)?(?: ?[:–—]| -(?=\s))|options (?:considered|rejected)(?: and rejected)? ?:"  # executives: Local Authorities (Executive Arrangements) Regulations 2012
OF_CONDITIONS = r"\bconditions?\b|\brefus(?:e[ds]?|al)\b|\bobject(?:s|ed|ions?)?\b"  # whose reasons belong to them

CAME_OR_WENT = r"(?-i:Councillors?|Cllrs?\.?|Mrs?\.?|Ms\.?|Miss|Dr\.?) [^.;:]{2,60}?\b(?:(?:left|withdrew from|re-?entered) the (?:meeting|room|chamber|table)|(?:returned|re-?joined|came back)(?: (?:(?:to|into) )?the (?:meeting|room|chamber|table))?)(?: at \d[^;:]{1,12})?\W*"  # behind what was decided
VOTED_OTHERWISE = r"\(?(?-i:Councillors?|Cllrs?\.?|Mrs?\.?|Ms\.?|Miss|Dr\.?) [^.;:]{2,100}?\b(?:abstain(?:ed|ing)|did not vote|voted against|took no part)\b[^.;:]{0,80}\W*"  # likewise

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
MOTION_NAMED = r"\W*(?:notice of )?motion(?: (?:no\.? ?)?\d{1,2}| [a-z])?(?: ?[-–—:]| under .{3,40}[-–—:]) ?\S.{2,90}"  # the line over one of several under one minute: "NOTICE OF MOTION – PAVEMENT PARKING"
MOVED_AND_QUOTED = r"\b(?:proposed|moved)\b.{0,200}\bseconded\b[^.:]{0,60}:[–—-]?\s*$"  # districts: "Councillor A moved and Councillor B seconded:", and its words in quotation marks below

MOTION_PUT = r"\b(?:motion|amendment|proposal|recommendations?)s? (?:as amended )?(?:was|were|is) (?:then |duly )?(?:put|declared|carried|lost)\b|\bput to the vote\b"
OUTCOMES = (
    (r"\b(?:(?:substantive |amended |original |composite )?(?:motion|amendment|proposal|proposition|recommendations?)s? (?:was |were |as amended |is )*)?(?P<word>carried|passed)\b|^(?:motion |amendment |all )?agreed$", "carried"),
    (r"\b(?:(?:substantive |amended |original )?(?:motion|amendment|proposal|proposition) (?:was |is )?)?(?P<word>lost|fell|defeated|not carried|rejected|negatived|voted down|(?:was|were) not (?:supported|agreed|accepted|approved|passed))\b", "lost"),
    (r"\b(?:motion|amendment|vote) (?:was )?tied\b|\bequality of votes\b", "tied"),
    (r"\b(?:casting|second) vote\b.{0,60}\b(?:for|in favour(?: of)?|support)\b", "carried"),  # whoever presides, where the votes are equal
    (r"\b(?:casting|second) vote\b.{0,60}\bagainst\b", "lost"),
)  # fmt: skip
OUTCOME_TOLD = r"(?:the|this) (?:[\w-]+ )?(?:motion|amendment|proposal|recommendations?) (?:was|were) (?:\w+ ){0,3}?(?:carried|passed|lost|defeated|rejected|not carried)\b"  # and then more: "… and became the substantive motion"
CARRIED_SO = r"\b(?:put (?:to the (?:vote|meeting|council) )?,? ?and (?:it )?(?:was |were )?(?:then )?(?:declared |duly |unanimously )?|(?:motion|proposal) (?:was|were|is|being) (?:then |duly |declared |put and |unanimously )*)(?:carried|passed|agreed|approved)\b|^(?:the motion was )?carried\b(?! (?:out|over|forward|on))"  # "On being put to the vote the motion was carried."; "Carried, nem. con."
VOTE_ENDED = r"\b(?:motion|amendment|proposition) (?:was |is |then |therefore )*(?:carried|lost|defeated|fell|passed)\W*$"  # at the end of it
UNANIMOUS = r"(?:(?:this|it|the motion) was )?(?:agreed|carried)|(?:this was |and |it was )*agreed unanimously|(?:this was |and |it was )*unanimously agreed|carried unanimously|(?:and )?(?:it was )?(?:so resolved|(?:resolved|agreed) accordingly)"

_WHO_VOTED = r"(?:(?:those |the following )?(?:members |councillors )?(?:who )?)"
_VOTED_ON = r"(?: (?:the |this )?[\w'’-]+(?: [\w'’-]+){0,6}?)"  # what no list of ours names: "For refusal (7)", "voted in favour of closing the school:"
_PUT = r"(?: the (?:substantive |original |amended )?(?:motion|amendment|recommendations?|proposal|proposition))?"
VOTE_SIDES = (
    (
        rf"(?:{_WHO_VOTED}(?:(?:for|in favour of){_VOTED_ON}(?= ?\(\d{{1,3}}\))|(?:voting|votes?|voted) (?:for|in favour of){_VOTED_ON}(?= ?:)|(?:voting |votes? |voted )?(?:for|in favour)(?: of)?{_PUT})|ayes?|yes|o blaid)",
        "for",
    ),
    (
        rf"(?:{_WHO_VOTED}(?:against{_VOTED_ON}(?= ?\(\d{{1,3}}\))|(?:voting|votes?|voted) against{_VOTED_ON}(?= ?:)|(?:voting |votes? |voted )?against{_PUT})|noes?|no|yn erbyn)",
        "against",
    ),
    (rf"(?:{_WHO_VOTED}abstain(?:ed|ing|s)?|abstentions?|not voting|ymatal(?:iadau|wyd)?|yn ymatal)", "abstain"),
)
# Divisions between a motion and an amendment: Scottish councils give each its own votes
DIVIDED = r"(?:(?:votes? )?(?:for|in favour of) )?(?:the )?(?P<what>motion|amendment)(?: ?\([^()\d]{2,40}\))? ?[:–—-]? ?\(?(?P<figure>\d{1,3})\)?(?: votes?| members?)? ?[:;.,–—-]? ?(?P<names>(?-i:[A-Z]).{4,400})?"
ABSTAINED = r"(?:abstentions?|abstained|abstaining|no vote|declined to vote|not voting) ?[:–—-]? ?\(?(?P<figure>\d{1,3})\)?(?: votes?| members?)? ?[:;.,–—-]? ?(?P<names>(?-i:[A-Z]).{4,400})?"
VOTED_BETWEEN = (
    r"\b(?P<whata>motion|amendment) (?:received|had|secured|attracted) (?P<figurea>\d{1,3})(?: votes?)?,? and the (?P<whatb>motion|amendment)(?: received| had| secured| attracted)? (?P<figureb>\d{1,3})\b"
    r"|\b(?P<figurec>\d{1,3}) (?:(?:votes?|members?|councillors?) )?(?:(?:were cast|voted|voting) )?(?:for|in favour of) the (?P<whatc>motion|amendment),? and (?P<figured>\d{1,3}) (?:(?:votes?|members?|councillors?) )?(?:(?:were cast|voted|voting) )?(?:for|in favour of) the (?P<whatd>motion|amendment)\b"
    r"|\bfor the (?P<whate>motion|amendment) ?[:–—-]? ?\(?(?P<figuree>\d{1,3})\)?(?: votes?)?[;,.]? (?:and )?for the (?P<whatf>motion|amendment) ?[:–—-]? ?\(?(?P<figuref>\d{1,3})\b"
)
VOTE_UNANIMOUS = r"\W*(?:the )?(?:vot(?:e|es|ing)|result|decision)(?: (?:was|were))?(?: ?[:–—-])? ?(?:carried |passed |agreed )?(?:unanimous(?:ly)?(?: (?:in favour|for|agreed|carried|approved))?|nem\.? ?con\.?|all in favour)(?: ?\([^()]{1,60}\))?\W*"  # a line under what was decided: "Voting: unanimous (10 members voting)"
CASTING = r"\b(?:casting|second)(?: or (?:casting|second))? vote\b"  # of whoever presides: Local Government Act 1972, Schedule 12, paragraph 39
VOTED_OUTSIDE = (  # figures of people who are no members of the meeting: a ballot, a survey, the responses to a consultation
    r"\b(?:residents?|tenants?|leaseholders?|parents?|householders?|homeowners?|electors?|business(?:es)?|traders?|staff|employees|pupils|shareholders?)\b['’]?(?:[^.]{0,40}\b(?:ballot(?:ed)?|poll(?:ed)?|survey(?:ed)?|referendum)\b| (?:had |have |who )?voted\b)"
    r"|\b(?:ballot|poll|survey|referendum|consultation) (?:of|among|amongst|with) (?:the |all |local )?(?:\w+ )?(?:residents|tenants|leaseholders|parents|households|householders|homeowners|electors|businesses|traders|staff|employees|pupils|public)\b"
    r"|\b(?:consultation|survey|questionnaire|referendum|parish poll|online poll|petition)\b[^.]{0,80}\b(?:showed|shown|found|produced|attracted|received|resulted|returned|approved|supported|opposed|signed|respon\w+)\b"
    r"|\b(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many) (?:\w+ )?(?:responses|respondents|representations|letters|emails|replies|signatures|residents|households|comments|submissions)\b"
    r"|\b(?:responses|respondents|representations|replies)\b[^.]{0,40}\b(?:were|was|are|being|with)\b"
)
VOTED_EARLIER = r"\bhad(?: then| since| also| previously| already| earlier)*(?: by)?$|\bhad (?:then |since |also |previously |already |earlier )*(?:voted|agreed|resolved|decided|recommended|been (?:approved|agreed|carried|lost|refused|rejected|supported|adopted|passed))\b[^.;]{0,30}$"  # told of another meeting: "the Committee had by 7 votes to 4 referred it back"
OF_THE_MEETING = r"\b(?:members|councillors|cllrs?|motion|amendment|proposition|moved|proposed|seconded|resolved|agreed|carried|lost|(?:put to|on|following) (?:the|a) vote|vote was taken|show of hands|(?:committee|cabinet|panel|board|forum|commission|executive|council)\b[^.]{0,60}\b(?:voted|divided)|recommendations?|casting)\b"  # … unless the same sentence says who voted
UNANIMOUSLY = r"\bunanimous(?:ly)?\b|\bnem\.? ?con\b|\bwithout (?:dissent|a vote against)\b|\bby (?:general )?(?:assent|consent|acclamation)\b|\bno(?:body|ne)? (?:voting )?against\b"  # in a stem: "RESOLVED (unanimously)", "AGREED, nem. con."
VOTE_RECORDED = (  # who asks that their own vote be in the minutes: Local Authorities (Standing Orders) Regulations 1993
    r"(?P<names>(?-i:[A-Z])[^.:;]{3,160}?),? (?:asked|requested|wished|required)\b[^.;]{0,60}?\b"
    r"(?:(?:votes?|voting|voted|names?|abstentions?|dissent)\b[^.;]{0,80}?\b(?:recorded|minuted|noted|put on record)|(?:recorded|minuted|noted|put on record)\b[^.;]{0,40}\b(?:votes?|voting|voted|abstain\w*))\b[^.;]*"
)
VOTE_NAMES = r"(?:councillors?|members?|names?|cllrs?)"  # the head of the column of names in a table of a recorded vote

# What a decision does, by its first words that say so
EFFECTS = (
    (r"\b(?:as )?(?:a )?(?:true and )?(?:correct|accurate|true) (?:and accurate )?(?:record|copy)\b|\bminutes\b.{0,200}\b(?:approved|confirmed)\b", "confirmed"),
    (r"\b(?:be |is |was |were |are )?(?:deferred|adjourned)\b|\bdefers?\b", "deferred"),
    (r"\b(?:be |is |was |were |are )?refused\b|\brefuses?\b|\bbe (?:declined|rejected|dismissed|turned down)\b|\bnot (?:be )?(?:agreed|approved|adopted|supported|granted)\b", "refused"),
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
