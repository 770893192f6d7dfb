"""Arranges matched blocks so that what is taken over in part still stands where it belongs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from app.text.comparing.block_matching import Match
from app.text.merging.alignment import likeness
from app.text.taking.pieces import CutText, Piece

_ALIKE = 0.6
"""From this share of common words on, a block that became another kind of block is still the same one."""
_NOTHING = Match((), ())


def arrange(matches: Sequence[Match], texts: tuple[CutText, CutText]) -> Iterator[Match]:
    """The matches in an order in which a row stays in its table and a paragraph in its box.

    Both texts keep their own order: only what went and what came at one place, which has no order of its own,
    is put in one. One block that went and one of the same kind that came in its place are one block.
    """
    before: Match | None = None
    groups = [(loose, list(group)) for loose, group in groupby(_told_apart(matches, texts), key=_is_loose)]
    for place, (loose, group) in enumerate(groups):
        if loose:
            after = groups[place + 1][1][0] if place + 1 < len(groups) else None
            yield from _ordered(group, (before, after), texts)
        else:
            before = group[-1]
            yield from group


def _is_loose(match: Match) -> bool:
    return match.moved or not (match.old and match.new)


def _told_apart(matches: Sequence[Match], texts: tuple[CutText, CutText]) -> Iterator[Match]:
    """A paragraph and a list item with a few words in common are two blocks."""
    for match in matches:
        if len(match.old) == len(match.new) == 1 and not match.moved:
            old, new = texts[0].pieces[match.old[0]], texts[1].pieces[match.new[0]]
            if not _same_shape(old, new) and likeness(old.text, new.text) < _ALIKE:
                yield from (Match(match.old, ()), Match((), match.new))
                continue
        yield match


def _same_shape(old: Piece, new: Piece) -> bool:
    return (old.kind, old.block.path) == (new.kind, new.block.path)


def _ordered(
    group: Sequence[Match], around: tuple[Match | None, Match | None], texts: tuple[CutText, CutText]
) -> Iterable[Match]:
    gone = [match for match in group if match.away or not match.new]
    come = [match for match in group if not (match.away or not match.new)]
    if not gone or not come:
        return group
    old, new = (text.pieces for text in texts)
    is_pair = len(gone) == len(come) == 1 and not (gone[0].moved or come[0].moved)
    if is_pair and _same_shape(old[gone[0].old[0]], new[come[0].new[0]]):
        return [Match(gone[0].old, come[0].new)]
    before, after = (match or _NOTHING for match in around)
    gone_first = _shared(old, before.old, gone[0].old) + _shared(new, come[-1].new, after.new)
    come_first = _shared(new, before.new, come[0].new) + _shared(old, gone[-1].old, after.old)
    return [*come, *gone] if come_first > gone_first else [*gone, *come]


def _shared(pieces: Sequence[Piece], first: Sequence[int], second: Sequence[int]) -> int:
    """How many containers the last of the one and the first of the other both stand in."""
    if not first or not second:
        return 0
    one, other = pieces[first[-1]].block.containers, pieces[second[0]].block.containers
    return len(set(one) & set(other))
