"""Finds the block of a proposal that a discussion is about, in the text as it is now."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.discussions.kinds import TextSide
from app.text.anchors import Anchor, AnchorState, Found, find_anchor, make_anchor
from app.text.rendered import Segment

_SURE = (AnchorState.EXACT, AnchorState.MOVED, AnchorState.CHANGED)


@dataclass(frozen=True, slots=True)
class PlacedAt:
    """The block in which a passage begins, and how it was found; `words` are those that stand there now."""

    side: TextSide
    block: int
    state: AnchorState
    words: str


class BlockText:
    """The blocks of a text as one plain text, a line or more for each."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._texts = [segment.text for segment in segments]
        self._starts = [0, *accumulate(len(text) + 1 for text in self._texts)]
        self._text = "\n".join(self._texts)

    def anchor(self, block: int) -> Anchor | None:
        """Keeps hold of a block; None when there is no such block, or when it shows no words."""
        if block >= len(self._texts) or not self._texts[block].strip():
            return None
        start = self._starts[block]
        return make_anchor(self._text, start, start + len(self._texts[block]))

    def find(self, anchor: Anchor) -> Found:
        """Where a passage is now."""
        return find_anchor(anchor, self._text)

    def placed(self, found: Found, side: TextSide) -> PlacedAt:
        """The block in which a passage that was found begins."""
        block = bisect_right(self._starts, found.start) - 1
        return PlacedAt(side, block, found.state, self._text[found.start : found.end])


def place_anchor(anchor: Anchor, new: BlockText, old: BlockText) -> PlacedAt | None:
    """Where a passage is: in the proposed text, or in what that takes away; None when it is loose.

    The surest way in which it is found counts, and where both are as sure the proposed text.
    """
    found = ((TextSide.NEW, new, new.find(anchor)), (TextSide.OLD, old, old.find(anchor)))
    for state in _SURE:
        for side, text, place in found:
            if place.state is state:
                return text.placed(place, side)
    return None
