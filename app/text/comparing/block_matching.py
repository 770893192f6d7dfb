"""Finds which block of the old text is which block of the new one: kept, changed, moved, split, joined."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from app.text.blocks import BlockKind
from app.text.comparing.block_pairing import Likeness, pair_in_order
from app.text.merging.alignment import Hunk, TooMuchToCompare, common_ends, find_hunks


class Comparable(Protocol):
    """What two texts are compared by: their blocks, rendered."""

    @property
    def kind(self) -> BlockKind:
        """What the block is."""

    @property
    def html(self) -> str:
        """What it looks like."""

    @property
    def text(self) -> str:
        """Its words."""


@dataclass(frozen=True, slots=True)
class Match:
    """Old blocks that are the same as these new ones; one of the two is empty for what came or went.

    `moved` means that its neighbours did not come along; a moved block stands in the list twice: where it is
    now, and (`away`) where it was.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False
    away: bool = False


@dataclass(slots=True)
class _Matching:
    """What is found of one stretch in which the texts differ."""

    olds: list[int]
    news: list[int]
    groups: list[Match] = field(default_factory=list)

    def loose_olds(self) -> list[int]:
        taken = {index for group in self.groups for index in group.old}
        return [index for index in self.olds if index not in taken]

    def loose_news(self) -> list[int]:
        taken = {index for group in self.groups for index in group.new}
        return [index for index in self.news if index not in taken]


def match_blocks(old: Sequence[Comparable], new: Sequence[Comparable]) -> list[Match]:
    """All blocks that show something, matched, in the order in which a reader meets them."""
    old_at = [index for index, block in enumerate(old) if block.text or block.html]
    new_at = [index for index, block in enumerate(new) if block.text or block.html]
    old_keys, new_keys = [_key(old[index]) for index in old_at], [_key(new[index]) for index in new_at]
    hunks = _hunks(old_keys, new_keys)
    likeness = Likeness([block.text for block in old], [block.text for block in new])
    stretches = [
        _Matching(old_at[hunk.old_start : hunk.old_end], new_at[hunk.new_start : hunk.new_end])
        for hunk in hunks
    ]
    for stretch in stretches:
        pairs = pair_in_order(stretch.olds, stretch.news, likeness)
        stretch.groups = [Match(olds, news) for olds, news in pairs]
    moves = _find_moves(stretches, (old, new), likeness)
    moved_to = {before: after for after, before in moves.items()}
    matches: list[Match] = []
    old_done = new_done = 0
    for hunk, stretch in zip(hunks, stretches, strict=True):
        matches += _kept(old_at[old_done : hunk.old_start], new_at[new_done : hunk.new_start])
        matches += _in_reading_order(stretch, moves, moved_to)
        old_done, new_done = hunk.old_end, hunk.new_end
    return matches + _kept(old_at[old_done:], new_at[new_done:])


def _key(block: Comparable) -> tuple[BlockKind, str]:
    return block.kind, block.text or block.html


def _hunks(old: Sequence[tuple[BlockKind, str]], new: Sequence[tuple[BlockKind, str]]) -> list[Hunk]:
    try:
        return find_hunks(old, new)
    except TooMuchToCompare:
        head, tail = common_ends(old, new)
        return [Hunk(head, len(old) - tail, head, len(new) - tail)]


def _kept(olds: Sequence[int], news: Sequence[int]) -> list[Match]:
    return [Match((before,), (after,)) for before, after in zip(olds, news, strict=True)]


def _find_moves(
    stretches: Sequence[_Matching],
    texts: tuple[Sequence[Comparable], Sequence[Comparable]],
    likeness: Likeness,
) -> dict[int, int]:
    """For each new block that stood elsewhere before: which old block it is."""
    old, new = texts
    loose_olds = [index for stretch in stretches for index in stretch.loose_olds()]
    loose_news = [index for stretch in stretches for index in stretch.loose_news()]
    known: dict[tuple[BlockKind, str], list[int]] = {}
    for index in reversed(loose_olds):
        known.setdefault(_key(old[index]), []).append(index)
    moves: dict[int, int] = {}
    for index in loose_news:
        same = known.get(_key(new[index]))
        if same and likeness.is_telling(new[index].text):
            moves[index] = same.pop()
    taken = set(moves.values())
    olds = [index for index in loose_olds if index not in taken]
    news = [index for index in loose_news if index not in moves]
    return moves | likeness.pair_anywhere(olds, news)


def _in_reading_order(stretch: _Matching, moves: dict[int, int], moved_to: dict[int, int]) -> list[Match]:
    """What went, what came and what stayed, each where a reader expects it."""
    matches: list[Match] = []
    olds, news = deque(stretch.loose_olds()), deque(stretch.loose_news())
    for group in (*stretch.groups, None):
        while olds and (group is None or olds[0] < group.old[0]):
            matches.append(_gone(olds.popleft(), moved_to))
        while news and (group is None or news[0] < group.new[0]):
            matches.append(_come(news.popleft(), moves))
        if group is not None:
            matches.append(group)
    return matches


def _gone(index: int, moved_to: dict[int, int]) -> Match:
    if index in moved_to:
        return Match((index,), (moved_to[index],), moved=True, away=True)
    return Match((index,), ())


def _come(index: int, moves: dict[int, int]) -> Match:
    if index in moves:
        return Match((moves[index],), (index,), moved=True)
    return Match((), (index,))
