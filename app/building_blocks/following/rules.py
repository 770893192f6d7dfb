"""How often a wrong code may be tried.

A right code is always answered: colleagues share the address of their office, and somebody who types wrong
codes there must not close the door for the others. So it is the code itself that guards, not this count. Of
fifty bits, a thousand guesses a second, day and night, find one of five hundred codes in some seventy years.
The count tells who only guesses to stop, and bounds what is kept of it. Whether a code exists is what the
answer says, so how long the answer takes tells no more.
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
    """Refuse a wrong code when either count of the last hour is full; `oldest` is the first of them."""
    if from_address >= WRONG_PER_ADDRESS or in_total >= WRONG_IN_TOTAL:
        raise TooManyCodes((oldest or moment) + WINDOW)
