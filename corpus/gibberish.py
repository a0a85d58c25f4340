"""Text layers that lie: letters that are no language, and those among them that a plain shift puts right.

Some word processors embed a font without saying which character each of its shapes is. What is then read is the
number of the shape: "7KH" for "The", each letter 29 places before its own, because fonts begin with three shapes that
are no characters and go on with the space, which is character 32.
"""

import re
from collections.abc import Callable
from itertools import pairwise

ENGLISH = (  # the pairs of letters that make up 85 % of council papers, and about a third of any jumbled text
    "ab ac ad ag ai al am an ap ar as at be bl bu ca ce ch ci cl co ct de di du ea ec ed ee el em en er es et ev fi fo "
    "ge gr ha he hi ho ia ic id ie il im in io ir is it iv ke la ld le li ll lo lt ly ma me mi mo mp na nc nd ne ng ni "
    "no ns nt oc of ol om on op or os ot ou ov ow pa pe pl po pp pr ra re ri ro rs rt rv sa se sh si so ss st su ta te "
    "th ti to tr ts ty ud ul un ur us ut ve vi wa wi"
)
WELSH = "ae aw cy dd dw eu fe ff fy gw gy ig iw mw og oe rh wn wy yd ym yn yr"  # what Welsh papers have besides
COMMON = frozenset(f"{ENGLISH} {WELSH}".split())
LIKE = 0.5  # share of common pairs that makes language: real pages had 0.67 to 0.95, the same jumbled 0.20 to 0.40
ENOUGH = 80  # pairs of letters by which a page can be judged: three lines
ENOUGH_OF_FONT = 12  # by which a font can, where it holds characters that no text has: two words
ENOUGH_OF_WORDS = 6  # … and where its words are parted by the shape of the space alone: "Clerk's Report" has nine
LOST = 0.3  # share of characters without any meaning above which a page cannot be read

_CONTROL = re.compile(r"[\x01\x03-\x08\x0b\x0c\x0e-\x1f\x80-\x9f]")  # never text; \x02 is PDFium's hyphen
_MEANINGLESS = re.compile(r"[\ufffd\ue000-\uf8ff]")
_LETTERS = re.compile(r"[^\W\d_]+")

SHIFT = 29  # from the number of a shape to its character, in the order of Apple's and Microsoft's fonts
LAST_PLAIN = 97  # the shape of the tilde, after which the order is that of the Macintosh character set
SPACE = "\x03"  # the shape of the space
LONE_SHAPES = frozenset("\x03\x87")  # the space and the bullet, for which a font is often embedded alone
MAC_SHIFTS = ((171, 30), (223, 31))  # last shape, and what to add for the Macintosh code: one was left out on the way


def likeness(text: str) -> tuple[float, int]:
    """Return the share of a text's pairs of letters that language has often, and how many pairs there are."""
    pairs = [first + then for word in _LETTERS.findall(text.casefold()) for first, then in pairwise(word)]
    return sum(pair in COMMON for pair in pairs) / max(1, len(pairs)), len(pairs)


def is_gibberish(text: str) -> bool:
    """Say whether the text of a page is no language: it must be read by its looks."""
    solid = "".join(text.split())
    if len(solid) >= ENOUGH and len(_MEANINGLESS.findall(solid)) > LOST * len(solid):
        return True
    like, pairs = likeness(text)
    return pairs >= ENOUGH and like < LIKE


def unshifted(text: str, font: Callable[[int], int]) -> str:
    """Return a page's characters, one for one, with those of shifted fonts put right.

    ``font`` gives the font of a character by its offset, 0 for one that PDFium put in itself; it is asked only where
    the text has characters that no text has.
    """
    if not _CONTROL.search(text):
        return text
    fonts = [font(index) for index in range(len(text))]
    drawn: dict[int, list[str]] = {}
    for character, key in zip(text, fonts, strict=True):
        drawn.setdefault(key, []).append(character)
    wrong = {key for key, letters in drawn.items() if key and is_shifted("".join(letters))}
    return "".join(shift(character) if key in wrong else character for character, key in zip(text, fonts, strict=True))


def is_shifted(text: str) -> bool:
    """Say whether a font's characters are the numbers of its shapes: shifting makes language of what was none."""
    if not _CONTROL.search(text):
        return False
    before, _ = likeness(text)
    after, pairs = likeness("".join(map(shift, text)))
    parted = SPACE in text.strip(SPACE) and " " not in text
    if pairs < (ENOUGH_OF_WORDS if parted else ENOUGH_OF_FONT):
        return set(text) <= LONE_SHAPES
    return after >= LIKE and after > before


def shift(character: str) -> str:
    """Return the character whose shape has this number; one that no shape has stays."""
    code = ord(character)
    if 3 <= code <= LAST_PLAIN:
        return chr(code + SHIFT)
    for last, more in MAC_SHIFTS:
        if LAST_PLAIN < code <= last:
            return bytes([code + more]).decode("mac_roman")
    return character
