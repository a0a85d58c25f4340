"""Token vectors: their arithmetic by hand, and the second phase of an ingestion that makes them."""

import sqlite3
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from plain_papers import COUNCIL, LetterEncoder, a_year, read_plain, write_plain

from index.check import check
from index.context import embedding_text
from index.ingest import ingest
from index.library import Library, open_library
from index.store import DATABASE
from index.token_encoder import TokenEncoder, closeness
from index.types import EVERYTHING, Passage, Progress
from index.withdraw import withdraw


@pytest.fixture(scope="module")
def tokens() -> TokenEncoder:
    return TokenEncoder.default()


def take_in(folder: Path, tokens: TokenEncoder | None) -> list[Progress]:
    told: list[Progress] = []
    ingest(
        [folder / "papers"],
        folder / "library",
        LetterEncoder(),
        tokens,
        read=read_plain,
        apart=False,
        progress=told.append,
    )
    return told


def passages_of(library: Library) -> tuple[Passage, ...]:
    return library.passages(library.select(EVERYTHING, 999))


@pytest.fixture
def year(tmp_path: Path, tokens: TokenEncoder) -> Path:
    a_year(tmp_path / "papers")
    take_in(tmp_path, tokens)
    return tmp_path


def rows(*values: tuple[int, int]) -> np.ndarray[tuple[int, int], np.dtype[np.int8]]:
    return np.array(values, dtype=np.int8).reshape(len(values), 2)


ONE, OTHER, HALF = (127, 0), (0, 127), (76, 102)  # HALF has length 127 and stands at 0.6 and 0.8 to the others

CLOSENESS = [
    # each of the question's tokens has its own like
    (rows(ONE, OTHER), rows(OTHER, ONE), 1.0),
    # one of two has its like, the other nothing in common
    (rows(ONE, OTHER), rows(ONE), 0.5),
    # the nearest token counts, not the sum of all
    (rows(ONE), rows(HALF, HALF, ONE), 1.0),
    # 76/127 for one and 102/127 for the other
    (rows(ONE, OTHER), rows(HALF), (76 + 102) / (2 * 127)),
    # a passage or a question of nothing
    (rows(ONE), rows(), 0.0),
    (rows(), rows(ONE), 0.0),
]


@pytest.mark.parametrize(("question", "passage", "expected"), CLOSENESS)
def test_closeness_is_the_mean_of_each_token_s_nearest(
    question: np.ndarray, passage: np.ndarray, expected: float
) -> None:
    assert closeness(question, [passage]) == [expected]


TOKENS = st.integers(0, 6).flatmap(lambda count: arrays(np.int8, (count, 4), elements=st.integers(-127, 127)))


@given(question=TOKENS, passages=st.lists(TOKENS, max_size=5))
def test_a_passage_s_closeness_does_not_depend_on_those_beside_it(
    question: np.ndarray, passages: list[np.ndarray]
) -> None:
    together = closeness(question, passages)
    assert together == [closeness(question, [one])[0] for one in passages]
    assert closeness(question, passages[::-1]) == together[::-1]


def test_tokens_are_short_vectors_in_eight_bits_that_mark_questions_from_passages(tokens: TokenEncoder) -> None:
    text = "That the report on the LADO be noted."
    (passage,) = tokens.encode([text])
    question = tokens.encode_query(text)
    # [CLS], the mark, that the report on the lad ##o be noted ., [SEP]
    assert (passage.shape, question.shape, passage.dtype) == ((13, 64), (13, 64), np.int8)
    assert not np.array_equal(passage, question)
    lengths = np.linalg.norm(passage.astype(np.float64), axis=1)
    assert np.abs(lengths - 127).max() < 3  # rounding 64 numbers moves a length by no more


def test_a_text_s_tokens_do_not_depend_on_those_beside_it_and_stop_at_the_model_s_positions(
    tokens: TokenEncoder,
) -> None:
    texts = ["", "A call-in was refused.", "noted " * 900]
    together = list(tokens.encode(texts))
    assert [one.tobytes() for one in together] == [next(tokens.encode([one])).tobytes() for one in texts]
    assert [len(one) for one in together[::2]] == [3, 512]


def test_every_passage_gets_the_token_vectors_that_its_text_has(year: Path, tokens: TokenEncoder) -> None:
    with open_library(year / "library") as library:
        passages = passages_of(library)
        held = library.tokens([one.id for one in passages])
        made = dict(
            zip([one.id for one in passages], tokens.encode([embedding_text(one) for one in passages]), strict=True)
        )
        assert {one: held[one].tobytes() for one in held} == {one: made[one].tobytes() for one in made}
        assert library.lacking_tokens() == 0
    assert check(year / "library") == check(year / "library", repair=True)
    assert check(year / "library").notes == ()


def test_the_second_phase_comes_after_every_paper_and_only_for_what_is_new(
    tmp_path: Path, tokens: TokenEncoder
) -> None:
    a_year(tmp_path / "papers")
    first = take_in(tmp_path, tokens)
    phases = [one.to_refine > 0 for one in first]
    assert phases == sorted(phases)
    assert [one.outcome.name for one in first if one.outcome] == sorted(
        path.name for path in (tmp_path / "papers").iterdir()
    )
    refined = [(one.refined, one.to_refine) for one in first if one.to_refine]
    assert refined == [(done, len(refined)) for done in range(1, len(refined) + 1)]
    assert [one for one in take_in(tmp_path, tokens) if one.to_refine] == []
    write_plain(
        tmp_path / "papers", "new.pdf", f"minutes;{COUNCIL};Cabinet;2025-05-06", "decision;1;1;That bins be blue."
    )
    assert [(one.refined, one.to_refine) for one in take_in(tmp_path, tokens) if one.to_refine] == [(1, 1)]


def test_a_library_without_a_second_phase_is_whole_and_the_phase_can_be_caught_up_with(
    tmp_path: Path, tokens: TokenEncoder
) -> None:
    a_year(tmp_path / "papers")
    take_in(tmp_path, None)
    with open_library(tmp_path / "library") as library:
        ids = [one.id for one in passages_of(library)]
        assert (library.tokens(ids), library.lacking_tokens()) == ({}, 0)
        assert check(tmp_path / "library").whole
        generation = library.generation
        take_in(tmp_path, tokens)
        assert library.tokens(ids) == {}  # this view is as it was when it was opened
        assert not library.refresh()  # nothing that readers keep in memory has changed
        assert library.generation == generation
        assert sorted(library.tokens(ids)) == sorted(ids)


def test_papers_that_come_without_a_second_phase_are_noted_as_waiting(year: Path, tokens: TokenEncoder) -> None:
    write_plain(year / "papers", "new.pdf", f"minutes;{COUNCIL};Cabinet;2025-05-06", "decision;1;1;That bins be blue.")
    take_in(year, None)
    waiting = "1 passages wait for token vectors; the next ingestion that makes any makes them"
    assert (check(year / "library").whole, check(year / "library").notes) == (True, (waiting,))
    take_in(year, tokens)
    assert check(year / "library").notes == ()


def test_the_order_of_ingestion_leaves_no_trace(tmp_path: Path, tokens: TokenEncoder) -> None:
    digests = []
    for order in (1, -1):
        folder = tmp_path / f"{order}"
        names = sorted(path.name for path in a_year(tmp_path / "all").iterdir())[::order]
        (folder / "papers").mkdir(parents=True)
        for name in names:
            (folder / "papers" / name).write_bytes((tmp_path / "all" / name).read_bytes())
            take_in(folder, tokens)
        with open_library(folder / "library") as library:
            digests.append(library.digest())
    assert digests[0] == digests[1]


def test_token_vectors_of_another_model_are_made_anew(year: Path, tokens: TokenEncoder) -> None:
    with open_library(year / "library") as library:
        before = library.digest()
    change(year, "UPDATE library SET value = 'another' WHERE name = 'token_fingerprint'")
    change(year, "UPDATE token_vectors SET tokens = zeroblob(64)")
    take_in(year, tokens)
    with open_library(year / "library") as library:
        assert library.digest() == before


def test_damaged_token_vectors_are_found_dropped_and_made_again(year: Path, tokens: TokenEncoder) -> None:
    with open_library(year / "library") as library:
        before = library.digest()
    change(year, "UPDATE token_vectors SET tokens = x'010203' WHERE content = (SELECT min(content) FROM token_vectors)")
    assert [fault.part for fault in check(year / "library").faults] == ["token vectors"]
    mended = check(year / "library", repair=True)
    assert (mended.whole, [fault.part for fault in mended.mended]) == (True, ["token vectors"])
    take_in(year, tokens)
    with open_library(year / "library") as library:
        assert library.digest() == before


def test_token_vectors_go_with_a_paper_and_stay_where_another_has_the_same_passage(
    tmp_path: Path, tokens: TokenEncoder
) -> None:
    shared = "decision;9;1;That what both papers agree be agreed."
    secret = "decision;7;1;That Zebediah Quintrell be paid a retainer."  # noqa: S105  # a resolution
    write_plain(tmp_path / "papers", "a.pdf", f"minutes;{COUNCIL};Cabinet;2025-03-06", shared, secret)
    write_plain(tmp_path / "papers", "b.pdf", f"minutes;{COUNCIL};Cabinet;2025-03-06", shared)
    take_in(tmp_path, tokens)
    with open_library(tmp_path / "library") as library:
        kept, gone = sorted({one.text: one for one in passages_of(library)}.items(), reverse=True)
        trace = library.tokens([gone[1].id])[gone[1].id].tobytes()
        stays = library.tokens([kept[1].id])[kept[1].id].tobytes()
    assert (kept[0][:9], gone[0][:13]) == ("That what", "That Zebediah")
    assert withdraw(tmp_path / "library", "a.pdf", "names a private person", date(2025, 6, 1)).complete
    left = b"".join(path.read_bytes() for path in (tmp_path / "library").rglob("*") if path.is_file())
    assert (left.count(trace), pieces(tmp_path)) == (0, [stays])
    assert check(tmp_path / "library").faults == ()


def change(folder: Path, statement: str) -> None:
    connection = sqlite3.connect(folder / "library" / DATABASE, isolation_level=None)
    connection.execute(statement)
    connection.close()


def pieces(folder: Path) -> list[bytes]:
    connection = sqlite3.connect(folder / "library" / DATABASE)
    found = [tokens for (tokens,) in connection.execute("SELECT tokens FROM token_vectors")]
    connection.close()
    return found
