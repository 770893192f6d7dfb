"""Which blocks of a text a proposed change works on, also when the text changed meanwhile."""

import hashlib
from collections.abc import Iterable, Sequence

from app.text.comparing.block_matching import Comparable, Match, match_blocks

KEY_LENGTH = 12
FIRST_WORDS = 7


def touched_blocks(
    base: Sequence[Comparable], proposed: Sequence[Comparable], current: Sequence[Comparable] | None = None
) -> frozenset[int]:
    """The blocks that a change from `base` to `proposed` removes, changes, moves, or adds something after.

    They are numbered as in `current` when that is given, which is what `base` became meanwhile: what is gone
    there counts as the block before it.
    """
    touched = _touched(match_blocks(base, proposed), base, proposed)
    return touched if current is None else _carried(touched, match_blocks(base, current))


def paragraph_key(text: str) -> str:
    """A short name for a block by its words, the same on every screen as long as they do not change."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8")).hexdigest()[:KEY_LENGTH]


def first_words(text: str) -> str:
    """How people recognise a block: by its first words."""
    words = text.split(maxsplit=FIRST_WORDS)
    return " ".join(words[:FIRST_WORDS]) + ("…" if len(words) > FIRST_WORDS else "")


def _touched(
    matches: Iterable[Match], base: Sequence[Comparable], proposed: Sequence[Comparable]
) -> frozenset[int]:
    touched: set[int] = set()
    before = 0
    for match in matches:
        same = not match.moved and _look(base, match.old) == _look(proposed, match.new)
        if not same:
            touched.update(match.old or (before,))
        if not match.moved or match.away:
            before = max(match.old, default=before)
    return frozenset(touched)


def _carried(blocks: frozenset[int], matches: Iterable[Match]) -> frozenset[int]:
    carried: set[int] = set()
    before = 0
    for match in matches:
        if blocks.intersection(match.old):
            carried.update(match.new or (before,))
        if not match.away:
            before = max(match.new, default=before)
    return frozenset(carried)


def _look(blocks: Sequence[Comparable], indexes: Sequence[int]) -> list[tuple[str, str]]:
    return [(blocks[index].text, blocks[index].html) for index in indexes]
