"""What is kept of tokens: the arithmetic of closeness by hand, and that a library keeps each passage's own."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from plain_papers import COUNCIL, LetterEncoder, a_year, read_plain, write_plain

from index.check import check
from index.closeness import closeness
from index.context import embedding_text
from index.ingest import ingest
from index.library import Library, open_library
from index.onnx_encoder import OnnxEncoder
from index.types import EVERYTHING, Passage
from index.weights import BGE_SMALL, read_carried
from index.withdraw import withdraw


@pytest.fixture(scope="module")
def encoder() -> OnnxEncoder:
    return OnnxEncoder.default()


def take_in(folder: Path) -> None:
    ingest([folder / "papers"], folder / "library", LetterEncoder(), read=read_plain, apart=False)


def passages_of(library: Library) -> tuple[Passage, ...]:
    return library.passages(library.select(EVERYTHING, 999))


def tokens_of(library: Library, passage: str) -> bytes:
    tokens = library.encoded([passage])[passage].tokens
    assert tokens is not None
    return tokens.tobytes()


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


def test_tokens_are_short_vectors_in_eight_bits(encoder: OnnxEncoder) -> None:
    (made,) = encoder.encode(["That the report on the LADO be noted."])
    # [CLS] that the report on the lad ##o be noted . [SEP]
    assert made.tokens is not None
    assert (made.tokens.shape, made.tokens.dtype) == ((12, 64), np.int8)
    lengths = np.linalg.norm(made.tokens.astype(np.float64), axis=1)
    assert np.abs(lengths - 127).max() < 3  # rounding 64 numbers moves a length by no more


def test_a_question_s_tokens_are_read_without_the_instruction(encoder: OnnxEncoder) -> None:
    (made,) = encoder.encode(["LADO"])
    asked = encoder.query_tokens("LADO")
    assert made.tokens is not None
    assert asked is not None
    assert asked.tobytes() == made.tokens.tobytes()


def test_a_text_s_tokens_do_not_depend_on_those_beside_it_and_stop_at_the_model_s_positions(
    encoder: OnnxEncoder,
) -> None:
    texts = ["", "A call-in was refused.", "noted " * 900]
    together = [one.tokens for one in encoder.encode(texts)]
    alone = [next(encoder.encode([one])).tokens for one in texts]
    assert [one.tobytes() for one in together if one is not None] == [one.tobytes() for one in alone if one is not None]
    assert [len(one) for one in together if one is not None] == [2, 9, 512]


def test_an_encoder_that_learnt_no_directions_keeps_no_tokens(tmp_path: Path, encoder: OnnxEncoder) -> None:
    assert encoder.token_dimension == 64
    files = read_carried(BGE_SMALL)
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    other = OnnxEncoder.from_folder(tmp_path)
    assert (other.token_dimension, other.query_tokens("LADO"), next(other.encode(["LADO"])).tokens) == (0, None, None)
    assert other.fingerprint != encoder.fingerprint


def test_every_passage_is_held_with_the_tokens_that_its_text_has(tmp_path: Path) -> None:
    a_year(tmp_path / "papers")
    take_in(tmp_path)
    with open_library(tmp_path / "library") as library:
        passages = passages_of(library)
        for one, held in library.encoded([one.id for one in passages]).items():
            (made,) = LetterEncoder().encode([embedding_text(*library.passages([one]))])
            assert held.vector.tobytes() == made.vector.tobytes()
            assert held.tokens is not None
            assert made.tokens is not None
            assert held.tokens.tobytes() == made.tokens.tobytes()
    assert check(tmp_path / "library").faults == ()


def test_the_order_of_ingestion_leaves_no_trace(tmp_path: Path) -> None:
    digests = []
    for order in (1, -1):
        folder = tmp_path / f"{order}"
        names = sorted(path.name for path in a_year(tmp_path / "all").iterdir())[::order]
        (folder / "papers").mkdir(parents=True)
        for name in names:
            (folder / "papers" / name).write_bytes((tmp_path / "all" / name).read_bytes())
            take_in(folder)
        with open_library(folder / "library") as library:
            digests.append(library.digest())
    assert digests[0] == digests[1]


def test_tokens_go_with_a_paper_and_stay_where_another_has_the_same_passage(
    tmp_path: Path,
) -> None:
    shared = "decision;9;1;That what both papers agree be agreed."
    secret = "decision;7;1;That Zebediah Quintrell be paid a retainer."  # noqa: S105  # a resolution
    write_plain(tmp_path / "papers", "a.pdf", f"minutes;{COUNCIL};Cabinet;2025-03-06", shared, secret)
    write_plain(tmp_path / "papers", "b.pdf", f"minutes;{COUNCIL};Cabinet;2025-03-06", shared)
    take_in(tmp_path)
    with open_library(tmp_path / "library") as library:
        kept, gone = sorted({one.text: one for one in passages_of(library)}.items(), reverse=True)
        trace, stays = (tokens_of(library, one) for one in (gone[1].id, kept[1].id))
    assert (kept[0][:9], gone[0][:13]) == ("That what", "That Zebediah")
    assert withdraw(tmp_path / "library", "a.pdf", "names a private person", date(2025, 6, 1)).complete
    left = b"".join(path.read_bytes() for path in (tmp_path / "library").rglob("*") if path.is_file())
    assert (left.count(trace), left.count(stays)) == (0, 1)
    assert check(tmp_path / "library").faults == ()
