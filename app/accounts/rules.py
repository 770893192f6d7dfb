"""What a password and an address must be, and how often one may try to sign in."""

import ipaddress
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from app.core.errors import DomainError, Invalid

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256
LONGEST_EMAIL = 254
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")

WINDOW = timedelta(minutes=15)
FAILURES_PER_ACCOUNT = 10
FAILURES_PER_ADDRESS = 50


class TooManyAttempts(DomainError):
    """Too many wrong passwords for this account or from this address; `until` is when to try again."""

    status = 429

    def __init__(self, until: datetime) -> None:
        super().__init__("too_many_attempts", until=until)
        self.until = until


class WrongPassword(DomainError):
    """The address and the password do not belong together; which of them is wrong is not told."""

    status = 422

    def __init__(self) -> None:
        super().__init__("wrong_password")


def email_key(email: str) -> str:
    """The form in which an e-mail address is stored and compared."""
    return email.strip().casefold()


def check_name(name: str) -> str:
    """The name as colleagues see it, without needless white space; refuses one that nobody can read."""
    if not any(character.isalnum() for character in name):
        raise Invalid("name_missing", field="naam")
    return " ".join(name.split())


def check_email(email: str) -> str:
    """The stored form of an address that can be one."""
    key = email_key(email)
    if len(key) > LONGEST_EMAIL or not EMAIL.fullmatch(key):
        raise Invalid("unusable_email", field="email")
    return key


def check_password(password: str) -> None:
    """Long enough to withstand guessing; no rules about digits and signs, those make passwords worse."""
    if len(password) < SHORTEST_PASSWORD:
        raise Invalid("password_too_short", field="wachtwoord", minimum=SHORTEST_PASSWORD)
    if len(password) > LONGEST_PASSWORD:
        raise Invalid("password_too_long", field="wachtwoord", maximum=LONGEST_PASSWORD)


def network(address: str) -> str:
    """What attempts are counted by: an IPv4 address, or the /64 that one IPv6 subscriber has."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv4Address):
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False))


def check_attempts(failures: Sequence[datetime], *, allowed: int) -> None:
    """Refuse when the last `allowed` failures, newest first, all lie within the window."""
    if len(failures) >= allowed:
        raise TooManyAttempts(failures[allowed - 1] + WINDOW)
