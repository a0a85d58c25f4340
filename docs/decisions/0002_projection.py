"""Learn the 64 directions in which token vectors are kept: ``python docs/decisions/0002_projection.py LIBRARY FILE``.

The library is one of the sample papers. The directions are those in which the token vectors of every eighth passage
vary most (principal components about zero, which keep dot products best). Run it from the project's root; what
it makes is ``index/token_projection.npy``, and every library's token vectors must be made anew after it.
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from index.context import embedding_text
from index.library import open_library
from index.onnx_encoder import OnnxEncoder
from index.types import EVERYTHING

EVERY = 8  # of the sample papers' 2,000 passages: their 30,000 tokens fix 64 directions well
DIMENSION = 64  # of 384: nothing is lost in nDCG@10 at 64 (see 0002-reranking.md)


def main() -> None:
    """Learn the projection and say how much of the vectors it keeps."""
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=Path)
    parser.add_argument("file", type=Path)
    given = parser.parse_args()
    encoder = OnnxEncoder.default()
    with open_library(given.library) as library:
        passages = library.passages(sorted(library.select(EVERYTHING, 1_000_000))[::EVERY])
    vectors = np.concatenate([encoder.whole(embedding_text(one)) for one in passages]).astype(np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    values, directions = np.linalg.eigh(vectors.T @ vectors / len(vectors))
    chosen = directions[:, ::-1][:, :DIMENSION]
    # A direction and its opposite serve as well: the largest part is made positive, so that no run differs.
    chosen *= np.sign(chosen[np.abs(chosen).argmax(axis=0), np.arange(DIMENSION)])
    np.save(given.file, chosen.astype("<f4"))
    kept = values[::-1][:DIMENSION].sum() / values.sum()
    sys.stdout.write(f"{len(passages)} passages, {len(vectors)} tokens, {kept:.1%} of their variance kept\n")


if __name__ == "__main__":
    main()
