"""Decides the white space between the parts of a merged text, so that no paragraphs are glued or lost."""

from app.text.blocks import BlockKind
from app.text.merging.items import Item, Triple
from app.text.merging.result import Gaps, widest

_SIDES = range(3)
_STAND_CLOSE = (
    {BlockKind.TABLE_HEAD, BlockKind.TABLE_ROW},
    {BlockKind.DEFINITION_TERM, BlockKind.DEFINITION},
)


def merged_gap(units: Triple, before: Item, after: Item) -> str:
    """The white space between two parts that come after each other in the merged text."""
    base, current, proposed = (_gap_between(units, side, before, after) for side in _SIDES)
    if current is not None and proposed is not None:
        if current in (base, proposed):
            return proposed
        return current if proposed == base else widest(current, proposed)
    only = current if current is not None else proposed
    return only if only is not None else _safe_gap(units, before, after)


def gaps_around_clash(units: Triple, before: Item, clash: Item, after: Item) -> tuple[Gaps, Gaps]:
    """The white space before and after a clash, for each of its three texts."""
    usual_before, usual_after = merged_gap(units, before, clash), merged_gap(units, clash, after)
    ahead: list[str] = []
    behind: list[str] = []
    for side in _SIDES:
        across = _gap_between(units, side, before, after) if clash.starts[side] is None else None
        own_before = _gap_between(units, side, before, clash) if across is None else across
        own_after = _gap_between(units, side, clash, after) if across is None else across
        ahead.append(usual_before if own_before is None else own_before)
        behind.append(usual_after if own_after is None else own_after)
    return (ahead[0], ahead[1], ahead[2]), (behind[0], behind[1], behind[2])


def _gap_between(units: Triple, side: int, before: Item, after: Item) -> str | None:
    """What stands between the two in one of the texts; None where one does not follow the other.

    A heading that takes the place of a sentence does not fit in that sentence's line.
    """
    end, start = before.ends[side], after.starts[side]
    if end is None or end != start:
        return None
    last, first = units[side][end - 1], units[side][start]
    if before.kind in (None, last.kind) and after.kind in (None, first.kind):
        return last.gap
    return widest(last.gap, _least_gap({before.kind or last.kind, after.kind or first.kind}))


def _safe_gap(units: Triple, before: Item, after: Item) -> str:
    """For two parts that follow each other in none of the texts: the widest gap either needed before."""
    last = [(texts, end - 1) for texts, end in zip(units, before.ends, strict=True) if end is not None]
    first = [(texts, start) for texts, start in zip(units, after.starts, strict=True) if start is not None]
    behind = [texts[at].gap for texts, at in last if at < len(texts) - 2]
    ahead = [texts[at - 1].gap for texts, at in first if at > 1]
    kinds = {texts[at].kind for texts, at in last + first}
    if BlockKind.BLANK in kinds:
        at_start = [texts[at].gap for texts, at in last if at == 0]
        return widest("", *(at_start or ahead))
    return widest(_least_gap(kinds), *behind, *ahead)


def _least_gap(kinds: set[BlockKind]) -> str:
    """What must stand between neighbours of these kinds to keep them two."""
    if BlockKind.BLANK in kinds:
        return ""
    if kinds == {BlockKind.PARAGRAPH}:
        return " "
    return "\n" if len(kinds) == 1 or kinds in _STAND_CLOSE else "\n\n"
