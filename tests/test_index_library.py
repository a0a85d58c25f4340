"""Tests of the library as readers see it, on papers told in a few lines."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest
from plain_papers import COUNCIL, LetterEncoder, OtherEncoder, a_year, read_plain, write_plain

from corpus.types import Meeting, Page
from index.errors import LibraryError
from index.ingest import ingest
from index.library import Library, open_library
from index.limits import Columns, Placed
from index.shelf import Shelf
from index.store import DATABASE, connect
from index.types import Filter
from index.vectors import FILE

SCRUTINY = "Scrutiny Committee"


def take_in(folder: Path, *paths: Path) -> None:
    ingest(paths, folder, LetterEncoder(), read=read_plain, apart=False)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("year")
    take_in(folder / "library", a_year(folder / "papers"))
    with open_library(folder / "library") as library:
        yield library


def texts(library: Library, ids: tuple[str, ...]) -> list[str]:
    return [passage.text for passage in library.passages(ids)]


def found(library: Library, *any_of: str, where: Filter = Filter(), all_of: tuple[str, ...] = ()) -> set[str]:  # noqa: B008  # frozen
    return set(texts(library, tuple(one for one, _ in library.words(any_of, 10, where, all_of=all_of))))


NOTED = "That the report on the LADO be noted."
REFUSED = "That a call-in of decision 24/00109 be refused."
ASKED = "Members asked about the sufficiency strategy for homes."
CONFIRMED = "That the minutes be confirmed."
DISCUSSED = "The deficit of £1.5m was discussed."
DEFICIT = "The deficit on high needs is £1,500,000 in 2024/25."
SCHOOLS = "That Cabinet note the co-operation of schools."


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        (Filter(), [ASKED, NOTED, REFUSED, DEFICIT, SCHOOLS, CONFIRMED, DISCUSSED]),  # by date, then as printed
        (Filter(kinds=("decision",)), [NOTED, REFUSED, CONFIRMED]),  # a kind
        (Filter(kinds=("report", "recommendation")), [DEFICIT, SCHOOLS]),  # either of two
        (Filter(bodies=("the CABINET",)), [DEFICIT, SCHOOLS]),  # case and article aside
        (
            Filter(councils=("Ashmere District Council",)),
            [ASKED, NOTED, REFUSED, DEFICIT, SCHOOLS, CONFIRMED, DISCUSSED],
        ),
        (Filter(councils=("Elsewhere",)), []),  # a name that nothing bears
        (Filter(minute="129."), [NOTED, REFUSED]),  # its point aside
        (Filter(since=date(2025, 3, 6)), [DEFICIT, SCHOOLS, CONFIRMED, DISCUSSED]),  # that day is inside
        (Filter(until=date(2025, 3, 6)), [ASKED, NOTED, REFUSED, DEFICIT, SCHOOLS]),  # here too
        (Filter(since=date(2025, 3, 7), until=date(2025, 4, 7)), []),  # between two meetings
        (
            Filter(bodies=(SCRUTINY,), kinds=("decision",), since=date(2025, 4, 1)),
            [CONFIRMED],
        ),  # all limits hold at once
    ],
)
def test_a_filter_selects_in_the_order_of_the_record(year: Library, where: Filter, expected: list[str]) -> None:
    assert texts(year, year.select(where, 100)) == expected


def test_a_filter_by_paper_selects_that_paper(year: Library) -> None:
    report = next(paper for paper in year.papers() if paper.name == "report-deficit.pdf")
    assert texts(year, year.select(Filter(papers=(report.sha256,)), 100)) == [DEFICIT, SCHOOLS]


@pytest.mark.parametrize(
    ("any_of", "expected"),
    [
        (["LADO"], {NOTED}),  # in one
        (["deficits"], {DEFICIT, DISCUSSED}),  # stemmed
        (["£1.5 million"], {DEFICIT, DISCUSSED}),  # money in words
        (["24/00109"], {REFUSED}),  # a reference
        (["callin"], {REFUSED}),  # a hyphenated word without its hyphen
        (["cooperation"], {SCHOOLS}),  # the same
        (["2024"], {DEFICIT}),  # half of a municipal year
        (["sufficiency strategy"], {ASKED}),  # a phrase
        (["strategy sufficiency"], set()),  # its words the other way round
        (["no such thing"], set()),  # nothing
        (['") OR text:*'], set()),  # no syntax: the phrase "or text"
    ],
)
def test_words_find_the_passages_that_hold_them(year: Library, any_of: list[str], expected: set[str]) -> None:
    assert found(year, *any_of) == expected


def test_words_keep_to_a_filter(year: Library) -> None:
    assert found(year, "deficit", where=Filter(bodies=("Cabinet",))) == {DEFICIT}


def test_words_that_are_needed_leave_out_what_lacks_them(year: Library) -> None:
    assert found(year, "deficit", all_of=("high needs",)) == {DEFICIT}


def test_a_context_line_is_found_but_counts_for_less_than_words(year: Library) -> None:
    scores = dict(year.words(["cabinet"], 10))
    ((deficit, schools),) = [year.select(Filter(bodies=("Cabinet",)), 2)]
    assert list(scores) == [schools, deficit]


def test_the_nearest_in_meaning_comes_first_with_its_cosine(year: Library) -> None:
    encoder = LetterEncoder()
    noted = year.passages(year.select(Filter(minute="129"), 1))[0]
    vector = encoder.encode_query(f"{noted.context}\n{noted.text}")
    ((first, cosine), *_) = year.nearest(vector, 3)
    assert (first, round(cosine, 5)) == (noted.id, 1.0)


def test_nearest_gives_no_more_than_stands_inside_the_filter(year: Library) -> None:
    vector = LetterEncoder().encode_query("anything")
    decisions = set(year.select(Filter(kinds=("decision",)), 9))
    assert {one for one, _ in year.nearest(vector, 9, Filter(kinds=("decision",)))} == decisions
    assert year.nearest(vector, 9, Filter(minute="999")) == ()


def test_a_later_meeting_makes_minutes_confirmed_or_corrected(year: Library) -> None:
    standings = {passage.text: passage.standing for passage in year.passages(year.select(Filter(), 9))}
    assert standings == {
        ASKED: "corrected",
        NOTED: "corrected",
        REFUSED: "corrected",
        DEFICIT: None,
        SCHOOLS: None,
        CONFIRMED: "draft",
        DISCUSSED: "draft",
    }
    (confirmation,) = year.confirmations(Meeting(COUNCIL, SCRUTINY, date(2025, 2, 25)))
    assert confirmation.by == Meeting(COUNCIL, SCRUTINY, date(2025, 4, 8))
    assert [span.page for span in confirmation.corrects] == [1]


def test_papers_say_what_they_were_taken_for(year: Library) -> None:
    first = year.papers()[0]
    assert (first.name, first.kind, first.council, first.body, first.held_on) == (
        "minutes-february.pdf",
        "minutes",
        COUNCIL,
        SCRUTINY,
        date(2025, 2, 25),
    )
    assert (first.pages, first.pages_without_text, first.passages, first.exempt) == (2, 0, 3, False)
    assert first.meetings == (Meeting(COUNCIL, SCRUTINY, date(2025, 2, 25)),)


def test_coverage_tells_meetings_and_those_without_minutes(year: Library) -> None:
    coverage = year.coverage()
    assert coverage.councils == (COUNCIL,)
    assert [(one.body, one.meetings, one.without_minutes, one.papers) for one in coverage.bodies] == [
        ("Cabinet", (date(2025, 3, 6),), (date(2025, 3, 6),), 1),
        (SCRUTINY, (date(2025, 2, 25), date(2025, 4, 8)), (), 2),
    ]
    assert (coverage.papers, coverage.pages, coverage.pages_without_text) == (3, 4, 0)


def test_pages_records_and_copies_come_back_as_they_were_read(year: Library) -> None:
    for paper in year.papers():
        reading = read_plain(Path(paper.path))
        assert year.record(paper.sha256) == reading.record
        assert tuple(year.page(paper.sha256, page.number) for page in reading.paper.pages) == reading.paper.pages
        assert year.pdf(paper.sha256).read_bytes() == Path(paper.path).read_bytes()


def test_a_passage_stands_on_its_page_where_it_says(year: Library) -> None:
    for passage in year.passages(year.select(Filter(), 9)):
        (span,) = passage.spans
        page: Page = year.page(span.paper, span.page)
        assert page.text[span.start : span.end] == passage.text


def test_acronyms_references_and_vocabulary_are_those_of_the_papers(year: Library) -> None:
    february = year.papers()[0].sha256
    assert [(one.short, one.long, one.span.paper) for one in year.acronyms()] == [
        ("LADO", "Local Authority Designated Officer", february)
    ]
    assert year.references() == {"24/00109": (february,)}
    assert {term: year.vocabulary()[term] for term in ("deficit", "lado", "1500000")} == {
        "deficit": 2,
        "lado": 1,
        "1500000": 2,
    }


def test_an_item_printed_twice_names_its_other_copy(tmp_path: Path) -> None:
    minutes = f"minutes;{COUNCIL};Cabinet;2025-01-09"
    write_plain(
        tmp_path / "papers", "a-minutes.pdf", minutes, "decision;12;1;That the budget for new roads be approved."
    )
    write_plain(
        tmp_path / "papers",
        "b-pack.pdf",
        minutes,
        "discussion;11;;Apologies were taken as read.\fdecision;12;1;That the budget for new roads be approved.",
    )
    take_in(tmp_path / "library", tmp_path / "papers")
    with open_library(tmp_path / "library") as library:
        (one, other) = library.select(Filter(minute="12"), 9)
        assert [(at.name, at.pdf_page) for at in library.copies([one])[one]] == [
            ("a-minutes.pdf", 1),
            ("b-pack.pdf", 2),
        ]
        assert library.copies([one])[one] == library.copies([other])[other]


def test_any_order_of_ingestion_makes_the_same_library(tmp_path: Path) -> None:
    papers = sorted(a_year(tmp_path / "papers").iterdir())
    digests = set()
    for number, order in enumerate(permutations(papers)):
        for paper in order:
            take_in(tmp_path / str(number), paper)
        with open_library(tmp_path / str(number)) as library:
            answers = (library.words(["deficit", "report"], 9), library.nearest(LetterEncoder().encode_query("ab"), 9))
            digests.add((library.digest(), answers))
    assert len(digests) == 1


def test_a_view_stays_as_it_was_until_it_is_refreshed(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    take_in(tmp_path / "library", papers / "report-deficit.pdf")
    with open_library(tmp_path / "library") as library:
        before = library.digest()
        take_in(tmp_path / "library", papers)
        assert library.digest() == before
        assert found(library, "LADO") == set()
        assert len(library.nearest(LetterEncoder().encode_query("a"), 9)) == 2
        assert library.refresh()
        assert not library.refresh()
        assert found(library, "LADO") == {NOTED}
        assert len(library.nearest(LetterEncoder().encode_query("a"), 9)) == 7


def test_a_library_without_its_file_of_vectors_answers_the_same(tmp_path: Path) -> None:
    take_in(tmp_path / "library", a_year(tmp_path / "papers"))
    vector = LetterEncoder().encode_query("deficit")
    with open_library(tmp_path / "library") as library:
        expected = library.nearest(vector, 9)
    for left in (b"", b"not an index at all", (tmp_path / "library" / FILE).read_bytes()[:200]):
        (tmp_path / "library" / FILE).write_bytes(left)
        with open_library(tmp_path / "library") as library:
            assert library.nearest(vector, 9) == expected
    (tmp_path / "library" / FILE).unlink()
    with open_library(tmp_path / "library") as library:
        assert library.nearest(vector, 9) == expected


def test_a_shelf_gives_each_question_the_newest_view(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    take_in(tmp_path / "library", papers / "report-deficit.pdf")
    shelf = Shelf(tmp_path / "library", LetterEncoder())
    with shelf.library() as first:
        derived = first.derived
    with shelf.library() as again:
        assert again.derived is derived
    with shelf.library() as old:
        take_in(tmp_path / "library", papers)
        with shelf.library() as new:
            assert (len(old.select(Filter(), 99)), len(new.select(Filter(), 99))) == (2, 7)


def test_a_shelf_lends_a_view_again_and_that_view_is_of_the_library_as_it_is_now(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    take_in(tmp_path / "library", papers / "report-deficit.pdf")
    shelf = Shelf(tmp_path / "library", LetterEncoder())
    with shelf.library() as first:
        assert len(first.select(Filter(), 99)) == 2
    take_in(tmp_path / "library", papers)
    with shelf.library() as again:
        assert again is first
        assert len(again.select(Filter(), 99)) == 7
        assert found(again, "LADO") == {NOTED}


def test_a_shelf_holds_no_moment_of_the_library_between_questions(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    take_in(tmp_path / "library", papers / "report-deficit.pdf")
    shelf = Shelf(tmp_path / "library")
    with shelf.library() as library:
        library.papers()
    take_in(tmp_path / "library", papers)
    with closing(sqlite3.connect(tmp_path / "library" / DATABASE)) as connection:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert busy == 0


def test_a_shelf_reads_the_library_that_took_the_place_of_another(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    take_in(tmp_path / "library", papers)
    take_in(tmp_path / "other", papers / "report-deficit.pdf")
    shelf = Shelf(tmp_path / "library", LetterEncoder())
    with shelf.library() as library:
        assert len(library.select(Filter(), 99)) == 7
    (tmp_path / "library").rename(tmp_path / "before")
    (tmp_path / "other").rename(tmp_path / "library")
    with shelf.library() as library:
        assert len(library.select(Filter(), 99)) == 2


def test_many_threads_ask_one_shelf_while_it_is_written(tmp_path: Path) -> None:
    papers = a_year(tmp_path / "papers")
    take_in(tmp_path / "library", papers / "minutes-february.pdf")
    shelf = Shelf(tmp_path / "library")
    wrong: list[str] = []
    finished = threading.Event()

    def ask() -> None:
        while not finished.is_set():
            with shelf.library() as library:
                ids = [one for one, _ in library.words(["the"], 9)]
                near = [one for one, _ in library.nearest(LetterEncoder().encode_query("the"), 9)]
                selected = library.select(Filter(), 9)
                if {passage.id for passage in library.passages((*ids, *near))} - set(selected):
                    wrong.append("a view gave a passage that it does not hold")

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for paper in ("report-deficit.pdf", "minutes-april.pdf"):
        take_in(tmp_path / "library", papers / paper)
    (papers / "report-deficit.pdf").unlink()
    take_in(tmp_path / "library", papers)
    finished.set()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_folder_without_a_library_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"holds no library: run `minutebook --library .* ingest PATH` to make one"):
        open_library(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_another_encoder_is_refused_with_the_mend(tmp_path: Path) -> None:
    take_in(tmp_path / "library", a_year(tmp_path / "papers"))
    with pytest.raises(LibraryError, match=r"built with the encoder letters \(letters-1\) and not with other letters"):
        open_library(tmp_path / "library", OtherEncoder())
    with pytest.raises(LibraryError, match=r"run `minutebook --library NEW ingest PATH`"):
        ingest([tmp_path / "papers"], tmp_path / "library", OtherEncoder(), read=read_plain, apart=False)


def test_another_format_is_refused_with_the_mend(tmp_path: Path) -> None:
    take_in(tmp_path / "library", a_year(tmp_path / "papers"))
    connection = connect(tmp_path / "library", write=True)
    connection.execute("UPDATE library SET value = '0' WHERE name = 'format'")
    connection.close()
    with pytest.raises(LibraryError, match=r"written in format 0 .* run `minutebook --library NEW ingest PATH`"):
        open_library(tmp_path / "library")


def test_a_file_that_is_no_database_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"council papers" * 100)
    with pytest.raises(LibraryError, match=r"cannot be read .* check` to see what is wrong"):
        open_library(tmp_path)


def test_what_is_not_held_says_so(year: Library) -> None:
    for ask in (year.paper, year.pdf, year.record, lambda sha256: year.page(sha256, 1)):
        with pytest.raises(LibraryError, match="is not held: `minutebook papers` lists what is"):
            ask("0" * 64)


def test_a_passage_without_a_date_is_outside_every_limit_of_time() -> None:
    columns = Columns.of([Placed("0" * 16, 1, "report", None, None, None, "p", 0, None, None)])
    masks = [
        columns.mask(Filter(since=date(1900, 1, 1))),
        columns.mask(Filter(until=date(2999, 1, 1))),
        columns.mask(Filter()),
    ]
    assert np.concatenate(masks).tolist() == [False, False, True]
