"""How much waits for somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, by the name of the list it is on, and how much of all of it waits too long."""

    lists: Mapping[str, int] = field(default_factory=dict)
    late: int = 0
