"""Stems: the formal words that make a decision of what follows them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.paragraphs import Paragraph
from corpus.phrases import A_BODY, NOT_DECIDED, OPINION, RECOMMENDING, STEM_AFTER, STEM_BEFORE, STEM_VERBS
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
    text = paragraph.text
    if paragraph.table:
        return None
    for match in _STEM.finditer(text):
        if paragraph.capitals and not match["colon"] and len(paragraph.words.split()) > 5:
            continue
        if match["verb"].lower() in HEADED and match.start("verb") > paragraph.offset and paragraph.bold:
            continue  # "AGENDA ITEM 5: CALL-IN DECISIONS (Oral Presentation)"
        if _NOT_A_STEM.search(text, 0, match.start("verb")) or _PASSIVE.search(text, 0, match.start("verb")):
            continue
        if (
            match["colon"]
            or match["that"]
            or match.end() >= len(text) - 1
            or text[match.end() : match.end() + 3].lower() == "to "
        ):
            return _stem(match, paragraph, match["colon"], match["that"])
        if _AND_ANOTHER.match(text, match.end()):
            continue  # "NOTED and AGREED that": the second has the words
        if paragraph.mark is not None and _TOLD_TO.search(text, 0, match.start("verb")):
            continue  # "(iii) That Council be RECOMMENDED to adopt it": a part of what is resolved above
        opens = match.start("verb") == 0 and text[match.end() : match.end() + 1].islower()
        alone = match["verb"] in ALONE and text[match.end() : match.end() + 1] not in {".", ",", ";"}
        if opens or (alone and not text[match.end() :].strip().isupper()):
            return _stem(match, paragraph, match["colon"], match["that"])
    if paragraph.bold and _OF_ONE.fullmatch(text, paragraph.offset) is not None:
        return Stem("decision", paragraph.offset, len(text))
    recorded = _RECORDED.match(text)
    if recorded is not None and not says(_FELL, text):
        return Stem("resolved", recorded.start("number"), recorded.end(), marker=recorded["number"])
    led = _LED.match(text[paragraph.offset :])
    led = None if led is not None and not led["colon"] and says(OPINION, text[: sentence_end(text, 0)]) else led
    anew = ANEW.search(text) if led is None or not led["colon"] else None
    if anew is not None:
        return Stem(_kept(anew["verb"]), anew.start("verb"), anew.end())
    if led is not None and not (led["end"] is not None and not (paragraph.bold or led["verb"].lower() in HEADING)):
        if led["verb"].lower() in {"noted", "approved", "determined"} and not led["colon"]:
            return None
        shift = paragraph.offset
        end = shift + (led.start("that") if led["colon"] and led["that"] else led.end())
        formal = bool(led["colon"]) or led["verb"].isupper() or paragraph.bold
        return Stem(_verb(led), shift + led.start("verb"), end, formal=formal)
    recommends = _RECOMMENDS.match(text, paragraph.offset)
    if recommends is not None:
        return Stem("recommends", recommends.start("verb"), len(text))
    bound = _BOUND.search(text)
    if bound is not None and not says(NOT_DECIDED, text):
        return Stem(bound["verb"].lower(), paragraph.offset, len(text), weak=True)
    return None


def _stem(match: re.Match[str], paragraph: Paragraph, colon: str | None, that: str | None) -> Stem:
    end = match.start("that") if colon and that else match.end()
    return Stem(_verb(match), max(match.start("before"), paragraph.offset), end)


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
