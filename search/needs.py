"""What a passage must hold to be evidence: the question's content words, their other names, and their weight."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from index.words import Word, term_of, terms, variants, words
from search.content import LIGHT, OWNER, SHORTENED, content, numeric
from search.dates import MONTHS
from search.lexicon import Lexicon
from search.plain_words import said_plainly

TITLES = frozenset(("cllr", "cllrs", "councillor", "councillors", "dr", "miss", "mr", "mrs", "ms", "prof", "professor"))
"""Words before a name: the name is what must be found."""

COUNTED = {
    str(n): word
    for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
}
"""Small numbers, which papers as often write in words; they are too common to be strict about."""

NUMBERS = {word: number for number, word in COUNTED.items()}
YEARS = re.compile(r"(?P<first>\d\d)/(?P<last>\d\d)")  # as terms have them
LABELLED = re.compile(
    r"\b(?P<label>appendix|annexe?|band|block|category|class|cohort|grade|group|junction|level|lot|objective|option|part|"
    r"phase|plan|plot|priority|recommendation|round|schedule|stage|table|theme|tier|tranche|wave|zone)\s+(?P<mark>[A-Ha-h]|\d{1,2}|[ivx]{1,4}|one|two|three|four|five)\b(?![-/.]\d)",
    re.IGNORECASE,
)
"""One of several things that are told apart by a letter or a number alone: "band B", "phase 2"."""
NAMED_BEFORE = re.compile(r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+$")
STATUTE = re.compile(r"(?<!['’])\b(?:sections?|sec\.?|s\.?)\s?(?P<number>\d{1,3})\b(?![-/.]\d)", re.IGNORECASE)
"""A section of an Act, of which papers write "section 106", "S106" and "s.106"."""
MONTH_YEAR = re.compile(
    rf"\b(?P<month>{'|'.join(f'{month[:3]}(?:{month[3:]})?' for month in MONTHS)}),?\s+(?P<year>20\d\d)\b",
    re.IGNORECASE,
)
"""A month with its year: papers write "December 2024" as "Dec 2024" and "Dec-24" too."""
NUMBERED = re.compile(
    r"(?!FY|AY|s\d)[a-z]{1,4}[-/]?\d{2,5}[a-z]?", re.IGNORECASE
)  # papers write "s106" in words, and years
COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")  # "call-in": one need, whose parts mean little alone
INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}(?!\s?[A-Z][a-z])")  # "W.I. seat"; before a capital it is somebody's name
SHORT_FORM = re.compile(r"[A-Z]{2,}s?")  # one or several: no rule of English endings makes one "HWRC" of "HWRCs"
LIGHT_WEIGHT = 0.25  # of its rarity, for a word that shapes a question: the record says the same in others
NAME_WEIGHT = 1.5  # a name or number that is missing says more than a missing common word: "how did Mr March vote"
BESIDE, NAMED_BESIDE = 0.3, 0.6  # of the rarer word's weight, for two words side by side, and for a name's
SHORT_LETTERS = 2  # the fewest letters of a short form worth expanding: "HR" is one, "A" is not
OF_REFERENCE = 15.0  # more than any word weighs: of the rows of a table, that of the reference asked for is meant
HALF = 4  # letters of each of two words that are written as one: shorter ones stand in any word


@dataclass(frozen=True, slots=True)
class Need:
    """One content word of the question, or several that make one name, with all that counts as finding it.

    Example: ``Need("LADO", ("LADO", "Local Authority Designated Officer"), (frozenset({"lado"}), …), 5.1, False)``.
    """

    shown: str
    texts: tuple[str, ...]  # what to seek in the words of the library
    forms: tuple[frozenset[str], ...]  # each a set of terms that must all be there
    weight: float  # rarity in the library, as in BM25
    strict: bool  # a number, reference or name: nothing close to it will do
    read_as: str | None = None  # the library's word that a slip was read as
    written: str | None = (
        None  # what a short form stands for, or what papers print for a plain word: the first of several
    )
    beside: bool = False  # two words in a row: found scattered they may be about something else

    def met(self, held: Collection[str]) -> bool:
        """Say whether these terms meet the need in any of its forms."""
        return any(all(term in held for term in form) for form in self.forms)


def held_terms(*texts: str | None) -> frozenset[str]:
    """Return all terms that the texts hold, compounds in each of their ways: "call in" is there as "callin" too."""
    return frozenset().union(*(_held(text) for text in texts if text))


@lru_cache(maxsize=20_000)  # the passages of the topics that a library's users ask about; about 200 MB at most
def _held(text: str) -> frozenset[str]:
    whole = terms(text)
    return frozenset((*whole, *(first + second for first, second in pairwise(whole)), *variants(text)))


def needs_of(topic: str, lexicon: Lexicon) -> tuple[Need, ...]:
    """Return what the topic needs, in order; a long form that the papers shorten is one need with its short form."""
    found = content(topic)
    needs: list[tuple[int, Need]] = []
    taken: set[int] = set()
    for several in _of_several(topic, found, lexicon):
        if not taken & several.places:
            taken |= several.places
            needs.append((several.start, several.need))
    printed = _printed(topic, lexicon)
    for at, word in enumerate(found):
        if at not in taken and word.text.lower() not in TITLES:
            needs.append((word.start, _need(word, topic, lexicon, printed.get(word.start, ()))))
    left = [word for at, word in enumerate(found) if at not in taken and word.text.lower() not in LIGHT]
    for first, second in _neighbours(left, topic):
        both = printed.get(first.start, ()) if printed.get(first.start) == printed.get(second.start) else ()
        needs.append((second.start, _beside(first, second, topic, lexicon, both)))
    return tuple({need.forms: need for _, need in sorted(needs, key=lambda one: one[0])}.values())


@dataclass(frozen=True, slots=True)
class _Several:
    """A need of several words, with where it begins and which of the topic's content words it takes."""

    start: int
    need: Need
    places: frozenset[int]


def _of_several(topic: str, found: Sequence[Word], lexicon: Lexicon) -> Iterator[_Several]:
    """Yield what several words of the topic may be together, the surest first; they may overlap."""
    yield from _labels(topic, found, lexicon)
    yield from _compounds(topic, found, lexicon)
    yield from _months(topic, found, lexicon)
    yield from _statutes(topic, found, lexicon)
    yield from _long_forms(topic, found, lexicon)
    yield from _initials(topic, lexicon)
    for at, (first, second) in enumerate(pairwise(found)):
        if topic[first.end : second.start] == " " and _closed(first, second, lexicon):
            both = _open(topic[first.start : second.end], first, second, lexicon)
            yield _Several(first.start, both, frozenset((at, at + 1)))


def _labels(topic: str, found: Sequence[Word], lexicon: Lexicon) -> Iterator[_Several]:
    for match in LABELLED.finditer(topic):
        if match["mark"] not in {"a", "i"}:  # "part a of"
            yield _Several(match.start(), _labelled(match, topic, lexicon), _inside(match, found))


def _compounds(topic: str, found: Sequence[Word], lexicon: Lexicon) -> Iterator[_Several]:
    for match in COMPOUND.finditer(topic):
        places = _inside(match, found)
        if len(places) < len(words(match.group())):  # a part of it means nothing alone
            yield _Several(match.start(), _compound(match.group(), lexicon), places)


def _months(topic: str, found: Sequence[Word], lexicon: Lexicon) -> Iterator[_Several]:
    for match in MONTH_YEAR.finditer(topic):
        places = _inside(match, found)
        if len(places) == 2:
            yield _Several(match.start(), _of_month(match, lexicon), places)


def _statutes(topic: str, found: Sequence[Word], lexicon: Lexicon) -> Iterator[_Several]:
    for match in STATUTE.finditer(topic):
        ways = (f"section {match['number']}", f"S{match['number']}")
        forms = tuple(frozenset(("".join(terms(way)),)) for way in ways)
        weight = NAME_WEIGHT * max(map(lexicon.rarity, (match["number"], f"s{match['number']}")))
        need = Need(match.group(), (*ways, f"S.{match['number']}"), forms, weight, strict=True)
        yield _Several(match.start(), need, _inside(match, found))


def _long_forms(topic: str, found: Sequence[Word], lexicon: Lexicon) -> Iterator[_Several]:
    asked = tuple(word.term for word in found)
    for short, longs in sorted(lexicon.longs.items()):
        for run in (_run(asked, _terms_of_long(long)) for long in longs):
            if run:
                first, last = found[run[0]], found[run[-1]]
                form = frozenset(asked[place] for place in run)
                shown, weight = topic[first.start : last.end], max(map(lexicon.rarity, form))
                forms = (form, frozenset(terms(short)))
                need = Need(shown, (shown, short), forms, weight, strict=False, written=short)
                yield _Several(first.start, need, frozenset(run))


def _initials(topic: str, lexicon: Lexicon) -> Iterator[_Several]:
    """Yield initials with their stops, none of which carries a topic alone: "W.I." is "WI" as well."""
    for match in INITIALS.finditer(topic):
        letters = match.group().replace(".", "")
        whole = (frozenset((letters.lower(),)), frozenset(map("".join, pairwise(letters.lower()))))
        longs = lexicon.longs.get(letters.lower(), ())
        forms = (*whole, *(frozenset(_terms_of_long(long)) for long in longs))
        weight = NAME_WEIGHT * lexicon.rarity(letters.lower())
        need = Need(match.group(), (match.group(), letters, *longs), tuple(dict.fromkeys(forms)), weight, strict=False)
        yield _Several(match.start(), need, frozenset())


def _inside(match: re.Match[str], found: Sequence[Word]) -> frozenset[int]:
    """Return the places of the content words within what matched."""
    return frozenset(at for at, word in enumerate(found) if match.start() <= word.start < match.end())


def reworded(question: str, lexicon: Lexicon) -> str:
    """Return the question with what it says plainly put as the library's papers print it, where they do."""
    every = words(question)
    for said in reversed(list(said_plainly(every, lexicon.plain))):
        held = (one for one in said.printed if all(map(lexicon.frequency.get, terms(one))))
        if printed := next(held, None):
            question = question[: every[said.first].start] + printed + question[every[said.last].end :]
    return question


def _printed(topic: str, lexicon: Lexicon) -> dict[int, tuple[str, ...]]:
    """Return what papers print for a word, or for the words that it stands among, by where the word begins."""
    every = words(topic)
    return {
        word.start: said.printed
        for said in said_plainly(every, lexicon.plain)
        for word in every[said.first : said.last + 1]
    }


def unheard(needs: Iterable[Need], lexicon: Lexicon, held: Collection[str]) -> float:
    """Return the share of the weight of what is asked for that neither the library's texts nor these terms have."""
    alone = [need for need in needs if not need.beside]
    whole = sum(need.weight for need in alone)
    heard = (need.met(held) or any(all(map(lexicon.frequency.get, form)) for form in need.forms) for need in alone)
    return sum(need.weight for need, known in zip(alone, heard, strict=True) if not known) / whole if whole else 0.0


def unheld(needs: Iterable[Need], lexicon: Lexicon) -> bool:
    """Say whether something is asked for by a number with letters that no paper has: "risk CR099"."""
    return any(
        NUMBERED.fullmatch(need.shown) and not any(all(map(lexicon.frequency.get, form)) for form in need.forms)
        for need in needs
    )


def reference_need(reference: str) -> Need:
    """Return the need for a decision, an application or an appeal asked for by its reference."""
    return Need(reference, (reference,), (frozenset(terms(reference)),), OF_REFERENCE, strict=True)


def lettered(needs: Iterable[Need]) -> frozenset[str]:
    """Return the letters by which the things asked for are told apart: "d" for "band D"."""
    marks = (match["mark"].casefold() for need in needs if (match := LABELLED.fullmatch(need.shown)))
    return frozenset(mark for mark in marks if len(mark) == 1 and mark.isalpha())


def corrections(needs: Iterable[Need]) -> tuple[str, ...]:
    """Return, in words, each slip that was read as a word of the library."""
    return tuple(f"“{need.shown}” read as “{need.read_as}”" for need in needs if need.read_as)


def _neighbours(found: list[Word], topic: str) -> list[tuple[Word, Word]]:
    """Return the content words that stand side by side."""
    return [(one, next_) for one, next_ in pairwise(found) if topic[one.end : next_.start] == " "]


def _beside(first: Word, second: Word, topic: str, lexicon: Lexicon, printed: tuple[str, ...]) -> Need:
    """Return the need that two words stand side by side: "Local Transport Plan" is no plan for local transport."""
    named = first.text[0].isupper() and second.text[0].isupper()
    near = (lexicon.nearest(word) for word in (first, second))  # slips are mended here too
    one, other = (term_of(meant) if meant else word.term for meant, word in zip(near, (first, second), strict=True))
    weight = max(lexicon.rarity(one), lexicon.rarity(other)) * (NAMED_BESIDE if named else BESIDE)
    shown = topic[first.start : second.end]
    forms = (frozenset((one + other,)), *(frozenset(terms(both)) for both in printed))
    return Need(shown, (), forms, weight, strict=named, beside=True)


def _labelled(match: re.Match[str], topic: str, lexicon: Lexicon) -> Need:
    """Return the need for a thing told apart by its letter or number; a row of a table begins with the letter alone.

    Of a name of several words it may be by the letters that these begin with: "LTP5".
    """
    label, mark = term_of(match["label"]), NUMBERS.get(match["mark"].casefold(), match["mark"].casefold())
    also = {number: word for word, number in NUMBERS.items()}.get(mark)
    forms = [frozenset((label + mark,)), *([frozenset((label + also,))] if also else [])]
    if mark.isalpha() and len(mark) == 1:
        forms.append(frozenset((label, mark)))
    if named := NAMED_BEFORE.search(topic[: match.end("label")]):
        letters = "".join(word[0] for word in named.group().split()).lower()
        forms.append(frozenset((f"{letters}{mark}",)))
    return Need(match.group(), (match.group(),), tuple(forms), NAME_WEIGHT * lexicon.rarity(label), strict=True)


def _of_month(match: re.Match[str], lexicon: Lexicon) -> Need:
    """Return the need for a month of a year, in each of the ways in which papers write it."""
    month, year = match["month"][:3].lower(), match["year"]
    long = next(one for one in MONTHS if one.startswith(month)).capitalize()
    texts = (f"{long} {year}", f"{long[:3]} {year}", f"{long[:3]}-{year[2:]}")
    forms = tuple(frozenset(("".join(terms(text)),)) for text in texts)
    weight = NAME_WEIGHT * max(map(lexicon.rarity, terms(texts[0])))
    return Need(match.group(), texts, tuple(dict.fromkeys(forms)), weight, strict=True)


def _closed(first: Word, second: Word, lexicon: Lexicon) -> bool:
    """Say whether the papers also write two words as one: "notice board" as "noticeboard"."""
    both = first.text + second.text
    return both.isalpha() and both.islower() and term_of(both) in lexicon.frequency


def _open(text: str, first: Word, second: Word, lexicon: Lexicon) -> Need:
    """Return the need for two words that the papers also write as one, or for one that they write as two."""
    together = term_of(first.text + second.text)
    forms = (frozenset((together,)), frozenset((first.term + second.term,)), frozenset((first.term, second.term)))
    texts = (text, first.text + second.text, f"{first.text} {second.text}")
    weight = max(lexicon.rarity(first.term), lexicon.rarity(second.term))
    return Need(text, tuple(dict.fromkeys(texts)), forms, weight, strict=False)


def _halves(word: Word, lexicon: Lexicon) -> tuple[Word, Word] | None:
    """Return the two words that the papers print for one that they do not: "noticeboard" of "notice board"."""
    typed = word.text
    if word.term in lexicon.frequency or not (typed.isalpha() and typed.islower()) or lexicon.printed is None:
        return None
    for at in range(len(typed) - HALF, HALF - 1, -1):  # the longer first half before the shorter
        first, second = words(typed[:at])[0], words(typed[at:])[0]
        if first.text in (printed := lexicon.printed()) and second.text in printed:
            return first, second
    return None


def _kind_of(word: Word, lexicon: Lexicon) -> str | None:
    """Return the printed word that one which is in no paper ends in, and is a kind of: "lawnmower" of "mower"."""
    typed = word.text
    if word.term in lexicon.frequency or not (typed.isalpha() and typed.islower()) or lexicon.printed is None:
        return None
    ends = (typed[at:] for at in range(HALF, len(typed) - HALF))
    return next((end for end in ends if end in lexicon.printed() and typed != f"{end}s"), None)


def _compound(text: str, lexicon: Lexicon) -> Need:
    parts = terms(text)
    return Need(text, (text,), (frozenset(("".join(parts),)),), max(map(lexicon.rarity, parts)), strict=False)


def _need(word: Word, topic: str, lexicon: Lexicon, printed: tuple[str, ...]) -> Need:
    if not printed and (halves := _halves(word, lexicon)):
        need = _open(word.text, *halves, lexicon)
        return replace(need, forms=need.forms[:2])  # who writes them as one means them side by side
    texts, forms = [word.text], [frozenset((word.term,))]
    weight = lexicon.rarity(word.term)
    short = OWNER.sub("", word.text.lower())  # "KCC's policy"
    longs = lexicon.longs.get(short, ()) if len(short) >= SHORT_LETTERS else ()
    for long in longs:
        texts.append(long)
        forms.append(frozenset(_terms_of_long(long)))
    named = (numeric(word) and word.term not in COUNTED) or (
        word.text[0].isupper() and (word.start > 0 or _opens_name(word, topic))
    )
    meant = None if longs or word.text.lower() in SHORTENED or printed else lexicon.nearest(word)
    if meant:
        texts, weight = [meant], lexicon.rarity(term_of(meant))
        forms = [frozenset((term_of(meant),))]
    elif not printed and (kind := _kind_of(word, lexicon)):
        texts.append(kind)
        forms.append(frozenset((term_of(kind),)))
        weight = lexicon.rarity(term_of(kind))
    if also := _long_years(word.term):
        texts.append(also)
        forms.append(frozenset((also,)))
    if SHORT_FORM.fullmatch(word.text) and not (topic.isupper() and " " in topic):
        other = word.text[:-1] if word.text.endswith("s") else f"{word.text}s"
        texts.append(other)
        forms.append(frozenset((term_of(other),)))
    if word.term in COUNTED:
        forms.append(frozenset((COUNTED[word.term],)))
        texts.append(COUNTED[word.term])
    shortened = () if longs else SHORTENED.get(word.text.lower(), ())  # "POP" where the papers explain it is no hurry
    for otherwise in shortened or printed:
        texts.append(otherwise)
        forms.append(frozenset(terms(otherwise)))
        weight = min(weight, max(map(lexicon.rarity, terms(otherwise))))
    written = next(iter((*longs, *shortened, *printed)), None)
    whole = tuple(form for form in dict.fromkeys(forms) if form)
    weight *= NAME_WEIGHT if named else LIGHT_WEIGHT if word.text.lower() in LIGHT else 1.0
    return Need(word.text, tuple(texts), whole, weight, bool(named), meant, written)


def _long_years(term: str) -> str | None:
    """Return "2023/24" for "23/24", None for what is no two years in a row."""
    match = YEARS.fullmatch(term)
    follows = match is not None and (int(match["first"]) + 1) % 100 == int(match["last"])
    return f"20{term}" if follows else None


def _opens_name(word: Word, topic: str) -> bool:
    """Say whether a capital at the very start begins a name: another follows it."""
    return topic[word.end : word.end + 2].strip()[:1].isupper()


@lru_cache(maxsize=10_000)  # the long forms of a library: they are compared with every question
def _terms_of_long(long: str) -> tuple[str, ...]:
    return tuple(word.term for word in content(long))


def _run(asked: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[int, ...] | None:
    """Return the places where the wanted terms stand in a row among those asked, or None."""
    if len(wanted) < 2 or wanted[0] not in asked:
        return None
    for start in range(len(asked) - len(wanted) + 1):
        if asked[start : start + len(wanted)] == wanted:
            return tuple(range(start, start + len(wanted)))
    return None
