"""Lines: words that stand side by side, in the file's own order."""

from corpus.drafts import Draft, plain
from corpus.pdf import Sheet
from corpus.words import Word


def lines(sheet: Sheet, words: list[Word]) -> list[Draft]:
    """Return the lines of a page in reading order."""
    found: list[list[Word]] = []
    for word in words:
        last = found[-1][-1] if found else None
        if last is not None and _beside(last, word):
            found[-1].append(word)
        else:
            found.append([word])
    return [plain(line) for line in found]


def _beside(last: Word, word: Word) -> bool:
    """Say whether a word goes on the line that another stands on."""
    overlap = min(last.bottom, word.bottom) - max(last.top, word.top)
    height = min(last.bottom - last.top, word.bottom - word.top)
    return overlap > 0.4 * height and word.left > last.right - 0.3 * height
