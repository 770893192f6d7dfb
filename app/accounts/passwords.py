"""Storing and checking passwords: argon2id with 19 MiB and two passes, about 40 ms.

Never called inside a write transaction: the database would be locked for everybody as long as it takes.
"""

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_password(password: str) -> str:
    """What is stored instead of the password."""
    return HASHER.hash(_same_signs(password))


def password_fits(password: str, stored: str | None) -> bool:
    """Whether this is the password; as slow when there is none, so that time does not tell who exists."""
    try:
        HASHER.verify(stored or _nobodys_hash(), _same_signs(password))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def _same_signs(password: str) -> str:
    """Keyboards write é as one sign or as two."""
    return unicodedata.normalize("NFC", password)


@cache
def _nobodys_hash() -> str:
    return HASHER.hash("a password that nobody has")
