"""The lines of a page in reading order: tables as rows, columns one by one, struck words apart."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np

from corpus.columns import flow
from corpus.drafts import Draft
from corpus.margins import margins_apart
from corpus.pieces import pieces
from corpus.ruled import tabled
from corpus.sheets import Floats, Sheet
from corpus.words import Word


def lines(sheet: Sheet, words: Sequence[Word]) -> list[Draft]:
    """Return the lines of a page in reading order."""
    groups: dict[int, list[Word]] = {}
    for word in words:
        groups.setdefault(word.quarter, []).append(word)
    drafts: list[Draft] = []
    for quarter, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        if quarter < 0:  # a stamp or a watermark across the page: kept, and out of the way of the lines
            drafts.append(Draft((tuple(group),), "foot"))
        elif quarter:
            rules = sheet.rules if 2 * len(group) > len(words) else sheet.rules[:0]  # a stamp stands in no table
            drafts.extend(_turned_lines(sheet, rules, group, quarter))
        else:
            drafts.extend(_level_lines(sheet.rules, group))
    if any(word.struck for word in words):
        drafts = [part for draft in drafts for part in _struck_apart(draft)]
    return margins_apart(drafts)


def _level_lines(rules: Floats, words: Sequence[Word]) -> list[Draft]:
    """Return the lines of words that stand level."""
    return flow(tabled(rules, pieces(words)))


def _turned_lines(sheet: Sheet, rules: Floats, words: Sequence[Word], quarter: int) -> list[Draft]:
    """Return the lines of words drawn sideways or upside down: read as if the page were turned, kept where they are."""
    level: list[Word] = []
    places: dict[tuple[float, ...], Word] = {}
    for word in words:
        box = _turned(word[1:5], sheet, quarter)
        level.append(Word(word.text, *box, word.size, word.bold, word.struck))
        places[box] = word
    ruled = np.array([_turned(rule, sheet, quarter) for rule in rules.tolist()], dtype=np.float32).reshape(-1, 4)
    return [
        replace(draft, cells=tuple(tuple(places[word[1:5]] for word in cell) for cell in draft.cells))
        for draft in _level_lines(ruled, level)
    ]


def _turned(box: Sequence[float], sheet: Sheet, quarter: int) -> tuple[float, float, float, float]:
    """Return where a box stands once the page is turned so that text drawn at this quarter is level."""
    left, top, right, bottom = box
    if quarter == 1:
        return sheet.height - bottom, left, sheet.height - top, right
    if quarter == 2:
        return sheet.width - right, sheet.height - bottom, sheet.width - left, sheet.height - top
    return top, sheet.width - right, bottom, sheet.width - left


def _struck_apart(draft: Draft) -> list[Draft]:
    """Part a line where struck wording begins and ends; struck words of a row's cells follow the row."""
    if not any(word.struck for word in draft.words):
        return [draft]
    if all(word.struck for word in draft.words):
        return [replace(draft, role="struck")]
    if len(draft.cells) == 1:
        return [
            replace(draft, cells=(tuple(run),), role="struck" if struck else draft.role)
            for struck, run in groupby(draft.words, key=lambda word: word.struck)
        ]
    kept = tuple(tuple(word for word in cell if not word.struck) for cell in draft.cells)
    struck = [tuple(word for word in cell if word.struck) for cell in draft.cells]
    return [replace(draft, cells=kept), *(Draft((cell,), "struck", draft.ruled) for cell in struck if cell)]
