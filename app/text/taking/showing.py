"""Shows entries of a script as differences in plain words, with the sentences around them."""

import re
from collections.abc import Iterable, Sequence

from app.text.blocks import Block, BlockKind
from app.text.comparing.words import PARAGRAPH_END, WordOp, WordRun, compare_words, whole_text
from app.text.cutting.inline_scan import split_row
from app.text.differences import BlockChange
from app.text.headings import plain_title
from app.text.merging.alignment import MAX_CELLS
from app.text.taking.pieces import CutText, Side, Stretch
from app.text.taking.script import Entry

_LITERAL = frozenset({BlockKind.CODE, BlockKind.HTML, BlockKind.COMMENT})
_TABLE = frozenset({BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW})
_SIGN = re.compile(r"[\\\[\]*`_~<>&{}]")
_CELL = 4
"""Pairs of letters that may count as one pair of words in a sum over many entries."""


class Shower:
    """Shows the entries of one script; all together they are compared within one bound."""

    def __init__(self, script: Sequence[Entry], texts: tuple[CutText, CutText]) -> None:
        self._script = script
        self._texts = texts
        self._cells = MAX_CELLS // 2
        self._known: dict[tuple[int, Side], list[str]] = {}

    def words(self, indexes: Iterable[int], side: Side) -> str:
        """The words of these entries in one of the texts, a line per block."""
        own = [index for index in indexes if self._script[index].stretches[side]]
        return "\n".join(text for index in own for text in self._texts_of(index, side) if text)

    def part(self, index: int) -> BlockChange:
        """One entry with its differences; of part of a block, with the unchanged sentence on either side."""
        entry = self._script[index]
        words = self._compared(index)
        stayed = all(entry.blocks) and bool(words)
        is_formatting = (
            stayed and all(run.op is WordOp.SAME for run in words) and not self._looks_the_same(entry)
        )
        side = Side.NEW if entry.blocks[Side.NEW] else Side.OLD
        kind = self._texts[side].pieces[entry.blocks[side][0]].kind
        words = (*self._beside(index, -1), *words, *self._beside(index, 1))
        return BlockChange(entry.kind, kind, *entry.blocks, words, is_formatting)

    def _looks_the_same(self, entry: Entry) -> bool:
        old, new = (
            [text.pieces[place].html for place in entry.blocks[side]]
            for side, text in zip(Side, self._texts, strict=True)
        )
        return old == new

    def _compared(self, index: int) -> tuple[WordRun, ...]:
        """The differences; of a moved block between what it was and what it has become."""
        entry = self._script[index]
        if not all(entry.blocks):
            op, side = (WordOp.REMOVED, Side.OLD) if entry.blocks[Side.OLD] else (WordOp.INSERTED, Side.NEW)
            return whole_text(op, PARAGRAPH_END.join(self._texts_of(index, side)))
        old, new = (PARAGRAPH_END.join(self._texts_of(index, side)) for side in Side)
        words = compare_words(old, new, max_cells=self._cells)
        if old != new:
            self._cells = max(0, self._cells - len(old) * len(new) // _CELL)
        return words

    def _beside(self, index: int, step: int) -> tuple[WordRun, ...]:
        """The sentence beside this one when it stands in the same block and stayed."""
        entry, near = self._script[index], self._script[index + step]
        if near.is_change or near.match != entry.match:
            return ()
        text = " ".join(self._texts_of(index + step, Side.NEW))
        return whole_text(WordOp.SAME, f"{text} " if step < 0 else f" {text}")

    def _texts_of(self, index: int, side: Side) -> list[str]:
        """The plain words of each block of an entry, or of its sentences within one."""
        if (index, side) not in self._known:
            entry, text = self._script[index], self._texts[side]
            own = entry.stretches[side]
            blocks = (
                [text.pieces[place].block for place in entry.blocks[side]] if own or entry.is_moved else []
            )
            self._known[index, side] = [_plain(text.source, block, own) for block in blocks]
        return self._known[index, side]


def _plain(source: str, block: Block, within: Stretch | None) -> str:
    start, end = within[:2] if within else (block.start, block.end)
    lines = (
        source[max(start, first) : min(end, last)]
        for first, last in block.lines
        if first < end and last > start
    )
    if block.kind in _LITERAL:
        return "\n".join(lines)
    if block.kind in _TABLE:
        return " | ".join(_without_signs(cell) for cell in split_row(next(lines, "")))
    return _without_signs("\n".join(lines))


def _without_signs(text: str) -> str:
    return plain_title(text) if _SIGN.search(text) else " ".join(text.split())
