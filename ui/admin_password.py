"""The administrator's password: the command that makes its hash, and the proof of what is typed at the login.

The hash is scrypt's (RFC 7914), written without the dollar signs of the usual form: shells, container files and systemd
units each take those for something else.
"""

import hashlib
import hmac
import os
import secrets
import sys
from argparse import Namespace
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from getpass import getpass
from typing import Self

from corpus.errors import MinutebookError

SETTING = "MINUTEBOOK_ADMIN"
SHORTEST = 12  # characters of a password: a phrase, as the National Cyber Security Centre advises
LONGEST = 1_000  # characters: more is no password
COST, BLOCK, PARALLEL = 17, 8, 1  # 2**17 rounds, 128 MiB and some 0.3 s a try: OWASP's advice for scrypt
MOST_COST = 20  # 1 GiB: a setting that asks for more was not made here
SALT, KEY = 16, 32  # bytes


class PasswordError(MinutebookError):
    """The setting is no hash, or what was typed cannot be a password."""


@dataclass(frozen=True, slots=True)
class Password:
    """What is kept of a password.

    Example of its written form: ``scrypt:17:8:1:salt:key``, the last two in base 64 for addresses.
    """

    cost: int
    block: int
    parallel: int
    salt: bytes
    key: bytes

    @classmethod
    def of(cls, typed: str, cost: int = COST) -> Self:
        """Return what is kept of a password as typed, with a salt of its own."""
        salt = secrets.token_bytes(SALT)
        return cls(cost, BLOCK, PARALLEL, salt, _derived(typed, cost, BLOCK, PARALLEL, salt))

    @classmethod
    def read(cls, written: str) -> Self:
        """Return a hash as the setting writes it; ``PasswordError`` where it is none."""
        try:
            name, cost, block, parallel, salt, key = written.strip().split(":")
            found = cls(int(cost), int(block), int(parallel), urlsafe_b64decode(salt), urlsafe_b64decode(key))
        except ValueError:
            name, found = "", None
        sound = found and name == "scrypt" and 10 <= found.cost <= MOST_COST and (found.block, found.parallel) == (8, 1)
        if not found or not sound or len(found.salt) < SALT or len(found.key) != KEY:
            raise PasswordError(f"{SETTING} is no hash of a password: make one with `minutebook admin-password`")
        return found

    def written(self) -> str:
        """Return the hash as the setting writes it."""
        salt, key = (urlsafe_b64encode(part).decode() for part in (self.salt, self.key))
        return f"scrypt:{self.cost}:{self.block}:{self.parallel}:{salt}:{key}"

    def proves(self, typed: str) -> bool:
        """Say whether this is the password; the comparison takes as long whatever is typed."""
        if len(typed) > LONGEST:
            return False
        return hmac.compare_digest(self.key, _derived(typed, self.cost, self.block, self.parallel, self.salt))


def password_set() -> Password | None:
    """Return the administrator's password as the environment sets it, or None where it sets none."""
    written = os.environ.get(SETTING, "").strip()
    return Password.read(written) if written else None


def admin_password(_: Namespace) -> int:
    """Ask for a password twice, or read it from a pipe, and print the setting that lets the administrator in."""
    typed = _typed_twice() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not SHORTEST <= len(typed) <= LONGEST:
        raise PasswordError(f"That password is too short: give {SHORTEST} characters or more, such as four words")
    sys.stdout.write(f"{SETTING}={Password.of(typed).written()}\n")
    return 0


def _typed_twice() -> str:
    typed = getpass("Password for the administrator: ", stream=sys.stderr)
    if getpass("The same again: ", stream=sys.stderr) != typed:
        raise PasswordError("The two passwords are not the same: run this again")
    return typed


def _derived(typed: str, cost: int, block: int, parallel: int, salt: bytes) -> bytes:
    memory = 128 * block * 2**cost + (1 << 20)  # bytes: scrypt's own need, and a little for the rest
    return hashlib.scrypt(
        typed.encode("utf-8", "surrogatepass"), salt=salt, n=2**cost, r=block, p=parallel, maxmem=memory, dklen=KEY
    )
