"""Pictures of pages are kept within a bound of memory, and drawn again where they were dropped."""

from pathlib import Path

from index.encoder import Encoder
from ui.desk import Desk, Picture

Made = tuple[Path, tuple[int, str, str]]


def test_pictures_are_kept_within_a_bound_and_come_out_the_same_when_drawn_again(
    small_library: Made, encoder: Encoder
) -> None:
    roomy, tight = Desk(small_library[0], encoder), Desk(small_library[0], encoder, pictures=300_000)
    with roomy.library() as library:
        paper = next(one for one in library.papers() if one.name == "families-2025-03-04-pack.pdf")
        wanted = [Picture(paper.sha256, number) for number in range(1, paper.pages + 1)]
        drawn = [roomy.picture(library, one) for one in wanted]
        for one, picture in zip(wanted, drawn, strict=True):
            assert tight.picture(library, one) == picture
            assert tight.kept() <= 300_000
        assert roomy.kept() == sum(map(len, drawn)) > 300_000
        assert roomy.picture(library, wanted[0]) is drawn[0]
        assert tight.picture(library, wanted[0]) == drawn[0]
