"""How well the record was read: tables by split and council, and every miss."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from eval.markup import Block, Heading, Line, Table
from eval.record_facts import MEASURES, Fact, Measure
from eval.record_gold import GoldPaper
from eval.record_measure import Compared, Count, total
from eval.record_samples import FOLDER as SAMPLES

SHOWN: tuple[Measure, ...] = (
    "minutes", "headings", "parts", "parts in place", "verbs", "votes", "dates", "bodies", "printed pages",
)  # fmt: skip
MORE = tuple(measure for measure in MEASURES if measure not in SHOWN)
SPLITS = ("tuned", "held out", "samples")


@dataclass(frozen=True, slots=True)
class Measured:
    """One paper that was read and held against its gold."""

    gold: GoldPaper
    compared: Compared

    @property
    def split(self) -> str:
        """Return which table the paper belongs in."""
        return "samples" if self.gold.folder == SAMPLES else "held out" if self.gold.held_out else "tuned"


def report(measured: Sequence[Measured], unread: Sequence[str], show_held_out: bool) -> list[Block]:
    """Return the whole report: tables, then misses, those of held-out papers only where they are asked for."""
    blocks: list[Block] = [Heading(2, "What is read of the record, precision / recall (right of wanted)")]
    blocks += [_table(measured, SHOWN), Heading(3, "Besides"), _table(measured, MORE)]
    if unread:
        blocks.append(Line(f"Not read: {'; '.join(unread)}."))
    for split in SPLITS:
        chosen = [one for one in measured if one.split == split]
        if not chosen:
            continue
        blocks.append(Heading(2, f"Misses, {split}"))
        if split == "held out" and not show_held_out:
            blocks.append(
                Line(_summary(chosen) + " Nobody who writes rules looks at them; --show-held-out lists them.")
            )
        else:
            blocks += [Line(one) for one in _misses(chosen)] or [Line("None.")]
    return blocks


def rows(measured: Sequence[Measured]) -> list[tuple[str, str, dict[Measure, Count]]]:
    """Return the counts by split and folder, each split's sum last."""
    found: list[tuple[str, str, dict[Measure, Count]]] = []
    for split in SPLITS:
        chosen = [one for one in measured if one.split == split]
        folders = sorted({one.gold.folder for one in chosen})
        for folder in folders:
            counts = total(one.compared.counts for one in chosen if one.gold.folder == folder)
            found.append((split, folder, counts))
        if len(folders) > 1:
            found.append((split, "all", total(one.compared.counts for one in chosen)))
    return found


def _table(measured: Sequence[Measured], shown: Sequence[Measure]) -> Table:
    papers = {(one.split, folder): 0 for one in measured for folder in (one.gold.folder, "all")}
    for one in measured:
        papers[one.split, one.gold.folder] += 1
        papers[one.split, "all"] += 1
    body = [
        [split, folder, str(papers[split, folder]), *(_cell(counts[measure]) for measure in shown)]
        for split, folder, counts in rows(measured)
    ]
    return Table(["split", "papers of", "papers", *shown], body)


def _cell(count: Count) -> str:
    if not count.wanted and not count.found:
        return ""
    return f"{_share(count.precision)} / {_share(count.recall)} ({count.right} of {count.wanted})"


def _share(value: float | None) -> str:
    """Return a share with three digits, rounded down, so that 1.000 is said only of all."""
    return "none" if value is None else f"{int(value * 1000) / 1000:.3f}"


def _misses(measured: Iterable[Measured]) -> list[str]:
    lines = []
    for one in measured:
        for sign, facts in (("missed", one.compared.missed), ("not so", one.compared.wrong)):
            lines += [f"{one.gold.folder}/{one.gold.paper}: {sign}: {fact.measure}: {fact.label}" for fact in facts]
    return lines


def _summary(measured: Sequence[Measured]) -> str:
    counts: Mapping[Measure, tuple[int, int]] = {
        measure: (
            _count(measure, (fact for one in measured for fact in one.compared.missed)),
            _count(measure, (fact for one in measured for fact in one.compared.wrong)),
        )
        for measure in MEASURES
    }
    told = [
        f"{measure} {missed} missed, {wrong} not so" for measure, (missed, wrong) in counts.items() if missed or wrong
    ]
    return ("; ".join(told) or "None") + "."


def _count(measure: Measure, facts: Iterable[Fact]) -> int:
    return sum(fact.measure == measure for fact in facts)
