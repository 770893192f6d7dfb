"""How often a wrong code may be tried: enough for people who type over, never enough to guess one.

Of fifty bits, two thousand guesses an hour find one of five hundred codes once in a hundred thousand years.
"""

from datetime import datetime, timedelta

from app.core.errors import DomainError

WINDOW = timedelta(hours=1)
WRONG_PER_ADDRESS = 30
WRONG_IN_TOTAL = 2_000


class TooManyCodes(DomainError):
    """Too many wrong codes from this address, or from everywhere; `until` is when to try again."""

    status = 429

    def __init__(self, until: datetime) -> None:
        super().__init__("too_many_codes", until=until)
        self.until = until


def check_wrong_codes(*, from_address: int, in_total: int, oldest: datetime | None, moment: datetime) -> None:
    """Refuse when either count of the last hour is full; `oldest` is the first of them."""
    if from_address >= WRONG_PER_ADDRESS or in_total >= WRONG_IN_TOTAL:
        raise TooManyCodes((oldest or moment) + WINDOW)
