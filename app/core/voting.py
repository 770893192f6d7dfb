"""Voting without being named: what stands for a person, and when a tally tells nobody's vote."""

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

FEWEST_SHOWN = 3
"""Of fewer votes only the number is told: otherwise one might guess who voted what."""
MOST_REASONS = 100

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Spread(Generic[Choice]):
    """How many people chose what."""

    counts: Mapping[Choice, int]

    @property
    def total(self) -> int:
        """How many people chose."""
        return sum(self.counts.values())

    @property
    def shown(self) -> bool:
        """Whether there are enough choices to tell more than their number."""
        return self.total >= FEWEST_SHOWN

    @property
    def most(self) -> int:
        """How many people made the choice that most people made."""
        return max(self.counts.values(), default=0)

    def count(self, choice: Choice) -> int:
        """How many chose this."""
        return self.counts.get(choice, 0)

    def share(self, choice: Choice) -> int:
        """The part of all choices, in whole percents."""
        return round(100 * self.count(choice) / self.total) if self.total else 0


def voter_key(secret: str, about: str, account_id: int) -> str:
    """The same each time for this person and this vote; without the secret nobody can tell who it is.

    `about` names the kind of vote and its number, so that keys of two votes cannot be laid beside each other.
    """
    return hmac.new(secret.encode(), f"{about}:{account_id}".encode(), hashlib.sha256).hexdigest()
