"""Fusing words and meaning depends on the scores alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from search.fusion import fuse, ranked, spread

SCORES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(-50, 50).map(float), max_size=12)
WEIGHTS = st.sampled_from([0.25, 0.5, 0.75, 1.0])
CHANNELS = st.lists(st.tuples(WEIGHTS, SCORES), max_size=3)


def test_the_best_of_each_channel_gets_its_whole_weight() -> None:
    fused = fuse([(0.75, {"a": 0.9, "b": 0.5, "c": 0.7}), (0.25, {"b": 12.0, "d": 4.0})])
    assert {item: round(score, 9) for item, score in fused.items()} == {"a": 0.75, "b": 0.25, "c": 0.375, "d": 0.0}


def test_equal_scores_are_ranked_by_name() -> None:
    assert ranked({"b": 1.0, "c": 2.0, "a": 1.0}) == ["c", "a", "b"]


def test_a_single_score_counts_in_full() -> None:
    assert spread({"a": 0.2}) == {"a": 1.0}


@settings(deadline=None)  # a machine under load is no failure
@given(CHANNELS, st.randoms(use_true_random=False))
def test_the_order_of_what_was_found_does_not_matter(
    channels: list[tuple[float, dict[str, float]]], random: object
) -> None:
    shuffled = []
    for weight, scores in channels:
        items = list(scores.items())
        random.shuffle(items)  # type: ignore[attr-defined]  # Hypothesis hands out a Random typed as object
        shuffled.append((weight, dict(items)))
    assert ranked(fuse(channels)) == ranked(fuse(shuffled))


@settings(deadline=None)  # a machine under load is no failure
@given(SCORES, st.integers(1, 9), st.integers(-9, 9))
def test_the_scale_of_a_channel_does_not_matter(scores: dict[str, float], factor: int, shift: int) -> None:
    moved = {item: score * factor + shift for item, score in scores.items()}
    assert ranked(fuse([(1.0, scores)])) == ranked(fuse([(1.0, moved)]))


@settings(deadline=None)  # a machine under load is no failure
@given(CHANNELS)
def test_every_item_found_is_ranked_once(channels: list[tuple[float, dict[str, float]]]) -> None:
    found = {item for _, scores in channels for item in scores}
    assert sorted(ranked(fuse(channels))) == sorted(found)
