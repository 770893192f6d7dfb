"""What differs between two texts as people see them: blocks first, then the words within a block."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.text.blocks import BlockKind
from app.text.comparing.block_matching import Comparable, Match, match_blocks
from app.text.comparing.words import PARAGRAPH_END, WordOp, WordRun, compare_words, whole_text
from app.text.merging.alignment import MAX_CELLS

__all__ = ["BlockChange", "ChangeKind", "WordOp", "WordRun", "compare", "source_differences"]


class ChangeKind(StrEnum):
    """What happened to a block. MOVED_AWAY stands where a MOVED block was before."""

    SAME = "same"
    CHANGED = "changed"
    INSERTED = "inserted"
    REMOVED = "removed"
    MOVED = "moved"
    MOVED_AWAY = "moved_away"
    SPLIT = "split"
    JOINED = "joined"


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block of the compared texts, in the order in which a reader of both meets them.

    `old_indexes` and `new_indexes` say which blocks these are in the two texts: several for what was split or
    joined, none for what came or went. Reading only the old of `words` gives the old text, only the
    new the new one. `formatting` says that the words are the same but look or lead differently.
    """

    kind: ChangeKind
    block: BlockKind
    old_indexes: tuple[int, ...]
    new_indexes: tuple[int, ...]
    words: tuple[WordRun, ...]
    formatting: bool = False

    @property
    def old_text(self) -> str:
        """The words before; of several blocks, with `PARAGRAPH_END` between them."""
        return "".join(run.old for run in self.words)

    @property
    def new_text(self) -> str:
        """The words after; of several blocks, with `PARAGRAPH_END` between them."""
        return "".join(run.new for run in self.words)


_MOST_BLOCKS = 10_000
_LARGEST_TOTAL = MAX_CELLS // 2
_CELL = 4
"""Pairs of letters that may count as one pair of words in a sum over many blocks."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of source text, to be compared like a block."""

    text: str
    kind: BlockKind = BlockKind.CODE

    @property
    def html(self) -> str:
        """Never empty, so that blank lines count."""
        return f"{self.text}\n"


def compare(old: Sequence[Comparable], new: Sequence[Comparable]) -> tuple[BlockChange, ...]:
    """What differs between two rendered texts, given the segments of both.

    Blocks that show nothing are left out. Bounded in time and memory: what differs too much is shown as
    removed and inserted.
    """
    if max(len(old), len(new)) > _MOST_BLOCKS:
        return _as_a_whole(old, new)
    cells = _LARGEST_TOTAL
    changes: list[BlockChange] = []
    for match in match_blocks(old, new):
        before, after = _text(old, match.old), _text(new, match.new)
        words = _words(match, before, after, max_cells=cells)
        if before != after:
            cells = max(0, cells - len(before) * len(after) // _CELL)
        looks_other = _look(old, match.old) != _look(new, match.new)
        stayed = bool(match.old and match.new)
        formatting = stayed and looks_other and all(run.op is WordOp.SAME for run in words)
        kind = _kind(match, is_same=before == after and not looks_other)
        block = new[match.new[0]] if match.new else old[match.old[0]]
        changes.append(BlockChange(kind, block.kind, match.old, match.new, words, formatting))
    return tuple(changes)


def source_differences(old_source: str, new_source: str) -> tuple[BlockChange, ...]:
    """What differs between two source texts, by lines and then by words, with every Markdown sign.

    Texts of very many lines are compared as one line each.
    """
    if max(source.count("\n") for source in (old_source, new_source)) > _MOST_BLOCKS:
        return compare([_Line(old_source)], [_Line(new_source)])
    return compare(_lines(old_source), _lines(new_source))


def _as_a_whole(old: Sequence[Comparable], new: Sequence[Comparable]) -> tuple[BlockChange, ...]:
    """Texts cut too fine to be compared: all of the one, then all of the other."""
    sides = ((ChangeKind.REMOVED, WordOp.REMOVED, old), (ChangeKind.INSERTED, WordOp.INSERTED, new))
    same = [(block.text, block.html) for block in old] == [(block.text, block.html) for block in new]
    changes: list[BlockChange] = []
    for kind, op, blocks in sides:
        shown = tuple(index for index, block in enumerate(blocks) if block.text or block.html)
        places = (() if kind is ChangeKind.INSERTED else shown, () if kind is ChangeKind.REMOVED else shown)
        if shown and not same:
            words = whole_text(op, _text(blocks, shown))
            changes.append(BlockChange(kind, blocks[shown[0]].kind, *places, words))
    return tuple(changes)


def _lines(source: str) -> list[_Line]:
    return [_Line(line) for line in source.splitlines()]


def _text(blocks: Sequence[Comparable], indexes: Sequence[int]) -> str:
    return PARAGRAPH_END.join(blocks[index].text for index in indexes)


def _look(blocks: Sequence[Comparable], indexes: Sequence[int]) -> list[tuple[BlockKind, str]]:
    return [(blocks[index].kind, blocks[index].html) for index in indexes]


def _words(match: Match, before: str, after: str, *, max_cells: int) -> tuple[WordRun, ...]:
    if not match.old:
        return whole_text(WordOp.INSERTED, after)
    if not match.new:
        return whole_text(WordOp.REMOVED, before)
    return compare_words(before, after, max_cells=max_cells)


def _kind(match: Match, *, is_same: bool) -> ChangeKind:
    if match.moved:
        return ChangeKind.MOVED_AWAY if match.away else ChangeKind.MOVED
    if not match.old:
        return ChangeKind.INSERTED
    if not match.new:
        return ChangeKind.REMOVED
    if len(match.new) > 1:
        return ChangeKind.SPLIT
    if len(match.old) > 1:
        return ChangeKind.JOINED
    return ChangeKind.SAME if is_same else ChangeKind.CHANGED
