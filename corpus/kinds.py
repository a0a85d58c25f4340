"""What a whole paper is: told from its first page, its name and what was read in it."""

import re
from collections.abc import Sequence

from corpus.paragraphs import Paragraph
from corpus.phrases import COVERING, KIND_NAMES, KIND_WORDS, SUMMONS
from corpus.phrasing import says
from corpus.put_to import put_to
from corpus.rows import folded
from corpus.titles import has_fields
from corpus.types import Paper, PaperKind

HEAD = 14  # paragraphs of a first page that are its head
LONGEST_HEAD = 1500  # letters of it
FIRST_PAGE = 60  # paragraphs among which those of the first page stand
LONGEST_PUT = 130  # letters of a line that says to which meeting a paper was put
TITLE = 60  # letters at the head in which an appendix says that it is one
LONG = 8  # pages of an agenda alone: with more, and with other papers, it is a pack

_NEWS = re.compile(r"\bnewsletter\b", re.IGNORECASE)
_APPENDIX = re.compile(r"\b(?:appendix|annex|enclosure|schedule)\b", re.IGNORECASE)
_RECOMMENDS = re.compile(r"\brecommendations?\b", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:strategy|plan|policy|statement|budget|report|review|update)\b", re.IGNORECASE)


def kind_of(paper: Paper, paragraphs: Sequence[Paragraph], documents: Sequence[str]) -> PaperKind:
    """Return what a paper was taken for; ``documents`` are the sorts of its sections in order."""
    if not paragraphs:
        return _by_name(paper) or "other"
    first = [folded(paragraph.text) for paragraph in paragraphs[:FIRST_PAGE] if paragraph.page == paragraphs[0].page]
    head = " ".join(first[:HEAD])[:LONGEST_HEAD]
    fields = has_fields(paragraphs[:20])
    return (
        _of_meeting(paper, first, head, documents)
        or _by_head(head, fields)
        or _by_name(paper)
        or _by_contents(head, first[:HEAD], fields, documents)
    )


def _of_meeting(paper: Paper, first: Sequence[str], head: str, documents: Sequence[str]) -> PaperKind | None:
    """Return what a paper is of the papers that are sent out for a meeting as a whole, None for any other."""
    name = _name(paper)
    if documents and documents[0] == "minutes":
        return "minutes"
    if _NEWS.search(head[:200]) or _NEWS.search(name):
        return "newsletter"  # before its invitations are taken for a summons
    if says(COVERING, " ".join(first)):
        return "supplement" if re.search(r"supplement|replac", name + head, re.IGNORECASE) else "pack"
    if not _is_appended(name, head) and any(says(SUMMONS, text) for text in first):
        return _summons(paper, documents)
    return "pack" if "minutes" in documents and len(documents) > 2 else None


def _is_appended(name: str, head: str) -> bool:
    """Say whether a paper is an appendix to another, in which the summons of the other may be printed."""
    return re.search(r"\b(?:appendix|annex)\b", name) is not None or _APPENDIX.search(head[:TITLE]) is not None


def _summons(paper: Paper, documents: Sequence[str]) -> PaperKind:
    """Return what a paper with a summons is: an agenda alone, its front sheet, or a pack of papers behind it."""
    name = _name(paper)
    if "pack" in name or (len(paper.pages) > LONG and len(documents) > 1):
        return "supplement" if "supplement" in name else "pack"
    return "front_sheet" if re.search(r"front ?sheet", name) else "agenda"


def _by_head(head: str, fields: int) -> PaperKind | None:
    """Return what the words at the head of a paper say that it is, None where they do not."""
    if _APPENDIX.search(head[:TITLE]) and fields < 3:
        return "appendix"
    return next((kind for phrase, kind in KIND_WORDS if says(phrase, head[:260])), None)


def _by_contents(head: str, first: Sequence[str], fields: int, documents: Sequence[str]) -> PaperKind:
    """Return what a paper reads as that neither its head nor its name says it is."""
    if fields > 1 or _RECOMMENDS.search(head) or _REPORTS.search(head[:120]):
        return "report"
    if any(put_to(text) is not None for text in first if len(text) < LONGEST_PUT):
        return "report"  # it says to which meeting it was put
    return "minutes" if "minutes" in documents else "other"


def _by_name(paper: Paper) -> PaperKind | None:
    name = _name(paper)
    return next((kind for phrase, kind in KIND_NAMES if re.search(phrase, name)), None)


def _name(paper: Paper) -> str:
    return re.sub(r"[_.]+", " ", paper.name.rsplit(".", 1)[0]).lower()
