"""How full a place in a table is, in steps that can be told apart without colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

SHADES = 4
Column = TypeVar("Column", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Covered:
    """How much there is, and its shade: 0 for nothing, 4 for the fullest."""

    number: int
    shade: int


def shade(number: int, fullest: int) -> int:
    """One of four steps; anything at all is at least the first."""
    return max(1, -(-number * SHADES // fullest)) if number else 0


def cover(
    counts: Mapping[tuple[int, Column], int], topic_ids: Sequence[int], columns: Sequence[Column]
) -> dict[int, list[Covered]]:
    """For each theme what there is in each column, shaded by the fullest place of the whole table."""
    fullest = max(counts.values(), default=0)
    numbers = {topic_id: [counts.get((topic_id, column), 0) for column in columns] for topic_id in topic_ids}
    return {
        topic_id: [Covered(number, shade(number, fullest)) for number in row]
        for topic_id, row in numbers.items()
    }
