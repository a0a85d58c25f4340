"""Questions are read as what they ask for, what they are limited to, and what they are about."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.bodies import Held, read_bodies
from search.dates import of_then
from search.question import read_question
from search.types import Query, ReadLimit

CYPE = "Children, Young People and Education Scrutiny Commission"
HELD = (
    Held("Leicester City Council", CYPE, (date(2025, 1, 14), date(2025, 2, 25))),
    Held("Kent County Council", "Cabinet", (date(2025, 1, 9), date(2025, 1, 30), date(2025, 3, 4))),
    Held("Kent County Council", "County Council", (date(2024, 12, 19), date(2025, 2, 13), date(2025, 3, 13))),
    Held("Milburn Parish Council", "Parish Council", (date(2016, 1, 12),)),
    Held("Up-by-Over Parish Council", "Parish Council", ()),
)
TODAY = date(2025, 6, 1)

ASKED = [
    ("what was agreed on LADO", "decision", "LADO"),  # the plainest form
    ("What has been resolved in relation to the mower?", "decision", "mower"),  # perfect tense, long preposition
    ("what did the council decide about bus shelters", "decision", "bus shelters"),  # an actor that is no body held
    ("what did we agree to do about potholes", "decision", "potholes"),  # a member speaks
    ("what was agreed on the family hubs call in", "decision", "family hubs call-in"),  # as papers write it
    ("what was agreed on the LADO rpt 23-24", "decision", "LADO rpt 2023/24"),  # likewise
    ("did we approve the budget?", "decision", "budget"),  # yes or no: the record answers in its own words
    ("has the ferry fare been agreed yet", "decision", "ferry fare"),  # what may stand behind it
    ("was the ferry fare approved or not", "decision", "ferry fare"),
    ("was it agreed that the fare be cut", "decision", "fare be cut"),
    ("has it been decided whether the jetty should close", "decision", "jetty should close"),
    ("was the ferry fare put off", "decision", "ferry fare"),  # as people say it
    ("has the jetty been given the go-ahead", "decision", "jetty"),
    ("did they turn down the jetty", "decision", "jetty"),
    ("was the pay policy statement approved?", "decision", "pay policy statement"),  # the verb comes last
    ("did the youth centre get its rent waived", "decision", "youth centre get its rent waived"),  # what it got
    ("was the merger agreed and on what terms", "decision", "merger agreed and on what terms"),  # two things at once
    ("why did Mr Love leave the room", "declaration", "Mr Love leave the room"),  # members leave for an interest
    ("has the Commissioning Plan been agreed?", "decision", "Commissioning Plan"),  # and with "been"
    ("when did we last refuse a call-in", "decision", "refuse a call-in"),  # what was refused is not what was agreed
    ("decisions on libraries", "decision", "libraries"),  # no verb at all
    ("list all resolutions about the clerk's salary", "decision", "clerk's salary"),  # a register
    ("what was the decision on Family Hubs", "decision", "Family Hubs"),  # as a noun
    ("what was recommended about placement sufficiency", "recommendation", "placement sufficiency"),  # passive
    ("what does the report recommend on fees?", "recommendation", "fees"),  # the report as actor
    ("what does the JHOSC report recommend", "recommendation", "JHOSC report"),  # a report by its name
    ("library opening hours decision", "decision", "library opening hours"),  # as people type into a search box
    ("record of decision", "any", "record of decision"),  # the name of a kind of paper
    ("when did the Council agree the minutes of 7 January 2025", "decision", "minutes of 7 January 2025"),  # told later
    (
        "was the minute of 7 January 2025 on fees corrected",
        "any",
        "minute of 7 January 2025 on fees corrected",
    ),  # so too
    ("what did they decide in the end about fees", "decision", "fees"),  # nothing ends
    ("what did the report recommend and what was agreed on family hubs", "comparison", "family hubs"),  # side by side
    ("was the recommendation on call-in accepted", "comparison", "call-in"),  # the same asked as yes or no
    ("who declared an interest about Millgate School", "declaration", "Millgate School"),  # with a topic
    ("who declared a pecuniary interest in planning?", "declaration", "planning"),  # with its kind
    ("declarations of interest", "declaration", ""),  # without a topic
    ("did Mr Love declare an interest in Minster School", "declaration", "Mr Love Minster School"),  # about a person
    ("who called in the decision on hubs", "any", "called-in the decision on hubs"),  # somebody, and no decision
    ("what did the full Cabinet as a whole agree on hubs", "decision", "hubs"),
    ("what did Kent councillors end up asking for on vapes", "decision", "vapes"),
    ("compare what Cabinet agreed and what the commission agreed on hubs", "decision", "hubs"),
    ("did the Cabinet follow the officers' recommendations on hubs", "comparison", "hubs"),
    ("councillors absent from the meeting", "attendance", ""),
    ("who sent apologies", "attendance", "apologies"),  # what they did is looked for in the list
    ("who couldn't make it to the meeting and who came instead?", "attendance", "apologies"),  # in other words
    ("who substituted for Cllr Rae Bhatia?", "attendance", "substituted for Cllr Rae Bhatia"),
    ("what does HNB stand for", "any", "HNB"),  # a short form
    ("how big is the high needs deficit", "figure", "high needs deficit"),  # the measure word asks only
    ("what percentage of respondents agreed?", "figure", "percentage of respondents agreed"),  # the unit stays
    ("what is the latest on the High Needs Block", "latest", "High Needs Block"),
    ("did the action plan come back to scrutiny", "latest", "action plan"),  # the round trip
    ("what happened to the playground repairs", "latest", "playground repairs"),
    ("what questions were asked about SEND transport", "discussion", "SEND transport"),
    ("what did members say about bus fares", "discussion", "bus fares"),
    ("wat was agred on LADO", "decision", "LADO"),  # slips of the keyboard
    ("wots the rate frm April", "any", "rate from April"),  # and short forms of the words that ask
    ("what precept did the council set for 2025/26", "decision", "precept 2025/26"),  # set is decided
    ("how much did the council set aside for potholes", "figure", "council set aside for potholes"),  # set aside is not
    ("did the council back the airport", "decision", "airport"),  # backed or not
    ("what did full council ask the Leader to do about farms", "decision", "farms"),  # what it asks of its officers
    ("have the flats been finished", "latest", "flats been finished"),  # how things stand
    ("were the corners ever mended", "latest", "corners ever mended"),
    ("does the closure of the hub stand", "latest", "closure of the hub"),  # or has something changed it
    ("what does SEN stand for", "any", "SEN"),  # a short form, and no closure
    ("did the council agree it", "decision", ""),  # a word for what was spoken of before names nothing
    ("deficit forecast march 25", "any", "deficit forecast march 2025"),  # the last figures of a year
    ("the 20 may 20 plan", "any", "20 may 20 plan"),  # and not of every number
    ("who declared an interest at the meeting in the hall on 30 January 2025", "declaration", ""),  # of that meeting
    ("cost to those who called in the decision", "any", "cost to those who called-in the decision"),  # spoken of
    ("LADO", "any", "LADO"),  # bare words
    ("Why is the deficit growing?", "any", "deficit growing"),
    ("travel training 75 minutes", "any", "travel training 75 minutes"),  # a duration is no minute number
]


def told_of(query: Query) -> list[str]:
    return [limit.words for limit in query.limits]


@pytest.mark.parametrize(("question", "want", "topic"), ASKED)
def test_a_question_is_read_as_what_it_asks_for_and_its_topic(question: str, want: str, topic: str) -> None:
    query = read_question(question, HELD, TODAY)
    assert (query.want, query.topic) == (want, topic)


EXACT = [
    ("minute 128", {"minute": "128"}),
    ("minute OS.33", {"minute": "OS.33"}),  # letters before the number, as some bodies have them
    ("what was agreed in minute EX/105", {"minute": "EX/105"}),
    ("minutes p.3", {"minute": None}),  # a page is none
    ("min. no. 16.11.5", {"minute": "16.11.5"}),  # numbers with points
    ("what was agreed under minute 14/037", {"minute": "14/037"}),  # a stroke after "minute" is no reference
    ("para 3.26", {"paragraph": "3.26"}),
    ("section 4.4.35 of the report", {"paragraph": "4.4.35"}),
    ("agenda item 7", {"agenda_item": "7"}),
    ("what does 24/00109 say", {"references": ("24/00109",)}),
    ("decision R2025-001", {"references": ("R2025-001",)}),
    ("“public realm” works", {"phrases": ("public realm",)}),  # typographic marks
    ("the clerk's 'best kept village' entry", {"phrases": ("best kept village",)}),  # an apostrophe opens no phrase
    ("the minutes of 2024", {"minute": None}),  # a year is no minute number
]


@pytest.mark.parametrize(("question", "fields"), EXACT)
def test_exact_references_are_read(question: str, fields: dict[str, object]) -> None:
    query = read_question(question, HELD, TODAY)
    assert {name: getattr(query, name) for name in fields} == fields


LIMITED = [
    ("what was agreed on 25 February 2025", date(2025, 2, 25), date(2025, 2, 25)),
    ("what was agreed on 25/02/2025", date(2025, 2, 25), date(2025, 2, 25)),  # day first, as in Britain
    ("what was agreed on February 25, 2025 about LADO", date(2025, 2, 25), date(2025, 2, 25)),
    ("what was agreed on roads in March 2025", date(2025, 3, 1), date(2025, 3, 31)),
    ("what was agreed on roads in December", date(2024, 12, 1), date(2024, 12, 31)),  # the last December before
    ("what was agreed on roads since January", date(2025, 1, 1), None),
    ("what was decided before February 2025 on roads", None, date(2025, 1, 31)),
    ("decisions on roads between November and February 2025", date(2024, 11, 1), date(2025, 2, 28)),  # over New Year
    ("what was agreed on roads between May and July 2024", date(2024, 5, 1), date(2024, 7, 31)),  # of one year
    ("what was agreed last year on roads", date(2024, 1, 1), date(2024, 12, 31)),
    ("what was agreed in 2024/25 on roads", date(2024, 5, 1), date(2025, 4, 30)),  # municipal year
    ("what precept was agreed in 2024/25", None, None),  # the year that it is for, set in the winter before
    ("what was agreed on the 2024/25 budget", None, None),  # the year belongs to the budget
    ("what was the vote on the 2024/25 budget", None, None),  # and was taken before it began
    ("how did members vote on the budget for 2024/25", None, None),
    ("what was the vote on the 2024/25 budget monitoring", None, None),  # the year is the budget's
    ("pay policy statement 2025/26 vote", None, None),
    ("who voted for it at the meetings of 2024/25", date(2024, 5, 1), date(2025, 4, 30)),
    ("were the March 2025 elections postponed", None, None),  # they are spoken of before they are held
    ("what was agreed before the March 2025 elections", None, date(2025, 2, 28)),
    ("how many children were in care on 31 March 2024", None, None),  # a fact's own date, and no meeting's
    ("who was present on 30 January 2025", date(2025, 1, 30), date(2025, 1, 30)),
    ("what was agreed at the last meeting of Cabinet", date(2025, 3, 4), date(2025, 3, 4)),
    ("how did Councillor March vote", None, None),  # a name
    ("number of plans agreed in 2023/24", None, None),  # no meeting of that year is held: it is of the plans
    (
        "was Labour's budget passed in February 2025, what were the numbers",
        date(2025, 2, 1),
        date(2025, 2, 28),
    ),  # what a meeting does
    ("hourly pay from April 2025", None, None),  # told of before April
    ("key works due between May and July 2026", None, None),  # no meeting of those days is held: it is of the works
    ("what was agreed on 31 February 2025", None, None),  # no such day
]


@pytest.mark.parametrize(("question", "since", "until"), LIMITED)
def test_dates_limit_the_meetings_only_where_meetings_are_meant(
    question: str, since: date | None, until: date | None
) -> None:
    query = read_question(question, HELD, TODAY)
    assert (query.since, query.until) == (since, until)


EARLIER = [
    ("what was agreed on roads in January", ((date(2016, 1, 1), date(2016, 1, 31)),)),  # Milburn's, the year not said
    ("what did Cabinet agree in January", ()),  # which met in one January alone
    ("what was agreed on 12 January", ((date(2016, 1, 12), date(2016, 1, 12)),)),
    ("what was agreed in January 2025", ()),  # the year is said
    ("what was agreed since January", ()),  # and here the last is meant
]


@pytest.mark.parametrize(("question", "earlier"), EARLIER)
def test_a_month_without_a_year_may_be_of_each_year_in_which_one_was_held(
    question: str, earlier: tuple[tuple[date, date], ...]
) -> None:
    assert read_question(question, HELD, TODAY).earlier == earlier


NAMED = [
    ("what did Cabinet decide about roads", ("Cabinet",), ()),
    ("the Cabinet Member for Highways", (), ()),  # a person, not the body
    ("who sent apologies to the scrutiny commission", (CYPE,), ()),  # a part of the name that ends in its noun
    ("what did the Young People and Education Commission agree", (CYPE,), ()),  # words left out
    ("what was agreed by full council on pay", ("County Council", "Parish Council"), ()),  # the field's word for it
    ("council tax", (), ()),  # no body
    ("what did education refuse", (CYPE,), ()),  # one word for the body, where only a body could do that
    ("what did education cost", (), ()),  # and where anything could
    ("who spoke at the last education meeting", (CYPE,), ()),  # or before its meeting
    ("what did the council decide", (), ()),  # any council
    ("what did the Housing Scrutiny Commission decide", (), ()),  # another body, which is not held
    ("what did the CYPE Scrutiny Commission decide", (CYPE,), ()),  # but this one is, by its initials
    ("what did the Kent Cabinet decide", ("Cabinet",), ("Kent County Council",)),  # a council's name before its body
    ("what did the cabinet committee recommend", (), ()),  # which is not the Cabinet
    ("minimum pay of kcc staff", (), ("Kent County Council",)),  # initials of one council alone
    ("bin collections in Leicester", (), ("Leicester City Council",)),
    ("what did Kent County Council decide on elections", (), ("Kent County Council",)),  # the council, not its body
    ("Up-by-Over's Christmas tree", (), ("Up-by-Over Parish Council",)),  # whose it is
    ("Up-by-Over Christmas Trees Limited", (), ()),  # and a name
    ("Milburn PC sign", (), ("Milburn Parish Council",)),
    ("milbrun PC precept", (), ("Milburn Parish Council",)),
    ("Milburn minute 16.1.8 - the precept", (), ("Milburn Parish Council",)),
    ("Kent Minerals and Waste Local Plan", (), ()),  # a plan's name, not a place
    ("Leicester prevention grant", (), ("Leicester City Council",)),  # a place by itself is its council's
    ("how Kent and Medway share it", (), ()),  # one beside another is not
    ("Milburn Court plans", (), ()),  # nor a name that begins with it
    ("Kent deficit beside Leicester deficit", (), ()),  # nor either of two
    ("how many voted in the youth county council elections", (), ()),  # elections, not the body
    ("what did education ask Cabinet to do", (CYPE,), ()),  # what is asked of a body stands in another's papers
    ("what was asked of the Cabinet about roads", (), ()),
    ("what is Cabinet being asked to agree", (), ()),
    ("what was Cabinet recommended to do", (), ()),
    ("recommendations to Cabinet on roads", (), ()),
    ("what did Cabinet ask ministers to do", ("Cabinet",), ()),  # and what it asks, in its own
    ("what was reported to Cabinet", ("Cabinet",), ()),
    ("pot holes in Birmingham", (), ()),  # not held: it stays in the topic, and finds nothing
]


@pytest.mark.parametrize(("question", "bodies", "councils"), NAMED)
def test_bodies_and_councils_are_matched_against_those_held(
    question: str, bodies: tuple[str, ...], councils: tuple[str, ...]
) -> None:
    query = read_question(question, HELD, TODAY)
    assert (query.bodies, query.councils) == (bodies, councils)


def test_a_place_that_limits_by_itself_stays_in_the_topic() -> None:
    query = read_question("Leicester prevention grant", HELD, TODAY)
    assert (query.topic, told_of(query)) == ("Leicester prevention grant", ["Only Leicester City Council"])


@pytest.mark.parametrize(
    ("question", "bodies", "councils"),
    [
        ("rents in Hartle", (), ("Hartle and Weald District Council",)),  # by the first of the places that it joins
        ("Weald rents", (), ("Hartle and Weald District Council",)),
        ("Stoke rents", (), ()),  # two councils join it to others
        ("rent paid by the pension board", (), ()),  # a board of something
        ("what did the Board agree on rents", ("Board",), ()),
    ],
)
def test_a_place_that_one_council_joins_names_it_and_a_noun_alone_is_no_body_of_something(
    question: str, bodies: tuple[str, ...], councils: tuple[str, ...]
) -> None:
    held = (
        Held("Hartle and Weald District Council", "Board", ()),
        Held("Stoke and Ham District Council", "Cabinet", ()),
        Held("Stoke and Sedge District Council", "Cabinet", ()),
    )
    query = read_question(question, held, TODAY)
    assert (query.bodies, query.councils) == (bodies, councils)


def test_figures_with_points_that_are_of_no_near_year_are_a_paragraph_and_no_day() -> None:
    query = read_question("what was agreed on the wording of 4.4.35", HELD, TODAY)
    assert (query.topic, query.since) == ("wording of 4.4.35", None)
    assert read_question("what was agreed on 4.4.25", HELD, TODAY).since == date(2025, 4, 4)


THEN = [  # what is asked for, what a motion says, whether a meeting of 13 February 2025 may be meant
    ("vote on the budget, February 2024", "", False),
    ("vote on the budget, February 2025", "", True),
    ("vote on the budget, 13/2/25", "", True),
    (
        "vote on the elections of May 2026",
        "that the elections be put off until May 2026",
        True,
    ),  # its matter
    ("vote on the elections of May 2026", "that the budget be agreed", False),
    ("vote on the budget for 2024", "", True),  # a year alone is a part of the matter
]


@pytest.mark.parametrize(("asked", "told", "meant"), THEN)
def test_a_vote_is_of_the_month_that_is_asked_for(asked: str, told: str, meant: bool) -> None:
    assert of_then(asked, date(2025, 2, 13), told) is meant


def test_each_limit_is_told_in_words() -> None:
    query = read_question("what did Cabinet decide in March 2025 about “soft sand”", HELD, TODAY)
    assert query.limits == (
        ReadLimit("Looking for what was decided", "kind"),
        ReadLimit("With the words “soft sand”"),
        ReadLimit("Only Cabinet", "body"),
        ReadLimit("Meetings held from 1 March 2025 to 31 March 2025", "dates"),
    )


UNHELD = [
    ("bins at the June 2024 meeting of Cabinet", True),
    ("roads at the meeting of Cabinet on 3 June 2024", True),
    ("roads at the meeting of Cabinet on 9 January 2025", False),  # held, and a limit
    ("when does the June 2026 meeting take place", False),  # still to come
    ("key works due between May and July 2026", False),  # no meeting
]


@pytest.mark.parametrize(("question", "told"), UNHELD)
def test_a_meeting_spoken_of_whose_minutes_are_not_held_is_told_so_and_looked_for_everywhere(
    question: str, told: bool
) -> None:
    query = read_question(question, HELD, TODAY)
    assert any("are here: looking in all papers" in limit for limit in told_of(query)) is told
    assert (query.since is None) is ("9 January" not in question)


def test_without_a_day_given_time_is_counted_back_from_the_last_meeting_held() -> None:
    assert read_question("what was agreed since January", HELD).since == date(2025, 1, 1)


def test_a_library_that_holds_nothing_still_reads_questions() -> None:
    query = read_question("what was agreed at the last meeting about roads", ())
    assert (query.topic, told_of(query)) == (
        "roads",
        ["Looking for what was decided", "The last meeting: no minutes are held"],
    )


def test_named_bodies_never_overlap() -> None:
    named = read_bodies("Kent County Council Cabinet and the County Council", HELD)
    assert [(one.bodies, one.council) for one in named] == [
        ((), "Kent County Council"),
        (("Cabinet",), None),
        (("County Council",), None),
    ]


def test_a_month_behind_a_place_makes_no_other_name_of_it() -> None:
    (named,) = read_bodies("how many children in care Kent December 2024", HELD)
    assert named.council == "Kent County Council"
    assert read_bodies("how old is the Kent Downs landscape", HELD) == ()


def test_a_question_of_nothing_but_lead_in_and_limits_is_read_at_once() -> None:
    body = Held("Somewhere Council", "Corporate Parenting Panel", ())
    query = read_question("October 2024 Corporate Parenting Panel on youth justice " * 20, (body,))
    assert query.bodies == (body.body,)


@settings(deadline=None)  # a machine under load is no failure
@given(
    st.lists(
        st.sampled_from([*"?.,-()/'\"", "the", "Cabinet", "what", "was", "agreed", "25", "2024/25", "March", "on"])
    )
)
def test_any_words_in_any_order_can_be_read(words: list[str]) -> None:
    question = " ".join(words)
    assert read_question(question, HELD, TODAY).text == question.strip()
