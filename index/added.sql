-- What later versions added, made by the first change that needs it: a library without these tables is whole.

-- What the library's keeper has put right of what papers were taken for. A row belongs to contents and not to a file,
-- and so outlives the removal and the return of its paper.
CREATE TABLE IF NOT EXISTS corrections (
    sha256  TEXT PRIMARY KEY,
    body    TEXT,                 -- NULL: as the paper was read
    held_on TEXT,                 -- as above
    reason  TEXT NOT NULL,
    day     TEXT NOT NULL         -- on which it was made
) STRICT;

-- By which code a paper was read and cut: index/read_by.py. A paper without a row was read by an earlier version.
CREATE TABLE IF NOT EXISTS readings (
    paper   TEXT PRIMARY KEY REFERENCES papers ON DELETE CASCADE,
    read_by TEXT NOT NULL
) STRICT;
