"""Three-way merge of sets."""

from collections.abc import Hashable
from collections.abc import Set as AbstractSet
from typing import TypeVar

Member = TypeVar("Member", bound=Hashable)


def merge_set(
    base: AbstractSet[Member], current: AbstractSet[Member], proposed: AbstractSet[Member]
) -> frozenset[Member]:
    """Merges a set, such as the themes of a page: what either side added or took away. It never clashes."""
    kept = base & current & proposed
    return frozenset(kept | (current - base) | (proposed - base))
