"""Which entries of a script hang together, so that they can only be taken over at once."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.text.blocks import Block, BlockKind
from app.text.cutting.inline_scan import split_row
from app.text.cutting.model import ContainerKind
from app.text.differences import ChangeKind
from app.text.taking.pieces import CutText, Side
from app.text.taking.script import Entry
from app.text.taking.writing import are_neighbours

_HELD_BY_ITS_FIRST = frozenset(
    {
        ContainerKind.TABLE,
        ContainerKind.QUOTE,
        ContainerKind.ITEM,
        ContainerKind.ADMONITION,
        ContainerKind.FOLDED,
        ContainerKind.UNFOLDED,
        ContainerKind.DEFINITION,
        ContainerKind.FOOTNOTE,
    }
)
_Texts = tuple[CutText, CutText]


def bundle(script: Sequence[Entry], texts: _Texts) -> list[tuple[int, ...]]:
    """The entries that differ, by their places in the script, in bundles; in the order of their first ones.

    The old and the new place of a moved block belong together, and so do blocks that moved as neighbours, a
    table, quote, item or box with what came or went inside it, a word with its explanation, and all rows
    of a table of which the number of columns changed.
    """
    groups: dict[int, list[int]] = {}
    for one, other in _ties(script, texts):
        if script[one].is_change and script[other].is_change:
            _join(groups, one, other)
    tied = {id(group): tuple(sorted(group)) for group in groups.values()}
    alone = ((index,) for index, entry in enumerate(script) if entry.is_change and index not in groups)
    return sorted([*tied.values(), *alone])


def _join(groups: dict[int, list[int]], one: int, other: int) -> None:
    small, large = sorted((groups.get(one, [one]), groups.get(other, [other])), key=len)
    if small is not large:
        large += small
        groups |= dict.fromkeys(small, large)
        groups.setdefault(large[0], large)


def _ties(script: Sequence[Entry], texts: _Texts) -> Iterator[tuple[int, int]]:
    yield from _moves(script)
    for side in Side:
        yield from _held(script, texts, side)
    yield from _words_with_explanations(script, texts)


def _moves(script: Sequence[Entry]) -> Iterator[tuple[int, int]]:
    away: dict[int, int] = {}
    here: dict[int, int] = {}
    for index, entry in enumerate(script):
        if entry.is_moved:
            (away if entry.kind is ChangeKind.MOVED_AWAY else here)[entry.match] = index
    yield from ((index, here[match]) for match, index in away.items())
    for before, after in pairwise(away.items()):
        if are_neighbours(script[before[1]], script[after[1]], Side.OLD) and are_neighbours(
            script[here[before[0]]], script[here[after[0]]], Side.NEW
        ):
            yield before[1], after[1]


def _held(script: Sequence[Entry], texts: _Texts, side: Side) -> Iterator[tuple[int, int]]:
    """Entries with the one that opens what they stand in, when that one has another shape."""
    opened: dict[int, int] = {}
    for index, entry in enumerate(script):
        for block in _blocks(entry, texts, side):
            for container in block.containers:
                if container.kind not in _HELD_BY_ITS_FIRST:
                    continue
                first = opened.setdefault(container.number, index)
                if first != index and _has_other_shape(script[first], texts):
                    yield first, index


def _blocks(entry: Entry, texts: _Texts, side: Side) -> Iterator[Block]:
    if entry.stretches[side] is not None:
        yield from (texts[side].pieces[index].block for index in entry.blocks[side])


def _has_other_shape(entry: Entry, texts: _Texts) -> bool:
    """Whether this came, went, became another kind of block, or a table with more or fewer columns."""
    old, new = (_shapes(entry, texts, side) for side in Side)
    return entry.is_change and old != new


def _shapes(entry: Entry, texts: _Texts, side: Side) -> list[tuple[BlockKind, object, int]]:
    return [
        (block.kind, block.path, _columns(block, texts[side].source)) for block in _blocks(entry, texts, side)
    ]


def _columns(block: Block, source: str) -> int:
    is_table = block.kind is BlockKind.TABLE_HEAD
    return len(split_row(block.content(source).partition("\n")[0])) if is_table else 0


def _words_with_explanations(script: Sequence[Entry], texts: _Texts) -> Iterator[tuple[int, int]]:
    wanted = [BlockKind.DEFINITION_TERM, BlockKind.DEFINITION]
    for index, (before, after) in enumerate(pairwise(script)):
        if before.is_one_sided:
            side = Side.NEW if before.stretches[Side.OLD] is None else Side.OLD
            if [block.kind for entry in (before, after) for block in _blocks(entry, texts, side)] == wanted:
                yield index, index + 1
