"""Writes a text of which some entries are taken from the new one and the rest from the old one."""

from collections.abc import Sequence
from typing import NamedTuple

from app.text.blocks import BlockKind
from app.text.cutting.model import ContainerKind
from app.text.merging.result import widest
from app.text.taking.pieces import CutText, Side
from app.text.taking.script import Entry

_STAND_CLOSE = (
    {BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW},
    {BlockKind.DEFINITION_TERM, BlockKind.DEFINITION},
)
_Shape = tuple[BlockKind, tuple[ContainerKind, ...]]


class _Placed(NamedTuple):
    """An entry in the text that is being written, and the text it comes from."""

    entry: Entry
    side: Side


class Writer:
    """Writes texts between the two; keeps what comes before each stretch of them."""

    def __init__(self, texts: tuple[CutText, CutText], script: Sequence[Entry]) -> None:
        self._texts = texts
        self._script = script
        self._gaps = tuple(
            {part.end: part.text_end for entry in script if (part := entry.stretches[side]) and part.has_gap}
            for side in Side
        )

    def write(self, sides: Sequence[Side]) -> str:
        """The text in which each entry of the script has the words of one side."""
        written: list[str] = []
        before: _Placed | None = None
        for entry, side in zip(self._script, sides, strict=True):
            own = entry.stretches[side]
            if own is None:
                continue
            placed = _Placed(entry, side)
            if before is not None:
                written.append(self._gap(before, placed))
            written.append(self._texts[side].source[own.start : own.text_end])
            before = placed
        return "".join(written)

    def _gap(self, before: _Placed, after: _Placed) -> str:
        """The white space between two neighbours: as in a text where they are neighbours too, but never less
        than keeps them apart."""
        sides = [side for side in Side if are_neighbours(before.entry, after.entry, side)]
        if not sides:
            return self._safe_gap(before, after)
        owner = before if before.entry.is_change or not after.entry.is_change else after
        side = owner.side if owner.side in sides else sides[0]
        gap = self._gap_after(before.entry, side)
        if self._fits(before, side, -1) and self._fits(after, side, 0):
            return gap
        return widest(gap, self._least_gap(before, after))

    def _gap_after(self, entry: Entry, side: Side) -> str:
        own = entry.stretches[side]
        return self._texts[side].source[own.text_end : own.end] if own else ""

    def _gap_before(self, entry: Entry, side: Side) -> str:
        own = entry.stretches[side]
        return self._texts[side].source[self._gaps[side].get(own.start, own.start) : own.start] if own else ""

    def _safe_gap(self, before: _Placed, after: _Placed) -> str:
        if not before.entry.blocks[before.side]:
            return self._gap_after(*before)
        if not after.entry.blocks[after.side]:
            return self._gap_before(*after)
        gaps = [self._gap_after(before.entry, side) for side in Side]
        gaps += [self._gap_before(after.entry, side) for side in Side]
        return widest(self._least_gap(before, after), *(gap for gap in gaps if not gap.strip()))

    def _fits(self, placed: _Placed, side: Side, edge: int) -> bool:
        """Whether the white space around this entry on that side suits the words it has now."""
        return placed.side is side or self._shape(placed.entry, side, edge) == self._shape(*placed, edge)

    def _shape(self, entry: Entry, side: Side, edge: int) -> _Shape | None:
        indexes = entry.blocks[side]
        if not indexes:
            return None
        block = self._texts[side].pieces[indexes[edge]].block
        return block.kind, block.path

    def _least_gap(self, before: _Placed, after: _Placed) -> str:
        """What must stand between two neighbours to keep them two; nothing within one block."""
        last, first = self._shape(*before, -1), self._shape(*after, 0)
        if last is None or first is None or before.entry.match == after.entry.match:
            return ""
        if {last[0], first[0]} == {BlockKind.LIST_ITEM}:
            return "\n" if last == first else "\n\n"
        return "\n" if any({last[0], first[0]} <= kinds for kinds in _STAND_CLOSE) else "\n\n"


def are_neighbours(before: Entry, after: Entry, side: Side) -> bool:
    """Whether the one follows the other directly in that text."""
    first, second = before.stretches[side], after.stretches[side]
    return first is not None and second is not None and first.end == second.start
