-- What the library's keeper has put right of what papers were taken for, made by the first correction: a library without
-- it is whole. A row belongs to contents and not to a file, and so outlives the removal and the return of its paper.

CREATE TABLE IF NOT EXISTS corrections (
    sha256  TEXT PRIMARY KEY,
    body    TEXT,                 -- NULL: as the paper was read
    held_on TEXT,                 -- as above
    reason  TEXT NOT NULL,
    day     TEXT NOT NULL         -- on which it was made
) STRICT;
