"""Bouwstenen that a text shows on a line of their own: what whoever renders it must know of each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

MOST_CARDS = 100
"""So many cards a page shows; of those after them it only gives the number."""


class CardState(StrEnum):
    """Whether the words of a bouwsteen may be shown, and if not why."""

    SHOWN = "shown"
    NOTED = "noted"
    WAITING = "waiting"
    PARKED = "parked"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    TOO_MANY = "too_many"


@dataclass(frozen=True, slots=True)
class BlockCard:
    """What there is to show of a bouwsteen; `kind` and `text` are empty unless its state is `SHOWN`.

    `number` is that of the bouwsteen whose words these are: another one when the one named was merged.
    """

    state: CardState
    number: int
    kind: str = ""
    text: str = ""

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Self:
        """The card that `dataclasses.asdict` wrote down."""
        return cls(CardState(data["state"]), data["number"], data["kind"], data["text"])
