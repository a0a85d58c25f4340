"""The second phase of an ingestion: token vectors for passages that are searchable without them already.

A batch is a transaction, so that an end at any moment loses one batch's work, and the next ingestion goes on from
there. The papers that readers see do not change with it.
"""

from collections.abc import Callable

from index.token_encoder import TokenEncoder
from index.writing import Writer

TOGETHER = 64  # passages written together: 2 s of work, so that writing to the disk is no part of it worth saving


def complete_tokens(writer: Writer, encoder: TokenEncoder, progress: Callable[[int, int], None]) -> None:
    """Give every passage the token vectors that it lacks; ``progress`` hears how many have them, of how many to do."""
    writer.begin_tokens(encoder.fingerprint, encoder.dimension)
    lacking = writer.without_tokens()
    for start in range(0, len(lacking), TOGETHER):
        contents, texts = zip(*lacking[start : start + TOGETHER], strict=True)
        made = []
        for tokens in encoder.encode(texts):
            made.append(tokens)
            progress(start + len(made), len(lacking))
        writer.hold_tokens(zip(contents, made, strict=True))
