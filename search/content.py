"""The words of a question that carry its topic."""

import re

from index.words import Word, words

OWNER = re.compile(r"['’]s?$")
"""What makes a name an owner: "KCC's policy"."""

DENIED = re.compile(
    r"(?:are|ca|could|did|does|do|had|has|have|is|might|must|need|should|was|were|wo|would)n['’]?t", re.IGNORECASE
)
"""A word that only asks, with its denial: "why wasn't it brought back"."""
STOP = frozenset(
    """a about above after again against all also altogether am an and any anybody anyone anything are as asked at be
    because been before being below between both but by can cannot cent could did do does doing down during each else
    ever everybody everyone everything few for from further get give given had has have having he her here hers him
    his how i if in into is it its just least less let made make many me mine more most much my no nor not of off on
    once one only or other our ours out over own per percent please re regarding same say said says she should so some
    somebody someone something such tell than that the their theirs them then there these they this those through to
    too under until up upon us very was we were what when where whether which while who whom whose why will with
    vs versus would yet you your yours concerning relation respect""".split()  # noqa: SIM905  # a hundred quotation marks would hide the words
)
"""Words that carry no topic: their presence in a passage is no evidence that it answers."""

LIGHT = frozenset(
    """actually add added again back came come coming current currently ended ending exactly filled finally gave given
    go goes going gone got happen happened happening kept keep last latest leave left look looked must need needed
    new now people put raise raised recent recently running see seen still take taken tell thing things told took
    use used want wanted way went whole work worked""".split()  # noqa: SIM905  # as above
)
"""Words that shape a question more than they name its topic; the record seldom uses the same ones."""

SHORTENED = {
    "jan": ("January",), "feb": ("February",), "mar": ("March",), "apr": ("April",), "jun": ("June",), "jul": ("July",),
    "aug": ("August",), "sep": ("September",), "sept": ("September",), "oct": ("October",), "nov": ("November",),
    "dec": ("December",),
    "acad": ("academic",), "accom": ("accommodation",), "acct": ("account",), "accts": ("accounts",),
    "admin": ("administration", "administrative"), "amdt": ("amendment",), "amt": ("amount",),
    "approx": ("approximately",), "apps": ("applications",), "appt": ("appointment",), "asst": ("assistant",),
    "avg": ("average",), "ave": ("average",), "bal": ("balance",), "bdgt": ("budget",),
    "bldg": ("building",), "cc": ("county council", "city council"), "cmte": ("committee",), "cmttee": ("committee",),
    "cncl": ("council",), "comms": ("communications",), "cons": ("conservative", "consultation"),
    "consult": ("consultation",), "cttee": ("committee",), "cum": ("cumulative",), "dept": ("department",),
    "dem": ("democrat",), "dems": ("democrats",),
    "dev": ("development",), "devo": ("devolution",), "docs": ("documents",), "edu": ("education",),
    "env": ("environment", "environmental"), "est": ("estimated", "estimate"), "exec": ("executive",),
    "fin": ("financial", "finance"), "hi": ("high",), "gov": ("governance", "government"), "govt": ("government",),
    "grt": ("great",), "hrly": ("hourly",), "hrs": ("hours",), "hsg": ("housing",),
    "info": ("information",), "lib": ("liberal", "library"), "maint": ("maintenance",), "max": ("maximum",),
    "mgmt": ("management",), "mgt": ("management",), "min": ("minimum",), "mins": ("minutes",),
    "misc": ("miscellaneous",), "mthly": ("monthly",), "mtg": ("meeting",), "mtgs": ("meetings",), "mth": ("month",),
    "mths": ("months",), "natl": ("national",), "nos": ("numbers",), "org": ("organisation",),
    "orgs": ("organisations",), "perf": ("performance",), "perm": ("permission", "permanent"), "plng": ("planning",),
    "pop": ("population",), "ppl": ("people",), "prog": ("programme",), "proj": ("project",), "pymt": ("payment",),
    "pymts": ("payments",), "qtr": ("quarter",), "qtrly": ("quarterly",), "rd": ("road",), "rec": ("recommendation",),
    "recs": ("recommendations",), "ref": ("reference",), "refs": ("references",), "refurb": ("refurbishment",),
    "regs": ("regulations",), "reno": ("renovation",),
    "req": ("required", "request"), "reqs": ("requirements",), "res": ("resolution",), "rpt": ("report",),
    "rpts": ("reports",), "sch": ("school",), "schs": ("schools",), "sec": ("secretary", "section"),
    "rep": ("representative",), "reps": ("representatives",), "svc": ("service",), "svcs": ("services",),
    "stmt": ("statement",), "temp": ("temporary",), "tor": ("terms of reference",), "updt": ("update",),
    "vol": ("volunteer",), "vols": ("volunteers",), "wk": ("week",), "wkend": ("weekend",), "wkly": ("weekly",),
    "wks": ("weeks",), "xmas": ("Christmas",), "yp": ("young people", "young person"), "yr": ("year",),
    "yrly": ("yearly", "annual"), "yrs": ("years",),
    "berks": ("Berkshire",), "bucks": ("Buckinghamshire",), "cambs": ("Cambridgeshire",), "derbys": ("Derbyshire",),
    "glos": ("Gloucestershire",), "hants": ("Hampshire",), "herts": ("Hertfordshire",), "lancs": ("Lancashire",),
    "leics": ("Leicestershire", "Leicester"), "lincs": ("Lincolnshire",), "northants": ("Northamptonshire",),
    "notts": ("Nottinghamshire",), "oxon": ("Oxfordshire",), "shrops": ("Shropshire",), "staffs": ("Staffordshire",),
    "warks": ("Warwickshire",), "wilts": ("Wiltshire",), "worcs": ("Worcestershire",), "yorks": ("Yorkshire",),
}  # fmt: skip
"""Words as people shorten them in a hurry, each with what it may stand for."""


def content(text: str) -> list[Word]:
    """Return the words of the text that carry its topic, in order."""
    return [word for word in words(text) if _carries(word, text) and (len(word.term) > 1 or numeric(word))]


def _carries(word: Word, text: str) -> bool:
    """Say whether the word carries topic: "it" does not, and "IT" does where not all is in capitals."""
    short_form = len(word.text) > 1 and word.text.isupper() and not text.isupper()
    return short_form or not (word.text.lower() in STOP or DENIED.fullmatch(word.text))


def numeric(word: Word) -> bool:
    """Say whether this is a number, an amount, a reference or a year."""
    return any(character.isdigit() for character in word.term)
