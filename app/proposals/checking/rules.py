"""When a small change of a trusted colleague is published at once."""

from collections.abc import Mapping
from dataclasses import dataclass

MOST_SENTENCES = 2
SMALL = {"sentences_changed"}
"""What a small change may do, by the names of `app.text.change_size`: other words in a sentence or two."""


@dataclass(frozen=True, slots=True)
class Trust:
    """What somebody has earned: `taken_over` proposals of hers were, and `needed` are asked (0 is never)."""

    taken_over: int
    needed: int

    @property
    def is_earned(self) -> bool:
        """Whether her small changes are published at once."""
        return 0 < self.needed <= self.taken_over


def is_small(change_size: Mapping[str, int]) -> bool:
    """Whether a change is as small as its writer says: other words in at most two sentences, nothing more."""
    changed = {name for name, count in change_size.items() if count}
    return bool(changed) and changed <= SMALL and change_size["sentences_changed"] <= MOST_SENTENCES
