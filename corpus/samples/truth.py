"""What is known of each sample paper, taken from its sources and from where the layout put them."""

from typing import Any

from corpus.samples.house import plain
from corpus.samples.layout import Ledger
from corpus.samples.manuscript import Entry, Manuscript
from corpus.samples.source import Block, Source, SourceError
from corpus.samples.story import vote_names

VERBS = (("AGREED", "agreed"), ("RESOLVED", "resolved"), ("RECOMMENDED", "recommended"), ("DECISION", "decision"))
"""How a stem begins, and the word that the record keeps for it."""

Truth = dict[str, Any]
"""A piece of ``truth.json``."""


EXEMPT_FROM_HERE = "EXEMPT ITEM"  # the line after which a meeting sat in private


def paper_truth(entry: Entry, manuscript: Manuscript, ledger: Ledger) -> Truth:
    """Return what is known of one paper, with the pages on which its parts start."""
    parts, meetings = [], []
    headers = [manuscript.text(name).header if name else {} for _, name in entry.parts]
    for number, (word, name) in enumerate(entry.parts):
        page = ledger.pages[f"{number}/start"][0]
        title = headers[number].get("title")
        parts.append({"part": word, "title": title, "pdf_page": page, "printed_page": ledger.printed[page]})
        if word == "minutes":
            meetings.append(minutes_truth(manuscript.text(name), manuscript, ledger, str(number)))
    return {
        "file": entry.file,
        "kind": entry.kind,
        "title": entry.title,
        "council": manuscript.council["name"],
        "body": manuscript.body_name(entry.body),
        "meeting": entry.meeting.isoformat(),
        "pages": len(ledger.printed),
        "printed_pages": list(ledger.printed.values()),
        "scan": entry.scan,
        "signed": entry.signed,
        "exempt": next((header["exempt"] for header in headers if "exempt" in header), None),
        "replaces": next((header["replaces"] for header in headers if "replaces" in header), None),
        "parts": parts,
        "meetings": meetings,
    }


def minutes_truth(source: Source, manuscript: Manuscript, ledger: Ledger, part: str) -> Truth:
    """Return what one printing of a meeting's minutes says, and on which pages."""
    groups = _by_minute(source)
    opened = [any(block.text == EXEMPT_FROM_HERE for block in group) for group in groups]
    minutes = [
        {**_minute_truth(blocks, ledger, part, ordinal), "private": any(opened[: ordinal - 1])}
        for ordinal, blocks in enumerate(groups, 1)
    ]
    return {
        "body": manuscript.body_name(source.header["body"]),
        "held_on": source.header["held"],
        **standing(source, manuscript.all_minutes()),
        "present": [plain(entry) for entry in source.listed("present")],
        "in_attendance": list(source.listed("attending")),
        "apologies": list(source.listed("apologies")),
        "confirms": list(source.listed("confirms")),
        "corrects": list(source.listed("corrects")),
        "minutes": minutes,
    }


def standing(source: Source, all_minutes: tuple[Source, ...]) -> Truth:
    """Return how far a meeting's minutes can be relied on once all the sample papers are held."""
    held, body = source.header["held"], source.header["body"]
    for later in all_minutes:
        if later.header["body"] == body and held in later.listed("confirms"):
            corrected = any(line.startswith(held) for line in later.listed("corrects"))
            return {"standing": "corrected" if corrected else "confirmed", "confirmed_on": later.header["held"]}
    return {"standing": "draft", "confirmed_on": None}


def _by_minute(source: Source) -> list[list[Block]]:
    """Divide the blocks of minutes at each minute's heading."""
    groups: list[list[Block]] = []
    for block in source.blocks:
        if block.kind == "minute":
            groups.append([])
        if not groups:
            raise SourceError(f"{source.name}: text stands before the first minute")
        groups[-1].append(block)
    return groups


def _minute_truth(blocks: list[Block], ledger: Ledger, part: str, ordinal: int) -> Truth:
    """Return what one minute holds."""
    heading = blocks[0]
    pages = ledger.pages[f"{part}/minute/{ordinal}"]
    return {
        "number": heading.marker,
        "agenda_item": heading.name,
        "heading": plain(heading.text),
        "pdf_page": pages[0],
        "printed_page": ledger.printed[pages[0]],
        "resolutions": _resolutions(blocks, ledger, part, ordinal),
        "votes": [
            _vote(block) if block.kind == "vote" else _told(block) for block in blocks if block.kind in {"vote", "told"}
        ],
        "declarations": [
            {"name": block.name, "text": plain(block.text)} for block in blocks if block.kind == "declaration"
        ],
    }


def _resolutions(blocks: list[Block], ledger: Ledger, part: str, ordinal: int) -> list[Truth]:
    """Return the resolutions of a minute in order, each with the pages that it stands on."""
    found: list[Truth] = []
    stem = ""
    for block in blocks:
        if block.kind == "stem":
            stem = block.text
        if block.kind != "resolution":
            continue
        stem = block.name or stem
        pages = ledger.pages[f"{part}/resolution/{ordinal}/{len(found) + 1}"]
        found.append(
            {
                "ordinal": len(found) + 1,
                "marker": block.marker,
                "stem": plain(stem),
                "verb": _verb(stem),
                "text": plain(block.text),
                "pdf_page": pages[0],
                "printed_page": ledger.printed[pages[0]],
                "pdf_pages": pages,
            }
        )
    return found


def _verb(stem: str) -> str:
    """Return the formal word of a stem."""
    for word, verb in VERBS:
        if word in stem:
            return verb
    raise SourceError(f"the stem {stem!r} holds no formal word")


def _vote(block: Block) -> Truth:
    """Return a vote by name."""
    sides = {side.lower(): list(vote_names(names)) for side, names in block.rows}
    return {"outcome": block.name, **sides}


def _told(block: Block) -> Truth:
    """Return a vote told by its figures alone."""
    outcome, *figures = block.text.split()
    sides = zip(("for", "against", "abstain"), map(int, figures), strict=False)
    return {"outcome": outcome, "figures": dict(sides)}
