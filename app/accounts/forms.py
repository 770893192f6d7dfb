"""The sign-in form."""

from dataclasses import dataclass

from app.accounts.rules import LONGEST_EMAIL
from app.web.forms import FormReader


@dataclass(frozen=True, slots=True)
class Credentials:
    """What somebody typed to sign in."""

    email: str
    password: str


def read_credentials(reader: FormReader) -> Credentials:
    """Both are required; the password is taken as it was typed."""
    email = reader.line("email", limit=LONGEST_EMAIL, required=True)
    return Credentials(email, reader.exact("wachtwoord", required=True))
