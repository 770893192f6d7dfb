"""Finds what differs between two sequences, within bounds on time and memory."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

MAX_CELLS = 400_000_000
"""The largest comparison that is tried, in pairs of items: about 0.1 s and 70 MB."""
MOST_LINES = 20_000
"""A text with more is not cut into blocks to be compared: about 0.1 s."""
_MOST_WORD_PAIRS = 4_000_000


class Hunk(NamedTuple):
    """`old[old_start:old_end]` became `new[new_start:new_end]`; all around it is equal."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def grows(self) -> bool:
        """Whether more came than went."""
        return self.new_end - self.new_start > self.old_end - self.old_start


class TooMuchToCompare(Exception):
    """The two sequences differ over too great a length; compare something coarser."""


def find_hunks(old: Sequence[Hashable], new: Sequence[Hashable], *, max_cells: int = MAX_CELLS) -> list[Hunk]:
    """The stretches in which the two differ, in order; the items between them are equal pairwise.

    Raises TooMuchToCompare when what is left after the common beginning and end has over `max_cells` pairs.
    """
    head, tail = common_ends(old, new)
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if not old_middle and not new_middle:
        return []
    if not old_middle or not new_middle:
        return [Hunk(head, head + len(old_middle), head, head + len(new_middle))]
    if len(old_middle) * len(new_middle) > max_cells:
        raise TooMuchToCompare
    return _hunks_between(old_middle, new_middle, head)


def common_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """How many items the two have in common at the beginning, and after that at the end."""
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    rest = shortest - head
    return head, next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)


def _hunks_between(old: Sequence[Hashable], new: Sequence[Hashable], head: int) -> list[Hunk]:
    hunks: list[Hunk] = []
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            continue
        old_start, new_start = head + code.src_start, head + code.dest_start
        if hunks and hunks[-1].old_end == old_start and hunks[-1].new_end == new_start:
            old_start, new_start = hunks[-1].old_start, hunks[-1].new_start
            hunks.pop()
        hunks.append(Hunk(old_start, head + code.src_end, new_start, head + code.dest_end))
    return hunks


def likeness(old: str, new: str) -> float:
    """How many of their words two texts have in common, from 0 to 1; in order, unless they are very long."""
    one, other = old.split(), new.split()
    if len(one) * len(other) <= _MOST_WORD_PAIRS:
        return Indel.normalized_similarity(one, other)
    words, other_words = set(one), set(other)
    return 2 * len(words & other_words) / (len(words) + len(other_words))
