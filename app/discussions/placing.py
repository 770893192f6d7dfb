"""Finds the block of a proposal that a discussion is about, in the text as it is now."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.discussions.kinds import TextSide
from app.text.anchors import Anchor, AnchoredText, AnchorState, Found, make_anchor
from app.text.rendered import Segment


@dataclass(frozen=True, slots=True)
class PlacedAt:
    """The block in which a passage begins, and how it was found."""

    side: TextSide
    block: int
    state: AnchorState


class BlockText:
    """The blocks of a text as one plain text, a line or more for each."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._texts = [segment.text for segment in segments]
        self._starts = [0, *accumulate(len(text) + 1 for text in self._texts)]
        self.plain = AnchoredText("\n".join(self._texts))

    def anchor(self, block: int) -> Anchor | None:
        """Keeps hold of a block; None when there is no such block, or when it shows no words."""
        if block >= len(self._texts) or not self._texts[block].strip():
            return None
        start = self._starts[block]
        return make_anchor(self.plain.text, start, start + len(self._texts[block]))

    def placed(self, found: Found, side: TextSide) -> PlacedAt:
        """The block in which a passage that was found begins."""
        block = bisect_right(self._starts, found.start) - 1
        return PlacedAt(side, block, found.state)


def place_anchor(anchor: Anchor, new: BlockText, old: BlockText) -> PlacedAt | None:
    """Where a passage is: in the proposed text, or in what that takes away; None when it is loose.

    The surest way in which it is found counts, and where both are as sure the proposed text.
    """
    sides = ((TextSide.NEW, new), (TextSide.OLD, old))
    literal = [(side, text, text.plain.find_words(anchor)) for side, text in sides]
    for state in (AnchorState.EXACT, AnchorState.MOVED):
        for side, text, found in literal:
            if found.state is state:
                return text.placed(found, side)
    for side, text in sides:
        found = text.plain.find_changed(anchor)
        if found.state is not AnchorState.LOOSE:
            return text.placed(found, side)
    return None
