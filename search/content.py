"""The words of a question that carry its topic."""

from index.words import Word, words

STOP = frozenset(
    """a about above after again against all also am an and any are as asked at be because been before being
    below between both but by can cannot could did do does doing down during each else ever few for from further
    get give given had has have having he her here hers him his how i if in into is it its just least less let
    made make many me mine more most much my no nor not of off on once one only or other our ours out over own
    per please re regarding same say said says she should so some such tell than that the their theirs them then
    there these they this those through to too under until up upon us very was we were what when where whether
    which while who whom whose why will with would you your yours concerning relation respect""".split()  # noqa: SIM905  # a hundred quotation marks would hide the words
)
"""Words that carry no topic: their presence in a passage is no evidence that it answers."""

LIGHT = frozenset(
    """actually add added again back came come coming current currently ended ending exactly filled finally gave given
    go goes going gone got happen happened happening kept keep latest leave left look looked must need needed new now
    people put raise raised recent recently running see seen still take taken tell thing things told took use used
    want wanted way went whole work worked""".split()  # noqa: SIM905  # as above
)
"""Words that shape a question more than they name its topic; the record seldom uses the same ones."""

SHORTENED = {
    "amt": ("amount",), "apps": ("applications",), "appt": ("appointment",), "asst": ("assistant",),
    "consult": ("consultation",), "cttee": ("committee",), "dept": ("department",), "devo": ("devolution",),
    "gov": ("governance", "government"), "govt": ("government",), "grt": ("great",), "hrs": ("hours",),
    "info": ("information",), "mtg": ("meeting",), "mth": ("month",), "mths": ("months",), "perf": ("performance",),
    "qtr": ("quarter",), "ref": ("reference",), "rpt": ("report",), "stmt": ("statement",), "updt": ("update",),
    "wk": ("week",), "wks": ("weeks",), "yr": ("year",), "yrs": ("years",),
}  # fmt: skip
"""Words as people shorten them in a hurry, each with what it may stand for."""


def content(text: str) -> list[Word]:
    """Return the words of the text that carry its topic, in order."""
    return [word for word in words(text) if _carries(word, text) and (len(word.term) > 1 or numeric(word))]


def _carries(word: Word, text: str) -> bool:
    """Say whether the word carries topic: "it" does not, and "IT" does where not all is in capitals."""
    short_form = len(word.text) > 1 and word.text.isupper() and not text.isupper()
    return short_form or word.text.lower() not in STOP


def numeric(word: Word) -> bool:
    """Say whether this is a number, an amount, a reference or a year."""
    return any(character.isdigit() for character in word.term)
