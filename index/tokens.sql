-- The part of a library that reranking reads, made by the first second phase of an ingestion: a library without it is
-- whole. A row goes with the vector of the same content, and so with the last passage that has it.

CREATE TABLE IF NOT EXISTS token_vectors (
    content BLOB PRIMARY KEY REFERENCES vectors ON DELETE CASCADE,
    tokens  BLOB NOT NULL         -- int8 rows, one a token, see index/token_encoder.py
) STRICT;
