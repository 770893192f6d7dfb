"""Pairs changed blocks that are alike, within bounds."""

from bisect import bisect_left
from collections.abc import Sequence

ALIKE = 0.4
"""From this share of common words on, a block is a changed one rather than another one."""

_MOVED_ALIKE = 0.6
_PART_OF = 0.7
_FEWEST_WORDS = 3
_MOST_WORK = 3_000_000
_WORK_PER_PAIR = 33
_LETTERS_PER_WORD = 6

Indexes = tuple[int, ...]
Group = tuple[Indexes, Indexes]


class Likeness:
    """How much old and new blocks have in common, by their words; one per comparison, which it bounds."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._texts = (old, new)
        self._words: tuple[dict[int, frozenset[str]], dict[int, frozenset[str]]] = ({}, {})
        self._work_left = _MOST_WORK

    def allows(self, olds: Sequence[int], news: Sequence[int]) -> bool:
        """Whether there is time left to compare all these with each other; if so, it counts as spent."""
        old_letters = sum(len(self._texts[0][index]) for index in olds) * len(news)
        new_letters = sum(len(self._texts[1][index]) for index in news) * len(olds)
        words = min(old_letters, new_letters) // _LETTERS_PER_WORD
        work = words + len(olds) * len(news) * _WORK_PER_PAIR
        if work > self._work_left:
            return False
        self._work_left -= work
        return True

    def of(self, before: int, after: int) -> float:
        """From 0, nothing in common, to 1, the same words."""
        one, other = self.words(0, before), self.words(1, after)
        return 2 * len(one & other) / ((len(one) + len(other)) or 1)

    def words(self, side: int, index: int) -> frozenset[str]:
        """The words of an old (0) or new (1) block."""
        known = self._words[side]
        if index not in known:
            known[index] = frozenset(self._texts[side][index].casefold().split())
        return known[index]

    def is_telling(self, text: str) -> bool:
        """Whether a text has enough words to be recognised elsewhere."""
        return len(text.split(maxsplit=_FEWEST_WORDS)) >= _FEWEST_WORDS

    def pair_anywhere(self, olds: Sequence[int], news: Sequence[int]) -> dict[int, int]:
        """For new blocks that are much like an old one, wherever it stands: which one."""
        pairs: dict[int, int] = {}
        if not self.allows(olds, news):
            return pairs
        left = [index for index in olds if len(self.words(0, index)) >= _FEWEST_WORDS]
        for after in news:
            best = max(left, key=lambda before: self.of(before, after), default=None)
            if best is not None and self.of(best, after) >= _MOVED_ALIKE:
                pairs[after] = best
                left.remove(best)
        return pairs


def pair_in_order(olds: Sequence[int], news: Sequence[int], likeness: Likeness) -> list[Group]:
    """Which of the old blocks became which of the new ones, order kept; two for one where split or joined."""
    if not olds or not news:
        return []
    if likeness.allows(olds, news):
        pairs = _best_pairs(olds, news, likeness)
    else:
        pairs = [pair for pair in zip(olds, news, strict=False) if likeness.of(*pair) >= ALIKE]
    return _with_parts(pairs, olds, news, likeness)


def _best_pairs(olds: Sequence[int], news: Sequence[int], likeness: Likeness) -> list[tuple[int, int]]:
    """The pairs, none crossing another, that together have most in common."""
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for i in range(len(olds) - 1, -1, -1):
        for j in range(len(news) - 1, -1, -1):
            alike = likeness.of(olds[i], news[j])
            paired = alike + best[i + 1][j + 1] if alike >= ALIKE else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(olds) and j < len(news):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((olds[i], news[j]))
            i, j = i + 1, j + 1
    return pairs


def _with_parts(
    pairs: Sequence[tuple[int, int]], olds: Sequence[int], news: Sequence[int], likeness: Likeness
) -> list[Group]:
    free = ({*olds} - {before for before, _ in pairs}, {*news} - {after for _, after in pairs})
    groups: list[Group] = []
    for before, after in pairs:
        new_parts = _parts((1, after), (0, before), free[1], (news, likeness))
        old_parts = (
            _parts((0, before), (1, after), free[0], (olds, likeness)) if len(new_parts) == 1 else (before,)
        )
        groups.append((old_parts, new_parts))
    return groups


def _parts(
    part: tuple[int, int], whole: tuple[int, int], free: set[int], around: tuple[Sequence[int], Likeness]
) -> Indexes:
    """The block `part`, with the free neighbours that hold what else was in `whole`; these are then taken."""
    indexes, likeness = around
    side = part[0]
    words, missing = likeness.words(*whole), likeness.words(*whole) - likeness.words(*part)
    parts = [part[1]]
    at = bisect_left(indexes, part[1])
    for step in (1, -1):
        place = at + step
        while 0 <= place < len(indexes) and indexes[place] in free:
            own = likeness.words(side, indexes[place])
            known, new_here = len(own & words), len(own & missing)
            if len(own) < _FEWEST_WORDS or known < _PART_OF * len(own) or new_here * 2 < len(own):
                break
            free.discard(indexes[place])
            parts.append(indexes[place])
            missing = missing - own
            place += step
    return tuple(sorted(parts))
