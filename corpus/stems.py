"""Stems: the formal words that make a decision of what follows them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraphs import Paragraph
from corpus.phrases_decided import A_BODY, NOT_DECIDED, OPINION, RECOMMENDING, STEM_AFTER, STEM_BEFORE, STEM_VERBS
from corpus.phrasing import says, spaced
from corpus.sentences import sentence_end

_NOT_A_STEM = re.compile(r"\b(?:reasons?\s+for(?:\s+(?:the|this))?|had|has|have|been|not)\s*$", re.IGNORECASE)
"""What stands before the same word where it is told of, or heads why it was decided: "REASON FOR DECISION:"."""
_PASSIVE = re.compile(r"(?<!\bit)\s(?:was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
"""What makes a sentence of it: "the minutes were AGREED as a true record"; but "it was AGREED that"."""
_TOLD_TO = re.compile(r"\bbe\s+$", re.IGNORECASE)
_FELL = r"\b(?:lost|fell|defeated|not carried|no seconder|withdrawn)\b"

ALONE = frozenset({"RESOLVED", "AGREED", "RECOMMENDED", "PENDERFYNWYD", "CYTUNWYD"})
"""Verbs that need no colon and no "that" after them where they are in capitals."""

HEADING = frozenset(
    {"decision", "decisions", "decision made", "decision taken", "resolved", "resolution", "recommended"}
)
"""What stands alone on its line as a stem, in bold or not."""

HEADED = frozenset({"decision", "decisions"})
"""Nouns among them, which a heading may end in."""

TOLD = frozenset({"noted", "approved", "determined"})
"""Verbs that only tell what was done, where no colon follows them: "Noted that the van had come"."""

LONGEST_IN_CAPITALS = 5  # words of a paragraph in capitals that may be a stem without a colon: more is a heading

_OF_ONE = re.compile(  # the heading over what one member decided: "Decision of Executive Councillor for Housing"
    r"decisions?\s+(?:of|by)\s+(?:the\s+)?(?:executive\s+(?:councillor|member)|cabinet\s+member|portfolio\s+holder"
    r"|lead\s+member|leader|mayor)(?:\s+for\s+[\w ,&'’-]{3,80})?\s*:?",
    re.IGNORECASE,
)
_ANY = "|".join(sorted(STEM_VERBS, key=len, reverse=True))
_CAPITALS = _ANY.upper()
_STEM = re.compile(
    rf"(?P<before>(?:^|(?<=[\s“\"])){spaced(STEM_BEFORE)})(?P<verb>{_CAPITALS})(?P<after>{spaced(STEM_AFTER)})"
    rf"(?P<colon>\s*[:;–—-]+|\s*\.(?=\s*$))?\s*(?P<that>(?:[Tt]hat|THAT)\b)?(?:\s*[:,](?=\s))?",
)
_LED = re.compile(
    rf"^(?P<before>(?:{spaced(A_BODY)}\s+)?{spaced(STEM_BEFORE)})(?P<verb>{_ANY}|resolve(?=\s*:))(?P<after>{spaced(STEM_AFTER)})"
    rf"(?:(?P<colon>(?:\s+to(?=\s*:))?\s*(?::[–—-]*|\s[–—-](?=\s|$)))\s*(?P<that>that\b)?|\s+(?P<that2>that\b),?|\s*(?P<end>$))",
    re.IGNORECASE,
)
_RECORDED = re.compile(  # a resolution by its number: "R2025-041: That the minutes be approved"
    r"(?:resolution\s+(?:no\.?\s*)?)?(?P<number>[A-Z]{0,4}\d{1,4}[/-]\d{1,4})\s*[:–—-]\s*(?=(?:that|to)\b)",
    re.IGNORECASE,
)
_AND_ANOTHER = re.compile(rf"\s*and\s+(?:{_CAPITALS})\b")
ANEW = re.compile(r"(?<=[.;,)]\s)(?P<verb>Resolved|RESOLVED)\s*[:–—]\s*(?=\S)")  # after what an item is about
_RECOMMENDS = re.compile(  # in the present, before a list: "Cabinet recommends to Council that:"
    rf"{spaced(A_BODY)}\s+(?P<verb>recommends)\s+(?:to\s+(?:the\s+)?(?:full\s+)?council\s+)?that\s*:?\s*$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:it was|(?:the )?(?:council|committee|cabinet|panel|board|sub-committee|commission|executive|members"
    r"|councillors))"
    r"\s+(?:\w+\s+)?(?P<verb>resolved|agreed|decided|recommends|recommended)\s*(?:that|to)?\s*"
    r"(?:the following)?\s*:\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stem:
    """The words that make a decision of what follows them."""

    verb: str
    start: int
    end: int  # where the decision's words begin
    weak: bool = False  # told in running words, and a stem only by the list under it
    marker: str | None = None  # the number that it is recorded under: "R2025-041"
    formal: bool = True  # in capitals, or with a colon: the habit of a council that sets its decisions off


def stem_of(paragraph: Paragraph) -> Stem | None:
    """Return the stem in a paragraph, None where it has none."""
    if paragraph.table:
        return None
    return _in_capitals(paragraph) or _of_one_member(paragraph) or _by_number(paragraph) or _at_its_head(paragraph)


def _in_capitals(paragraph: Paragraph) -> Stem | None:
    """Return the stem in capitals, wherever it stands in a paragraph: "… and it was RESOLVED that"."""
    for match in _STEM.finditer(paragraph.text):
        if not _only_mentions(match, paragraph) and (_leads_on(match) or _stands_alone(match, paragraph)):
            end = match.start("that") if match["colon"] and match["that"] else match.end()
            return Stem(_verb(match), max(match.start("before"), paragraph.offset), end)
    return None


def _only_mentions(match: re.Match[str], paragraph: Paragraph) -> bool:
    """Say whether a formal word in capitals is one of a heading, or told of, and makes no decision."""
    if paragraph.capitals and not match["colon"] and len(paragraph.words.split()) > LONGEST_IN_CAPITALS:
        return True
    if match["verb"].lower() in HEADED and match.start("verb") > paragraph.offset and paragraph.bold:
        return True  # "AGENDA ITEM 5: CALL-IN DECISIONS (Oral Presentation)"
    return any(told.search(paragraph.text, 0, match.start("verb")) for told in (_NOT_A_STEM, _PASSIVE))


def _leads_on(match: re.Match[str]) -> bool:
    """Say whether a formal word leads on to what is decided: by a colon, "that" or "to", or at a paragraph's end."""
    after = match.string[match.end() :]
    return bool(match["colon"] or match["that"]) or len(after) < 2 or after[:3].lower() == "to "  # a stop may follow it


def _stands_alone(match: re.Match[str], paragraph: Paragraph) -> bool:
    """Say whether a formal word needs nothing more to decide what follows it: "RESOLVED the minutes be approved"."""
    if _AND_ANOTHER.match(match.string, match.end()):
        return False  # "NOTED and AGREED that": the second has the words
    if paragraph.mark is not None and _TOLD_TO.search(match.string, 0, match.start("verb")):
        return False  # "(iii) That Council be RECOMMENDED to adopt it": a part of what is resolved above
    after = match.string[match.end() :]
    if match.start("verb") == 0 and after[:1].islower():
        return True
    return match["verb"] in ALONE and not after.startswith((".", ",", ";")) and not after.strip().isupper()


def _of_one_member(paragraph: Paragraph) -> Stem | None:
    """Return the heading over what one member decided, where a paragraph is one."""
    if not paragraph.bold or _OF_ONE.fullmatch(paragraph.text, paragraph.offset) is None:
        return None
    return Stem("decision", paragraph.offset, len(paragraph.text))


def _by_number(paragraph: Paragraph) -> Stem | None:
    """Return the number that a resolution is recorded under, where a paragraph begins with one."""
    recorded = _RECORDED.match(paragraph.text)
    if recorded is None or says(_FELL, paragraph.text):
        return None
    return Stem("resolved", recorded.start("number"), recorded.end(), marker=recorded["number"])


def _at_its_head(paragraph: Paragraph) -> Stem | None:
    """Return the stem that a paragraph begins with, in whatever letters: "Resolved: that", "Agreed that"."""
    led = _led(paragraph)
    anew = ANEW.search(paragraph.text) if led is None or not led["colon"] else None
    if anew is not None:
        return Stem(_kept(anew["verb"]), anew.start("verb"), anew.end())
    if led is None or (led["end"] is not None and not paragraph.bold and led["verb"].lower() not in HEADING):
        return _over_list(paragraph)
    if led["verb"].lower() in TOLD and not led["colon"]:
        return None
    end = led.start("that") if led["colon"] and led["that"] else led.end()
    formal = bool(led["colon"]) or led["verb"].isupper() or paragraph.bold
    return Stem(_verb(led), paragraph.offset + led.start("verb"), paragraph.offset + end, formal=formal)


def _led(paragraph: Paragraph) -> re.Match[str] | None:
    """Return the formal words at the head of a paragraph, None where they only tell what people thought."""
    led = _LED.match(paragraph.text[paragraph.offset :])
    if led is None or led["colon"]:
        return led
    return None if says(OPINION, paragraph.text[: sentence_end(paragraph.text, 0)]) else led


def _over_list(paragraph: Paragraph) -> Stem | None:
    """Return the stem that running words are by the list under them: "The Committee agreed the following:"."""
    recommends = _RECOMMENDS.match(paragraph.text, paragraph.offset)
    if recommends is not None:
        return Stem("recommends", recommends.start("verb"), len(paragraph.text))
    bound = _BOUND.search(paragraph.text)
    if bound is None or says(NOT_DECIDED, paragraph.text):
        return None
    return Stem(bound["verb"].lower(), paragraph.offset, len(paragraph.text), weak=True)


def _verb(match: re.Match[str]) -> str:
    """Return the verb of a stem; of "RESOLVED to recommend to Council that" it is the recommending."""
    return "recommended" if says(RECOMMENDING, match["after"]) else _kept(match["verb"])


def _kept(verb: str) -> str:
    """Return a formal word as it is kept: in small letters, in the singular, in the past."""
    kept = re.sub(r"^(?:decisions?(?: made| taken)?|outcome)$", "decision", " ".join(verb.lower().split()))
    return re.sub(r"^resolve$", "resolved", kept)


def is_formal(paragraphs: Sequence[Paragraph]) -> bool:
    """Say whether minutes set their decisions off with stems such as "RESOLVED"."""
    stems = [stem for paragraph in paragraphs if (stem := stem_of(paragraph)) is not None and not stem.weak]
    return len(stems) > 2 or any(stem.formal for stem in stems)
