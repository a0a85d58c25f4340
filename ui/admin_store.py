"""What the administrator's side keeps beside the library: who is signed in, wrong tries, settings, and questions.

One small database, so that several processes that serve one library agree. It holds nothing of any paper, and a library
without it is whole. No address of anybody stands in it: wrong tries are counted under a keyed hash, for minutes.
"""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

DATABASE = "admin.sqlite"
WAIT = 5.0  # seconds for another process's change, which takes milliseconds
SIGNED_IN = 8 * 3600  # seconds: a working day
TRIES, WITHIN = 5, 15 * 60  # wrong passwords from one place in so many seconds
MOST_QUESTIONS = 100_000  # rows: some 20 MB; the oldest go first
TABLES = """
CREATE TABLE IF NOT EXISTS sessions (key TEXT PRIMARY KEY, password TEXT NOT NULL, ends INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS tries (place TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS questions (
    key INTEGER PRIMARY KEY, minute TEXT NOT NULL, question TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was kept."""

    minute: str  # "2026-11-24 09:41", universal time: to the minute, so that no other log can be laid beside it
    question: str
    outcome: str


class AdminStore:
    """The administrator's database in a library's folder; made when something is first kept in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / DATABASE

    # Who is signed in

    def sign_in(self, password: str, now: int) -> str:
        """Begin a session under a password's hash and return its token, of which only a hash is kept."""
        token = secrets.token_urlsafe(32)
        with self._open() as database:
            database.execute("DELETE FROM sessions WHERE ends <= ?", (now,))
            database.execute("INSERT INTO sessions VALUES (?, ?, ?)", (_key(token), _key(password), now + SIGNED_IN))
        return token

    def signed_in(self, token: str, password: str, now: int) -> bool:
        """Say whether a token is of a session that has not ended and that began with the password as it is now."""
        if not self.path.is_file():
            return False
        found = "SELECT 1 FROM sessions WHERE key = ? AND password = ? AND ends > ?"
        with self._open() as database:
            return database.execute(found, (_key(token), _key(password), now)).fetchone() is not None

    def sign_out(self, token: str) -> None:
        """End a session."""
        with self._open() as database:
            database.execute("DELETE FROM sessions WHERE key = ?", (_key(token),))

    def may_try(self, place: str, now: int) -> bool:
        """Say whether another password may be tried from a place, and count the try; a right one is forgiven later."""
        with self._open() as database:
            database.execute("BEGIN IMMEDIATE")
            database.execute("DELETE FROM tries WHERE at <= ?", (now - WITHIN,))
            hashed = self._place(database, place)
            (tries,) = database.execute("SELECT count(*) FROM tries WHERE place = ?", (hashed,)).fetchone()
            if tries < TRIES:
                database.execute("INSERT INTO tries VALUES (?, ?)", (hashed, now))
            database.execute("COMMIT")
        return bool(tries < TRIES)

    def forgive(self, place: str) -> None:
        """Forget the tries from a place, once the right password came from it."""
        with self._open() as database:
            database.execute("DELETE FROM tries WHERE place = ?", (self._place(database, place),))

    # Questions: kept only while the administrator has said so

    def keeps_questions(self) -> bool:
        """Say whether questions are kept."""
        if not self.path.is_file():
            return False
        with self._open() as database:
            return self._setting(database, "questions") == "kept"

    def keep_questions(self, wanted: bool) -> None:
        """Keep questions from now on, or no more."""
        with self._open() as database:
            self._set(database, "questions", "kept" if wanted else "not kept")

    def note(self, asked: Asked) -> None:
        """Keep a question."""
        with self._open() as database:
            database.execute(
                "INSERT INTO questions (minute, question, outcome) VALUES (?, ?, ?)",
                (asked.minute, asked.question, asked.outcome),
            )
            newest = "SELECT max(key) FROM questions"
            database.execute(f"DELETE FROM questions WHERE key <= ({newest}) - ?", (MOST_QUESTIONS,))  # noqa: S608  # our own words

    def questions(self, start: int, count: int) -> tuple[int, tuple[Asked, ...]]:
        """Return how many questions are kept, and some of them, the newest first."""
        if not self.path.is_file():
            return 0, ()
        with self._open() as database:
            (total,) = database.execute("SELECT count(*) FROM questions").fetchone()
            some = "SELECT minute, question, outcome FROM questions ORDER BY key DESC LIMIT ? OFFSET ?"
            return total, tuple(Asked(*row) for row in database.execute(some, (count, start)))

    def clear_questions(self) -> None:
        """Forget all questions; what is deleted is overwritten."""
        with self._open() as database:
            database.execute("DELETE FROM questions")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = not self.path.is_file()
        if fresh:
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))  # for whoever serves the library alone
        database = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
        try:
            database.execute("PRAGMA secure_delete = ON")
            database.executescript(TABLES)
            yield database
        finally:
            database.close()

    def _place(self, database: sqlite3.Connection, place: str) -> str:
        """Return the hash under which tries from a place are counted, with a key that every process shares."""
        database.execute("INSERT OR IGNORE INTO settings VALUES ('places', ?)", (secrets.token_hex(32),))
        key = self._setting(database, "places") or ""
        return blake2b(place.encode(), key=bytes.fromhex(key), digest_size=16).hexdigest()

    @staticmethod
    def _setting(database: sqlite3.Connection, name: str) -> str | None:
        row = database.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    @staticmethod
    def _set(database: sqlite3.Connection, name: str, value: str) -> None:
        database.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, value))


def _key(secret: str) -> str:
    return blake2b(secret.encode(), digest_size=32).hexdigest()
