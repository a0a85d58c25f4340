"""The bodies and councils that a question names, in full or in part, matched against those that the library holds."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rapidfuzz.distance import OSA

from index.words import Word, words
from search.asking import BLANK
from search.content import OWNER
from search.dates import MONTHS

NOUNS = frozenset(
    """assembly board cabinet commission committee council executive forum group meeting panel partnership subcommittee
    trust""".split()  # noqa: SIM905  # a hundred quotation marks would hide the words
)
"""What bodies call themselves: a part of a name counts when it ends in one of these."""

GENERIC = frozenset(
    """authority borough city combined community council county district london metropolitan of parish royal the town
    unitary village""".split()  # noqa: SIM905  # as above
)
"""What councils have in common: the rest of a council's name is what tells it apart."""

_JOINED = re.compile(r"\s+(?:and|&|with)\s+|,\s*")
"""What joins two places in one council's name."""

JOINING = frozenset("the of and for on &".split())  # noqa: SIM905  # as above
"""Words of a name that people leave out or change."""

ACTS = frozenset(
    "agree approve ask decide defer discuss endorse grant note recommend refuse reject resolve vote".split()  # noqa: SIM905  # as above
)
"""What only a body does, so that a word before it may be short for the body's name: "did planning refuse"."""

COUNCILS_OWN = frozenset("agenda agendas councillors minute minutes pc".split())  # noqa: SIM905  # as above
"""Words that tell behind a place that its council is meant: "Milburn minutes"."""

SURE_OF_NAME = 6  # letters: shorter words of a name are a letter away from others ("panel", "panes")

PLACING = frozenset("at by did does for from has in of to within".split())  # noqa: SIM905  # as above
"""Words before a place that make it a limit: "in Leicester", "did Kent"."""

ANOTHER_TOO = frozenset(("and", "or"))
"""Words that put another place beside one: "Kent and Medway"."""

CALLED_SO = frozenset(("cabinet", "executive"))
"""Bodies that need no other name: a board, a panel or a committee is of something."""

LEADING = frozenset("at by did does full has have our that this to was what which".split())  # noqa: SIM905  # as above
"""Words before the noun alone that make no other name of it."""

NOT_A_BODY = frozenset(
    """chamber committee's election elections house leader lead member members minister office officer papers portfolio
    report room secretary tax taxes""".split()  # noqa: SIM905  # as above
)
"""Words after a body's name that make it something else: "Cabinet Member", "Council Tax"."""


OF_A_CABINET = frozenset(("committee", "committees", "panel", "subcommittee"))
"""What is a cabinet's and not the cabinet: "the cabinet committee"."""


ASKING = frozenset(
    """ask asked asking asks recommend recommendation recommendations recommended recommending recommends refer referral
    referred request requested requests urge urged urges""".split()  # noqa: SIM905  # as above
)
"""What one body does towards another, in whose own papers it need not stand: "what did scrutiny ask Cabinet"."""

BEING = frozenset("be been being is was were".split())  # noqa: SIM905  # as above
ASKED = frozenset(("asked", "recommended", "requested", "urged"))


@dataclass(frozen=True, slots=True)
class Held:
    """A body of a council with the days of its meetings whose minutes the library holds.

    Example: ``Held("Kent County Council", "Cabinet", (date(2025, 1, 9), date(2025, 1, 30)))``.
    """

    council: str | None
    body: str | None
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Words of a question that name bodies or a council."""

    start: int
    end: int
    bodies: tuple[str, ...]
    council: str | None


def place_of(council: str | None) -> tuple[str, ...]:
    """Return the words of a council's name that tell it apart, in lower case: ("leicester",)."""
    return tuple(word for word in _name(council or "") if word not in GENERIC)


def parts_of(council: str | None) -> tuple[tuple[str, ...], ...]:
    """Return the places that a council's name joins, each of which it is called by: "Newark" and "Sherwood"."""
    parts = [place_of(part) for part in _JOINED.split(council or "")]
    return tuple(part for part in parts if part) if len(parts) > 1 else ()


def names_council(text: str, councils: Collection[str]) -> bool:
    """Say whether one of these words is the place of one of the councils, or its initials: "KCC Gatwick"."""
    called = {word for council in councils for word in place_of(council)} | {_letters(_name(one)) for one in councils}
    return not called.isdisjoint(map(_plain, words(text)))


def without_council(text: str, councils: Collection[str]) -> str:
    """Return the words without those that only name one of the councils: "KCC", which stays in the topic."""
    return " ".join(word for word in text.split() if not names_council(word, councils))


def read_bodies(text: str, held: Sequence[Held]) -> tuple[Named, ...]:
    """Return the stretches of the question that name bodies or councils, in order, none overlapping another."""
    tokens = _mended(words(text), held)
    councils = [*_councils(text, tokens, held), *_initials(tokens, held)]
    taken: list[Named] = []
    for named in sorted(
        [*(councils or _places(tokens, held)), *_bodies(tokens, held)],
        key=lambda one: (one.start - one.end, one.start),
    ):
        if all(named.end <= other.start or named.start >= other.end for other in taken):
            taken.append(named)
    return tuple(sorted(taken, key=lambda one: one.start))


def _mended(tokens: Iterable[Word], held: Sequence[Held]) -> list[Word]:
    """Return the words, a slip in one that only names have put right: "Cabnet", "burton cum waldon"."""
    names = {word for one in held for name in (one.council, one.body) if name for word in _name(name)}
    sure = [word for word in names if len(word) >= SURE_OF_NAME]
    places = {word for one in held for word in place_of(one.council)}
    mended = (replace(token, text=_meant(_plain(token), sure) or token.text) for token in tokens)
    return [
        replace(one, text=f"{one.text[:-1]}'s") if _plain(one)[:-1] in places and one.text[-1] == "s" else one
        for one in mended
    ]


def _meant(word: str, names: Collection[str]) -> str | None:
    """Return the one word of a name that this is a slip for; a plural or another ending is none."""
    if len(word) < SURE_OF_NAME or any(word.startswith(name) or name.startswith(word) for name in names):
        return None
    close = [name for name in names if name[0] == word[0] and OSA.distance(word, name, score_cutoff=1) <= 1]
    return close[0] if len(close) == 1 else None


def _councils(text: str, tokens: list[Word], held: Sequence[Held]) -> Iterable[Named]:
    for council in sorted({one.council for one in held if one.council}):
        own = [*place_of(council)]
        if not own:
            continue
        yield from _first_named(tokens, council, own, held)
        for at in range(len(tokens) - len(own) + 1):
            if [_plain(token) for token in tokens[at : at + len(own)]] != own:
                continue
            end = at + len(own)
            short = _letters(_name(council)[len(own) :])  # "Milburn PC"
            while end < len(tokens) and _plain(tokens[end]) in (GENERIC - {"of", "the"}) | {short}:
                end += 1
            whole = len(own) > 1 and not (_runs_on(tokens, end) and not OWNER.search(tokens[end - 1].text))
            called = end > at + len(own) or whole  # "precept Burton cum Walden", "Burton-cum-Walden's Christmas tree"
            placed = at > 0 and _plain(tokens[at - 1]) in PLACING and not _runs_on(tokens, end)
            if called or placed or _of_council(text, tokens, end):
                yield Named(tokens[at].start, tokens[end - 1].end, (), council)


def _first_named(tokens: list[Word], council: str, own: list[str], held: Sequence[Held]) -> Iterable[Named]:
    """Yield a council called by the first of its words alone, where no other begins so: "Burton council"."""
    if not _of_no_other(own, council, held):
        return
    for at, token in enumerate(tokens[:-1]):
        end = at + 1
        while end < len(tokens) and _plain(tokens[end]) in GENERIC - {"of", "the"}:
            end += 1
        if _opens(tokens, at) and _plain(token) == own[0] and _plain(tokens[end - 1]) == "council":
            yield Named(token.start, tokens[end - 1].end, (), council)


def _of_no_other(own: Sequence[str], council: str, held: Sequence[Held]) -> bool:
    """Say whether the first of several words of a council's place begins that of no other council."""
    return len(own) > 1 and all(place_of(one.council)[:1] != (own[0],) for one in held if one.council != council)


def _places(tokens: list[Word], held: Sequence[Held]) -> Iterable[Named]:
    """Yield the one council whose place the question names with nothing that makes another name of it.

    "Leicester prevention grant" is Leicester's; "Kent and Medway Partnership", "Milburn Court" and two places are not.
    """
    found: list[Named] = []
    councils = sorted({one.council for one in held if one.council})
    called = Counter(part for council in councils for part in (place_of(council), *parts_of(council)))
    for council in councils:
        own = {place_of(council), *(part for part in parts_of(council) if called[part] == 1)}
        first = place_of(council)[0] if _of_no_other(place_of(council), council, held) else None
        places = [
            at
            for at, token in enumerate(tokens)
            if _alone(tokens, at)
            and ((_plain(token),) in own or (_plain(token) == first and _first_alone(tokens, at, council)))
        ]
        for at in places:
            whose = OWNER.search(tokens[at].text) is not None  # "Kent's capital programme"; else it stays in the topic
            found.append(Named(tokens[at].start if whose else tokens[at].end, tokens[at].end, (), council))
    return found if len({one.council for one in found}) == 1 else []


def _first_alone(tokens: list[Word], at: int, council: str) -> bool:
    """Say whether the first word of a place stands for the whole: "in Burton", and not "Burton-cum-Walden"."""
    return _opens(tokens, at) and not (at + 1 < len(tokens) and _plain(tokens[at + 1]) in _name(council)[1:])


def _opens(tokens: list[Word], at: int) -> bool:
    """Say whether nothing before a word makes another name of it: "West Burton" is another place than Burton."""
    return at == 0 or _plain(tokens[at - 1]) in PLACING | LEADING | {"the"}


def _alone(tokens: list[Word], at: int) -> bool:
    """Say whether a word makes no other name with those beside it."""
    beside = {_plain(one) for one in (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])}
    before = tokens[at - 1].text
    after_name = (
        at > 1 and before[0].isupper() and before.isalpha()
    )  # the first word has a capital anyhow; "Q3" is none
    return not (_runs_on(tokens, at + 1) or after_name or beside & ANOTHER_TOO)


def _initials(tokens: list[Word], held: Sequence[Held]) -> Iterable[Named]:
    """Yield the councils that are called by their initials, where these are those of one council alone: "KCC"."""
    called: dict[str, set[str]] = {}
    for council in {one.council for one in held if one.council}:
        name = _name(council)
        if len(name) > 2 and name[-1] == "council":  # two letters are as often a word
            called.setdefault(_letters(name), set()).add(council)
    for token in tokens:
        meant = called.get(_plain(token), set())
        if len(meant) == 1:
            yield Named(token.end, token.end, (), *meant)  # the letters stay in the topic: papers use them too


def _bodies(tokens: list[Word], held: Sequence[Held]) -> Iterable[Named]:
    names = sorted({one.body for one in held if one.body})
    spelt = {name: _name(name) for name in names}
    plain = [(place, _plain(token)) for place, token in enumerate(tokens)]
    kept = [(place, word) for place, word in plain if word not in JOINING]
    known = {word for one in held if one.council for word in _name(one.council)}
    found: dict[tuple[int, int], list[str]] = {}
    for first in range(len(kept)):
        for last in range(len(kept), first, -1):
            window = [word for _, word in kept[first:last]]
            after = kept[last][1] if last < len(kept) and kept[last][0] == kept[last - 1][0] + 1 else ""
            matching = [name for name in names if _names(window, spelt[name], first, kept)]
            another = after in NOT_A_BODY or (window == ["cabinet"] and after in OF_A_CABINET)
            another = another or _asked(plain, kept[first][0], kept[last - 1][0])
            if matching and not another and not _another(tokens, kept[first][0], matching, known):
                found[(kept[first][0], kept[last - 1][0])] = matching
                break
    for (begin, finish), matching in found.items():
        yield Named(tokens[begin].start, tokens[finish].end, tuple(matching), None)


def _asked(plain: Sequence[tuple[int, str]], begin: int, finish: int) -> bool:
    """Say whether something is asked of a body: another's papers may tell it, and so it limits nothing."""
    before = [word for _, word in plain[max(begin - 3, 0) : begin] if word not in {"the", "full"}]
    after = [word for _, word in plain[finish + 1 : finish + 4]]
    passive = not BEING.isdisjoint((*before[-1:], *after[:1]))
    if before[-1:] in (["of"], ["to"]):
        before.pop()
    done = [word for word in after if word not in BEING][:1]
    return not ASKING.isdisjoint(before[-1:]) or (passive and not ASKED.isdisjoint(done))


def _names(window: list[str], name: list[str], first: int, kept: list[tuple[int, str]]) -> bool:
    """Say whether these words name the body: in full, as a part that ends in its noun, or as "scrutiny" alone."""
    if window == name:
        if name == ["council"]:
            return first > 0 and kept[first - 1][1] == "full"
        beside = first > 0 and kept[first - 1][0] == kept[first][0] - 1 and kept[first - 1][1] not in LEADING
        return len(name) > 1 or name[0] in CALLED_SO or not beside  # "the pension board" is not the Board
    if window == ["full", "council"]:
        return name[-1] == "council" and set(name) <= GENERIC | {"full"}
    before = kept[first - 1][1] if first else ""
    after = kept[first + 1][1] if len(window) == 1 and first + 1 < len(kept) else ""
    acts = (before == "did" and after in ACTS) or after in {"meeting", "meetings"}
    if len(window) == 1 and window[0] not in GENERIC | NOUNS and acts:
        return window[0] in name  # "what did planning decide", "the last planning meeting"
    if window == ["scrutiny"]:
        return "scrutiny" in name and before in {"at", "by"}
    if len(window) < 2 or window[-1] not in NOUNS or window[-1] != name[-1] or set(window) <= GENERIC:
        return False
    return any(window == name[at : at + len(window)] for at in range(len(name))) or _subsequence(window, name)


def _another(tokens: list[Word], place: int, matching: Sequence[str], known: Collection[str]) -> bool:
    """Say whether a capitalised word before makes it another body's name: "the Housing Scrutiny Commission"."""
    if place < 2 or not tokens[place - 1].text[0].isupper():  # the first word has a capital anyhow
        return False
    word = _plain(tokens[place - 1])
    if word in known or word in MONTHS:
        return False
    names = [_name(name) for name in matching]
    return not any(word in name or "".join(part[0] for part in name).startswith(word) for name in names)  # "CYPE"


def _subsequence(window: list[str], name: list[str]) -> bool:
    rest = iter(name)
    return all(word in rest for word in window)


def _of_council(text: str, tokens: list[Word], end: int) -> bool:
    """Say whether what follows is a council's: "Milburn PC", "Milburn minutes", or the minute that was named there."""
    after = tokens[end] if end < len(tokens) else None
    taken = text[tokens[end - 1].end :].lstrip()[:1] == BLANK
    return taken or (after is not None and _plain(after) in COUNCILS_OWN)


def _runs_on(tokens: list[Word], end: int) -> bool:
    """Say whether a capitalised word follows: "in Kent Minerals Plan" names a plan, not a place."""
    if end >= len(tokens) or not tokens[end].text[:1].isupper():
        return False
    return _plain(tokens[end]) not in {*MONTHS, *NOUNS}  # "Kent Cabinet": its Cabinet


def _name(name: str) -> list[str]:
    return [_plain(token) for token in words(name) if _plain(token) not in JOINING]


def _letters(name: Iterable[str]) -> str:
    return "".join(word[0] for word in name)


def _plain(token: Word) -> str:
    return OWNER.sub("", token.text.lower())
