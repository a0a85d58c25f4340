"""Bodies that a question names and no paper held is of: what they did or who chairs them must be told by name."""

import re

from search.bodies import ASKED, ASKING, BEING, GENERIC, NOT_A_BODY
from search.content import OWNER
from search.types import Query

NOUN = (
    r"(?:commission|committee|sub-?committee|board|panel|cabinet|council|"
    r"(?<=['’]s )executive\b(?! (?:director|head|member|officer|response|summary)))"
)
ACT = (
    r"(?:agree|approv|adopt|ask|consider|decid|defer|discuss|endors|grant|hear|heard|meet\b|met\b|not(?:e|ed|ing)\b|recommend|"
    r"refer|refus|reject|request|resolv|review|said|say|vot|want|think|do\b|make|made)"
)
WORDS = r"(?:(?!(?:about|at|by|from|in|on|to|with)\b)[\w&'’-]+,? ){0,7}?"
ACTOR = re.compile(
    rf"\b(?:did|does|do|has|have|had|was|were)(?: the)? (?P<name>{WORDS}{NOUN})(?: \w+ly| ever)? {ACT}", re.IGNORECASE
)
NAMED = re.compile(
    rf"\b(?P<name>(?:(?!(?:Who|What|Which|When|Where|Why|How|Did|Does|Has|Have|Is|Are|Was|Were|The)\b)[A-Z][\w&'’-]*,? "
    rf"(?:(?:and|&|of|for) )?){{1,7}}(?i:{NOUN})|Cabinet)\b(?! (?:(?i:{'|'.join(sorted(NOT_A_BODY))}))\b)"
)
PLAIN = frozenset("a an and for full member members of on our scrutiny overview the their your".split())  # noqa: SIM905  # as in bodies
COMMON = GENERIC | PLAIN | {"commission", "committee", "subcommittee", "sub-committee", "board", "panel"}
"""What any body may be called; "cabinet" is none of it, since few councils' papers are of one."""
SHORT_FORM = re.compile(r"[A-Z]{2,6}")
LED_BY = r"(?:['’]s)?\W+(?:(?:and|of|for|the)\W+)?"
"""What may stand between the words that a short form is made of: "Children's, Young People and Education"."""
JOINED = r"\W+(?:\w+\W+){0,3}"  # words that are left out of a name, or changed
ACTS = (
    r"(?:agreed|approved|asked|considered|decided|deferred|discussed|endorsed|heard|met|noted|recommended|referred|refused|"
    r"rejected|requested|resolved|reviewed|voted)"
)
DONE = rf"(?:\W+(?!(?:to|if|which|who|when|before)\b)[\w'’]+){{0,10}}?\W+{ACTS}\b"
BY = rf"\b{ACTS}\b[^.]{{0,60}}\b(?:by|at) (?:the )?"
"""What a paper says that a body did: "the Board at its meeting in May agreed", "agreed by the Board"."""
UNDONE = r"(?<!\bif )(?<!\bonce )(?<!\bwhen )(?<!\buntil )(?<!\bunless )(?<!\bwhether )(?<!\bshould )"
"""What it may yet do, or has to do first, it has not done: "once Medway Council have agreed"."""


TOWARDS = re.compile(rf"\b(?:{'|'.join(sorted(ASKING))})(?: of| to)?(?: the)?(?: full)? $", re.IGNORECASE)
IS = rf"(?:{'|'.join(sorted(BEING))})"
IS_ASKED = re.compile(rf"(?: {IS})+ (?:{'|'.join(sorted(ASKED))})\b", re.IGNORECASE)
"""Around a body of which something is asked: nothing is said of what it did."""


def strangers(query: Query) -> tuple[str, ...]:
    """Return the bodies named of which nothing is held, as the question has them.

    A body that is held was read as a limit and is no longer part of the topic; "the committee" may be any.
    """
    return tuple(dict.fromkeys(name for name, _ in _named(query)))


def borne_out_by(query: Query) -> tuple[re.Pattern[str], ...]:
    """Return what a passage must hold for each of them: its name, with what it did where that is asked."""
    made = []
    for name, acted in _named(query):
        words = JOINED.join(_printed(word) for word in name.replace(",", "").split() if word.casefold() not in PLAIN)
        named = rf"{UNDONE}\b{words}\b{DONE}|{BY}{words}\b" if acted else rf"\b{words}\b"
        made.append(re.compile(named, re.IGNORECASE))
    return tuple(made)


def _printed(word: str) -> str:
    """Return a word of a name as papers may print it: "Children's" as "Children", "CYPE" as the words it stands for."""
    if SHORT_FORM.fullmatch(word):
        return rf"(?:{word}|{LED_BY.join(rf'(?-i:{letter})[a-z]+' for letter in word)})"
    return re.escape(OWNER.sub("", word)) + r"(?:['’]s)?"


def _no_cabinet(query: Query) -> bool:
    """Say whether no body read in the question is a cabinet: the word itself is one of those that only ask."""
    return not any("cabinet" in body.casefold() for body in query.bodies)


def _is_asked(text: str, match: re.Match[str]) -> bool:
    before, behind = text[: match.start("name")], text[match.end("name") :]
    passive = re.search(rf"\b{IS} (?:the )?$", before, re.IGNORECASE)
    return bool(TOWARDS.search(before) or IS_ASKED.match(f" is{behind}" if passive else behind))


def _named(query: Query) -> list[tuple[str, bool]]:
    """Return the names, each with whether it is asked what the body did."""
    topic = query.topic.casefold()
    found = [(match["name"], True) for match in ACTOR.finditer(query.text) if not _is_asked(query.text, match)]
    found += [(match["name"], False) for match in NAMED.finditer(query.text) if not _is_asked(query.text, match)]
    kept: list[tuple[str, bool]] = []
    for name, acted in found:
        words = name.split()
        while words and words[0].casefold() in PLAIN:
            words = words[1:]
        own = [word for word in words if word.casefold().rstrip(",") not in COMMON]
        whole = " ".join(words)
        left = whole.casefold() in topic if own != ["Cabinet"] and own != ["cabinet"] else _no_cabinet(query)
        if own and left and not any(whole in one or one in whole for one, _ in kept):
            kept.append((whole, acted))
    return kept
