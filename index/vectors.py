"""Vectors of all passages in one FAISS index: derived from the database, kept as a file so that opening is quick.

This is the only module that imports FAISS.
"""

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Self

import faiss
import numpy as np
from numpy.typing import NDArray

from index.limits import Mask

FAISS: Any = faiss  # its types leave out what its Python side adds
FILE = "vectors.faiss"
HEADER = struct.Struct(
    "<8sqq"
)  # mark, generation, number of passages; then their ids, then the index as FAISS writes it
MARK = b"MBVEC001"


def new_index(dimension: int, count: int) -> faiss.Index:  # noqa: ARG001  # the size decides once there is a second kind
    """Return an empty index of the kind that suits a library of ``count`` passages: here and nowhere else.

    Flat and exact: 6.6 ms a question at 100,000 passages, and filters cost nothing of its recall, where HNSW lost three
    quarters of it under a narrow filter.
    """
    return faiss.IndexFlatIP(dimension)


@dataclass(frozen=True, slots=True)
class Vectors:
    """The vectors of a library's passages in order of passage id, whatever the order of their ingestion."""

    ids: NDArray[np.str_]
    index: faiss.Index
    generation: int

    @classmethod
    def of(cls, ids: Sequence[str], matrix: NDArray[np.float32], generation: int) -> Self:
        """Make the index of a matrix with a row for each id, ids rising."""
        index = new_index(matrix.shape[1], len(ids))
        index.add(np.ascontiguousarray(matrix))
        return cls(np.array(ids, dtype="U16"), index, generation)

    def nearest(self, vector: NDArray[np.float32], limit: int, mask: Mask | None) -> tuple[tuple[str, float], ...]:
        """Return ids and cosines of the passages nearest to a vector, best first, inside the mask alone."""
        inside = len(self.ids) if mask is None else int(mask.sum())
        if not inside or limit < 1:
            return ()
        # Some more than asked for: which of several equal ones come out is then decided by their ids alone.
        asked = min(inside, limit + 16)
        parameters = None
        if mask is not None:
            bits = np.packbits(mask, bitorder="little")
            parameters = FAISS.SearchParameters(sel=FAISS.IDSelectorBitmap(bits))
        FAISS.omp_set_num_threads(1)  # of this thread: sharing one question out took 44 ms instead of 3 on busy cores
        cosines, rows = self.index.search(vector.reshape(1, -1).astype(np.float32), asked, params=parameters)
        found = [
            (str(self.ids[row]), float(cosine)) for row, cosine in zip(rows[0], cosines[0], strict=True) if row >= 0
        ]
        return tuple(sorted(found, key=lambda one: (-one[1], one[0]))[:limit])

    def rows(self) -> NDArray[np.float32]:
        """Return the vectors as the index holds them, a row for each id."""
        matrix: NDArray[np.float32] = self.index.reconstruct_n(0, len(self.ids))
        return matrix

    def save(self, folder: Path) -> None:
        """Replace the folder's file by this index, whole or not at all."""
        fresh = folder / (FILE + ".new")
        with fresh.open("wb") as file:
            file.write(HEADER.pack(MARK, self.generation, len(self.ids)))
            file.write(self.ids.astype("S16").tobytes())
            faiss.write_index(self.index, FAISS.PyCallbackIOWriter(file.write))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(folder / FILE)
        sync_folder(folder)

    @classmethod
    def load(cls, folder: Path, generation: int | None = None) -> Self | None:
        """Return the folder's index where it is whole and of this generation (any, for None), or None."""
        try:
            with (folder / FILE).open("rb") as file:
                return cls._read(file, generation)
        except (FileNotFoundError, RuntimeError, struct.error):  # RuntimeError: FAISS cannot read it
            return None

    @classmethod
    def _read(cls, file: BinaryIO, generation: int | None) -> Self | None:
        mark, built_from, count = HEADER.unpack(file.read(HEADER.size))
        if mark != MARK or count < 0 or (generation is not None and generation != built_from):
            return None
        names = file.read(16 * count)
        index = faiss.read_index(FAISS.PyCallbackIOReader(file.read))
        if len(names) != 16 * count or index.ntotal != count:
            return None
        return cls(np.frombuffer(names, dtype="S16").astype("U16"), index, built_from)


def saved_generation(folder: Path) -> int | None:
    """Return the generation that the folder's file was built from, None where there is no such file."""
    try:
        with (folder / FILE).open("rb") as file:
            mark, built_from, _ = HEADER.unpack(file.read(HEADER.size))
    except (FileNotFoundError, struct.error):
        return None
    return int(built_from) if mark == MARK else None


def sync_folder(folder: Path) -> None:
    """Make renames in a folder outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
