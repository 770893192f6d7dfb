"""Three-way merge of texts by sentence: what people changed apart is put together, the rest clashes."""

from collections.abc import Sequence

from app.text.blocks import BlockKind, cut_blocks
from app.text.merging.alignment import MOST_LINES, TooMuchToCompare
from app.text.merging.gaps import gaps_around_clash, merged_gap
from app.text.merging.items import Item, Triple, merge_items
from app.text.merging.result import Clash, MergeResult, Piece, Settled
from app.text.merging.sets import merge_set
from app.text.units import Unit, block_units, sentence_units

__all__ = ["Clash", "MergeResult", "Piece", "Settled", "merge", "merge_set", "merge_value"]

_MOST_LETTERS = 1_000_000
"""Of the three texts together, to be merged by the sentence: more than people can send in."""


def merge(base: str, current: str, proposed: str) -> MergeResult:
    """Puts the changes of `current` and of `proposed`, both made to `base`, together in one text.

    Sentences are merged apart, other blocks whole, source marks as a set. Bounded in time and memory:
    texts that differ too much are merged by the block, and at last clash as a whole.
    """
    result = merge_value(base, current, proposed)
    texts = (base, current, proposed)
    if result.is_clean or max(text.count("\n") for text in texts) > MOST_LINES:
        return result
    cut = [(text, cut_blocks(text)) for text in texts]
    is_long = sum(map(len, texts)) > _MOST_LETTERS
    for units_of in (block_units,) if is_long else (sentence_units, block_units):
        units = Triple(*(_fenced(units_of(text, blocks)) for text, blocks in cut))
        try:
            return MergeResult(_pieces(units, list(merge_items(units))))
        except TooMuchToCompare:
            continue
    return result


def merge_value(base: str, current: str, proposed: str) -> MergeResult:
    """Merges what is changed as a whole: a title, a lead."""
    if proposed in (base, current):
        return MergeResult((Settled(current),))
    if base == current:
        return MergeResult((Settled(proposed),))
    return MergeResult((Clash(base, current, proposed),))


def _fenced(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The units between a beginning, which holds leading white space, and an end: both always line up."""
    lead = ""
    if units and not units[0].text:
        lead, units = units[0].gap, units[1:]
    first = Unit(BlockKind.BLANK, "", lead, "", frozenset())
    last = Unit(BlockKind.BLANK, "", "", "", frozenset())
    return (first, *units, last)


def _pieces(units: Triple, items: Sequence[Item]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    settled: list[str] = []
    for index, item in enumerate(items):
        if item.is_clash:
            pieces += _settled(settled)
            settled.clear()
            before, after = gaps_around_clash(units, *items[index - 1 : index + 2])
            pieces.append(Clash(item.texts[0], item.texts[1], item.texts[2], before=before, after=after))
            continue
        if index and not items[index - 1].is_clash:
            settled.append(merged_gap(units, items[index - 1], item))
        settled += item.texts
    return (*pieces, *_settled(settled))


def _settled(parts: Sequence[str]) -> tuple[Settled, ...]:
    text = "".join(parts)
    return (Settled(text),) if text else ()
