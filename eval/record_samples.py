"""The sample papers' truth, made from their own sources, in the form of the gold."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import corpus.samples
from corpus.types import Meeting
from eval.record_gold import GoldMeeting, GoldMinute, GoldPaper, GoldPart, GoldSide, GoldVote, wording

SAMPLES = Path(corpus.samples.__file__).parent
FOLDER = "samples"  # where the samples stand in a report, beside the folders of real papers
PRINT_ITEMS = {"cabinet"}  # its minutes print "(Item 5)"; of the others the agenda alone has the number

Truth = dict[str, Any]
"""A piece of ``truth.json``."""


def sample_golds() -> tuple[GoldPaper, ...]:
    """Return what every sample paper says."""
    truth = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    return tuple(_paper(one) for one in truth["papers"])


def _paper(truth: Truth) -> GoldPaper:
    printed_items = truth["file"].split("-")[0] in PRINT_ITEMS
    return GoldPaper(
        paper=truth["file"],
        folder=FOLDER,
        family=truth["file"],
        kind=truth["kind"],
        meeting=Meeting(truth["council"], truth["body"], date.fromisoformat(truth["meeting"])),
        printed_pages=tuple(truth["printed_pages"]),
        meetings=tuple(_meeting(one, printed_items) for one in truth["meetings"]),
        scan=truth["scan"],
    )


def _meeting(truth: Truth, printed_items: bool) -> GoldMeeting:
    held_on = date.fromisoformat(truth["held_on"])
    minutes = tuple(_minute(one, printed_items) for one in truth["minutes"])
    return GoldMeeting(truth["body"], held_on, len(truth["present"]), len(truth["apologies"]), minutes)


def _minute(truth: Truth, printed_items: bool) -> GoldMinute:
    return GoldMinute(
        pdf_page=truth["pdf_page"],
        number=truth["number"],
        agenda_item=truth["agenda_item"] if printed_items else None,
        heading=wording(truth["heading"]),
        parts=tuple(
            GoldPart(one["pdf_page"], one["marker"], (one["verb"],), (wording(one["text"]),))
            for one in truth["resolutions"]
        ),
        votes=tuple(_vote(one) for one in truth["votes"]),
        declarations=tuple(one["name"] or "unnamed" for one in truth["declarations"]),
        private=truth["private"],
    )


def _vote(truth: Truth) -> GoldVote:
    """Return a vote; where names are listed, the samples print on each side the figure that they make up."""
    if "figures" in truth:
        return GoldVote(truth["outcome"], tuple(GoldSide(side, count, 0) for side, count in truth["figures"].items()))
    counts = {side: len(truth[side]) for side in ("for", "against", "abstain")}
    sides = (
        GoldSide("for", counts["for"], counts["for"]),
        GoldSide("against", counts["against"], counts["against"]),
        GoldSide("abstain", counts["abstain"], counts["abstain"]),
    )
    return GoldVote(truth["outcome"], sides)
