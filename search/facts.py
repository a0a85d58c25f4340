"""Facts, figures and people: the sentence, row or entry that answers, quoted with where it stands."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from corpus.types import Kind
from index.context import bare
from index.library import Library
from index.types import Filter, Passage
from search import columns
from search.asking import ASKS_WHO
from search.candidates import Candidate
from search.chosen_rows import head_of
from search.cite import runs_of
from search.coming_back import ITSELF
from search.compose import Quoted, Section
from search.dates import spoken
from search.decided import OWN, lead_words
from search.evidence import Evidence, weigh
from search.following import BLANK, VOTE, breaks_off, following, leads_on, shows, vote_on
from search.heads import about, counts_things, heads_of
from search.kept import kept, passage_id
from search.minutes import on_its_own_matter
from search.named_rows import named, rows_with_figures
from search.needs import Need, held_terms, lettered
from search.premises import VOTES, asks, asks_words, bound, granted, matter_of, named_in, premises_of
from search.quarters import lacks_quarter, of_quarters, quarters_in
from search.quoting import quotes_of, tells
from search.reasons import Tells
from search.replies import asked_before
from search.retrieve import Found, evidence_of, hits_of, minute_key
from search.scene import Scene
from search.superseded import EARLIER, current_of
from search.telling import NUMBERS, UNIT, Telling, telling_of
from search.types import Copy, Query
from search.years import apart, apart_from, names_years, tells_of, years_asked

LOOKED_AT = 40  # candidates whose words are weighed
CLOSE = 0.3  # below the best by no more than this, a second passage is quoted too: 0.2 to 0.5 did about as well
UNSURE = 0.45  # of confidence: below it words say less than the ranking about which passage answers
LIST = 40  # recommendations of one report: the longest list seen has 14
HEADING_WORDS, OWN_WORDS = 40, 4  # a heading with its item and number has fewer words of its own than any sentence
OF_ADVICE = 2  # of such words that advice has at least: "RECOMMENDATION REFUSE"
WHETHER = re.compile(r"\W*(?:did|was|were|has|have)\b", re.IGNORECASE)  # how something ended, whatever its words
POINTS = re.compile(
    r"\(pages? [\d\s]+(?:(?:to|-|–)[\d\s]+)?\)\W*", re.IGNORECASE
)  # the line of an agenda: "(Pages 6 to 7)"
AT_END = re.compile(rf"{POINTS.pattern}$", re.IGNORECASE)
LISTED_AS = re.compile(r"\b(?:present|apolog\w+|attend\w*|absen\w+|substitut\w+|chair\w*)\b", re.IGNORECASE)
SIGNED = re.compile(r"(?:signed|dated)\b", re.IGNORECASE)
SIGNATURE = 27  # words of the foot of a report's section, which tells who signed it and nothing of what stands there
TITLED = 0.33  # of the question's words that a table holds, from which its title may tell what its rows count
QUOTED = 3  # passages quoted in one answer
LED_ON = 8  # passages behind words that announce them: a vote by name takes six
LISTED = 300  # words of what is announced: the names of both sides of a county council's vote
TABLE_PARTS = 3  # passages behind one of a table in which the rest of it is looked for


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the evidence of its words."""

    candidate: Candidate
    evidence: Evidence

    @property
    def worth(self) -> float:
        """Its score, in which the trust that its words earn is counted."""
        return self.candidate.score


def weighed(
    library: Library, found: Found, kinds: Collection[Kind] | None = None, *, worded: bool = True
) -> list[Weighed]:
    """Return the best candidates of these kinds (any, for None) with their evidence, best first.

    What does not bear out what the question takes for granted is left out; without ``worded`` what is done and what is
    counted may be told in any words, and only who is named and the years must be there.
    """
    premises, limited = premises_of(found.query) if worded else named_in(found.query), bound(found.query)
    years, heads = years_asked(found.query.topic), heads_of(found.query, found.needs) if worded else ()
    quarters, asks_who = quarters_in(found.query.text), ASKS_WHO.match(found.query.text)
    fitting = (
        one
        for one in found.candidates
        if (kinds is None or one.passage.kind in kinds)
        and not (one.passage.kind == "attendance" and asks_words(found.query))
        and not _only_heading(library, one.passage)
        and not (one.passage.kind == "table" and columns.is_heads(library, one.passage))
        and (asks_who or not _only_signature(one.passage))
        and (granted(premises, _said_of(library, one.passage)) or _voted_on(library, premises, one.passage))
        and tells_years(library, one.passage, years)
        and (not quarters or _of_period(library, one.passage, years, quarters))
        and (not heads or _of_heads(library, heads, found.query, one.passage))
    )
    query = found.query
    telling = telling_of(query)
    counted = telling is not None and telling.sort in NUMBERS
    placed = bool(query.minute or query.paragraph or query.agenda_item or query.references)
    looked_for = worded and not placed and not asks(query)
    whole = matter_of(found.needs, premises)
    timed = apart(whole, years)
    made = []
    for one in islice(fitting, LOOKED_AT):
        if looked_for and _named_alone(one.passage, timed):
            continue
        evidence = evidence_of(one, timed, bound=limited)
        if one.passage.kind == "table" and evidence.share >= TITLED and years_asked(one.passage.text):
            evidence = evidence_of(one, whole, bound=limited)  # its rows are of years: the one asked for is of them
        evidence = replace(evidence, counted=counted, single=telling is not None, placed=placed)
        if not heads or evidence.share >= TITLED or about(heads, held_terms(*said_in(library, one.passage))):
            made.append(Weighed(one, evidence))
    return sorted(made, key=lambda one: (-one.worth, one.candidate.passage.id))


def _named_alone(passage: Passage, needs: Sequence[Need]) -> bool:
    """Say whether all that a passage has of what is looked for is a name: "speed limit Quillow" is not of its rent."""
    common = [need for need in needs if not need.strict and not need.beside]
    if passage.kind == "table" or not common or not any(need.strict for need in needs):
        return False
    held = held_terms(passage.heading, passage.context, passage.text)
    return not any(need.met(held) for need in common)


def _quartered(library: Library, passage: Passage) -> str:
    """Return the words that may say of which quarter a passage is: its own, or the name of its paper: "QPR_Q3.pdf"."""
    words = " ".join((words_of(passage), passage.context))
    return words if quarters_in(words) else library.name(passage.paper).replace("_", " ")


def _of_period(
    library: Library, passage: Passage, years: Collection[tuple[int, int]], quarters: Collection[int]
) -> bool:
    """Say whether a passage may tell of the quarters asked about, and a table has them under the year asked about."""
    if passage.kind == "table" and years:
        heads = columns.above(library, passage)
        if lacks_quarter(heads, years, quarters):
            return False
    return of_quarters(quarters, _quartered(library, passage))


def _of_heads(library: Library, heads: Sequence[Need], query: Query, passage: Passage) -> bool:
    """Say whether a passage speaks of what the question turns on; what the rows of a table count, its title tells."""
    if passage.kind == "table" and counts_things(query) and not UNIT.search(query.text):
        return True
    return about(heads, held_terms(*said_in(library, passage)))


def said_in(library: Library, passage: Passage) -> tuple[str, ...]:
    """Return the words of a passage with all that stands above them: heading, place, and the columns of a table."""
    above = columns.above(library, passage) if passage.kind == "table" else ""
    return words_of(passage), passage.context, above


def _voted_on(library: Library, premises: Sequence[re.Pattern[str]], passage: Passage) -> bool:
    """Say whether the vote that a passage leads on to, or that follows the motion in it, bears out the premises."""
    if not premises or not {one.pattern for one in premises} & VOTES:
        return False
    vote = passage if VOTE.search(passage.text) else vote_on(library, passage)
    if vote is None:
        return False
    led = following(library, vote, LED_ON) if leads_on(vote.text) else ()
    return granted(premises, " ".join(words_of(one) for one in (passage, vote, *led)))


def with_votes(library: Library, found: Found, told: Iterable[Candidate]) -> list[Candidate]:
    """Return the passages found, each motion with the vote on it behind it where a vote or an end is asked about."""
    premises, ended = premises_of(found.query), WHETHER.match(found.query.text) is not None
    made: list[Candidate] = []
    for one in told:
        made.append(one)
        untold = ended or not granted(premises, words_of(one.passage))
        if untold and (vote := vote_on(library, one.passage)):
            made.append(replace(one, passage=vote))
    return made


def words_of(passage: Passage) -> str:
    """Return the words of a passage and its heading: what may bear out what a question takes for granted."""
    return " ".join(filter(None, (passage.heading, passage.text)))


def tells_years(library: Library, passage: Passage, asked: Collection[tuple[int, int]]) -> bool:
    """Say whether a passage, with its place, its meeting and the heading row of its table, is of the years asked."""
    if not asked:
        return True
    day = passage.meeting.held_on
    name = None if day else library.name(passage.paper).replace("_", " ")  # "Accounts_2017.pdf" may say no more within
    text = apart_from(day, " ".join(filter(None, (passage.heading, passage.context, passage.text, name))))
    if passage.kind == "table":  # its columns say of which years its figures are, and not the day of the meeting
        own = f"{passage.text} {columns.above(library, passage)}"
        if names_years(own):
            return tells_of(asked, own, None)
        columned = f"{text} {own}"
        return tells_of(asked, columned.replace(spoken(day), "") if day else columned, day)
    return tells_of(asked, text, day) or tells_of(asked, f"{text} {lead_words(library, passage.lead)}", day)


def points(passage: Passage) -> bool:
    """Say whether a passage is of an agenda: a line that only points to the pages of a report."""
    return POINTS.search(passage.text) is not None and passage.minute is None


def _said_of(library: Library, passage: Passage) -> str:
    """Return the words of a passage with its heading, and of a resolution with its stem: "RESOLVED by 8 votes to 2"."""
    stem = lead_words(library, passage.lead) if passage.kind == "decision" else ""
    return " ".join(filter(None, (words_of(passage), stem)))


@kept(passage_id)
def _only_heading(_: Library, passage: Passage) -> bool:
    """Say whether a passage holds no more than its heading, or that its page is blank: a place, but no answer."""
    if BLANK.fullmatch(passage.text):
        return True
    if AT_END.search(passage.text) and len(passage.text.split()) < HEADING_WORDS:
        return True
    own = held_terms(passage.text) - held_terms(passage.heading, passage.agenda_item, passage.minute)
    least = OF_ADVICE if passage.kind == "recommendation" else OWN_WORDS
    return len(passage.text.split()) < HEADING_WORDS and len([term for term in own if len(term) > 1]) < least


def _only_signature(passage: Passage) -> bool:
    return SIGNED.match(passage.text) is not None and len(passage.text.split()) <= SIGNATURE


def answering(ranked: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Return those that answer: the best with enough evidence, and what comes close to it.

    Where even that is not sure, what was ranked first is told before it: its words are put otherwise.
    """
    enough = [one for one in ranked if one.evidence.enough]
    if not enough:
        return ()
    best = enough[0]
    told = tuple(
        one for one in enough[:QUOTED] if one.worth >= best.worth - CLOSE and one.evidence.share >= best.evidence.share
    )
    if best is ranked[0] or best.evidence.confidence >= UNSURE:
        return told
    if ranked[0].evidence.single and not ranked[0].evidence.enough:
        return ()  # a figure or a day is not told by guessing
    return ranked[0], *told[: QUOTED - 1]


def fullest(found: Sequence[Candidate]) -> list[Candidate]:
    """Return the passages, each all of whose words stand in another giving that its place: nothing is quoted twice.

    What two minutes decided in the same words on items of their own stays: "This item was deferred".
    """
    said = {one.passage.id: bare(one.passage.text) for one in found}
    made: dict[str, Candidate] = {}
    for one in found:
        holding = (
            other
            for other in found
            if said[one.passage.id] in said[other.passage.id]
            and not (ITSELF.match(one.passage.text) and minute_key(one.passage) != minute_key(other.passage))
        )
        whole = max(holding, key=lambda other: len(said[other.passage.id]))
        made.setdefault(whole.passage.id, whole)
    return list(made.values())


def sections(
    library: Library,
    scene: Scene,
    candidates: Iterable[Candidate],
    needs: Sequence[Need],
    *,
    telling: Telling | None = None,
    leans: Tells | None = None,
    keep: bool = False,
) -> list[Section]:
    """Return a section for each passage: its place, and the words of it that answer, with what they lead on to.

    With ``keep`` each is cited from where it was found, so that the parts of one minute are cited from one paper.
    """
    made: list[Section] = []
    letters = lettered(needs)
    rows = (_with_row(library, one, letters) if letters else _with_named(library, one, needs) for one in candidates)
    candidates = list({one.passage.id: one for one in rows}.values())  # both parts of a table have one row
    for hit in hits_of(library, scene, candidates, keep=keep):
        newer = current_of(library, scene, hit.passage)
        told = _section(library, hit.passage, hit.copies, needs, telling, leans)
        if newer is not None and (current := _section(library, newer, (), needs, telling, leans)):
            made += [current, *([replace(told, title=EARLIER)] if told else [])]
        elif told:
            made.append(told)
    return made


def _with_row(library: Library, found: Candidate, letters: frozenset[str]) -> Candidate:
    """Return what was found; of a table cut before the row of a letter asked for, the part that has it: "D 9/9"."""
    if found.passage.kind != "table":
        return found
    parts = (found.passage, *following(library, found.passage, TABLE_PARTS))
    of_letter = (one for one in parts if one.kind == "table" and letters & _row_heads(library, one))
    return replace(found, passage=next(of_letter, found.passage))


def _with_named(library: Library, found: Candidate, needs: Sequence[Need]) -> Candidate:
    """Return what was found; of a table cut before the row that is named, the part that has it: its heads led to it."""
    passage = found.passage
    if passage.kind != "table":
        return found
    held = held_terms(*said_in(library, passage))
    lacking = [need for need in needs if not need.beside and not need.met(held)]
    if not lacking or named(rows_with_figures(library, passage), needs):
        return found
    parts = [
        one for one in following(library, passage, TABLE_PARTS) if one.kind == "table" and one.lead == passage.lead
    ]
    of_name = (one for one in parts if named(rows_with_figures(library, one), lacking))
    return replace(found, passage=next(of_name, passage))


def _row_heads(library: Library, passage: Passage) -> frozenset[str]:
    """Return the first words of the rows of a table, in lower case."""
    return frozenset(head_of(row) for run in runs_of(library, passage) for row in run)


def _section(
    library: Library,
    passage: Passage,
    copies: tuple[Copy, ...],
    needs: Sequence[Need],
    telling: Telling | None,
    leans: Tells | None,
) -> Section | None:
    """Return the words of a passage that answer as a section; None where they do not tell what is asked for."""
    quotes = quotes_of(library, passage, needs, telling=telling, leans=leans)
    before = _before(library, passage, quotes[0]) if quotes else ""
    quoted = [Quoted(passage, quote, "" if at else before, copies) for at, quote in enumerate(quotes)]
    if passage.kind != "table" and quotes and passage.text.endswith(quotes[-1]):
        quoted += _led_on(library, passage)
    if telling and not any(tells(telling, one.passage, one.quote) for one in quoted):
        return None
    return Section("", tuple(quoted))


def _led_on(library: Library, passage: Passage) -> list[Quoted]:
    """Return what a passage leads on to: all that it announces, or the decision in which its last sentence ends."""
    if not breaks_off(passage.text):
        return []
    announced = leads_on(passage.text)
    behind = following(library, passage, LED_ON if announced else 1, parts=announced)
    told: list[Quoted] = []
    length = 0
    for one in behind:
        length += len(one.text.split())
        ends_in = one.kind == "decision" and not on_its_own_matter(one)
        meant = leads_on(passage.text) or ends_in or (one.kind == "table" and shows(passage.text))
        if (told and length > LISTED) or not meant:
            break
        before = _before(library, one, one.text)
        told += [Quoted(one, " ".join(run), "" if at else before) for at, run in enumerate(runs_of(library, one))]
    return told


def _before(library: Library, passage: Passage, quote: str) -> str:
    """Return what stands before words of a decision, a table or a list: its stem, its column headings, its heading.

    A list of names that does not say what they were is no list of those present: "Apologies"; nor does "This item was
    deferred" say which.
    """
    if passage.kind == "attendance" and not LISTED_AS.search(quote):
        return passage.heading or ""
    if passage.kind == "table":
        return columns.before(library, passage, quote)
    if passage.kind != "decision":
        return asked_before(library, passage, quote)
    return lead_words(library, passage.lead) or (
        f"{passage.heading}:" if ITSELF.match(quote) and passage.heading else ""
    )


def whole_list(library: Library, scene: Scene, told: Sequence[Weighed], needs: Sequence[Need]) -> list[Section]:
    """Return the list that the best recommendation stands in, or those found where their own words are meant."""
    if not told:
        return []
    best = told[0].candidate.passage
    if weigh(needs, held_terms(best.text)).share >= OWN:
        return sections(library, scene, [one.candidate for one in told], needs)
    ids = library.select(Filter(papers=(best.paper,), kinds=(best.kind,)), LIST)
    beside = [one for one in library.passages(ids) if one.heading == best.heading and one.meeting == best.meeting]
    hits = hits_of(library, scene, [Candidate(one, 0.0, 0.0) for one in beside], keep=True)
    return [Section("", tuple(Quoted(hit.passage, hit.passage.text, "", hit.copies) for hit in hits))]
