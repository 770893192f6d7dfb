"""The code that participants take along: ten signs of Crockford's base 32, which is 50 bits.

The signs are easy to read aloud and to type over from paper: there is no I, L, O or U among them, and who
types an O or an l is understood. https://www.crockford.com/base32.html
"""

import secrets

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 10
_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", "-": None, " ": None})


def new_code() -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def read_code(typed: str) -> str | None:
    """The code that somebody typed, with its hyphen or without; None when it cannot be one."""
    code = typed.strip().upper().translate(_ALIKE)
    return code if len(code) == LENGTH and set(code) <= set(SIGNS) else None


def shown_code(code: str) -> str:
    """As it stands on paper and on a screen: in two halves."""
    return f"{code[: LENGTH // 2]}-{code[LENGTH // 2 :]}"
