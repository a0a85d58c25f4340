-- The library's one database. Everything else in its folder is derived from it or copied beside it.
-- All rows of a paper hang on its row in `papers`: deleting that one deletes them all. What stands in `papers`,
-- `proceedings`, `confirmations`, `acronyms` and `decision_references` is taken from the record by index/facts.py.

CREATE TABLE library (            -- what built it: format, encoder, fingerprint, dimension, generation
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE papers (
    sha256   TEXT PRIMARY KEY,
    read_as  TEXT NOT NULL,       -- folder and name of the file that was read: what its council may be guessed from
    kind     TEXT NOT NULL,
    title    TEXT,
    council  TEXT,
    body     TEXT,
    held_on  TEXT,
    exempt   TEXT,                -- the words that mark it as exempt
    replaces TEXT,
    untried  INTEGER NOT NULL,    -- pages without text that no character recognition has tried
    record   BLOB NOT NULL        -- the parsed record, compressed JSON
) STRICT;

CREATE TABLE files (              -- every file that ingestion has met, by where it stood
    path   TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('held', 'refused', 'failed')),
    reason TEXT
) STRICT;
CREATE INDEX files_by_contents ON files (sha256);

CREATE TABLE withdrawn (          -- what was taken out on purpose, and stays out
    sha256 TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    path   TEXT NOT NULL,
    reason TEXT NOT NULL,
    day    TEXT NOT NULL
) STRICT;

CREATE TABLE pages (
    paper   TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    printed TEXT,
    width   REAL NOT NULL,
    height  REAL NOT NULL,
    source  TEXT NOT NULL,
    text    TEXT NOT NULL,
    lines   BLOB NOT NULL,        -- compressed JSON
    words   BLOB NOT NULL,        -- compressed rows, see corpus.types.Page
    PRIMARY KEY (paper, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE proceedings (        -- the meetings whose minutes a paper prints
    paper   TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    council TEXT,
    body    TEXT,
    held_on TEXT,
    PRIMARY KEY (paper, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmations (      -- the meetings that those minutes confirmed
    paper    TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
    ordinal  INTEGER NOT NULL,    -- of the confirming proceedings
    held_on  TEXT NOT NULL,       -- of the meeting confirmed
    corrects TEXT NOT NULL,       -- spans of the correcting words, JSON
    PRIMARY KEY (paper, ordinal, held_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE acronyms (
    paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
    short TEXT NOT NULL,
    long  TEXT NOT NULL,
    page  INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop  INTEGER NOT NULL,
    PRIMARY KEY (paper, page, start, short)
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_references (
    paper     TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
    reference TEXT NOT NULL,
    PRIMARY KEY (paper, reference)
) STRICT, WITHOUT ROWID;

CREATE TABLE vectors (            -- by the hash of what was encoded: a repeated passage is encoded once
    content BLOB PRIMARY KEY,
    vector  BLOB NOT NULL,        -- little-endian float32
    tokens  BLOB                  -- int8 rows, one a token, of the encoder's token dimension; NULL where it keeps none
) STRICT;

CREATE TABLE passages (
    key         INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used twice, so that no view can take one for another
    id          TEXT NOT NULL UNIQUE CHECK (length(id) = 16),
    family      TEXT NOT NULL,
    paper       TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    council     TEXT,
    body        TEXT,
    held_on     TEXT,
    standing    TEXT,             -- as its own paper prints it; what later papers say is worked out on reading
    minute      TEXT,
    agenda_item TEXT,
    heading     TEXT,
    resolution  INTEGER,
    paragraph   TEXT,
    private     INTEGER NOT NULL,
    ocr         INTEGER NOT NULL,
    content     BLOB NOT NULL REFERENCES vectors,
    spans       TEXT NOT NULL,    -- [[page, start, end], ...]
    lead        TEXT NOT NULL,
    context     TEXT NOT NULL,
    text        TEXT NOT NULL
) STRICT;
CREATE INDEX passages_by_family ON passages (family);
CREATE INDEX passages_by_paper ON passages (paper, position);
CREATE INDEX passages_by_content ON passages (content);
CREATE INDEX passages_by_limits  -- covers what filters ask, so that they need not walk over the text
    ON passages (id, kind, council, body, held_on, paper, position, minute, paragraph);

-- Terms made by index/words.py, so that any of them is one token here; rows have the keys of their passages.
CREATE VIRTUAL TABLE words USING fts5 (text, context, variants, tokenize = "ascii tokenchars '/.%-'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, col);
