"""How much waits for somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, by the name of the list it is on; how much of it too long, and the first last day."""

    lists: Mapping[str, int] = field(default_factory=dict)
    late: int = 0
    first_due_at: datetime | None = None
