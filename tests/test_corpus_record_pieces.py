"""The small recognisers, each on a table of what councils print."""

from datetime import date

import pytest

from corpus.attendance import attendees
from corpus.bodies import body_name, councils_in
from corpus.dates import dates_in
from corpus.labels import label_of
from corpus.marks import follows, mark_of
from corpus.meetings import own_body
from corpus.names import same_person
from corpus.paragraphs import paragraphs
from corpus.people import names_in, people
from corpus.record import read_record
from corpus.resolutions import effect_of
from corpus.rows import body_rows
from corpus.sentences import sentences
from corpus.stems import stem_of
from corpus.told import told_in
from corpus.votes import outcome_of, side_of
from tests.typed_papers import typed


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Held: TUESDAY, 25 FEBRUARY 2025", date(2025, 2, 25)),  # Leicester
        ("Thursday, 30th January, 2025, at 10.00 am", date(2025, 1, 30)),  # Kent
        ("1st November 2016", date(2016, 11, 1)),  # Milburn
        ("minutes-2024-11-05", date(2024, 11, 5)),  # a file's name
        ("CPP_Minutes_10.12.24", date(2024, 12, 10)),  # another
        ("the 21st of January 2025", date(2025, 1, 21)),  # prose
        ("March 4th, 2025", date(2025, 3, 4)),  # month first
        ("31 February 2025", None),  # no such day
    ],
)
def test_dates_are_read_as_councils_print_them(text: str, found: date | None) -> None:
    assert next((dated.full for dated in dates_in(text)), None) == found


def test_a_date_without_a_year_is_the_last_before_the_meeting() -> None:
    (dated,) = dates_in("the minutes of 12 December")
    assert dated.before(date(2025, 1, 9)) == date(2024, 12, 12)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        # capitals, and a comma before "and"
        (
            "CHILDREN, YOUNG PEOPLE, AND EDUCATION SCRUTINY COMMISSION",
            "Children, Young People and Education Scrutiny Commission",
        ),
        ("the Cabinet", "Cabinet"),  # an article
        ("an extraordinary meeting of the Council".removeprefix("an extraordinary meeting of "), "Council"),
        ("KENT AND MEDWAY NHS JOINT COMMITTEE", "Kent and Medway NHS Joint Committee"),  # capitals that stay
    ],
)
def test_a_body_has_one_readable_name(printed: str, name: str) -> None:
    assert body_name(printed) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KENT COUNTY COUNCIL", ("Kent County Council",)),
        ("Leicester City Council", ("Leicester City Council",)),
        ("MINUTES OF THE PARISH COUNCIL MEETING", ()),  # no place
        ("BURTON-CUM-WALDEN PARISH COUNCIL", ("Burton-cum-Walden Parish Council",)),
        ("jointly with Medway Council", ("Medway Council",)),  # no kind of council
        ("elected by the Youth Council in May", ()),  # no council of a place
        ("the London Borough of Bexley", ("London Borough of Bexley",)),
        ("Stoke-on-Trent City Council and Newcastle-under-Lyme Borough Council",
         ("Stoke-on-Trent City Council", "Newcastle-under-Lyme Borough Council")),
        ("LONDON BOROUGH OF EAVES Overview and Scrutiny Committee", ("London Borough of Eaves",)),
        ("London Borough of Eaves Overview and Scrutiny Committee", ("London Borough of Eaves",)),
        ("MINUTES OF A MEETING OF THE THREE RIVERS COMBINED AUTHORITY", ("Three Rivers Combined Authority",)),
    ],
)  # fmt: skip
def test_councils_are_named_by_their_place(text: str, names: tuple[str, ...]) -> None:
    assert councils_in(text) == names


def test_the_full_council_is_called_by_its_kind() -> None:
    assert own_body("Burton-cum-Walden Parish Council", "Burton-cum-Walden Parish Council") == "Parish Council"
    assert own_body("full council", "Kent County Council") == "County Council"


@pytest.mark.parametrize(
    ("text", "style", "printed"),
    [
        ("1) That the report be noted.", "1)", "1)"),  # Leicester
        ("(4) RESOLVED that", "(1)", "(4)"),  # Kent
        ("a. A Member asked", "a.", "a."),  # Kent's panels
        ("3.26 At the time of writing", "1.1", "3.26"),  # a report
        ("• A bullet", "•", "•"),
        ("x Tree planting", "•", "x"),  # a bullet that a font map garbled
        ("2.5 million pounds", None, None),  # a figure
        ("R. Healey reported", None, None),  # an initial
        ("6.30 pm", None, None),  # a time
        ("(see page 4)", None, None),
    ],
)
def test_marks_begin_paragraphs_and_figures_do_not(text: str, style: str | None, printed: str | None) -> None:
    mark = mark_of(text)
    assert (mark.style if mark else None, mark.text if mark else None) == (style, printed)


@pytest.mark.parametrize(
    ("one", "two", "next_"), [("(h) x", "(i) x", True), ("(iv) x", "(v) x", True), ("3. x", "5. x", False)]
)
def test_marks_follow_each_other_in_a_list(one: str, two: str, next_: bool) -> None:
    first, second = mark_of(one), mark_of(two)
    assert first is not None
    assert second is not None
    assert follows(first, second) is next_


@pytest.mark.parametrize(
    ("line", "verb", "words"),
    [
        ("*AGREED:*", "agreed", ""),  # Leicester
        ("RESOLVED that the update be noted.", "resolved", "the update be noted."),  # Kent
        ("(4) RESOLVED that pursuant to section 25", "resolved", "pursuant to section 25"),  # Kent
        ("RESOLVED: That the Clerk should write", "resolved", "That the Clerk should write"),  # Burton-cum-Walden
        ("FURTHER RESOLVED: That the Clerk be told", "resolved", "That the Clerk be told"),  # Burton-cum-Walden
        ("the Council RESOLVED to support it", "resolved", "to support it"),
        ("And Resolved: “That the seal be affixed”", "resolved", "“That the seal be affixed”"),
        ("Resolved – that the minutes be signed", "resolved", "that the minutes be signed"),
        ("*DECISION*", "decision", ""),  # planning
        ("PENDERFYNWYD: derbyn yr adroddiad", "penderfynwyd", "derbyn yr adroddiad"),  # Welsh
        ("The Board resolved:- to note the report.", "resolved", "to note the report."),  # Scottish boards
        ("NOTED the report.", "noted", "the report."),  # Scottish councils, under "DECISION"
        ("Decision made", "decision", ""),  # a heading of its own, in bold or not
        ("A new bench. Resolved: to buy it.", "resolved", "to buy it."),  # parishes, after what an item is about
        ("R2025-041: That the mower be sold.", "resolved", "That the mower be sold."),  # by the resolution's number
        ("It was RESOLVED, with one abstention, that a grant be made.", "resolved", "a grant be made."),
        ("Members RESOLVED on a vote of 5 to 2 with 1 abstention to refuse it", "resolved", "to refuse it"),
        ("Proposed by Mr Hay and AGREED by the Meeting to accept it", "agreed", "to accept it"),  # Cornwall
        ("RESOLVED on the proposition of Mr Hay, seconded by Ms Orr, that it be paid", "resolved", "it be paid"),
        ("NOTED and AGREED that the teams would send notice.", "agreed", "the teams would send notice."),
    ],
)
def test_a_stem_makes_a_decision_of_what_follows(line: str, verb: str, words: str) -> None:
    (paragraph,) = paragraphs(body_rows(typed(line)))
    stem = stem_of(paragraph)
    assert stem is not None
    assert (stem.verb, paragraph.text[stem.end :].strip()) == (verb, words)


@pytest.mark.parametrize(
    "line",
    [
        "Members noted that the resolution of the dispute was near.",
        "The matter remained UNRESOLVED at the end of the year.",
        "RESOLVED COMPLAINTS BY DIRECTORATE AND QUARTER, 2024",  # a heading in capitals
        "It was agreed last year that the mower be sold.",
        "R2025-041: That the mower be sold. There was no seconder and the motion fell.",
        "Decision made in 2019 by the Cabinet of the day.",
        "REASON FOR DECISIONS: Section 8.2.3 of the Constitution requires it.",
        "The Clerk had AGREED with the contractor to mow on Fridays.",
    ],
)
def test_other_uses_of_the_words_are_no_stems(line: str) -> None:
    (paragraph,) = paragraphs(body_rows(typed(line)))
    assert stem_of(paragraph) is None


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("The Councillors had reviewed the policy and agreed that no change was required.", "agreed"),
        ("There being no other nominations, Mr Hay was duly elected.", "elected"),
        ("All were in agreement that this should be set up.", "in agreement"),
        ("Mr Orr proposed that Ms Low be co-opted, Mr Hay seconded, unanimous approval.", "approval"),
        ("Mr Hay moved that £10 be given, seconded by Ms Orr. The motion was then put and carried.", "carried"),
        ("Approval deferred to the next meeting.", "deferred"),
        ("Councillors were unanimous that this was a disgrace.", None),
        ("It was agreed that the new rail was very good.", None),
        ("It was agreed that no further action was needed.", "agreed"),
        ("She confirmed that it was agreed at the Council in June to fund training.", None),
        ("Mr Hay proposed a new sign. There was no seconder.", None),
        ("Mr Hay agreed to close the wall off.", None),
        ("It was suggested that the Clerk contact the Borough Council.", None),
        ("The Clerk reported that the County Council had agreed last year to clear the drain.", None),
    ],
)
def test_a_sentence_tells_of_a_decision_or_only_of_talk(line: str, verb: str | None) -> None:
    (paragraph,) = paragraphs(body_rows(typed(line)))
    assert next((part.verb for part in told_in(paragraph, 0, formal=False)), None) == verb


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("That the report be noted.", "noted"),
        ("That the minutes be confirmed as a correct record.", "confirmed"),
        ("That the item be deferred to the next meeting.", "deferred"),
        ("That permission be REFUSED because of noise.", "refused"),
        ("To delegate authority to the Monitoring Officer", "delegated"),
        ("That the Clerk write to the owner.", None),
    ],
)
def test_what_a_decision_does_is_told_by_its_words(text: str, effect: str | None) -> None:
    assert effect_of(text, "resolved") == effect


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("For (41)", ("for", 41)),
        ("Against: 0", ("against", 0)),
        ("Abstentions (nil)", ("abstain", 0)),
        ("For the record", None),
    ],
)
def test_the_sides_of_a_vote_are_told_by_their_labels(text: str, side: tuple[str, int] | None) -> None:
    found = side_of(text)
    assert (found[:2] if found else None) == side


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("Substantive Motion Carried.", "carried"),
        ("Amendment lost.", "lost"),
        ("Agreed.", "carried"),
        ("Mr Lost", "lost"),
    ],
)
def test_how_a_vote_ended_is_told_by_a_few_words(text: str, ended: str) -> None:
    assert outcome_of(text) == ended


def test_honours_stay_with_their_names() -> None:
    assert names_in("Mr Hill, OBE, Mrs Dean MBE, Mr Hood and Ms L Wright") == (
        "Mr Hill, OBE",
        "Mrs Dean MBE",
        "Mr Hood",
        "Ms L Wright",
    )


def test_posts_after_names_go_with_those_they_are_of() -> None:
    line = "Present: Miss Jane Ray, Mr Tom Lark, Councillors, Mrs Sue Finch, Clerk and Mr Rob Teal, Assistant Clerk"
    found = attendees(paragraphs(body_rows(typed(line))))
    assert [(person.name, person.note) for person in found] == [
        ("Miss Jane Ray", "Councillor"),
        ("Mr Tom Lark", "Councillor"),
        ("Mrs Sue Finch", "Clerk"),
        ("Mr Rob Teal", "Assistant Clerk"),
    ]


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        # a title before several names is that of each
        ("Councillors T Lee, S Okafor and P Dunne", ["Councillor T Lee", "Councillor S Okafor", "Councillor P Dunne"]),
        ("Y Cynghorwyr Huw Morgan a Siân Lloyd", ["Y Cynghorydd Huw Morgan", "Y Cynghorydd Siân Lloyd"]),
        # the post may stand before the name, or after it
        (
            "Chief Executive (M Gray); Town Clerk – Ms J Fairley",
            ["M Gray [Chief Executive]", "Ms J Fairley [Town Clerk]"],
        ),
        (
            "R Sinclair, Executive Director; L Kerr, Head of Education",
            ["R Sinclair [Executive Director]", "L Kerr [Head of Education]"],
        ),
        (
            "The Lord Mayor (Councillor Khan) in the Chair; Councillor Ames",
            ["Councillor Khan [Lord Mayor, in the Chair]", "Councillor Ames"],
        ),
        # posts without a name, and people without one, are nobody in particular
        ("Head of Planning, Principal Planning Officer and 3 members of the public", []),
        ("Cllr A Connell plus ten guests", ["Cllr A Connell"]),
        ("Mr & Mrs Johnstone and Mr D Bell", ["Mr & Mrs Johnstone", "Mr D Bell"]),
        # an office in the plural is that of those before it; at the beginning it is the title of those after it
        (
            "Miss J Hay, Mr A Low, Councillors; Mrs V Orr, Clerk",
            ["Miss J Hay [Councillor]", "Mr A Low [Councillor]", "Mrs V Orr [Clerk]"],
        ),
        ("Councillors, Mr T Owen, P Rees [Chair]", ["Mr T Owen", "Councillor P Rees [Chair]"]),
    ],
)
def test_people_are_parted_as_lists_part_them(printed: str, read: list[str]) -> None:
    found = people(printed, 0, len(printed))
    assert [f"{one.name} [{one.note}]" if one.note else one.name for one in found] == read


def test_a_list_without_end_is_read_without_falling_over() -> None:
    assert len(people("Councillor Ash " * 3000, 0, 15 * 3000)) == 3000


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Mr Andrew Landau", "Councillor Landau", True),
        ("Alan Armstrong", "A Armstrong", True),
        ("Councillor J Smith", "Councillor A Smith", False),
        ("Mr Smith", "Mrs Smith", False),
        ("Sir Paul Carter, CBE", "Sir Paul Carter", True),
    ],
)
def test_a_person_named_twice_is_one(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


def test_a_list_under_apologies_and_a_sentence_name_the_same_people_once() -> None:
    text = (
        "*Nether Sallow Parish Council*\n\n*Minutes of the meeting held on 2 December 2025*\n\n"
        "Present: Miss Jane Ray (Chair) and Mr Tom Lark\n\nApologies: Mr Andrew Finch\n\n"
        "*1. Apologies*\n\nApologies were received from Councillor Finch.\n\n*2. Trees*\n\nNone.\n"
    )
    (found,) = read_record(typed(text)).proceedings
    assert [(person.name, person.role) for person in found.attendees] == [
        ("Miss Jane Ray", "present"),
        ("Mr Tom Lark", "present"),
        ("Mr Andrew Finch", "apologies"),
    ]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("P R E S E N T:", "present"),
        ("IN ATTENDANCE VIRTUALLY:", "in_attendance"),
        ("Apologies - None", "apologies"),
        ("Presented", None),
        ("Presennol / Present: Cllrs Rees and Wyn", "present"),  # Welsh twins
        ("Cabinet Members Present:", "present"),
        ("The following officers were in attendance:", "in_attendance"),
        ("Clerk: Mrs P Plume", "in_attendance"),
        ("PRESENT\tCllrs Jarvis and Brady", "present"),  # a table of fields
        ("Members presented a petition", None),
        ("Those Attending: Cllr Mrs J Wragg", "present"),
        ("PRESENT (five Councillors): - Nell Bulwer", "present"),
        ("Presiding", "present"),  # Northern Ireland
        ("Present were:", "present"),  # Shetland
        ("Present were told that the road would close", None),
    ],
)
def test_labels_of_attendance_are_known(text: str, role: str | None) -> None:
    label = label_of(text)
    assert (label.role if label else None) == role


def test_sentences_do_not_end_at_titles_or_initials() -> None:
    text = "Mr. J. Finch said No. 4 was full. It was not. Cllr. Ray agreed."
    assert [text[start:end] for start, end in sentences(text)] == [
        "Mr. J. Finch said No. 4 was full.",
        "It was not.",
        "Cllr. Ray agreed.",
    ]


SLIDES = """
*Sufficiency Strategy*

1 Introduction

The council must see that there are enough homes for the children whom it looks after, and report on it each year.

71 Number of children placed in lodgings has increased

The average cost of a lodging has increased as well, though it is still below that of the nation as a whole.

2. Background

The strategy was last put before the Cabinet in the spring of the year before last, and was agreed by all.
"""


def test_a_number_far_out_of_order_makes_no_heading_of_a_plain_line() -> None:
    found = read_record(typed(SLIDES, name="strategy.pdf")).blocks
    assert list(dict.fromkeys(block.heading for block in found)) == [
        "Sufficiency Strategy",
        "Sufficiency Strategy – 1 Introduction",
        "Sufficiency Strategy – 2. Background",
    ]
